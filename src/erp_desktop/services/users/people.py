"""The people of the shop: who is on duty, their role and password."""

from typing import NamedTuple

from erp_desktop.core import errors
from erp_desktop.models.books import Books

ROLES = ("owner", "manager", "clerk", "accountant")


class Person(NamedTuple):
    id: int
    name: str
    full_name: str
    role: str
    has_password: bool


def people(books: Books) -> list[Person]:
    """Everybody who may work here."""
    return [
        Person(row[0], row[1], row[2] or row[1], row[3], row[4] is not None)
        for row in books.rows(
            "SELECT id, name, full_name, role, password FROM user_account WHERE active ORDER BY id"
        )
    ]


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
    row = books.row(
        "SELECT id, name, full_name, role, password FROM user_account WHERE name = ? AND active",
        (name,),
    )
    if row is None:
        raise errors.UnknownPerson(name)
    if row[4] is not None and not _matches(password, row[4]):
        raise errors.WrongPassword(name)
    return Person(row[0], row[1], row[2] or row[1], row[3], row[4] is not None)


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
