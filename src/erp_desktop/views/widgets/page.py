"""The frame of every page: a header with title, state and facts, and at most one primary button.

A page shows rows and hands in commands through its office. It reloads when the books changed, but
only while it is seen. What it wants of the window it says by signals.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.views import keys, theme, wording
from erp_desktop.views.office import Office, Step
from erp_desktop.views.widgets.banner import Banner
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.chips import Chip
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.menus import Menu
from erp_desktop.views.widgets.panels import Surface

PAGE_MARGIN = 20
MORE = "ellipsis"  # the icon of a button that shows a menu of what else there is
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
_ANY = 16_777_215  # as wide as a widget may be
NEVER: Any = object()


class Deed(NamedTuple):
    """Something that can be done on a page: its words, what does it, its key."""

    words: str
    act: Callable[[], object]
    shortcut: str = ""


class PageHeader(QWidget):
    """56 high: title, chip, quiet facts; actions right, the primary rightmost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", theme.TITLE)
        self.chip = Chip()
        self.facts = Label("", theme.BODY, "text2")
        self._actions = QHBoxLayout()
        self._actions.setSpacing(theme.px(8))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(PAGE_MARGIN), 0, theme.px(PAGE_MARGIN), 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self.title)
        row.addWidget(self.chip)
        row.addWidget(self.facts)
        row.addStretch(1)
        row.addLayout(self._actions)
        self.chip.hide()
        self._fitting = False
        self._dress()
        theme.worn.changed.connect(self._dress)

    def add(self, button: QWidget) -> None:
        """An action at the right; the primary comes last."""
        self._actions.addWidget(button)

    def fit(self) -> None:
        """Give way where there is little room: the keys, the quiet facts, then words that an icon
        can stand for; the main button keeps its words."""
        buttons = [one for one in self.findChildren(Button) if not one.isHidden()]
        self.facts.setMaximumWidth(_ANY)
        for level in (0, 1, 2, 3, 4):
            self.title.retype(theme.EMPHASIS if level > 3 else theme.TITLE)
            for button in buttons:
                button.squeeze(min(level, 2) if button.gives_way() else min(max(level - 2, 0), 1))
            if self._needs() <= self.width():
                return
            self.facts.setMaximumWidth(0)

    def _needs(self) -> int:
        """Pixels that everything in it takes; layouts would answer with what they knew before."""
        seen = [
            one
            for one in self.findChildren(QWidget, options=_DIRECT)
            if not one.isHidden() and one.maximumWidth()
        ]
        gaps = theme.px(12) * len(seen)
        wide = (max(one.sizeHint().width(), one.minimumWidth()) for one in seen)
        return sum(wide) + gaps + 2 * theme.px(PAGE_MARGIN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and not self._fitting:
            self._fitting = True
            self.fit()
            self._fitting = False
        return super().event(event)

    def _dress(self) -> None:
        self.setFixedHeight(theme.px(56))


class Page(Surface):
    """Base of all pages. Override `load` (read and show) and `take_scan`.

    Signals: `wanted(page code, key or None)` opens another page; `summed` goes to the status bar;
    `named(words)` renames the tab; `drafted(bool)` shows the dot of an unsaved draft;
    `said(words, undo words, act)` shows a toast; `done()` closes the page.
    """

    wanted = Signal(str, object)
    summed = Signal(object)
    named = Signal(str)
    drafted = Signal(bool)
    said = Signal(str, str, object)
    done = Signal()

    def __init__(self, office: Office, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__("page", "", parent)
        self.office = office
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stale = True
        self.header = PageHeader()
        self.header.title.setText(title)
        self.notice = Banner(foot=8)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.beside = QHBoxLayout(self)  # the sheet, and for documents the side panel
        self.beside.setContentsMargins(0, 0, 0, 0)
        self.beside.setSpacing(0)
        box = QVBoxLayout()
        box.setSpacing(0)
        box.addWidget(self.header)
        box.addWidget(self.notice)
        box.addLayout(self.body, 1)
        self.beside.addLayout(box, 1)
        office.changed.connect(self._hear)

    # -- for pages -------------------------------------------------------------------------------

    def load(self) -> None:
        """Read and show what the books say now; called when first seen and after changes."""

    def take_scan(self, code: str) -> bool:  # noqa: ARG002
        """A barcode was scanned while this page is seen; True when it was of use here."""
        return False

    def toast_place(self) -> QWidget | None:
        """In whose corner a toast may lie; None is the window's."""
        return None

    def memory(self) -> Any:
        """What a rebuilt page (after a change of language) needs to stand where this one stood."""
        return None

    def recall(self, memory: Any) -> None:
        """Stand where the page before stood."""

    def is_for(self, key: Any) -> bool:  # noqa: ARG002
        """Whether this page shows what a key stands for, though it was opened by another one."""
        return False

    def again(self) -> Any:
        """The key that opens this page again after the program was closed; None for the page
        itself, NEVER when there is nothing to open again."""
        return NEVER

    def come_back(self) -> None:
        """Somebody asks for this page while it is open."""

    def action(
        self, words: str, act: Any, *, look: Look = Look.NORMAL, icon: str = "", shortcut: str = ""
    ) -> Button:
        """A button in the header. Add the primary (Look.PRIMARY) last; there is only one, and it
        first takes what is still being typed in a cell."""
        button = Button(words, look, icon=icon, shortcut=shortcut)
        if look is Look.PRIMARY:
            act = partial(self._when_taken, act)
        button.clicked.connect(act)
        self.header.add(button)
        return button

    def _when_taken(self, act: Callable[[], object], *_: object) -> None:
        if self.taken():
            act()

    def taken(self) -> bool:
        """Take what is still being typed in a cell; False where that was refused."""
        from erp_desktop.views.widgets.taking import take_typed

        return take_typed(self)

    def key(self, shortcut: str, act: Any) -> None:
        """A shortcut that works anywhere on the page."""
        made = QShortcut(QKeySequence(keys.worn(shortcut)), self, context=_WITHIN)
        made.activated.connect(act)

    def hand_in(self, step: Step[[Any], Any], command: Any) -> Any:
        """Have it done; a refusal is said at the top of the page and gives None."""
        try:
            result = self.office.do(step, command)
        except RuleBroken as broken:
            self.refuse(broken)
            return None
        self.notice.clear()
        return result

    def book(self, step: Step[[Any], Any], command: Any, then: Callable[[Any], object]) -> None:
        """Have a document done; `then` hears the result. Where it changes earlier figures the
        person sees them first, and `then` comes when they agree."""
        go_on = partial(self._book, step, command, then)
        from erp_desktop.views import restating  # when the first document is handed in

        restating.ask_first(self, self.office, step, command, go_on)

    def _book(self, step: Step[[Any], Any], command: Any, then: Callable[[Any], object]) -> None:
        result = self.hand_in(step, command)
        if result is not None:
            then(result)

    def refuse(self, broken: RuleBroken) -> None:
        """Say why a rule said no; pages with lines override this to say it at the line."""
        from erp_desktop.views.lending import answers  # most windows refuse nothing

        ways = answers(self.office, broken, self._lent, self)
        self.notice.refuse(wording.explain(broken), ways, serious=not ways)

    def _lent(self, _: int) -> None:
        """A colleague said yes: what was refused can be done now."""
        self.notice.clear()

    def deeds(self) -> list[Deed]:
        """What can be done here now: the buttons of the header, and what is behind More."""
        buttons = [
            Deed(words, one.click, keys.plain(one.shortcut()))
            for one in self.header.findChildren(Button)
            if one.isVisible() and one.isEnabled() and not one.wears(MORE)
            and (words := one.text() or one.accessibleName())
        ]  # fmt: skip
        return [*reversed(buttons), *self.more_deeds()]

    def more_deeds(self) -> Sequence[Deed]:
        """What the button More offers; `offer_more` shows it."""
        return ()

    def offer_more(self, below: QWidget) -> None:
        """A menu of `more_deeds` under the button, as far right as the button goes."""
        menu = Menu(parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for deed in self.more_deeds():
            menu.addAction(deed.words, _calling(deed.act))
        wide = menu.sizeHint().width() - below.width()
        menu.popup(below.mapToGlobal(QPoint(-wide, below.height() + 4)))

    # -- reloading -------------------------------------------------------------------------------

    def _hear(self) -> None:
        self._stale = True
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        if self._stale:
            self._stale = False
            self.load()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()


def _calling(act: Callable[[], object]) -> Callable[[], None]:
    """A slot that forgets the action's tick."""

    def call() -> None:
        act()

    return call


_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut


def toast_place_of(seen: QWidget | None) -> QWidget | None:
    """In whose corner a toast may lie over the page that is seen; None is the window's."""
    return seen.toast_place() if isinstance(seen, Page) else None
