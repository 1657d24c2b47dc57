"""A clerk buys: orders, receives by scan, bills, sends back, all on the pages of the window."""

from decimal import Decimal as D

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from builders import Shop, day
from erp_desktop.core import clock
from erp_desktop.core.states import Kind
from erp_desktop.reports.document_rows import document
from erp_desktop.services.catalogue.supply import Offer, save_offers
from erp_desktop.services.ordering import WriteOrder, save_draft
from erp_desktop.services.purchasing.inspecting import Inspected
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.shop.pictures import picture
from erp_desktop.services.trade import PartLine
from erp_desktop.views.trade.deeds import Answering, Deed, Fresh
from views.trade_desk import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shop(tmp_path):
    clock.set_now(lambda: day(10, 11, 46))
    shop = Shop.found(tmp_path / "shop.db", tax=D(13), prices_include_tax=False)
    shop.product("TEA", name="Longjing tea", price=20, purchase_price=8, barcodes=["6901"], tax=13)
    shop.product("CUP", name="White cup", price=5, purchase_price=2, barcodes=["6902"], tax=13)
    shop.product("POT", name="Tea pot", price=30, purchase_price=12, barcodes=["6903"], tax=13)
    return shop


@pytest.fixture
def desk(dressed, shop):
    desk = Desk(shop)
    yield desk
    desk.close()


@pytest.fixture
def order(shop):
    shop.work.run(lambda books: books.put_setting("over_receipt_percent", "0"))
    return shop.order("TEA", 10, 8, due_on=20260109)


def test_an_empty_list_says_how_to_begin(desk):
    desk.open("purchases")
    desk.press("New purchase order")
    assert desk.title() == "Purchase order"
    assert desk.state() == "Draft"
    assert desk.main() == "Confirm"


def test_an_order_is_written_with_the_keyboard_and_confirmed(desk, shop):
    desk.open("purchase_order")
    desk.pick_partner(shop.supplier)
    desk.add_product("longjing")
    assert desk.cell(0, "price") == D("8.00")
    desk.type_cell(0, "quantity", "12")
    desk.type_cell(0, "price", "7.5")
    assert desk.cell(0, "amount") == D("90.00")
    page = desk.key(Qt.Key.Key_Return, CONTROL)
    assert desk.title() == "Purchase order PO-2026-000001"
    assert desk.state() == "On order"
    assert desk.main() == "Receive"
    head = desk.office.ask(document, page.document_id).head
    assert (head.net, head.tax, head.total) == (D("90.00"), D("11.70"), D("101.70"))


def test_a_draft_keeps_what_is_typed_and_comes_back(desk, shop):
    page = desk.open("purchase_order")
    desk.pick_partner(shop.supplier)
    desk.scan("6901")
    desk.scan("6901")
    desk.open("purchases")  # going elsewhere keeps it at once
    draft = page.document_id
    again = desk.open("purchase_order", draft)
    assert again.fields.partner.text() == "Acme Ltd"
    assert desk.cell(0, "quantity") == D(2)


def test_two_people_in_one_draft_are_told(desk, shop):
    line = [(shop.pid("TEA"), D(1))]
    draft = shop.work.run(save_draft, written(shop, line))
    desk.open("purchase_order", draft)
    shop.work.run(save_draft, written(shop, [(shop.pid("CUP"), D(3))], draft, 1))
    desk.type_cell(0, "quantity", "5")
    desk.key(Qt.Key.Key_Return, CONTROL)
    assert desk.sentence().startswith("Somebody else saved")
    assert desk.answers() == ["Show theirs", "Keep mine as a copy"]
    assert desk.cell(0, "quantity") == D(5)  # nothing typed is lost
    desk.press("Show theirs")
    assert desk.cell(0, "sku") == "CUP"


def written(shop, lines, draft_id=None, version=None):
    from erp_desktop.services.trade import TradeLine

    typed = [TradeLine(product, quantity, D(1)) for product, quantity in lines]
    return WriteOrder(Kind.PURCHASE_ORDER, shop.supplier, typed, draft_id=draft_id, version=version)


