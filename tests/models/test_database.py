"""A file that is not a shop, is newer, read-only, busy, or damaged: a clear word, nothing lost."""

import os
import sqlite3
import subprocess
import sys
import threading
import time
from decimal import Decimal
from pathlib import Path

import pytest

from builders import Shop, day
from erp_desktop.core import errors
from erp_desktop.models.database import Database, connect_sqlite
from erp_desktop.services.unit_of_work import open_shop

TURNS = 90  # of somebody else, each of 0.1 s: by then five sales have long had theirs


@pytest.fixture
def made(tmp_path: Path) -> Path:
    shop = Shop.found(tmp_path / "corner.shop")
    shop.product("TEA")
    shop.receive("TEA", 8, 10)
    shop.work.close()
    return tmp_path / "corner.shop"


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(errors.ShopMissing):
        open_shop(str(tmp_path / "nothing.shop"))


def test_a_file_that_is_something_else(tmp_path: Path) -> None:
    text = tmp_path / "letter.shop"
    text.write_text("Dear customer, " * 500)
    with pytest.raises(errors.NotAShop):
        open_shop(str(text))
    other = tmp_path / "other.shop"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE x (y)")
    connection.close()
    with pytest.raises(errors.NotAShop):
        open_shop(str(other))


def test_a_shop_of_a_newer_version(made: Path) -> None:
    connection = connect_sqlite(made)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(errors.ShopTooNew) as refused:
        open_shop(str(made))
    assert refused.value.facts["found"] == "99"


def test_a_new_shop_never_overwrites_a_file(made: Path) -> None:
    before = made.read_bytes()
    with pytest.raises(errors.ShopExists):
        Shop.found(made)
    assert made.read_bytes() == before


def test_a_folder_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(errors.RuleBroken):
        Shop.found(tmp_path / "no such folder" / "corner.shop")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_page(made: Path) -> None:
    size = made.stat().st_size
    with made.open("r+b") as file:
        for page in range(1, size // 4096):
            file.seek(page * 4096)
            file.write(os.urandom(64))
    with pytest.raises((errors.ShopDamaged, errors.NotAShop)):
        open_shop(str(made)).read(lambda books: books.rows("SELECT * FROM document"))


def test_two_tills_sell_the_last_unit_and_exactly_one_succeeds(made: Path) -> None:
    """L-48, with two real processes."""
    shop = Shop(open_shop(str(made)))
    shop.write_off("TEA", 7, on=2)
    script = (
        "import sys; sys.path[:0] = sys.argv[2:]\n"
        "from builders import Shop, day\n"
        "from erp_desktop.services.unit_of_work import open_shop\n"
        "from erp_desktop.core.errors import NotEnoughStock\n"
        "shop = Shop(open_shop(sys.argv[1]))\n"
        "try:\n    shop.sell('TEA', 1, on=5); print('sold')\n"
        "except NotEnoughStock: print('refused')\n"
    )
    tests = str(Path(__file__).resolve().parents[1])
    tills = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(made), tests], stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    said = sorted(till.communicate(timeout=60)[0].strip() for till in tills)
    assert said == ["refused", "sold"]
    assert shop.on_hand() == 0
    shop.work.close()


def test_many_writers_lose_nothing(made: Path) -> None:
    """L-84: writers in several processes, no failures, no lost updates."""
    script = (
        "import sys; sys.path[:0] = sys.argv[2:]\n"
        "from builders import Shop\n"
        "from erp_desktop.services.unit_of_work import open_shop\n"
        "shop = Shop(open_shop(sys.argv[1]))\n"
        "for _ in range(40): shop.receive('TEA', 1, 1, on=3)\n"
    )
    tests = str(Path(__file__).resolve().parents[1])
    writers = [subprocess.Popen([sys.executable, "-c", script, str(made), tests]) for _ in range(3)]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0, 0]
    shop = Shop(open_shop(str(made)))
    assert shop.on_hand() == Decimal(8 + 120)
    assert shop.value_of("SELECT COUNT(*) FROM document WHERE kind = 'goods_receipt'") == 121
    shop.work.close()


def test_a_date_in_the_far_past_is_a_slip_of_the_keyboard(made: Path) -> None:
    shop = Shop(open_shop(str(made)))
    with pytest.raises(errors.DateTooFar):
        shop.sell("TEA", 1, when=day(1) - 60 * 366 * 86_400)
    assert shop.on_hand() == 8
    shop.work.close()


def _receive_for_ever(shop: Shop) -> None:
    for _ in range(500):
        shop.receive("TEA", 1, 1, on=3)


def test_a_full_disk_refuses_the_sale_and_keeps_the_books(made: Path) -> None:
    shop = Shop(open_shop(str(made)))
    before = shop.value_of("SELECT sequence FROM ledger_head")
    with shop.work.database.writing() as writer:
        pages = writer.execute("PRAGMA page_count").fetchone()[0]
        writer.execute(f"PRAGMA max_page_count = {pages}")
        writer.rollback()
    with pytest.raises(errors.DiskFull):
        _receive_for_ever(shop)
    assert shop.value_of("PRAGMA integrity_check") == "ok"
    sold = shop.value_of("SELECT COUNT(*) FROM document WHERE sequence IS NOT NULL")
    assert sold == shop.value_of("SELECT sequence FROM ledger_head") > before - 1
    shop.work.close()


def test_a_shop_that_may_not_be_written(made: Path) -> None:
    """Reading goes on; a sale is refused with a clear word, and nothing is half done."""
    shop = Shop(open_shop(str(made)))
    with shop.work.database.writing() as raw:
        raw.rollback()
        raw.execute("PRAGMA query_only = ON")  # what a write-protected disk answers
    with pytest.raises(errors.ShopReadOnly):
        shop.sell("TEA", 1, on=3)
    assert shop.on_hand() == 8
    shop.work.close()


def test_a_till_gets_its_turn_beside_a_program_that_never_pauses(made: Path) -> None:
    """L-84: whoever posts a long file gives way now and then, and who waits does not miss it."""
    other, sold, turns = Database(str(made)), threading.Event(), 0

    def post_on_and_on() -> None:
        nonlocal turns
        while not sold.is_set() and turns < TURNS:
            turns += 1
            with other.writing() as raw:
                time.sleep(0.1)
                raw.commit()

    posting = threading.Thread(target=post_on_and_on)
    posting.start()
    shop = Shop(open_shop(str(made)))
    for _ in range(5):
        shop.sell("TEA", 1, on=3)
    sold.set()
    posting.join(30)
    other.close()
    assert turns < TURNS
    shop.work.close()


def test_a_shop_that_another_program_holds(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    holder = connect_sqlite(made)
    holder.execute("BEGIN IMMEDIATE")
    shop = Shop(open_shop(str(made)))
    monkeypatch.setattr("erp_desktop.models.database.BUSY_MILLISECONDS", 50)
    with pytest.raises(errors.ShopBusy):
        shop.sell("TEA", 1, on=3)
    holder.rollback()
    holder.close()
    shop.sell("TEA", 1, on=3)
    assert shop.on_hand() == 7
    shop.work.close()


def test_a_shop_that_fails_half_way_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from erp_desktop.services.shop import founding

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(founding, "_fill", fail)
    with pytest.raises(KeyboardInterrupt):
        Shop.found(tmp_path / "corner.shop")
    assert list(tmp_path.iterdir()) == []
