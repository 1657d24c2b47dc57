"""What does this product cost this customer, in this unit, at this quantity, on this day?

One place answers, for every order, delivery and till (docs/decisions/0013). The rules, the first
that applies:

1. what was agreed with the customer (专价), as long as it holds;
2. the price named for the product on the customer's level (价格级别);
3. the level's percent of the shop's price;
4. the unit's own price, else the shop's price.

A variant (规格) takes what is agreed or named for its template (款) where it has no such price of
its own. A price named in the line's unit comes before one of the product's own unit, which counts
for so many; of several the one with the highest *from* that the quantity reaches. The lower price
of a lot near its last day wins over all of them. It is a proposal: what somebody types stays, and
a document keeps the price it has.

    >>> percent_of(168_000000, 94_000000, 2)
    157920000
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from erp_desktop.core.money import (
    ONE_PRICE,
    ONE_QUANTITY,
    PRICE_PLACES,
    divided,
    price,
    quantity,
    quantity_parts,
)
from erp_desktop.models.books import Books, marks
from erp_desktop.services.catalogue.products import Product, products
from erp_desktop.services.catalogue.units import Unit, chosen_unit, units_of

AGREED, NAMED, PERCENT, OF_UNIT, SHOP, LOT = "agreed", "level", "percent", "unit", "shop", "lot"
IN_USE: Final = "customer_prices"  # a setting: some level or agreed price was ever made
_WHOLE: Final = 100 * ONE_QUANTITY


class Asked(NamedTuple):
    """So much (in parts of `unit`) of a product, perhaps of a lot."""

    product: Product
    unit: Unit
    quantity: int
    lot: str = ""


class Proposed(NamedTuple):
    """A price of one of the unit (in parts), and why: the rule, the level, from how many on (in
    parts, of `of_unit`), until which day."""

    price: int
    rule: str
    level: str = ""
    minimum: int = 0
    of_unit: str = ""
    percent: int | None = None
    until: int | None = None
    inherited: bool = False  # it is the template's


class _Name(NamedTuple):
    """A price with a name: agreed, or of a level; `inherited` where it is the template's."""

    rule: str
    product_id: int
    unit: str
    minimum: int
    price: int
    until: int | None
    inherited: int


class _Terms(NamedTuple):
    """What a customer is to be charged: named prices by product, and the level."""

    named: dict[int, list[_Name]]
    level: str = ""
    percent: int | None = None


_NOBODY: Final = _Terms({})
# One question for a whole document. The casts tell PostgreSQL of which kind an empty column is.
_TERMS = """
SELECT 'agreed', p.id, CASE WHEN g.unit = '' AND t.unit <> p.unit THEN t.unit ELSE g.unit END,
       g.minimum, g.price, g.until, CASE WHEN t.id = p.id THEN 0 ELSE 1 END, '',
       CAST(NULL AS BIGINT)
FROM product p JOIN product t ON t.id = p.id OR t.id = p.parent_id
JOIN partner_price g ON g.product_id = t.id
WHERE g.partner_id = ? AND (g.until IS NULL OR g.until >= ?) AND p.id IN ({0})
UNION ALL
SELECT 'level', p.id, CASE WHEN n.unit = '' AND t.unit <> p.unit THEN t.unit ELSE n.unit END,
       n.minimum, n.price, CAST(NULL AS INTEGER), CASE WHEN t.id = p.id THEN 0 ELSE 1 END, '',
       CAST(NULL AS BIGINT)
FROM product p JOIN product t ON t.id = p.id OR t.id = p.parent_id
JOIN level_price n ON n.product_id = t.id JOIN partner a ON a.price_level_id = n.level_id
JOIN price_level v ON v.id = n.level_id AND v.active
WHERE a.id = ? AND p.id IN ({0})
UNION ALL
SELECT 'percent', 0, '', 0, 0, CAST(NULL AS INTEGER), 0, v.name, v.percent
FROM price_level v JOIN partner a ON a.price_level_id = v.id WHERE a.id = ? AND v.active
"""


def proposed_prices(
    books: Books, customer_id: int | None, asked: Sequence[Asked], day: int
) -> list[Proposed]:
    """What each of these is offered at, in their order. One question at most, and one more where
    lots are named; none for customers without a level where no prices were agreed."""
    terms = _terms_of(books, customer_id, [one.product.id for one in asked], day)
    near = _lot_prices(books, asked)
    return [_lower(_proposed(books, one, terms), one, near) for one in asked]


class Wish(NamedTuple):
    """A product as somebody asks its price: so much of it in a unit, "" being its own."""

    product_id: int
    unit: str
    quantity: Decimal
    lot: str = ""


class Offered(NamedTuple):
    """A proposed price as people read it; `minimum` is in `of_unit`."""

    price: Decimal
    rule: str
    level: str = ""
    minimum: Decimal = Decimal(0)
    of_unit: str = ""
    percent: Decimal | None = None
    until: int | None = None
    inherited: bool = False


