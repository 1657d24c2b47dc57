"""What a person sees while a change waits for its turn: who writes, how long already, Cancel.

It lies at the foot of the window that is looked at, and goes by itself when the turn has come. The
form below stays as it is: after Cancel, or after too long a wait, nothing was written.
"""

from time import monotonic

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.views import figures, icons, theme, wording
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.turns import QUIET
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import LinkButton
from erp_desktop.views.widgets.fields import Label

translate = wording.translate
TICK = 200  # milliseconds
WIDEST = 460
MARGIN = 16


class TurnPanel(QWidget):
    """Shows itself over this window until the wait is over."""

    def __init__(self, office: ShopOffice, over: QWidget) -> None:
        super().__init__(over)
        self._office, self._over, self._began = office, over, monotonic() - QUIET / 1000
        self._lay_out()
        office.turns.over.connect(self._end)
        office.turns.held.front = self
        self.cancel.clicked.connect(office.turns.give_up)
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self._tell)
        self._timer.start()
        over.installEventFilter(self)
        self._tell()
        self._settle()
        self.show()
        self.raise_()

    def _lay_out(self) -> None:
        self.words = Label("", theme.BODY, on_dark=True)
        self.words.setWordWrap(True)
        self.time = Label("", theme.HINT, on_dark=True)
        self.cancel = LinkButton(translate("Turn", "Cancel"), on_dark=True)
        self.cancel.setToolTip("Esc")
        said = QVBoxLayout()
        said.setSpacing(theme.px(2))
        said.addWidget(self.words)
        said.addWidget(self.time)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(42), theme.px(10), theme.px(14), theme.px(10))
        row.setSpacing(theme.px(18))
        row.addLayout(said, 1)
        row.addWidget(self.cancel)

    def _tell(self) -> None:
        self.words.setText(who_writes(self._office))
        self.setAccessibleName(self.words.text())
        self.cancel.setVisible(self._office.turns.may_be_left())
        waited = figures.number(int(monotonic() - self._began))
        self.time.setText(translate("Turn", "Waiting for {0} s. Nothing is lost.").format(waited))

    def _settle(self) -> None:
        """At the foot, in the middle; no wider than it is read, nor than the window."""
        room = self._over.width() - 2 * theme.px(MARGIN)
        self.setFixedWidth(min(theme.px(WIDEST), room))
        self.adjustSize()
        foot = self._over.height() - self.height() - theme.px(MARGIN + 30)
        self.move((self._over.width() - self.width()) // 2, max(foot, 0))

    def _end(self) -> None:
        self._timer.stop()
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        ground, border = (t.raised, t.line2) if t.dark else (t.text, None)
        ink.frame(painter, self.rect(), theme.px(8), ground, border)
        size = theme.px(18)
        box = QRectF(theme.px(14), round(self.height() / 2 - size / 2), size, size)
        icons.draw(painter, "clock", theme.DARK.text2, box)


def who_writes(office: ShopOffice) -> str:
    """Whose turn it is now: our own long work, or somebody elsewhere."""
    if office.turns.is_ours():
        return translate("Turn", "This takes a little longer: it goes far back in the books.")
    writing = [one.title for one in office.jobs.running() if one.job.writes]
    if writing:
        return translate("Turn", "“{0}” is being written. Yours is next.").format(writing[0])
    return translate("Turn", "Another till or window is writing. Yours is next.")
