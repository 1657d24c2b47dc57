"""Columns fit what stands in them: long amounts are whole, names get what figures can spare."""

from erp_desktop.core.table import Kind
from erp_desktop.views.widgets.list_fitting import Span, fitted


def test_a_long_amount_widens_its_column() -> None:
    spans = [Span(200, 60, 180), Span(100, 60, 170, Kind.MONEY)]
    assert fitted(spans, 0, 400) == [230, 170]


def test_figures_give_a_cut_name_what_they_do_not_need() -> None:
    spans = [Span(120, 60, 300), Span(100, 60, 70, Kind.MONEY), Span(140, 80, 90, Kind.CODE)]
    assert fitted(spans, 0, 400) == [240, 70, 90]


def test_a_column_never_becomes_narrower_than_its_title() -> None:
    spans = [Span(120, 60, 900), Span(100, 90, 40, Kind.MONEY)]
    assert fitted(spans, 0, 400) == [310, 90]


def test_a_name_that_fits_takes_nothing_from_figures() -> None:
    spans = [Span(120, 60, 150), Span(100, 60, 70, Kind.MONEY)]
    assert fitted(spans, 0, 400) == [300, 100]


def test_room_that_the_names_do_not_need_goes_to_words_that_are_cut() -> None:
    spans = [Span(120, 60, 150), Span(110, 60, 190)]
    assert fitted(spans, 0, 400) == [210, 190]


def test_a_column_that_a_person_sized_stays_as_it_is() -> None:
    spans = [Span(120, 60, 900), Span(40, 60, 170, Kind.MONEY, firm=True)]
    assert fitted(spans, 0, 400) == [360, 40]


def test_words_and_days_give_a_cut_name_what_figures_could_not() -> None:
    spans = [Span(120, 60, 200), Span(100, 60, 90, Kind.MONEY), Span(116, 80, 60)]
    assert fitted(spans, 0, 380) == [200, 90, 90]


def test_fields_that_are_written_in_give_nothing_away() -> None:
    spans = [Span(120, 60, 200), Span(100, 60, 70, Kind.DATE, written=True)]
    assert fitted(spans, 0, 250) == [150, 100]


def test_a_name_gets_the_least_it_is_drawn_with_to_the_last_pixel() -> None:
    spans = [Span(280, 60, 99), *[Span(110, 60, 21)] * 3]
    assert fitted(spans, 0, 449, 120) == [120, 110, 110, 109]


def test_room_beyond_the_names_is_shared_so_that_figures_stand_near_them() -> None:
    spans = [Span(120, 60, 150), Span(100, 60, 70, Kind.MONEY), Span(100, 60, 70, Kind.MONEY)]
    assert fitted(spans, 0, 1_000, enough=360) == [360, 320, 320]
    assert fitted(spans, 0, 500, enough=360) == [300, 100, 100]


def test_a_long_name_shares_nothing_that_it_needs() -> None:
    spans = [Span(120, 60, 500), Span(100, 60, 70, Kind.MONEY)]
    assert fitted(spans, 0, 700, enough=360) == [500, 200]


def test_what_a_person_sized_gets_no_share() -> None:
    spans = [Span(120, 60, 150), Span(80, 60, 70, Kind.MONEY, firm=True), Span(100, 60, 70)]
    assert fitted(spans, 0, 1_000, enough=360) == [360, 80, 560]
