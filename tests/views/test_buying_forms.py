"""The forms of buying: freight with its shares, a product's suppliers, tolerances, reasons."""

from decimal import Decimal as D

import pytest
from PySide6.QtTest import QTest

from builders import Shop, day
from erp_desktop.core import clock
from erp_desktop.core.states import Kind
from erp_desktop.reports.partner_card import partner_card
from erp_desktop.reports.product_card import product_card
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.catalogue.supply import Offer, offers_of, save_offers, supply_of
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.purchasing.terms import buying_terms
from erp_desktop.services.unit_of_work import open_shop
from erp_desktop.views.catalogue.product_page import ProductPage
from erp_desktop.views.catalogue.supply_dialog import SupplyDialog
from erp_desktop.views.partners.partner_form import PartnerForm
from erp_desktop.views.partners.partner_page import PartnerPage
from erp_desktop.views.purchasing.supplier_prices import SupplierPricesPage
from erp_desktop.views.settings.buying_section import BuyingSection
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.trade.landed_page import LandedPage
from erp_desktop.views.trade.posted_page import PostedPage
from erp_desktop.views.trade.restating_dialog import RestatingDialog
from erp_desktop.views.widgets.finder import Found


@pytest.fixture
def shop(tmp_path):
    clock.set_now(lambda: day(10, 11))
    shop = Shop.found(tmp_path / "shop.db")
    for sku in ("TEA", "CUP"):
        shop.product(sku, name=sku.title())
    yield shop
    clock.set_now(None)


@pytest.fixture
def office(dressed, shop):
    office = ShopOffice(open_shop(str(shop.work.database.place)))
    yield office
    office.deleteLater()


def landed(qtbot, office, *receipts):
    page = LandedPage(office, receipts)
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    return page


def add_cost(page, words, way, amount, tax=""):
    """Choose a cost and the way it is shared, type its amount and tax."""
    grid = page.costs
    found = grid.find_products(words)
    row = len(grid.lines.lines())
    grid.pick(row, next(one for one in found if one.detail == way))
    grid.lines.typed(row, "amount", amount)
    if tax:
        grid.lines.typed(row, "tax", tax)
    page.show_shares()


def shares(page, *keys):
    return [tuple(line[key] for key in keys) for line in page.shares.lines.lines()]


def test_freight_shows_its_shares_before_it_is_posted(office, shop, qtbot):
    first = shop.receive("TEA", 10, 10, on=1)
    second = shop.receive("CUP", 10, 30, on=2)
    shop.sell("TEA", 5, on=3)
    page = landed(qtbot, office, first.id)
    assert not page.button.isEnabled()
    add_cost(page, "frei", "By the amounts", "40")
    assert shares(page, "under", "value", "share", "before", "after", "stays", "gone") == [
        (f"TEA · {first.number}", D(100), D(40), D(10), D(14), D(20), D(20))
    ]
    assert shop.stock_value("TEA") == D("50.00")  # nothing is posted yet
    page.also.chosen.emit(Found(second.id, second.number))
    add_cost(page, "cust", "By the quantities", "8", tax="20")
    add_cost(page, "Insurance", "By the amounts", "2")
    assert page.shares.names == ("Freight", "Customs", "Insurance")
    assert shares(page, "cost0", "cost1", "cost2", "share", "stays", "gone") == [
        (D(10), D(4), D("0.5"), D("14.5"), D("7.25"), D("7.25")),
        (D(30), D(4), D("1.5"), D("35.5"), D("35.5"), D(0)),
    ]
    assert page.totals.accessibleName() == "Net 50.00, Tax 1.60, Total £51.60"
    with qtbot.waitSignal(page.wanted) as wanted:
        page.post()
        page.findChild(RestatingDialog).accept()  # what was sold on the third costs more
    assert (shop.stock_value("TEA"), shop.stock_value("CUP")) == (D("57.25"), D("335.50"))
    code, posted = wanted.args
    assert code == "landed_cost"
    paper = PostedPage(office, Kind.LANDED_COST, posted)
    qtbot.addWidget(paper)
    paper.load()
    related = {one.number for one in paper.view.related}
    assert related >= {first.number, second.number}
    under = [line["under"] for line in paper.grid.lines.lines()]
    assert "CUP · Insurance" in under


