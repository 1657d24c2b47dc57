"""Verbs of a day file for the catalogue: assembling, variants, merging, a smaller unit."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from erp_desktop.core.money import ZERO, quantity
from erp_desktop.exchange.day_fields import Fields
from erp_desktop.exchange.day_lines import (
    Deed,
    Named,
    Verb,
    named_goods,
    partner_id,
    told,
)
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.merging import (
    ChangeUnit,
    MergeProducts,
    change_unit,
    merge_products,
)
from erp_desktop.services.catalogue.parts import parts_of
from erp_desktop.services.catalogue.products import by_sku
from erp_desktop.services.catalogue.variants import Axis, MakeVariants, make_variants
from erp_desktop.services.stock.assembling import Assemble, StockLine, assemble


def assembly(books: Books, fields: Fields) -> Deed:
    """What was used becomes what was made; without `used`, what it is made of."""
    made, used = named_goods(books, fields, "made"), named_goods(books, fields, "used")
    return _assembled(
        books, fields, [_line(one) for one in made],
        [_line(one) for one in used] or _recipe(books, made),
    )  # fmt: skip


def taking_apart(books: Books, fields: Fields) -> Deed:
    """What was used becomes its parts; without `made`, what it is made of (a pack is opened)."""
    made, used = named_goods(books, fields, "made"), named_goods(books, fields, "used")
    return _assembled(
        books, fields, [_line(one) for one in made] or _recipe(books, used),
        [_line(one) for one in used],
    )  # fmt: skip


def _assembled(books: Books, fields: Fields, made: list[StockLine], used: list[StockLine]) -> Deed:
    command = Assemble(
        made=made,
        used=used,
        work=fields.number("work") or ZERO,
        partner_id=partner_id(books, fields, "supplier"),
        reason=fields.text("reason"),
        **told(books, fields),
    )
    return partial(assemble, books, command)


def _line(one: Named) -> StockLine:
    lot, expires_on = one.lot()
    weight = one.fields.number("weight")
    return StockLine(one.product.id, one.quantity(), Decimal(1) if weight is None else weight,
                     lot, expires_on, serials=one.serials())  # fmt: skip


def _recipe(books: Books, named: list[Named]) -> list[StockLine]:
    """Without a word about the parts: what each is made of."""
    return [
        StockLine(part.product_id, quantity(part.quantity) * one.quantity())
        for one in named
        for part in parts_of(books, one.product.id)
    ]


def variants(books: Books, fields: Fields) -> Deed:
    """The variants of a product; those that are there already stay."""
    command = MakeVariants(
        sku=fields.need("sku"),
        axes=[Axis(one.need("name"), tuple(one.texts("choices"))) for one in fields.each("axes")],
        pattern=fields.text("pattern"),
        barcode_start=fields.text("barcode_start"),
    )
    return partial(_done, partial(make_variants, books, command))


def merge(books: Books, fields: Fields) -> Deed:
    """Two products that are one; `factor` of `into` is one of `sku`."""
    command = MergeProducts(
        by_sku(books, fields.need("sku")).id,
        by_sku(books, fields.need("into")).id,
        fields.number("factor") or Decimal(1),
        fields.moment("at"),
        fields.text("reason"),
    )
    return partial(_done, partial(merge_products, books, command))


def smaller_unit(books: Books, fields: Fields) -> Deed:
    """A product is counted in a smaller unit from now on."""
    product = by_sku(books, fields.need("sku"))
    command = ChangeUnit(
        product.id, fields.need("unit"), fields.need_number("holds"), fields.moment("at")
    )
    return partial(_done, partial(change_unit, books, command))


def _done(deed: Callable[[], object]) -> None:
    """It has no number of its own."""
    deed()


VERBS: dict[str, Verb] = {
    "assemble": assembly,
    "take_apart": taking_apart,
    "variants": variants,
    "merge_products": merge,
    "change_unit": smaller_unit,
}
