"""A shelf is counted in a real window with a scanner and the keyboard alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builders import Shop
from real_window import Clerk
from shop_proof import assert_books_are_exact

pytestmark = pytest.mark.window
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


def test_a_count_from_its_beginning_to_its_posted_document(
    sit_down: Callable[..., Clerk], shop_file: Path
) -> None:
    """Begin, seven scans, post: one cup was missing."""
    clerk = sit_down(shop_file, "count")
    clerk.press("ctrl+Return")
    clerk.says("SELECT COUNT(*) FROM count_plan", 1)
    clerk.sees("count_run")
    clerk.scan_all([TEA, TEA, CUP, TEA, CUP, CUP, CUP])
    clerk.says("SELECT SUM(counted) FROM count_entry", 7_000_000)
    clerk.press("ctrl+Return")
    clerk.says("SELECT state FROM count_plan", "posted")
    clerk.books(assert_counted)


def assert_counted(shop: Shop) -> None:
    assert (str(shop.on_hand("TEA")), str(shop.on_hand("CUP"))) == ("3", "4")
    shop.work.read(assert_books_are_exact)
