"""A product's ledger card (库存台账): every move, what was left after it, and what it was worth."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout

from erp_desktop.core.money import ZERO
from erp_desktop.core.table import Cell, Column, Kind, Table
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.count_rows import stock_terms
from erp_desktop.reports.product_card import ProductCard, product_card
from erp_desktop.reports.stock import stock_ledger
from erp_desktop.services.stock.places import Place, places
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.cards.figure_strip import Figure, FigureStrip
from erp_desktop.views.catalogue.stock_unit import in_stock_unit, with_units_of
from erp_desktop.views.exporting import offer_export
from erp_desktop.views.office import Office
from erp_desktop.views.opening import open_document
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.faces import LinkFace, TranslatedFace
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import TableSource
from erp_desktop.views.widgets.page import PAGE_MARGIN
from erp_desktop.views.widgets.panels import Surface

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP
FOUR_PLACES = Decimal("0.0001")
COLUMNS = (
    Column("at", "Time", Kind.MOMENT, 120),
    Column("document", "Document", Kind.CODE, 144),
    Column("kind", "Kind", Kind.TEXT, 120),
    Column("warehouse", "Warehouse", Kind.TEXT, 120),
    Column("other", "From or to", Kind.TEXT, 150),
    Column("came", "Goods in", Kind.QUANTITY, 84, total=True),
    Column("went", "Goods out", Kind.QUANTITY, 84, total=True),
    Column("left", "On hand after", Kind.QUANTITY, 92),
    Column("cost", "Unit cost", Kind.PRICE, 96, cost=True),
    Column("value", "Value", Kind.MONEY, 104, cost=True),
    Column("worth", "Stock value", Kind.MONEY, 112, cost=True),
)
TOLD = ("came", "went", "left")  # also in the unit that the stock is shown in
# The ends of the world outside, as people call them.
OUTSIDE = {
    "supplier": mark("Stock", "Supplier"),
    "customer": mark("Stock", "Customer"),
    "adjustment": mark("Stock", "Count difference"),
    "scrap": mark("Stock", "Written off"),
    "opening": mark("Stock", "Opening stock"),
    "transit": mark("Stock", "In transit"),
    "production": mark("Stock", "Assembling"),
}


class StockCardPage(ListPage):
    """Enter or a double click opens the document behind a move."""

    def __init__(self, office: Office, product_id: int) -> None:
        self._product_id = product_id
        self._place = ""
        self.card: ProductCard = office.ask(product_card, product_id)
        empty = Table("stock_card", "Stock ledger", COLUMNS, ())
        source = TableSource(with_units_of(self.card, empty, TOLD), self._table)
        faces = {"document": LinkFace(), "kind": TranslatedFace("Kind")}
        super().__init__(
            office, self.card.name, source, faces, checkable=False,
            search_hint=translate("Stock", "Filter by document, kind, warehouse"),
        )  # fmt: skip
        self.header.facts.setText(self.card.sku)
        self.strip = FigureStrip()
        self._lay_strip()
        self.warehouse = Combo()
        self.warehouse.setAccessibleName(translate("Stock", "Warehouse"))
        self.warehouse.setFixedWidth(theme.px(170))
        self.warehouse.currentIndexChanged.connect(self._filter)
        self.filters.insertWidget(1, self.warehouse)
        offer_export(self)
        self.action(
            translate("Stock", "Product"), self._open_product, look=Look.NORMAL, icon="package"
        )
        self.view.opened.connect(self._open_document)
        self.view.linked.connect(self._follow)

    def _lay_strip(self) -> None:
        frame = Surface("page", "b")
        row = QHBoxLayout(frame)
        margin = theme.px(PAGE_MARGIN)
        row.setContentsMargins(margin, 0, margin, theme.px(12))
        row.addWidget(self.strip)
        self.body.insertWidget(0, frame)

    def load(self) -> None:
        self.card = self.office.ask(product_card, self._product_id)
        self.named.emit(self.card.name)
        terms = self.office.ask(stock_terms).warehouses
        every = [("", translate("Stock", "All warehouses"))]
        self.warehouse.fill([*every, *((code, name) for _, code, name in terms)])
        self.warehouse.setVisible(len(terms) > 1)
        self._show_strip()
        super().load()
        self.view.scrollToBottom()

    def _show_strip(self) -> None:
        card, sign = self.card, figures.form().symbol
        cost = card.unit_cost
        bad = "bad" if card.on_hand < 0 else "text"
        low = "warn" if card.minimum and card.available < card.minimum else "text"
        self.strip.show_figures(
            (
                Figure(translate("Stock", "On hand"), *in_stock_unit(card, card.on_hand),
                       role=bad),
                Figure(translate("Stock", "Reserved"), *in_stock_unit(card, card.reserved)),
                Figure(translate("Stock", "Available"), *in_stock_unit(card, card.available),
                       role=low),
                Figure(translate("Stock", "On order"), *in_stock_unit(card, card.on_order)),
                Figure(translate("Stock", "Unit cost"),
                       figures.price(cost) if cost is not None else figures.ZERO_WORD, sign,
                       cost=True),
                Figure(translate("Stock", "Stock value"), figures.money(card.value), sign,
                       cost=True),
            )
        )  # fmt: skip

    def _table(self) -> Table:
        place = self._place or None
        ledger = self.office.ask(stock_ledger, ReportAsk(sku=self.card.sku, warehouse=place))
        names = {one.code: _place_word(one.kind, one.name) for one in self._places()}
        at = {column.key: place for place, column in enumerate(ledger.columns)}
        rows = [_row([row[at[key]] for key in _TAKEN], names) for row in ledger.rows]
        told = Table("stock_card", "Stock ledger", COLUMNS, rows, ledger.keys)
        return with_units_of(self.card, told, TOLD)

    def _places(self) -> list[Place]:
        return list(self.office.ask(places).values())

    def _filter(self) -> None:
        self._place = str(self.warehouse.value() or "")
        self.source.refresh()
        self.ask_for(replace(self.source.question))

    def _follow(self, key: int, _column: str) -> None:
        self._open_document(key)

    def _open_document(self, key: int) -> None:
        open_document(self, key)

    def _open_product(self) -> None:
        self.wanted.emit("product", self._product_id)


_TAKEN = ("at", "document", "kind", "warehouse", "other", "quantity", "value", "on_hand", "worth")


def _row(cells: list[Cell], names: dict[str, str]) -> tuple[Cell, ...]:
    """A move as it is read: in and out apart, places by their names, what one was worth."""
    at, document, kind, warehouse, other, moved, value, left, worth = cells
    quantity, amount = _exact(moved), _exact(value)
    cost = abs(amount / quantity).quantize(FOUR_PLACES) if quantity else None
    return (
        at, document, kind, names.get(str(warehouse), warehouse), names.get(str(other), other),
        quantity if quantity > 0 else None, -quantity if quantity < 0 else None, left, cost,
        value, worth,
    )  # fmt: skip


def _exact(cell: Cell) -> Decimal:
    return cell if isinstance(cell, Decimal) else ZERO


def _place_word(kind: str, name: str) -> str:
    return translate("Stock", OUTSIDE[kind]) if kind in OUTSIDE else name
