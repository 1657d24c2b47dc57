"""The files beside something, one below the other: small picture or icon, name, size, who, when.

Enter or a double click opens; F2 renames in place, Del takes away; the menu (right click, the menu
key, or the dots at the right) has all of it.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QImage, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QWidget,
)

from erp_desktop.core import clock
from erp_desktop.core.file_names import parted
from erp_desktop.services.shop.attachments import Attached
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.attachments.file_rows import FileRows, dots_of
from erp_desktop.views.attachments.roles import DETAIL, ICON, KEY, LOOSE
from erp_desktop.views.widgets.list_menus import RowAction
from erp_desktop.views.widgets.menus import Menu
from erp_desktop.views.widgets.slim_bar import SlimBar

translate = wording.translate
AnyIndex = QModelIndex | QPersistentModelIndex
KILO: Final = 1_000
ENTERS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FileList(QListWidget):
    """`opened(id)`, `saving(id)`, `removing(id)`, `renamed(id, name)`: what a person wants."""

    opened = Signal(int)
    saving = Signal(int)
    removing = Signal(int)
    renamed = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Files", "Attachments"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self._rows = FileRows(self)
        self._rows.renamed.connect(self.renamed)
        self.setItemDelegate(self._rows)
        self._bar = SlimBar(self, Qt.Orientation.Vertical)
        self.itemDoubleClicked.connect(self._open)
        theme.worn.changed.connect(self._dress)
        self._dress()

    def show_files(self, files: Sequence[Attached]) -> None:
        """Show these; the one that was current stays so."""
        current = self.key()
        self.clear()
        for one in files:
            self.addItem(_item(one))
            if one.id == current:
                self.setCurrentRow(self.count() - 1)
        if self.currentRow() < 0 and files:
            self.setCurrentRow(0)
        self.updateGeometry()

    def show_pictures(self, pictures: Mapping[int, QImage]) -> None:
        """What stands small before the names, by the files' ids."""
        self._rows.pictures = dict(pictures)
        self.viewport().update()

    def key(self) -> int:
        """The file that is current; 0 for none."""
        item = self._current()
        return int(item.data(KEY)) if item is not None else 0

    def name_of(self, file_id: int) -> str:
        """What a file is called; empty for one that is not there."""
        items = (self.item(at) for at in range(self.count()))
        return next((one.text() for one in items if one.data(KEY) == file_id), "")

    def rename_current(self) -> None:
        """Type another name in place of this one."""
        item = self._current()
        if item is not None and item.data(LOOSE):
            self.editItem(item)

    def actions_of(self, item: QListWidgetItem) -> list[RowAction]:
        """What can be done with a file."""
        found = [
            RowAction(translate("Files", "Open"), lambda _: self._open(item), "Return"),
            RowAction(translate("Files", "Save as…"), lambda keys: self.saving.emit(keys[0])),
        ]
        if item.data(LOOSE):
            found += [
                RowAction(translate("Files", "Rename"), lambda _: self.editItem(item), "F2"),
                RowAction(
                    translate("Files", "Remove"), lambda keys: self.removing.emit(keys[0]), "Del"
                ),
            ]
        return found

    # -- as Qt wants it --------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), self._rows.high() * max(self.count(), 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self._rows.high() * min(max(self.count(), 1), 2))

    def event(self, event: QEvent) -> bool:
        """F2 and Del are the list's own here, also where a button of the page has the key."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if plain and event.key() in {Qt.Key.Key_F2, Qt.Key.Key_Delete}:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self._current()
        if event.matches(QKeySequence.StandardKey.Paste):
            event.ignore()  # the page takes it
        elif item is None or self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # Enter ends the typing of a name
        elif event.key() in ENTERS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._open(item)
        elif event.key() == Qt.Key.Key_Delete:
            self.removing.emit(self.key())  # a refusal says why not
        elif event.key() == Qt.Key.Key_F2:
            self.rename_current()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item: QListWidgetItem | None = self.itemAt(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Keyboard or item is None:
            item = self._current()
        if item is not None:
            self._offer(item)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        item: QListWidgetItem | None = self.itemAt(place)
        left = event.button() is Qt.MouseButton.LeftButton
        if left and item is not None and dots_of(self.visualItemRect(item)).contains(place):
            self._offer(item)

    def _current(self) -> QListWidgetItem | None:
        found: QListWidgetItem | None = self.currentItem()
        return found

    def _offer(self, item: QListWidgetItem) -> None:
        self.setCurrentItem(item)
        menu, keys = Menu(parent=self), [int(item.data(KEY))]
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in self.actions_of(item):
            action = menu.addAction(one.words)
            action.setShortcut(one.shortcut)
            action.triggered.connect(_Doing(one, keys))
        where = dots_of(self.visualItemRect(item)).bottomLeft()
        menu.popup(self.viewport().mapToGlobal(where))

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(int(item.data(KEY)))

    def _dress(self) -> None:
        own = self.palette()
        own.setColor(own.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(own)
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()


class _Doing:
    """A slot that forgets the action's tick."""

    def __init__(self, action: RowAction, keys: list[int]) -> None:
        self._action, self._keys = action, keys

    def __call__(self, *_: Any) -> None:
        self._action.act(self._keys)


def _item(file: Attached) -> QListWidgetItem:
    item = QListWidgetItem(file.name)
    added = figures.day(clock.local_time(file.added_at).date())
    detail = " · ".join(one for one in (size_words(file.size), file.person, added) if one)
    item.setData(KEY, file.id)
    item.setData(DETAIL, detail)
    item.setData(LOOSE, file.loose)
    item.setData(ICON, icon_of(file.name))
    item.setToolTip(file.name)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{file.name}, {detail}")
    flags = item.flags()
    item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if file.loose else flags)
    return item


def size_words(size: int) -> str:
    """How large a file is, as file managers say it in every language."""
    if size < KILO:
        return f"{size} B"
    if size < KILO * KILO:
        return f"{-(-size // KILO)} kB"
    tenths = -(-size * 10 // KILO**2)
    return f"{tenths // 10}.{tenths % 10} MB"


def icon_of(name: str) -> str:
    """The icon of a kind of file."""
    return _ICONS.get(parted(name)[1].lower().removeprefix("."), "file-text")


_ICONS: Final = {
    **dict.fromkeys(("xls", "xlsx", "ods", "csv"), "file-spreadsheet"),
    **dict.fromkeys(("png", "jpg", "jpeg", "webp", "gif", "bmp", "tif", "tiff", "heic"), "image"),
    **dict.fromkeys(("eml", "msg"), "mail"),
    **dict.fromkeys(("zip", "7z", "rar", "gz"), "archive"),
}
