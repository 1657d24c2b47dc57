"""The test page of a printer: is it straight, is it in its place, are bars and Chinese readable?

Rulers run along the top and the left edge from nought, so that a person reads off how far the print
is out and types that into the settings. It comes on a roll, on a label, or on A4.
"""

from dataclasses import dataclass
from typing import Final

from erp_desktop.documents.barcodes import bars_of
from erp_desktop.documents.paper_words import words_of
from erp_desktop.documents.pen import BLACK, MM, Pen, Style

SAMPLE: Final = "6901234567892"
ROLL_HIGH: Final = 70  # mm of paper that a test on a roll takes
SMALL: Final = Style(6.5, "regular", BLACK, 9)
TEXT: Final = Style(9, "regular", BLACK, 13)
NAME: Final = Style(11, "bold", BLACK, 15)


@dataclass(frozen=True, slots=True)
class TestPaper:
    """What is printed on: its size in mm (a roll has no height), and whose printer it is."""

    __test__ = False  # no test, though it is called one

    language: str
    shop_name: str
    printer: str
    wide: float
    high: float | None = None


def draw(paper: TestPaper) -> bytes:
    """The page as a PDF."""
    high = paper.high or ROLL_HIGH
    pen = Pen(paper.wide * MM, high * MM, "Test", paper.shop_name)
    pen.frame(MM, MM, (paper.wide - 2) * MM, (high - 2) * MM, BLACK, 0.4)
    _ruler(pen, paper.wide, across=True)
    _ruler(pen, high, across=False)
    small = high < 45
    top = _words(pen, paper, small=small)
    module = 0.25 * MM if small or paper.wide < 70 else 0.375 * MM
    room = (high - 6) * MM - top
    pen.bars(bars_of(SAMPLE), (12 * MM, top), module, min(room, 14 * MM))
    return pen.done()


def _words(pen: Pen, paper: TestPaper, *, small: bool) -> float:
    """The sentences; where they end."""
    say = words_of(paper.language)
    left, y = 9 * MM, 9 * MM
    lines = [(paper.shop_name, NAME), (say("Test page"), TEXT), (paper.printer, SMALL)]
    if not small:
        lines += [
            (say("The frame stands 1 mm from every edge."), SMALL),
            (say("Read the rulers where the paper begins; type that into the settings."), SMALL),
            ("ABC abc 0123456789 £ € ¥ 明前龙井 简体中文", TEXT),
        ]
    for words, style in lines[: 2 if small else None]:
        pen.words(left, y + style.drop, words, style)
        y += style.height
    return y + MM


def _ruler(pen: Pen, length: float, *, across: bool) -> None:
    """A line every millimetre, longer at five and ten, with its number at ten."""
    for at in range(2, int(length) - 1):
        long = (3 if at % 10 == 0 else 2 if at % 5 == 0 else 1) * MM
        if across:
            pen.block(at * MM - 0.2, MM, 0.4, long, BLACK)
        else:
            pen.block(MM, at * MM - 0.2, long, 0.4, BLACK)
        if at % 10 == 0:
            x, y = (at * MM, 6.6 * MM) if across else (4.4 * MM, at * MM + 2)
            pen.words(x, y, str(at), SMALL, "center" if across else "left")
