"""Two ways to choose among a few: named views with counts (tabs), and a segmented switch."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QEnterEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from erp_desktop.views import theme, wording
from erp_desktop.views.theme import Tone
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.menus import Menu


@dataclass(frozen=True, slots=True)
class Tab:
    """A choice: its code, its words, and how many there are (None for no count).

    `tone` colours a count above zero; where nothing is wrong, nothing is red.
    """

    code: str
    words: str
    count: int | None = None
    tone: Tone = Tone.NEUTRAL

    def worn(self) -> Tone:
        """The tone of the count as it stands."""
        return self.tone if self.count else Tone.NEUTRAL

    def name(self) -> str:
        """Words and count, for screen readers."""
        return self.words if self.count is None else f"{self.words} {self.count}"


class _TabButton(QAbstractButton):
    """One tab: words, a count pill, a line below the chosen one."""

    def __init__(self, tab: Tab, parent: QWidget) -> None:
        super().__init__(parent)
        self.tab, self._hovered = tab, False
        self.setText(tab.words)
        self.setAccessibleName(tab.name())
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_tab(self, tab: Tab) -> None:
        self.tab = tab
        self.setText(tab.words)
        self.setAccessibleName(tab.name())
        self.updateGeometry()
        self.update()

    def _pill(self) -> int:
        if self.tab.count is None:
            return 0
        return max(
            round(theme.width(theme.CHIP, f"{self.tab.count:,}")) + theme.px(12), theme.px(20)
        )

    def sizeHint(self) -> QSize:
        pill = self._pill()
        words = theme.width(theme.BOLD, self.tab.words)
        return QSize(round(words) + (pill + theme.px(6) if pill else 0) + 1, theme.px(36))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        chosen = self.isChecked()
        colour = t.text if chosen or self._hovered else t.text2
        kind = theme.BOLD if chosen else theme.BODY
        box = QRectF(0, 0, self.width(), self.height() - theme.px(2))
        drawn = ink.text(painter, self.tab.words, box, kind, colour)
        if self.tab.count is not None:
            self._paint_pill(painter, drawn + theme.px(6), box.center().y())
        if chosen:
            line = QRect(0, self.height() - theme.px(3), self.width(), theme.px(3))
            ink.frame(painter, line, theme.px(1.5), t.accent)
        if self.hasFocus():
            ink.focus_ring(painter, self.rect().adjusted(-1, 4, 1, -5), theme.px(4))

    def _paint_pill(self, painter: QPainter, left: float, middle: float) -> None:
        pair = theme.tokens().chips[self.tab.worn()]
        high = theme.px(20)
        box = QRectF(left, round(middle - high / 2), self._pill(), high)
        ink.frame(painter, box, high / 2, pair.ground)
        ink.text(painter, f"{self.tab.count:,}", box, theme.Type(12, 600), pair.text, centre=True)


class TabRow(QWidget):
    """Named views or parts of a panel in a row; `chosen(code)` when a person chose.

    `menu_wanted(code, place)` comes on a right click on a tab (or the menu key).
    """

    chosen = Signal(str)
    menu_wanted = Signal(str, object)  # QPoint, global

    def __init__(
        self, tabs: Sequence[Tab] = (), gap: int = 22, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fitting = self._wanted = False
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._clicked)
        self._buttons: list[_TabButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(gap))
        self._rest = Button("", Look.GHOST, icon="ellipsis", high=28)
        self._rest.setAccessibleName(wording.translate("List", "More views"))
        self._rest.setToolTip(self._rest.accessibleName())
        self._rest.clicked.connect(self._offer_rest)
        self._rest.hide()
        self._row.addWidget(self._rest)
        self._row.addStretch(1)
        self.show_tabs(tabs)

    def show_tabs(self, tabs: Sequence[Tab]) -> None:
        """Offer these; what is chosen stays chosen."""
        code = self.code()
        if [tab.code for tab in tabs] == [button.tab.code for button in self._buttons]:
            for button, tab in zip(self._buttons, tabs, strict=True):
                button.show_tab(tab)
            self._fit()
            return
        for button in self._buttons:
            self._group.removeButton(button)
            button.deleteLater()
        self._buttons = [_TabButton(tab, self) for tab in tabs]
        for at, button in enumerate(self._buttons):
            self._group.addButton(button, at)
            self._row.insertWidget(at, button)
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            button.customContextMenuRequested.connect(self._want_menu)
        self.choose(code)

    def sizeHint(self) -> QSize:
        """Room for all of them, also those that stand in the menu now."""
        gap = self._row.spacing()
        wide = sum(button.sizeHint().width() + gap for button in self._buttons)
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Tabs for which there is no room stand in a menu; the chosen one is always seen.

        Showing one lays out what is around, which may give this row another width while it is
        being shown: it is hidden then only once it stands there, or it would be seen and hidden.
        """
        self._wanted = True
        if self._fitting:
            return
        self._fitting = True
        while self._wanted:
            self._wanted = False
            self._show_what_fits()
        self._fitting = False

    def _show_what_fits(self) -> None:
        gap = self._row.spacing()
        wide = {button: button.sizeHint().width() + gap for button in self._buttons}
        seen = list(self._buttons)
        room = self.width()
        if sum(wide.values()) - gap > room:
            room -= self._rest.sizeHint().width() + gap
            for button in reversed(self._buttons):
                if sum(wide[one] for one in seen) > room and not button.isChecked():
                    seen.remove(button)
        for button in self._buttons:
            button.setVisible(button in seen)
        self._rest.setVisible(len(seen) < len(self._buttons))

    def _offer_rest(self) -> None:
        menu = Menu(parent=self)
        for at, button in enumerate(self._buttons):
            if button.isHidden():
                menu.addAction(button.accessibleName()).setData(at)
        menu.triggered.connect(self._picked)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._rest.mapToGlobal(self._rest.rect().bottomLeft()))

    def _picked(self, action: QAction) -> None:
        self._buttons[int(action.data())].click()
        self._fit()

    def code(self) -> str:
        """The chosen tab's code; empty when there are no tabs."""
        checked = self._group.checkedId()
        return self._buttons[checked].tab.code if 0 <= checked < len(self._buttons) else ""

    def codes(self) -> list[str]:
        """What is offered."""
        return [button.tab.code for button in self._buttons]

    def choose(self, code: str) -> None:
        """Choose without telling anybody; the first one where the code is unknown."""
        found = [button for button in self._buttons if button.tab.code == code]
        for button in (found or self._buttons)[:1]:
            button.setChecked(True)
        self._fit()

    def words(self) -> str:
        """The words of the chosen tab."""
        checked = self._group.checkedId()
        return self._buttons[checked].tab.words if 0 <= checked < len(self._buttons) else ""

    def tab_at(self, code: str) -> QWidget | None:
        """The button of a tab."""
        return next((button for button in self._buttons if button.tab.code == code), None)

    def _clicked(self, at: int) -> None:
        self.chosen.emit(self._buttons[at].tab.code)

    def _want_menu(self, place: QPoint) -> None:
        button = self.sender()
        if isinstance(button, _TabButton):
            self.menu_wanted.emit(button.tab.code, button.mapToGlobal(place))


