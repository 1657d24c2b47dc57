"""Verbs of a day file for what things cost whom: price levels, and prices named or agreed."""

from functools import partial

from erp_desktop.core.money import ZERO
from erp_desktop.exchange.day_fields import Fields
from erp_desktop.exchange.day_lines import Deed, Verb
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.levels import (
    NamedPrice,
    SaveLevel,
    level_named,
    put_price,
    save_level,
)
from erp_desktop.services.catalogue.products import by_sku
from erp_desktop.services.partners.partners import by_code


def price_level(books: Books, fields: Fields) -> Deed:
    """A price level by its name; `percent` is of the shop's price (below zero: none)."""
    command = SaveLevel(
        fields.need("name"), fields.number("percent"), fields.flag("active"),
        fields.whole("position"),
    )  # fmt: skip
    return partial(_saved, partial(save_level, books, command))


def price(books: Books, fields: Fields) -> Deed:
    """A price of a product on a level, or agreed with a customer; `remove` takes it away.

    Raises UnknownProduct, UnknownPriceLevel, UnknownPartner.
    """
    item = by_sku(books, fields.need("sku"))
    gone = fields.flag("remove")
    if fields.has("level") == fields.has("customer"):
        raise fields.wrong("level", "either level or customer is expected")
    level, customer = fields.maybe("level"), fields.maybe("customer")
    if level is not None and fields.has("until"):
        raise fields.wrong("until", "only of a price agreed with a customer")
    command = NamedPrice(
        price=None if gone else fields.need_number("price"),
        level_id=None if level is None else level_named(books, level),
        customer_id=None if customer is None else by_code(books, customer).id,
        unit=fields.text("unit"),
        minimum=fields.number("from") or ZERO,
        until=fields.day("until"),
    )
    return partial(put_price, books, item.id, command)


def _saved(save: partial[int]) -> None:
    """Master data has no number and moves nothing."""
    save()


VERBS: dict[str, Verb] = {"price_level": price_level, "price": price}
