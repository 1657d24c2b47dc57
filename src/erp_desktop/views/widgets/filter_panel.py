"""What a column may be: a small panel below *Add filter*, with what suits the column's kind.

Words and states offer the values that are there with their counts, or a piece of the words; days
offer periods that stay what they say ("last 10 days" also next month); figures offer two ends.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QVBoxLayout, QWidget

from erp_desktop.core.errors import NotANumber
from erp_desktop.core.table import NUMERIC, Cell, Column, Kind, Table
from erp_desktop.reports.list_questions import PERIODS
from erp_desktop.reports.listing import Filter, Question
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.choice_fields import Combo, DateField
from erp_desktop.views.widgets.faces import Face
from erp_desktop.views.widgets.fields import Label, Labelled, SearchField, in_a_row
from erp_desktop.views.widgets.filter_words import period_word
from erp_desktop.views.widgets.list_view import ListView
from erp_desktop.views.widgets.list_words import value_words
from erp_desktop.views.widgets.number_field import NumberField
from erp_desktop.views.widgets.table_source import TableSource

translate = wording.translate
ROWS_SEEN = 8
Values = Sequence[tuple[Cell, int]]
ReadValues = Callable[[str, Callable[[list[tuple[Cell, int]]], None]], None]


class FilterPanel(QFrame):
    """`applied(Filter)` when the person said so. Enter applies, Esc closes."""

    applied = Signal(object)

    def __init__(
        self, face: Face, wanted: Filter | None, read_values: ReadValues, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = wording.title(face.column.title)
        self.setAccessibleName(translate("List", "Filter by {0}").format(title))
        self.choice = choice_of(face, wanted or Filter(face.column.key), read_values)
        self.apply = Button(translate("List", "Show"), Look.PRIMARY, high=30)
        self.apply.clicked.connect(self._apply)
        box = QVBoxLayout(self)
        pad = theme.px(12)
        box.setContentsMargins(pad, pad, pad, pad)
        box.setSpacing(theme.px(10))
        box.addWidget(Label(title, theme.BOLD))
        box.addWidget(self.choice)
        box.addLayout(in_a_row(0, self.apply))

    def show_below(self, widget: QWidget) -> None:
        """Open below a button or a token."""
        self.adjustSize()
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + theme.px(4))))
        self.show()
        self.choice.setFocus()

    def _apply(self) -> None:
        try:
            wanted = self.choice.wanted()
        except NotANumber:
            return  # the field is red
        self.close()
        self.applied.emit(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._apply()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        painter.fillRect(self.rect(), t.raised)
        ink.frame(painter, self.rect(), 0, t.raised, t.line2)


class Choice(QWidget):
    """What a filter may be; `wanted` says what was chosen, here nothing."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        self.column = column
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(theme.px(8))

    def wanted(self) -> Filter | None:
        """The filter as it stands; None where everything may be. Raises NotANumber."""
        return None


def choice_of(face: Face, wanted: Filter, read_values: ReadValues) -> Choice:
    """What suits the column's kind."""
    kind = face.column.kind
    if kind in NUMERIC:
        return _Amounts(face.column, wanted)
    if kind in {Kind.DATE, Kind.MOMENT}:
        return _Days(face.column, wanted)
    return _Values(face, wanted, read_values)


class _Values(Choice):
    """Values with their counts, found as one types; typed words without a tick are a piece."""

    def __init__(self, face: Face, wanted: Filter, read_values: ReadValues) -> None:
        super().__init__(face.column)
        self._face, self._chosen = face, wanted.among
        self._values: list[Cell] = []
        self.words = SearchField(translate("List", "Contains"))
        self.words.setText(wanted.contains)
        self.words.asked.connect(self._look)
        self.list = ListView(TableSource(_table([], [])), checkable=True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.list.header.hide()
        self.list.setAccessibleName(wording.title(face.column.title))
        self.list.setFixedSize(theme.px(280), theme.row_height() * ROWS_SEEN)
        self.box.addWidget(self.words)
        self.box.addWidget(self.list)
        self.setFocusProxy(self.words)
        read_values(face.column.key, self._show)

    def _show(self, values: Values) -> None:
        self._values = [value for value, _ in values]
        words = [value_words(self._face, value) for value in self._values]
        self.list.show_source(TableSource(_table(words, [count for _, count in values])))
        rows = min(max(len(values), 1), ROWS_SEEN)
        self.list.setFixedHeight(theme.row_height() * rows)
        self.window().adjustSize()
        for at, value in enumerate(self._values):
            if value in self._chosen:
                self.list.selectRow(at)

    def _look(self, words: str) -> None:
        self.list.clearSelection()
        self.list.ask_for(Question(search=words))

    def wanted(self) -> Filter | None:
        among = tuple(self._values[key] for key in self.list.chosen_keys())
        contains = "" if among else self.words.text().strip()
        if not among and not contains:
            return None
        return Filter(self.column.key, among=among, contains=contains)


class _Days(Choice):
    """A period by its name, or two days."""

    def __init__(self, column: Column, wanted: Filter) -> None:
        super().__init__(column)
        own = ("", translate("List", "From a day to a day"))
        self.period = Combo([own, *((code, period_word(code)) for code in PERIODS)])
        self.period.setAccessibleName(translate("List", "Period"))
        self.first, self.last = DateField(_day(wanted.at_least)), DateField(_day(wanted.at_most))
        fresh = wanted == Filter(column.key)
        self.period.choose("last_10_days" if fresh else wanted.period)
        self.period.activated.connect(self._settle)
        self.box.addWidget(self.period)
        self.ends = QWidget()
        row = in_a_row(
            Labelled(translate("List", "From"), self.first),
            Labelled(translate("List", "To"), self.last),
        )
        self.ends.setLayout(row)
        self.box.addWidget(self.ends)
        self.setFixedWidth(theme.px(290))
        self.setFocusProxy(self.period)
        self._settle()

    def _settle(self) -> None:
        self.ends.setEnabled(not self.period.value())

    def wanted(self) -> Filter | None:
        if self.period.value():
            return Filter(self.column.key, period=str(self.period.value()))
        first, last = self.first.value(), self.last.value()
        if first is None and last is None:
            return None
        return Filter(self.column.key, at_least=first, at_most=last)


class _Amounts(Choice):
    """At least, at most, or between."""

    def __init__(self, column: Column, wanted: Filter) -> None:
        super().__init__(column)
        self.low = NumberField(_number(wanted.at_least))
        self.high = NumberField(_number(wanted.at_most))
        unit = figures.form().symbol if column.kind in {Kind.MONEY, Kind.PRICE} else ""
        for field in (self.low, self.high):
            field.set_unit(unit)
        row = in_a_row(
            Labelled(translate("List", "At least"), self.low),
            Labelled(translate("List", "At most"), self.high),
        )
        self.box.addLayout(row)
        self.setFixedWidth(theme.px(250))
        self.setFocusProxy(self.low)

    def wanted(self) -> Filter | None:
        low, high = self.low.value(), self.high.value()
        if low is None and high is None:
            return None
        return Filter(self.column.key, at_least=low, at_most=high)


def _table(words: Sequence[str], counts: Sequence[int]) -> Table:
    columns = (Column("value", "", Kind.TEXT, 170), Column("count", "", Kind.COUNT, 70))
    return Table("values", "", columns, list(zip(words, counts, strict=True)), range(len(words)))


def _day(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else None


def _number(cell: Cell) -> Decimal | None:
    return Decimal(cell) if isinstance(cell, int | Decimal) else None
