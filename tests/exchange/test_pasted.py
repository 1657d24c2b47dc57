"""Rows from a spreadsheet as lines: any order of columns, with headings or without."""

from decimal import Decimal as D
from typing import NamedTuple

import pytest

from erp_desktop.exchange.pasted import Problem, read


class Product(NamedTuple):
    id: int
    sku: str
    name: str


TEA, CUP, BOWL = Product(1, "TEA", "Longjing tea"), Product(2, "CUP", "White cup"), Product(
    3, "40", "Rice bowl")  # fmt: skip
CODES = {"TEA": TEA, "6901": TEA, "Longjing tea": TEA, "CUP": CUP, "40": BOWL, "明前龙井": TEA}


def exact(texts):
    return {text: [CODES[text]] for text in texts if text in CODES}


def alike(text):
    return [one for one in (TEA, CUP) if text.lower() in one.name.lower()]


def told(text, *wanted):
    reading = read(text, wanted or ("quantity", "price"), exact, alike)
    return [(line.product_id, dict(line.values)) for line in reading.lines], reading.problems


def test_code_quantity_price():
    assert told("TEA\t3\t2.50\nCUP\t2") == (
        [(1, {"quantity": D(3), "price": D("2.50")}), (2, {"quantity": D(2)})],
        [],
    )


@pytest.mark.parametrize(
    "text",
    [
        "3\tTEA\t2.50",
        "2.50\t3\tTEA",  # pence before a count
        "Longjing tea\t6901\t3\t2.50",
        "Qty\tUnit price\tSKU\n3\t2.50\tTEA",
        "品名\t数量\t单价\n明前龙井\t3\t2.50",
        "Name\tSKU\tQuantity\tPrice\tAmount\nsome tea\tTEA\t3\t2.50\t7.50",
        "TEA\t3 pcs\t¥2.50",
        "TEA\t3盒\t2.50元",
        "TEA\t３\t２.５０",
        "\n\nTEA\t3\t2.50\n\n",
    ],
)
def test_columns_stand_in_any_order(text):
    assert told(text) == ([(1, {"quantity": D(3), "price": D("2.50")})], [])


def test_codes_alone_are_one_of_each_line():
    assert told("TEA\nCUP") == ([(1, {}), (2, {})], [])


def test_a_code_of_digits_is_a_code_where_the_column_holds_codes():
    assert told("TEA\t1\nCUP\t2\n40\t40")[0][2] == (3, {"quantity": D(40)})


def test_an_amount_behind_the_price_is_no_discount():
    lines, _ = told("TEA\t3\t2.50\t7.50", "quantity", "price", "percent_off")
    assert lines == [(1, {"quantity": D(3), "price": D("2.50")})]


def test_a_document_without_prices_takes_none():
    assert told("TEA\t3\t2.50", "quantity") == ([(1, {"quantity": D(3)})], [])


def test_every_row_that_cannot_be_read_is_told():
    rows = ["SKU\tQty\tPrice", "TEA\t3\t2", "NOPE\t1\t1", "CUP\tmany\t1", "\t4\t1"]
    lines, problems = told("\n".join([*rows, "TEA\t0\t1", "CUP\t-1\t1", "e\t1\t1"]))
    assert lines == [(1, {"quantity": D(3), "price": D(2)})]
    assert problems == [
        Problem(3, "NOPE  1  1", "unknown_product", "NOPE"),
        Problem(4, "CUP  many  1", "not_a_number", "many"),
        Problem(5, "4  1", "no_product"),
        Problem(6, "TEA  0  1", "not_positive", "0"),
        Problem(7, "CUP  -1  1", "not_positive", "-1"),
        Problem(8, "e  1  1", "several_products", "Longjing tea, White cup"),
    ]


def test_a_decimal_comma_is_asked_about_not_guessed():
    _, problems = told("SKU\tQty\tPrice\nTEA\t3\t2,5")
    assert [one.code for one in problems] == ["decimal_comma"]


def test_cells_with_quotes_and_line_breaks():
    assert told('"Longjing tea"\t3\nCUP\t1')[0][0] == (1, {"quantity": D(3)})


def test_nothing_is_nothing():
    assert told("") == ([], [])
    assert told("\n\t\n") == ([], [])
