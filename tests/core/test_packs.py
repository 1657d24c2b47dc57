"""How quantities in packs are said, and what people may type for them."""

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erp_desktop.core.errors import NoSuchUnit, NotANumber
from erp_desktop.core.packs import measured, measures, packed, typed_parts, typed_quantity

UNITS = {"case": D(12), "box": D(144)}
CHINESE = {"箱": D(24), "打": D(12)}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3 case", 36), ("3c", 36), ("3C4", 40), ("3 case + 4", 40), ("3 case + 4 pcs", 40),
        ("3cases", 36), ("2 boxes 1 case", 300), ("1b 2c 3", 171), ("3 case − 4 pcs", 32),
        ("−3 case − 4 pcs", -40), ("1,200c", 14_400), ("0.5c", 6), ("4 pcs", 4), ("4p", 4),
    ],
)  # fmt: skip
def test_what_is_typed_in_packs(typed, meant):
    assert typed_quantity(typed, "pcs", UNITS) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("3 箱", 72), ("3箱4", 76), ("3x4", 76), ("3 箱 + 4 件", 76), ("2d", 24), ("5j", 5)],
)
def test_chinese_units_may_be_typed_by_their_first_letter(typed, meant):
    """The field of a number takes no input method: x is 箱."""
    assert typed_quantity(typed, "件", CHINESE) == meant


@pytest.mark.parametrize("typed", ["3 4c", "3c3c", "c", "3c4c", "", "3 + ", "1.2.3c", "3c4 5"])
def test_what_is_no_number(typed):
    with pytest.raises(NotANumber):
        typed_quantity(typed, "pcs", UNITS)


@pytest.mark.parametrize("typed", ["3q", "3 cartons"])
def test_a_word_that_is_none_of_the_units(typed):
    with pytest.raises(NoSuchUnit) as refused:
        typed_quantity(typed, "pcs", UNITS)
    assert refused.value.facts["units"] == "pcs, case, box"
    assert refused.value.facts["typed"] == typed


def test_a_word_that_may_be_several_is_not_guessed():
    with pytest.raises(NoSuchUnit):
        typed_parts("3p", "pcs", {"pack": D(6)})
    assert typed_quantity("3pa", "pcs", {"pack": D(6)}) == 18


def test_units_go_through_a_cell_unchanged():
    units = [("large case", D(12)), ("箱", D("0.5"))]
    assert measured(measures(units)) == dict(units)
    assert measured("") == measured(None) == {}


@given(st.integers(-(10**9), 10**9), st.integers(2, 5_000))
def test_what_is_said_can_be_typed(parts, holds):
    value = D(parts) / 1000
    said = packed(value, "pcs", "case", D(holds), lambda number: f"{number:f}")
    assert typed_quantity(" ".join(said), "pcs", {"case": D(holds)}) == value
