"""Bank reconciliation (银行对账): which lines of a statement and of the journal are the same money.

A match ties any number of both, of one account, whose sums are equal: a transfer and its payment, a
payout and the takings of three days, a payment and its reversal. It is a note beside the two: it
changes neither, and it can be taken apart. A journal line is named by its entry and its place
there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.core.money import money
from erp_desktop.models.books import Books
from erp_desktop.services.finance.bank_lines import METHODS
from erp_desktop.services.finance.expenses import EnterExpense, enter_expense
from erp_desktop.services.paper import Posted
from erp_desktop.services.users import rights

FEES: Final = "Bank fees"  # one of the usual expenses, made when it is first used
NOON: Final = 12 * 3600 - 1  # seconds before the end of a day

Entry = tuple[int, int]  # of the journal: entry and position


@dataclass(frozen=True, slots=True)
class Match:
    """Lines of the bank and of the books that are the same money."""

    bank: Sequence[int] = ()
    books: Sequence[Entry] = ()
    automatic: bool = False


class Sums(NamedTuple):
    """What some lines come to at the bank and in the books (whole parts)."""

    bank: int
    books: int

    @property
    def rest(self) -> int:
        """What the bank says more than the books."""
        return self.bank - self.books


class _Line(NamedTuple):
    account_id: int
    amount: int
    match_id: int | None
    called: str
    day: int


def match(books: Books, command: Match) -> int:
    """Tie them together; the match's id.

    Raises Missing (line), ChangedMeanwhile (one is gone), MatchedAlready, SeveralAccounts,
    SumsDiffer, NotAllowed.
    """
    rights.require(books, rights.COST)
    bank, entries = _bank(books, command.bank), _journal(books, command.books)
    lines = [*bank, *entries]
    if not lines:
        raise errors.Missing("line")
    for line in lines:
        if line.match_id is not None:
            raise errors.MatchedAlready(line.called)
    account_id = _one_account(books, lines)
    sums = _sums(bank, entries)
    if sums.rest:
        said = (*sums, abs(sums.rest))
        raise errors.SumsDiffer(*(money(one, books.money_places) for one in said))
    return tie(books, account_id, command)


def tie(books: Books, account_id: int, command: Match) -> int:
    """Write a match down whose lines were just read and are known to belong together."""
    match_id = books.insert(
        "bank_match", account_id=account_id, matched_at=clock.now(), user_id=books.user_id,
        automatic=command.automatic,
    )  # fmt: skip
    books.many(
        "UPDATE bank_line SET match_id = ? WHERE id = ?", [(match_id, one) for one in command.bank]
    )
    books.many(
        "INSERT INTO bank_match_entry (entry_id, position, match_id) VALUES (?, ?, ?)",
        [(*entry, match_id) for entry in dict.fromkeys(command.books)],
    )
    return match_id


def sums_of(books: Books, bank: Sequence[int], entries: Sequence[Entry]) -> Sums:
    """What lines come to. Raises ChangedMeanwhile when one is gone."""
    return _sums(_bank(books, bank), _journal(books, entries))


def book_and_match(
    books: Books, command: Any, *, book: Callable[[Books, Any], Posted], bank: Sequence[int]
) -> Posted:
    """Book what a line of the bank says (a payment, an expense), and match the two where they are
    the same money; where they are not, both stay open.

    Raises what `book` raises.
    """
    posted = book(books, command)
    account_id = _bank(books, bank)[0].account_id
    entries = [
        (entry, position)
        for entry, position in books.rows(
            "SELECT j.entry_id, j.position FROM journal_line j JOIN journal_entry e "
            "ON e.id = j.entry_id WHERE e.document_id = ? AND j.account_id = ?",
            (posted.id, account_id),
        )
    ]
    if entries and not sums_of(books, bank, entries).rest:
        match(books, Match(bank, entries))
    return posted


def match_with_fees(books: Books, command: Match) -> int:
    """Match lines of which the bank kept a little: the rest is entered as bank fees.

    Raises NotPositive where the bank has not less than the books, and what `match` and
    `enter_expense` raise.
    """
    bank = _bank(books, command.bank)
    sums = _sums(bank, _journal(books, command.books))
    rest = money(-sums.rest, books.money_places)
    if not bank or rest <= 0:
        raise errors.NotPositive("fees", rest)
    account = _one_account(books, bank)
    last = max(line.day for line in bank)
    fees = EnterExpense(FEES, rest, method=_method(books, account), at=moment_of(last))
    posted = enter_expense(books, fees)
    entry = books.row(
        "SELECT j.entry_id, j.position FROM journal_line j JOIN journal_entry e "
        "ON e.id = j.entry_id WHERE e.document_id = ? AND j.account_id = ?",
        (posted.id, account),
    )
    if entry is None:
        raise AssertionError(f"{posted.number} took no money from its account")
    return match(books, Match(command.bank, [*command.books, (entry[0], entry[1])]))


def moment_of(day: int) -> int:
    """When something happened of which a statement only says the day: at noon, today now."""
    return clock.now() if day == clock.today() else clock.day_end(day) - NOON


# -- reading -------------------------------------------------------------------------------------


def _bank(books: Books, ids: Sequence[int]) -> list[_Line]:
    """Raises ChangedMeanwhile when one is gone."""
    found = books.among(
        "SELECT account_id, amount, match_id, words, booked_on FROM bank_line WHERE id IN ({})",
        list(ids),
    )
    if len(found) != len(set(ids)):
        raise errors.ChangedMeanwhile("bank_line")
    places = books.money_places
    return [
        _Line(account, amount, tied, words or f"{money(amount, places)}", day)
        for account, amount, tied, words, day in found
    ]


def _journal(books: Books, entries: Sequence[Entry]) -> list[_Line]:
    """Raises ChangedMeanwhile when one is not there."""
    wanted = set(entries)
    rows = books.among(
        "SELECT j.entry_id, j.position, j.account_id, j.amount, m.match_id, d.number, e.booked_on "
        "FROM journal_line j JOIN journal_entry e ON e.id = j.entry_id "
        "JOIN document d ON d.id = e.document_id LEFT JOIN bank_match_entry m "
        "ON m.entry_id = j.entry_id AND m.position = j.position WHERE j.entry_id IN ({})",
        sorted({entry for entry, _ in wanted}),
    )
    found = [_Line(*row[2:]) for row in rows if row[:2] in wanted]
    if len(found) != len(wanted):
        raise errors.ChangedMeanwhile("journal_line")
    return found


def _sums(bank: Sequence[_Line], entries: Sequence[_Line]) -> Sums:
    return Sums(sum(line.amount for line in bank), sum(line.amount for line in entries))


def _one_account(books: Books, lines: Sequence[_Line]) -> int:
    accounts = sorted({line.account_id for line in lines})
    codes = [books.value("SELECT code FROM account WHERE id = ?", (one,)) for one in accounts[:2]]
    if len(accounts) > 1:
        raise errors.SeveralAccounts(*codes)
    role = books.value("SELECT role FROM account WHERE id = ?", (accounts[0],))
    if role not in METHODS:
        raise errors.NotAmong("account", codes[0], " | ".join(METHODS))
    return accounts[0]


def _method(books: Books, account_id: int) -> str:
    return METHODS[books.value("SELECT role FROM account WHERE id = ?", (account_id,))]
