"""The people of the shop: who is on duty, their role and password.

Who works here and what they may do is a right of its own (`rights.PEOPLE`); one's own password and
PIN are everybody's own. Nobody deals out more rights than they have, nor changes how somebody
proves who they are that has more: else a clerk could become the owner in two steps.
"""

from erp_desktop.core import errors
from erp_desktop.models.books import Books
from erp_desktop.services.users.persons import (
    PERSON_SQL,
    Person,
    check_pin,
    hashed,
    matches,
    person_of,
)
from erp_desktop.services.users.pin_guard import note_pin
from erp_desktop.services.users.rights import (
    PEOPLE,
    managed,
    require,
    require_above,
    require_heir,
    rights_of,
    usual_rights,
)

__all__ = ["PIN_LENGTHS", "ROLES", "Person", "add_person", "check_pin", "people", "set_password",
           "set_pin", "set_role", "sign_in"]  # fmt: skip

ROLES = ("owner", "manager", "clerk", "accountant")
PIN_LENGTHS = range(4, 9)


def people(books: Books) -> list[Person]:
    """Everybody who may work here."""
    return [person_of(row) for row in books.rows(PERSON_SQL + "ORDER BY id")]


def add_person(books: Books, name: str, role: str, full_name: str = "") -> int:
    """Raises Missing, NotAmong (role), CodeTaken, NotAllowed."""
    if not name.strip():
        raise errors.Missing("name")
    require(books, PEOPLE)
    _require_role(role)
    require_above(books, usual_rights(role))
    if books.value("SELECT id FROM user_account WHERE name = ?", (name.strip(),)):
        raise errors.CodeTaken(name)
    return books.insert("user_account", name=name.strip(), full_name=full_name, role=role)


def set_role(books: Books, name: str, role: str) -> None:
    """Raises UnknownPerson, NotAmong, NotAllowed, LastToManage."""
    require(books, PEOPLE)
    _require_role(role)
    person_id = _above(books, name)
    require_above(books, usual_rights(role))
    before = managed(books)
    books.update("user_account", person_id, role=role)
    require_heir(books, before)


def set_password(books: Books, name: str, password: str) -> None:
    """Keep a salted scrypt hash of the password; an empty password removes it.

    Raises UnknownPerson, NotAllowed.
    """
    person_id = _own_or_above(books, name)
    books.update("user_account", person_id, password=hashed(password) if password else None)


def sign_in(books: Books, name: str, password: str) -> Person:
    """The person, if the password is theirs. Raises UnknownPerson, WrongPassword."""
    row = books.row(PERSON_SQL + "AND name = ?", (name,))
    if row is None:
        raise errors.UnknownPerson(name)
    if row[4] is not None and not matches(password, row[4]):
        raise errors.WrongPassword(name)
    return person_of(row)


def set_pin(books: Books, name: str, pin: str) -> None:
    """Keep a salted hash of the PIN for the till; an empty one removes it.

    Raises BadPin unless it is four to eight digits, UnknownPerson, NotAllowed.
    """
    if pin and not (pin.isascii() and pin.isdigit() and len(pin) in PIN_LENGTHS):
        raise errors.BadPin(len(pin))
    person_id = _own_or_above(books, name)
    books.update("user_account", person_id, pin=hashed(pin) if pin else None)
    note_pin(books, person_id, right=True)


def _own_or_above(books: Books, name: str) -> int:
    """The id of the person on duty, or of one whom they manage."""
    person_id = _above(books, name)
    if person_id != books.user_id:
        require(books, PEOPLE)
    return person_id


def _above(books: Books, name: str) -> int:
    """The id of a person of no more rights than whoever is on duty."""
    person_id = books.value("SELECT id FROM user_account WHERE name = ?", (name,))
    if person_id is None:
        raise errors.UnknownPerson(name)
    require_above(books, rights_of(books, person_id))
    return int(person_id)


def _require_role(role: str) -> None:
    if role not in ROLES:
        raise errors.NotAmong("role", role, " | ".join(ROLES))
