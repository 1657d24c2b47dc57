"""What the verbs of a day file share: goods named by SKU, places, partners, papers named by `of`.

A line of a day file names a product; a service wants the line of the earlier paper. So quantities
are laid over the earlier paper's open lines, the first line first.
"""

from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple, TypedDict

from erp_desktop.core import errors
from erp_desktop.core.money import ONE_QUANTITY, quantity, quantity_parts
from erp_desktop.exchange.day_fields import Fields
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.products import Product, by_sku
from erp_desktop.services.catalogue.units import Unit, chosen_unit, units_of
from erp_desktop.services.paper import Posted
from erp_desktop.services.partners.partners import by_code
from erp_desktop.services.purchasing.inspecting import Inspected
from erp_desktop.services.records import Header, LineRow, find_document, header
from erp_desktop.services.stock.bins import bin_named
from erp_desktop.services.stock.places import main_warehouse, warehouse
from erp_desktop.services.trade import TradeLine, spread

Deed = Callable[[], Posted | None]
Verb = Callable[[Books, Fields], Deed]


class Named(NamedTuple):
    """A product as a line names it; `per` is how many stock units the line's unit holds."""

    fields: Fields
    product: Product
    per: Decimal
    unit: str = ""  # the unit it is written in; empty for the product's own
    place_id: int = 0  # whose bins the line names

    def quantity(self, key: str = "qty") -> Decimal:
        """The quantity in stock units."""
        return self.fields.need_number(key) * self.per

    def price(self, key: str) -> Decimal | None:
        """The price of one stock unit, to six places; None when the line says none."""
        price = self.fields.number(key)
        if price is None or self.per == 1:
            return price
        return (price / self.per).quantize(Decimal("0.000001"), ROUND_HALF_UP)

    def pieces(self) -> Decimal | None:
        """How many pieces the weight was (catch weight)."""
        return self.fields.number("pieces")

    def bin(self, books: Books) -> int | None:
        """The bin it comes from or goes to. Raises UnknownBin."""
        return bin_named(books, self.place_id, self.fields.text("bin"))

    def serials(self) -> tuple[str, ...]:
        """The serial numbers of the pieces."""
        return tuple(self.fields.texts("serials"))

    def lot(self) -> tuple[str | None, int | None]:
        """The lot's code and its last day."""
        return self.fields.maybe("lot") or None, self.fields.day("expires")


class Said(TypedDict):
    """What a line may say of any paper: when it happened, its sender's id, and a note."""

    at: int | None
    external_id: str | None
    note: str


class Told(Said):
    """The same of a paper that has a warehouse."""

    place_id: int | None


def said(fields: Fields) -> Said:
    return {"at": fields.moment("at"), "external_id": fields.maybe("id"),
            "note": fields.text("note")}  # fmt: skip


def told(books: Books, fields: Fields) -> Told:
    """Raises UnknownWarehouse."""
    return {**said(fields), "place_id": place_id(books, fields)}


def named_goods(books: Books, fields: Fields, key: str = "lines") -> list[Named]:
    """The lines with their products. Raises UnknownProduct, NotAmong (unit)."""
    found, house = [], place_id(books, fields) or place_id(books, fields, "from")
    house = house or main_warehouse(books)
    for line in fields.each(key):
        product = by_sku(books, line.need("sku"))
        named, unit = line.maybe("unit") or "", Unit(product.unit)
        if named not in {"", product.unit}:
            unit = chosen_unit(units_of(books, [product.id])[product.id], product.unit, named)
        written = "" if unit.factor == ONE_QUANTITY else named
        found.append(Named(line, product, quantity(unit.factor), written, house))
    return found


def trade_lines(
    books: Books,
    fields: Fields,
    price: str,
    check: Callable[[Named], Inspected | None] | None = None,
) -> list[TradeLine]:
    """Lines as somebody agrees them; `price` is the key of the price, `check` reads what an
    inspection found of goods that arrive (in the line's own unit). What arrives has a cost, and
    no discount beside it."""
    found = []
    for line in named_goods(books, fields):
        percent = amount = Decimal(0)
        if check is None:
            percent, amount = line.fields.discount("discount")
        lot, expires_on = line.lot()
        seen = check(line) if check else None
        found.append(
            TradeLine(
                product_id=line.product.id,
                quantity=_taken_in(line, seen),
                unit=line.unit,
                pieces=line.pieces(),
                price=line.fields.number(price),
                percent_off=percent,
                discount=amount,
                rate=line.fields.number("tax"),
                name=line.fields.text("name"),
                note=line.fields.text("note"),
                lot=lot,
                expires_on=expires_on,
                check=seen,
                serials=line.serials(),
                bin_id=line.bin(books),
            )
        )
    return found


def _taken_in(line: Named, seen: Inspected | None) -> Decimal:
    """Where all of it was rejected, the quantity may be left out."""
    if seen is not None and seen.rejected and not line.fields.has("qty"):
        return Decimal(0)
    return line.fields.need_number("qty")


def place_id(books: Books, fields: Fields, key: str = "warehouse") -> int | None:
    """The warehouse a line names, if it does. Raises UnknownWarehouse."""
    code = fields.maybe(key)
    return None if code is None else warehouse(books, code).id


def partner_id(books: Books, fields: Fields, key: str) -> int | None:
    """The partner a line names, if it does. Raises UnknownPartner."""
    code = fields.maybe(key)
    return None if code is None else by_code(books, code).id


def paper(books: Books, fields: Fields) -> Header:
    """The earlier paper that `of` names by number or sender's id. Raises UnknownDocument."""
    return header(books, find_document(books, fields.need("of")))


def partner_of(books: Books, fields: Fields, key: str, of: Header) -> None:
    """A partner named beside `of` must be the paper's own."""
    named = partner_id(books, fields, key)
    if named is not None and named != of.partner_id:
        raise fields.wrong(key, f"not the one of {of.called}")


class Part(NamedTuple):
    """A part of an earlier paper's line, and the day file's line that asks for it."""

    row: LineRow
    quantity: Decimal
    asked: Named | None

    def price(self, key: str) -> tuple[Decimal | None, bool]:
        """The price the line says, and whether it is of the unit the earlier line is written in."""
        if self.asked is None:
            return None, False
        if self.asked.unit and self.asked.unit == self.row.unit:
            return self.asked.fields.number(key), True
        return self.asked.price(key), False


def laid_over(
    lines: Sequence[Named],
    rows: Sequence[LineRow],
    left: dict[int, int],
    refusal: type[errors.RuleBroken] = errors.MoreThanOrdered,
) -> list[Part]:
    """Lay the named goods over what is `left` of the rows; no lines at all means all of it.

    Raises `refusal` with what is left of the product where too much is asked for.
    """
    if not lines:
        return [Part(row, quantity(left[row.id]), None) for row in rows if left.get(row.id, 0) > 0]
    parts: list[Part] = []
    for line in lines:
        wanted = line.quantity()
        if wanted <= 0:
            raise errors.NotPositive("qty", wanted)
        try:
            taken = spread([(line.product.id, quantity_parts(wanted))], rows, left)
        except errors.MoreThanOrdered as broken:
            facts = broken.facts
            raise refusal(line.product.sku, facts["wanted"], facts["outstanding"]) from broken
        parts += [Part(row, quantity(part), line) for row, part in taken]
    return parts
