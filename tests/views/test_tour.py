"""The tour takes its pictures without a screen, and shows every page and every dialog there is."""

import pkgutil
import subprocess
import sys
from importlib import import_module

import pytest
from PySide6.QtGui import QImage

from erp_desktop import views
from erp_desktop.views import tour
from erp_desktop.views.shell.popover import Popover
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.wings import all_pages

KINDS = ("DrawerDialog", "TradeDialog", "ProductDialog", "Question")  # what others are made from
NEEDS_A_BACKUP = ("RestoreQuestion",)  # a plain Question with other words


@pytest.mark.parametrize("language", tour.LANGUAGES)
def test_the_tour_shows_every_screen(dressed, tmp_path, language):
    assert tour.main(tmp_path, (language,), ("light",), tell=None) == 0
    pictures = sorted((tmp_path / f"{language}-light").glob("*.png"))
    names = {picture.stem[4:] for picture in pictures}
    assert {"home", "till", "product-card", "palette", "settings-books"} <= names
    assert all(picture.stat().st_size > 10_000 for picture in pictures)


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """Every page and dialog of the program, as sharp as is wanted."""
    folder = tmp_path_factory.mktemp("tour")
    with tour.own_habits():
        app = tour.dressed_application()
        made = tour.Tour(app, folder, "en", view=tour.View(everything=True, scale=2))
        made.live()
    return made


def test_every_page_there_is_can_be_seen_as_sharp_as_is_wanted(seen):
    missing = {spec.code for spec in all_pages()} - seen.seen
    assert not missing
    home = next(seen.folder.glob("*-home.png"))
    assert QImage(str(home)).width() == 2 * tour.WIDE


def test_every_dialog_there_is_can_be_seen(seen):
    for module in pkgutil.walk_packages(views.__path__, f"{views.__name__}."):
        import_module(module.name)
    made = {one for one in (*every(Dialog), *every(Popover)) if one.__name__ not in KINDS}
    missing = {one.__qualname__ for one in made - seen.seen} - set(NEEDS_A_BACKUP)
    assert not missing


def every(kind):
    for one in kind.__subclasses__():
        yield one
        yield from every(one)


def test_the_command_line_reaches_the_windows_by_itself():
    """Nothing of Qt was imported before: what the windows need they must bring along."""
    told = subprocess.run(
        [sys.executable, "-c", "import erp_desktop.views.tour"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr[-2_000:]
