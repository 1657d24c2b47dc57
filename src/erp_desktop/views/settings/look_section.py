"""How the program looks and speaks: theme, rows, font size, contrast, language. Worn at once."""

from typing import Any

from erp_desktop.views import language, theme, wording
from erp_desktop.views.settings.section import Section, row_of
from erp_desktop.views.shell.menus import change_language, change_look
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.theme import Density, Scheme
from erp_desktop.views.widgets.checks import Check
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import Label, Labelled, in_a_row
from erp_desktop.views.widgets.tab_row import Segmented

translate = wording.translate


class LookSection(Section):
    """Every choice is worn as soon as it is made."""

    needed_right = ""

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(office)
        self.scheme = Segmented([
            (Scheme.LIGHT, translate("Settings", "Light")),
            (Scheme.DARK, translate("Settings", "Dark")),
            (Scheme.SYSTEM, translate("Settings", "Same as system")),
        ])  # fmt: skip
        self.density = Segmented([
            (Density.COMPACT, translate("Settings", "Compact")),
            (Density.REGULAR, translate("Settings", "Regular")),
            (Density.ROOMY, translate("Settings", "Roomy")),
        ])  # fmt: skip
        self.letters = Combo([(size, f"{size} px") for size in range(12, 19)])
        self.language = Combo(list(language.LANGUAGES.items()))
        self.contrast = Check(translate("Settings", "High contrast"))
        self.motion = Check(translate("Settings", "Movement (fades and slides)"))
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        look = self.card(translate("Settings", "Look"))
        for words, field in (
            (translate("Settings", "Theme"), self.scheme),
            (translate("Settings", "Rows in lists"), self.density),
        ):
            look.body.addWidget(Label(words, theme.LABEL, "text2"))
            look.body.addLayout(in_a_row(field, 0))
            field.setAccessibleName(words)
        look.body.addLayout(in_a_row(self.contrast, 16, self.motion, 0))
        letters = self.card(translate("Settings", "Text and language"))
        letters.body.addLayout(
            row_of(
                (Labelled(translate("Settings", "Font size"), self.letters), 1),
                (Labelled(translate("Settings", "Language of the program"), self.language), 2),
            )
        )

    def _listen(self) -> None:
        self.scheme.chosen.connect(self._wear_scheme)
        self.density.chosen.connect(self._wear_density)
        self.letters.activated.connect(self._wear_size)
        self.language.activated.connect(self._speak)
        self.contrast.clicked.connect(self._wear_contrast)
        self.motion.clicked.connect(self._wear_motion)

    def load(self) -> None:
        now = theme.choice()
        self.scheme.choose(now.scheme)
        self.density.choose(now.density)
        self.letters.choose(now.size)
        self.language.choose(language.spoken())
        self.contrast.setChecked(now.contrast)
        self.motion.setChecked(now.motion)

    def _wear_scheme(self, code: str) -> None:
        change_look(scheme=Scheme(code))

    def _wear_density(self, code: str) -> None:
        change_look(density=Density(code))

    def _wear_size(self) -> None:
        change_look(size=int(self.letters.value()))

    def _wear_contrast(self, on: Any) -> None:
        change_look(contrast=bool(on))

    def _wear_motion(self, on: Any) -> None:
        change_look(motion=bool(on))

    def _speak(self) -> None:
        change_language(str(self.language.value()))
