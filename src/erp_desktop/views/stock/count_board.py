"""What is seen while a count is under way: progress, scan bar, the lists, what differs."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.core import clock
from erp_desktop.core.money import ZERO
from erp_desktop.core.table import Cell
from erp_desktop.reports.count_rows import Countable
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.stock.count_grid import CountGrid
from erp_desktop.views.stock.count_parts import CountStrip, products_words
from erp_desktop.views.stock.count_session import CountSession, Entry
from erp_desktop.views.theme import Tone
from erp_desktop.views.widgets.document_page import ScanBar
from erp_desktop.views.widgets.finder import Found
from erp_desktop.views.widgets.number_field import NumberField
from erp_desktop.views.widgets.page import PAGE_MARGIN
from erp_desktop.views.widgets.tab_row import Tab, TabRow
from erp_desktop.views.widgets.totals_strip import TotalsStrip

translate = wording.translate
Known = Mapping[int, Countable]


class CountBoard(QWidget):
    """Shows a session; `known` are the products it may find, in the order of the shelves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: CountSession | None = None
        self._known: Known = {}
        self.strip, self.grid = CountStrip(), CountGrid(_nothing_found)
        self.tabs, self.totals = TabRow(), TotalsStrip(self.grid)
        self.scan = ScanBar(translate("Count", "Scan products: each scan counts one"), high=40)
        self.correct = NumberField(high=40)
        self.correct.setFixedWidth(theme.px(96))
        self.correct.setAccessibleName(translate("Count", "Counted"))
        self.correct.setToolTip(translate("Count", "What was scanned last: correct it (F2)"))
        self.scan.add(self.correct)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(PAGE_MARGIN), 0, theme.px(PAGE_MARGIN), 0)
        row.addWidget(self.tabs)
        box.addWidget(self.strip)
        box.addWidget(self.scan)
        box.addLayout(row)
        box.addWidget(self.grid, 1)
        box.addWidget(self.totals)
        self.tabs.chosen.connect(self._choose)

    def show_session(self, session: CountSession, known: Known) -> None:
        """Show how far the count is; the rows come with `show_rows`."""
        self._session, self._known = session, known
        self.strip.show_count(len(known), self.found(session), hidden=session.hidden)
        self.grid.hide_books(hidden=session.hidden)
        self._show_tabs(session)
        self._show_totals(session)

    def choose(self, code: str) -> None:
        """Show one of the lists."""
        self.tabs.choose(code)
        self.show_rows()

    def found(self, session: CountSession) -> list[tuple[Decimal, Decimal]]:
        """Of every counted product: the difference, and what it is worth."""
        return [
            (entry.difference, self.worth(product_id, entry))
            for product_id, entry in session.entries.items()
        ]

    def worth(self, product_id: int, entry: Entry) -> Decimal:
        known = self._known.get(product_id)
        cost = known.cost if known else ZERO
        places = Decimal(1).scaleb(-figures.form().places)
        return (entry.difference * cost).quantize(places)

    def _show_tabs(self, session: CountSession) -> None:
        differing = sum(1 for entry in session.entries.values() if entry.difference)
        left = sum(1 for one in self._known if one not in session.entries)
        tabs = [
            Tab("recent", translate("Count", "Just scanned"), len(session.recent)),
            Tab("counted", translate("Count", "Counted"), len(session.entries)),
            Tab("left", translate("Count", "Not counted"), left),
        ]
        if not session.hidden:
            words = translate("Count", "Differences")
            tabs.insert(0, Tab("differ", words, differing, Tone.AMBER))
        before = self.tabs.code()
        self.tabs.show_tabs(tabs)
        self.tabs.choose(before or "recent")

    def _show_totals(self, session: CountSession) -> None:
        shown = len(self.grid.lines.lines())
        self.totals.say(products_words(shown))
        worth = sum((one[1] for one in self.found(session)), ZERO)
        cells: tuple[Cell, ...] = tuple(
            worth if column.key == "worth" and not session.hidden else None
            for column in self.grid.lines.columns
        )
        self.totals.show_totals(cells)

    def _choose(self, _code: str) -> None:
        self.show_rows()

    def show_rows(self) -> None:
        """Fill the chosen list."""
        if self._session is not None:
            rows = [self.row(one) for one in self._of_tab(self._session)]
            self.grid.show_rows(rows)
            self._show_totals(self._session)

    def _of_tab(self, session: CountSession) -> list[int]:
        """The products of the chosen tab, in the order of the shelves."""
        code = self.tabs.code()
        if code == "recent":
            return list(session.recent)
        order = {one: at for at, one in enumerate(self._known)}
        counted = sorted(session.entries, key=lambda one: order.get(one, 0))
        if code == "left":
            return [one for one in self._known if one not in session.entries]
        if code == "differ":
            return [one for one in counted if session.entries[one].difference]
        return counted

    def row(self, product_id: int) -> dict[str, Cell]:
        """A product as a row of the list."""
        known = self._known[product_id]
        entry = self._session.entries.get(product_id) if self._session else None
        row: dict[str, Cell] = {
            "product": product_id, "name": known.name, "sku": known.sku, "unit": known.unit,
            "category": known.category, "at": None, "book": known.book, "counted": None,
            "difference": None, "worth": None,
        }  # fmt: skip
        return row | self._counted_cells(product_id, entry) if entry else row

    def _counted_cells(self, product_id: int, entry: Entry) -> dict[str, Cell]:
        return {
            "at": clock.local_time(entry.at),
            "book": entry.book,
            "counted": entry.counted,
            "difference": entry.difference,
            "worth": self.worth(product_id, entry),
        }


def _nothing_found(text: str) -> Sequence[Found]:  # noqa: ARG001  (lines come by scanning)
    return ()
