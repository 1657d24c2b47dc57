"""Quiet surfaces: cards, hairlines, the empty state, the side panel with steps and history."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from erp_desktop.views import icons, theme
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import Button, LinkButton, Look
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.ink import Glyph


class Surface(QWidget):
    """A widget filled with one of the theme's grounds, with hairlines where asked.

    `edges` is any of the letters t, r, b, l.
    """

    def __init__(self, role: str = "page", edges: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role, self._edges = role, edges

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, t = QPainter(self), theme.tokens()
        ground: QColor = getattr(t, self._role)
        painter.fillRect(event.rect(), ground)
        wide, high = self.width(), self.height()
        boxes = {"t": (0, 0, wide, 1), "b": (0, high - 1, wide, 1)}
        boxes |= {"l": (0, 0, 1, high), "r": (wide - 1, 0, 1, high)}
        for edge in self._edges:
            painter.fillRect(*boxes[edge], t.line)


class Line(QWidget):
    """A hairline across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        QPainter(self).fillRect(self.rect(), theme.tokens().line)


class Card(QWidget):
    """A white card with a title row; add content to `body`, and a link at the title's right."""

    def __init__(
        self, title: str = "", link: str = "", on_link: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.title = Label(title, theme.PANEL)
        box = QVBoxLayout(self)
        pad = theme.px(16)
        box.setContentsMargins(pad, theme.px(12), pad, pad)
        box.setSpacing(theme.px(8))
        self.head = QHBoxLayout()
        self.head.setSpacing(theme.px(8))
        self.title.setMinimumHeight(theme.px(26))  # level with the titles of cards with a link
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        if link:
            self.link = LinkButton(link, arrow=True)
            if on_link is not None:
                self.link.clicked.connect(on_link)
            self.head.addWidget(self.link)
        if title or link:
            box.addLayout(self.head)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(6))
        box.addLayout(self.body, 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        t = theme.tokens()
        ink.frame(QPainter(self), self.rect(), theme.px(8), t.raised, t.line)


class EmptyState(QWidget):
    """An empty page says what it is for and offers the first step; `started` when it is taken."""

    started = Signal()

    def __init__(
        self, icon: str, title: str, hint: str, button: str = "", *,
        look: Look = Look.PRIMARY, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._icon = icon
        box = QVBoxLayout(self)
        box.setSpacing(theme.px(8))
        box.addStretch(2)
        box.addSpacing(theme.px(36))
        centre = Qt.AlignmentFlag.AlignHCenter
        self._title = Label(title, theme.EMPHASIS)
        box.addWidget(self._title, 0, centre)
        self._hint = Label(hint, theme.BODY, "text2")
        self._hint.setAlignment(centre)
        box.addWidget(self._hint, 0, centre)
        if button:
            box.addSpacing(theme.px(8))
            first = Button(button, look)
            first.clicked.connect(self.started)
            box.addWidget(first, 0, centre)
        box.addStretch(3)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        size = theme.px(28)
        top = self._title.y() - size - theme.px(12)
        box = QRectF(round((self.width() - size) / 2), top, size, size)
        icons.draw(QPainter(self), self._icon, theme.tokens().text3, box)


class StepState(StrEnum):
    DONE = "done"
    NOW = "now"
    LATER = "later"


class Step(NamedTuple):
    """A step of a document's way: what, a quiet second line, and how far."""

    title: str
    detail: str = ""
    state: StepState = StepState.LATER


class StepsPanel(QWidget):
    """The way of a document from top to bottom: done, now, later."""

    def __init__(self, steps: Sequence[Step] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = tuple(steps)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.worn.changed.connect(self.updateGeometry)

    def show_steps(self, steps: Sequence[Step]) -> None:
        self._steps = tuple(steps)
        said = ", ".join(f"{step.title} ({step.state})" for step in steps)
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(52) * len(self._steps))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        pitch, size = theme.px(52), theme.px(16)
        for at, step in enumerate(self._steps):
            top = at * pitch
            dot = QRectF(theme.px(2), top + theme.px(4), size, size)
            if at + 1 < len(self._steps):
                line = t.ok if step.state is StepState.DONE else t.line2
                painter.fillRect(
                    QRectF(
                        dot.center().x() - 1,
                        dot.bottom() + theme.px(3),
                        2,
                        pitch - size - theme.px(6),
                    ),
                    line,
                )
            self._paint_dot(painter, dot, step.state)
            left = dot.right() + theme.px(10)
            box = QRectF(left, top, self.width() - left, theme.px(24))
            now = step.state is StepState.NOW
            later = step.state is StepState.LATER
            ink.text(
                painter,
                step.title,
                box,
                theme.BOLD if now else theme.BODY,
                t.text2 if later else t.text,
            )
            box.translate(0, theme.px(19))
            ink.text(painter, step.detail, box, theme.HINT, t.text3)

    def _paint_dot(self, painter: QPainter, box: QRectF, state: StepState) -> None:
        t = theme.tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state is StepState.DONE:
            ink.draw_glyph(painter, Glyph.TICK, box, t.ok, t.page, 1)
            return
        colour = t.focus if state is StepState.NOW else t.line2
        painter.setPen(QPen(colour, 2 if state is StepState.NOW else 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        if state is StepState.NOW:
            painter.setBrush(colour)
            painter.drawEllipse(box.center(), theme.px(3), theme.px(3))


class Entry(NamedTuple):
    """A line of the side panel: an icon or a person's initial, a title, a detail below, something
    right."""

    title: str
    detail: str = ""
    right: str = ""
    icon: str = ""
    key: int = -1
    link: bool = False
    badge: str = ""


class EntryList(QWidget):
    """Related documents or recent acts; `opened(key)` on a click on one that leads somewhere."""

    opened = Signal(int)

    def __init__(self, entries: Sequence[Entry] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = tuple(entries)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        theme.worn.changed.connect(self.updateGeometry)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        self._entries = tuple(entries)
        self.updateGeometry()
        self.update()

    def _pitch(self) -> int:
        return theme.px(44 if any(entry.detail for entry in self._entries) else 36)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), self._pitch() * len(self._entries))

    def minimumSizeHint(self) -> QSize:
        """In a low window the latest one does."""
        return QSize(theme.px(100), self._pitch() * min(len(self._entries), 1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = int(event.position().y()) // max(self._pitch(), 1)
        if 0 <= at < len(self._entries) and self._entries[at].key >= 0:
            self.opened.emit(self._entries[at].key)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        whole = self.height() // max(self._pitch(), 1)  # what has room, and no half of a line
        for at, entry in enumerate(self._entries[:whole]):
            self._paint_entry(painter, entry, at * self._pitch())

    def _crowded(self, left: float) -> bool:
        """Whether a title has no room beside what stands right of it."""
        return any(
            theme.width(theme.BODY, one.title)
            > int(self.width() - left - theme.width(theme.HINT, one.right) - theme.px(8))
            for one in self._entries
            if one.detail and one.right
        )

    def _paint_entry(self, painter: QPainter, entry: Entry, top: int) -> None:
        t, pitch, size = theme.tokens(), self._pitch(), theme.px(16)
        middle = top + pitch / 2
        badged = any(one.badge for one in self._entries)
        left = float(theme.px(32)) if badged else 0.0  # nobody's act stands in line with the others
        if entry.icon:
            icons.draw(
                painter, entry.icon, t.text3, QRectF(0, round(middle - size / 2), size, size)
            )
            left = size + theme.px(10)
        elif entry.badge:
            disc = theme.px(22)
            spot(painter, QPointF(disc / 2, middle), disc / 2, t.tint)
            where = QRectF(0, middle - disc / 2, disc, disc)
            ink.text(painter, entry.badge, where, theme.KEY, t.accent_text, centre=True)
            left = disc + theme.px(10)
        right = theme.width(theme.HINT, entry.right) + theme.px(8) if entry.right else 0
        line = theme.px(18)
        box = QRectF(left, middle - line / 2, self.width() - left - right, line)
        said = QRectF(0, top, self.width(), pitch)
        if entry.detail:
            box.moveTop(middle - line)
            below = box.translated(0, line)
            ink.text(painter, entry.detail, below, theme.HINT, t.text3)
            if self._crowded(left):  # a title needs its whole line: all times stand below
                box.setWidth(self.width() - left)
                said = QRectF(0, below.y(), self.width(), line)
        leads = entry.link or entry.key >= 0
        ink.text(painter, entry.title, box, theme.BODY, t.accent_text if leads else t.text)
        ink.text(painter, entry.right, said, theme.HINT, t.text2, right=True)


WIDE = 290  # pixels at font size 13, of the panel beside a document


class SidePanel(Surface):
    """The panel at a document's right, 290 wide: titled sections on the ground colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", "l", parent)
        self._feet = 0
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(14))
        self._box.setSpacing(theme.px(12))
        self._box.addStretch(1)
        self._dress()
        theme.worn.changed.connect(self._dress)

    def add(self, widget: QWidget, title: str = "") -> "SidePart":
        """A section at the end of the panel."""
        at = self._box.count() - 1 - self._feet
        part = SidePart(widget, title, below=bool(at))
        self._box.insertWidget(at, part)
        return part

    def take(self, widget: QWidget) -> None:
        """Something that has the panel to itself."""
        self._box.insertWidget(0, widget, 1)

    def add_foot(self, widget: QWidget) -> None:
        """Something at the very foot of the panel."""
        self._feet += 1
        self._box.addWidget(widget)

    def _dress(self) -> None:
        self.setFixedWidth(theme.px(WIDE))


class SidePart(QWidget):
    """A section: a hairline where something stands above it, its title, what it shows."""

    def __init__(self, widget: QWidget, title: str, *, below: bool) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(8))
        self.line, self.title = Line(), Label(title, theme.Type(12, 600), "text2")
        for part in (self.line, self.title, widget):
            box.addWidget(part)
        self.line.setVisible(below)  # only now: before it would be a window of its own
        self.title.setVisible(bool(title))


def spot(painter: QPainter, middle: QPointF, radius: float, colour: QColor) -> None:
    """A filled dot."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(middle, radius, radius)
