"""The voucher of money between own accounts 资金转账单: what left, what arrived, what was kept."""

from dataclasses import dataclass
from decimal import Decimal

from erp_desktop.documents import figures
from erp_desktop.documents.amount_words import amount_in_words
from erp_desktop.documents.blocks import Notes, Signatures, Sums
from erp_desktop.documents.figures import figure, percent, priced
from erp_desktop.documents.grid import BESIDE, SMALL, Cell, Figure, Grid, GridColumn, Words
from erp_desktop.documents.page import Block, Sheet, draw_sheet, head_of
from erp_desktop.documents.paper_words import words_of
from erp_desktop.documents.papers import ZERO, Paid, Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyTransferPaper(Paper):
    """`source` is what left where, `target` what came where; its lines are what was kept."""

    source: Paid
    target: Paid
    their_number: str = ""

    @property
    def total(self) -> Decimal:
        return -self.source.amount


def draw(paper: MoneyTransferPaper) -> bytes:
    """The voucher on A4."""
    say = words_of(paper.language)
    facts = [
        ("Date", figures.day(paper.day, paper.language)),
        ("Money from", paper.source.method),
        ("Money to", paper.target.method),
        ("Reference", paper.their_number),
    ]
    head = head_of(paper, "Money transfer", [], facts)
    ending: list[Block] = [
        _sums(paper),
        Notes(say("Notes"), paper.notes),
        Signatures([say(label) for label in ("Made by", "Approved by")]),
    ]
    return draw_sheet(Sheet(paper.language, head, _grid(paper), ending))


def _grid(paper: MoneyTransferPaper) -> Grid:
    """Each account with what left it or came to it; a fee says how much tax was in it."""
    say, places = words_of(paper.language), paper.shop.places
    columns = (
        GridColumn(say("No."), least=14),
        GridColumn(say("Account"), share=1),
        GridColumn(say("Money out"), right=True, least=80),
        GridColumn(say("Money in"), right=True, least=80),
    )
    told = [
        (paper.source.method, "", -paper.source.amount, ZERO),
        (paper.target.method, "", ZERO, paper.target.amount),
    ]
    for line in paper.lines:
        kept = ""
        if line.tax:
            parts = (say("Tax"), percent(line.tax_rate), figure(line.tax, places))
            kept = " ".join(parts)
        told.append((line.name, kept, ZERO, line.gross))
    rows: list[tuple[Cell, ...]] = [
        (
            (Words(str(at), BESIDE),),
            (Words(name), Words(more, SMALL, 1)) if more else (Words(name),),
            (Figure(figure(out, places) if out else ""),),
            (Figure(figure(into, places) if into else ""),),
        )
        for at, (name, more, out, into) in enumerate(told, start=1)
    ]
    return Grid(columns, rows)


def _sums(paper: MoneyTransferPaper) -> Sums:
    say = words_of(paper.language)
    words = ("", "")
    if paper.language.startswith("zh") and paper.shop.currency == "CNY":
        words = (say("In words"), amount_in_words(paper.total))
    said = priced(paper.total, paper.shop.symbol, paper.shop.places)
    return Sums(rows=(), total=(say("Total"), said), words=words)
