"""The bell and the lights: what waits is said once, with its next step; work can be stopped."""

import time
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from erp_desktop.core import clock
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.views import backups, memory, print_queue
from erp_desktop.views.devices import Device, Role, Way
from erp_desktop.views.settings.backup_lock import RestoreQuestion
from erp_desktop.views.shell.bell_panel import BellPanel
from erp_desktop.views.shell.jobs_panel import JobsPanel
from erp_desktop.views.shop_office import Job
from views.counter import Counter, button, small_shop


@pytest.fixture
def counter(dressed, qtbot, tmp_path):
    memory.remember("backup/folder", str(tmp_path / "safe"))
    small_shop(tmp_path / "tea.shop").work.close()
    made = Counter(tmp_path / "tea.shop", qtbot)
    yield made
    print_queue.queue.faults.clear()
    made.close()


def rung(counter, qtbot):
    """The bell was asked, and has answered."""
    with qtbot.waitSignal(counter.window.notices.changed, timeout=10_000):
        counter.window.notices.check()
    qtbot.waitUntil(lambda: counter.window.notices._job is None, timeout=10_000)
    return {one.code: one for one in counter.window.notices.notices()}


def test_what_runs_out_rings_with_the_list_of_what_to_order(counter, qtbot):
    found = rung(counter, qtbot)
    assert found["low"].detail == "Green tea 250 g"
    assert counter.window.notices.news()
    counter.window.top.bell.click()
    (panel,) = counter.window.findChildren(BellPanel)
    button(panel, "What to order").click()
    assert counter.window.sheets.tabs.tabText(counter.window.sheets.tabs.currentIndex()) != ""
    assert not counter.window.notices.news(), "what was seen rings no more"


def test_nothing_but_the_missing_backup_waits_in_a_tidy_shop(counter, qtbot):
    counter.office.do(save_product, SaveProduct("TEA", minimum=Decimal(0)))
    found = rung(counter, qtbot)
    assert set(found) == {"backup"}
    backups.made(counter.office, counter.window.office.work.database.path)
    assert counter.window.notices.notices() == []


def test_a_backup_grows_old(counter):
    backups.made(counter.office, counter.window.office.work.database.path)
    assert not backups.due(counter.office)
    later = clock.now() + 9 * 86_400
    clock.set_now(lambda: later)
    assert backups.due(counter.office)
    (notice,) = counter.window.notices.notices()
    assert notice.words == "The last backup is 9 days old"


def test_a_backup_is_made_by_itself_each_day(counter, qtbot, tmp_path):
    backups.choose_often(counter.office, backups.Often.DAILY)
    with qtbot.waitSignal(counter.window.lights.backed_up, timeout=20_000):
        counter.window.lights.look()
    assert list((tmp_path / "safe").glob("tea-*.shop"))
    assert not backups.wanted_now(counter.office)
    backups.choose_often(counter.office, backups.Often.NEVER)
    later = clock.now() + 30 * 86_400
    clock.set_now(lambda: later)
    assert not backups.wanted_now(counter.office)


def test_a_backup_becomes_a_shop_that_is_opened(counter, qtbot):
    section = counter.page("settings").show_section("backup")
    section.back_up()
    qtbot.waitUntil(lambda: section.job is None, timeout=20_000)
    assert len(section.table.rows()) == 1
    section.table.opened.emit(0)
    (question,) = section.findChildren(RestoreQuestion)
    with qtbot.waitSignal(counter.window.shop_wanted, timeout=20_000) as asked:
        button(question, "Restore").click()
    assert asked.args[0].endswith("restored.shop")


def test_a_backup_that_is_being_restored_can_be_stopped(counter, qtbot, tmp_path):
    section = counter.page("settings").show_section("backup")
    section.back_up()
    qtbot.waitUntil(lambda: section.job is None, timeout=20_000)
    there = set((tmp_path / "safe").iterdir())
    section.table.opened.emit(0)
    (question,) = section.findChildren(RestoreQuestion)
    button(question, "Restore").click()
    with qtbot.waitSignal(section.job.stopped, timeout=20_000):
        button(section, "Stop").click()
    assert set((tmp_path / "safe").iterdir()) == there
    qtbot.waitUntil(lambda: section.job is None)
    assert counter.office.jobs.ended()[0].how == "stopped"


def test_a_paper_that_did_not_come_out_is_printed_again_from_the_bell(counter, qtbot, tmp_path):
    device = Device(Role.RECEIPT, Way.DIRECT, str(tmp_path / "no folder" / "lp0"))
    with qtbot.waitSignal(print_queue.queue.failed, timeout=10_000):
        print_queue.queue.send(print_queue.Waiting(device, b"", "Cash drawer"))
    assert counter.window.status.light("printer").light.good is False
    (tmp_path / "no folder").mkdir()
    counter.window.top.bell.click()
    (panel,) = counter.window.findChildren(BellPanel)
    with qtbot.waitSignal(print_queue.queue.printed, timeout=10_000):
        button(panel, "Print again").click()
    assert (tmp_path / "no folder" / "lp0").exists()
    assert counter.window.status.light("printer").light.good is None


def test_long_work_stands_in_the_status_bar_and_is_stopped_there(counter, qtbot):
    def patience(work, progress):
        for at in range(2_000):
            progress(at, 2_000)
            time.sleep(0.005)

    job = Job(counter.office, patience, "Counting sand")
    with qtbot.waitSignal(job.moved, timeout=10_000):
        job.start()
    QApplication.processEvents()
    light = counter.window.status.light("jobs")
    assert light.text().startswith("Counting sand")
    light.click()
    (panel,) = counter.window.findChildren(JobsPanel)
    with qtbot.waitSignal(job.stopped, timeout=10_000):
        button(panel, "Stop").click()
    qtbot.waitUntil(lambda: counter.window.status.light("jobs") is None, timeout=5_000)
    assert [one.how for one in counter.office.jobs.ended()] == ["stopped"]
    job.wait()


def test_a_scan_is_seen_in_the_status_bar(counter):
    assert counter.window.status.light("scanner").text() == "Scanner ready"
    counter.window.lights.scanned("6901234567892")
    assert counter.window.status.light("scanner").text().startswith("Scanned ")


@pytest.mark.parametrize("waiting", [True, False])
def test_what_hangs_from_the_bell_is_as_high_as_what_it_says(counter, qtbot, waiting):
    if waiting:
        rung(counter, qtbot)
    counter.window.top.bell.click()
    QApplication.processEvents()
    (panel,) = counter.window.findChildren(BellPanel)
    for label in panel.panel.findChildren(QLabel):
        if label.isVisible() and label.text():
            bottom = label.mapTo(panel.panel, label.rect().bottomLeft()).y()
            assert label.height() >= label.sizeHint().height() or label.wordWrap()
            assert bottom < panel.panel.height()
    rows = [one.geometry().bottom() for one in panel.panel.children() if one.isWidgetType()]
    assert panel.panel.height() - max(rows) <= 20, "no empty room below the last line"
