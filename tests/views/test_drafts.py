"""Nothing typed is lost: drafts of every kind keep themselves, come back, and can be taken back."""

from decimal import Decimal as D

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from builders import Shop, day
from erp_desktop.core import clock, errors
from erp_desktop.core.states import Kind
from erp_desktop.services.shop import drafts
from erp_desktop.views import drafts as keeping
from erp_desktop.views.drafts import Unfinished
from erp_desktop.views.stock.document_view import DocumentViewPage
from erp_desktop.views.stock.papers import OpeningPage, TransferPage, WriteOffPage
from erp_desktop.views.trade.deeds import Answering, Deed
from erp_desktop.views.trade.free_page import FreePage
from erp_desktop.views.widgets.line_menu import open_line_menu
from erp_desktop.views.widgets.menus import Menu
from shop_pages import shown
from shop_proof import assert_books_are_exact
from views.trade_desk import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FREE = (Kind.GOODS_RECEIPT, Kind.GOODS_ISSUE, Kind.PURCHASE_RETURN, Kind.SALES_RETURN)


@pytest.fixture
def shop(tmp_path):
    clock.set_now(lambda: day(10, 11, 46))
    shop = Shop.found(tmp_path / "shop.db", tax=D(13), prices_include_tax=False)
    shop.product("TEA", name="Longjing tea", price=20, purchase_price=8, barcodes=["6901"], tax=13)
    shop.product("CUP", name="White cup", price=5, purchase_price=2, barcodes=["6902"], tax=13)
    shop.warehouse("BACK")
    shop.receive("TEA", 20, 8, on=1)
    shop.receive("CUP", 20, 2, on=1)
    return shop


@pytest.fixture
def desk(dressed, shop):
    desk = Desk(shop)
    yield desk
    desk.close()


def kept(shop):
    """The pages whose drafts are kept."""
    return [one.page for one in shop.work.read(drafts.drafts)]


def wait_until_kept(desk):
    QTest.qWait(keeping.WAIT + 150)
    desk.settle()


# -- every kind keeps itself ------------------------------------------------------------------


@pytest.mark.parametrize("kind", FREE)
def test_a_paper_without_an_order_keeps_itself_and_comes_back(desk, shop, kind):
    page = desk.open(kind.value)
    desk.pick_partner(shop.supplier if page.buying else shop.customer)
    desk.scan("6901")
    desk.type_cell(0, "quantity", "3")
    page.remark.setPlainText("from the back door")
    wait_until_kept(desk)
    (name,) = kept(shop)
    again = FreePage(desk.office, kind, name)
    assert again.grid.lines.line(0)["quantity"] == D(3)
    assert again.grid.lines.line(0)["stock"] == D(20)  # found anew, not kept
    assert again.fields.partner.key() == page.fields.partner.key()
    assert again.remark.words() == "from the back door"
    again.deleteLater()


@pytest.mark.parametrize("made", [TransferPage, WriteOffPage, OpeningPage])
def test_a_stock_paper_keeps_itself_as_it_is_typed(desk, shop, qtbot, made):
    page = shown(qtbot, made(desk.office))
    page.scan_in("6901")
    page.grid.lines.typed(0, "quantity", "4")
    wait_until_kept(desk)
    again = shown(qtbot, made(desk.office))
    assert [line["quantity"] for line in again.grid.lines.lines()] == [D(4)]


@pytest.mark.parametrize("kind", [Kind.PURCHASE_ORDER, Kind.SALES_ORDER, Kind.QUOTATION])
def test_an_order_keeps_half_a_date_and_half_a_cell(desk, shop, kind):
    page = desk.open(kind.value)
    desk.pick_partner(shop.supplier if page.buying else shop.customer)
    desk.scan("6901")
    page.fields.due.setFocus()
    desk.type("2026-1")
    page.grid.setFocus()
    page.grid.type_on({"row": 0, "column": "quantity", "text": "12"})
    wait_until_kept(desk)
    again = desk.window.sheets._make(desk.window.sheets._specs[kind.value], page.document_id)
    desk.window.sheets._stack.addWidget(again)
    desk.window.sheets._stack.setCurrentWidget(again)
    desk.settle()
    assert again.fields.due.text() == "2026-1"
    editor = again.grid.viewport().findChildren(QLineEdit)[-1]
    assert editor.text() == "12"
    assert again.grid.lines.line(0)["quantity"] == D(1)  # nobody pressed Enter yet


