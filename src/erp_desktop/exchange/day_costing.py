"""Verbs of a day file for what goods cost: assembling, taking apart, changing the method."""

from decimal import Decimal
from functools import partial

from erp_desktop.core.money import ZERO
from erp_desktop.exchange.day_fields import Fields
from erp_desktop.exchange.day_lines import Deed, Verb, partner_id, place_id
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.products import by_sku
from erp_desktop.services.finance.periods import reopen_period
from erp_desktop.services.stock.assembling import Assemble, StockLine, assemble
from erp_desktop.services.stock.recosting import ChangeCosting, change_costing


def assembly(books: Books, fields: Fields) -> Deed:
    """What was used becomes what was made; the same for taking apart and for opening a pack."""
    command = Assemble(
        made=_lines(books, fields, "made"),
        used=_lines(books, fields, "used"),
        work=fields.number("work") or ZERO,
        partner_id=partner_id(books, fields, "supplier"),
        place_id=place_id(books, fields),
        at=fields.moment("at"),
        external_id=fields.maybe("id"),
        reason=fields.text("reason"),
        note=fields.text("note"),
    )
    return partial(assemble, books, command)


def _lines(books: Books, fields: Fields, key: str) -> list[StockLine]:
    found = []
    for line in fields.each(key):
        weight = line.number("weight")
        found.append(
            StockLine(
                by_sku(books, line.need("sku")).id,
                line.need_number("qty"),
                Decimal(1) if weight is None else weight,
                lot=line.maybe("lot") or None,
                expires_on=line.day("expires"),
                serials=tuple(line.texts("serials")),
            )
        )
    return found


def recost(books: Books, fields: Fields) -> Deed:
    """From its time on a product is costed by another method, or by another standard."""
    command = ChangeCosting(
        product_id=by_sku(books, fields.need("sku")).id,
        method=fields.need("costing"),
        standard_cost=fields.number("standard_cost"),
        at=fields.moment("at"),
        external_id=fields.maybe("id"),
        reason=fields.text("reason"),
    )
    return partial(change_costing, books, command)


def reopen_books(books: Books, fields: Fields) -> Deed:
    """Open the books again after a day (none: all of them)."""
    after = fields.day("after") or 0
    if after >= books.closed_through:  # sent again
        return lambda: None
    return partial(reopen_period, books, after)


VERBS: dict[str, Verb] = {
    "assemble": assembly,
    "change_costing": recost,
    "reopen_period": reopen_books,
}
