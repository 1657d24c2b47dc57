"""Codes that say more than which goods: GS1 symbols, and the labels of the shop's scales."""

import csv
import json
from decimal import Decimal as D
from pathlib import Path

import pytest

from erp_desktop.core import clock
from erp_desktop.core.errors import WrongPattern
from erp_desktop.core.gs1 import FNC1, Elements, read_elements, read_symbol
from erp_desktop.core.scale_codes import Pattern, patterns

GRAI = "800307071324001022085952"  # its check digit is wrong, whatever the file says


def test_l61_the_item_and_the_weight_of_a_label():
    found = Pattern.of("(21)IIIIIWW.WWWC").read("2100001027506")
    assert (found.item, found.weight, found.amount) == ("2100001", D("2.750"), None)


def test_l61_whether_the_check_digit_counts_is_said_by_prefix():
    """A real label with a wrong check digit: read where the pattern does not ask for it."""
    label = "2340119005006"
    assert Pattern.of("23IIIIIWW.WWWC").read(label) is None
    found = Pattern.of("23IIIIIWW.WWWX").read(label)
    assert (found.item, found.weight) == ("40119", D("0.500"))


def test_eighteen_digits_with_amount_and_weight():
    found = Pattern.of("26IIIIIPPP.PPWW.WWWC").read("260012301250004508")
    assert found is None or found.item == "00123"
    found = Pattern.of("26IIIIIPPP.PPWW.WWWX").read("260012301250004508")
    assert found == ("00123", D("0.450"), D("12.50"), None)


def test_pieces_and_other_lengths():
    assert Pattern.of("29IIIINNNX").read("2900120063").pieces == D(6)
    assert Pattern.of("29IIIINNNX").read("29001200631") is None
    assert Pattern.of("29IIIINNNX").read("290012００63") is None


@pytest.mark.parametrize(
    "text", ["", "IIIIIWWWWWC", "21", "21IIWWIIWW", "21IIIIICWWWWW", "21III", "2١IIIIIWWWWW", "21Q"]
)
def test_a_pattern_that_cannot_be_read_is_refused(text):
    with pytest.raises(WrongPattern):
        Pattern.of(text)


def test_patterns_are_kept_one_a_line():
    assert [one.prefix for one in patterns("(21)IIIIIWW.WWWC\n\n 23 iiiii pp.ppp x ")] == [
        "21",
        "23",
    ]


def test_what_a_symbol_says_to_a_shop():
    clock.set_now(lambda: clock.parsed("2026-03-01T09:00"))
    text = f"]C10107032069804988310300125017260400{'10A-7'}{FNC1}21S/9"
    assert read_symbol(text) == Elements(
        "07032069804988", "A-7", "S/9", 20260430, D("1.250"), None, None
    )
    assert read_symbol("(01)07032069804988(37)24").count == D(24)
    assert read_symbol("6901234567892") is None
    assert read_symbol("(10)A7") is None  # of which goods?


def test_the_century_is_the_nearest():
    clock.set_now(lambda: clock.parsed("2026-03-01T09:00"))
    days = [read_symbol(f"(01)07032069804988(17){yy}0115").expires_on for yy in (76, 77)]
    assert days == [20760115, 19770115]


def test_messages_with_lot_and_expiry(shared_data: Path):
    """Every one of the samples, but for the one whose own check digit is wrong."""
    clock.set_now(lambda: clock.parsed("2026-03-01T09:00"))
    samples = json.loads((shared_data / "04_barcodes/gs1_messages_lot_expiry.json").read_text())
    for sample in samples:
        found = read_elements(sample["element_string"]) or {}
        written = "".join(f"({key}){value}" for key, value in found.items())
        wanted = "" if sample["element_string"] == GRAI else sample["hri"]
        assert written == wanted


def test_vectors_of_the_syntax(shared_data: Path):
    told = 0
    with (shared_data / "04_barcodes/gs1_vectors_a.csv").open(encoding="ascii") as file:
        for case in csv.DictReader(file):
            text = case["input"]
            if case["kind"] == "elementstring_validate":
                found = read_elements(text.replace("^", FNC1)) if text[0] == "^" else None
            elif case["kind"] == "bracketed_to_elementstring":
                found = read_elements(text)
            else:
                continue
            told += 1
            assert bool(found) == (case["verdict"] == "valid"), text
    assert told == 53
