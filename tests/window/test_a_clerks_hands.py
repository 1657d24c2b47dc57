"""The real program in a real window, used with a keyboard and a scanner's bursts alone.

An X server of its own, a window manager, the program as a process: what xdotool types is what a
clerk types. The books are asked afterwards, from outside.
"""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from builders import Shop
from real_window import Clerk, until
from shop_proof import assert_books_are_exact

pytestmark = pytest.mark.window


@pytest.fixture
def shop_file(tmp_path: Path) -> Path:
    shop = Shop.found(tmp_path / "corner.shop", currency="GBP")
    shop.product("TEA", name="Green tea", price="28.00", barcodes=["6901234567892"])
    shop.product("CUP", name="Blue cup", price="4.50", barcodes=["0012345678905"])
    shop.receive("TEA", 20, 10, on=1)
    shop.receive("CUP", 20, 1, on=1)
    shop.work.close()
    return tmp_path / "corner.shop"


@pytest.fixture
def clerk(sit_down: Callable[..., Clerk], shop_file: Path) -> Clerk:
    """The program is open at the till."""
    return sit_down(shop_file, "till")


SOLD = "SELECT COUNT(*) FROM document WHERE kind = 'sale' AND state = 'posted'"


def in_cart(shop: Shop) -> object:
    """How many pieces the till's kept cart holds: what was typed has arrived."""
    kept = shop.value_of("SELECT content FROM draft WHERE page LIKE 'till%'")
    lines = json.loads(kept)["open"]["lines"] if kept else []
    return sum(Decimal(line["quantity"]) for line in lines)


def has(clerk: Clerk, pieces: int) -> None:
    until(lambda: clerk.books(in_cart), pieces)


def test_scan_scan_pay(clerk: Clerk) -> None:
    """Two scans and one key: sold, with every leading zero."""
    clerk.scan("6901234567892")
    clerk.scan("0012345678905")
    clerk.scan("0012345678905")
    has(clerk, 3)
    clerk.press("F12")
    clerk.says(SOLD, 1)
    clerk.books(lambda shop: assert_sold(shop, "19", "18", "37.00"))


def test_a_name_typed_and_a_quantity(clerk: Clerk) -> None:
    """Type a part of the name, Enter, F2 and a quantity, pay."""
    clerk.type("blue")
    clerk.still()
    clerk.press("Return")
    has(clerk, 1)
    clerk.press("F2")
    clerk.still()
    clerk.type("3")
    clerk.press("Return")
    has(clerk, 3)
    clerk.press("F12")
    clerk.says(SOLD, 1)
    clerk.books(lambda shop: assert_sold(shop, "20", "17", "13.50"))


def assert_sold(shop: Shop, tea: str, cups: str, cash: str) -> None:
    assert (str(shop.on_hand("TEA")), str(shop.on_hand("CUP"))) == (tea, cups)
    assert str(shop.account("cash")) == cash
    shop.work.read(assert_books_are_exact)


def test_killed_in_the_middle_nothing_posted_is_lost(clerk: Clerk) -> None:
    """Killed in the middle, it opens again with every sale and nothing half done."""
    clerk.scan("6901234567892")
    has(clerk, 1)
    clerk.press("F12")
    clerk.says(SOLD, 1)
    clerk.scan("6901234567892")
    assert clerk.program is not None
    clerk.program.kill()
    clerk.program.wait(timeout=20)
    clerk.books(lambda shop: assert_sold(shop, "19", "20", "28.00"))
