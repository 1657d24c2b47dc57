"""What the accountant gets is numbers, dates and codes, whichever program opens it."""

import errno
import os
import re
import resource
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal as D
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from erp_desktop.core.errors import DiskFull, FileUnwritable
from erp_desktop.core.table import Column, Head, Kind, Table
from erp_desktop.exchange import sheet_xml, workbook
from erp_desktop.exchange.workbook import Formula, cell_ranges, sheet_names, write_workbook

COLUMNS = (
    Column("sku", "SKU", Kind.CODE),
    Column("name", "Product"),
    Column("day", "Date", Kind.DATE),
    Column("at", "Time", Kind.MOMENT),
    Column("qty", "Quantity", Kind.QUANTITY, total=True),
    Column("price", "Price", Kind.PRICE),
    Column("amount", "Amount", Kind.MONEY, total=True),
    Column("tax", "Tax", Kind.PERCENT),
    Column("lines", "Lines", Kind.COUNT),
    Column("state", "State", Kind.STATE),
)
NINE = datetime(2026, 1, 2, 9, 5, 7)
ROWS = [
    ("00123", "绿茶 <250 g> & Co", date(2026, 1, 2), NINE, D(6), D("28.125"), D("1168.50"),
     D(13), 3, "partly_received:0.69"),
    ("6901234567892", "=1+1", date(2024, 2, 29), NINE, D("-1.5"), D(2), D("-12.05"),
     D("12.5"), 1, "posted"),
    ("00000000000000000017", "  two\nlines _x0041_ ", None, None, D("2.000000"), None, D("0.10"),
     None, None, None),
    ("+86", "", date(2026, 12, 31), datetime(2026, 12, 31, 23, 59, 59), D(0), D("0.000001"),
     D("1E+3"), D(0), 0, "draft"),
]  # fmt: skip
SALES = Table("sales", "Sales", COLUMNS, ROWS)
WORDS = {"SKU": "货号", "Sales": "销售", "Total": "合计", "posted": "已过账"}


def said(text: str) -> str:
    return WORDS.get(text, text)


