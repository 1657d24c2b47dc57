"""Beside the lists of a count: the shelves as tiles, and who counts where."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from erp_desktop.core import clock
from erp_desktop.reports.count_progress import CounterState, ShelfState
from erp_desktop.services.stock.bins import LOOSE
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.cards.scrolled import Scrolled
from erp_desktop.views.stock.count_words import shelf_words
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.menus import Menu
from erp_desktop.views.widgets.page import PAGE_MARGIN
from erp_desktop.views.widgets.panels import Surface

translate = wording.translate
WIDE = 300
A_ROW = 5  # tiles


class ShelfTile(QAbstractButton):
    """A shelf: green when it is done, amber where something differs, blue where one is."""

    def __init__(self, state: ShelfState, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state, self._words, self._here = state, words, False
        self.setText(state.shelf)
        self.setAccessibleName(f"{shelf_words(state.shelf)} {self.note()}")
        self.setToolTip(f"{shelf_words(state.shelf)}  {state.counter}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(44), theme.px(44))

    def mark_here(self, *, here: bool) -> None:
        """This is the shelf that is being counted."""
        self._here = here
        self.update()

    def note(self) -> str:
        """What stands below the shelf's name."""
        state = self.state
        if state.differing:
            return f"Δ {state.differing}"
        if state.done:
            return f"{state.counter[:1]} ✓"
        if state.counted:
            return str(state.counted)
        return state.counter[:2] or "–"

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t, state = QPainter(self), theme.tokens(), self.state
        ground, colour = t.raised, t.text2
        if state.differing:
            ground, colour = t.warn_tint, t.warn
        elif state.done:
            ground, colour = t.ok_tint, t.ok
        elif state.counted or self._here:
            ground, colour = t.tint, t.accent_text
        line = t.accent if self._here else t.line2
        ink.frame(painter, self.rect(), theme.px(6), ground, line)
        half = self.height() / 2
        top = QRectF(0, theme.px(3), self.width(), half - theme.px(3))
        fits = theme.width(theme.BOLD, self._words) <= self.width() - theme.px(6)
        kind = theme.BOLD if fits else theme.HINT
        ink.text(painter, self._words, top, kind, colour, centre=True)
        below = QRectF(0, half, self.width(), half - theme.px(4))
        ink.text(painter, self.note(), below, theme.HINT, colour, centre=True)
        if self.hasFocus():
            ink.focus_ring(painter, self.rect(), theme.px(6))


