"""The count sheet 盘点单: walk along the shelf, count, write it down.

Blind by default, so that nobody writes what the books already say; each line has its barcode, so
that the sheet itself can be scanned instead of a worn label.
"""

from dataclasses import dataclass, replace

from erp_desktop.documents import figures
from erp_desktop.documents.blocks import Notes, Signatures
from erp_desktop.documents.figures import places_of
from erp_desktop.documents.grid import (
    BESIDE,
    BODY,
    SMALL,
    Blank,
    Cell,
    Code,
    Figure,
    Grid,
    GridColumn,
    Words,
)
from erp_desktop.documents.page import Block, Sheet, draw_sheet, head_of
from erp_desktop.documents.paper_words import words_of
from erp_desktop.documents.papers import Paper, PaperLine
from erp_desktop.documents.priced import packed_mark, quantity_mark


@dataclass(frozen=True, slots=True, kw_only=True)
class CountPaper(Paper):
    """Lines to count; their `quantity` is the book quantity, printed unless the count is blind."""

    warehouse: str = ""
    blind: bool = True
    spare_lines: int = 3  # for goods that the books do not know


def draw(paper: CountPaper) -> bytes:
    """The count sheet on A4."""
    say = words_of(paper.language)
    facts = [
        ("Warehouse", paper.warehouse),
        ("Date", figures.day(paper.day, paper.language)),
        ("Items", str(len(paper.lines))),
    ]
    # a sheet to write on has no number yet, and is no draft of anything
    head = replace(head_of(paper, "Stock count", [], facts), stamp="")
    ending: list[Block] = [
        Notes(say("Notes"), paper.notes),
        Signatures([say(label) for label in ("Counted by", "Checked by", "Entered by")]),
    ]
    return draw_sheet(Sheet(paper.language, head, _grid(paper), ending))


def _grid(paper: CountPaper) -> Grid:
    say, lines = words_of(paper.language), paper.lines
    placed = any(line.place for line in lines)
    columns = [GridColumn(say("No."), least=14)]
    columns += [GridColumn(say("Place"), least=32)] if placed else []
    columns += [GridColumn(say("Item"), share=1), GridColumn(say("Barcode"))]
    columns += [] if paper.blind else [GridColumn(say("Book quantity"), right=True)]
    columns += [
        GridColumn(say("Unit"), least=24),
        GridColumn(say("Counted"), least=64),
    ]
    caught = any(line.catch_unit for line in lines)
    columns += [GridColumn(say("Pieces"), least=40)] if caught else []
    columns += [GridColumn(say("Remark"), least=56)]
    places = places_of(line.quantity for line in lines)
    rows = []
    for at, line in enumerate(lines, start=1):
        cells: list[Cell] = [(Words(str(at), BESIDE),)]
        cells += [(Words(line.place, BODY, 1),)] if placed else []
        cells += [_item(line.name, line.sku), (Code(line.barcode or line.sku),)]
        packs = packed_mark(line.packed)
        books = (quantity_mark(line.quantity, places), *packs, *_books(line))
        cells += [] if paper.blind else [books]
        cells += [_unit(line), (Blank(),)]
        cells += [_pieces(line)] if caught else []
        rows.append((*cells, (Blank(),)))
    rows += [_spare(len(columns))] * paper.spare_lines
    return Grid(tuple(columns), rows)


def _item(name: str, sku: str) -> Cell:
    return (Words(name), Words(sku, SMALL, 1)) if sku else (Words(name),)


def _unit(line: PaperLine) -> Cell:
    """The unit, and what a pack holds: who counts may write down packs."""
    unit = Words(line.unit, BESIDE, 1)
    return (unit, Words(line.pack, SMALL, 1)) if line.pack else (unit,)


def _books(line: PaperLine) -> Cell:
    """Below the weight in the books: how many pieces it is."""
    if not line.catch_unit:
        return ()
    return (
        Figure(
            figures.pieces(line.book_pieces, line.catch_unit),
            SMALL,
        ),
    )


def _pieces(line: PaperLine) -> Cell:
    """Room for the pieces of goods that are kept in both, and for no others."""
    return (Blank(), Words(line.catch_unit, SMALL, 1)) if line.catch_unit else ()


def _spare(columns: int) -> tuple[Cell, ...]:
    """An empty line, as high as one with a barcode."""
    return ((Blank(22),),) * columns
