"""All papers of the shop by name: which documents they fit, and how they come out of the books.

The windows and the command line ask here: a kind of paper and a document in, a PDF out. Heavy
drawing libraries load with the first paper, not with this list.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from erp_desktop.core import errors
from erp_desktop.core.states import BUYING, Kind
from erp_desktop.core.table import Table
from erp_desktop.documents import (
    cost_note,
    count_result,
    count_sheet,
    delivery_note,
    designed_label,
    expense_note,
    gather,
    gather_goods,
    gather_money,
    gather_priced,
    gather_shelf,
    gather_shift,
    goods_receipt,
    invoice,
    label,
    money_transfer_note,
    partner_statement,
    payment_note,
    pick_list,
    purchase_order,
    recall_letter,
    receipt,
    rejection_note,
    shift_report,
)
from erp_desktop.documents import table_paper as table_papers
from erp_desktop.documents.gather import Found
from erp_desktop.models.books import Books
from erp_desktop.services.finance.statements import StatementAsk
from erp_desktop.services.records import header
from erp_desktop.services.shop.label_designs import design_named
from erp_desktop.services.users import rights

ROLLS: Final = ("80", "58")  # mm
PRICED: Final = ("plain", "prices")  # without prices unless asked
LABELS: Final = tuple(label.SIZES)
OWN: Final = "own:"  # before the name of a label that the shop laid out itself


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A kind of paper: its name on the command line, its title, and what it can be made of.

    `title` is an English key of `paper_words`. The first of `templates` is taken unless the shop's
    setting `paper_<code>` or the caller says otherwise. One of `costs` is not for everybody.
    """

    code: str
    title: str
    of: tuple[Kind, ...]
    draw: Callable[[Found, str, str], bytes]
    templates: tuple[str, ...] = ()
    costs: bool = False


def _order(found: Found, title: str, template: str) -> bytes:  # noqa: ARG001
    return purchase_order.draw(gather_priced.order(found, title))


def _invoice(found: Found, title: str, template: str) -> bytes:  # noqa: ARG001
    return invoice.draw(gather_priced.invoice(found, title))


def _credit(found: Found, title: str, template: str) -> bytes:  # noqa: ARG001
    return invoice.draw(gather_priced.credit_note(found, title))


def _receipt(found: Found, title: str, template: str) -> bytes:
    return receipt.draw(gather_priced.receipt(found, title, int(template)))


def _delivery(found: Found, title: str, template: str) -> bytes:
    return delivery_note.draw(gather_goods.delivery(found, title, prices=template == "prices"))


def _arrival(found: Found, title: str, template: str) -> bytes:
    return goods_receipt.draw(gather_goods.arrival(found, title, prices=template == "prices"))


def _assembly(found: Found, title: str, template: str) -> bytes:  # noqa: ARG001
    return delivery_note.draw(gather_goods.assembly(found, title))


def _rejection(found: Found, title: str, template: str) -> bytes:  # noqa: ARG001
    return rejection_note.draw(gather_goods.rejection(found))


def _landed(found: Found, title: str, template: str) -> bytes:  # noqa: ARG001
    return cost_note.draw(gather_money.landed_cost(found))


def _payment(found: Found, title: str, template: str) -> bytes:  # noqa: ARG001
    return payment_note.draw(gather_money.payment(found, title))


def _expense(found: Found, title: str, template: str) -> bytes:  # noqa: ARG001
    return expense_note.draw(gather_money.expense(found))


def _money_transfer(found: Found, title: str, template: str) -> bytes:  # noqa: ARG001
    return money_transfer_note.draw(gather_money.money_transfer(found))


def _count(found: Found, title: str, template: str) -> bytes:  # noqa: ARG001
    return count_result.draw(gather_goods.count_result(found))


def _labels(found: Found, title: str, template: str) -> bytes:  # noqa: ARG001
    wanted = gather_shelf.arrived(found.books, found.head.id)
    paper = gather_shelf.labels(found.books, wanted, size=template, language=found.language)
    return label.draw(paper)


def _shift(found: Found, title: str, template: str) -> bytes:  # noqa: ARG001
    return shift_report.draw(gather_shift.z_report(found, int(template)))


def _cash_slip(found: Found, title: str, template: str) -> bytes:  # noqa: ARG001
    return shift_report.draw_slip(gather_shift.cash_slip(found, int(template)))


