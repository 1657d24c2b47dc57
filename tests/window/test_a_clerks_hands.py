"""The real program in a real window, used with a keyboard and a scanner's bursts alone.

An X server of its own, a window manager, the program as a process: what xdotool types is what a
clerk types. The books are asked afterwards, from outside.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from builders import Shop
from erp_desktop.services.unit_of_work import open_shop
from real_window import Clerk
from shop_proof import assert_books_are_exact

pytestmark = pytest.mark.window
PATIENCE = 40  # seconds that a busy machine is given


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
def clerk(display: dict[str, str], shop_file: Path) -> Iterator[Clerk]:
    """The program is open at the till."""
    program = subprocess.Popen(
        [sys.executable, "-m", "erp_desktop", "--shop", str(shop_file), "--page", "till"],
        env=display, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    hands = Clerk(display)
    hands.wait_for_window()
    yield hands
    program.terminate()
    program.wait(timeout=20)


def asked(shop_file: Path, question: Callable[[Shop], object]) -> object:
    shop = Shop(open_shop(str(shop_file)))
    try:
        return question(shop)
    finally:
        shop.work.close()


def until(shop_file: Path, question: Callable[[Shop], object], wanted: object) -> None:
    """The books come to say this, or the test fails with what they say."""
    end = time.monotonic() + PATIENCE
    while (said := asked(shop_file, question)) != wanted:
        assert time.monotonic() < end, said
        time.sleep(0.3)


def sales(shop: Shop) -> object:
    return shop.value_of("SELECT COUNT(*) FROM document WHERE kind = 'sale' AND state = 'posted'")


def in_cart(shop: Shop) -> object:
    """How many pieces the till's kept cart holds: what was typed has arrived."""
    kept = shop.value_of("SELECT content FROM draft WHERE page LIKE 'till%'")
    lines = json.loads(kept)["open"]["lines"] if kept else []
    return sum(Decimal(line["quantity"]) for line in lines)


def test_scan_scan_pay(clerk: Clerk, shop_file: Path) -> None:
    """Two scans and one key: sold, with every leading zero."""
    clerk.scan("6901234567892")
    clerk.scan("0012345678905")
    clerk.scan("0012345678905")
    until(shop_file, in_cart, 3)
    clerk.press("F12")
    until(shop_file, sales, 1)
    asked(shop_file, lambda shop: assert_sold(shop, "19", "18", "37.00"))


def test_a_name_typed_and_a_quantity(clerk: Clerk, shop_file: Path) -> None:
    """Type a part of the name, Enter, F2 and a quantity, pay."""
    clerk.type("blue")
    time.sleep(1)
    clerk.press("Return")
    until(shop_file, in_cart, 1)
    clerk.press("F2")
    time.sleep(1)
    clerk.type("3")
    clerk.press("Return")
    until(shop_file, in_cart, 3)
    clerk.press("F12")
    until(shop_file, sales, 1)
    asked(shop_file, lambda shop: assert_sold(shop, "20", "17", "13.50"))


def assert_sold(shop: Shop, tea: str, cups: str, cash: str) -> None:
    assert (str(shop.on_hand("TEA")), str(shop.on_hand("CUP"))) == (tea, cups)
    assert str(shop.account("cash")) == cash
    shop.work.read(assert_books_are_exact)


def test_killed_in_the_middle_nothing_posted_is_lost(
    display: dict[str, str], shop_file: Path
) -> None:
    """Killed in the middle, it opens again with every sale and nothing half done."""
    command = [sys.executable, "-m", "erp_desktop", "--shop", str(shop_file), "--page", "till"]
    program = subprocess.Popen(command, env=display, stderr=subprocess.DEVNULL)
    clerk = Clerk(display)
    clerk.wait_for_window()
    clerk.scan("6901234567892")
    until(shop_file, in_cart, 1)
    clerk.press("F12")
    until(shop_file, sales, 1)
    clerk.scan("6901234567892")
    program.kill()
    program.wait(timeout=20)
    asked(shop_file, lambda shop: assert_sold(shop, "19", "20", "28.00"))
