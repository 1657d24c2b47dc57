"""Reconciling what explains itself: only where one line of the bank and one of the books can be
meant, nobody needs to look.

Such are two lines of one amount whose days are near; of several the bank's words may name one (the
document, what it pays, its reference, the partner), else the nearest day decides, and a tie stays
open. A payment and its reversal are the same money too; and what was in the books before the first
statement is what was at the bank, where both come to the same.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from erp_desktop.core import clock
from erp_desktop.models.books import Books
from erp_desktop.services.finance.bank_lines import account_of_role
from erp_desktop.services.finance.reconciling import Entry, Match, tie
from erp_desktop.services.users import rights

EARLIER: Final = 7  # so many days the bank may need …
LATER: Final = 3  # … and so many days late a paper may be written
SHORTEST: Final = 4  # signs of a name that is sought in the bank's words; two are enough in Chinese


class Matched(NamedTuple):
    """What came of it: the matches made, and how many lines of the bank they hold of how many."""

    matches: tuple[int, ...]
    lines: int
    of: int


@dataclass(frozen=True, slots=True)
class BankLine:
    """A line of the bank that is open; `words` are compared without spaces and signs, and days
    are counted through."""

    id: int
    day: int
    amount: int
    words: str
    ours: bool  # the balance brought forward


@dataclass(frozen=True, slots=True)
class BookLine:
    """A line of the journal that is open, and by which names the bank may call it."""

    entry: Entry
    day: int
    amount: int
    document_id: int
    reverses_id: int | None
    names: tuple[str, ...]


def match_automatically(books: Books, account: str) -> Matched:
    """Match all that can mean but one thing on an account (its role).

    Raises NotAmong (account), NotAllowed.
    """
    rights.require(books, rights.COST)
    account_id = account_of_role(books, account)
    bank, entries = _open_bank(books, account_id), _open_books(books, account_id)
    made = list(_Pairs(bank, entries).all())
    ids = tuple(tie(books, account_id, one) for one in made)
    return Matched(ids, sum(len(one.bank) for one in made), len(bank))


class _Pairs:
    """What belongs together among open lines; what was taken is taken."""

    def __init__(self, bank: Sequence[BankLine], entries: Sequence[BookLine]) -> None:
        self._bank, self._entries = bank, entries
        self._taken: set[object] = set()

    def all(self) -> Iterator[Match]:
        yield from self._reversed()
        yield from self._alike()
        yield from self._brought_forward()

    def _take(self, lines: Iterable[BankLine], entries: Iterable[BookLine]) -> Match:
        one = Match([line.id for line in lines], [entry.entry for entry in entries],
                    automatic=True)  # fmt: skip
        self._taken.update(one.bank, one.books)
        return one

    def _reversed(self) -> Iterator[Match]:
        """A document and its reversal, whose money the bank never saw."""
        by_document = defaultdict[int, list[BookLine]](list)
        for entry in self._entries:
            by_document[entry.document_id].append(entry)
        for entries in list(by_document.values()):
            answered = entries[0].reverses_id
            both = [*entries, *by_document.get(answered or 0, ())]
            if answered in by_document and not sum(entry.amount for entry in both):
                yield self._take((), both)

    def _alike(self) -> Iterator[Match]:
        lines = defaultdict[int, list[BankLine]](list)
        entries = defaultdict[int, list[BookLine]](list)
        for line in self._bank:
            lines[line.amount].append(line)
        for entry in self._entries:
            if entry.entry not in self._taken:
                entries[entry.amount].append(entry)
        for amount, ones in lines.items():
            for line, entry in _meant([one for one in ones if not one.ours], entries[amount]):
                yield self._take([line], [entry])

    def _brought_forward(self) -> Iterator[Match]:
        """All that was open before the first statement, where it is what the bank had."""
        for line in self._bank:
            if line.ours:
                before = [one for one in self._entries
                          if one.day <= line.day and one.entry not in self._taken]  # fmt: skip
                if sum(one.amount for one in before) == line.amount:
                    yield self._take([line], before)


Pair = tuple[BankLine, BookLine]


def _meant(lines: Sequence[BankLine], entries: Sequence[BookLine]) -> Iterator[Pair]:
    """Lines of one amount that mean each other: by the bank's words first, then by their days."""
    open_lines = {line.id: line for line in lines}
    left = {entry.entry: entry for entry in entries}
    for choose in (_named, _nearest):
        found = list(choose(list(open_lines.values()), list(left.values())))
        while found:
            for line, entry in found:
                del open_lines[line.id], left[entry.entry]
                yield line, entry
            found = list(choose(list(open_lines.values()), list(left.values())))


