"""Taking back what had reached a field before it turned out to be a scan.

A slow scanner, or a busy moment, lets the first keys of a burst through. A field becomes what it
was, selection included; an editor that those keys opened in a table is left without a change.
"""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid


@dataclass(slots=True)
class Before:
    """How a widget stood before the first key."""

    widget: Any
    text: str = ""
    cursor: int = 0
    start: int = -1  # of the selection
    length: int = 0


def remember(target: QWidget) -> Before:
    """How it stands now."""
    field = _field(target)
    if isinstance(field, QLineEdit):
        length = len(field.selectedText())
        return Before(field, field.text(), field.cursorPosition(), field.selectionStart(), length)
    if isinstance(field, QTextEdit | QPlainTextEdit):
        cursor = field.textCursor()
        return Before(
            field, cursor.selectedText(), cursor.selectionStart(), 0, len(cursor.selectedText())
        )
    return Before(field)


def put_back(before: Before, typed: int) -> None:
    """As it stood: `typed` characters had reached it meanwhile."""
    widget = before.widget
    if not isValid(widget):
        return
    if isinstance(widget, QLineEdit):
        _put_back_line(widget, before)
    elif isinstance(widget, QTextEdit | QPlainTextEdit):
        _put_back_text(widget, before, typed)
    else:
        _leave_editor(widget)


def _field(target: QWidget) -> QWidget:
    """The field inside of a combo or spin box."""
    inner = getattr(target, "lineEdit", None)
    found = inner() if callable(inner) else None
    return found if isinstance(found, QLineEdit) else target


def _put_back_line(field: QLineEdit, before: Before) -> None:
    if field.text() == before.text:
        return
    field.setText(before.text)
    field.setCursorPosition(before.cursor)
    if before.start >= 0:
        field.setSelection(before.start, before.length)
    field.textEdited.emit(before.text)


def _put_back_text(field: QTextEdit | QPlainTextEdit, before: Before, typed: int) -> None:
    cursor = field.textCursor()
    cursor.setPosition(before.cursor)
    forward = QTextCursor.MoveOperation.NextCharacter
    cursor.movePosition(forward, QTextCursor.MoveMode.KeepAnchor, typed)
    cursor.insertText(before.text.replace("\u2029", "\n"))
    field.setTextCursor(cursor)


def _leave_editor(widget: QWidget) -> None:
    """The keys opened an editor in a table: leave it as with Esc."""
    editor = QApplication.focusWidget()
    if editor is None or editor is widget or not _within_table(widget, editor):
        return
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        key = QKeyEvent(kind, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        if isValid(editor):
            QCoreApplication.sendEvent(editor, key)


def _within_table(widget: QWidget, editor: QWidget) -> bool:
    return isinstance(widget, QAbstractItemView) and widget.isAncestorOf(editor)