def as_read(path: Path, sheet: int = 0) -> list[list[object]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_index(sheet).to_python()


def test_numbers_are_numbers_and_codes_keep_their_zeros(tmp_path: Path) -> None:
    write_workbook(tmp_path / "sales.xlsx", [SALES], title=said, state=said, language="zh_CN")
    head, first, second, third, fourth, total = as_read(tmp_path / "sales.xlsx")
    assert head[0] == "货号"
    assert first == [
        "00123", "绿茶 <250 g> & Co", date(2026, 1, 2), NINE, 6.0, 28.125, 1168.5, 0.13, 3.0,
        "partly_received",
    ]  # fmt: skip
    assert second[:2] == ["6901234567892", "=1+1"]
    assert second[4:8] == [-1.5, 2.0, -12.05, 0.125]
    assert second[9] == "已过账"
    assert third[:2] == ["00000000000000000017", "  two\nlines _x0041_ "]
    assert fourth[3] == datetime(2026, 12, 31, 23, 59, 59)
    assert fourth[5:7] == [0.000001, 1000.0]
    assert (total[0], total[4], total[6]) == ("合计", 6.5, 2156.55)


def test_formats_freeze_filter_and_print_setup(tmp_path: Path) -> None:
    write_workbook(tmp_path / "sales.xlsx", [SALES])
    sheet = load_workbook(tmp_path / "sales.xlsx")["Sales"]
    formats = [sheet.cell(2, at).number_format for at in range(1, 11)]
    assert formats == [
        "@", "General", "yyyy\\-mm\\-dd", "yyyy\\-mm\\-dd\\ hh:mm", "#,##0", "#,##0.00####",
        "#,##0.00", "0%", "#,##0", "General",
    ]  # fmt: skip
    assert sheet["E3"].number_format == "#,##0.######"
    assert sheet["B3"].data_type == "s"
    assert sheet["B3"].quotePrefix
    assert sheet["G6"].value == "=SUBTOTAL(9,G2:G5)"
    assert sheet["G6"].font.bold
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:J5"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.column_dimensions["B"].width > sheet.column_dimensions["I"].width


def test_money_of_a_currency_without_cents(tmp_path: Path) -> None:
    write_workbook(tmp_path / "yen.xlsx", [SALES], places=0)
    assert load_workbook(tmp_path / "yen.xlsx")["Sales"]["G2"].number_format == "#,##0"


def test_three_programs_read_equal_cells(
    tmp_path: Path, in_libreoffice: Callable[..., Path]
) -> None:
    write_workbook(tmp_path / "sales.xlsx", [SALES])
    ours = as_read(tmp_path / "sales.xlsx")
    assert as_read(in_libreoffice(tmp_path / "sales.xlsx")) == ours
    sheet = load_workbook(tmp_path / "sales.xlsx", data_only=True)["Sales"]
    for row, cells in zip(sheet.iter_rows(values_only=True), ours, strict=True):
        for theirs, cell in zip(row, cells, strict=True):
            plain = theirs.date() if type(cell) is date else theirs
            if plain != "  two\nlines _x005F_x0041_ ":  # openpyxl leaves this escape as it is
                assert ("" if plain is None else plain) == cell


def test_a_tie_out_sheet_comes_to_the_same_in_libreoffice(
    tmp_path: Path, in_libreoffice: Callable[..., Path]
) -> None:
    journal = Table(
        "journal",
        "Journal: all 'lines'",
        (Column("amount", "Amount", Kind.MONEY),),
        [(D("2156.55"),)],
    )
    at = cell_ranges([SALES, journal])
    assert at["journal", "amount"] == "'Journal all ''lines'!$A$2:$A$2"
    columns = (Column("what", "What"), Column("difference", "Difference", Kind.MONEY))
    difference = f"=ROUND(SUM({at['sales', 'amount']})-SUM({at['journal', 'amount']}),2)"
    both = f"=SUM({at['sales', 'amount']})*2"
    tie_out = Table(
        "tie_out",
        "Tie-out",
        columns,
        [
            ("Sales and journal", Formula(difference, D("0.00"))),
            ("Twice", Formula(both, D("4313.10"))),
        ],
    )
    path = tmp_path / "pack.xlsx"
    write_workbook(path, [SALES, journal, tie_out])
    assert [row[1] for row in as_read(path, 2)[1:]] == [0.0, 4313.1]
    assert [row[1] for row in as_read(in_libreoffice(without_results(path)), 2)[1:]] == [
        0.0,
        4313.1,
    ]
    assert as_read(in_libreoffice(without_results(path)))[5][6] == 2156.55


def without_results(path: Path) -> Path:
    """The same workbook, whose formulas have not been computed yet."""
    bare = path.with_name("bare.xlsx")
    with ZipFile(path) as full, ZipFile(bare, "w") as empty:
        for name in full.namelist():
            empty.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", full.read(name)))
    return bare


def test_a_formula_is_its_number_to_those_who_only_want_the_number() -> None:
    formula = Formula("=SUM(A1:A2)", D("12.50"))
    assert formula == D("12.50")
    assert formula.text == "SUM(A1:A2)"


def test_sheet_names_are_ones_that_a_workbook_takes() -> None:
    long = "A very long name of a report about stock"
    assert sheet_names(["Stock: [all]", "", "'it'", "stock  all", "History", long, long]) == [
        "Stock all",
        "Sheet",
        "it",
        "stock all (2)",
        "History_",
        long[:31].rstrip(),
        long[:27].rstrip() + " (2)",
    ]


def test_a_table_without_rows_and_one_with_odd_cells(tmp_path: Path) -> None:
    class Shade(str):
        __slots__ = ()

    odd = [(Shade("\x07bell\ud800 & <b>\r\n"), True), (D("NaN"), 2), ("x" * 40_000, None), ("", 0)]
    columns = (Column("a", "A"), Column("b", "B", Kind.COUNT))
    tables = [Table("none", "None", COLUMNS, []), Table("odd", "Odd", columns, odd)]
    write_workbook(tmp_path / "odd.xlsx", tables)
    assert len(as_read(tmp_path / "odd.xlsx")) == 1
    rows = as_read(tmp_path / "odd.xlsx", 1)
    assert rows[1] == [" bell\ufffd & <b>\n", True]
    assert rows[2] == ["NaN", 2.0]
    assert len(str(rows[3][0])) == 32_767
    with pytest.raises(TypeError, match="float"):
        write_workbook(tmp_path / "float.xlsx", [Table("f", "F", columns[:1], [(1.5,)])])
    assert not (tmp_path / "float.xlsx").exists()


def test_a_table_longer_than_a_sheet_goes_on_in_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 4)
    monkeypatch.setattr(sheet_xml, "BLOCK", 3)
    columns = (Column("n", "N", Kind.COUNT, total=True),)
    write_workbook(tmp_path / "long.xlsx", [Table("n", "N", columns, [(n,) for n in range(9)])])
    book = CalamineWorkbook.from_path(tmp_path / "long.xlsx")
    assert book.sheet_names == ["N", "N (2)", "N (3)"]
    assert [row[0] for row in as_read(tmp_path / "long.xlsx", 1)] == ["N", 4, 5, 6, 7, 22]


