"""Language, look, size of letters and density change while everything is open, without a restart.

After each change every open page must say and show what one says and shows that is made anew.
"""

from dataclasses import replace
from difflib import unified_diff
from typing import Any

import pytest
from PIL import Image, ImageChops
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from erp_desktop.views import theme
from erp_desktop.views.shell.menus import change_language, change_look
from erp_desktop.views.theme import Choice, Density, Scheme
from erp_desktop.views.wings import all_pages
from views.counter import Counter
from views.every_window import ONLY_FILLED, Told, settled, words_of

PLAIN = Choice(scheme=Scheme.LIGHT, motion=False)
SMOOTHED = 16  # of 255
LOOKS = {
    "large": ("en", replace(PLAIN, size=18, contrast=True)),
    "chinese, dark, small and roomy": (
        "zh_CN", replace(PLAIN, scheme=Scheme.DARK, size=12, density=Density.ROOMY)
    ),
}  # fmt: skip


@pytest.fixture
def told(tmp_path):
    return Told(tmp_path / "tea.shop")


def open_all(counter: Counter, told: Told) -> None:
    """Every page there is as a tab, filled where it can show something."""
    for spec in all_pages():
        key = told.ids.get(spec.code) if spec.make_for is not None else None
        if key is not None or spec.code not in ONLY_FILLED:
            counter.window.show_page(spec.code, key)
    settled()


def seen(counter: Counter) -> dict[str, tuple[list[str], Any]]:
    """What every tab says and shows, turned to one after another."""
    sheets, found = counter.window.sheets, {}
    for at in range(sheets.tabs.count()):
        sheets.tabs.setCurrentIndex(at)
        settled()
        settled()  # what was laid out unseen measures itself again, and its cards after it
        counter.window.setFocus()
        page = sheets.current()
        code = f"{at} {type(page).__name__}"
        found[code] = (words_of(page), pixels_of(page))
    return found


def frame_of(counter: Counter) -> list[list[str]]:
    """All that is written around the pages: menus and search, rail, lights, tabs."""
    window = counter.window
    menus = [action.text() for action in window.top.menus.actions()]
    tabs = [window.sheets.tabs.tabText(at) for at in range(window.sheets.tabs.count())]
    return [menus, tabs, *(words_of(part) for part in (window.top, window.rail, window.status))]


def pixels_of(window: QWidget) -> Image.Image:
    """What it looks like."""
    seen = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    size = (seen.width(), seen.height())
    return Image.frombytes("RGB", size, bytes(seen.constBits()), "raw", "RGB", seen.bytesPerLine())


def alike(one: Image.Image, other: Image.Image) -> bool:
    """The same, but for the edges of large letters, which Qt smooths a little otherwise each time.

    A border that is cut off differs by more than that.
    """
    if one.size != other.size:
        return False
    return max(most for _, most in ImageChops.difference(one, other).getextrema()) <= SMOOTHED


def wear(language: str, choice: Choice) -> None:
    """As a person does it: in the menus."""
    change_language(language)
    change_look(scheme=choice.scheme, size=choice.size, density=choice.density,
                contrast=choice.contrast, motion=choice.motion)  # fmt: skip
    for _ in range(3):
        settled()


@pytest.mark.parametrize("look", LOOKS)
def test_what_is_open_is_as_if_it_were_opened_now(dressed, qtbot, tmp_path, told, look):
    place = tmp_path / "tea.shop"
    wear("en", PLAIN)
    counter = Counter(place, qtbot)
    counter.window.resize(1440, 900)
    open_all(counter, told)
    before = seen(counter)
    wear(*LOOKS[look])
    switched = seen(counter)
    around = frame_of(counter)
    counter.close()
    anew = Counter(place, qtbot)
    anew.window.resize(1440, 900)
    open_all(anew, told)
    fresh = seen(anew)
    assert frame_of(anew) == around
    anew.close()
    QApplication.processEvents()
    wrong = [
        "\n".join([name, *unified_diff(switched[name][0], fresh[name][0], lineterm="", n=0)])
        for name in fresh
        if fresh[name][0] != switched[name][0]
    ]
    wrong += [
        f"{name} is painted otherwise"
        for name in fresh
        if not alike(fresh[name][1], switched[name][1])
    ]
    assert not wrong, "\n".join(["", *wrong])
    assert not any(alike(before[name][1], switched[name][1]) for name in before), (
        "the look changed nothing"
    )
    assert theme.choice().size == LOOKS[look][1].size
