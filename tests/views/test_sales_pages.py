"""A clerk sells: quotes, orders, ships, invoices, takes money, takes goods back."""

import gc
import weakref
from decimal import Decimal as D

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from builders import Shop, day
from erp_desktop.core import clock
from erp_desktop.core.states import Kind
from erp_desktop.reports.document_rows import document
from erp_desktop.services.ordering import WriteOrder, confirm_order
from erp_desktop.services.trade import TradeLine
from erp_desktop.services.users.people import add_person, set_pin
from erp_desktop.views.till.pin_dialogs import ApprovalDialog
from erp_desktop.views.trade.deeds import Fresh
from erp_desktop.views.trade.margin_dialog import MarginDialog, rows_of
from views.trade_desk import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shop(tmp_path):
    clock.set_now(lambda: day(10, 11, 46))
    shop = Shop.found(tmp_path / "shop.db", tax=D(13), prices_include_tax=True)
    shop.product("TEA", name="Longjing tea", price="22.60", barcodes=["6901"], tax=13)
    shop.product("CUP", name="White cup", price="11.30", barcodes=["6902"], tax=13)
    shop.product("WRAP", name="Gift wrapping", price="5.65", kind="service", tax=13)
    shop.receive("TEA", 8, 10, on=1)
    return shop


@pytest.fixture
def desk(dressed, shop):
    desk = Desk(shop)
    yield desk
    desk.close()


@pytest.fixture
def order(shop):
    return shop.sales_order("TEA", 5, "22.60", on=2, due_on=20260112)


def test_an_order_shows_stock_last_price_and_live_totals(desk, shop):
    shop.sell("TEA", 1, 21, on=2)
    desk.open("sales_order")
    desk.pick_partner(shop.customer)
    desk.add_product("tea")
    assert desk.cell(0, "stock") == D(7)
    assert desk.cell(0, "last") == D("21.00")
    desk.type_cell(0, "quantity", "2")
    desk.type_cell(0, "percent_off", "10")
    assert desk.page().totals.accessibleName() == (
        "Net amount 36.00, Discount included −4.52, Tax 13% 4.68, Total £40.68"
    )
    desk.page().fields.discount.setFocus()
    desk.type("0.68")
    assert desk.page().totals.accessibleName().endswith("Total £40.00")


def test_a_confirmed_order_reserves(desk, shop):
    desk.open("sales_order")
    desk.pick_partner(shop.customer)
    desk.scan("6901")
    desk.type_cell(0, "quantity", "5")
    page = desk.key(Qt.Key.Key_Return, CONTROL)
    assert desk.title() == "Sales order SO-2026-000001"
    assert shop.reserved("TEA") == D(5)
    assert desk.main() == "Ship"
    assert desk.office.ask(document, page.document_id).head.total == D("113.00")


def test_a_new_order_stays_in_sight_when_it_is_confirmed(desk, shop):
    """Its next step stands there; one is not put back to the list one came from."""
    desk.open("sales")
    desk.open("sales_order", Fresh(1))
    desk.pick_partner(shop.customer)
    desk.scan("6901")
    desk.key(Qt.Key.Key_Return, CONTROL)
    assert desk.title() == "Sales order SO-2026-000001"
    desk.key(Qt.Key.Key_Return, CONTROL)
    assert desk.state() == "Shipped"


def test_a_discount_above_the_amount_is_refused_and_nothing_is_lost(desk, shop):
    desk.open("sales_order")
    desk.pick_partner(shop.customer)
    desk.scan("6901")
    desk.page().fields.discount.setFocus()
    desk.type("99")
    desk.press("Confirm")
    assert desk.sentence() == "A discount of 99.00 is more than the amount of 22.60."
    assert desk.cell(0, "quantity") == D(1)
    desk.press("Without the discount")
    desk.press("Confirm")
    assert desk.title() == "Sales order SO-2026-000001"


