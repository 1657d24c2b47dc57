"""Rates are added and retired, never changed; what was written with one keeps it (LEDGER L-79)."""

from decimal import Decimal as D

import pytest

from builders import Shop
from erp_desktop.core import errors
from erp_desktop.services.catalogue.products import by_sku
from erp_desktop.services.finance.tax_rates import (
    SaveTaxRate,
    offered_rates,
    save_tax_rate,
    tax_rates,
)


@pytest.fixture
def taxed(shop: Shop) -> Shop:
    shop.product("BOOK", name="Book", tax=9)
    shop.work.run(save_tax_rate, SaveTaxRate(D(13), "Standard", usual=True))
    return shop


def told(shop: Shop) -> list[tuple[str, str, bool, bool, int]]:
    return [(f"{one.rate:f}", *one[1:]) for one in shop.work.read(tax_rates)]


def test_the_usual_rate_comes_first_and_what_products_carry_is_among_them(taxed: Shop) -> None:
    assert told(taxed)[:2] == [("13", "Standard", True, False, 0), ("9", "", False, False, 1)]
    taxed.product("POT", name="Pot")
    assert taxed.work.read(by_sku, "POT").tax == 13_000_000


def test_a_rate_is_named_anew_but_stays(taxed: Shop) -> None:
    taxed.work.run(save_tax_rate, SaveTaxRate(D("9.0"), "Books"))
    taxed.work.run(save_tax_rate, SaveTaxRate(D(9), "Printed"))
    assert [one[1] for one in told(taxed) if one[0] == "9"] == ["Printed"]


def test_l79_products_go_over_from_a_retired_rate_and_documents_do_not(taxed: Shop) -> None:
    taxed.receive("BOOK", 5, 10)
    before = taxed.invoice(taxed.issue(taxed.sales_order("BOOK", 1, 100), "BOOK", 1))
    rate = "SELECT rate FROM document_line WHERE document_id = ?"
    written = taxed.value_of(rate, before.id)
    taxed.work.run(save_tax_rate, SaveTaxRate(D(9), retired=True, products_to=D(13)))
    assert taxed.work.read(by_sku, "BOOK").tax == 13_000_000
    assert taxed.value_of(rate, before.id) == written
    assert ("9", "", False, True, 0) in told(taxed)
    assert D(9) not in {one.rate for one in taxed.work.read(offered_rates)}
    assert D(9) in {one.rate for one in taxed.work.read(offered_rates, D(9))}


def test_a_retired_rate_can_come_back(taxed: Shop) -> None:
    taxed.work.run(save_tax_rate, SaveTaxRate(D(6), retired=True))
    taxed.work.run(save_tax_rate, SaveTaxRate(D(6)))
    assert ("6", "", False, False, 0) in told(taxed)


def test_what_is_refused(taxed: Shop) -> None:
    for command, refusal in (
        (SaveTaxRate(D(-1)), errors.NotPositive),
        (SaveTaxRate(D(101)), errors.NotAmong),
        (SaveTaxRate(D(13), retired=True), errors.UsualRate),
        (SaveTaxRate(D(9), retired=True, usual=True), errors.UsualRate),
        (SaveTaxRate(D(9), retired=True, products_to=D(9)), errors.NotAmong),
        (SaveTaxRate(D(9), retired=True, products_to=D(5)), errors.NotAmong),
    ):
        with pytest.raises(refusal):
            taxed.work.run(save_tax_rate, command)
    assert told(taxed)[1] == ("9", "", False, False, 1)
