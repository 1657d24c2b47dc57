"""What was where, and what it was worth, as of any moment: from the nearest point that is known.

Such points are the beginning, now (the balances), and the snapshots taken when periods were closed.
A fact counts as of a moment when it happened and was booked by then; nothing is booked before the
day it happened on, so the day of the books decides, but for that day itself (LEDGER L-21, L-80).
"""

from typing import Any, Final, NamedTuple

from erp_desktop.core import clock
from erp_desktop.core.allocation import spread
from erp_desktop.models.books import Books
from erp_desktop.services.stock.places import scopes, whole_shop
from erp_desktop.services.stock.story import value_ends

# Every text put into the SQL below is from our own code.
# ruff: noqa: S608

FOREVER: Final = 2**62
Held = dict[tuple[int, int], list[int]]  # (product, place): quantity, value


class _Point(NamedTuple):
    """A moment whose stock is known: the end of a day, and which rows lie about it."""

    day: int
    move_id: int  # what is booked later begins here …
    entry_id: int
    last_move_id: int = FOREVER  # … and what is booked until then ends here
    last_entry_id: int = FOREVER


_BEGINNING: Final = _Point(0, 0, 0)
_NOW: Final = _Point(99_999_999, 0, 0)


def held_as_of(books: Books, day: int, moment: int, product_id: int | None = None) -> Held:
    """Quantity and value of every product and place as booked through `day`, until `moment`."""
    before, after = _points(books, day)
    first, last = books.row("SELECT MIN(booked_on), MAX(booked_on) FROM journal_entry") or (0, 0)
    if last is None or day > last or (day == last and moment >= FOREVER):
        return spread_over_places(books, _known(books, _NOW, product_id))  # nothing is later
    back = _nearer(day, before, after, (first, last))
    held = _known(books, after if back else before, product_id)
    way = -1 if back else 1
    for what, first, last in (
        ("m", before.move_id, after.last_move_id), ("e", before.entry_id, after.last_entry_id)
    ):  # fmt: skip
        ids, days = (first, last), (before.day, after.day)
        where, params = _between(what, ids, days, (day, moment), back=back)
        if product_id is not None:
            where, params = f"m.product_id = ? AND {where}", [product_id, *params]
        _add(books, held, way, what, where, params)
    return spread_over_places(books, held)


def summed(books: Books) -> Held:
    """Quantity and value of every product and place as the whole ledger sums to it."""
    held: Held = {}
    for what in ("m", "e"):
        _add(books, held, 1, what, "1 = 1", [])
    return spread_over_places(books, held)


def spread_over_places(books: Books, held: Held) -> Held:
    """Where the whole shop is one scope, its value stands where the goods are."""
    if not whole_shop(books):
        return held
    products: dict[int, dict[int, list[int]]] = {}
    for (product, place), sums in held.items():
        products.setdefault(product, {})[place] = sums
    for product, by_place in products.items():
        total = sum(value for _, value in by_place.values())
        quantities = {place: quantity for place, (quantity, _) in by_place.items()}
        home = scopes(books)[min(by_place)]
        for place, value in spread(total, quantities, home, books.minor).items():
            held.setdefault((product, place), [0, 0])[1] = value
    return held


def _points(books: Books, day: int) -> tuple[_Point, _Point]:
    """The nearest known points before and after a day."""
    columns = "day, move_id, entry_id, last_move_id, last_entry_id FROM period_snapshot"
    before = books.row(f"SELECT {columns} WHERE day <= ? ORDER BY day DESC LIMIT 1", (day,))
    after = books.row(f"SELECT {columns} WHERE day > ? ORDER BY day LIMIT 1", (day,))
    return _Point(*before) if before else _BEGINNING, _Point(*after) if after else _NOW


def _nearer(day: int, before: _Point, after: _Point, books: tuple[int, int]) -> bool:
    """Is it shorter to go back from the later point? `books` are their first and last day."""
    if before.day == day:
        return False
    return day - max(before.day, books[0]) >= min(after.day, books[1]) - day


