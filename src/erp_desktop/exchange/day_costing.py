"""Verbs of a day file for what goods cost: another method, and opening closed books again."""

from functools import partial

from erp_desktop.exchange.day_fields import Fields
from erp_desktop.exchange.day_lines import Deed, Verb
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.products import by_sku
from erp_desktop.services.finance.periods import reopen_period
from erp_desktop.services.stock.recosting import ChangeCosting, change_costing


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
    "change_costing": recost,
    "reopen_period": reopen_books,
}
