"""Names of files that come from anywhere and must be good everywhere.

A name may come from a phone, a mail or another system. What is kept is the name alone, without the
path before it, in letters that every system can write to its disk again.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

LONGEST: Final = 120  # characters; with a folder before it still short enough for every system
LONGEST_ENDING: Final = 12  # what is longer is no ending but a sentence with a dot
_NOT_ON_WINDOWS: Final = re.compile(r'[<>:"|?*]')
_DEVICES: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_NUMBERED: Final = re.compile(r" \(\d+\)$")


def clean_name(text: str) -> str:
    """A file's name without path, control characters and what some system cannot write.

    Empty where nothing is left.
    """
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", text))[-1]
    seen = "".join(one for one in last if unicodedata.category(one)[0] != "C")
    said = _NOT_ON_WINDOWS.sub("_", seen).strip(" .")
    stem, ending = parted(said)
    if _DEVICES.fullmatch(stem.split(".")[0]):
        stem = f"_{stem}"
    return stem[: LONGEST - len(ending)].rstrip(" .") + ending


def parted(name: str) -> tuple[str, str]:
    """What stands before the ending, and the ending with its dot ("" where there is none)."""
    stem, dot, ending = name.rpartition(".")
    if not dot or not stem or not 0 < len(ending) <= LONGEST_ENDING or " " in ending:
        return name, ""
    return stem, f".{ending}"


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name, or with a number where it is taken: bill.pdf, bill (2).pdf.

    Capitals make no difference: on most disks they are the same name.
    """
    others = {one.casefold() for one in taken}
    stem, ending = parted(name)
    found, at = name, 2
    while found.casefold() in others:
        found, at = f"{stem} ({at}){ending}", at + 1
    return found


def same_name(one: str, other: str) -> bool:
    """Whether `one` is `other`, or `other` with a number that `free_name` gave it."""
    stem, ending = parted(one)
    return other in {one, _NUMBERED.sub("", stem) + ending}
