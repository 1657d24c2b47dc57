"""The pick list 拣货单: where to go, what to take, for whom, and a box to tick."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from erp_desktop.core import clock
from erp_desktop.core.money import quantity
from erp_desktop.documents import figures
from erp_desktop.documents.blocks import Notes, Signatures
from erp_desktop.documents.figures import places_of
from erp_desktop.documents.gather import shop_head
from erp_desktop.documents.grid import (
    BESIDE,
    BODY,
    SMALL,
    STRONG,
    Blank,
    Cell,
    Code,
    Grid,
    GridColumn,
    Words,
)
from erp_desktop.documents.page import Block, Sheet, draw_sheet, head_of
from erp_desktop.documents.paper_words import words_of
from erp_desktop.documents.papers import Paper
from erp_desktop.documents.priced import packed_mark, quantity_mark
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.packing import Packing, packings
from erp_desktop.services.sales.picking import Pick, plan_picking
from erp_desktop.services.stock.places import place


@dataclass(frozen=True, slots=True)
class PickRow:
    """A line to walk to."""

    bin: str
    name: str
    sku: str
    barcode: str
    lot: str
    expires_on: date | None
    quantity: Decimal
    unit: str
    order: str
    partner: str
    packed: str = ""  # in the unit that the stock is shown in, where it is a pack


@dataclass(frozen=True, slots=True, kw_only=True)
class PickPaper(Paper):
    """Rows in the order of walking; `short` are those that the warehouse does not have."""

    warehouse: str = ""
    orders: int = 0
    rows: tuple[PickRow, ...] = ()
    short: tuple[PickRow, ...] = ()


def gather_picks(
    books: Books, order_ids: list[int], place_id: int, language: str | None = None
) -> PickPaper:
    """The pick list of these orders in a warehouse. Raises WrongDocument, UnknownWarehouse."""
    plan = plan_picking(books, order_ids, place_id)
    codes = {
        row[0]: row[1]
        for row in books.rows(
            "SELECT product_id, MIN(code) FROM barcode WHERE unit IS NULL GROUP BY product_id"
        )
    }
    packs = packings(books, [pick.product_id for pick in (*plan.picks, *plan.short)])
    return PickPaper(
        language=language or books.setting("language", "en"),
        shop=shop_head(books),
        number="",
        day=clock.day_date(clock.today()),
        lines=(),
        warehouse=place(books, place_id).name,
        orders=len(order_ids),
        rows=tuple(_row(pick, codes, packs) for pick in plan.picks),
        short=tuple(_row(pick, codes, packs) for pick in plan.short),
    )


def _row(pick: Pick, codes: dict[int, str], packs: dict[int, Packing]) -> PickRow:
    return PickRow(
        pick.bin, pick.name, pick.sku, codes.get(pick.product_id, ""), pick.lot,
        clock.day_date(pick.expires_on) if pick.expires_on else None, quantity(pick.quantity),
        pick.unit, pick.number, pick.partner,
        figures.in_packs(quantity(pick.quantity), packs.get(pick.product_id)),
    )  # fmt: skip


def draw(paper: PickPaper) -> bytes:
    """The pick list on A4."""
    say = words_of(paper.language)
    facts = [
        ("Warehouse", paper.warehouse),
        ("Date", figures.day(paper.day, paper.language)),
        ("Orders", str(paper.orders)),
        ("Items", str(len(paper.rows))),
    ]
    head = replace(head_of(paper, "Pick list", [], facts), stamp="")
    short = "; ".join(
        f"{row.name} {figures.figure(row.quantity, 0)} {row.unit} ({row.order})"
        for row in paper.short
    )
    ending: list[Block] = [
        Notes(say("Not on hand"), short),
        Signatures([say(label) for label in ("Picked by", "Checked by")]),
    ]
    return draw_sheet(Sheet(paper.language, head, _grid(paper), ending))


def _grid(paper: PickPaper) -> Grid:
    say, rows = words_of(paper.language), paper.rows
    binned, lotted = any(row.bin for row in rows), any(row.lot for row in rows)
    columns = [GridColumn(say("Place"), least=40)] if binned else []
    columns += [GridColumn(say("Item"), share=1), GridColumn(say("Barcode"))]
    columns += [GridColumn(say("Lot"), least=52)] if lotted else []
    columns += [
        GridColumn(say("Quantity"), right=True),
        GridColumn(say("Unit"), least=24),
        GridColumn(say("Order"), least=84),
        GridColumn(say("Picked"), least=40),
    ]
    places = places_of(row.quantity for row in rows)
    made = []
    for row in rows:
        cells: list[Cell] = [(Words(row.bin, STRONG, 1),)] if binned else []
        cells += [(Words(row.name), Words(row.sku, SMALL, 1)), (Code(row.barcode or row.sku),)]
        cells += [_lot(row, paper.language)] if lotted else []
        cells += [
            (quantity_mark(row.quantity, places), *packed_mark(row.packed)),
            (Words(row.unit, BESIDE, 1),),
            (Words(row.order, BODY, 1), Words(row.partner, SMALL, 1)),
            (Blank(22),),
        ]
        made.append(tuple(cells))
    return Grid(tuple(columns), made)


def _lot(row: PickRow, language: str) -> Cell:
    if row.expires_on is None:
        return (Words(row.lot, BODY, 1),)
    return (Words(row.lot, BODY, 1), Words(figures.day(row.expires_on, language), SMALL, 1))
