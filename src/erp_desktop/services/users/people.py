"""The people of the shop: who is on duty, their role and password."""

from typing import NamedTuple

from erp_desktop.core import errors
from erp_desktop.models.books import Books, Row
from erp_desktop.services.users.pin_guard import note_pin, seconds_to_wait

ROLES = ("owner", "manager", "clerk", "accountant")
PIN_LENGTHS = range(4, 9)


class Person(NamedTuple):
    id: int
    name: str
    full_name: str
    role: str
    has_password: bool
    has_pin: bool = False


_PERSON = "SELECT id, name, full_name, role, password, pin FROM user_account WHERE active "


def people(books: Books) -> list[Person]:
    """Everybody who may work here."""
    return [_person(row) for row in books.rows(_PERSON + "ORDER BY id")]


def _person(row: Row) -> Person:
    return Person(row[0], row[1], row[2] or row[1], row[3], row[4] is not None, row[5] is not None)


def add_person(books: Books, name: str, role: str, full_name: str = "") -> int:
    """Raises Missing, NotAmong (role), CodeTaken."""
    if not name.strip():
        raise errors.Missing("name")
    _require_role(role)
    if books.value("SELECT id FROM user_account WHERE name = ?", (name.strip(),)):
        raise errors.CodeTaken(name)
    return books.insert("user_account", name=name.strip(), full_name=full_name, role=role)


def set_role(books: Books, name: str, role: str) -> None:
    """Raises UnknownPerson, NotAmong."""
    _require_role(role)
    if not books.run("UPDATE user_account SET role = ? WHERE name = ?", (role, name)):
        raise errors.UnknownPerson(name)


def set_password(books: Books, name: str, password: str) -> None:
    """Keep a salted scrypt hash of the password; an empty password removes it."""
    kept = _hashed(password) if password else None
    if not books.run("UPDATE user_account SET password = ? WHERE name = ?", (kept, name)):
        raise errors.UnknownPerson(name)


def sign_in(books: Books, name: str, password: str) -> Person:
    """The person, if the password is theirs. Raises UnknownPerson, WrongPassword."""
    row = books.row(_PERSON + "AND name = ?", (name,))
    if row is None:
        raise errors.UnknownPerson(name)
    if row[4] is not None and not _matches(password, row[4]):
        raise errors.WrongPassword(name)
    return _person(row)


def set_pin(books: Books, name: str, pin: str) -> None:
    """Keep a salted hash of the PIN for the till; an empty one removes it.

    Raises BadPin unless it is four to eight digits, UnknownPerson.
    """
    if pin and not (pin.isascii() and pin.isdigit() and len(pin) in PIN_LENGTHS):
        raise errors.BadPin(len(pin))
    kept = _hashed(pin) if pin else None
    ident = books.value("SELECT id FROM user_account WHERE name = ?", (name,))
    if ident is None:
        raise errors.UnknownPerson(name)
    books.update("user_account", ident, pin=kept)
    note_pin(books, ident, right=True)


def check_pin(books: Books, person_id: int, pin: str) -> Person:
    """The person, if the PIN is theirs; one without a PIN has none to check.

    Who asks for a PIN notes how it went (`pin_guard.note_pin`). Raises UnknownPerson, WrongPin,
    PinMustWait (also for the right one).
    """
    row = books.row(_PERSON + "AND id = ?", (person_id,))
    if row is None:
        raise errors.UnknownPerson(person_id)
    wait = seconds_to_wait(books, person_id) if row[5] is not None else 0
    if wait:
        raise errors.PinMustWait(row[2] or row[1], wait)
    if row[5] is not None and not _matches(pin, row[5]):
        raise errors.WrongPin(row[2] or row[1])
    return _person(row)


def _require_role(role: str) -> None:
    if role not in ROLES:
        raise errors.NotAmong("role", role, " | ".join(ROLES))


def _hashed(password: str) -> str:
    import hashlib
    import secrets

    salt = secrets.token_bytes(16)
    key = hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1, maxmem=2**26)
    return f"scrypt${salt.hex()}${key.hex()}"


def _matches(password: str, kept: str) -> bool:
    import hashlib
    import hmac

    _, salt, key = kept.split("$")
    found = hashlib.scrypt(
        password.encode(), salt=bytes.fromhex(salt), n=2**14, r=8, p=1, maxmem=2**26
    )
    return hmac.compare_digest(found.hex(), key)
