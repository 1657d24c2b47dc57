"""The window of an opened shop: the pages of all wings, the palette, the scanner, the lights."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QEventLoop, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout

from erp_desktop.core.later import loaded_later
from erp_desktop.services.unit_of_work import UnitOfWork
from erp_desktop.views import costs, currencies, figures, language, memory, wording
from erp_desktop.views.main_window import MainWindow
from erp_desktop.views.pages import PageSpec
from erp_desktop.views.session import Session
from erp_desktop.views.shell.menus import Command
from erp_desktop.views.shell.scan_routes import takes_scans
from erp_desktop.views.shop_office import ShopOffice

if TYPE_CHECKING:
    from erp_desktop.services.catalogue import scanning
    from erp_desktop.views import stranger
    from erp_desktop.views.books_light import BooksLight
    from erp_desktop.views.notices import NoticeBoard
    from erp_desktop.views.others import OtherTills
    from erp_desktop.views.palette_search import Command as Doing
    from erp_desktop.views.scanner import ScanFilter
    from erp_desktop.views.shell.lights import ShopLights
    from erp_desktop.views.shell.status import Light
else:
    scanning = loaded_later("erp_desktop.services.catalogue.scanning")
    stranger = loaded_later("erp_desktop.views.stranger")

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP
WARM_AFTER = 600  # milliseconds after the first paint
CLOSE_AGAIN = 50  # milliseconds, while a change waits for its turn


class ShopWindow(MainWindow):
    """`begin` shows the first page and starts what runs beside it; closing lets go of the shop.

    `shop_wanted(place)` asks for another shop, such as one restored from a backup.
    """

    shop_wanted = Signal(str)

    def __init__(
        self, work: UnitOfWork, specs: Sequence[PageSpec], commands: Sequence[Command] = (),
        new_shop: Callable[[], object] | None = None,
    ) -> None:  # fmt: skip
        self._open, self._begun, self._shut = True, False, False
        self.office = ShopOffice(work)
        wear_shop(self.office)
        facts = self.office.facts
        super().__init__(
            self.office, specs, shop=facts.name, person=facts.person,
            commands=(*commands, *self._own_commands()),
        )  # fmt: skip
        self.office.setParent(self)
        self.scans: ScanFilter | None = None
        self.session = Session(self.office, self.sheets, self)
        self.top.bell.clicked.connect(self.show_notices)
        self.top.person.clicked.connect(partial(self.change_person, None))
        self.searched.connect(self.show_palette)
        self.light_asked.connect(self.show_light_page)
        self.unscanned.connect(self.find_scanned)
        self.office.changed.connect(self._read_facts)
        self.office.shop_wanted.connect(self.shop_wanted)
        self.office.turns.long_wait.connect(self._show_turn)
        if facts.practice:
            show_practice(self, new_shop)
        self.leave_out(self._left_out())

    # -- beginning and ending --------------------------------------------------------------------

    def begin(self, page: str = "", then: str = "") -> None:
        """Show the first page, or what was open; before it whoever has a PIN says who they are."""
        go_on, self._shut = partial(self._begin, page, then), self.office.facts.guarded
        self.change_person(go_on) if self._shut else go_on()

    def change_person(self, then: Callable[[], object] | None = None) -> None:
        """Cover the window until somebody says who works here from now on."""
        from erp_desktop.views.signing_in import SignIn

        SignIn(self, then).ask()

    def _begin(self, page: str, then: str) -> None:
        """What is slow comes after the first paint."""
        back = self.session.come_back()
        if page or not back:
            self.show_page(page or "home")
        self._begun, shut, self._shut = True, self._shut, False
        self._hear_scans()
        if shut and self._painted:
            self._go_live()
        if then == "import":
            QTimer.singleShot(0, self, self.show_import)

    def settle(self) -> None:
        """Behind the first paint: the scanner, the lights, and what the bell rings for."""
        super().settle()
        if self._open and not self._shut:
            self._go_live()

    def _go_live(self) -> None:
        self._hear_scans()
        self._show_lights()
        self.session.watch()
        QTimer.singleShot(WARM_AFTER, self, self._warm_up)

    @cached_property
    def lights(self) -> "ShopLights":
        """The lights of the status bar, from the first one on."""
        from erp_desktop.views.shell.lights import ShopLights

        made = ShopLights(self.office, self)
        made.shown.connect(self.show_light)
        made.gone.connect(self.status.hide_light)
        return made

    @cached_property
    def books_light(self) -> "BooksLight":
        """The light that says whether the books balance."""
        from erp_desktop.views.books_light import BooksLight

        made = BooksLight(self.office, self)
        made.shown.connect(self._show_books)
        return made

    @cached_property
    def notices(self) -> "NoticeBoard":
        """What the bell rings for."""
        from erp_desktop.views.notices import NoticeBoard

        made = NoticeBoard(self.office, self)
        made.changed.connect(self._ring)
        return made

    @cached_property
    def others(self) -> "OtherTills":
        """What other tills, and other windows, do to the shop."""
        from erp_desktop.views.others import OtherTills

        made = OtherTills(self.office, self)
        made.away.connect(self.lights.show_lost)
        made.back.connect(self.lights.show_database)
        return made

    def _hear_scans(self) -> None:
        app = QApplication.instance()
        ready = self._begun and self._painted and self.scans is None
        if ready and isinstance(app, QApplication):
            from erp_desktop.views.scanner import ScanFilter

            self.scans = ScanFilter(app, lambda code: self.office.ask(scanning.known_code, code))
            self.scans.scanned.connect(self.take_scan)
            self.scans.scanned.connect(self.lights.scanned)

    def _warm_up(self) -> None:
        """Ask in threads what takes a while: whether the books balance, what waits, the backup."""
        if self._open and self._begun:
            self.books_light.check()
            self.notices.check()
            self.lights.begin()
            self.others.begin()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and not self._open:
            return  # the shop is closed: its pages have nothing to read any more
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.office.turns.waiting():  # what was handed in comes first, or is given up
            event.ignore()
            QTimer.singleShot(CLOSE_AGAIN, self, self.close)
            return
        self._open = False
        if not self._shut:
            self.session.end()
        if self.scans is not None:
            app = QApplication.instance()
            if app is not None:
                app.removeEventFilter(self.scans)
            self.scans.deleteLater()
            self.scans = None
        super().closeEvent(event)
        for part in (self.books_light, self.notices, self.lights, self.others):
            part.stop()
        # what pages wanted to read in a moment is read now, while there is a shop to read
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self.office.close()

    # -- commands --------------------------------------------------------------------------------

    def _own_commands(self) -> list[Command]:
        settings, page = self.show_settings, self.show_page
        tasks = [Command("help", mark("Menu", "First tasks"), partial(page, "practice"))]
        return [
            *(tasks if self.office.facts.practice else ()),
            Command("file", mark("Menu", "Import…"), self.show_import, "Ctrl+Shift+I"),
            Command("file", mark("Menu", "Drafts"), partial(page, "drafts"), "Ctrl+Shift+D"),
            Command("file", mark("Menu", "Change person…"), partial(self.change_person, None)),
            Command("file", mark("Menu", "Back up now"), self.back_up),
            Command("file", mark("Menu", "Restore a backup…"), self.restore_backup),
            Command("tools", mark("Menu", "Check the books"), partial(settings, "books")),
            Command("tools", mark("Menu", "Imports so far"), partial(settings, "imports")),
            Command("tools", mark("Menu", "Label designer"), partial(page, "label_design")),
            Command("help", mark("Menu", "About this page"), self.show_manual, "Shift+F1"),
            Command("help", mark("Menu", "Keys"), self.show_keys, "F1"),
            Command("help", mark("Menu", "About ERP Desktop"), self.show_about),
        ]

    def show_palette(self) -> None:
        from erp_desktop.views.palette import Palette
        from erp_desktop.views.palette_acts import PaletteActs
        from erp_desktop.views.palette_search import Finding

        finding = Finding(self.office, self.palette_commands(), PaletteActs(self))
        palette = Palette(finding, self, usable=takes_scans(self.sheets))
        palette.wanted.connect(self.show_page)
        palette.used.connect(self.take_scan)
        palette.open_over(self)

    def palette_commands(self) -> "list[Doing]":
        """Pages to go to, things to make, reports, and what the menus offer."""
        from erp_desktop.views.palette_commands import commands_of

        off = self._left_out()
        specs = [spec for spec in self._specs if spec.code not in off]
        return commands_of(specs, self.top.menus, self.sheets.current(), self.show_settings)

    def show_import(self) -> None:
        from erp_desktop.views.import_dialog import ImportDialog

        ImportDialog(self.office, self).open()

    def back_up(self) -> None:
        self.show_settings("backup").back_up()

    def restore_backup(self) -> None:
        self.show_settings("backup").choose_file()

    def show_settings(self, section: str) -> Any:
        """The settings, at one of their sections."""
        page: Any = self.show_page("settings")
        return page.show_section(section)

    def show_light_page(self, code: str) -> None:
        """What is behind a light of the status bar."""
        button = self.status.light(code)
        from erp_desktop.views.shell.lights import SECTIONS

        if code == "jobs" and button is not None:
            from erp_desktop.views.shell.jobs_panel import JobsPanel

            JobsPanel(self.office.jobs, self).hang_from(button)
            return
        self.show_settings(SECTIONS.get(code, "shop"))

    def show_notices(self) -> None:
        """What waits, below the bell."""
        from erp_desktop.views.shell.bell_panel import BellPanel

        panel = BellPanel(self.notices, self)
        panel.wanted.connect(self._follow)
        panel.hang_from(self.top.bell)

    def _follow(self, page: str, key: Any) -> None:
        if page == "settings":
            self.show_settings(str(key))
        else:
            self.show_page(page, key)

    def _ring(self) -> None:
        self.top.bell.show_news(news=self.notices.news())

    def _show_books(self, light: "Light") -> None:
        self.show_light(light)
        self.notices.tell_books(differ=light.good is False)

    def _show_turn(self) -> None:
        """A change waits for its turn: said in the window that the person looks at."""
        from erp_desktop.views.shell.turn_panel import TurnPanel

        looked_at = QApplication.activeModalWidget() or QApplication.activeWindow()
        TurnPanel(self.office, looked_at or self)

    def show_keys(self) -> None:
        from erp_desktop.views.keys_sheet import KeysSheet

        sheet = KeysSheet(self)
        sheet.accepted.connect(self.show_manual)
        sheet.open()

    def show_manual(self) -> None:
        """The manual, at what is written about the page that is seen."""
        here = self.sheets.place()
        page: Any = self.show_page("manual")
        if here != "manual":
            page.show_for(here)

    def show_about(self) -> None:
        from erp_desktop.views.keys_sheet import about

        about(self).open()

    def find_scanned(self, code: str) -> None:
        """A scan that the seen page had no use for: show the product, or offer to make it."""
        page = self.sheets.current()
        product_id = stranger.product_of(self.office, page, code, self.take_scan)
        if product_id is not None:
            self.show_page("product", product_id)

    # -- showing ---------------------------------------------------------------------------------

    def _read_facts(self) -> None:
        facts = self.office.facts
        self.show_shop(facts.name, facts.person)
        if facts.costs != costs.seen():
            costs.show(seen=facts.costs)
            QTimer.singleShot(0, self, self.sheets.rebuild)
        self.leave_out(self._left_out())

    def _left_out(self) -> frozenset[str]:
        """Pages that are switched off, or about costs that the person must not know."""
        closed = frozenset(spec.code for spec in self._specs if spec.closed)
        return self.office.facts.modules_off | closed

    def _speak(self) -> None:
        super()._speak()
        if self._open and self._painted:
            self._show_lights()

    def _show_lights(self) -> None:
        self.books_light.tell()
        self.lights.show_all()


def show_practice(window: ShopWindow, new_shop: Callable[[], object] | None) -> None:
    """A practice shop can never be mistaken for the real one."""
    ground = window.centralWidget()
    layout = ground.layout() if ground is not None else None
    if isinstance(layout, QVBoxLayout):
        from erp_desktop.views.noticing import TaskNotes
        from erp_desktop.views.shell.practice_strip import PracticeStrip

        strip = PracticeStrip(new_shop)
        strip.tasks.clicked.connect(lambda: window.show_page("practice"))
        layout.insertWidget(0, strip)
        window.sheets.turned.connect(TaskNotes(window.office, window).saw)


def wear_shop(office: ShopOffice) -> None:
    """Write figures as this shop does, and speak its language unless a person chose another."""
    facts = office.facts
    costs.show(seen=facts.costs)
    spoken = str(memory.recalled("language", "") or facts.language)
    figures.use(figures.Form(spoken, currencies.sign(facts.currency), facts.places))
    if spoken != language.spoken():
        language.speak(spoken)