def test_a_line_without_a_quantity_is_refused_under_the_line(desk, shop):
    desk.open("sales_order")
    desk.pick_partner(shop.customer)
    desk.scan("6901")
    desk.type_cell(0, "quantity", "0")
    desk.press("Confirm")
    assert desk.sentence() == "Quantity must be more than zero, not 0."
    assert desk.answers() == ["One piece", "Take the line out"]
    desk.press("One piece")
    assert desk.cell(0, "quantity") == D(1)


def test_all_of_it_ships_with_one_key(desk, shop, order):
    desk.open("sales_order", order.id)
    assert desk.cell(0, "now") == D(5)
    desk.key(Qt.Key.Key_Return, CONTROL)
    assert (shop.on_hand("TEA"), shop.reserved("TEA")) == (D(3), D(0))
    assert desk.state() == "Shipped"
    assert desk.main() == "Invoice"


def test_scanning_counts_from_nothing(desk, shop, order):
    desk.open("sales_order", order.id)
    desk.scan("6901")
    desk.scan("6901")
    assert desk.cell(0, "now") == D(2)
    desk.press("Ship")
    assert desk.state() == "Partly shipped 40%"
    assert desk.main() == "Ship the rest"
    assert desk.page().second.text() == "Invoice"


def test_too_little_stock_is_said_under_the_line_with_ways_out(desk, shop):
    order = shop.sales_order("TEA", 12, 20)
    desk.open("sales_order", order.id)
    desk.press("Ship")
    assert desk.sentence() == "TEA: 12 wanted, only 8 available."
    assert desk.answers() == ["Ship 8", "Order more", "Ship anyway"]
    desk.press("Ship 8")
    assert desk.cell(0, "now") == D(8)
    desk.press("Ship")
    assert shop.on_hand("TEA") == D(0)
    assert desk.main() == "Ship the rest"


def test_more_than_there_is_ships_by_right(desk, shop):
    order = shop.sales_order("TEA", 12, 20)
    desk.open("sales_order", order.id)
    desk.press("Ship")
    desk.press("Ship anyway")
    assert shop.on_hand("TEA") == D(-4)
    assert "TEA: 12 wanted, only 8 available." in desk.toasts[-1]


def test_whoever_may_not_ship_it_asks_a_colleague(desk, shop):
    shop.work.run(add_person, "mary", "manager", "Mary")
    shop.work.run(set_pin, "mary", "4711")
    shop.work.user_id = shop.work.run(add_person, "priya", "clerk", "Priya")
    desk.open("goods_issue")
    desk.pick_partner(shop.customer)
    desk.scan("6901")
    desk.type_cell(0, "quantity", "9")
    desk.press("Ship")
    assert desk.answers() == ["Ship 8", "Order more", "Ship anyway"]
    desk.press("Ship anyway")
    assert shop.on_hand("TEA") == D(8)
    dialog = next(one for one in desk.window.findChildren(ApprovalDialog) if one.isVisible())
    dialog.pin.setText("4711")
    dialog.confirm()
    desk.settle()
    assert desk.title() == "Stock-out GI-2026-000001"
    assert shop.on_hand("TEA") == D(-1)
    used = shop.work.read(lambda books: books.row("SELECT allowed, document_id FROM approval"))
    assert used == ("sell_below_stock", desk.page().view.head.id)


def test_what_is_short_can_be_ordered_from_there(desk, shop):
    order = shop.sales_order("TEA", 12, 20)
    desk.open("sales_order", order.id)
    desk.press("Ship")
    desk.press("Order more")
    assert desk.title() == "Purchase order"
    assert desk.cell(0, "sku") == "TEA"


def test_ship_invoice_take_payment_each_is_the_main_button(desk, shop, order):
    desk.open("sales_order", order.id)
    desk.press("Ship")
    desk.press("Invoice")
    assert desk.title() == "Invoice IN-2026-000001"
    assert desk.page().view.head.open == D("113.00")
    desk.press("Take payment")
    desk.dialog().confirm()
    assert desk.state() == "Paid"
    assert desk.main() == ""
    desk.open("sales_order", order.id)
    assert desk.state() == "Paid"


