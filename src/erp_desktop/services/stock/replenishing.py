"""Replenishment (补货): what falls short, how much of it to order, from whom, and why.

All products are judged at once, from a handful of questions to the database. An order that is on
its way counts when it comes within the product's lead time (LEDGER L-46), and so does a draft:
so asking twice, or ordering what is suggested and asking again, suggests nothing more.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Any, Final, NamedTuple

from erp_desktop.core import clock
from erp_desktop.core.replenishing import (
    SEASON_DAYS,
    YEAR_DAYS,
    Use,
    dynamic_minimum,
    season,
    to_order,
)
from erp_desktop.models.books import Books
from erp_desktop.services.purchasing.terms import BuyingTerms, buying_terms
from erp_desktop.services.stock.places import outside

# Every text put into the SQL below is from our own code; what people ask for is bound.

DAY: Final = 86_400
COVER_DAYS: Final = 14  # a minimum that follows the use is filled up for so many days more
YOUNGEST_DAYS: Final = 7  # a new product's use is read over a week at least


_LEAD: Final = 12  # where a product's row says its days to arrive
_NO_USE: Final = Use()
_MORE: Final = ("use", "season", "late", "draft", "pack", "least")


class Advice(NamedTuple):
    """One product: what will be there, what should be, and what to order (whole parts).

    `why` are codes, the main one first: short, below, coming, enough; then what explains the
    figures: use, season, late, draft, pack, least.
    """

    product_id: int
    sku: str
    name: str
    unit: str
    supplier_id: int | None
    supplier: str
    on_hand: int
    on_order: int  # comes in time, drafts included
    drafted: int
    later: int  # on order, but comes too late
    reserved: int
    forecast: int
    minimum: int
    safety: int
    use: Use
    lead_days: int
    target: int
    pack: int
    least: int
    suggested: int
    price: int
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose stock: of one warehouse, or of the whole shop; of one product, or of all."""

    place_id: int | None = None
    product_id: int | None = None
    supplier_id: int | None = None


_PRODUCTS: Final = """
SELECT p.id, p.sku, p.name, p.unit, s.id, COALESCE(s.name, ''), COALESCE(b.on_hand, 0),
       COALESCE(b.reserved, 0), p.minimum, p.safety, p.target, p.dynamic_minimum,
       COALESCE(o.lead_days, p.lead_days, s.lead_days, ?),
       COALESCE(NULLIF(o.pack, 0), u.factor, 0), COALESCE(o.minimum, 0),
       COALESCE(o.price, p.purchase_price, 0)
FROM product p LEFT JOIN partner s ON s.id = p.supplier_id
LEFT JOIN product_supplier o ON o.product_id = p.id AND o.partner_id = p.supplier_id
LEFT JOIN product_unit u ON u.product_id = p.id AND u.unit = p.purchase_unit
LEFT JOIN (SELECT product_id, SUM(on_hand) AS on_hand, SUM(reserved) AS reserved
           FROM stock_balance{held} GROUP BY product_id) b ON b.product_id = p.id
WHERE p.kind = 'goods' AND p.active AND NOT p.is_template AND (p.minimum > 0 OR p.safety > 0
  OR p.target IS NOT NULL OR p.dynamic_minimum OR COALESCE(b.reserved, 0) <> 0
  OR COALESCE(b.on_hand, 0) < 0 OR p.id IN (SELECT l.product_id FROM document_line l
     JOIN document d ON d.id = l.document_id WHERE d.kind = 'purchase_order'
     AND d.state IN ('confirmed', 'draft'))){only}
ORDER BY p.sku
"""
_COMING: Final = """
SELECT l.product_id, d.state, d.due_on, l.quantity - COALESCE((SELECT SUM(a.quantity)
       FROM document_line a JOIN document r ON r.id = a.document_id WHERE a.answers_id = l.id
       AND r.kind = 'goods_receipt' AND r.state = 'posted'), 0)
FROM document d JOIN document_line l ON l.document_id = d.id
WHERE d.kind = 'purchase_order' AND d.state IN ('confirmed', 'draft')
  AND l.product_id IS NOT NULL{only}
"""
# The + keeps SQLite from walking the ledger product by product: it is read once, from end to end.
_WENT: Final = "CASE WHEN m.source_id = ? THEN -m.quantity ELSE m.quantity END"
_FROM: Final = (
    " FROM stock_move m WHERE m.happened_at >= ? AND m.happened_at <= ? "
    "AND (m.target_id IN (?, ?) OR m.source_id = ?) GROUP BY +m.product_id"
)
_USED: Final = f"SELECT +m.product_id, SUM({_WENT}), 0, 0{_FROM}"
_USED_IN_TWO_YEARS: Final = (
    f"SELECT +m.product_id, SUM(CASE WHEN m.happened_at >= ? THEN {_WENT} ELSE 0 END), "
    f"SUM(CASE WHEN m.happened_at < ? AND m.happened_at >= ? THEN {_WENT} ELSE 0 END), "
    f"SUM(CASE WHEN m.happened_at < ? THEN {_WENT} ELSE 0 END){_FROM}"
)
_FIRST: Final = (
    "SELECT p.id, (SELECT MIN(m.happened_at) FROM stock_move m WHERE m.product_id = p.id) "
    "FROM product p WHERE p.dynamic_minimum"
)


