"""Fields that choose: the combo box and the date field with its calendar."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import (
    QDate,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from erp_desktop.core import clock
from erp_desktop.views import icons, theme
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.fields import FIELD_HEIGHT, LineField, paint_field

LONGEST = 190  # as wide as a choice may ask to be
AnyIndex = QModelIndex | QPersistentModelIndex


class _ChoiceRows(QStyledItemDelegate):
    """The rows of a combo's list, 30 high, the chosen one on `sel`."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        return QSize(round(theme.width(theme.BODY, words)) + theme.px(32), theme.px(30))

    def paint(self, painter: QPainter, option: Any, index: AnyIndex) -> None:
        t = theme.tokens()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, t.sel if chosen else t.raised)
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        box = option.rect.adjusted(theme.px(10), 0, -theme.px(10), 0)
        ink.text(painter, words, box, theme.BODY, t.text)


class Combo(QComboBox):
    """One of several; `fill` takes (value, words) pairs, `value()` gives the chosen value."""

    def __init__(
        self, choices: Sequence[tuple[Any, str]] = (), *, high: int = FIELD_HEIGHT,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._high = high
        self.setItemDelegate(_ChoiceRows(self))
        self.setMaxVisibleItems(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dress()
        theme.worn.changed.connect(self._dress)
        self.fill(choices)

    def fill(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer these, keeping what is chosen if it is still among them."""
        chosen = self.value()
        self.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
        self.clear()
        for value, words in choices:
            self.addItem(words, value)
        self.choose(chosen)
        self.blockSignals(False)  # noqa: FBT003

    def value(self) -> Any:
        return self.currentData()

    def choose(self, value: Any) -> None:
        """Choose by value; the first one where it is not offered."""
        at = self.findData(value)
        self.setCurrentIndex(max(at, 0) if self.count() else -1)

    def _dress(self) -> None:
        self.setFont(theme.font(theme.BODY))
        self.setFixedHeight(theme.px(self._high))

    def sizeHint(self) -> QSize:
        widest = max(
            (theme.width(theme.BODY, self.itemText(at)) for at in range(min(self.count(), 30))),
            default=theme.px(80),
        )
        return QSize(round(widest) + theme.px(40), theme.px(self._high))

    def minimumSizeHint(self) -> QSize:
        """What is chosen is read whole, unless it is very long."""
        words = round(theme.width(theme.BODY, self.currentText())) + theme.px(40)
        return QSize(max(min(words, theme.px(LONGEST)), theme.px(64)), theme.px(self._high))

    def wheelEvent(self, event: Any) -> None:
        event.ignore()  # a wheel over a form must scroll it, not change what was chosen

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        quiet = not self.isEnabled()
        paint_field(painter, QRectF(self.rect()), self, refused=False, quiet=quiet)
        box = self.rect().adjusted(theme.px(9), 0, -theme.px(28), 0)
        words, colour = self.currentText(), t.disabled if quiet else t.text
        if not words:
            words, colour = self.placeholderText(), t.text3
        ink.text(painter, words, box, theme.BODY, colour)
        size = theme.px(14)
        right = self.width() - theme.px(10) - size
        where = QRectF(right, round(self.height() / 2 - size / 2), size, size)
        icons.draw(painter, "chevron-down", t.text3, where)


class DateField(LineField):
    """A day, typed or picked: 2026-11-21, 11-21, +3 (days from today), or the calendar (F4)."""

    chosen = Signal(object)  # datetime.date or None

    def __init__(self, value: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._calendar: QCalendarWidget | None = None
        self.set_value(value)
        self.editingFinished.connect(self._settle)

    def value(self) -> date | None:
        """The day that stands there; None when empty or not a day (then the field is red)."""
        return _parsed(self.text())

    def moment(self) -> int | None:
        """The business time of what is done on that day: its noon; None for today, which is now."""
        day = self.value()
        if day is None or clock.day_number(day) == clock.today():
            return None
        return clock.parsed(f"{day.isoformat()}T12:00")

    def set_value(self, value: date | None) -> None:
        self.setText(value.isoformat() if value else "")
        self.refuse(refused=False)

    def _settle(self) -> None:
        value = self.value()
        if self.text().strip() and value is None:
            self.refuse()
            return
        self.set_value(value)
        self.chosen.emit(value)

    def _set_margins(self) -> None:
        self.setTextMargins(theme.px(7), 0, theme.px(28), 0)

    def _paint_marks(self, painter: QPainter) -> None:
        size = theme.px(14)
        right = self.width() - theme.px(10) - size
        box = QRectF(right, round(self.height() / 2 - size / 2), size, size)
        icons.draw(painter, "calendar", theme.tokens().text3, box)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() > self.width() - theme.px(30) and not self.isReadOnly():
            self.show_calendar()
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F4:
            self.show_calendar()
            return
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is not None and not self.isReadOnly():
            self.set_value((self.value() or clock.day_date(clock.today())) + timedelta(days=step))
            self.chosen.emit(self.value())
            return
        super().keyPressEvent(event)

    def show_calendar(self) -> None:
        """Open the calendar below the field."""
        calendar = QCalendarWidget(self)
        calendar.setWindowFlags(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        value = self.value() or clock.day_date(clock.today())
        calendar.setSelectedDate(QDate(value.year, value.month, value.day))
        calendar.clicked.connect(self._picked)
        calendar.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        calendar.show()
        self._calendar = calendar

    def _picked(self, day: QDate) -> None:
        self.set_value(date(day.year(), day.month(), day.day()))
        self.chosen.emit(self.value())
        if self._calendar is not None:
            self._calendar.close()
            self._calendar = None


def _parsed(text: str) -> date | None:
    """What people type for a day; None when it is none."""
    words = text.strip().replace("/", "-").replace(".", "-")
    today = clock.day_date(clock.today())
    try:
        if words[:1] == "+":
            return today + timedelta(days=int(words[1:]))
        numbers = [int(part) for part in words.split("-")]
        if len(numbers) == 2:
            return date(today.year, *numbers)
        return date(*numbers) if len(numbers) == 3 else None
    except (ValueError, OverflowError):
        return None
