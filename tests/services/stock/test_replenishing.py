"""What to order, how much, from whom and why; doing it twice orders nothing more."""

from decimal import Decimal
from typing import Any

import pytest

from builders import D, Shop, at_time, day
from erp_desktop.core import errors
from erp_desktop.core.money import ONE_QUANTITY, quantity
from erp_desktop.core.replenishing import Use, season, to_order
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.catalogue.supply import Offer, put_offer, save_offers
from erp_desktop.services.catalogue.units import SaveUnit
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.purchasing.proposing import (
    Ordered,
    OrderProposed,
    Proposed,
    order_proposed,
    replenish,
)
from erp_desktop.services.purchasing.terms import SaveBuyingTerms, save_buying_terms
from erp_desktop.services.stock.replenishing import Advice, Asked, advise

YEAR_DAY = 20260100


def keep(shop: Shop, sku: str = "TEA", **facts: Any) -> None:
    shop.work.run(save_product, SaveProduct(sku, **facts))


def advice(shop: Shop, *, on: int = 10, sku: str = "TEA") -> Advice:
    found = shop.work.read(advise, Asked(), day(on))
    return next(one for one in found if one.sku == sku)


def suggested(shop: Shop, *, on: int = 10, sku: str = "TEA") -> Decimal:
    return quantity(advice(shop, on=on, sku=sku).suggested)


def all_short(shop: Shop, *, on: int = 10, **facts: Any) -> list[Ordered]:
    command = OrderProposed((), at=day(on), **facts)
    with at_time(day(on)):
        return shop.work.run(replenish, Asked(), command)


def test_l46_an_order_that_comes_in_time_mutes_the_suggestion(shop: Shop) -> None:
    keep(shop, minimum=D(10), target=D(50), lead_days=7)
    shop.receive("TEA", 8, 1, on=1)
    assert suggested(shop) == D(42)
    in_time = shop.order("TEA", 30, 1, on=9, due_on=YEAR_DAY + 15)
    assert (suggested(shop), advice(shop).why) == (D(0), ("coming",))
    shop.close_order(in_time)
    shop.order("TEA", 30, 1, on=9, due_on=20260311)
    assert (suggested(shop), advice(shop).why) == (D(42), ("below", "late"))


def test_l46_running_twice_changes_nothing(shop: Shop) -> None:
    keep(shop, minimum=D(10), target=D(50), lead_days=7, supplier_id=shop.supplier)
    shop.receive("TEA", 8, 1, on=1)
    (draft,) = all_short(shop)
    assert (draft.number, draft.supplier, draft.net) == ("", "Acme Ltd", D("42.00"))
    assert all_short(shop) == []
    assert advice(shop).why == ("coming", "draft")


def test_l47_the_minimum_follows_the_use(shop: Shop) -> None:
    """4 a day for 7 days, and 10 to be safe: 38."""
    keep(shop, safety=D(10), lead_days=7, dynamic_minimum=True)
    shop.work.run(save_buying_terms, SaveBuyingTerms(use_days=10))
    shop.receive("TEA", 77, 1, on=1)
    for number in range(1, 11):
        shop.sell("TEA", 4, on=number + 1)
    found = advice(shop, on=12)
    assert (quantity(found.minimum), quantity(found.on_hand)) == (D(38), D(37))
    assert (found.why, quantity(found.suggested)) == (("below", "use"), D(38 + 56 - 37))


def test_what_comes_back_was_not_used(shop: Shop) -> None:
    keep(shop, lead_days=10, dynamic_minimum=True)
    shop.work.run(save_buying_terms, SaveBuyingTerms(use_days=10))
    shop.receive("TEA", 50, 1, on=1)
    sold = shop.sell("TEA", 20, on=9)
    shop.take_back(sold, "TEA", 15, on=10)
    assert quantity(advice(shop, on=11).minimum) == D(5)


def test_last_years_season_raises_the_minimum(shop: Shop) -> None:
    keep(shop, lead_days=28, dynamic_minimum=True, negative="allow")
    shop.work.run(save_buying_terms, SaveBuyingTerms(use_days=28))
    shop.receive("TEA", 500, 1, on=1)
    shop.sell("TEA", 28, on=10)  # the weeks before
    shop.sell("TEA", 56, on=40)  # the same weeks a year ago: twice as much
    shop.sell("TEA", 28, on=385)  # this year's weeks before
    now = 30 + 365
    found = advice(shop, on=now)
    assert (found.use.up, found.use.down) == (56 * 28 * ONE_QUANTITY, 28 * 28 * ONE_QUANTITY)
    assert quantity(found.minimum) == D(56)
    assert "season" in found.why
    shop.work.run(save_buying_terms, SaveBuyingTerms(seasons=False))
    assert quantity(advice(shop, on=now).minimum) == D(28)


def test_one_strange_month_does_not_order_for_years() -> None:
    assert season(900, 10, 28) == (3, 1)
    assert season(1, 900, 28) == (1, 2)
    assert season(0, 900, 28) == season(5, 0, 28) == (1, 1)


