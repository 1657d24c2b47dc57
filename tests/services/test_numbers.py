"""Numbers have no gaps (L-78); a return without a number is never worth a selling price (L-19)."""

from decimal import Decimal as D

import pytest

from builders import Shop
from erp_desktop.core import errors


def test_l78_a_refused_posting_leaves_no_gap(shop: Shop) -> None:
    assert shop.receive("TEA", 2, 10).number == "GR-2026-000001"
    first = shop.sell("TEA", 1, on=3)
    with pytest.raises(errors.NotEnoughStock):
        shop.sell("TEA", 5, on=4)
    second = shop.sell("TEA", 1, on=5)
    assert (first.number, second.number) == ("TS-2026-000001", "TS-2026-000002")


def test_l78_a_reversed_document_keeps_its_number(shop: Shop) -> None:
    receipt = shop.receive("TEA", 2, 10)
    assert shop.reverse(receipt).number == "RX-2026-000001"
    assert shop.receive("TEA", 2, 10).number == "GR-2026-000002"
    number = shop.value_of("SELECT number FROM document WHERE id = ?", receipt.id)
    assert number == receipt.number


def test_l78_each_kind_and_year_has_its_own_series(shop: Shop) -> None:
    assert shop.receive("TEA", 5, 10, on=-40).number == "GR-2025-000001"
    assert shop.sell("TEA", 1, on=3).number == "TS-2026-000001"
    assert shop.sell("TEA", 1, on=-10).number == "TS-2025-000001"
    assert shop.sell("TEA", 1, on=4).number == "TS-2026-000002"


def test_l19_a_return_without_a_number_comes_in_at_the_last_known_cost(shop: Shop) -> None:
    shop.receive("TEA", 4, 10, on=1)
    shop.sell("TEA", 4, 20, on=3)
    back = shop.take_back(None, "TEA", 1, on=6)
    assert shop.cost_of(back) == D("10.00")
    assert (shop.on_hand(), shop.stock_value()) == (D(1), D("10.00"))
