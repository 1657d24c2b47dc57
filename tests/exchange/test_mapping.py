"""Columns find their fields, and every problem of every row is told at once."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal as D
from pathlib import Path

import pytest
from openpyxl import load_workbook

from erp_desktop.exchange.imports.products import FIELDS
from erp_desktop.exchange.mapping import (
    FieldKind,
    FieldSpec,
    Mapping,
    convert,
    guess_mapping,
    read_mapping,
    settled,
)
from erp_desktop.exchange.problems import SENTENCES, Problem, Wrong, write_errors
from erp_desktop.exchange.sheet import read_sheets
from exchange.reading import converted

Save = Callable[..., Path]
PRODUCTS = (
    FieldSpec("sku", "SKU", "货号", FieldKind.CODE, required=True),
    FieldSpec("name", "Name", "品名", required=True),
    FieldSpec("barcode", "Barcode", "条码", FieldKind.BARCODE),
    FieldSpec("price", "Sale price", "售价", FieldKind.PRICE),
    FieldSpec("cost", "Cost", "进价", FieldKind.PRICE),
    FieldSpec("tax", "Tax", "税率", FieldKind.PERCENT),
    FieldSpec("minimum", "Minimum", "最低库存", FieldKind.QUANTITY),
)
SALES = (
    FieldSpec("number", "Invoice", "单号", FieldKind.CODE, required=True),
    FieldSpec("sku", "SKU", "货号", FieldKind.CODE, required=True),
    FieldSpec("quantity", "Quantity", "数量", FieldKind.QUANTITY, required=True),
    FieldSpec("at", "Date", "日期", FieldKind.MOMENT, required=True),
    FieldSpec("price", "Unit price", "单价", FieldKind.PRICE),
    FieldSpec("customer", "Customer", "客户", FieldKind.CODE),
)


def test_columns_are_found_by_english_chinese_and_other_programs_names() -> None:
    guess = guess_mapping(["unit_price", "INVOICE NO.", "StockCode", "Qty", "InvoiceDate"], SALES)
    assert guess.columns == {
        "number": "INVOICE NO.",
        "sku": "StockCode",
        "quantity": "Qty",
        "at": "InvoiceDate",
        "price": "unit_price",
    }
    chinese = guess_mapping(
        ["条形码", "商品名称", "货号", "售价（元）", "进价(不含税)", "备注"], PRODUCTS
    )
    assert chinese.columns == {
        "sku": "货号",
        "name": "商品名称",
        "barcode": "条形码",
        "price": "售价（元）",
        "cost": "进价(不含税)",
    }


@pytest.mark.parametrize("heading", ["Code", "code", "编码", "货号"])
def test_a_code_in_a_list_of_products_is_the_sku(heading: str) -> None:
    guess = guess_mapping([heading, "Barcode", "Name", "Price"], FIELDS)
    assert guess.columns["sku"] == heading
    assert guess.columns["barcode"] == "Barcode"


def test_the_better_name_wins_and_no_column_is_used_twice() -> None:
    fields = (FieldSpec("name", "Name", "名称"), FieldSpec("note", "Note", "备注"))
    assert guess_mapping(["Description", "Name"], fields).columns == {"name": "Name"}
    twice = (FieldSpec("code", "Code", "编码"), FieldSpec("sku", "SKU", "货号"))
    assert guess_mapping(["编码", "货号"], twice).columns == {"code": "编码", "sku": "货号"}


def test_a_mapping_is_kept_as_json(saved: Save) -> None:
    mapping = Mapping({"sku": "货号"}, day_first=True, decimal_comma=True)
    assert read_mapping(saved("m.json", mapping.as_json())) == mapping
    assert Mapping.from_json('{"sku": "StockCode"}') == Mapping({"sku": "StockCode"})


FAULTY = """货号,品名,条码,售价,税率,最低库存
00123,绿茶,6901234567892,28.00,13%,5
6.90123E+12,,6.90123E+12,"28,00",?,many
,普洱,,￥88,0.13,
00125,壶
"""


def test_every_problem_of_every_row_is_told_at_once(saved: Save) -> None:
    (sheet,) = read_sheets(saved("商品.csv", FAULTY))
    problems: list[Problem] = []
    rows = list(converted(sheet, guess_mapping(sheet.header, PRODUCTS), PRODUCTS, problems))
    assert [row.number for row in rows] == [2, 5]
    assert rows[0].values["sku"] == "00123"
    assert rows[0].values["tax"] == 13
    assert rows[1].values["price"] is None
    assert [(problem.row, problem.column, problem.problem) for problem in problems] == [
        (3, "货号", "damaged_code"),
        (3, "品名", "missing"),
        (3, "条码", "damaged_code"),
        (3, "售价", "decimal_comma"),
        (3, "税率", "not_a_number"),
        (3, "最低库存", "not_a_number"),
        (4, "货号", "missing"),
    ]
    assert problems[3].as_json() == {
        "sheet": "商品",
        "row": 3,
        "column": "售价",
        "value": "28,00",
        "problem": "has a comma where a decimal point is expected",
        "code": "decimal_comma",
        "suggestion": "write 28.00",
    }


def test_a_required_field_without_a_column_is_one_problem(saved: Save) -> None:
    (sheet,) = read_sheets(saved("p.csv", "SKU,Price\nA,x\nB,2\n"))
    problems: list[Problem] = []
    assert not list(converted(sheet, guess_mapping(sheet.header, PRODUCTS), PRODUCTS, problems))
    assert [(problem.row, problem.column, problem.problem) for problem in problems] == [
        (1, "Name", "missing_column"),
        (2, "Price", "not_a_number"),
    ]


def test_one_date_tells_the_order_of_its_column(saved: Save) -> None:
    content = "Invoice,SKU,Qty,Date\n1,A,1,12/1/2010 8:26\n2,A,1,12/13/2010 8:26\n"
    (sheet,) = read_sheets(saved("s.csv", content))
    guess = guess_mapping(sheet.header, SALES)
    first = next(iter(sheet.rows))
    asked = convert(first, sheet, guess, SALES)
    assert isinstance(asked, list)
    assert asked[0].problem == Wrong.AMBIGUOUS_DATE
    told = settled(guess, sheet, SALES)
    assert told.day_first is False
    read = convert(first, sheet, told, SALES)
    assert isinstance(read, dict)
    assert read["at"] == datetime(2010, 12, 1, 8, 26)
    assert read["quantity"] == D(1)


def test_the_faulty_rows_come_back_marked_and_can_be_imported_again(
    saved: Save, tmp_path: Path
) -> None:
    (sheet,) = read_sheets(saved("商品.csv", FAULTY))
    mapping = guess_mapping(sheet.header, PRODUCTS)
    problems: list[Problem] = []
    list(converted(sheet, mapping, PRODUCTS, problems))
    write_errors(tmp_path / "errors.xlsx", sheet, problems)
    written = load_workbook(tmp_path / "errors.xlsx").active
    assert written.max_row == 3
    assert [written.cell(2, at).value for at in (1, 2, 3)] == [3, "6.90123E+12", None]
    red = [written.cell(2, at).fill.fgColor.rgb == "FFFFD9D6" for at in range(1, 8)]
    assert red == [False, True, True, True, True, True, True]
    assert "售价: has a comma" in written.cell(2, 8).value
    assert not written.cell(3, 3).fill.fill_type
    (again,) = read_sheets(tmp_path / "errors.xlsx")
    assert guess_mapping(again.header, PRODUCTS) == mapping


def test_every_key_has_a_sentence() -> None:
    assert set(SENTENCES) == {str(key) for key in Wrong}
    said = Problem("s", 2, "SKU", "x", "unknown_product", "TEA")
    assert (said.sentence(), said.advice()) == ("unknown product", "TEA")
    assert Problem("s", 2, "SKU", "x", Wrong.UNKNOWN).advice() == ""
