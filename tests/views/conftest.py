"""What view tests stand on: a dressed application, and habits kept in a folder of the test."""

import gc

import pytest
from PySide6.QtCore import QSettings

from erp_desktop.views import costs, figures, language, memory, reading, theme
from erp_desktop.views.office import Office
from views.counter import Counter, small_shop

SWEPT_WHOLE = 10  # tests, after which what is old is looked through as well


def pytest_collection_modifyitems(items):
    """The offscreen platform says what it cannot do with real windows; that is no fault of ours."""
    for item in items:
        if "views" in item.path.parts:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(autouse=True)
def own_habits(tmp_path, qapp):
    scope = QSettings.Scope.UserScope
    QSettings.setPath(QSettings.Format.NativeFormat, scope, str(tmp_path / "habits"))
    memory.remember("backup/often", "never")  # nothing is written where nobody asked for it
    memory.remember("backup/folder", str(tmp_path / "backups"))


@pytest.fixture(autouse=True, scope="session")
def empty_clipboard(qapp):
    """The offscreen clipboard dies at the end of the program with what Python put into it."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def rings_are_swept_here():
    """As in the program: a thread that looks for rings would free what is the window's."""
    gc.disable()
    yield
    gc.collect(2 if gc.get_count()[2] >= SWEPT_WHOLE else 1)
    gc.enable()


@pytest.fixture(autouse=True)
def answers_are_waited_for():
    """However busy the machine is, what a test asked for is there when it looks."""
    reading.wait_at_most(60)
    yield
    reading.wait_at_most(reading.BLINK)


@pytest.fixture
def dressed(qapp):
    """The shipped fonts, the light look, English, no blinking; put back afterwards."""
    qapp.setCursorFlashTime(0)  # a picture would show the cursor or not, as chance has it
    theme.load_fonts()
    theme.wear(theme.Choice(scheme=theme.Scheme.LIGHT))
    yield qapp
    figures.use(figures.Form())
    costs.show(seen=True)
    language.speak("en")
    theme.wear(theme.Choice(scheme=theme.Scheme.LIGHT))


@pytest.fixture
def place(tmp_path):
    """The file of a small shop."""
    small_shop(tmp_path / "tea.shop").work.close()
    return tmp_path / "tea.shop"


@pytest.fixture
def counter(dressed, qtbot, place):
    """The program's window on it."""
    made = Counter(place, qtbot)
    yield made
    made.close()


class Work:
    """A unit of work over nothing: steps are called with no books."""

    def read(self, step, *args, **kwargs):
        return step(None, *args, **kwargs)

    run = read


@pytest.fixture
def office(dressed):
    return Office(Work())
