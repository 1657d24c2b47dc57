"""What belongs to the window's thread is freed there, whatever threads beside it make."""

import gc
from threading import Thread
from weakref import ref

import pytest
from PySide6.QtCore import QTimer

from builders import Shop
from erp_desktop.services.unit_of_work import open_shop
from erp_desktop.views import reading
from erp_desktop.views.reading import Reader
from erp_desktop.views.sweeping import Sweeper

MANY = 100_000


class Ring(QTimer):
    """A timer that holds itself: only a search for rings frees it."""

    def __init__(self):
        super().__init__()
        self.itself = self
        self.start(1_000)


@pytest.fixture
def sweeper(qapp):
    gc.enable()  # as Python is before the program begins
    made = Sweeper()
    yield made
    made.stop()
    made.deleteLater()


def make_many():
    """So many values that Python would look for rings, again and again."""
    kept = [[at] for at in range(MANY)]
    assert len(kept) == MANY


def test_a_thread_frees_nothing_of_the_window(sweeper):
    gone = ref(Ring())
    thread = Thread(target=make_many)
    thread.start()
    thread.join()
    assert gone() is not None, "a search in the thread would have freed it there"
    kept = [[at] for at in range(2_000)]
    sweeper.sweep()
    assert len(kept) == 2_000
    assert gone() is None


def test_it_is_swept_by_itself_and_given_back(qtbot, sweeper):
    gone = ref(Ring())
    kept = [[at] for at in range(2_000)]
    qtbot.waitUntil(lambda: gone() is None)
    assert len(kept) == 2_000
    assert not gc.isenabled()
    sweeper.stop()
    assert gc.isenabled()


def test_a_question_whose_answer_was_given_may_end_in_its_thread(qtbot, tmp_path):
    """Nothing of Qt hangs on it, so it is no matter who lets go of it last."""
    Shop.found(tmp_path / "tea.shop").work.close()
    work = open_shop(str(tmp_path / "tea.shop"))
    reader, heard = Reader(work), []
    reading.wait_at_most(0)
    for at in range(200):
        reader.ask(lambda books, at=at: books.value("SELECT ?", (at,)), heard.append)
    qtbot.waitUntil(lambda: len(heard) == 200)
    assert sorted(heard) == list(range(200))
    reader.close()
    work.close()
