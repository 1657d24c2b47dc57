"""人民币大写, by the central bank's rules and the shared examples."""

import csv
from decimal import Decimal as D
from pathlib import Path

import pytest

from erp_desktop.documents.amount_words import amount_in_words

SHARED = Path(__file__).parents[3] / "shared/data/07_tax_invoice/rmb_upper_share.csv"


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("1409.50", "人民币壹仟肆佰零玖元伍角"),
        ("16409.02", "人民币壹万陆仟肆佰零玖元零贰分"),
        ("1680.32", "人民币壹仟陆佰捌拾元叁角贰分"),
        ("0", "人民币零元整"),
        ("-88.00", "人民币负捌拾捌元整"),
        ("100100", "人民币壹拾万零壹佰元整"),
        ("20010000", "人民币贰仟零壹万元整"),
        ("100000001", "人民币壹亿零壹元整"),
        ("0.05", "人民币伍分"),
    ],
)
def test_amounts_on_an_invoice(amount: str, said: str) -> None:
    assert amount_in_words(D(amount)) == said


@pytest.mark.data
@pytest.mark.skipif(not SHARED.exists(), reason="the shared sample data is not here")
def test_the_shared_examples() -> None:
    with SHARED.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        expected = row["expected_upper"]
        prefix = "人民币" if expected.startswith("人民币") else ""
        said = amount_in_words(D(row["amount"]), prefix=prefix)
        assert said in {expected, row["also_accepted"]}, row["amount"]


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="not an amount"):
        amount_in_words(D("NaN"))
