"""The bar above a list: the filter field, a token for each filter that is on, groups, columns.

It shows a `Question` and asks for another; what the list does with it is the page's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from erp_desktop.core.table import Column, Kind
from erp_desktop.reports.list_questions import BY_DAY
from erp_desktop.reports.list_sql import DAYS
from erp_desktop.reports.listing import Filter, Question
from erp_desktop.views import icons, theme, wording
from erp_desktop.views import memory as habits
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.fields import SearchField
from erp_desktop.views.widgets.filter_words import filter_words
from erp_desktop.views.widgets.menus import Menu
from erp_desktop.views.widgets.page import PAGE_MARGIN

if TYPE_CHECKING:
    from erp_desktop.views.widgets.faces import Face
    from erp_desktop.views.widgets.list_view import ListView

translate = wording.translate
# Columns in which every row says something else make no groups.
_SINGLE: Final = frozenset({"name", "note", "reference", "reason", "address", "email", "phone"})
_DIRECT: Final = Qt.FindChildOption.FindDirectChildrenOnly
_GROUPED: Final = frozenset({Kind.TEXT, Kind.STATE, *DAYS})


class FilterToken(QAbstractButton):
    """A filter that is on: 'Date *Last 10 days* ×'; `removed` when the cross is clicked.

    A click elsewhere changes the filter; Delete takes it off.
    """

    removed = Signal()

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._words = name, words
        self.setText(words)
        self.setAccessibleName(f"{name} {words}")
        self.setToolTip(f"{name} {words}")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        name = theme.width(theme.HINT, self._name)
        wide = name + theme.width(theme.CHIP, self._words) + theme.px(56)
        return QSize(round(wide), theme.px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(theme.px(96), self.sizeHint().width()), theme.px(30))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.position().x() > self.width() - theme.px(30):
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        ink.frame(painter, self.rect(), theme.px(6), t.tint)
        right = self.width() - theme.px(9) - theme.px(14)
        box = QRectF(self.rect()).adjusted(theme.px(10), 0, 0, 0)
        box.setRight(right - theme.px(6))
        drawn = ink.text(painter, self._name, box, theme.HINT, t.text2)
        box.setLeft(box.left() + drawn + theme.px(6))
        ink.text(painter, self._words, box, theme.CHIP, t.accent_text)
        size = theme.px(14)
        cross = QRectF(right, round(self.height() / 2 - size / 2), size, size)
        icons.draw(painter, "x", t.text2, cross)
        if self.hasFocus():
            ink.focus_ring(painter, self.rect(), theme.px(6))


class FoldingButton(Button):
    """A quiet button that shows only its icon where there is little room; its words stay said."""

    def __init__(self, words: str, icon: str) -> None:
        super().__init__(words, Look.GHOST, icon=icon, high=30)
        self._said, self._folded = words, False
        self.say(words)

    def say(self, words: str) -> None:
        """Say something else."""
        self._said = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setText("" if self._folded else words)
        self.updateGeometry()

    def fold(self, *, folded: bool) -> None:
        if folded is not self._folded:
            self._folded = folded
            self.say(self._said)

    def wide(self) -> int:
        """How wide the button is with its words."""
        words = round(theme.width(theme.BODY, self._said))
        return words + theme.px(26 + 16 + 6) + 1


class FilterBar(QWidget):
    """`asked(Question)` when a person searched, filtered or grouped; `show_question` shows one."""

    asked = Signal(object)

    def __init__(self, view: ListView, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._question = view.source.question
        self.tokens: dict[str, FilterToken] = {}
        self._own_words: dict[str, tuple[str, str]] = {}
        self.search = SearchField(hint or translate("List", "Filter"), shortcut="Ctrl+F")
        self.add = FoldingButton(translate("List", "Add filter"), "plus")
        self.group = FoldingButton(translate("List", "Group"), "group")
        self.density = FoldingButton(translate("List", "Row height"), "rows-3")
        self.density.fold(folded=True)
        self.columns = FoldingButton(translate("List", "Columns"), "columns-3")
        self.search.asked.connect(self._search)
        self.add.clicked.connect(self._offer_filters)
        self.group.clicked.connect(self._offer_groups)
        self.columns.clicked.connect(self._offer_columns)
        self.density.clicked.connect(_next_density)
        self._lay_out()

    def _lay_out(self) -> None:
        self.row = QHBoxLayout(self)
        margin = theme.px(PAGE_MARGIN)
        self.row.setContentsMargins(margin, theme.px(10), margin, theme.px(10))
        self.row.setSpacing(theme.px(8))
        self.search.setMaximumWidth(theme.px(310))
        self.search.setMinimumWidth(theme.px(120))
        self._tokens_row = QHBoxLayout()
        self._tokens_row.setSpacing(theme.px(8))
        self.row.addWidget(self.search, 1000)
        self.row.addLayout(self._tokens_row)
        self.row.addWidget(self.add)
        self.row.addStretch(1)
        self.row.addWidget(self.density)
        self.row.addWidget(self.group)
        self.row.addWidget(self.columns)

    # -- showing ---------------------------------------------------------------------------------

    def show_question(self, question: Question) -> None:
        """Show what is asked: words, tokens, the column of the groups."""
        before, self._question = self._question, question
        if question.search != self.search.text().strip():
            self.search.setText(question.search)
        if before.filters != question.filters or len(self.tokens) != len(question.filters):
            self._show_tokens()
        self._show_group()

    def said_filters(self) -> list[tuple[str, str]]:
        """The filters that are on, in words: (column, filter)."""
        named = (self._named(wanted) for wanted in self._question.filters)
        return [one for one in named if one is not None]

    def name_filter(self, column: str, name: str, words: str) -> None:
        """Say a filter of the page's own in these words."""
        self._own_words[column] = (name, words)

    def _show_tokens(self) -> None:
        for token in self.tokens.values():
            self._tokens_row.removeWidget(token)
            token.hide()
            token.deleteLater()
        self.tokens = {}
        for wanted in self._question.filters:
            named = self._named(wanted)
            if named is None:
                continue
            token = FilterToken(*named)
            token.removed.connect(_Act(self._remove, wanted.column))
            token.clicked.connect(_Act(self._change, wanted.column))
            self.tokens[wanted.column] = token
            self._tokens_row.addWidget(token)

    def _named(self, wanted: Filter) -> tuple[str, str] | None:
        """The words of a token; a filter that the page shows in its own way has none."""
        own = self._own_words.get(wanted.column)
        if own is not None:
            return own if own[0] else None
        if wanted.column not in {face.column.key for face in self._view.faces}:
            return None
        face = self._face(wanted.column)
        return wording.title(face.column.title), filter_words(face, wanted)

    def _show_group(self) -> None:
        said = self.said_group()
        by = translate("List", "By {0}").format(said)
        self.group.say(by if said else translate("List", "Group"))
        self.group.wear(Look.SOFT if said else Look.GHOST)
        self._fit()

    def said_group(self) -> str:
        """By what the rows are grouped, in words; empty for no groups."""
        key = self._question.grouped_by
        if key not in {face.column.key for face in self._view.faces}:
            return ""
        ways = dict(_ways_to_group(self._face(key).column))
        return ways.get(self._question.group, "")

    def _face(self, key: str) -> Face:
        return next(face for face in self._view.faces if face.column.key == key)

    # -- room ------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the bar is narrow, its buttons are their icons: the filters need the room."""
        folding = (self.add, self.group, self.columns)
        least = min(theme.px(160), self.search.maximumWidth())
        room = self.width() - 2 * theme.px(PAGE_MARGIN) - least
        tokens = [token.sizeHint().width() for token in self.tokens.values()]
        others = [
            part.sizeHint().width()
            for part in self.findChildren(QWidget, options=_DIRECT)
            if part not in {self.search, *folding, *self.tokens.values()} and part.isVisible()
        ]
        words = [button.wide() for button in folding]
        gaps = theme.px(8) * (len(tokens) + len(others) + len(words) + 1)
        narrow = sum((*tokens, *others, *words)) + gaps > room
        for button in folding:
            button.fold(folded=narrow)

    # -- asking ----------------------------------------------------------------------------------

    def _search(self, words: str) -> None:
        self.asked.emit(replace(self._question, search=words))

    def filter_by(self, wanted: Filter) -> None:
        """Put a filter on, in place of the one its column had."""
        kept = [one for one in self._question.filters if one.column != wanted.column]
        self.asked.emit(replace(self._question, filters=(*kept, wanted)))

    def _remove(self, column: str) -> None:
        self._own_words.pop(column, None)
        kept = tuple(one for one in self._question.filters if one.column != column)
        self.asked.emit(replace(self._question, filters=kept))

    def _change(self, column: str) -> None:
        self._open_panel(column, self.tokens[column])

    def _offer_filters(self) -> None:
        menu = Menu(parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for face in self._view.faces:
            words = wording.title(face.column.title)
            menu.addAction(words, _Act(self.open_filter, face.column.key))
        menu.popup(self._below(self.add))

    def open_filter(self, column: str) -> None:
        """Open the panel of a column below *Add filter*."""
        self._open_panel(column, self.add)

    def _open_panel(self, column: str, below: QWidget) -> None:
        from erp_desktop.views.widgets.filter_panel import FilterPanel

        known = next((one for one in self._question.filters if one.column == column), None)
        panel = FilterPanel(self._face(column), known, self._view.source.read_values, self)
        panel.applied.connect(_Applied(self, column))
        panel.show_below(below)

    def take(self, column: str, wanted: Filter | None) -> None:
        """What the panel of a column came to."""
        if wanted is None:
            self._remove(column)
        else:
            self._own_words.pop(column, None)
            self.filter_by(wanted)

    def _offer_groups(self) -> None:
        menu = Menu(parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        plain = [("", translate("List", "No groups"))]
        made = [
            choice
            for column in self._view.source.columns
            if column.kind in _GROUPED and column.key not in _SINGLE
            for choice in _ways_to_group(column)
        ]
        for key, words in [*plain, *made]:
            action = menu.addAction(words, _Act(self.group_by, key))
            action.setCheckable(True)
            action.setChecked(key == self._question.group)
        menu.popup(self._below(self.group))

    def group_by(self, key: str) -> None:
        """Bring the rows together that have a column in common; empty for no groups."""
        self.asked.emit(replace(self._question, group=key))

    def _offer_columns(self) -> None:
        self._view.choose_columns(self._below(self.columns))

    def _below(self, button: QWidget) -> QPoint:
        return button.mapToGlobal(QPoint(0, button.height() + theme.px(4)))


def _ways_to_group(column: Column) -> list[tuple[str, str]]:
    """What a column offers to group by: (what is asked, words); days also make months."""
    title = wording.title(column.title)
    if column.kind not in DAYS:
        return [(column.key, title)]
    return [
        (column.key, translate("List", "{0}, by month").format(title)),
        (f"{column.key}{BY_DAY}", translate("List", "{0}, by day").format(title)),
    ]


def _next_density() -> None:
    """Lower rows, then higher ones, then as usual again; for all lists, and remembered."""
    every = list(theme.Density)
    wanted = every[(every.index(theme.choice().density) + 1) % len(every)]
    habits.remember("look/density", wanted.value)
    theme.wear(replace(theme.choice(), density=wanted))


class _Act:
    """Does something for one column, whatever the signal says."""

    def __init__(self, act: object, column: str) -> None:
        self._act, self._column = act, column

    def __call__(self, *_: object) -> None:
        self._act(self._column)  # type: ignore[operator]


class _Applied:
    """Takes what a panel came to."""

    def __init__(self, bar: FilterBar, column: str) -> None:
        self._bar, self._column = bar, column

    def __call__(self, wanted: Filter | None) -> None:
        self._bar.take(self._column, wanted)
