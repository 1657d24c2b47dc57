"""Real files: a gift shop's sales, platforms' exports, a bank's and a payment service's bills."""

import time
from decimal import Decimal as D
from pathlib import Path

import pytest

from erp_desktop.exchange.mapping import FieldKind, FieldSpec, guess_mapping
from erp_desktop.exchange.problems import Problem
from erp_desktop.exchange.sheet import read_sheets
from exchange.reading import converted

pytestmark = pytest.mark.data
SALES = (
    FieldSpec("number", "Invoice", "单号", FieldKind.CODE, required=True),
    FieldSpec("sku", "SKU", "货号", FieldKind.CODE, required=True),
    FieldSpec("name", "Description", "品名"),
    FieldSpec("quantity", "Quantity", "数量", FieldKind.QUANTITY, required=True),
    FieldSpec("at", "Date", "日期", FieldKind.MOMENT, required=True),
    FieldSpec("price", "Unit price", "单价", FieldKind.PRICE, required=True),
    FieldSpec("customer", "Customer", "客户", FieldKind.CODE),
)
SHOP = "01_transactions/online_retail_2010-12_to_2011-02.csv.gz"
EXPECTED = [
    ("03_channel_exports/tmall_order_report_first8000_gbk.csv", "gb18030", 1, 8000, 0),
    ("03_channel_exports/alipay_bill_buyer_gbk.csv", "gb18030", 25, 10, 0),
    ("03_channel_exports/jd_bill_buyer_utf8bom.csv", "utf-8-sig", 22, 26, 0),
    ("03_channel_exports/bank_icbc_debit_v2.csv", "utf-8", 7, 11, 1),
    ("03_channel_exports/wechatpay_merchant_bill_all_2014.csv", "utf-8", 1, 2, 2),
    ("03_channel_exports/etsy_sold_orders_H1_masked.csv", "utf-8", 1, 622, 0),
    ("03_channel_exports/loyverse_items_bakery_es.csv", "utf-8", 1, 412, 0),
    ("03_channel_exports/shopify_orders_export_02_masked.csv", "utf-8", 1, 50, 0),
    ("03_channel_exports/synthetic/amazon_new_orders_flatfile.txt", "utf-8", 1, 6, 0),
    ("02_erp_demo/northwind_classic/orders.csv", "utf-8", 1, 830, 0),
    ("01_transactions/cn_tmall_cosmetics_catalogue_1500.csv", "utf-8", 1, 1500, 0),
]


@pytest.mark.parametrize(("name", "encoding", "head", "rows", "totals"), EXPECTED)
def test_each_file_is_understood(
    shared_data: Path, name: str, encoding: str, head: int, rows: int, totals: int
) -> None:
    (sheet,) = read_sheets(shared_data / name)
    below = [out for out in sheet.left_out if out.row > sheet.header_row]
    assert (sheet.encoding, sheet.header_row, len(sheet.rows), len(below)) == (
        encoding, head, rows, totals,
    )  # fmt: skip
    assert sum(1 for _ in sheet.rows) == rows


def test_a_gift_shops_quarter_adds_up_to_the_penny(shared_data: Path) -> None:
    (sheet,) = read_sheets(shared_data / SHOP)
    problems: list[Problem] = []
    count, total = 0, D(0)
    for row in converted(sheet, guess_mapping(sheet.header, SALES), SALES, problems):
        count += 1
        total += row.values["quantity"] * row.values["price"]  # type: ignore[operator]
    assert not problems
    assert count == len(sheet.rows) == 105_335
    assert total == D("1807019.93")


def test_the_workbook_says_the_same_as_the_text(shared_data: Path) -> None:
    (book,) = read_sheets(shared_data / "01_transactions/online_retail_first6000.xlsx")
    (text,) = read_sheets(shared_data / SHOP)
    assert len(book.rows) == 6000
    problems: list[Problem] = []
    mapping = guess_mapping(book.header, SALES)
    for ours, theirs in zip(
        converted(book, mapping, SALES, problems),
        converted(text, mapping, SALES, problems),
        strict=False,
    ):
        assert ours == theirs
    assert not problems


def test_the_mapping_of_a_chinese_platforms_orders(shared_data: Path) -> None:
    (sheet,) = read_sheets(shared_data / "03_channel_exports/synthetic/douyin_orders_utf8bom.csv")
    guess = guess_mapping(sheet.header, SALES)
    assert {name: guess.columns[name] for name in ("number", "sku", "quantity", "at")} == {
        "number": "主订单编号",
        "sku": "商家编码",
        "quantity": "商品数量",
        "at": "订单提交时间",
    }


def test_reading_does_not_keep_the_rows(shared_data: Path) -> None:
    (sheet,) = read_sheets(shared_data / SHOP)
    started = time.process_time()
    assert sum(1 for _ in sheet.rows) == len(sheet.rows)
    assert time.process_time() - started < 30  # a hang, not a stopwatch
