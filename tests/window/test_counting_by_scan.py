"""A shelf is counted in a real window with a scanner and the keyboard alone."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import Shop
from erp_desktop.services.unit_of_work import open_shop
from real_window import Clerk
from shop_proof import assert_books_are_exact

pytestmark = pytest.mark.window
PATIENCE = 40  # seconds that a busy machine is given
TEA, CUP = "6901234567892", "0012345678905"


@pytest.fixture
def shop_file(tmp_path: Path) -> Path:
    shop = Shop.found(tmp_path / "corner.shop", currency="GBP")
    shop.product("TEA", name="Green tea", price="28.00", barcodes=[TEA])
    shop.product("CUP", name="Blue cup", price="4.50", barcodes=[CUP])
    shop.receive("TEA", 3, 10, on=1)
    shop.receive("CUP", 5, 1, on=1)
    shop.work.close()
    return tmp_path / "corner.shop"


@pytest.fixture
def clerk(display: dict[str, str], shop_file: Path) -> Iterator[Clerk]:
    program = subprocess.Popen(
        [sys.executable, "-m", "erp_desktop", "--shop", str(shop_file), "--page", "count"],
        env=display, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    hands = Clerk(display)
    hands.wait_for_window()
    yield hands
    program.terminate()
    program.wait(timeout=20)


def until(shop_file: Path, sql: str, wanted: object) -> None:
    """The books come to say this, or the test fails with what they say."""
    end = time.monotonic() + PATIENCE
    while (said := asked(shop_file, sql)) != wanted:
        assert time.monotonic() < end, said
        time.sleep(0.3)


def asked(shop_file: Path, sql: str) -> object:
    shop = Shop(open_shop(str(shop_file)))
    try:
        return shop.value_of(sql)
    finally:
        shop.work.close()


def test_a_count_from_its_beginning_to_its_posted_document(clerk: Clerk, shop_file: Path) -> None:
    """Begin, seven scans, post: one cup was missing."""
    clerk.press("ctrl+Return")
    until(shop_file, "SELECT COUNT(*) FROM count_plan", 1)
    time.sleep(1)
    clerk.scan_all([TEA, TEA, CUP, TEA, CUP, CUP, CUP])
    until(shop_file, "SELECT SUM(counted) FROM count_entry", 7_000_000)
    clerk.press("ctrl+Return")
    until(shop_file, "SELECT state FROM count_plan", "posted")
    shop = Shop(open_shop(str(shop_file)))
    assert (str(shop.on_hand("TEA")), str(shop.on_hand("CUP"))) == ("3", "4")
    shop.work.read(assert_books_are_exact)
    shop.work.close()
