"""The money, right of the cart: the customer, the sums, how it is paid, what comes back.

It shows what it is told and says by signals what the clerk wants; the page does the rest.
"""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from erp_desktop.core.errors import NotANumber
from erp_desktop.views import figures, icons, theme, wording
from erp_desktop.views.till.cart import ACCOUNT
from erp_desktop.views.till.customer_head import CustomerHead
from erp_desktop.views.till.means import means_icon, means_word
from erp_desktop.views.till.tiles import IconTile, MethodTile, PadKey, QuickCash, TakeButton
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.number_field import NumberField
from erp_desktop.views.widgets.panels import Line, Surface

translate = wording.translate
BIG = theme.Type(22, 600, tabular=True)
TOTAL = theme.Type(56, 700, tabular=True)


class Sums(QWidget):
    """The quiet sums, and the total in the largest figures of the program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[tuple[str, str, str]] = ()
        self._words = self._figure = ""
        self._role = "text"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.worn.changed.connect(self.updateGeometry)

    def show_sums(
        self, rows: Sequence[tuple[str, str, str]], words: str, figure: str, role: str = "text"
    ) -> None:
        """Rows of (words, figure, colour role) and the big one."""
        self._rows, self._words, self._figure, self._role = tuple(rows), words, figure, role
        self.setAccessibleName(f"{words} {figure}")
        self.update()

    def total(self) -> str:
        """The large figure as it is read."""
        return self._figure

    def rows(self) -> list[tuple[str, str]]:
        """The quiet sums as they are read."""
        return [(words, figure) for words, figure, _ in self._rows]

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), theme.px(164))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        inside = QRectF(self.rect()).adjusted(theme.px(24), theme.px(12), -theme.px(24), 0)
        row = QRectF(inside.x(), inside.y(), inside.width(), theme.px(24))
        for words, figure, role in self._rows:
            ink.text(painter, words, row, theme.BODY, t.text2)
            kind = theme.Type(14, 400, tabular=True)
            ink.text(painter, figure, row, kind, getattr(t, role), right=True)
            row.translate(0, theme.px(24))
        big = QRectF(inside.x(), self.height() - theme.px(76), inside.width(), theme.px(64))
        kind = TOTAL
        while theme.width(kind, self._figure) > inside.width() - theme.px(80) and kind.size > 28:
            kind = kind._replace(size=kind.size - 4)
        drawn = ink.text(painter, self._figure, big, kind, getattr(t, self._role), right=True)
        room = big.adjusted(0, 0, -drawn - theme.px(12), 0)
        ink.text(painter, self._words, room, theme.Type(17, 600), t.text)


class PaidRow(QWidget):
    """A part that was paid already; `removed` takes it back."""

    removed = Signal(int)

    def __init__(self, at: int, words: str, figure: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at, self._words, self._figure = at, words, figure
        self.setAccessibleName(f"{words} {figure}")
        self.cross = IconTile("x", translate("Till", "Take this payment back"))
        self.cross.clicked.connect(self._remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.cross)
        self.setFixedHeight(theme.px(40))

    def _remove(self) -> None:
        self.removed.emit(self._at)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        ink.frame(painter, self.rect(), theme.px(6), t.ok_tint)
        size = theme.px(16)
        box = QRectF(theme.px(14), (self.height() - size) / 2, size, size)
        icons.draw(painter, "check", t.ok, box)
        room = QRectF(self.rect()).adjusted(theme.px(40), 0, -theme.px(44), 0)
        drawn = ink.text(
            painter, self._figure, room, theme.Type(14, 600, tabular=True), t.text, right=True
        )
        ink.text(painter, self._words, room.adjusted(0, 0, -drawn - 8, 0), theme.BODY, t.text)


class AmountBox(QWidget):
    """A caption above a figure; `good` stands on green (the change)."""

    def __init__(self, *, good: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._good, self._caption, self._figure = good, "", ""
        self.setFixedHeight(theme.px(62))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, caption: str, figure: str) -> None:
        self._caption, self._figure = caption, figure
        self.setAccessibleName(f"{caption} {figure}")
        self.update()

    def figure(self) -> str:
        """The figure as it is read."""
        return self._figure

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        lit = self._good and bool(self._figure)
        pad = theme.px(12) if self._good else 0
        if lit:
            ink.frame(painter, self.rect(), theme.px(8), t.ok_tint)
        row = QRectF(pad, theme.px(4), self.width() - 2 * pad, theme.px(20))
        ink.text(painter, self._caption if lit or not self._good else "", row, theme.BODY,
                 t.ok if lit else t.text2)  # fmt: skip
        row = QRectF(pad, theme.px(25), self.width() - 2 * pad, theme.px(32))
        kind = BIG if theme.width(BIG, self._figure) <= row.width() else theme.Type(16, 600)
        colour = t.ok if lit else t.text
        ink.text(painter, self._figure, row, kind, colour, right=self._good)


class GivenField(NumberField):
    """What the customer hands over: a caption inside the frame, large figures.

    Arrows never change the money: they walk the cart, `moved`. Esc leaves to the scan field.
    """

    moved = Signal(int)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._caption = ""
        super().__init__(places=0, high=62, parent=parent)

    def caption(self, words: str) -> None:
        self._caption = words
        self.setAccessibleName(words)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def type_kind(self) -> theme.Type:
        return BIG

    def _set_margins(self) -> None:
        self.setTextMargins(theme.px(8), theme.px(22), theme.px(10), 0)

    def _paint_marks(self, painter: QPainter) -> None:
        t = theme.tokens()
        colour = t.accent_text if self.hasFocus() else t.text2
        row = QRectF(theme.px(12), theme.px(4), self.width() - theme.px(20), theme.px(20))
        ink.text(painter, self._caption, row, theme.BODY, colour)


class MoneySide(Surface):
    """Shows what is to pay. `taken`: the button or Enter; `part_removed(at)` takes a part back."""

    method_chosen = Signal(str)
    given_changed = Signal()
    taken = Signal()
    part_removed = Signal(int)
    customer_removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", "l", parent)
        self.customer = CustomerHead()
        self.customer.removed.connect(self.customer_removed)
        self.sums = Sums()
        self.left, self.change = AmountBox(), AmountBox(good=True)
        self.given = GivenField()
        self.take = TakeButton()
        self.take.clicked.connect(self.taken)
        self.given.returnPressed.connect(self.taken)
        self.given.textChanged.connect(self._given)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(theme.px(6))
        self.methods: dict[str, MethodTile] = {}
        self.quick: list[QuickCash] = []
        self._amounts: list[Decimal] = []
        self._pad = QWidget()
        self._method = "cash"
        self._lay_out()
        self.offer(("cash", ACCOUNT))

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for part in (self.customer, Line(), self.sums, Line()):
            box.addWidget(part)
        inner = QVBoxLayout()
        inner.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(16))
        inner.setSpacing(theme.px(10))
        inner.addLayout(self._method_row())
        inner.addLayout(self._parts)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self.left, 1)
        row.addWidget(self.given, 1)
        row.addWidget(self.change, 1)
        inner.addLayout(row)
        self._fill_pad()
        inner.addWidget(self._pad, 1)
        inner.addStretch(0)
        inner.addWidget(self.take)
        box.addLayout(inner, 1)

    def _method_row(self) -> QHBoxLayout:
        self._tiles = QHBoxLayout()
        self._tiles.setSpacing(theme.px(8))
        self._group = QButtonGroup(self)
        return self._tiles

    def offer(self, codes: Sequence[str]) -> None:
        """The means that can be chosen, in their order."""
        if tuple(codes) == tuple(self.methods):
            return
        for old in self.methods.values():
            self._group.removeButton(old)
            self._tiles.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.methods = {code: MethodTile(means_word(code), means_icon(code)) for code in codes}
        for at, (code, tile) in enumerate(self.methods.items()):
            tile.setToolTip(f"{tile.text()}  Ctrl+{at + 1}")
            tile.clicked.connect(self._clicked)
            tile.setProperty("code", code)
            self._group.addButton(tile)
            self._tiles.addWidget(tile)
        self.choose_method(self._method if self._method in self.methods else codes[0])

    def _fill_pad(self) -> None:
        grid = QGridLayout(self._pad)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(8))
        for at, words in enumerate("7 8 9 4 5 6 1 2 3 00 0 .".split()):  # noqa: SIM905
            key = PadKey(words)
            key.clicked.connect(self._pressed)
            grid.addWidget(key, at // 3, at % 3)
        for at in range(4):
            quick = QuickCash("")
            quick.setCheckable(True)
            quick.clicked.connect(self._quick)
            self.quick.append(quick)
            grid.addWidget(quick, at, 4)
        for column, share in enumerate((6, 6, 6, 0, 13)):
            grid.setColumnStretch(column, share)
        grid.setColumnMinimumWidth(3, theme.px(2))

    # -- what is shown ---------------------------------------------------------------------------

    def method(self) -> str:
        return self._method

    def choose_method(self, code: str) -> None:
        self._method = code
        self.methods[code].setChecked(True)

    def offer_account(self, *, offered: bool) -> None:
        """Only a known customer may owe."""
        self.methods[ACCOUNT].setVisible(offered)
        if not offered and self._method == ACCOUNT:
            self.choose_method(next(iter(self.methods)))

    def show_parts(self, parts: Sequence[tuple[str, str]]) -> None:
        """What was paid already: (words, figure)."""
        while self._parts.count():
            taken = self._parts.takeAt(0)
            old = taken.widget() if taken is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for at, (words, figure) in enumerate(parts):
            row = PaidRow(at, words, figure)
            row.removed.connect(self.part_removed)
            self._parts.addWidget(row)

    def show_quick(self, exact: Decimal, amounts: Sequence[Decimal]) -> None:
        """Offer what is exactly due, and the round amounts above it."""
        self._amounts = [exact, *amounts]
        given = self.value()
        words = [translate("Till", "Exact {0}").format(figures.money_with_sign(exact))]
        words += [f"{figures.form().symbol}{figures.number(amount)}" for amount in amounts]
        for at, quick in enumerate(self.quick):
            used = at < len(self._amounts) and exact > 0
            quick.say(words[at] if used else "")
            quick.setEnabled(used)
            quick.setChecked(used and given == self._amounts[at])

    def value(self) -> Decimal | None:
        """What was given; None when nothing was typed or no number."""
        try:
            return self.given.value()
        except NotANumber:
            return None

    def clear(self) -> None:
        """Nothing given yet."""
        self.given.set_value(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the keypad makes room for the rest."""
        super().resizeEvent(event)
        self._pad.setVisible(self.height() > theme.px(590))

    # -- hands -----------------------------------------------------------------------------------

    def _clicked(self) -> None:
        tile = self.sender()
        if tile is not None:
            self._method = str(tile.property("code"))
            self.method_chosen.emit(self._method)

    def _given(self) -> None:
        self.given_changed.emit()

    def _pressed(self) -> None:
        key = self.sender()
        if isinstance(key, PadKey):
            if self.given.hasSelectedText():
                self.given.del_()
            self.given.setFocus(Qt.FocusReason.OtherFocusReason)
            self.given.insert(key.text())

    def _quick(self) -> None:
        at = next((at for at, one in enumerate(self.quick) if one is self.sender()), -1)
        if 0 <= at < len(self._amounts):
            self.given.set_value(self._amounts[at])
            self.given_changed.emit()
