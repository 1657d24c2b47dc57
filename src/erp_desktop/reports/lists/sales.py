"""The list of sales: quotations, orders, and goods that left without one, with what is next."""

from typing import Final

from erp_desktop.core import clock
from erp_desktop.core.table import Column, Kind, Listing
from erp_desktop.reports import trade_sql as sql

KINDS: Final = ("quotation", "sales_order", "goods_issue", "invoice", "sales_return", "sale")
_STORIES = (
    "(d.kind IN ('quotation', 'sales_order') OR (d.kind = 'goods_issue' AND d.of_id IS NULL))"
)
# Both halves of an exchange are one, under the number of what goes.
_EXCHANGE = (
    "(d.kind = 'sale' AND EXISTS (SELECT 1 FROM document b WHERE b.id = d.of_id "
    "AND b.kind = 'sales_return'))"
)
_HALF = (
    "(d.kind = 'sales_return' AND EXISTS (SELECT 1 FROM document g WHERE g.of_id = d.id "
    "AND g.kind = 'sale'))"
)


def sales(today: int | None = None) -> Listing:
    """The list as of a day (which invoices are overdue); amounts in the shop's currency."""
    side, day = sql.SELLING, today or clock.today()
    return Listing(
        name="sales_orders",
        title="Sales orders",
        columns=_columns(day),
        source="document d",
        key="d.id",
        where="d.kind IN ('quotation', 'sales_order', 'goods_issue', 'invoice', 'sales_return', "
        "'sale')",
        search=("COALESCE(d.number, '')", "d.partner_name", "d.reference"),
        views=(
            ("all", "All", _STORIES),
            ("drafts", "Drafts", "d.state = 'draft'"),
            ("to_ship", "To ship", sql.outstanding(side)),
            ("to_invoice", "To invoice", f"{_STORIES} AND {sql.to_charge(side)}"),
            ("unpaid", "Unpaid", f"{_STORIES} AND {sql.unpaid(side)}"),
            ("overdue", "Overdue", f"{_STORIES} AND {sql.overdue(side, day)}"),
            ("issues", "Stock-outs", "d.kind = 'goods_issue'"),
            ("invoices", "Invoices", "d.kind = 'invoice'"),
            ("returns", "Returns", f"d.kind = 'sales_return' AND NOT {_HALF}"),
            ("exchanges", "Exchanges", _EXCHANGE),
            ("till", "Till sales", "d.kind = 'sale'"),
        ),
        order="day",
    )


def _columns(day: int) -> tuple[Column, ...]:
    side = sql.SELLING
    paid = f"({sql.charged(side)} - {sql.to_pay(side)})"
    return (
        Column("number", "Number", Kind.CODE, 146, sql="COALESCE(d.number, '')"),
        Column("day", "Date", Kind.DATE, 76, sql="d.booked_on"),
        Column("partner", "Customer", Kind.TEXT, 180, sql="d.partner_name"),
        Column("state", "State", Kind.STATE, 140, sql=sql.state(side, day)),
        Column("next", "Next step", Kind.TEXT, 130, sql=sql.next_step(side)),
        Column("due", "Due", Kind.DATE, 140, sql=sql.due_on(side)),
        Column("lines", "Lines", Kind.COUNT, 60, total=True, sql=sql.line_count()),
        Column("total", "Total", Kind.MONEY, 104, total=True, sql="d.total"),
        Column("paid", "Paid", Kind.MONEY, 100, total=True, sql=paid),
        Column("open", "To pay", Kind.MONEY, 100, total=True, sql=sql.to_pay(side)),
        Column("margin", "Margin %", Kind.PERCENT, 92, sql=sql.margin(), cost=True),
        Column(
            "kind",
            "Kind",
            Kind.TEXT,
            110,
            hidden=True,
            sql=f"CASE WHEN {_EXCHANGE} THEN 'exchange' ELSE d.kind END",
        ),
        Column("reference", "Reference", Kind.TEXT, 120, hidden=True, sql="d.reference"),
        Column("note", "Note", Kind.TEXT, 160, hidden=True, sql="d.note"),
    )