def test_what_is_received_so_far_comes_back(desk, shop):
    order = shop.order("TEA", 10, 8)
    desk.open("purchase_order", order.id)
    for _ in range(4):
        desk.scan("6901")
    wait_until_kept(desk)
    assert kept(shop) == [f"receive@{order.id}"]
    desk.window.sheets.open("purchases")
    desk.window.sheets.close_sheet(0)
    desk.open("purchase_order", order.id)
    assert desk.cell(0, "now") == D(4)
    desk.scan("6901")
    assert desk.cell(0, "now") == D(5)
    desk.press("Receive")
    assert shop.on_hand("TEA") == D(25)
    assert kept(shop) == []


@pytest.mark.parametrize("deed", [Deed.BILL, Deed.SEND_BACK, Deed.RECEIVE])
def test_an_answer_to_a_paper_comes_back(desk, shop, deed):
    order = shop.order("TEA", 10, 8)
    receipt = shop.receive("TEA", 6, of=order, on=2)
    of_id = receipt.id if deed is Deed.SEND_BACK else order.id
    code = {Deed.BILL: "bill", Deed.SEND_BACK: "purchase_return", Deed.RECEIVE: "goods_receipt"}
    page = desk.open(code[deed], Answering(deed, of_id))
    desk.type_cell(0, "now", "2")
    page.fields.reference.setFocus()
    desk.type("V-77")
    wait_until_kept(desk)
    assert kept(shop) == [f"{deed}:{of_id}"]
    desk.window.sheets.open("purchases")
    desk.window.sheets.close_sheet(0)
    page = desk.open(code[deed], Unfinished(f"{deed}:{of_id}"))
    assert desk.cell(0, "now") == D(2)
    assert page.fields.reference.text() == "V-77"
    desk.press(desk.main())
    assert kept(shop) == []


