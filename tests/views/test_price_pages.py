"""Where prices are kept: the product's card, the customer's card and form, the settings."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from erp_desktop.core import clock
from erp_desktop.reports.listing import Filter, ListingSource, Question
from erp_desktop.reports.lists.partners import PARTNERS
from erp_desktop.services.catalogue.levels import (
    NamedPrice,
    SaveLevel,
    agreed_prices,
    level_prices,
    levels,
    put_price,
    save_level,
)
from erp_desktop.services.catalogue.products import SaveProduct, by_sku, save_product
from erp_desktop.services.catalogue.variants import Axis, MakeVariants, make_variants
from erp_desktop.services.partners.partners import SavePartner, by_code, save_partner
from erp_desktop.views import costs
from erp_desktop.views.catalogue.prices_dialog import AgreedDialog, PricesDialog
from erp_desktop.views.settings.prices_section import LevelDialog
from erp_desktop.views.widgets.filter_panel import FilterPanel
from views.counter import Counter, small_shop


@pytest.fixture
def shop(tmp_path):
    return small_shop(tmp_path / "tea.shop", prices_include_tax=True)


@pytest.fixture
def counter(dressed, qtbot, shop, tmp_path):
    shop.work.close()
    made = Counter(tmp_path / "tea.shop", qtbot)
    yield made
    made.close()


@pytest.fixture
def levelled(counter):
    """Two levels, one price named, one agreed with Zhou until the end of the month."""
    do, tea = counter.office.do, counter.read(by_sku, "TEA").id
    member = do(save_level, SaveLevel("Member", Decimal(94)))
    whole = do(save_level, SaveLevel("Wholesale A"))
    do(put_price, tea, NamedPrice(Decimal(24), whole, minimum=Decimal(10)))
    zhou = counter.read(by_code, "ZHOU").id
    last = clock.parsed_day("2026-01-31")
    do(put_price, tea, NamedPrice(Decimal(22), customer_id=zhou, until=last))
    counter.member, counter.whole, counter.tea, counter.zhou = member, whole, tea, zhou
    return counter


def rows(table):
    return [
        tuple(" ".join(filter(None, (cell.words, cell.note, cell.below))) for cell in row.cells)
        for row in table.rows()
    ]


def test_the_products_card_shows_every_price_and_what_is_earned(levelled):
    page = levelled.page("product", levelled.tea)
    assert rows(page.prices.table) == [
        ("Retail price", "28.00", "64.3%"),
        ("Member 94%", "26.32", "62.0%"),
        ("Wholesale A from 10 pcs", "24.00", "58.3%"),
        ("Zhou trading until 31 Jan", "22.00", "54.5%"),
    ]
    page.prices.table.opened.emit(levelled.zhou)
    assert levelled.seen().card.name == "Zhou trading"


def test_a_variants_card_says_which_prices_are_its_templates(levelled):
    do = levelled.office.do
    do(save_product, SaveProduct("SHIRT", name="Shirt", price=Decimal(20)))
    small, large = do(make_variants, MakeVariants("SHIRT", [Axis("Size", ("S", "XL"))]))
    whole = levelled.read(levels)[1].id
    shirt = levelled.read(by_sku, "SHIRT").id
    do(put_price, shirt, NamedPrice(Decimal(15), whole))
    do(put_price, shirt, NamedPrice(Decimal(12), whole, minimum=Decimal(10)))
    do(put_price, large, NamedPrice(Decimal(17), whole))
    page = levelled.page("product", small)
    assert [row[:2] for row in rows(page.prices.table)][2:] == [
        ("Wholesale A for all variants", "15.00"),
        ("Wholesale A from 10 pcs · for all variants", "12.00"),
    ]
    page = levelled.page("product", large)
    assert [row[:2] for row in rows(page.prices.table)][2:] == [("Wholesale A", "17.00")]
    page = levelled.page("product", shirt)
    assert rows(page.prices.table)[2][:2] == ("Wholesale A", "15.00")


def test_margins_are_for_those_who_may_see_costs(levelled):
    costs.show(seen=False)
    try:
        page = levelled.page("product", levelled.tea)
        assert rows(page.prices.table)[0] == ("Retail price", "28.00")
    finally:
        costs.show(seen=True)


def test_prices_are_changed_in_a_grid_and_pasted(levelled):
    page = levelled.page("product", levelled.tea)
    page.prices.change()
    dialog = levelled.dialog(PricesDialog)
    assert [line["whose"] for line in dialog.grid.lines.lines()] == ["Wholesale A", "Zhou trading"]
    QGuiApplication.clipboard().setText("Member\t26.00\nZHOU\t5\t21.50\nNobody\t3\n")
    dialog.grid.paste()
    assert len(dialog.grid.lines.lines()) == 4
    dialog.own.set_value(Decimal("29.00"))
    dialog.confirm()
    QApplication.processEvents()
    prices = levelled.read(level_prices, levelled.tea)
    assert [(one.whose, one.minimum, one.price) for one in prices] == [
        ("Member", 0, 26), ("Wholesale A", 10, 24),
    ]  # fmt: skip
    agreed = levelled.read(agreed_prices, levelled.tea)
    assert [(one.minimum, one.price, one.until) for one in agreed] == [
        (0, 22, clock.parsed_day("2026-01-31")), (5, Decimal("21.50"), None),
    ]  # fmt: skip
    assert rows(page.prices.table)[:2] == [
        ("Retail price", "29.00", "65.5%"), ("Member", "26.00", "61.5%"),
    ]  # fmt: skip


def test_a_wrong_line_is_said_and_nothing_is_lost(levelled):
    page = levelled.page("product", levelled.tea)
    page.prices.change()
    dialog = levelled.dialog(PricesDialog)
    dialog.grid.lines.write(0, {"unit": "ton"})
    dialog.confirm()
    assert "ton" in dialog.notice.sentence()
    dialog.grid.lines.write(0, {"unit": "", "price": None})
    dialog.confirm()
    assert dialog.isVisible()
    assert dialog.notice.sentence() == "Price is missing."
    dialog.reject()
    assert len(levelled.read(level_prices, levelled.tea)) == 1


def test_a_customers_card_shows_level_tags_limit_and_agreements(levelled):
    command = SavePartner("ZHOU", price_level_id=levelled.whole, credit_limit=Decimal(1200),
                          tags=["tea house", "VIP"])  # fmt: skip
    levelled.office.do(save_partner, command)
    page = levelled.page("partner", levelled.zhou)
    chips = [chip.accessibleName() for chip in (*page.kinds, *page.tags) if chip.isVisible()]
    assert chips == ["Customer", "Wholesale A", "tea house", "VIP"]
    assert "Credit limit  £1,200.00" in page.facts.text()
    page.tabs.choose("prices")
    assert page.lists["prices"].source.count() == 1
    page.change_prices()
    dialog = levelled.dialog(AgreedDialog)
    dialog.grid.lines.write(0, {"price": Decimal(20), "until": None})
    dialog.confirm()
    QApplication.processEvents()
    (agreed,) = levelled.read(agreed_prices, None, levelled.zhou)
    assert (agreed.price, agreed.until) == (20, None)


def test_the_form_gives_a_level_a_limit_and_tags_and_takes_them(levelled):
    form = levelled.page("partner_form", levelled.zhou)
    form.level.choose(levelled.member)
    form.limit.set_value(Decimal(500))
    form.tags.setText("VIP， tea house")
    form.save()
    card = levelled.seen().card
    assert (card.price_level, card.credit_limit, card.tags) == ("Member", 500, ("VIP", "tea house"))
    form = levelled.page("partner_form", levelled.zhou)
    assert (form.level.value(), form.tags.text()) == (levelled.member, "VIP, tea house")
    form.level.choose(0)
    form.limit.set_value(None)
    form.tags.setText("")
    form.save()
    card = levelled.seen().card
    assert (card.price_level_id, card.credit_limit, card.tags) == (None, None, ())


def test_the_list_of_partners_is_filtered_by_level_and_tag(levelled):
    levelled.office.do(
        save_partner, SavePartner("ZHOU", price_level_id=levelled.whole, tags=["VIP", "tea"])
    )
    page = levelled.page("partners")
    assert levelled.read(ListingSource(PARTNERS).values, "level")[-1] == ("Wholesale A", 1)
    for wanted in (Filter("level", among=("Wholesale A",)), Filter("tags", contains="tea")):
        found = ListingSource(PARTNERS).asked(Question(filters=(wanted,)))
        names = [row[1] for _, row in levelled.read(lambda books, one: list(one.all_rows(books)),
                                                    found)]  # fmt: skip
        assert names == ["Zhou trading"]
    page.bar.open_filter("level")
    QApplication.processEvents()
    panel = levelled.dialog(FilterPanel)
    panel.close()


def test_levels_are_offered_made_changed_and_forgotten(counter):
    section = counter.page("settings").show_section("prices")
    QApplication.processEvents()
    section.take_usual()
    assert [one.name for one in counter.read(levels)] == ["Member", "Wholesale A", "Wholesale B"]
    assert not section.usual.isVisible()
    assert rows(section.table)[0][:2] == ("Member", "94%")
    section.table.opened.emit(0)
    dialog = counter.dialog(LevelDialog)
    dialog.percent.set_value(Decimal(95))
    dialog.place.set_value(Decimal(9))
    dialog.active.setChecked(False)
    dialog.confirm()
    QApplication.processEvents()
    assert rows(section.table)[2] == ("Member", "95%", "0", "0", "not in use")
    section.table.opened.emit(2)
    counter.dialog(LevelDialog).forget.click()
    QApplication.processEvents()
    section.add()
    dialog = counter.dialog(LevelDialog)
    dialog.confirm()
    assert dialog.isVisible()
    dialog.name.setText("Staff")
    dialog.confirm()
    QApplication.processEvents()
    assert [row[0] for row in rows(section.table)] == ["Wholesale A", "Wholesale B", "Staff"]


def test_a_price_is_named_with_the_keyboard_alone(levelled):
    page = levelled.page("product", levelled.tea)
    page.prices.change()
    grid = levelled.dialog(PricesDialog).grid

    def keys(text):
        editor = grid.viewport().findChildren(QLineEdit)[-1]
        levelled.bot.keyClicks(editor, text)
        levelled.bot.keyClick(editor, Qt.Key.Key_Return)
        QApplication.processEvents()

    grid.start()
    keys("memb")
    keys("")  # the unit: the product's own
    keys("5")
    keys("25.5")
    keys("")
    levelled.dialog(PricesDialog).confirm()
    QApplication.processEvents()
    member = [one for one in levelled.read(level_prices, levelled.tea) if one.whose == "Member"]
    assert [(one.unit, one.minimum, one.price) for one in member] == [("pcs", 5, Decimal("25.5"))]


@pytest.mark.parametrize("included", [True, False])
def test_the_margin_is_of_the_price_without_tax_above_and_in_the_card(
    dressed, qtbot, tmp_path, included
):
    shop = small_shop(tmp_path / "taxed.shop", prices_include_tax=included)
    shop.product("TEA", tax="25")
    shop.work.close()
    counter = Counter(tmp_path / "taxed.shop", qtbot)
    page = counter.page("product", counter.read(by_sku, "TEA").id)
    told = "55.4%" if included else "64.3%"
    assert rows(page.prices.table) == [("Retail price", "28.00", told)]
    assert f"margin {told}" in {one.note for one in page.strip.figures()}
    counter.close()
