"""The receipt 销售小票: a roll of 58 or 80 mm, as long as it has something to say.

Everything is black, since a thermal head knows no grey, and stands inside the 48 or 72 mm that the
head can reach. The barcode of the number brings a return back to its sale. The pieces are measured
first, the page is then made exactly as long as they are.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final

from erp_desktop.documents import fonts
from erp_desktop.documents.barcodes import bars_of
from erp_desktop.documents.figures import aligned, figure, moment, places_of, priced, taken_off
from erp_desktop.documents.page import stamp_of
from erp_desktop.documents.paper_words import Say, words_of
from erp_desktop.documents.papers import ZERO, Paid, PaperLine, PricedPaper
from erp_desktop.documents.pen import BLACK, MM, Pen, Style
from erp_desktop.documents.priced import tax_rows

PRINTABLE: Final = {58: 48 * MM, 80: 72 * MM}
NAME: Final = Style(12, "bold", BLACK, 17)
TEXT: Final = Style(8.5, ink=BLACK, leading=12)
SMALL: Final = Style(7.5, ink=BLACK, leading=10.5)
TOTAL: Final = Style(13, "bold", BLACK, 20)
STAMP: Final = Style(11, "bold", BLACK, 17)
END: Final = 5 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPaper(PricedPaper):
    """A till sale (or `title` "Return receipt"). `roll` is the paper's width in mm: 58 or 80.

    `paid` is what the customer gave, by method; `change` what came back; `owed` what was put on
    the customer's account.
    """

    title: str = "Receipt"
    at: datetime
    paid: tuple[Paid, ...] = ()
    change: Decimal = ZERO
    owed: Decimal = ZERO
    customer: str = ""
    farewell: str = ""
    roll: int = 80


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of the roll: its height and how to draw it at a y."""

    height: float
    draw: Callable[[Pen, float], None]


class _Roll:
    """Words, figures and rules for one width."""

    def __init__(self, roll: int) -> None:
        self.page = roll * MM
        self.wide = PRINTABLE[roll]
        self.left = (self.page - self.wide) / 2
        self.right = self.left + self.wide

    def centred(self, text: str, style: Style) -> Iterator[_Piece]:
        for line in fonts.wrapped(text, self.wide, style.size, style.weight):
            yield _Piece(
                style.height,
                lambda pen, y, line=line: pen.words(  # type: ignore[misc]
                    self.page / 2, y + style.drop, line, style, "center"
                ),
            )

    def pair(self, label: str, value: str, style: Style = TEXT, indent: float = 0) -> _Piece:
        """A label on the left and a figure on the right."""
        room = self.wide - indent - style.figures_width(value) - 6
        said = fonts.fitted(label, room, style.size, style.weight)

        def draw(pen: Pen, y: float) -> None:
            pen.words(self.left + indent, y + style.drop, said, style)
            pen.figures(self.right, y + style.drop, value, style)

        return _Piece(style.height, draw)

    def words(self, text: str, style: Style = TEXT, most: int = 2) -> Iterator[_Piece]:
        for line in fonts.wrapped(text, self.wide, style.size, style.weight, most):
            yield _Piece(
                style.height,
                lambda pen, y, line=line: pen.words(  # type: ignore[misc]
                    self.left, y + style.drop, line, style
                ),
            )

    def columns(self, row: tuple[str, ...]) -> _Piece:
        """A row of small figures, right-aligned in equal columns."""
        room = self.wide / len(row)

        def draw(pen: Pen, y: float) -> None:
            pen.words(self.left, y + SMALL.drop, row[0], SMALL)
            for at, text in enumerate(row[1:], start=2):
                pen.figures(self.left + at * room, y + SMALL.drop, text, SMALL)

        return _Piece(SMALL.height, draw)

    def framed(self, text: str) -> _Piece:
        """A stamp in the middle."""
        wide = STAMP.width(text) + 16
        left = (self.page - wide) / 2

        def draw(pen: Pen, y: float) -> None:
            pen.frame(left, y + 2, wide, STAMP.height, BLACK, 1)
            pen.words(self.page / 2, y + 2 + STAMP.drop, text, STAMP, "center")

        return _Piece(STAMP.height + 7, draw)

    def rule(self) -> _Piece:
        return _Piece(7, lambda pen, y: pen.dashes(self.left, y + 3.5, self.wide))

    def code(self, text: str) -> Iterator[_Piece]:
        """The number as bars; its free zone may reach over the unprintable edge."""
        bars = bars_of(text)
        dots = max(1, min(3, int(self.wide / bars.size / (MM / 8))))
        module = dots * MM / 8 if bars.size * MM / 8 <= self.wide else self.wide / bars.size
        start = round((self.page - bars.size * module) / 2 / (MM / 8)) * MM / 8
        high = 11 * MM
        yield _Piece(high + 6, lambda pen, y: pen.bars(bars, (start, y + 4), module, high))
        yield from self.centred(text, SMALL)


