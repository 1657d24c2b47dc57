"""Orders keep what was agreed on their way from draft and quotation to the confirmed paper."""

from builders import D, Shop, day
from erp_desktop.core.states import Kind
from erp_desktop.services.ordering import (
    WriteOrder,
    accept_quotation,
    confirm_order,
    save_draft,
)
from erp_desktop.services.records import record
from erp_desktop.services.trade import TradeLine


def agreed(shop: Shop, kind: Kind) -> WriteOrder:
    """A line with a percentage and an amount off, and a discount on the whole."""
    shop.product("CUP", price="7.77", tax="13")
    lines = [
        TradeLine(shop.pid("TEA"), D(3), D("28.00"), percent_off=D(5), discount=D("1.10")),
        TradeLine(shop.pid("CUP"), D(7)),
    ]
    return WriteOrder(kind, shop.customer, lines, at=day(2), discount=D("4.20"))


def test_a_draft_is_confirmed_at_the_total_it_showed(shop: Shop) -> None:
    draft_id = shop.work.run(save_draft, agreed(shop, Kind.SALES_ORDER))
    shown = shop.work.read(record, draft_id)
    posted = shop.confirm(draft_id)
    confirmed = shop.work.read(record, posted.id)
    assert posted.id == draft_id
    assert confirmed.header.total == shown.header.total
    assert [line.net for line in confirmed.lines] == [line.net for line in shown.lines]
    assert shop.reserved("TEA") == D(3)


def test_an_accepted_quotation_keeps_every_discount(shop: Shop) -> None:
    quoted = shop.work.run(confirm_order, agreed(shop, Kind.QUOTATION))
    ordered = shop.work.run(accept_quotation, quoted.id, day(3))
    totals = {shop.work.read(record, each.id).header.total for each in (quoted, ordered)}
    assert len(totals) == 1
