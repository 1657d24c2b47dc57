"""The lists of the money page: what is open with whom, cash and bank, and the journal."""

from erp_desktop.core import clock
from erp_desktop.core.table import Column, Kind, Listing
from erp_desktop.models.books import Books

# What is still to pay of a document: its total, less what was paid with it, less what settled it.
_ROUNDED = (
    "CASE WHEN d.kind = 'sale' THEN COALESCE((SELECT SUM(r.amount) FROM journal_line r "
    "JOIN journal_entry n ON n.id = r.entry_id JOIN account o ON o.id = r.account_id "
    "WHERE n.document_id = d.id AND o.role = 'rounding' AND r.by_stock = 0), 0) ELSE 0 END"
)
_PAID = "COALESCE((SELECT SUM(y.amount) FROM payment y WHERE y.document_id = d.id), 0)"
_SETTLED = "COALESCE((SELECT SUM(s.amount) FROM allocation s WHERE s.invoice_id = d.id), 0)"
OPEN = f"(d.total - {_PAID} - {_ROUNDED} - {_SETTLED})"


def _open_documents(name: str, title: str, who: str, kinds: str, *, costs: bool = False) -> Listing:
    today = clock.today()
    late = f"d.due_on IS NOT NULL AND d.due_on < {today}"
    state = (
        f"CASE WHEN {late} THEN 'overdue' WHEN {OPEN} < d.total THEN 'partly_paid' "
        "ELSE 'to_pay' END"
    )
    return Listing(
        name=name,
        title=title,
        columns=(
            Column("number", "Document", Kind.CODE, 150, sql="d.number"),
            Column("kind", "What", Kind.TEXT, 110, sql="d.kind"),
            Column("partner", who, Kind.TEXT, 260, sql="d.partner_name"),
            Column("day", "Date", Kind.DATE, 90, sql="d.booked_on"),
            Column("due", "Due", Kind.DATE, 90, sql="d.due_on"),
            Column("state", "State", Kind.STATE, 120, sql=state),
            Column("reference", "Their number", Kind.TEXT, 130, hidden=True, sql="d.reference"),
            Column("total", "Total", Kind.MONEY, 110, total=True, sql="d.total"),
            Column("open", "Open", Kind.MONEY, 110, total=True, sql=OPEN),
        ),
        source="document d",
        key="d.id",
        where=f"d.state = 'posted' AND d.kind IN ({kinds}) AND d.partner_id IS NOT NULL "
        f"AND {OPEN} <> 0",
        search=("d.number", "d.partner_name", "d.reference"),
        views=(("all", "All open", ""), ("overdue", "Overdue", late)),
        order="due",
        descending=False,
        costs=costs,
    )


def receivables() -> Listing:
    """What customers still owe us, the oldest due first (应收)."""
    return _open_documents("receivables", "Receivables", "Customer", "'invoice', 'sale'")


def payables() -> Listing:
    """What we still owe suppliers (应付)."""
    return _open_documents("payables", "Payables", "Supplier", "'bill', 'landed_cost'", costs=True)


_LINES = (
    "journal_line j JOIN journal_entry e ON e.id = j.entry_id "
    "JOIN document d ON d.id = e.document_id JOIN account a ON a.id = j.account_id"
)
# A journal line has no id of its own: its entry's, with its place in it behind.
LINES_OF_AN_ENTRY = 10_000
_KEY = f"e.id * {LINES_OF_AN_ENTRY} + j.position"
_DEBIT = "CASE WHEN j.amount > 0 THEN j.amount ELSE 0 END"
_CREDIT = "CASE WHEN j.amount < 0 THEN -j.amount ELSE 0 END"


def account_name(language: str) -> str:
    """The column that names accounts in this language."""
    return "a.name_zh" if language.startswith("zh") else "a.name"


