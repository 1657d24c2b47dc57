"""What a product costs whom: agreed prices, levels, percents, lots; and how much may be owed."""

from decimal import Decimal as D

import pytest

from builders import Shop, day
from erp_desktop.core import clock, errors
from erp_desktop.core.money import price
from erp_desktop.core.states import Kind
from erp_desktop.exchange.catalogue_out import catalogue_tables
from erp_desktop.reports.listing import Filter, ListingSource, Question
from erp_desktop.reports.lists.partners import PARTNERS
from erp_desktop.reports.price_rows import card_prices, partner_prices
from erp_desktop.reports.registry import REPORTS, ReportAsk
from erp_desktop.reports.till_rows import customer_by_code, customer_facts
from erp_desktop.services.catalogue.levels import (
    NamedPrice,
    SaveLevel,
    agreed_prices,
    drop_level,
    level_prices,
    levels,
    offer_levels,
    put_agreed,
    put_price,
    put_prices,
    save_level,
)
from erp_desktop.services.catalogue.merging import (
    ChangeUnit,
    MergeProducts,
    change_unit,
    merge_products,
)
from erp_desktop.services.catalogue.pricing import Wish, offered_to, percent_of
from erp_desktop.services.catalogue.units import SaveUnit
from erp_desktop.services.catalogue.variants import Axis, MakeVariants, make_variants
from erp_desktop.services.ordering import (
    WriteOrder,
    accept_quotation,
    confirm_order,
    save_draft,
)
from erp_desktop.services.partners.partners import SavePartner, save_partner, tags_in_use
from erp_desktop.services.sales.issuing import IssueGoods, issue_goods
from erp_desktop.services.sales.till import PaidBy, SellAtTill, sell_at_till
from erp_desktop.services.stock.lots import ChangeLot, change_lot, lot_named
from erp_desktop.services.trade import TradeLine
from erp_desktop.services.users.people import add_person, set_pin
from erp_desktop.services.users.rights import OVER_LIMIT, Approve, approve


@pytest.fixture
def tea(shop: Shop) -> Shop:
    """Longjing at 168.00, six to a carrier at 980.00; members pay 94 %, wholesale A 138 from 10
    on, and Zhou agreed on 132 until the 31st."""
    clock.set_now(lambda: day(5, 9))
    shop.product("TEA", price=168, unit="box", units=[SaveUnit("carrier", D(6), D(980))])
    shop.opening("TEA", 500, "80")
    work = shop.work
    shop.member = work.run(save_level, SaveLevel("Member", D(94)))
    shop.wholesale = work.run(save_level, SaveLevel("Wholesale A"))
    work.run(put_price, shop.pid("TEA"), NamedPrice(D(138), level_id=shop.wholesale, minimum=D(10)))
    for code, level in (("MEI", shop.member), ("BIG", shop.wholesale)):
        work.run(save_partner, SavePartner(code, code, is_customer=True, price_level_id=level))
    return shop


def pid_of(shop: Shop, code: str) -> int:
    return shop.work.read(
        lambda books: books.value("SELECT id FROM partner WHERE code = ?", (code,))
    )


def offer(shop: Shop, code: str | None, much="1", unit: str = "", on: int = 5, lot: str = ""):
    who = None if code is None else pid_of(shop, code)
    wish = Wish(shop.pid("TEA"), unit, D(much), lot)
    return shop.work.read(offered_to, who, [wish], clock.day_of(day(on)))[0]


def agree(shop: Shop, much: str, *, until: int | None = None, minimum: str = "0", unit: str = ""):
    last = None if until is None else clock.day_of(day(until))
    one = NamedPrice(D(much), customer_id=shop.customer, until=last, minimum=D(minimum), unit=unit)
    shop.work.run(put_price, shop.pid("TEA"), one)


def test_nobody_in_particular_pays_the_shops_price(tea):
    assert offer(tea, None)[:2] == (D("168.00"), "shop")
    assert offer(tea, "ZHOU")[:2] == (D("168.00"), "shop")
    assert offer(tea, None, unit="carrier")[:2] == (D("980.00"), "unit")


def test_a_level_takes_its_percent_of_the_shops_price(tea):
    one = offer(tea, "MEI")
    assert (one.price, one.rule, one.level, one.percent) == (D("157.92"), "percent", "Member", 94)
    assert offer(tea, "MEI", unit="carrier").price == D("921.20")


