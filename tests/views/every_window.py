"""Every page and dialog of the program, one after another, over a shop where something happened.

The tests of accessibility and of cut words walk through this. Pages and dialogs are found, not
listed: a new one is walked too.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QBuffer,
    QByteArray,
    QCoreApplication,
    QCryptographicHash,
    QEvent,
    Qt,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QWidget,
)

from builders import Shop, day
from erp_desktop.core.states import Kind
from erp_desktop.services.catalogue.supply import Offer, save_offers
from erp_desktop.services.finance.expenses import EnterExpense, enter_expense
from erp_desktop.services.finance.money_transfers import TransferMoney, transfer_money
from erp_desktop.services.ordering import WriteOrder, confirm_order, save_draft
from erp_desktop.services.shop.attachments import Attach, attach
from erp_desktop.services.stock.count_plans import OpenCount, open_count
from erp_desktop.services.stock.transferring import MoveLine, TransferGoods, transfer_goods
from erp_desktop.services.trade import TradeLine
from erp_desktop.views.closed_page import ClosedPage
from erp_desktop.views.pages import PageSpec
from erp_desktop.views.shop_window import ShopWindow
from erp_desktop.views.wings import all_pages
from views.counter import Counter, small_shop
from views.dialogs import dialog_classes, made

# Pages that only exist for something that is there.
ONLY_FILLED = frozenset({"invoice", "payment_in", "bill", "landed_cost", "payment_out",
                         "stock_card", "transfer_in", "lot", "sale", "reversal"})  # fmt: skip
WITH_FILES = frozenset({"purchase_order", "bill", "sale", "product", "partner"})  # seen apart
BASES = {"Dialog", "DrawerDialog", "ProductDialog", "TradeDialog"}  # never opened themselves
SETTLE = 3  # rounds of events until a page has read and laid itself out


class Told:
    """A shop with a document of every common kind, and their ids by kind."""

    def __init__(self, place: Path, language: str = "en", times: str = "1") -> None:
        shop = small_shop(place, language=language, times=times)
        dearer = Decimal(times)
        self.ids: dict[str, Any] = {}
        order = shop.order("TEA", 10, Decimal("9.50") * dearer, on=5)
        self.ids["purchase_order"] = order.id
        receipt = shop.receive("TEA", 6, of=order, on=6)
        self.ids["goods_receipt"] = receipt.id
        self.ids["bill"] = shop.bill(receipt, on=7).id
        sales = shop.sales_order("CUP", 8, on=8)
        self.ids["sales_order"] = sales.id
        issue = shop.issue(sales, "CUP", 3, on=9)
        self.ids["goods_issue"] = issue.id
        self.ids["invoice"] = shop.invoice(issue, on=9).id
        sold = shop.sell("TEA", 1, 28, on=10)
        self.ids["sale"] = sold.id
        self.ids["sales_return"] = shop.take_back(sold, "TEA", 1, on=11).id
        self.ids["payment_in"] = shop.pay(6, on=12).id
        self.ids["write_off"] = shop.write_off("CUP", 1, on=12).id
        self.ids["count"] = shop.count("CUP", 30, on=13).id
        self.ids["reversal"] = shop.reverse(shop.sell("CUP", 1, 6, on=14)).id
        self._tell_the_rest(shop, dearer)
        self.ids["product"] = self.ids["product_form"] = shop.pid("TEA")
        self.ids["stock_card"] = shop.pid("TEA")
        self.ids["partner"] = self.ids["partner_form"] = shop.supplier
        self.ids["report"] = "sales-by-product"
        shop.work.close()

    def _tell_the_rest(self, shop: Shop, dearer: Decimal) -> None:
        """What a shop does less often: freight, returns, transfers, assemblies, counts, drafts."""
        came = shop.receive("TEA", 5, 9 * dearer, on=15)
        self.ids["landed_cost"] = shop.landed(came, 3 * dearer, on=15).id
        self.ids["purchase_return"] = shop.send_back(came, "TEA", 1, on=16).id
        self.ids["payment_out"] = shop.pay(20 * dearer, incoming=False, on=16).id
        spent = EnterExpense("Rent", 113 * dearer, Decimal(13), "bank", at=day(16))
        self.ids["expense"] = shop.work.run(enter_expense, spent).id
        moved = TransferMoney("card", "bank", 50 * dearer, dearer, Decimal(13), at=day(16))
        self.ids["money_transfer"] = shop.work.run(transfer_money, moved).id
        shop.warehouse("BACK")
        self.ids["transfer"] = shop.transfer("CUP", 2, "MAIN", "BACK", on=16).id
        shop.product("POT", name="Iron pot", price="60.00", purchase_price=30 * dearer)
        self.ids["opening"] = shop.opening("POT", 3, 31 * dearer, on=17).id
        shop.product("SET", name="Tea set", price="40.00", costing="standard",
                     standard_cost=14 * dearer)  # fmt: skip
        self.ids["assembly"] = shop.assemble({"SET": 1}, {"TEA": 1, "CUP": 2}, on=17).id
        offer = Offer(shop.supplier, "A-1", Decimal("8.75") * dearer)
        shop.work.run(save_offers, shop.pid("TEA"), [offer])
        line = TradeLine(shop.pid("TEA"), Decimal(4), Decimal("8.50") * dearer)
        draft = WriteOrder(Kind.PURCHASE_ORDER, shop.supplier, [line], at=day(18, 8))
        self.draft: int = shop.work.run(save_draft, draft)
        self.ids["quotation"] = shop.work.run(
            confirm_order,
            WriteOrder(Kind.QUOTATION, shop.customer, [replace(line, price=Decimal(28))],
                       at=day(18, 8)),
        ).id  # fmt: skip
        shop.product("MILK", name="Milk powder", price="12.00", track="lot")
        shop.receive("MILK", 6, 5 * dearer, on=18, lot="M1", expires_on=20260301)
        self.ids["lot"] = shop.value_of("SELECT id FROM lot WHERE code = ?", "M1")
        sent = shop.work.run(
            transfer_goods,
            TransferGoods(shop.wid("MAIN") or 0, shop.wid("BACK") or 0,
                          [MoveLine(shop.pid("CUP"), Decimal(3))], at=day(18), travels=True),
        )  # fmt: skip
        self.ids["transfer_in"] = {"of": sent.id}
        self._lay_files(shop, dearer)
        plan = shop.work.run(open_count, OpenCount("January", recount_value=Decimal(5)))
        self.ids["count_run"] = plan

    def _lay_files(self, shop: Shop, dearer: Decimal) -> None:
        """What suppliers send tells what goods cost; what lies beside sales and products does not.
        One more where more is paid: neither their number nor their size may be seen."""
        of = [f"document:{self.ids[kind]}" for kind in
              ("purchase_order", "goods_receipt", "bill", "payment_out")]  # fmt: skip
        of.append(f"partner:{shop.supplier}")
        for at, place in enumerate([*of, *of[: int(dearer > 1) * len(of)]]):
            bill = Attach(place, f"bill {at} at {dearer}.pdf", b"x" * int(1_000 * dearer))
            shop.work.run(attach, bill)
        for place in (f"document:{self.ids['sale']}", f"product:{shop.pid('TEA')}"):
            shop.work.run(attach, Attach(place, "photo.pdf", b"the same in both"))


def settled() -> None:
    for _ in range(SETTLE):
        QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def every_page(counter: Counter, told: Told) -> Iterator[tuple[str, QWidget]]:
    """Each page as it is when opened, and filled where it can show something."""
    for spec in all_pages():
        if spec.code == "settings":
            yield from _settings(counter)
            continue
        if spec.code not in ONLY_FILLED:
            yield spec.code, _open(counter, spec, None)
        if spec.code in told.ids and spec.make_for is not None:
            yield f"{spec.code} filled", _open(counter, spec, told.ids[spec.code])
        if spec.code in WITH_FILES:
            yield f"{spec.code} files", _files(_open(counter, spec, told.ids[spec.code]))
        if spec.code == Kind.PURCHASE_ORDER:
            yield "purchase_order draft", _open(counter, spec, told.draft)


def _open(counter: Counter, spec: PageSpec, key: Any) -> QWidget:
    page = counter.window.show_page(spec.code, key)
    settled()
    while counter.window.sheets.tabs.count() > 3:
        counter.window.sheets.close_sheet(0)
    return page


def _files(page: Any) -> QWidget:
    """A page with the tab of its files chosen."""
    if not isinstance(page, ClosedPage):
        beside = getattr(page, "story", page)  # a document's panel; a product's story is a card
        tabs = beside.tabs if hasattr(beside, "tabs") else page.tabs
        tabs.tab_at("files").click()
        settled()
    return page


def _settings(counter: Counter) -> Iterator[tuple[str, QWidget]]:
    from erp_desktop.views.settings.sections import ICONS

    page = counter.page("settings")
    for code in ICONS:
        page.show_section(code)
        settled()
        yield f"settings/{code}", page


def every_dialog(counter: Counter, told: Told) -> Iterator[tuple[str, QWidget]]:
    """Each dialog, and each panel that lies over the window; closed again afterwards."""
    window = counter.window
    for name, opened in _openings(window):
        opened()
        settled()
        for dialog in _floating(window):
            yield name, dialog
            dialog.close()
        settled()


def _openings(window: ShopWindow) -> Iterator[tuple[str, Any]]:
    """What the window opens itself, then every class of dialog there is."""
    from erp_desktop.views.shell.jobs_panel import JobsPanel

    office = window.office
    yield "palette", window.show_palette
    yield "bell", window.show_notices
    yield "jobs", lambda: JobsPanel(office.jobs, window).hang_from(window.top.bell)
    yield "keys", window.show_keys
    yield "about", window.show_about
    yield "import", window.show_import
    for kind in dialog_classes():
        if kind.__name__ not in BASES:
            yield kind.__name__, _Opening(kind, window)


class _Opening:
    """Makes a dialog and opens it."""

    def __init__(self, kind: type[QDialog], window: ShopWindow) -> None:
        self._kind, self._window = kind, window

    def __call__(self) -> None:
        made(self._kind, self._window.office, self._window).open()


def _floating(window: QWidget) -> list[QWidget]:
    """The dialogs and panels that are open over the window."""
    from erp_desktop.views.palette import Palette
    from erp_desktop.views.shell.popover import Popover

    kinds = (QDialog, Palette, Popover)
    return [
        one for one in window.findChildren(QWidget) if isinstance(one, kinds) and one.isVisible()
    ]


def before_a_shop(qtbot: Any) -> Iterator[tuple[str, QWidget]]:
    """The windows that are there before a shop is open."""
    from erp_desktop.core.errors import ShopDamaged
    from erp_desktop.views.first_run.trouble import Trouble
    from erp_desktop.views.first_run.wizard import FirstRun

    wizard = FirstRun()
    qtbot.addWidget(wizard)
    wizard.show()
    for at in range(5):
        wizard.show_step(at)
        settled()
        yield f"first run {at + 1}", wizard
    wizard.close()
    trouble = Trouble("/shops/tea.shop", ShopDamaged("/shops/tea.shop", "SO-1"))
    qtbot.addWidget(trouble)
    trouble.show()
    settled()
    yield "trouble", trouble
    trouble.close()
    from erp_desktop.views.first_run.server_dialog import ServerDialog

    ground = QWidget()
    qtbot.addWidget(ground)
    server = ServerDialog("postgresql+psycopg://till@192.168.1.10/shop", ground)
    server.show()
    settled()
    yield "a shop on a server", server
    server.close()


def controls(within: QWidget) -> list[QWidget]:
    """What a person can reach with the keyboard or the mouse, as far as it is seen."""
    from PySide6.QtWidgets import QTabBar

    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QTabBar)
    return [
        one
        for one in within.findChildren(QWidget)
        if one.isVisibleTo(within)
        and not one.rect().isEmpty()
        and (isinstance(one, kinds) or one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and not one.objectName().startswith("qt_")
        and not isinstance(one.parent(), QComboBox)
    ]


# -- what is seen --------------------------------------------------------------------------------


def words_of(window: QWidget) -> list[str]:
    """All that is written in a window, also what only a screen reader says."""
    said = [window.accessibleName(), window.accessibleDescription()]
    for one in window.findChildren(QWidget):
        if not one.isVisibleTo(window):
            continue
        said += [one.accessibleName(), one.accessibleDescription(), one.toolTip()]
        if isinstance(one, QLabel | QAbstractButton | QLineEdit):
            said.append(one.text())
        if isinstance(one, QComboBox):
            said += [one.itemText(at) for at in range(one.count())]
        if isinstance(one, QAbstractItemView):
            said += cells_of(one)
    return [words for words in said if words]


def cells_of(view: QAbstractItemView) -> list[str]:
    """The cells of a list as it hands them out, hidden columns and headings included."""
    model = view.model()
    if model is None:
        return []
    across = Qt.Orientation.Horizontal
    wide = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    heads = [model.headerData(at, across) for at in range(wide)]
    cells = [
        model.index(row, at).data()
        for row in range(min(model.rowCount(), 60))
        for at in range(wide)
    ]
    return [str(one) for one in (*heads, *cells) if one is not None]


def picture_of(window: QWidget) -> str:
    """A picture, as a text that is the same for the same picture."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    data: QByteArray = buffer.data()
    kind = QCryptographicHash.Algorithm.Sha1
    return QCryptographicHash.hash(data, kind).toHex().data().decode()
