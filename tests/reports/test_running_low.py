"""What runs out is shown by when it does (UX: "what will run out when")."""

import pytest

from builders import D, Shop, at_time, day
from erp_desktop.reports.home_rows import running_low


@pytest.fixture
def low(shop: Shop) -> Shop:
    """Three below their minimum: one far below that sells slowly, one that is gone tomorrow."""
    for sku, held, sold in (("SLOW", 13, 3), ("FAST", 40, 30), ("STILL", 5, 0)):
        shop.product(sku, minimum=D(40))
        shop.opening(sku, held, 1, on=1)
        if sold:
            shop.sell(sku, sold, price=2, on=2)
    return shop


def test_what_is_gone_first_stands_first_and_what_does_not_sell_last(low: Shop) -> None:
    with at_time(day(3)):
        rows = low.work.read(running_low)
    assert [(one.sku, one.days_left) for one in rows] == [
        ("FAST", 10), ("SLOW", 100), ("STILL", None),
    ]  # fmt: skip
    assert [one.available for one in rows] == [D(10), D(10), D(5)]
    assert rows[0].suggested == D(30)


def test_a_shop_that_lacks_nothing_shows_nothing(shop: Shop) -> None:
    assert shop.work.read(running_low) == []