@pytest.mark.parametrize(
    ("own", "percent", "places", "comes_to"),
    [
        ("0.05", "90", 2, "0.05"),  # 0.045: half up
        ("1.05", "50", 2, "0.53"),  # 0.525: half up
        ("0.0125", "94", 2, "0.0118"),  # a price with four decimals keeps four
        ("105", "99", 0, "104"),  # 103.95 yen
        ("3", "33.333333", 2, "1.00"),
    ],
)
def test_a_percent_is_rounded_half_up_to_the_places_of_the_price(own, percent, places, comes_to):
    found = percent_of(int(D(own).scaleb(6)), int(D(percent).scaleb(6)), places)
    assert D(found).scaleb(-6) == D(comes_to)


def test_a_named_price_counts_from_its_quantity_on(tea):
    assert offer(tea, "BIG", "9").price == D("168.00")
    one = offer(tea, "BIG", "10")
    assert (one.price, one.rule, one.level, one.minimum) == (
        D("138.00"),
        "level",
        "Wholesale A",
        10,
    )
    more = NamedPrice(D(130), level_id=tea.wholesale, minimum=D(50))
    tea.work.run(put_price, tea.pid("TEA"), more)
    assert [offer(tea, "BIG", much).price for much in ("49.5", "50", "500")] == [138, 130, 130]


def test_a_price_of_the_unit_comes_before_that_of_its_pieces(tea):
    assert offer(tea, "BIG", "1", "carrier").price == D("980.00")  # six do not reach ten
    assert offer(tea, "BIG", "2", "carrier").price == D("828.00")  # twelve do: 6 x 138
    own = NamedPrice(D(800), level_id=tea.wholesale, unit="carrier", minimum=D(2))
    tea.work.run(put_price, tea.pid("TEA"), own)
    one = offer(tea, "BIG", "2", "carrier")
    assert (one.price, one.minimum, one.of_unit) == (800, 2, "carrier")
    assert offer(tea, "BIG", "12").price == 138  # who buys singly does not buy carriers


def test_what_was_agreed_comes_first_as_long_as_it_holds(tea):
    tea.work.run(save_partner, SavePartner("ZHOU", price_level_id=tea.wholesale))
    agree(tea, "132", until=31)
    assert offer(tea, "ZHOU", "20", on=31)[:2] == (132, "agreed")
    assert offer(tea, "ZHOU", "20", on=32)[:2] == (138, "level")
    agree(tea, "150", until=31)  # dearer than the level's: it was agreed
    assert offer(tea, "ZHOU", "20").price == 150


def test_an_agreed_price_from_a_quantity_on_leaves_the_level_below_it(tea):
    tea.work.run(save_partner, SavePartner("ZHOU", price_level_id=tea.member))
    agree(tea, "120", minimum="100")
    assert offer(tea, "ZHOU", "99").rule == "percent"
    assert offer(tea, "ZHOU", "100").price == 120


def test_a_level_out_of_use_counts_no_more(tea):
    tea.work.run(save_level, SaveLevel("Wholesale A", active=False))
    assert offer(tea, "BIG", "10").rule == "shop"


def test_the_lower_price_of_a_lot_near_its_day_wins(tea):
    tea.product("TEA", track="lot", shelf_days=400)
    tea.receive("TEA", 5, at=80, on=2, lot="L1")
    lot_id = tea.work.read(lot_named, tea.pid("TEA"), "L1")
    tea.work.run(change_lot, ChangeLot(lot_id, price=D(140)))
    assert offer(tea, "MEI", lot="L1")[:2] == (140, "lot")
    assert offer(tea, None, lot="L1")[:2] == (140, "lot")
    assert offer(tea, "BIG", "10", lot="L1")[:2] == (138, "level")  # that is lower still


def order(shop: Shop, code: str, much: str, kind: Kind = Kind.SALES_ORDER, **facts):
    line = TradeLine(shop.pid("TEA"), D(much), facts.pop("price", None), unit=facts.pop("unit", ""))
    return WriteOrder(kind, pid_of(shop, code), [line], at=day(5), **facts)


def priced(shop: Shop, document) -> D:
    line = shop.lines_of(document)["TEA"]
    return price(line.price if line.unit_price is None else line.unit_price)


