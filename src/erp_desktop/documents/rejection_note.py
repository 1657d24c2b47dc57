"""The rejection note 拒收单: what was not taken in, why, and photos of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from erp_desktop.documents import figures
from erp_desktop.documents.blocks import Notes, Signatures
from erp_desktop.documents.figures import places_of
from erp_desktop.documents.grid import BESIDE, BODY, SMALL, Cell, Grid, GridColumn, Words
from erp_desktop.documents.page import Block, Sheet, draw_sheet, head_of
from erp_desktop.documents.paper_words import words_of
from erp_desktop.documents.papers import Paper, Party
from erp_desktop.documents.pen import Pen
from erp_desktop.documents.priced import item_cell, quantity_mark

ACROSS: Final = 3
HIGH: Final = 118.0
GAP: Final = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectionPaper(Paper):
    """Rejected goods: `quantity` of a line is what was rejected, `ordered` what arrived of it,
    `place` why. `photos` are (line number, PNG or JPEG)."""

    party: Party
    order_number: str = ""
    their_number: str = ""
    warehouse: str = ""
    photos: tuple[tuple[int, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Photos:
    """Photos side by side, each with the number of its line; all of one row have one height."""

    label: str
    pictures: Sequence[tuple[int, bytes]]

    def height(self, wide: float) -> float:  # noqa: ARG002  (rows are of one height)
        rows = -(-len(self.pictures) // ACROSS)
        return 14 + SMALL.height + rows * (HIGH + GAP + SMALL.height) if rows else 0

    def draw(self, pen: Pen, x: float, y: float, wide: float) -> None:
        if not self.pictures:
            return
        y += 12
        pen.words(x, y + SMALL.drop, self.label, SMALL)
        y += SMALL.height + 2
        room = (wide - GAP * (ACROSS - 1)) / ACROSS
        for at, (line, data) in enumerate(self.pictures):
            left = x + at % ACROSS * (room + GAP)
            top = y + at // ACROSS * (HIGH + GAP + SMALL.height)
            pen.picture(left, top, room, HIGH, data)
            pen.words(left, top + HIGH + SMALL.drop, str(line), SMALL)


def draw(paper: RejectionPaper) -> bytes:
    """The note on A4."""
    say = words_of(paper.language)
    facts = [
        ("Date", figures.day(paper.day, paper.language)),
        ("Order", paper.order_number),
        ("Their number", paper.their_number),
        ("Warehouse", paper.warehouse),
    ]
    head = head_of(paper, "Rejection note", [("Supplier", paper.party)], facts)
    ending: list[Block] = [
        Notes(say("Notes"), say("These goods were not taken in. Please replace or credit them.")),
        Photos(say("Photos, by line"), paper.photos),
        Signatures([say(label) for label in ("Checked by", "Approved by", "Delivered by")]),
    ]
    return draw_sheet(Sheet(paper.language, head, _grid(paper), ending))


def _grid(paper: RejectionPaper) -> Grid:
    say, lines = words_of(paper.language), paper.lines
    columns = (
        GridColumn(say("No."), least=14),
        GridColumn(say("Item"), share=1),
        GridColumn(say("Arrived"), right=True, least=44),
        GridColumn(say("Rejected"), right=True, least=44),
        GridColumn(say("Unit"), least=24),
        GridColumn(say("Reason"), least=110),
    )
    places = places_of(line.quantity for line in lines)
    rows: list[tuple[Cell, ...]] = [
        (
            (Words(str(at), BESIDE),),
            item_cell(line),
            (quantity_mark(line.ordered or line.quantity, places),),
            (quantity_mark(line.quantity, places),),
            (Words(line.unit, BESIDE, 1),),
            (Words(line.place, BODY, 2),),
        )
        for at, line in enumerate(lines, start=1)
    ]
    return Grid(columns, rows)
