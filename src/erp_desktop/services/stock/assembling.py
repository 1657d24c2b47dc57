"""Assembling and taking apart (组装 / 拆卸): parts become a product, or a product its parts.

What went in leaves stock at its cost, what comes out is worth exactly that plus the work paid for;
several products that come out share it by weight (`StockLine.weight`), to the cent. When a part
costs differently than was thought, what was made of it is restated with it (`cascading`). Opening a
pack and merging two products are the same story (LEDGER L-10, L-57).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from erp_desktop.core import clock, errors
from erp_desktop.core.money import price_parts
from erp_desktop.core.states import Kind
from erp_desktop.models.books import Books
from erp_desktop.services import posting
from erp_desktop.services.catalogue.products import Product, products
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.paper import Goods, Leg, Line, Paper, Posted
from erp_desktop.services.partners.partners import partner
from erp_desktop.services.stock.places import main_warehouse, outside
from erp_desktop.services.trade import positive, serials_text


@dataclass(frozen=True, slots=True)
class StockLine:
    """A product that goes in or comes out, in stock units; `weight` by which value is shared."""

    product_id: int
    quantity: Decimal
    weight: Decimal = Decimal(1)  # of one unit; an estimated value, a sale price
    lot: str | None = None
    expires_on: int | None = None
    bin_id: int | None = None
    serials: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Assemble:
    """`used` becomes `made`. `work` is what the work on it cost, owed to `partner_id` if named."""

    made: Sequence[StockLine]
    used: Sequence[StockLine]
    work: Decimal = Decimal(0)
    partner_id: int | None = None
    place_id: int | None = None
    at: int | None = None
    external_id: str | None = None
    reason: str = ""
    note: str = ""


def assemble(books: Books, command: Assemble) -> Posted:
    """Post what went in and what came out, with its cost carried exactly.

    Raises NotEnoughStock, NotStocked, NotPositive, NothingToPost, BothSides.
    """
    if again := posting.posted_before(books, command.external_id):
        return again
    if not command.made or not command.used:
        raise errors.NothingToPost
    if command.work < 0:
        raise errors.NotPositive("work", command.work)
    paper = Paper(
        kind=Kind.ASSEMBLY,
        at=command.at if command.at is not None else clock.now(),
        place_id=command.place_id or main_warehouse(books),
        external_id=command.external_id,
        reason=command.reason,
        note=command.note,
    )
    _put_work(books, paper, command)
    known = products(books, [line.product_id for line in (*command.used, *command.made)])
    both = {line.product_id for line in command.used} & {line.product_id for line in command.made}
    if both:
        raise errors.BothSides(known[min(both)].sku)
    production, place = outside(books, "production"), paper.place_id or 0
    for typed in command.used:
        _add(paper, known[typed.product_id], typed, (place, production))
    for typed in command.made:
        _add(paper, known[typed.product_id], typed, (production, place))
    return posting.post(books, paper)


def _put_work(books: Books, paper: Paper, command: Assemble) -> None:
    """The work is taken into the goods; it is owed to somebody, or to whoever will be paid."""
    paper.net = paper.total = books.amount(command.work)
    if command.partner_id is not None:
        doing = partner(books, command.partner_id)
        paper.partner_id, paper.partner_name = doing.id, doing.name
    if paper.net:
        owed = Role.PAYABLE if command.partner_id is not None else Role.ASSEMBLY_WORK
        paper.legs = [Leg(Role.PRODUCTION, paper.net), Leg(owed, -paper.net, paper.partner_id)]


def _add(paper: Paper, product: Product, typed: StockLine, ends: tuple[int, int]) -> None:
    """One line: used lines go into assembling, made lines come out of it."""
    if not product.is_goods:
        raise errors.NotStocked(product.sku)
    moving, into = positive("quantity", typed.quantity), ends[0] == paper.place_id
    weight = price_parts(typed.weight)
    line = Line(
        product.id, product.sku, product.name, moving, product.unit, price=0 if into else weight,
        place_id=ends[1] if into else ends[0], lot=typed.lot, expires_on=typed.expires_on,
        bin_id=typed.bin_id, serials=serials_text(typed.serials),
    )  # fmt: skip
    paper.lines.append(line)
    goods = Goods(len(paper.lines) - 1, product.id, *ends, moving)
    if into:
        goods.source_bin_id = typed.bin_id
    else:
        goods.target_bin_id = typed.bin_id
    paper.goods.append(goods)
