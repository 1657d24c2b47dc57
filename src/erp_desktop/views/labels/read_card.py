"""Says whether the label scans: drawn as the printer will draw it, then decoded again."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from erp_desktop.views import figures, icons, theme, wording
from erp_desktop.views.labels.reading_back import FINEST, ReadBack
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.fields import Label

translate = wording.translate


class ReadCard(QWidget):
    """`show_found` what a scanner made of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verdict = Label("", theme.EMPHASIS)
        self.facts = Label("", theme.BODY)
        self.hint = Label("", theme.HINT, "text2")
        self.hint.setWordWrap(True)
        self._found: tuple[ReadBack, ...] = ()
        self.checks = _Checks()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(68), theme.px(12), theme.px(16), theme.px(12))
        box.setSpacing(theme.px(4))
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        head.addWidget(self.verdict)
        head.addWidget(self.facts, 1)
        box.addLayout(head)
        box.addWidget(self.hint)
        box.addWidget(self.checks)

    def say(self, words: str) -> None:
        """There is nothing to read back, and why."""
        self._found = ()
        self._show(words, "text2", "")

    def show_found(self, found: Sequence[ReadBack], dpi: int) -> None:
        """Each code of the label: read, and with what bars."""
        self._found = tuple(found)
        if not found:
            self._show(translate("Label", "No barcode on this label."), "text2", "")
            return
        good = all(one.good for one in found)
        words = translate("Label", "Reads back")
        if not good:
            words = translate("Label", "A scanner cannot read this; make it wider")
        hint = translate("Label", "Drawn as the printer will draw it, {0} dpi, then decoded again")
        self._show(words, "ok" if good else "bad", hint.format(figures.number(dpi)))

    def _show(self, words: str, role: str, hint: str) -> None:
        self.verdict.recolour(role)
        self.verdict.setText(words)
        self.facts.setText("  ·  ".join(f"{one.kind} {one.code}" for one in self._found))
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.checks.show_checks(_checks(self._found))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        ink.frame(painter, self.rect(), theme.px(8), t.raised, t.line)
        good = bool(self._found) and all(one.good for one in self._found)
        tone = theme.Tone.GREEN if good else theme.Tone.RED if self._found else theme.Tone.NEUTRAL
        pair, disc, size = t.chips[tone], theme.px(38), theme.px(18)
        spot = QRectF(theme.px(16), (self.height() - disc) / 2, disc, disc)
        ink.frame(painter, spot, disc / 2, pair.ground)
        where = QRectF(spot.center().x() - size / 2, spot.center().y() - size / 2, size, size)
        icons.draw(painter, "scan-line", pair.text, where)


class _Checks(QWidget):
    """Ticks with a word and a figure."""

    def __init__(self) -> None:
        super().__init__()
        self._checks: tuple[tuple[bool, str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(22))

    def show_checks(self, checks: Sequence[tuple[bool, str, str]]) -> None:
        """(whether it is right, what, how much)."""
        self._checks = tuple(checks)
        self.setVisible(bool(checks))
        self.setAccessibleName(", ".join(f"{what} {much}" for _, what, much in checks))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t, size = QPainter(self), theme.tokens(), theme.px(14)
        left = 0.0
        for right, what, much in self._checks:
            box = QRectF(left, (self.height() - size) / 2, size, size)
            icons.draw(painter, "check" if right else "x", t.ok if right else t.bad, box)
            room = QRectF(box.right() + theme.px(6), 0, self.width(), self.height())
            drawn = ink.text(painter, what, room, theme.HINT, t.text2)
            room.setLeft(room.left() + drawn + theme.px(5))
            left = room.left() + ink.text(painter, much, room, theme.Type(12, 600), t.text)
            left += theme.px(18)


def _checks(found: Sequence[ReadBack]) -> list[tuple[bool, str, str]]:
    if not found:
        return []
    dots = min(one.dots for one in found)
    low = min(one.high for one in found)
    read = sum(one.read for one in found)
    return [
        (read == len(found), translate("Label", "Decoded"), f"{read} / {len(found)}"),
        (dots >= FINEST, translate("Label", "Bar"), translate("Label", "{0} dots").format(dots)),
        (low >= LOWEST, translate("Label", "Height"), f"{low / 10:.1f} mm"),
    ]


LOWEST = 50  # tenths of a millimetre: lower bars need a steady hand