def test_an_order_without_a_supplier_is_refused_at_the_field(desk):
    desk.open("purchase_order")
    desk.scan("6901")
    desk.press("Confirm")
    assert desk.sentence() == "Supplier is missing."
    assert desk.page().fields.partner.refused
    assert desk.cell(0, "sku") == "TEA"
    desk.press("Fill it in")
    assert desk.page().fields.partner.hasFocus()


def test_undo_takes_back_the_last_change_of_a_draft(desk):
    desk.open("purchase_order")
    desk.scan("6901")
    desk.scan("6902")
    desk.page().undo()
    assert [line["sku"] for line in desk.page().grid.lines.lines()] == ["TEA"]


def test_every_scan_receives_one(desk, shop, order):
    desk.open("purchase_order", order.id)
    for _ in range(4):
        desk.scan("6901")
    assert desk.cell(0, "now") == D(4)
    assert desk.page().scan.echo.accessibleName() == "Longjing tea +1, 4 of 10"
    desk.key(Qt.Key.Key_Return, CONTROL)
    assert desk.state() == "Receiving 40%"
    assert desk.main() == "Receive the rest"
    assert desk.cell(0, "done") == D(4)
    assert desk.cell(0, "now") == D(0)
    assert shop.on_hand("TEA") == D(4)
    assert desk.toasts[-1] == "Goods receipt GR-2026-000001"
    assert desk.page().grid.hasFocus()  # the next scan or key goes on here


def test_receive_all_then_the_bill_is_next(desk, shop, order):
    desk.open("purchase_order", order.id)
    desk.press("Receive all")
    desk.press("Receive")
    assert desk.state() == "Received"
    assert desk.main() == "Enter bill"
    assert desk.page().header.facts.text() == ""  # nothing is being kept any more
    assert shop.stock_value("TEA") == D("80.00")


def test_receiving_nothing_offers_to_take_all(desk, order):
    desk.open("purchase_order", order.id)
    desk.press("Receive")
    assert desk.sentence() == "No quantity is filled in yet."
    assert desk.answers() == ["Take all"]
    desk.press("Take all")
    assert desk.cell(0, "now") == D(10)


def test_too_much_is_said_under_its_line_with_three_ways_out(desk, shop, order):
    desk.open("purchase_order", order.id)
    desk.type_cell(0, "now", "12")
    assert "10 pcs on the document, with these 12 in all: 2 over." in desk.sentence()
    ways = ["Receive 10, refuse 2", "Receive 12", "The rest as a gift"]
    assert desk.answers() == ways
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)  # a quick hand goes on
    assert desk.answers() == ways
    desk.press("Receive 10, refuse 2")
    assert desk.cell(0, "now") == D(10)
    assert desk.banners() == []


def test_the_rest_comes_in_as_a_gift(desk, shop, order):
    desk.open("purchase_order", order.id)
    desk.type_cell(0, "now", "12")
    desk.press("The rest as a gift")
    desk.press("Receive")
    assert (shop.on_hand("TEA"), shop.stock_value("TEA")) == (D(12), D("80.00"))
    assert desk.state() == "Received"


def test_more_than_ordered_comes_in_at_the_orders_price(desk, shop, order):
    desk.open("purchase_order", order.id)
    desk.type_cell(0, "now", "12")
    desk.press("Receive 12")
    desk.press("Receive")
    assert (shop.on_hand("TEA"), shop.stock_value("TEA")) == (D(12), D("96.00"))


def test_goods_that_are_not_on_the_order_can_be_added(desk, shop, order):
    desk.open("purchase_order", order.id)
    desk.scan("6902")
    assert desk.sentence() == "White cup is not on this document."
    assert not desk.page().part.mark, "nothing was counted yet"
    desk.press("Add it as well")
    assert desk.cell(1, "sku") == "CUP"
    desk.press("Receive")
    assert (shop.on_hand("CUP"), shop.on_hand("TEA")) == (D(1), D(0))


def test_an_unknown_code_offers_a_new_product(desk, order):
    desk.open("purchase_order", order.id)
    desk.scan("4711999")
    assert "4711999" in desk.sentence()
    desk.press("New product")
    assert desk.page().asked == "4711999"


