"""The lists of stock documents and of counts."""

from PySide6.QtGui import QShowEvent

from erp_desktop.reports.count_plans import RunningCount, running_counts
from erp_desktop.reports.listing import ListingSource
from erp_desktop.reports.lists.stock import counts, stock_papers
from erp_desktop.views import figures, wording
from erp_desktop.views.exporting import offer_export
from erp_desktop.views.office import Office
from erp_desktop.views.opening import open_document
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.faces import TranslatedFace
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import ListingPages
from erp_desktop.views.widgets.panels import EmptyState

translate = wording.translate


class StockPapersPage(ListPage):
    """Transfers, write-offs and opening stock; Enter opens one."""

    def __init__(self, office: Office) -> None:
        empty = EmptyState(
            "files",
            translate("Stock", "No stock documents yet"),
            translate("Stock", "Goods moved between warehouses, or written off, stand here"),
            translate("Stock", "New transfer"),
        )
        super().__init__(
            office,
            translate("Page", "Stock documents"),
            ListingPages(office, ListingSource(stock_papers(), figures.form().places)),
            {"kind": TranslatedFace("Kind")},
            search_hint=translate("Stock", "Filter by number, reason, warehouse"),
            empty=empty,
        )
        empty.started.connect(self._transfer)
        self.view.opened.connect(self._open_document)
        offer_export(self)
        self.action(
            translate("Stock", "Opening stock"), self._opening, look=Look.GHOST, icon="boxes"
        )
        self.action(translate("Stock", "Write off"), self._write_off, icon="package-minus")
        self.action(
            translate("Stock", "Transfer"), self._transfer, look=Look.PRIMARY,
            icon="arrow-left-right", shortcut="Ctrl+N",
        )  # fmt: skip

    def _open_document(self, key: int) -> None:
        open_document(self, key)

    def _opening(self) -> None:
        self.wanted.emit("opening", None)

    def _write_off(self) -> None:
        self.wanted.emit("write_off", None)

    def _transfer(self) -> None:
        self.wanted.emit("transfer", None)


class CountsPage(ListPage):
    """Posted counts, and above them the one that is under way."""

    def __init__(self, office: Office) -> None:
        empty = EmptyState(
            "clipboard-check",
            translate("Count", "No counts yet"),
            translate("Count", "Count a warehouse or a category whenever it suits"),
            translate("Count", "Start a count"),
        )
        super().__init__(
            office,
            translate("Page", "Counts"),
            ListingPages(office, ListingSource(counts(), figures.form().places)),
            search_hint=translate("Count", "Filter by number, warehouse, note"),
            empty=empty,
        )
        empty.started.connect(self.count)
        self.view.opened.connect(self._open_document)
        offer_export(self)
        self.start = self.action(
            translate("Count", "Start a count"), self.count, look=Look.PRIMARY,
            icon="clipboard-check", shortcut="Ctrl+N",
        )  # fmt: skip

    def load(self) -> None:
        super().load()
        self._show_running()

    def showEvent(self, event: QShowEvent) -> None:
        """Counting tells no other window: look whenever the page is seen."""
        super().showEvent(event)
        self._show_running()

    def _show_running(self) -> None:
        """Unfinished counts wait where they are looked for."""
        running = self.office.ask(running_counts)
        if not running:
            self.notice.clear()
            return
        first = running[0]
        words = translate("Count", "A count of {0} is under way: {1} of {2} products counted.")
        said = words.format(first.name or first.place, first.counted, first.whole)
        answers = [Answer(translate("Count", "Go on counting"), _GoOn(self, first))]
        if len(running) > 1:
            said = translate("Count", "{0} counts are under way.").format(len(running))
            answers = [Answer(one.name or one.place, _GoOn(self, one)) for one in running[:5]]
        self.notice.refuse(said, answers, serious=False)

    def count(self) -> None:
        """Begin a count."""
        self.wanted.emit("count", None)

    def _open_document(self, key: int) -> None:
        open_document(self, key)


class _GoOn:
    """Opens a count under way."""

    def __init__(self, page: CountsPage, running: RunningCount) -> None:
        self._page, self._id = page, running.id

    def __call__(self) -> None:
        self._page.wanted.emit("count_run", self._id)
