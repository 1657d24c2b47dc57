"""Numbers, dates and codes as people and programs write them."""

from datetime import date, datetime
from decimal import Decimal as D

import pytest

from erp_desktop.core import clock
from erp_desktop.exchange.dates import date_of, day_order, moment_of
from erp_desktop.exchange.values import (
    BadValue,
    barcode_of,
    code_of,
    count_of,
    flag_of,
    number_of,
    text_of,
    writes_commas,
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("12.50", "12.50"),
        (" 1,234,567.89 ", "1234567.89"),
        ("1 234.5", "1234.5"),
        ("1'234.50", "1234.50"),
        ("1.234,56", "1234.56"),
        ("１２３．５０", "123.50"),
        ("￥28.00", "28.00"),
        ("¥ 1,000", "1000"),
        ("-$12.50", "-12.50"),
        ("$-12.50", "-12.50"),
        ("28元", "28"),
        ("CNY 28", "28"),
        ("12 EUR", "12"),
        ("(1,234.50)", "-1234.50"),
        ("($5)", "-5"),
        ("12.50-", "-12.50"),
        ("−3", "-3"),
        ("+7", "7"),
        (".5", "0.5"),
        ("`0.02", "0.02"),
        ("007", "7"),
    ],
)
def test_numbers(written: str, meant: str) -> None:
    assert number_of(written) == D(meant)


@pytest.mark.parametrize("nothing", ["", "  ", "NULL", "-", "—", "#N/A", None])
def test_no_number(nothing: str | None) -> None:
    assert number_of(nothing) is None


@pytest.mark.parametrize(
    ("written", "problem", "right"),
    [
        ("12,50", "decimal_comma", "12.50"),
        ("1,23,456", "not_a_number", "123456"),
        ("468.32(已全额退款)", "not_a_number", "468.32"),
        ("about ten", "not_a_number", "12.50"),
        ("1e5", "not_a_number", "1"),
        ("1.2.3", "not_a_number", "1.2"),
        ("0.1234567", "too_many_places", "0.123457"),
        ("()", "not_a_number", "12.50"),
    ],
)
def test_what_is_no_number_is_told_with_what_would_be(
    written: str, problem: str, right: str
) -> None:
    with pytest.raises(BadValue) as bad:
        number_of(written)
    assert (bad.value.problem, bad.value.suggestion) == (problem, right)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (["-1.300,00", "99,5 €", None], True),
        (["99,50", "12.50"], False),
        (["99,50", "1,234"], False),
        (["99", "1.300"], False),
    ],
)
def test_decimal_commas_are_seen_where_nothing_speaks_against_it(cells: list[str], told: bool):
    assert writes_commas(cells) is told


def test_decimal_commas_by_setting() -> None:
    assert number_of("12,50", decimal_comma=True) == D("12.50")
    assert number_of("1.234", decimal_comma=True) == D(1234)
    assert number_of("12,50 €", decimal_comma=True) == D("12.50")
    with pytest.raises(BadValue, match="not_a_number"):
        number_of("12.5", decimal_comma=True)


@pytest.mark.parametrize("written", ["13", "13%", "13 %", "0.13", D("0.13"), D(13), "１３％"])
def test_thirteen_per_cent(written: str | D) -> None:
    assert number_of(written, percent=True) == 13


def test_half_a_per_cent_is_written_with_its_sign() -> None:
    assert number_of("0.5%", percent=True) == D("0.5")


def test_counts_are_whole() -> None:
    assert count_of("1,000") == 1000
    assert count_of(D(3)) == 3
    with pytest.raises(BadValue, match="not_whole"):
        count_of("2.5")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("00123", "00123"),
        (D(12345), "12345"),
        (D(6901234567892), "6901234567892"),
        ("17850.0", "17850"),
        ("\t6917926768823643751", "6917926768823643751"),
        ("`1001690740201411100005734289", "1001690740201411100005734289"),
        ("'=A1", "=A1"),
        ("'n beetje", "'n beetje"),
        ("1E5", "1E5"),
        ("85123A", "85123A"),
        ("NULL", None),
    ],
)
def test_codes(written: str | D, meant: str | None) -> None:
    assert code_of(written) == meant


@pytest.mark.parametrize(
    "written", ["6.90123E+12", "6,90123E+12", "7e+15", D("6.90123456789012E+18"), D(10**15)]
)
def test_damaged_codes_are_refused(written: str | D) -> None:
    for read in (code_of, barcode_of):
        with pytest.raises(BadValue, match="damaged_code"):
            read(written)


