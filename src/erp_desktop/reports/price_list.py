"""The shop's price list: what every product costs at retail and on each level, in each quantity.

One row a product, unit and quantity from which a price holds; a column for each level. So the
columns that are chosen are the list for one level, and it prints as it is seen.
"""

from collections import defaultdict
from decimal import Decimal
from typing import Final

from erp_desktop.core.money import price
from erp_desktop.core.table import Cell, Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, Where
from erp_desktop.services.catalogue.inheriting import inherited, templates
from erp_desktop.services.catalogue.levels import Level, SavedPrice, level_prices, levels
from erp_desktop.services.catalogue.pricing import percent_of

_COLUMNS: Final = (
    Column("sku", "Code", Kind.CODE, 120),
    Column("name", "Product", Kind.TEXT, 280),
    Column("category", "Category", Kind.TEXT, 130),
    Column("unit", "Unit", Kind.TEXT, 70),
    Column("minimum", "From quantity", Kind.QUANTITY, 110),
    Column("price", "Retail price", Kind.PRICE, 110),
)
_ONE: Final = 1_000_000
Step = tuple[str, Decimal]  # a unit, and from how many of it on


def price_list(books: Books, ask: ReportAsk) -> Table:
    """Every product that is sold, with its units; keys are products."""
    shown = levels(books)
    named: dict[int, list[SavedPrice]] = defaultdict(list)
    for one in level_prices(books):
        named[one.product_id].append(one)
    parents = templates(books)
    rows: list[tuple[Cell, ...]] = []
    keys: list[int] = []
    for product_id, *facts in _goods(books, ask):
        own = named[product_id]
        theirs = named.get(parents.get(product_id, 0), [])
        held = [*own, *inherited(own, theirs, product_id, {str(facts[3])})]
        for row in _rows(books, facts, held, shown):
            rows.append(row)
            keys.append(product_id)
    columns = (*_COLUMNS, *(Column(f"level{one.id}", one.name, Kind.PRICE, 110) for one in shown))
    return Table("price-list", "Price list", columns, rows, keys)


def _goods(books: Books, ask: ReportAsk) -> list[tuple[int, str, str, str, str, int, int]]:
    """Products with each of their units: id, SKU, name, category, unit, how many, own price."""
    where = Where("p.active", "NOT p.is_template", "p.merged_into_id IS NULL")
    where.sku(books, ask, "p.id")
    own = (
        "SELECT p.id, p.sku, p.name, COALESCE(c.name, ''), p.unit, 1000000 AS factor, p.price "
        "FROM product p LEFT JOIN category c ON c.id = p.category_id "
    )
    further = (
        "SELECT p.id, p.sku, p.name, COALESCE(c.name, ''), u.unit, u.factor, "
        "COALESCE(u.price, p.price * (u.factor / 1000000)) FROM product p "
        "JOIN product_unit u ON u.product_id = p.id "
        "LEFT JOIN category c ON c.id = p.category_id "
    )
    conditions = f"WHERE {' AND '.join(where.conditions)} "
    return [
        (row[0], row[1], row[2], row[3], row[4], int(row[5]), int(row[6]))
        for row in books.rows(
            f"{own}{conditions}UNION ALL {further}{conditions}ORDER BY 2, 6, 5",
            where.params * 2,
        )
    ]


def _rows(
    books: Books, facts: list[object], named: list[SavedPrice], shown: list[Level]
) -> list[tuple[Cell, ...]]:
    """A row for each quantity from which some level's price holds, in this unit."""
    sku, name, category, unit, _, own = facts
    mine = [one for one in named if one.unit == unit]
    own_parts, places = int(str(own)), books.money_places
    steps = sorted({Decimal(0), *(one.minimum for one in mine)})
    found: list[tuple[Cell, ...]] = []
    for at in steps:
        prices = [_of_level(level, mine, at, own_parts, places) for level in shown]
        found.append((
            str(sku), str(name), str(category), str(unit), at or None,
            price(own_parts, places) if not at else None, *prices,
        ))  # fmt: skip
    return found


def _of_level(
    level: Level, mine: list[SavedPrice], at: Decimal, own: int, places: int
) -> Decimal | None:
    """What a level pays from this quantity on; nothing where it pays no other price from here."""
    named = next((one for one in mine if one.level_id == level.id and one.minimum == at), None)
    if named is not None:
        return named.price
    if at or level.percent is None:
        return None
    return price(percent_of(own, int(level.percent * _ONE), places), places)
