"""How numbers look can change at any time; none is ever left out or given twice (LEDGER L-78)."""

import pytest

from builders import Shop
from erp_desktop.core import errors, numbering
from erp_desktop.core.numbering import MONTHLY, NEVER, YEARLY, NumberForm
from erp_desktop.core.states import Kind
from erp_desktop.reports.finding import find_documents
from erp_desktop.reports.integrity import verify
from erp_desktop.reports.numbering import numbers_like, series
from erp_desktop.services.shop.numbering import SetNumberForm, set_number_form


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    shop.receive("TEA", 99, 10)
    return shop


def look(shop: Shop, prefix: str, digits: int = 6, reset: str = YEARLY) -> None:
    shop.work.run(set_number_form, SetNumberForm(Kind.SALE, NumberForm(prefix, digits, reset)))


def sold(shop: Shop, on: int = 3) -> str:
    return shop.sell("TEA", 1, on=on).number


def test_l78_the_count_goes_on_under_another_prefix(stocked: Shop) -> None:
    assert sold(stocked) == "TS-2026-000001"
    look(stocked, "K", 4)
    assert sold(stocked) == "K-2026-0002"
    look(stocked, "TS")
    assert sold(stocked) == "TS-2026-000003"
    assert stocked.work.read(verify).ok


def test_l78_a_count_that_never_begins_anew_and_one_of_each_month(stocked: Shop) -> None:
    assert sold(stocked) == "TS-2026-000001"
    look(stocked, "TS", 3, NEVER)
    assert [sold(stocked), sold(stocked)] == ["TS-001", "TS-002"]
    look(stocked, "TS", 3, MONTHLY)
    assert [sold(stocked, 3), sold(stocked, 40), sold(stocked, 41)] == [
        "TS-202601-001", "TS-202602-001", "TS-202602-002",
    ]  # fmt: skip
    look(stocked, "TS")
    assert sold(stocked) == "TS-2026-000002"
    look(stocked, "TS", 3, NEVER)
    assert sold(stocked) == "TS-003"
    assert stocked.work.read(verify).ok


def test_a_number_longer_than_its_digits_is_written_out() -> None:
    assert NumberForm("TS", 3).number(2026, 12_345) == "TS-2026-12345"
    assert numbering.place_of("TS-2026-12345") == (2026, 12_345)
    assert numbering.place_of("TS-12345") == (0, 12_345)
    assert numbering.place_of("of old-7-x") == (0, 0)


@pytest.mark.parametrize("prefix", ["", "t", "TS-1", "7A", "票", "TOOLONG", "A B"])
def test_what_cannot_begin_a_number(shop: Shop, prefix: str) -> None:
    with pytest.raises(errors.WrongPrefix):
        look(shop, prefix)


def test_a_prefix_of_another_kind_is_refused_also_when_it_was_given_up(stocked: Shop) -> None:
    with pytest.raises(errors.PrefixTaken):
        look(stocked, "GR")
    look(stocked, "K")
    sold(stocked)
    look(stocked, "TS")
    taken = SetNumberForm(Kind.INVOICE, NumberForm("K"))
    with pytest.raises(errors.PrefixTaken):
        stocked.work.run(set_number_form, taken)
    for form in (NumberForm("K", 2), NumberForm("K", 6, "week")):
        with pytest.raises(errors.NotAmong):
            stocked.work.run(set_number_form, SetNumberForm(Kind.SALE, form))


def test_a_document_is_still_found_by_the_end_of_its_number(stocked: Shop) -> None:
    usual = sold(stocked)
    look(stocked, "K", 4, NEVER)
    own = sold(stocked)
    found = [hit.number for hit in stocked.work.read(find_documents, "1")]
    assert {usual, own} <= set(found)
    assert "TS-2025-000001" in stocked.work.read(numbers_like, 1)


def test_the_series_say_what_comes_next(stocked: Shop) -> None:
    sold(stocked)
    look(stocked, "K", 4)
    sale = next(one for one in stocked.work.read(series) if one.kind is Kind.SALE)
    assert (sale.last, sale.following) == ("K-2026-0001", "K-2026-0002")
