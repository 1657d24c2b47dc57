"""The list of purchases: every order and every receipt without one, with what is next.

The papers that answer them (receipts, bills, returns) stand in views of their own, so that one
filter field finds every number of the buying side.
"""

from typing import Final

from erp_desktop.core import clock
from erp_desktop.core.table import Column, Kind, Listing
from erp_desktop.reports import trade_sql as sql

KINDS: Final = ("purchase_order", "goods_receipt", "bill", "landed_cost", "purchase_return")
_PARTNERS: Final = 1_000_000_000  # more suppliers than a shop has
_STORIES = "(d.kind = 'purchase_order' OR (d.kind = 'goods_receipt' AND d.of_id IS NULL))"


def purchases(today: int | None = None) -> Listing:
    """The list as of a day (which bills are overdue); amounts in the shop's currency."""
    side, day = sql.BUYING, today or clock.today()
    return Listing(
        name="purchases",
        title="Purchases",
        columns=_columns(day),
        source="document d",
        key="d.id",
        where="d.kind IN ('purchase_order', 'goods_receipt', 'bill', 'landed_cost', "
        "'purchase_return')",
        search=("COALESCE(d.number, '')", "d.partner_name", "d.reference"),
        views=(
            ("all", "All", _STORIES),
            ("drafts", "Drafts", "d.state = 'draft'"),
            ("to_receive", "To receive", sql.outstanding(side)),
            ("to_bill", "To bill", f"{_STORIES} AND {sql.to_charge(side)}"),
            ("unpaid", "Unpaid", f"{_STORIES} AND {sql.unpaid(side)}"),
            ("receipts", "Receipts", "d.kind = 'goods_receipt'"),
            ("bills", "Bills", "d.kind IN ('bill', 'landed_cost')"),
            ("returns", "Returns", "d.kind = 'purchase_return'"),
        ),
        order="day",
    )


def _columns(day: int) -> tuple[Column, ...]:
    side = sql.BUYING
    return (
        Column("number", "Number", Kind.CODE, 146, sql="COALESCE(d.number, '')"),
        Column("day", "Date", Kind.DATE, 76, sql="d.booked_on"),
        Column("partner", "Supplier", Kind.TEXT, 200, sql="d.partner_name"),
        Column("state", "State", Kind.STATE, 140, sql=sql.state(side, day)),
        Column("next", "Next step", Kind.TEXT, 130, sql=sql.next_step(side)),
        Column("due", "Expected", Kind.DATE, 140, sql=sql.due_on(side)),
        Column("lines", "Lines", Kind.COUNT, 60, total=True, sql=sql.line_count()),
        Column("total", "Total", Kind.MONEY, 104, total=True, sql="d.total", cost=True),
        Column(
            "received",
            "Received",
            Kind.MONEY,
            104,
            total=True,
            sql=sql.moved_value(side),
            cost=True,
        ),
        Column("open", "To pay", Kind.MONEY, 104, total=True, sql=sql.to_pay(side), cost=True),
        Column("kind", "Kind", Kind.TEXT, 110, hidden=True, sql="d.kind"),
        Column("reference", "Reference", Kind.TEXT, 120, hidden=True, sql="d.reference"),
        Column("note", "Note", Kind.TEXT, 160, hidden=True, sql="d.note"),
    )


def supplier_prices() -> Listing:
    """What each supplier sells a product for. A row's key tells the product and the supplier."""
    return Listing(
        name="supplier-prices",
        title="Supplier prices",
        columns=(
            Column("sku", "SKU", Kind.CODE, 110, sql="p.sku"),
            Column("name", "Name", Kind.TEXT, 260, sql="p.name"),
            Column("supplier_code", "Supplier code", Kind.CODE, 110, hidden=True, sql="a.code"),
            Column("supplier", "Supplier", Kind.TEXT, 220, sql="a.name"),
            Column("code", "Supplier's SKU", Kind.CODE, 130, sql="s.code"),
            Column("price", "Price", Kind.PRICE, 100, sql="s.price", cost=True),
            Column("minimum", "Minimum quantity", Kind.QUANTITY, 120, sql="s.minimum"),
            Column("pack", "Pack", Kind.QUANTITY, 80, sql="s.pack"),
            Column("lead_days", "Lead days", Kind.COUNT, 90, sql="s.lead_days"),
        ),
        source="product_supplier s JOIN product p ON p.id = s.product_id "
        "JOIN partner a ON a.id = s.partner_id",
        key=f"(s.product_id * {_PARTNERS} + s.partner_id)",
        search=("p.sku", "p.name", "a.name", "s.code"),
        order="sku",
        descending=False,
    )


def supplier_price_of(key: int) -> int:
    """The product of a row of the supplier prices."""
    return key // _PARTNERS
