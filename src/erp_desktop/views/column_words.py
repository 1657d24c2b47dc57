"""What stands above a column: its title, and the currency that its amounts are in."""

from erp_desktop.core.table import Column, Kind
from erp_desktop.views import figures, wording


def title(column: Column) -> str:
    """The title in the user's language; money names its currency here and not in each cell."""
    words = wording.title(column.title)
    symbol = figures.form().symbol
    amount = column.kind in {Kind.MONEY, Kind.PRICE}
    return f"{words} {symbol}" if amount and words and symbol not in words else words
