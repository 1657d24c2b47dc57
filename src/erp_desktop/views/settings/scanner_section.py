"""The scanner: what it sounds like, the layouts of the shop's scales, and a place to try it."""

from typing import NamedTuple

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from erp_desktop.core import clock
from erp_desktop.core.errors import DamagedCode
from erp_desktop.core.money import quantity
from erp_desktop.services.catalogue.scanning import (
    Scanned,
    by_code,
    save_scale_codes,
    scale_codes,
)
from erp_desktop.views import figures, scan_sound, theme, wording
from erp_desktop.views.scan_sound import Sound
from erp_desktop.views.settings.section import Section
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.document_page import ScanEcho
from erp_desktop.views.widgets.fields import Labelled, LineField, in_a_row
from erp_desktop.views.widgets.panels import Card
from erp_desktop.views.widgets.tab_row import Segmented

translate = wording.translate
ROOM = 6  # layouts that can be written down


class Preset(NamedTuple):
    """A layout that many scales print."""

    words: str
    pattern: str


class ScannerSection(Section):
    """The sound is chosen at once; the layouts are saved by their button."""

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(office)
        self.sound = Segmented([
            (Sound.NONE, translate("Settings", "Silent")),
            (Sound.TROUBLE, translate("Settings", "When a scan is not taken")),
            (Sound.EVERY, translate("Settings", "Every scan")),
        ])  # fmt: skip
        self.layouts = [LineField() for _ in range(ROOM)]
        self.presets = Combo()
        self.code = LineField(translate("Settings", "Scan or type a code"), icon="scan-barcode")
        self.told = ScanEcho()
        self._shown = False
        self._sound_card()
        self._scale_card()
        self._try_card()
        self._listen()

    def _sound_card(self) -> None:
        words = translate("Settings", "Sound")
        card = self.card(words, free=True)
        card.body.addLayout(in_a_row(self.sound, 0))
        self.sound.setAccessibleName(words)

    def _scale_card(self) -> None:
        hint = translate(
            "Settings",
            "How your scales write weight or amount into a code. The digits it begins with stand "
            "as they are, in brackets where they belong to the item. Then one letter a digit: "
            "{0} item, {1} weight, {2} amount, {3} pieces, {4} any, {5} check digit that must be "
            "right. A point shows where the decimals begin.",
        ).format("I", "W", "P", "N", "X", "C")
        card = self.card(translate("Settings", "Weight and price codes"), hint)
        grid = QGridLayout()
        grid.setSpacing(theme.px(8))
        for at, field in enumerate(self.layouts):
            field.setAccessibleName(translate("Settings", "Layout {0}").format(at + 1))
            grid.addWidget(field, at // 2, at % 2)
        card.body.addLayout(grid)
        self._presets(card)

    def _presets(self, card: Card) -> None:
        """Layouts to begin with."""
        words = translate("Settings", "Add a usual layout")
        self.presets.fill([("", words), *((one.pattern, one.words) for one in _usual())])
        self.presets.setAccessibleName(words)
        self.has_save()
        row = QHBoxLayout()
        row.addWidget(self.presets)
        row.addStretch(1)
        card.body.addLayout(row)

    def _try_card(self) -> None:
        card = self.card(
            translate("Settings", "Try it"),
            translate("Settings", "Scan anything while this page is open: it says what it reads."),
        )
        card.body.addWidget(Labelled(translate("Settings", "Code"), self.code))
        card.body.addWidget(self.told)

    def _listen(self) -> None:
        self.sound.chosen.connect(self._choose_sound)
        self.presets.activated.connect(self._add_preset)
        self.code.returnPressed.connect(self._typed)

    def load(self) -> None:
        self.sound.choose(scan_sound.chosen())
        if self._shown:
            return
        self._shown = True
        self._show_layouts(self.office.ask(scale_codes))

    def save(self) -> None:
        """Keep the layouts; one that cannot be read is said and nothing is kept."""
        texts = [field.text() for field in self.layouts if field.text().strip()]
        if self.hand_in(save_scale_codes, texts, translate("Settings", "Saved")):
            self._show_layouts(self.office.ask(scale_codes))

    def take_scan(self, code: str) -> bool:
        """Say what was read."""
        self.code.setText(code)
        try:
            found = self.office.ask(by_code, code)
        except DamagedCode as broken:
            self.told.say(code, wording.explain(broken), good=False)
            return True
        if found is None:
            self.told.say(code, translate("Settings", "is no product we know"), good=False)
        else:
            self.told.say(found.product.name, read_words(found), undo=False)
        return True

    def _show_layouts(self, texts: list[str]) -> None:
        for at, field in enumerate(self.layouts):
            field.setText(texts[at] if at < len(texts) else "")

    def _choose_sound(self, code: str) -> None:
        scan_sound.choose(Sound(code))
        scan_sound.play(taken=True)

    def _add_preset(self) -> None:
        """The first empty line takes it."""
        pattern = str(self.presets.value() or "")
        empty = next((field for field in self.layouts if not field.text().strip()), None)
        if pattern and empty is not None:
            empty.setText(pattern)
        self.presets.choose("")

    def _typed(self) -> None:
        self.take_scan(self.code.text().strip())
        self.code.selectAll()


def read_words(found: Scanned) -> str:
    """How much, of which lot, until when."""
    parts = [f"{figures.quantity(quantity(found.quantity))} {found.product.unit}"]
    if found.lot:
        parts.append(translate("Settings", "lot {0}").format(found.lot))
    if found.serial:
        parts.append(translate("Settings", "serial {0}").format(found.serial))
    if found.expires_on:
        until = figures.day(clock.day_date(found.expires_on))
        parts.append(translate("Settings", "expires {0}").format(until))
    return " · ".join(parts)


def _usual() -> list[Preset]:
    return [
        Preset(translate("Settings", "13 digits, weight (begins with 21)"), "21IIIIIWW.WWWC"),
        Preset(translate("Settings", "13 digits, amount (begins with 22)"), "22IIIIIPPP.PPC"),
        Preset(
            translate("Settings", "18 digits, amount and weight (begins with 26)"),
            "26IIIIIPPP.PPWW.WWWC",
        ),
    ]
