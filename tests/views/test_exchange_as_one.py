"""An exchange is one thing to people: one number, one receipt, one page, one line in the story."""

from decimal import Decimal as D

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from documents import reading
from erp_desktop.documents import registry
from erp_desktop.reports.exchanges import swapped
from erp_desktop.reports.listing import ListingSource, Question
from erp_desktop.reports.lists.sales import sales
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.reversing import reverse
from erp_desktop.services.sales.exchanging import exchange_of
from erp_desktop.services.users.people import add_person, set_pin
from erp_desktop.views.opening import open_document
from erp_desktop.views.sales.exchange_page import ExchangePage
from erp_desktop.views.sales.receipt_choice import ReceiptChoice
from erp_desktop.views.stock.document_view import DocumentViewPage
from erp_desktop.views.till.pin_dialogs import ApprovalDialog
from erp_desktop.views.widgets.page import Page
from shop_pages import gift_shop, press, shown, type_into
from views.counter import button

STAND, BAG = "5012345678900", "85099B"


@pytest.fixture
def gifts(dressed, tmp_path):
    with gift_shop(tmp_path) as (shop, office):
        yield shop, office


@pytest.fixture
def sale(gifts):
    """A cake stand and two bags, paid in cash."""
    shop, _ = gifts
    return shop.sell("22423", 1, "12.75", on=10)


@pytest.fixture
def page(qtbot, gifts, sale):
    return shown(qtbot, ExchangePage(gifts[1], sale.id))


def exchanged(page, *codes):
    """The stand comes back, others go."""
    page.take_all()
    for code in codes:
        page.take_scan(code)
    return page.office.ask(
        lambda books: books.value("SELECT MAX(id) FROM document WHERE kind = 'sale'")
    )


@pytest.mark.parametrize(
    ("codes", "told", "cash"),
    [
        ((BAG,), ("Exchange, give £10.80 cash back", "Difference to give back £10.80"), "1.95"),
        ((STAND, BAG), ("Exchange, take £1.95 cash", "Difference to pay £1.95"), "14.70"),
        ((STAND,), ("Exchange, nothing to pay", "Difference to pay £0.00"), "12.75"),
    ],
)
def test_the_back_office_exchanges_on_one_page(page, gifts, codes, told, cash):
    shop, _ = gifts
    deed, totals = told
    exchanged(page, *codes)
    assert page.give.text() == deed
    assert page.totals.accessibleName().endswith(totals)
    opened = []
    page.wanted.connect(lambda code, key: opened.append((code, key)))
    page.give.click()
    QApplication.processEvents()
    ((code, going_id),) = opened
    assert code == "sale"
    assert shop.work.read(swapped, going_id).difference == D(cash) - D("12.75")
    assert shop.account("cash") == D(cash)
    assert shop.account("customer_advances") == D(0)


def test_nothing_is_exchanged_for_nothing(page):
    assert not page.give.isEnabled()
    page.take_all()
    assert not page.give.isEnabled()  # nothing goes yet: that is a plain return


def done(page, shop, *codes):
    exchanged(page, *codes)
    page.give.click()
    QApplication.processEvents()
    pair = shop.work.read(exchange_of, shop.value_of("SELECT MAX(id) FROM document"))
    assert pair is not None
    return pair


def test_why_it_comes_back_is_chosen_from_the_shops_list(page, gifts):
    shop, _ = gifts
    page.why.choose("faulty")
    assert page.goes.value() == "repair"
    page.reason.setText("Wobbles")
    done(page, shop, BAG)
    row = shop.work.read(
        lambda books: books.row("SELECT reason, words, went_to FROM returned_line")
    )
    assert row == ("faulty", "Wobbles", "repair")


def test_who_would_owe_too_much_takes_more_by_a_colleagues_yes(qtbot, gifts):
    shop, office = gifts
    shop.work.run(save_partner, SavePartner("ZHOU", credit_limit=D(1)))
    shop.work.run(add_person, "mary", "manager", "Mary")
    shop.work.run(set_pin, "mary", "4711")
    sale = shop.sell("85099B", 1, "1.95", on=10, customer_id=shop.customer)
    shop.work.user_id = shop.work.run(add_person, "priya", "clerk", "Priya")
    page = shown(qtbot, ExchangePage(office, sale.id))
    page.method.choose("account")
    page.why.choose("wrong_item")
    exchanged(page, STAND)
    page.give.click()
    assert "limit" in page.notice.sentence()
    button(page.notice, "Sell anyway").click()
    dialog = next(one for one in page.findChildren(ApprovalDialog) if one.isVisible())
    dialog.person.choose(2)
    dialog.pin.setText("4711")
    dialog.verb.click()
    QApplication.processEvents()
    pair = shop.work.read(exchange_of, shop.value_of("SELECT MAX(id) FROM document"))
    used = shop.work.read(lambda books: books.row("SELECT allowed, document_id FROM approval"))
    assert used == ("sell_over_limit", pair.going_id)
    assert shop.account("receivable") == D("10.80")


