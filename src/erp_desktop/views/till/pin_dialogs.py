"""Who are you: the PIN that allows something, and the one that takes over the till."""

from typing import Any

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from erp_desktop.core.errors import PinMustWait, RuleBroken
from erp_desktop.services.users.rights import Approve, approve, lenders
from erp_desktop.views import theme, wording
from erp_desktop.views.office import Office
from erp_desktop.views.till.pin_asking import Countdown, by_pin
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled, LineField

translate = wording.translate


class PinField(LineField):
    """Digits that nobody reads over a shoulder."""

    def __init__(self, high: int = 44, parent: QWidget | None = None) -> None:
        super().__init__(high=high, parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(8)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self))


class ApprovalDialog(Dialog):
    """A colleague with the right says yes by their PIN: `given(approval id)`."""

    given = Signal(int)

    def __init__(
        self, office: Office, title: str, wanted: Approve, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, title, translate("Till", "Allow it"), parent=parent)
        self._wanted = wanted
        known = office.ask(lenders, wanted.right)
        able = [one for one in known if one.most_off >= wanted.percent]
        self.person = Combo([(one.id, one.name) for one in able], high=44)
        self.pin = PinField()
        self.countdown = Countdown(self)
        self.countdown.said.connect(self._say_wait)
        self.countdown.over.connect(self._try_again)
        self.person.currentIndexChanged.connect(self.countdown.stop)  # another's PIN may be tried
        if wanted.words:
            said = Label(wanted.words, theme.BODY, "text2")
            said.setWordWrap(True)
            self.body.addWidget(said)
        self.body.addWidget(Labelled(translate("Till", "Person"), self.person))
        self.body.addWidget(Labelled(translate("Till", "PIN"), self.pin))
        if not able:
            self.verb.setEnabled(False)
            self.notice.refuse(
                translate("Till", "Nobody who may do this has a PIN yet: see Settings, People.")
            )
        self.setMinimumWidth(theme.px(420))
        self.pin.setFocus()

    def confirm(self) -> None:
        if self.office is None or self.countdown.running():
            return
        wanted = self._wanted
        command = Approve(
            wanted.right, int(self.person.value() or 0), self.pin.text(), wanted.percent,
            wanted.words,
        )  # fmt: skip
        try:
            approval: Any = by_pin(self.office, command.person_id, approve, command)
        except PinMustWait as broken:
            self._wait(int(broken.facts["seconds"]))
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
            self.pin.clear()
            self.pin.setFocus()
        else:
            self.accept()
            self.given.emit(int(approval))

    def _wait(self, seconds: int) -> None:
        """Too many wrong ones: nobody can try for so long, and it is said how long still."""
        self.pin.clear()
        self.pin.setEnabled(False)
        self.verb.setEnabled(False)
        self.cancel.setFocus()
        self.countdown.begin(seconds)

    def _say_wait(self, words: str) -> None:
        self.notice.refuse(words)

    def _try_again(self) -> None:
        self.notice.clear()
        self.pin.setEnabled(True)
        self.verb.setEnabled(True)
        self.pin.setFocus()
