"""A clerk writes orders for customers with prices of their own, and for one who owes too much."""

from decimal import Decimal as D

import pytest
from PySide6.QtCore import Qt

from builders import Shop, day
from erp_desktop.core import clock
from erp_desktop.core.states import Kind
from erp_desktop.reports.document_rows import document
from erp_desktop.services.catalogue.levels import NamedPrice, SaveLevel, put_price, save_level
from erp_desktop.services.catalogue.units import SaveUnit
from erp_desktop.services.ordering import WriteOrder, confirm_order, save_draft
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.reversing import reverse
from erp_desktop.services.sales.issuing import IssueGoods, issue_goods
from erp_desktop.services.trade import TradeLine
from erp_desktop.services.users.people import add_person, set_pin
from erp_desktop.views.finance.pay_dialog import PayDialog
from erp_desktop.views.till.pin_dialogs import ApprovalDialog
from erp_desktop.views.trade.deeds import Copied
from views.trade_desk import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shop(tmp_path):
    clock.set_now(lambda: day(10, 11, 46))
    shop = Shop.found(tmp_path / "shop.db", prices_include_tax=True)
    shop.product("TEA", name="Longjing tea", price="168", unit="box", barcodes=["6901"],
                 units=[SaveUnit("carrier", D(6), D(980))])  # fmt: skip
    shop.receive("TEA", 100, 80, on=1)
    work = shop.work
    member = work.run(save_level, SaveLevel("Member", D(94)))
    whole = work.run(save_level, SaveLevel("Wholesale A"))
    work.run(put_price, shop.pid("TEA"), NamedPrice(D(138), level_id=whole, minimum=D(10)))
    shop.mei = work.run(
        save_partner, SavePartner("MEI", "Mei Lin", is_customer=True, price_level_id=member)
    )
    shop.big = work.run(
        save_partner, SavePartner("BIG", "Big house", is_customer=True, price_level_id=whole)
    )
    return shop


@pytest.fixture
def desk(dressed, shop):
    desk = Desk(shop)
    yield desk
    desk.close()


def test_the_price_follows_customer_and_quantity_and_says_why(desk, shop):
    desk.open("sales_order")
    desk.add_product("longjing")
    assert desk.cell(0, "price") == D("168.00")
    desk.pick_partner(shop.mei)
    assert desk.cell(0, "price") == D("157.92")
    assert desk.cell(0, "under") == "TEA · Member 94%"
    desk.page().fields.partner.selectAll()
    desk.pick_partner(shop.big)
    assert desk.page().fields.partner.key() == shop.big
    assert (desk.cell(0, "price"), desk.cell(0, "under")) == (D("168.00"), "TEA")
    desk.type_cell(0, "quantity", "12")
    assert desk.cell(0, "price") == D("138.00")
    assert desk.cell(0, "under") == "TEA · Wholesale A, from 10 box"
    assert desk.cell(0, "amount") == D("1656.00")
    desk.page().grid.turn_unit(0)
    desk.type_cell(0, "quantity", "2")
    assert (desk.cell(0, "unit"), desk.cell(0, "price")) == ("carrier", D("828.00"))


def test_a_typed_price_stays_until_it_is_emptied(desk, shop):
    desk.open("sales_order")
    desk.pick_partner(shop.big)
    desk.add_product("longjing")
    desk.type_cell(0, "price", "150")
    desk.type_cell(0, "quantity", "12")
    desk.page().fields.partner.selectAll()
    desk.pick_partner(shop.mei)
    assert desk.page().fields.partner.key() == shop.mei
    assert (desk.cell(0, "price"), desk.cell(0, "under")) == (D(150), "TEA")
    desk.type_cell(0, "price", " ")
    assert desk.cell(0, "price") == D("157.92")


def test_scans_reach_the_quantity_and_undo_takes_the_price_back(desk, shop):
    desk.open("sales_order")
    desk.pick_partner(shop.big)
    desk.scan("6901")
    desk.type_cell(0, "quantity", "9")
    assert desk.cell(0, "price") == D(168)
    desk.scan("6901")
    assert (desk.cell(0, "quantity"), desk.cell(0, "price")) == (D(10), D(138))
    desk.page().writing.undo()
    desk.settle()
    assert (desk.cell(0, "quantity"), desk.cell(0, "price")) == (D(9), D(168))


def test_a_draft_comes_back_with_its_prices_and_goes_on_following(desk, shop):
    page = desk.open("quotation")
    desk.pick_partner(shop.big)
    desk.add_product("longjing")
    desk.type_cell(0, "quantity", "12")
    page.writing.flush()
    draft_id = page.document_id
    desk.close()
    desk.__init__(shop)  # the program is started again
    again = desk.open("quotation", draft_id)
    assert again.grid.lines.line(0)["price"] == D(138)
    desk.type_cell(0, "quantity", "2")
    assert desk.cell(0, "price") == D(168)


def test_a_copy_keeps_what_was_agreed(desk, shop):
    line = TradeLine(shop.pid("TEA"), D(12), D(100))
    shop.work.run(confirm_order, WriteOrder(Kind.QUOTATION, shop.big, [line], at=day(2)))
    order = shop.work.run(confirm_order, WriteOrder(Kind.SALES_ORDER, shop.big, [line], at=day(2)))
    desk.open("sales_order", order.id).copy()
    assert (desk.cell(0, "quantity"), desk.cell(0, "price")) == (D(12), D(100))


def pick_other(desk, partner_id):
    """Another customer, by hand."""
    desk.page().fields.partner.selectAll()
    desk.pick_partner(partner_id)
    assert desk.page().fields.partner.key() == partner_id