def cash(language: str) -> Listing:
    """Money that came and went, by the means (资金流水)."""
    return Listing(
        name="cash",
        title="Cash and bank",
        columns=(
            Column("at", "Time", Kind.MOMENT, 120, sql="d.happened_at"),
            Column("number", "Document", Kind.CODE, 150, sql="d.number"),
            Column("kind", "What", Kind.TEXT, 120, sql="d.kind"),
            Column("partner", "Partner", Kind.TEXT, 240, sql="d.partner_name"),
            Column("account", "Account", Kind.TEXT, 150, sql=account_name(language)),
            Column("came", "In", Kind.MONEY, 110, total=True, sql=_DEBIT),
            Column("went", "Out", Kind.MONEY, 110, total=True, sql=_CREDIT),
        ),
        source=_LINES,
        key=_KEY,
        where="a.role IN ('cash', 'bank', 'card', 'other_money')",
        search=("d.number", "d.partner_name"),
        views=(
            ("all", "All", ""),
            ("cash", "Cash", "a.role = 'cash'"),
            ("bank", "Bank", "a.role = 'bank'"),
            ("card", "Card", "a.role = 'card'"),
            ("other", "Other", "a.role = 'other_money'"),
        ),
        order="at",
        descending=True,
        costs=True,
    )


def expenses() -> Listing:
    """Money spent on what is neither goods nor a supplier's bill (费用)."""
    return Listing(
        name="expense_list",
        title="Expenses",
        columns=(
            Column("day", "Date", Kind.DATE, 90, sql="d.booked_on"),
            Column("number", "Document", Kind.CODE, 150, sql="d.number"),
            Column("account", "What for", Kind.TEXT, 170, sql="l.name"),
            Column("partner", "Partner", Kind.TEXT, 150, sql="d.partner_name"),
            Column("note", "Note", Kind.TEXT, 150, sql="d.note"),
            Column("state", "State", Kind.STATE, 100, hidden=True, sql="d.state"),
            Column("net", "Net", Kind.MONEY, 110, total=True, sql="d.net"),
            Column("tax", "Tax", Kind.MONEY, 100, total=True, sql="d.tax"),
            Column("total", "Total", Kind.MONEY, 110, total=True, sql="d.total"),
        ),
        source="document d JOIN document_line l ON l.document_id = d.id",
        key="d.id",
        where="d.kind = 'expense'",
        search=("d.number", "l.name", "d.partner_name", "d.note"),
        views=(
            ("all", "All", "d.state = 'posted'"),
            ("reversed", "Reversed", "d.state = 'reversed'"),
        ),
        order="day",
        descending=True,
        costs=True,
    )


def journal(language: str) -> Listing:
    """Every line of the money ledger (凭证)."""
    return Listing(
        name="journal",
        title="Journal",
        columns=(
            Column("day", "Date", Kind.DATE, 90, sql="e.booked_on"),
            Column("entry", "Entry", Kind.COUNT, 70, sql="e.id"),
            Column("number", "Document", Kind.CODE, 150, sql="d.number"),
            Column("kind", "What", Kind.TEXT, 120, sql="d.kind"),
            Column("code", "Account", Kind.CODE, 80, sql="a.code"),
            Column("account", "Account name", Kind.TEXT, 200, sql=account_name(language)),
            Column("partner", "Partner", Kind.TEXT, 160, sql="d.partner_name"),
            Column("debit", "Debit", Kind.MONEY, 110, total=True, sql=_DEBIT),
            Column("credit", "Credit", Kind.MONEY, 110, total=True, sql=_CREDIT),
        ),
        source=_LINES,
        key=_KEY,
        search=("d.number", "a.code", account_name(language), "d.partner_name"),
        order="entry",
        descending=True,
        costs=True,
    )


def document_of_line(books: Books, key: int) -> int:
    """The document that a line of the journal or of the cash list belongs to."""
    sql = "SELECT document_id FROM journal_entry WHERE id = ?"
    return int(books.value(sql, (key // LINES_OF_AN_ENTRY,)))