class CounterCard(QWidget):
    """A counter: how many products, on which shelf last, and when."""

    def __init__(self, state: CounterState, *, own: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._own = state, own
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{self.name()} {state.counted}, {self.where()}")

    def name(self) -> str:
        name = self._state.name or translate("Count", "Nobody's name")
        return translate("Count", "{0} (you)").format(name) if self._own else name

    def where(self) -> str:
        when = f"{clock.local_time(self._state.last_at):%H:%M}"
        return f"{shelf_words(self._state.shelf)} · {when}" if self._state.shelf else when

    def sizeHint(self) -> QSize:
        return QSize(theme.px(WIDE - 40), theme.px(56))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        line = t.accent if self._own else t.line
        ink.frame(painter, box, theme.px(8), t.tint if self._own else t.raised, line)
        size = theme.px(30)
        round_ = QRectF(theme.px(12), (self.height() - size) / 2, size, size)
        pair = t.chips[theme.Tone.BLUE if self._own else theme.Tone.VIOLET]
        ink.frame(painter, round_, size / 2, pair.ground)
        ink.text(painter, self.name()[:1], round_, theme.BOLD, pair.text, centre=True)
        left, right = theme.px(52), self.width() - theme.px(12)
        half = self.height() / 2
        above = QRectF(left, theme.px(8), right - left, half - theme.px(8))
        below = QRectF(left, half, right - left, half - theme.px(8))
        counted = figures.number(self._state.counted)
        drawn = ink.text(painter, counted, above, theme.FIGURE_BOLD, t.text, right=True)
        words = theme.elided(theme.BOLD, self.name(), int(above.width() - drawn - theme.px(8)))
        ink.text(painter, words, above, theme.BOLD, t.text)
        ink.text(painter, self.where(), below, theme.HINT, t.text2)


class CountSide(Surface):
    """`here(shelf)` when one begins on a shelf; `given(shelf, name)`, `finished(shelf, done)`."""

    here = Signal(str)
    given = Signal(str, str)
    finished = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ground", "r", parent)
        self.setFixedWidth(theme.px(WIDE))
        self.tiles: list[ShelfTile] = []
        self.cards: list[CounterCard] = []
        self._names: Sequence[str] = ()
        self._scrolled = Scrolled(QWidget())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._scrolled)

    def show_state(
        self, shelves: Sequence[ShelfState], counters: Sequence[CounterState],
        names: Sequence[str], own: str, current: str,
    ) -> None:  # fmt: skip
        """Show them anew; `own` is the one who counts here, `current` the shelf."""
        self._names = names
        self.tiles = [self._tile(state) for state in shelves]
        self.cards = [CounterCard(state, own=state.name == own) for state in counters]
        sheet = QWidget()
        box = QVBoxLayout(sheet)
        pad = theme.px(PAGE_MARGIN)
        box.setContentsMargins(pad, theme.px(12), theme.px(16), pad)
        box.setSpacing(theme.px(8))
        if self.tiles:
            box.addWidget(Label(translate("Count", "Shelves"), theme.EMPHASIS))
            box.addLayout(self._rows())
            box.addSpacing(theme.px(12))
        if self.cards:
            box.addWidget(Label(translate("Count", "Who counts where"), theme.EMPHASIS))
        for card in self.cards:
            box.addWidget(card)
        box.addStretch(1)
        self._scrolled.setWidget(sheet)
        sheet.setAutoFillBackground(False)  # the scroll area's own habit is to fill it
        self.show_here(current)

    def show_here(self, current: str) -> None:
        """The shelf that is being counted."""
        for tile in self.tiles:
            tile.mark_here(here=tile.state.shelf == current)

    def _tile(self, state: ShelfState) -> ShelfTile:
        tile = ShelfTile(state, _split(shelf_words(state.shelf))[1])
        tile.clicked.connect(self._ask)
        return tile

    def _rows(self) -> QGridLayout:
        """A row for each aisle: its name, then its shelves."""
        grid = QGridLayout()
        grid.setSpacing(theme.px(5))
        row, column, aisle = -1, 0, ""
        for tile in self.tiles:
            name = _split(tile.state.shelf)[0]
            if row < 0 or name != aisle or column == A_ROW:
                row, column = row + 1, 0
                if name != aisle and name:
                    grid.addWidget(Label(name, theme.BOLD, "text2"), row, 0)
                aisle = name
            grid.addWidget(tile, row, column + 1)
            column += 1
        grid.setColumnStretch(A_ROW + 1, 1)
        return grid

    def _ask(self) -> None:
        """What can be done with a shelf."""
        tile = self.sender()
        if not isinstance(tile, ShelfTile):
            return
        menu = self.menu_of(tile)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(tile.mapToGlobal(QPoint(0, tile.height() + 2)))

    def menu_of(self, tile: ShelfTile) -> Menu:
        """Count here, done, or give it to somebody."""
        state = tile.state
        menu = Menu(parent=self)
        menu.addAction(count_it(state.shelf)).setData(("here", state.shelf))
        done = translate("Count", "Not done yet") if state.done else translate("Count", "Done")
        menu.addAction(done).setData(("done", state.shelf, not state.done))
        menu.addSeparator()
        for name in self._names:
            words = translate("Count", "Give it to {0}").format(name)
            menu.addAction(words).setData(("give", state.shelf, name))
        menu.triggered.connect(self._chosen)
        return menu

    def _chosen(self, action: Any) -> None:
        what, shelf, *more = action.data()
        if what == "here":
            self.here.emit(shelf)
        elif what == "done":
            self.finished.emit(shelf, more[0])
        else:
            self.given.emit(shelf, more[0])


def count_it(shelf: str) -> str:
    """What one does with a shelf, or with what lies in no bin."""
    if shelf == LOOSE:
        return translate("Count", "Count what lies in no bin")
    return translate("Count", "Count shelf {0}").format(shelf)


def _split(shelf: str) -> tuple[str, str]:
    """A2-03 is shelf 03 of aisle A2."""
    aisle, dash, own = shelf.rpartition("-")
    return (aisle, own) if dash and aisle and own else ("", shelf)
