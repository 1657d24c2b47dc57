"""Ten days of orders on account for the tour: some delivered, some paid, some late."""

from typing import TYPE_CHECKING, Final

from erp_desktop.core import clock
from erp_desktop.core.money import money, quantity
from erp_desktop.core.states import Kind
from erp_desktop.services.finance.invoices import WriteInvoice, write_invoice
from erp_desktop.services.finance.payments import Pay, pay
from erp_desktop.services.ordering import WriteOrder, confirm_order, save_draft
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.records import header, record
from erp_desktop.services.sales.issuing import IssueGoods, issue_goods
from erp_desktop.services.trade import PartLine

if TYPE_CHECKING:
    from erp_desktop.services.paper import Posted
    from erp_desktop.views.tour import Tour

DRAFT, OPEN, PART, SHIPPED, DUE, PAID = range(6)
# days ago, customer, phone, what is ordered, how far it got
ORDERS: Final = (
    (9, "Larkrise Tea Rooms", "01865 496 0112", (("22423", 2), ("22720", 6)), PAID),
    (9, "Stonebridge Cafe", "01904 496 0345", (("85123A", 18), ("82580", 4)), PAID),
    (8, "Thistledown Crafts", "0131 496 0671", (("85099B", 20), ("22726", 4), ("22727", 4)), PAID),
    (8, "Quayside Vintage", "0191 498 0233", (("22470", 8),), DUE),
    (6, "Fernleigh Garden Centre", "01392 496 0018", (("79321", 6), ("21175", 5)), PAID),
    (6, "Harbour Lane Store", "01326 496 0290", (("85123A", 12), ("22423", 1)), DUE),
    (5, "Marlow & Finch", "020 7946 0456", (("22804", 6), ("20685", 3)), DUE),
    (4, "The Old Dairy Shop", "01225 496 0577", (("21080", 12), ("84991", 10)), SHIPPED),
    (3, "Fremantle Homewares", "029 2018 0604", (("22720", 12), ("22171", 2)), PART),
    (2, "Northgate Gifts Ltd", "01244 496 0820", (("85099B", 24), ("20725", 18), ("22423", 2)),
     PART),
    (1, "Maison Lefevre, Lyon", "+33 4 65 71 00 12", (("85123A", 24), ("22469", 10)), OPEN),
    (0, "Bluebell & Thorn", "01273 496 0139", (("22355", 6),), DRAFT),
)  # fmt: skip


def live_on_account(tour: "Tour") -> None:
    """Post the orders, each as far as it got."""
    for at, (days, name, phone, lines, far) in enumerate(ORDERS):
        code = f"C{at + 101}"
        command = SavePartner(code, name, is_customer=True, phone=phone, terms_days=7)
        customer = int(tour.office.do(save_partner, command))
        when = clock.now() - days * 86_400 - 3_600
        wanted = [tour.line(sku, count) for sku, count in lines]
        due = None if far == PAID else clock.day_of(when + 4 * 86_400)
        order = WriteOrder(Kind.SALES_ORDER, customer, wanted, at=when, due_on=due)
        if far == DRAFT:
            tour.office.do(save_draft, order)
        else:
            _follow(tour, tour.do(confirm_order, order), far, when)


def _follow(tour: "Tour", order: "Posted", far: int, when: int) -> None:
    """What came after the order was confirmed."""
    if far == OPEN:
        return
    evening = clock.now() - 14 * 3_600  # the shelves were filled yesterday at five
    sent = max(when, evening) + 1_800
    rows = tour.ask(record, order.id).lines
    some = rows[:-1] if far == PART and len(rows) > 1 else rows
    parts = [PartLine(row.id, quantity(row.quantity)) for row in some]
    issue = tour.do(issue_goods, IssueGoods(order_id=order.id, parts=parts, at=sent))
    if far in {DUE, PAID}:
        due = clock.day_of(when) if far == DUE else None
        invoice = tour.do(write_invoice, WriteInvoice(issue.id, at=sent + 100, due_on=due))
        if far == PAID:
            _pay(tour, invoice, sent + 200)


def _pay(tour: "Tour", invoice: "Posted", when: int) -> None:
    head = tour.ask(header, invoice.id)
    amount = money(head.total)
    tour.do(pay, Pay(incoming=True, amount=amount, method="bank", partner_id=head.partner_id,
                     invoice_id=invoice.id, at=when))  # fmt: skip
