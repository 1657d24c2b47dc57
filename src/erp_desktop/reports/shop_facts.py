"""What the windows need to know of a shop before they can show anything of it."""

from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core.money import decimal_of
from erp_desktop.models.books import Books
from erp_desktop.services.shop.modules import modules_off
from erp_desktop.services.users.rights import COST, rights_of


class ShopFacts(NamedTuple):
    """The shop's own settings, and who is on duty."""

    name: str
    address: str
    phone: str
    tax_number: str
    currency: str
    places: int  # decimals of the currency
    language: str
    tax: Decimal  # the usual rate, in percent
    tax_included: bool
    practice: bool
    closed_through: int
    person_id: int | None
    person: str
    modules_off: frozenset[str] = frozenset()  # parts of the program that are out of the way
    costs: bool = True  # whether the person may see what goods cost
    guarded: bool = False  # whether the person has a PIN


def shop_facts(books: Books) -> ShopFacts:
    """Read them, in one question to the settings and one to the people."""
    known = books.settings
    person = books.row(
        "SELECT id, COALESCE(NULLIF(full_name, ''), name), pin IS NOT NULL FROM user_account "
        "WHERE active ORDER BY CASE WHEN id = ? THEN 0 ELSE 1 END, id LIMIT 1",
        (books.user_id or 0,),
    )
    person_id = person[0] if person else None
    return ShopFacts(
        name=known.get("name", ""),
        address=known.get("address", ""),
        phone=known.get("phone", ""),
        tax_number=known.get("tax_number", ""),
        currency=known.get("currency", ""),
        places=books.money_places,
        language=known.get("language", "en"),
        tax=decimal_of(int(known.get("tax", "0")), 6),
        tax_included=books.tax_included,
        practice=known.get("practice") == "1",
        closed_through=books.closed_through,
        person_id=person_id,
        person=person[1] if person else "",
        modules_off=modules_off(books),
        costs=person_id is None or rights_of(books, person_id).may(COST),
        guarded=bool(person and person[2]),
    )
