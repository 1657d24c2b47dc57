"""A receipt as lines of plain text, for printers that write it with their own letters.

The words are read back from the very PDF that preview and paper show, so there is one receipt and
no second layout to keep in step. Words that stand on one height become one line; where they stand
across the roll decides the column. A Chinese character takes two columns, as on the printer.
"""

import unicodedata
from collections.abc import Sequence
from itertools import groupby
from typing import Final, NamedTuple

COLUMNS: Final = {58: 32, 80: 48}  # of the printer's own letters (font A)
NARROW_YEN, YEN = "\u00a5", "\uffe5"  # the narrow one is no Chinese letter: printers show ?0?6
SAME_LINE: Final = 3.0  # points between the feet of words of one line


class Word(NamedTuple):
    """A piece of text and where it stands, in points from the left and the bottom of the page."""

    left: float
    right: float
    foot: float
    text: str


def text_lines(pdf: bytes, roll: int) -> list[str]:
    """The lines of all pages, each at most as wide as the roll (58 or 80 mm)."""
    columns = COLUMNS[roll]
    lines: list[str] = []
    for wide, words in _pages(pdf):
        margin = min((word.left for word in words), default=0.0)
        feet = sorted(words, key=lambda word: -word.foot)
        for _, row in groupby(feet, key=_Feet()):
            lines += _wrapped(_row(sorted(row), (margin, wide), columns), columns)
    return lines


def width(text: str) -> int:
    """How many columns a text takes."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


class _Feet:
    """Gives words of one line the same key, though their letters stand a little apart."""

    def __init__(self) -> None:
        self._foot = float("inf")

    def __call__(self, word: Word) -> float:
        if self._foot - word.foot > SAME_LINE:
            self._foot = word.foot
        return self._foot


def _pages(pdf: bytes) -> list[tuple[float, list[Word]]]:
    import pypdfium2  # type: ignore[import-untyped]

    with pypdfium2.PdfDocument(pdf) as document:
        return [(page.get_width(), _words(page)) for page in document]


def _words(page: object) -> list[Word]:
    text = page.get_textpage()  # type: ignore[attr-defined]
    found = []
    for at in range(text.count_rects()):
        left, foot, right, top = text.get_rect(at)
        said = text.get_text_bounded(left, foot, right, top).strip().replace(NARROW_YEN, YEN)
        if said:
            found.append(Word(left, right, foot, said))
    return found


def _row(words: Sequence[Word], page: tuple[float, float], columns: int) -> str:
    """The words of a line at their columns; one that reaches the right edge ends there."""
    line, (margin, wide) = "", page
    for word in words:
        own = width(word.text)
        at = int((word.left - margin) / (wide - 2 * margin) * columns)
        if word.right > wide * 0.86 and word.left > wide * 0.4:
            at = columns - own
        elif abs((word.left + word.right) / 2 - wide / 2) < wide * 0.02:
            at = (columns - own) // 2
        gap = max(at - width(line), 1 if line else 0)
        line += " " * gap + word.text
    return line


def _wrapped(line: str, columns: int) -> list[str]:
    """The line, or as many as it takes."""
    lines, now = [], ""
    for letter in line:
        if width(now + letter) > columns:
            lines.append(now.rstrip())
            now = ""
        now += letter
    return [*lines, now.rstrip()]