def test_documents_without_a_price_take_the_proposed_one(tea):
    work = tea.work
    assert priced(tea, work.run(confirm_order, order(tea, "BIG", "10"))) == 138
    assert priced(tea, work.run(confirm_order, order(tea, "BIG", "2", unit="carrier"))) == 828
    assert priced(tea, work.run(confirm_order, order(tea, "BIG", "10", price=D(99)))) == 99
    line = TradeLine(tea.pid("TEA"), D(1))
    issue = IssueGoods(pid_of(tea, "MEI"), lines=[line], at=day(5))
    assert priced(tea, work.run(issue_goods, issue)) == D("157.92")
    sale = SellAtTill([line], paid_by="cash", customer_id=pid_of(tea, "MEI"), at=day(5))
    assert priced(tea, work.run(sell_at_till, sale)) == D("157.92")
    assert tea.lines_of(tea.sell("TEA", 1, price=168))["TEA"].price == 168_000000


def test_a_document_keeps_its_price(tea):
    draft = tea.work.run(save_draft, order(tea, "BIG", "10"))
    tea.work.run(put_price, tea.pid("TEA"), NamedPrice(D(99), level_id=tea.wholesale,
                                                        minimum=D(10)))  # fmt: skip
    assert priced(tea, tea.confirm(draft)) == 138


def test_a_shop_without_levels_asks_nothing_more(shop):
    shop.product("TEA", price=20)
    asked: list[str] = []

    def count(books) -> int:
        plain = books.rows
        books.rows = lambda sql, params=(): asked.append(sql) or plain(sql, params)
        offered_to(books, shop.customer, [Wish(shop.pid("TEA"), "", D(1))], 20_000)
        return sum("partner_price" in sql for sql in asked)

    assert shop.work.read(count) == 0
    shop.work.run(save_level, SaveLevel("Member", D(94)))
    assert shop.work.read(count) == 1


def test_a_clerk_needs_no_right_for_the_price_of_a_level(tea):
    work = tea.work
    work.user_id = work.run(add_person, "priya", "clerk", "Priya")
    line = TradeLine(tea.pid("TEA"), D(10), D(138))

    def sell(code: str, much: TradeLine):
        return work.run(
            sell_at_till,
            SellAtTill([much], paid_by="cash", customer_id=pid_of(tea, code), at=day(5)),
        )

    assert priced(tea, sell("BIG", line)) == 138
    carrier = TradeLine(tea.pid("TEA"), D(2), D(828), unit="carrier")
    assert priced(tea, sell("BIG", carrier)) == 828
    with pytest.raises(errors.NotAllowed):
        sell("ZHOU", line)  # that price is not his
    with pytest.raises(errors.NotAllowed):
        sell("BIG", TradeLine(tea.pid("TEA"), D(9), D(138)))  # nine do not reach it


# -- keeping them ------------------------------------------------------------------------------


def test_a_shop_is_offered_levels_and_may_change_and_drop_them(shop):
    work = shop.work
    work.run(offer_levels)
    work.run(offer_levels)
    found = work.read(levels)
    assert [(one.name, one.percent) for one in found] == [
        ("Member", 94), ("Wholesale A", None), ("Wholesale B", None),
    ]  # fmt: skip
    work.run(save_level, SaveLevel("Club", D(95), level_id=found[0].id))
    with pytest.raises(errors.CodeTaken):
        work.run(save_level, SaveLevel("Wholesale B", level_id=found[1].id))
    with pytest.raises(errors.Missing):
        work.run(save_level, SaveLevel("  "))
    work.run(drop_level, found[2].id)
    work.run(save_partner, SavePartner("ZHOU", price_level_id=found[0].id))
    with pytest.raises(errors.LevelInUse):
        work.run(drop_level, found[0].id)
    work.run(save_level, SaveLevel("Club", D(-1)))
    assert [(one.name, one.percent, one.customers) for one in work.read(levels)] == [
        ("Club", None, 1), ("Wholesale A", None, 0),
    ]  # fmt: skip


def test_all_prices_of_a_product_are_put_at_once(tea):
    product_id = tea.pid("TEA")
    names = [
        NamedPrice(D(150), level_id=tea.member),
        NamedPrice(D(138), level_id=tea.wholesale, minimum=D(10)),
        NamedPrice(D(790), level_id=tea.wholesale, unit="carrier"),
        NamedPrice(D(132), customer_id=tea.customer, until=20_800),
    ]
    tea.work.run(put_prices, product_id, names)
    told = tea.work.read(level_prices, product_id)
    assert [(one.whose, one.unit, one.minimum, one.price) for one in told] == [
        ("Member", "box", 0, 150), ("Wholesale A", "box", 10, 138),
        ("Wholesale A", "carrier", 0, 790),
    ]  # fmt: skip
    (agreed,) = tea.work.read(agreed_prices, product_id)
    assert (agreed.whose, agreed.price, agreed.until) == ("Zhou trading", 132, 20_800)
    with pytest.raises(errors.PriceTwice):
        tea.work.run(put_prices, product_id, [names[0], names[0]])
    with pytest.raises(errors.NotAmong):
        tea.work.run(put_prices, product_id, [NamedPrice(D(1), level_id=tea.member, unit="ton")])
    with pytest.raises(errors.NotPositive):
        tea.work.run(put_prices, product_id, [NamedPrice(D(-1), level_id=tea.member)])
    assert len(tea.work.read(level_prices, product_id)) == 3  # a refusal changes nothing


