"""Changing what the shop says of itself: name, address, tax number, language, the usual tax.

The currency is not among them: every posted amount is in it.
"""

from dataclasses import dataclass
from decimal import Decimal

from erp_desktop.core import errors
from erp_desktop.core.money import ZERO, parts
from erp_desktop.models.books import Books
from erp_desktop.services.users import rights

_LOCK = "backup_lock"


@dataclass(frozen=True, slots=True)
class SaveShop:
    """None leaves what is there alone."""

    name: str | None = None
    address: str | None = None
    phone: str | None = None
    tax_number: str | None = None
    language: str | None = None
    tax: Decimal | None = None  # percent
    prices_include_tax: bool | None = None


def save_shop(books: Books, command: SaveShop) -> None:
    """Keep the shop's settings. Raises Missing (name), NotPositive (tax)."""
    rights.require(books, rights.SETTINGS)
    if command.name is not None and not command.name.strip():
        raise errors.Missing("name")
    if command.tax is not None and command.tax < ZERO:
        raise errors.NotPositive("tax", command.tax)
    wanted = {
        "name": command.name and command.name.strip(),
        "address": command.address,
        "phone": command.phone,
        "tax_number": command.tax_number,
        "language": command.language,
        "tax": None if command.tax is None else str(parts(command.tax, 6)),
    }
    if command.prices_include_tax is not None:
        wanted["prices_include_tax"] = str(int(command.prices_include_tax))
    for key, value in wanted.items():
        if value is not None:
            books.put_setting(key, value)


def backup_lock(books: Books) -> str:
    """What this shop's backups are closed with, as text; empty where they are not encrypted.

    It goes with the shop: every till closes its backups, and so does a shop that was restored.
    """
    return books.setting(_LOCK)


def keep_backup_lock(books: Books, lock: str) -> None:
    """Encrypt the backups made by the windows from now on; an empty text: no longer."""
    rights.require(books, rights.SETTINGS)
    books.put_setting(_LOCK, lock)