def offered_to(
    books: Books, customer_id: int | None, wishes: Sequence[Wish], day: int
) -> list[Offered]:
    """What each of these costs a customer on a day, and why. Raises UnknownProduct, NotAmong
    (unit)."""
    known = products(books, [wish.product_id for wish in wishes])
    units = units_of(books, [wish.product_id for wish in wishes if wish.unit])
    asked = []
    for wish in wishes:
        product = known[wish.product_id]
        unit = chosen_unit(units.get(product.id, {}), product.unit, wish.unit)
        asked.append(Asked(product, unit, quantity_parts(wish.quantity), wish.lot))
    found = proposed_prices(books, customer_id, asked, day)
    return [_readable(one, books.money_places) for one in found]


def _readable(one: Proposed, places: int) -> Offered:
    return Offered(
        price(one.price, places), one.rule, one.level, quantity(one.minimum), one.of_unit,
        None if one.percent is None else quantity(one.percent), one.until, one.inherited,
    )  # fmt: skip


def own_price(product: Product, unit: Unit, *, buying: bool) -> int:
    """What one of a unit is offered at to anybody."""
    if unit.price is not None and not buying:
        return unit.price
    own = (product.purchase_price or 0) if buying else product.price
    return own if unit.factor == ONE_QUANTITY else divided(own * unit.factor, ONE_QUANTITY)


def percent_of(own: int, percent: int, places: int) -> int:
    """So many percent of a price, rounded half up to the currency's places, or to those that the
    price itself has where these are more (screws at 0.0125)."""
    step = int(10 ** (PRICE_PLACES - max(places, _places(own))))
    return divided(own * percent, _WHOLE * step) * step


def _places(own: int) -> int:
    """How many decimals a price is written with."""
    places = PRICE_PLACES
    while places and own % (ONE_PRICE // 10 ** (places - 1)) == 0:
        places -= 1
    return places


def _terms_of(
    books: Books, customer_id: int | None, product_ids: Iterable[int], day: int
) -> _Terms:
    if customer_id is None or books.setting(IN_USE) != "1":
        return _NOBODY
    wanted = list(dict.fromkeys(product_ids))
    level, percent = "", None
    named: dict[int, list[_Name]] = {}
    for *name, level_name, level_percent in books.rows(
        _TERMS.format(marks(wanted)),
        (customer_id, day, *wanted, customer_id, *wanted, customer_id),
    ) if wanted else ():  # fmt: skip
        one = _Name(*name)
        if one.rule == PERCENT:
            level, percent = level_name, level_percent
        else:
            named.setdefault(one.product_id, []).append(one)
    return _Terms(named, level, percent)


def _proposed(books: Books, asked: Asked, terms: _Terms) -> Proposed:
    mine = terms.named.get(asked.product.id, ())
    for rule in (AGREED, NAMED):
        names = [one for one in mine if one.rule == rule]
        found = _best([one for one in names if not one.inherited], asked) or _best(
            [one for one in names if one.inherited], asked
        )
        if found is not None:
            return found if rule == AGREED else found._replace(level=terms.level)
    own = own_price(asked.product, asked.unit, buying=False)
    if terms.percent is not None:
        much = percent_of(own, terms.percent, books.money_places)
        return Proposed(much, PERCENT, terms.level, percent=terms.percent)
    return Proposed(own, SHOP if asked.unit.price is None else OF_UNIT)


def _best(names: Sequence[_Name], asked: Asked) -> Proposed | None:
    """Of the prices with a name the one in the line's unit, else of its own unit times so many."""
    unit, own = asked.unit, asked.product.unit
    plain = unit.factor == ONE_QUANTITY
    written = {"", own} if plain else {unit.unit}
    if found := _reached(names, written, asked.quantity):
        return _said(found, unit.unit, found.price)
    if plain:
        return None
    pieces = divided(asked.quantity * unit.factor, ONE_QUANTITY)
    if found := _reached(names, {"", own}, pieces):
        return _said(found, own, divided(found.price * unit.factor, ONE_QUANTITY))
    return None


def _reached(names: Sequence[_Name], units: set[str], much: int) -> _Name | None:
    """The one with the highest *from* that so much reaches."""
    fit = [one for one in names if one.unit in units and one.minimum <= much]
    return max(fit, key=lambda one: one.minimum, default=None)


def _said(found: _Name, of_unit: str, each: int) -> Proposed:
    return Proposed(each, found.rule, "", found.minimum, of_unit, until=found.until,
                    inherited=bool(found.inherited))  # fmt: skip


def _lot_prices(books: Books, asked: Sequence[Asked]) -> dict[tuple[int, str], int]:
    """Lots that cost less because their day is near, by product and code."""
    wanted = [one for one in asked if one.lot]
    if not wanted:
        return {}
    ids = list(dict.fromkeys(one.product.id for one in wanted))
    codes = list(dict.fromkeys(one.lot for one in wanted))
    return {
        (row[0], row[1]): row[2]
        for row in books.rows(
            f"SELECT product_id, code, price FROM lot WHERE product_id IN ({marks(ids)}) "  # noqa: S608
            f"AND code IN ({marks(codes)}) AND price IS NOT NULL",
            (*ids, *codes),
        )
    }


def _lower(found: Proposed, asked: Asked, near: dict[tuple[int, str], int]) -> Proposed:
    """The price of its lot where that is lower."""
    own = near.get((asked.product.id, asked.lot))
    if own is None:
        return found
    own = divided(own * asked.unit.factor, ONE_QUANTITY)
    return Proposed(own, LOT) if own < found.price else found
