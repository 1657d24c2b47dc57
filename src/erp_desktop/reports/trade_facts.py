"""What a page of the trade asks while something is written: terms, products, what is open."""

from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core import errors, money
from erp_desktop.core.states import BUYING, Kind
from erp_desktop.models.books import Books
from erp_desktop.reports import trade_sql as sql
from erp_desktop.reports.document_rows import (
    DocumentLine,
    head_of,
    kind_of,
    lines_of,
)
from erp_desktop.services.catalogue.availability import stock_of
from erp_desktop.services.catalogue.pricing import IN_USE
from erp_desktop.services.catalogue.units import units_of

# Every text put into the SQL below is from our own code; what people type is bound.
# ruff: noqa: S608


class Terms(NamedTuple):
    """What a page of the trade must know of the shop."""

    places: int
    tax_included: bool
    over_percent: Decimal
    warehouses: tuple[tuple[int, str], ...]
    tax: Decimal
    levels: bool = False  # whether prices may differ by customer


class UnitFacts(NamedTuple):
    """A further unit of a product: how many of its own it holds, its own price if it has one."""

    unit: str
    factor: Decimal
    price: Decimal | None


class ProductFacts(NamedTuple):
    """A product as a line of an order takes it; `price` is what is offered for it."""

    id: int
    sku: str
    name: str
    unit: str
    goods: bool
    price: Decimal
    rate: Decimal
    on_hand: Decimal
    available: Decimal
    last_price: Decimal | None
    is_template: bool = False
    units: tuple[UnitFacts, ...] = ()
    usual_unit: str = ""  # what is offered first; empty for the unit it is counted in
    catch_unit: str = ""  # pieces are kept beside the weight
    stock_unit: str = ""  # its stock is shown in

    @property
    def pack(self) -> UnitFacts | None:
        """What its stock is shown in, where that is more than its own unit."""
        return next(
            (one for one in self.units if one.unit == self.stock_unit and one.factor > 1), None
        )


def terms(books: Books) -> Terms:
    """The shop's terms of trade."""
    found = books.rows("SELECT id, name FROM location WHERE kind = 'storage' ORDER BY id")
    return Terms(
        books.money_places,
        books.tax_included,
        Decimal(books.setting("over_receipt_percent", "0")),
        tuple((row[0], row[1]) for row in found),
        money.decimal_of(int(books.setting("tax", "0")), money.QUANTITY_PLACES),
        books.setting(IN_USE) == "1",
    )


def product_facts(
    books: Books, product_id: int, place_id: int | None, *, buying: bool,
    supplier_id: int | None = None,
) -> ProductFacts:  # fmt: skip
    """A product for a new line, at the price the supplier offers it for where one is known.
    Raises UnknownProduct."""
    here = place_id or -1
    row = books.row(
        "SELECT l.id, l.sku, l.name, l.unit, l.kind, l.price, l.purchase_price, l.tax, "
        f"{stock_of('on_hand', 'l', here)}, {stock_of('available', 'l', here)}, l.is_template, "
        "l.purchase_unit, l.sale_unit, l.catch_unit, l.stock_unit FROM product l WHERE l.id = ?",
        (product_id,),
    )
    if row is None:
        raise errors.UnknownProduct(product_id)
    places = books.money_places
    kinds = "'goods_receipt', 'bill'" if buying else "'goods_issue', 'invoice', 'sale'"
    last = books.value(
        "SELECT x.price FROM document_line x JOIN document xd ON xd.id = x.document_id "
        f"WHERE x.product_id = ? AND xd.state = 'posted' AND xd.kind IN ({kinds}) "
        "ORDER BY x.id DESC LIMIT 1",
        (product_id,),
    )
    own = (row[6] or 0) if buying else row[5]
    if buying and supplier_id is not None:
        offered = books.value(
            "SELECT price FROM product_supplier WHERE product_id = ? AND partner_id = ?",
            (product_id, supplier_id),
        )
        own = own if offered is None else offered
    return ProductFacts(
        row[0], row[1], row[2], row[3], row[4] != "service", money.price(own, places),
        money.quantity(row[7]), money.quantity(int(row[8])), money.quantity(int(row[9])),
        None if last is None else money.price(last, places),
        bool(row[10]), _unit_facts(books, product_id, places),
        (row[11] if buying else row[12]) or "", row[13] or "", row[14] or "",
    )  # fmt: skip