def test_all_that_was_agreed_with_a_customer_is_put_at_once(tea):
    tea.product("CUP", price=30)
    tea.work.run(put_agreed, tea.customer, [(tea.pid("CUP"), NamedPrice(D(25)))])
    agree(tea, "132")
    told = tea.work.read(agreed_prices, None, tea.customer)
    assert [(one.sku, one.price) for one in told] == [("CUP", 25), ("TEA", 132)]
    tea.work.run(put_agreed, tea.customer, [])
    assert tea.work.read(agreed_prices) == []


def test_named_prices_go_with_a_product_into_another(tea):
    tea.product("OLD", price=160, unit="box")
    tea.work.run(put_price, tea.pid("OLD"), NamedPrice(D(140), level_id=tea.member))
    tea.work.run(put_price, tea.pid("OLD"), NamedPrice(D(111), level_id=tea.wholesale))
    tea.work.run(merge_products, MergeProducts(tea.pid("OLD"), tea.pid("TEA"), at=day(6)))
    told = tea.work.read(level_prices)
    assert [(one.sku, one.whose, one.price) for one in told] == [
        ("TEA", "Member", 140), ("TEA", "Wholesale A", 138),
    ]  # fmt: skip


def test_a_smaller_unit_keeps_the_prices_of_the_old_one(tea):
    tea.work.run(change_unit, ChangeUnit(tea.pid("TEA"), "bag", D(20), day(6)))
    assert offer(tea, "BIG", "10", "box")[:2] == (138, "level")
    assert offer(tea, "BIG", "10", "bag").price == D("8.40")


# -- credit ------------------------------------------------------------------------------------


def limit(shop: Shop, much: str) -> None:
    shop.work.run(save_partner, SavePartner("ZHOU", credit_limit=D(much)))


def test_orders_and_stock_outs_stop_at_the_credit_limit(tea):
    limit(tea, "1000")
    first = tea.work.run(confirm_order, order(tea, "ZHOU", "5", price=D(100)))
    with pytest.raises(errors.CreditLimitReached) as refused:
        tea.work.run(confirm_order, order(tea, "ZHOU", "6", price=D(100)))
    assert refused.value.facts == {
        "customer": "Zhou trading", "limit": "1000.00", "owes": "500.00", "wanted": "600.00",
        "over": "100.00",
    }  # fmt: skip
    tea.issue(first, "TEA", 5)  # its own order is not counted twice
    with pytest.raises(errors.CreditLimitReached):
        tea.work.run(confirm_order, order(tea, "ZHOU", "6", price=D(100)))
    tea.invoice(first)
    with pytest.raises(errors.CreditLimitReached):
        tea.work.run(
            issue_goods,
            IssueGoods(tea.customer, lines=[TradeLine(tea.pid("TEA"), D(6), D(100))], at=day(5)),
        )
    tea.pay(500)
    tea.work.run(confirm_order, order(tea, "ZHOU", "6", price=D(100)))


def test_what_is_paid_at_once_needs_no_credit(tea):
    limit(tea, "0")
    line = TradeLine(tea.pid("TEA"), D(1), D(168))
    tea.work.run(sell_at_till, SellAtTill([line], paid_by="cash", customer_id=tea.customer,
                                          at=day(5)))  # fmt: skip
    part = SellAtTill([line], [PaidBy("cash", D(100))], customer_id=tea.customer, at=day(5))
    with pytest.raises(errors.CreditLimitReached) as refused:
        tea.work.run(sell_at_till, part)
    assert refused.value.facts["over"] == "68.00"
    tea.work.run(save_partner, SavePartner("ZHOU", credit_limit=D(-1)))
    tea.work.run(sell_at_till, part)


