"""A real gift shop's sales: every row and every penny accounted for, and the books prove it."""

import csv
import gzip
from collections import Counter
from decimal import Decimal as D
from pathlib import Path

import pytest

from builders import Shop
from erp_desktop.core.money import money
from erp_desktop.exchange.imports.registry import preview, run_import, undo_import
from erp_desktop.exchange.imports.report import ImportReport
from erp_desktop.reports.integrity import verify

from .conftest import Take

FIRST = "01_transactions/online_retail_first6000.xlsx"
QUARTER = "01_transactions/online_retail_2010-12_to_2011-02.csv.gz"

pytestmark = pytest.mark.data


def accounted(report: ImportReport) -> bool:
    """Whether rows and sums of what came in and what was left out are those of the file."""
    rows = sum(report.imported.values()) + sum(report.left_out.values())
    sums = {name: D(amount) for name, amount in report.sums.items()}
    return rows == report.rows and sums["file"] == sums["imported"] + sums["left_out"]


def posted_sales(shop: Shop) -> D:
    """What the posted sales less the returns come to."""
    return money(
        int(
            shop.value_of(
                "SELECT SUM(CASE WHEN kind = 'sale' THEN total ELSE -total END) FROM document "
                "WHERE kind IN ('sale', 'sales_return') AND state = 'posted'"
            )
        )
    )


def test_the_first_six_thousand_rows(shop: Shop, take: Take, shared_data: Path) -> None:
    report = take("sales-history", shared_data / FIRST)
    assert (report.ok, report.rows) == (True, 6_000)
    assert accounted(report)
    assert report.sums["file"] == "116361.89"
    assert posted_sales(shop) == D(report.sums["imported"]) == -shop.account("sales")
    assert report.left_out == {"duplicate": 97}
    assert report.imported["write_offs"] == 2
    assert shop.value_of("SELECT MIN(on_hand) FROM stock_balance") == 0
    assert shop.work.read(verify).ok


def test_a_preview_shows_what_it_takes_each_column_for(shared_data: Path) -> None:
    shown = preview(shared_data / FIRST, "sales-history")
    assert shown.mapping.columns["sku"] == "StockCode"
    assert [sheet.name for sheet in shown.sheets] == ["Online Retail"]
    number, values = shown.rows[0]
    assert number == 2
    assert isinstance(values, dict)
    assert (values["number"], values["customer"]) == ("536365", "17850")


def test_taking_the_rows_back_leaves_no_trace_in_the_figures(
    shop: Shop, take: Take, shared_data: Path
) -> None:
    report = take("sales-history", shared_data / FIRST, options={"opening": "none"})
    heard: list[tuple[int, int]] = []
    undone = undo_import(shop.work, report.id, lambda done, total: heard.append((done, total)))
    assert heard[-1] == (undone.reversed, undone.reversed)
    assert shop.value_of("SELECT COUNT(*) FROM stock_balance WHERE on_hand <> 0") == 0
    assert shop.value_of(
        "SELECT COUNT(*) FROM (SELECT 1 FROM journal_line GROUP BY account_id "
        "HAVING SUM(amount) <> 0) AS open_accounts"
    ) == 0  # fmt: skip
    assert shop.work.read(verify).ok


@pytest.mark.full
def test_the_whole_quarter(tmp_path: Path, shared_data: Path) -> None:
    shop = Shop.found(tmp_path / "gifts.shop")
    report = run_import(shop.work, "sales-history", shared_data / QUARTER)
    assert (report.ok, report.rows) == (True, 105_335)
    assert accounted(report)
    assert report.sums == {"file": "1807019.93", "imported": "1802198.58", "left_out": "4821.35"}
    assert posted_sales(shop) == D(report.sums["imported"]) == -shop.account("sales")
    expected = _counted_apart(shared_data / QUARTER)
    assert report.left_out["duplicate"] == expected["duplicate"] == 975
    assert report.imported["write_offs"] == expected["write_off"] == 214
    returned = report.imported["returns"] + report.imported["returns_unlinked"]
    assert returned == expected["return"]
    assert shop.value_of("SELECT COUNT(*) FROM stock_balance WHERE on_hand < 0") == 0
    assert shop.work.read(verify).ok
    undone = undo_import(shop.work, report.id)
    assert undone.kept == 0
    assert shop.value_of("SELECT COUNT(*) FROM stock_balance WHERE value <> 0") == 0
    assert shop.work.read(verify).ok
    shop.work.close()


def _counted_apart(path: Path) -> Counter[str]:
    """The file counted without the program."""
    counted: Counter[str] = Counter()
    seen = set()
    with gzip.open(path, "rt", encoding="utf-8", newline="") as text:
        for row in csv.reader(text):
            content = tuple(cell.strip() for cell in row)
            if content in seen:
                counted["duplicate"] += 1
                continue
            seen.add(content)
            if row[0].startswith("C"):
                counted["return"] += 1
            elif row[3].startswith("-"):
                counted["write_off"] += 1
    return counted
