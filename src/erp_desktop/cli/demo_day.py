"""One trading day in the demo shop, through the same services as the windows, papers included.

Each step does something a shop does and says it in the shop's language. The day is the last one
that is over: today after closing time, else yesterday.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from erp_desktop.cli.demo_words import CHINESE, METHODS
from erp_desktop.core import clock
from erp_desktop.core.money import money, quantity
from erp_desktop.core.states import Kind
from erp_desktop.documents import registry
from erp_desktop.exchange.demo import make_demo_shop
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.products import by_sku
from erp_desktop.services.finance.bills import EnterBill, enter_bill
from erp_desktop.services.finance.invoices import WriteInvoice, write_invoice
from erp_desktop.services.finance.payments import Pay, pay
from erp_desktop.services.ordering import WriteOrder, confirm_order
from erp_desktop.services.paper import Posted
from erp_desktop.services.partners.partners import by_code
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.records import header, record
from erp_desktop.services.sales.issuing import IssueGoods, issue_goods
from erp_desktop.services.sales.returning import ReturnFromCustomer, return_from_customer
from erp_desktop.services.sales.till import PaidBy, SellAtTill, sell_at_till
from erp_desktop.services.stock.counting import CountLine, PostCount, expected, post_count
from erp_desktop.services.stock.places import warehouse
from erp_desktop.services.stock.transferring import (
    MoveLine,
    TransferGoods,
    WriteOff,
    transfer_goods,
    write_off,
)
from erp_desktop.services.trade import PartLine, TradeLine
from erp_desktop.services.unit_of_work import UnitOfWork

CLOSING_TIME: Final = 18 * 3600
CAKESTAND, TINS, HEART, LUNCH_BAG = "22423", "22720", "85123A", "20725"
WICKER_HEART, CHALKBOARD, JUMBO_BAG = "22470", "84378", "85099B"


@dataclass(slots=True)
class Day:
    """The day as it is lived: the shop, where its papers go, and what was said so far."""

    work: UnitOfWork
    folder: Path
    language: str
    begins: int
    tell: Callable[[str], None]
    steps: list[dict[str, str]] = field(default_factory=list)

    def at(self, hour: int, minute: int) -> int:
        """A moment of the day."""
        return self.begins + hour * 3600 + minute * 60

    def say(self, when: int, text: str, **facts: object) -> None:
        """Tell a step, in the shop's language."""
        words = CHINESE[text] if self.language.startswith("zh") else text
        said, time = words.format(**facts), f"{clock.local_time(when):%H:%M}"
        self.steps.append({"at": clock.iso(when), "step": said})
        self.tell(f"{time}  {said}")

    def line(self, sku: str, count: int, price: str | None = None, **facts: Any) -> TradeLine:
        """Some pieces of a product, at its own price unless another is agreed."""
        agreed = None if price is None else Decimal(price)
        return TradeLine(self.pid(sku), Decimal(count), agreed, **facts)

    def pid(self, sku: str) -> int:
        return self.work.read(by_sku, sku).id

    def place(self, code: str) -> int:
        return self.work.read(warehouse, code).id

    def total(self, document: Posted) -> str:
        """What a document comes to, as text."""
        return f"£{money(self.work.read(header, document.id).total):f}"

    def parts(self, document: Posted, counts: dict[str, int] | None = None) -> list[PartLine]:
        """The lines of a document, or so many pieces of some of them."""
        found = []
        for row in self.work.read(record, document.id).lines:
            count = quantity(row.quantity) if counts is None else Decimal(counts.get(row.sku, 0))
            if count:
                found.append(PartLine(row.id, count))
        return found

    def print(self, name: str, draw: Callable[[Books], bytes]) -> None:
        """Draw a paper into the folder."""
        (self.folder / name).write_bytes(self.work.read(draw))
        self.steps[-1]["paper"] = name
        self.tell(f"         → {name}")

    def print_of(self, name: str, kind: str, document: Posted) -> None:
        """The paper of a document."""
        self.print(name, lambda books: registry.paper_for(books, kind, document.id))


def live_a_day(
    folder: Path, language: str, tell: Callable[[str], None]
) -> tuple[list[dict[str, str]], dict[str, Any]]:
    """Make the demo shop and live a day in it: the steps, and what `verify` found at its end."""
    now = clock.now()
    over = now - (clock.day_end(clock.today()) + 1 - 86_400) >= CLOSING_TIME
    today = clock.today() if over else clock.day_of(now - 86_400)
    work = make_demo_shop(str(folder / "demo.shop"), language=language, today=today)
    try:
        day = Day(work, folder, language, clock.day_end(today) + 1 - 86_400, tell)
        _open(day)
        _buying(day)
        sold = _till(day)
        _account_sale(day)
        _stock_work(day, sold)
        return day.steps, _evening(day)
    finally:
        work.close()


