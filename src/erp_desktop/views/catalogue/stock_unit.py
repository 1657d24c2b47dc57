"""A product's quantities in the unit that its stock is shown in."""

from decimal import Decimal

from erp_desktop.reports.product_card import ProductCard
from erp_desktop.views import figures


def in_stock_unit(card: ProductCard, value: Decimal) -> tuple[str, str]:
    """The words, and the unit behind them: ("3 cartons + 4", "pcs")."""
    more = card.details
    shown = next((one for one in more.units if one.unit == more.stock_unit), None)
    if shown is None:
        return figures.quantity(value), card.unit
    return figures.packed(value, card.unit, shown.unit, shown.factor)
