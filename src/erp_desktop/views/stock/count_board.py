"""What is seen while a count is under way: progress, shelves, scan bar, lists, what differs."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from erp_desktop.core.money import ZERO
from erp_desktop.core.packs import measures
from erp_desktop.core.table import Cell
from erp_desktop.reports.count_progress import CountRow
from erp_desktop.views import theme, wording
from erp_desktop.views.stock.count_grid import BOOKS, PIECES, CountGrid
from erp_desktop.views.stock.count_parts import CountStrip, products_words
from erp_desktop.views.stock.count_shelves import CountSide
from erp_desktop.views.stock.count_words import shelf_words
from erp_desktop.views.stock.pack_cells import in_packs
from erp_desktop.views.theme import Tone
from erp_desktop.views.widgets.buttons import Button
from erp_desktop.views.widgets.document_page import ScanBar
from erp_desktop.views.widgets.fields import LineField
from erp_desktop.views.widgets.finder import Found
from erp_desktop.views.widgets.number_field import NumberField
from erp_desktop.views.widgets.page import PAGE_MARGIN
from erp_desktop.views.widgets.panels import EmptyState
from erp_desktop.views.widgets.tab_row import Tab, TabRow
from erp_desktop.views.widgets.totals_strip import TotalsStrip

translate = wording.translate
OPEN_ENDED = frozenset({"differs", "dispute", "recount"})  # somebody has to look at these


class CountBoard(QWidget):
    """Shows the rows of a count; `recent` are the products that were scanned last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: Mapping[int, CountRow] = {}
        self.recent: Sequence[int] = ()
        self._hidden = False
        self._empty: dict[str, EmptyState] = {}
        self._led: str | None = None  # the list that nobody chose, until something is scanned
        self.strip, self.side, self.grid = CountStrip(), CountSide(), CountGrid(_nothing_found)
        self.tabs, self.totals = TabRow(), TotalsStrip(self.grid)
        hint = translate("Count", "Scan products, or a shelf's label")
        self.scan = ScanBar(hint, high=40)
        self.shelf, self.counter = LineField(high=40), LineField(high=40)
        self.correct = NumberField(high=40)
        self.export = Button("", icon="file-spreadsheet")
        self.export.setAccessibleName(translate("List", "Export"))
        self.export.setToolTip(f"{translate('List', 'Export')}  Ctrl+E")
        self.why = Button(translate("Count", "Reason"), icon="chevron-down")
        self.accept = Button(translate("Count", "Accept"), icon="check")
        self.again = Button(translate("Count", "Count again"), icon="rotate-ccw")
        self._name_fields()
        self._lay_out()
        self.tabs.chosen.connect(self._choose)

    def _name_fields(self) -> None:
        for field, name, hint, wide in (
            (self.shelf, translate("Count", "Shelf"),
             translate("Count", "Where you count; - for what lies in no bin"), 110),
            (self.counter, translate("Count", "Counted by"), translate("Count", "Who counts"), 130),
            (self.correct, translate("Count", "Counted"),
             translate("Count", "What was scanned last: correct it (F2)"), 96),
        ):  # fmt: skip
            field.setAccessibleName(name)
            field.setToolTip(hint)
            field.setFixedWidth(theme.px(wide))
            self.scan.add(field)
        self.shelf.setPlaceholderText(translate("Count", "Shelf"))
        self.counter.setPlaceholderText(translate("Count", "Counted by"))
        self.correct.setPlaceholderText(translate("Count", "Counted"))

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(PAGE_MARGIN), 0, theme.px(PAGE_MARGIN), theme.px(4))
        row.setSpacing(theme.px(8))
        row.addWidget(self.tabs)
        row.addStretch(1)
        for button in (self.export, self.why, self.accept, self.again):
            row.addWidget(button)
        right.addWidget(self.scan)
        right.addLayout(row)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        right.addWidget(self._stack, 1)
        right.addWidget(self.totals)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.side)
        below.addLayout(right, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.strip)
        box.addLayout(below, 1)

    # -- showing ---------------------------------------------------------------------------------

    def show_count(self, rows: Mapping[int, CountRow], *, hidden: bool, shelves: bool) -> None:
        """How far the count is; the rows of the chosen list come with `show_rows`."""
        self.rows, self._hidden = rows, hidden
        found = [
            (row.difference or ZERO, row.worth, row.differs)
            for row in rows.values() if row.counted is not None
        ]  # fmt: skip
        self.strip.show_count(len(rows), found, hidden=hidden)
        away = frozenset(BOOKS) if hidden else frozenset()
        several = len({row.counter for row in rows.values() if row.counter}) > 1
        away |= frozenset() if shelves else {"shelf"}
        away |= frozenset() if several else {"counter"}
        caught = any(row.catch_unit for row in rows.values())
        away |= frozenset() if caught else frozenset(PIECES)
        self.grid.hide_columns(away)
        self._show_tabs()
        self._show_totals()

    def choose(self, code: str) -> None:
        """Show one of the lists."""
        self.tabs.choose(code)
        self.show_rows()

    def begin(self) -> None:
        """Where nothing was scanned here yet, what differs says more than an empty list."""
        if self._led is not None:
            return
        self._led = ""
        differ = any(_belongs(row, "differ") for row in self.rows.values())
        if not self.recent and differ and not self._hidden and self.tabs.code() == "recent":
            self._led = "differ"
            self.choose("differ")

    def scanned(self) -> None:
        """Something was scanned: back to the list that shows it, unless another was chosen."""
        if self._led and self.tabs.code() == self._led:
            self.tabs.choose("recent")
        self._led = ""

    def show_rows(self) -> None:
        """Fill the chosen list, staying at the product that was chosen."""
        before = self.grid.chosen_product()
        self.grid.show_rows([self.cells(one) for one in self._of_tab()])
        row = self.grid.row_of(before) if before else -1
        if row >= 0:
            self.grid.choose(row)
        seen = self.grid if self.grid.lines.lines() else self._nothing(self.tabs.code())
        self._stack.setCurrentWidget(seen)
        self._show_totals()
        self.show_actions()

    def _nothing(self, code: str) -> EmptyState:
        """What an empty list means, made when it is first seen."""
        if code not in self._empty:
            self._empty[code] = EmptyState("scan-barcode", *_empty_words(code))
            self._stack.addWidget(self._empty[code])
        return self._empty[code]

    def show_row(self, product_id: int) -> None:
        """One product changed."""
        row = self.grid.row_of(product_id)
        if row >= 0 and product_id in self.rows:
            self.grid.fill_row(row, self.cells(product_id))
        self._show_totals()
        self.show_actions()

    def show_actions(self) -> None:
        """What can be done with the chosen row."""
        row = self.rows.get(self.grid.chosen_product())
        differs = row is not None and row.counted is not None and row.differs
        for button in (self.why, self.accept, self.again):
            button.setVisible(not self._hidden)
            button.setEnabled(differs)
        if row is not None and row.status == "dispute":
            self.accept.setEnabled(True)
        disputed = row is not None and row.status == "dispute"
        words = translate("Count", "Which is right") if disputed else translate("Count", "Accept")
        self.accept.setText(words)

    def _show_tabs(self) -> None:
        rows = self.rows.values()
        tabs = [
            Tab("recent", translate("Count", "Just scanned"), len(self.recent)),
            Tab("counted", translate("Count", "Counted"), _count(rows, "counted")),
            Tab("left", translate("Count", "Not counted"), _count(rows, "left")),
        ]
        again = sum(1 for row in rows if row.status in {"recount", "dispute"})
        if again and not self._hidden:
            words = translate("Count", "Look again")
            tabs.insert(0, Tab("again", words, again, Tone.AMBER))
        if not self._hidden:
            words = translate("Count", "Differences")
            tabs.insert(0, Tab("differ", words, _count(rows, "differ"), Tone.AMBER))
        before = self.tabs.code()
        self.tabs.show_tabs(tabs)
        codes = {tab.code for tab in tabs}
        self.tabs.choose(before if before in codes else "recent")

    def _show_totals(self) -> None:
        self.totals.say(products_words(len(self.grid.lines.lines())))
        shown = (line["worth"] for line in self.grid.lines.lines())
        worth = sum((one for one in shown if isinstance(one, Decimal)), ZERO)
        cells: tuple[Cell, ...] = tuple(
            worth if column.key == "worth" and not self._hidden else None
            for column in self.grid.lines.columns
        )
        self.totals.show_totals(cells)

    def _choose(self, _code: str) -> None:
        self.show_rows()

    def _of_tab(self) -> list[int]:
        """The products of the chosen tab, in the order of the shelves."""
        code = self.tabs.code()
        if code == "recent":
            return [one for one in self.recent if one in self.rows]
        return [one for one, row in self.rows.items() if _belongs(row, code)]

    def cells(self, product_id: int) -> dict[str, Cell]:
        """A product as a row of the list."""
        row = self.rows[product_id]
        done = row.counted is not None
        shown: dict[str, Decimal | None] = {
            "counted": row.counted,
            "difference": row.difference,
            "worth": row.worth if done else None,
        }
        status = row.status if row.status not in {"left", "agrees"} else ""
        cells: dict[str, Cell] = {
            "product": product_id, "name": row.name, "sku": row.sku, "unit": row.unit,
            "pack": row.pack, "holds": row.holds, "measures": measures(row.units),
            "shelf": shelf_words(row.shelf), "counter": row.counter, "book": row.book,
            "reason": row.reason,
            "catch_unit": row.catch_unit, "pieces_book": row.pieces_book, "pieces": row.pieces,
            "more_pieces": row.more_pieces, "status": status, **shown,
        }  # fmt: skip
        packed = in_packs(cells, "counted")
        return cells | {"under": f"{row.sku} · {packed}" if packed else row.sku}


def _belongs(row: CountRow, code: str) -> bool:
    """Whether a product stands in a list."""
    if code == "left":
        return row.counted is None
    if code == "differ":
        return row.differs or row.status == "dispute"
    if code == "again":
        return row.status in {"recount", "dispute"}
    return row.counted is not None


def _count(rows: Iterable[CountRow], code: str) -> int:
    return sum(1 for row in rows if _belongs(row, code))


def _nothing_found(text: str) -> Sequence[Found]:  # noqa: ARG001  (lines come by scanning)
    return ()


def _empty_words(code: str) -> tuple[str, str]:
    if code == "recent":
        hint = translate("Count", "Or type what you see in “Not counted”.")
        return translate("Count", "Scan the first product"), hint
    if code == "left":
        hint = translate("Count", "Post the count with Ctrl+Enter.")
        return translate("Count", "Everything is counted"), hint
    if code == "counted":
        return translate("Count", "Nothing is counted yet"), ""
    return translate("Count", "Nothing differs"), ""
