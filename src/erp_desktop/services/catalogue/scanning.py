"""What a scanned or typed code stands for: which product, how much of it, of which lot.

Asked in this order: a barcode or SKU as it is (a case's own code counts its pieces, at the case's
price: L-60), the same GTIN written longer or shorter, a label of the shop's scales (L-61), a GS1
symbol with lot, expiry and serial, the serial number of a piece alone.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from erp_desktop.core import errors
from erp_desktop.core.barcode import is_gtin, whole_code
from erp_desktop.core.gs1 import Elements, read_symbol
from erp_desktop.core.money import (
    ONE_QUANTITY,
    divided,
    money_parts,
    quantity_parts,
    value_of,
)
from erp_desktop.core.scale_codes import Reading, patterns
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.products import Product, link_barcode, product
from erp_desktop.services.users import rights

SCALE_CODES = "scale_codes"  # the setting: one pattern a line
_IN_A_KILOGRAM = {
    "kg": 1, "千克": 1, "公斤": 1, "kilo": 1, "g": 1000, "克": 1000, "斤": 2, "市斤": 2, "两": 20,
}  # fmt: skip


class Scanned(NamedTuple):
    """A product, and how many stock units of it (whole parts).

    `price` is per stock unit where the code brings one of its own: a case's, or a printed amount.
    """

    product: Product
    quantity: int
    price: int | None = None
    unit: str = ""  # the unit whose code it is; empty for the stock unit
    lot: str = ""
    serial: str = ""
    expires_on: int | None = None
    pieces: Decimal | None = None  # of a weighed label, where goods are kept in pieces too


def by_code(books: Books, code: str) -> Scanned | None:
    """What a code stands for, or None. Raises DamagedCode."""
    code = whole_code(code)
    return (
        _plain(books, code) or _of_scale(books, code) or _of_symbol(books, code)
        or _of_serial(books, code)
    )  # fmt: skip


def known_code(books: Books, code: str) -> bool:
    """Whether a code stands for something; a damaged one does not."""
    try:
        return by_code(books, code) is not None
    except errors.DamagedCode:
        return False


def own_part(books: Books, code: str) -> str:
    """The part of a code that names the goods: what a product has to know to be found by it."""
    code = whole_code(code)
    reading = _reading(books, code)
    if reading is not None:
        return reading.item
    symbol = read_symbol(code)
    return _shortest(symbol.gtin) if symbol else code


def link_scanned(books: Books, code: str, product_id: int) -> None:
    """Let a product be found by an unknown code that was scanned. Raises BarcodeTaken."""
    link_barcode(books, own_part(books, code), product_id)


def save_scale_codes(books: Books, texts: Sequence[str]) -> None:
    """Keep the layouts of the shop's scales, in the order they are tried. Raises WrongPattern."""
    rights.require(books, rights.SETTINGS)
    lines = "\n".join(text.strip() for text in texts if text.strip())
    patterns(lines)
    books.put_setting(SCALE_CODES, lines)


def scale_codes(books: Books) -> list[str]:
    """The layouts of the shop's scales, as they were written down."""
    return books.setting(SCALE_CODES).splitlines()


def _plain(books: Books, code: str) -> Scanned | None:
    """A code that stands there as it is, or the same GTIN in another length."""
    for written in _spellings(code):
        row = books.row(
            "SELECT b.product_id, u.unit, u.factor, u.price FROM barcode b LEFT JOIN product_unit u"
            " ON u.product_id = b.product_id AND u.unit = b.unit WHERE b.code = ?",
            (written,),
        )
        if row is not None:
            return _unit(product(books, row[0]), row[1], row[2], row[3])
    # of a product that was merged into another, the other
    found = books.value("SELECT COALESCE(merged_into_id, id) FROM product WHERE sku = ?", (code,))
    return Scanned(product(books, found), ONE_QUANTITY) if found else None


def _unit(found: Product, unit: str | None, factor: int | None, price: int | None) -> Scanned:
    """The stock unit, or a case: so many pieces, at the case's price for each."""
    if unit is None or not factor:
        return Scanned(found, ONE_QUANTITY)
    each = None if price is None else divided(price * ONE_QUANTITY, factor)
    return Scanned(found, factor, each, unit)


