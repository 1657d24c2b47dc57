"""The first run: language, the shop, how to begin, the printer. Each step can be skipped.

Nothing is made before the last step; what goes wrong there (a folder that cannot be written, a full
disk, a shop of that name) is said in the window, and the person stays where they can change it.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from erp_desktop.core import errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.shop.founding import found_shop
from erp_desktop.views import language, theme, wording
from erp_desktop.views.first_run import practice
from erp_desktop.views.first_run.choice_tile import ChoiceTile
from erp_desktop.views.first_run.founding_page import FoundingPage
from erp_desktop.views.first_run.frame import WelcomeFrame
from erp_desktop.views.first_run.printer_page import PrinterPage
from erp_desktop.views.first_run.server_dialog import ServerDialog
from erp_desktop.views.first_run.summary import Summary
from erp_desktop.views.shell.menus import change_language
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.buttons import Button, LinkButton, Look

translate = wording.translate
LANGUAGE, SHOP, DATA, PRINTER, DONE = range(5)


class FirstRun(WelcomeFrame):
    """`founded(place, then)` when there is a shop to open (`then`: "", "import" or "practice");
    `wanted_existing(path)` when the person has a shop already."""

    founded = Signal(str, str)
    wanted_existing = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._at = LANGUAGE
        self._stack = QStackedWidget()
        self.body.addWidget(self._stack, 1)
        self.shop = FoundingPage()
        self.printer = PrinterPage()
        self.summary = Summary()
        self.languages: list[ChoiceTile] = []
        self.beginnings: list[ChoiceTile] = []
        self.back = Button("", Look.GHOST, icon="arrow-left")
        self.skip = Button("", Look.GHOST)
        self.go_on = Button("", Look.PRIMARY)
        self.existing, self.server = LinkButton(""), LinkButton("")
        self._make_foot()
        self._make_pages()
        self.show_step(LANGUAGE)

    # -- building --------------------------------------------------------------------------------

    def _make_foot(self) -> None:
        self.back.clicked.connect(self._back)
        self.skip.clicked.connect(self._skip)
        self.go_on.clicked.connect(self._go_on)
        self.existing.clicked.connect(self._choose_existing)
        self.server.clicked.connect(self._choose_server)
        self.side.addWidget(self.existing)
        self.side.addWidget(self.server)
        self.foot.addWidget(self.back)
        self.foot.addStretch(1)
        self.foot.addWidget(self.skip)
        self.foot.addWidget(self.go_on)

    def _make_pages(self) -> None:
        """All pages in the language spoken now; what was typed about the shop is kept."""
        while (page := self._stack.widget(0)) is not None:
            self._stack.removeWidget(page)
            page.deleteLater()
        self.languages = [
            ChoiceTile(code, "languages", words) for code, words in _tongues_first_ours()
        ]
        for tile in self.languages:
            tile.setChecked(tile.code == language.spoken())
            tile.clicked.connect(self._speak)
        server = self.shop.server
        self.shop = FoundingPage()
        self.shop.use_server(server)
        self.beginnings = _beginnings()
        self.beginnings[0].setChecked(True)
        self.printer, self.summary = PrinterPage(), Summary()
        for page in (_column(self.languages), self.shop, _column(self.beginnings), self.printer,
                     self.summary):  # fmt: skip
            self._stack.addWidget(page)

    def _say(self) -> None:
        """The words of the frame, for the step that is seen."""
        titles = [
            translate("FirstRun", "Language"),
            translate("FirstRun", "Your shop"),
            translate("FirstRun", "First things"),
            translate("FirstRun", "Receipt printer"),
            translate("FirstRun", "Ready"),
        ]
        hints = [
            translate("FirstRun", "You can change it later without a restart."),
            translate(
                "FirstRun", "Currency and cost are chosen once; all else can be changed later."
            ),
            translate("FirstRun", "How would you like to begin?"),
            translate("FirstRun", "Set it up now, or later in the settings."),
            translate(
                "FirstRun",
                "This is what will be made. Currency and cost stay; all else can change.",
            ),
        ]
        if self.beginning() == "practice":
            hints[DONE] = translate("FirstRun", "Your own shop can be made from there at any time.")
        self.title.setText(titles[self._at])
        self.hint.setText(hints[self._at])
        self.show_steps(titles, self._at)
        self.back.setText(translate("FirstRun", "Back"))
        self.skip.setText(translate("FirstRun", "Skip"))
        self.go_on.setText(
            translate("FirstRun", "Open the shop")
            if self._at == DONE
            else translate("FirstRun", "Continue")
        )
        self.existing.setText(translate("FirstRun", "Open a shop that exists…"))
        self.server.setText(translate("FirstRun", "Open a shop on a server…"))
        for button in (self.back, self.skip, self.go_on, self.existing, self.server):
            button.updateGeometry()

    # -- going on --------------------------------------------------------------------------------

    def show_step(self, at: int) -> None:
        self._at = at
        self._stack.setCurrentIndex(at)
        self.back.setVisible(at != LANGUAGE)
        self.skip.setVisible(at != DONE)
        self.printer.shop_name = self.shop.command().name
        if at == DONE:
            self.summary.show_plan(self.shop, self._chosen(self.beginnings), self.printer.device())
        self._say()
        first: dict[int, QWidget] = {
            LANGUAGE: self._chosen(self.languages), SHOP: self.shop.name.field,
            DATA: self._chosen(self.beginnings), PRINTER: self.printer.form.way,
        }  # fmt: skip
        first.get(at, self.go_on).setFocus()

    @staticmethod
    def _chosen(tiles: list[ChoiceTile]) -> ChoiceTile:
        return next(tile for tile in tiles if tile.isChecked())

    def _back(self) -> None:
        self.notice.clear()
        self.show_step(self._at - 1)

    def _skip(self) -> None:
        if self._at == SHOP:
            self.shop.skip()
        self.show_step(self._at + 1)

    def _go_on(self) -> None:
        if self._at == SHOP and not self.shop.ready():
            return
        if self._at == DONE:
            self.found()
        else:
            self.show_step(self._at + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go_on()
            return
        super().keyPressEvent(event)

    def _speak(self) -> None:
        tile = self.sender()
        if isinstance(tile, ChoiceTile) and tile.code != language.spoken():
            change_language(tile.code)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "existing"):
            self._make_pages()
            self.show_step(self._at)
        super().changeEvent(event)

    # -- founding --------------------------------------------------------------------------------

    def beginning(self) -> str:
        """How the person wants to begin: empty, import or practice."""
        return next(tile.code for tile in self.beginnings if tile.isChecked())

    def found(self) -> None:
        """Make the shop and hand it on; a refusal leads back to where it can be answered."""
        self.notice.clear()
        if self.beginning() == "practice":
            self.founded.emit(practice.free_place(str(self.shop.folder())), "practice")
            return
        place = self.shop.place()
        try:
            if not self.shop.server:
                _make_folder(self.shop.folder())
            found_shop(place, self.shop.command()).close()
        except RuleBroken as broken:
            self.refuse(broken)
            return
        self.founded.emit(place, "import" if self.beginning() == "import" else "")

    def refuse(self, broken: RuleBroken) -> None:
        """Say why not, with the ways out."""
        answers = [Answer(translate("FirstRun", "Change name or folder"), self._change_place)]
        if isinstance(broken, errors.ShopExists):
            answers.insert(0, Answer(translate("FirstRun", "Open that shop"), self._open_there))
        self.notice.refuse(wording.explain(broken), answers)

    def _change_place(self) -> None:
        self.show_step(SHOP)

    def _open_there(self) -> None:
        self.wanted_existing.emit(self.shop.place())

    def _choose_existing(self) -> None:
        title = translate("FirstRun", "Open a shop")
        kinds = translate("FirstRun", "Shops (*.shop);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, title, str(self.shop.folder()), kinds)
        if path:
            self.wanted_existing.emit(path)

    def _choose_server(self) -> None:
        dialog = ServerDialog(self.shop.server, self)
        dialog.wanted.connect(self.wanted_existing)
        dialog.bare.connect(self.found_on)
        dialog.open()

    def found_on(self, server: str) -> None:
        """The new shop will live in this database of a server."""
        self.shop.use_server(server)
        self.show_step(SHOP)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise errors.ShopReadOnly(folder) from fault


def _tongues_first_ours() -> list[tuple[str, str]]:
    return sorted(language.LANGUAGES.items(), key=lambda pair: pair[0] == "en")


def _beginnings() -> list[ChoiceTile]:
    return [
        ChoiceTile(
            "empty",
            "store",
            translate("FirstRun", "Start empty"),
            translate("FirstRun", "Enter products as you go; the first one takes a minute."),
        ),
        ChoiceTile(
            "import",
            "file-spreadsheet",
            translate("FirstRun", "Bring my data from Excel"),
            translate("FirstRun", "Products, customers, suppliers, stock: looked over first."),
        ),
        ChoiceTile(
            "practice",
            "sparkles",
            translate("FirstRun", "Look around in the practice shop"),
            translate("FirstRun", "A gift shop's real sales; nothing there is for keeps."),
        ),
    ]


def _column(tiles: list[ChoiceTile]) -> QWidget:
    page = QWidget()
    box = QVBoxLayout(page)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(theme.px(10))
    for tile in tiles:
        box.addWidget(tile)
    box.addStretch(1)
    return page
