"""The row above the till: which till and shift, what works, the time, who is on duty, the lock.

In the whole window it stands in place of the program's own top row, so it also says what the status
bar says.
"""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from erp_desktop.core import clock
from erp_desktop.reports.till_rows import TillFacts
from erp_desktop.views import figures, icons, theme, wording
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import key_words
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.panels import Surface

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP
HIGH = 46
DAYS = (
    mark("Till", "Mon"), mark("Till", "Tue"), mark("Till", "Wed"), mark("Till", "Thu"),
    mark("Till", "Fri"), mark("Till", "Sat"), mark("Till", "Sun"),
)  # fmt: skip


class StripButton(QAbstractButton):
    """Icon and words without a frame until the mouse or the keyboard is on it.

    `framed` draws the frame always, `role` colours the words, `cap` is a key.
    """

    def __init__(
        self, icon: str, words: str = "", *, cap: str = "", framed: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._icon, self._role, self._framed = icon, "text2", framed
        self._cap = key_words(cap) if cap else ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.say(words)

    def say(self, words: str, role: str = "text2", tip: str = "") -> None:
        self._role = role
        self.setText(words)
        self.setAccessibleName(words or tip)
        self.setToolTip(tip)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = theme.px(20)
        if self._icon:
            wide += theme.px(16) + (theme.px(7) if self.text() else 0)
        wide += round(theme.width(theme.BODY, self.text())) + 1 if self.text() else 0
        if self._cap:
            wide += theme.px(8) + ink.key_cap_width(self._cap)
        return QSize(max(wide, theme.px(44)), theme.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        box = QRectF(self.rect()).adjusted(0, theme.px(6), 0, -theme.px(6))
        if self._framed or self.isChecked():
            ink.frame(painter, box, theme.px(6), t.sel if self.isChecked() else t.raised, t.line2)
        elif self.underMouse() or self.isDown():
            ink.frame(painter, box, theme.px(6), t.hover)
        colour = t.accent_text if self.isChecked() else getattr(t, self._role)
        left, size = float(theme.px(10)), theme.px(16)
        if not self.text() and self._icon:
            left = (self.width() - size) / 2
        if self._icon:
            where = QRectF(left, round((self.height() - size) / 2), size, size)
            icons.draw(painter, self._icon, colour, where)
            left += size + theme.px(7)
        room = QRectF(left, 0, self.width() - left, self.height())
        ink.text(painter, self.text(), room, theme.BODY, colour)
        if self._cap:
            ink.key_cap(painter, self._cap, self.width() - theme.px(9), self.height() / 2)
        if self.hasFocus():
            ink.focus_ring(painter, box, theme.px(6))


class PersonMark(StripButton):
    """An initial on a disc, and the name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)

    def sizeHint(self) -> QSize:
        wide = theme.width(theme.BODY, self.text())
        return QSize(round(wide) + theme.px(48), theme.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        size = theme.px(26)
        disc = QRectF(theme.px(4), round((self.height() - size) / 2), size, size)
        pair = t.chips[theme.Tone.BLUE]
        ink.frame(painter, disc, size / 2, pair.ground)
        initial = self.text()[:1].upper()
        ink.text(painter, initial, disc, theme.Type(12, 600), pair.text, centre=True)
        room = QRectF(disc.right() + theme.px(8), 0, self.width(), self.height())
        ink.text(painter, self.text(), room, theme.BODY, t.text)
        if self.hasFocus():
            ink.focus_ring(painter, self.rect().adjusted(0, 6, 0, -6), theme.px(6))


class HeadStrip(Surface):
    """`shift_asked`, `locked`, `display_asked`, `touch_asked`, `whole_asked`, `person_asked`."""

    shift_asked = Signal()
    locked = Signal()
    display_asked = Signal()
    touch_asked = Signal()
    whole_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chrome", "b", parent)
        self.till = Label("", theme.BOLD)
        self.place = Label("", theme.BODY, "text2")
        self.shift = StripButton("clock")
        self.display = StripButton("monitor")
        self.touch = StripButton("layout-grid")
        self.rail = StripButton("panel-left")
        self.day, self.time = Label("", theme.BODY, "text2"), Label("", theme.Type(15, 600))
        self.person = PersonMark()
        self.lock = StripButton("lock", cap="Ctrl+L", framed=True)
        for button in (self.display, self.touch):
            button.setCheckable(True)
        self.shift.clicked.connect(self.shift_asked)
        self.display.clicked.connect(self.display_asked)
        self.touch.clicked.connect(self.touch_asked)
        self.rail.clicked.connect(self.whole_asked)
        self.person.clicked.connect(self.locked)
        self.lock.clicked.connect(self.locked)
        self._lay_out()
        self._timer = QTimer(self, interval=5_000)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._tick()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), 0, theme.px(12), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.rail)
        for part in (self.till, self.place, self.shift):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self.touch, self.display):
            row.addWidget(part)
        row.addSpacing(theme.px(8))
        for part in (self.day, self.time, self.person, self.lock):
            row.addWidget(part)
        self.setFixedHeight(theme.px(HIGH))
        self.rail.say("", tip=translate("Till", "Only the till, or the rail too (F11)"))
        tip = translate("Till", "Big keys")
        self.touch.say(translate("Till", "Pictures"), tip=f"{tip} (Ctrl+T)")
        words = translate("Till", "Customer display")
        self.display.say(words, tip=f"{words} (Ctrl+D)")
        self.lock.say(translate("Till", "Lock"))

    def show_facts(self, facts: TillFacts) -> None:
        """Which till it is, what its shift is doing, who is on duty."""
        self.till.setText(translate("Till", "Till {0}").format(facts.till))
        self.place.setText(facts.place)
        self.person.say(facts.person, "text")
        self.person.setVisible(bool(facts.person))
        keys = translate("Till", "Shift: open, cash in and out, report, close (F10)")
        if facts.shift is None:
            role = "warn" if facts.needs_shift else "text2"
            self.shift.say(translate("Till", "No shift open"), role, keys)
            return
        since = clock.local_time(facts.shift.opened_at)
        words = translate("Till", "Shift {0}, open since {1}")
        self.shift.say(words.format(facts.shift.number, f"{since:%H:%M}"), "text2", keys)

    def _tick(self) -> None:
        now = clock.local_time(clock.now())
        weekday = translate("Till", DAYS[now.weekday()])
        self.day.setText(f"{weekday} {figures.day(now.date())}")
        self.time.setText(f"{now:%H:%M}")
