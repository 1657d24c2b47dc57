"""The window goes on answering while something long runs beside it."""

import csv
import gc

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from erp_desktop.core import resources
from erp_desktop.exchange.demo import HISTORY
from erp_desktop.exchange.imports.registry import run_import
from erp_desktop.reports.integrity import verify
from erp_desktop.services.shop.imports import batches
from erp_desktop.views import backups
from erp_desktop.views.first_run.restoring import restored
from erp_desktop.views.settings.imports_section import UndoImport
from erp_desktop.views.shop_office import Job
from views.counter import Counter, small_shop
from views.every_window import settled
from views.watchdog import Watchdog, watched


@pytest.fixture
def counter(dressed, qtbot, tmp_path):
    """A window that has come to rest; the windows of earlier tests are gone, and take no time."""
    gc.collect()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    small_shop(tmp_path / "tea.shop").work.close()
    made = Counter(tmp_path / "tea.shop", qtbot)
    made.page("home")
    settled()
    yield made
    made.close()


def a_price_list(folder, rows):
    path = folder / "products.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("SKU", "Name", "Price"))
        writer.writerows((f"P{at:05}", f"Lantern {at}", f"{at % 90}.50") for at in range(rows))
    return path


def done(counter, qtbot, task) -> Watchdog:
    """The task run beside the window, and the watchdog over it."""
    job = Job(counter.office, task)
    with watched() as dog, qtbot.waitSignal(job.finished, timeout=60_000):
        job.start()
    return dog


def test_the_window_is_heard_while_a_file_is_imported(counter, qtbot, tmp_path):
    path = a_price_list(tmp_path, 4_000)

    def bring_in(work, progress):
        return run_import(work, "products", path, progress=progress)

    dog = done(counter, qtbot, bring_in)
    assert counter.value("SELECT count(*) FROM product") == 4_002
    assert len(dog.gaps) > 10, "the loop stood still while the file came in"


def test_the_window_is_heard_while_the_books_are_proved_and_backed_up(counter, qtbot, tmp_path):
    def prove_and_keep(work, progress):
        for at in range(20):
            work.read(verify, progress)
            backups.BackUp(tmp_path / f"safe {at}")(work, progress)

    dog = done(counter, qtbot, prove_and_keep)
    assert len(dog.gaps) > 10


def test_the_window_is_heard_while_an_import_is_undone_and_a_backup_restored(
    counter, qtbot, tmp_path
):
    history = tmp_path / "history.csv"
    lines = resources.path("demo", HISTORY).read_text("utf-8").splitlines(keepends=True)
    history.write_text("".join(lines[:600]), "utf-8")
    assert run_import(counter.office.work, "sales-history", history, options={"tax": "20"}).ok
    undo = UndoImport(counter.office, counter.read(batches)[0])
    with watched() as dog, qtbot.waitSignal(undo.accepted, timeout=60_000):
        undo.confirm()
    assert counter.value("SELECT count(*) FROM product WHERE active") == 2
    assert counter.read(verify).ok
    assert len(dog.gaps) > 10, "the loop stood still while the import was taken back"

    def restore_it(work, progress):
        safe = backups.BackUp(tmp_path / "safe")(work, progress)
        return [restored(safe, tmp_path / f"{at}.shop", "", progress) for at in range(10)]

    assert len(done(counter, qtbot, restore_it).gaps) > 10


def test_the_watchdog_sees_a_loop_that_stands_still(qtbot):
    """A watchdog that never barks would prove nothing."""
    import time

    with watched() as dog:
        qtbot.wait(30)
        time.sleep(0.2)
        qtbot.wait(30)
    assert dog.longest >= 150
    assert dog.share_within(50) < 1