def test_what_is_bought_by_the_carton_is_ordered_in_cartons(shop: Shop) -> None:
    carton = [SaveUnit("carton", D(12))]
    keep(shop, minimum=D(20), units=carton, purchase_unit="carton", supplier_id=shop.supplier)
    shop.work.run(put_offer, "TEA", Offer(shop.supplier, price=D("1.25")))
    (order,) = all_short(shop)
    line = shop.lines_of(order.id)["TEA"]
    assert (line.quantity, line.unit, line.factor) == (24_000_000, "carton", 12_000_000)
    assert (line.price, order.net) == (1_250_000, D("30.00"))


def test_what_breaks_a_carton_is_ordered_in_pieces(shop: Shop) -> None:
    carton = [SaveUnit("carton", D(12))]
    keep(shop, units=carton, purchase_unit="carton")
    line = Proposed(shop.pid("TEA"), shop.supplier, D(30), D("1.25"))
    (order,) = shop.work.run(order_proposed, OrderProposed([line]))
    written = shop.lines_of(order.id)["TEA"]
    assert (written.quantity, written.unit, order.net) == (30_000_000, "pcs", D("37.50"))


def test_packs_and_least_quantities_are_the_suppliers(shop: Shop) -> None:
    keep(shop, minimum=D(10), target=D(20))
    shop.work.run(save_offers, shop.pid("TEA"), [Offer(shop.supplier, pack=D(12))])
    assert (suggested(shop), advice(shop).why) == (D(24), ("below", "pack"))
    shop.work.run(put_offer, "TEA", Offer(shop.supplier, minimum=D(48), pack=D(12)))
    assert (suggested(shop), advice(shop).why) == (D(48), ("below", "pack", "least"))


def test_promised_goods_are_not_there(shop: Shop) -> None:
    shop.receive("TEA", 5, 1, on=1)
    keep(shop, negative="allow")
    shop.sales_order("TEA", 8)
    assert (suggested(shop), advice(shop).why) == (D(3), ("short",))


def test_days_to_arrive_are_taken_from_who_knows_best(shop: Shop) -> None:
    keep(shop, minimum=D(1), supplier_id=shop.supplier)
    assert advice(shop).lead_days == 7
    shop.work.run(save_partner, SavePartner("ACME", lead_days=5))
    assert advice(shop).lead_days == 5
    keep(shop, lead_days=4)
    assert advice(shop).lead_days == 4
    shop.work.run(put_offer, "TEA", Offer(shop.supplier, lead_days=3))
    assert advice(shop).lead_days == 3


def test_one_order_a_supplier_at_his_prices(shop: Shop) -> None:
    bolt = shop.work.run(save_partner, SavePartner("BOLT", "Bolt & Co", is_supplier=True))
    for sku, partner, price in (
        ("TEA", shop.supplier, 2),
        ("CUP", shop.supplier, 3),
        ("NUT", bolt, 1),
    ):
        shop.product(sku, minimum=10)
        shop.work.run(save_offers, shop.pid(sku), [Offer(partner, price=D(price))])
    made = all_short(shop, confirm=True)
    assert [(one.supplier, one.lines, one.net) for one in made] == [
        ("Acme Ltd", 2, D("50.00")), ("Bolt & Co", 1, D("10.00")),
    ]  # fmt: skip
    due = shop.value_of("SELECT due_on FROM document WHERE id = ?", made[0].id)
    assert due == YEAR_DAY + 17
    assert all_short(shop) == []


def test_below_a_suppliers_minimum_nothing_is_ordered_unless_anyway(shop: Shop) -> None:
    keep(shop, minimum=D(10), supplier_id=shop.supplier, purchase_price=D(2))
    shop.work.run(save_partner, SavePartner("ACME", minimum_order=D(100)))
    with pytest.raises(errors.BelowMinimumOrder) as refused:
        all_short(shop)
    assert refused.value.facts == {"supplier": "Acme Ltd", "total": "20.00", "minimum": "100.00"}
    assert len(all_short(shop, anyway=True)) == 1


def test_what_has_no_supplier_cannot_be_ordered(shop: Shop) -> None:
    line = Proposed(shop.pid("TEA"), None, D(1))
    with pytest.raises(errors.Missing):
        shop.work.run(order_proposed, OrderProposed([line]))
    with pytest.raises(errors.NothingToPost):
        shop.work.run(order_proposed, OrderProposed([]))
    keep(shop, minimum=D(10))
    assert all_short(shop) == []


def test_a_warehouse_is_judged_by_itself(shop: Shop) -> None:
    shop.warehouse("SOUTH")
    keep(shop, minimum=D(10))
    shop.receive("TEA", 20, 1, on=1)
    south = shop.work.read(advise, Asked(place_id=shop.wid("SOUTH")), day(10))
    assert [(one.sku, quantity(one.suggested)) for one in south] == [("TEA", D(10))]


def test_nothing_is_ordered_at_the_minimum_itself() -> None:
    assert to_order(10, 10, 50) == 0
    assert to_order(9, 10, 5) == 1
    assert Use().over(100) == 0
