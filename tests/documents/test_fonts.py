"""Two fonts as one: mixed text, equal figures, lines that fit."""

from decimal import Decimal as D

import pytest

from erp_desktop.documents import figures, fonts


@pytest.mark.parametrize("weight", fonts.FILES)
def test_figures_of_a_column_take_the_same_room(weight: str) -> None:
    tabular = weight + fonts.TABULAR
    widths = {fonts.width(digit, 9, tabular) for digit in fonts.DIGITS}
    assert len(widths) == 1
    assert fonts.width("111.11", 9, tabular) == fonts.width("888.88", 9, tabular)
    assert fonts.width("1", 9, weight) < fonts.width("8", 9, weight)


def test_mixed_text_runs_in_two_fonts() -> None:
    assert fonts.runs("龙井 Tea 茶", "regular") == (
        ("NotoSansSC-Regular", "龙井"),
        ("Inter-Regular", " Tea "),
        ("NotoSansSC-Regular", "茶"),
    )


@pytest.mark.parametrize(
    "text", ["手绘青花瓷竹柄提梁壶，礼盒装（含茶滤）", "White metal lantern " * 3, "A" * 90]
)
def test_every_wrapped_line_fits_and_nothing_is_lost(text: str) -> None:
    lines = fonts.wrapped(text, 60, 9, "regular")
    assert all(fonts.width(line, 9, "regular") <= 60 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert not any(line[0] in "，）。" for line in lines)


def test_what_does_not_fit_is_cut_with_an_ellipsis() -> None:
    cut = fonts.fitted("White metal lantern", 50, 9, "regular")
    assert cut.endswith("…")
    assert fonts.width(cut, 9, "regular") <= 50
    last = fonts.wrapped("White metal lantern with a glass door", 60, 9, "regular", most=2)
    assert len(last) == 2
    assert last[-1].endswith("…")


def test_numbers_as_paper_prints_them() -> None:
    assert figures.figure(D("-1234.5"), 2) == "−1,234.50"
    assert figures.figure(D("-0.00"), 2) == "0.00"
    assert figures.priced(D(-3), "£", 2) == "−£3.00"
    assert figures.percent(D("12.50")) == "12.5%"
    assert figures.percent(D(20)) == "20%"
    assert figures.aligned(D("6.000"), 3) == ("6", ".000")
    assert figures.aligned(D("2.5"), 3) == ("2.5", "00")
    assert figures.aligned(D("1.375"), 3) == ("1.375", "")
    assert figures.places_of([D("1.50"), D("0.125")], 2) == 3
