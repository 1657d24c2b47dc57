"""The unit that a product's stock is shown in (库存显示单位): 3 cartons + 4.

The ledger counts in the product's own unit; a carton is only a way of reading forty pieces. Lists
ask for it in SQL over `product p`; both are empty (and 0) where the stock is shown in the own unit.
A report gets a column of words beside each of its quantities, for people: what programs read keeps
the columns that were agreed.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from erp_desktop.core.money import ONE_QUANTITY, quantity
from erp_desktop.core.table import Cell, Column, Kind, Row, Table, each_row
from erp_desktop.models.books import Books

_SHOWN: Final = "u.product_id = p.id AND u.unit = p.stock_unit AND p.stock_unit <> p.unit"
PACK: Final = (
    f"COALESCE((SELECT u.unit FROM product_unit u WHERE {_SHOWN} AND u.factor > 1000000), '')"  # noqa: S608
)
HOLDS: Final = (
    f"COALESCE((SELECT u.factor FROM product_unit u WHERE {_SHOWN} AND u.factor > 1000000), 0)"  # noqa: S608
)
# What a quantity is called when it is read in units; the figure stands before it.
TITLES: Final = {
    "Quantity": "In units",
    "On hand": "On hand, in units",
    "On hand after": "On hand, in units",
    "Reserved": "Reserved, in units",
    "Available": "Available, in units",
    "On order": "On order, in units",
    "Suggested": "Suggested, in units",
    "Goods in": "Came, in units",
    "Goods out": "Went, in units",
}
_WIDTH: Final = 130

# How a quantity is said: its own unit, the pack ("" for none), how much that holds.
Say = Callable[[Decimal, str, str, Decimal | None], tuple[str, str]]


def any_packs(books: Books) -> bool:
    """Whether the stock of any product is shown in a unit that is not its own."""
    shown = "SELECT 1 FROM product p WHERE p.stock_unit <> p.unit AND p.stock_unit <> '' LIMIT 1"
    return books.value(shown) is not None


def units_column(column: Column) -> Column:
    """The column of words beside a quantity."""
    title = TITLES.get(column.title, TITLES["Quantity"])
    return Column(f"{column.key}_units", title, Kind.TEXT, _WIDTH, hidden=True)


def with_units(books: Books, found: Table, say: Say, *, always: bool = False) -> Table:
    """The table with each quantity of a product in its stock unit beside it, to be chosen.

    It stays as it is where it does not tell products apart, or no product is shown in packs
    (unless it is `always` wanted: a program that reads the file counts on its columns).
    """
    keys = [column.key for column in found.columns]
    told = [
        at for at, column in enumerate(found.columns)
        if column.kind is Kind.QUANTITY and column.title in TITLES
    ]  # fmt: skip
    if "sku" not in keys or not told or not (always or any_packs(books)):
        return found
    sku, packs = keys.index("sku"), _packs(books)

    def worded(row: Row) -> list[Cell]:
        unit, pack, holds = packs.get(str(row[sku]), ("", "", None))
        return [in_words(row[at], unit, pack, holds, say) for at in told]

    return beside(found, told, worded)


def beside(found: Table, told: Sequence[int], worded: Callable[[Row], Sequence[Cell]]) -> Table:
    """The table with what `worded` says of the columns `told`, each behind its own."""

    def widened(row: Row, more: Sequence[Cell]) -> Row:
        cells = list(row)
        for at, cell in zip(reversed(told), reversed(more), strict=True):
            cells.insert(at + 1, cell)
        return tuple(cells)

    columns = list(found.columns)
    for at in reversed(told):
        columns.insert(at + 1, units_column(found.columns[at]))
    heads = [one._replace(sums=widened(one.sums, [None] * len(told))) for one in found.heads]
    rows = each_row(found.rows, lambda row: widened(row, worded(row)))
    return replace(found, columns=tuple(columns), rows=rows, heads=heads)


def in_words(cell: Cell, unit: str, pack: str, holds: Decimal | None, say: Say) -> str:
    """A quantity with the unit of its last figure: 3 cartons + 4 pcs. Nought says nothing."""
    if not isinstance(cell, Decimal) or not cell:
        return ""
    return " ".join(filter(None, say(cell, unit, pack, holds)))


def _packs(books: Books) -> dict[str, tuple[str, str, Decimal | None]]:
    """By SKU: the own unit, the unit it is shown in, how much that holds."""
    rows = books.rows(
        "SELECT p.sku, p.unit, u.unit, u.factor FROM product p LEFT JOIN product_unit u "
        "ON u.product_id = p.id AND u.unit = p.stock_unit AND p.stock_unit <> p.unit "
        "AND u.factor > ?",
        (ONE_QUANTITY,),
    )
    return {
        sku: (unit, pack or "", quantity(int(factor)) if factor else None)
        for sku, unit, pack, factor in rows
    }
