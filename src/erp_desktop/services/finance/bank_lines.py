"""What a bank says (银行对账单): the lines of its statements, kept beside the books.

A line is a claim of somebody else. It changes no ledger, and it comes in with an import and leaves
with it. Statements overlap: a line that is known already is not kept twice, and two lines that say
the same are two. Where a bank says its balance, the first line tells what was there before it; else
a person may. That stands as a line of ours, the balance brought forward (期初余额), so that all
lines come to what the bank says is there.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.models.books import Books
from erp_desktop.services.finance.chart import Role, account_ids
from erp_desktop.services.users import rights

# All of the money but that in the drawer, and by which means an expense or payment lands there.
METHODS: Final[dict[str, str]] = {
    Role.BANK: "bank", Role.CARD: "card", Role.OTHER_MONEY: "other",
}  # fmt: skip


class StatementLine(NamedTuple):
    """One line of a statement: + came in, − went out (whole parts); `balance` is after it."""

    booked_on: int
    amount: int
    words: str = ""
    reference: str = ""
    balance: int | None = None


@dataclass(frozen=True, slots=True)
class PutLines:
    """The lines of one statement of an account (its role), the earliest first.

    `opening` is what was there before the first line of all (whole parts), where no line says a
    balance from which that follows.
    """

    account: str
    lines: Sequence[StatementLine]
    batch_id: int
    opening: int | None = None


class Link(NamedTuple):
    """A line in the chain of balances: what was there before it is what another left."""

    id: int
    batch_id: int
    amount: int
    balance: int | None


def put_lines(books: Books, command: PutLines) -> list[bool]:
    """Keep the lines that are not known yet; for each line whether it is new.

    Raises NotAmong (account), NotAllowed.
    """
    rights.require(books, rights.COST)
    account_id = account_of_role(books, command.account)
    known = _known(books, account_id, command.lines)
    new = [not _is_known(known[line.booked_on, line.amount], line) for line in command.lines]
    books.many(
        "INSERT INTO bank_line (account_id, booked_on, amount, words, reference, balance, batch_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(account_id, *line, command.batch_id)
         for line, is_new in zip(command.lines, new, strict=True) if is_new],
    )  # fmt: skip
    _carry_forward(books, account_id, command.opening)
    return new


def remove_lines(books: Books, batch_id: int) -> int:
    """Take the lines of an import away, and what they matched apart; how many lines there were.

    Raises HasFollowers when a later statement rests on them: it left out what these said.
    """
    accounts = books.rows("SELECT DISTINCT account_id FROM bank_line WHERE batch_id = ?",
                          (batch_id,))  # fmt: skip
    if not accounts:
        return 0  # no statement
    for (account_id,) in accounts:
        _refuse_followers(books, account_id, batch_id)
    _take_apart(books, "batch_id = ?", batch_id)
    gone = books.run("DELETE FROM bank_line WHERE batch_id = ?", (batch_id,))
    for (account_id,) in accounts:
        _carry_forward(books, account_id)
    return gone


def account_of_role(books: Books, role: str) -> int:
    """The account that a statement is about. Raises NotAmong."""
    if role not in METHODS:
        raise errors.NotAmong("account", role, " | ".join(METHODS))
    return account_ids(books)[role]


def unmatch(books: Books, match_ids: Sequence[int]) -> int:
    """Take matches apart; neither the books nor the statement change. How many there were.

    Raises NotAllowed.
    """
    rights.require(books, rights.COST)
    ids = [(one,) for one in match_ids]
    books.many("DELETE FROM bank_match_entry WHERE match_id = ?", ids)
    books.many("UPDATE bank_line SET match_id = NULL WHERE match_id = ?", ids)
    found = books.among("SELECT id FROM bank_match WHERE id IN ({})", list(match_ids))
    books.many("DELETE FROM bank_match WHERE id = ?", ids)
    return len(found)


def links_of(books: Books, account_id: int) -> list[Link]:
    """The chain of an account; what we carried forward is no part of it."""
    rows = books.rows(
        "SELECT id, batch_id, amount, balance FROM bank_line WHERE account_id = ? "
        "AND batch_id IS NOT NULL ORDER BY id",
        (account_id,),
    )
    return [Link(*row) for row in rows]


def broken(links: Iterable[Link]) -> list[Link]:
    """The lines whose balance does not follow from any other line.

    The first line of a statement may begin anew: one between may never have come. A statement that
    does not say its balance everywhere is no chain.
    """
    links = list(links)
    first: dict[int, int] = {}
    for link in links:
        first.setdefault(link.batch_id, link.id)
    silent = {link.batch_id for link in links if link.balance is None}
    left = {link.balance for link in links}
    return [
        link
        for link in links
        if link.balance is not None
        and link.batch_id not in silent
        and link.id != first[link.batch_id]
        and link.balance - link.amount not in left
    ]


# -- what is known -------------------------------------------------------------------------------

Known = dict[tuple[int, int], list[StatementLine]]  # by day and amount


def _known(books: Books, account_id: int, lines: Sequence[StatementLine]) -> Known:
    known: Known = defaultdict(list)
    if lines:
        days = [line.booked_on for line in lines]
        for row in books.rows(
            "SELECT booked_on, amount, words, reference, balance FROM bank_line "
            "WHERE account_id = ? AND booked_on BETWEEN ? AND ? AND batch_id IS NOT NULL "
            "ORDER BY id",
            (account_id, min(days), max(days)),
        ):
            line = StatementLine(*row)
            known[line.booked_on, line.amount].append(line)
    return known


def _is_known(candidates: list[StatementLine], line: StatementLine) -> bool:
    """Whether one of the lines of this day and amount is this one; it then counts no more."""
    for at, one in enumerate(candidates):
        if _same(one, line):
            del candidates[at]
            return True
    return False


def _same(one: StatementLine, other: StatementLine) -> bool:
    """The balance behind a line tells lines apart; another export may word them differently."""
    if one.balance is not None and other.balance is not None:
        return one.balance == other.balance
    return _plain(one) == _plain(other)


def _plain(line: StatementLine) -> tuple[str, str]:
    return "".join(line.words.split()), "".join(line.reference.split())


# -- the balance brought forward -----------------------------------------------------------------

_OURS: Final = "account_id = ? AND batch_id IS NULL"


def _carry_forward(books: Books, account_id: int, stated: int | None = None) -> None:
    """The line of ours before all others says what the bank had before them, if anything."""
    ours = books.row(f"SELECT id, booked_on, amount FROM bank_line WHERE {_OURS}", (account_id,))  # noqa: S608
    if stated is None and ours is not None:
        stated = ours[2]
    wanted = _before(books, account_id, stated or 0)
    if ours is not None and (wanted is None or ours[2] != wanted[1]):
        _take_apart(books, _OURS, account_id)
        books.run(f"DELETE FROM bank_line WHERE {_OURS}", (account_id,))  # noqa: S608
        ours = None
    if wanted is None:
        return
    if ours is not None:
        books.update("bank_line", ours[0], booked_on=wanted[0])
        return
    books.insert(
        "bank_line", account_id=account_id, booked_on=wanted[0], amount=wanted[1],
        balance=wanted[1], words="", reference="",
    )  # fmt: skip


def _before(books: Books, account_id: int, stated: int) -> tuple[int, int] | None:
    """The day before the first line, and what was there: as the balances say, else as somebody
    stated; None for nothing."""
    first = books.value(
        "SELECT MIN(booked_on) FROM bank_line WHERE account_id = ? AND batch_id IS NOT NULL",
        (account_id,),
    )
    said = books.row(
        "SELECT booked_on, id, balance FROM bank_line WHERE account_id = ? AND balance IS NOT NULL "
        "AND batch_id IS NOT NULL ORDER BY booked_on, id LIMIT 1",
        (account_id,),
    )
    if first is None:
        return None
    before = clock.day_after(first, -1)
    if said is None:
        return (before, stated) if stated else None
    day, line_id, balance = said
    moved = books.value(
        "SELECT SUM(amount) FROM bank_line WHERE account_id = ? AND batch_id IS NOT NULL "
        "AND (booked_on < ? OR (booked_on = ? AND id <= ?))",
        (account_id, day, day, line_id),
    )
    held = balance - int(moved)
    return (before, held) if held else None


# -- taking away ---------------------------------------------------------------------------------


def _take_apart(books: Books, which: str, *params: object) -> None:
    found = books.rows(
        f"SELECT DISTINCT match_id FROM bank_line WHERE match_id IS NOT NULL AND {which}",  # noqa: S608
        params,
    )
    unmatch(books, [row[0] for row in found])


def _refuse_followers(books: Books, account_id: int, batch_id: int) -> None:
    whole = links_of(books, account_id)
    before = {link.id for link in broken(whole)}
    after = broken(link for link in whole if link.batch_id != batch_id)
    rests = next((link for link in after if link.id not in before), None)
    if rests is not None:
        code = "SELECT code FROM import_batch WHERE id = ?"
        raise errors.HasFollowers(
            books.value(code, (batch_id,)), books.value(code, (rests.batch_id,))
        )
