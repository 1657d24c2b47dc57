"""Asking for a PIN: how it went is kept, so that whoever guesses is slowed down."""

from typing import Any

from erp_desktop.core.errors import PinMustWait, WrongPin
from erp_desktop.services.users.pin_guard import note_pin
from erp_desktop.views.drafts import quietly
from erp_desktop.views.office import Office


def by_pin(office: Office, person_id: int, step: Any, *facts: Any) -> Any:
    """Have something done that needs the PIN of a person.

    Raises WrongPin, PinMustWait (where this wrong one was one too many), and what the step raises.
    """
    try:
        done = office.do(step, *facts)
    except WrongPin as broken:
        wait = quietly(office, _wrong, person_id)
        if wait:
            raise PinMustWait(broken.facts["user"], wait) from broken
        raise
    quietly(office, _right, person_id)
    return done


def _wrong(books: Any, person_id: int) -> int:
    return note_pin(books, person_id, right=False)


def _right(books: Any, person_id: int) -> int:
    return note_pin(books, person_id, right=True)
