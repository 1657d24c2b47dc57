"""Shifts of a till (班次): open the drawer with a float, put cash in or take it out, count it.

A shift begins with what lies in the drawer. What is sold, given back, put in and taken out at the
till belongs to it. Closing it means counting: the Z report says what should be there and what is,
the difference is booked as cash over or short, and the report is a posted document like any other,
with a gapless number, its figures kept as its lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.core.money import ONE_QUANTITY
from erp_desktop.core.states import Kind
from erp_desktop.models.books import Books
from erp_desktop.services import posting
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.paper import Leg, Line, Paid, Paper, Posted
from erp_desktop.services.sales.shift_figures import (
    COUNTED,
    DIFFERENCE,
    EXPECTED,
    LEFT,
    NOTE,
    PUT_IN,
    TAKEN_OUT,
    Figure,
    figure_of,
    figures_of,
)
from erp_desktop.services.users import rights


class Shift(NamedTuple):
    """A shift as it stands: `number` counts the till's shifts, `opening` is in money parts."""

    id: int
    till: str
    number: int
    opened_at: int
    opened_by: int | None
    opening: int
    closed_at: int | None
    document_id: int | None


@dataclass(frozen=True, slots=True)
class OpenShift:
    """The drawer is opened with so much in it."""

    till: str
    opening: Decimal = Decimal(0)
    at: int | None = None


@dataclass(frozen=True, slots=True)
class MoveCash:
    """Cash goes into the drawer (`reason` of PUT_IN) or out of it (of TAKEN_OUT)."""

    till: str
    amount: Decimal
    reason: str
    note: str = ""
    at: int | None = None
    external_id: str | None = None
    approvals: Sequence[int] = field(default=())


@dataclass(frozen=True, slots=True)
class CloseShift:
    """The drawer was counted: `counted` in all, `notes` how many of which.

    `left` stays in the drawer for the next shift; None leaves all of it.
    """

    till: str
    counted: Decimal
    notes: Sequence[tuple[Decimal, int]] = field(default=())
    left: Decimal | None = None
    note: str = ""
    at: int | None = None
    external_id: str | None = None
    approvals: Sequence[int] = field(default=())


_SHIFT: Final = (
    "SELECT s.id, s.till, (SELECT count(*) FROM till_shift e WHERE e.till = s.till "
    "AND e.id <= s.id), s.opened_at, s.opened_by, s.opening, s.closed_at, s.document_id "
    "FROM till_shift s "
)


def open_shift_of(books: Books, till: str) -> Shift | None:
    """The shift that runs at a till."""
    row = books.row(_SHIFT + "WHERE s.till = ? AND s.closed_at IS NULL", (till,))
    return None if row is None else Shift(*row)


def shift_by_id(books: Books, shift_id: int) -> Shift:
    """One shift. Raises UnknownDocument."""
    row = books.row(_SHIFT + "WHERE s.id = ?", (shift_id,))
    if row is None:
        raise errors.UnknownDocument(shift_id)
    return Shift(*row)


def require_shift(books: Books, till: str) -> Shift:
    """The shift that runs. Raises NoShiftOpen."""
    shift = open_shift_of(books, till)
    if shift is None:
        raise errors.NoShiftOpen(till)
    return shift


def open_shifts(books: Books) -> list[Shift]:
    """The shifts that run, this till's first: whose drawers cash can come out of."""
    rows = books.rows(
        _SHIFT + "WHERE s.closed_at IS NULL ORDER BY CASE WHEN s.till = ? THEN 0 ELSE 1 END, "
        "s.till", (books.till,),
    )  # fmt: skip
    return [Shift(*row) for row in rows]


def drawer_of(books: Books, till: str, means: Sequence[str]) -> Shift | None:
    """The shift whose drawer cash comes out of or goes into; none where no till is named: then it
    is the safe's. Raises NoShiftOpen, NotAmong (a till is named, and no cash is moved)."""
    if not till:
        return None
    if "cash" not in means:
        raise errors.NotAmong("method", " ".join(means), "cash")
    return require_shift(books, till)


def till_of(books: Books, document_id: int) -> str:
    """The till in whose shift a paper was counted; "" where it is none's."""
    found = books.value(
        "SELECT s.till FROM shift_paper p JOIN till_shift s ON s.id = p.shift_id "
        "WHERE p.document_id = ?", (document_id,),
    )  # fmt: skip
    return str(found or "")


def left_behind(books: Books, till: str) -> int:
    """What the last shift left in the till's drawer, in money parts: the next one's float."""
    found = books.value(
        "SELECT l.net FROM till_shift s JOIN document_line l ON l.document_id = s.document_id "
        "WHERE s.till = ? AND l.sku = ? ORDER BY s.id DESC LIMIT 1",
        (till, LEFT),
    )
    return int(found or 0)