def test_a_service_is_invoiced_with_the_order(desk, shop):
    lines = [TradeLine(shop.pid("TEA"), D(1)), TradeLine(shop.pid("WRAP"), D(1))]
    order = WriteOrder(Kind.SALES_ORDER, shop.customer, lines, at=day(2))
    desk.open("sales_order", shop.work.run(confirm_order, order).id)
    assert len(desk.page().grid.lines.lines()) == 1  # nothing of a service can be shipped
    desk.press("Ship")
    desk.press("Invoice")
    assert desk.page().view.head.total == D("28.25")


def test_paying_more_than_is_due_is_said_plainly_and_kept(desk, shop, order):
    shop.issue(order, "TEA", 5)
    invoice = shop.invoice(order)
    desk.open("invoice", invoice.id)
    desk.press("Take payment")
    form = desk.dialog()
    form.amount.set_value(D(120))
    form.amount.textEdited.emit("120")
    assert form.what_words.text() == "£7.00 more than is open: it is kept as an advance."
    form.confirm()
    assert shop.account("customer_advances") == D("-7.00")
    assert desk.state() == "Paid"


def test_paying_a_part_leaves_the_rest_open(desk, shop, order):
    shop.issue(order, "TEA", 5)
    invoice = shop.invoice(order)
    desk.open("invoice", invoice.id)
    desk.press("Take payment")
    form = desk.dialog()
    form.amount.set_value(D(13))
    form.amount.textEdited.emit("13")
    assert form.what_words.text() == "£100.00 stays open."
    form.confirm()
    assert desk.state() == "Partly paid 12%"


def test_a_payment_of_nothing_stays_in_the_form(desk, shop, order):
    shop.issue(order, "TEA", 5)
    invoice = shop.invoice(order)
    desk.open("invoice", invoice.id)
    desk.press("Take payment")
    form = desk.dialog()
    form.amount.set_value(None)
    form.confirm()
    assert form.isVisible()
    assert form.amount.refused
    form.reject()


def test_the_invoices_of_an_order_are_paid_one_by_one(desk, shop, order):
    for pieces in (2, 3):
        shop.invoice(shop.issue(order, "TEA", pieces))
    desk.open("sales_order", order.id)
    desk.press("Take payment")
    form = desk.dialog()
    assert (form.of.count(), form.amount.value()) == (3, D("45.20"))
    form.of.setCurrentIndex(1)
    assert form.open_words.text() == "IN-2026-000002: £67.80 open"
    assert form.what_words.text() == "Settles it in full."
    form.confirm()
    desk.press("Take payment")
    assert desk.dialog().open_words.text() == "IN-2026-000001: £45.20 open"
    desk.dialog().reject()


def test_a_customer_brings_goods_back(desk, shop, order):
    issue = shop.issue(order, "TEA", 5)
    shop.invoice(order)
    desk.open("goods_issue", issue.id)
    desk.choose("Take goods back")
    desk.scan("6901")
    desk.press("Take back")
    assert desk.title() == "Sales return SR-2026-000001"
    assert desk.page().view.head.total == D("22.60")
    assert shop.on_hand("TEA") == D(4)


def test_a_return_says_why_and_where_the_goods_go(desk, shop, order):
    issue = shop.issue(order, "TEA", 5)
    desk.open("goods_issue", issue.id)
    desk.choose("Take goods back")
    desk.scan("6901")
    desk.page().asking.why.choose("faulty")
    assert desk.page().asking.goes.value() == "repair"
    desk.page().fields.reference.setText("The lid leaks")
    desk.press("Take back")
    kept = shop.work.read(
        lambda books: books.rows("SELECT reason, words, went_to FROM returned_line")
    )
    assert kept == [("faulty", "The lid leaks", "repair")]
    assert shop.on_hand("TEA", "REPAIR") == D(1)


