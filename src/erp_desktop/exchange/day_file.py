"""A day file: one JSON object a line, each a document or a piece of master data.

Lines are posted in the order of the file, each in a transaction of its own, and each gets an
answer: what was posted and what moved, or which rule said no. A line whose `id` was posted before
is answered with the first result, so that a file may be sent again after a broken connection.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Final

from erp_desktop.core import errors
from erp_desktop.core.money import money, quantity
from erp_desktop.exchange import (
    day_buying,
    day_catalogue,
    day_costing,
    day_lots,
    day_master,
    day_prices,
    day_receiving,
    day_selling,
    day_stock,
)
from erp_desktop.exchange.day_fields import LONGEST_ID, Fields, object_of
from erp_desktop.exchange.day_lines import Verb
from erp_desktop.models.books import Books
from erp_desktop.services.paper import Posted
from erp_desktop.services.posting import posted_before
from erp_desktop.services.unit_of_work import UnitOfWork
from erp_desktop.services.users.rights import sees_costs

VERBS: Final[dict[str, Verb]] = {
    **day_master.VERBS,
    **day_catalogue.VERBS,
    **day_buying.VERBS,
    **day_receiving.VERBS,
    **day_selling.VERBS,
    **day_stock.VERBS,
    **day_costing.VERBS,
    **day_lots.VERBS,
    **day_prices.VERBS,
}
_BLANK: Final = b" \t\r\n"
# Not about the line at hand: the next one would meet the same, perhaps after waiting as long.
SHOP_FAILED: Final = (
    errors.DiskFull,
    errors.ServerUnreachable,
    errors.ShopBusy,
    errors.ShopDamaged,
    errors.ShopReadOnly,
)


@dataclass(frozen=True, slots=True)
class DayLine:
    """One line of the file as it stands there: its number, counted from 1, and its object."""

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    wrong: errors.RuleBroken | None = None

    @property
    def id(self) -> str | None:
        """The sender's own id, as far as it can be told."""
        value = self.values.get("id")
        return value if isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a line."""

    line: int
    id: str | None
    posted: Posted | None = None
    broken: errors.RuleBroken | None = None
    places: int = 2
    costs: bool = True  # whether whoever posted it may know what goods cost

    def as_json(self) -> dict[str, Any]:
        """The answer as the command line hands it out."""
        said: dict[str, Any] = {"line": self.line, "id": self.id}
        if self.broken is not None:
            name = type(self.broken).__name__
            return said | {"posted": False, "error": name, "facts": self.broken.facts}
        done = self.posted or Posted(0, "")
        said |= {"number": done.number or None, "posted": True, "moves": self._moves(done)}
        if done.warnings:
            said["warnings"] = [{"rule": w.rule, "facts": w.facts} for w in done.warnings]
        return said

    def _moves(self, done: Posted) -> list[dict[str, str]]:
        return [
            {
                "sku": moved.sku,
                "warehouse": moved.warehouse,
                "qty": f"{quantity(moved.quantity):f}",
                **({"value": f"{money(moved.value, self.places):f}"} if self.costs else {}),
            }
            for moved in done.moves
        ]


def read_lines(content: bytes) -> list[DayLine]:
    """The lines of a day file in UTF-8; empty ones are passed over but counted."""
    raw = content.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    return [_read(at, line) for at, line in enumerate(raw, start=1) if line.strip(_BLANK)]


def _read(number: int, raw: bytes) -> DayLine:
    try:
        return DayLine(number, object_of(raw.decode("utf-8")))
    except UnicodeDecodeError:
        return DayLine(number, wrong=errors.WrongDayFileLine("line", "not UTF-8"))
    except errors.WrongDayFileLine as wrong:
        return DayLine(number, wrong=wrong)


def post_lines(
    work: UnitOfWork, lines: Iterable[DayLine], *, stop_on_error: bool = False
) -> Iterator[Answer]:
    """Post the lines one after another, each in a transaction of its own.

    It ends where the shop itself fails (a full disk, a server that is gone): the answer says so.
    """
    places, costs = work.read(lambda books: (books.money_places, sees_costs(books)))
    for line in lines:
        answer = _answer(line, lambda line=line: work.run(post_line, line), places)
        yield answer if costs else replace(answer, costs=False)
        if isinstance(answer.broken, SHOP_FAILED) or (answer.broken and stop_on_error):
            return


def try_lines(
    books: Books,
    lines: Iterable[DayLine],
    understood: Callable[[], AbstractContextManager[None]],
    *,
    stop_on_error: bool = False,
) -> list[Answer]:
    """Post the lines in the transaction at hand, for their answers; a refused line leaves no
    trace in it. Run it with `UnitOfWork.try_out`, which takes everything back; what the database
    itself refuses of a line (an amount too large for it) is `understood` line by line."""
    answers: list[Answer] = []

    def tried(line: DayLine) -> Posted | None:
        with understood():
            return post_line(books, line)

    for line in lines:
        books.run("SAVEPOINT day_line")
        answers.append(_answer(line, partial(tried, line), books.money_places))
        if answers[-1].broken is not None:
            books.run("ROLLBACK TO SAVEPOINT day_line")
            books.known.clear()
            if stop_on_error:
                break
        books.run("RELEASE SAVEPOINT day_line")
    books.known.clear()
    return answers if sees_costs(books) else [replace(one, costs=False) for one in answers]


def _answer(line: DayLine, post: Any, places: int) -> Answer:
    try:
        return Answer(line.number, line.id, post(), places=places)
    except errors.RuleBroken as broken:
        return Answer(line.number, line.id, broken=broken)


def post_line(books: Books, line: DayLine) -> Posted | None:
    """Post one line in the transaction at hand; None for what has no number (master data).

    Raises WrongDayFileLine, or whatever rule its service knows.
    """
    if line.wrong is not None:
        raise line.wrong
    fields = Fields(line.values)
    sender = fields.maybe("id")
    if sender is not None and not 0 < len(sender) <= LONGEST_ID:
        raise fields.wrong("id", f"1 to {LONGEST_ID} letters expected")
    verb = VERBS.get(fields.need("do"))
    if verb is None:
        raise fields.wrong("do", f"no such verb; known are {', '.join(sorted(VERBS))}")
    if again := posted_before(books, sender):
        return again
    deed = verb(books, fields)
    fields.done()
    return deed()