def _open(day: Day) -> None:
    products, sales = day.work.read(
        lambda books: (
            books.value("SELECT count(*) FROM product WHERE kind = 'goods'"),
            books.value("SELECT count(*) FROM document WHERE kind = 'sale'"),
        )
    )
    day.say(day.at(8, 0), "The shop opens: {products} products, {sales} sales of three weeks",
            products=products, sales=sales)  # fmt: skip


def _buying(day: Day) -> None:
    """Order, receive a part of it, label it, take in the bill."""
    supplier = day.work.read(by_code, "BRIGHT").id
    lines = [
        day.line(CAKESTAND, 24, "5.20"), day.line(TINS, 36, "2.05"),
        day.line(HEART, 48, "1.10"), day.line(LUNCH_BAG, 60, "0.70"),
    ]  # fmt: skip
    order = day.work.run(
        confirm_order, WriteOrder(Kind.PURCHASE_ORDER, supplier, lines, at=day.at(8, 30))
    )
    day.say(day.at(8, 30), "Purchase order {number}: 4 products for {total}",
            number=order.number, total=day.total(order))  # fmt: skip
    day.print_of("purchase-order.pdf", "purchase-order", order)

    parts = day.parts(order, {CAKESTAND: 12, TINS: 36, HEART: 24})
    receipt = day.work.run(
        receive_goods, ReceiveGoods(order_id=order.id, parts=parts, at=day.at(9, 40))
    )
    day.say(day.at(9, 40), "A part of it arrives: {number}, 72 pieces into stock",
            number=receipt.number)  # fmt: skip
    day.print_of("goods-receipt.pdf", "goods-receipt", receipt)
    day.say(day.at(9, 50), "A label for each piece that arrived")
    day.print_of("labels.pdf", "labels", receipt)

    prices = {day.pid(CAKESTAND): Decimal("5.35")}
    bill = day.work.run(enter_bill, EnterBill([receipt.id], prices=prices, at=day.at(10, 0)))
    day.say(day.at(10, 0), "The bill {number}: {total}; the cake stands cost 5.35, not 5.20",
            number=bill.number, total=day.total(bill))  # fmt: skip


def _till(day: Day) -> Posted:
    """Two sales at the till: with change, and with discounts."""
    cart = [day.line(CAKESTAND, 1), day.line(HEART, 3), day.line(WICKER_HEART, 2)]
    first = _sell(day, day.at(10, 20), cart, [PaidBy("cash", Decimal("50.00"))])
    day.print_of("receipt.pdf", "receipt", first)
    carts = (
        ([day.line(TINS, 2, percent_off=Decimal(10)), day.line(LUNCH_BAG, 4)], "card", "1.00"),
        ([day.line(CHALKBOARD, 2), day.line(JUMBO_BAG, 5)], "cash", "0"),
        ([day.line(CAKESTAND, 2, discount=Decimal("2.00"))], "card", "0"),
    )
    for at, (lines, method, off) in enumerate(carts):
        _sell(day, day.at(10, 45 + 10 * at), lines, method, Decimal(off))
    return first


def _sell(
    day: Day,
    when: int,
    lines: Sequence[TradeLine],
    paid: Sequence[PaidBy] | str,
    off: Decimal = Decimal(0),
) -> Posted:
    by, given = (paid, ()) if isinstance(paid, str) else ("", tuple(paid))
    sale = day.work.run(sell_at_till, SellAtTill(lines, given, paid_by=by, discount=off, at=when))
    method, kept, cash = day.work.read(
        lambda books: (
            books.row("SELECT method, amount, given FROM payment WHERE document_id = ?", (sale.id,))
            or ("", 0, 0)
        )
    )
    facts = {"number": sale.number, "total": day.total(sale),
             "method": METHODS[method][day.language.startswith("zh")],
             "change": f"£{money(cash - kept):f}"}  # fmt: skip
    if cash > kept:
        day.say(when, "Till: {number} for {total} by {method}, change {change}", **facts)
    else:
        day.say(when, "Till: {number} for {total} by {method}", **facts)
    return sale