def test_what_has_no_weight_is_said_in_the_form(office, shop, qtbot):
    receipt = shop.receive("TEA", 1, 10, on=1)
    page = landed(qtbot, office, receipt.id)
    add_cost(page, "frei", "By weight", "5")
    assert page.notice.sentence().startswith("TEA has no weight.")
    assert not page.button.isEnabled()
    page._measure("TEA")
    page.findChild(SupplyDialog).reject()
    shop.work.run(save_product, SaveProduct("TEA", weight=D("0.25")))
    page.show_shares()
    assert page.notice.sentence() == ""
    assert page.button.isEnabled()


def test_a_landed_cost_keeps_itself_with_its_receipts_and_costs(office, shop, qtbot):
    first = shop.receive("TEA", 10, 10, on=1)
    second = shop.receive("CUP", 10, 30, on=2)
    page = landed(qtbot, office, first.id)
    page.also.chosen.emit(Found(second.id, second.number))
    add_cost(page, "pack", "By volume", "7")
    page.chips.removed.emit(first.number)
    page.undo()
    page.drafting.flush()
    again = landed(qtbot, office, first.id)
    assert again.chips.codes == [first.number, second.number]
    assert [line["way"] for line in again.costs.lines.lines()] == ["By volume"]
    again.discard()
    empty = landed(qtbot, office, first.id)
    assert empty.costs.lines.lines() == []


def test_a_products_suppliers_are_kept_with_their_codes_and_packs(office, shop, qtbot):
    page = ProductPage(office, shop.pid("TEA"))
    qtbot.addWidget(page)
    page.load()
    dialog = SupplyDialog(office, shop.pid("TEA"), "TEA", page)
    dialog.offers.pick(0, Found(shop.supplier, "Acme Ltd"))
    for key, text in (("code", "AC-1"), ("price", "9.80"), ("pack", "12"), ("days", "5")):
        dialog.offers.lines.typed(0, key, text)
    typed = (
        (dialog.safety, "10"), (dialog.target, "60"), (dialog.weight, "0.25"),
    )  # fmt: skip
    for field, text in typed:
        QTest.keyClicks(field, text)
    dialog.dynamic.setChecked(True)
    dialog.confirm()
    (offer,) = shop.work.read(offers_of, shop.pid("TEA"))
    assert (offer.code, offer.price, offer.pack, offer.lead_days) == ("AC-1", D("9.80"), D(12), 5)
    supply = shop.work.read(supply_of, shop.pid("TEA"))
    assert (supply.safety, supply.target, supply.dynamic) == (D(10), D(60), True)
    assert (supply.weight, supply.volume, supply.lead_days) == (D("0.25"), None, None)
    page.load()
    assert page.supply.table.rows()[0].cells[0].words == "Acme Ltd · AC-1"
    assert page.supply.words.text() == "The minimum follows the use, 10 pcs to be safe · up to 60"


def suppliers(shop, *codes):
    return [shop.work.run(save_partner, SavePartner(code, code.title(), is_supplier=True))
            for code in codes]  # fmt: skip


def test_no_supplier_is_lost_when_the_form_is_saved(office, shop, qtbot):
    five = suppliers(shop, "ACE", "BEE", "COD", "DOT", "EEL")
    given = [Offer(one, f"C{one}", D("9.5"), D(3), D(12), 4) for one in five]
    shop.work.run(save_offers, shop.pid("TEA"), given)
    before = shop.work.read(offers_of, shop.pid("TEA"))
    dialog = SupplyDialog(office, shop.pid("TEA"), "TEA", None)
    qtbot.addWidget(dialog)
    dialog.confirm()
    assert shop.work.read(offers_of, shop.pid("TEA")) == before
    assert len(before) == 5

    dialog = SupplyDialog(office, shop.pid("TEA"), "TEA", None)
    qtbot.addWidget(dialog)
    grid = dialog.offers
    grid.choose(4)
    grid.move_line(-1)  # Eel before Dot
    grid.choose(0)
    grid.take_out()  # Ace sells it no more: Bee is the usual one
    grid.pick(4, Found(five[2], "Cod"))  # stands there already
    assert grid.lines.rowCount() == 5  # four and the empty line
    dialog.confirm()
    found = shop.work.read(offers_of, shop.pid("TEA"))
    assert [one.supplier_code for one in found] == ["BEE", "COD", "EEL", "DOT"]
    assert shop.work.read(product_card, shop.pid("TEA")).supplier == "Bee"


