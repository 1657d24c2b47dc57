"""The sheets of the window: tabs above, one page below each, opened once and kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from erp_desktop.views import wording
from erp_desktop.views.office import Office
from erp_desktop.views.pages import PageSpec, page_title
from erp_desktop.views.shell.tabs import SheetTabs
from erp_desktop.views.widgets.page import NEVER, Page
from erp_desktop.views.widgets.panels import Surface

translate = wording.translate


@dataclass(slots=True)
class Sheet:
    """An open page: what it was made from, for what, and the page itself."""

    spec: PageSpec
    key: Any
    page: QWidget


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
        self._sheets: list[Sheet] = []
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
        part = sheet.page.memory() if sheet.spec.code == "settings" else None  # type: ignore[attr-defined]
        return f"settings/{part}" if part else sheet.spec.code

    def seen(self) -> int:
        """Which of the pages is seen."""
        return self.tabs.currentIndex()

    def standing(self) -> list[tuple[str, Any]]:
        """The open pages: code, and the key that opens each again after a new start."""
        return [(sheet.spec.code, _again(sheet)) for sheet in self._sheets]

    def pages(self) -> list[QWidget]:
        return [sheet.page for sheet in self._sheets]

    def open(self, code: str, key: Any = None) -> QWidget:
        """Show the page of this code (for one thing, when a key is given)."""
        for at, sheet in enumerate(self._sheets):
            if sheet.spec.code == code and self._shows(sheet, key):
                self.tabs.setCurrentIndex(at)
                if isinstance(sheet.page, Page):
                    sheet.page.come_back()
                return sheet.page
        spec = self._specs[code]
        sheet = Sheet(spec, key, self._make(spec, key))
        with QSignalBlocker(self.tabs):
            at = self.tabs.add(page_title(spec), spec.icon)
        self._sheets.append(sheet)
        self._stack.addWidget(sheet.page)  # the first page is seen at once, and may name its tab
        self.tabs.setCurrentIndex(at)
        self._turn(at)
        return sheet.page

    @staticmethod
    def _shows(sheet: Sheet, key: Any) -> bool:
        mine = isinstance(sheet.page, Page) and key is not None and sheet.page.is_for(key)
        return bool(sheet.key == key or mine)

    def close_sheet(self, at: int) -> None:
        """Close a page; its draft is kept by the page itself. The last page stays."""
        if len(self._sheets) < 2 or not 0 <= at < len(self._sheets):
            return
        sheet = self._sheets.pop(at)
        self._stack.removeWidget(sheet.page)
        sheet.page.hide()
        sheet.page.deleteLater()
        self.tabs.removeTab(at)
        self._turn(self.tabs.currentIndex())

    def close_current(self) -> None:
        self.close_sheet(self.tabs.currentIndex())

    def rebuild(self) -> None:
        """Make every page anew, standing where the old one stood (the language changed)."""
        for at, sheet in enumerate(self._sheets):
            old = sheet.page
            memory = old.memory() if isinstance(old, Page) else None
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()
            sheet.page = self._make(sheet.spec, sheet.key)
            self.tabs.setTabText(at, page_title(sheet.spec))
            self._stack.insertWidget(at, sheet.page)
            if isinstance(sheet.page, Page) and memory is not None:
                sheet.page.recall(memory)
        self._turn(self.tabs.currentIndex())

    def _make(self, spec: PageSpec, key: Any) -> QWidget:
        if key is None or spec.make_for is None:
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
            self._stack.setCurrentWidget(self._sheets[at].page)
            self.summed.emit([])
            self._sheets[at].page.setFocus()
            self.turned.emit(self._sheets[at].spec.code)
            self.stirred.emit()

    def _moved(self, start: int, end: int) -> None:
        self._sheets.insert(end, self._sheets.pop(start))

    def _place(self) -> int:
        """Where the page that sends stands; -1 while it is still being made."""
        pages = self.pages()
        sender = self.sender()
        return next((at for at, page in enumerate(pages) if page is sender), -1)

    def _name(self, words: str) -> None:
        at = self._place()
        if at >= 0:
            self.tabs.setTabText(at, words)

    def _draft(self, draft: bool) -> None:  # noqa: FBT001  (a slot)
        at = self._place()
        if at >= 0:
            self.tabs.mark_draft(at, draft=draft)
            self.stirred.emit()

    def _done(self) -> None:
        self.close_sheet(self._place())


def _again(sheet: Sheet) -> Any:
    key = sheet.page.again() if isinstance(sheet.page, Page) else NEVER
    return sheet.key if key is NEVER else key
