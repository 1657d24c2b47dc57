"""The receipt 销售小票: a roll of 58 or 80 mm, as long as it has something to say.

Everything is black, since a thermal head knows no grey, and stands inside the 48 or 72 mm that the
head can reach. The barcode of the number brings a return back to its sale.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from erp_desktop.documents import fonts
from erp_desktop.documents.figures import aligned, figure, moment, places_of, priced, taken_off
from erp_desktop.documents.page import stamp_of
from erp_desktop.documents.paper_words import Say, words_of
from erp_desktop.documents.papers import ZERO, Paid, PaperLine, PricedPaper, TaxGroup
from erp_desktop.documents.pen import BLACK, Style
from erp_desktop.documents.priced import tax_rows
from erp_desktop.documents.roll import NAME, SMALL, TEXT, TOTAL, Piece, Roll, draw_roll

HEADING = Style(9, "semibold", BLACK, 14)


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
    back: tuple[PaperLine, ...] = ()  # of an exchange: what came back, its amounts below zero
    back_of: str = ""  # the receipt that it came back of
    worth: Decimal = ZERO  # what came back is worth towards the rest
    refunded: tuple[Paid, ...] = ()  # what was given back, where it was worth more
    netted: tuple[TaxGroup, ...] = ()  # the taxes of both halves together


def draw(paper: ReceiptPaper) -> bytes:
    """The receipt as a PDF page of the roll's width and its own exact length."""
    paper.require_sum()
    roll = Roll(paper.roll)
    title = f"{words_of(paper.language)(paper.title)} {paper.number}"
    return draw_roll(roll, _pieces(paper, roll), title)


def _pieces(paper: ReceiptPaper, roll: Roll) -> Iterator[Piece]:
    say = words_of(paper.language)
    yield from _head(paper, roll, say)
    yield roll.rule()
    if paper.back:
        yield from roll.words(say("Came back"), HEADING)
        for line in paper.back:
            yield from _line(paper, roll, line)
        yield roll.rule()
        yield from roll.words(say("Goes instead"), HEADING)
    for line in paper.lines:
        yield from _line(paper, roll, line)
    yield roll.rule()
    yield from _sums(paper, roll, say)
    rows = tax_rows(replace(paper, groups=paper.netted) if paper.netted else paper)
    if rows:
        yield roll.rule()
        yield from map(roll.columns, rows)
    yield from _foot(paper, roll, say)


def _head(paper: ReceiptPaper, roll: Roll, say: Say) -> Iterator[Piece]:
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
        (say("Answers"), paper.back_of or paper.answers),
        (say("Reversed by"), paper.reversed_by),
        (say("Cashier"), paper.made_by),
        (say("Customer"), paper.customer),
    ]
    for label, value in facts:
        if value:
            room = roll.wide - SMALL.width(label) - 10
            yield roll.pair(label, fonts.fitted(value, room, SMALL.size, SMALL.weight), SMALL)


def _line(paper: ReceiptPaper, roll: Roll, line: PaperLine) -> Iterator[Piece]:
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


def _sums(paper: ReceiptPaper, roll: Roll, say: Say) -> Iterator[Piece]:
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
    if paper.back:
        yield from _difference(paper, roll, say)
    else:
        yield roll.pair(say(label), priced(paper.total, shop.symbol, shop.places), TOTAL)
    for paid in (*paper.paid, *paper.refunded):
        yield roll.pair(paid.method, figure(paid.amount, shop.places))
    for label, value in (("Change", paper.change), ("On account", paper.owed)):
        if value:
            yield roll.pair(say(label), figure(value, shop.places))


def _difference(paper: ReceiptPaper, roll: Roll, say: Say) -> Iterator[Piece]:
    """Of an exchange: what goes, what came back, and what is between them."""
    shop, rest = paper.shop, paper.total - paper.worth
    yield roll.pair(say("Goes instead"), figure(paper.total, shop.places))
    yield roll.pair(say("Came back"), figure(-paper.worth, shop.places))
    label = "Paid extra" if rest >= 0 else "Given back"
    yield roll.pair(say(label), priced(abs(rest), shop.symbol, shop.places), TOTAL)


def _foot(paper: ReceiptPaper, roll: Roll, say: Say) -> Iterator[Piece]:
    yield roll.rule()
    count = len(paper.lines) + len(paper.back)
    said = say("1 line") if count == 1 else say("{count} lines").format(count=count)
    saved = sum((line.discount for line in paper.lines), ZERO)
    if saved > 0:
        said += f" · {say('Discounts included')} {figure(saved, paper.shop.places)}"
    yield from roll.centred(said, SMALL)
    if paper.number:
        yield from roll.code(paper.number)
    if paper.notes:
        yield from roll.words(paper.notes, SMALL, 6)
    yield Piece(4, lambda pen, y: None)  # noqa: ARG005
    if paper.stamps:
        return
    yield from roll.centred(paper.farewell or say("Thank you"), TEXT)
