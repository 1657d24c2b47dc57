"""A lot's own page: from its supplier through every step to its customers, and a recall."""

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from erp_desktop.core import clock
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.later import loaded_later
from erp_desktop.core.money import price, quantity
from erp_desktop.reports.lots import (
    LotFacts,
    at_customers,
    lot_facts,
    lot_state,
    recall_of,
    trace_of,
)
from erp_desktop.services.shop.founding import OUTSIDE as FOUNDED
from erp_desktop.services.stock.lots import ChangeLot, change_lot
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.cards.figure_strip import Figure, FigureStrip
from erp_desktop.views.exporting import asked_path, write_table
from erp_desktop.views.office import Office
from erp_desktop.views.opening import open_document
from erp_desktop.views.print_preview import Job
from erp_desktop.views.printing import Printing
from erp_desktop.views.stock.card_page import OUTSIDE
from erp_desktop.views.stock.lots_page import BlockDialog, PriceDialog
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.faces import Face, LinkFace, Row, TranslatedFace
from erp_desktop.views.widgets.list_source import TableSource
from erp_desktop.views.widgets.list_view import ListView
from erp_desktop.views.widgets.page import PAGE_MARGIN, Page
from erp_desktop.views.widgets.panels import Surface
from erp_desktop.views.widgets.tab_row import Tab, TabRow

translate = wording.translate
registry: Any = loaded_later("erp_desktop.documents.registry")


ENDS = {name: kind for _, name, kind in FOUNDED}  # as the books name the world outside


class PlaceFace(Face):
    """A place: the ends of the world outside in the user's language."""

    def words(self, row: Row) -> str:
        name = super().words(row)
        return translate("Stock", OUTSIDE[ENDS[name]]) if name in ENDS else name


class CustomerFace(LinkFace):
    """Who has goods of it; nobody is known by name who bought them at the till."""

    def words(self, row: Row) -> str:
        return super().words(row) or translate("Till", "Walk-in customer")


