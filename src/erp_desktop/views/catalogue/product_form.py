"""Entering or changing a product: everything on one page, the usual things first.

What is refused is said below the field it concerns; nothing typed is lost.
"""

from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QCompleter

from erp_desktop.core import errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.reports.product_card import ProductCard, product_card
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.finance.tax_rates import offered_rates
from erp_desktop.services.partners.partners import find_partners, partner
from erp_desktop.views import costs, theme, wording
from erp_desktop.views.cards.card_columns import CardColumns, sheet_of
from erp_desktop.views.catalogue.form_fields import FormFields
from erp_desktop.views.office import Office
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.finder import Found
from erp_desktop.views.widgets.page import PAGE_MARGIN, Page
from erp_desktop.views.widgets.panels import Card

translate = wording.translate
NONE = Decimal(-1)  # an empty field: none from now on
AT_CODES = (errors.BarcodeTaken, errors.DamagedCode)
AT_UNITS = (errors.UnitTwice, errors.TooManyPlaces)
AT_PARTS = (errors.NotStocked, errors.PartOfItself, errors.NoParts)


class ProductForm(Page):
    """`key` is a product's id, a scanned code for a new product, or None."""

    def __init__(self, office: Office, key: Any = None) -> None:
        super().__init__(office, translate("Catalogue", "New product"))
        self._id = key if isinstance(key, int) else None
        self._version: int | None = None
        self._scanned = key if isinstance(key, str) else ""
        self._role = "ground"
        self.fields = FormFields(office, self._find_supplier)
        self.name, self.sku, self.price = self.fields.name, self.fields.sku, self.fields.price
        self.codes, self.category = self.fields.codes, self.fields.category
        self.codes.may_have = lambda code: self.fields.may_have(code, self._id)
        self.supplier = self.fields.supplier
        self._lay_out()
        self.fields.kind.currentIndexChanged.connect(self._turn)
        self.fields.costing.currentIndexChanged.connect(self._turn)
        self.fields.units.changed.connect(self.fields.offer_units)
        self.fields.unit.textEdited.connect(self.fields.offer_units)
        self.action(translate("Catalogue", "Cancel"), self.done.emit, look=Look.GHOST)
        self.action(
            translate("Catalogue", "Save"), self.save,
            look=Look.PRIMARY, icon="check", shortcut="Ctrl+Return",
        )  # fmt: skip

    # -- building --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._parts, self._stock = self._parts_card(), self._planning()
        self._keeping = self._costs()
        cards = (
            self._basics(), self._money(), self._units_card(), self._stock, self._keeping,
            self._parts, self._more(),
        )  # fmt: skip
        self.body.addWidget(sheet_of(CardColumns(cards, self._stock), PAGE_MARGIN), 1)

    def _basics(self) -> Card:
        has = self.fields
        return has.card(
            translate("Catalogue", "The product"),
            (("name", translate("Catalogue", "Name"), has.name, 8),
             ("sku", translate("Catalogue", "SKU"), has.sku, 4)),
            (("category", translate("Catalogue", "Category"), has.category, 4),
             ("unit", translate("Catalogue", "Smallest unit"), has.unit, 3),
             ("kind", translate("Catalogue", "Kind"), has.kind, 5)),
            (("barcode", translate("Catalogue", "Barcodes (scan here)"), has.codes, 12),),
        )  # fmt: skip

    def _money(self) -> Card:
        has = self.fields
        return has.card(
            translate("Catalogue", "Prices"),
            (("price", self._price_words(), has.price, 4),
             ("purchase_price", translate("Catalogue", "Buying price without tax"), has.cost, 4),
             ("tax", translate("Catalogue", "Tax rate"), has.tax, 4)),
            (("supplier", translate("Catalogue", "Usual supplier"), has.supplier, 8),),
        )  # fmt: skip

    def _price_words(self) -> str:
        office = self.office
        if isinstance(office, ShopOffice) and not office.facts.tax_included:
            return translate("Catalogue", "Sale price without tax")
        return translate("Catalogue", "Sale price with tax")

    def _units_card(self) -> Card:
        has = self.fields
        return has.card(
            translate("Catalogue", "Further units"),
            (("factor", translate("Catalogue", "A case, a dozen: how many it holds"),
              has.units, 12),),
            (("purchase_unit", translate("Catalogue", "Bought in"), has.purchase_unit, 4),
             ("sale_unit", translate("Catalogue", "Sold in"), has.sale_unit, 4),
             ("stock_unit", translate("Catalogue", "Stock shown in"), has.stock_unit, 4)),
        )  # fmt: skip

    def _parts_card(self) -> Card:
        has = self.fields
        card = has.card(
            translate("Catalogue", "Made of"),
            (("parts", translate("Catalogue", "Parts of one"), has.parts, 12),),
        )
        self._parts_words = Label("", theme.HINT, "text2")
        self._parts_words.setWordWrap(True)
        card.body.addWidget(self._parts_words)
        return card

    def _planning(self) -> Card:
        has = self.fields
        return has.card(
            translate("Catalogue", "Stock"),
            (("minimum", translate("Catalogue", "Reorder below"), has.minimum, 3),
             ("safety", translate("Catalogue", "Safety stock"), has.safety, 3),
             ("target", translate("Catalogue", "Order up to"), has.target, 3),
             ("lead_days", translate("Catalogue", "Lead time"), has.lead_days, 3)),
            (("dynamic", translate("Catalogue", "Reorder point"), has.dynamic, 8),
             ("abc", translate("Catalogue", "ABC class"), has.abc, 4)),
            (("negative", translate("Catalogue", "Selling more than in stock"), has.negative, 8),),
        )  # fmt: skip

    def _costs(self) -> Card:
        has = self.fields
        return has.card(
            translate("Catalogue", "Cost, lots, weight"),
            (("costing", translate("Catalogue", "Costing"), has.costing, 5),
             ("standard_cost", translate("Catalogue", "Standard cost"), has.standard_cost, 3),
             ("catch_unit", translate("Catalogue", "Pieces beside the weight"), has.catch_unit, 4)),
            (("track", translate("Catalogue", "Tracked"), has.track, 5),
             ("shelf_days", translate("Catalogue", "Shelf life"), has.shelf_days, 3),
             ("weight", translate("Catalogue", "Weight"), has.weight, 2),
             ("volume", translate("Catalogue", "Volume"), has.volume, 2)),
        )  # fmt: skip

    def _more(self) -> Card:
        return self.fields.card(
            translate("Catalogue", "Note"),
            (("note", translate("Catalogue", "Note"), self.fields.note, 12),),
        )

    def _turn(self) -> None:
        """What a kind of product has no use for is not shown."""
        kind = self.fields.kind.value()
        self._stock.setVisible(kind == "goods")
        self._keeping.setVisible(kind == "goods")
        self._parts.setVisible(kind != "service")
        self.fields.standard_cost.setEnabled(self.fields.costing.value() == "standard")
        words = translate(
            "Catalogue", "The kit is one line at one price; its parts leave the shelf."
        )
        if kind == "goods":
            words = translate("Catalogue", "Only for what you assemble yourself from other goods.")
        self._parts_words.setText(words)

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
        self._turn()
        for code in ("purchase_price", "standard_cost"):
            self.fields.labelled[code].setVisible(costs.seen())
        self.name.setFocus()

    def _fill_new(self) -> None:
        rates = self.office.ask(offered_rates)
        self.fields.tax.offer(rates, next(one.rate for one in rates if one.usual))
        self.fields.unit.setText(translate("Catalogue", "pcs"))
        self.fields.offer_units()
        if self._scanned:
            self.codes.add(self._scanned)
            self.sku.setText(self._scanned)

    def _fill(self, card: ProductCard) -> None:
        self._version = card.version
        self.header.title.setText(card.name)
        self.named.emit(card.name)
        self.sku.setReadOnly(True)
        has = self.fields
        has.tax.offer(self.office.ask(offered_rates, card.tax), card.tax)
        for field, words in (
            (has.name, card.name), (has.sku, card.sku), (has.unit, card.unit),
            (has.category, card.category), (has.note, card.note),
            (has.catch_unit, card.details.catch_unit),
        ):  # fmt: skip
            field.setText(words)
        for number, value in (
            (has.price, card.price), (has.cost, card.purchase_price),
            (has.minimum, card.minimum),
        ):  # fmt: skip
            number.set_value(value)
        has.kind.choose(card.kind)
        has.negative.choose(card.negative)
        for code in card.details.codes:
            self.codes.add(code)
        if card.supplier_id is not None:
            found = self.office.ask(partner, card.supplier_id)
            self.supplier.set_value(Found(found.id, found.name, found.code))
        self._fill_details(card)

    def _fill_details(self, card: ProductCard) -> None:
        has, more = self.fields, card.details
        has.units.show_units(more.units)
        has.parts.show_parts(more.parts)
        has.offer_units()
        for combo, value in (
            (has.costing, more.costing), (has.track, more.track), (has.abc, more.abc),
            (has.purchase_unit, more.purchase_unit), (has.sale_unit, more.sale_unit),
            (has.stock_unit, more.stock_unit),
        ):  # fmt: skip
            combo.choose(value)
        for number, amount in (
            (has.standard_cost, more.standard_cost), (has.safety, more.safety),
            (has.target, more.target), (has.weight, more.weight), (has.volume, more.volume),
            (has.lead_days, _decimal(more.lead_days)), (has.shelf_days, _decimal(more.shelf_days)),
        ):  # fmt: skip
            number.set_value(amount)
        has.dynamic.setChecked(more.dynamic_minimum)
        # goods that moved are costed otherwise by a posted change, from the product's page
        has.costing.setEnabled(not more.moved)

    def _find_supplier(self, words: str) -> list[Found]:
        found = self.office.ask(find_partners, words, "is_supplier")
        return [Found(one.id, one.name, one.code) for one in found]

    def take_scan(self, code: str) -> bool:
        self.codes.add(code)
        return True

    # -- saving ----------------------------------------------------------------------------------

    def save(self) -> None:
        """Have it saved and open its card; a refusal stands below its field."""
        self.notice.clear()
        self.fields.clear_refusals()
        if not self.name.text().strip():
            self.fields.labelled["name"].refuse(translate("Catalogue", "Give it a name"))
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
        has, number = self.fields, self.fields.number
        fixed = not has.costing.isEnabled()
        standard = number("standard_cost", has.standard_cost)
        return SaveProduct(
            sku=self.sku.text().strip() or self.name.text().strip(),
            name=self.name.text(),
            kind=has.kind.value(),
            unit=has.unit.text().strip() or translate("Catalogue", "pcs"),
            category=self.category.text().strip(),
            price=number("price", has.price) or Decimal(0),
            purchase_price=number("purchase_price", has.cost),
            tax=has.tax.rate(),
            minimum=number("minimum", has.minimum) or Decimal(0),
            negative=has.negative.value(),
            supplier_id=self.supplier.key() or 0,
            barcodes=self.codes.codes(),
            note=has.note.text(),
            version=self._version,
            units=has.units.units(),
            stock_unit=has.stock_unit.value() or "",
            purchase_unit=has.purchase_unit.value() or "",
            sale_unit=has.sale_unit.value() or "",
            parts=has.parts.parts() if has.kind.value() != "service" else [],
            costing=None if fixed else has.costing.value(),
            standard_cost=None if fixed else standard,
            track=has.track.value(),
            shelf_days=has.days("shelf_days", has.shelf_days),
            catch_unit=has.catch_unit.text(),
            weight=_or_none(number("weight", has.weight)),
            volume=_or_none(number("volume", has.volume)),
            safety=number("safety", has.safety) or Decimal(0),
            target=_or_none(number("target", has.target)),
            lead_days=has.days("lead_days", has.lead_days),
            dynamic_minimum=has.dynamic.isChecked(),
            abc=has.abc.value(),
        )

    def refuse(self, broken: RuleBroken) -> None:
        """Say it below the field it is about, else at the top."""
        if isinstance(broken, errors.NotANumber):
            return  # stands below its field already
        code = _place_of(broken)
        if code in self.fields.labelled:
            self.fields.labelled[code].refuse(wording.explain(broken))
        else:
            super().refuse(broken)


def _place_of(broken: RuleBroken) -> str:
    """The code of the field that a refusal is about."""
    if isinstance(broken, AT_CODES):
        return "barcode"
    if isinstance(broken, AT_UNITS):
        return "factor"
    return "parts" if isinstance(broken, AT_PARTS) else broken.facts.get("field", "")


def _decimal(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _or_none(value: Decimal | None) -> Decimal:
    return NONE if value is None else value


def categories(books: Any) -> list[str]:
    """The names of all categories."""
    return [row[0] for row in books.rows("SELECT name FROM category ORDER BY name")]
