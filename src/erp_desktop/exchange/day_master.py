"""Verbs of a day file for master data: they make what is new and update what is there."""

from functools import partial

from erp_desktop.exchange.day_fields import Fields
from erp_desktop.exchange.day_lines import Deed, Verb, partner_id
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.stock.places import save_warehouse


def product(books: Books, fields: Fields) -> Deed:
    """A product by its SKU."""
    command = SaveProduct(
        sku=fields.need("sku"),
        name=fields.maybe("name"),
        kind=fields.maybe("kind"),
        unit=fields.maybe("unit"),
        category=fields.maybe("category"),
        price=fields.number("price"),
        purchase_price=fields.number("purchase_price"),
        tax=fields.number("tax"),
        minimum=fields.number("minimum"),
        costing=fields.maybe("costing"),
        negative=fields.maybe("negative"),
        supplier_id=partner_id(books, fields, "supplier"),
        barcodes=fields.texts("barcodes") if fields.has("barcodes") else None,
        note=fields.maybe("note"),
        active=fields.flag("active"),
    )
    return partial(_saved, partial(save_product, books, command))


def warehouse(books: Books, fields: Fields) -> Deed:
    """A warehouse by its code."""
    code = fields.need("code")
    return partial(_saved, partial(save_warehouse, books, code, fields.text("name")))


def _partner(role: str) -> Verb:
    def verb(books: Books, fields: Fields) -> Deed:
        command = SavePartner(
            code=fields.need("code"),
            name=fields.maybe("name"),
            is_supplier=True if role == "supplier" else None,
            is_customer=True if role == "customer" else None,
            contact=fields.maybe("contact"),
            phone=fields.maybe("phone"),
            email=fields.maybe("email"),
            address=fields.maybe("address"),
            tax_number=fields.maybe("tax_number"),
            terms_days=fields.whole("terms_days"),
            note=fields.maybe("note"),
            active=fields.flag("active"),
        )
        return partial(_saved, partial(save_partner, books, command))

    return verb


def _saved(save: partial[int]) -> None:
    """Master data has no number and moves nothing."""
    save()


VERBS: dict[str, Verb] = {
    "product": product,
    "warehouse": warehouse,
    "supplier": _partner("supplier"),
    "customer": _partner("customer"),
}
