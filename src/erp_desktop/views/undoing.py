"""Undo and redo of what is written: every change is a step from one content to the next.

A content is plain JSON, the same that a draft keeps, so whatever a page can bring back after a
crash it can also take back with Ctrl+Z: cells, lines put in, taken out or moved, fields, a block
that was pasted.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from erp_desktop.core import clock

Content = dict[str, Any]
STEPS_KEPT = 200
MERGES = 1  # the id of steps that may grow together


class _Step(QUndoCommand):
    """From one content to the next. Typing in one field is one step."""

    def __init__(self, owner: "Undoing", before: Content, after: Content, group: str) -> None:
        super().__init__()
        self.owner, self.before, self.after, self.group = owner, before, after, group
        self.at = clock.now()
        self._fresh = True

    def undo(self) -> None:
        self.owner.show(self.before)

    def redo(self) -> None:
        if self._fresh:
            self._fresh = False  # what is written stands there already
        else:
            self.owner.show(self.after)

    def id(self) -> int:
        return MERGES if self.group else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802
        if not isinstance(other, _Step) or other.group != self.group:
            return False
        self.after, self.at = other.after, other.at
        return True


class Undoing(QObject):
    """`note` what is written now; `undo` and `redo` let the page show what was or will be."""

    def __init__(
        self, read: Callable[[], Content], show: Callable[[Content], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._read, self._show = read, show
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(STEPS_KEPT)
        self._now: Content = {}
        self._serial = 0
        self._showing = False

    def begin(self) -> None:
        """What stands here now is the beginning: nothing before it can come back."""
        self.stack.clear()
        self._now = self._read()

    def note(self, group: str = "") -> bool:
        """Something may have changed: make it a step. Changes of a `group` (a field) that follow
        one another are one step. Whether anything did change."""
        if self._showing:
            return False
        now = self._read()
        if now == self._now:
            return False
        step = _Step(self, self._now, now, f"{group}/{self._serial}" if group else "")
        self._now = now
        self.stack.push(step)
        return True

    def part(self) -> None:
        """What comes next is a step of its own, in the same field too."""
        self._serial += 1

    def undo(self) -> bool:
        """Take the last step back; False when there is none."""
        self.part()
        can = self.stack.canUndo()
        self.stack.undo()
        return can

    def redo(self) -> bool:
        """Do again what was taken back; False when nothing was."""
        self.part()
        can = self.stack.canRedo()
        self.stack.redo()
        return can

    def latest(self, most: int) -> list[tuple[int, Content, Content]]:
        """The last steps that stand: when, from what, to what; the latest first."""
        end = self.stack.index()
        steps = (self.stack.command(at) for at in range(end - 1, max(end - most, 0) - 1, -1))
        return [(s.at, s.before, s.after) for s in steps if isinstance(s, _Step)]

    def show(self, content: Content) -> None:
        """Let the page say this (for steps)."""
        self._showing = True
        try:
            self._show(content)
        finally:
            self._showing = False
        self._now = self._read()
