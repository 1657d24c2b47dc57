"""Orders that wait for goods: allocating by rule and by hand, and what may still be promised."""

from decimal import Decimal as D

import pytest

from builders import day
from erp_desktop.core.money import quantity
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.sales.allocating import Allocate, allocate, deals_lots
from erp_desktop.services.trade import TradeLine
from erp_desktop.services.users.people import add_person
from erp_desktop.views.catalogue.product_page import ProductPage
from erp_desktop.views.stock.allocate_dialog import AllocateDialog, Stall
from erp_desktop.views.stock.back_orders import BackOrdersPage
from erp_desktop.views.widgets.menus import Menu
from shop_pages import gift_shop, shown

CAKESTAND = "22423"  # twelve on hand


@pytest.fixture
def gifts(dressed, tmp_path):
    with gift_shop(tmp_path) as (shop, office):
        yield shop, office


def cells(page, *keys):
    at = [[column.key for column in page.source.columns].index(key) for key in keys]
    rows = page.source.page(0, page.source.count())
    return [tuple(row[one] for one in at) for row in rows]


def test_what_waits_is_shown_with_its_reason(gifts, qtbot):
    shop, office = gifts
    first = shop.sales_order(CAKESTAND, 10, on=3, due_on=20260112)
    second = shop.sales_order(CAKESTAND, 5, on=4)
    page = shown(qtbot, BackOrdersPage(office))
    assert cells(page, "number", "given", "waits", "state") == [
        (second.number, D(2), D(3), "not_ordered")
    ]
    supply = shop.order(CAKESTAND, 20, 5, on=5, due_on=20260118)
    page.load()
    assert cells(page, "of", "state") == [(supply.number, "on_order")]
    page.show_view("ready")
    assert cells(page, "number", "waits") == [(first.number, D(0))]


def test_the_stock_is_laid_out_by_the_rule_that_is_chosen(gifts, qtbot):
    shop, office = gifts
    shop.sales_order(CAKESTAND, 10, on=3)
    second = shop.sales_order(CAKESTAND, 10, on=4, due_on=20260112)
    page = shown(qtbot, BackOrdersPage(office))
    page.lay_out("promised")
    page.show_view("ready")
    assert cells(page, "number", "given") == [(second.number, D(10))]
    assert shop.value_of("SELECT value FROM setting WHERE key = 'allocation_rule'") == "promised"


def _words(menu):
    return [action.text() for action in menu.actions() if action.text()]


def test_lots_are_promised_by_the_rule_where_the_shop_wants_it(gifts, qtbot):
    shop, office = gifts
    shop.product("MILK", track="lot")
    for lot, until in (("LATE", 20260301), ("SOON", 20260115)):
        line = TradeLine(shop.pid("MILK"), D(5), D(1), lot=lot, expires_on=until)
        shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=[line], at=day(2)))
    order = shop.sales_order("MILK", 3, on=3)
    page = shown(qtbot, BackOrdersPage(office))
    page.offer_rules()
    menu = page.findChildren(Menu)[-1]
    offered = {action.text(): action for action in menu.actions()}
    with qtbot.waitSignal(page.said) as told:
        offered["Promise lots too, the first to expire first"].trigger()
    assert told.args[0] == "Lots are promised from the next allocation on"
    menu.close()
    page.lay_out("ordered")
    line = shop.lines_of(order)["MILK"].id
    promised = shop.value_of(
        "SELECT l.code FROM stock_reservation r JOIN lot l ON l.id = r.lot_id WHERE r.line_id = ?",
        line,
    )
    assert promised == "SOON"
    page.show_view("ready")
    assert cells(page, "number", "lots") == [(order.number, "SOON × 3")]
    lots = next(column for column in page.source.columns if column.key == "lots")
    assert (lots.title, lots.hidden) == ("Promised lots", True)
    page.offer_rules()
    menu = page.findChildren(Menu)[-1]
    assert "Promise warehouses only, no lots" in _words(menu)
    menu.close()
    shop.work.user_id = shop.work.run(add_person, "priya", "clerk", "Priya")
    page.switch_lots(lots=False)  # it is the whole shop's
    assert "Priya may not do this" in page.notice.sentence()
    assert shop.work.read(deals_lots)


def test_a_shop_without_lots_is_not_asked_about_them(gifts, qtbot):
    page = shown(qtbot, BackOrdersPage(gifts[1]))
    page.offer_rules()
    menu = page.findChildren(Menu)[-1]
    assert len(_words(menu)) == 3
    menu.close()


def test_one_line_is_served_by_hand_from_another_warehouse(gifts, qtbot):
    shop, office = gifts
    shop.transfer(CAKESTAND, 5, "MAIN", "BACK")
    order = shop.sales_order(CAKESTAND, 6, on=5)
    line = shop.lines_of(order)[CAKESTAND].id
    page = shown(qtbot, BackOrdersPage(office))
    page.by_hand([line])
    dialog = next(one for one in page.findChildren(AllocateDialog) if one.isVisible())
    main, back = shop.wid("MAIN"), shop.wid("BACK")
    dialog.fields[Stall(back)].setText("7")
    dialog.confirm()
    assert "more than was ordered" in dialog.notice.sentence()
    dialog.fields[Stall(main)].setText("1")
    dialog.fields[Stall(back)].setText("5")
    dialog.confirm()
    held = "SELECT reserved FROM stock_balance WHERE location_id = ? AND product_id = ?"
    assert quantity(shop.value_of(held, back, shop.pid(CAKESTAND))) == D(5)
    assert quantity(shop.value_of(held, main, shop.pid(CAKESTAND))) == D(1)


def test_the_way_from_a_waiting_line(gifts, qtbot):
    shop, office = gifts
    order = shop.sales_order(CAKESTAND, 20, on=3)
    page = shown(qtbot, BackOrdersPage(office))
    page.view.choose_row(0)
    with qtbot.waitSignal(page.wanted) as wanted:
        page._order_chosen()
    assert wanted.args == ["purchase_order", {"product_id": shop.pid(CAKESTAND)}]
    with qtbot.waitSignal(page.wanted) as wanted:
        page.view.opened.emit(page.view.current_key())
    assert wanted.args == ["sales_order", order.id]


def test_the_products_card_says_what_may_be_promised(gifts, qtbot):
    shop, office = gifts
    page = shown(qtbot, ProductPage(office, shop.pid(CAKESTAND)))
    assert page.promises.isHidden()
    shop.sales_order(CAKESTAND, 10, on=3, due_on=20260115)
    shop.order(CAKESTAND, 20, 5, on=5, due_on=20260118)
    page.load()
    assert page.promises.words.text() == "2 pcs can be promised now · 22 from 18 Jan"
    page.promises.grab()


def test_a_line_of_an_order_says_what_may_be_promised(gifts, qtbot):
    from erp_desktop.core.states import Kind
    from erp_desktop.views.trade.order_page import OrderPage

    shop, office = gifts
    shop.sales_order(CAKESTAND, 10, on=3, due_on=20260115)
    office.do(allocate, Allocate())
    page = shown(qtbot, OrderPage(office, Kind.SALES_ORDER))
    page.editor.grid.add_product(shop.pid(CAKESTAND))
    assert page.totals._progress == (
        "Regency cakestand 3 tier", "2 pcs can be promised now", "", None,
    )  # fmt: skip
