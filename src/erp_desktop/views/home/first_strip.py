"""The strip "do first": at most three things, each with the button that does it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from erp_desktop.views import icons, theme, wording
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import Button
from erp_desktop.views.widgets.fields import Label

translate = wording.translate


class Task(NamedTuple):
    """What is to be done, a quiet fact, the verb on its button and what it does."""

    words: str
    note: str
    verb: str
    act: Callable[[], object]


class FirstStrip(QWidget):
    """`show_tasks` with none hides it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks: tuple[Task, ...] = ()
        self._parts: list[QWidget] = []
        self._groups: list[list[QWidget]] = []  # the parts of each task, its hairline first
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(110), 0, theme.px(16), 0)
        self._row.setSpacing(theme.px(10))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(600), theme.px(44))

    def minimumSizeHint(self) -> QSize:
        """What does not fit gives way; the page never grows wider for it."""
        return QSize(theme.px(200), theme.px(44))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many tasks as there is room for, the first always."""
        room = self.width() - theme.px(126)
        for at, parts in enumerate(self._groups):
            room -= sum(part.sizeHint().width() + theme.px(10) for part in parts)
            for part in parts:
                part.setVisible(at == 0 or room >= 0)

    def show_tasks(self, tasks: Sequence[Task]) -> None:
        """Show these; nothing to do hides the strip."""
        self._forget()
        self._tasks = tuple(tasks[:3])
        for at, task in enumerate(self._tasks):
            begun = len(self._parts)
            if at:
                self._put(_Hairline())
            self._put(Label(task.words, theme.BODY))
            if task.note:
                self._put(Label(task.note, theme.HINT, "text2"))
            button = Button(task.verb, high=28)
            button.clicked.connect(task.act)
            self._put(button)
            self._row.addStretch(1)
            self._groups.append(self._parts[begun:])
        self._fit()
        self.setVisible(bool(tasks))

    def _put(self, widget: QWidget) -> None:
        self._parts.append(widget)
        self._row.addWidget(widget)

    def _forget(self) -> None:
        for part in self._parts:
            self._row.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self._groups = [], []
        while self._row.count():
            self._row.takeAt(0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        ink.frame(painter, self.rect(), theme.px(8), t.tint)
        size = theme.px(16)
        box = QRectF(theme.px(16), round((self.height() - size) / 2), size, size)
        icons.draw(painter, "list-checks", t.accent_text, box)
        room = QRectF(theme.px(40), 0, theme.px(66), self.height())
        ink.text(painter, translate("Home", "Do first"), room, theme.BOLD, t.accent_text)


class _Hairline(QWidget):
    """Parts two tasks."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(1, theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        QPainter(self).fillRect(self.rect(), theme.tokens().line2)
