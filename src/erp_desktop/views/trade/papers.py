"""The door to paper: preview of a document, labels of what arrived."""

from collections.abc import Mapping, Sequence

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.states import Kind
from erp_desktop.reports.document_rows import DocumentLine
from erp_desktop.views.widgets.page import Page

# Documents that have a paper of their own here.
PRINTED = frozenset({
    Kind.PURCHASE_ORDER, Kind.GOODS_RECEIPT, Kind.BILL, Kind.PURCHASE_RETURN, Kind.QUOTATION,
    Kind.SALES_ORDER, Kind.GOODS_ISSUE, Kind.INVOICE, Kind.SALES_RETURN,
    Kind.LANDED_COST, Kind.PAYMENT_IN, Kind.PAYMENT_OUT, Kind.EXPENSE,
    Kind.MONEY_TRANSFER,
})  # fmt: skip


def preview(page: Page, document_id: int, wanted: str = "") -> None:
    """Show the usual paper of a document (or another of its papers), from where it is printed or
    saved."""
    from erp_desktop.views.printing import Printing

    printing = Printing(page.office)
    try:
        for kind in [wanted] if wanted else [one for one, _ in printing.papers(document_id)][:1]:
            printing.preview(page, kind, document_id)
    except RuleBroken as broken:
        page.refuse(broken)


def labels_of(page: Page, counts: Mapping[int, int]) -> None:
    """Offer labels: by product, how many."""
    from erp_desktop.views.printing import print_labels

    print_labels(page, counts)


def label_counts(lines: Sequence[DocumentLine]) -> dict[int, int]:
    """One label for each piece that arrived; a part of a piece counts as one."""
    counts: dict[int, int] = {}
    for line in lines:
        if line.goods and line.product_id is not None:
            pieces = int(line.quantity.to_integral_value(rounding="ROUND_CEILING"))
            counts[line.product_id] = counts.get(line.product_id, 0) + pieces
    return counts
