"""Files that are looked at: written where other programs can open them, and cleaned away again.

They are copies that cannot be written, so that nobody changes one and believes it to be kept. The
folder goes when the program ends; what a crash left is cleaned away with the next file.
"""

import atexit
import shutil
import stat
import tempfile
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from erp_desktop.core import clock
from erp_desktop.core.errors import FileUnwritable
from erp_desktop.core.file_names import parted
from erp_desktop.services.shop.attachments import attachment

PREFIX: Final = "erp-desktop-opened-"
OLD: Final = 2 * 86_400  # seconds; a program that still runs may have opened something yesterday
PICTURES: Final = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff"})
# What a double click would run instead of show: to be saved on purpose, never opened from here.
_RUN: Final = (
    ".exe .com .bat .cmd .scr .pif .msi .msix .ps1 .psm1 .vbs .vbe .js .jse .wsf .wsh .hta .jar "
    ".lnk .url .reg .cpl .chm .sh .bash .run .desktop .appimage .deb .rpm .app .command .pkg .dmg "
    ".workflow .py .pyw .pl .rb .iso .img"
)
PROGRAMS: Final = frozenset(_RUN.split())


def is_picture(name: str) -> bool:
    """Whether a file is a picture that can be shown small."""
    return parted(name)[1].lower() in PICTURES


def is_program(name: str) -> bool:
    """Whether opening a file would run what is in it."""
    return parted(name)[1].lower() in PROGRAMS


def laid_out(books: Any, file_id: int) -> Path:
    """A copy of a file to be opened; under the same name it is laid out once.

    Raises UnknownFile, NotAllowed, FileUnwritable.
    """
    file = attachment(books, file_id)
    place = _room() / str(file_id) / file.name
    if not place.exists():
        try:
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(file.data)
            place.chmod(stat.S_IREAD)
        except OSError as wrong:
            raise FileUnwritable(place, wrong.strerror or "unknown") from wrong
    return place


@lru_cache(maxsize=1)
def _room() -> Path:
    """The folder of this run of the program."""
    _clean_old(Path(tempfile.gettempdir()))
    room = Path(tempfile.mkdtemp(prefix=PREFIX))
    atexit.register(clean, room)
    return room


def clean(room: Path) -> None:
    """Take a folder away with all that is in it, as far as no other program holds it."""
    with suppress(OSError):
        for place in room.rglob("*"):
            if place.is_file():
                place.chmod(stat.S_IREAD | stat.S_IWRITE)  # else Windows keeps it
    shutil.rmtree(room, ignore_errors=True)


def _clean_old(folder: Path) -> None:
    for room in folder.glob(f"{PREFIX}*"):
        with suppress(OSError):
            if clock.now() - room.stat().st_mtime > OLD:
                clean(room)
