"""What waits in the demo shop this morning: orders to ship, goods on their way, an unpaid invoice.

A shop that is just opened has work lying there, so that the home page, the lists and what the
program proposes have something to say on the first day. Everything is posted by the services that
the windows use, on the evening before.
"""

from datetime import timedelta
from decimal import Decimal
from typing import Final

from erp_desktop.core import clock
from erp_desktop.core.states import Kind
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.products import SaveProduct, by_sku, save_products
from erp_desktop.services.finance.invoices import WriteInvoice, write_invoice
from erp_desktop.services.ordering import WriteOrder, confirm_order
from erp_desktop.services.partners.partners import SavePartner, by_code, save_partner
from erp_desktop.services.sales.issuing import IssueGoods, issue_goods
from erp_desktop.services.trade import TradeLine

CAKESTAND, TINS, HEART, LUNCH_BAG = "22423", "22720", "85123A", "20725"
WICKER_HEART, CHALKBOARD, JUMBO_BAG = "22470", "84378", "85099B"

CUSTOMERS: Final = {  # they pay at once, or are late from the next day on
    "CASTLE": "Castle Arcade Trading",
    "PENNY": "Penny Farthing Gifts",
    "WREN": "Wren Street Interiors",
}
TO_SHIP: Final = (("CASTLE", LUNCH_BAG, 8), ("PENNY", TINS, 6), ("WREN", WICKER_HEART, 10))
ON_THE_WAY: Final = (("LANTERN", JUMBO_BAG, 24), ("OLDMILL", CHALKBOARD, 24))
RUNS_OUT: Final = ((CAKESTAND, 60), (TINS, 90), (WICKER_HEART, 140), (LUNCH_BAG, 150))
AGREED: Final = Decimal("0.90")


def leave_work(books: Books, evening: int) -> None:
    """Leave it on the desk at this moment; orders are due on that day and the days after it."""
    ids = {
        code: save_partner(books, SavePartner(code, name, is_customer=True, terms_days=0))
        for code, name in CUSTOMERS.items()
    }
    for code in ("CASTLE", "WREN"):
        _charge(books, ids[code], evening)
    for after, (code, sku, count) in enumerate(TO_SHIP):
        lines = [_line(books, sku, count)]
        due = _day_after(evening, after)
        confirm_order(books, WriteOrder(Kind.SALES_ORDER, ids[code], lines, at=evening, due_on=due))
    for after, (code, sku, count) in enumerate(ON_THE_WAY):
        lines = [_line(books, sku, count, AGREED)]
        due, supplier = _day_after(evening, after + 1), by_code(books, code).id
        confirm_order(
            books, WriteOrder(Kind.PURCHASE_ORDER, supplier, lines, at=evening, due_on=due)
        )
    save_products(books, [SaveProduct(sku, minimum=Decimal(least)) for sku, least in RUNS_OUT])


def _charge(books: Books, customer: int, at: int) -> None:
    """Delivered and charged, to be paid at once, and not paid."""
    issue = issue_goods(books, IssueGoods(customer_id=customer, lines=[_line(books, HEART, 4)],
                                          at=at))  # fmt: skip
    write_invoice(books, WriteInvoice(issue.id, at=at))


def _line(books: Books, sku: str, count: int, price: Decimal | None = None) -> TradeLine:
    return TradeLine(by_sku(books, sku).id, Decimal(count), price)


def _day_after(moment: int, days: int) -> int:
    later = clock.local_time(moment).date() + timedelta(days=days)
    return later.year * 10_000 + later.month * 100 + later.day
