"""The card of a customer or supplier: who it is, what is open between us, every paper."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from erp_desktop.core.table import Table
from erp_desktop.reports.partner_card import (
    PartnerCard,
    partner_card,
    partner_documents,
    partner_open_items,
)
from erp_desktop.reports.price_rows import partner_prices
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.shop.attachments import PARTNER, attachment_count, beside
from erp_desktop.views import costs, figures, theme, wording
from erp_desktop.views.attachments.files import Files
from erp_desktop.views.attachments.panel import files_card
from erp_desktop.views.cards.card_columns import sheet_of
from erp_desktop.views.cards.figure_strip import Figure, FigureStrip
from erp_desktop.views.office import Office
from erp_desktop.views.opening import open_document
from erp_desktop.views.theme import Tone
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.chips import Chip
from erp_desktop.views.widgets.faces import LinkFace, TranslatedFace
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.list_source import TableSource
from erp_desktop.views.widgets.list_view import ListView
from erp_desktop.views.widgets.page import PAGE_MARGIN, Deed, Page
from erp_desktop.views.widgets.panels import Surface
from erp_desktop.views.widgets.tab_row import Tab, TabRow

translate = wording.translate
MOST_TAGS = 4


class PartnerPage(Page):
    """One partner. Tabs: what is open, all documents, prices that were agreed, files."""

    def __init__(self, office: Office, partner_id: int) -> None:
        super().__init__(office)
        self._id = partner_id
        self.card: PartnerCard | None = None
        self.strip = FigureStrip()
        self.facts = Label("", theme.HINT, "text2")
        self.tabs = TabRow()
        self.kinds = [Chip(), Chip(), Chip()]
        self.tags = [Chip() for _ in range(MOST_TAGS)]
        self.lists = {
            "open": self._list(partner_open_items, translate("Partners", "Open items")),
            "documents": self._list(partner_documents, translate("Partners", "Documents")),
            "prices": self._list(partner_prices, translate("Partners", "Agreed prices"), "product"),
        }
        self.files = Files(self, partial(beside, PARTNER, partner_id))
        self._lay_out()
        self._offer()
        self.tabs.chosen.connect(self._turn)

    # -- building --------------------------------------------------------------------------------

    def _offer(self) -> None:
        self._more = Button("", icon="ellipsis")
        self._more.setAccessibleName(translate("Partners", "More"))
        self._more.clicked.connect(self._show_more)
        self.header.add(self._more)
        self.action(translate("Partners", "Statement…"), self.show_statement, icon="scroll-text")
        self.action(translate("Partners", "Edit"), self.edit, icon="pencil", shortcut="F2")
        self.settle = self.action(
            translate("Partners", "Take payment"), self.pay,
            look=Look.PRIMARY, icon="hand-coins", shortcut="F12",
        )  # fmt: skip

    def _lay_out(self) -> None:
        top = Surface("page", "b")
        box = QVBoxLayout(top)
        margin = theme.px(PAGE_MARGIN)
        box.setContentsMargins(margin, 0, margin, 0)
        box.setSpacing(theme.px(12))
        for part in (self.facts, self.strip, self.tabs):
            box.addWidget(part)
        header = self.header.layout()
        for at, chip in enumerate([*self.kinds, *self.tags]):
            header.insertWidget(2 + at, chip)  # type: ignore[union-attr]
        self.body.addWidget(top)
        self._stack = QStackedWidget()
        self._sheets: dict[str, QWidget] = {
            **self.lists, "files": sheet_of(files_card(self.files.panel), PAGE_MARGIN, top=12)
        }  # fmt: skip
        for view in self._sheets.values():
            self._stack.addWidget(view)
        self.body.addWidget(self._stack, 1)

    def _list(self, ask: Callable[[Any, int], Table], name: str, opens: str = "") -> ListView:
        def reload() -> Table:
            return self.office.ask(ask, self._id)

        special = {"number": LinkFace(), "kind": TranslatedFace("Kind")}
        view = ListView(TableSource(reload(), reload), special, on_sheet=True)
        view.setAccessibleName(name)
        view.nothing = translate("Partners", "There is nothing yet.")
        view.opened.connect(partial(self.wanted.emit, opens) if opens else self._open)
        view.linked.connect(self._follow)
        view.summed.connect(self.summed)
        return view

    # -- showing ---------------------------------------------------------------------------------

    def load(self) -> None:
        card = self.card = self.office.ask(partner_card, self._id)
        self.header.title.setText(card.name)
        self.named.emit(card.name)
        self.kinds[0].say(translate("Partners", "Customer"), Tone.BLUE)
        self.kinds[0].setVisible(card.is_customer)
        self.kinds[1].say(translate("Partners", "Supplier"), Tone.VIOLET)
        self.kinds[1].setVisible(card.is_supplier)
        self.kinds[2].say(card.price_level, Tone.GREEN)
        self.kinds[2].setVisible(bool(card.price_level))
        for at, chip in enumerate(self.tags):
            chip.setVisible(at < len(card.tags))
            chip.say(card.tags[at] if at < len(card.tags) else "")
        self._show_facts(card)
        self._show_figures(card)
        for view in self.lists.values():
            view.refresh()
        files = self.office.ask(attachment_count, beside(PARTNER, self._id))
        self.tabs.show_tabs([
            Tab("open", translate("Partners", "Open items"), self.lists["open"].source.count()),
            Tab("documents", translate("Partners", "Documents"),
                self.lists["documents"].source.count()),
            *([Tab("prices", translate("Partners", "Agreed prices"),
                   self.lists["prices"].source.count())] if card.is_customer else []),
            Tab("files", translate("Files", "Attachments"), files or None),
        ])  # fmt: skip
        owing = card.payable > 0 and card.receivable <= 0
        self.settle.setText(
            translate("Partners", "Pay supplier")
            if owing or (card.is_supplier and not card.is_customer)
            else translate("Partners", "Take payment")
        )
        self.settle.updateGeometry()

    def _show_facts(self, card: PartnerCard) -> None:
        terms = translate("Partners", "{0} days").format(card.terms_days)
        limit = "" if card.credit_limit is None else figures.money_with_sign(card.credit_limit)
        said = [
            (translate("Partners", "Code"), card.code),
            (translate("Partners", "Contact"), card.contact),
            (translate("Partners", "Phone"), card.phone),
            (translate("Partners", "E-mail"), card.email),
            (translate("Partners", "Terms"), terms if card.terms_days else ""),
            (translate("Partners", "Credit limit"), limit),
            (translate("Partners", "Tax number"), card.tax_number),
            (translate("Partners", "Address"), card.address),
        ]
        self.facts.setText("      ".join(f"{words}  {fact}" for words, fact in said if fact))

    def _show_figures(self, card: PartnerCard) -> None:
        shown = []
        if card.is_customer or card.receivable:
            shown.append(_amount(translate("Partners", "Owes us"), card.receivable))
        if card.is_supplier or card.payable:
            shown.append(_amount(translate("Partners", "We owe"), card.payable))
        shown.append(_amount(translate("Partners", "Overdue"), card.overdue, late=True))
        shown.append(_amount(translate("Partners", "Advances"), card.advances))
        shown.append(_amount(translate("Partners", "Turnover in 12 months"), card.turnover))
        if card.is_supplier:  # what is paid to them is what goods cost
            shown = [one._replace(cost=True) for one in shown]
        self.strip.show_figures(shown)
        self.settle.setVisible(costs.seen() or not card.is_supplier)

    # -- hands -----------------------------------------------------------------------------------

    def edit(self) -> None:
        self.wanted.emit("partner_form", self._id)

    def show_statement(self) -> None:
        if self.card is not None:
            self.wanted.emit("report", f"statement:{self.card.code}")

    def pay(self) -> None:
        """Money from or to this partner."""
        from erp_desktop.views.finance.pay_dialog import PayDialog

        card = self.card
        if card is None:
            return
        owing = card.payable > 0 and card.receivable <= 0
        incoming = not (owing or (card.is_supplier and not card.is_customer))
        dialog = PayDialog(self.office, self, incoming=incoming, partner_id=self._id)
        dialog.paid.connect(self._paid)
        dialog.open()

    def _paid(self, words: str) -> None:
        self.said.emit(words, "", None)

    def _open(self, document_id: int) -> None:
        open_document(self, document_id)

    def _follow(self, key: int, _column: str) -> None:
        self._open(key)

    def _turn(self, code: str) -> None:
        self._stack.setCurrentWidget(self._sheets[code])

    def _show_more(self) -> None:
        self.offer_more(self._more)

    def more_deeds(self) -> list[Deed]:
        card = self.card
        if card is None:
            return []
        found = []
        if card.is_customer:
            found.append(Deed(translate("Partners", "Agreed prices…"), self.change_prices))
        if card.is_supplier:
            found.append(Deed(translate("Page", "Supplier prices"), self.show_prices))
        found.append(self.files.deed())
        words = (
            translate("Partners", "Deactivate")
            if card.active
            else translate("Partners", "Reactivate")
        )
        return [*found, Deed(words, self._retire)]

    def change_prices(self) -> None:
        """What was agreed with the customer, in a grid."""
        from erp_desktop.views.catalogue.prices_dialog import AgreedDialog

        if self.card is not None:
            AgreedDialog(self.office, self._id, self.card.name, self).open()

    def show_prices(self) -> None:
        self.wanted.emit("supplier_prices", self._id)

    def _retire(self) -> None:
        if self.card is not None:
            self.hand_in(save_partner, SavePartner(self.card.code, active=not self.card.active))


def _amount(title: str, amount: Any, *, late: bool = False) -> Figure:
    role = "bad" if late and amount > 0 else "text"
    return Figure(title, figures.money_with_sign(amount), role=role)
