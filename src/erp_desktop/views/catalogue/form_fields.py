"""The fields of a product's form, and the cards they stand in."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QGridLayout, QWidget

from erp_desktop.core.barcode import whole_code
from erp_desktop.core.errors import NotANumber, RuleBroken
from erp_desktop.services.catalogue.units import check_free
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.catalogue.code_list import CodeList
from erp_desktop.views.catalogue.parts_grid import PartsGrid
from erp_desktop.views.catalogue.units_grid import UnitsGrid
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.checks import Check
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import Labelled, LineField
from erp_desktop.views.widgets.finder import Finder, Found
from erp_desktop.views.widgets.number_field import NumberField
from erp_desktop.views.widgets.panels import Card
from erp_desktop.views.widgets.rate_choice import RateChoice

translate = wording.translate
Row = tuple[tuple[str, str, QWidget, int], ...]


class FormFields:
    """Makes every field; `labelled` has them with their labels, by code."""

    def __init__(self, office: Office, find_supplier: Callable[[str], list[Found]]) -> None:
        self._office = office
        self.labelled: dict[str, Labelled] = {}
        self._words(find_supplier)
        self._numbers()
        self._choices()
        self.codes, self.units, self.parts = CodeList(), UnitsGrid(), PartsGrid(office)
        self.dynamic = Check(translate("Catalogue", "Follow what is sold (safety + days × sales)"))

    def _words(self, find_supplier: Callable[[str], list[Found]]) -> None:
        self.name, self.sku, self.unit = LineField(), LineField(), LineField()
        self.category, self.note, self.catch_unit = LineField(), LineField(), LineField()
        self.supplier = Finder(find_supplier, translate("Catalogue", "Name or code"))

    def _numbers(self) -> None:
        places, sign = figures.form().places, figures.form().symbol.strip()
        self.price = NumberField(places=places, unit=sign)
        self.cost = NumberField(places=places, unit=sign)
        self.standard_cost = NumberField(places=places, unit=sign)
        self.tax = RateChoice()
        self.minimum, self.safety, self.target = NumberField(), NumberField(), NumberField()
        days = translate("Catalogue", "days")
        self.lead_days, self.shelf_days = NumberField(unit=days), NumberField(unit=days)
        self.weight, self.volume = NumberField(unit="kg"), NumberField(unit="L")

    def _choices(self) -> None:
        self.kind = Combo([
            ("goods", translate("Catalogue", "Goods, kept in stock")),
            ("service", translate("Catalogue", "Service, no stock")),
            ("kit", translate("Catalogue", "Kit, sold as one from its parts")),
        ])  # fmt: skip
        self.negative = Combo([
            ("block", translate("Catalogue", "Refuse it")),
            ("warn", translate("Catalogue", "Allow it with a warning")),
            ("allow", translate("Catalogue", "Allow it")),
        ])  # fmt: skip
        self.costing = Combo(list(costing_words().items()))
        self.track = Combo([
            ("none", translate("Catalogue", "Not tracked")),
            ("lot", translate("Catalogue", "By lot")),
            ("serial", translate("Catalogue", "By serial number")),
        ])  # fmt: skip
        self.abc = Combo([("", "–"), ("A", "A"), ("B", "B"), ("C", "C")])
        self.purchase_unit, self.sale_unit, self.stock_unit = Combo(), Combo(), Combo()

    def offer_units(self) -> None:
        """The units to buy, sell and show stock in: the product's own first."""
        own = self.unit.text().strip()
        choices = [("", own), *((one.unit, one.unit) for one in self.units.units() if one.unit)]
        for combo in (self.purchase_unit, self.sale_unit, self.stock_unit):
            combo.fill(choices)

    def card(self, title: str, *rows: Row) -> Card:
        """A card with fields: (code, words, field, how many of 12 columns it takes)."""
        card = Card(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(10))
        for at in range(12):
            grid.setColumnStretch(at, 1)
        for line, fields in enumerate(rows):
            start = 0
            for code, words, field, share in fields:
                self.labelled[code] = Labelled(words, field)
                grid.addWidget(self.labelled[code], line, start, 1, share)
                start += share
        card.body.addLayout(grid)
        return card

    def may_have(self, code: str, product_id: int | None) -> bool:
        """Whether a barcode is no other product's; said at once, not only when all is typed."""
        try:
            self._office.ask(check_free, whole_code(code), product_id)
        except RuleBroken as broken:
            self.labelled["barcode"].refuse(wording.explain(broken))
            return False
        self.labelled["barcode"].refuse("")
        return bool(code)

    def number(self, code: str, field: NumberField) -> Decimal | None:
        """What stands in a field; a slip is said below it. Raises NotANumber."""
        try:
            return field.value()
        except NotANumber as broken:
            self.labelled[code].refuse(wording.explain(broken))
            raise

    def days(self, code: str, field: NumberField) -> int:
        """Whole days; empty is −1: none. Raises NotANumber."""
        value = self.number(code, field)
        if value is not None and value != int(value):
            broken = NotANumber(field.text())
            self.labelled[code].refuse(wording.explain(broken))
            raise broken
        return -1 if value is None else int(value)

    def clear_refusals(self) -> None:
        for labelled in self.labelled.values():
            labelled.refuse("")


def costing_words() -> dict[str, str]:
    """What the methods of costing are called."""
    return {
        "average": translate("Catalogue", "Moving average"),
        "fifo": translate("Catalogue", "First in, first out"),
        "specific": translate("Catalogue", "By lot or serial number"),
        "standard": translate("Catalogue", "Standard cost"),
    }
