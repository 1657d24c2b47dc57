"""The expense voucher 费用单: what money was spent on, how it was paid, who agreed."""

from dataclasses import dataclass

from erp_desktop.documents import figures
from erp_desktop.documents.amount_words import amount_in_words
from erp_desktop.documents.blocks import Notes, Signatures, Sums
from erp_desktop.documents.figures import figure, percent, priced
from erp_desktop.documents.grid import BESIDE, SMALL, Cell, Figure, Grid, GridColumn, Words
from erp_desktop.documents.page import Block, Sheet, draw_sheet, head_of
from erp_desktop.documents.paper_words import words_of
from erp_desktop.documents.papers import ZERO, Paid, Paper, Party


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpensePaper(Paper):
    """Its lines are what was spent on; to whom may be left open."""

    party: Party
    paid: tuple[Paid, ...] = ()


def draw(paper: ExpensePaper) -> bytes:
    """The voucher on A4."""
    say = words_of(paper.language)
    facts = [
        ("Date", figures.day(paper.day, paper.language)),
        ("Paid by", " · ".join(one.method for one in paper.paid)),
    ]
    head = head_of(paper, "Expense", [("Paid to", paper.party)], facts)
    ending: list[Block] = [
        _sums(paper),
        Notes(say("Notes"), paper.notes),
        Signatures([say(label) for label in ("Made by", "Approved by", "Payee")]),
    ]
    return draw_sheet(Sheet(paper.language, head, _grid(paper), ending))


def _grid(paper: ExpensePaper) -> Grid:
    say, places = words_of(paper.language), paper.shop.places
    columns = (
        GridColumn(say("No."), least=14),
        GridColumn(say("For"), share=1),
        GridColumn(say("Tax rate"), right=True),
        GridColumn(say("Net"), right=True, least=64),
        GridColumn(say("Tax"), right=True, least=56),
        GridColumn(say("Amount"), right=True, least=64),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            (Words(str(at), BESIDE),),
            (Words(line.name), Words(line.sku, SMALL, 1)),
            (Figure(percent(line.tax_rate) if line.tax_rate else ""),),
            (Figure(figure(line.net, places)),),
            (Figure(figure(line.tax, places)),),
            (Figure(figure(line.gross, places)),),
        )
        for at, line in enumerate(paper.lines, start=1)
    ]
    return Grid(columns, rows)


def _sums(paper: ExpensePaper) -> Sums:
    say = words_of(paper.language)
    total = sum((line.gross for line in paper.lines), ZERO)
    words = ("", "")
    if paper.language.startswith("zh") and paper.shop.currency == "CNY":
        words = (say("In words"), amount_in_words(total))
    said = priced(total, paper.shop.symbol, paper.shop.places)
    return Sums(rows=(), total=(say("Total"), said), words=words)
