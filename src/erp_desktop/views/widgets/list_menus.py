"""The menus of a list: what may be done with the chosen rows, and which columns are shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QMouseEvent

from erp_desktop.views import wording
from erp_desktop.views.widgets import list_columns
from erp_desktop.views.widgets.menus import Menu

if TYPE_CHECKING:
    from erp_desktop.views.widgets.arranged_table import ArrangedTable
    from erp_desktop.views.widgets.list_view import ListView

translate = wording.translate


class RowAction(NamedTuple):
    """An entry of the context menu; `act` takes the keys of the chosen rows."""

    words: str
    act: Callable[[list[int]], object]
    shortcut: str = ""


class StayingMenu(Menu):
    """A menu of ticks that stays open while several are chosen."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action: QAction | None = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.trigger()
            return
        super().mouseReleaseEvent(event)


def row_menu(view: ListView, index: QModelIndex, opens: Callable[[QModelIndex], None]) -> Menu:
    """What may be done with the chosen rows."""
    menu = Menu(parent=view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if index.isValid():
        menu.addAction(translate("List", "Open"), "Return", lambda: opens(index))
        keys = view.chosen_keys()
        for action in view.actions_of_rows:
            menu.addAction(action.words, action.shortcut, _acting(action, keys))
        menu.addSeparator()
        menu.addAction(translate("List", "Copy as table"), "Ctrl+C", view.copy)
    menu.addAction(translate("List", "Select all"), "Ctrl+A", view.selectAll)
    if view.source.question.group:
        menu.addSeparator()
        menu.addAction(translate("List", "Collapse all groups"), lambda: view.fold_all(folded=True))
        menu.addAction(translate("List", "Expand all groups"), lambda: view.fold_all(folded=False))
    return menu


def column_menu(view: ArrangedTable) -> Menu:
    """All columns with a tick each, and back to how they were at first."""
    menu = StayingMenu(parent=view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    columns = view.columns
    for at, column in enumerate(columns):
        action = menu.addAction(wording.title(column.title))
        action.setCheckable(True)
        action.setChecked(not view.header.isSectionHidden(at + view.lead))
        action.setData(at)
    menu.addSeparator()
    menu.addAction(
        translate("List", "Reset columns"), lambda: view.arrange(list_columns.usual(columns))
    )
    menu.triggered.connect(_Showing(view))
    return menu


class _Showing:
    """Shows or hides the column of a tick."""

    def __init__(self, view: ArrangedTable) -> None:
        self._view = view

    def __call__(self, action: QAction) -> None:
        if action.isCheckable():
            self._view.show_column(int(action.data()), shown=action.isChecked())


def _acting(action: RowAction, keys: list[int]) -> Callable[[], None]:
    def act() -> None:
        action.act(keys)

    return act
