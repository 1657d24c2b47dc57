"""Shops' files are not tidy; each of these came from a shop, or looks like one that did."""

import gzip
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal as D
from pathlib import Path

import pytest
from openpyxl import Workbook

from erp_desktop.exchange.sheet import Sheet, read_sheets

Save = Callable[..., Path]


def the_sheet(path: Path, **told: str | int) -> Sheet:
    (sheet,) = read_sheets(path, **told)  # type: ignore[arg-type]
    return sheet


def book(path: Path, *rows: tuple[object, ...], merged: tuple[str, ...] = ()) -> Path:
    made = Workbook()
    for row in rows:
        made.active.append(row)
    for cells in merged:
        made.active.merge_cells(cells)
    made.save(path)
    return path


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_the_separator_is_found(saved: Save, delimiter: str) -> None:
    rows = [
        ["SKU", "Name", "Price"],
        ["00123", "Tea, green", "2,50"],
        ["00124", "Pu'er; old", "3,00"],
    ]
    lines = [delimiter.join(f'"{cell}"' for cell in row) for row in rows]
    sheet = the_sheet(saved("products.csv", "\n".join(lines)))
    assert sheet.delimiter == delimiter
    assert sheet.header == ("SKU", "Name", "Price")
    assert list(sheet.rows)[1] == (3, ("00124", "Pu'er; old", "3,00"))


def test_a_semicolon_file_with_decimal_commas(saved: Save) -> None:
    sheet = the_sheet(saved("p.csv", "SKU;Name;Price\nA;Tea;2,50\nB;Pot;3,00\n"))
    assert sheet.delimiter == ";"


def test_excels_separator_line(saved: Save) -> None:
    sheet = the_sheet(saved("p.csv", "sep=;\r\nSKU;Price\r\nA,1;2\r\n"))
    assert (sheet.delimiter, sheet.header_row) == (";", 2)
    assert list(sheet.rows) == [(3, ("A,1", "2"))]


@pytest.mark.parametrize(
    ("encoding", "found", "guessed"),
    [
        ("utf-8", "utf-8", False),
        ("utf-8-sig", "utf-8-sig", False),
        ("utf-16", "utf-16", False),
        ("gbk", "gb18030", True),
    ],
)
def test_chinese_in_every_encoding(saved: Save, encoding: str, found: str, guessed: bool) -> None:
    path = saved("商品.csv", "货号,品名\n00123,绿茶\n", encoding)
    sheet = the_sheet(path)
    assert sheet.header == ("货号", "品名")
    assert (sheet.encoding, sheet.guessed, sheet.name) == (found, guessed, "商品")


def test_the_user_may_say_the_encoding(saved: Save) -> None:
    path = saved("p.csv", "SKU,Name\n1,Café crème à l'été\n", "cp1252")
    assert the_sheet(path, encoding="cp1252").header == ("SKU", "Name")
    assert next(iter(the_sheet(path, encoding="cp1252").rows))[1][1] == "Café crème à l'été"


def test_titles_above_and_totals_below_are_told_and_left_out(saved: Save) -> None:
    content = (
        "某某商贸有限公司\n打印日期：,2026-01-31\n\n货号,品名,数量,金额\n00123,绿茶,2,56.00\n\n"
        "00124,普洱,1,88.00\n合计,,3,144.00\n制表人：张三\n"
    )
    sheet = the_sheet(saved("sales.csv", content))
    assert sheet.header_row == 4
    assert [number for number, _ in sheet.rows] == [5, 7]
    assert len(sheet.rows) == 2
    assert [(out.row, out.reason) for out in sheet.left_out] == [
        (1, "above head"),
        (2, "above head"),
        (8, "total"),
        (9, "below total"),
    ]


@pytest.mark.parametrize(
    "word", ["Total", "TOTAL:", "Grand total", "Sum", "总计", "合 计：", "本页合计"]
)
def test_totals_in_both_languages(saved: Save, word: str) -> None:
    sheet = the_sheet(saved("s.csv", f"SKU,Amount\nA,1\nB,2\n{word},3\n"))
    assert len(sheet.rows) == 2


def test_a_product_called_total_in_the_middle_stays(saved: Save) -> None:
    lines = "".join(f"A{n},1\n" for n in range(8))
    assert len(the_sheet(saved("s.csv", f"SKU,Amount\nTotal,1\n{lines}")).rows) == 9


