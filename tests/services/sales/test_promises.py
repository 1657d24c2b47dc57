"""An order's own promise never stands in the way of its own goods; somebody else's does."""

from decimal import Decimal as D

import pytest

from erp_desktop.core.errors import NotEnoughStock


def test_what_is_here_of_a_larger_order_can_leave(shop):
    shop.product("TEA")
    shop.receive("TEA", 8, 10, on=1)
    order = shop.sales_order("TEA", 12, on=2)
    shop.issue(order, "TEA", 8, on=3)
    assert (shop.on_hand("TEA"), shop.reserved("TEA")) == (D(0), D(4))


def test_what_is_promised_to_another_order_does_not_leave(shop):
    shop.product("TEA")
    shop.receive("TEA", 8, 10, on=1)
    shop.sales_order("TEA", 6, on=2)
    order = shop.sales_order("TEA", 12, on=2)
    with pytest.raises(NotEnoughStock) as refused:
        shop.issue(order, "TEA", 3, on=3)
    assert refused.value.facts["available"] == "2"
    assert shop.reserved("TEA") == D(18)


def test_a_refused_issue_leaves_every_promise_as_it_was(shop):
    shop.product("TEA")
    shop.receive("TEA", 2, 10, on=1)
    order = shop.sales_order("TEA", 5, on=2)
    with pytest.raises(NotEnoughStock):
        shop.issue(order, "TEA", 5, on=3)
    assert shop.reserved("TEA") == D(5)
