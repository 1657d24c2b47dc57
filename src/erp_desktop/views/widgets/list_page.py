"""A page that is a list: named views with counts, filter bar, rows, totals.

A page builder gives a `PageSource` and, for the columns that say more than their kind, faces. The
rest (search as you type, sorting, columns remembered, totals, sums, copy, export of what is seen)
is here once for all lists.
"""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from erp_desktop.reports.listing import Filter, Question
from erp_desktop.views import figures, icons, theme, wording
from erp_desktop.views import memory as habits
from erp_desktop.views.office import Office
from erp_desktop.views.theme import Tone
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.faces import Face
from erp_desktop.views.widgets.fields import SearchField
from erp_desktop.views.widgets.list_source import PageSource
from erp_desktop.views.widgets.list_view import ListView
from erp_desktop.views.widgets.page import PAGE_MARGIN, Page
from erp_desktop.views.widgets.panels import EmptyState, Surface
from erp_desktop.views.widgets.tab_row import Tab, TabRow
from erp_desktop.views.widgets.totals_strip import TotalsStrip

translate = wording.translate
LATE = frozenset({"overdue", "late", "below_zero", "out"})


class FilterToken(QWidget):
    """A filter that is on: 'Date *Last 10 days* ×'; `removed` when the cross is clicked."""

    removed = Signal()

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._words = name, words
        self.setAccessibleName(f"{name} {words}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        name = theme.width(theme.HINT, self._name)
        wide = name + theme.width(theme.CHIP, self._words) + theme.px(56)
        return QSize(round(wide), theme.px(30))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.position().x() > self.width() - theme.px(30):
            self.removed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        ink.frame(painter, self.rect(), theme.px(6), t.tint)
        box = QRectF(self.rect()).adjusted(theme.px(10), 0, 0, 0)
        drawn = ink.text(painter, self._name, box, theme.HINT, t.text2)
        box.setLeft(box.left() + drawn + theme.px(6))
        ink.text(painter, self._words, box, theme.CHIP, t.accent_text)
        size = theme.px(14)
        right = self.width() - theme.px(9) - size
        cross = QRectF(right, round(self.height() / 2 - size / 2), size, size)
        icons.draw(painter, "x", t.text2, cross)


class ListPage(Page):
    """`view` is the list, `source` its rows. `search_hint` says what the filter field finds.

    `opened` of the list is for the page builder to connect (or give `opens`, a page code that a
    row's key opens). `empty` is shown instead of a list that has no rows at all.
    """

    def __init__(  # noqa: PLR0913  (what a list page is made of)
        self, office: Office, title: str, source: PageSource,
        faces: Mapping[str, Face] | None = None, *, search_hint: str = "", opens: str = "",
        checkable: bool = True, empty: EmptyState | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(office, title, parent)
        self.view = ListView(source, faces, checkable=checkable)
        self.view.setAccessibleName(title)
        self.totals = TotalsStrip(self.view)
        self.search = SearchField(search_hint or translate("List", "Filter"), shortcut="Ctrl+F")
        self.tabs = TabRow()
        self._opens, self._empty = opens, empty
        self._tokens: dict[str, FilterToken] = {}
        self._lay_out()
        self._connect()
        remembered = habits.recalled(self._memory_key())
        if isinstance(remembered, bytes):
            self.view.arrange(remembered)

    # -- building --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._views_row = Surface("page", "b")
        row = QHBoxLayout(self._views_row)
        row.setContentsMargins(theme.px(PAGE_MARGIN), 0, theme.px(PAGE_MARGIN), 0)
        row.addWidget(self.tabs)
        self._views_row.hide()
        self.body.addWidget(self._views_row)
        self.body.addWidget(self._filter_bar())
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        lists = QWidget()
        box = QVBoxLayout(lists)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.view, 1)
        box.addWidget(self.totals)
        self._stack.addWidget(lists)
        if self._empty is not None:
            self._stack.addWidget(self._empty)
        self.body.addWidget(stack, 1)

    def _filter_bar(self) -> QWidget:
        bar = QWidget()
        self.filters = QHBoxLayout(bar)
        margin = theme.px(PAGE_MARGIN)
        self.filters.setContentsMargins(margin, theme.px(10), margin, theme.px(10))
        self.filters.setSpacing(theme.px(8))
        self.search.setFixedWidth(theme.px(310))
        self.filters.addWidget(self.search)
        self.filters.addStretch(1)
        self.columns_button = Button(
            translate("List", "Columns"), Look.GHOST, icon="columns-3", high=30
        )
        self.columns_button.clicked.connect(self._choose_columns)
        self.filters.addWidget(self.columns_button)
        return bar

    def _connect(self) -> None:
        self.search.asked.connect(self._search)
        self.search.stepped.connect(self._into_list)
        self.tabs.chosen.connect(self._choose_view)
        self.view.summed.connect(self.summed)
        self.key("Ctrl+F", self._find)
        self.setFocusProxy(self.view)
        if self._opens:
            self.view.opened.connect(self._open)

    # -- asking ----------------------------------------------------------------------------------

    @property
    def source(self) -> PageSource:
        return self.view.source

    def load(self) -> None:
        self.view.refresh()
        self._after_asking()
        QTimer.singleShot(0, self, self._count_views)

    def ask_for(self, question: Question) -> None:
        """Show the rows that answer this."""
        self.view.ask_for(question)
        self._after_asking()

    def filter_by(self, filter_: Filter, name: str, words: str) -> None:
        """Put a filter on, shown as a token with the column's name and the filter's words."""
        self._drop_token(filter_.column)
        token = FilterToken(name, words)
        token.removed.connect(self._remove_token)
        self._tokens[filter_.column] = token
        self.filters.insertWidget(len(self._tokens), token)
        asked = self.source.question
        others = tuple(one for one in asked.filters if one.column != filter_.column)
        self.ask_for(replace(asked, filters=(*others, filter_)))

    def show_view(self, code: str) -> None:
        """Show one of the named views."""
        self.tabs.choose(code)
        self._choose_view(code)

    def _remove_token(self) -> None:
        column = next(key for key, token in self._tokens.items() if token is self.sender())
        self._drop_token(column)
        asked = self.source.question
        kept = tuple(one for one in asked.filters if one.column != column)
        self.ask_for(replace(asked, filters=kept))

    def _drop_token(self, column: str) -> None:
        token = self._tokens.pop(column, None)
        if token is not None:
            self.filters.removeWidget(token)
            token.hide()
            token.deleteLater()

    def _search(self, words: str) -> None:
        self.ask_for(replace(self.source.question, search=words))

    def _choose_view(self, code: str) -> None:
        self.ask_for(replace(self.source.question, view=code))

    def _after_asking(self) -> None:
        count = self.source.count()
        words = translate("List", "Totals of what is shown · {0}").format(figures.number(count))
        self.totals.say(words)
        self.totals.show_totals(())
        asked = self.source.question
        nothing = not count and not (asked.search or asked.view or asked.filters)
        self._stack.setCurrentIndex(1 if nothing and self._empty is not None else 0)
        QTimer.singleShot(0, self, self._total)

    def _total(self) -> None:
        self.totals.show_totals(self.source.totals())

    def _count_views(self) -> None:
        tabs = [
            Tab(code, wording.title(title), count, Tone.RED if code in LATE else Tone.NEUTRAL)
            for code, title, count in self.source.views()
        ]
        self.tabs.show_tabs(tabs)
        self._views_row.setVisible(bool(tabs))

    # -- hands -----------------------------------------------------------------------------------

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _into_list(self, step: int) -> None:
        if step > 0 and self.source.count():
            self.view.setFocus()
            self.view.choose_row(0)

    def _open(self, key: int) -> None:
        self.wanted.emit(self._opens, key)

    def _choose_columns(self) -> None:
        below = QPoint(0, self.columns_button.height() + 4)
        self.view.choose_columns(self.columns_button.mapToGlobal(below))

    def _memory_key(self) -> str:
        return f"list/{self.source.name}"

    def hideEvent(self, event: QHideEvent) -> None:
        habits.remember(self._memory_key(), self.view.arrangement())
        super().hideEvent(event)

    def memory(self) -> Question:
        return self.source.question

    def recall(self, memory: object) -> None:
        if isinstance(memory, Question):
            self.search.setText(memory.search)
            self.ask_for(memory)
