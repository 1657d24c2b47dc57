"""Wrong PINs are slowed down: after three of them the next try waits, each time twice as long.

How often somebody's PIN was missed is kept in the shop, so that starting the program anew begins
nothing anew. A right PIN forgets it.
"""

from typing import Final, NamedTuple

from erp_desktop.core import clock
from erp_desktop.models.books import Books

FREE: Final = 3  # wrong ones that cost nothing but a sentence
FIRST_WAIT: Final = 5  # seconds after the third, then twice as long each time
LONGEST: Final = 300


class Missed(NamedTuple):
    """How often a PIN was wrong since it was last right, and until when the next try waits."""

    times: int
    until: int


def missed(books: Books, person_id: int) -> Missed:
    """What is kept about a person's PIN."""
    times, _, until = books.setting(_key(person_id)).partition(" ")
    return Missed(int(times or 0), int(until or 0))


def seconds_to_wait(books: Books, person_id: int) -> int:
    """How long nobody may try this person's PIN; 0 is not at all."""
    return min(max(missed(books, person_id).until - clock.now(), 0), LONGEST)


def note_pin(books: Books, person_id: int, *, right: bool) -> int:
    """Keep that a PIN was right or wrong; how many seconds the next try waits."""
    before = missed(books, person_id).times
    if right:
        if before:
            books.put_setting(_key(person_id), "")
        return 0
    times = before + 1
    wait = min(FIRST_WAIT * 2 ** (times - FREE), LONGEST) if times >= FREE else 0
    books.put_setting(_key(person_id), f"{times} {clock.now() + wait}")
    return wait


def _key(person_id: int) -> str:
    return f"pin_missed_{person_id}"
