"""Suppliers and customers: keeping and finding them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, NamedTuple

from erp_desktop.core import errors
from erp_desktop.core.money import MONEY_PLACES, QUANTITY_PLACES, parts
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.search import initials


class Partner(NamedTuple):
    """What a paper needs to know of a partner."""

    id: int
    code: str
    name: str
    address: str
    terms_days: int
    price_level_id: int | None = None
    credit_limit: int | None = None  # in money parts


@dataclass(frozen=True, slots=True)
class SavePartner:
    """A partner to be made or changed. None leaves what is there alone; days to arrive, a
    tolerance and a credit limit below zero, and a price level 0, mean: none said."""

    code: str
    name: str | None = None
    is_supplier: bool | None = None
    is_customer: bool | None = None
    contact: str | None = None
    phone: str | None = None
    email: str | None = None
    address: str | None = None
    tax_number: str | None = None
    terms_days: int | None = None
    lead_days: int | None = None
    minimum_order: Decimal | None = None  # the least he delivers for
    over_percent: Decimal | None = None  # so much more may come than was ordered
    note: str | None = None
    active: bool | None = None
    batch_id: int | None = None
    rank: int | None = None  # the highest is served first where stock is short
    price_level_id: int | None = None
    credit_limit: Decimal | None = None  # he may owe so much
    tags: Sequence[str] | None = None  # the shop's own words for what he is


_MAY_BE_NONE = frozenset({"lead_days", "over_percent", "credit_limit"})
_PARTS = {"lead_days": 0, "minimum_order": MONEY_PLACES, "over_percent": QUANTITY_PLACES,
          "credit_limit": MONEY_PLACES}  # fmt: skip
_PARTNER = "SELECT id, code, name, address, terms_days, price_level_id, credit_limit FROM partner "


def partner(books: Books, partner_id: int) -> Partner:
    """One partner by id. Raises UnknownPartner."""
    row = books.row(_PARTNER + "WHERE id = ?", (partner_id,))
    if row is None:
        raise errors.UnknownPartner(partner_id)
    return Partner(*row)


def by_code(books: Books, code: str) -> Partner:
    """One partner by code. Raises UnknownPartner."""
    row = books.row(_PARTNER + "WHERE code = ?", (code,))
    if row is None:
        raise errors.UnknownPartner(code)
    return Partner(*row)


def add_partner(books: Books, command: SavePartner) -> int:
    """Make a new partner; its id. What another partner is called is not written over.

    Raises Missing, NotPositive, CodeTaken.
    """
    code = command.code.strip()
    if books.value("SELECT 1 FROM partner WHERE code = ?", (code,)):
        raise errors.CodeTaken(code)
    return save_partner(books, command)


def save_partner(books: Books, command: SavePartner) -> int:
    """Make a partner, or change the one with this code; its id. Raises Missing, NotPositive."""
    code = command.code.strip()
    if not code:
        raise errors.Missing("code")
    columns = {
        field.name: _whole(field.name, getattr(command, field.name))
        for field in fields(command)
        if field.name not in {"code", "batch_id"} and getattr(command, field.name) is not None
    }
    if "name" in columns:
        columns["initials"] = initials(columns["name"])
    found = books.value("SELECT id FROM partner WHERE code = ?", (code,))
    if found is None:
        columns.setdefault("name", code)
        return books.insert("partner", code=code, batch_id=command.batch_id, **columns)
    if columns:
        books.update("partner", found, **columns)
    return int(found)


def _whole(name: str, value: Any) -> Any:
    """Amounts and percents as they are kept. Raises NotPositive."""
    if name == "price_level_id":
        return value or None
    if name == "tags":
        return "\n".join(tags_from(value))
    places = _PARTS.get(name)
    if name == "terms_days" and value < 0:
        raise errors.NotPositive(name, value)
    if places is None:
        return value
    if value < 0 and name in _MAY_BE_NONE:
        return None
    if value < 0:
        raise errors.NotPositive(name, value)
    return parts(Decimal(value), places)


def tags_from(words: Iterable[str]) -> list[str]:
    """The shop's own words, each once, without what separates them."""
    plain = (" ".join(word.split()) for word in words)
    return list(dict.fromkeys(word for word in plain if word))


def tags_in_use(books: Books) -> list[str]:
    """Every tag that some partner carries, in the order of the alphabet."""
    found = books.rows("SELECT DISTINCT tags FROM partner WHERE tags <> ''")
    return sorted({tag for (tags,) in found for tag in tags.splitlines()})


def find_partners(books: Books, text: str, role: str, limit: int = 20) -> list[Partner]:
    """Active partners whose name, code, phone or initials contain the text. `role`: is_customer
    or is_supplier."""
    if role not in {"is_customer", "is_supplier"}:
        raise ValueError(role)
    wanted = f"%{text.strip().lower()}%"
    return [
        Partner(*row)
        for row in books.rows(
            f"{_PARTNER}WHERE {role} AND active AND (lower(name) LIKE ? OR lower(code) LIKE ? "
            "OR phone LIKE ? OR initials LIKE ?) ORDER BY name LIMIT ?",
            (wanted, wanted, wanted, wanted, limit),
        )
    ]