class LotPage(Page):
    """Tabs: every step, and who still has goods of it."""

    def __init__(self, office: Office, lot_id: int) -> None:
        super().__init__(office)
        self._id = lot_id
        self.facts: LotFacts = office.ask(lot_facts, lot_id)
        self.strip = FigureStrip()
        self.tabs = TabRow()
        self.steps = self._list(trace_of, {
            "number": LinkFace(), "kind": TranslatedFace("Kind"), "source": PlaceFace(),
            "target": PlaceFace(),
        })  # fmt: skip
        self.holders = self._list(recall_of, {"customer": CustomerFace()})
        self._lay_out()
        self._offer()
        self.tabs.chosen.connect(self._turn)
        self.steps.opened.connect(self._open_document)
        self.steps.linked.connect(lambda key, _: self._open_document(key))
        self.holders.opened.connect(self._open_customer)
        self.holders.linked.connect(lambda key, _: self._open_customer(key))

    def _list(self, report: Any, faces: Any) -> ListView:
        def read() -> Any:
            return self.office.ask(report, [self._id])

        made = ListView(TableSource(read(), read), faces, on_sheet=True)
        made.summed.connect(self.summed)
        return made

    def _lay_out(self) -> None:
        top = Surface("page", "b")
        box = QVBoxLayout(top)
        margin = theme.px(PAGE_MARGIN)
        box.setContentsMargins(margin, 0, margin, 0)
        box.setSpacing(theme.px(12))
        box.addWidget(self.strip)
        box.addWidget(self.tabs)
        self.body.addWidget(top)
        self._stack = QStackedWidget()
        self.steps.setAccessibleName(translate("Lots", "Every step"))
        self.holders.setAccessibleName(translate("Lots", "Who still has it"))
        self.holders.nothing = translate("Lots", "Nobody outside has any of it.")
        self._stack.addWidget(self.steps)
        self._stack.addWidget(self.holders)
        self.body.addWidget(self._stack, 1)

    def _offer(self) -> None:
        self.action(
            translate("List", "Export"), self.export, look=Look.GHOST, icon="file-spreadsheet",
            shortcut="Ctrl+E",
        )  # fmt: skip
        self.action(translate("Lots", "Product"), self._product, look=Look.GHOST, icon="package")
        self.action(translate("Lots", "Lower the price"), self._lower, icon="badge-percent")
        self._block = self.action(translate("Lots", "Block"), self._turn_block, icon="ban")
        self.action(
            translate("Lots", "Recall letters"), self.print_letters, look=Look.PRIMARY,
            icon="printer", shortcut="Ctrl+P",
        )  # fmt: skip

    def load(self) -> None:
        facts = self.facts = self.office.ask(lot_facts, self._id)
        self.header.title.setText(facts.code)
        self.named.emit(facts.code)
        self.header.facts.setText(facts.name)
        state = self._state(facts)
        self.header.chip.show_state(state)
        self.header.chip.show()
        release = translate("Lots", "Release")
        self._block.setText(release if facts.blocked else translate("Lots", "Block"))
        self.steps.refresh()
        self.holders.refresh()
        self.tabs.show_tabs([
            Tab("steps", translate("Lots", "Every step"), self.steps.source.count()),
            Tab("holders", translate("Lots", "Who still has it"), self.holders.source.count()),
        ])  # fmt: skip
        self._show_figures(facts)

    @staticmethod
    def _state(facts: LotFacts) -> str:
        if facts.blocked:
            return "blocked"
        if not facts.on_hand:
            return "gone"
        if facts.expires_on is None:
            return "good"
        today = clock.day_date(clock.today())
        return lot_state((clock.day_date(facts.expires_on) - today).days)

    def _show_figures(self, facts: LotFacts) -> None:
        held = self.office.ask(at_customers, self._id)
        day = facts.expires_on
        shown = [
            Figure(translate("Lots", "On hand"), figures.quantity(quantity(facts.on_hand)),
                   facts.unit),
            Figure(translate("Lots", "At customers"), figures.quantity(held), facts.unit),
            Figure(translate("Lots", "Expires"),
                   figures.day(clock.day_date(day)) if day else figures.ZERO_WORD),
            Figure(translate("Lots", "Supplier"), facts.supplier or figures.ZERO_WORD),
        ]  # fmt: skip
        if facts.price is not None:
            places = figures.form().places
            shown.append(Figure(translate("Lots", "Price near expiry"),
                                figures.price(price(facts.price, places))))  # fmt: skip
        if facts.blocked:
            shown.append(Figure(translate("Lots", "Blocked"), facts.blocked, role="bad"))
        self.strip.show_figures(shown)

    # -- deeds -----------------------------------------------------------------------------------

    def print_letters(self) -> None:
        """A letter to each customer who still has goods of it, and a page to be hung up."""
        if not self.holders.source.count():
            self.notice.refuse(translate("Lots", "No customer has goods of it."), serious=False)
            return

        def draw(template: str) -> bytes:  # noqa: ARG001
            pdf: bytes = self.office.ask(
                registry.recall_letters_for, [self._id], reason=self.facts.blocked
            )
            return pdf

        title = translate("Paper", "Recall letters")
        Printing(self.office).show(self, Job("recall-letter", title, draw))

    def export(self) -> None:
        """What is seen, as a workbook."""
        seen = self._stack.currentWidget()
        source = seen.source if isinstance(seen, ListView) else None
        path = asked_path(self, f"{self.facts.sku} {self.facts.code}")
        if path is None or not isinstance(source, TableSource):
            return
        try:
            write_table(path, source.table)
        except RuleBroken as broken:
            self.refuse(broken)

    def _turn(self, code: str) -> None:
        self._stack.setCurrentIndex(1 if code == "holders" else 0)

    def _turn_block(self) -> None:
        if self.facts.blocked:
            self.hand_in(change_lot, ChangeLot(self._id, blocked=""))
            return
        BlockDialog(self.office, self.facts, self).open()

    def _lower(self) -> None:
        PriceDialog(self.office, self.facts, self).open()

    def _product(self) -> None:
        self.wanted.emit("product", self.facts.product_id)

    def _open_document(self, key: int) -> None:
        open_document(self, key)

    def _open_customer(self, key: int) -> None:
        if key > 0:
            self.wanted.emit("partner", key)
