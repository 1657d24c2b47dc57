"""The tie-out's formulas say the same as its figures, to whoever recomputes them."""

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from builders import Shop
from deep_shop import depth, told_late
from erp_desktop.cli.exporting import write_accountant
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.exchange.tie_out import with_formulas
from erp_desktop.exchange.workbook import write_workbook


@dataclass(frozen=True)
class Sum:
    table: str
    column: str
    sign: int = 1
    match: tuple[str, str] | None = None


@dataclass(frozen=True)
class Pair:
    left: tuple[Sum, ...]
    right: tuple[Sum, ...]


def money(text: str) -> Decimal:
    return Decimal(text)


SALES = Table("sales", "Sales", (Column("net", "Net", Kind.MONEY),),
              [(money("10.10"),), (money("20.20"),), (None,)])  # fmt: skip
BALANCE = Table(
    "balance", "Trial balance",
    (Column("account", "Account", Kind.CODE), Column("debit", "Debit", Kind.MONEY),
     Column("credit", "Credit", Kind.MONEY)),
    [("1405", money("7.00"), money("0.00")), ("6001", money("0.30"), money("30.60"))],
)  # fmt: skip
TIE_OUT = Table(
    "tie-out", "Tie-out",
    (Column("check", "Check"), Column("left", "One side", Kind.MONEY),
     Column("right", "Other side", Kind.MONEY), Column("difference", "Difference", Kind.MONEY)),
    [("Sales account = sales", money("30.30"), money("30.30"), money("0.00"))],
)  # fmt: skip
ACCOUNT = ("account", "6001")
CHECK = Pair(
    (Sum("balance", "credit", 1, ACCOUNT), Sum("balance", "debit", -1, ACCOUNT)),
    (Sum("sales", "net"),),
)


def test_libreoffice_computes_what_the_books_computed(tmp_path, in_libreoffice):
    tables = [SALES, BALANCE, TIE_OUT]
    tables[-1] = with_formulas(
        tables, [CHECK], title=lambda said: {"Sales": "销售"}.get(said, said)
    )
    path = tmp_path / "pack.xlsx"
    write_workbook(path, tables, title=lambda said: {"Sales": "销售"}.get(said, said))

    assert cells(path) == ["Sales account = sales", 30.3, 30.3, 0]
    assert cells(in_libreoffice(without_results(path))) == ["Sales account = sales", 30.3, 30.3, 0]


def cells(path: Path) -> list[object]:
    return [cell.value for cell in load_workbook(path, data_only=True)["Tie-out"][2]]


def without_results(path: Path) -> Path:
    """The same workbook, whose formulas have not been computed yet."""
    bare = path.with_name("bare.xlsx")
    with ZipFile(path) as full, ZipFile(bare, "w") as empty:
        for name in full.namelist():
            empty.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", full.read(name)))
    return bare


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_whole_pack_ties_out_in_libreoffice(tmp_path, in_libreoffice, language):
    shop = depth(Shop.found(tmp_path / "deep.shop", language=language))
    told_late(shop)
    path = tmp_path / "pack.xlsx"
    write_accountant(shop.work, path)
    shop.work.close()
    book = load_workbook(in_libreoffice(without_results(path)), data_only=True)
    rows = [[cell.value for cell in row] for row in book.worksheets[-1].iter_rows(min_row=2)]
    assert len(rows) == 15
    assert [row[3] for row in rows] == [0] * len(rows)
    assert all(row[1] == row[2] for row in rows)
    assert any(row[1] for row in rows)
    assert book.sheetnames[5] == ("批次库存" if language == "zh_CN" else "Stock by lot")
