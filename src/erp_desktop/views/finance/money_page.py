"""The money page: its lists and the bank's reconciliation behind one switch, money in and out."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from erp_desktop.core.table import Listing, Table
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.finance import trial_balance
from erp_desktop.reports.listing import ListingSource
from erp_desktop.reports.lists import finance
from erp_desktop.services.partners.partners import partner
from erp_desktop.services.records import header
from erp_desktop.views import costs, figures, wording
from erp_desktop.views.exporting import Exporting, Printing
from erp_desktop.views.finance.expense_dialog import ExpenseDialog
from erp_desktop.views.finance.pay_dialog import PayDialog
from erp_desktop.views.finance.period_dialog import ClosePeriod
from erp_desktop.views.finance.reconciling_part import ReconcilingPart
from erp_desktop.views.finance.transfer_dialog import TransferDialog
from erp_desktop.views.office import Office
from erp_desktop.views.opening import open_document
from erp_desktop.views.widgets.buttons import Button, Look, key_words
from erp_desktop.views.widgets.faces import LinkFace, TranslatedFace
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import ListingPages, PageSource, TableSource
from erp_desktop.views.widgets.list_view import RowAction
from erp_desktop.views.widgets.page import Deed, Page
from erp_desktop.views.widgets.panels import EmptyState
from erp_desktop.views.widgets.tab_row import Segmented

translate = wording.translate
OPEN: Final = frozenset({"receivables", "payables"})  # the lists of what is open


class MoneyPage(Page):
    """`part` is the list that is shown first; `show_part` shows another."""

    def __init__(self, office: Office, part: str = "receivables") -> None:
        super().__init__(office, translate("Page", "Money"))
        parts = [
            ("receivables", translate("Finance", "Receivables")),
            ("payables", translate("Finance", "Payables")),
            ("cash", translate("Finance", "Cash, bank")),
            ("reconciliation", translate("Finance", "Reconciliation")),
            ("expenses", translate("Finance", "Expenses")),
            ("journal", translate("Finance", "Journal")),
            ("accounts", translate("Finance", "Accounts")),
        ]
        self.parts = Segmented(parts if costs.seen() else parts[:1])  # the others tell costs
        self.parts.chosen.connect(self.show_part)
        self.header.layout().insertWidget(1, self.parts)  # type: ignore[union-attr]
        self._stack = QStackedWidget()
        self.body.addWidget(self._stack, 1)
        self._lists: dict[str, ListPage | ReconcilingPart] = {}
        self._offer()
        self.show_part(part if costs.seen() else "receivables")

    def _offer(self) -> None:
        for icon, words, act, shortcut in (
            ("file-spreadsheet", translate("List", "Export"), self._export, "Ctrl+E"),
            ("printer", translate("List", "Print"), self._print, "Ctrl+Shift+P"),
            ("lock", translate("Finance", "Close a period"), self._close_period, ""),
        ):
            button = Button("", Look.GHOST, icon=icon)
            if shortcut:
                button.setShortcut(QKeySequence(shortcut))
            button.setAccessibleName(words)
            button.setToolTip(f"{words} {key_words(shortcut)}".strip())
            button.clicked.connect(act)
            self.header.add(button)
        if costs.seen():
            words = translate("Bank", "Import statement…")
            self._importing = self.action(words, self._import_statement, icon="import")
            words = translate("Finance", "Pay supplier")
            self._paying = self.action(words, self._pay_supplier, icon="hand-coins")
            words = translate("Finance", "Enter expense")
            self._moving = self.action(
                translate("Money", "Move money"), self.move_money, icon="arrow-left-right"
            )
            self._spending = self.action(words, self.enter_expense, look=Look.PRIMARY, icon="coins")
        self._taking = self.action(
            translate("Finance", "Take payment"), self._take_payment,
            look=Look.PRIMARY, icon="banknote", shortcut="F12",
        )  # fmt: skip

    # -- the lists -------------------------------------------------------------------------------

    def show_part(self, part: str) -> None:
        """Show one of the lists, made when it is first wanted."""
        self.parts.choose(part)
        if part not in self._lists:
            self._lists[part] = self._make(part)
            self._stack.addWidget(self._lists[part])
        self._stack.setCurrentWidget(self._lists[part])
        if costs.seen():
            self._moving.setVisible(part == "cash")
            pays = part not in {"expenses", "reconciliation"}
            self._taking.setVisible(pays)
            self._paying.setVisible(pays)
            self._spending.setVisible(part == "expenses")
            self._importing.setVisible(part == "reconciliation")

    def current(self) -> ListPage:
        shown = self._lists[self.parts.code()]
        return shown.current() if isinstance(shown, ReconcilingPart) else shown

    def _make(self, part: str) -> ListPage | ReconcilingPart:
        if part == "reconciliation":
            return self._reconciliation()
        spoken = figures.form().language
        listings: dict[str, Callable[[], Listing]] = {
            "receivables": finance.receivables,
            "payables": finance.payables,
            "cash": lambda: finance.cash(spoken),
            "expenses": finance.expenses,
            "journal": lambda: finance.journal(spoken),
        }
        if part == "accounts":
            return self._list(part, self._accounts())
        made = ListingSource(listings[part](), figures.form().places)
        return self._list(part, ListingPages(self.office, made))

    def _reconciliation(self) -> ReconcilingPart:
        made = ReconcilingPart(self.office)
        for name in ("wanted", "summed", "said"):
            getattr(made, name).connect(getattr(self, name))
        return made

    def _import_statement(self) -> None:
        shown = self._lists["reconciliation"]
        if isinstance(shown, ReconcilingPart):
            shown.import_statement()

    def _accounts(self) -> TableSource:
        def reload() -> Table:
            return self.office.ask(trial_balance, ReportAsk())

        return TableSource(reload(), reload)

    def _list(self, part: str, source: PageSource) -> ListPage:
        special = {"number": LinkFace(quiet=True), "kind": TranslatedFace("Kind")}
        page = ListPage(self.office, self.parts_title(part), source, special, empty=_empty(part))
        page.header.hide()
        for name in ("wanted", "summed", "said"):
            getattr(page, name).connect(getattr(self, name))
        opening = _Opening(self, by_line=part in {"cash", "journal"})
        page.view.opened.connect(opening)
        page.view.linked.connect(opening.follow)
        if part in OPEN:
            words = (
                translate("Finance", "Take payment")
                if part == "receivables"
                else translate("Finance", "Pay supplier")
            )
            page.view.actions_of_rows = (
                RowAction(words, self._settle, "F12"),
                RowAction(translate("Finance", "Statement…"), self._statement_of),
            )
        return page

    def parts_title(self, part: str) -> str:
        """The words of a list, for screen readers."""
        return f"{translate('Page', 'Money')} {part}"

    # -- hands -----------------------------------------------------------------------------------

    def _export(self) -> None:
        Exporting(self.current())()

    def _print(self) -> None:
        Printing(self.current())()

    def _take_payment(self) -> None:
        chosen = self._chosen("receivables")
        self._pay(incoming=True, document_id=chosen)

    def _pay_supplier(self) -> None:
        self._pay(incoming=False, document_id=self._chosen("payables"))

    def _chosen(self, part: str) -> int | None:
        """The one document that is chosen in this list, if it is the one shown."""
        keys = self.current().view.chosen_keys() if self.parts.code() == part else []
        return keys[0] if len(keys) == 1 else None

    def _settle(self, keys: list[int]) -> None:
        self._pay(incoming=self.parts.code() == "receivables", document_id=keys[0])

    def _pay(self, *, incoming: bool, document_id: int | None) -> None:
        partner_id = None
        if document_id is not None:
            partner_id = self.office.ask(header, document_id).partner_id
        dialog = PayDialog(
            self.office, self, incoming=incoming, partner_id=partner_id, document_id=document_id
        )
        dialog.paid.connect(self._say)
        dialog.open()

    def _statement_of(self, keys: list[int]) -> None:
        """The statement of the partner whose document is chosen."""
        self.wanted.emit("report", f"statement:{self.office.ask(_partner_of, keys[0])}")

    def _show_statement(self) -> None:
        self.wanted.emit("report", "statement:")

    def more_deeds(self) -> list[Deed]:
        deeds = [Deed(translate("Finance", "Statement…"), self._show_statement)]
        shown = self._lists[self.parts.code()]
        if isinstance(shown, ReconcilingPart):
            deeds += shown.more_deeds()
        return deeds

    def enter_expense(self) -> None:
        """Money spent on neither goods nor a supplier's bill."""
        dialog = ExpenseDialog(self.office, self)
        dialog.spent.connect(self._say)
        dialog.open()

    def move_money(self) -> None:
        """Money between own accounts: to the bank, from it, from a provider of cards."""
        dialog = TransferDialog(self.office, self)
        dialog.moved.connect(self._say)
        dialog.open()

    def _close_period(self) -> None:
        dialog = ClosePeriod(self.office, self)
        dialog.closed_through.connect(self._say_undo)
        dialog.open()

    def _say_undo(self, words: str, undo: object) -> None:
        self.said.emit(words, translate("Finance", "Undo"), undo)

    def _say(self, words: str) -> None:
        self.said.emit(words, "", None)

    def toast_place(self) -> QWidget | None:
        shown = self._lists[self.parts.code()]
        return shown.toast_place() if isinstance(shown, ReconcilingPart) else None

    def memory(self) -> str:
        return self.parts.code()

    def recall(self, memory: object) -> None:
        if isinstance(memory, str) and memory:
            self.show_part(memory)


