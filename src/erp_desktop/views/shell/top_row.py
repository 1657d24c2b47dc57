"""The top row: the shop, the menus, the search, New, the bell, the person on duty."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenuBar, QSizePolicy, QWidget

from erp_desktop.views import icons, keys, theme, wording
from erp_desktop.views.pages import PageSpec
from erp_desktop.views.theme import Tone
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import Button, Look, key_words
from erp_desktop.views.widgets.menus import Menu
from erp_desktop.views.widgets.panels import Surface, spot

translate = wording.translate


class ShopMark(QWidget):
    """The shop's initial on the accent colour, and its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str) -> None:
        self._name = name
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = theme.width(theme.BOLD, self._name)
        return QSize(theme.px(46) + min(round(words), theme.px(200)) + 2, theme.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        size = theme.px(24)
        box = QRectF(theme.px(14), round((self.height() - size) / 2), size, size)
        ink.frame(painter, box, theme.px(6), t.accent)
        ink.text(painter, self._name[:1].upper(), box, theme.BOLD, t.on_accent, centre=True)
        left = box.right() + theme.px(8)
        room = QRectF(left, 0, self.width() - left, self.height())
        ink.text(painter, self._name, room, theme.BOLD, t.text)


class SearchButton(QAbstractButton):
    """Looks like a field, opens the palette: search or type a command (Ctrl+K)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setShortcut(keys.worn("Ctrl+K"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(400), theme.px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        border, thick = (t.focus, 2.0) if self.hasFocus() else (t.line2, 1.0)
        ink.frame(painter, self.rect(), theme.px(6), t.raised, border, thick)
        size = theme.px(16)
        box = QRectF(theme.px(10), round((self.height() - size) / 2), size, size)
        icons.draw(painter, "search", t.text2, box)
        cap = key_words("Ctrl+K")
        right = self.width() - theme.px(6)
        ink.key_cap(painter, cap, right, self.height() / 2)
        left = theme.px(34)
        room = right - ink.key_cap_width(cap) - theme.px(8) - left
        words = QRectF(left, 0, room, self.height())
        ink.text(painter, self.text(), words, theme.BODY, t.text3)


class PersonButton(QAbstractButton):
    """Who is on duty: name and initial."""

    def sizeHint(self) -> QSize:
        return QSize(round(theme.width(theme.BODY, self.text())) + theme.px(44), theme.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        size = theme.px(26)
        disc = QRectF(self.width() - size - 2, round((self.height() - size) / 2), size, size)
        pair = t.chips[Tone.VIOLET]
        ink.frame(painter, disc, size / 2, pair.ground)
        initial = theme.Type(12, 600)
        ink.text(painter, self.text()[:1].upper(), disc, initial, pair.text, centre=True)
        room = QRectF(theme.px(6), 0, disc.x() - theme.px(10), self.height())
        ink.text(painter, self.text(), room, theme.BODY, t.text)
        if self.hasFocus():
            ink.focus_ring(painter, self.rect(), theme.px(6))


class BellButton(Button):
    """Notices; a red dot when there are new ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Look.GHOST, icon="bell", parent=parent)
        self._news = False

    def show_news(self, *, news: bool) -> None:
        self._news = news
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._news:
            middle = QRectF(self.rect()).center()
            painter = QPainter(self)
            middle.setX(middle.x() + theme.px(5))
            middle.setY(middle.y() - theme.px(6))
            spot(painter, middle, theme.px(4), theme.tokens().bad)


class TopRow(Surface):
    """44 high. `menus` is the menu bar (on macOS the system's), `new_menu` the New menu."""

    searched = Signal()
    new_wanted = Signal(str)  # the code of the page on which it is made

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chrome", "", parent)
        self.mark = ShopMark()
        self.menus = QMenuBar()
        self.menus.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.search = SearchButton()
        self.search.clicked.connect(self.searched)
        self.new = Button("", icon="plus", high=28)
        self.new.show_menu_arrow()
        self.new_menu = Menu(parent=self)
        self.new_menu.triggered.connect(self._make_new)
        self.new.clicked.connect(self._show_new)
        self.bell = BellButton()
        self.person = PersonButton()
        self._row = row = QHBoxLayout(self)
        row.addWidget(self.mark)
        row.addWidget(self.menus)
        row.addStretch(2)
        row.addWidget(self.search)
        row.addStretch(3)
        for part in (self.new, self.bell, self.person):
            row.addWidget(part)
        self.retranslate()
        theme.worn.changed.connect(self._dress)

    def retranslate(self) -> None:
        self.search.setText(translate("Window", "Search, or type a command"))
        self.search.setShortcut(
            keys.worn("Ctrl+K")
        )  # Qt takes a button's shortcut away with its words
        self.search.setAccessibleName(self.search.text())
        self.new.setText(translate("Window", "New"))
        self.new.updateGeometry()
        self.bell.setAccessibleName(translate("Window", "Notices"))
        self.bell.setToolTip(self.bell.accessibleName())
        self._dress()

    def fill_new(self, specs: Sequence[PageSpec]) -> None:
        """What can be made anew, in the language spoken now."""
        self.new_menu.clear()
        for spec in specs:
            if spec.new_words:
                action = self.new_menu.addAction(translate("Page", spec.new_words))
                action.setData(spec.code)

    def _make_new(self, action: QAction) -> None:
        self.new_wanted.emit(str(action.data()))

    def keep_menus_whole(self) -> None:
        """The search gives way before the menus do."""
        self.menus.ensurePolished()
        self.menus.setMinimumWidth(self.menus.sizeHint().width() + theme.px(8))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.keep_menus_whole()

    def _show_new(self) -> None:
        self.new_menu.popup(self.new.mapToGlobal(self.new.rect().bottomLeft()))

    def _dress(self) -> None:
        t, px = theme.tokens(), theme.px
        self.setFixedHeight(px(44))
        self._row.setContentsMargins(0, 0, px(12), 0)
        self._row.setSpacing(px(8))
        self.menus.setFont(theme.font(theme.BODY))
        # An item a pixel higher than the bar would send all menus behind its overflow arrow, and
        # Chinese stands higher than Latin: so a title as it is spoken is measured.
        title = translate("Menu", "File")
        high = self.menus.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, title).height()
        above = (px(30) - high) // 2
        self.menus.setFixedHeight(px(30))
        self.menus.setStyleSheet(
            f"QMenuBar {{ background: {t.chrome.name()}; color: {t.text2.name()}; border: none;"
            f" spacing: 0; }}"
            f"QMenuBar::item {{ padding: {above}px {px(5)}px; border-radius: {px(5)}px;"
            f" background: transparent; }}"
            f"QMenuBar::item:selected {{ background: {t.line.name()}; color: {t.text.name()}; }}"
        )
        self.keep_menus_whole()
