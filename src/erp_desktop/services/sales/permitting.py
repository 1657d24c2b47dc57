"""What a person at the till may do to a sale: another price, a discount, sell what is not there.

The products' own prices need no right, nor does what the shop's own rule lets off (抹零, down to
the smallest coin). What is let off beyond that is a discount like any other. All this is looked at
only where it was done, so that an ordinary sale asks nothing.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from erp_desktop.core import clock
from erp_desktop.core.money import ONE_QUANTITY, divided
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.pricing import Asked as Priced
from erp_desktop.services.catalogue.pricing import own_price, proposed_prices
from erp_desktop.services.catalogue.products import Product
from erp_desktop.services.catalogue.scanning import by_code
from erp_desktop.services.catalogue.units import Unit, chosen_unit, each, units_of
from erp_desktop.services.paper import Line, Paper
from erp_desktop.services.sales.till_rules import till_rules
from erp_desktop.services.users import rights

_HUNDRED = Decimal(100)


class Asked(Protocol):
    """What of a sale needs a right."""

    @property
    def approvals(self) -> Sequence[int]: ...

    @property
    def codes(self) -> Sequence[str]: ...

    @property
    def below_stock(self) -> bool: ...

    @property
    def allow_expired(self) -> bool: ...

    @property
    def over_limit(self) -> bool: ...

    @property
    def rounding(self) -> Decimal: ...


def permit_sale(
    books: Books, command: Asked, paper: Paper, sold: Sequence[tuple[Product, Line]]
) -> rights.Permit | None:
    """The permit that was needed, None where nothing was done that needs one.

    Raises NotAllowed.
    """
    if books.user_id is None or paper.batch_id is not None:
        paper.below_stock = command.below_stock
        return None
    codes = [*command.codes, *[""] * len(sold)]
    other = [
        (product, line)
        for (product, line), code in zip(sold, codes, strict=False)
        if not _own_price(books, product, line, code)
    ]
    repriced = bool(other) and not _proposed(books, paper, other)
    taken_off = _most_off(books, paper, sold, command.rounding)
    said = command.below_stock or command.allow_expired or command.over_limit
    if not (repriced or taken_off or said):
        return None
    permit = rights.Permit(books, command.approvals)
    if repriced:
        permit.require(rights.PRICE)
    permit.require_discount(taken_off)
    if command.over_limit:
        permit.require(rights.OVER_LIMIT)
    if command.allow_expired:
        permit.require(rights.EXPIRED)
    if command.below_stock:
        permit.require(rights.BELOW_STOCK)
        paper.below_stock = True
    return permit


def _most_off(
    books: Books, paper: Paper, sold: Sequence[tuple[Product, Line]], let_off: Decimal
) -> Decimal:
    """The most that is taken off a line, in percent, with its share of what the shop's own rule
    does not let off."""
    most = max((percent_off(books, line) for _, line in sold), default=Decimal(0))
    if let_off <= 0 or let_off < till_rules(books).step or not paper.total:
        return most
    share = Decimal(books.amount(let_off)) / Decimal(paper.total)
    return most + (_HUNDRED - most) * share


def percent_off(books: Books, line: Line) -> Decimal:
    """How much of a line's listed amount was taken off, in percent.

    A share of a discount may be rounded up by the smallest coin, which is nobody's doing.
    """
    off = line.discount - books.minor
    listed = line.worth(books.minor)
    if off <= 0 or listed <= 0:
        return Decimal(0)
    return Decimal(off) * _HUNDRED / Decimal(listed)


def _proposed(books: Books, paper: Paper, lines: Sequence[tuple[Product, Line]]) -> bool:
    """Whether these lines cost what they are to cost this customer."""
    asked = [
        Priced(product, _unit_of(books, product, line), _written(line)) for product, line in lines
    ]
    found = proposed_prices(books, paper.partner_id, asked, clock.day_of(paper.at))
    return all(
        one.price == (line.price if line.unit_price is None else line.unit_price)
        for one, (_, line) in zip(found, lines, strict=True)
    )


def _unit_of(books: Books, product: Product, line: Line) -> Unit:
    return chosen_unit(units_of(books, [product.id])[product.id], product.unit, line.unit)


def _written(line: Line) -> int:
    """The quantity in the unit it was written in."""
    return divided(line.quantity * ONE_QUANTITY, line.factor)


def _own_price(books: Books, product: Product, line: Line, code: str) -> bool:
    """Whether a line has a price that the product, a unit, a lot or the scanned label says."""
    if line.price == product.price:
        return True
    units = units_of(books, [product.id])[product.id].values()
    if any(line.price == each(own_price(product, unit, buying=False), unit.factor)
           for unit in units):  # fmt: skip
        return True
    if line.lot and line.price == books.value(
        "SELECT price FROM lot WHERE product_id = ? AND code = ?", (product.id, line.lot)
    ):
        return True
    scanned = by_code(books, code) if code else None
    return scanned is not None and (scanned.product.id, scanned.price) == (product.id, line.price)
