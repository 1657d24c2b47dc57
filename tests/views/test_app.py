"""The program opens: the last shop, the first run, or a clear word why a shop cannot be opened."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from erp_desktop import app as program
from erp_desktop.core import last_shop
from erp_desktop.views.first_run.making import RestoringBackup
from erp_desktop.views.first_run.trouble import Trouble
from erp_desktop.views.first_run.wizard import FirstRun
from erp_desktop.views.shop_window import ShopWindow
from erp_desktop.views.wings import all_pages
from views.counter import Counter, button, freed, small_shop


@pytest.fixture
def running(dressed, tmp_path, monkeypatch):
    monkeypatch.setenv("ERP_CONFIG", str(tmp_path / "config"))
    made = program.Program(QApplication.instance())
    yield made
    if made.window is not None:
        made.window.close()
        made.window.deleteLater()  # here, and not by whatever thread collects garbage next
    made.deleteLater()
    freed(made)


def test_the_shop_named_is_opened_and_remembered(running, tmp_path):
    place = tmp_path / "tea.shop"
    small_shop(place, name="Tea & Cup").work.close()
    running.start(str(place))
    assert isinstance(running.window, ShopWindow)
    assert running.window.windowTitle() == "Tea & Cup"
    assert last_shop.last_shop() == str(place)


def test_without_a_name_the_last_shop_comes_back(running, tmp_path):
    place = tmp_path / "tea.shop"
    small_shop(place).work.close()
    last_shop.remember_shop(str(place))
    running.start()
    assert isinstance(running.window, ShopWindow)


def test_nobody_was_here_before_so_the_first_run_asks(running):
    running.start()
    assert isinstance(running.window, FirstRun)


def broken_file(tmp_path: Path) -> Path:
    place = tmp_path / "broken.shop"
    small_shop(place).work.close()
    data = bytearray(place.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    place.write_bytes(bytes(data))
    return place


def newer_shop(tmp_path: Path) -> Path:
    place = tmp_path / "newer.shop"
    small_shop(place).work.close()
    connection = sqlite3.connect(place)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    return place


def no_shop(tmp_path: Path) -> Path:
    place = tmp_path / "letter.shop"
    place.write_text("Dear Emma, thank you for the tea. " * 200)
    return place


def gone(tmp_path: Path) -> Path:
    return tmp_path / "gone.shop"


@pytest.mark.parametrize(
    ("make", "said", "answer"),
    [
        (broken_file, "is damaged", "Restore a backup…"),
        (newer_shop, "newer version", "Open another shop…"),
        (no_shop, "is not a shop of this program", "New shop"),
        (gone, "There is no shop at", "Try again"),
    ],
)
def test_a_shop_that_cannot_be_opened_is_said_with_answers(running, tmp_path, make, said, answer):
    running.start(str(make(tmp_path)))
    assert isinstance(running.window, Trouble)
    assert said in running.window.sentence.text()
    assert button(running.window, answer).isVisible()


@pytest.fixture
def in_trouble(running, tmp_path):
    """A shop that is damaged, and a backup of it."""
    backup = tmp_path / "tea-20260119.shop"
    small_shop(backup).work.close()
    running.start(str(broken_file(tmp_path)))
    assert isinstance(running.window, Trouble)
    return backup


def test_a_backup_is_restored_in_sight_and_opened(running, in_trouble, qtbot):
    running.restore(in_trouble)
    assert isinstance(running.window, RestoringBackup)
    qtbot.waitUntil(lambda: isinstance(running.window, ShopWindow), timeout=20_000)
    assert in_trouble.with_name("tea-20260119 restored.shop").exists()


def test_restoring_stopped_leaves_nothing_and_goes_back(running, in_trouble, qtbot, tmp_path):
    there = set(tmp_path.iterdir())
    running.restore(in_trouble)
    button(running.window, "Cancel").click()
    qtbot.waitUntil(lambda: isinstance(running.window, Trouble), timeout=20_000)
    assert set(tmp_path.iterdir()) == there
    assert button(running.window, "Restore a backup…").isVisible()


def test_a_backup_that_is_damaged_too_is_said_where_it_was_chosen(running, in_trouble, qtbot):
    in_trouble.write_bytes(in_trouble.with_name("broken.shop").read_bytes())
    running.restore(in_trouble)
    qtbot.waitUntil(lambda: isinstance(running.window, Trouble), timeout=20_000)
    assert "The backup cannot be restored" in running.window.notice.sentence()


def test_a_practice_shop_that_is_not_waited_for_leaves_nothing(running, qtbot, tmp_path):
    there = set(tmp_path.iterdir())
    running.open_practice(str(tmp_path / "Practice shop.shop"))
    going = running.window.going
    qtbot.waitUntil(lambda: going.value() > 0, timeout=20_000)
    button(running.window, "Cancel").click()
    qtbot.waitUntil(lambda: isinstance(running.window, FirstRun), timeout=20_000)
    assert set(tmp_path.iterdir()) == there


def test_try_again_opens_the_shop_that_came_back(running, tmp_path, qtbot):
    place = tmp_path / "usb.shop"
    running.start(str(place))
    small_shop(place).work.close()
    button(running.window, "Try again").click()
    assert isinstance(running.window, ShopWindow)


def test_recent_shops_stand_in_the_file_menu(running, tmp_path):
    first, second = tmp_path / "first.shop", tmp_path / "second.shop"
    for place in (first, second):
        small_shop(place, name=place.stem).work.close()
    running.start(str(first))
    running.open(str(second))
    QApplication.processEvents()  # the window is seen before its menus are filled
    file_menu = running.window.top.menus.actions()[0].menu()
    entry = next(one for one in file_menu.actions() if one.text() == str(first))
    entry.trigger()
    QApplication.processEvents()
    assert running.window.windowTitle() == "first"


def test_closing_a_window_lets_go_of_the_file(running, tmp_path):
    place = tmp_path / "tea.shop"
    small_shop(place).work.close()
    running.start(str(place))
    running.window.close()
    place.rename(tmp_path / "elsewhere.shop")
    assert not (tmp_path / "tea.shop-wal").exists()


def test_every_page_has_a_code_of_its_own():
    codes = [spec.code for spec in all_pages()]
    assert sorted(codes) == sorted(set(codes))


def test_the_first_tab_is_called_what_its_page_is_about(dressed, qtbot, tmp_path):
    shop = small_shop(tmp_path / "tea.shop")
    sold = shop.sell("TEA")
    shop.work.close()
    counter = Counter(tmp_path / "tea.shop", qtbot)
    counter.page("sale", sold.id)
    assert sold.number in counter.window.sheets.tabs.tabText(0)
    counter.close()


def test_nothing_heavy_is_loaded_before_the_first_paint():
    """What the start imports decides how long an owner looks at nothing."""
    code = (
        "import sys, erp_desktop.app\n"
        "from erp_desktop.views.wings import all_pages; all_pages()\n"
        "heavy = {'sqlalchemy', 'reportlab', 'openpyxl', 'alembic', 'pypdfium2', 'zxingcpp',"
        " 'babel', 'python_calamine'}\n"
        "print(','.join(sorted(heavy & set(sys.modules))))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == ""


BEHIND = (
    "erp_desktop.services.paper", "erp_desktop.services.posting",
    "erp_desktop.services.catalogue.products", "erp_desktop.services.catalogue.scanning",
    "erp_desktop.views.books_light", "erp_desktop.views.devices", "erp_desktop.views.notices",
    "erp_desktop.views.print_queue", "erp_desktop.views.scanner", "erp_desktop.views.stranger",
    "erp_desktop.views.shell.lights", "erp_desktop.views.widgets.dialog",
    "erp_desktop.views.widgets.filter_panel", "erp_desktop.views.widgets.toast",
    "sqlalchemy", "hashlib", "html", "platform",
)  # fmt: skip


def started(place, code):
    """What a program prints that begins with the list of products, and then does this."""
    start = (
        "import os, sys\n"
        "from erp_desktop.app import Program, make_application\n"
        "app = make_application(); program = Program(app); program.start(sys.argv[1], 'products')\n"
    )
    folder = str(place.parent)
    return subprocess.run(
        [sys.executable, "-c", start + code, str(place)],
        capture_output=True, text=True, check=True,
        env={**os.environ, "ERP_CONFIG": folder, "XDG_CONFIG_HOME": folder},
    ).stdout  # fmt: skip


def test_what_the_first_paint_does_not_show_is_loaded_behind_it(place):
    code = (
        "def painted():\n"
        "    ours = [name for name in sys.modules if name.startswith('erp_desktop')]\n"
        "    print(len(ours), *sys.modules, flush=True); os._exit(0)\n"
        "program.window.painted.connect(painted); app.exec()"
    )
    said = started(place, code)
    ours, *loaded = said.split()
    assert sorted(set(BEHIND) & set(loaded)) == []
    assert int(ours) <= 130, "each module is a quarter of a millisecond; load it behind the paint"


def test_a_list_of_products_loads_nothing_of_the_trade_or_of_papers(place):
    """What is named with `loaded_later` has not run."""
    code = (
        "ours = ('erp_desktop.views.trade.', 'erp_desktop.documents.', 'erp_desktop.reports.')\n"
        "print(','.join(sorted(name for name in sys.modules if name.startswith(ours))))"
    )
    said = started(place, code)
    assert set(said.strip().split(",")) == {
        "erp_desktop.reports.list_groups", "erp_desktop.reports.list_memory",
        "erp_desktop.reports.list_questions", "erp_desktop.reports.list_sql",
        "erp_desktop.reports.listing", "erp_desktop.reports.lists",
        "erp_desktop.reports.lists.catalogue", "erp_desktop.reports.shop_facts",
        "erp_desktop.reports.stock_units", "erp_desktop.views.trade.making",
    }  # fmt: skip
