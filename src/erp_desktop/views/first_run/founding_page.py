"""What the first run asks about the shop: its name, currency, tax, and where its file lies."""

import re
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.server_address import read_address
from erp_desktop.services.shop.founding import FoundShop
from erp_desktop.views import currencies, language, theme, wording
from erp_desktop.views.widgets.buttons import LinkButton
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import Label, Labelled, LineField
from erp_desktop.views.widgets.number_field import NumberField

translate = wording.translate


def shops_folder() -> Path:
    """Where new shops lie when nobody says otherwise."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents) or Path.home()) / "ERP Desktop"


class FoundingPage(QWidget):
    """`command()` and `place()` are what the shop is founded with; `ready()` refuses inline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = shops_folder()
        self.server = ""  # the URL, where the shop is to live on a server
        self.name = Labelled(translate("FirstRun", "Name of the shop"), LineField())
        self.currency = Combo(currencies.choices())
        self.currency.choose("CNY" if language.spoken().startswith("zh") else "GBP")
        self.tax = NumberField(unit="%")
        self.tax.changed.connect(self._tax_typed)
        self._own_tax = False
        self.included = Combo(
            [
                (True, translate("FirstRun", "Prices contain the tax")),
                (False, translate("FirstRun", "The tax comes on top of prices")),
            ]
        )
        self.valuation = Combo([
            ("warehouse", translate("FirstRun", "Each warehouse has its own cost (usual)")),
            ("shop", translate("FirstRun", "One cost for the whole shop")),
        ])  # fmt: skip
        self._place = Label("", theme.HINT, "text2")
        self._place.setWordWrap(True)
        self.name.field.textEdited.connect(self._show_place)  # type: ignore[attr-defined]
        self.currency.activated.connect(self._usual_tax)
        self._lay_out()
        self._usual_tax()
        self._show_place()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(14))
        box.addWidget(self.name)
        money = QHBoxLayout()
        money.setSpacing(theme.px(12))
        self.taxed = Labelled(translate("FirstRun", "Usual tax rate"), self.tax)
        money.addWidget(Labelled(translate("FirstRun", "Currency"), self.currency), 2)
        money.addWidget(self.taxed, 1)
        money.addWidget(Labelled(translate("FirstRun", "Sale prices"), self.included), 2)
        box.addLayout(money)
        box.addWidget(Labelled(translate("FirstRun", "What stock costs"), self.valuation))
        words = translate(
            "FirstRun",
            "Per warehouse, goods carry their cost along when they are moved; for the whole shop,"
            " a product costs the same everywhere. With one warehouse it makes no difference."
            " This is chosen once.",
        )
        hint = Label(words, theme.HINT, "text2")
        hint.setWordWrap(True)
        box.addWidget(hint)
        box.addStretch(1)
        where = QHBoxLayout()
        where.addWidget(self._place, 1)
        change = LinkButton(translate("FirstRun", "Choose another folder"))
        change.clicked.connect(self._choose_folder)
        where.addWidget(change)
        box.addLayout(where)

    # -- what was asked --------------------------------------------------------------------------

    def ready(self) -> bool:
        """Whether the shop could be founded so; what is missing is said below its field."""
        name_there = bool(self._name())
        said = "" if name_there else translate("FirstRun", "Give the shop a name")
        self.name.refuse(said)
        try:
            self.tax.value()
            wrong = ""
        except RuleBroken as broken:
            wrong = wording.explain(broken)
        self.taxed.refuse(wrong)
        return name_there and not wrong

    def skip(self) -> None:
        """Nobody wants to say: a shop with an everyday name."""
        if not self._name():
            self._line().setText(translate("FirstRun", "My shop"))
        self._show_place()

    def command(self) -> FoundShop:
        return FoundShop(
            name=self._name(),
            currency=str(self.currency.value()),
            language=language.spoken(),
            tax=self.tax.value() or Decimal(0),
            prices_include_tax=bool(self.included.value()),
            valuation=str(self.valuation.value()),
        )

    def folder(self) -> Path:
        """Where a shop that is a file will lie."""
        return self._folder

    def place(self) -> str:
        """The path of the file that the shop will be, or the server's URL."""
        if self.server:
            return self.server
        plain = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", self._name()).strip(" .") or "shop"
        return str(self._folder / f"{plain}.shop")

    def choose_folder(self, folder: Path) -> None:
        """The shop will be a file in this folder."""
        self._folder, self.server = folder, ""
        self._show_place()

    def use_server(self, server: str) -> None:
        """Put the shop on a server; "" for a file."""
        self.server = server
        self._show_place()

    # -- hands -----------------------------------------------------------------------------------

    def _line(self) -> LineField:
        field = self.name.field
        if not isinstance(field, LineField):
            raise TypeError(field)
        return field

    def _name(self) -> str:
        return self._line().text().strip()

    def _tax_typed(self) -> None:
        self._own_tax = True

    def _usual_tax(self) -> None:
        if not self._own_tax:
            usual = currencies.USUAL_TAX.get(str(self.currency.value()), "0")
            self.tax.set_value(Decimal(usual))

    def where(self) -> str:
        """The place as a person reads it; no password in it."""
        server = read_address(self.server)
        return server.called() if server else self.place()

    def _show_place(self) -> None:
        words = (
            translate("FirstRun", "The shop lives on a server: {0}") if self.server
            else translate("FirstRun", "The shop is one file: {0}")
        )  # fmt: skip
        self._place.setText(words.format(self.where()))
        self._place.setToolTip(self.where())

    def _choose_folder(self) -> None:
        title = translate("FirstRun", "Choose another folder")
        folder = QFileDialog.getExistingDirectory(self, title, str(self._folder.parent))
        if folder:
            self.choose_folder(Path(folder))