def test_the_usual_supplier_without_a_price_stays_when_the_form_is_saved(office, shop, qtbot):
    shop.work.run(save_product, SaveProduct("TEA", supplier_id=shop.supplier))
    dialog = SupplyDialog(office, shop.pid("TEA"), "TEA", None)
    qtbot.addWidget(dialog)
    dialog.confirm()
    assert shop.work.read(product_card, shop.pid("TEA")).supplier == "Acme Ltd"


def test_half_a_day_of_delivery_is_said_in_the_form(office, shop, qtbot):
    shop.work.run(save_offers, shop.pid("TEA"), [Offer(shop.supplier)])
    dialog = SupplyDialog(office, shop.pid("TEA"), "TEA", None)
    qtbot.addWidget(dialog)
    dialog.offers.lines.typed(0, "days", "2.5")
    dialog.confirm()
    assert "2.5" in dialog.notice.sentence()


def test_supplier_prices_are_a_list_that_changes_suppliers(office, shop, qtbot):
    ace, bee = suppliers(shop, "ACE", "BEE")
    for sku in ("TEA", "CUP"):
        shop.work.run(save_offers, shop.pid(sku), [Offer(ace, price=D(9)), Offer(bee)])
    page = SupplierPricesPage(office)
    qtbot.addWidget(page)
    page.load()
    assert page.source.count() == 4
    assert len(set(page.source.keys([(0, 4)]))) == 4  # a row of its own each
    opened = []
    page.wanted.connect(lambda *wanted: opened.append(wanted))
    page.view.choose_row(3)
    page.view.opened.emit(page.view.current_key())
    assert opened == [("product", shop.pid("TEA"))]
    page.change()
    dialog = page.findChild(SupplyDialog)
    assert len(dialog.offers.lines.lines()) == 2
    dialog.reject()
    his = SupplierPricesPage(office, bee)
    qtbot.addWidget(his)
    his.load()
    assert his.source.count() == 2
    partner = PartnerPage(office, bee)
    qtbot.addWidget(partner)
    partner.wanted.connect(lambda *wanted: opened.append(wanted))
    partner.show_prices()
    assert opened[-1] == ("supplier_prices", bee)


def test_the_shops_terms_of_buying_are_settings(office, shop, qtbot):
    section = BuyingSection(office)
    qtbot.addWidget(section)
    section.load()
    section.over.setText("2.5")
    section.reasons.setText("Wet; Broken；Late")
    section.save()
    terms = shop.work.read(buying_terms)
    assert (terms.over_percent, terms.reasons) == (D("2.5"), ("Wet", "Broken", "Late"))
    section.use.setText("0")
    section.save()
    assert "use_days" in section.notice.sentence() or "more than zero" in section.notice.sentence()


def test_a_supplier_has_days_a_least_order_and_a_tolerance(office, shop, qtbot):
    form = PartnerForm(office, shop.supplier)
    qtbot.addWidget(form)
    form.load()
    for field, text in ((form.lead, "6"), (form.least, "250"), (form.over, "3")):
        QTest.keyClicks(field, text)
    form.save()
    card = shop.work.read(partner_card, shop.supplier)
    assert (card.lead_days, card.minimum_order, card.over_percent) == (6, D("250.00"), D(3))
    again = PartnerForm(office, shop.supplier)
    qtbot.addWidget(again)
    again.load()
    again.over.setText("")
    again.lead.setText("")
    again.save()
    card = shop.work.read(partner_card, shop.supplier)
    assert (card.lead_days, card.over_percent) == (None, None)
