"""What a product costs on every level and whom, as its card and a customer's card show it."""

from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core import clock
from erp_desktop.core.money import price, price_parts, quantity_parts
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.inheriting import inherited, template_of
from erp_desktop.services.catalogue.levels import (
    Level,
    SavedPrice,
    agreed_prices,
    level_prices,
    levels,
)
from erp_desktop.services.catalogue.pricing import AGREED, NAMED, PERCENT, SHOP, percent_of
from erp_desktop.services.catalogue.products import product
from erp_desktop.services.catalogue.units import units_of


class PriceRow(NamedTuple):
    """A price and whose it is: "" is the shop's own. `factor` is how many of the product's own
    unit one of `unit` holds; `customer_id` opens whom it was agreed with."""

    whose: str
    rule: str
    price: Decimal
    unit: str
    factor: Decimal = Decimal(1)
    minimum: Decimal = Decimal(0)
    percent: Decimal | None = None
    until: int | None = None
    customer_id: int | None = None
    net: Decimal = Decimal(0)  # the price without tax
    inherited: bool = False  # a variant's, by its template


def card_prices(books: Books, product_id: int) -> list[PriceRow]:
    """The shop's price, every level's in its order, then what is agreed and holds today; of a
    variant with what it takes from its template."""
    item = product(books, product_id)
    factors = {
        name: Decimal(unit.factor).scaleb(-6)
        for name, unit in units_of(books, [product_id])[product_id].items()
    }
    own = price(item.price, books.money_places)
    rows = [PriceRow("", SHOP, own, item.unit)]
    named, agreed = _held(books, product_id, {item.unit, *factors})
    for level in levels(books):
        mine = [one for one in named if one.level_id == level.id]
        rows += _of_level(books, level, mine, own, item.unit, factors)
    rows += [_row(one, AGREED, factors) for one in agreed]
    rate = Decimal(item.tax).scaleb(-6) if books.tax_included else Decimal(0)
    return [one._replace(net=one.price * 100 / (100 + rate)) for one in rows]


def _held(
    books: Books, product_id: int, units: set[str]
) -> tuple[list[SavedPrice], list[SavedPrice]]:
    """The prices named on levels, and those agreed that hold today; the template's behind them."""
    named, agreed = level_prices(books, product_id), _today(agreed_prices(books, product_id))
    template = template_of(books, product_id)
    if template is not None:
        named += inherited(named, level_prices(books, template), product_id, units)
        theirs = _today(agreed_prices(books, template))
        agreed += inherited(agreed, theirs, product_id, units)
    return named, agreed


def _today(agreed: list[SavedPrice]) -> list[SavedPrice]:
    today = clock.today()
    return [one for one in agreed if one.until is None or one.until >= today]


def _of_level(
    books: Books, level: Level, named: list[SavedPrice], own: Decimal, unit: str,
    factors: dict[str, Decimal],
) -> list[PriceRow]:  # fmt: skip
    """Its named prices; its percent unless one of them holds from the first piece on."""
    rows = [_row(one, NAMED, factors) for one in named]
    if level.percent is None or any(one.unit == unit and not one.minimum for one in named):
        return rows
    parts = percent_of(price_parts(own), quantity_parts(level.percent), books.money_places)
    much = price(parts, books.money_places)
    return [PriceRow(level.name, PERCENT, much, unit, percent=level.percent), *rows]


def _row(one: SavedPrice, rule: str, factors: dict[str, Decimal]) -> PriceRow:
    return PriceRow(
        one.whose, rule, one.price, one.unit, factors.get(one.unit, Decimal(1)), one.minimum,
        until=one.until, customer_id=one.customer_id, inherited=one.inherited,
    )  # fmt: skip


AGREEMENTS = (
    Column("sku", "Code", Kind.CODE, 120),
    Column("name", "Product", Kind.TEXT, 300),
    Column("unit", "Unit", Kind.TEXT, 70),
    Column("minimum", "From quantity", Kind.QUANTITY, 110),
    Column("price", "Price", Kind.PRICE, 100),
    Column("until", "Until", Kind.DATE, 100),
)


def partner_prices(books: Books, partner_id: int) -> Table:
    """What was agreed with a customer, also what holds no more; a row opens its product."""
    found = agreed_prices(books, customer_id=partner_id)
    rows = [
        (one.sku, one.name, one.unit, one.minimum or None, one.price,
         None if one.until is None else clock.day_date(one.until))
        for one in found
    ]  # fmt: skip
    return Table(
        "partner_prices", "Agreed prices", AGREEMENTS, rows, [one.product_id for one in found]
    )