def _spellings(code: str) -> list[str]:
    """The code, and where it is a GTIN the other lengths in which scanners send it."""
    if not is_gtin(code):
        return [code]
    digits = code.lstrip("0")
    longer = [digits.zfill(length) for length in (8, 12, 13, 14) if length >= len(digits)]
    return [code, *(one for one in longer if one != code)]


def _shortest(gtin: str) -> str:
    """A GTIN as it stands on the single piece."""
    return gtin.removeprefix("0")


def _reading(books: Books, code: str) -> Reading | None:
    kept = books.setting(SCALE_CODES)
    found = (pattern.read(code) for pattern in patterns(kept)) if kept else ()
    return next((one for one in found if one is not None), None)


def _of_scale(books: Books, code: str) -> Scanned | None:
    """A label of the shop's own scale."""
    reading = _reading(books, code)
    if reading is None:
        return None
    found = _plain(books, reading.item) or _plain(books, reading.item.lstrip("0"))
    if found is None:
        return None
    measured = _measured(books, found, reading.weight, reading.pieces, reading.amount)
    return measured._replace(pieces=_packed(found.product, reading.weight, reading.pieces))


def _of_symbol(books: Books, code: str) -> Scanned | None:
    """A GS1 symbol: its goods by GTIN, with what else it says."""
    symbol = read_symbol(code)
    found = _plain(books, symbol.gtin) if symbol else None
    if symbol is None or found is None:
        return None
    measured = _measured(books, found, symbol.kilograms, symbol.count, symbol.amount)
    packed = _packed(found.product, symbol.kilograms, symbol.count)
    return _traced(measured, symbol)._replace(pieces=packed)


def _of_serial(books: Books, code: str) -> Scanned | None:
    """The sticker of one piece: a serial number that only one product has."""
    rows = books.rows("SELECT product_id FROM lot WHERE code = ? AND is_serial = 1", (code,))
    if len(rows) != 1:
        return None
    return Scanned(product(books, rows[0][0]), ONE_QUANTITY, serial=code)


def _traced(found: Scanned, symbol: Elements) -> Scanned:
    return found._replace(lot=symbol.lot, serial=symbol.serial, expires_on=symbol.expires_on)


def _measured(
    books: Books, found: Scanned, weight: Decimal | None, pieces: Decimal | None,
    amount: Decimal | None,
) -> Scanned:  # fmt: skip
    """So heavy, so many, or for so much money: the label's amount is what is paid, to the cent."""
    if weight is not None and (pieces is None or found.product.unit.lower() in _IN_A_KILOGRAM):
        kilograms = weight * _IN_A_KILOGRAM.get(found.product.unit.lower(), 1)
        found = found._replace(quantity=_parts(kilograms))
    elif pieces is not None:
        found = found._replace(quantity=_parts(pieces) * found.quantity // ONE_QUANTITY)
    if amount is None:
        return found
    return _for_amount(books, found, money_parts(amount), measured=weight or pieces)


def _packed(one: Product, weight: Decimal | None, pieces: Decimal | None) -> Decimal | None:
    """How many pieces a weighed label is for, of goods that are kept in both: one, unless said."""
    if not one.catch_unit or weight is None:
        return None
    return pieces or Decimal(1)


def _for_amount(
    books: Books, found: Scanned, amount: int, *, measured: Decimal | None
) -> Scanned:  # fmt: skip
    """The quantity an amount buys; where it is measured too, the price that makes the amount."""
    price = found.product.price if found.price is None else found.price
    if measured and found.quantity:
        if value_of(found.quantity, price, books.minor) == amount:
            return found
        return found._replace(price=divided(amount * ONE_QUANTITY * 100, found.quantity))
    if price <= 0:
        return found._replace(price=amount * 100)
    return found._replace(quantity=_bought(amount, price, books.minor))


def _bought(amount: int, price: int, minor: int) -> int:
    """The roundest quantity that costs exactly this amount."""
    exact = Decimal(amount * 100) / Decimal(price)
    for places in (3, 4, 5, 6):
        near = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        if value_of(quantity_parts(near), price, minor) == amount:
            break
    return quantity_parts(near)


def _parts(value: Decimal) -> int:
    return quantity_parts(value.quantize(Decimal("0.000001"), ROUND_HALF_UP))
