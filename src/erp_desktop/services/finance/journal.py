"""The money ledger: `write` is its only writer.

Every posting books balanced lines on the days its facts belong to; one document may touch several
days (a late fact restates earlier ones) and then writes one entry a day.
"""

from collections import defaultdict
from collections.abc import Iterable

from erp_desktop.models.books import Books
from erp_desktop.services.finance.chart import account_ids

ENTRY = "INSERT INTO journal_entry (id, document_id, booked_on) VALUES (?, ?, ?)"
LINE = (
    "INSERT INTO journal_line (entry_id, position, account_id, partner_id, amount, by_stock) "
    "VALUES (?, ?, ?, ?, ?, ?)"
)

# account role, partner, and 1 where the stock ledger booked it (a reversal negates the others)
Key = tuple[str, int | None, int]
Bookings = dict[int, dict[Key, int]]
EntryRow = tuple[int, int, int]
LineRow = tuple[int, int, int, int | None, int, int]


def empty() -> Bookings:
    """Amounts by day, then by `Key`: + debit, − credit."""
    return defaultdict(lambda: defaultdict(int))


def plan(
    books: Books, bookings: Bookings, document_id: int, first_id: int
) -> tuple[list[EntryRow], list[LineRow]]:
    """One balanced entry a day, not written yet. Unbalanced books are a bug."""
    accounts = account_ids(books)
    if any(key[0] not in accounts for amounts in bookings.values() for key in amounts):
        accounts = account_ids(books, afresh=True)  # one that another till made
    entries: list[EntryRow] = []
    lines: list[LineRow] = []
    for day in sorted(bookings):
        booked = [(key, amount) for key, amount in bookings[day].items() if amount]
        if not booked:
            continue
        if sum(amount for _, amount in booked):
            raise AssertionError(f"journal of document {document_id} is not balanced: {booked}")
        entry_id = first_id + len(entries)
        entries.append((entry_id, document_id, day))
        lines.extend(_lines(entry_id, booked, accounts))
    return entries, lines


def write(books: Books, entries: list[EntryRow], lines: list[LineRow]) -> None:
    """Append planned entries and their lines."""
    books.many(ENTRY, entries)
    books.many(LINE, lines)


def _lines(
    entry_id: int,
    amounts: Iterable[tuple[Key, int]],
    accounts: dict[str, int],
) -> list[LineRow]:
    return [
        (entry_id, position, accounts[role], partner_id, amount, by_stock)
        for position, ((role, partner_id, by_stock), amount) in enumerate(amounts, start=1)
    ]
