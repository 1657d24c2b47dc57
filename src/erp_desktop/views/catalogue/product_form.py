"""Entering or changing a product: everything on one page, the usual things first.

What is refused is said below the field it concerns; nothing typed is lost.
"""

from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import (
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from erp_desktop.core import errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.reports.product_card import ProductCard, product_card
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.partners.partners import find_partners, partner
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.cards.scrolled import Scrolled
from erp_desktop.views.catalogue.code_list import CodeList
from erp_desktop.views.office import Office
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import Labelled, LineField
from erp_desktop.views.widgets.finder import Finder, Found
from erp_desktop.views.widgets.number_field import NumberField
from erp_desktop.views.widgets.page import PAGE_MARGIN, Page
from erp_desktop.views.widgets.panels import Card

translate = wording.translate
WIDE = 760


class ProductForm(Page):
    """`key` is a product's id, a scanned code for a new product, or None."""

    def __init__(self, office: Office, key: Any = None) -> None:
        super().__init__(office, translate("Catalogue", "New product"))
        self._id = key if isinstance(key, int) else None
        self._version: int | None = None
        self._scanned = key if isinstance(key, str) else ""
        self._fields: dict[str, Labelled] = {}
        self._role = "ground"
        self._make_fields()
        self._lay_out()
        self.action(translate("Catalogue", "Cancel"), self.done.emit, look=Look.GHOST)
        self.action(
            translate("Catalogue", "Save"), self.save,
            look=Look.PRIMARY, icon="check", shortcut="Ctrl+Return",
        )  # fmt: skip

    # -- building --------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        places = figures.form().places
        self.name = LineField()
        self.sku = LineField()
        self.kind = Combo([
            ("goods", translate("Catalogue", "Goods, kept in stock")),
            ("service", translate("Catalogue", "Service, no stock")),
        ])  # fmt: skip
        self.unit = LineField()
        self.category = LineField()
        self.price = NumberField(places=places, unit=figures.form().symbol.strip())
        self.cost = NumberField(places=places, unit=figures.form().symbol.strip())
        self.tax = NumberField(unit="%")
        self.minimum = NumberField()
        self.negative = Combo([
            ("block", translate("Catalogue", "Refuse it")),
            ("warn", translate("Catalogue", "Allow it with a warning")),
            ("allow", translate("Catalogue", "Allow it")),
        ])  # fmt: skip
        self.supplier = Finder(self._find_supplier, translate("Catalogue", "Name or code"))
        self.note = LineField()
        self.codes = CodeList()

    def _lay_out(self) -> None:
        column = QWidget()
        column.setFixedWidth(theme.px(WIDE))
        box = QVBoxLayout(column)
        box.setContentsMargins(0, theme.px(4), 0, theme.px(24))
        box.setSpacing(theme.px(12))
        for card in (self._basics(), self._money(), self._stock(), self._more()):
            box.addWidget(card)
        box.addStretch(1)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(theme.px(PAGE_MARGIN), 0, theme.px(PAGE_MARGIN), 0)
        row.addWidget(column)
        row.addStretch(1)
        self.body.addWidget(Scrolled(middle), 1)

    def _grid(self, title: str, *rows: tuple[tuple[str, str, QWidget, int], ...]) -> Card:
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
                self._fields[code] = Labelled(words, field)
                grid.addWidget(self._fields[code], line, start, 1, share)
                start += share
        card.body.addLayout(grid)
        return card

    def _basics(self) -> Card:
        return self._grid(
            translate("Catalogue", "The product"),
            (("name", translate("Catalogue", "Name"), self.name, 8),
             ("sku", translate("Catalogue", "SKU"), self.sku, 4)),
            (("category", translate("Catalogue", "Category"), self.category, 4),
             ("unit", translate("Catalogue", "Unit"), self.unit, 2),
             ("kind", translate("Catalogue", "Kind"), self.kind, 6)),
        )  # fmt: skip

    def _money(self) -> Card:
        return self._grid(
            translate("Catalogue", "Prices"),
            (("price", self._price_words(), self.price, 4),
             ("purchase_price", translate("Catalogue", "Buying price without tax"), self.cost, 4),
             ("tax", translate("Catalogue", "Tax rate"), self.tax, 4)),
            (("supplier", translate("Catalogue", "Usual supplier"), self.supplier, 8),),
        )  # fmt: skip

    def _price_words(self) -> str:
        office = self.office
        if isinstance(office, ShopOffice) and not office.facts.tax_included:
            return translate("Catalogue", "Sale price without tax")
        return translate("Catalogue", "Sale price with tax")

    def _stock(self) -> Card:
        return self._grid(
            translate("Catalogue", "Stock"),
            (("minimum", translate("Catalogue", "Reorder below"), self.minimum, 4),
             ("negative", translate("Catalogue", "Selling more than is there"), self.negative, 8)),
        )  # fmt: skip

    def _more(self) -> Card:
        return self._grid(
            translate("Catalogue", "Barcodes and note"),
            (("barcode", translate("Catalogue", "Barcodes (scan them here)"), self.codes, 12),),
            (("note", translate("Catalogue", "Note"), self.note, 12),),
        )  # fmt: skip

    # -- showing ---------------------------------------------------------------------------------

    def load(self) -> None:
        """Fill the form once; what is being typed is not overwritten by a change elsewhere."""
        if self._version is not None or self.name.text():
            return
        self.category.setCompleter(QCompleter(self.office.ask(categories), self.category))
        if self._id is None:
            self._fill_new()
        else:
            self._fill(self.office.ask(product_card, self._id))
        self.name.setFocus()

    def _fill_new(self) -> None:
        self.unit.setText(translate("Catalogue", "pcs"))
        if isinstance(self.office, ShopOffice):
            self.tax.set_value(self.office.facts.tax)
        if self._scanned:
            self.codes.add(self._scanned)
            self.sku.setText(self._scanned)

    def _fill(self, card: ProductCard) -> None:
        self._version = card.version
        self.header.title.setText(card.name)
        self.named.emit(card.name)
        self.name.setText(card.name)
        self.sku.setText(card.sku)
        self.sku.setReadOnly(True)
        self.unit.setText(card.unit)
        self.kind.choose(card.kind)
        self.category.setText(card.category)
        self.price.set_value(card.price)
        self.cost.set_value(card.purchase_price)
        self.tax.set_value(card.tax)
        self.minimum.set_value(card.minimum)
        self.negative.choose(card.negative)
        self.note.setText(card.note)
        for code in card.codes:
            if code.unit == card.unit:
                self.codes.add(code.code)
        if card.supplier_id is not None:
            found = self.office.ask(partner, card.supplier_id)
            self.supplier.set_value(Found(found.id, found.name, found.code))

    def _find_supplier(self, words: str) -> list[Found]:
        found = self.office.ask(find_partners, words, "is_supplier")
        return [Found(one.id, one.name, one.code) for one in found]

    def take_scan(self, code: str) -> bool:
        self.codes.add(code)
        return True

    # -- saving ----------------------------------------------------------------------------------

    def save(self) -> None:
        """Have it saved and open its card; a refusal stands below its field."""
        self._clear()
        if not self.name.text().strip():
            self._fields["name"].refuse(translate("Catalogue", "Give it a name"))
            self.name.setFocus()
            return
        try:
            command = self.command()
        except RuleBroken as broken:
            self.refuse(broken)
            return
        product_id = self.hand_in(save_product, command)
        if product_id is not None:
            self.wanted.emit("product", product_id)
            self.done.emit()

    def command(self) -> SaveProduct:
        """What was typed. Raises NotANumber."""
        return SaveProduct(
            sku=self.sku.text().strip() or self.name.text().strip(),
            name=self.name.text(),
            kind=self.kind.value(),
            unit=self.unit.text().strip() or translate("Catalogue", "pcs"),
            category=self.category.text().strip(),
            price=self._number("price", self.price) or Decimal(0),
            purchase_price=self._number("purchase_price", self.cost),
            tax=self._number("tax", self.tax) or Decimal(0),
            minimum=self._number("minimum", self.minimum) or Decimal(0),
            negative=self.negative.value(),
            supplier_id=self.supplier.key() or 0,
            barcodes=self.codes.codes(),
            note=self.note.text(),
            version=self._version,
        )

    def _number(self, code: str, field: NumberField) -> Decimal | None:
        try:
            return field.value()
        except RuleBroken as broken:
            self._fields[code].refuse(wording.explain(broken))
            raise

    def refuse(self, broken: RuleBroken) -> None:
        """Say it below the field it is about, else at the top."""
        if isinstance(broken, errors.NotANumber):
            return  # stands below its field already
        code = broken.facts.get("field", "")
        if isinstance(broken, errors.BarcodeTaken | errors.DamagedCode):
            code = "barcode"
        if code in self._fields:
            self._fields[code].refuse(wording.explain(broken))
        else:
            super().refuse(broken)

    def _clear(self) -> None:
        self.notice.clear()
        for labelled in self._fields.values():
            labelled.refuse("")


def categories(books: Any) -> list[str]:
    """The names of all categories."""
    return [row[0] for row in books.rows("SELECT name FROM category ORDER BY name")]
