"""The shop on a server: which computer, which database, who asks. Several tills share it so.

What was typed is tried before the dialog closes. A database without a shop is no dead end: one can
be made there. A password is remembered only where a person wants it, in a file of their own.
"""

from contextlib import suppress
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from erp_desktop.core import errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.server_address import (
    PORT,
    ServerAddress,
    password_kept,
    read_address,
    remember_password,
)
from erp_desktop.services.unit_of_work import open_shop
from erp_desktop.views import theme, wording
from erp_desktop.views.settings.section import row_of
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.checks import Check
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled, LineField, SecretField

translate = wording.translate
LAST_PORT: Final = 65_535


class ServerDialog(Dialog):
    """`wanted(place)`: there is a shop, open it. `bare(place)`: there is none yet, make one."""

    wanted = Signal(str)
    bare = Signal(str)

    def __init__(self, place: str = "", parent: QWidget | None = None) -> None:
        super().__init__(None, self._title(), translate("Server", "Connect"), parent=parent)
        words = Label(self._said(), theme.BODY, "text2")
        words.setWordWrap(True)
        self.body.addWidget(words)
        self.host, self.port = LineField(), LineField()
        self.database, self.user, self.password = LineField(), LineField(), SecretField()
        self.keep = Check(translate("Server", "Remember the password on this computer"))
        self.fields = {
            "host": Labelled(translate("Server", "Computer"), self.host),
            "port": Labelled(translate("Server", "Port"), self.port),
            "database": Labelled(translate("Server", "Database"), self.database),
            "user": Labelled(translate("Server", "User"), self.user),
            "password": Labelled(translate("Server", "Password"), self.password),
        }
        self._arrange()
        self._show(read_address(place) or ServerAddress("", "", ""))
        self.host.textChanged.connect(self._pasted)

    def _title(self) -> str:
        return translate("Server", "A shop on a server")

    def _said(self) -> str:
        return translate(
            "Server",
            "Several tills work in one shop when it lives on a PostgreSQL server in your network.",
        )

    def _arrange(self) -> None:
        one = self.fields
        self.host.setPlaceholderText(translate("Server", "Name or address, such as 192.168.1.10"))
        self.body.addLayout(row_of((one["host"], 3), (one["port"], 1)))
        self.body.addWidget(one["database"])
        self.body.addLayout(row_of((one["user"], 1), (one["password"], 1)))
        self.body.addWidget(self.keep)

    def _show(self, address: ServerAddress) -> None:
        self.host.setText(address.host)
        self.port.setText(str(address.port))
        self.database.setText(address.database)
        self.user.setText(address.user)
        self.password.setText(address.password)
        kept = password_kept(address)
        self.keep.setChecked(kept)
        self.password.setPlaceholderText(translate("Server", "remembered") if kept else "")

    def _pasted(self, text: str) -> None:
        """A whole address was pasted into the first field: it fills all of them."""
        address = read_address(text)
        if address is not None and address.database:
            self._show(address)

    # -- connecting ------------------------------------------------------------------------------

    def address(self) -> ServerAddress:
        """What the fields say."""
        port = self.port.text().strip()
        return ServerAddress(
            self.host.text().strip(), self.database.text().strip(), self.user.text().strip(),
            int(port) if _is_port(port) else PORT, self.password.text(),
        )  # fmt: skip

    def confirm(self) -> None:
        """Try it; what is missing is said below its field."""
        self.notice.clear()
        address, port = self.address(), self.port.text().strip()
        needed = translate("Server", "Fill this in")
        self.fields["host"].refuse("" if address.host else needed)
        self.fields["database"].refuse("" if address.database else needed)
        right = not port or _is_port(port)
        self.fields["port"].refuse("" if right else translate("Server", "A number, usually 5432"))
        if address.host and address.database and right:
            self._connect(address)
        self.adjustSize()  # what is said needs its room

    def _connect(self, address: ServerAddress) -> None:
        place = address.url()
        try:
            open_shop(place).close()
        except errors.NotAShop:
            self._offer(address)
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
        else:
            self._found(address)

    def _found(self, address: ServerAddress) -> None:
        """There is a shop."""
        self._remember(address)
        self.wanted.emit(address.url())
        self.accept()

    def _offer(self, address: ServerAddress) -> None:
        """The server answers, and nothing is there."""
        said = translate("Server", "The server answers; there is no shop in {0} yet.")
        make = Answer(translate("Server", "Make one there"), self._make)
        self.notice.refuse(said.format(address.database), [make])

    def _make(self) -> None:
        address = self.address()
        self._remember(address)
        self.bare.emit(address.url())
        self.accept()

    def _remember(self, address: ServerAddress) -> None:
        """Keep the password, or forget it. One that is left empty stays as it was kept."""
        if self.keep.isChecked() and not address.password:
            return
        kept = address if self.keep.isChecked() else address._replace(password="")
        with suppress(OSError):  # as with the shop opened last: it stops nobody's work
            remember_password(kept)


class EmptyServerDialog(ServerDialog):
    """Where a backup goes: `bare(place)` is a database without a shop; one with a shop is refused,
    for nothing that exists is written over."""

    def _title(self) -> str:
        return translate("Server", "Restore onto a server")

    def _said(self) -> str:
        return translate(
            "Server",
            "The backup fills an empty PostgreSQL database; it is proved there, and opened.",
        )

    def _found(self, address: ServerAddress) -> None:
        words = translate("Server", "There is a shop in {0} already. Choose an empty database.")
        self.notice.refuse(words.format(address.database))

    def _offer(self, address: ServerAddress) -> None:  # noqa: ARG002
        self._make()


def _is_port(text: str) -> bool:
    return text.isascii() and text.isdigit() and 0 < int(text) <= LAST_PORT
