"""The proof of the books: everything recomputed from the first row and compared.

`verify` reads the chain of documents, tells every product's story again and holds balances,
journal, reservations and references against it; the settings and master data of the shop are not
part of it. `quick_check` is for the light in the status bar: the sums and the end of the chain.
"""

from erp_desktop.core import chain
from erp_desktop.models.books import Books
from erp_desktop.reports.findings import Difference, Findings, Progress, Verification
from erp_desktop.reports.integrity_bank import check_bank
from erp_desktop.reports.integrity_caches import check_reserved
from erp_desktop.reports.integrity_papers import Written, check_papers
from erp_desktop.reports.integrity_shifts import check_shifts
from erp_desktop.reports.integrity_stock import Stories
from erp_desktop.reports.stock import balances
from erp_desktop.services.stock.standing import summed

__all__ = ["Difference", "Progress", "Verification", "check_balances", "quick_check", "verify"]

_TABLES = (
    "document", "document_line", "payment", "stock_move", "stock_value_entry", "journal_entry",
    "journal_line", "stock_move",
)  # fmt: skip


def verify(books: Books, progress: Progress | None = None) -> Verification:
    """Recompute everything from the first row. `progress` is told (done, of) as it goes."""
    findings = Findings(books, progress)
    findings.total = sum(
        int(books.value(f"SELECT count(*) FROM {table}"))  # noqa: S608  (our own names)
        for table in _TABLES
    )
    check_papers(findings)
    check_shifts(findings)
    Stories(findings).check()
    check_reserved(findings)
    check_bank(findings)
    _check_sums(findings)
    _check_file(findings)
    if progress is not None:
        progress(findings.total, findings.total)
    return findings.answer()


def quick_check(books: Books) -> Verification:
    """The journal balances, the stock account is the stock's value, the chain ends as it should."""
    findings = Findings(books)
    _check_sums(findings)
    _check_end(findings)
    return findings.answer()


def check_balances(books: Books) -> Verification:
    """Do the balances equal the sums of the ledger? (`verify` tells the whole story as well.)"""
    findings = Findings(books)
    sums = summed(books)
    stored = {(row[0], row[1]): row for row in balances(books)}
    findings.count("balances", len(stored))
    for key in sums.keys() | stored.keys():
        on_hand, value = sums.get(key, (0, 0))
        _, _, was_on_hand, _, was_value = stored.get(key, (0, 0, 0, 0, 0))
        if (on_hand, value) != (was_on_hand, was_value):
            sku = books.value("SELECT sku FROM product WHERE id = ?", (key[0],))
            subject = f"{sku} {findings.places[key[1]].code}"
            findings.quantity("", "the balance on hand", was_on_hand, on_hand, subject)
            findings.money("", "the balance's value", was_value, value, subject)
    return findings.answer()


def _check_sums(findings: Findings) -> None:
    books = findings.books
    accounts = {
        findings.roles.get(account_id, ""): int(amount)
        for account_id, amount in books.rows(
            "SELECT account_id, SUM(amount) FROM journal_line GROUP BY account_id"
        )
    }
    value = int(books.value("SELECT SUM(value) FROM stock_balance") or 0)
    findings.money("", "the journal does not balance", sum(accounts.values()), 0)
    findings.money(
        "", "the stock account is not the value of the stock", accounts.get("stock", 0), value
    )
    # what was taken from stock to be built into something came back to it, with the work
    findings.money("", "the assembling account is not empty", accounts.get("production", 0), 0)


def _check_end(findings: Findings) -> None:
    """The last document of the chain: there, unchanged, and what the head says."""
    books = findings.books
    head = books.row("SELECT sequence, hash FROM ledger_head WHERE id = 1") or (0, "")
    count, last = books.row("SELECT count(sequence), MAX(sequence) FROM document") or (0, 0)
    if not (head[0] == count == (last or 0)):
        findings.add("", "documents are missing from the chain", count, head[0])
        return
    if not last:
        return
    allocations: dict[int, list[tuple[object, ...]]] = {}
    for row in books.rows(
        "SELECT a.id, a.document_id, a.invoice_id, a.amount, a.caused_by_id FROM allocation a "
        "WHERE a.caused_by_id = (SELECT id FROM document WHERE sequence = ?)",
        (last,),
    ):
        allocations.setdefault(row[4], []).append(row)
    document = books.row("SELECT number, hash FROM document WHERE sequence = ?", (last,)) or ()
    before = books.value("SELECT hash FROM document WHERE sequence = ?", (last - 1,))
    written = Written(books, last, last, allocations)
    now = chain.link(before or chain.GENESIS, written.content(written.documents[0]))
    if not (now == document[1] == head[1]):
        findings.add(
            document[0] or "", "the document was changed after it was posted", document[1], now
        )


def _check_file(findings: Findings) -> None:
    """What the database itself says about its file."""
    books = findings.books
    if books.postgres:
        return
    for (said,) in books.rows("PRAGMA quick_check(20)"):
        if said != "ok":
            findings.add("", "the file is damaged", said, "ok")
    for table, row_id, parent, _ in books.rows("PRAGMA foreign_key_check"):
        findings.add(
            "", "a row refers to nothing", f"{table} {row_id}", parent, f"{table} {row_id}"
        )
