"""Planning a count (盘点计划): where, which products, blind or not, what is counted twice.

A count may be of everything in a warehouse, or of a part: a category, shelves, an ABC class, a
supplier, or what was not counted for so many days. Its products are written down when it begins.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.core.money import money_parts, quantity_parts
from erp_desktop.models.books import Books, Row
from erp_desktop.services.stock.bins import LOOSE, NO_BIN, bins_to_count
from erp_desktop.services.stock.places import main_warehouse

A_DAY = 86_400
OPEN = frozenset({"counting", "review"})
_CONDITIONS = {
    "all": "1 = 1",
    "category": "c.name = ?",
    "abc": "p.abc = ?",
    "supplier": """(p.supplier_id = ? OR EXISTS (SELECT 1 FROM product_supplier s
        WHERE s.product_id = p.id AND s.partner_id = ?))""",
    "shelf": """EXISTS (SELECT 1 FROM stock_detail t JOIN bin n ON n.id = t.bin_id
        WHERE t.product_id = p.id AND t.location_id = ? AND t.on_hand <> 0 AND n.code LIKE ?)""",
    "due": """NOT EXISTS (SELECT 1 FROM document_line l JOIN document d ON d.id = l.document_id
        WHERE l.product_id = p.id AND d.kind = 'count' AND d.state = 'posted' AND d.place_id = ?
        AND l.happened_at >= ?)""",
}
SCOPES = tuple(_CONDITIONS)


@dataclass(frozen=True, slots=True)
class OpenCount:
    """`value` says which: a category's name, a shelf's beginning, A, days, a supplier's id.

    A difference of at least `recount_quantity` or worth `recount_value` is counted again.
    """

    name: str = ""
    place_id: int | None = None
    scope: str = "all"
    value: str = ""
    blind: bool = False
    recount_quantity: Decimal | None = None
    recount_value: Decimal | None = None


class Plan(NamedTuple):
    """A count as it stands in the books (amounts in whole parts)."""

    id: int
    name: str
    place_id: int
    scope: str
    value: str
    blind: bool
    state: str
    recount_quantity: int | None
    recount_value: int | None
    opened_at: int
    document_id: int | None

    @property
    def open(self) -> bool:
        return self.state in OPEN


_PLAN = (
    "SELECT id, name, place_id, scope, scope_value, blind, state, recount_quantity, "
    "recount_value, opened_at, document_id FROM count_plan "
)


def plan(books: Books, plan_id: int) -> Plan:
    """One count. Raises UnknownCount."""
    row = books.row(_PLAN + "WHERE id = ?", (plan_id,))
    if row is None:
        raise errors.UnknownCount(plan_id)
    return _read(row)


def open_plan(books: Books, plan_id: int) -> Plan:
    """One count that still takes something. Raises UnknownCount, CountClosed."""
    found = plan(books, plan_id)
    if not found.open:
        raise errors.CountClosed(found.name, found.state)
    return found


def open_plans(books: Books) -> list[Plan]:
    """The counts under way, the newest first."""
    rows = books.rows(_PLAN + "WHERE state IN ('counting', 'review') ORDER BY id DESC")
    return [_read(row) for row in rows]


def open_count(books: Books, command: OpenCount) -> int:
    """Begin a count; its id. Raises NotAmong, NotPositive, NothingToCount."""
    if command.scope not in SCOPES:
        raise errors.NotAmong("scope", command.scope, " | ".join(SCOPES))
    place_id = command.place_id or main_warehouse(books)
    plan_id = books.insert(
        "count_plan", name=command.name.strip(), place_id=place_id, scope=command.scope,
        scope_value=command.value.strip(), blind=command.blind, opened_at=clock.now(),
        opened_by=books.user_id,
        recount_quantity=_threshold(command.recount_quantity, "quantity", quantity_parts),
        recount_value=_threshold(command.recount_value, "value", money_parts),
    )  # fmt: skip
    condition, params = _condition(command, place_id)
    made = books.run(
        "INSERT INTO count_item (plan_id, product_id) SELECT CAST(? AS INTEGER), p.id "  # noqa: S608
        "FROM product p JOIN stock_balance b ON b.product_id = p.id AND b.location_id = ? "
        "LEFT JOIN category c ON c.id = p.category_id "
        f"WHERE p.kind = 'goods' AND p.active AND b.last_at > 0 AND {condition}",
        [plan_id, place_id, *params],
    )
    if not made:
        raise errors.NothingToCount
    _shelves(books, plan_id, place_id, command)
    return plan_id


def drop_count(books: Books, plan_id: int) -> None:
    """Throw a count away; nothing is posted. Raises CountClosed."""
    open_plan(books, plan_id)
    books.update(
        "count_plan", plan_id, state="dropped", decided_at=clock.now(), decided_by=books.user_id
    )


def take_up_count(books: Books, plan_id: int) -> None:
    """Go on with a count that was thrown away. Raises CountClosed for a posted one."""
    found = plan(books, plan_id)
    if found.state != "dropped":
        raise errors.CountClosed(found.name, found.state)
    books.update("count_plan", plan_id, state="counting", decided_at=None, decided_by=None)


def assign_shelf(books: Books, plan_id: int, shelf: str, counter: str) -> None:
    """Say who counts a shelf. Raises CountClosed."""
    open_plan(books, plan_id)
    books.run(
        "INSERT INTO count_shelf (plan_id, shelf, counter) VALUES (?, ?, ?) "
        "ON CONFLICT (plan_id, shelf) DO UPDATE SET counter = excluded.counter",
        (plan_id, shelf, counter),
    )


def finish_shelf(books: Books, plan_id: int, shelf: str, *, done: bool = True) -> None:
    """A shelf is counted (or not yet, after all). Raises CountClosed."""
    open_plan(books, plan_id)
    books.run(
        "UPDATE count_shelf SET done = ? WHERE plan_id = ? AND shelf = ?", (done, plan_id, shelf)
    )


def _read(row: Row) -> Plan:
    return Plan(*row)._replace(blind=bool(row[5]))


def _threshold(
    value: Decimal | None, name: str, parts: Callable[[Decimal], int]
) -> int | None:  # fmt: skip
    if value is not None and value <= 0:
        raise errors.NotPositive(name, value)
    return None if value is None else parts(value)


def _condition(command: OpenCount, place_id: int) -> tuple[str, Sequence[Any]]:
    """Which of the products that ever lay there."""
    value = command.value.strip()
    sql = _CONDITIONS[command.scope]
    if command.scope == "category":
        return sql, (value,)
    if command.scope == "abc":
        return sql, (value.upper(),)
    if command.scope == "supplier":
        return sql, (_whole(value, "supplier"),) * 2
    if command.scope == "shelf":
        return sql, (place_id, f"{value}%")
    if command.scope == "due":
        return sql, (place_id, clock.now() - _whole(value, "days") * A_DAY)
    return sql, ()


def _whole(text: str, name: str) -> int:
    """A whole number above zero. Raises NotPositive."""
    if not text.isdecimal() or int(text) <= 0:
        raise errors.NotPositive(name, text or "0")
    return int(text)


def _shelves(books: Books, plan_id: int, place_id: int, command: OpenCount) -> None:
    """The shelves on which the count's products lie, as far as the books know them."""
    begins = f"{command.value.strip()}%" if command.scope == "shelf" else "%"
    books.run(
        "INSERT INTO count_shelf (plan_id, shelf) SELECT DISTINCT i.plan_id, n.code "
        "FROM count_item i JOIN stock_detail t ON t.product_id = i.product_id "
        "AND t.location_id = ? AND t.on_hand <> 0 JOIN bin n ON n.id = t.bin_id "
        "WHERE i.plan_id = ? AND n.code LIKE ?",
        (place_id, plan_id, begins),
    )
    if command.scope != "shelf" and bins_to_count(books, place_id).get(LOOSE) == NO_BIN:
        books.run("INSERT INTO count_shelf (plan_id, shelf) VALUES (?, ?)", (plan_id, LOOSE))