def test_going_over_the_limit_takes_the_right_to_it(tea):
    limit(tea, "10")
    work = tea.work
    mary = work.run(add_person, "mary", "manager", "Mary")
    work.run(set_pin, "mary", "4711")
    work.user_id = work.run(add_person, "priya", "clerk", "Priya")
    wanted = order(tea, "ZHOU", "1", price=D(168), over_limit=True)
    with pytest.raises(errors.NotAllowed) as refused:
        work.run(confirm_order, wanted)
    assert refused.value.facts["right"] == OVER_LIMIT
    yes = work.run(approve, Approve(OVER_LIMIT, mary, "4711"))
    lent = order(tea, "ZHOU", "1", price=D(168), over_limit=True, approvals=[yes])
    posted = work.run(confirm_order, lent)
    used = "SELECT document_id FROM approval WHERE id = ?"
    assert tea.value_of(used, yes) == posted.id
    work.user_id = mary
    line = TradeLine(tea.pid("TEA"), D(1), D(168))
    work.run(issue_goods, IssueGoods(tea.customer, lines=[line], at=day(5), over_limit=True))
    owed = SellAtTill([line], customer_id=tea.customer, at=day(5), over_limit=True)
    work.run(sell_at_till, owed)


def test_a_quotation_is_accepted_within_the_limit(tea):
    limit(tea, "10")
    quotation = tea.work.run(confirm_order, order(tea, "ZHOU", "1", Kind.QUOTATION))
    with pytest.raises(errors.CreditLimitReached):
        tea.work.run(accept_quotation, quotation.id, day(6))
    tea.work.run(accept_quotation, quotation.id, day(6), over_limit=True)


def test_partners_carry_the_shops_own_words(shop):
    shop.work.run(save_partner, SavePartner("ZHOU", tags=[" tea  house ", "VIP", "VIP", ""]))
    shop.work.run(save_partner, SavePartner("ACME", tags=["VIP"]))
    assert shop.work.read(tags_in_use) == ["VIP", "tea house"]
    shop.work.run(save_partner, SavePartner("ACME", tags=[]))
    shop.work.run(save_partner, SavePartner("ZHOU", name="Zhou"))
    assert shop.work.read(tags_in_use) == ["VIP", "tea house"]


def test_lists_and_cards_read_prices_on_either_database(tea):
    """What windows, reports and Excel ask is plain SQL that both databases answer."""
    agree(tea, "132", until=31)
    tea.work.run(save_partner, SavePartner("BIG", tags=["VIP", "tea"], credit_limit=D(5)))
    table = tea.work.read(REPORTS["price-list"].answer, ReportAsk())
    assert [(row[0], row[3], row[5], *row[6:]) for row in table.rows] == [
        ("TEA", "box", 168, D("157.92"), None), ("TEA", "box", None, None, 138),
        ("TEA", "carrier", 980, D("921.20"), None),
    ]  # fmt: skip
    card = tea.work.read(card_prices, tea.pid("TEA"))
    assert [(one.whose, one.price) for one in card] == [
        ("", 168), ("Member", D("157.92")), ("Wholesale A", 138), ("Zhou trading", 132),
    ]  # fmt: skip
    assert len(tea.work.read(partner_prices, tea.customer).rows) == 1
    wanted = Question(
        filters=(Filter("level", among=("Wholesale A",)), Filter("tags", contains="VIP"))
    )
    found = tea.work.read(lambda books: list(ListingSource(PARTNERS).asked(wanted).all_rows(books)))
    assert [row[0] for _, row in found] == ["BIG"]
    assert tea.work.read(customer_by_code, "MEI") == (pid_of(tea, "MEI"), "MEI")
    assert tea.work.read(customer_facts, pid_of(tea, "MEI")).level == "Member"
    sheets = {table.name: table.rows for table in tea.work.read(catalogue_tables)}
    assert sheets["price-levels"] == [("Member", "94%", "yes"), ("Wholesale A", None, "yes")]
    assert [row[1:6] for row in sheets["customer-prices"]] == [
        ("Wholesale A", None, None, 10, 138), (None, "ZHOU", None, None, 132),
    ]  # fmt: skip
    assert sheets["partners"][-1][-3:] == ("Wholesale A", 5, "VIP, tea")


