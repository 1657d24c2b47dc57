"""All that can be done from the palette: what the page below offers, pages, things to make,
reports, parts of the settings, and every entry of the menus.

Each is also found by what it is called in the other language (whoever learned the trade in English
types "count" in a Chinese window) and by the trade's other words for it (`palette_words`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from erp_desktop.reports.registry import REPORTS
from erp_desktop.views import costs, keys, language, wording
from erp_desktop.views.pages import PageSpec, page_title
from erp_desktop.views.palette_search import Command
from erp_desktop.views.palette_words import other_words
from erp_desktop.views.widgets.buttons import key_words
from erp_desktop.views.widgets.page import Page

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP
GO, NEW = mark("Palette", "Go to {0}"), mark("Palette", "New: {0}")
REPORT, SECTION = mark("Palette", "Report: {0}"), mark("Palette", "Settings: {0}")
CHOICE = mark("Palette", "{0}: {1}")


def commands_of(
    specs: Sequence[PageSpec], bar: QMenuBar, page: QWidget | None,
    show_section: Callable[[str], object],
) -> list[Command]:  # fmt: skip
    """What can be done in a window whose menus these are, with this page seen."""
    return [
        *(_of_page(page) if isinstance(page, Page) else ()),
        *_pages(specs),
        *_reports(),
        *_sections(show_section),
        *_entries(bar),
    ]


def _of_page(page: Page) -> Iterator[Command]:
    here = translate("Palette", "on this page")
    for deed in page.deeds():
        shortcut = key_words(deed.shortcut) if deed.shortcut else ""
        yield Command(deed.words, "command", shortcut, act=deed.act, detail=here)


def _pages(specs: Iterable[PageSpec]) -> Iterator[Command]:
    """Pages to go to and things to make."""
    for spec in specs:
        if spec.place != "nowhere":
            words = translate("Palette", GO).format(page_title(spec))
            also = _also(GO, spec.title) + other_words(spec.code)
            shortcut = key_words(spec.shortcut) if spec.shortcut else ""
            yield Command(words, spec.icon, shortcut, spec.code, also=also)
        made = spec.new_words or spec.made_words
        if made:
            words = translate("Palette", NEW).format(translate("Page", made))
            also = _also(NEW, made) + other_words(spec.code)
            yield Command(words, "plus", "", spec.code, also=also)


def _reports() -> Iterator[Command]:
    for name, report in REPORTS.items():
        if report.costs and not costs.seen():
            continue
        words = translate("Palette", REPORT).format(wording.title(report.title))
        also = _also(REPORT, report.title, "Table") + other_words(name, report=True)
        yield Command(words, "chart-column", page="report", key=name, also=also)


def _sections(show: Callable[[str], object]) -> Iterator[Command]:
    """The parts of the settings, each to be gone to."""
    from erp_desktop.views.settings.sections import ICONS, TITLES

    for code, title in TITLES.items():
        words = translate("Palette", SECTION).format(translate("Settings", title))
        also = _also(SECTION, title, "Settings")
        yield Command(words, ICONS[code], act=partial(show, code), also=also)


def _entries(menu: QMenuBar | QMenu, before: str = "") -> Iterator[Command]:
    """What stands in the menus, as far as it is no page; a choice behind what it is a choice of."""
    for action in menu.actions():
        inner: Any = action.menu()
        if inner is not None:
            nested = isinstance(menu, QMenu)
            yield from _entries(inner, action.text() if nested else "")
        elif action.data() and action.isEnabled():
            also = ": ".join(language.in_the_other("Menu", one) for one in action.data())
            shortcut = key_words(keys.plain(action.shortcut()))
            words = action.text()
            if before:
                words = translate("Palette", CHOICE).format(before, words)
            yield Command(words, "command", shortcut, act=action.trigger, also=also)


def _also(frame: str, words: str, context: str = "Page") -> str:
    """The same in the other language."""
    said = language.in_the_other(context, words)
    return language.in_the_other("Palette", frame).format(said)
