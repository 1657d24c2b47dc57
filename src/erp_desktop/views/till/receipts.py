"""Receipts of the till: printed at once, without a question."""

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.states import Kind
from erp_desktop.views import wording
from erp_desktop.views.office import Office
from erp_desktop.views.printing import Printing

PAPERS = {Kind.SALE: "receipt", Kind.SALES_RETURN: "return-receipt"}


def print_receipt(office: Office, kind: Kind, document_id: int) -> str:
    """Print the receipt of a sale or a return; the sentence that says where it went."""
    try:
        return Printing(office).print_now(PAPERS[kind], document_id).words
    except RuleBroken as broken:
        return wording.explain(broken)
