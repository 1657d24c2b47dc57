"""The same table as plain text, which no spreadsheet takes for a formula."""

from datetime import date, datetime
from decimal import Decimal as D
from io import StringIO
from pathlib import Path

from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.exchange.csv_file import write_csv, write_rows
from erp_desktop.exchange.sheet import read_sheets
from erp_desktop.exchange.values import code_of, number_of, text_of

COLUMNS = (
    Column("sku", "SKU", Kind.CODE),
    Column("name", "Name"),
    Column("amount", "Amount", Kind.MONEY),
    Column("tax", "Tax", Kind.PERCENT),
    Column("day", "Date", Kind.DATE),
    Column("at", "Time", Kind.MOMENT),
)
ROW = ("00123", '=HYPERLINK("x")', D("-12.50"), D("0.5"), date(2026, 1, 2), datetime(2026, 1, 2, 9))
TABLE = Table("t", "T", COLUMNS, [ROW, ("@a", "绿茶, 250 g\n“二”", D("1E+3"), None, None, None)])


def test_numbers_are_plain_and_formulas_are_guarded() -> None:
    out = StringIO()
    write_rows(out, TABLE, title=str.upper)
    assert out.getvalue() == (
        "SKU,NAME,AMOUNT,TAX,DATE,TIME\r\n"
        '00123,"\'=HYPERLINK(""x"")",-12.50,0.5%,2026-01-02,2026-01-02 09:00:00\r\n'
        '\'@a,"绿茶, 250 g\n“二”",1000,,,\r\n'
    )


def test_excel_is_told_that_it_is_utf_8(tmp_path: Path) -> None:
    write_csv(tmp_path / "t.csv", TABLE)
    assert (tmp_path / "t.csv").read_bytes().startswith(b"\xef\xbb\xbfSKU")
    write_csv(tmp_path / "t.csv", TABLE, bom=False)
    assert (tmp_path / "t.csv").read_bytes().startswith(b"SKU")


def test_what_we_write_we_read_again(tmp_path: Path) -> None:
    write_csv(tmp_path / "t.csv", TABLE)
    (sheet,) = read_sheets(tmp_path / "t.csv")
    first, second = (cells for _, cells in sheet.rows)
    assert (code_of(first[0]), text_of(first[1])) == ("00123", '=HYPERLINK("x")')
    assert number_of(first[2]) == D("-12.50")
    assert number_of(first[3], percent=True) == D("0.5")
    assert code_of(second[0]) == "@a"