def test_the_user_may_say_the_head(saved: Save) -> None:
    path = saved("s.csv", "a,b,c\nSKU,Name,Price\n1,Tea,2\n")
    assert the_sheet(path, header_row=2).header == ("SKU", "Name", "Price")


def test_a_list_of_one_column_and_columns_without_or_with_equal_names(saved: Save) -> None:
    assert the_sheet(saved("codes.txt", "Barcode\n0012345678905\n")).header == ("Barcode",)
    sheet = the_sheet(saved("s.csv", "SKU,Price,,Price,\nA,1,x,2,\n"))
    assert sheet.header == ("SKU", "Price", "", "Price (2)")


def test_packed_files(tmp_path: Path) -> None:
    (tmp_path / "s.csv.gz").write_bytes(gzip.compress(b"SKU,Qty\r\n00123,1\r\n"))
    sheet = the_sheet(tmp_path / "s.csv.gz")
    assert (sheet.name, list(sheet.rows)) == ("s", [(2, ("00123", "1"))])


def test_cells_of_a_workbook_are_exact(tmp_path: Path) -> None:
    path = book(
        tmp_path / "p.xlsx",
        ("SKU", "Price", "Qty", "Day", "At", "On", "Sum"),
        ("00123", 2.55, 12345, date(2026, 1, 2), datetime(2026, 1, 2, 9, 5), True, 0.1 + 0.2),
        (6901234567892, -0.1, 1e-7, None, None, None, 12345678901234567890),
    )
    first, second = (cells for _, cells in the_sheet(path).rows)
    assert first == (
        "00123", D("2.55"), D(12345), date(2026, 1, 2), datetime(2026, 1, 2, 9, 5), True, D("0.3"),
    )  # fmt: skip
    assert str(second[0]) == "6901234567892"
    assert second[1:3] == (D("-0.1"), D("1E-7"))


def test_a_merged_head_over_two_rows(tmp_path: Path) -> None:
    path = book(
        tmp_path / "p.xlsx",
        ("商品价格表", None, None, None),
        ("货号", "品名", "价格", None),
        (None, None, "进价", "售价"),
        ("00123", "绿茶", 10, 28),
        ("合计", None, 10, 28),
        merged=("A1:D1", "A2:A3", "B2:B3", "C2:D2"),
    )
    sheet = the_sheet(path)
    assert sheet.header == ("货号", "品名", "进价", "售价")
    assert (sheet.header_row, len(sheet.rows)) == (3, 1)
    assert [out.row for out in sheet.left_out] == [1, 5]


def test_groups_above_the_names_tell_equal_names_apart(tmp_path: Path) -> None:
    path = book(
        tmp_path / "p.xlsx",
        ("Product", None, "Opening", None, "Closing", None),
        ("SKU", "Name", "Qty", "Value", "Qty", "Value"),
        ("A", "Tea", 1, 2, 3, 4),
        merged=("A1:B1", "C1:D1", "E1:F1"),
    )
    names = ("SKU", "Name", "Opening Qty", "Opening Value", "Closing Qty", "Closing Value")
    assert the_sheet(path).header == names


def test_a_head_of_two_rows_in_a_csv(saved: Save) -> None:
    sheet = the_sheet(saved("p.csv", "货号,品名,价格,\n,,进价,售价\n00123,绿茶,10,28\n"))
    assert sheet.header == ("货号", "品名", "进价", "售价")
    words = the_sheet(saved("q.csv", "SKU,Name,Note,\nA,Tea,good,hot\nB,Pot,,old\n"))
    assert words.header == ("SKU", "Name", "Note")


def test_only_visible_sheets_with_records_are_read(tmp_path: Path) -> None:
    made = Workbook()
    made.active.append(["SKU", "Name"])
    made.active.append(["A", "Tea"])
    made.create_sheet("Empty")
    hidden = made.create_sheet("Hidden")
    hidden.append(["x", "y"])
    hidden.append([1, 2])
    hidden.sheet_state = "hidden"
    made.save(tmp_path / "b.xlsx")
    assert [sheet.name for sheet in read_sheets(tmp_path / "b.xlsx")] == ["Sheet"]


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_older_and_other_workbooks(
    tmp_path: Path, in_libreoffice: Callable[..., Path], kind: str
) -> None:
    path = book(tmp_path / "p.xlsx", ("SKU", "Price"), ("00123", 2.55), (12345, 3))
    assert [cells for _, cells in the_sheet(in_libreoffice(path, kind)).rows] == [
        ("00123", D("2.55")),
        (D(12345), D(3)),
    ]