def test_what_is_typed_stays_when_somebody_else_posts(desk, shop, order):
    desk.open("purchase_order", order.id)
    desk.type_cell(0, "now", "3")
    desk.office.do(lambda books: shop_receives(books, shop))
    desk.settle()
    assert desk.cell(0, "now") == D(3)


def shop_receives(books, shop):
    from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
    from erp_desktop.services.trade import TradeLine

    line = TradeLine(shop.pid("CUP"), D(1), D(2))
    return receive_goods(books, ReceiveGoods(shop.supplier, lines=[line]))


def test_what_was_received_is_no_draft_any_more(desk, shop, order):
    """The rest of the order stands there to be received, and nothing of it was typed yet."""
    page = desk.open("purchase_order", order.id)
    said = []
    page.drafted.connect(said.append)
    desk.type_cell(0, "now", "1")
    assert said[-1] is True
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert said[-1] is False
    assert not desk.page().working.dirty


def test_the_rest_of_an_order_is_cancelled(desk, shop, order):
    shop.receive("TEA", 4, of=order, on=2)
    desk.open("purchase_order", order.id)
    desk.choose("Cancel the rest")
    assert desk.sentence().startswith("6 are still outstanding.")
    desk.press("Cancel the rest")
    assert desk.main() == "Enter bill"
    assert desk.page().header.facts.text() == "rest cancelled: 6"


def test_a_bill_at_another_price_changes_what_the_goods_cost(desk, shop, order):
    shop.receive("TEA", 10, of=order, on=2)
    desk.open("purchase_order", order.id)
    desk.press("Enter bill")
    assert desk.title() == "Bill for PO-2026-000001"
    assert desk.cell(0, "now") == D(10)
    desk.type_cell(0, "price", "8.5")
    desk.page().fields.reference.setText("V-77")
    desk.press("Enter bill")
    assert desk.title() == "Bill BI-2026-000001"
    assert desk.state() == "To pay"
    assert shop.stock_value("TEA") == D("85.00")
    assert desk.page().view.head.reference == "V-77"
    assert desk.main() == "Pay"


def test_billing_more_than_arrived_is_refused_with_the_number(desk, shop, order):
    shop.receive("TEA", 4, of=order, on=2)
    desk.open("purchase_order", order.id)
    desk.press("Enter bill")
    desk.type_cell(0, "now", "5")
    assert desk.answers() == ["Enter bill 4, refuse 1", "Enter bill 4, the bill says 5"]
    desk.press("Enter bill 4, refuse 1")
    desk.press("Enter bill")
    assert desk.title() == "Bill BI-2026-000001"


def test_a_bill_is_paid_in_a_small_form(desk, shop, order):
    shop.receive("TEA", 10, of=order, on=2)
    bill = shop.bill(order, on=3)
    desk.open("bill", bill.id)
    desk.press("Pay")
    form = desk.dialog()
    assert form.amount.value() == D("90.40")
    form.amount.set_value(D(100))
    form.amount.textEdited.emit("100")
    assert form.what_words.text() == "£9.60 more than is open: it is kept as an advance."
    form.confirm()
    assert desk.state() == "Paid"
    assert shop.account("supplier_advances") == D("9.60")


def test_goods_go_back_to_the_supplier(desk, shop, order):
    receipt = shop.receive("TEA", 10, of=order, on=2)
    desk.open("goods_receipt", receipt.id)
    desk.choose("Send goods back")
    desk.scan("6901")
    desk.scan("6901")
    desk.press("Send back")
    assert desk.title() == "Purchase return PR-2026-000001"
    assert shop.on_hand("TEA") == D(8)


def test_goods_come_without_an_order(desk, shop):
    desk.open("goods_receipt")
    desk.pick_partner(shop.supplier)
    desk.scan("6903")
    desk.type_cell(0, "quantity", "6")
    desk.press("Receive")
    assert desk.title() == "Goods receipt GR-2026-000001"
    assert desk.main() == "Enter bill"
    assert shop.stock_value("POT") == D("72.00")


