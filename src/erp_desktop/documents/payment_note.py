"""The payment voucher 付款单 / 收款单: who paid whom how much, by which means, and for what."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from erp_desktop.documents import figures
from erp_desktop.documents.amount_words import amount_in_words
from erp_desktop.documents.blocks import Notes, Signatures, Sums
from erp_desktop.documents.figures import figure, priced
from erp_desktop.documents.grid import BESIDE, BODY, Cell, Figure, Grid, GridColumn, Words
from erp_desktop.documents.page import Block, Sheet, draw_sheet, head_of
from erp_desktop.documents.paper_words import words_of
from erp_desktop.documents.papers import ZERO, Paid, Paper, Party


@dataclass(frozen=True, slots=True)
class Settled:
    """A document that the money settles, and how much of it."""

    number: str
    title: str
    day: date
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentPaper(Paper):
    """`total` is the money; what no document takes of it is kept as an advance."""

    party: Party
    title: str
    their_number: str = ""
    paid: tuple[Paid, ...] = ()
    settled: tuple[Settled, ...] = ()
    total: Decimal = ZERO

    @property
    def advance(self) -> Decimal:
        return self.total - sum((one.amount for one in self.settled), ZERO)


def draw(paper: PaymentPaper) -> bytes:
    """The voucher on A4."""
    say = words_of(paper.language)
    facts = [
        ("Date", figures.day(paper.day, paper.language)),
        ("Paid by", " · ".join(one.method for one in paper.paid)),
        ("Their number", paper.their_number),
    ]
    side = "Paid to" if paper.title == "Payment made" else "Received from"
    head = head_of(paper, paper.title, [(side, paper.party)], facts)
    ending: list[Block] = [
        _sums(paper),
        Notes(say("Notes"), paper.notes),
        Signatures([say(label) for label in ("Made by", "Approved by", "Payee")]),
    ]
    return draw_sheet(Sheet(paper.language, head, _grid(paper), ending))


def _grid(paper: PaymentPaper) -> Grid:
    """What it settles, the rest as an advance."""
    say, places = words_of(paper.language), paper.shop.places
    columns = (
        GridColumn(say("No."), least=14),
        GridColumn(say("For"), share=1),
        GridColumn(say("Number"), least=110),
        GridColumn(say("Date"), least=70),
        GridColumn(say("Amount"), right=True, least=64),
    )
    told = [
        (say(one.title), one.number, figures.day(one.day, paper.language), one.amount)
        for one in paper.settled
    ]
    if paper.advance:
        told.append((say("Advance"), "", "", paper.advance))
    rows: list[tuple[Cell, ...]] = [
        (
            (Words(str(at), BESIDE),),
            (Words(words),),
            (Words(number, BODY, 1),),
            (Words(day, BODY, 1),),
            (Figure(figure(amount, places)),),
        )
        for at, (words, number, day, amount) in enumerate(told, start=1)
    ]
    return Grid(columns, rows)


def _sums(paper: PaymentPaper) -> Sums:
    say, places = words_of(paper.language), paper.shop.places
    words = ("", "")
    if paper.language.startswith("zh") and paper.shop.currency == "CNY":
        words = (say("In words"), amount_in_words(paper.total))
    return Sums(
        rows=[(one.method, figure(one.amount, places)) for one in paper.paid[1:] and paper.paid],
        total=(say("Total"), priced(paper.total, paper.shop.symbol, places)), words=words,
    )  # fmt: skip
