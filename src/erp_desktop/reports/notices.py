"""What waits for somebody: counts for the bell, each with the first case, so that it can be said.

One quick question each; read beside the window, a little after the books changed.
"""

from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core import clock
from erp_desktop.core.money import quantity
from erp_desktop.models.books import Books
from erp_desktop.reports.home import overdue, running_out
from erp_desktop.reports.home_rows import overdue_customers, running_low

SOON = 30  # days before its day that a lot is told


class Expiring(NamedTuple):
    """Goods of a lot whose day comes near or is past."""

    product_id: int
    name: str
    unit: str
    lot: str
    expires_on: int
    on_hand: Decimal

    @property
    def days_left(self) -> int:
        """Days until then; less than nothing when it is past."""
        today = clock.day_date(clock.today())
        return (clock.day_date(self.expires_on) - today).days


class Waits(NamedTuple):
    """How many, what they come to, and the first of them in words of the books."""

    code: str
    many: int
    amount: Decimal | None = None
    name: str = ""
    key: int = 0


def notices(books: Books) -> list[Waits]:
    """Everything that waits, the most urgent first; nothing that does not."""
    found = [_late_orders(books, "sales_order"), _late_orders(books, "purchase_order")]
    low = running_low(books)
    if low:
        found.append(Waits("low", running_out(books), None, low[0].name, low[0].id))
    late = overdue_customers(books)
    if late:
        owed = overdue(books)
        found.append(Waits("overdue", owed.count, owed.amount, late[0].name, late[0].partner_id))
    found += _expiring(books)
    return [one for one in found if one.many]


def expiring(books: Books, within: int = SOON, limit: int = 4) -> list[Expiring]:
    """The lots on hand whose day is past or comes within so many days, the next first."""
    last = clock.day_after(clock.today(), within)
    rows = books.rows(
        "SELECT p.id, p.name, p.unit, l.code, l.expires_on, SUM(d.on_hand) FROM lot l "
        "JOIN stock_detail d ON d.lot_id = l.id JOIN location w ON w.id = d.location_id "
        "AND w.kind = 'storage' JOIN product p ON p.id = l.product_id "
        "WHERE l.expires_on IS NOT NULL AND l.expires_on <= ? "
        "GROUP BY p.id, p.name, p.unit, l.id, l.code, l.expires_on HAVING SUM(d.on_hand) > 0 "
        "ORDER BY l.expires_on, l.id LIMIT ?",
        (last, limit),
    )
    return [Expiring._make((*row[:5], quantity(int(row[5])))) for row in rows]


def count_expiring(books: Books, within: int = SOON) -> int:
    """How many lots on hand are past their day or near it."""
    return len(expiring(books, within, 1000))


def _expiring(books: Books) -> list[Waits]:
    lots = expiring(books, SOON, 1000)
    past = [one for one in lots if one.days_left < 0]
    near = [one for one in lots if one.days_left >= 0]
    return [
        Waits(code, len(some), None, some[0].name, some[0].product_id)
        for code, some in (("expired", past), ("expiring", near))
        if some
    ]


def _late_orders(books: Books, kind: str) -> Waits:
    """Confirmed orders whose day is past, with goods still to come or to go."""
    answered_by = "goods_issue" if kind == "sales_order" else "goods_receipt"
    rows = books.rows(
        "SELECT o.id, o.partner_name FROM document o WHERE o.kind = ? AND o.state = 'confirmed' "
        "AND o.due_on < ? AND EXISTS (SELECT 1 FROM document_line l JOIN product p "
        "ON p.id = l.product_id WHERE l.document_id = o.id AND p.kind = 'goods' "
        "AND l.quantity > COALESCE((SELECT SUM(a.quantity) FROM document_line a "
        "JOIN document i ON i.id = a.document_id WHERE a.answers_id = l.id AND i.kind = ? "
        "AND i.state = 'posted'), 0)) ORDER BY o.due_on, o.id",
        (kind, clock.today(), answered_by),
    )
    first = rows[0] if rows else (0, "")
    return Waits(f"late_{kind}", len(rows), None, first[1] or "", first[0])
