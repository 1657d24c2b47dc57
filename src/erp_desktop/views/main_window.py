"""The window: top row, rail, tabs with the page below them, status bar. Only puts them together.

Pages come as a list of `PageSpec`; what they want of each other passes through here as a code and
a key, so no page knows another.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from erp_desktop.views import keys, memory, theme
from erp_desktop.views.office import Office
from erp_desktop.views.pages import PageSpec
from erp_desktop.views.shell import scan_routes
from erp_desktop.views.shell.menus import Command, Menus, of_window
from erp_desktop.views.shell.rail import Rail
from erp_desktop.views.shell.sheets import Sheets
from erp_desktop.views.shell.status import Light, StatusBar
from erp_desktop.views.shell.top_row import TopRow
from erp_desktop.views.widgets import reading_order
from erp_desktop.views.widgets.panels import Surface

if TYPE_CHECKING:
    from erp_desktop.views.widgets.toast import Toast


class MainWindow(QMainWindow):
    """`show_page(code, key)` opens a page; `show_light` sets a light of the status bar.

    `searched` asks for the palette (Ctrl+K), `light_asked(code)` for what is behind a light,
    `unscanned(code)` brings a scan that the seen page had no use for.
    """

    painted = Signal()  # for the first time
    searched = Signal()
    light_asked = Signal(str)
    unscanned = Signal(str)

    def __init__(
        self, office: Office, specs: Sequence[PageSpec], *, shop: str = "", person: str = "",
        commands: Sequence[Command] = (),
    ) -> None:  # fmt: skip
        super().__init__()
        self._office, self._specs = office, tuple(specs)
        self._painted, self._size = False, theme.choice().size
        self.top = TopRow()
        self.rail = Rail(specs)
        self.sheets = Sheets(office, specs)
        self.status = StatusBar()
        self.menus = Menus(self.top.menus, specs, commands, self.show_page)
        self._lay_out()
        self._connect()
        self.menus.show_titles()
        self.top.keep_menus_whole()
        self.show_shop(shop, person)
        self._come_back()

    # -- for the program -------------------------------------------------------------------------

    def show_shop(self, shop: str, person: str) -> None:
        """Whose shop this is, and who is on duty."""
        self.top.mark.show_name(shop)
        self.top.person.setText(person)
        self.top.person.setVisible(bool(person))
        self.setWindowTitle(shop or "ERP Desktop")

    def show_page(self, code: str, key: Any = None) -> QWidget:
        return self.sheets.open(code, key)

    def leave_out(self, codes: frozenset[str]) -> None:
        """Keep these pages out of the way."""
        self.rail.leave_out(codes)
        if self.menus.leave_out(codes) and self._painted:
            self._fill_menus()

    def show_light(self, light: Light) -> None:
        self.status.show_light(light)

    @cached_property
    def toast(self) -> "Toast":
        """What says that something was done."""
        from erp_desktop.views.widgets.toast import Toast

        return Toast(self, self.show_page, self.sheets)

    def say(self, words: str, undo: str = "", act: Any = None) -> None:
        """A toast: what was done, and a way back."""
        self.toast.say(words, undo, act)

    def take_scan(self, code: str) -> None:
        """A scan goes to what the seen page is for; not behind a question that is being asked."""
        if not scan_routes.take(self, self.sheets, code):
            self.unscanned.emit(code)

    # -- putting together ------------------------------------------------------------------------

    def _lay_out(self) -> None:
        ground = Surface("chrome")
        box = QVBoxLayout(ground)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.sheets, 1)
        box.addWidget(self.top)
        box.addLayout(middle, 1)
        box.addWidget(self.status)
        self.setCentralWidget(ground)
        self.setMinimumSize(theme.px(860), theme.px(560))

    def _connect(self) -> None:
        self.rail.wanted.connect(self.show_page)
        self.sheets.turned.connect(self.rail.choose)
        self.sheets.turned.connect(self.menus.see)
        self.sheets.summed.connect(self.status.show_sums)
        self.sheets.said.connect(self.say)
        self.top.searched.connect(self.searched)
        self.top.new_wanted.connect(self.show_page)
        self.status.asked.connect(self.light_asked)
        self._office.changed.connect(self._count)
        theme.worn.changed.connect(self._wear)
        keys.changes.changed.connect(self._rekey)

    def _fill_menus(self) -> None:
        self.menus.fill(of_window(self.sheets, self.close, self._fold))
        self.top.keep_menus_whole()
        self.top.fill_new(self.menus.offered())

    def _fold(self) -> None:
        self.rail.fold(narrow=not self.rail.narrow())
        memory.remember("window/folded", self.rail.narrow())

    def _count(self) -> None:
        """What waits on each page, for the pills of the rail; a closed window asks no more."""
        if not self.isVisible():
            return
        for item in self.rail.items:
            if item.spec.count is not None:
                item.show_count(item.spec.count(self._office))

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802, FBT001  (Qt's own)
        return reading_order.step(self, forward=next)

    # -- coming and going ------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first look at the window waits for nothing that it does not show."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.settle)

    def settle(self) -> None:
        """Behind the first paint: entries of menus, and the pills of the rail."""
        self.painted.emit()
        self._fill_menus()
        self._count()

    def _come_back(self) -> None:
        kept = memory.recalled("window/geometry")
        if not (isinstance(kept, bytes) and self.restoreGeometry(QByteArray(kept))):
            room = self.screen().availableGeometry().size() - QSize(8, 36)  # less the frame
            real = room.width() >= self.minimumWidth()  # not a screen made up for pictures
            self.resize(QSize(1440, 900).boundedTo(room) if real else QSize(1440, 900))
        self.rail.fold(narrow=str(memory.recalled("window/folded", "false")).lower() == "true")

    def closeEvent(self, event: QCloseEvent) -> None:
        memory.remember("window/geometry", bytes(self.saveGeometry().data()))
        self.sheets.let_go()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self._speak)
        super().changeEvent(event)

    def _wear(self) -> None:
        """Another size of letters: pages are laid out anew, since every measure grew with it."""
        if self.isVisible() and theme.choice().size != self._size:
            self._size = theme.choice().size
            self.setMinimumSize(theme.px(860), theme.px(560))
            QTimer.singleShot(0, self, self._speak)

    def _rekey(self) -> None:
        """Other keys: everything that shows or takes one is made anew."""
        if self.isVisible():
            QTimer.singleShot(0, self, self._speak)

    def _speak(self) -> None:
        """The language changed: find all words anew."""
        self.top.retranslate()
        self.rail.dress()
        self._fill_menus()
        self.sheets.rebuild()