def test_typing_without_a_pause_is_kept_all_the_same(desk, shop, qtbot):
    page = desk.open("goods_receipt")
    desk.scan("6901")
    for number in range(12):  # never a pause as long as the wait
        page.remark.setPlainText(f"word {number}")
        QTest.qWait(keeping.WAIT // 4)
    assert len(kept(shop)) == 1


def test_what_is_empty_again_is_no_draft(desk, shop):
    page = desk.open("goods_receipt")
    desk.scan("6901")
    wait_until_kept(desk)
    assert len(kept(shop)) == 1
    page.writing.undo()
    wait_until_kept(desk)
    assert kept(shop) == []


def test_a_busy_shop_is_tried_again(desk, shop, monkeypatch):
    page = desk.open("goods_receipt")
    desk.scan("6901")
    store = page.writing.store
    save, tried = store.save, []

    def busy(content):
        tried.append(content)
        raise errors.Missing("time")

    monkeypatch.setattr(store, "save", busy)
    wait_until_kept(desk)
    assert tried
    assert page.header.facts.text() == "not saved yet"
    monkeypatch.setattr(store, "save", save)
    page.writing.flush()
    assert len(kept(shop)) == 1


# -- posting and throwing away ----------------------------------------------------------------


def test_the_draft_and_the_paper_are_never_there_both(desk, shop):
    desk.open("goods_receipt")
    desk.pick_partner(shop.supplier)
    desk.scan("6901")
    wait_until_kept(desk)
    desk.press("Receive")
    assert shop.on_hand("TEA") == D(21)
    assert kept(shop) == []


def test_a_refused_paper_stays_a_draft(desk, shop):
    desk.open("goods_issue")
    desk.pick_partner(shop.customer)
    desk.scan("6901")
    desk.type_cell(0, "quantity", "50")
    desk.press("Ship")
    assert desk.answers()[0] == "Ship 20"
    wait_until_kept(desk)
    assert len(kept(shop)) == 1
    desk.press("Ship 20")
    desk.press("Ship")
    assert shop.on_hand("TEA") == D(0)


@pytest.mark.parametrize("kind", [*FREE, Kind.PURCHASE_ORDER, Kind.SALES_ORDER])
def test_a_draft_thrown_away_comes_back_by_the_toast(desk, shop, kind):
    desk.open("purchases")
    page = desk.open(kind.value)
    partner = shop.supplier if page.buying else shop.customer
    desk.pick_partner(partner)
    desk.scan("6902")
    desk.scan("6902")
    desk.choose("Throw the draft away")
    assert kept(shop) == []
    assert desk.toasts[-1] == "Draft thrown away"
    desk.window.toast._undo.click()
    assert desk.page().code == kind.value
    assert desk.cell(0, "quantity") == D(2)
    assert desk.page().fields.partner.key() == partner


# -- undo and redo -----------------------------------------------------------------------------


def lines(desk):
    return [(line["sku"], line["quantity"]) for line in desk.page().grid.lines.lines()]


def test_cells_lines_and_fields_are_taken_back_and_done_again(desk, shop):
    page = desk.open("purchase_order")
    desk.pick_partner(shop.supplier)
    desk.scan("6901")
    desk.scan("6902")
    desk.type_cell(0, "quantity", "7")
    page.fields.reference.setFocus()
    desk.type("ab")
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert page.fields.reference.text() == ""  # a word is one step
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert lines(desk) == [("TEA", D(1)), ("CUP", D(1))]
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert lines(desk) == [("TEA", D(1))]
    desk.key(Qt.Key.Key_Z, CONTROL, SHIFT)
    desk.key(Qt.Key.Key_Y, CONTROL)
    desk.key(Qt.Key.Key_Y, CONTROL)
    assert lines(desk) == [("TEA", D(7)), ("CUP", D(1))]
    assert page.fields.reference.text() == "ab"


def test_a_line_is_moved_taken_out_and_put_back(desk, shop):
    page = desk.open("sales_order")
    desk.scan("6901")
    desk.scan("6902")
    page.grid.setFocus()
    page.grid.choose(1, "quantity")
    QTest.keyClick(page.grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [sku for sku, _ in lines(desk)] == ["CUP", "TEA"]
    QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    assert [sku for sku, _ in lines(desk)] == ["TEA"]
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert [sku for sku, _ in lines(desk)] == ["CUP", "TEA"]
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert [sku for sku, _ in lines(desk)] == ["TEA", "CUP"]


def test_undo_inside_a_cell_is_the_cells_first(desk, shop):
    page = desk.open("purchase_order")
    desk.scan("6901")
    page.grid.setFocus()
    page.grid.choose(0, "quantity")
    page.grid.edit(page.grid.currentIndex())
    desk.type("35")
    desk.key(Qt.Key.Key_Z, CONTROL)  # the letters
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert lines(desk) == [("TEA", D(1))]
    desk.key(Qt.Key.Key_Z, CONTROL)  # then the line itself
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert lines(desk) == []


def test_receiving_is_taken_back_step_by_step(desk, shop):
    order = shop.order("TEA", 10, 8)
    desk.open("purchase_order", order.id)
    desk.scan("6901")
    desk.press("Receive all")
    assert desk.cell(0, "now") == D(10)
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert desk.cell(0, "now") == D(1)
    desk.key(Qt.Key.Key_Y, CONTROL)
    assert desk.cell(0, "now") == D(10)


def test_the_totals_follow_undo(desk, shop):
    page = desk.open("purchase_order")
    desk.scan("6901")
    before = page.totals.accessibleName()
    desk.type_cell(0, "quantity", "9")
    assert page.totals.accessibleName() != before
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert page.totals.accessibleName() == before


# -- advice while an order is typed ------------------------------------------------------------


def test_what_is_short_is_said_under_its_line_and_takes_no_keyboard(desk, shop):
    desk.open("sales_order")
    desk.scan("6901")
    desk.type_cell(0, "quantity", "28")
    assert desk.sentence() == "Longjing tea: only 20 pcs available, this order wants 28."
    assert desk.answers() == ["Sell 20", "Order more", "Sell anyway"]
    assert isinstance(QApplication.focusWidget(), QLineEdit)  # Enter goes on to the price
    desk.press("Sell 20")
    assert lines(desk) == [("TEA", D(20))]
    assert desk.banners() == []


def test_sell_anyway_is_silent_until_more_is_wanted(desk, shop):
    desk.open("sales_order")
    desk.scan("6901")
    desk.type_cell(0, "quantity", "28")
    desk.press("Sell anyway")
    assert desk.banners() == []
    desk.type_cell(0, "price", "19")
    assert desk.banners() == []
    desk.type_cell(0, "quantity", "29")
    assert "wants 29" in desk.sentence()


def test_order_more_writes_a_purchase_order_and_leaves_the_draft(desk, shop):
    desk.open("sales_order")
    desk.pick_partner(shop.customer)
    desk.scan("6901")
    desk.type_cell(0, "quantity", "28")
    desk.press("Order more")
    assert desk.page().code == "purchase_order"
    assert desk.cell(0, "sku") == "TEA"


# -- the side panel, and the keyboard ----------------------------------------------------------


def acts(page):
    return [" ".join((entry.title, entry.detail)).strip() for entry in page.history._entries]


def test_what_was_done_stands_in_the_side_panel_until_it_is_taken_back(desk, shop):
    page = desk.open("purchase_order")
    desk.pick_partner(shop.supplier)
    desk.scan("6901")
    desk.type_cell(0, "quantity", "7")
    page.fields.reference.setFocus()
    desk.type("V-7")
    assert acts(page) == [
        "Supplier's number V-7", "Longjing tea Quantity 1 → 7", "Longjing tea added",
        "Supplier Acme Ltd",
    ]  # fmt: skip
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert acts(page)[0] == "Longjing tea Quantity 1 → 7"


def test_what_was_received_so_far_stands_above_what_the_books_tell(desk, shop):
    order = shop.order("TEA", 10, 8)
    page = desk.open("purchase_order", order.id)
    desk.scan("6901")
    assert acts(page) == ["Longjing tea Now 0 → 1", "Purchase order PO-2026-000001"]
    desk.press("Receive")
    assert acts(page) == ["Goods receipt GR-2026-000003", "Purchase order PO-2026-000001"]


def test_enter_walks_the_head_and_goes_on_to_the_lines(desk, shop):
    page = desk.open("purchase_order")
    desk.scan("6901")
    desk.pick_partner(shop.supplier)
    desk.key(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.fields.day
    for field in (page.fields.due, page.fields.reference, page.fields.discount):
        desk.key(Qt.Key.Key_Return)
        assert QApplication.focusWidget() is field
    desk.key(Qt.Key.Key_Return)
    desk.type("12")
    desk.key(Qt.Key.Key_Return)
    assert lines(desk) == [("TEA", D(12))]


def test_the_lines_are_copied_as_a_spreadsheet_takes_them(desk, shop):
    page = desk.open("sales_order")
    desk.scan("6901")
    page.grid.setFocus()
    desk.key(Qt.Key.Key_C, CONTROL)
    heads, row = QGuiApplication.clipboard().text().split("\n")
    told = dict(zip(heads.split("\t"), row.split("\t"), strict=True))
    assert (told["SKU"], told["Quantity"], told["Price"]) == ("TEA", "1", "20.00")


def test_the_menu_of_a_line(desk, shop):
    page = desk.open("sales_order")
    desk.scan("6901")
    desk.scan("6902")
    open_line_menu(page.grid, QPoint(5, 5))
    menu = page.grid.findChild(Menu)
    words = [one.text() for one in menu.actions() if one.text()]
    assert words == ["Take the line out", "Move up", "Move down", "Copy all lines", "Paste rows"]
    menu.actions()[1].trigger()
    menu.close()
    assert [sku for sku, _ in lines(desk)] == ["CUP", "TEA"]


# -- remarks about what is settled -------------------------------------------------------------


def say(desk, page, words):
    page.remark.setFocus()
    desk.type(words)
    desk.key(Qt.Key.Key_Return)


def test_a_remark_stands_in_the_history_and_changes_nothing_in_the_books(desk, shop):
    order = shop.order("TEA", 10, 8)
    receipt = shop.receive("TEA", 6, of=order, on=2)
    for code, ident in (("purchase_order", order.id), ("goods_receipt", receipt.id)):
        page = desk.open(code, ident)
        say(desk, page, "two boxes were wet")
        assert "two boxes were wet" in acts(page)
        assert page.remark.words() == ""
    shop.work.read(assert_books_are_exact)


def test_half_a_remark_keeps_itself(desk, shop):
    order = shop.order("TEA", 10, 8)
    page = desk.open("purchase_order", order.id)
    page.remark.setFocus()
    desk.type("call them abo")
    wait_until_kept(desk)
    desk.open("purchases")
    desk.window.sheets.close_sheet(0)
    page = desk.open("purchase_order", order.id)
    assert page.remark.words() == "call them abo"
    say(desk, page, "ut it")
    assert any("call them abo" in one for one in acts(page))
    assert kept(shop) == []


def test_the_note_of_a_draft_becomes_the_documents_own(desk, shop):
    page = desk.open("purchase_order")
    desk.pick_partner(shop.supplier)
    desk.scan("6901")
    page.remark.setFocus()
    desk.type("before Friday")
    desk.press("Confirm")
    page = desk.page()
    assert page.view.head.note == "before Friday"
    assert "before Friday" in acts(page)
    assert page.remark.words() == ""


def test_a_transfer_is_talked_about_too(desk, shop, qtbot):
    moved = shop.transfer("TEA", 2, "MAIN", "BACK", on=3)
    page = shown(qtbot, DocumentViewPage(desk.office, moved.id))
    page.remark.setFocus()
    qtbot.keyClicks(page.remark, "for the fair")
    qtbot.keyClick(page.remark, Qt.Key.Key_Return)
    assert "for the fair" in acts(page)


def test_scans_of_one_thing_are_one_act(desk, shop):
    page = desk.open("purchase_order")
    for _ in range(4):
        desk.scan("6901")
    desk.scan("6902")
    assert acts(page) == ["White cup added", "Longjing tea Quantity 1 → 4", "Longjing tea added"]


def test_a_full_side_panel_asks_for_no_higher_window(desk, shop):
    order = shop.order("TEA", 10, 8)
    for _ in range(5):
        shop.receive("TEA", 1, of=order, on=2)
    page = desk.open("purchase_order", order.id)
    low = page.minimumSizeHint().height()
    for sku in ("6901", "6902", "6901"):
        desk.scan(sku)
    assert len(acts(page)) > 4
    assert page.minimumSizeHint().height() <= max(low, 560)


def test_what_was_typed_in_a_cell_and_given_up_is_kept_no_more(desk, shop):
    page = desk.open("goods_receipt")
    desk.scan("6901")
    page.grid.type_on({"row": 0, "column": "quantity", "text": "12"})
    wait_until_kept(desk)
    (name,) = kept(shop)
    assert shop.work.read(drafts.draft, name).content["where"]["text"] == "12"
    desk.key(Qt.Key.Key_Escape)
    wait_until_kept(desk)
    assert "text" not in shop.work.read(drafts.draft, name).content["where"]
