"""The password of encrypted backups: chosen twice, asked once, kept nowhere.

Making a lock or opening one takes half a second on purpose (that is what keeps guessers out), so
both are work beside the window.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from erp_desktop.services.shop.sealing import Lock, is_sealed, make_lock
from erp_desktop.services.unit_of_work import UnitOfWork
from erp_desktop.views import theme, wording
from erp_desktop.views.settings.section import row_of
from erp_desktop.views.shop_office import Progress
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled, SecretField
from erp_desktop.views.widgets.tab_row import Segmented

translate = wording.translate
SHORTEST: Final = 8  # characters
WIDE: Final = 420  # pixels of what is explained


class LockDialog(Dialog):
    """Chooses the password of the backups to come; `done(password)` when it is chosen."""

    def __init__(self, done: Callable[[str], object], parent: QWidget | None = None) -> None:
        title = translate("Settings", "A password for backups")
        super().__init__(None, title, translate("Settings", "Encrypt"), parent=parent)
        self._done = done
        said = translate(
            "Settings",
            "Backups from now on are opened with this password only. It is kept nowhere: write it"
            " down and keep it apart from them. Without it nobody can open one, nor can we.",
        )
        words = Label(said, theme.BODY, "text2")
        words.setWordWrap(True)
        words.setMinimumWidth(theme.px(WIDE))
        self.body.addWidget(words)
        self.first, self.again = SecretField(), SecretField()
        self.fields = (
            Labelled(translate("Settings", "Password"), self.first),
            Labelled(translate("Settings", "Repeat the password"), self.again),
        )
        self.body.addLayout(row_of(*((field, 1) for field in self.fields)))
        self.first.setFocus()

    def confirm(self) -> None:
        password = self.first.text()
        short = len(password) < SHORTEST
        words = translate("Settings", "At least {0} characters").format(SHORTEST)
        self.fields[0].refuse(words if short else "")
        same = password == self.again.text()
        self.fields[1].refuse("" if same else translate("Settings", "Not the same"))
        self.adjustSize()
        if not short and same:
            self.accept()
            self._done(password)


class RestoreQuestion(Dialog):
    """Asks before a backup becomes a shop, and for the password of an encrypted one.

    `done(backup, password)` when the person wants it; with `onto` it may go onto a server instead.
    """

    def __init__(
        self, backup: Path, done: Callable[[Path, str], object], parent: QWidget | None = None,
        onto: Callable[[Path, str], object] | None = None,
    ) -> None:  # fmt: skip
        title = translate("Settings", "Restore this backup?")
        super().__init__(None, title, translate("Settings", "Restore"), parent=parent)
        self._backup, self._done, self._onto = backup, done, onto
        self.password = SecretField()
        self._sealed = is_sealed(backup)
        self.into = Segmented([
            ("file", translate("Settings", "Into a new file")),
            ("server", translate("Settings", "Onto a server…")),
        ])  # fmt: skip
        self.into.setAccessibleName(translate("Settings", "Where it goes"))
        self.into.chosen.connect(self._say)
        self.into.setVisible(onto is not None)
        self.words = Label("", theme.BODY, "text2")
        self.words.setWordWrap(True)
        self.words.setMinimumWidth(theme.px(WIDE))
        self.body.addWidget(self.into)
        self.body.addWidget(self.words)
        self._say(self.into.code())
        self.asked = Labelled(translate("Settings", "Password of the backup"), self.password)
        self.asked.setVisible(self._sealed)
        self.body.addWidget(self.asked)
        if self._sealed:
            self.password.setFocus()

    def _say(self, into: str) -> None:
        said = translate(
            "Settings",
            "{0} is copied to a new file beside it, proved, and opened."
            " Today's shop is not touched.",
        )
        if self._sealed:
            said = translate(
                "Settings",
                "{0} is encrypted. It is opened with its password, proved, and opened as a shop"
                " of its own. Today's shop is not touched.",
            )
        if into == "server":
            said = translate(
                "Settings",
                "{0} is copied into an empty database on a server, proved there, and opened."
                " Today's shop is not touched.",
            )
        self.words.setText(said.format(self._backup.name))

    def confirm(self) -> None:
        if self._sealed and not self.password.text():
            self.asked.refuse(translate("Settings", "The password is needed"))
            self.adjustSize()
            return
        self.accept()
        done = self._done
        if self._onto is not None and self.into.code() == "server":
            done = self._onto
        done(self._backup, self.password.text())


class MakeLock:
    """The task of a job: a lock that this password opens."""

    def __init__(self, password: str) -> None:
        self._password = password

    def __call__(self, work: UnitOfWork, progress: Progress) -> Lock:  # noqa: ARG002
        progress(0)
        return make_lock(self._password)
