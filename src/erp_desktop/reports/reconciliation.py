"""Bank reconciliation (银行存款余额调节表): from what the books say to what the bank says, item by
item.

As of any day: a match counts once all of its lines had happened by then; before that its earlier
lines are outstanding, as a transfer is that the bank has not carried out yet. What the books say,
less what is not at the bank yet, plus what is not in the books, is what the bank says; where it is
not, a part of the statements is missing.
"""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from erp_desktop.core import clock
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import FOREVER, LAST_DAY, ReportAsk, table
from erp_desktop.reports.finance import account_name
from erp_desktop.services.finance.bank_lines import METHODS, account_of_role

# Every text put into the SQL below is from our own code; what people ask for is bound.
# ruff: noqa: S608

COLUMNS: Final = (
    Column("account", "Account", Kind.CODE),
    Column("name", "Account name", width=150),
    Column("item", "What", width=170),
    Column("day", "Day", Kind.DATE),
    Column("document", "Document", Kind.CODE, 150),
    Column("words", "Who, what for", width=240),
    Column("reference", "Reference", width=150),
    Column("books", "In the books", Kind.MONEY, total=True),
    Column("open", "Open", Kind.MONEY, total=True),
    Column("bank", "At the bank", Kind.MONEY, total=True),
)
# English keys; the windows and the workbook say them in the shop's language
ITEMS: Final = {
    "books": "Balance in the books", "pending": "Not yet at the bank",
    "unbooked": "Not in the books", "missing": "Statement missing", "bank": "Balance at the bank",
    "before": "Balance brought forward",
}  # fmt: skip


class Until(NamedTuple):
    """The last day of the books, the last instant that counts."""

    day: int = LAST_DAY
    moment: int = FOREVER


NOW: Final = Until()


class Standing(NamedTuple):
    """How an account stands at the bank and in the books (whole parts); `bank_on` is the day of
    the bank's last line, None where there is none."""

    bank: int
    bank_on: int | None
    books: int
    pending: int
    pending_lines: int
    unbooked: int
    unbooked_lines: int

    @property
    def difference(self) -> int:
        """What nothing explains: a statement in between is missing."""
        return self.bank - self.unbooked - (self.books - self.pending)


def standing(books: Books, role: str, until: Until = NOW) -> Standing:
    """How an account (its role) stands. Raises NotAmong."""
    account_id = account_of_role(books, role)
    bank, on = _bank_balance(books, account_id, until)
    sql, params = _pending(account_id, until)
    pending = books.row(f"SELECT COALESCE(SUM(j.amount), 0), COUNT(*) {sql}", params)
    sql, params = _unbooked(account_id, until)
    unbooked = books.row(f"SELECT COALESCE(SUM(b.amount), 0), COUNT(*) {sql}", params)
    return Standing(
        bank, on, _book_balance(books, account_id, until), *map(int, pending or (0, 0)),
        *map(int, unbooked or (0, 0)),
    )  # fmt: skip


def reconciliation(books: Books, ask: ReportAsk) -> Table:
    """Every account that has a statement, and what is open on it."""
    until = Until(min(ask.last, LAST_DAY), ask.moment)
    rows, keys = [], []
    for role in METHODS:
        account_id = account_of_role(books, role)
        account = books.row(
            f"SELECT a.code, {account_name(books)} FROM account a WHERE a.id = ?", (account_id,)
        )
        for key, row in _rows(books, role, account_id, until):
            rows.append((*(account or ("", "")), *row))
            keys.append(key)
    return table(books, ("reconciliation", "Bank reconciliation"), COLUMNS, rows, keys)


def accounts_with_statements(books: Books) -> list[str]:
    """The codes of the accounts that a statement came in of."""
    rows = books.rows(
        "SELECT a.code FROM account a WHERE EXISTS (SELECT 1 FROM bank_line b "
        "WHERE b.account_id = a.id) ORDER BY a.code"
    )
    return [row[0] for row in rows]


Row = tuple[int, tuple[Any, ...]]  # the document to open (-1: none), and the cells


