"""Price levels (价格级别), and the prices that are named for a level or agreed with a customer.

Which of them applies to a line is found in `pricing.py`; here they are kept.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, NamedTuple

from erp_desktop.core import errors
from erp_desktop.core.money import ZERO, parts, price, price_parts, quantity, quantity_parts
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.pricing import IN_USE
from erp_desktop.services.catalogue.products import Product, SaveProduct, product, save_product
from erp_desktop.services.catalogue.units import chosen_unit, units_of
from erp_desktop.services.users import rights

# What a shop begins with, where it takes what is offered: 会员价 94 %, 批发 A, 批发 B.
OFFERED: Final = {
    "zh": (("会员价", Decimal(94)), ("批发 A", None), ("批发 B", None)),
    "en": (("Member", Decimal(94)), ("Wholesale A", None), ("Wholesale B", None)),
}


class Level(NamedTuple):
    """A level: `percent` of the shop's price, None where only named prices count. `customers` and
    `prices` are how many carry it and are named on it."""

    id: int
    name: str
    percent: Decimal | None
    active: bool
    position: int = 0
    customers: int = 0
    prices: int = 0


@dataclass(frozen=True, slots=True)
class SaveLevel:
    """A level to be made, or the one with this id (or, without one, of this name) changed.

    `percent` None leaves it, below zero takes it away.
    """

    name: str
    percent: Decimal | None = None
    active: bool | None = None
    position: int | None = None
    level_id: int | None = None


def levels(books: Books, *, all_of_them: bool = False) -> list[Level]:
    """The levels in the shop's order; without those that are out of use unless all are wanted."""
    which = "" if all_of_them else "WHERE v.active "
    return [
        Level(row[0], row[1], None if row[2] is None else quantity(row[2]), bool(row[3]), *row[4:])
        for row in books.rows(
            "SELECT v.id, v.name, v.percent, v.active, v.position, "  # noqa: S608
            "(SELECT COUNT(*) FROM partner a WHERE a.price_level_id = v.id), "
            "(SELECT COUNT(*) FROM level_price n WHERE n.level_id = v.id) "
            f"FROM price_level v {which}ORDER BY v.position, v.id"
        )
    ]


def level_named(books: Books, name: str) -> int:
    """The id of a level by its name. Raises UnknownPriceLevel."""
    found = books.value("SELECT id FROM price_level WHERE name = ?", (name.strip(),))
    if found is None:
        known = " | ".join(level.name for level in levels(books))
        raise errors.UnknownPriceLevel(name, known)
    return int(found)


def save_level(books: Books, command: SaveLevel) -> int:
    """Make or change a level; its id. Raises Missing, CodeTaken, NotPositive."""
    rights.require(books, rights.SETTINGS)
    name = command.name.strip()
    if not name:
        raise errors.Missing("name")
    same = books.value("SELECT id FROM price_level WHERE name = ?", (name,))
    mine = command.level_id if command.level_id is not None else same
    if same is not None and same != mine:
        raise errors.CodeTaken(name)
    facts: dict[str, Any] = {"name": name}
    if command.percent is not None:
        facts["percent"] = parts(command.percent, 6) if command.percent >= 0 else None
    if command.active is not None:
        facts["active"] = command.active
    if command.position is not None:
        facts["position"] = command.position
    _in_use(books)
    if mine is None:
        last = books.value("SELECT MAX(position) FROM price_level")
        facts.setdefault("position", 0 if last is None else int(last) + 1)
        return books.insert("price_level", **facts)
    books.update("price_level", int(mine), **facts)
    return int(mine)


def offer_levels(books: Books) -> list[int]:
    """Make the levels that a shop usually begins with; those that are there stay as they are."""
    language = "zh" if books.setting("language").startswith("zh") else "en"
    known = {level.name for level in levels(books, all_of_them=True)}
    return [
        save_level(books, SaveLevel(name, percent))
        for name, percent in OFFERED[language]
        if name not in known
    ]


def drop_level(books: Books, level_id: int) -> None:
    """Forget a level that no customer carries, with its prices. Raises LevelInUse."""
    rights.require(books, rights.SETTINGS)
    row = books.row(
        "SELECT v.name, (SELECT COUNT(*) FROM partner a WHERE a.price_level_id = v.id) "
        "FROM price_level v WHERE v.id = ?",
        (level_id,),
    )
    if row is None:
        return
    if row[1]:
        raise errors.LevelInUse(row[0], row[1])
    books.run("DELETE FROM level_price WHERE level_id = ?", (level_id,))
    books.run("DELETE FROM price_level WHERE id = ?", (level_id,))


