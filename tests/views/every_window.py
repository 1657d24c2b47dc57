"""Every page and dialog of the program, one after another, over a shop where something happened.

The tests of accessibility and of cut words walk through this; a new page or dialog belongs here.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from erp_desktop.views.pages import PageSpec, Place
from erp_desktop.views.shop_window import ShopWindow
from erp_desktop.views.wings import all_pages
from views.counter import Counter, small_shop

SETTLE = 3  # rounds of events until a page has read and laid itself out


class Told:
    """A shop with a document of every common kind, and their ids by kind."""

    def __init__(self, place: Path, language: str = "en") -> None:
        shop = small_shop(place, language=language)
        self.ids: dict[str, Any] = {}
        order = shop.order("TEA", 10, "9.50", on=5)
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
        self.ids["product"] = shop.pid("TEA")
        self.ids["stock_card"] = shop.pid("TEA")
        self.ids["partner"] = shop.supplier
        self.ids["report"] = "sales-by-product"
        shop.work.close()


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
        if spec.place is not Place.NOWHERE or spec.new_words or spec.make_for is None:
            yield spec.code, _open(counter, spec, None)
        if spec.code in told.ids and spec.make_for is not None:
            yield f"{spec.code} filled", _open(counter, spec, told.ids[spec.code])


def _open(counter: Counter, spec: PageSpec, key: Any) -> QWidget:
    page = counter.window.show_page(spec.code, key)
    settled()
    while counter.window.sheets.tabs.count() > 3:
        counter.window.sheets.close_sheet(0)
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
    for name, opened in _openings(window, told):
        opened()
        settled()
        for dialog in _floating(window):
            yield name, dialog
            dialog.close()
        settled()


def _openings(window: ShopWindow, told: Told) -> Iterator[tuple[str, Any]]:
    from erp_desktop.views.crash import CrashDialog
    from erp_desktop.views.finance.period_dialog import ClosePeriod
    from erp_desktop.views.reports.pack_dialog import PackDialog
    from erp_desktop.views.settings.people_section import PersonDialog, WarehouseDialog
    from erp_desktop.views.shell.jobs_panel import JobsPanel

    office = window.office
    yield "palette", window.show_palette
    yield "bell", window.show_notices
    yield "jobs", lambda: JobsPanel(office.jobs, window).hang_from(window.top.bell)
    yield "keys", window.show_keys
    yield "about", window.show_about
    yield "import", window.show_import
    yield "person", PersonDialog(office, window).open
    yield "warehouse", WarehouseDialog(office, window).open
    yield "period", ClosePeriod(office, window).open
    yield "pack", PackDialog(office, window).open
    yield "fault", CrashDialog("Something\nhappened", window).open


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


def controls(within: QWidget) -> list[QWidget]:
    """What a person can reach with the keyboard or the mouse, as far as it is seen."""
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QTabBar

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
