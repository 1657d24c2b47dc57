"""The menus of the window: pages to go to, things to make, how the program looks and speaks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMenuBar

from erp_desktop.views import figures, keys, language, memory, theme, wording
from erp_desktop.views.pages import PageSpec, page_title
from erp_desktop.views.theme import Choice, Density, Scheme
from erp_desktop.views.widgets.menus import Menu

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP

TITLES = {
    "file": wording.QT_TRANSLATE_NOOP("Menu", "File"),
    "edit": wording.QT_TRANSLATE_NOOP("Menu", "Edit"),
    "view": wording.QT_TRANSLATE_NOOP("Menu", "View"),
    "go": wording.QT_TRANSLATE_NOOP("Menu", "Go"),
    "document": wording.QT_TRANSLATE_NOOP("Menu", "Document"),
    "tools": wording.QT_TRANSLATE_NOOP("Menu", "Tools"),
    "help": wording.QT_TRANSLATE_NOOP("Menu", "Help"),
}
SCHEMES = {
    Scheme.LIGHT: wording.QT_TRANSLATE_NOOP("Menu", "Light"),
    Scheme.DARK: wording.QT_TRANSLATE_NOOP("Menu", "Dark"),
    Scheme.SYSTEM: wording.QT_TRANSLATE_NOOP("Menu", "Same as system"),
}
DENSITIES = {
    Density.COMPACT: wording.QT_TRANSLATE_NOOP("Menu", "Compact"),
    Density.REGULAR: wording.QT_TRANSLATE_NOOP("Menu", "Regular"),
    Density.ROOMY: wording.QT_TRANSLATE_NOOP("Menu", "Roomy"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """An entry of a menu: which menu, the words (English key, context "Menu"), what it does."""

    menu: str
    words: str
    act: Callable[[], object]
    shortcut: str = ""


def remembered_choice() -> Choice:
    """The look a person chose last."""
    plain = Choice()
    return Choice(
        Scheme(memory.recalled("look/scheme", plain.scheme.value)),
        int(memory.recalled("look/size", plain.size)),
        Density(memory.recalled("look/density", plain.density.value)),
        str(memory.recalled("look/contrast", "false")).lower() == "true",
        str(memory.recalled("look/motion", "true")).lower() == "true",
    )


def change_look(**changes: Any) -> None:
    """Wear another look and remember it."""
    wanted = replace(theme.choice(), **changes)
    for name, value in changes.items():
        memory.remember(f"look/{name}", getattr(value, "value", value))
    theme.wear(wanted)


def change_language(code: str) -> None:
    """Speak another language and remember it."""
    memory.remember("language", code)
    figures.use(replace(figures.form(), language=code))
    language.speak(code)


class Menus:
    """Fills a menu bar; `fill` again after a change of language.

    Each action that is no page keeps its English words (and before them those of the menu it is a
    choice of) as its data, so that it can be found by them.
    """

    def __init__(
        self, bar: QMenuBar, specs: Sequence[PageSpec], commands: Sequence[Command],
        open_page: Callable[[str], object],
    ) -> None:  # fmt: skip
        self._bar, self._specs, self._commands = bar, specs, commands
        self._open = open_page
        self._menus: dict[str, Menu] = {}
        self._pages: dict[str, QAction] = {}  # those that a key opens
        self._seen = ""
        self._out: frozenset[str] = frozenset()

    def leave_out(self, codes: frozenset[str]) -> bool:
        """Offer all pages but these, from the next `fill` on; whether that is another choice."""
        other, self._out = codes != self._out, codes
        return other

    def offered(self) -> list[PageSpec]:
        """The pages that are not left out."""
        return [spec for spec in self._specs if spec.code not in self._out]

    def show_titles(self) -> None:
        """Make the menus without their entries: what is seen of them before one is opened."""
        self._bar.clear()
        for menu in self._menus.values():
            menu.deleteLater()
        self._menus = {}
        for code, title in TITLES.items():
            menu = Menu(translate("Menu", title), self._bar)
            self._menus[code] = menu
            self._bar.addMenu(menu)

    def fill(self, own: Sequence[Command]) -> None:
        """Make all menus anew; `own` are the window's commands, before everybody's."""
        self.show_titles()
        self._pages = {}
        for spec in self.offered():
            self._add_page(spec)
        for command in (*own, *self._commands):
            action = self._menus[command.menu].addAction(translate("Menu", command.words))
            action.setData((command.words,))
            if command.shortcut:
                action.setShortcut(keys.worn(command.shortcut))
            action.triggered.connect(_calling(command.act))
        self._fill_view(self._menus["view"])
        self.see(self._seen)

    def see(self, code: str) -> None:
        """This page is seen: the key that opens it is its own to use (F3 is the till's price)."""
        self._seen = code
        for spec in self._specs:
            action = self._pages.get(spec.code)
            if action is not None:
                mine = spec.code == code
                action.setShortcut("" if mine else keys.worn(spec.shortcut))

    def _add_page(self, spec: PageSpec) -> None:
        if spec.place != "nowhere":
            action = self._menus["go"].addAction(page_title(spec))
            if spec.shortcut:
                self._pages[spec.code] = action
            action.triggered.connect(_calling(self._open, spec.code))
        if spec.new_words:
            words = translate("Page", spec.new_words)
            made = self._menus["document"].addAction(words)
            made.triggered.connect(_calling(self._open, spec.code))

    def _fill_view(self, menu: Menu) -> None:
        now = theme.choice()
        menu.addSeparator()
        schemes = [(words, code) for code, words in SCHEMES.items()]
        _choices(menu, mark("Menu", "Theme"), schemes, now.scheme, "scheme")
        sizes = [(str(size), size) for size in range(12, 19)]
        _choices(menu, mark("Menu", "Font size"), sizes, now.size, "size")
        rows = [(words, code) for code, words in DENSITIES.items()]
        _choices(menu, mark("Menu", "Rows"), rows, now.density, "density")
        contrast = menu.addAction(translate("Menu", "High contrast"))
        contrast.setData(("High contrast",))
        contrast.setCheckable(True)
        contrast.setChecked(now.contrast)
        contrast.toggled.connect(_contrast)
        tongues = Menu(translate("Menu", "Language"), menu)
        for code, words in language.LANGUAGES.items():
            action = tongues.addAction(words)
            action.setData(("Language", words))
            action.setCheckable(True)
            action.setChecked(code == language.spoken())
            action.triggered.connect(_calling(change_language, code))
        menu.addMenu(tongues)


def _choices(
    menu: Menu, title: str, choices: Sequence[tuple[str, Any]], now: Any, name: str
) -> None:
    """A submenu of which one is chosen."""
    sub = Menu(translate("Menu", title), menu)
    group = QActionGroup(sub)
    for words, value in choices:
        action = QAction(translate("Menu", words), sub)
        action.setData((title, words))
        action.setCheckable(True)
        action.setChecked(value == now)
        action.triggered.connect(_calling(_change, name, value))
        group.addAction(action)
        sub.addAction(action)
    menu.addMenu(sub)


def _change(name: str, value: Any) -> None:
    change_look(**{name: value})


def _contrast(on: bool) -> None:  # noqa: FBT001  (a slot)
    change_look(contrast=on)


def _calling(act: Callable[..., object], *args: Any) -> Callable[[], None]:
    """A slot that forgets the action's tick and calls with our own arguments."""

    def call() -> None:
        act(*args)

    return call


class Tabs(Protocol):
    """What the menus do with the tabs of a window."""

    def close_current(self) -> None: ...

    def tear_current(self) -> None: ...


def of_window(
    tabs: Tabs, close: Callable[[], object], fold: Callable[[], object]
) -> tuple[Command, ...]:
    """The commands that every window has."""
    return (
        Command("file", mark("Menu", "Close tab"), tabs.close_current, "Ctrl+W"),
        Command("file", mark("Menu", "Quit"), close, "Ctrl+Q"),
        Command("edit", mark("Menu", "Copy"), copy_here),
        Command("view", mark("Menu", "Collapse the sidebar"), fold, "Ctrl+B"),
        Command(
            "view", mark("Menu", "Move tab to a new window"), tabs.tear_current, "Ctrl+Shift+N"
        ),
    )


def copy_here() -> None:
    """Copy, wherever the keyboard is."""
    focus = QApplication.focusWidget()
    copy = getattr(focus, "copy", None)
    if callable(copy):
        copy()