@pytest.fixture
def shirt(tea):
    """A shirt at 100 in S and XL; wholesale A pays 80, from 10 on 70; Zhou agreed on 75."""
    work = tea.work
    tea.product("SHIRT", price=100, unit="pcs")
    work.run(make_variants, MakeVariants("SHIRT", [Axis("Size", ("S", "XL"))]))
    for each, names in (
        (D(80), {"level_id": tea.wholesale}),
        (D(70), {"level_id": tea.wholesale, "minimum": D(10)}),
        (D(75), {"customer_id": tea.customer, "until": clock.day_of(day(31))}),
    ):
        work.run(put_price, tea.pid("SHIRT"), NamedPrice(each, **names))
    return tea


def shirt_offer(shop: Shop, sku: str, code: str, much="1", on: int = 5):
    wish = Wish(shop.pid(sku), "", D(much))
    return shop.work.read(offered_to, pid_of(shop, code), [wish], clock.day_of(day(on)))[0]


def test_a_variant_takes_the_prices_of_its_template(shirt):
    one = shirt_offer(shirt, "SHIRT-S", "BIG")
    assert (one.price, one.rule, one.level, one.inherited) == (D(80), "level", "Wholesale A", True)
    assert shirt_offer(shirt, "SHIRT-S", "BIG", "10").price == D(70)
    agreed = shirt_offer(shirt, "SHIRT-XL", "ZHOU")
    assert (agreed.price, agreed.rule, agreed.inherited) == (D(75), "agreed", True)
    assert shirt_offer(shirt, "SHIRT-XL", "ZHOU", on=35).price == D(100)  # it held until the 31st
    assert shirt_offer(shirt, "SHIRT-S", "MEI").price == D(94)  # no price with a name: the percent
    shirt.work.run(put_price, shirt.pid("SHIRT"), NamedPrice(D(78), level_id=shirt.wholesale))
    assert shirt_offer(shirt, "SHIRT-S", "BIG").price == D(78)  # nothing was copied


def test_a_variants_own_price_comes_before_its_templates(shirt):
    own = shirt.pid("SHIRT-XL")
    shirt.work.run(put_price, own, NamedPrice(D(85), level_id=shirt.wholesale, minimum=D(5)))
    assert [shirt_offer(shirt, "SHIRT-XL", "BIG", much).price for much in ("1", "5", "12")] == [
        D(80), D(85), D(85),
    ]  # fmt: skip
    assert shirt_offer(shirt, "SHIRT-S", "BIG", "12").price == D(70)
    shirt.work.run(put_price, own, NamedPrice(D(90), customer_id=shirt.customer))
    assert shirt_offer(shirt, "SHIRT-XL", "ZHOU").price == D(90)
    shirt.work.run(put_price, own, NamedPrice(None, customer_id=shirt.customer))
    assert shirt_offer(shirt, "SHIRT-XL", "ZHOU").price == D(75)


def test_what_is_agreed_for_the_template_comes_before_a_variants_level(shirt):
    shirt.work.run(save_partner, SavePartner("ZHOU", price_level_id=shirt.wholesale))
    own = NamedPrice(D(60), level_id=shirt.wholesale)
    shirt.work.run(put_price, shirt.pid("SHIRT-S"), own)
    assert shirt_offer(shirt, "SHIRT-S", "ZHOU").price == D(75)


def test_the_card_and_the_list_say_what_a_variant_takes(shirt):
    own = NamedPrice(D(85), level_id=shirt.wholesale, minimum=D(5))
    shirt.work.run(put_price, shirt.pid("SHIRT-XL"), own)
    told = [
        (one.whose, one.price, one.minimum, one.inherited)
        for one in shirt.work.read(card_prices, shirt.pid("SHIRT-XL"))
    ]
    assert told == [
        ("", D(100), D(0), False),
        ("Member", D(94), D(0), False),
        ("Wholesale A", D(85), D(5), False),
        ("Wholesale A", D(80), D(0), True),
        ("Zhou trading", D(75), D(0), True),
    ]
    told = shirt.work.read(REPORTS["price-list"].answer, ReportAsk(sku="SHIRT-S")).rows
    assert [(row[4], row[5], row[7]) for row in told] == [
        (None, D(100), D(80)), (D(10), None, D(70)),
    ]  # fmt: skip


def test_another_unit_of_the_variant_is_not_the_templates(shirt):
    """The template counts single shirts, this variant packs of ten: 80 is not a pack's price."""
    shirt.work.run(lambda books: books.run(
        "UPDATE product SET unit = 'pack' WHERE sku = 'SHIRT-S'"))  # fmt: skip
    assert shirt_offer(shirt, "SHIRT-S", "BIG").price == D(100)
