"""Orders that wait for goods (缺货订单): who gets what there is, and when the rest comes."""

from functools import partial

from erp_desktop.core.errors import RuleBroken
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.availability import BACK_ORDERS, open_lines
from erp_desktop.reports.promise_rows import (
    has_lots,
    line_choices,
    order_of,
    product_of,
)
from erp_desktop.services.sales.allocating import (
    Allocate,
    allocate,
    deal_lots,
    deals_lots,
)
from erp_desktop.views import wording
from erp_desktop.views.exporting import offer_export
from erp_desktop.views.office import Office
from erp_desktop.views.opening import open_document
from erp_desktop.views.stock.allocate_dialog import AllocateDialog
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.faces import LinkFace, Row
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import TableSource
from erp_desktop.views.widgets.list_view import RowAction
from erp_desktop.views.widgets.menus import Menu
from erp_desktop.views.widgets.panels import EmptyState

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP
_AT = {column.key: at for at, column in enumerate(BACK_ORDERS)}


def _waits(row: Row) -> bool:
    return bool(row[_AT["waits"]])


def _ready(row: Row) -> bool:
    return not row[_AT["waits"]]


def _in_state(state: str, row: Row) -> bool:
    return row[_AT["state"]] == state


VIEWS = (
    ("waits", mark("Table", "Waiting for goods"), _waits),
    ("late", mark("Table", "Will be late"), partial(_in_state, "late")),
    ("not_ordered", mark("Table", "Not on order"), partial(_in_state, "not_ordered")),
    ("ready", mark("Table", "Ready to ship"), _ready),
)


class BackOrdersPage(ListPage):
    """Enter opens the order; the button lays the stock out anew by the shop's rule."""

    def __init__(self, office: Office) -> None:
        def read() -> object:
            return office.ask(open_lines, ReportAsk())

        empty = EmptyState(
            "truck",
            translate("Stock", "No order waits"),
            translate("Stock", "Lines of confirmed orders that still have to leave stand here"),
            translate("Stock", "Sales orders"),
        )
        super().__init__(
            office,
            translate("Page", "Back orders"),
            TableSource(read(), read, VIEWS),  # type: ignore[arg-type]
            {"number": LinkFace(quiet=True), "of": LinkFace()},
            search_hint=translate("Stock", "Filter by order, customer, product"),
            empty=empty,
        )
        empty.started.connect(partial(self.wanted.emit, "sales", None))
        self.view.opened.connect(self._open_order)
        self.view.linked.connect(self._follow)
        self.view.actions_of_rows = (
            RowAction(translate("Stock", "Allocate by hand"), self.by_hand, "F2"),
            RowAction(translate("Stock", "Order from the supplier"), self.order_more, "Ctrl+B"),
            RowAction(translate("Stock", "Open the product"), self._product),
        )
        offer_export(self)
        self.key("F2", self._chosen_by_hand)
        self.action(translate("Stock", "Order more"), self._order_chosen, icon="shopping-cart")
        self.action(translate("Stock", "Pick"), self._pick, icon="scan-barcode")
        self.button = self.action(
            translate("Stock", "Allocate"), self.offer_rules, look=Look.PRIMARY, icon="list-checks"
        )
        self.show_view("waits")

    # -- deeds -----------------------------------------------------------------------------------

    def offer_rules(self) -> None:
        """Ask by which rule the stock goes round."""
        menu = Menu(parent=self)
        for rule, words in (
            ("ordered", translate("Stock", "Who ordered first")),
            ("promised", translate("Stock", "Who was promised first")),
            ("customer", translate("Stock", "Who matters most")),
        ):
            menu.addAction(words, partial(self.lay_out, rule))
        if self.office.ask(has_lots):
            menu.addSeparator()
            on = self.office.ask(deals_lots)
            words = (
                translate("Stock", "Promise warehouses only, no lots")
                if on
                else translate("Stock", "Promise lots too, the first to expire first")
            )
            menu.addAction(words, partial(self.switch_lots, lots=not on))
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def lay_out(self, rule: str) -> None:
        """Allocate all that waits by this rule, which is the shop's from now on."""
        given = self.hand_in(allocate, Allocate(rule, remember=True))
        if given is not None:
            served = sum(1 for much in given.values() if much)
            words = translate("Stock", "{0} of {1} lines got goods")
            self.said.emit(words.format(served, len(given)), "", None)

    def switch_lots(self, *, lots: bool) -> None:
        """Whether the rule says which lot an order gets, from now on."""
        try:
            self.office.do(partial(deal_lots, lots=lots))
        except RuleBroken as broken:
            self.refuse(broken)
            return
        words = (
            translate("Stock", "Lots are promised from the next allocation on")
            if lots
            else translate("Stock", "Lots are found when the goods go, from now on")
        )
        self.said.emit(words, "", None)

    def by_hand(self, keys: list[int]) -> None:
        """Say from where one line is served."""
        for key in keys[:1]:
            AllocateDialog(self.office, self.office.ask(line_choices, key), self).open()

    def _chosen_by_hand(self) -> None:
        key = self.view.current_key()
        if key >= 0:
            self.by_hand([key])

    def order_more(self, keys: list[int]) -> None:
        for key in keys[:1]:
            self.wanted.emit("purchase_order", {"product_id": self.office.ask(product_of, key)})

    def _order_chosen(self) -> None:
        keys = self.view.chosen_keys()
        self.order_more(keys or [self.view.current_key()])

    def _pick(self) -> None:
        lines = self.view.chosen_keys()
        orders = list(dict.fromkeys(self.office.ask(order_of, line) for line in lines))
        self.wanted.emit("picking", {"orders": orders})

    def _product(self, keys: list[int]) -> None:
        for key in keys[:1]:
            self.wanted.emit("product", self.office.ask(product_of, key))

    def _open_order(self, key: int) -> None:
        open_document(self, self.office.ask(order_of, key))

    def _follow(self, key: int, column: str) -> None:
        if column == "number":
            self._open_order(key)
