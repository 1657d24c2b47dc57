"""The money ledger read out: journal, trial balance, what is owed to us and by us, cash."""

from datetime import date
from typing import Any, Final

from erp_desktop.core import clock
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import LAST_DAY, ReportAsk, table
from erp_desktop.services.finance.chart import Role, account_ids
from erp_desktop.services.finance.debts import Until, open_items_of

# Every text put into the SQL below is from our own code; what people ask for is bound.
# ruff: noqa: S608

JOURNAL_COLUMNS: Final = (
    Column("day", "Day", Kind.DATE),
    Column("entry", "Entry", Kind.COUNT),
    Column("document", "Document", Kind.CODE, 150),
    Column("kind", "Kind"),
    Column("account", "Account", Kind.CODE),
    Column("name", "Account name", width=180),
    Column("partner", "Partner", width=180),
    Column("debit", "Debit", Kind.MONEY, total=True),
    Column("credit", "Credit", Kind.MONEY, total=True),
)
TRIAL_COLUMNS: Final = (
    Column("account", "Account", Kind.CODE),
    Column("name", "Account name", width=180),
    Column("opening", "Opening", Kind.MONEY, total=True),
    Column("debit", "Debit", Kind.MONEY, total=True),
    Column("credit", "Credit", Kind.MONEY, total=True),
    Column("closing", "Closing", Kind.MONEY, total=True),
)
OPEN_COLUMNS: Final = (
    Column("document", "Document", Kind.CODE, 150),
    Column("at", "Time", Kind.MOMENT, 150),
    Column("kind", "Kind"),
    Column("partner", "Partner", width=200),
    Column("due", "Due", Kind.DATE),
    Column("overdue", "Days overdue", Kind.COUNT),
    Column("amount", "Amount", Kind.MONEY, total=True),
    Column("open", "Open", Kind.MONEY, total=True),
)
CASH_COLUMNS: Final = (
    Column("day", "Day", Kind.DATE),
    Column("document", "Document", Kind.CODE, 150),
    Column("kind", "Kind"),
    Column("account", "Account", Kind.CODE),
    Column("name", "Account name", width=180),
    Column("partner", "Partner", width=180),
    Column("paid_in", "In", Kind.MONEY, total=True),
    Column("paid_out", "Out", Kind.MONEY, total=True),
    Column("balance", "Balance", Kind.MONEY),
)
MONEY: Final = (Role.CASH, Role.BANK, Role.CARD, Role.OTHER_MONEY)


def account_name(books: Books) -> str:
    """The column with the accounts' names in the shop's language."""
    return "a.name_zh" if books.setting("language").startswith("zh") else "a.name"


def journal(books: Books, ask: ReportAsk) -> Table:
    """Every line of the journal, debit and credit."""
    name = account_name(books)
    raw = books.rows(
        f"SELECT e.document_id, e.booked_on, e.id, d.number, d.kind, a.code, {name}, "
        "p.name, CASE WHEN j.amount > 0 THEN j.amount ELSE 0 END, "
        "CASE WHEN j.amount < 0 THEN -j.amount ELSE 0 END "
        "FROM journal_entry e JOIN journal_line j ON j.entry_id = e.id "
        "JOIN document d ON d.id = e.document_id JOIN account a ON a.id = j.account_id "
        "LEFT JOIN partner p ON p.id = j.partner_id "
        "WHERE e.booked_on BETWEEN ? AND ? AND d.happened_at <= ? "
        "ORDER BY e.booked_on, e.id, j.position",
        (ask.first, ask.last, ask.moment),
    )
    rows = (row[1:] for row in raw)
    return table(books, ("journal", "Journal"), JOURNAL_COLUMNS, rows, [row[0] for row in raw])


def trial_balance(books: Books, ask: ReportAsk) -> Table:
    """Every account: what it opened with, what moved, what it closes with (+ debit, − credit)."""
    sums = {row[0]: row[1:] for row in _movements(books, ask)}
    rows = []
    for account_id, code, name in books.rows(
        f"SELECT a.id, a.code, {account_name(books)} FROM account a ORDER BY a.code"
    ):
        opening, debit, credit = sums.get(account_id, (0, 0, 0))
        rows.append((code, name, opening, debit, credit, opening + debit - credit))
    return table(books, ("trial-balance", "Trial balance"), TRIAL_COLUMNS, rows)


def _movements(books: Books, ask: ReportAsk) -> list[tuple[Any, ...]]:
    earlier, within = "e.booked_on < ?", "e.booked_on >= ?"
    return books.rows(
        f"SELECT j.account_id, SUM(CASE WHEN {earlier} THEN j.amount ELSE 0 END), "
        f"SUM(CASE WHEN {within} AND j.amount > 0 THEN j.amount ELSE 0 END), "
        f"SUM(CASE WHEN {within} AND j.amount < 0 THEN -j.amount ELSE 0 END) "
        "FROM journal_entry e JOIN journal_line j ON j.entry_id = e.id "
        "WHERE e.booked_on <= ? GROUP BY j.account_id",
        (ask.first, ask.first, ask.first, ask.last),
    )


# -- what is owed ------------------------------------------------------------------------------


def receivables(books: Books, ask: ReportAsk) -> Table:
    """What customers owe us: open invoices and sales, less credits that settle nothing yet."""
    return _open_items(books, ask, ("receivables", "Receivables"), Role.RECEIVABLE, 1)


def payables(books: Books, ask: ReportAsk) -> Table:
    """What we owe suppliers: open bills and freight, less credits that settle nothing yet."""
    return _open_items(books, ask, ("payables", "Payables"), Role.PAYABLE, -1)


def _open_items(
    books: Books, ask: ReportAsk, report: tuple[str, str], role: Role, sign: int
) -> Table:
    raw = open_items_of(books, Until(ask.last, ask.moment), role, sign)
    today = clock.day_date(min(ask.last, clock.today()))
    rows = [(*row[1:6], _days_late(row[5], today), *row[6:8]) for row in raw]
    return table(books, report, OPEN_COLUMNS, rows, [row[0] for row in raw])


def _days_late(due_on: int | None, today: date) -> int | None:
    if due_on is None:
        return None
    return max((today - clock.day_date(due_on)).days, 0)


# -- the cash book -----------------------------------------------------------------------------


def cash(books: Books, ask: ReportAsk) -> Table:
    """Money in and out, account by account, with the balance after each."""
    ids = [account_ids(books)[role] for role in MONEY]
    raw = books.rows(
        f"SELECT e.document_id, e.booked_on, d.number, d.kind, a.code, {account_name(books)}, "
        "d.partner_name, j.amount FROM journal_line j JOIN journal_entry e ON e.id = j.entry_id "
        "JOIN document d ON d.id = e.document_id JOIN account a ON a.id = j.account_id "
        "WHERE j.account_id IN (?, ?, ?, ?) AND e.booked_on <= ? AND d.happened_at <= ? "
        "ORDER BY a.code, e.booked_on, e.id, j.position",
        [*ids, min(ask.last, LAST_DAY), ask.moment],
    )
    held: dict[str, int] = {}
    rows, keys = [], []
    for document_id, day, number, kind, code, name, partner, amount in raw:
        held[code] = held.get(code, 0) + amount
        if day >= ask.first:
            into, out = max(amount, 0), max(-amount, 0)
            rows.append((day, number, kind, code, name, partner, into, out, held[code]))
            keys.append(document_id)
    return table(books, ("cash", "Cash book"), CASH_COLUMNS, rows, keys)
