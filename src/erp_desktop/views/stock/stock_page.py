"""What lies where, and what it is worth: the list of the stock (即时库存)."""

from dataclasses import replace
from functools import partial

from erp_desktop.reports.count_rows import scanned_pieces, stock_terms
from erp_desktop.reports.listing import Filter, ListingSource
from erp_desktop.reports.lists.stock import PLACES, stock
from erp_desktop.services.sales.return_rules import REPAIR_PLACE, SCRAP, STOCK
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.exporting import offer_export
from erp_desktop.views.office import Office
from erp_desktop.views.stock.repair_dialog import RepairDialog, said_of
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import ListingPages
from erp_desktop.views.widgets.list_view import RowAction
from erp_desktop.views.widgets.pack_face import PackFace
from erp_desktop.views.widgets.page import Deed
from erp_desktop.views.widgets.panels import EmptyState

translate = wording.translate


def beside() -> list[tuple[str, str]]:
    """The pages beside the list of the stock: code and words."""
    return [
        ("back_orders", translate("Page", "Back orders")),
        ("picking", translate("Page", "Picking")),
        ("lots", translate("Page", "Lots")),
        ("expiry", translate("Page", "Expiry")),
        ("transit", translate("Page", "On the way")),
        ("warehouses", translate("Page", "Warehouses")),
        ("bins", translate("Page", "Bins")),
    ]


class StockPage(ListPage):
    """Enter or a double click opens the ledger card of a product in a warehouse."""

    def __init__(self, office: Office) -> None:
        empty = EmptyState(
            "boxes",
            translate("Stock", "Nothing in stock yet"),
            translate("Stock", "Receive goods, or enter what was on the shelves at the start"),
            translate("Stock", "Enter opening stock"),
        )
        source = ListingPages(office, ListingSource(stock(), figures.form().places))
        faces = {key: PackFace() for key in ("on_hand", "reserved", "available")}
        hint = translate("Stock", "Filter by name, code, category")
        super().__init__(
            office, translate("Page", "Stock"), source, faces, search_hint=hint, empty=empty
        )
        empty.started.connect(self._open_stock)
        self.view.opened.connect(self._card)
        self._offer_warehouses()
        self._actions()
        self._offer_rows()

    def _offer_rows(self) -> None:
        """What can be done with a row; where goods wait for repair, the two ways out first."""
        repair = (
            RowAction(translate("Stock", "Repaired: back to stock"), self._repaired),
            RowAction(translate("Stock", "Scrap"), self._beyond_repair),
        )
        self.view.actions_of_rows = (
            *(repair if self.in_repair() else ()),
            RowAction(translate("Stock", "Open the product"), self._product),
            RowAction(translate("Stock", "Transfer"), self._transfer, "Ctrl+T"),
            RowAction(translate("Stock", "Write off"), self._write_off),
        )
        for button in (self.scrap, self.repaired):
            button.setVisible(self.in_repair())
        for button in (self.write_off, self.transfer):
            button.setVisible(not self.in_repair())

    def in_repair(self) -> bool:
        """Whether the list shows what waits for repair."""
        return str(self.warehouse.value() or "") == REPAIR_PLACE

    def _offer_warehouses(self) -> None:
        self.warehouse = Combo()
        self.warehouse.setAccessibleName(translate("Stock", "Warehouse"))
        self.warehouse.setFixedWidth(theme.px(170))
        self.warehouse.currentIndexChanged.connect(self._filter)
        self.filters.insertWidget(1, self.warehouse)
        self.bar.name_filter("place", "", "")  # the field says it

    def _actions(self) -> None:
        offer_export(self)
        self.more = self.action(
            translate("Stock", "More"), self.show_more, look=Look.GHOST, icon="ellipsis"
        )
        self.action(translate("Stock", "Documents"), self._papers, look=Look.GHOST, icon="files")
        self.write_off = self.action(
            translate("Stock", "Write off"), self._new_write_off, icon="package-minus"
        )
        self.scrap = self.action(
            translate("Stock", "Scrap"), lambda: self._beyond_repair(self.view.chosen_keys()),
            icon="trash-2",
        )  # fmt: skip
        self.repaired = self.action(
            translate("Stock", "Repaired: back to stock"),
            lambda: self._repaired(self.view.chosen_keys()), look=Look.PRIMARY, icon="wrench",
        )  # fmt: skip
        self.transfer = self.action(
            translate("Stock", "Transfer"), self._new_transfer, look=Look.PRIMARY,
            icon="arrow-left-right", shortcut="Ctrl+T",
        )  # fmt: skip

    def load(self) -> None:
        places = self.office.ask(stock_terms).warehouses
        every = [("", translate("Stock", "All warehouses"))]
        self.warehouse.fill([*every, *((code, name) for _, code, name in places)])
        self.warehouse.setVisible(len(places) > 1)
        super().load()

    def take_scan(self, code: str) -> bool:
        found = self.office.ask(scanned_pieces, code)
        if found is None:
            return False
        self.wanted.emit("stock_card", found.product_id)
        return True

    def show_more(self) -> None:
        """The other pages of the stock."""
        self.offer_more(self.more)

    def more_deeds(self) -> list[Deed]:
        return [Deed(words, partial(self.wanted.emit, code, None)) for code, words in beside()]

    def _filter(self) -> None:
        asked, code = self.source.question, self.warehouse.value()
        kept = tuple(one for one in asked.filters if one.column != "place")
        own = (Filter("place", equals=code),) if code else ()
        self.ask_for(replace(asked, filters=(*kept, *own)))
        self._offer_rows()

    def _card(self, key: int) -> None:
        self.wanted.emit("stock_card", key // PLACES)

    def _product(self, keys: list[int]) -> None:
        for key in keys[:1]:
            self.wanted.emit("product", key // PLACES)

    def _transfer(self, keys: list[int]) -> None:
        self.wanted.emit("transfer", {"products": [key // PLACES for key in keys]})

    def _write_off(self, keys: list[int]) -> None:
        self.wanted.emit("write_off", {"products": [key // PLACES for key in keys]})

    def _new_transfer(self) -> None:
        self._transfer(self.view.chosen_keys())

    def _new_write_off(self) -> None:
        self._write_off(self.view.chosen_keys())

    def _repaired(self, keys: list[int]) -> None:
        self._end_repair(keys, STOCK)

    def _beyond_repair(self, keys: list[int]) -> None:
        self._end_repair(keys, SCRAP)

    def _end_repair(self, keys: list[int], end: str) -> None:
        """Ask how many of the chosen product."""
        for key in keys[:1]:
            dialog = RepairDialog(self.office, key // PLACES, end, self)
            dialog.posted.connect(lambda done: self.said.emit(said_of(done, end), "", None))
            dialog.open()

    def _papers(self) -> None:
        self.wanted.emit("stock_papers", None)

    def _open_stock(self) -> None:
        self.wanted.emit("opening", None)
