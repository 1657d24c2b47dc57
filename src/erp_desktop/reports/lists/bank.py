"""The lists of bank reconciliation: what the bank says and what the books say that is open, and
what was matched.
"""

from typing import NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.core.table import Column, Kind, Listing
from erp_desktop.models.books import Books
from erp_desktop.reports.lists.finance import LINES_OF_AN_ENTRY
from erp_desktop.services.finance.reconciling import Entry

_OPEN_ENTRY = (
    "NOT EXISTS (SELECT 1 FROM bank_match_entry m WHERE m.entry_id = j.entry_id "
    "AND m.position = j.position)"
)


def bank_lines(role: str = "bank") -> Listing:
    """What the bank says on an account and the books do not yet (银行已记、未匹配)."""
    return Listing(
        name="bank_lines",
        title="Lines of the bank",
        columns=(
            Column("day", "Date", Kind.DATE, 66, sql="b.booked_on"),
            Column("words", "Who, what for", Kind.TEXT, 190, sql="b.words"),
            Column("reference", "Reference", Kind.TEXT, 120, hidden=True, sql="b.reference"),
            Column("balance", "Balance", Kind.MONEY, 100, hidden=True, sql="b.balance"),
            Column("amount", "Amount", Kind.MONEY, 86, total=True, sql="b.amount"),
        ),
        source="bank_line b JOIN account a ON a.id = b.account_id",
        key="b.id",
        where=f"a.role = '{role}' AND b.match_id IS NULL",
        search=("b.words", "b.reference"),
        order="day",
        descending=False,
        costs=True,
    )


def book_lines(role: str = "bank") -> Listing:
    """What the books say on an account and the bank does not yet (账面已记、未匹配)."""
    return Listing(
        name="book_lines",
        title="Lines of the books",
        columns=(
            Column("day", "Date", Kind.DATE, 66, sql="e.booked_on"),
            Column("number", "Document", Kind.CODE, 122, sql="d.number"),
            Column("kind", "What", Kind.TEXT, 100, hidden=True, sql="d.kind"),
            Column("partner", "Partner", Kind.TEXT, 100,
                   sql="COALESCE(NULLIF(d.partner_name, ''), d.note)"),
            Column("reference", "Reference", Kind.TEXT, 120, hidden=True, sql="d.reference"),
            Column("amount", "Amount", Kind.MONEY, 86, total=True, sql="j.amount"),
        ),
        source="journal_line j JOIN journal_entry e ON e.id = j.entry_id "
        "JOIN document d ON d.id = e.document_id JOIN account a ON a.id = j.account_id",
        key=f"e.id * {LINES_OF_AN_ENTRY} + j.position",
        where=f"a.role = '{role}' AND {_OPEN_ENTRY}",
        search=("d.number", "d.partner_name", "d.note", "d.reference"),
        order="day",
        descending=False,
        costs=True,
    )  # fmt: skip


_OF_BANK = "FROM bank_line b WHERE b.match_id = t.id"
_OF_BOOKS = (
    "FROM bank_match_entry n JOIN journal_entry e ON e.id = n.entry_id "
    "JOIN document d ON d.id = e.document_id WHERE n.match_id = t.id"
)


def bank_matches(role: str = "bank") -> Listing:
    """What was found to be the same money (已对账)."""
    words = f"(SELECT MIN(b.words) {_OF_BANK})"
    number = f"(SELECT MIN(d.number) {_OF_BOOKS})"
    amount = f"COALESCE((SELECT SUM(b.amount) {_OF_BANK}), 0)"
    return Listing(
        name="bank_matches",
        title="Matched",
        columns=(
            Column("day", "Date", Kind.DATE, 90,
                   sql=f"COALESCE((SELECT MAX(b.booked_on) {_OF_BANK}), "
                   f"(SELECT MAX(e.booked_on) {_OF_BOOKS}))"),
            Column("words", "Who, what for", Kind.TEXT, 260, sql=words),
            Column("number", "Document", Kind.CODE, 140, sql=number),
            Column("lines", "Lines of the bank", Kind.COUNT, 110,
                   sql=f"(SELECT COUNT(*) {_OF_BANK})"),
            Column("entries", "Lines of the books", Kind.COUNT, 110,
                   sql=f"(SELECT COUNT(*) {_OF_BOOKS})"),
            Column("how", "Method", Kind.TEXT, 110,
                   sql="CASE WHEN t.automatic THEN 'automatically' ELSE 'by hand' END"),
            Column("at", "Matched at", Kind.MOMENT, 130, hidden=True, sql="t.matched_at"),
            Column("amount", "Amount", Kind.MONEY, 110, total=True, sql=amount),
        ),
        source="bank_match t JOIN account a ON a.id = t.account_id",
        key="t.id",
        where=f"a.role = '{role}'",
        search=(words, number),
        order="day",
        descending=True,
        costs=True,
    )  # fmt: skip


class StatementRow(NamedTuple):
    """A line of the bank, to be entered from (whole parts)."""

    id: int
    day: int
    amount: int
    words: str
    reference: str


def statement_line(books: Books, line_id: int) -> StatementRow:
    """A line of the bank. Raises ChangedMeanwhile when it is gone."""
    found = books.row(
        "SELECT id, booked_on, amount, words, reference FROM bank_line WHERE id = ?", (line_id,)
    )
    if found is None:
        raise errors.ChangedMeanwhile("bank_line")
    return StatementRow(*found)


def likely(books: Books, line_id: int) -> int:
    """The row of the books that fits a line of the bank: of its amount, the nearest day; -1 where
    there is none."""
    line = books.row("SELECT account_id, amount, booked_on FROM bank_line WHERE id = ?", (line_id,))
    if line is None:
        return -1
    account_id, amount, on = line
    found = books.rows(
        f"SELECT e.booked_on, e.id * {LINES_OF_AN_ENTRY} + j.position FROM journal_line j "  # noqa: S608
        "JOIN journal_entry e ON e.id = j.entry_id "
        f"WHERE j.account_id = ? AND j.amount = ? AND {_OPEN_ENTRY}",
        (account_id, amount),
    )
    day = clock.day_date(on)
    near = ((abs((clock.day_date(one) - day).days), key) for one, key in found)
    return min(near, default=(0, -1))[1]


def entry_of(key: int) -> Entry:
    """The journal line that a row of the books is: its entry and its place in it."""
    return divmod(key, LINES_OF_AN_ENTRY)


def document_of_match(books: Books, match_id: int) -> int | None:
    """The first document of a match, to be opened; None where it is of bank lines alone."""
    found = books.value(
        "SELECT MIN(e.document_id) FROM bank_match_entry n "
        "JOIN journal_entry e ON e.id = n.entry_id WHERE n.match_id = ?",
        (match_id,),
    )
    return None if found is None else int(found)