def test_freight_is_added_to_the_cost(desk, shop, order):
    receipt = shop.receive("TEA", 10, of=order, on=2)
    desk.open("goods_receipt", receipt.id)
    desk.choose("Add freight or customs")
    page = desk.page()
    assert page.chips.codes == [receipt.number]
    assert not page.button.isEnabled()  # nothing to share yet
    page.costs.pick(0, page.costs.find_products("Freight")[0])
    page.costs.lines.typed(0, "amount", "10")
    page.show_shares()
    page.post()
    assert shop.stock_value("TEA") == D("90.00")
    assert desk.page().kind is Kind.LANDED_COST


def test_a_receipt_is_reversed(desk, shop, order):
    receipt = shop.receive("TEA", 10, of=order, on=2)
    desk.open("goods_receipt", receipt.id)
    desk.choose("Reverse")
    form = desk.dialog()
    form.reason.setText("wrong pallet")
    form.confirm()
    assert desk.state() == "Reversed"
    assert desk.main() == ""
    assert shop.on_hand("TEA") == D(0)


def test_reverse_and_copy_opens_the_same_receipt_to_be_corrected(desk, shop, order):
    receipt = shop.receive("TEA", 10, of=order, on=2)
    desk.open("goods_receipt", receipt.id)
    desk.choose("Reverse and copy")
    desk.dialog().confirm()
    assert desk.title() == "Goods receipt for PO-2026-000001"
    assert desk.cell(0, "now") == D(10)
    desk.type_cell(0, "now", "9")
    desk.press("Receive")
    assert shop.on_hand("TEA") == D(9)


def test_what_stands_in_the_way_of_a_reversal_can_be_opened(desk, shop, order):
    receipt = shop.receive("TEA", 10, of=order, on=2)
    bill = shop.bill(order, on=3)
    desk.open("goods_receipt", receipt.id)
    desk.choose("Reverse")
    desk.dialog().confirm()
    assert bill.number in desk.sentence()
    desk.press(f"Open {bill.number}")
    assert desk.title() == f"Bill {bill.number}"


def test_the_list_says_what_is_next_and_leads_there(desk, shop, order):
    page = desk.open("purchases")
    shown = page.view.list_model
    shown.need(0, 0)
    assert shown.cell(0, "number") == order.number
    assert shown.cell(0, "next") == "Receive"
    page.show_view("unpaid")
    assert page.source.count() == 0
    page.show_view("to_receive")
    assert page.source.count() == 1
    page.view.opened.emit(order.id)
    assert desk.title() == f"Purchase order {order.number}"


def test_the_paper_of_an_order_is_shown_before_it_is_printed(desk, order):
    desk.open("purchase_order", order.id)
    desk.key(Qt.Key.Key_P, CONTROL)
    shown = desk.dialog()
    assert order.number in shown.windowTitle()
    shown.close()


def test_a_scan_without_an_order_is_taken_back(desk):
    desk.open("goods_receipt")
    desk.scan("6901")
    desk.press("Undo")
    assert desk.page().grid.lines.lines() == []


def test_escape_goes_back_to_the_list(desk, order):
    desk.open("purchase_order", order.id)
    page = desk.key(Qt.Key.Key_Escape)
    assert page.header.title.text() == "Purchases"


def test_a_product_that_runs_out_begins_an_order(desk, shop):
    desk.open("purchase_order", {"product_id": shop.pid("POT")})
    assert desk.cell(0, "sku") == "POT"


# -- inspection --------------------------------------------------------------------------------


def lines_of_receipt(shop):
    return shop.work.read(lambda books: books.rows(
        "SELECT l.sku, l.quantity, l.rejected, l.reason, l.id FROM document_line l "
        "JOIN document d ON d.id = l.document_id WHERE d.kind = 'goods_receipt' ORDER BY l.id"
    ))  # fmt: skip