def _known(books: Books, point: _Point, product_id: int | None) -> Held:
    """What was where at a known point; what was never there then, with nothing."""
    only, params = ("", []) if product_id is None else (" WHERE product_id = ?", [product_id])
    held = {
        (product, place): [quantity, value] if point is _NOW else [0, 0]
        for product, place, quantity, value in books.rows(
            f"SELECT product_id, location_id, on_hand, value FROM stock_balance{only}", params
        )
    }
    if point not in {_NOW, _BEGINNING}:
        also = only.replace("WHERE", "AND")
        for product, place, quantity, value in books.rows(
            "SELECT product_id, location_id, on_hand, value FROM stock_snapshot "
            f"WHERE day = ?{also}",
            [point.day, *params],
        ):
            held[product, place] = [quantity, value]
    return held


def _between(
    what: str, ids: tuple[int, int], ends: tuple[int, int], until: tuple[int, int], *, back: bool
) -> tuple[str, list[Any]]:
    """What lies between the known point and the moment asked for, on the side that is read."""
    day, moment = until
    after = f"({what}.booked_on > ? OR ({what}.booked_on = ? AND m.happened_at > ?))"
    params: list[Any] = [day, day, moment]
    parts = [after if back else f"NOT {after}"]
    if back and ends[1] != _NOW.day:
        parts.append(f"{what}.booked_on <= ?")
        params.append(ends[1])
    if not back and ends[0]:
        parts.append(f"{what}.booked_on > ?")
        params.append(ends[0])
    for sign, bound, open_end in ((">=", ids[0], 0), ("<=", ids[1], FOREVER)):
        if bound != open_end:
            parts.append(f"{what}.id {sign} ?")
            params.append(bound)
    return " AND ".join(parts), params


def _add(books: Books, held: Held, way: int, what: str, where: str, params: list[Any]) -> None:
    own = scopes(books)
    if what == "m":
        for product, source, target, quantity in books.rows(
            "SELECT m.product_id, m.source_id, m.target_id, SUM(m.quantity) FROM stock_move m "
            f"WHERE {where} GROUP BY m.product_id, m.source_id, m.target_id",
            params,
        ):
            for place, sign in ((source, -1), (target, 1)):
                if place in own:
                    held.setdefault((product, place), [0, 0])[0] += way * sign * int(quantity)
        return
    for product, source, target, kind, amount in books.rows(
        "SELECT m.product_id, m.source_id, m.target_id, e.kind, SUM(e.amount) "
        "FROM stock_value_entry e JOIN stock_move m ON m.id = e.move_id "
        f"WHERE {where} GROUP BY m.product_id, m.source_id, m.target_id, e.kind",
        params,
    ):
        for place, sign in value_ends(source, target, kind, own):
            held.setdefault((product, place), [0, 0])[1] += way * sign * int(amount)


def take_snapshot(books: Books, day: int) -> None:
    """Keep what was where at the end of a period that is closed by now."""
    held = held_as_of(books, day, FOREVER)
    last = books.row("SELECT move_id, entry_id FROM ledger_head WHERE id = 1") or (0, 0)
    begins = [
        int(books.value(f"SELECT MIN(id) FROM {table} WHERE booked_on > ?", (day,)) or top + 1)
        for table, top in zip(("stock_move", "stock_value_entry"), last, strict=True)
    ]
    books.run(
        "INSERT INTO period_snapshot (day, move_id, entry_id, last_move_id, last_entry_id, "
        "taken_at) VALUES (?, ?, ?, ?, ?, ?)",
        (day, *begins, *last, clock.now()),
    )
    books.many(
        "INSERT INTO stock_snapshot (day, product_id, location_id, on_hand, value) "
        "VALUES (?, ?, ?, ?, ?)",
        [(day, *key, *sums) for key, sums in sorted(held.items()) if any(sums)],
    )


def drop_snapshots(books: Books, after: int) -> None:
    """Forget the snapshots of periods that are open again."""
    books.run("DELETE FROM stock_snapshot WHERE day > ?", (after,))
    books.run("DELETE FROM period_snapshot WHERE day > ?", (after,))
