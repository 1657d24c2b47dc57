"""Following a lot both ways: what it was made of, what was made of it, which customers have it."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from erp_desktop.models.books import Books, marks


def descendants(books: Books, lot_ids: Sequence[int]) -> list[int]:
    """These lots, and all that were made of them, in any depth."""
    found = list(dict.fromkeys(lot_ids))
    fresh = list(found)
    while fresh:
        made = [
            row[0]
            for row in books.rows(
                "SELECT DISTINCT made.lot_id FROM stock_move used "  # noqa: S608
                "JOIN location t ON t.id = used.target_id AND t.kind = 'production' "
                "JOIN stock_move made ON made.document_id = used.document_id "
                "JOIN location f ON f.id = made.source_id AND f.kind = 'production' "
                "JOIN document d ON d.id = used.document_id AND d.state = 'posted' "
                f"WHERE used.lot_id IN ({marks(fresh)}) AND made.lot_id IS NOT NULL",
                fresh,
            )
        ]
        fresh = [lot for lot in made if lot not in found]
        found += fresh
    return found


class Origins(NamedTuple):
    """The lots that went into some others, and the assemblies in which they did (documents)."""

    lots: tuple[int, ...]
    makings: frozenset[int]


def origins(books: Books, lot_ids: Sequence[int]) -> Origins:
    """All lots that these were made of, in any depth; without these themselves."""
    known, fresh = list(dict.fromkeys(lot_ids)), list(dict.fromkeys(lot_ids))
    makings: set[int] = set()
    while fresh:
        rows = books.rows(
            "SELECT DISTINCT used.lot_id, used.document_id FROM stock_move made "  # noqa: S608
            "JOIN location f ON f.id = made.source_id AND f.kind = 'production' "
            "JOIN stock_move used ON used.document_id = made.document_id "
            "JOIN location t ON t.id = used.target_id AND t.kind = 'production' "
            "JOIN document d ON d.id = used.document_id AND d.state = 'posted' "
            f"WHERE made.lot_id IN ({marks(fresh)}) AND used.lot_id IS NOT NULL",
            fresh,
        )
        makings |= {row[1] for row in rows}
        fresh = [lot for lot in dict.fromkeys(row[0] for row in rows) if lot not in known]
        known += fresh
    return Origins(tuple(known[len(set(lot_ids)) :]), frozenset(makings))


class Holder(NamedTuple):
    """A customer who has goods of a lot, less what came back."""

    partner_id: int | None
    code: str
    customer: str
    phone: str
    address: str
    lot_id: int
    lot: str
    sku: str
    name: str
    unit: str
    quantity: int
    first: int
    numbers: tuple[str, ...]


def holders(books: Books, lot_ids: Sequence[int]) -> list[Holder]:
    """Who still has goods of these lots (and of what was made of them), by customer and lot.

    Sales at the till to nobody known are told together, without a name.
    """
    every = descendants(books, lot_ids)
    rows = books.rows(
        "SELECT d.partner_id, COALESCE(c.code, ''), COALESCE(c.name, ''), COALESCE(c.phone, ''), "  # noqa: S608
        "COALESCE(c.address, ''), l.id, l.code, p.sku, p.name, p.unit, "
        "CASE WHEN t.kind = 'customer' THEN m.quantity ELSE -m.quantity END, m.booked_on, d.number "
        "FROM stock_move m JOIN document d ON d.id = m.document_id "
        "JOIN lot l ON l.id = m.lot_id JOIN product p ON p.id = m.product_id "
        "JOIN location f ON f.id = m.source_id JOIN location t ON t.id = m.target_id "
        "LEFT JOIN partner c ON c.id = d.partner_id "
        f"WHERE m.lot_id IN ({marks(every)}) AND (t.kind = 'customer' OR f.kind = 'customer') "
        "AND d.state = 'posted' AND d.kind <> 'reversal' ORDER BY m.happened_at, m.id",
        every,
    )
    return _together(rows)


def _together(rows: Iterable[Sequence[Any]]) -> list[Holder]:
    found: dict[tuple[Any, int], Holder] = {}
    for row in rows:
        *who, moved, day, number = row
        key = (who[0], who[5])
        before = found.get(key)
        if before is None:
            found[key] = Holder._make((*who, moved, day, (number,)))
            continue
        numbers = before.numbers if number in before.numbers else (*before.numbers, number)
        found[key] = before._replace(quantity=before.quantity + moved, numbers=numbers)
    have = [holder for holder in found.values() if holder.quantity > 0]
    return sorted(have, key=lambda one: (one.partner_id is None, one.customer, one.lot))
