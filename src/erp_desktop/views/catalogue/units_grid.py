"""The further units of a product in a small grid: unit, how many it holds, price, codes."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from erp_desktop.core.table import Cell, Column, Kind
from erp_desktop.reports.product_details import UnitRow
from erp_desktop.services.catalogue.units import SaveUnit
from erp_desktop.views import theme, wording
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.wording import QT_TRANSLATE_NOOP

translate = wording.translate
_BETWEEN = re.compile(r"[,;，；、\s]+")
SHOWN = 4


class UnitsGrid(LinesGrid):
    """`units()` is what stands there; Delete takes a unit away; the last line is always empty."""

    def __init__(self) -> None:
        super().__init__(
            [
                LineColumn(Column("unit", QT_TRANSLATE_NOOP("Table", "Unit"), width=100),
                           editable=True),
                LineColumn(Column("holds", QT_TRANSLATE_NOOP("Table", "Conversion"), Kind.QUANTITY,
                                  90), editable=True),
                LineColumn(Column("price", QT_TRANSLATE_NOOP("Table", "Sale price"), Kind.PRICE,
                                  100), editable=True),
                LineColumn(Column("codes", QT_TRANSLATE_NOOP("Table", "Barcodes"), width=200),
                           editable=True),
            ],
            _nothing, _no_cells, growing=False,
        )  # fmt: skip
        self.setAccessibleName(translate("Catalogue", "Further units"))
        self.show_units(())
        self.changed.connect(self._grow)

    def show_units(self, units: Sequence[UnitRow]) -> None:
        lines: list[Mapping[str, Cell]] = [
            {"unit": one.unit, "holds": one.factor, "price": one.price,
             "codes": ", ".join(one.codes)}
            for one in units
        ]  # fmt: skip
        self.show_lines([*lines, {}])
        self._fit()

    def units(self) -> list[SaveUnit]:
        """The written units; a line without anything in it is none."""
        found = []
        for line in self.lines.lines():
            name, holds, price = str(line.get("unit") or ""), line.get("holds"), line.get("price")
            codes = [code for code in _BETWEEN.split(str(line.get("codes") or "")) if code]
            if name or holds or codes:
                found.append(
                    SaveUnit(name, holds if isinstance(holds, Decimal) else Decimal(0),
                             price if isinstance(price, Decimal) else None, codes)
                )  # fmt: skip
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Delete and 0 <= row < self.lines.rowCount() - 1:
            self.lines.remove(row)
            return
        super().keyPressEvent(event)

    def _grow(self) -> None:
        last = self.lines.line(self.lines.rowCount() - 1)
        if last is None or any(cell is not None for cell in last.values()):
            self.lines.add({})
            self._fit()

    def _fit(self) -> None:
        rows = min(self.lines.rowCount(), SHOWN)
        self.setFixedHeight(theme.px(44) * rows + theme.px(36))


def _nothing(text: str) -> tuple[()]:  # noqa: ARG001
    return ()


def _no_cells(found: object) -> Mapping[str, Cell]:  # noqa: ARG001
    return {}
