"""Closing, reopening, and the stock as of any day from the nearest snapshot (LEDGER L-21, L-80)."""

import pytest

from builders import Shop
from erp_desktop.core import errors
from erp_desktop.services.stock.standing import held_as_of

DAYS = range(20260100, 20260116)


def pictures(shop: Shop) -> dict[int, dict[tuple[int, int], list[int]]]:
    """The stock as of the end of every day."""

    def as_of(day: int) -> dict[tuple[int, int], list[int]]:
        found = shop.work.read(held_as_of, day, 2**62)
        return {key: sums for key, sums in found.items() if any(sums)}

    return {day: as_of(day) for day in DAYS}


def trade(shop: Shop) -> None:
    shop.product("CUP", costing="fifo")
    shop.warehouse("BACK")
    for number in (1, 4, 7, 10):
        shop.receive("TEA", 10, number, on=number)
        shop.receive("CUP", 5, 2 * number, on=number, into="BACK")
    for number in (2, 5, 8, 11):
        shop.sell("TEA", 3, on=number)
        shop.transfer("CUP", 2, "BACK", "MAIN", on=number)


def test_l80_snapshot_and_later_movements_are_the_full_replay(shop: Shop) -> None:
    trade(shop)
    replayed = pictures(shop)
    for through in (3, 6, 12):
        shop.close_books(through)
        assert pictures(shop) == replayed
    shop.receive("TEA", 4, 9, on=5)  # booked on the first open day
    closed = pictures(shop)
    assert {day: closed[day] for day in DAYS if day <= 20260112} == {
        day: replayed[day] for day in DAYS if day <= 20260112
    }
    shop.reopen_books(0)
    assert pictures(shop) == closed


def test_l80_reopening_drops_the_snapshots(shop: Shop) -> None:
    trade(shop)
    for through in (3, 6, 12):
        shop.close_books(through)
    shop.reopen_books(5)
    assert shop.value_of("SELECT COUNT(*) FROM period_snapshot") == 1
    shop.receive("TEA", 4, 9, on=6)
    assert shop.account("stock", 6) > 0
    with pytest.raises(errors.PeriodOpen):
        shop.reopen_books(5)
    shop.close_books(8)
    assert shop.value_of("SELECT MAX(day) FROM stock_snapshot") == 20260108
