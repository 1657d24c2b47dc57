"""What the bank says against what was matched: the notes beside the ledgers hold too.

Every match is of one account and comes to the same at the bank and in the books; what it names is
there; and each statement's balances follow from its amounts.
"""

from itertools import pairwise

from erp_desktop.core import clock
from erp_desktop.reports.findings import Findings
from erp_desktop.services.finance.bank_lines import broken, links_of

_MATCHES = """
SELECT t.id, t.account_id,
  (SELECT COALESCE(SUM(b.amount), 0) FROM bank_line b WHERE b.match_id = t.id),
  (SELECT COALESCE(SUM(j.amount), 0) FROM bank_match_entry n JOIN journal_line j
     ON j.entry_id = n.entry_id AND j.position = n.position WHERE n.match_id = t.id),
  (SELECT COUNT(*) FROM bank_line b WHERE b.match_id = t.id),
  (SELECT COUNT(*) FROM bank_match_entry n WHERE n.match_id = t.id)
FROM bank_match t ORDER BY t.id
"""
_ELSEWHERE = """
SELECT b.match_id FROM bank_line b JOIN bank_match t ON t.id = b.match_id
WHERE b.account_id <> t.account_id
UNION SELECT n.match_id FROM bank_match_entry n JOIN bank_match t ON t.id = n.match_id
JOIN journal_line j ON j.entry_id = n.entry_id AND j.position = n.position
WHERE j.account_id <> t.account_id
"""
_GONE = """
SELECT n.match_id FROM bank_match_entry n LEFT JOIN journal_line j
ON j.entry_id = n.entry_id AND j.position = n.position WHERE j.entry_id IS NULL
UNION SELECT b.match_id FROM bank_line b LEFT JOIN bank_match t ON t.id = b.match_id
WHERE b.match_id IS NOT NULL AND t.id IS NULL
"""


def check_bank(findings: Findings) -> None:
    """Every match, and the chain of every account's balances."""
    books = findings.books
    matches = books.rows(_MATCHES)
    findings.count("bank_matches", len(matches))
    for match_id, _, bank, said, lines, entries in matches:
        subject = f"{match_id}"
        findings.money("", "a match is not the same money", int(bank), int(said), subject)
        if not lines and not entries:
            findings.add("", "a match is empty", 0, 1, subject)
    for (match_id,) in books.rows(_ELSEWHERE):
        findings.add("", "a match is of two accounts", 2, 1, f"{match_id}")
    for (match_id,) in books.rows(_GONE):
        findings.add("", "a match names what is not there", 0, 1, f"{match_id}")
    _check_chains(findings)


def _check_chains(findings: Findings) -> None:
    books = findings.books
    for account_id, count in books.rows(
        "SELECT account_id, COUNT(*) FROM bank_line GROUP BY account_id"
    ):
        findings.count("bank_lines", int(count))
        links = links_of(books, account_id)
        before = {link.id: earlier for earlier, link in pairwise(links)}
        for link in broken(links):
            day = books.value("SELECT booked_on FROM bank_line WHERE id = ?", (link.id,))
            findings.money(
                "", "the bank's balance does not follow", link.balance or 0,
                (before[link.id].balance or 0) + link.amount, f"{clock.day_date(day)} #{link.id}",
            )  # fmt: skip
