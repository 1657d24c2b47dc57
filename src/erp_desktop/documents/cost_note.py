"""The landed cost 采购费用分摊单: which costs, and what each line got."""

from dataclasses import dataclass
from decimal import Decimal

from erp_desktop.documents import figures
from erp_desktop.documents.blocks import Notes, Signatures, Sums
from erp_desktop.documents.figures import figure, places_of, priced
from erp_desktop.documents.grid import BESIDE, SMALL, Cell, Figure, Grid, GridColumn, Words
from erp_desktop.documents.page import Block, Sheet, draw_sheet, head_of
from erp_desktop.documents.paper_words import words_of
from erp_desktop.documents.papers import ZERO, Paper, Party
from erp_desktop.documents.priced import item_cell, quantity_mark


@dataclass(frozen=True, slots=True, kw_only=True)
class CostPaper(Paper):
    """`net` of a line is its share; its `note` names the cost, its `place` the receipt."""

    party: Party
    their_number: str = ""

    @property
    def costs(self) -> dict[str, Decimal]:
        """By cost: how much it was without tax, in the order of the lines."""
        found: dict[str, Decimal] = {}
        for line in self.lines:
            found[line.note] = found.get(line.note, ZERO) + line.net
        return found


def draw(paper: CostPaper) -> bytes:
    """The note on A4."""
    say = words_of(paper.language)
    facts = [
        ("Date", figures.day(paper.day, paper.language)),
        ("Their number", paper.their_number),
    ]
    head = head_of(paper, "Landed cost", [("Paid to", paper.party)], facts)
    ending: list[Block] = [
        _sums(paper),
        Notes(say("Notes"), paper.notes),
        Signatures([say(label) for label in ("Made by", "Checked by", "Approved by")]),
    ]
    return draw_sheet(Sheet(paper.language, head, _grid(paper), ending))


def _grid(paper: CostPaper) -> Grid:
    say, lines, money = words_of(paper.language), paper.lines, paper.shop.places
    columns = (
        GridColumn(say("No."), least=14),
        GridColumn(say("Item"), share=1),
        GridColumn(say("Receipt no."), least=84),
        GridColumn(say("Received"), right=True, least=44),
        GridColumn(say("Unit"), least=24),
        GridColumn(say("Share"), right=True, least=52),
    )
    places = places_of(line.quantity for line in lines)
    rows: list[tuple[Cell, ...]] = [
        (
            (Words(str(at), BESIDE),),
            item_cell(line),
            (Words(line.place, SMALL, 2),),
            (quantity_mark(line.quantity, places),),
            (Words(line.unit, BESIDE, 1),),
            (Figure(figure(line.net, money)),),
        )
        for at, line in enumerate(lines, start=1)
    ]
    amounts = [line.net for line in lines]
    return Grid(columns, rows, carried=len(columns) - 1, amounts=amounts, places=money)


def _sums(paper: CostPaper) -> Sums:
    say, places = words_of(paper.language), paper.shop.places
    tax = sum((line.tax for line in paper.lines), ZERO)
    net = sum((line.net for line in paper.lines), ZERO)
    rows = [(cost, figure(amount, places)) for cost, amount in paper.costs.items()]
    if tax:
        rows += [(say("Net"), figure(net, places)), (say("Tax"), figure(tax, places))]
    return Sums(rows=rows, total=(say("Total"), priced(net + tax, paper.shop.symbol, places)))