def _named(lines: Sequence[BankLine], entries: Sequence[BookLine]) -> Iterator[Pair]:
    """Where the words name one only, and nothing else names that one."""
    said = [(line, entry) for line, entry in _near(lines, entries) if _names(line, entry)]
    times = Counter[object](line.id for line, _ in said) + Counter(one.entry for _, one in said)
    for line, entry in said:
        if times[line.id] == times[entry.entry] == 1:
            yield line, entry


def _nearest(lines: Sequence[BankLine], entries: Sequence[BookLine]) -> Iterator[Pair]:
    """Where each is the nearest of the other, and no other is as near."""
    near = [(abs(line.day - one.day), line, one) for line, one in _near(lines, entries)]
    first = defaultdict[object, list[int]](list)
    for days, line, entry in near:
        first[line.id].append(days)
        first[entry.entry].append(days)
    alone = {one for one, days in first.items() if days.count(min(days)) == 1}
    best = {one: min(days) for one, days in first.items()}
    for days, line, entry in near:
        if {line.id, entry.entry} <= alone and days == best[line.id] == best[entry.entry]:
            yield line, entry


def _near(lines: Sequence[BankLine], entries: Sequence[BookLine]) -> Iterator[Pair]:
    by_day = defaultdict[int, list[BookLine]](list)
    for entry in entries:
        by_day[entry.day].append(entry)
    for line in lines:
        for day in range(line.day - EARLIER, line.day + LATER + 1):
            for entry in by_day.get(day, ()):
                yield line, entry


def _names(line: BankLine, entry: BookLine) -> bool:
    return any(name in line.words for name in entry.names)


# -- reading -------------------------------------------------------------------------------------


def _open_bank(books: Books, account_id: int) -> list[BankLine]:
    rows = books.rows(
        "SELECT id, booked_on, amount, words, reference, batch_id FROM bank_line "
        "WHERE account_id = ? AND match_id IS NULL ORDER BY booked_on, id",
        (account_id,),
    )
    return [
        BankLine(line_id, _counted(day), amount, _bare(f"{words} {reference}"), batch is None)
        for line_id, day, amount, words, reference, batch in rows
    ]


def _open_books(books: Books, account_id: int) -> list[BookLine]:
    rows = books.rows(
        "SELECT j.entry_id, j.position, e.booked_on, j.amount, d.id, d.reverses_id, d.number, "
        "d.reference, d.partner_name, p.code, o.number FROM journal_line j "
        "JOIN journal_entry e ON e.id = j.entry_id JOIN document d ON d.id = e.document_id "
        "LEFT JOIN partner p ON p.id = d.partner_id LEFT JOIN document o ON o.id = d.of_id "
        "WHERE j.account_id = ? AND NOT EXISTS (SELECT 1 FROM bank_match_entry m "
        "WHERE m.entry_id = j.entry_id AND m.position = j.position) "
        "ORDER BY e.booked_on, j.entry_id, j.position",
        (account_id,),
    )
    return [
        BookLine((entry, position), _counted(day), amount, document_id, reverses, _sought(names))
        for entry, position, day, amount, document_id, reverses, *names in rows
    ]


def _counted(day: int) -> int:
    return clock.day_date(day).toordinal()


def _sought(names: Iterable[str | None]) -> tuple[str, ...]:
    found = (_bare(name or "") for name in names)
    return tuple(name for name in found if len(name) >= (SHORTEST if name.isascii() else 2))


def _bare(words: str) -> str:
    """Words as they are compared: banks leave hyphens and spaces out of what was written."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", words)).casefold()