@dataclass(frozen=True, slots=True)
class NamedPrice:
    """A price of one of `unit` ("" is the product's own), from a quantity on.

    It is of a level, or agreed with a customer, perhaps until a day. `price` None takes it away.
    """

    price: Decimal | None
    level_id: int | None = None
    customer_id: int | None = None
    unit: str = ""
    minimum: Decimal = ZERO
    until: int | None = None


class SavedPrice(NamedTuple):
    """A named price with the words of whose it is; `unit` is never empty."""

    level_id: int | None
    customer_id: int | None
    whose: str
    unit: str
    minimum: Decimal
    price: Decimal
    until: int | None
    product_id: int = 0
    sku: str = ""
    name: str = ""
    inherited: bool = False  # a variant's, by its template


def put_price(books: Books, product_id: int, one: NamedPrice) -> None:
    """Name one price; the others stay. Raises NotPositive, NotAmong (unit), Missing (whose)."""
    item = product(books, product_id)
    _write(books, item, one, set(units_of(books, [product_id])[product_id]))


def put_prices(books: Books, product_id: int, names: Sequence[NamedPrice]) -> None:
    """The named prices that a product has from now on: all of them.

    Raises what `put_price` does, and PriceTwice.
    """
    item = product(books, product_id)
    known = set(units_of(books, [product_id])[product_id])
    seen = set()
    books.run("DELETE FROM level_price WHERE product_id = ?", (product_id,))
    books.run("DELETE FROM partner_price WHERE product_id = ?", (product_id,))
    for one in names:
        key = (one.level_id, one.customer_id, _unit(item, known, one.unit), one.minimum)
        if key in seen:
            raise errors.PriceTwice(item.sku, one.unit or item.unit, f"{one.minimum:f}")
        seen.add(key)
        _write(books, item, one, known)


@dataclass(frozen=True, slots=True)
class SavePrices:
    """Everything a product costs: its own price, and all with a name."""

    product_id: int
    names: Sequence[NamedPrice]
    price: Decimal | None = None  # of its own; None leaves it


def save_prices(books: Books, command: SavePrices) -> None:
    """Write all prices of a product. Raises what `put_prices` does, and TooManyPlaces."""
    if command.price is not None:
        sku = product(books, command.product_id).sku
        save_product(books, SaveProduct(sku, price=command.price))
    put_prices(books, command.product_id, command.names)


@dataclass(frozen=True, slots=True)
class AgreePrices:
    """Everything that is agreed with a customer, by product."""

    customer_id: int
    names: Sequence[tuple[int, NamedPrice]]


def agree_prices(books: Books, command: AgreePrices) -> None:
    """Write all that was agreed with a customer. Raises what `put_prices` does."""
    put_agreed(books, command.customer_id, command.names)


def put_agreed(books: Books, customer_id: int, names: Sequence[tuple[int, NamedPrice]]) -> None:
    """The prices that are agreed with a customer from now on: all of them, by product.

    Raises what `put_prices` does.
    """
    books.run("DELETE FROM partner_price WHERE partner_id = ?", (customer_id,))
    known = units_of(books, [product_id for product_id, _ in names])
    seen = set()
    for product_id, one in names:
        item, units = product(books, product_id), set(known[product_id])
        key = (product_id, _unit(item, units, one.unit), one.minimum)
        if key in seen:
            raise errors.PriceTwice(item.sku, one.unit or item.unit, f"{one.minimum:f}")
        seen.add(key)
        mine = NamedPrice(one.price, None, customer_id, one.unit, one.minimum, one.until)
        _write(books, item, mine, units)


_LEVEL_PRICES = (
    "SELECT n.level_id, NULL, v.name, n.unit, n.minimum, n.price, NULL, p.id, p.sku, p.name, "
    "p.unit FROM level_price n JOIN price_level v ON v.id = n.level_id "
    "JOIN product p ON p.id = n.product_id "
)
_AGREED = (
    "SELECT NULL, g.partner_id, a.name, g.unit, g.minimum, g.price, g.until, p.id, p.sku, p.name, "
    "p.unit FROM partner_price g JOIN partner a ON a.id = g.partner_id "
    "JOIN product p ON p.id = g.product_id "
)


def level_prices(
    books: Books, product_id: int | None = None, level_id: int | None = None
) -> list[SavedPrice]:
    """Prices named on levels: of a product, of a level, or all; the shop's order of levels."""
    where, values = _only({"n.product_id": product_id, "n.level_id": level_id})
    order = "ORDER BY v.position, v.id, p.sku, n.unit, n.minimum"
    return _saved(books, _LEVEL_PRICES + where + order, values)