def test_more_than_was_sold_does_not_come_back(desk, shop, order):
    issue = shop.issue(order, "TEA", 5)
    desk.open("goods_issue", issue.id)
    desk.choose("Take goods back")
    desk.type_cell(0, "now", "6")
    assert desk.answers() == ["Take back 5, refuse 1"]


def test_a_quotation_becomes_an_order_when_it_is_accepted(desk, shop):
    desk.open("quotation")
    desk.pick_partner(shop.customer)
    desk.scan("6901")
    desk.key(Qt.Key.Key_Return, CONTROL)
    assert desk.title() == "Quotation QU-2026-000001"
    desk.press("Accept")
    assert desk.title() == "Sales order SO-2026-000001"
    assert shop.reserved("TEA") == D(1)


def test_the_rest_is_not_shipped_and_is_promised_no_more(desk, shop, order):
    shop.issue(order, "TEA", 3)
    desk.open("sales_order", order.id)
    desk.choose("Cancel the rest")
    desk.press("Cancel the rest")
    assert shop.reserved("TEA") == D(0)
    assert desk.main() == "Invoice"


def test_an_untouched_order_is_cancelled_whole(desk, shop, order):
    desk.open("sales_order", order.id)
    desk.choose("Cancel the order")
    desk.press("Cancel the rest")
    assert desk.state() == "Void"
    assert desk.main() == ""


def test_goods_leave_without_an_order(desk, shop):
    desk.open("goods_issue")
    desk.pick_partner(shop.customer)
    desk.scan("6901")
    desk.press("Ship")
    assert desk.title() == "Stock-out GI-2026-000001"
    assert desk.main() == "Invoice"


def test_an_invoice_is_reversed_and_written_again_in_part(desk, shop, order):
    shop.issue(order, "TEA", 5)
    invoice = shop.invoice(order)
    desk.open("invoice", invoice.id)
    desk.choose("Reverse and copy")
    desk.dialog().confirm()
    assert desk.title() == f"Invoice for {order.number}"
    desk.type_cell(0, "now", "4")
    desk.press("Invoice")
    assert desk.page().view.head.total == D("90.40")


def test_the_story_at_the_side_opens_its_documents(desk, shop, order):
    issue = shop.issue(order, "TEA", 5)
    page = desk.open("sales_order", order.id)
    page.related.opened.emit(issue.id)
    assert desk.title() == f"Stock-out {issue.number}"
    assert desk.page().kind is Kind.GOODS_ISSUE


def test_the_list_filters_and_says_what_is_late(desk, shop, order):
    shop.issue(order, "TEA", 5)
    shop.invoice(order, due_on=20260105)
    page = desk.open("sales")
    page.show_view("overdue")
    model = page.view.list_model
    model.need(0, 0)
    assert model.cell(0, "state") == "overdue"
    assert page.view.faces[5].note(model.row(0)) == ("5 d late", "bad")
    page.search.setText("zhou")
    page.search.returnPressed.emit()
    assert page.source.count() == 1
    page.search.setText("nobody")
    page.search.returnPressed.emit()
    assert page.source.count() == 0


def test_pages_die_when_they_are_closed(desk, order):
    desk.open("sales")
    page = weakref.ref(desk.open("sales_order", order.id))
    desk.window.sheets.close_current()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert page() is None


def test_a_stock_out_says_why_it_left_what_it_left(desk, shop, order):
    """5 teas at 20.00 without tax, less the 10.00 that the receipt said."""
    issue = shop.issue(order, "TEA", 5, on=3)
    page = desk.open("goods_issue", issue.id)
    desk.choose("Why this margin…")
    dialog = next(one for one in page.findChildren(MarginDialog) if one.isVisible())
    told = [[cell.words for cell in row.cells] for row in rows_of(dialog.tree, {})]
    assert told[0] == ["Sold for, without tax", "100.00"]
    assert told[1] == ["Cost of 5 × Longjing tea", "−50.00"]
    assert told[-1] == ["Left", "50.00"]
    dialog.verb.click()
