"""The program with a window: opens the shop that was open last, or asks how to begin.

Nothing heavy is loaded before the first paint: a shop that is one file is read and written through
plain sqlite3, and what a window does not show yet is made behind its first paint.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from erp_desktop import __version__, views  # noqa: F401  (first: it makes imports cheap)
from erp_desktop.core import errors, last_shop
from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.unit_of_work import UnitOfWork, open_shop
from erp_desktop.views import figures, language, memory, theme, wording
from erp_desktop.views.shell.menus import Command, remembered_choice
from erp_desktop.views.shop_window import ShopWindow
from erp_desktop.views.wings import all_pages

if TYPE_CHECKING:
    from erp_desktop.views.first_run.frame import WelcomeFrame

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP
RECENT = 4
SWEPT_AFTER = 500  # milliseconds: behind the first paint, before anything is read beside a window


def main(argv: Sequence[str] | None = None) -> int:
    """Open the program; the exit status is Qt's. `argv` are the arguments after the name."""
    asked = _arguments(sys.argv[1:] if argv is None else argv)
    app = make_application()
    sys.excepthook = _first_fault
    program = Program(app)
    program.start(asked.shop or os.environ.get("ERP_SHOP", ""), asked.page)
    return app.exec()


def make_application() -> QApplication:
    """The Qt application in the look and language chosen last."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    QTimer.singleShot(SWEPT_AFTER, app, _sweep)
    app.setApplicationName("ERP Desktop")
    app.setOrganizationName("ERP Desktop")
    app.setApplicationVersion(__version__)
    app.setStyle("Fusion")
    theme.load_fonts()
    spoken = str(memory.recalled("language", "") or _system_language())
    figures.use(figures.Form(spoken, "¥" if spoken.startswith("zh") else "£", 2))
    language.speak(spoken)
    theme.wear(remembered_choice())
    theme.follow_system()
    return app


def _sweep() -> None:
    """From now on rings of garbage are looked for in this thread alone."""
    from erp_desktop.views.sweeping import Sweeper

    app = QApplication.instance()
    if app is not None and app.findChild(Sweeper) is None:
        Sweeper(app)


class Program(QObject):
    """Which window is shown: a shop's, the first run, or why a shop cannot be opened."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.window: QWidget | None = None
        self._page = ""
        self._trouble: tuple[str, RuleBroken] = ("", errors.ShopMissing(""))

    def start(self, place: str = "", page: str = "") -> None:
        """Open this shop, else the one that was open last, else ask how to begin."""
        self._page = page
        chosen = place or last_shop.last_shop()
        if chosen:
            self.open(chosen)
        else:
            self.show_first_run()

    def open(self, place: str, then: str = "") -> None:
        """Show a shop's window; what stands against it is said in a window of its own."""
        try:
            work = open_shop(place)
            window = self._shop_window(work)
        except RuleBroken as broken:
            self.show_trouble(place, broken)
            return
        last_shop.remember_shop(place)
        self._show(window)
        window.begin(self._page, then)

    def _shop_window(self, work: UnitOfWork) -> ShopWindow:
        window = ShopWindow(work, all_pages(), self._commands(), self.show_first_run)
        window.shop_wanted.connect(self._open_later)
        return window

    def _open_later(self, place: str) -> None:
        _Opening(self, place)()

    # -- before a shop is open -------------------------------------------------------------------

    def show_first_run(self) -> None:
        """Ask how to begin."""
        self._begin_on("")

    def _begin_on(self, server: str) -> None:
        """Ask how to begin; with a `server` the new shop is made there."""
        from erp_desktop.views.first_run.wizard import FirstRun

        wizard = FirstRun()
        if server:
            wizard.found_on(server)
        wizard.founded.connect(self.open_founded)
        wizard.wanted_existing.connect(self.open)
        self._show(wizard)

    def open_founded(self, place: str, then: str) -> None:
        """The first run is done: open what it made, or have the practice shop made."""
        if then == "practice":
            self.open_practice(place)
        else:
            self.open(place, then)

    def open_practice(self, place: str) -> None:
        from erp_desktop.views.first_run.making import Making

        making = Making(place)
        making.made.connect(self.open)
        making.refused.connect(self.show_trouble)
        making.cancelled.connect(self.show_first_run)
        self._show(making)
        making.start()

    def show_trouble(self, place: str, broken: RuleBroken) -> None:
        from erp_desktop.views.first_run.trouble import Trouble

        self._trouble = place, broken
        trouble = Trouble(place, broken)
        trouble.again.connect(self.open)
        trouble.another.connect(self.choose_shop)
        trouble.server.connect(self._connect_to)
        trouble.new.connect(self.show_first_run)
        trouble.restore.connect(self.choose_backup)
        self._show(trouble)

    def choose_shop(self) -> None:
        """Ask for the file of another shop and open it."""
        title = translate("FirstRun", "Open a shop")
        kinds = translate("FirstRun", "Shops (*.shop);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self.window, title, "", kinds)
        if path:
            self.open(path)

    def choose_server(self) -> None:
        """Ask for a server and open the shop on it, or make one there."""
        self._connect_to("")

    def _connect_to(self, place: str) -> None:
        from erp_desktop.views.first_run.server_dialog import ServerDialog

        dialog = ServerDialog(place, self.window)
        dialog.wanted.connect(self._open_later)
        dialog.bare.connect(self._found_on)
        dialog.open()

    def _found_on(self, server: str) -> None:
        QTimer.singleShot(0, self, lambda: self._begin_on(server))

    def choose_backup(self) -> None:
        """Ask for a backup, make a shop of it beside it, and open that."""
        from erp_desktop.views.first_run.restoring import choose

        chosen = choose(self.window)
        if chosen is not None:
            self.restore(*chosen)

    def restore(self, backup: Path, password: str = "") -> None:
        """Restore it in sight; stopped or refused, the trouble is there as it was."""
        from erp_desktop.views.first_run.making import RestoringBackup

        restoring = RestoringBackup(backup, password)
        restoring.made.connect(self.open)
        restoring.cancelled.connect(self._trouble_again)
        restoring.refused.connect(self._refuse_backup)
        self._show(restoring)
        restoring.start()

    def _trouble_again(self) -> None:
        self.show_trouble(*self._trouble)

    def _refuse_backup(self, _place: str, broken: RuleBroken) -> None:
        self._trouble_again()
        title = translate("FirstRun", "The backup cannot be restored")
        cast("WelcomeFrame", self.window).notice.refuse(f"{title}: {wording.explain(broken)}")

    # -- the File menu ---------------------------------------------------------------------------

    def _commands(self) -> list[Command]:
        shops = [
            Command("file", mark("Menu", "New shop…"), self.show_first_run),
            Command("file", mark("Menu", "Open shop…"), self.choose_shop, "Ctrl+O"),
            Command("file", mark("Menu", "Open shop on a server…"), self.choose_server),
        ]
        return shops + [
            Command("file", _called(place), _Opening(self, place))
            for place in last_shop.recent_shops()[:RECENT]
        ]

    # -- windows ---------------------------------------------------------------------------------

    def _show(self, window: QWidget) -> None:
        before, self.window = self.window, window
        window.show()
        if before is not None:
            before.close()
            before.deleteLater()


class _Opening:
    """Opens one of the recent shops."""

    def __init__(self, program: Program, place: str) -> None:
        self._program, self._place = program, place

    def __call__(self) -> None:
        QTimer.singleShot(0, self._open)  # the menu must be gone before its window goes

    def _open(self) -> None:
        self._program.open(self._place)


def _called(place: str) -> str:
    """A recent shop in the menu: its path, or its database and server."""
    if "://" not in place:
        return place
    from erp_desktop.core.server_address import read_address

    server = read_address(place)
    return server.called() if server else place


def _first_fault(
    kind: type[BaseException], fault: BaseException, trace: TracebackType | None
) -> None:
    """The dialog for faults is loaded by the first fault, not by every start."""
    from erp_desktop.views import crash

    crash.install(__version__)
    sys.excepthook(kind, fault, trace)


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="erp-desktop", add_help=False)
    parser.add_argument("--shop", default="")
    parser.add_argument("--page", default="")
    return parser.parse_known_args(list(argv))[0]


def _system_language() -> str:
    from PySide6.QtCore import QLocale

    return "zh_CN" if QLocale.system().name().startswith("zh") else "en"