def _rows(books: Books, role: str, account_id: int, until: Until) -> Iterator[Row]:
    stands = standing(books, role, until)
    if stands.bank_on is None:
        return
    last = until.day if until.day < LAST_DAY else clock.today()
    yield -1, (ITEMS["books"], last, None, None, None, stands.books, None, None)
    sql, params = _pending(account_id, until, told=True)
    for key, *cells, amount in books.rows(
        "SELECT d.id, e.booked_on, d.number, COALESCE(NULLIF(d.partner_name, ''), d.note), "
        f"d.reference, j.amount {sql} ORDER BY e.booked_on, j.entry_id, j.position",
        params,
    ):
        yield key, (ITEMS["pending"], *cells, None, -amount, None)
    sql, params = _unbooked(account_id, until)
    for day, words, reference, ours, amount in books.rows(
        "SELECT b.booked_on, b.words, b.reference, b.batch_id, b.amount "
        f"{sql} ORDER BY b.booked_on, b.id",
        params,
    ):
        item = ITEMS["before" if ours is None else "unbooked"]
        yield -1, (item, day, None, words, reference, None, amount, None)
    if stands.difference:
        yield -1, (ITEMS["missing"], *(None,) * 5, stands.difference, None)
    yield -1, (ITEMS["bank"], stands.bank_on, None, None, None, None, None, stands.bank)


# -- what counts until a day ---------------------------------------------------------------------

# A match is not yet one while a line of it has not happened.
_LATE: Final = (
    "IN (SELECT x.match_id FROM bank_line x WHERE x.booked_on > ? AND x.match_id IS NOT NULL "
    "UNION SELECT n.match_id FROM bank_match_entry n JOIN journal_entry ne ON ne.id = n.entry_id "
    "JOIN document nd ON nd.id = ne.document_id WHERE ne.booked_on > ? OR nd.happened_at > ?)"
)
_TIED: Final = "LEFT JOIN bank_match_entry m ON m.entry_id = j.entry_id AND m.position = j.position"
_ENTRIES: Final = (
    "FROM journal_line j JOIN journal_entry e ON e.id = j.entry_id "
    "JOIN document d ON d.id = e.document_id"
)

Asked = tuple[str, list[int]]  # a piece of SQL, and what is bound in it


def _pending(account_id: int, until: Until, *, told: bool = False) -> Asked:
    """The lines of the books that the bank does not have; `told` for whoever names them."""
    if until == NOW:
        source = _ENTRIES if told else "FROM journal_line j"
        return f"{source} {_TIED} WHERE j.account_id = ? AND m.match_id IS NULL", [account_id]
    sql = (
        f"{_ENTRIES} {_TIED} WHERE j.account_id = ? AND e.booked_on <= ? AND d.happened_at <= ? "
        f"AND (m.match_id IS NULL OR m.match_id {_LATE})"
    )
    return sql, [account_id, *until, until.day, *until]


def _unbooked(account_id: int, until: Until) -> Asked:
    """The lines of the bank that the books do not have."""
    if until == NOW:
        return "FROM bank_line b WHERE b.account_id = ? AND b.match_id IS NULL", [account_id]
    sql = (
        "FROM bank_line b WHERE b.account_id = ? AND b.booked_on <= ? "
        f"AND (b.match_id IS NULL OR b.match_id {_LATE})"
    )
    return sql, [account_id, until.day, until.day, *until]


def _book_balance(books: Books, account_id: int, until: Until) -> int:
    summed = "SELECT COALESCE(SUM(j.amount), 0)"
    if until == NOW:
        return int(
            books.value(f"{summed} FROM journal_line j WHERE j.account_id = ?", (account_id,))
        )
    within = "j.account_id = ? AND e.booked_on <= ? AND d.happened_at <= ?"
    return int(books.value(f"{summed} {_ENTRIES} WHERE {within}", (account_id, *until)))


def _bank_balance(books: Books, account_id: int, until: Until) -> tuple[int, int | None]:
    """What the bank said last, and what moved since; the day of its last line."""
    last = books.value(
        "SELECT MAX(booked_on) FROM bank_line WHERE account_id = ? AND booked_on <= ?",
        (account_id, until.day),
    )
    day, line_id, held = books.row(
        "SELECT booked_on, id, balance FROM bank_line WHERE account_id = ? AND booked_on <= ? "
        "AND balance IS NOT NULL ORDER BY booked_on DESC, id DESC LIMIT 1",
        (account_id, until.day),
    ) or (0, 0, 0)
    since = books.value(
        "SELECT COALESCE(SUM(amount), 0) FROM bank_line WHERE account_id = ? AND booked_on <= ? "
        "AND (booked_on > ? OR (booked_on = ? AND id > ?))",
        (account_id, until.day, day, day, line_id),
    )
    return int(held) + int(since), last
