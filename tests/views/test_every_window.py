"""Everybody can use every window: controls have names, Tab goes as one reads, focus is seen.

No word is cut in either language at any size of letters, and every colour can be read.
"""

import os
import re
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QWidget

from erp_desktop.views import figures, language, theme
from erp_desktop.views.cards.scrolled import Scrolled
from erp_desktop.views.theme import Choice, Scheme
from erp_desktop.views.widgets.reading_order import reading_order
from test_translations import translations
from views.counter import Counter
from views.every_window import Told, before_a_shop, controls, every_dialog, every_page, settled
from views.test_theme import SURFACES, WORDS, contrast

SAME_LINE = 14  # pixels that things on one line may differ in height


@pytest.fixture
def told(tmp_path):
    return Told(tmp_path / "tea.shop")


@pytest.fixture
def opened(dressed, qtbot, tmp_path, told):
    """Opens the window in a language and a look."""
    made = []

    def open_window(spoken: str = "en", size: int = 13, *, wide: int = 1440, high: int = 900):
        theme.wear(Choice(scheme=Scheme.LIGHT, size=size))
        language.speak(spoken)
        figures.use(figures.Form(spoken))
        counter = Counter(tmp_path / "tea.shop", qtbot)
        if spoken != language.spoken():
            language.speak(spoken)
        counter.window.resize(wide, high)
        settled()
        made.append(counter)
        return counter

    yield open_window
    for counter in made:
        counter.close()


def everything(counter, told, qtbot):
    yield from every_page(counter, told)
    yield from every_dialog(counter, told)
    yield from before_a_shop(qtbot)


def told_of(found) -> str:
    return "\n".join(["", *sorted(found)])


def name_of(control: QWidget) -> str:
    words = control.accessibleName() or getattr(control, "text", str)()
    if not words and isinstance(control, QLineEdit):
        words = control.placeholderText()
    return words.strip()


def said(control: QWidget) -> str:
    place = control.mapTo(control.window(), QPoint(0, 0))
    return f"{type(control).__name__} {name_of(control)!r} at {place.x()},{place.y()}"


def test_every_control_has_a_name(opened, told, qtbot):
    counter = opened()
    nameless = {
        f"{name}: {said(control)}"
        for name, window in everything(counter, told, qtbot)
        for control in controls(window)
        if not name_of(control) and control.isEnabled()
    }
    assert not nameless, told_of(nameless)


def stops(window: QWidget) -> list[QWidget]:
    """Where Tab stops inside a page or dialog, in the order in which it does."""
    return reading_order(window)


def goes_back(before: QWidget, after: QWidget, window: QWidget) -> bool:
    """Whether the next stop stands above the one before, and not in a column to its right."""
    one, two = (w.mapTo(window, QPoint(0, 0)) for w in (before, after))
    same_line = abs(one.y() - two.y()) <= SAME_LINE
    if same_line:
        return two.x() + after.width() <= one.x()
    above = two.y() + after.height() <= one.y() + SAME_LINE
    return above and two.x() < one.x() + before.width()


def test_tab_goes_as_one_reads(opened, told, qtbot):
    counter = opened()
    wrong = [
        f"{name}: {said(one)} → {said(two)}"
        for name, window in everything(counter, told, qtbot)
        for one, two in zip(stops(window), stops(window)[1:], strict=False)
        if goes_back(one, two, window)
    ]
    assert not wrong, told_of(wrong)


def test_the_tab_key_goes_that_way_and_back_through_the_whole_window(opened, told, qtbot):
    counter = opened()
    page = counter.page("home")
    settled()
    counter.window.activateWindow()
    qtbot.waitUntil(counter.window.isActiveWindow, timeout=2_000)
    first = reading_order(counter.window)[0]
    first.setFocus()
    went = [first]
    while len(went) < 200:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
        went.append(QApplication.focusWidget())
    assert went == [one for one in reading_order(counter.window) if one in went]
    assert {type(one).__name__ for one in went} >= {
        "SearchButton", "RailItem", "SheetTabs", "KpiTile", "MiniTable", "_LightButton",
    }  # fmt: skip
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is went[-1]
    assert set(reading_order(page)) & set(went)


def test_focus_is_seen_on_everything_that_takes_it(opened, told, qtbot):
    counter = opened()
    blind = set()
    for name, window in everything(counter, told, qtbot):
        top = window.window()
        top.activateWindow()
        qtbot.waitUntil(top.isActiveWindow, timeout=2_000)
        for control in stops(window):
            counter.window.setFocus()
            if QApplication.focusWidget() is control:
                QApplication.focusWidget().clearFocus()
            plain = picture(control)
            control.setFocus(Qt.FocusReason.TabFocusReason)
            if QApplication.focusWidget() is not control:
                continue  # a page may hand it on
            if picture(control) == plain:
                blind.add(f"{name}: {said(control)}")
    assert not blind, told_of(blind)


