"""A roll of 58 or 80 mm: pieces below one another, as long as they are.

Everything is black, since a thermal head knows no grey, and stands inside the 48 or 72 mm that the
head can reach. The pieces are measured first, the page is then made exactly as long as they are.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from erp_desktop.documents import fonts
from erp_desktop.documents.barcodes import bars_of
from erp_desktop.documents.pen import BLACK, MM, Pen, Style

PRINTABLE: Final = {58: 48 * MM, 80: 72 * MM}
NAME: Final = Style(12, "bold", BLACK, 17)
TEXT: Final = Style(8.5, ink=BLACK, leading=12)
SMALL: Final = Style(7.5, ink=BLACK, leading=10.5)
TOTAL: Final = Style(13, "bold", BLACK, 20)
STAMP: Final = Style(11, "bold", BLACK, 17)
END: Final = 5 * MM


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the roll: its height and how to draw it at a y."""

    height: float
    draw: Callable[[Pen, float], None]


class Roll:
    """Words, figures and rules for one width."""

    def __init__(self, roll: int) -> None:
        self.page = roll * MM
        self.wide = PRINTABLE[roll]
        self.left = (self.page - self.wide) / 2
        self.right = self.left + self.wide

    def centred(self, text: str, style: Style) -> Iterator[Piece]:
        for line in fonts.wrapped(text, self.wide, style.size, style.weight):
            yield Piece(
                style.height,
                lambda pen, y, line=line: pen.words(  # type: ignore[misc]
                    self.page / 2, y + style.drop, line, style, "center"
                ),
            )

    def pair(self, label: str, value: str, style: Style = TEXT, indent: float = 0) -> Piece:
        """A label on the left and a figure on the right."""
        room = self.wide - indent - style.figures_width(value) - 6
        said = fonts.fitted(label, room, style.size, style.weight)

        def draw(pen: Pen, y: float) -> None:
            pen.words(self.left + indent, y + style.drop, said, style)
            pen.figures(self.right, y + style.drop, value, style)

        return Piece(style.height, draw)

    def words(self, text: str, style: Style = TEXT, most: int = 2) -> Iterator[Piece]:
        for line in fonts.wrapped(text, self.wide, style.size, style.weight, most):
            yield Piece(
                style.height,
                lambda pen, y, line=line: pen.words(  # type: ignore[misc]
                    self.left, y + style.drop, line, style
                ),
            )

    def columns(self, row: tuple[str, ...]) -> Piece:
        """A row of small figures, right-aligned in equal columns."""
        room = self.wide / len(row)

        def draw(pen: Pen, y: float) -> None:
            pen.words(self.left, y + SMALL.drop, row[0], SMALL)
            for at, text in enumerate(row[1:], start=2):
                pen.figures(self.left + at * room, y + SMALL.drop, text, SMALL)

        return Piece(SMALL.height, draw)

    def framed(self, text: str) -> Piece:
        """A stamp in the middle."""
        wide = STAMP.width(text) + 16
        left = (self.page - wide) / 2

        def draw(pen: Pen, y: float) -> None:
            pen.frame(left, y + 2, wide, STAMP.height, BLACK, 1)
            pen.words(self.page / 2, y + 2 + STAMP.drop, text, STAMP, "center")

        return Piece(STAMP.height + 7, draw)

    def rule(self) -> Piece:
        return Piece(7, lambda pen, y: pen.dashes(self.left, y + 3.5, self.wide))

    def code(self, text: str) -> Iterator[Piece]:
        """The number as bars; its free zone may reach over the unprintable edge."""
        bars = bars_of(text)
        dots = max(1, min(3, int(self.wide / bars.size / (MM / 8))))
        module = dots * MM / 8 if bars.size * MM / 8 <= self.wide else self.wide / bars.size
        start = round((self.page - bars.size * module) / 2 / (MM / 8)) * MM / 8
        high = 11 * MM
        yield Piece(high + 6, lambda pen, y: pen.bars(bars, (start, y + 4), module, high))
        yield from self.centred(text, SMALL)


def draw_roll(roll: Roll, pieces: Iterable[Piece], title: str) -> bytes:
    """The pieces as a PDF page of the roll's width and their own exact length."""
    placed = list(pieces)
    high = END + sum(piece.height for piece in placed) + END
    pen = Pen(roll.page, high, title)
    y = END
    for piece in placed:
        piece.draw(pen, y)
        y += piece.height
    return pen.done()