def _unit_facts(books: Books, product_id: int, places: int) -> tuple[UnitFacts, ...]:
    return tuple(
        UnitFacts(
            unit.unit,
            money.quantity(unit.factor),
            None if unit.price is None else money.price(unit.price, places),
        )
        for unit in units_of(books, [product_id])[product_id].values()
    )


class OpenInvoice(NamedTuple):
    """An invoice or bill that is not settled yet."""

    id: int
    number: str
    open: Decimal


def open_invoices(books: Books, document_id: int) -> list[OpenInvoice]:
    """What is still to pay of a document: its open invoices or bills, the oldest first."""
    kind = Kind(kind_of(books, document_id))
    side = sql.BUYING if kind in BUYING else sql.SELLING
    return [
        OpenInvoice(row[0], row[1], money.money(int(row[2]), books.money_places))
        for row in books.rows(
            f"SELECT b.id, b.number, {sql.OPEN} FROM document b WHERE b.state = 'posted' "
            f"AND b.kind IN ({sql.quoted(*side.invoices)}) AND b.partner_id IS NOT NULL "
            "AND (b.id = ? OR b.of_id = ? "
            "OR b.of_id IN (SELECT m.id FROM document m WHERE m.of_id = ?)) "
            "ORDER BY b.happened_at, b.id",
            (document_id,) * 3,
        )
        if row[2]
    ]


def chargeable(books: Books, document_id: int) -> list[DocumentLine]:
    """The lines that may be billed or invoiced: of a receipt or issue, or of all of an order's.

    `done` is what was charged or came back before; services of an order that left with no issue
    are charged from the order itself.
    """
    head = head_of(books, document_id)
    if head.kind in {Kind.GOODS_RECEIPT, Kind.GOODS_ISSUE}:
        return [_open_part(line) for line in lines_of(books, head)]
    moved = [
        line
        for row in books.rows(
            "SELECT id FROM document WHERE of_id = ? AND state = 'posted' "
            "AND kind IN ('goods_receipt', 'goods_issue') ORDER BY happened_at, id",
            (document_id,),
        )
        for line in lines_of(books, head_of(books, row[0]))
    ]
    gone = {line.answers_id for line in moved}
    own = [
        line._replace(done=_invoiced(books, line.id))
        for line in lines_of(books, head)
        if not line.goods and line.id not in gone and head.kind is Kind.SALES_ORDER
    ]
    return [_open_part(line) for line in (*moved, *own)]


def _open_part(line: DocumentLine) -> DocumentLine:
    """What came back before it was charged is charged no more."""
    back = min(line.back, max(line.quantity - line.done, Decimal(0)))
    return line._replace(done=line.done + back, limit=line.quantity)


def _invoiced(books: Books, line_id: int) -> Decimal:
    done = sql.quantity_done("'invoice'", "l")
    found = books.value(f"SELECT {done} FROM document_line l WHERE l.id = ?", (line_id,))
    return money.quantity(int(found or 0))


def orders_to_receive(books: Books) -> int:
    """How many purchase orders something is still to come of."""
    return _waiting(books, sql.BUYING)


def orders_to_ship(books: Books) -> int:
    """How many sales orders something is still to leave for."""
    return _waiting(books, sql.SELLING)


def _waiting(books: Books, side: sql.Side) -> int:
    return int(
        books.value(
            f"SELECT COUNT(*) FROM document d WHERE d.kind = '{side.order}' "
            f"AND {sql.outstanding(side)}"
        )
    )
