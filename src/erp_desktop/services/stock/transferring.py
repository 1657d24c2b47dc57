"""Moving goods between our own warehouses (调拨) and writing off what is spoilt (报损).

A transfer is done in one step where somebody carries the goods over, or in two where they travel:
sent into transit (在途) now, received at the other end later (`transit.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from erp_desktop.core import clock, errors
from erp_desktop.core.states import Kind
from erp_desktop.models.books import Books
from erp_desktop.services import posting
from erp_desktop.services.catalogue.products import products
from erp_desktop.services.paper import Goods, Line, Paper, Posted
from erp_desktop.services.stock.pieces import likely
from erp_desktop.services.stock.places import main_warehouse, outside, place
from erp_desktop.services.stock.transit import transit_to
from erp_desktop.services.trade import pieces_of, positive, serials_text


@dataclass(frozen=True, slots=True)
class MoveLine:
    """So much of a product; of which lot and shelf, and onto which, where that is said."""

    product_id: int
    quantity: Decimal
    note: str = ""
    lot: str | None = None
    serials: Sequence[str] = ()
    bin_id: int | None = None
    to_bin_id: int | None = None
    pieces: Decimal | None = None  # how many pieces a weight is; None: by what lies there


@dataclass(frozen=True, slots=True)
class TransferGoods:
    """From one warehouse to another; the goods carry their value exactly (L-32).

    With `travels` they are on their way until the other end receives them.
    """

    source_id: int
    target_id: int
    lines: Sequence[MoveLine]
    at: int | None = None
    external_id: str | None = None
    note: str = ""
    travels: bool = False


@dataclass(frozen=True, slots=True)
class WriteOff:
    """Goods that are gone: broken, expired, stolen, used in the shop."""

    lines: Sequence[MoveLine]
    reason: str
    place_id: int | None = None
    at: int | None = None
    external_id: str | None = None
    note: str = ""
    batch_id: int | None = None


def transfer_goods(books: Books, command: TransferGoods) -> Posted:
    """Raises SamePlace (unless it is from bin to bin), NotEnoughStock, NotStocked, NothingToPost.

    From bin to bin inside one warehouse no value moves.
    """
    if again := posting.posted_before(books, command.external_id):
        return again
    source, target = place(books, command.source_id), place(books, command.target_id)
    from_bin_to_bin = bool(command.lines) and all(line.to_bin_id for line in command.lines)
    if source.id == target.id and not from_bin_to_bin:
        raise errors.SamePlace(source.code)
    paper = Paper(
        kind=Kind.TRANSFER,
        at=command.at if command.at is not None else clock.now(),
        place_id=source.id,
        to_place_id=target.id,
        external_id=command.external_id,
        note=command.note,
    )
    _move(books, paper, command.lines, transit_to(books, target) if command.travels else target.id)
    return posting.post(books, paper)


def write_off(books: Books, command: WriteOff) -> Posted:
    """Raises Missing (reason), NotEnoughStock, NotStocked, NothingToPost."""
    if again := posting.posted_before(books, command.external_id):
        return again
    if not command.reason.strip():
        raise errors.Missing("reason")
    paper = Paper(
        kind=Kind.WRITE_OFF,
        at=command.at if command.at is not None else clock.now(),
        place_id=command.place_id or main_warehouse(books),
        external_id=command.external_id,
        reason=command.reason.strip(),
        note=command.note,
        batch_id=command.batch_id,
    )
    _move(books, paper, command.lines, outside(books, "scrap"))
    return posting.post(books, paper)


def _move(books: Books, paper: Paper, lines: Sequence[MoveLine], target_id: int) -> None:
    if not lines:
        raise errors.NothingToPost
    known = products(books, [line.product_id for line in lines])
    for at, typed in enumerate(lines):
        product = known[typed.product_id]
        if not product.is_goods:
            raise errors.NotStocked(product.sku)
        moving = positive("quantity", typed.quantity)
        pieces = pieces_of(typed.pieces)
        if pieces is None:
            pieces = likely(books, product.id, paper.place_id or 0, moving)
        paper.lines.append(
            Line(
                product.id,
                product.sku,
                product.name,
                moving,
                product.unit,
                note=typed.note,
                lot=typed.lot,
                serials=serials_text(typed.serials),
                bin_id=typed.bin_id,
                pieces=pieces,
            )
        )
        paper.goods.append(
            Goods(at, product.id, paper.place_id or 0, target_id, moving,
                  target_bin_id=typed.to_bin_id, pieces=pieces)
        )  # fmt: skip
