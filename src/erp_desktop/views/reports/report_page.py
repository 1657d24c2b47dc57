"""One report: filters above, rows as any list, to Excel, CSV or paper as it is seen."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from erp_desktop.core import clock
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.table import Column, Table
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.registry import REPORTS
from erp_desktop.services.catalogue.products import product
from erp_desktop.services.catalogue.search import find_products
from erp_desktop.services.stock.places import warehouses
from erp_desktop.views import theme, wording
from erp_desktop.views.exporting import offer_export
from erp_desktop.views.office import Office
from erp_desktop.views.opening import open_document
from erp_desktop.views.reading import Latest
from erp_desktop.views.reports.for_people import faces_of, for_people
from erp_desktop.views.reports.report_picture import ReportPicture, drawn_from
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.choice_fields import Combo, DateField
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.finder import Finder, Found
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import TableSource
from erp_desktop.views.widgets.panels import EmptyState

translate = wording.translate

# What a report can be asked. A report that is not named here takes a period.
AS_OF = frozenset({"stock", "valuation", "valuation-by-category", "negative-stock",
                   "receivables", "payables", "receivables-by-age", "payables-by-age",
                   "ageing", "reconciliation"})  # fmt: skip
NOW_ONLY = frozenset({"requirements", "replenishment", "availability", "back-orders",
                      "slow-stock", "expiry", "stock-by-lot", "price-list"})  # fmt: skip
BY_WAREHOUSE = frozenset({"stock", "valuation", "valuation-by-category", "stock-ledger",
                          "negative-stock", "cost-of-sales", "replenishment", "matching",
                          "requirements", "stock-movements", "availability", "ageing",
                          "shrinkage", "stock-by-lot", "expiry", "restated", "count-accuracy",
                          "count-reasons"})  # fmt: skip
BY_PRODUCT = frozenset({"stock-ledger", "stock", "valuation", "cost-of-sales",
                        "sales-by-product", "matching", "requirements", "negative-stock",
                        "ageing", "turnover", "slow-stock", "shrinkage", "out-of-stock",
                        "stock-by-lot", "expiry", "restated", "returns", "price-list"})  # fmt: skip
LISTS = frozenset({"cash", "journal", "purchases", "stock"})  # have a report's name
# Whose ids the keys of a report's rows are.
OPENS = {
    "stock": "product", "valuation": "product", "negative-stock": "product",
    "availability": "product", "replenishment": "product", "sales-by-product": "product",
    "ageing": "product", "abc": "product", "turnover": "product", "slow-stock": "product",
    "out-of-stock": "product", "requirements": "product", "stock-by-lot": "product",
    "expiry": "lot", "price-list": "product", "receivables-by-age": "partner",
    "payables-by-age": "partner",
}  # fmt: skip


class ReportPage(ListPage):
    """`key` names one of `reports.registry`; behind a colon the document that caused what it tells
    ("restated:GR-2026-000007"). Enter opens what a row is about."""

    def __init__(self, office: Office, key: str) -> None:
        name, _, cause = key.partition(":")
        self._report = REPORTS[name]
        self._office = office
        self._asked = ReportAsk(cause=cause) if cause else _usual_period(name)
        title = " · ".join(filter(None, (wording.title(self._report.title), cause)))
        self._answered = False
        empty = _empty(of_days=not cause and name not in AS_OF | NOW_ONLY)
        super().__init__(office, title, TableSource(self._table(())), checkable=False, empty=empty)
        empty.started.connect(self.ask_for_all_days)
        self._picture = ReportPicture(name)
        self.body.insertWidget(self.body.count() - 1, self._picture)
        self._reading = Latest()
        self.destroyed.connect(self._reading.give_up)
        self._filters = self._make_filters(name)
        self.search.setMaximumWidth(theme.px(200))
        self.filters.insertWidget(1, self._filters)
        self._offer()
        self.view.opened.connect(self._open_row)
        self.view.linked.connect(self._follow)

    def load(self) -> None:
        """Read the report beside the window: a year may take seconds."""
        name, asked = self._report.name, self._asked
        self.read(partial(_answer, name, asked), self._show_answer)
        self.named.emit(self.header.title.text())

    def read(self, question: Callable[[Any], Any], show: Callable[[Any], None]) -> None:
        """Ask the books beside the window; what was asked before is given up."""
        self._reading.give_up()
        self._reading.asking(self._office.ask_beside(question, show, self._refused))
        if self._reading.waits():
            self.view.wait()

    def ask_for_all_days(self) -> None:
        """Read the report of all the books."""
        for field in (self.first, self.last):
            field.set_value(None)
        self.ask_again()

    def _sheet(self) -> int:
        """Nothing is said before the first answer."""
        return super()._sheet() if self._answered else 0

    # -- filters ---------------------------------------------------------------------------------

    def _make_filters(self, name: str) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(8), 0, 0, 0)
        row.setSpacing(theme.px(8))
        self.as_of, self.first, self.last = DateField(), DateField(), DateField()
        self.place = Combo(self._places())
        self.product = Finder(self._find_product, translate("Report", "All products"))
        parts: list[tuple[str, QWidget, bool]] = [
            (translate("Report", "As of"), self.as_of, name in AS_OF),
            (translate("Report", "From"), self.first, name not in AS_OF | NOW_ONLY),
            (translate("Report", "To"), self.last, name not in AS_OF | NOW_ONLY),
            ("", self.place, name in BY_WAREHOUSE),
            ("", self.product, name in BY_PRODUCT),
        ]
        for words, field, shown in parts:
            field.setFixedWidth(theme.px(124 if isinstance(field, DateField) else 136))
            label = Label(words, theme.HINT, "text2")
            for part in (label, field):
                part.setVisible(shown)
                row.addWidget(part)
        self._show_asked()
        self._listen()
        return bar

    def _show_asked(self) -> None:
        for day, field in ((self._asked.from_day, self.first), (self._asked.to_day, self.last)):
            field.set_value(clock.day_date(day) if day else None)
        self.as_of.setPlaceholderText(translate("Report", "now"))
        self.first.setPlaceholderText(translate("Report", "beginning"))
        self.last.setPlaceholderText(translate("Report", "today"))
        named: tuple[tuple[QWidget, str], ...] = (
            (self.as_of, translate("Report", "As of")),
            (self.first, translate("Report", "From")),
            (self.last, translate("Report", "To")),
            (self.place, translate("Report", "Warehouse")),
            (self.product, translate("Report", "Product")),
        )
        for widget, words in named:
            widget.setAccessibleName(words)

    def _listen(self) -> None:
        for field in (self.as_of, self.first, self.last):
            field.chosen.connect(self.ask_again)
        self.place.activated.connect(self.ask_again)
        self.product.chosen.connect(self.ask_again)
        self.product.cleared.connect(self.ask_again)

    def _places(self) -> list[tuple[str | None, str]]:
        every = (None, translate("Report", "All warehouses"))
        return [every, *((one.code, one.name) for one in self._office.ask(warehouses))]

    def _find_product(self, words: str) -> list[Found]:
        return [Found(one.id, one.name, one.sku) for one in self._office.ask(find_products, words)]

    def ask_again(self) -> None:
        """Read the report as the filters stand now."""
        before = self._asked
        sku = None
        product_id = self.product.key()
        if product_id is not None:
            sku = self._office.ask(product, product_id).sku
        self._asked = ReportAsk(
            as_of=_end_of(self.as_of.value()),
            from_day=_number(self.first.value()),
            to_day=_number(self.last.value()),
            warehouse=self.place.value(),
            sku=sku,
            partner=before.partner,
            cause=before.cause,
        )
        if self._asked != before:
            self.load()

    # -- reading ---------------------------------------------------------------------------------

    def _show_answer(self, answer: tuple[Table, Table]) -> None:
        table, drawn = answer
        self._show(table)
        self._picture.show_table(drawn, len(table.rows))

    def _show(self, table: Table) -> None:
        """Show what was read, with the words, filters and order that were asked before."""
        self._answered = True
        source = self.source
        if isinstance(source, TableSource) and source.columns == table.columns:
            source.show(table)
        else:
            fresh = TableSource(table)
            fresh.ask_for(source.question)
            self.show_source(fresh, faces_of(table))
        super().load()

    def habit(self) -> str:
        """A list of the same name has other columns and other views."""
        name = super().habit()
        return f"report-{name}" if name in LISTS else name

    def _refused(self, broken: RuleBroken) -> None:
        self.refuse(broken)
        nothing = self._table(self.source.columns)
        self._show_answer((nothing, nothing))

    def _table(self, columns: tuple[Column, ...]) -> Table:
        """No rows yet."""
        return Table(self._report.name, self._report.title, columns, [])

    # -- hands -----------------------------------------------------------------------------------

    def _offer(self) -> None:
        offer_export(self)
        if self._report.name == "replenishment":
            words = translate("Replenishment", "Write the orders")
            self.action(words, self._order, look=Look.PRIMARY, icon="shopping-cart")

    def _order(self) -> None:
        self.wanted.emit("replenish", None)

    def _open_row(self, key: int) -> None:
        page = OPENS.get(self._report.name)
        if page:
            self.wanted.emit(page, key)
        else:
            open_document(self, key)

    def _follow(self, key: int, _column: str) -> None:
        if key >= 0:
            self._open_row(key)


def _answer(name: str, asked: ReportAsk, books: Any) -> tuple[Table, Table]:
    """The report for people, and what its picture is drawn from."""
    table = for_people(books, REPORTS[name].answer(books, asked))
    other = drawn_from(name)
    return table, table if other == name else REPORTS[other].answer(books, asked)


def _empty(*, of_days: bool) -> EmptyState:
    """Said where there is nothing: in these days, and perhaps in others there is."""
    if of_days:
        return EmptyState(
            "calendar-days",
            translate("Report", "Nothing in these days"),
            translate("Report", "Choose other days above, or look at all of them"),
            translate("Report", "All days"),
            look=Look.NORMAL,
        )
    nothing = translate("Report", "There is nothing of this kind now")
    return EmptyState("boxes", translate("Report", "Nothing to show"), nothing)


def _usual_period(name: str) -> ReportAsk:
    """What a report shows at first: the last 30 days, or everything as of now."""
    if name in AS_OF | NOW_ONLY or name in {"profit", "trial-balance"}:
        return ReportAsk()
    today = clock.day_date(clock.today())
    return ReportAsk(
        from_day=clock.day_number(today - timedelta(days=30)),
        to_day=clock.day_number(today),
    )


def _number(day: date | None) -> int | None:
    return clock.day_number(day) if day else None


def _end_of(day: date | None) -> int | None:
    return clock.day_end(clock.day_number(day)) if day else None