def test_more_than_is_on_hand_goes_by_right(page, gifts):
    shop, _ = gifts
    exchanged(page, "22727")
    page.going.lines.write(0, {"quantity": D(6)})
    page.give.click()
    assert "only 5 available" in page.notice.sentence()
    button(page.notice, "Sell anyway").click()
    QApplication.processEvents()
    assert shop.on_hand("22727") == D(-1)


@pytest.mark.parametrize("half", [0, 1])
def test_one_receipt_says_both_directions_and_the_difference(page, gifts, sale, half):
    shop, _ = gifts
    pair = done(page, shop, BAG)
    kind = ("return-receipt", "receipt")[half]
    pdf = shop.work.read(registry.paper_for, kind, pair[half])
    said = reading.words(pdf)
    number = shop.value_of("SELECT number FROM document WHERE id = ?", pair.going_id)
    for part in (
        "Exchange receipt", number, sale.number, "Came back", "−12.75", "Goes instead", "1.95",
        "Given back £10.80", "Cash −10.80",
    ):  # fmt: skip
        assert part in said, (part, said)
    other = shop.value_of("SELECT number FROM document WHERE id = ?", pair.back_id)
    assert other not in said
    assert "Exchange −" not in said  # the means that carries the worth is nobody's business
    assert reading.codes(pdf) == [number]


def test_a_reversed_half_prints_as_reversed(page, gifts):
    shop, _ = gifts
    pair = done(page, shop, BAG)
    shop.work.run(reverse, pair.going_id)
    said = reading.words(shop.work.read(registry.paper_for, "receipt", pair.going_id))
    assert "Reversed" in said


def test_its_page_shows_what_came_back_below_what_went(page, gifts, qtbot):
    shop, office = gifts
    pair = done(page, shop, BAG)
    view = shown(qtbot, DocumentViewPage(office, pair.going_id))
    view.load()
    assert view.header.title.text().startswith("Exchange TS-2026-")
    rows = [(line["name"], line["quantity"]) for line in view.grid.lines.lines()]
    assert rows == [("Jumbo bag red retrospot", D(1)), ("Regency cakestand 3 tier", D(-1))]
    assert view.totals.accessibleName().endswith("Difference given back £10.80")


def test_the_first_sale_tells_of_one_exchange(page, gifts, sale, qtbot):
    shop, office = gifts
    pair = done(page, shop, BAG)
    view = shown(qtbot, DocumentViewPage(office, sale.id))
    view.load()
    (one,) = view.view.related
    assert (one.id, one.exchange) == (pair.going_id, True)


def test_a_link_to_what_came_back_opens_the_exchange(page, gifts, qtbot):
    shop, office = gifts
    pair = done(page, shop, BAG)
    other = Page(office)
    qtbot.addWidget(other)
    with qtbot.waitSignal(other.wanted) as wanted:
        open_document(other, pair.back_id)
    assert wanted.args == ["sale", pair.going_id]


def test_the_list_of_sales_shows_it_once(page, gifts):
    shop, _ = gifts
    done(page, shop, BAG)
    many = {}
    for view in ("returns", "exchanges", "till"):
        source = ListingSource(sales(), 2)
        source.question = Question(view=view)
        many[view] = shop.work.read(source.found)
    assert many == {"returns": 0, "exchanges": 1, "till": 2}


def test_which_receipt_is_asked_and_the_newest_stand_there(gifts, sale, qtbot):
    _, office = gifts
    choice = shown(qtbot, ReceiptChoice(office))
    qtbot.waitUntil(choice.field._open)
    with qtbot.waitSignal(choice.wanted) as wanted:
        press(choice.field, Qt.Key.Key_Return)
    assert wanted.args == ["sale_exchange", sale.id]
    QTest.qWait(0)
    with qtbot.waitSignal(choice.wanted) as wanted:
        choice.field.set_value(None)
        type_into(choice.field, "1")
    assert wanted.args == ["sale_exchange", sale.id]


def test_a_receipt_that_nobody_knows_is_said(gifts, qtbot):
    _, office = gifts
    choice = shown(qtbot, ReceiptChoice(office))
    choice.take_scan("TS-2026-999999")
    assert "TS-2026-999999" in choice.notice.sentence()
