"""Tax, discount, rounding and sharing: the worked cases L-30, L-34 and L-62 to L-72, in cents."""

from dataclasses import replace
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erp_desktop.core import errors
from erp_desktop.core.allocation import cumulative, shared
from erp_desktop.core.money import (
    decimal_from,
    divided,
    money,
    money_parts,
    price_parts,
    quantity_parts,
)
from erp_desktop.core.tax import ONE_PERCENT, Priced, PricedDocument, price_document

CENT = 100


def line(qty: str, price: str, rate: str = "0", off: str = "0") -> Priced:
    return Priced(
        quantity_parts(D(qty)), price_parts(D(price)), quantity_parts(D(rate)),
        quantity_parts(D(off)),
    )  # fmt: skip


def priced(*lines: Priced, included: bool = True, off: str = "0") -> PricedDocument:
    return price_document(lines, included=included, minor=CENT, whole_discount=money_parts(D(off)))


def test_l63_tax_included_is_taken_per_group() -> None:
    sold = priced(line("2", "21.53", "21"))
    assert (money(sold.total), money(sold.tax), money(sold.net)) == (
        D("43.06"), D("7.47"), D("35.59"),
    )  # fmt: skip


def test_l64_tax_is_taken_from_the_rounded_net() -> None:
    sold = priced(line("16", "348.35", "22", off="4"), included=False)
    assert money(sold.net) == D("5350.66")
    assert money(sold.tax) == D("1177.15")
    assert money(sold.total) == D("6527.81")


def test_l65_two_rates_in_one_receipt() -> None:
    sold = priced(line("1", "28.90", "22"), line("1", "1.25", "10"))
    assert [money(group.tax) for group in sold.groups] == [D("5.21"), D("0.11")]
    assert (money(sold.net), money(sold.total)) == (D("24.83"), D("30.15"))


def test_l66_three_lines_of_one_rate_share_the_groups_tax() -> None:
    sold = priced(*[line("1", "0.40", "13")] * 3)
    assert money(sold.tax) == D("0.14")
    assert sum(amount.tax for amount in sold.lines) == sold.tax


def test_l67_a_hundred_including_thirteen_percent() -> None:
    sold = priced(line("1", "100", "13"))
    assert (money(sold.net), money(sold.tax)) == (D("88.50"), D("11.50"))


def test_l68_ten_off_three_hundreds() -> None:
    sold = priced(*[line("1", "100")] * 3, off="10")
    assert [money(amount.discount) for amount in sold.lines] == [D("3.34"), D("3.33"), D("3.33")]
    assert [money(amount.net) for amount in sold.lines] == [D("96.66"), D("96.67"), D("96.67")]


def test_l72_a_cent_off_four_lines_lands_on_one() -> None:
    sold = priced(*[line("1", "1")] * 4, off="0.01")
    assert sorted(money(amount.discount) for amount in sold.lines) == [D(0), D(0), D(0), D("0.01")]


def test_a_discount_never_adds() -> None:
    with pytest.raises(errors.NotPositive):
        priced(replace(line("1", "9.99"), off=money_parts(D(-1))))
    with pytest.raises(errors.NotPositive):
        priced(line("1", "9.99"), off="-1")
    for percent, said in ((101, "101%"), (-5, "-5%")):
        off = replace(line("1", "9.99"), percent=percent * ONE_PERCENT)
        with pytest.raises(errors.DiscountTooLarge) as told:
            priced(off)
        assert told.value.facts == {"discount": said, "amount": "100%"}


def test_a_discount_never_turns_a_lines_sign() -> None:
    sold = priced(line("1", "0.01"), line("1", "5.00"), off="5.01")
    assert all(amount.net == 0 for amount in sold.lines)
    with pytest.raises(errors.DiscountTooLarge):
        priced(line("1", "5.00"), off="5.01")


def test_l30_freight_by_value_and_by_quantity() -> None:
    hundred = money_parts(D(100))
    by_value = shared(hundred, [700, 200, 100], CENT)
    assert [money(share) for share in by_value] == [D(70), D(20), D(10)]
    by_quantity = shared(hundred, [3, 3, 1], CENT)
    assert [money(s) for s in by_quantity] == [D("42.86"), D("42.86"), D("14.28")]


def test_l34_shares_taken_one_after_another() -> None:
    ten = money_parts(D(10))
    taken = [cumulative(ten, before, 1, 3, CENT) for before in range(3)]
    assert [money(part) for part in taken] == [D("3.33"), D("3.34"), D("3.33")]


@given(
    st.integers(-(10**9), 10**9),
    st.lists(st.integers(0, 10**6), min_size=1, max_size=20),
)
def test_shares_always_add_up(cents: int, weights: list[int]) -> None:
    shares = shared(cents * CENT, weights, CENT)
    assert sum(shares) == cents * CENT
    if sum(weights):
        assert all(share == 0 for share, weight in zip(shares, weights, strict=True) if not weight)


@given(
    st.lists(
        st.tuples(st.integers(1, 999), st.integers(0, 99_999), st.sampled_from([0, 6, 9, 13, 21])),
        min_size=1,
        max_size=12,
    ),
    st.booleans(),
)
def test_l62_lines_groups_and_total_agree(rows: list[tuple[int, int, int]], included: bool) -> None:
    lines = [line(str(q), str(D(p) / 100), str(r)) for q, p, r in rows]
    sold = priced(*lines, included=included)
    assert sum(amount.total for amount in sold.lines) == sold.total
    assert sum(amount.net for amount in sold.lines) == sold.net
    assert all(part % CENT == 0 for amount in sold.lines for part in (amount.net, amount.tax))
    if included:
        assert sold.total == sum(q * p * 100 for q, p, _ in rows)


@given(st.integers(-(10**20), 10**20), st.integers(1, 10**12))
def test_rounding_is_half_away_from_zero(numerator: int, denominator: int) -> None:
    rounded = divided(numerator, denominator)
    assert abs(2 * (rounded * denominator - numerator)) <= denominator
    assert divided(-numerator, denominator) == -rounded


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("12.50", "12.50"), (" 1,234.5 ", "1234.5"), ("1 000", "1000"),
     ("−3", "-3")],
)  # fmt: skip
def test_numbers_as_people_type_them(typed: str, meant: str) -> None:
    assert decimal_from(typed) == D(meant)


@pytest.mark.parametrize("typed", ["", "abc", "1e5", "1.2.3", "NaN", "--1", "."])
def test_what_is_not_a_number(typed: str) -> None:
    with pytest.raises(errors.NotANumber):
        decimal_from(typed)


def test_too_many_places_are_never_rounded_silently() -> None:
    with pytest.raises(errors.TooManyPlaces):
        money_parts(D("1.00001"))
    with pytest.raises(errors.TooManyPlaces) as told:
        quantity_parts(D("0.0000001"))
    assert told.value.facts["number"] == "0.0000001"
    with pytest.raises(errors.NotANumber):
        quantity_parts(D("NaN"))