def advise(books: Books, asked: Asked | None = None, now: int | None = None) -> list[Advice]:
    """Every product that has a minimum, is promised or on order; what is short comes first."""
    asked, now = asked or Asked(), clock.now() if now is None else now
    terms = buying_terms(books)
    coming, used = _coming(books, asked), _used(books, terms, now)
    horizons: dict[int, int] = {}
    found = []
    for row in _products(books, asked, terms):
        lead_days = row[_LEAD]
        horizon = horizons.get(lead_days)
        if horizon is None:
            horizon = horizons[lead_days] = clock.day_after(clock.day_of(now), lead_days)
        found.append(_judged(row, coming.get(row[0], ()), used.get(row[0], _NO_USE), horizon))
    found.sort(key=lambda one: (one.suggested == 0, one.sku))
    return found


def _products(books: Books, asked: Asked, terms: BuyingTerms) -> list[tuple[Any, ...]]:
    params: list[Any] = [terms.lead_days]
    held, only = "", ""
    if asked.place_id is not None:
        held = " WHERE location_id = ?"
        params.append(asked.place_id)
    for column, value in (("p.id", asked.product_id), ("p.supplier_id", asked.supplier_id)):
        if value is not None:
            only += f" AND {column} = ?"
            params.append(value)
    return books.rows(_PRODUCTS.format(held=held, only=only), params)


class _Order(NamedTuple):
    """What is still to come of one line of an order or a draft."""

    quantity: int
    due_on: int | None
    draft: bool


def _coming(books: Books, asked: Asked) -> dict[int, list[_Order]]:
    only, params = "", []
    if asked.place_id is not None:
        only = " AND d.place_id = ?"
        params.append(asked.place_id)
    found: dict[int, list[_Order]] = defaultdict(list)
    for product_id, state, due_on, left in books.rows(_COMING.format(only=only), params):
        if left > 0:
            found[product_id].append(_Order(int(left), due_on, state == "draft"))
    return found


def _used(books: Books, terms: BuyingTerms, now: int) -> dict[int, Use]:
    """What was used of the products whose minimum follows it: sold (less what came back) or built
    into others, with what last year says of the coming weeks."""
    first: dict[int, int | None] = dict(books.rows(_FIRST))
    if not first:
        return {}
    recent, year = now - terms.use_days * DAY, now - YEAR_DAYS * DAY
    start = year - terms.use_days * DAY
    seasons = terms.seasons and any(
        began is not None and began <= start for began in first.values()
    )
    customer, production = outside(books, "customer"), outside(books, "production")
    ends = (now, customer, production, customer)
    if seasons:
        windows = (recent, customer, year + SEASON_DAYS * DAY, year, customer, year, customer)
        rows = books.rows(_USED_IN_TWO_YEARS, (*windows, start, *ends))
    else:
        rows = books.rows(_USED, (customer, recent, *ends))
    found = {}
    for product_id, sold, coming, before in rows:
        if product_id not in first:
            continue
        began = first[product_id] or now
        days = min(terms.use_days, max(-(-(now - began) // DAY), YOUNGEST_DAYS))
        factor = (1, 1)
        if seasons and began <= start:
            factor = season(int(coming), int(before), terms.use_days)
        found[product_id] = Use(max(int(sold), 0), days, *factor)
    return found


def _judged(row: tuple[Any, ...], coming: Iterable[_Order], use: Use, horizon: int) -> Advice:
    """`horizon` is the day until which an order comes in time."""
    (product_id, sku, name, unit, supplier_id, supplier, on_hand, reserved, least_stock, safety,
     wanted, dynamic, lead_days, pack, least, price) = row  # fmt: skip
    on_hand, reserved = int(on_hand), int(reserved)
    in_time = drafted = later = 0
    for order in coming:
        if order.due_on is not None and order.due_on > horizon:
            later += order.quantity
            continue
        in_time += order.quantity
        drafted += order.quantity if order.draft else 0
    minimum = max(least_stock, safety)
    if dynamic:
        minimum = max(minimum, dynamic_minimum(safety, use, lead_days))
    target = wanted or (minimum + use.over(COVER_DAYS) if dynamic else minimum)
    target = max(target, minimum)
    forecast = on_hand + in_time - reserved
    suggested = to_order(forecast, minimum, target, pack, least)
    if forecast < 0:
        why = "short"
    elif suggested:
        why = "below"
    else:
        why = "coming" if on_hand - reserved < minimum else "enough"
    more = (
        (dynamic and use.quantity > 0, dynamic and use.up != use.down, later > 0, drafted > 0,
         suggested > 0 and pack > 0, suggested > 0 and suggested == least)
    )  # fmt: skip
    reasons = (why, *compress(_MORE, more)) if any(more) else (why,)
    return Advice(
        product_id, sku, name, unit, supplier_id, supplier, on_hand, in_time, drafted, later,
        reserved, forecast, minimum, safety, use, lead_days, target, pack, least, suggested, price,
        reasons,
    )  # fmt: skip


def short_of(advice: Sequence[Advice]) -> list[Advice]:
    """Only what should be ordered now."""
    return [one for one in advice if one.suggested > 0]
