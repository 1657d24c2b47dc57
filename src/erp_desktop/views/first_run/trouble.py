"""A shop that cannot be opened: what is wrong in one sentence, and what a person can do."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from erp_desktop.core import errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.server_address import read_address
from erp_desktop.views import theme, wording
from erp_desktop.views.first_run.frame import WelcomeFrame
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.fields import Label

translate = wording.translate
# What a second try may cure: the file is somewhere else, held, or its disk was full.
PASSING = (errors.ShopMissing, errors.ShopBusy, errors.ShopReadOnly, errors.DiskFull,
           errors.ServerUnreachable)  # fmt: skip


class Trouble(WelcomeFrame):
    """Signals for the answers: `again(place)`, `another()`, `server(place)`, `new()`,
    `restore()`."""

    again = Signal(str)
    another = Signal()
    server = Signal(str)
    new = Signal()
    restore = Signal()

    def __init__(self, place: str, broken: RuleBroken, parent: QWidget | None = None) -> None:
        super().__init__(translate("FirstRun", "The shop cannot be opened"), "", parent)
        self._place = place
        self.steps.hide()
        said = wording.explain(broken)
        self.sentence = Label(said, theme.BODY)
        self.sentence.setWordWrap(True)
        self.sentence.setAccessibleName(said)
        server = read_address(place)
        self.hint.setText(server.called() if server else place)
        self.body.addWidget(self.sentence)
        self.body.addStretch(1)
        self._offer(broken)

    def _offer(self, broken: RuleBroken) -> None:
        self._button(translate("FirstRun", "New shop"), self.new, "store")
        self._button(translate("FirstRun", "Open another shop…"), self.another, "folder-open")
        self.foot.addStretch(1)
        if isinstance(broken, errors.ServerUnreachable):
            change = Button(translate("FirstRun", "Address and password…"), icon="server")
            change.clicked.connect(self._change_server)
            self.foot.addWidget(change)
        if isinstance(broken, errors.ShopDamaged):
            words = translate("FirstRun", "Restore a backup…")
            self._button(words, self.restore, "archive-restore", Look.PRIMARY)
        elif isinstance(broken, PASSING):
            first = Button(translate("FirstRun", "Try again"), Look.PRIMARY, icon="rotate-ccw")
            first.clicked.connect(self._try_again)
            self.foot.addWidget(first)
            first.setFocus()

    def _button(self, words: str, act: SignalInstance, icon: str, look: Look = Look.NORMAL) -> None:
        button = Button(words, look, icon=icon)
        button.clicked.connect(act)
        self.foot.addWidget(button)
        if look is Look.PRIMARY:
            button.setFocus()

    def _try_again(self) -> None:
        self.again.emit(self._place)

    def _change_server(self) -> None:
        self.server.emit(self._place)
