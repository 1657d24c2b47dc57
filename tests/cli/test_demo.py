"""The demo day: real sales, a day's papers, books that prove themselves."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from documents.reading import codes, words
from erp_desktop.core import clock
from erp_desktop.exchange.demo import HISTORY, make_demo_shop
from erp_desktop.reports.integrity import verify

PAPERS = {
    "purchase-order.pdf", "goods-receipt.pdf", "labels.pdf", "receipt.pdf", "stock-out-note.pdf",
    "invoice.pdf", "count-sheet.pdf", "accountant.xlsx",
}  # fmt: skip


@dataclass(frozen=True)
class Lived:
    folder: Path
    done: subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Lived:
    """The demo, run as a program of its own."""
    folder = tmp_path_factory.mktemp("demo")
    words_ = [sys.executable, "-m", "erp_desktop", "demo", "--out", str(folder / "out")]
    environment = {**os.environ, "ERP_CONFIG": str(folder / "config")}
    done = subprocess.run(
        words_, capture_output=True, encoding="utf-8", check=False, env=environment, timeout=120
    )
    return Lived(folder / "out", done)


def test_a_day_is_lived_and_leaves_its_papers(lived, erp):
    assert lived.done.returncode == 0, lived.done.stderr
    assert lived.done.stderr == ""
    assert {file.name for file in lived.folder.iterdir()} >= PAPERS
    for word in ("Purchase order", "arrives", "label", "Till", "Stock-out", "Invoice", "comes back",
                 "Transfer", "Write-off", "Count", "workbook", "The books are right"):  # fmt: skip
        assert word in lived.done.stdout
    assert erp("--shop", lived.folder / "demo.shop", "verify").status == 0


def test_a_scanner_reads_the_papers_of_the_day(lived):
    labels = codes((lived.folder / "labels.pdf").read_bytes())
    receipt = (lived.folder / "receipt.pdf").read_bytes()
    assert len(labels) == 72
    assert len(set(labels)) == 3
    assert all(code.startswith("20") and len(code) == 13 for code in labels)
    assert codes(receipt)[0] in words(receipt)
    assert len(set(codes((lived.folder / "count-sheet.pdf").read_bytes()))) >= 6


def test_the_day_may_be_lived_again_in_chinese(erp, tmp_path):
    for _ in range(2):
        done = erp("--json", "demo", "--out", tmp_path, "--language", "zh_CN")

    assert done.status == 0
    assert done.json["verify"]["ok"] is True
    assert {step["paper"] for step in done.json["steps"] if "paper" in step} == PAPERS
    assert any("销售发票" in step["step"] for step in done.json["steps"])
    assert "销售小票" in words((tmp_path / "receipt.pdf").read_bytes())


@pytest.mark.parametrize("today", [20260301, 20261122, 20280229])
def test_the_history_ends_yesterday_and_work_waits(tmp_path, today):
    clock.set_now(lambda: clock.day_end(today))
    work = make_demo_shop(str(tmp_path / "demo.shop"), today=today)
    last = work.read(lambda books: books.value(
        "SELECT MAX(booked_on) FROM document WHERE kind IN ('sale', 'sales_return')"
    ))  # fmt: skip
    file, practice = work.read(lambda books: (
        books.value("SELECT file_name FROM import_batch"), books.setting("practice"),
    ))  # fmt: skip
    waiting = dict(work.read(lambda books: books.rows(
        "SELECT kind, COUNT(*) FROM document WHERE state = 'confirmed' AND due_on > 0 GROUP BY kind"
    )))  # fmt: skip
    assert work.read(verify).ok
    work.close()

    days = (clock.day_date(today) - clock.day_date(last)).days
    assert days == 1
    assert waiting == {"sales_order": 3, "purchase_order": 2}
    assert (file, practice) == (HISTORY, "1")
