"""Closed shifts added up again: every figure of a Z report must come out of its papers as it was.

The report's own lines are in the chain; which papers belong to a shift is proved here.
"""

from erp_desktop.reports.findings import Findings
from erp_desktop.services.sales.shift_figures import BY_HAND, REASON, Figure, figures_of


def check_shifts(findings: Findings) -> None:
    """Compare what each Z report says with what its papers come to by now."""
    books = findings.books
    closed = books.rows(
        "SELECT s.id, s.opening, s.document_id, d.number FROM till_shift s "
        "JOIN document d ON d.id = s.document_id ORDER BY s.id"
    )
    findings.count("shifts", len(closed))
    for shift_id, opening, document_id, number in closed:
        kept = {
            key: (quantity // 1_000_000, net, tax)
            for key, quantity, net, tax in books.rows(
                "SELECT sku, quantity, net, tax FROM document_line WHERE document_id = ?",
                (document_id,),
            )
            if not key.startswith(BY_HAND)
        }
        told = any(key.startswith(REASON) for key in kept)  # of an older program no reasons
        now = {one.key: _numbers(one) for one in figures_of(books, shift_id, opening)
               if told or not one.key.startswith(REASON)}  # fmt: skip
        for key in sorted(kept.keys() | now.keys()):
            was, comes = kept.get(key, (0, 0, 0)), now.get(key, (0, 0, 0))
            if was != comes:
                findings.add(
                    number, "the shift report does not say what its papers come to", was, comes, key
                )
        findings.move_on(1)


def _numbers(figure: Figure) -> tuple[int, int, int]:
    return figure.many, figure.amount, figure.tax