def test_what_is_rejected_is_asked_for_its_reason(desk, shop, order):
    desk.open("purchase_order", order.id)
    desk.type_cell(0, "now", "7")
    desk.type_cell(0, "rejected", "3")
    assert desk.sentence() == "Why were 3 pcs rejected?"
    assert desk.answers()[:2] == ["Damaged", "Expired or too old"]
    desk.press("Receive")
    assert lines_of_receipt(shop) == []
    assert "Reason is missing" in "".join(one.sentence() for one in desk.banners())
    desk.press("Damaged")
    desk.press("Receive")
    assert lines_of_receipt(shop)[0][:4] == ("TEA", 7_000_000, 3_000_000, "Damaged")
    assert desk.state() == "Receiving 70%"
    assert desk.cell(0, "done") == D(7)


def test_a_photo_is_kept_with_what_was_rejected(desk, shop, order, tmp_path, monkeypatch, qtbot):
    photo = tmp_path / "box.jpg"
    photo.write_bytes(b"a photo")
    chosen = (str(photo), "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: chosen)
    desk.open("purchase_order", order.id)
    desk.type_cell(0, "rejected", "10")
    monkeypatch.setenv("ERP_CONFIG", str(tmp_path / "own"))
    desk.press("Photo…")
    qtbot.waitUntil(lambda: "Another photo…" in desk.answers())
    photo.unlink()  # the stick it came from is pulled out before the goods are handed in
    desk.press("Damaged")
    desk.press("Receive")
    line = lines_of_receipt(shop)[0]
    assert line[:3] == ("TEA", 0, 10_000_000)
    assert shop.work.read(picture, f"line:{line[4]}") == b"a photo"


def test_a_posted_receipt_shows_what_was_rejected_and_has_a_note(desk, shop, order):
    check = Inspected(D(3), "Damaged")
    part = PartLine(shop.lines_of(order)["TEA"].id, D(7), check=check)
    command = ReceiveGoods(order_id=order.id, parts=[part], at=day(9))
    receipt = shop.work.run(receive_goods, command)
    desk.open("goods_receipt", receipt.id)
    assert desk.cell(0, "rejected") == D(3)
    assert desk.cell(0, "under") == "TEA · Damaged"
    assert "Rejection note" in desk.page().offered()


def test_a_bill_for_more_than_came_is_kept_as_a_claim(desk, shop, order):
    receipt = shop.receive("TEA", 8, of=order, on=9)
    desk.open("bill", Answering(Deed.BILL, receipt.id))
    desk.type_cell(0, "now", "10")
    desk.press("Enter bill 8, the bill says 10")
    desk.press("Enter bill")
    assert shop.value_of("SELECT expected FROM document_line WHERE expected > 0") == 10_000_000
    assert shop.account("payable") == D("-72.32")


def test_the_board_says_where_a_bill_differs(desk, shop, order):
    receipt = shop.receive("TEA", 10, of=order, on=2)
    page = desk.open("matching")
    assert page.source.question.view == "different"
    assert {code: count for code, _, count in page.source.views()} == {
        "different": 0, "too_much": 0, "to_bill": 1, "waiting": 0, "matched": 0, "all": 1,
    }  # fmt: skip
    shop.bill(receipt, "8.40", on=3)
    page.load()
    (row,) = page.source.page(0, 5)
    assert row[5] == "other_price"
    page.view.opened.emit(page.source.key_of(0))
    assert desk.title() == "Purchase order PO-2026-000001"


def test_a_new_line_costs_what_the_chosen_supplier_offers(desk, shop):
    shop.work.run(save_offers, shop.pid("TEA"), [Offer(shop.supplier, "A-1", D("7.25"))])
    desk.open("purchase_order")
    desk.add_product("longjing")
    assert desk.cell(0, "price") == D("8.00")
    desk.open("purchase_order", Fresh(2))
    desk.pick_partner(shop.supplier)
    desk.add_product("longjing")
    assert desk.cell(0, "price") == D("7.25")


def test_the_rest_as_a_gift_is_a_gift(desk, shop, order):
    desk.open("purchase_order", order.id)
    desk.type_cell(0, "now", "12")
    desk.press("The rest as a gift")
    desk.press("Receive")
    assert shop.stock_value("TEA") == D("80.00")
    assert shop.value_of("SELECT quantity FROM document_line WHERE promotion = 1") == 2_000_000
