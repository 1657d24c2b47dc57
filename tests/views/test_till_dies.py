"""The till is killed while it scans: what was sold is sold once, and the carts come back."""

import subprocess
import sys
import time
from decimal import Decimal as D
from pathlib import Path

from builders import Shop
from erp_desktop.reports.integrity import verify
from erp_desktop.services.unit_of_work import open_shop
from erp_desktop.views.office import Office
from erp_desktop.views.till.page import TillPage
from shop_pages import gift_shop, shown

DIES = Path(__file__).with_name("till_that_dies.py")
LOST = 90  # scans between the last that was waited for and the kill, at most


def killed_after(place: Path, habits: Path, scans: int) -> int:
    """Kill -9 a till some scans later; how many it had said."""
    with subprocess.Popen(
        [sys.executable, str(DIES), str(place), str(habits)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as till:
        said = 0
        while said < scans:
            said = int(till.stdout.readline())
        time.sleep(1.2)  # the last of them are kept by now
        till.kill()
        till.wait()
    return said


def test_kill_9_loses_no_cart_and_sells_nothing_twice(dressed, tmp_path, qtbot):
    with gift_shop(tmp_path) as (shop, _):
        place = Path(shop.work.database.place)
        shop.work.run(lambda books: books.run("UPDATE product SET negative = 'allow'"))
    said = killed_after(place, tmp_path / "habits", 24)
    work = open_shop(str(place))
    shop = Shop(work)
    page = shown(qtbot, TillPage(Office(work)))
    pieces = sum((cart.pieces() for cart in (page.cart, *page.carts.held)), D(0))
    assert said <= pieces <= said + LOST
    assert len(page.carts.held) == int(pieces) // 7
    assert shop.value_of("SELECT count(*) FROM document WHERE kind = 'sale'") == 1
    assert shop.account("cash") == D("12.75")
    assert work.read(verify).ok
    page.close()
    work.close()