def _partner_of(books: Any, document_id: int) -> str:
    partner_id = header(books, document_id).partner_id
    return partner(books, partner_id).code if partner_id is not None else ""


class _Opening:
    """Opens the document of a row."""

    def __init__(self, page: MoneyPage, *, by_line: bool) -> None:
        self._page, self._by_line = page, by_line

    def __call__(self, key: int) -> None:
        if self._by_line:
            key = self._page.office.ask(finance.document_of_line, key)
        open_document(self._page, key)

    def follow(self, key: int, _column: str) -> None:
        self(key)


def _empty(part: str) -> EmptyState | None:
    said: dict[str, Callable[[], tuple[str, str, str]]] = {
        "receivables": lambda: (
            "hand-coins",
            translate("Finance", "Nobody owes you anything"),
            translate("Finance", "Invoices and sales on account stand here until they are paid"),
        ),
        "payables": lambda: (
            "wallet",
            translate("Finance", "You owe nobody anything"),
            translate("Finance", "Bills of suppliers stand here until they are paid"),
        ),
        "expenses": lambda: (
            "coins",
            translate("Finance", "No expenses yet"),
            translate("Finance", "Rent, wages, power: what is neither goods nor their freight"),
        ),
    }
    return EmptyState(*said[part]()) if part in said else None