KINDS: Final[dict[str, PaperKind]] = {
    kind.code: kind
    for kind in (
        PaperKind("receipt", "Receipt", (Kind.SALE,), _receipt, ROLLS),
        PaperKind("return-receipt", "Return receipt", (Kind.SALES_RETURN,), _receipt, ROLLS),
        PaperKind("invoice", "Invoice", (Kind.INVOICE, Kind.SALE), _invoice),
        PaperKind("credit-note", "Credit note", (Kind.SALES_RETURN,), _credit),
        PaperKind("bill", "Bill", (Kind.BILL,), _invoice, costs=True),
        PaperKind("purchase-order", "Purchase order", (Kind.PURCHASE_ORDER,), _order, costs=True),
        PaperKind("sales-order", "Sales order", (Kind.SALES_ORDER,), _order),
        PaperKind("quotation", "Quotation", (Kind.QUOTATION,), _order),
        PaperKind(
            "delivery-note", "Delivery note", (Kind.GOODS_ISSUE, Kind.SALE), _delivery, PRICED
        ),
        PaperKind("goods-receipt", "Goods receipt", (Kind.GOODS_RECEIPT,), _arrival, PRICED),
        PaperKind("rejection-note", "Rejection note", (Kind.GOODS_RECEIPT,), _rejection),
        PaperKind("customer-return", "Customer return", (Kind.SALES_RETURN,), _arrival),
        PaperKind("supplier-return", "Supplier return", (Kind.PURCHASE_RETURN,), _delivery, PRICED),
        PaperKind("landed-cost", "Landed cost", (Kind.LANDED_COST,), _landed, costs=True),
        PaperKind("payment-made", "Payment made", (Kind.PAYMENT_OUT,), _payment, costs=True),
        PaperKind("payment-received", "Payment received", (Kind.PAYMENT_IN,), _payment),
        PaperKind("expense", "Expense", (Kind.EXPENSE,), _expense, costs=True),
        PaperKind(
            "money-transfer", "Money transfer", (Kind.MONEY_TRANSFER,), _money_transfer, costs=True
        ),
        PaperKind("transfer", "Stock transfer", (Kind.TRANSFER,), _delivery),
        PaperKind("transfer-receipt", "Transfer receipt", (Kind.TRANSFER_IN,), _delivery),
        PaperKind("write-off", "Write-off", (Kind.WRITE_OFF,), _delivery),
        PaperKind("assembly", "Assembly", (Kind.ASSEMBLY,), _assembly),
        PaperKind("count-sheet", "Count result", (Kind.COUNT,), _count),
        PaperKind("z-report", "Z report", (Kind.SHIFT,), _shift, ROLLS),
        PaperKind("cash-slip", "Cash slip", (Kind.CASH_MOVE,), _cash_slip, ROLLS),
        PaperKind("labels", "Labels", (Kind.GOODS_RECEIPT, Kind.OPENING), _labels, LABELS),
    )
}


def kinds_for(kind: Kind) -> list[str]:
    """The papers that fit a document of this kind, the usual one first."""
    return [code for code, paper in KINDS.items() if kind in paper.of]


def papers_of(books: Books, document_id: int) -> list[str]:
    """The papers that fit this document, as far as the person on duty may see them.

    Those of a reversal are those of what it answers.
    """
    head = header(books, document_id)
    fitting = kinds_for(gather.told_kind(books, head))
    lacking = {"labels"} if head.kind is Kind.REVERSAL else set()
    if "rejection-note" in fitting and not _has_rejected(books, document_id):
        lacking.add("rejection-note")
    if not rights.sees_costs(books):
        lacking |= {code for code in fitting if KINDS[code].costs}
    return [code for code in fitting if code not in lacking]


def _has_rejected(books: Books, document_id: int) -> bool:
    sql = "SELECT 1 FROM document_line WHERE document_id = ? AND rejected > 0 LIMIT 1"
    return books.value(sql, (document_id,)) is not None


