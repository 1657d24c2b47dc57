"""Closing a period (结账): its figures never change again; what would fall into it is booked on
the first open day, naming its cause (LEDGER L-21). What was where at its end is kept, so that the
stock as of any later day is near (L-80). Who closed and opened what, and why, is kept too."""

import json
from typing import Any, Final, NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.models.books import Books
from erp_desktop.services.stock.standing import drop_snapshots, take_snapshot
from erp_desktop.services.users import rights

LOG: Final = "period_log"  # the setting that keeps who closed and opened what


class PeriodEvent(NamedTuple):
    """The books were closed through a day, or opened again (then closed through an earlier one)."""

    through: int  # 0: nothing is closed
    opened: bool
    at: int
    person: str
    reason: str


def close_period(books: Books, through: int) -> None:
    """Close the books through a day. Raises PeriodClosed for a day that is closed already,
    DateTooFar for one that no paper can have yet: all that follows would be booked behind it."""
    rights.require(books, rights.PERIODS)
    clock.reasonable(clock.day_end(through))
    if through <= books.closed_through:
        raise errors.PeriodClosed(books.closed_through)
    books.put_setting("closed_through", str(through))
    take_snapshot(books, through)
    _note(books, {"through": through})


def reopen_period(books: Books, after: int, reason: str = "") -> None:
    """Open the books again after a day (0: all of them); their snapshots are dropped.

    Raises PeriodOpen when nothing is closed after that day.
    """
    rights.require(books, rights.PERIODS)
    if after >= books.closed_through:
        raise errors.PeriodOpen(books.closed_through)
    books.put_setting("closed_through", str(after))
    drop_snapshots(books, after)
    _note(books, {"through": after, "opened": True, "reason": reason})


def period_events(books: Books) -> list[PeriodEvent]:
    """Who closed and opened the books when, the newest first. Periods that were closed before this
    was kept are told by their snapshots."""
    noted = json.loads(books.setting(LOG, "[]"))
    people: dict[int, str] = dict(
        books.rows("SELECT id, COALESCE(NULLIF(full_name, ''), name) FROM user_account")
    )
    known = {one["through"] for one in noted if not one.get("opened")}
    events = [
        PeriodEvent(day, opened=False, at=at, person="", reason="")
        for day, at in books.rows("SELECT day, taken_at FROM period_snapshot ORDER BY day")
        if day not in known
    ]
    events += [
        PeriodEvent(one["through"], bool(one.get("opened")), one["at"],
                    people.get(one.get("person"), ""), one.get("reason", ""))
        for one in noted
    ]  # fmt: skip
    return events[::-1]


def _note(books: Books, fact: dict[str, Any]) -> None:
    noted = json.loads(books.setting(LOG, "[]"))
    noted.append({**fact, "at": clock.now(), "person": books.user_id})
    books.put_setting(LOG, json.dumps(noted, ensure_ascii=False))
