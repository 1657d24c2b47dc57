"""The sheets of the window: tabs above, one page below each, opened once and kept.

A tab can be torn off into a window of its own and comes back when that is closed. What was open is
remembered; at the next start a page is made only when somebody turns to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QPoint, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.views import wording
from erp_desktop.views.office import Office
from erp_desktop.views.pages import PageSpec, page_title
from erp_desktop.views.shell.tabs import SheetTabs
from erp_desktop.views.widgets.menus import Menu
from erp_desktop.views.widgets.page import NEVER, Page
from erp_desktop.views.widgets.panels import Surface

if TYPE_CHECKING:
    from erp_desktop.views.shell.torn import TornWindow

translate = wording.translate


@dataclass(slots=True)
class Sheet:
    """An open page: what it was made from, for what, and the page itself (None: not made yet)."""

    spec: PageSpec
    key: Any
    page: QWidget | None = None
    torn: "TornWindow | None" = None


class Tab(NamedTuple):
    """An open page as it is kept for the next start."""

    code: str
    key: Any
    title: str = ""


class Sheets(QWidget):
    """`open(code, key)` shows a page, making it only when it is not open already."""

    turned = Signal(str)  # the code of the page that is seen now
    summed = Signal(object)
    said = Signal(str, str, object)
    stirred = Signal()  # another page is seen, opened or closed, or a draft was kept

    def __init__(
        self, office: Office, specs: Sequence[PageSpec], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._specs = {spec.code: spec for spec in specs}
        self._sheets: list[Sheet] = []  # those with a tab, in the order of the tabs
        self._torn: list[Sheet] = []
        self.tabs = SheetTabs()
        self.tabs.setAccessibleName(translate("Window", "Open pages"))
        self._stack = QStackedWidget()
        top = Surface("chrome", "b")
        row = QHBoxLayout(top)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(top)
        box.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._turn)
        self.tabs.tabMoved.connect(self._moved)
        self.tabs.closing.connect(self.close_sheet)
        self.tabs.torn.connect(self.tear_off)
        self.tabs.asked.connect(self._offer)

    # -- for the window --------------------------------------------------------------------------

    def current(self) -> QWidget | None:
        """The page that is seen."""
        at = self.tabs.currentIndex()
        return self._sheets[at].page if 0 <= at < len(self._sheets) else None

    def place(self) -> str:
        """The code of the page that is seen; of the settings with their part behind a stroke."""
        at = self.tabs.currentIndex()
        if not 0 <= at < len(self._sheets):
            return ""
        sheet = self._sheets[at]
        part = sheet.page.memory() if isinstance(sheet.page, Page) else None
        return f"settings/{part}" if sheet.spec.code == "settings" and part else sheet.spec.code

    def pages(self) -> list[QWidget]:
        """The pages of the tabs that were made so far."""
        return [sheet.page for sheet in self._sheets if sheet.page is not None]

    def torn(self) -> "list[TornWindow]":
        """The windows of torn-off tabs."""
        return [sheet.torn for sheet in self._torn if sheet.torn is not None]

    def open(self, code: str, key: Any = None) -> QWidget:
        """Show the page of this code (for one thing, when a key is given)."""
        for sheet in self._torn:
            if sheet.spec.code == code and self._shows(sheet, key) and sheet.torn and sheet.page:
                sheet.torn.come_forward()
                return sheet.page
        for at, sheet in enumerate(self._sheets):
            if sheet.spec.code == code and self._shows(sheet, key):
                self.tabs.setCurrentIndex(at)
                page = self._made(at)
                if isinstance(page, Page):
                    page.come_back()
                return page
        spec = self._specs[code]
        sheet = Sheet(spec, key, self._make(spec, key))
        at = self._add(sheet)
        self.tabs.setCurrentIndex(at)
        self._turn(at)
        return self._made(at)

    @staticmethod
    def _shows(sheet: Sheet, key: Any) -> bool:
        mine = isinstance(sheet.page, Page) and key is not None and sheet.page.is_for(key)
        return bool(sheet.key == key or mine)

    def close_sheet(self, at: int) -> None:
        """Close a page; its draft is kept by the page itself. The last page stays."""
        if len(self._sheets) < 2 or not 0 <= at < len(self._sheets):
            return
        _free(self._take(at).page)
        self._turn(self.tabs.currentIndex())
        self.stirred.emit()

    def close_current(self) -> None:
        self.close_sheet(self.tabs.currentIndex())

    def close_others(self, kept: int) -> None:
        """Close all tabs but this one."""
        for at in range(len(self._sheets) - 1, -1, -1):
            if at != kept:
                self.close_sheet(at)

    def rebuild(self) -> None:
        """Make every page anew, standing where the old one stood (the language changed)."""
        for at, sheet in enumerate(self._sheets):
            self.tabs.setTabText(at, page_title(sheet.spec))
            if sheet.page is None:
                continue
            old = sheet.page
            self._stack.removeWidget(old)
            sheet.page = self._again(sheet)
            self._stack.addWidget(sheet.page)
            self._recall(sheet.page, old)
        for sheet in self._torn:
            if sheet.torn is not None and sheet.page is not None:
                old, sheet.page = sheet.page, self._again(sheet)
                sheet.torn.show_page(sheet.page, page_title(sheet.spec))
                self._recall(sheet.page, old)
        self._turn(self.tabs.currentIndex())

    # -- tearing off -----------------------------------------------------------------------------

    def tear_off(self, at: int, where: QPoint | None = None) -> "TornWindow | None":
        """Give a tab a window of its own; the last one stays."""
        if len(self._sheets) < 2 or not 0 <= at < len(self._sheets):
            return None
        words = self.tabs.tabText(at)
        page = self._made(at)
        sheet = self._take(at)
        sheet.torn = _torn_window(self.window(), sheet.spec.code)
        sheet.torn.show_page(page, words)
        sheet.torn.closed.connect(self._put_back)
        self._torn.append(sheet)
        self._turn(self.tabs.currentIndex())
        sheet.torn.open_at(where, self.size())
        self.stirred.emit()
        return sheet.torn

    def tear_current(self) -> None:
        self.tear_off(self.tabs.currentIndex())

    def _put_back(self) -> None:
        """A torn-off window was closed: its page is a tab again."""
        sheet = next((one for one in self._torn if one.torn is self.sender()), None)
        if sheet is None or sheet.torn is None:
            return
        self._torn.remove(sheet)
        window, sheet.torn = sheet.torn, None
        words = window.windowTitle()
        page = window.give_page()
        window.deleteLater()
        if page is not None:
            at = self._add(sheet)
            self.tabs.setTabText(at, words)
            self.tabs.setCurrentIndex(at)
            self._turn(at)
            self.stirred.emit()

    def let_go(self) -> None:
        """The window closes: the torn-off ones go with it."""
        for window in self.torn():
            window.closed.disconnect(self._put_back)
            window.close()

    # -- a session -------------------------------------------------------------------------------

    def seen(self) -> int:
        """Which of the tabs is seen."""
        return self.tabs.currentIndex()

    def knows(self, code: str) -> bool:
        """Whether there is such a page."""
        return code in self._specs

    def standing(self) -> list[Tab]:
        """The open pages, with the key that opens each again after a new start."""
        tabs = [
            Tab(sheet.spec.code, _again(sheet), self.tabs.tabText(at))
            for at, sheet in enumerate(self._sheets)
        ]
        return tabs + [
            Tab(sheet.spec.code, _again(sheet), sheet.torn.windowTitle() if sheet.torn else "")
            for sheet in self._torn
        ]

    def bring_back(self, tabs: Sequence[Tab], seen: int) -> None:
        """Open what was open; pages that are not seen are made when somebody turns to them."""
        for tab in tabs:
            at = self._add(Sheet(self._specs[tab.code], tab.key))
            self.tabs.setTabText(at, tab.title or page_title(self._specs[tab.code]))
        if self._sheets:
            self.tabs.setCurrentIndex(seen)
            self._turn(seen)

    # -- making and turning ----------------------------------------------------------------------

    def _add(self, sheet: Sheet) -> int:
        """A tab for a sheet, without turning to it."""
        with QSignalBlocker(self.tabs):
            at = self.tabs.add(page_title(sheet.spec), sheet.spec.icon)
        self._sheets.append(sheet)
        if sheet.page is not None:
            self._stack.addWidget(sheet.page)  # the first page is seen at once, and may name itself
        self.stirred.emit()
        return at

    def _take(self, at: int) -> Sheet:
        """Take a sheet and its tab out of the row."""
        sheet = self._sheets.pop(at)
        if sheet.page is not None:
            self._stack.removeWidget(sheet.page)
        self.tabs.removeTab(at)
        return sheet

    def _made(self, at: int) -> QWidget:
        """The page of a tab, made now if it was not; the first page where that fails."""
        sheet = self._sheets[at]
        if sheet.page is None:
            try:
                sheet.page = self._make(sheet.spec, sheet.key)
            except RuleBroken:  # what it showed is gone since
                sheet.spec, sheet.key = next(iter(self._specs.values())), None
                sheet.page = self._make(sheet.spec, None)
                self.tabs.setTabText(at, page_title(sheet.spec))
            self._stack.addWidget(sheet.page)
        return sheet.page

    def _again(self, sheet: Sheet) -> QWidget:
        return self._make(sheet.spec, sheet.key)

    def _recall(self, page: QWidget, old: QWidget) -> None:
        memory = old.memory() if isinstance(old, Page) else None
        _free(old)
        if isinstance(page, Page) and memory is not None:
            page.recall(memory)

    def _make(self, spec: PageSpec, key: Any) -> QWidget:
        if spec.closed:
            page = _closed_page(self._office, spec)
        elif key is None or spec.make_for is None:
            page = spec.make(self._office)
        else:
            page = spec.make_for(self._office, key)
        if isinstance(page, Page):
            page.wanted.connect(self.open)
            page.summed.connect(self.summed)
            page.said.connect(self.said)
            page.named.connect(self._name)
            page.drafted.connect(self._draft)
            page.done.connect(self._done)
        return page

    def _turn(self, at: int) -> None:
        if 0 <= at < len(self._sheets):
            page = self._made(at)
            self._stack.setCurrentWidget(page)
            self.summed.emit([])
            page.setFocus()
            self.turned.emit(self._sheets[at].spec.code)
            self.stirred.emit()

    def _moved(self, start: int, end: int) -> None:
        self._sheets.insert(end, self._sheets.pop(start))
        self.stirred.emit()

    def _offer(self, at: int, where: QPoint) -> None:
        _tab_menu(self, at).popup(where)

    # -- what pages say --------------------------------------------------------------------------

    def _places(self) -> Iterator[int]:
        """Where the page that sends stands among the tabs; nothing while it is being made."""
        sender = self.sender()
        yield from (at for at, sheet in enumerate(self._sheets) if sheet.page is sender)

    def _torn_sender(self) -> "TornWindow | None":
        sender = self.sender()
        return next((one.torn for one in self._torn if one.page is sender), None)

    def _name(self, words: str) -> None:
        torn = self._torn_sender()
        if torn is not None:
            torn.setWindowTitle(words)
        for at in self._places():
            self.tabs.setTabText(at, words)

    def _draft(self, draft: bool) -> None:  # noqa: FBT001  (a slot)
        for at in self._places():
            self.tabs.mark_draft(at, draft=draft)
            self.stirred.emit()

    def _done(self) -> None:
        torn = self._torn_sender()
        if torn is not None:
            sheet = next(one for one in self._torn if one.torn is torn)
            self._torn.remove(sheet)
            _free(torn.give_page())
            torn.close()
            torn.deleteLater()
        for at in list(self._places()):
            self.close_sheet(at)


def _again(sheet: Sheet) -> Any:
    key = sheet.page.again() if isinstance(sheet.page, Page) else NEVER
    return sheet.key if key is NEVER else key


def _torn_window(window: QWidget, code: str) -> "TornWindow":
    from erp_desktop.views.shell.torn import TornWindow

    return TornWindow(window, code)


def _closed_page(office: Office, spec: PageSpec) -> QWidget:
    from erp_desktop.views.closed_page import ClosedPage

    return ClosedPage(office, page_title(spec))


def _free(page: QWidget | None) -> None:
    if page is not None:
        page.hide()
        page.deleteLater()


def _tab_menu(sheets: Sheets, at: int) -> Menu:
    """What can be done with a tab."""
    menu = Menu(parent=sheets)
    for words, act in (
        (translate("Window", "Close"), sheets.close_sheet),
        (translate("Window", "Close the others"), sheets.close_others),
        (translate("Window", "Into its own window"), sheets.tear_off),
    ):
        action = menu.addAction(words)
        action.setEnabled(sheets.tabs.count() > 1)
        action.triggered.connect(_At(act, at))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


class _At:
    """Does something with the tab at a place."""

    def __init__(self, act: Any, at: int) -> None:
        self._act, self._at = act, at

    def __call__(self) -> None:
        self._act(self._at)
