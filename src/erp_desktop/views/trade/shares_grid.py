"""What each product gets of the costs that are written above: shares, unit cost, what is sold."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from erp_desktop.core.table import Cell, Column, Kind
from erp_desktop.services.finance.landed import LandedPreview, ProductShare
from erp_desktop.views import wording
from erp_desktop.views.widgets import faces
from erp_desktop.views.widgets.finder import Found
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.wording import QT_TRANSLATE_NOOP

translate = wording.translate
EACH: Final = 3  # so many costs have columns of their own
_PLACES: Final = Decimal("0.0001")


class SharesGrid(LinesGrid):
    """Nothing in it can be typed. `names` are the costs that have a column of their own."""

    def __init__(self, names: Sequence[str] = ()) -> None:
        mark = QT_TRANSLATE_NOOP
        self.names = tuple(names)
        columns = (
            Column("name", mark("Table", "Product"), width=170),
            Column("quantity", mark("Table", "Quantity"), Kind.QUANTITY, 84),
            Column("value", mark("Table", "Value"), Kind.MONEY, 92),
            *(Column(f"cost{at}", name, Kind.MONEY, 88) for at, name in enumerate(names)),
            Column("share", mark("Table", "Share"), Kind.MONEY, 80),
            Column("before", mark("Table", "Cost each"), Kind.PRICE, 92),
            Column("after", mark("Table", "New cost"), Kind.PRICE, 84),
            Column("stays", mark("Table", "In stock"), Kind.MONEY, 88),
            Column("gone", mark("Table", "Already sold"), Kind.MONEY, 88),
            *(Column(key, "", hidden=True) for key in ("under", "unit")),
        )
        super().__init__(
            [LineColumn(one) for one in columns], _nothing, _no_cells, growing=False,
            faces={"name": faces.TwoLineFace("under"), "quantity": faces.UnitFace("unit", 30)},
        )  # fmt: skip
        self.setAccessibleName(translate("Trade", "What each product gets"))

    def show_preview(self, preview: LandedPreview | None) -> None:
        """The shares of the costs; none while there is nothing to share."""
        self.show_lines([_cells(one) for one in preview.products] if preview is not None else [])


def columns_of(names: Sequence[str]) -> tuple[str, ...]:
    """The costs that get a column of their own: one alone is the share, and many are too many."""
    return tuple(names) if 1 < len(names) <= EACH else ()


def _cells(one: ProductShare) -> dict[str, Cell]:
    cells: dict[str, Cell] = {f"cost{at}": share for at, share in enumerate(one.shares[:EACH])}
    return cells | {
        "name": one.name, "under": " · ".join((one.sku, *one.receipts)), "unit": one.unit,
        "quantity": one.quantity, "value": one.value, "share": one.total,
        "before": (one.value / one.quantity).quantize(_PLACES),
        "after": ((one.value + one.total) / one.quantity).quantize(_PLACES),
        "stays": one.stays, "gone": one.gone,
    }  # fmt: skip


def _nothing(text: str) -> tuple[()]:  # noqa: ARG001
    return ()


def _no_cells(found: Found) -> Mapping[str, Cell]:  # noqa: ARG001
    return {}
