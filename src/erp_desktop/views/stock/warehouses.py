"""The shop's warehouses: whose house each is, which serves orders first, and how to change one."""

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from erp_desktop.core.errors import CodeTaken, RuleBroken
from erp_desktop.reports.count_rows import stock_terms
from erp_desktop.reports.listing import ListingSource
from erp_desktop.reports.lists.places import warehouses
from erp_desktop.reports.place_rows import Warehouse, warehouse_row
from erp_desktop.services.stock.warehouses import ArrangeWarehouse, arrange_warehouse
from erp_desktop.services.users import rights
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.exporting import offer_export
from erp_desktop.views.office import Office
from erp_desktop.views.trade.finding import PartnerFinder
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.checks import Check
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.faces import Face
from erp_desktop.views.widgets.fields import Labelled, LineField, in_a_row
from erp_desktop.views.widgets.finder import Finder, Found
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import ListingPages
from erp_desktop.views.widgets.number_field import NumberField

translate = wording.translate


class UsageFace(Face):
    """Whose house it is, in words."""

    def words(self, row: tuple[object, ...]) -> str:
        return usage_word(str(row[self.at]))


def usage_word(usage: str) -> str:
    """What a kind of warehouse is called."""
    words = {
        "own": translate("Stock", "Our own"),
        "third_party": translate("Stock", "Kept by others"),
        "virtual": translate("Stock", "Virtual"),
        "consignment": translate("Stock", "On consignment"),
    }
    return words.get(usage, usage)


class WarehousesPage(ListPage):
    """Enter or a double click changes a warehouse."""

    def __init__(self, office: Office) -> None:
        super().__init__(
            office,
            translate("Page", "Warehouses"),
            ListingPages(office, ListingSource(warehouses(), figures.form().places)),
            {"usage": UsageFace()},
            search_hint=translate("Stock", "Filter by code, name"),
            checkable=False,
        )
        self.view.opened.connect(self.change)
        offer_export(self)
        self.action(translate("Stock", "Bins"), self._bins, icon="layout-grid")
        self.action(
            translate("Stock", "New warehouse"), self.make_new, look=Look.PRIMARY, icon="plus",
            shortcut="Ctrl+N",
        )  # fmt: skip

    def make_new(self) -> None:
        WarehouseDialog(self.office, None, self).open()

    def change(self, key: int) -> None:
        WarehouseDialog(self.office, self.office.ask(warehouse_row, key), self).open()

    def _bins(self) -> None:
        self.wanted.emit("bins", None)


class WarehouseDialog(Dialog):
    """One warehouse: code, name, whose it is, where, which serves first, in use or not."""

    needed_right = rights.SETTINGS

    def __init__(
        self, office: Office, known: Warehouse | None, parent: QWidget | None = None
    ) -> None:
        title = known.name if known else translate("Stock", "New warehouse")
        super().__init__(office, title, translate("Stock", "Save"), parent=parent)
        self.office: Office = office
        self._known = known
        self.code, self.name = LineField("BACK"), LineField(translate("Stock", "Back room"))
        usages = ("own", "third_party", "virtual", "consignment")
        self.usage = Combo([(one, usage_word(one)) for one in usages])
        self.partner = Finder(
            PartnerFinder(office, buying=False).find,
            translate("Stock", "Name of the storage company"),
        )
        self.rank = NumberField(Decimal(0))
        self.in_use = Check(translate("Stock", "In use"))
        self.in_use.setChecked(True)
        self._lay_fields()
        if known is not None:
            self._fill(known)
        self.usage.currentIndexChanged.connect(self._fit)
        self._fit()
        self.setMinimumWidth(theme.px(480))

    def _lay_fields(self) -> None:
        self.body.addLayout(
            in_a_row(Labelled(translate("Stock", "Code"), self.code),
                     Labelled(translate("Stock", "Name"), self.name))
        )  # fmt: skip
        self.keeper = Labelled(translate("Stock", "Kept by"), self.partner)
        self.body.addLayout(
            in_a_row(Labelled(translate("Stock", "Ownership"), self.usage), self.keeper)
        )
        serves = Labelled(translate("Stock", "Delivery priority (lowest first)"), self.rank)
        self.body.addLayout(in_a_row(serves, self.in_use, foot=True))

    def _fill(self, known: Warehouse) -> None:
        self.code.setText(known.code)
        self.code.setReadOnly(True)
        self.name.setText(known.name)
        self.usage.choose(known.usage)
        self.rank.set_value(Decimal(known.rank))
        self.in_use.setChecked(known.active)
        if known.partner_id is not None:
            self.partner.set_value(Found(known.partner_id, known.partner, "", ""))

    def _fit(self) -> None:
        """Only somebody else's house has a keeper."""
        self.keeper.setVisible(self.usage.value() in {"third_party", "consignment"})

    def _refuse_taken(self) -> None:
        """A new warehouse never changes one that is there."""
        taken = {code for _, code, _ in self.office.ask(stock_terms).warehouses}
        if self._known is None and self.code.text().strip() in taken:
            raise CodeTaken(self.code.text().strip())

    def confirm(self) -> None:
        try:
            rank = int(self.rank.value() or 0)
            self._refuse_taken()
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
            return
        keeper = self.partner.key() if self.keeper.isVisible() else 0
        self.hand_in(
            arrange_warehouse,
            ArrangeWarehouse(
                self.code.text(), self.name.text(), str(self.usage.value()), keeper or 0, rank,
                active=self.in_use.isChecked(),
            ),
        )  # fmt: skip