def paper_for(
    books: Books,
    kind: str,
    document_id: int,
    *,
    language: str | None = None,
    template: str | None = None,
) -> bytes:
    """The paper of a document as a PDF, in the shop's language unless told otherwise.

    Raises NotAmong for an unknown kind or template, UnknownDocument, WrongDocument for a paper
    that this document does not have, NotAllowed for one that tells what goods cost.
    """
    paper = _known(kind)
    found = gather.find(books, document_id, language)
    if paper.costs:
        rights.require(books, rights.COST)
    if kind not in papers_of(books, document_id):
        raise errors.WrongDocument(found.head.called, found.head.kind, found.head.state)
    chosen = template_of(books, kind, template)
    if found.head.kind in BUYING and chosen in PRICED and not rights.sees_costs(books):
        chosen = PRICED[0]
    return paper.draw(found, paper.title, chosen)


def template_of(books: Books, kind: str, asked: str | None = None) -> str:
    """The template meant: asked for, set in the shop, or the kind's first; "" where it has none."""
    templates = _known(kind).templates
    wanted = asked or books.setting(f"paper_{kind}") or (templates[0] if templates else "")
    if wanted and wanted not in templates:
        raise errors.NotAmong("template", wanted, " | ".join(templates))
    return wanted


def labels_for(
    books: Books,
    wanted: Sequence[tuple[int, int]],
    *,
    size: str | None = None,
    language: str | None = None,
) -> bytes:
    """Labels of (product, how many), in this order; `own:NAME` is a design of the shop's own.

    Raises NotAmong for an unknown size, NotPositive, UnknownProduct, NothingToPost.
    """
    size = size or template_of(books, "labels")
    if size.startswith(OWN):
        design = design_named(books, size.removeprefix(OWN))
        return designed_label.draw(gather_shelf.designed(books, wanted, design, language))
    return label.draw(gather_shelf.labels(books, wanted, size=size, language=language))


def bin_labels_for(
    books: Books, bin_ids: Sequence[int], *, size: str | None = None, language: str | None = None
) -> bytes:
    """A label for each of these bins. Raises NotAmong for an unknown size, NothingToPost."""
    size = size or template_of(books, "labels")
    return label.draw(gather_shelf.bin_labels(books, bin_ids, size=size, language=language))


def pick_list_for(
    books: Books, order_ids: Sequence[int], place_id: int, language: str | None = None
) -> bytes:
    """The pick list of these orders in a warehouse. Raises WrongDocument, UnknownWarehouse."""
    return pick_list.draw(pick_list.gather_picks(books, list(order_ids), place_id, language))


def recall_letters_for(
    books: Books, lot_ids: Sequence[int], *, reason: str = "", language: str | None = None
) -> bytes:
    """A letter to each customer who has goods of these lots. Raises NothingToPost for none."""
    return recall_letter.draw(
        recall_letter.gather_letters(books, lot_ids, reason=reason, language=language)
    )


def statement_for(books: Books, ask: StatementAsk, language: str | None = None) -> bytes:
    """The statement of a partner. Raises Missing (partner), UnknownPartner, NotAllowed."""
    return partner_statement.draw(partner_statement.gather_statement(books, ask, language))


def x_report_for(
    books: Books, shift_id: int, *, language: str | None = None, template: str | None = None
) -> bytes:
    """What a shift comes to so far, on a roll. Raises UnknownDocument, NotAmong."""
    roll = int(template_of(books, "z-report", template))
    return shift_report.draw(gather_shift.x_report(books, shift_id, roll, language))


def count_sheet_for(
    books: Books,
    place_id: int,
    *,
    category_id: int | None = None,
    product_ids: Sequence[int] | None = None,
    blind: bool = True,
    language: str | None = None,
) -> bytes:
    """A sheet to count a place (or some of its products) with. Raises UnknownWarehouse."""
    paper = gather_shelf.count_sheet(
        books,
        place_id,
        category_id=category_id,
        product_ids=product_ids,
        blind=blind,
        language=language,
    )
    return count_sheet.draw(paper)


def table_paper(
    books: Books,
    table: Table,
    *,
    facts: Sequence[tuple[str, str]] = (),
    states: Mapping[str, str] | None = None,
    language: str | None = None,
) -> bytes:
    """A list or report on paper, as it is seen: titles and words come translated."""
    spoken = language or books.setting("language", "en")
    shop = gather.shop_head(books)
    return table_papers.draw(
        table_papers.TablePaper(spoken, shop, table, tuple(facts), dict(states or {}))
    )


def _known(kind: str) -> PaperKind:
    if kind not in KINDS:
        raise errors.NotAmong("paper", kind, " | ".join(KINDS))
    return KINDS[kind]
