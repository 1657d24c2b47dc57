"""The statement of a customer or supplier: a report of one partner, with what is open by age above
its rows, and the paper to print or send.
"""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from erp_desktop.core import clock
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.later import loaded_later
from erp_desktop.core.table import Table
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.statement import as_table, asked_of
from erp_desktop.services.finance.statements import Statement, StatementAsk, statement_of
from erp_desktop.services.partners.partners import by_code, find_partners, partner
from erp_desktop.views import costs, figures, theme, wording
from erp_desktop.views.cards.figure_strip import Figure, FigureStrip
from erp_desktop.views.exporting import Exporting
from erp_desktop.views.office import Office
from erp_desktop.views.print_preview import Job
from erp_desktop.views.printing import Printing
from erp_desktop.views.reports.report_page import ReportPage
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.finder import Finder, Found
from erp_desktop.views.widgets.page import PAGE_MARGIN
from erp_desktop.views.widgets.panels import EmptyState, Surface

translate = wording.translate
registry: Any = loaded_later("erp_desktop.documents.registry")


class StatementPage(ReportPage):
    """`code` is the partner's; without one the page asks whose statement it shall be."""

    def __init__(self, office: Office, code: str = "") -> None:
        super().__init__(office, "statement")
        self._asked = replace(_usual_days(), partner=code or None)
        self._show_asked()
        self.partner = Finder(self._matching, translate("Statement", "Customer or supplier"))
        self.partner.setAccessibleName(translate("Statement", "Customer or supplier"))
        self.partner.setFixedWidth(theme.px(190))
        self.search.setFixedWidth(theme.px(150))
        self.partner.chosen.connect(self._choose)
        row = self._filters.layout()
        if isinstance(row, QHBoxLayout):
            row.insertWidget(0, self.partner)
        self.strip = FigureStrip()
        self._put_strip()
        self._whose = EmptyState(
            "users-round",
            translate("Statement", "Whose statement?"),
            translate("Statement", "Choose a customer or supplier above"),
        )
        self._stack.addWidget(self._whose)
        if code:
            self._name_partner(code)
        else:
            QTimer.singleShot(0, self.partner, self.partner.setFocus)

    def _put_strip(self) -> None:
        self._above = Surface("page", "b")
        box = QVBoxLayout(self._above)
        margin = theme.px(PAGE_MARGIN)
        box.setContentsMargins(margin, 0, margin, theme.px(8))
        box.addWidget(self.strip)
        self._above.hide()
        self.body.insertWidget(self.body.count() - 1, self._above)

    def _offer(self) -> None:
        self.action(
            translate("List", "Export"), Exporting(self), look=Look.GHOST,
            icon="file-spreadsheet", shortcut="Ctrl+E",
        )  # fmt: skip
        self._printing = self.action(
            translate("Statement", "Print statement"), self.print_paper, look=Look.PRIMARY,
            icon="printer", shortcut="Ctrl+Shift+P",
        )  # fmt: skip

    # -- whose -----------------------------------------------------------------------------------

    def _matching(self, words: str) -> list[Found]:
        """Customers, and suppliers for whoever may know what is owed to them."""
        roles = ("is_customer", "is_supplier") if costs.seen() else ("is_customer",)
        found = {
            one.id: Found(one.id, one.name, one.code)
            for role in roles
            for one in self.office.ask(find_partners, words, role)
        }
        return sorted(found.values(), key=lambda one: one.title)

    def _name_partner(self, code: str) -> None:
        try:
            found = self.office.ask(by_code, code)
        except RuleBroken as broken:
            self._asked = replace(self._asked, partner=None)
            self.refuse(broken)
            return
        self.partner.set_value(Found(found.id, found.name, found.code))

    def _choose(self, found: Found) -> None:
        self._asked = replace(self._asked, partner=self.office.ask(partner, found.key).code)
        self.load()

    # -- reading ---------------------------------------------------------------------------------

    def load(self) -> None:
        """Read the statement beside the window, once it is known whose."""
        self._printing.setEnabled(bool(self._asked.partner))
        if not self._asked.partner:
            self._stack.setCurrentIndex(self._sheet())
            self.named.emit(self.header.title.text())
            return
        asked = asked_of(self._asked)
        self.read(lambda books: _told(books, asked), self._show_told)
        found = self.partner.value()
        words = wording.title("Statement")
        self.header.title.setText(f"{words} · {found.title}" if found else words)
        self.named.emit(self.header.title.text())

    def _show_told(self, told: tuple[Statement, Table]) -> None:
        statement, table = told
        self._show(table)
        self.strip.show_figures(_figures(statement))
        self._above.show()

    def _sheet(self) -> int:
        if not self._asked.partner:
            return self._stack.indexOf(self._whose)
        return super()._sheet()

    # -- hands -----------------------------------------------------------------------------------

    def print_paper(self) -> None:
        """Show the statement as the partner gets it."""
        asked = asked_of(self._asked)

        def draw(template: str) -> bytes:  # noqa: ARG001
            pdf: bytes = self.office.ask(registry.statement_for, asked)
            return pdf

        try:
            Printing(self.office).show(self, Job("statement", self.header.title.text(), draw))
        except RuleBroken as broken:
            self.refuse(broken)

    def _open_row(self, key: int) -> None:
        if key >= 0:  # the opening balance is no paper
            super()._open_row(key)


def _told(books: Any, asked: StatementAsk) -> tuple[Statement, Table]:
    found = statement_of(books, asked)
    return found, as_table(books, found)


def _figures(told: Statement) -> list[Figure]:
    """The closing balance, and how old what is open is."""
    words = (
        translate("Statement", "Not due"),
        translate("Statement", "1–30 days overdue"),
        translate("Statement", "31–60 days"),
        translate("Statement", "61–90 days"),
        translate("Statement", "Over 90 days"),
        translate("Statement", "Credits and advances"),
    )
    ours = told.who.ours
    balance = translate("Statement", "We owe") if ours else translate("Statement", "They owe us")
    late = range(1, 5)
    return [
        _figure(balance, told.closing),
        *(
            _figure(title, amount, late=at in late)
            for at, (title, amount) in enumerate(zip(words, told.ages, strict=True))
        ),
    ]


def _figure(title: str, amount: Decimal, *, late: bool = False) -> Figure:
    role = "bad" if late and amount > 0 else "text" if amount else "text3"
    return Figure(title, figures.money_with_sign(amount), role=role)


def _usual_days() -> ReportAsk:
    """From the first of last month until today."""
    today = clock.day_date(clock.today())
    last_month = today.replace(day=1) - timedelta(days=1)
    return ReportAsk(
        from_day=clock.day_number(date(last_month.year, last_month.month, 1)),
        to_day=clock.day_number(today),
    )
