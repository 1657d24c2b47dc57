"""Goods are looked at before they are taken in: accepted, rejected, given for nothing, too many."""

from decimal import Decimal

import pytest

from builders import D, Shop, day
from erp_desktop.core import errors
from erp_desktop.services.paper import Posted
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.purchasing.inspecting import Inspected, photos_of
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.purchasing.terms import SaveBuyingTerms, buying_terms, save_buying_terms
from erp_desktop.services.records import answered, record
from erp_desktop.services.trade import PartLine, TradeLine


def inspect(
    shop: Shop, order: Posted, taken: int | str, check: Inspected, *, on: int = 2
) -> Posted:
    part = PartLine(shop.lines_of(order)["TEA"].id, D(taken), check=check)
    return shop.work.run(receive_goods, ReceiveGoods(order_id=order.id, parts=[part], at=day(on)))


def come(shop: Shop, order: Posted) -> Decimal:
    """How much of the order came in so far."""
    line = shop.lines_of(order)["TEA"].id
    kinds = [shop.work.read(record, order.id).header.kind.GOODS_RECEIPT]
    found = shop.work.read(answered, [line], kinds).get(line)
    return D(found.quantity).scaleb(-6) if found else D(0)


def test_what_is_rejected_stays_outside_and_is_still_to_come(shop: Shop) -> None:
    order = shop.order("TEA", 10, 5)
    receipt = inspect(shop, order, 7, Inspected(D(3), "Damaged"))
    line = shop.lines_of(receipt)["TEA"]
    assert (line.quantity, line.rejected, line.reason) == (7_000_000, 3_000_000, "Damaged")
    assert (shop.on_hand(), shop.stock_value()) == (D(7), D("35.00"))
    assert shop.account("unbilled") == D("-35.00")
    assert come(shop, order) == D(7)
    inspect(shop, order, 3, Inspected(), on=3)
    assert shop.on_hand() == D(10)


def test_all_of_it_may_be_rejected(shop: Shop) -> None:
    order = shop.order("TEA", 10, 5)
    receipt = inspect(shop, order, 0, Inspected(D(10), "Wrong goods"))
    assert receipt.moves == ()
    assert (shop.on_hand(), come(shop, order)) == (D(0), D(0))
    shop.reverse(receipt)
    with pytest.raises(errors.NothingToPost):
        shop.bill(inspect(shop, order, 0, Inspected(D(1), "Damaged")))


def test_a_rejection_needs_its_reason(shop: Shop) -> None:
    order = shop.order("TEA", 10, 5)
    with pytest.raises(errors.Missing) as refused:
        inspect(shop, order, 7, Inspected(D(3)))
    assert refused.value.facts == {"field": "reason"}


def test_nothing_taken_and_nothing_rejected_is_no_line(shop: Shop) -> None:
    order = shop.order("TEA", 10, 5)
    with pytest.raises(errors.NotPositive):
        inspect(shop, order, 0, Inspected())


def test_a_photo_is_kept_with_its_line(shop: Shop) -> None:
    order = shop.order("TEA", 10, 5)
    receipt = inspect(shop, order, 9, Inspected(D(1), "Damaged", b"\x89PNG broken box"))
    line = shop.lines_of(receipt)["TEA"].id
    assert shop.work.read(photos_of, receipt.id) == [(line, b"\x89PNG broken box")]


def test_a_gift_comes_at_no_cost_and_is_not_billed(shop: Shop) -> None:
    """LEDGER, Free goods: they count in quantity at cost 0, with a promotion flag (L-12)."""
    gift = TradeLine(shop.pid("TEA"), D(2), D(5), check=Inspected(promotion=True))
    bought = TradeLine(shop.pid("TEA"), D(10), D(5))
    receipt = shop.work.run(
        receive_goods, ReceiveGoods(shop.supplier, lines=[bought, gift], at=day(1))
    )
    assert (shop.on_hand(), shop.stock_value()) == (D(12), D("50.00"))
    bill = shop.bill(receipt)
    assert [line.quantity for line in shop.work.read(record, bill.id).lines] == [10_000_000]
    assert shop.account("unbilled") == D(0)


def test_l43_tolerance_is_of_all_receipts_together(shop: Shop) -> None:
    shop.work.run(save_buying_terms, SaveBuyingTerms(over_percent=D(2)))
    order = shop.order("TEA", 10_000, 1)
    for truck in range(20):
        shop.receive("TEA", 510, of=order, on=2 + truck)
    assert shop.on_hand() == D(10_200)
    with pytest.raises(errors.MoreThanOrdered):
        shop.receive("TEA", "0.01", of=order, on=25)


def test_l44_without_a_tolerance_not_a_gram_more(shop: Shop) -> None:
    order = shop.order("TEA", "100.000", 1)
    with pytest.raises(errors.MoreThanOrdered):
        shop.receive("TEA", "100.002", of=order)


def test_a_supplier_may_have_a_tolerance_of_his_own(shop: Shop) -> None:
    shop.work.run(save_buying_terms, SaveBuyingTerms(over_percent=D(2)))
    shop.work.run(save_partner, SavePartner("ACME", over_percent=D(10)))
    order = shop.order("TEA", 100, 1)
    shop.receive("TEA", 110, of=order, on=2)
    shop.work.run(save_partner, SavePartner("ACME", over_percent=D(0)))
    exact = shop.order("TEA", 100, 1)
    with pytest.raises(errors.MoreThanOrdered):
        shop.receive("TEA", 101, of=exact, on=3)


def test_l42_the_rest_of_an_order_is_closed_short(shop: Shop) -> None:
    order = shop.order("TEA", 10, 5)
    shop.receive("TEA", 6, of=order, on=2)
    shop.close_order(order)
    with pytest.raises(errors.WrongDocument):
        shop.receive("TEA", 4, of=order, on=3)
    assert shop.value_of("SELECT state FROM document WHERE id = ?", order.id) == "closed"


def test_the_shop_keeps_its_own_list_of_reasons(shop: Shop) -> None:
    assert "Damaged" in shop.work.read(buying_terms).reasons
    shop.work.run(save_buying_terms, SaveBuyingTerms(reasons=(" Wet ", "Late", "Wet", "")))
    assert shop.work.read(buying_terms).reasons == ("Wet", "Late")
    with pytest.raises(errors.Missing):
        shop.work.run(save_buying_terms, SaveBuyingTerms(reasons=(" ",)))
