"""A field for exact numbers: what is typed is a Decimal, never a float."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from erp_desktop.core.errors import NoSuchUnit, NotANumber
from erp_desktop.core.money import decimal_from
from erp_desktop.views import figures, theme
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.fields import FIELD_HEIGHT, LineField


class NumberField(LineField):
    """Right-aligned, in tabular figures, with the unit in a quiet slot behind it.

    `value()` is the Decimal, or None when empty; it raises NotANumber when what is typed is none.
    `places` is how many decimals are shown at least. `reads` may understand more than figures (3 c
    for three cartons).
    """

    changed = Signal(object)  # the Decimal or None, each time a valid number stands there

    def __init__(
        self, value: Decimal | None = None, *, places: int = 0, unit: str = "",
        high: int = FIELD_HEIGHT, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        self._unit, self._places = unit, places
        self.reads: Callable[[str], Decimal] = decimal_from
        super().__init__(high=high, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # no input method: it would write full-width digits, and eat a scanner's keys
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.set_value(value)
        self.textEdited.connect(self._typed)

    def value(self) -> Decimal | None:
        return self.reads(self.text()) if self.text().strip() else None

    def set_value(self, value: Decimal | None) -> None:
        """Show a number with this field's places."""
        self.setText("" if value is None else figures.plain(value, self._places))
        self.refuse(refused=False)

    def set_unit(self, unit: str) -> None:
        self._unit = unit
        self._fit()
        self.update()

    def type_kind(self) -> theme.Type:
        return theme.FIGURE

    def _typed(self) -> None:
        try:
            value = self.value()
        except (NotANumber, NoSuchUnit):
            self.refuse()
            return
        self.refuse(refused=False)
        self.changed.emit(value)

    def _set_margins(self) -> None:
        slot = theme.width(theme.HINT, self._unit) + theme.px(6) if self._unit else 0
        self.setTextMargins(theme.px(6), 0, round(slot) + theme.px(6), 0)

    def _paint_marks(self, painter: QPainter) -> None:
        if not self._unit:
            return
        box = QRectF(self.rect()).adjusted(0, 0, -theme.px(8), 0)
        ink.text(painter, self._unit, box, theme.HINT, theme.tokens().text3, right=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The whole number: it has no words of which one could be meant."""
        event.accept()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if step is None or not plain or self.isReadOnly() or self.refused:
            super().keyPressEvent(event)
            return
        value = (self.value() or Decimal(0)) + step
        self.set_value(value)
        self.changed.emit(value)
