"""Long work at a glance: what runs, how far it is, a way to stop it; what ended lately and how."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from erp_desktop.core import shares
from erp_desktop.views import theme, wording
from erp_desktop.views.job_board import JobBoard, Running
from erp_desktop.views.shell.popover import Popover, PopoverRow
from erp_desktop.views.widgets.fields import Label

translate = wording.translate


class GoingBar(QWidget):
    """How far a job is; full of a quiet tint while nobody knows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done, self._whole = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, done: int, whole: int) -> None:
        self._done, self._whole = done, whole
        self.setAccessibleDescription(percent(done, whole))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, radius = QRectF(self.rect()), self.height() / 2
        painter.setPen(t.line)
        painter.setBrush(t.sel if not self._whole else t.line)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self._whole:
            box.setWidth(max(box.width() * self._done / self._whole, box.height()))
            painter.setPen(t.accent)
            painter.setBrush(t.accent)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class JobsPanel(Popover):
    """Follows the board while it is open."""

    def __init__(self, board: JobBoard, parent: QWidget) -> None:
        super().__init__(translate("Jobs", "Work in progress"), parent)
        self._board = board
        self._bars: dict[int, GoingBar] = {}
        board.changed.connect(self.fill)
        board.moved.connect(self._move)
        self.fill()

    def fill(self) -> None:
        """Show what runs and what ended."""
        self.clear_rows()
        self._bars.clear()
        for running in self._board.running():
            self._add(running)
        for ended in self._board.ended():
            icon, role = _SIGNS[ended.how]
            self.rows.addWidget(PopoverRow(icon, role, ended.title, _how(ended.how)))
        if not self.rows.count():
            self.rows.addWidget(_nothing(translate("Jobs", "Nothing is running.")))
        self.settle()

    def _add(self, running: Running) -> None:
        row = PopoverRow("loader-circle", "accent_text", running.title)
        bar = GoingBar()
        bar.setAccessibleName(running.title)
        bar.show_part(running.done, running.whole)
        row.middle.addWidget(bar)
        stop = row.offer(translate("Jobs", "Stop"))
        stop.clicked.connect(running.job.cancel)
        self._bars[running.number] = bar
        self.rows.addWidget(row)

    def _move(self, running: Running) -> None:
        bar = self._bars.get(running.number)
        if bar is not None:
            bar.show_part(running.done, running.whole)


def percent(done: int, whole: int) -> str:
    """How far, in words; empty while nobody knows."""
    return f"{shares.percent(done, whole)}%" if whole else ""


_SIGNS = {"done": ("circle-check", "ok"), "stopped": ("circle-slash", "text3"),
          "refused": ("circle-alert", "bad")}  # fmt: skip


def _how(how: str) -> str:
    return {
        "done": translate("Jobs", "Done"),
        "stopped": translate("Jobs", "Stopped; nothing half done was kept"),
        "refused": translate("Jobs", "Could not be done"),
    }[how]


def _nothing(words: str) -> Label:
    said = Label(words, theme.BODY, "text2")
    said.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(10))
    return said