@pytest.mark.parametrize("kind", [Kind.QUOTATION, Kind.SALES_ORDER])
def test_a_copy_goes_on_proposing_what_nobody_typed(desk, shop, kind):
    lines = [TradeLine(shop.pid("TEA"), D(12)), TradeLine(shop.pid("TEA"), D(12), D(100))]
    order = shop.work.run(confirm_order, WriteOrder(kind, shop.big, lines, at=day(2)))
    desk.open(kind.value, order.id).copy()
    desk.settle()
    assert [desk.cell(at, "price") for at in (0, 1)] == [D(138), D(100)]
    desk.type_cell(0, "quantity", "2")
    desk.type_cell(1, "quantity", "2")
    assert [desk.cell(at, "price") for at in (0, 1)] == [D(168), D(100)]
    pick_other(desk, shop.mei)
    assert [desk.cell(at, "price") for at in (0, 1)] == [D("157.92"), D(100)]
    assert desk.cell(0, "under") == "TEA · Member 94%"


def test_a_draft_that_was_only_saved_goes_on_proposing(desk, shop):
    """Another till wrote it: there are its lines, and not the words of its page."""
    lines = [TradeLine(shop.pid("TEA"), D(2), unit="carrier"), TradeLine(shop.pid("TEA"), D(1))]
    draft_id = shop.work.run(save_draft, WriteOrder(Kind.SALES_ORDER, shop.mei, lines))
    desk.open("sales_order", draft_id)
    assert [desk.cell(at, "price") for at in (0, 1)] == [D("921.20"), D("157.92")]
    pick_other(desk, shop.big)
    assert [desk.cell(at, "price") for at in (0, 1)] == [D(828), D(168)]


def test_a_reversed_stock_out_is_copied_with_prices_that_follow(desk, shop):
    lines = [TradeLine(shop.pid("TEA"), D(2))]
    issue = shop.work.run(issue_goods, IssueGoods(shop.mei, lines=lines, at=day(9)))
    desk.office.do(reverse, issue.id)
    desk.open("goods_issue", Copied(issue.id))
    assert desk.cell(0, "price") == D("157.92")
    pick_other(desk, shop.big)
    desk.type_cell(0, "quantity", "12")
    assert desk.cell(0, "price") == D(138)


def test_what_goes_beyond_an_order_costs_the_customers_price(desk, shop):
    shop.product("CUP", name="Cup", price="10", barcodes=["6902"])
    shop.receive("CUP", 20, 4, on=1)
    line = TradeLine(shop.pid("TEA"), D(1))
    order = shop.work.run(confirm_order, WriteOrder(Kind.SALES_ORDER, shop.mei, [line], at=day(2)))
    desk.open("sales_order", order.id)
    desk.scan("6902")
    desk.press("Add it as well")
    assert (desk.cell(1, "product"), desk.cell(1, "price")) == ("Cup", D("9.40"))
    assert desk.cell(0, "price") == D("157.92")


def test_over_the_limit_says_by_how_much_and_what_can_be_done(desk, shop):
    shop.work.run(save_partner, SavePartner("BIG", credit_limit=D(2000)))
    desk.open("sales_order")
    desk.pick_partner(shop.big)
    desk.add_product("longjing")
    desk.type_cell(0, "quantity", "20")
    desk.press("Confirm")
    assert desk.sentence() == (
        "Big house is over the credit limit by 760.00: 0.00 stand open, 2,760.00 come on top, "
        "2,000.00 are allowed."
    )
    assert desk.answers() == ["Take payment", "Sell anyway"]
    desk.press("Take payment")
    dialog = desk.dialog()
    assert isinstance(dialog, PayDialog)
    assert dialog.who.value().title == "Big house"
    dialog.reject()
    desk.press("Confirm")
    desk.press("Sell anyway")
    assert desk.title() == "Sales order SO-2026-000001"


def test_a_clerk_asks_a_colleague_to_go_over_the_limit(desk, shop):
    shop.work.run(save_partner, SavePartner("BIG", credit_limit=D(100)))
    shop.work.run(add_person, "mary", "manager", "Mary")
    shop.work.run(set_pin, "mary", "4711")
    shop.work.user_id = shop.work.run(add_person, "priya", "clerk", "Priya")
    line = TradeLine(shop.pid("TEA"), D(1))
    quotation = shop.work.run(
        confirm_order, WriteOrder(Kind.QUOTATION, shop.big, [line], at=day(2))
    )
    page = desk.open("quotation", quotation.id)
    page.accept()
    assert "over the credit limit by 68.00" in desk.sentence()
    desk.press("Sell anyway")
    dialog = desk.dialog()
    assert isinstance(dialog, ApprovalDialog)
    dialog.pin.setText("4711")
    dialog.confirm()
    desk.settle()
    assert desk.title() == "Sales order SO-2026-000001"


def test_goods_leave_on_account_up_to_the_limit(desk, shop):
    order = shop.work.run(
        confirm_order,
        WriteOrder(Kind.SALES_ORDER, shop.big, [TradeLine(shop.pid("TEA"), D(10))], at=day(2)),
    )
    shop.work.run(save_partner, SavePartner("BIG", credit_limit=D(1000)))
    desk.open("sales_order", order.id)
    desk.press("Ship")
    assert "over the credit limit by 380.00" in desk.sentence()
    desk.press("Sell anyway")
    assert desk.state() == "Shipped"
    assert desk.office.ask(document, order.id).head.total == D(1380)
