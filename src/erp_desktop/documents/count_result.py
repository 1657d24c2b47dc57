"""The count result 盘点结果: what the books said, what was found, and the difference (盘盈盘亏)."""

from dataclasses import dataclass
from decimal import Decimal

from erp_desktop.documents import figures
from erp_desktop.documents.blocks import Notes, Signatures
from erp_desktop.documents.figures import places_of
from erp_desktop.documents.grid import (
    BESIDE,
    BODY,
    SMALL,
    STRONG,
    Cell,
    Figure,
    Grid,
    GridColumn,
    Words,
)
from erp_desktop.documents.page import Block, Sheet, draw_sheet, head_of
from erp_desktop.documents.paper_words import words_of
from erp_desktop.documents.papers import ZERO, Paper, PaperLine
from erp_desktop.documents.priced import item_cell, packed_mark, quantity_mark


@dataclass(frozen=True, slots=True, kw_only=True)
class CountResultPaper(Paper):
    """A posted count: `quantity` of a line is the book quantity at its own time, `counted` what
    was found; its place is the shelf."""

    warehouse: str = ""


def draw(paper: CountResultPaper) -> bytes:
    """The result on A4."""
    say = words_of(paper.language)
    facts = [
        ("Warehouse", paper.warehouse),
        ("Date", figures.day(paper.day, paper.language)),
        ("Items", str(len(paper.lines))),
    ]
    ending: list[Block] = [
        Notes(say("Notes"), paper.notes),
        Signatures([say(label) for label in ("Counted by", "Checked by", "Approved by")]),
    ]
    head = head_of(paper, "Count result", [], facts)
    return draw_sheet(Sheet(paper.language, head, _grid(paper), ending))


def _grid(paper: CountResultPaper) -> Grid:
    say, lines = words_of(paper.language), paper.lines
    placed = any(line.place for line in lines)
    columns = [GridColumn(say("No."), least=14), GridColumn(say("Item"), share=1)]
    columns += [GridColumn(say("Place"), least=32)] if placed else []
    columns += [
        GridColumn(say("Book quantity"), right=True, least=48),
        GridColumn(say("Counted"), right=True, least=48),
        GridColumn(say("Difference"), right=True, least=48),
        GridColumn(say("Unit"), least=24),
    ]
    places = places_of(found for line in lines for found in (line.quantity, _counted(line)))
    rows = []
    for at, line in enumerate(lines, start=1):
        cells: list[Cell] = [(Words(str(at), BESIDE),), item_cell(line)]
        cells += [(Words(line.place, BODY, 2),)] if placed else []
        cells += [
            (
                quantity_mark(line.quantity, places),
                *packed_mark(line.packed),
                *_pieces(line, line.book_pieces),
            ),
            (
                quantity_mark(_counted(line), places),
                *packed_mark(line.counted_packed),
                *_pieces(line, line.pieces),
            ),
            (_difference(_counted(line) - line.quantity, places), *_more_pieces(line)),
            (Words(line.unit, BESIDE, 1),),
        ]
        rows.append(tuple(cells))
    return Grid(tuple(columns), rows)


def _counted(line: PaperLine) -> Decimal:
    return ZERO if line.counted is None else line.counted


def _pieces(line: PaperLine, pieces: Decimal | None) -> tuple[Figure, ...]:
    """Below the weight: how many pieces it is, of goods that are kept in both."""
    if line.pieces is None or pieces is None:
        return ()
    return (Figure(figures.pieces(pieces, line.catch_unit), SMALL),)


def _more_pieces(line: PaperLine) -> tuple[Figure, ...]:
    """The difference in pieces with its sign, also where the weight has none."""
    if line.pieces is None or line.pieces == line.book_pieces:
        return ()
    more = line.pieces - line.book_pieces
    sign = "+" if more > 0 else ""
    return (Figure(sign + figures.pieces(more, line.catch_unit), SMALL),)


def _difference(value: Decimal, places: int) -> Figure:
    """With its sign: +2 is a surplus 盘盈, −1 a shortage 盘亏; nothing for none."""
    if not value:
        return Figure("")
    own = quantity_mark(value, places)
    sign = "+" if value > 0 else ""
    return Figure(sign + own.text, STRONG, own.tail)
