"""The base of all dialogs: build, connect, hand in. A refusal keeps the dialog open.

Dialogs are for what cannot be undone, and for small forms; the verb stands on the button. They
are freed when closed. F1 opens what the manual says about them. What takes a right says so when it
opens, with the way to a colleague who has it.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.users.rights import require
from erp_desktop.views import keys, theme, wording
from erp_desktop.views.office import Office, Step
from erp_desktop.views.widgets import reading_order
from erp_desktop.views.widgets.banner import Banner
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.fields import Label, LineField
from erp_desktop.views.widgets.taking import take_typed

LONG = 420  # a title wider than this is written on two lines


class Dialog(QDialog):
    """`body` takes the content; override `confirm` to do what the verb says. `needed_right` is the
    right of the office that it takes, where it takes one."""

    needed_right = ""

    def __init__(
        self, office: Office | None, title: str, verb: str, *, look: Look = Look.PRIMARY,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setSizeGripEnabled(False)
        self.office = office
        self.notice = Banner()
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(12))
        self.verb = Button(verb, look)
        self.verb.setDefault(True)
        self.verb.clicked.connect(self._confirm)
        self.cancel = Button(wording.translate("Dialog", "Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.finished.connect(self.close)
        for shortcut in ("F1", "Shift+F1"):
            QShortcut(QKeySequence(keys.worn(shortcut)), self).activated.connect(self.show_help)
        for shortcut in ("Ctrl+Return", "Ctrl+Enter"):
            commit = QShortcut(QKeySequence(keys.worn(shortcut)), self)
            commit.activated.connect(self.verb.click)
        self._lay_out(title)

    def _lay_out(self, title: str) -> None:
        box = QVBoxLayout(self)
        pad = theme.px(20)
        box.setContentsMargins(pad, pad, pad, pad)
        box.setSpacing(theme.px(12))
        said = Label(title, theme.EMPHASIS)
        said.setWordWrap(theme.width(theme.EMPHASIS, title) > theme.px(LONG))
        box.addWidget(said)
        box.addLayout(self.body, 1)
        box.addWidget(self.notice)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(theme.px(8))
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.verb)
        box.addLayout(self.foot)
        # the width of a spacer, since a minimum of the dialog's own would let its words be cut
        box.addSpacerItem(QSpacerItem(theme.px(320), 0))

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard is where something is still to be written; else Qt gives it to the verb."""
        super().showEvent(event)
        if self.focusWidget() is None:
            empty = (one for one in reading_order.reading_order(self) if _is_empty(one))
            first = next(empty, None)
            if first is not None:
                first.setFocus()
        self._look_at_right()

    def _look_at_right(self) -> None:
        """Say at once that it takes a right; what is read stays readable."""
        if not self.needed_right or self.office is None:
            return
        try:
            self.office.ask(require, self.needed_right)
        except RuleBroken as broken:
            self.verb.setEnabled(False)
            self.refuse(broken)
            self.adjustSize()

    def _lent(self, _: int) -> None:
        """A colleague said yes."""
        self.verb.setEnabled(True)
        self.notice.clear()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802, FBT001  (Qt's own)
        return reading_order.step(self, forward=next)

    def _confirm(self) -> None:
        if take_typed(self):
            self.confirm()

    def confirm(self) -> None:
        """Do what the verb says; here: just say yes."""
        self.accept()

    def book(
        self, step: Step[[Any], Any], command: Any, then: Callable[[Any], object] | None = None
    ) -> None:
        """Hand in a document; where it changes earlier figures the person sees them first."""
        if self.office is not None:
            go_on = partial(self.hand_in, step, command, then)
            from erp_desktop.views import restating  # when the first document is handed in

            restating.ask_first(self, self.office, step, command, go_on)

    def show_help(self) -> None:
        """What the manual says about this, in a window beside it."""
        from erp_desktop.views.manual.help_window import open_help

        open_help(self)

    def hand_in(
        self, step: Step[[Any], Any], command: Any, then: Callable[[Any], object] | None = None
    ) -> None:
        """Close if it was done, and let `then` hear the result; stay open and say why if a rule
        refused."""
        if self.office is None:
            return
        try:
            result = self.office.do(step, command)
        except RuleBroken as broken:
            self.refuse(broken)
            return
        self.accept()
        if then is not None:
            then(result)

    def refuse(self, broken: RuleBroken) -> None:
        """Say why not; the form stays as it is. A right that is missing can be lent."""
        from erp_desktop.views.lending import answers  # most windows refuse nothing

        ways = [] if self.office is None else answers(self.office, broken, self._lent, self)
        self.notice.refuse(wording.explain(broken), ways, serious=not ways, focus=False)


def _is_empty(stop: QWidget) -> bool:
    return isinstance(stop, LineField) and not stop.isReadOnly() and not stop.text()


class Question(Dialog):
    """A plain question before what cannot be undone: words, the verb, Cancel."""

    def __init__(
        self, title: str, words: str, verb: str, *, danger: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            None, title, verb, look=Look.DANGER if danger else Look.PRIMARY, parent=parent
        )
        said = Label(words, theme.BODY, "text2")
        said.setWordWrap(True)
        self.body.addWidget(said)