class Segmented(QWidget):
    """A switch of two to four words in one frame; `chosen(code)`."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes = [code for code, _ in choices]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(3), theme.px(3), theme.px(3), theme.px(3))
        row.setSpacing(0)
        for at, (_, words) in enumerate(choices):
            button = self._button(words)
            self._group.addButton(button, at)
            row.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._clicked)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _button(self, words: str) -> QAbstractButton:
        return _Segment(words, self)

    def code(self) -> str:
        return self._codes[self._group.checkedId()]

    def choose(self, code: str) -> None:
        self._group.button(self._codes.index(code)).setChecked(True)

    def _clicked(self, at: int) -> None:
        self.chosen.emit(self._codes[at])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        t = theme.tokens()
        ink.frame(QPainter(self), self.rect(), theme.px(6), t.hover, t.line)


class Pills(Segmented):
    """The same without a frame: the chosen word stands on a tinted pill."""

    def _button(self, words: str) -> QAbstractButton:
        return _Pill(words, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        pass


class _Segment(QAbstractButton):
    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setCheckable(True)
        self._dress()
        theme.worn.changed.connect(self._dress)

    def _dress(self) -> None:
        """Each keeps the room of its own words, however little there is for all."""
        self.setMinimumWidth(self.minimumSizeHint().width())

    def sizeHint(self) -> QSize:
        return QSize(round(theme.width(theme.MEDIUM, self.text())) + theme.px(30), theme.px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(theme.width(theme.MEDIUM, self.text())) + theme.px(8), theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        if self.isChecked():
            ground = t.line if t.dark else t.raised
            ink.frame(painter, self.rect(), theme.px(5), ground, t.line2 if t.dark else t.line)
        colour = t.text if self.isChecked() else t.text2
        ink.text(painter, self.text(), self.rect(), theme.MEDIUM, colour, centre=True)
        if self.hasFocus():
            ink.focus_ring(painter, self.rect(), theme.px(5))


class _Pill(_Segment):
    def sizeHint(self) -> QSize:
        return QSize(round(theme.width(theme.HINT, self.text())) + theme.px(22), theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        pair = t.chips[Tone.BLUE]
        chosen = self.isChecked()
        if chosen:
            ink.frame(painter, self.rect(), self.height() / 2, pair.ground)
        kind = theme.CHIP if chosen else theme.HINT
        colour = pair.text if chosen else t.text2
        ink.text(painter, self.text(), self.rect(), kind, colour, centre=True)
        if self.hasFocus():
            ink.focus_ring(painter, self.rect(), self.height() / 2)