def _account_sale(day: Day) -> None:
    """A customer orders, gets a part, is charged for it and pays."""
    customer = day.work.read(
        lambda books: books.value(
            "SELECT partner_id FROM document WHERE kind = 'sale' AND partner_id IS NOT NULL "
            "GROUP BY partner_id ORDER BY COUNT(*) DESC, partner_id LIMIT 1"
        )
    )
    lines = [day.line(JUMBO_BAG, 12), day.line(HEART, 12, percent_off=Decimal(5)),
             day.line(CHALKBOARD, 3)]  # fmt: skip
    order = day.work.run(
        confirm_order, WriteOrder(Kind.SALES_ORDER, customer, lines, at=day.at(11, 30))
    )
    day.say(day.at(11, 30), "Sales order {number}: {total}, its goods are reserved",
            number=order.number, total=day.total(order))  # fmt: skip
    parts = day.parts(order, {JUMBO_BAG: 12, HEART: 6, CHALKBOARD: 3})
    issue = day.work.run(issue_goods, IssueGoods(order_id=order.id, parts=parts, at=day.at(12, 10)))
    day.say(day.at(12, 10), "Stock-out {number}: a part of it leaves", number=issue.number)
    day.print_of("stock-out-note.pdf", "delivery-note", issue)
    invoice = day.work.run(write_invoice, WriteInvoice(issue.id, at=day.at(12, 20)))
    day.say(day.at(12, 20), "Invoice {number}: {total}",
            number=invoice.number, total=day.total(invoice))  # fmt: skip
    day.print_of("invoice.pdf", "invoice", invoice)
    paid = day.work.run(
        pay, Pay(incoming=True, amount=Decimal(30), invoice_id=invoice.id, at=day.at(14, 30))
    )
    day.say(day.at(14, 30), "The customer pays £30.00 of it by bank: {number}", number=paid.number)


def _stock_work(day: Day, sold: Posted) -> None:
    """A return, a transfer, something broken, and a count."""
    back = day.work.run(
        return_from_customer,
        ReturnFromCustomer(
            sold.id, parts=day.parts(sold, {HEART: 1}), at=day.at(15, 0), reason="faulty"
        ),
    )
    day.say(day.at(15, 0), "{sale} comes back in part: {number}, {total} refunded in cash",
            sale=sold.number, number=back.number, total=day.total(back))  # fmt: skip
    shop, store = day.place("MAIN"), day.place("STORE")
    moved = day.work.run(
        transfer_goods,
        TransferGoods(shop, store, [MoveLine(day.pid(TINS), Decimal(12))], at=day.at(15, 40)),
    )
    day.say(day.at(15, 40), "Transfer {number}: 12 pieces to the store room", number=moved.number)
    reason = "打碎" if day.language.startswith("zh") else "broken"
    gone = day.work.run(
        write_off,
        WriteOff([MoveLine(day.pid(CAKESTAND), Decimal(1))], reason, at=day.at(16, 10)),
    )
    day.say(day.at(16, 10), "Write-off {number}: one cake stand is broken", number=gone.number)
    _count(day, shop)


def _count(day: Day, place: int) -> None:
    skus = (CAKESTAND, TINS, HEART, LUNCH_BAG, CHALKBOARD, JUMBO_BAG)
    ids = [day.pid(sku) for sku in skus]
    day.say(day.at(17, 0), "Count sheet for {count} products", count=len(ids))
    day.print(
        "count-sheet.pdf",
        lambda books: registry.count_sheet_for(books, place, product_ids=ids),
    )
    missing, when = {ids[2]: 2, ids[5]: 1}, day.at(17, 5)
    book = day.work.read(expected, place, [(product_id, when) for product_id in ids])
    lines = [
        CountLine(product_id, quantity(book[product_id]) - missing.get(product_id, 0), when)
        for product_id in ids
    ]
    counted = day.work.run(post_count, PostCount(lines, place, at=day.at(17, 30)))
    day.say(day.at(17, 30), "Counted {number}: 3 pieces are missing", number=counted.number)


def _evening(day: Day) -> dict[str, Any]:
    """The accountant's workbook, and the proof of the books."""
    from erp_desktop.cli.exporting import write_accountant
    from erp_desktop.cli.keeping import verified

    day.say(day.at(17, 45), "The accountant's workbook of the shop's whole time")
    write_accountant(day.work, day.folder / "accountant.xlsx")
    day.steps[-1]["paper"] = "accountant.xlsx"
    day.tell("         → accountant.xlsx")
    proof = verified(day.work)
    outcome = "The books are right: {count} rows recomputed" if proof["ok"] else (
        "The books are NOT right: {count} rows recomputed"
    )  # fmt: skip
    day.say(day.at(18, 0), outcome, count=sum(proof["checked"].values()))
    return proof
