"""Lots and serial numbers: all of them in a list, and those whose days are numbered on a board."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from erp_desktop.core import clock
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import price, quantity
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.listing import ListingSource
from erp_desktop.reports.lists.lots import lots
from erp_desktop.reports.lots import EXPIRY, LotFacts, expiry, lot_facts
from erp_desktop.services.stock.lots import ChangeLot, change_lot
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.exporting import offer_export
from erp_desktop.views.office import Office
from erp_desktop.views.stock.lot_cells import LotPart
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.faces import FigureFace, LinkFace, Row
from erp_desktop.views.widgets.fields import Label, Labelled, LineField
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import ListingPages, TableSource
from erp_desktop.views.widgets.list_view import RowAction
from erp_desktop.views.widgets.number_field import NumberField
from erp_desktop.views.widgets.panels import EmptyState

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP
_AT = {column.key: at for at, column in enumerate(EXPIRY)}


class LotActions:
    """What can be done with a lot, wherever it is listed."""

    def __init__(self, page: ListPage) -> None:
        self._page = page
        page.view.actions_of_rows = (
            RowAction(translate("Lots", "Lower the price"), self.lower),
            RowAction(translate("Lots", "Block"), self.block),
            RowAction(translate("Lots", "Release"), self.release),
            RowAction(translate("Lots", "Write off"), self.write_off),
            RowAction(translate("Lots", "Return to the supplier"), self.send_back),
        )
        page.view.opened.connect(self.trace)
        page.view.linked.connect(self._follow)

    def trace(self, key: int) -> None:
        self._page.wanted.emit("lot", key)

    def lower(self, keys: list[int]) -> None:
        """Sell it for less before its day is over."""
        for key in keys[:1]:
            PriceDialog(self._page.office, self._ask(key), self._page).open()

    def block(self, keys: list[int]) -> None:
        for key in keys[:1]:
            BlockDialog(self._page.office, self._ask(key), self._page).open()

    def release(self, keys: list[int]) -> None:
        for key in keys:
            self._page.hand_in(change_lot, ChangeLot(key, blocked=""))

    def write_off(self, keys: list[int]) -> None:
        """A write-off with what is on hand of these lots."""
        facts = [self._ask(key) for key in keys]
        lines = [(one.product_id, quantity(one.on_hand), one.code) for one in facts if one.on_hand]
        self._page.wanted.emit("write_off", {"lots": lines, "reason": "Expired"})

    def send_back(self, keys: list[int]) -> None:
        """A return of what is on hand to the supplier who sent the lot."""
        for key in keys[:1]:
            facts = self._ask(key)
            wanted: dict[str, Any] = {
                "product_id": facts.product_id,
                "partner_id": facts.supplier_id,
            }
            if facts.on_hand:
                much, serials = quantity(facts.on_hand), (facts.code,) if facts.is_serial else ()
                lot = "" if serials else facts.code
                wanted["part"] = LotPart(much, lot, facts.expires_on, serials=serials)
            self._page.wanted.emit("purchase_return", wanted)

    def _ask(self, key: int) -> LotFacts:
        return self._page.office.ask(lot_facts, key)

    def _follow(self, key: int, _column: str) -> None:
        self.trace(key)


class LotsPage(ListPage):
    """Enter opens where a lot came from and where it went; a scan finds it."""

    def __init__(self, office: Office) -> None:
        empty = EmptyState(
            "layers",
            translate("Lots", "No lots yet"),
            translate("Lots", "Receive goods with their lot, expiry or serial numbers"),
            translate("Lots", "Purchases"),
        )
        super().__init__(
            office,
            translate("Page", "Lots"),
            ListingPages(office, ListingSource(lots(), figures.form().places)),
            {"lot": LinkFace(quiet=True)},
            search_hint=translate("Lots", "Filter by lot, product, supplier"),
            empty=empty,
        )
        empty.started.connect(partial(self.wanted.emit, "purchases", None))
        self.acts = LotActions(self)
        offer_export(self)
        self.action(
            translate("Page", "Expiry"), partial(self.wanted.emit, "expiry", None), icon="timer"
        )
        self.show_view("here")

    def take_scan(self, code: str) -> bool:
        self.search.setText(code)
        self.show_view("all")
        self.ask_for(replace(self.source.question, search=code))
        return True


def _soon(row: Row) -> bool:
    return row[_AT["state"]] == "expires_soon"


def _over(row: Row) -> bool:
    return row[_AT["state"]] == "expired"


class DaysFace(FigureFace):
    """Days left; what is over is red."""

    def words(self, row: Row) -> str:
        return str(row[self.at]).replace("-", "−")


class ExpiryPage(ListPage):
    """What must be sold until when: the nearest day first, with what can be done about it."""

    def __init__(self, office: Office) -> None:
        def read() -> Any:
            return office.ask(expiry, ReportAsk())

        views = (
            ("soon", mark("Table", "Expire soon"), _soon),
            ("expired", mark("Table", "Expired"), _over),
            ("all", mark("Table", "All"), bool),
        )
        empty = EmptyState(
            "timer",
            translate("Lots", "Nothing here expires"),
            translate("Lots", "Lots with an expiry stand here, the nearest day first"),
            translate("Lots", "Lots"),
        )
        super().__init__(
            office,
            translate("Page", "Expiry"),
            TableSource(read(), read, views),
            {"lot": LinkFace(quiet=True), "days": DaysFace()},
            search_hint=translate("Lots", "Filter by lot, product, warehouse"),
            empty=empty,
        )
        empty.started.connect(partial(self.wanted.emit, "lots", None))
        self.acts = LotActions(self)
        offer_export(self)
        self.action(
            translate("Lots", "Return to the supplier"), self._send_back, look=Look.GHOST,
            icon="undo-2",
        )  # fmt: skip
        self.action(translate("Lots", "Write off"), self._write_off, icon="package-minus")
        self.action(
            translate("Lots", "Lower the price"), self._lower, look=Look.PRIMARY,
            icon="badge-percent",
        )  # fmt: skip
        self.show_view("soon" if any(map(_soon, self.source.page(0, 10_000))) else "all")

    def _chosen(self) -> list[int]:
        keys = self.view.chosen_keys() or [self.view.current_key()]
        return [key for key in keys if key > 0]

    def _lower(self) -> None:
        self.acts.lower(self._chosen())

    def _write_off(self) -> None:
        self.acts.write_off(self._chosen())

    def _send_back(self) -> None:
        self.acts.send_back(self._chosen())


class PriceDialog(Dialog):
    """What a piece of this lot costs from now on; empty is the usual price again."""

    def __init__(self, office: Office, facts: LotFacts, parent: QWidget | None = None) -> None:
        title = translate("Lots", "{0}, lot {1}").format(facts.name, facts.code)
        super().__init__(office, title, translate("Lots", "Lower the price"), parent=parent)
        self._facts = facts
        places = figures.form().places
        self.field = NumberField(
            None if facts.price is None else price(facts.price, places), places=places,
            unit=figures.form().symbol.strip(),
        )  # fmt: skip
        usual = figures.price(price(facts.sale_price, places))
        self.body.addWidget(Label(_until(facts, usual), theme.BODY, "text2"))
        self.body.addWidget(Labelled(translate("Lots", "Price near expiry"), self.field))
        self.field.setFocus()

    def confirm(self) -> None:
        try:
            wanted = self.field.value()
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
            return
        self.hand_in(change_lot, ChangeLot(self._facts.id, price=wanted or quantity(0)))


def _until(facts: LotFacts, usual: str) -> str:
    if facts.expires_on is None:
        return translate("Lots", "Usual price {0}").format(usual)
    day = figures.day(clock.day_date(facts.expires_on))
    return translate("Lots", "Expires {0}, usual price {1}").format(day, usual)


class BlockDialog(Dialog):
    """Why nobody may sell this lot."""

    def __init__(self, office: Office, facts: LotFacts, parent: QWidget | None = None) -> None:
        title = translate("Lots", "{0}, lot {1}").format(facts.name, facts.code)
        super().__init__(office, title, translate("Lots", "Block"), look=Look.DANGER, parent=parent)
        self._facts = facts
        self.reason = LineField(translate("Lots", "Smells, recalled by its maker …"))
        self.reason.setText(facts.blocked)
        self.body.addWidget(Labelled(translate("Lots", "Why it may not be sold"), self.reason))

    def confirm(self) -> None:
        why = self.reason.text().strip() or translate("Lots", "blocked")
        self.hand_in(change_lot, ChangeLot(self._facts.id, blocked=why))
