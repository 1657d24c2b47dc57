"""Who somebody is: the person as others see them, and the secrets that prove it.

Passwords and PINs are kept as salted hashes only.
"""

from typing import Final, NamedTuple

from erp_desktop.core import errors
from erp_desktop.models.books import Books, Row
from erp_desktop.services.users.pin_guard import seconds_to_wait

PERSON_SQL: Final = (
    "SELECT id, name, full_name, role, password, pin FROM user_account WHERE active "
)


class Person(NamedTuple):
    id: int
    name: str
    full_name: str
    role: str
    has_password: bool
    has_pin: bool = False


def person_of(row: Row) -> Person:
    """A row of `PERSON_SQL` as a person."""
    return Person(row[0], row[1], row[2] or row[1], row[3], row[4] is not None, row[5] is not None)


def check_pin(books: Books, person_id: int, pin: str) -> Person:
    """The person, if the PIN is theirs; one without a PIN has none to check.

    Who asks for a PIN notes how it went (`pin_guard.note_pin`). Raises UnknownPerson, WrongPin,
    PinMustWait (also for the right one).
    """
    row = books.row(PERSON_SQL + "AND id = ?", (person_id,))
    if row is None:
        raise errors.UnknownPerson(person_id)
    wait = seconds_to_wait(books, person_id) if row[5] is not None else 0
    if wait:
        raise errors.PinMustWait(row[2] or row[1], wait)
    if row[5] is not None and not matches(pin, row[5]):
        raise errors.WrongPin(row[2] or row[1])
    return person_of(row)


def hashed(password: str) -> str:
    """A salted hash of a password or PIN, as it is kept."""
    import hashlib
    import secrets

    salt = secrets.token_bytes(16)
    key = hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1, maxmem=2**26)
    return f"scrypt${salt.hex()}${key.hex()}"


def matches(password: str, kept: str) -> bool:
    """Whether it is the password or PIN whose hash was kept."""
    import hashlib
    import hmac

    _, salt, key = kept.split("$")
    found = hashlib.scrypt(
        password.encode(), salt=bytes.fromhex(salt), n=2**14, r=8, p=1, maxmem=2**26
    )
    return hmac.compare_digest(found.hex(), key)
