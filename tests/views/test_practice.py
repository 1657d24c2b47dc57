"""The first tasks of a practice shop: each turns green by itself once it was done."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from builders import D, day
from erp_desktop.exchange.demo import make_demo_shop
from erp_desktop.reports.practice import BY_PAPER, tasks_done
from erp_desktop.services.sales.shifts import CloseShift, OpenShift, close_shift, open_shift
from erp_desktop.services.shop.practising import begin_tasks
from erp_desktop.views import backups, language
from erp_desktop.views.manual import topics
from erp_desktop.views.noticing import noticed
from erp_desktop.views.practice.tasks import PARTS
from erp_desktop.views.print_preview import PreviewDialog
from erp_desktop.views.printing import Printing
from erp_desktop.views.shell.practice_strip import PracticeStrip
from views.counter import Counter, button, small_shop

ALL = [task.code for part in PARTS for task in part.tasks]


@pytest.fixture
def shop(tmp_path):
    made = small_shop(tmp_path / "tea.shop", practice=True)
    made.work.run(begin_tasks)
    yield made
    made.work.close()


@pytest.fixture
def counter(dressed, qtbot, tmp_path, shop):
    made = Counter(tmp_path / "tea.shop", qtbot)
    yield made
    made.close()


def green(page):
    return {row.task.code for card in page.cards for row in card.rows if row.done()}


def close_the_day(shop):
    shop.work.run(open_shift, OpenShift("1", D(50), at=day(20, 8)))
    shop.work.run(close_shift, CloseShift("1", D(50), at=day(20, 18)))


DEEDS = {
    "receive": lambda shop: shop.receive("TEA", 5, 10, on=20),
    "sell": lambda shop: shop.sell("TEA", 1, 28, on=20),
    "count": lambda shop: shop.count("CUP", 30, on=20),
    "close_day": close_the_day,
    "order": lambda shop: shop.order("TEA", 10, 9, on=20),
    "close_period": lambda shop: shop.close_books(10),
}


@pytest.mark.parametrize("task", DEEDS)
def test_each_deed_ticks_its_own_task_off_and_no_other(shop, task):
    assert not shop.work.read(tasks_done), "what the shop was made of is not the learner's work"
    DEEDS[task](shop)
    assert shop.work.read(tasks_done) == {task}


def test_a_return_is_taken_back_from_a_sale(shop):
    sold = shop.sell("CUP", 1, 6, on=20)
    shop.work.run(begin_tasks)
    shop.take_back(sold, "CUP", 1, on=20)
    assert shop.work.read(tasks_done) == {"return"}


def test_every_task_can_be_seen_done():
    seen = {"label", "home", "cost", "backup", "verify", "pack"}
    assert set(ALL) == {*BY_PAPER, "close_period", *seen}


def test_the_demo_shop_begins_with_nothing_done(tmp_path):
    work = make_demo_shop(str(tmp_path / "demo.shop"))
    assert not work.read(tasks_done)
    work.close()


def test_the_page_turns_green_by_itself_and_begins_again(counter, shop):
    strip = counter.window.findChild(PracticeStrip)
    strip.tasks.click()
    page = counter.seen()
    assert green(page) == set()
    DEEDS["sell"](shop)
    counter.office.changed.emit()  # as after any posting in this window
    assert green(page) == {"sell"}
    assert page.header.facts.text() == f"1 of {len(ALL)} done"
    assert page.cards[0].chip.accessibleName() == "1 of 6"
    counter.click("Begin again")
    assert green(page) == set()


def test_what_leaves_no_trace_in_the_books_is_noticed(counter, shop, tmp_path):
    page = counter.page("practice")
    counter.page("home")
    counter.page("product", shop.pid("TEA"))
    backups.made(counter.office, tmp_path / "copy.shop")
    assert green(counter.page("practice")) == {"home", "cost", "backup"}
    noticed.done.emit("pack")
    assert "pack" in green(page), "while it is seen, too"


def test_labels_that_were_printed_are_noticed(counter, shop, tmp_path, monkeypatch):
    counter.page("practice")
    dialog = Printing(counter.office).labels(counter.window, {shop.pid("TEA"): 1})
    assert isinstance(dialog, PreviewDialog)
    where = str(tmp_path / "labels.pdf")
    monkeypatch.setattr(
        "erp_desktop.views.print_preview.QFileDialog.getSaveFileName", lambda *_: (where, "")
    )
    dialog.confirm()
    assert "label" in green(counter.page("practice"))


def test_the_proof_of_the_books_is_noticed(counter, qtbot):
    counter.window.show_settings("books").check()
    page = counter.page("practice")
    qtbot.waitUntil(lambda: "verify" in green(page), timeout=10_000)


def test_show_me_leads_to_the_page_of_each_task(counter):
    for task in (task for part in PARTS for task in part.tasks):
        page = counter.page("practice")
        (row,) = [row for card in page.cards for row in card.rows if row.task == task]
        row.button.click()
        seen = counter.window.sheets.place()
        assert seen.startswith(task.page), task.code
        assert counter.seen() is not page


def test_only_a_practice_shop_has_tasks(dressed, qtbot, tmp_path, shop):
    small_shop(tmp_path / "real.shop").work.close()
    real = Counter(tmp_path / "real.shop", qtbot)
    assert not [one for one in real.window.findChildren(QAction) if one.text() == "First tasks"]
    page = real.page("practice")
    assert not [one for one in page.findChildren(QPushButton) if one.text() == "Show me"]
    real.close()


def test_menu_and_palette_lead_there(counter):
    (entry,) = [a for a in counter.window.findChildren(QAction) if a.text() == "First tasks"]
    entry.trigger()
    assert counter.window.sheets.place() == "practice"
    words = {one.words for one in counter.window.palette_commands()}
    assert "First tasks" in words


def test_it_speaks_chinese(counter):
    language.speak("zh_CN")
    page = counter.page("practice")
    assert page.header.title.text() == "上手任务"
    assert button(page, "重新开始")


def test_the_manual_tells_of_it():
    for spoken in ("en", "zh_CN"):
        chapter = topics.chapter_for("practice", topics.chapters(spoken))
        assert chapter.topic == "practice"
