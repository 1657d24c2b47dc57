"""The whole window with its scanner: scans while a clerk stands in a quantity, a price, a name."""

import random

import pytest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from erp_desktop.core.states import Kind
from erp_desktop.services.catalogue.products import link_barcode
from erp_desktop.services.catalogue.scanning import known_code
from erp_desktop.views.scanner import GAP, ScanFilter
from scanner_hands import Key, compose, on_our_clock, scan, wait
from views.counter import Counter, small_shop

TEA, CUP = "6901234567892", "0012345678905"


@pytest.fixture
def counter(dressed, tmp_path, qtbot, monkeypatch):
    on_our_clock(monkeypatch)
    shop = small_shop(tmp_path / "corner.shop")
    shop.work.run(link_barcode, CUP, shop.pid("CUP"))
    shop.work.close()
    made = Counter(tmp_path / "corner.shop", qtbot)
    with qtbot.waitActive(made.window):
        made.window.activateWindow()
    scans = ScanFilter(QApplication.instance(), lambda code: made.read(known_code, code))
    scans.scanned.connect(made.window.take_scan)
    yield made
    QApplication.instance().removeEventFilter(scans)
    scans.deleteLater()
    made.close()


def edit(grid, row, key):
    """The clerk is writing in this cell."""
    grid.setFocus()
    grid.choose(row, key)
    if grid.state() is not QAbstractItemView.State.EditingState:
        grid.edit(grid.currentIndex())
    QApplication.processEvents()


def quantities(page):
    return {line["sku"]: line["quantity"] for line in page.editor.grid.lines.lines()}


def places(page):
    """Where the focus may be on a document: cells, fields, a button, nowhere."""
    grid, fields = page.editor.grid, page.fields
    return (
        lambda: edit(grid, 0, "quantity"),
        lambda: edit(grid, 1, "price"),
        lambda: edit(grid, 1, "quantity"),
        lambda: (grid.setFocus(), grid.choose(0, "price")),
        fields.partner.setFocus,
        fields.reference.setFocus,
        page.scan.field.setFocus,
        lambda: page.primary.setFocus() if hasattr(page, "primary") else page.setFocus(),
        lambda: QApplication.focusWidget() and QApplication.focusWidget().clearFocus(),
    )


def deed(counter, times, seed=3):
    """Scan after scan on a receipt without an order; every one adds one, nothing else changes."""
    page = counter.page(Kind.GOODS_RECEIPT.value)
    scan(counter.window, TEA)
    scan(counter.window, CUP, Key.Key_Tab)
    QApplication.processEvents()
    before = [(line["sku"], line["price"]) for line in page.editor.grid.lines.lines()]
    wanted = {"TEA": 1, "CUP": 1}
    dice, where = random.Random(seed), places(page)
    for number in range(times):
        dice.choice(where)()
        field = QApplication.focusWidget()
        composing = number % 2 == 0 and field in {page.fields.reference, page.fields.partner}
        if composing:
            compose(field, "ni")
            wait(2 * GAP)
        sku, code = dice.choice((("TEA", TEA), ("CUP", CUP)))
        scan(counter.window, code)
        wanted[sku] += 1
        if composing:
            compose(field, "")
    wait(100)
    assert quantities(page) == wanted
    assert [(line["sku"], line["price"]) for line in page.editor.grid.lines.lines()] == before
    assert page.fields.reference.text() == ""
    return page


def test_scans_while_a_document_is_written(counter):
    deed(counter, 40)


@pytest.mark.full
def test_a_thousand_scans_while_a_document_is_written(counter):
    deed(counter, 1000)


def test_the_scan_goes_where_the_page_is_for(counter):
    """The till sells, a list finds."""
    till = counter.page("till")
    scan(counter.window, TEA)
    assert till.cart.lines[0].sku == "TEA"
    counter.page("products")
    scan(counter.window, TEA)
    assert counter.seen().header.title.text() == "Green tea 250 g"


def test_no_scan_is_lost_before_the_first_page_was_clicked(counter):
    counter.page("counts")
    scan(counter.window, TEA)
    assert counter.seen().header.title.text() == "Green tea 250 g"
