"""What can be done with a line of a document, under the right mouse button."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence

from erp_desktop.views import figures, wording
from erp_desktop.views.widgets.menus import Menu

if TYPE_CHECKING:
    from erp_desktop.views.widgets.lines_grid import LinesGrid

translate = wording.translate


def open_line_menu(grid: "LinesGrid", where: QPoint) -> None:
    """Take out, move, copy, paste: as far as this document lets its lines be changed; `where` on
    the screen."""
    menu = Menu(parent=grid)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    row = grid.currentIndex().row()
    written = grid.lines.line(row) is not None
    if grid.may_change_lines() and written:
        _add(menu, translate("Lines", "Take the line out"), "Del", grid.take_out)
        _add(menu, translate("Lines", "Move up"), "Alt+Up", lambda: grid.move_line(-1))
        _add(menu, translate("Lines", "Move down"), "Alt+Down", lambda: grid.move_line(1))
        menu.addSeparator()
    _add(menu, translate("Lines", "Copy all lines"), "Ctrl+C", grid.copy)
    if grid.kept is not None:
        _add(menu, translate("Lines", "Paste rows"), "Ctrl+V", grid.paste)
    menu.popup(where)


def copy_lines(grid: "LinesGrid") -> None:
    """All lines with their headings, as a spreadsheet takes them."""
    shown = [column for column in grid.lines.columns if not column.hidden]
    keys = [column.key for column in shown]
    heads = [wording.title(column.title) for column in shown]
    if grid.lines.columns and any(column.key == "sku" for column in grid.lines.columns):
        keys, heads = ["sku", *keys], [wording.title("SKU"), *heads]
    rows = [[figures.copied(line.get(key)) for key in keys] for line in grid.lines.lines()]
    QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in [heads, *rows]))


def _add(menu: Menu, words: str, keys: str, act: Callable[[], object]) -> None:
    action = menu.addAction(words)
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown here, handled by the grid
    action.triggered.connect(lambda *_: act())