def draw(paper: ReceiptPaper) -> bytes:
    """The receipt as a PDF page of the roll's width and its own exact length."""
    paper.require_sum()
    roll = _Roll(paper.roll)
    pieces = list(_pieces(paper, roll))
    high = END + sum(piece.height for piece in pieces) + END
    pen = Pen(roll.page, high, f"{words_of(paper.language)(paper.title)} {paper.number}")
    y = END
    for piece in pieces:
        piece.draw(pen, y)
        y += piece.height
    return pen.done()


def _pieces(paper: ReceiptPaper, roll: _Roll) -> Iterator[_Piece]:
    say = words_of(paper.language)
    yield from _head(paper, roll, say)
    yield roll.rule()
    for line in paper.lines:
        yield from _line(paper, roll, line)
    yield roll.rule()
    yield from _sums(paper, roll, say)
    rows = tax_rows(paper)
    if rows:
        yield roll.rule()
        yield from map(roll.columns, rows)
    yield from _foot(paper, roll, say)


def _head(paper: ReceiptPaper, roll: _Roll, say: Say) -> Iterator[_Piece]:
    shop = paper.shop
    yield from roll.centred(shop.name, NAME)
    yield from roll.centred(shop.address, SMALL)
    yield from roll.centred(shop.phone, SMALL)
    if shop.tax_number:
        yield from roll.centred(f"{say('Tax no.')} {shop.tax_number}", SMALL)
    yield roll.rule()
    yield from roll.centred(say(paper.title), Style(9.5, "semibold", BLACK, 14))
    if stamp := stamp_of(paper):
        yield roll.framed(stamp)
    facts = [
        (say("Number"), paper.number),
        (say("Date"), moment(paper.at, paper.language)),
        (say("Answers"), paper.answers),
        (say("Reversed by"), paper.reversed_by),
        (say("Cashier"), paper.made_by),
        (say("Customer"), paper.customer),
    ]
    for label, value in facts:
        if value:
            room = roll.wide - SMALL.width(label) - 10
            yield roll.pair(label, fonts.fitted(value, room, SMALL.size, SMALL.weight), SMALL)


def _line(paper: ReceiptPaper, roll: _Roll, line: PaperLine) -> Iterator[_Piece]:
    """The name; below it quantity × price, what was taken off, and the amount."""
    places = paper.shop.places
    yield from roll.words(line.name)
    quantity, _ = aligned(line.quantity, places_of([line.quantity]))
    price = figure(line.unit_price, places_of([line.unit_price], places))
    unit = f" {line.unit}" if line.unit else ""
    sold = f"{quantity}{unit} × {price}"
    amount = figure(paper.printed(line), places)
    if not line.discount:
        yield roll.pair(sold, amount, TEXT, indent=8)
        return
    off = taken_off(line.discount, places)
    if TEXT.width(f"{sold}   {off}") + TEXT.figures_width(amount) + 16 <= roll.wide:
        yield roll.pair(f"{sold}   {off}", amount, TEXT, indent=8)
    else:
        yield roll.pair(sold, "", TEXT, indent=8)
        yield roll.pair(off, amount, TEXT, indent=8)


def _sums(paper: ReceiptPaper, roll: _Roll, say: Say) -> Iterator[_Piece]:
    shop = paper.shop
    steps = [("Order discount", -paper.discount), ("Rounding", paper.rounding)]
    if not paper.tax_included:
        steps.insert(1, ("Tax", paper.tax))
    steps = [(label, value) for label, value in steps if value]
    if steps:
        yield roll.pair(say("Subtotal"), figure(paper.subtotal, shop.places))
    for label, value in steps:
        yield roll.pair(say(label), figure(value, shop.places))
    label = "Total refunded" if paper.title == "Return receipt" else "Total"
    yield roll.pair(say(label), priced(paper.total, shop.symbol, shop.places), TOTAL)
    for paid in paper.paid:
        yield roll.pair(paid.method, figure(paid.amount, shop.places))
    for label, value in (("Change", paper.change), ("On account", paper.owed)):
        if value:
            yield roll.pair(say(label), figure(value, shop.places))


def _foot(paper: ReceiptPaper, roll: _Roll, say: Say) -> Iterator[_Piece]:
    yield roll.rule()
    count = len(paper.lines)
    said = say("1 line") if count == 1 else say("{count} lines").format(count=count)
    saved = sum((line.discount for line in paper.lines), ZERO)
    if saved > 0:
        said += f" · {say('Discounts included')} {figure(saved, paper.shop.places)}"
    yield from roll.centred(said, SMALL)
    if paper.number:
        yield from roll.code(paper.number)
    if paper.notes:
        yield from roll.words(paper.notes, SMALL, 6)
    yield _Piece(4, lambda pen, y: None)  # noqa: ARG005
    if paper.stamps:
        return
    yield from roll.centred(paper.farewell or say("Thank you"), TEXT)
