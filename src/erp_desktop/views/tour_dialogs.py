"""Every dialog, panel and menu of the program, opened over its page for the tour."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QWidget

from erp_desktop.core import clock
from erp_desktop.core.errors import ShopDamaged
from erp_desktop.reports.lots import lot_facts
from erp_desktop.reports.promise_rows import line_choices
from erp_desktop.reports.restated import preview
from erp_desktop.reports.till_rows import till_facts
from erp_desktop.services.catalogue.products import by_sku
from erp_desktop.services.finance.landed import AddLandedCost, Cost, add_landed_cost
from erp_desktop.services.partners.partners import by_code
from erp_desktop.services.records import header
from erp_desktop.services.shop.imports import batches
from erp_desktop.services.stock.places import main_warehouse
from erp_desktop.services.users import rights
from erp_desktop.services.users.rights import Approve
from erp_desktop.views.tour_goods import BISCUITS, newest, sold_receipt

if TYPE_CHECKING:
    from erp_desktop.views.tour import Tour

Opened = tuple[str, Callable[[], object]]
HEART, SIGN = "85123A", "82580"


def see_dialogs(tour: "Tour") -> None:
    """Take a picture of each, over the page that it belongs to."""
    for left in floating(tour.shop()):  # a page that asks something as it opens
        left.close()
        tour.settle()
    for part in (
        _window,
        _lists,
        _products,
        _documents,
        _money,
        _periods,
        _stock,
        _till,
        _settings,
    ):
        for name, opened in part(tour):
            opened()
            tour.settle(150)
            for seen in floating(tour.shop()):
                tour.picture(name, seen if isinstance(seen, QDialog | QFrame) else None)
                tour.seen.add(type(seen))
                seen.close()
                tour.settle()
    _before_a_shop(tour)


def floating(window: QWidget) -> list[QWidget]:
    """The dialogs and panels that are open over the window."""
    from erp_desktop.views.shell.popover import Popover
    from erp_desktop.views.widgets.filter_panel import FilterPanel

    kinds = (QDialog, Popover, FilterPanel)
    found = window.findChildren(QWidget)
    return [one for one in found if isinstance(one, kinds) and one.isVisible()]


def _window(tour: "Tour") -> Iterator[Opened]:
    """What opens over the window, whatever page is seen."""
    from erp_desktop.views.crash import CrashDialog
    from erp_desktop.views.shell.jobs_panel import JobsPanel

    window = tour.shop()
    home = tour.page("home")
    yield "notices", window.show_notices
    yield "panels", home.offer_panels
    yield "jobs", lambda: JobsPanel(tour.office.jobs, window).hang_from(window.top.bell)
    yield "keys", window.show_keys
    yield "import", window.show_import
    yield "about", window.show_about
    yield "fault", CrashDialog("ValueError: what went wrong\nFile “…”, line 1", window).open


def _lists(tour: "Tour") -> Iterator[Opened]:
    """What a list asks."""
    page = tour.page("sales")
    yield "filter-state", lambda: page.bar.open_filter("state")
    yield "filter-total", lambda: page.bar.open_filter("total")
    yield "view-name", page.save_view.click


def _products(tour: "Tour") -> Iterator[Opened]:
    """What is done to a product beyond its form."""
    from erp_desktop.views.catalogue.matrix_dialog import MatrixDialog
    from erp_desktop.views.catalogue.product_dialogs import (
        CostingDialog,
        MergeDialog,
        UnitDialog,
        VariantsDialog,
    )
    from erp_desktop.views.stranger import LinkDialog

    page = tour.page("products")
    QGuiApplication.clipboard().setText(
        f"{page.source.columns[0].title}\t{page.source.columns[-2].title}\n{HEART}\t3.25\n"
    )
    yield "paste-cells", page.changes.paste
    known = tour.ask(by_sku, HEART).id
    page = tour.page("product", known)
    yield "supply", page.edit_supply
    yield "prices", page.prices.change
    for name, form in (("merge", MergeDialog), ("unit", UnitDialog), ("costing", CostingDialog),
                       ("variants", VariantsDialog)):  # fmt: skip
        yield f"product-{name}", form(tour.office, page.card, page).open
    yield "link", LinkDialog(tour.office, "4006381333931", print, page).open
    customer = tour.page("partner", tour.ask(by_code, "CASTLE").id)
    yield "agreed-prices", customer.change_prices
    order = tour.page("sales_order")
    yield "matrix", MatrixDialog(tour.office, tour.keys["template"], parent=order).open


def _documents(tour: "Tour") -> Iterator[Opened]:
    """What a document asks: payments, why it is reversed, which lots, pasted rows."""
    from erp_desktop.exchange import pasted
    from erp_desktop.views.finance.pay_dialog import PayDialog
    from erp_desktop.views.partners.quick_partner import QuickPartner
    from erp_desktop.views.pasting import PasteProblems
    from erp_desktop.views.printing import Printing
    from erp_desktop.views.stock.lot_entry import LotEntry, Wanted
    from erp_desktop.views.trade.dialogs import ReverseDialog
    from erp_desktop.views.trade.margin_dialog import MarginDialog

    found = tour.ask(newest)
    invoice = (found | tour.keys)["invoice"]
    page = tour.page("invoice", invoice)
    owes = tour.ask(header, invoice).partner_id
    pay = PayDialog(tour.office, page, incoming=True, partner_id=owes, document_id=invoice)
    yield "pay", pay.open
    page = tour.page("invoice", invoice)
    yield "reverse", ReverseDialog(tour.office, invoice, "IN-2026-000009", parent=page).open
    page = tour.page("goods_issue", found["goods_issue"])
    yield "margin", MarginDialog(tour.office, found["goods_issue"], page).open
    yield "print", lambda: Printing(tour.office).preview(page, "invoice", invoice)
    page = tour.page("sales_order")
    yield (
        "quick-partner",
        QuickPartner(tour.office, "Bluebell Florists", buying=False, parent=page).open,
    )
    wrong = [pasted.Problem(2, "85123Z", "unknown_product", "85123Z"),
             pasted.Problem(5, "3,5", "decimal_comma", "3,5")]  # fmt: skip
    lines = [pasted.PastedLine(1, tour.ask(by_sku, HEART).id, {"quantity": Decimal(4)})]
    yield "paste-rows", PasteProblems(pasted.Reading(lines, wrong), page).open
    wanted = Wanted(tour.ask(by_sku, BISCUITS).id, Decimal(20), tour.ask(main_warehouse))
    yield "lot-entry", LotEntry(tour.office, wanted, [], print, page).open


def _money(tour: "Tour") -> Iterator[Opened]:
    """What was spent and moved: the forms, and their papers."""
    from erp_desktop.views.finance.expense_dialog import ExpenseDialog
    from erp_desktop.views.finance.transfer_dialog import TransferDialog
    from erp_desktop.views.printing import Printing

    found, paper = tour.ask(newest), Printing(tour.office).preview
    yield "expense", ExpenseDialog(tour.office, tour.page("money", "expenses")).open
    yield "print-expense", lambda: paper(tour.shop(), "expense", found["expense"])
    yield "transfer", TransferDialog(tour.office, tour.page("money", "cash")).open
    yield "print-transfer", lambda: paper(tour.shop(), "money-transfer", found["money_transfer"])


def _periods(tour: "Tour") -> Iterator[Opened]:
    """What a late posting changes, closing a period, and opening it again."""
    from erp_desktop.views.finance.period_dialog import ClosePeriod, ReopenPeriod
    from erp_desktop.views.trade.restating_dialog import RestatingDialog

    page = tour.page("money")
    command = AddLandedCost((tour.ask(sold_receipt),), [Cost(Decimal(30))])
    effect = tour.office.try_out(preview, add_landed_cost, command)
    yield "restating", RestatingDialog(effect, page).open
    yield "period", ClosePeriod(tour.office, page).open
    yield "period-again", ReopenPeriod(tour.office, clock.today(), page).open


def _stock(tour: "Tour") -> Iterator[Opened]:
    """Bins, lots, who gets what is short."""
    from erp_desktop.views.stock.allocate_dialog import AllocateDialog
    from erp_desktop.views.stock.bins import BinDialog, BinRowDialog
    from erp_desktop.views.stock.count_lot import LotDialog
    from erp_desktop.views.stock.lots_page import BlockDialog, PriceDialog
    from erp_desktop.views.stock.repair_dialog import RepairDialog
    from erp_desktop.views.stock.warehouses import WarehouseDialog

    office = tour.office
    page = tour.page("bins")
    yield "bin", BinDialog(office, None, page).open
    yield "bin-row", BinRowDialog(office, page).open
    page = tour.page("stock")
    yield "repair", RepairDialog(office, tour.ask(by_sku, SIGN).id, "stock", page).open
    page = tour.page("warehouses")
    yield "warehouse", WarehouseDialog(office, None, page).open
    page = tour.page("expiry")
    facts = tour.ask(lot_facts, tour.keys["lot"])
    yield "lot-price", PriceDialog(office, facts, page).open
    yield "lot-block", BlockDialog(office, facts, page).open
    page = tour.page("back_orders")
    line = page.source.keys([(0, 1)])[0]
    yield "allocate", AllocateDialog(office, tour.ask(line_choices, line), page).open
    page = tour.page("count_run", tour.keys["count_run"])
    yield "count-lot", LotDialog(print, page).open


def _till(tour: "Tour") -> Iterator[Opened]:
    """The drawer, and what needs a colleague."""
    from erp_desktop.views.till.pin_dialogs import ApprovalDialog
    from erp_desktop.views.till.shift_dialogs import (
        CashDialog,
        CloseShiftDialog,
        OpenShiftDialog,
    )

    page, office = tour.page("till"), tour.office
    facts = tour.ask(till_facts)
    yield "shift-open", OpenShiftDialog(office, facts, Decimal(100), page).open
    yield "shift-cash", CashDialog(office, facts, (), page).open
    yield "shift-close", CloseShiftDialog(office, facts, Decimal("143.00"), (), page).open
    words = tour.words("15% off", "优惠 15%")
    asked = Approve(rights.DISCOUNT, 0, "", Decimal(15))
    yield "approval", ApprovalDialog(office, words, asked, page).open


def _settings(tour: "Tour") -> Iterator[Opened]:
    """People, warehouses, an import that is taken back, the accountant's pack."""
    from erp_desktop.views.first_run.server_dialog import EmptyServerDialog
    from erp_desktop.views.import_links import LinkTitlesDialog
    from erp_desktop.views.reports.pack_dialog import PackDialog
    from erp_desktop.views.settings.backup_lock import LockDialog
    from erp_desktop.views.settings.imports_section import UndoImport
    from erp_desktop.views.settings.people_section import PersonDialog, WarehouseDialog

    page, office = tour.page("settings"), tour.office
    page.show_section("people")
    yield "person", PersonDialog(office, page).open
    yield "own-pin", page.show_section("people").change_pin
    page.show_section("warehouses")
    yield "warehouse-plain", WarehouseDialog(office, page).open
    yield "tax-rate", page.show_section("taxes").add
    yield "price-level", page.show_section("prices").add
    numbers = page.show_section("numbers")
    yield "number", lambda: numbers.change(0)
    page.show_section("imports")
    yield "undo-import", UndoImport(office, tour.ask(batches)[0], page).open
    titles = {"Heart holder, white": HEART, "Gift card": ""}
    strangers = {title: ("", Decimal(5)) for title in titles}
    yield "link-titles", LinkTitlesDialog(office, "etsy", titles, strangers, page).open
    page.show_section("backup")
    yield "backup-lock", LockDialog(print, page).open
    yield "restore-onto", EmptyServerDialog("", page).open
    page = tour.page("reports")
    yield "pack", PackDialog(office, page).open


def _before_a_shop(tour: "Tour") -> None:
    """A shop that cannot be opened, and one on a server."""
    from erp_desktop.views.first_run.server_dialog import ServerDialog
    from erp_desktop.views.first_run.trouble import Trouble

    trouble = Trouble("/shops/tea.shop", ShopDamaged("/shops/tea.shop", "SO-1"))
    trouble.show()
    tour.picture("trouble", trouble)
    trouble.close()
    trouble.deleteLater()
    server = ServerDialog("postgresql+psycopg://till@192.168.1.10/shop", tour.shop())
    server.show()
    tour.picture("server", server)
    tour.seen.add(ServerDialog)
    server.close()
