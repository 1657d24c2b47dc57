"""The settings: a list of sections at the left, one of them at the right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from erp_desktop.views import icons, theme, wording
from erp_desktop.views.cards.scrolled import Scrolled
from erp_desktop.views.office import Office
from erp_desktop.views.settings.backup_section import BackupSection
from erp_desktop.views.settings.books_section import BooksSection
from erp_desktop.views.settings.buying_section import BuyingSection
from erp_desktop.views.settings.imports_section import ImportsSection
from erp_desktop.views.settings.keys_section import KeysSection
from erp_desktop.views.settings.look_section import LookSection
from erp_desktop.views.settings.modules_section import ModulesSection
from erp_desktop.views.settings.numbers_section import NumbersSection
from erp_desktop.views.settings.people_section import PeopleSection, WarehousesSection
from erp_desktop.views.settings.prices_section import PricesSection
from erp_desktop.views.settings.printers_section import PrintersSection
from erp_desktop.views.settings.returns_section import ReturnsSection
from erp_desktop.views.settings.scanner_section import ScannerSection
from erp_desktop.views.settings.section import Section
from erp_desktop.views.settings.sections import ICONS, section_words
from erp_desktop.views.settings.shop_section import ShopSection
from erp_desktop.views.settings.taxes_section import TaxesSection
from erp_desktop.views.settings.till_section import TillSection
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.page import PAGE_MARGIN, Page

translate = wording.translate


class SectionButton(QAbstractButton):
    """A section's name at the left."""

    def __init__(self, words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._hovered = icon, False
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(180), theme.px(34))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        chosen = self.isChecked()
        if chosen or self._hovered:
            ink.frame(painter, self.rect(), theme.px(7), t.sel if chosen else t.hover)
        size = theme.px(16)
        box = QRectF(theme.px(10), round((self.height() - size) / 2), size, size)
        icons.draw(painter, self._icon, t.accent_text if chosen else t.text2, box)
        room = QRectF(theme.px(36), 0, self.width() - theme.px(40), self.height())
        kind = theme.BOLD if chosen else theme.BODY
        ink.text(painter, self.text(), room, kind, t.accent_text if chosen else t.text)
        if self.hasFocus():
            ink.focus_ring(painter, self.rect(), theme.px(7))


Maker = Callable[[ShopOffice], Section]
SECTIONS: Sequence[tuple[str, Maker]] = (
    ("shop", ShopSection),
    ("taxes", TaxesSection),
    ("prices", PricesSection),
    ("look", LookSection),
    ("keys", KeysSection),
    ("modules", ModulesSection),
    ("people", PeopleSection),
    ("warehouses", WarehousesSection),
    ("buying", BuyingSection),
    ("numbers", NumbersSection),
    ("printers", PrintersSection),
    ("till", TillSection),
    ("returns", ReturnsSection),
    ("scanner", ScannerSection),
    ("books", BooksSection),
    ("backup", BackupSection),
    ("imports", ImportsSection),
)


class SettingsPage(Page):
    """`show_section(code)` shows one and gives it; sections are made when first seen."""

    def __init__(self, office: Office) -> None:
        super().__init__(office, translate("Page", "Settings"))
        self._role = "ground"
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._sections: dict[str, Section] = {}
        self._holders: dict[str, QWidget] = {}
        self._lay_out()
        self._group.idClicked.connect(self._clicked)
        self.show_section("shop")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        margin = theme.px(PAGE_MARGIN)
        row.setContentsMargins(margin - theme.px(10), 0, 0, 0)
        row.setSpacing(theme.px(24))
        names = QVBoxLayout()
        names.setSpacing(theme.px(2))
        words = section_words()
        for at, (code, _) in enumerate(SECTIONS):
            button = SectionButton(words[code], ICONS[code])
            button.setFixedWidth(theme.px(190))
            self._group.addButton(button, at)
            names.addWidget(button)
        names.addStretch(1)
        row.addLayout(names)
        row.addWidget(self._stack, 1)
        self.body.addLayout(row, 1)

    def show_section(self, code: str) -> Section:
        """Show a section."""
        code = code if code in section_words() else "shop"
        at = next(at for at, section in enumerate(SECTIONS) if section[0] == code)
        self._group.button(at).setChecked(True)
        if code not in self._sections:
            self._make(code, SECTIONS[at][1])
        self._stack.setCurrentWidget(self._holders[code])
        self._load(code)
        for one, section in self._sections.items():
            if section.keeper is not None:
                section.keeper.setVisible(one == code)
        return self._sections[code]

    def _make(self, code: str, maker: Maker) -> None:
        if not isinstance(self.office, ShopOffice):
            raise TypeError(self.office)
        section = maker(self.office)
        section.said.connect(self._say)
        if section.keeper is not None:
            self.header.add(section.keeper)
        sheet = QWidget()
        box = QHBoxLayout(sheet)
        box.setContentsMargins(0, 0, theme.px(PAGE_MARGIN), theme.px(20))
        box.addWidget(section)
        holder = Scrolled(sheet)
        self._sections[code], self._holders[code] = section, holder
        self._stack.addWidget(holder)

    def _clicked(self, at: int) -> None:
        self.show_section(SECTIONS[at][0])

    def _say(self, words: str) -> None:
        self.said.emit(words, "", None)

    def load(self) -> None:
        for code, holder in self._holders.items():
            if holder is self._stack.currentWidget():
                self._load(code)

    def _load(self, code: str) -> None:
        self._sections[code].load()
        self._sections[code].keep_guard()

    def take_scan(self, code: str) -> bool:
        return self._sections[self.memory()].take_scan(code)

    def memory(self) -> str:
        return SECTIONS[self._group.checkedId()][0]

    def recall(self, memory: object) -> None:
        if isinstance(memory, str) and memory:
            self.show_section(memory)