def test_a_barcode_that_lost_its_zeros() -> None:
    assert barcode_of("0012345678905") == "0012345678905"
    assert barcode_of(D(6901234567892)) == "6901234567892"
    assert barcode_of("12345678905") == "12345678905"  # a text was meant as it stands
    assert barcode_of(D(10205)) == "10205"  # a shop's own short code
    with pytest.raises(BadValue) as bad:
        barcode_of(D(12345678905))
    assert (bad.value.problem, bad.value.suggestion) == ("lost_zeros", "012345678905")


def test_texts_and_flags() -> None:
    assert text_of(" tea \t") == "tea"
    assert text_of(D("12.500")) == "12.5"
    assert text_of(datetime(2026, 1, 2, 9)) == "2026-01-02 09:00:00"
    assert [flag_of(said) for said in ("是", "Yes", "0", "N", True, "")] == [
        True, True, False, False, True, None,
    ]  # fmt: skip
    with pytest.raises(BadValue, match="not_yes_or_no"):
        flag_of("maybe")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2010-12-01 08:26:00", datetime(2010, 12, 1, 8, 26)),
        ("1996-07-04 00:00:00.000", datetime(1996, 7, 4)),
        ("2016/11/14", datetime(2016, 11, 14)),
        ("2016/1/4 8:05", datetime(2016, 1, 4, 8, 5)),
        ("2016.1.4", datetime(2016, 1, 4)),
        ("2016年11月4日 下午3:07", datetime(2016, 11, 4, 15, 7)),
        ("`2014-11-10 16：33：45", datetime(2014, 11, 10, 16, 33, 45)),
        ("20161114", datetime(2016, 11, 14)),
        ("01.12.2010", datetime(2010, 12, 1)),
        ("24.12.10 18:30", datetime(2010, 12, 24, 18, 30)),
        ("13/1/2010", datetime(2010, 1, 13)),
        ("1/13/2010 8:26 PM", datetime(2010, 1, 13, 20, 26)),
        ("5/5/2010", datetime(2010, 5, 5)),
        ("12 Jan 2010", datetime(2010, 1, 12)),
        ("2-Sep-09", datetime(2009, 9, 2)),
        ("September 2, 2009 12:05 AM", datetime(2009, 9, 2, 0, 5)),
        ("2023-05-02     \t", datetime(2023, 5, 2)),
        (date(2026, 1, 2), datetime(2026, 1, 2)),
        (D("40513.3513888889"), datetime(2010, 12, 1, 8, 26)),
        (D(20101201), datetime(2010, 12, 1)),
        ("-", None),
        (None, None),
    ],
)
def test_dates_in_many_forms(written: str | D | date | None, meant: datetime | None) -> None:
    assert moment_of(written) == meant


def test_a_date_that_may_be_two_is_asked_about() -> None:
    with pytest.raises(BadValue) as bad:
        moment_of("12/1/2010 8:26")
    assert (bad.value.problem, bad.value.suggestion) == (
        "ambiguous_date",
        "2010-01-12 / 2010-12-01",
    )
    assert moment_of("12/1/2010 8:26", day_first=True) == datetime(2010, 1, 12, 8, 26)
    assert moment_of("12/1/2010 8:26", day_first=False) == datetime(2010, 12, 1, 8, 26)
    assert date_of("09/03/26", day_first=False) == date(2026, 9, 3)


@pytest.mark.parametrize(
    "written",
    ["31.06.2026", "2026-13-01", "yesterday", "12 Foo 2010", "25:00", D(7), "2026-1-1 25:00"],
)
def test_what_is_no_date(written: str | D) -> None:
    with pytest.raises(BadValue, match="not_a_date"):
        moment_of(written)


def test_what_a_date_tells_about_its_column() -> None:
    dates = ("13/1/2010", "1/13/2010", "1/2/2010", "13.1.2010", None)
    assert [day_order(said) for said in dates] == [True, False, None, None, None]


def test_a_time_with_an_offset_is_the_shops_own_time() -> None:
    at = "2009-01-01T10:50:49-08:00"
    assert moment_of(at) == datetime(2009, 1, 1, 18, 50, 49)
    clock.use_zone("Asia/Shanghai")
    assert moment_of(at) == datetime(2009, 1, 2, 2, 50, 49)
