"""A burst of keys as it comes in: the characters, how fast they follow, what is missing.

Plain values, no events: `ScanFilter` fills a burst from what Qt shows, and asks it for the code.
An input method that is composing eats a key when the key picks one of its candidates; the burst
keeps the gap, and the check digit (or the shop's own codes) say which digit stood there.
"""

import string
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from erp_desktop.core.barcode import is_gtin

GAP = 35  # milliseconds between two keys of a scanner, at most
SHORTEST = 4
EATEN = "\ufffd"  # a key that an input method took for itself
_LETTERS = string.digits + string.ascii_uppercase + string.ascii_lowercase + "-./ $%+"
_CHINESE_SIGNS = str.maketrans({"。": ".", "、": "/", "·": "`", "—": "-", "￥": "$"})


class Tick(NamedTuple):
    """When a key came, in milliseconds: to us, and (unless 0) to the window system."""

    came: int
    pressed: int = 0

    def soon_after(self, other: "Tick") -> bool:
        """Within a scanner's gap. Where the window system says the times, a busy program that
        found both keys late is no matter."""
        if self.pressed and other.pressed:
            return abs(self.pressed - other.pressed) <= GAP
        return abs(self.came - other.came) <= GAP


LONG_AGO = Tick(-1_000_000)


@dataclass(slots=True)
class Stroke:
    """One character of a burst; `event` is to be given to `target` if a person typed it."""

    text: str
    target: Any = None
    event: Any = None
    given: bool = False  # it was given to its target already (and can be taken back)


@dataclass(slots=True)
class Burst:
    """Strokes that follow each other at a scanner's pace."""

    strokes: list[Stroke] = field(default_factory=list)
    last: Tick = LONG_AGO
    composed: bool = False  # some of it went through an input method's composition

    def goes_on(self, at: Tick) -> bool:
        """Whether a key at this time belongs to it."""
        return bool(self.strokes) and at.soon_after(self.last)

    def add(self, stroke: Stroke, at: Tick) -> None:
        """One more. What was eaten shows twice when a composition is emptied, then committed."""
        last = self.strokes[-1] if self.strokes else None
        if stroke.text == EATEN and last is not None and last.text == EATEN and not last.event:
            self.strokes.pop()
        self.strokes.append(stroke)
        self.last = at

    def waiting(self) -> list[Stroke]:
        """What was held back so far."""
        return [one for one in self.strokes if one.event is not None and not one.given]

    def given(self) -> list[Stroke]:
        """What has reached its target already."""
        return [one for one in self.strokes if one.given]

    def long_enough(self) -> bool:
        return sum(len(one.text) for one in self.strokes) >= SHORTEST

    def text(self) -> str:
        return "".join(one.text for one in self.strokes)


def plain(text: str) -> str:
    """What an input method shows or commits, as the keys that were pressed.

    Full-width digits and Chinese signs become the plain ones; what separates syllables goes.
    """
    shown = unicodedata.normalize("NFKC", text.translate(_CHINESE_SIGNS))
    return shown.replace("'", "").replace(" ", "").replace("\u2019", "")


def is_plain(text: str) -> bool:
    """Whether these are characters that a scanner can send."""
    return bool(text) and text.isascii() and text.isprintable()


def whole(code: str, known: Callable[[str], bool]) -> tuple[str, bool]:
    """The code without gaps, and whether the eaten key was a part of it.

    A code that the shop knows comes first, then one whose check digit is right. An input method
    may also have ended a person's composition and let the key pass: then nothing is missing.
    """
    without = code.replace(EATEN, "")
    if EATEN not in code or known(without):
        return without, False
    filled = [code.replace(EATEN, one) for one in _LETTERS] if code.count(EATEN) == 1 else []
    of_shop = [one for one in filled if known(one)]
    right = [one for one in filled if is_gtin(one)]
    for found in (of_shop, [] if is_gtin(without) else right):
        if len(found) == 1:
            return found[0], True
    return without, False
