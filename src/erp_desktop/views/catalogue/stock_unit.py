"""A product's quantities in the unit that its stock is shown in."""

from collections.abc import Sequence
from decimal import Decimal

from erp_desktop.core.table import Row, Table
from erp_desktop.reports.product_card import ProductCard
from erp_desktop.reports.product_details import UnitRow
from erp_desktop.reports.stock_units import beside, in_words
from erp_desktop.views import figures


def pack_of(card: ProductCard) -> UnitRow | None:
    """The unit that its stock is shown in; None where that is its own."""
    more = card.details
    return next((one for one in more.units if one.unit == more.stock_unit), None)


def in_stock_unit(card: ProductCard, value: Decimal) -> tuple[str, str]:
    """The words, and the unit behind them: ("3 cartons + 4", "pcs")."""
    shown = pack_of(card)
    if shown is None:
        return figures.quantity(value), card.unit
    return figures.packed(value, card.unit, shown.unit, shown.factor)


def with_units_of(card: ProductCard, table: Table, keys: Sequence[str]) -> Table:
    """A table about one product, these quantities of it also in words, to be chosen."""
    shown = pack_of(card)
    if shown is None:
        return table
    told = [table.column(key) for key in keys]
    unit, pack, holds = card.unit, shown.unit, shown.factor

    def worded(row: Row) -> list[str | None]:
        return [in_words(row[at], unit, pack, holds, figures.packed) for at in told]

    return beside(table, told, worded)