def open_shift(books: Books, command: OpenShift) -> int:
    """Open a till's drawer; the shift's id. Raises ShiftIsOpen, NotPositive, Missing (till)."""
    if not command.till.strip():
        raise errors.Missing("till")
    running = open_shift_of(books, command.till)
    if running is not None:
        raise errors.ShiftIsOpen(command.till, clock.iso(running.opened_at))
    if command.opening < 0:
        raise errors.NotPositive("float", command.opening)
    at = command.at if command.at is not None else clock.now()
    clock.reasonable(at)
    return books.insert(
        "till_shift", till=command.till, opened_at=at, opened_by=books.user_id,
        opening=books.amount(command.opening),
    )  # fmt: skip


def move_cash(books: Books, command: MoveCash) -> Posted:
    """Book cash that goes into the drawer or out of it.

    Raises NoShiftOpen, NotPositive, NotAmong (reason), NotAllowed.
    """
    if again := posting.posted_before(books, command.external_id):
        return again
    permit = rights.Permit(books, command.approvals)
    permit.require(rights.CASH)
    shift = require_shift(books, command.till)
    if command.amount <= 0:
        raise errors.NotPositive("amount", command.amount)
    sign = 1 if command.reason in PUT_IN else -1
    role = (PUT_IN | TAKEN_OUT).get(command.reason)
    if role is None:
        raise errors.NotAmong("reason", command.reason, " | ".join(PUT_IN | TAKEN_OUT))
    amount = sign * books.amount(command.amount)
    paper = Paper(
        kind=Kind.CASH_MOVE,
        at=command.at if command.at is not None else clock.now(),
        external_id=command.external_id,
        reference=shift.till,
        reason=command.reason,
        note=command.note,
        net=amount,
        total=amount,
        payments=[Paid("cash", amount, amount)],
        legs=[Leg(Role.CASH, amount), Leg(role, -amount)],
    )
    posted = posting.post(books, paper)
    belongs(books, posted.id, shift.id)
    permit.used(posted.id)
    return posted


def close_shift(books: Books, command: CloseShift) -> Posted:
    """Count the drawer and close the shift with its Z report; the difference is booked.

    Raises NoShiftOpen, NotPositive, NotAllowed.
    """
    if again := posting.posted_before(books, command.external_id):
        return again
    permit = rights.Permit(books, command.approvals)
    permit.require(rights.CLOSE)
    shift = require_shift(books, command.till)
    counted = books.amount(command.counted)
    left = counted if command.left is None else books.amount(command.left)
    if min(counted, left) < 0 or left > counted:
        raise errors.NotPositive("counted", command.counted)
    at = command.at if command.at is not None else clock.now()
    figures = figures_of(books, shift.id, shift.opening)
    difference = counted - figure_of(figures, EXPECTED).amount
    figures += [
        Figure(f"{NOTE}{value}", many, books.amount(value * many))
        for value, many in command.notes if many
    ]  # fmt: skip
    figures += [Figure(COUNTED, 0, counted), Figure(DIFFERENCE, 0, difference)]
    figures.append(Figure(LEFT, 0, left))
    posted = posting.post(books, _report(shift, command, at, difference, figures))
    books.update(
        "till_shift", shift.id, closed_at=at, closed_by=books.user_id, document_id=posted.id
    )
    permit.used(posted.id)
    return posted


def belongs(books: Books, document_id: int, shift_id: int) -> None:
    """Note that a posted paper belongs to a shift, unless its till noted it already."""
    books.run(
        "INSERT INTO shift_paper (document_id, shift_id) VALUES (?, ?) "
        "ON CONFLICT (document_id) DO NOTHING",
        (document_id, shift_id),
    )


def _report(
    shift: Shift, command: CloseShift, at: int, difference: int, figures: Sequence[Figure]
) -> Paper:
    """The Z report as a paper: its figures are its lines, so that they are in the chain."""
    return Paper(
        kind=Kind.SHIFT,
        at=at,
        external_id=command.external_id,
        reference=shift.till,
        note=command.note,
        net=difference,
        total=difference,
        payments=[Paid("cash", difference, difference)] if difference else [],
        legs=[Leg(Role.CASH, difference), Leg(Role.CASH_DIFFERENCE, -difference)],
        lines=[
            Line(sku=one.key, name=one.name, quantity=one.many * ONE_QUANTITY, net=one.amount,
                 tax=one.tax)
            for one in figures
        ],
    )  # fmt: skip
