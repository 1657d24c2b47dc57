"""Purchase orders and sales orders out of one table: rows with the same order number are lines of
one order. Products and partners must be known; each order is confirmed as it stands. Exports of
sales channels are known by their columns and taken in their own way (`channel_orders`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from erp_desktop.core import errors
from erp_desktop.core.states import Kind, State
from erp_desktop.exchange.imports.channel_orders import channel_kinds
from erp_desktop.exchange.imports.intake import ImportKind, Intake, SourceRow, nearest
from erp_desktop.exchange.imports.northwind import (
    purchase_files,
    sales_files,
    take_in_purchase_files,
    take_in_sales_files,
)
from erp_desktop.exchange.mapping import FieldKind, FieldSpec
from erp_desktop.exchange.problems import Wrong
from erp_desktop.models.books import Books
from erp_desktop.services.ordering import WriteOrder, confirm_order
from erp_desktop.services.trade import TradeLine

_ORDER = (
    FieldSpec("number", "Order number", "单号", FieldKind.CODE, required=True, aliases=(
        "Order", "PO number", "采购单号", "销售单号", "订单号")),
    FieldSpec("at", "Order date", "日期", FieldKind.MOMENT, required=True),
    FieldSpec("due", "Due date", "交货日期", FieldKind.DATE, aliases=(
        "Expected date", "Expected", "Required date", "Delivery date", "到货日期", "预计到货")),
    FieldSpec("sku", "SKU", "货号", FieldKind.CODE, required=True),
    FieldSpec("quantity", "Quantity", "数量", FieldKind.QUANTITY, required=True),
)  # fmt: skip
_LINE = (
    FieldSpec("unit", "Unit", "单位"),
    FieldSpec("discount", "Discount %", "折扣%", FieldKind.PERCENT),
    FieldSpec("tax", "Tax rate", "税率", FieldKind.PERCENT),
    FieldSpec("note", "Note", "备注"),
)
_PRICE = FieldSpec("price", "Unit price", "单价", FieldKind.PRICE)
_COST = FieldSpec(
    "price", "Unit cost", "采购单价", FieldKind.PRICE, aliases=("Cost", "Price", "进价", "单价")
)
_SUPPLIER = FieldSpec(
    "partner", "Supplier", "供应商", FieldKind.CODE, required=True,
    aliases=("Supplier code", "Supplier ID", "Vendor", "供应商编码"),
)  # fmt: skip
_CUSTOMER = FieldSpec(
    "partner", "Customer", "客户", FieldKind.CODE, required=True,
    aliases=("Customer code", "Customer ID", "Client", "客户编码"),
)  # fmt: skip
_NEEDED = ("number", "partner", "at", "sku", "quantity")


@dataclass(slots=True)
class _Order:
    """The rows of one order, as they become a command."""

    row: SourceRow
    partner_id: int
    lines: list[TradeLine] = field(default_factory=list)


def take_in_purchases(books: Books, intake: Intake) -> None:
    """Purchase orders out of a table."""
    _take_in(books, intake, Kind.PURCHASE_ORDER)


def take_in_sales(books: Books, intake: Intake) -> None:
    """Sales orders out of a table."""
    _take_in(books, intake, Kind.SALES_ORDER)


def _take_in(books: Books, intake: Intake, kind: Kind) -> None:
    checker = _Checker(books, intake, kind)
    for row in intake.rows:
        checker.take(row)
    intake.stop_if_faulty()
    done = 0
    for number, order in checker.orders.items():
        _confirm(books, intake, kind, number, order)
        done += len(order.lines)
        intake.went_on(done, len(intake.rows))


def _confirm(books: Books, intake: Intake, kind: Kind, number: str, order: _Order) -> None:
    command = WriteOrder(
        kind,
        order.partner_id,
        order.lines,
        at=order.row.instant("at"),
        due_on=order.row.day("due"),
        reference=number,
        batch_id=intake.batch_id,
    )
    try:
        confirm_order(books, command)
    except errors.RuleBroken as refusal:
        intake.refused(order.row, "number", refusal)


class _Checker:
    """Gathers rows into orders, and tells what is wrong with them."""

    def __init__(self, books: Books, intake: Intake, kind: Kind) -> None:
        self.intake = intake
        role = "is_supplier" if kind is Kind.PURCHASE_ORDER else "is_customer"
        self.partners = _by_code_or_name(
            books.rows(f"SELECT id, code, name FROM partner WHERE {role} ORDER BY id DESC")  # noqa: S608
        )
        self.products: dict[str, int] = dict(books.rows("SELECT sku, id FROM product"))
        self.before = {
            row[0]
            for row in books.rows(
                "SELECT reference FROM document WHERE kind = ? AND batch_id IS NOT NULL "
                "AND state IN (?, ?)",
                (kind, State.CONFIRMED, State.CLOSED),
            )
        }
        self.units: dict[int, list[str]] = {
            row[0]: [row[1]] for row in books.rows("SELECT id, unit FROM product")
        }
        for product_id, unit in books.rows("SELECT product_id, unit FROM product_unit"):
            self.units[product_id].append(unit)
        self.orders: dict[str, _Order] = {}

    def take(self, row: SourceRow) -> None:
        before = len(self.intake.report.problems)
        self._known(row, "partner", self.partners)
        self._known(row, "sku", self.products)
        for name in ("quantity", "price", "discount", "tax"):
            value = row.decimal(name)
            if value is not None and (value < 0 or (name == "quantity" and value == 0)):
                self.intake.problem(row, name, Wrong.NEGATIVE, f"{abs(value) or Decimal(1):f}")
        self.intake.check_date(row, "at")
        self._known_unit(row)
        readable = all(row.values.get(name) is not None for name in _NEEDED)
        if readable and len(self.intake.report.problems) == before:
            self._add(row)

    def _known(self, row: SourceRow, name: str, known: dict[str, int]) -> None:
        said = row.text(name)
        if said is not None and said not in known:
            self.intake.problem(row, name, Wrong.UNKNOWN, nearest(said, known))

    def _known_unit(self, row: SourceRow) -> None:
        unit, product_id = row.text("unit"), self.products.get(row.text("sku") or "")
        if unit is not None and product_id is not None and unit not in self.units[product_id]:
            self.intake.problem(row, "unit", Wrong.NOT_AMONG, ", ".join(self.units[product_id]))

    def _add(self, row: SourceRow) -> None:
        number, amount = str(row.values["number"]), _amount(row)
        if number in self.before:
            self.intake.report.stayed.add("imported_before", amount)
            return
        partner_id = self.partners[str(row.values["partner"])]
        order = self.orders.setdefault(number, _Order(row, partner_id))
        if order.partner_id != partner_id:
            first = order.row.values["partner"]
            self.intake.problem(row, "partner", Wrong.NOT_AMONG, str(first))
        order.lines.append(
            TradeLine(
                self.products[str(row.values["sku"])],
                row.decimal("quantity") or Decimal(0),
                row.decimal("price"),
                row.decimal("discount") or Decimal(0),
                rate=row.decimal("tax"),
                note=row.text("note") or "",
                unit=row.text("unit") or "",
            )
        )
        self.intake.report.came.add("order_lines", amount)


def _by_code_or_name(rows: Iterable[tuple[Any, ...]]) -> dict[str, int]:
    """Partner ids by name and by code; a code goes before a name."""
    found = list(rows)
    by_name = {str(name): int(partner_id) for partner_id, _, name in found}
    return by_name | {str(code): int(partner_id) for partner_id, code, _ in found}


def _amount(row: SourceRow) -> Decimal:
    """Quantity x price less its discount, exactly."""
    quantity, price, percent = (
        row.decimal(name) or Decimal(0) for name in ("quantity", "price", "discount")
    )
    return quantity * price * (100 - percent) / 100


PURCHASE_ORDERS = ImportKind(
    "purchase-orders",
    "Purchase orders",
    (_ORDER[0], _SUPPLIER, *_ORDER[1:], _COST, *_LINE),
    take_in_purchases,
    {"freight": "note", "received": "book"},
    purchase_files,
    take_in_purchase_files,
)
_SALES_ORDERS = ImportKind(
    "sales-orders",
    "Sales orders",
    (_ORDER[0], _CUSTOMER, *_ORDER[1:], _PRICE, *_LINE),
    take_in_sales,
    {"freight": "note", "links": ""},
    sales_files,
    take_in_sales_files,
)
SALES_ORDERS = replace(_SALES_ORDERS, variants=channel_kinds(_SALES_ORDERS))