def test_many_rows_arrive_whole(tmp_path: Path) -> None:
    rows = [(f"{n:06d}", f"tea & {n}", D(n) / 4, n) for n in range(5_003)]
    columns = (
        Column("sku", "SKU", Kind.CODE),
        Column("name", "Name"),
        Column("amount", "Amount", Kind.MONEY, total=True),
        Column("n", "N", Kind.COUNT),
    )
    write_workbook(tmp_path / "many.xlsx", [Table("many", "Many", columns, rows)])
    read = as_read(tmp_path / "many.xlsx")
    assert [(sku, name, D(str(amount)), n) for sku, name, amount, n in read[1:-1]] == rows
    assert read[-1][2] == float(sum(row[2] for row in rows))


def test_a_full_disk_leaves_the_older_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "sales.xlsx"
    path.write_text("the older file")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, before[1]))
    try:
        with pytest.raises(DiskFull):
            write_workbook(path, [SALES])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert path.read_text() == "the older file"
    assert list(tmp_path.iterdir()) == [path]


def test_a_target_that_is_open_elsewhere_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(FileUnwritable) as refused:
        write_workbook(tmp_path / "sales.xlsx", [SALES])
    assert refused.value.facts["detail"] == "locked"
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_and_a_folder_for_a_file(tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable) as missing:
        write_workbook(tmp_path / "no" / "sales.xlsx", [SALES])
    assert missing.value.facts["detail"] == "no such folder"
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileUnwritable):
        write_workbook(tmp_path / "folder", [SALES])
    with pytest.raises(FileUnwritable):
        write_workbook(tmp_path / "folder" / ".." / "x" / "y.xlsx", [SALES])


def test_groups_fold_below_their_heads_and_are_summed_once(
    tmp_path: Path, in_libreoffice: Callable[..., Path]
) -> None:
    columns = (
        Column("number", "Number", Kind.CODE), Column("partner", "Customer"),
        Column("total", "Total", Kind.MONEY, total=True),
    )  # fmt: skip
    rows = [(f"SO-{at}", "Zhou", D(at)) for at in range(1, 6)]
    heads = [
        Head(0, "paid", 2, (None, None, D(3)), words="Paid"),
        Head(2, "open", 3, (None, None, D(12)), folded=True, words="Open"),
    ]
    path = tmp_path / "groups.xlsx"
    write_workbook(path, [Table("orders", "Orders", columns, rows, (), heads)])
    sheet = load_workbook(path)["Orders"]
    assert [sheet.cell(row, 1).value for row in range(2, 10)] == [
        "Paid  (2)", "SO-1", "SO-2", "Open  (3)", "SO-3", "SO-4", "SO-5", "Total",
    ]  # fmt: skip
    assert (sheet["C2"].value, sheet["C5"].value, sheet["C9"].value) == (
        "=SUBTOTAL(9,C3:C4)", "=SUBTOTAL(9,C6:C8)", "=SUBTOTAL(9,C2:C8)",
    )  # fmt: skip
    levels = [(sheet.row_dimensions[row].outline_level, sheet.row_dimensions[row].hidden)
              for row in range(2, 9)]  # fmt: skip
    assert levels == [*((level, False) for level in (0, 1, 1, 0)), *[(1, True)] * 3]
    assert [sheet.row_dimensions[row].collapsed for row in (2, 5)] == [False, True]
    assert sheet.auto_filter.ref is None  # a filter would take what is folded out of the sums
    ours = as_read(path)
    assert [ours[at][2] for at in (1, 4, 8)] == [3, 12, 15]
    theirs = as_read(in_libreoffice(without_results(path)))
    assert [theirs[at][2] for at in (1, 4, 8)] == [3, 12, 15]
    opened = [head._replace(folded=False) for head in heads]
    write_workbook(path, [Table("orders", "Orders", columns, rows, (), opened)])
    assert load_workbook(path)["Orders"].auto_filter.ref == "A1:C8"
