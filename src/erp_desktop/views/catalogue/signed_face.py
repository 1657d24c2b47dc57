"""A change of the stock, written with its sign."""

from decimal import Decimal
from typing import Any

from erp_desktop.views.widgets.faces import FigureFace


class SignedFace(FigureFace):
    """A change: what came has a plus."""

    def words(self, row: tuple[Any, ...]) -> str:
        cell, said = row[self.at], super().words(row)
        return f"+{said}" if isinstance(cell, Decimal) and cell > 0 else said
