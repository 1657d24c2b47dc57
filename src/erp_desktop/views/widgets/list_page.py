"""A page that is a list: named views with counts, filter bar, rows, totals.

A page builder gives a `PageSource` and, for the columns that say more than their kind, faces. The
rest (search as you type, filters, groups, sorting, views kept under a name, columns remembered,
totals, sums, copy, export of what is seen) is here once for all lists.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from erp_desktop.reports.listing import Filter, Question
from erp_desktop.views import figures, theme, wording
from erp_desktop.views import memory as habits
from erp_desktop.views.office import Office
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.theme import Tone
from erp_desktop.views.widgets import list_columns
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.faces import Face
from erp_desktop.views.widgets.filter_bar import FilterBar
from erp_desktop.views.widgets.kept_views import MINE, KeptViews, Seen
from erp_desktop.views.widgets.list_source import PageSource, Row, View
from erp_desktop.views.widgets.list_view import ListView
from erp_desktop.views.widgets.page import PAGE_MARGIN, Page
from erp_desktop.views.widgets.panels import EmptyState, Surface
from erp_desktop.views.widgets.tab_row import Tab, TabRow
from erp_desktop.views.widgets.totals_strip import TotalsStrip

translate = wording.translate
LATE = frozenset({"overdue", "late", "below_zero", "out"})


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
        self.view = ListView(source, faces, checkable=checkable, asks=False, on_sheet=True)
        self.view.setAccessibleName(title)
        self.totals = TotalsStrip(self.view)
        self.bar = FilterBar(self.view, search_hint)
        self.search, self.filters = self.bar.search, self.bar.row
        self.tabs = TabRow()
        self.kept = KeptViews(office, self.habit(), self)
        self._opens, self._empty = opens, empty
        self._held = False  # whether any of the views has rows
        self._view_asked = source.question  # what the chosen view says, before a person adds to it
        self._lay_out()
        self._connect()
        self._recall_habits()

    # -- building --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._views_row = Surface("page", "b")
        row = QHBoxLayout(self._views_row)
        row.setContentsMargins(theme.px(PAGE_MARGIN), 0, theme.px(PAGE_MARGIN), 0)
        row.setSpacing(theme.px(16))
        self.save_view = Button(
            translate("List", "Save this view"), Look.GHOST, icon="bookmark-plus", high=30
        )
        self.save_view.hide()
        row.addWidget(self.tabs)
        row.addWidget(self.save_view)
        row.addStretch(1)
        self._views_row.hide()
        self.body.addWidget(self._views_row)
        self.body.addWidget(self.bar)
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        lists = QWidget()
        box = QVBoxLayout(lists)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.view, 1)
        box.addWidget(self.totals)
        self._stack.addWidget(lists)
        self._nothing = EmptyState(
            "list-filter",
            translate("List", "Nothing found"),
            translate("List", "No rows match"),
            translate("List", "Clear filters"),
            look=Look.NORMAL,
        )
        self._nothing.started.connect(self.take_filters_off)
        none = EmptyState(
            "inbox", translate("List", "Nothing here"),
            translate("List", "What belongs to this view will stand here"),
        )  # fmt: skip
        for instead in (self._empty or QWidget(), self._nothing, none):
            self._stack.addWidget(instead)
        self.body.addWidget(stack, 1)

    def _connect(self) -> None:
        self.bar.asked.connect(self.ask_for)
        self.search.stepped.connect(self._into_list)
        self.tabs.chosen.connect(self._choose_view)
        self.tabs.menu_wanted.connect(self._offer_view)
        self.save_view.clicked.connect(self._save_view)
        self.kept.changed.connect(self._kept_changed)
        self.view.summed.connect(self.summed)
        self.view.asked.connect(self.show_question)
        self.view.answered.connect(self._after_asking)
        self.key("Ctrl+F", self._find)
        self.setFocusProxy(self.view)
        if self._opens:
            self.view.opened.connect(self._open)

    # -- asking ----------------------------------------------------------------------------------

    @property
    def source(self) -> PageSource:
        return self.view.source

    def load(self) -> None:
        """Read what the books say now; the counts of the views follow the rows."""
        mine = self.kept.read()
        if not self.tabs.codes():
            self._name_views(self.source.views(mine))
        self.view.refresh()
        self.source.read_views(mine, self._show_views)

    def show_source(self, source: PageSource, faces: Mapping[str, Face]) -> None:
        """Show other rows with other columns; what was remembered of them is put on."""
        self.view.wear(faces)
        self.view.show_source(source, asks=False)
        self._view_asked = source.question
        self._recall_habits()
        self.show_question(self.source.question)

    def ask_for(self, question: Question) -> None:
        """Show the rows that answer this; a page that was never seen asks when it is."""
        if self._stale and not self.source.immediate:
            self.source.question = question
        else:
            self.view.ask_for(question)
        self.show_question(question)

    def filter_by(self, filter_: Filter, name: str = "", words: str = "") -> None:
        """Put a filter on; its token may be said in other words than the column's own."""
        if name:
            self.bar.name_filter(filter_.column, name, words)
        self.bar.filter_by(filter_)

    def show_view(self, code: str) -> None:
        """Show one of the named views."""
        self.tabs.choose(code)
        self._choose_view(code)

    def show_question(self, question: Question) -> None:
        self.bar.show_question(question)
        changed = replace(question, view="") != replace(self._view_asked, view="")
        self.save_view.setVisible(changed and self.kept.usable)
        self._show_views_row()

    def _after_asking(self) -> None:
        """Rows of another answer are shown: say how many, then sum them."""
        self._say_found()
        self.totals.show_totals(())
        self._stack.setCurrentIndex(self._sheet())
        self.source.read_totals(self._show_totals)

    def _say_found(self) -> None:
        """How many rows there are, and whether what stands beside it are their totals."""
        found = figures.number(self.source.found())
        if not any(column.total for column in self.source.columns):
            self.totals.say(translate("List", "Shown: {0}").format(found))
            return
        self.totals.say(
            translate("List", "Totals of what is shown · {0}").format(found),
            translate("List", "Total · {0}").format(found),
        )

    def _sheet(self) -> int:
        """What is shown: the rows (0), how to begin (1), that nothing is like what is asked (2), or
        that a view has none of the rows there are (3)."""
        asked = self.source.question
        if self.source.found():
            return 0
        if asked.narrows():
            return 2
        if asked.view in {"", *self.tabs.codes()[:1]} or not self._held:
            return 1 if self._empty is not None else 0
        return 3

    def take_filters_off(self) -> None:
        """Ask without words and filters; what the page itself filters by stays."""
        asked = self.source.question
        own = tuple(one for one in asked.filters if one.column not in self.bar.tokens)
        self.ask_for(replace(asked, search="", filters=own))

    def _show_totals(self, totals: Row) -> None:
        self.totals.show_totals(totals)
        self.view.know_totals(totals)

    # -- named views -----------------------------------------------------------------------------

    def _show_views(self, views: list[View]) -> None:
        self._name_views(views)
        self._stack.setCurrentIndex(self._sheet())

    def _name_views(self, views: list[View]) -> None:
        tabs = [
            Tab(
                code,
                self.kept.name(code) if code.startswith(MINE) else wording.title(title),
                count or None,
                Tone.RED if code in LATE else Tone.NEUTRAL,
            )
            for code, title, count in views
        ]
        self._held = any(count for _, _, count in views)
        self.tabs.show_tabs(tabs)
        self._show_views_row()

    def _show_views_row(self) -> None:
        self._views_row.setVisible(bool(self.tabs.codes()) or not self.save_view.isHidden())

    def _choose_view(self, code: str) -> None:
        """A built-in view leaves filters as they are; a kept one is all that was kept."""
        asked = self.source.question
        if code.startswith(MINE):
            seen = self.kept.seen(code)
            self.view.arrange(seen.columns)
            self._view_asked = seen.question
            self.ask_for(seen.question)
            return
        was_kept = self._view_asked.narrows() or bool(self._view_asked.group)
        plain = Question(order=asked.order, descending=asked.descending)
        self._view_asked = replace(plain, view=code)
        self.ask_for(self._view_asked if was_kept else replace(asked, view=code))

    def _seen(self) -> Seen:
        return Seen(self.source.question, self.view.arrangement())

    def _save_view(self) -> None:
        self.kept.save(self._seen())

    def _offer_view(self, code: str, place: QPoint) -> None:
        self.kept.offer(code, place, self._seen())

    def _kept_changed(self, code: str) -> None:
        """One was saved, renamed or deleted: show it, or the first view again."""

        def told(views: list[View]) -> None:
            self._show_views(views)
            self.show_view(code or (views[0][0] if views else ""))

        self.source.read_views(self.kept.read(), told)

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

    # -- habits ----------------------------------------------------------------------------------

    def _memory_key(self) -> str:
        """Columns and order are a person's own, for each list."""
        person = self.office.facts.person_id if isinstance(self.office, ShopOffice) else 0
        return f"list/{person}/{self.habit()}"

    def habit(self) -> str:
        """Under which name columns, order and views are remembered."""
        return self.source.name

    def _recall_habits(self) -> None:
        try:
            kept: dict[str, Any] = json.loads(str(habits.recalled(self._memory_key(), "{}")))
        except ValueError:
            return
        placed = list_columns.from_text(str(kept.get("columns", "[]")))
        if placed:
            self.view.arrange(placed)
        order = kept.get("order", "")
        if order in {column.key for column in self.source.columns}:
            falling = bool(kept.get("descending"))
            self.ask_for(replace(self.source.question, order=order, descending=falling))
            self._view_asked = self.source.question

    def hideEvent(self, event: QHideEvent) -> None:
        asked = self.source.question
        columns = list_columns.as_text(self.view.arrangement())
        kept = {"columns": columns, "order": asked.order, "descending": asked.descending}
        habits.remember(self._memory_key(), json.dumps(kept))
        super().hideEvent(event)

    def memory(self) -> Question:
        return self.source.question

    def recall(self, memory: object) -> None:
        if isinstance(memory, Question):
            self.ask_for(memory)