def picture(control):
    """How a control looks; the ring of what scrolls lies around it."""
    if not isinstance(control, Scrolled):
        return control.grab().toImage()
    top = control.window()
    place = QRect(control.mapTo(top, QPoint()), control.size()).adjusted(-8, -8, 8, 8)
    return top.grab(place).toImage()


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("strong", [False, True], ids=["plain", "strong"])
def test_every_word_can_be_read_on_every_ground(tokens, strong):
    worn = theme.high_contrast(tokens) if strong else tokens
    for surface in SURFACES:
        for word in WORDS:
            assert contrast(getattr(worn, word), getattr(worn, surface)) >= 4.5, (word, surface)
        assert contrast(worn.focus, getattr(worn, surface)) >= 3, ("focus", surface)
    for tint in ("ok_tint", "warn_tint", "bad_tint"):
        for word in ("text", "text2"):
            assert contrast(getattr(worn, word), getattr(worn, tint)) >= 4.5, (word, tint)
    for pair in worn.chips.values():
        assert contrast(pair.text, pair.ground) >= 4.5
    assert contrast(worn.on_accent, worn.accent) >= 4.5


# -- cut words -----------------------------------------------------------------------------------


class Elisions:
    """Which of the program's own words were shortened while something was painted.

    What comes from the books (a name, a number) may be shortened: it stands whole in its card.
    """

    def __init__(self, monkeypatch) -> None:
        self.found: set[str] = set()
        self._whole = theme.elided
        self.cache_clear = self._whole.cache_clear
        monkeypatch.setattr(theme, "elided", self)
        known, _ = translations.chinese()
        sentences = [english for _, english in known] + list(known.values())
        self._plain = {one for one in sentences if "{" not in one}
        self._shapes = [
            re.compile(".*".join(re.escape(part) for part in re.split(r"\{\w*\}", one)) + "$")
            for one in sentences
            if "{" in one and len(re.sub(r"\{\w*\}", "", one).strip()) > 3
        ]

    def __call__(self, kind, text, room):
        shown = self._whole(kind, text, room)
        if shown != text and self._ours(text):
            self.found.add(f"{text!r} is shown as {shown!r}")
        return shown

    def _ours(self, text: str) -> bool:
        return text in self._plain or any(shape.match(text) for shape in self._shapes)

    def of(self, window: QWidget) -> set[str]:
        """What is shortened in this window."""
        self.found.clear()
        window.grab()
        return set(self.found)


@pytest.fixture
def elisions(monkeypatch):
    return Elisions(monkeypatch)


def cut_labels(window: QWidget) -> set[str]:
    """Labels that are narrower or lower than their words."""
    return {
        f"{one.text()!r} has {one.width()}x{one.height()}"
        for one in window.findChildren(QLabel)
        if one.text() and one.isVisibleTo(window) and one.maximumWidth() and is_cut(one)
    }


def cut_sheets(window: QWidget) -> set[str]:
    """Sheets that are wider than the area they scroll in, where it scrolls up and down only."""
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return {
        f"{type(area.widget()).__name__} has {area.viewport().width()} of {area.widget().width()}"
        for area in window.findChildren(QScrollArea)
        if area.isVisibleTo(window) and area.horizontalScrollBarPolicy() == off
        and area.widget().width() > area.viewport().width() + 1
    }  # fmt: skip


def is_cut(label: QLabel) -> bool:
    metrics = QFontMetricsF(label.font())
    box = label.contentsRect()
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 1
    lines = label.text().split("\n")
    widest = max(metrics.horizontalAdvance(line) for line in lines)
    return widest > box.width() + 1 or metrics.height() * len(lines) > box.height() + 2


LARGE, SMALL = (1440, 900), (1024, 700)


@pytest.mark.parametrize(
    ("spoken", "size", "room"),
    [
        ("en", 13, LARGE), ("zh_CN", 13, LARGE), ("en", 12, SMALL),
        ("en", 16, LARGE), ("en", 18, LARGE), ("zh_CN", 18, LARGE),
    ],
)  # fmt: skip
def test_no_word_is_cut(opened, told, qtbot, elisions, spoken, size, room):  # noqa: PLR0917
    counter = opened(spoken, size, wide=room[0], high=room[1])
    cut = {
        f"{name}: {words}"
        for name, window in everything(counter, told, qtbot)
        for words in cut_labels(window) | cut_sheets(window) | elisions.of(window)
    }
    cut |= {f"window: {words}" for words in elisions.of(counter.window)}
    assert not cut, told_of(cut)


@pytest.mark.parametrize("scale", ["1.5", "2"])
@pytest.mark.parametrize("spoken", ["en", "zh_CN"])
def test_no_word_is_cut_on_a_sharper_screen(scale, spoken):
    """Qt takes the scale when it starts, so another process looks; fractions round differently."""
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", __file__,
         "-k", f"test_no_word_is_cut and {spoken}-13"],
        capture_output=True, text=True, check=False,
        env={**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert told.returncode == 0, told.stdout[-3_000:]
    assert "1 passed" in told.stdout
