"""Verbs of a day file for master data: they make what is new and update what is there."""

from decimal import Decimal
from functools import partial

from erp_desktop.core.money import ZERO
from erp_desktop.exchange.day_fields import Fields
from erp_desktop.exchange.day_lines import Deed, Verb, partner_id, place_id
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.columns import SavePart
from erp_desktop.services.catalogue.levels import level_named
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.catalogue.supply import Offer, put_offer
from erp_desktop.services.catalogue.units import SaveUnit
from erp_desktop.services.partners.partners import SavePartner, by_code, save_partner
from erp_desktop.services.stock.bins import SaveBin, save_bin
from erp_desktop.services.stock.warehouses import ArrangeWarehouse, arrange_warehouse


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
        standard_cost=fields.number("standard_cost"),
        negative=fields.maybe("negative"),
        supplier_id=partner_id(books, fields, "supplier"),
        barcodes=fields.texts("barcodes") if fields.has("barcodes") else None,
        note=fields.maybe("note"),
        active=fields.flag("active"),
        units=_units(fields),
        stock_unit=fields.maybe("stock_unit"),
        purchase_unit=fields.maybe("purchase_unit"),
        sale_unit=fields.maybe("sale_unit"),
        parts=_parts(fields),
        track=fields.maybe("track"),
        shelf_days=fields.whole("shelf_days"),
        catch_unit=fields.maybe("catch_unit"),
        weight=fields.number("weight"),
        volume=fields.number("volume"),
        safety=fields.number("safety"),
        target=fields.number("target"),
        lead_days=fields.whole("lead_days"),
        dynamic_minimum=fields.flag("dynamic_minimum"),
        abc=fields.maybe("abc"),
    )
    return partial(_saved, partial(save_product, books, command))


def supplier_offer(books: Books, fields: Fields) -> Deed:
    """What a supplier sells a product for, under which code and in which packs."""
    offer = Offer(
        partner_id=by_code(books, fields.need("supplier")).id,
        code=fields.text("code"),
        price=fields.number("price"),
        minimum=fields.number("minimum") or ZERO,
        pack=fields.number("pack") or ZERO,
        lead_days=fields.whole("lead_days"),
    )
    return partial(put_offer, books, fields.need("sku"), offer)


def _units(fields: Fields) -> list[SaveUnit] | None:
    """Further units: `holds` so many of the product's own, with a price and barcodes."""
    if not fields.has("units"):
        return None
    return [
        SaveUnit(one.need("unit"), one.need_number("holds"), one.number("price"),
                 one.texts("barcodes"))
        for one in fields.each("units")
    ]  # fmt: skip


def _parts(fields: Fields) -> list[SavePart] | None:
    """What a kit is sold from, or an assembled product is made of."""
    if not fields.has("parts"):
        return None
    return [SavePart(one.need("sku"), one.need_number("qty")) for one in fields.each("parts")]


def warehouse(books: Books, fields: Fields) -> Deed:
    """A warehouse by its code."""
    command = ArrangeWarehouse(
        code=fields.need("code"),
        name=fields.maybe("name"),
        usage=fields.maybe("usage"),
        partner_id=partner_id(books, fields, "partner"),
        rank=fields.whole("rank"),
        active=fields.flag("active"),
    )
    return partial(_saved, partial(arrange_warehouse, books, command))


def shelf(books: Books, fields: Fields) -> Deed:
    """A bin by its warehouse and code."""
    fields.need("warehouse")
    command = SaveBin(
        place_id=place_id(books, fields) or 0,
        code=fields.need("code"),
        zone=fields.maybe("zone"),
        rank=fields.whole("rank"),
        active=fields.flag("active"),
    )
    return partial(_saved, partial(save_bin, books, command))


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
            lead_days=fields.whole("lead_days") if role == "supplier" else None,
            minimum_order=fields.number("minimum_order") if role == "supplier" else None,
            over_percent=fields.number("over_percent") if role == "supplier" else None,
            rank=fields.whole("rank"),
            price_level_id=_level(books, fields) if role == "customer" else None,
            credit_limit=_limit(fields) if role == "customer" else None,
            tags=fields.texts("tags") if fields.has("tags") else None,
            note=fields.maybe("note"),
            active=fields.flag("active"),
        )
        return partial(_saved, partial(save_partner, books, command))

    return verb


def _level(books: Books, fields: Fields) -> int | None:
    """A price level by its name; "" takes it away. Raises UnknownPriceLevel."""
    named = fields.maybe("price_level")
    return level_named(books, named) if named else None if named is None else 0


def _limit(fields: Fields) -> Decimal | None:
    """So much may be owed; "" takes the limit away."""
    if fields.is_empty("credit_limit"):
        return Decimal(-1)
    return fields.number("credit_limit")


def _saved(save: partial[int]) -> None:
    """Master data has no number and moves nothing."""
    save()


VERBS: dict[str, Verb] = {
    "product": product,
    "warehouse": warehouse,
    "bin": shelf,
    "supplier": _partner("supplier"),
    "supplier_offer": supplier_offer,
    "customer": _partner("customer"),
}