def agreed_prices(
    books: Books, product_id: int | None = None, customer_id: int | None = None
) -> list[SavedPrice]:
    """Prices agreed with customers, also those that hold no more: of a product, of a customer."""
    where, values = _only({"g.product_id": product_id, "g.partner_id": customer_id})
    order = "ORDER BY a.name, a.id, p.sku, g.unit, g.minimum"
    return _saved(books, _AGREED + where + order, values)


def move_prices(books: Books, old_id: int, new_id: int, own_unit: str) -> None:
    """Named prices go with a product into another, or into a smaller unit; what the other has of
    its own stays. A price of the old product's own unit is then one of `own_unit`."""
    for table, whose in (("level_price", "level_id"), ("partner_price", "partner_id")):
        taken = (
            f"EXISTS (SELECT 1 FROM {table} o WHERE o.product_id = ? "  # noqa: S608
            f"AND o.{whose} = {table}.{whose})"
        )
        if old_id != new_id:
            books.run(f"DELETE FROM {table} WHERE product_id = ? AND {taken}", (old_id, new_id))  # noqa: S608
        books.run(
            f"UPDATE {table} SET product_id = ?, unit = CASE WHEN unit = '' THEN ? ELSE unit END "  # noqa: S608
            "WHERE product_id = ?",
            (new_id, own_unit, old_id),
        )


def put_back_prices(books: Books, product_id: int, kept: Sequence[Sequence[Any]]) -> None:
    """Write a product's named prices as they were kept: (level, customer, unit, from, price, until)
    in whole parts."""
    books.run("DELETE FROM level_price WHERE product_id = ?", (product_id,))
    books.run("DELETE FROM partner_price WHERE product_id = ?", (product_id,))
    books.many(
        "INSERT INTO level_price (product_id, level_id, unit, minimum, price) "
        "VALUES (?, ?, ?, ?, ?)",
        [(product_id, level, unit, minimum, each)
         for level, _, unit, minimum, each, _ in kept if level is not None],
    )  # fmt: skip
    books.many(
        "INSERT INTO partner_price (product_id, partner_id, unit, minimum, price, until) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        [(product_id, customer, unit, minimum, each, until)
         for _, customer, unit, minimum, each, until in kept if customer is not None],
    )  # fmt: skip


def _only(wanted: dict[str, int | None]) -> tuple[str, list[int]]:
    asked = {name: value for name, value in wanted.items() if value is not None}
    where = " AND ".join(f"{name} = ?" for name in asked)
    return (f"WHERE {where} " if where else ""), list(asked.values())


def _saved(books: Books, sql: str, values: Iterable[int]) -> list[SavedPrice]:
    return [
        SavedPrice(
            row[0], row[1], row[2], row[3] or row[10], quantity(row[4]),
            price(row[5], books.money_places), row[6], row[7], row[8], row[9],
        )
        for row in books.rows(sql, list(values))
    ]  # fmt: skip


def _unit(item: Product, known: set[str], wanted: str) -> str:
    """A unit as it is kept: "" is the product's own. Raises NotAmong."""
    if wanted in {"", item.unit}:
        return ""
    return chosen_unit({}, item.unit, wanted).unit if wanted not in known else wanted


def _write(books: Books, item: Product, one: NamedPrice, known: set[str]) -> None:
    unit = _unit(item, known, one.unit)
    if one.minimum < 0:
        raise errors.NotPositive("minimum", one.minimum)
    if one.price is not None and one.price < 0:
        raise errors.NotPositive("price", one.price)
    if (one.level_id is None) == (one.customer_id is None):
        raise errors.Missing("price_level")
    table, whose, ident = "level_price", "level_id", one.level_id
    if one.customer_id is not None:
        table, whose, ident = "partner_price", "partner_id", one.customer_id
    key = (item.id, ident, unit, quantity_parts(one.minimum))
    books.run(
        f"DELETE FROM {table} WHERE product_id = ? AND {whose} = ? AND unit = ? AND minimum = ?",  # noqa: S608
        key,
    )
    if one.price is None:
        return
    until = (one.until,) if table == "partner_price" else ()
    books.run(
        f"INSERT INTO {table} (product_id, {whose}, unit, minimum, price"  # noqa: S608
        f"{', until' if until else ''}) VALUES (?, ?, ?, ?, ?{', ?' if until else ''})",
        (*key, price_parts(one.price), *until),
    )
    _in_use(books)


def _in_use(books: Books) -> None:
    """From now on prices are asked for by customer."""
    if books.setting(IN_USE) != "1":
        books.put_setting(IN_USE, "1")
