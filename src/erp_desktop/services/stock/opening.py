"""Opening stock (期初库存): what was on the shelves when the shop began with this program."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from erp_desktop.core import clock, errors
from erp_desktop.core.money import price_parts, value_of
from erp_desktop.core.states import Kind
from erp_desktop.models.books import Books
from erp_desktop.services import posting
from erp_desktop.services.catalogue.products import products
from erp_desktop.services.paper import Goods, Line, Paper, Posted
from erp_desktop.services.stock.places import main_warehouse, outside
from erp_desktop.services.trade import pieces_of, positive, put_amounts, serials_text


@dataclass(frozen=True, slots=True)
class OpeningLine:
    """How much of a product there was, and its cost each (or its value in all)."""

    product_id: int
    quantity: Decimal
    unit_cost: Decimal = Decimal(0)
    value: Decimal | None = None
    lot: str | None = None
    expires_on: int | None = None
    serials: Sequence[str] = ()
    bin_id: int | None = None  # the shelf it lies on
    pieces: Decimal | None = None  # how many pieces a weight is


@dataclass(frozen=True, slots=True)
class OpenStock:
    lines: Sequence[OpeningLine]
    place_id: int | None = None
    at: int | None = None
    external_id: str | None = None
    note: str = ""
    batch_id: int | None = None


def open_stock(books: Books, command: OpenStock) -> Posted:
    """Take opening stock into the ledgers, against the owner's capital.

    Raises NotStocked, NotPositive, NothingToPost, UnknownProduct.
    """
    if again := posting.posted_before(books, command.external_id):
        return again
    if not command.lines:
        raise errors.NothingToPost
    paper = Paper(
        kind=Kind.OPENING,
        at=command.at if command.at is not None else clock.now(),
        place_id=command.place_id or main_warehouse(books),
        external_id=command.external_id,
        note=command.note,
        batch_id=command.batch_id,
    )
    known = products(books, [line.product_id for line in command.lines])
    beginning = outside(books, "opening")
    for at, typed in enumerate(command.lines):
        product = known[typed.product_id]
        if not product.is_goods:
            raise errors.NotStocked(product.sku)
        held, price = positive("quantity", typed.quantity), price_parts(typed.unit_cost)
        worth = value_of(held, price, books.minor)
        if typed.value is not None:
            worth = books.amount(typed.value)
        if worth < 0 or price < 0:
            raise errors.NotPositive("unit_cost", typed.unit_cost)
        pieces = pieces_of(typed.pieces)
        paper.lines.append(
            Line(product.id, product.sku, product.name, held, product.unit, price=price, net=worth,
                 lot=typed.lot, expires_on=typed.expires_on, serials=serials_text(typed.serials),
                 bin_id=typed.bin_id, pieces=pieces)
        )  # fmt: skip
        paper.goods.append(
            Goods(at, product.id, beginning, paper.place_id or 0, held, worth, pieces=pieces)
        )
    put_amounts(paper, [], [])
    return posting.post(books, paper)
