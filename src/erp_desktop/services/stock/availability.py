"""Available to promise (可承诺量): what can be given away now without breaking a later promise.

What is on hand today, what orders will take and what suppliers will bring is laid out day by day.
The stock of each day follows; what may be promised for a day is the *minimum* of the stock over
that day and all that come, not the balance of today (LEDGER L-22, L-45).
"""

from typing import NamedTuple

from erp_desktop.core import clock
from erp_desktop.core.money import ONE_QUANTITY
from erp_desktop.models.books import Books


class Change(NamedTuple):
    """What will happen to the stock: + comes, − goes; `kind` is the document's."""

    day: int
    quantity: int
    kind: str
    document_id: int
    number: str
    partner: str
    due_on: int | None  # as it was agreed; `day` is when it counts


class Projection(NamedTuple):
    """The stock of a product from today on; `undated` comes some day that nobody knows."""

    product_id: int
    today: int
    on_hand: int
    changes: tuple[Change, ...]
    undated: tuple[Change, ...]

    def balances(self) -> list[tuple[int, int]]:
        """The stock at the end of each day on which something happens, today first."""
        found = {self.today: self.on_hand}
        now = self.on_hand
        for change in self.changes:
            now += change.quantity
            found[change.day] = now
        return list(found.items())

    def available(self, day: int | None = None) -> int:
        """What may be promised for a day (today): the lowest stock from then on."""
        wanted = self.today if day is None else max(day, self.today)
        then = [held for at, held in self.balances() if at <= wanted][-1]
        return min([then, *(held for at, held in self.balances() if at > wanted)])

    def earliest(self, much: int) -> int | None:
        """The first day for which so much may be promised; None when no day is known."""
        for day, _ in self.balances():
            if self.available(day) >= much:
                return day
        return None


_ORDERED = """
SELECT o.due_on, l.quantity - COALESCE((SELECT CAST(SUM(a.quantity) AS BIGINT)
    FROM document_line a JOIN document i ON i.id = a.document_id
    WHERE a.answers_id = l.id AND i.kind = ? AND i.state = 'posted'), 0),
    o.kind, o.id, o.number, o.partner_name, {per}
FROM document o JOIN document_line l ON l.document_id = o.id {parts}
WHERE {product} = ? AND o.kind = ? AND o.state = 'confirmed' AND (? = 0 OR o.place_id = ?)
"""
_OWN = _ORDERED.format(per="1000000", parts="", product="l.product_id")
_IN_KITS = _ORDERED.format(
    per="k.quantity",
    parts=(
        "JOIN product g ON g.id = l.product_id AND g.kind = 'kit' "
        "JOIN product_part k ON k.product_id = g.id"
    ),
    product="k.part_id",
)
_TRAVELS = """
SELECT d.id, d.number, s.name, SUM(l.quantity) - COALESCE((
    SELECT CAST(SUM(a.quantity) AS BIGINT) FROM document r
    JOIN document_line a ON a.document_id = r.id
    WHERE r.of_id = d.id AND r.kind = 'transfer_in' AND r.state = 'posted'
    AND a.product_id = ?), 0)
FROM document d JOIN document_line l ON l.document_id = d.id
JOIN location s ON s.id = d.place_id
WHERE d.kind = 'transfer' AND d.state = 'posted' AND l.product_id = ?
AND (? = 0 OR d.to_place_id = ?) AND EXISTS (SELECT 1 FROM stock_move m
    JOIN location t ON t.id = m.target_id WHERE m.document_id = d.id AND t.kind = 'transit')
GROUP BY d.id, d.number, s.name
"""


def projection(books: Books, product_id: int, place_id: int | None = None) -> Projection:
    """The stock of a product from today on, in one warehouse or in all of them."""
    today, place = clock.today(), place_id or 0
    on_hand = books.value(
        "SELECT SUM(b.on_hand) FROM stock_balance b JOIN location w ON w.id = b.location_id "
        "WHERE b.product_id = ? AND w.kind = 'storage' AND (? = 0 OR w.id = ?)",
        (product_id, place, place),
    )
    goes = _ordered(books, product_id, place, ("sales_order", "goods_issue"), -1)
    comes = _ordered(books, product_id, place, ("purchase_order", "goods_receipt"), 1)
    comes += _travelling(books, product_id, place, today)
    dated = [_dated(change, today) for change in goes]
    dated += [_dated(change, today) for change in comes if change.due_on]
    dated.sort(key=lambda change: (change.day, change.quantity > 0, change.document_id))
    undated = tuple(change for change in comes if not change.due_on)
    return Projection(product_id, today, int(on_hand or 0), tuple(dated), undated)


def _dated(change: Change, today: int) -> Change:
    """What should have happened before counts as of today, what is late to come as of tomorrow."""
    day = change.due_on or today
    if day < today:
        day = clock.day_after(today) if change.quantity > 0 else today
    return change._replace(day=day)


def _ordered(
    books: Books, product_id: int, place: int, kinds: tuple[str, str], sign: int
) -> list[Change]:
    """What confirmed orders still wait for, the parts of kits among it."""
    asked = (kinds[1], product_id, kinds[0], place, place)
    questions = (_OWN, _IN_KITS) if sign < 0 else (_OWN,)
    return [
        Change(0, sign * int(left) * per // ONE_QUANTITY, kind, order_id, number, partner, due)
        for question in questions
        for due, left, kind, order_id, number, partner, per in books.rows(question, asked)
        if left > 0
    ]


def _travelling(books: Books, product_id: int, place: int, today: int) -> list[Change]:
    """What other warehouses have sent: it may arrive any moment."""
    return [
        Change(0, int(left), "transfer", document_id, number, source, today)
        for document_id, number, source, left in books.rows(
            _TRAVELS, (product_id, product_id, place, place)
        )
        if left > 0
    ]
