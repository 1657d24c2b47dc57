"""A document while it is written: it keeps itself, comes back, and takes steps back and forth.

Every page that somebody writes on has one `Drafting`. It knows the fields and the lines, so one
content serves four ends: the draft that survives a power cut, Ctrl+Z, *throw away* with a way
back, and a page that is built anew in another language.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from erp_desktop.core import clock
from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.shop.drafts import finish_draft
from erp_desktop.views import restating, wording
from erp_desktop.views.acts import acts_of
from erp_desktop.views.drafts import AGAIN, WAIT, BringBack
from erp_desktop.views.undoing import Content, Undoing
from erp_desktop.views.widgets.document_page import DocumentPage
from erp_desktop.views.widgets.field_values import on_change, put_value, value_of
from erp_desktop.views.widgets.fields import LineField
from erp_desktop.views.widgets.line_editors import is_redo
from erp_desktop.views.widgets.lines_grid import LinesGrid

translate = wording.translate


class Store(Protocol):
    """Where a draft lies."""

    @property
    def name(self) -> str: ...

    def kept(self) -> Content | None: ...

    def save(self, content: Content) -> None: ...

    def forget(self) -> None: ...

    def bring_back(self, content: Content) -> Any: ...


class Drafting(QObject):
    """Watches `fields` (by name) and the page's lines; `shown` is called when they were put back.

    `begin()` once the page is built: it brings back what was kept. `watch(grid)` for each grid.
    """

    def __init__(
        self, page: DocumentPage, store: Store, fields: Mapping[str, QWidget],
        shown: Callable[[], object],
    ) -> None:  # fmt: skip
        super().__init__(page)
        self.store = store
        self._page, self._fields, self._shown = page, dict(fields), shown
        self.undoing = Undoing(self.content, self.show_content, self)
        self._blank: Content = {}
        self._saved = self._dirty = False
        self._open = False
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self._flush_in_passing)
        for name, field in self._fields.items():
            on_change(field, partial(self.touched, name))
            field.installEventFilter(self)
            if isinstance(field, LineField):
                field.left.connect(self.undoing.part)

    # -- content ---------------------------------------------------------------------------------

    def content(self) -> Content:
        """What a person said on this page."""
        fields = {name: value_of(field) for name, field in self._fields.items()}
        grid = self._page.grid
        return {"fields": fields, "lines": grid.typed_lines(), "mark": grid.mark}

    def is_blank(self) -> bool:
        """Nothing was said yet that is worth keeping."""
        return self.content() == self._blank and self._page.grid.being_typed() is None

    def show_content(self, content: Content) -> None:
        """Let the page say this."""
        for name, value in dict(content.get("fields") or {}).items():
            if name in self._fields:
                put_value(self._fields[name], value)
        self._page.grid.show_typed(content.get("lines", ()))
        self._page.grid.mark = content.get("mark")
        self._shown()

    def watch(self, grid: LinesGrid) -> None:
        """These are the lines now."""
        grid.changed.connect(self.touched)
        grid.typing.connect(self._typing)

    # -- coming and going ------------------------------------------------------------------------

    def begin(self, *, blank: bool = True) -> bool:
        """The page stands as it is before anything is typed; whether a draft came back.

        Without `blank` what stands there is worth keeping (a copy, lines brought along).
        """
        self._open = True
        self._dirty = self._saved = False  # what was typed before is done, or somebody else's
        self._page.drafted.emit(False)  # noqa: FBT003  (a signal)
        self._blank = self.content() if blank else {}
        self.undoing.begin()
        self._show_acts()
        kept = self.store.kept()
        if kept is None or not isinstance(kept.get("fields"), dict):
            if not blank:
                self.touch()
            return False
        self.restore(kept)
        return True

    def restore(self, kept: Content) -> None:
        """Stand again where the person was: the words, and the keyboard in its place."""
        self._saved = True
        self.undoing.show(kept)
        self.undoing.begin()
        self._page.drafted.emit(True)  # noqa: FBT003  (a signal)
        where = kept.get("where")
        if where:
            QTimer.singleShot(0, self, partial(self._stand, where))

    def come_back(self) -> None:
        """Somebody asks for the page: what was brought back meanwhile is shown."""
        kept = None if self._dirty or self._saved else self.store.kept()
        if kept is not None and isinstance(kept.get("fields"), dict):
            self.restore(kept)

    def go_on_with(self, store: Store) -> None:
        """Go on with another draft, in place of the empty one that stands here."""
        self.store = store
        self.come_back()

    def end(self) -> None:
        """Nothing is written here any more."""
        self._timer.stop()
        self._open = self._dirty = self._saved = False
        self._page.story.show_acts(())
        self._page.drafted.emit(False)  # noqa: FBT003  (a signal)

    # -- changes ---------------------------------------------------------------------------------

    def touched(self, group: str = "") -> None:
        """A person may have changed something (in the field of this name)."""
        if self._open and self.undoing.note(group):
            self.touch()

    def touch(self) -> None:
        """There is something to keep."""
        self._dirty = True
        self._show_acts()
        self._page.drafted.emit(True)  # noqa: FBT003  (a signal)
        if not self._timer.isActive():
            self._timer.start(WAIT)

    def _show_acts(self) -> None:
        """What was done here, for the side panel."""
        facts = getattr(self._page.office, "facts", None)
        person = facts.person if facts is not None else ""
        acts = acts_of(self.undoing, self._page.grid, self._fields, person)
        self._page.story.show_acts(acts)

    def _typing(self) -> None:
        if self._open:
            self.touch()

    def undo(self) -> None:
        """Take the last step back."""
        if self._open and self.undoing.undo():
            self.touch()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._open and self.undoing.redo():
            self.touch()

    # -- keeping ---------------------------------------------------------------------------------

    def _flush_in_passing(self) -> None:
        with self._page.office.in_passing():
            self.flush()

    def flush(self) -> None:
        """Keep now what is not kept yet."""
        self._timer.stop()
        if not (self._open and self._dirty):
            return
        content, where = self.content(), self._where()
        try:
            self._keep(content, where)
        except RuleBroken as broken:
            self._page.say_fact(translate("Draft", "not saved yet"))
            self._timer.start(AGAIN)
            self.not_kept(broken)
            return
        self._dirty = False

    def _keep(self, content: Content, where: Content | None) -> None:
        if content != self._blank or (where and "text" in where):
            self.store.save({**content, "where": where})
            self._saved = True
            now = clock.local_time(clock.now())
            self._page.say_fact(translate("Draft", "saved {0}").format(f"{now:%H:%M}"))
        elif self._saved:
            self.store.forget()
            self._saved = False
        self._page.drafted.emit(self._saved)

    def not_kept(self, broken: RuleBroken) -> None:
        """A draft could not be kept; who can do more about it than wait overrides this."""

    def rest(self) -> None:
        """Do not try to keep it again before something else is typed."""
        self._timer.stop()

    @property
    def dirty(self) -> bool:
        """Something stands here that is not kept yet."""
        return self._dirty

    def carry(self, content: Content) -> None:
        """The lines were read anew: what was typed goes on standing there."""
        self._blank = self.content()
        self.undoing.show(content)

    def post(self, step: Callable[..., Any], command: Any, then: Callable[[Any], object]) -> None:
        """Hand in, and forget the draft in the same transaction; `then` hears what was posted. The
        draft goes on where a rule says no, or the person who sees what earlier figures change."""
        whole = partial(finish_draft, page=self.store.name, step=step)
        go_on = partial(self._post, whole, command, then)
        restating.ask_first(self._page, self._page.office, whole, command, go_on)

    def _post(self, step: Callable[..., Any], command: Any, then: Callable[[Any], object]) -> None:
        self._timer.stop()
        self._open = False
        posted = self._page.hand_in(step, command)
        if posted is None:
            self._open = True
            self.touch()
            return
        if not self._open:  # the page may have begun anew, when it heard of the posting
            self.end()
        then(posted)

    def discard(self) -> None:
        """Throw it away; the toast brings it back."""
        content = self.content()
        code = self._page.code
        self.store.forget()
        self.undoing.show(self._blank)
        self.undoing.begin()
        self.end()
        self._open = True
        words = translate("Draft", "Draft thrown away")
        back = BringBack(code, self.store.bring_back, content)
        self._page.said.emit(words, translate("Draft", "Undo"), back)

    # -- where the keyboard is -------------------------------------------------------------------

    def _where(self) -> Content | None:
        """Where the person is: a cell with what was typed so far, or a field."""
        grid = self._page.grid
        typing = grid.being_typed()
        if typing is not None:
            return typing
        focus = QApplication.focusWidget()
        name = next((name for name, field in self._fields.items() if field is focus), "")
        if name:
            return {"field": name}
        index = grid.currentIndex()
        if index.column() < 1:
            return None
        return {"row": index.row(), "column": grid.lines.columns[index.column() - 1].key}

    def _stand(self, where: Content) -> None:
        """Put the keyboard back; that changes nothing that would have to be kept again."""
        self._open, was = False, self._open
        self._put_keyboard(where)
        self._open = was

    def _put_keyboard(self, where: Content) -> None:
        grid = self._page.grid
        if "field" in where:
            self._fields[where["field"]].setFocus()
        elif "text" in where:
            grid.type_on(where)
        elif where["row"] < grid.lines.rowCount():
            grid.setFocus()
            grid.choose(where["row"], where["column"])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Z in a field takes the document's last step back, not only the field's letters."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            if undo or is_redo(event) or event.matches(QKeySequence.StandardKey.Save):
                event.ignore()
                return True
        return super().eventFilter(watched, event)
