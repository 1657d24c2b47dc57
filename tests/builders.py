"""`Shop`: a shop in a temporary file, spoken to in the words of a shop's day.

Say what matters, default the rest: `shop.receive("TEA", 8, at=10)`. Quantities and amounts are
given as text or whole numbers and read back as Decimals. Days are counted from 1 January 2026;
`day(3)` is nine in the morning of the third.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

from erp_desktop.core import clock
from erp_desktop.core.money import money, quantity
from erp_desktop.core.states import Kind
from erp_desktop.services.catalogue.products import SaveProduct, by_sku, save_product
from erp_desktop.services.finance.bills import EnterBill, enter_bill
from erp_desktop.services.finance.invoices import WriteInvoice, write_invoice
from erp_desktop.services.finance.landed import AddLandedCost, Cost, add_landed_cost
from erp_desktop.services.finance.payments import Pay, pay
from erp_desktop.services.finance.periods import close_period, reopen_period
from erp_desktop.services.ordering import WriteOrder, as_command, close_order, confirm_order
from erp_desktop.services.paper import Posted
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.purchasing.returning import (
    ReturnLine,
    ReturnToSupplier,
    return_to_supplier,
)
from erp_desktop.services.records import record
from erp_desktop.services.reversing import reverse
from erp_desktop.services.sales.issuing import IssueGoods, issue_goods
from erp_desktop.services.sales.returning import ReturnFromCustomer, return_from_customer
from erp_desktop.services.sales.till import PaidBy, SellAtTill, sell_at_till
from erp_desktop.services.shop.founding import FoundShop, found_shop
from erp_desktop.services.stock.assembling import Assemble, StockLine, assemble
from erp_desktop.services.stock.counting import CountLine, PostCount, post_count
from erp_desktop.services.stock.opening import OpeningLine, OpenStock, open_stock
from erp_desktop.services.stock.places import save_warehouse, warehouse
from erp_desktop.services.stock.recosting import ChangeCosting, change_costing
from erp_desktop.services.stock.transferring import (
    MoveLine,
    TransferGoods,
    WriteOff,
    transfer_goods,
    write_off,
)
from erp_desktop.services.stock.transit import ArrivedPart, ReceiveTransfer, receive_transfer
from erp_desktop.services.trade import PartLine, TradeLine
from erp_desktop.services.unit_of_work import UnitOfWork

Number = str | int | Decimal


def D(value: Number) -> Decimal:  # noqa: N802  (the field's short name for an exact number)
    return Decimal(value)


def day(number: int, hour: int = 9, minute: int = 0) -> int:
    """A moment of January 2026 (and on), in the shop's zone."""
    first = clock.parsed("2026-01-01T00:00")
    return first + (number - 1) * 86_400 + hour * 3_600 + minute * 60


LOTS = ("lot", "expires_on", "serials")
LINE = (*LOTS, "unit", "check")  # what else a line written by hand may say


class Shop:
    """A shop and the people who work in it."""

    def __init__(self, work: UnitOfWork) -> None:
        self.work = work
        known = dict(work.read(lambda books: books.rows("SELECT code, id FROM partner")))
        self.supplier: int = known.get("ACME", 0)
        self.customer: int = known.get("ZHOU", 0)

    @classmethod
    def found(cls, place: str | Path, **facts: Any) -> "Shop":
        facts.setdefault("tax", Decimal(0))
        facts.setdefault("time_zone", "UTC")
        facts.setdefault("language", "en")
        shop = cls(
            found_shop(str(place), FoundShop(name=facts.pop("name", "Corner shop"), **facts))
        )
        shop.supplier = shop.work.run(
            save_partner, SavePartner("ACME", "Acme Ltd", is_supplier=True)
        )
        shop.customer = shop.work.run(
            save_partner, SavePartner("ZHOU", "Zhou trading", is_customer=True, terms_days=30)
        )
        return shop

    # -- master data -----------------------------------------------------------------------------

    def product(self, sku: str = "TEA", **facts: Any) -> str:
        for name in ("price", "tax", "minimum", "purchase_price", "standard_cost"):
            if name in facts:
                facts[name] = D(facts[name])
        self.work.run(save_product, SaveProduct(sku=sku, **facts))
        return sku

    def warehouse(self, code: str) -> str:
        self.work.run(save_warehouse, code, code)
        return code

    def pid(self, sku: str) -> int:
        return self.work.read(by_sku, sku).id

    def wid(self, code: str | None) -> int | None:
        return None if code is None else self.work.read(warehouse, code).id

    def lines_of(self, document: Posted | int) -> dict[str, Any]:
        document_id = document if isinstance(document, int) else document.id
        return {line.sku: line for line in self.work.read(record, document_id).lines}

    # -- buying ----------------------------------------------------------------------------------

    def order(self, sku: str, qty: Number, at: Number, *, on: int = 1, **facts: Any) -> Posted:
        line = TradeLine(self.pid(sku), D(qty), D(at))
        return self.work.run(
            confirm_order,
            WriteOrder(Kind.PURCHASE_ORDER, self.supplier, [line], at=day(on, 8), **facts),
        )

    def receive(
        self, sku: str, qty: Number, at: Number | None = None, *, on: int | None = None,
        when: int | None = None, of: Posted | None = None, into: str | None = None, **facts: Any,
    ) -> Posted:  # fmt: skip
        moment = when if when is not None else day(on or 1)
        lots = {name: facts.pop(name) for name in LINE if name in facts}
        if of is not None:
            part = PartLine(
                self.lines_of(of)[sku].id, D(qty), None if at is None else D(at), **lots
            )
            command = ReceiveGoods(
                order_id=of.id, parts=[part], place_id=self.wid(into), at=moment, **facts
            )
        else:
            line = TradeLine(self.pid(sku), D(qty), D(at if at is not None else 0), **lots)
            command = ReceiveGoods(
                self.supplier, lines=[line], place_id=self.wid(into), at=moment, **facts
            )
        return self.work.run(receive_goods, command)

    def bill(self, of: Posted, price: Number | None = None, sku: str = "TEA", *, on: int = 20,
             **facts: Any) -> Posted:  # fmt: skip
        prices = {} if price is None else {self.pid(sku): D(price)}
        return self.work.run(enter_bill, EnterBill([of.id], prices=prices, at=day(on), **facts))

    def landed(
        self, of: Posted, amount: Number, by: str = "value", *, on: int = 20,
        when: int | None = None,
    ) -> Posted:  # fmt: skip
        costs = [Cost(D(amount), by)]
        command = AddLandedCost([of.id], costs, at=when if when is not None else day(on))
        return self.work.run(add_landed_cost, command)

    def send_back(
        self, of: Posted | None, sku: str, qty: Number, credit: Number | None = None, *,
        on: int = 10, when: int | None = None,
    ) -> Posted:  # fmt: skip
        at = when if when is not None else day(on)
        if of is None:
            lines = [TradeLine(self.pid(sku), D(qty), None if credit is None else D(credit))]
            command = ReturnToSupplier(supplier_id=self.supplier, lines=lines, at=at)
            return self.work.run(return_to_supplier, command)
        part = ReturnLine(self.lines_of(of)[sku].id, D(qty), None if credit is None else D(credit))
        return self.work.run(return_to_supplier, ReturnToSupplier(of.id, parts=[part], at=at))

    # -- selling ---------------------------------------------------------------------------------

    def sales_order(self, sku: str, qty: Number, price: Number = 20, *, on: int = 2,
                    **facts: Any) -> Posted:  # fmt: skip
        line = TradeLine(self.pid(sku), D(qty), D(price))
        return self.work.run(
            confirm_order,
            WriteOrder(Kind.SALES_ORDER, self.customer, [line], at=day(on, 8), **facts),
        )

    def issue(self, of: Posted, sku: str, qty: Number, *, on: int = 3, **facts: Any) -> Posted:
        part = PartLine(self.lines_of(of)[sku].id, D(qty))
        return self.work.run(
            issue_goods, IssueGoods(order_id=of.id, parts=[part], at=day(on), **facts)
        )

    def invoice(self, of: Posted, *, on: int = 4, **facts: Any) -> Posted:
        return self.work.run(write_invoice, WriteInvoice(of.id, at=day(on), **facts))

    def sell(
        self, sku: str, qty: Number = 1, price: Number = 20, *, on: int | None = None,
        when: int | None = None, at: str | None = None, **facts: Any,
    ) -> Posted:  # fmt: skip
        moment = when if when is not None else day(on or 3)
        total = D(qty) * D(price)
        facts.setdefault("payments", [PaidBy("cash", total)])
        lots = {name: facts.pop(name) for name in LINE if name in facts}
        line = TradeLine(self.pid(sku), D(qty), D(price), rate=D(0), **lots)
        return self.work.run(
            sell_at_till, SellAtTill([line], place_id=self.wid(at), at=moment, **facts)
        )

    def take_back(
        self, of: Posted | None, sku: str, qty: Number = 1, *, on: int = 6,
        when: int | None = None, into: str | None = None, **facts: Any,
    ) -> Posted:  # fmt: skip
        moment = when if when is not None else day(on)
        lots = {name: facts.pop(name) for name in LOTS if name in facts}
        if of is None:
            price = D(facts.pop("price", 20))
            line = TradeLine(self.pid(sku), D(qty), price, rate=D(0), **lots)
            command = ReturnFromCustomer(lines=[line], at=moment, place_id=self.wid(into), **facts)
        else:
            part = PartLine(self.lines_of(of)[sku].id, D(qty), **lots)
            command = ReturnFromCustomer(
                of.id, parts=[part], at=moment, place_id=self.wid(into), **facts
            )
        return self.work.run(return_from_customer, command)

    def pay(self, amount: Number, of: Posted | None = None, *, incoming: bool = True, on: int = 5,
            **facts: Any) -> Posted:  # fmt: skip
        facts.setdefault("partner_id", self.customer if incoming else self.supplier)
        return self.work.run(
            pay, Pay(incoming, D(amount), invoice_id=of.id if of else None, at=day(on), **facts)
        )

    # -- stock -----------------------------------------------------------------------------------

    def opening(self, sku: str, qty: Number, at: Number, *, on: int = 1) -> Posted:
        line = OpeningLine(self.pid(sku), D(qty), D(at))
        return self.work.run(open_stock, OpenStock([line], at=day(on, 0)))

    def transfer(
        self, sku: str, qty: Number, source: str, target: str, *, on: int = 4,
        when: int | None = None, travels: bool = False,
    ) -> Posted:  # fmt: skip
        ends = self.wid(source) or 0, self.wid(target) or 0
        moment = when if when is not None else day(on)
        line = MoveLine(self.pid(sku), D(qty))
        return self.work.run(
            transfer_goods, TransferGoods(*ends, [line], at=moment, travels=travels)
        )

    def arrive(self, of: Posted, arrived: Number, missing: Number = 0, *, when: int) -> Posted:
        """What arrived of the one line of a transfer; what is missing is written off."""
        (line,) = self.lines_of(of).values()
        part = ArrivedPart(line.id, D(arrived), D(missing))
        reason = "broken" if missing else ""
        return self.work.run(receive_transfer, ReceiveTransfer(of.id, [part], reason, at=when))

    def write_off(self, sku: str, qty: Number, reason: str = "broken", *, on: int = 5) -> Posted:
        line = MoveLine(self.pid(sku), D(qty))
        return self.work.run(write_off, WriteOff([line], reason, at=day(on)))

    def count(self, sku: str, counted: Number, *, on: int = 10, when: int | None = None,
              posted: int | None = None, lot: str | None = None) -> Posted:  # fmt: skip
        moment = when if when is not None else day(on)
        line = CountLine(self.pid(sku), D(counted), moment, lot=lot)
        return self.work.run(post_count, PostCount([line], at=posted or moment))

    def recost(
        self, sku: str, method: str, standard: Number | None = None, *, on: int = 1,
        when: int | None = None,
    ) -> Posted:  # fmt: skip
        cost = None if standard is None else D(standard)
        at = when if when is not None else day(on)
        return self.work.run(change_costing, ChangeCosting(self.pid(sku), method, cost, at=at))

    def assemble(
        self, made: dict[str, Number], used: dict[str, Number], work: Number = 0, *,
        on: int | None = None, when: int | None = None, weights: dict[str, Number] | None = None,
    ) -> Posted:  # fmt: skip
        share = weights or {}
        command = Assemble(
            made=[StockLine(self.pid(s), D(q), D(share.get(s, 1))) for s, q in made.items()],
            used=[StockLine(self.pid(s), D(q)) for s, q in used.items()],
            work=D(work),
            at=when if when is not None else day(on or 4),
        )
        return self.work.run(assemble, command)

    def reverse(self, document: Posted) -> Posted:
        return self.work.run(reverse, document.id)

    def confirm(self, draft_id: int) -> Posted:
        """A draft becomes binding as it was saved."""
        return self.work.run(
            lambda books: confirm_order(books, as_command(record(books, draft_id)))
        )

    def close_order(self, document: Posted) -> None:
        self.work.run(close_order, document.id)

    def close_books(self, number: int) -> None:
        self.work.run(close_period, 20260100 + number)

    def reopen_books(self, number: int) -> None:
        self.work.run(reopen_period, 20260100 + number if number else 0)

    # -- questions -------------------------------------------------------------------------------

    def value_of(self, sql: str, *params: Any) -> Any:
        return self.work.read(lambda books: books.value(sql, params))

    def on_hand(self, sku: str = "TEA", place: str | None = None) -> Decimal:
        return quantity(int(self._balance("on_hand", sku, place)))

    def reserved(self, sku: str = "TEA") -> Decimal:
        return quantity(int(self._balance("reserved", sku, None)))

    def stock_value(self, sku: str = "TEA", place: str | None = None) -> Decimal:
        return money(int(self._balance("value", sku, place)))

    def _balance(self, column: str, sku: str, place: str | None) -> int:
        sql = (
            f"SELECT COALESCE(SUM(b.{column}), 0) FROM stock_balance b "
            "JOIN product p ON p.id = b.product_id WHERE p.sku = ?"
        )
        params: list[Any] = [sku]
        if place is not None:
            sql += " AND b.location_id = ?"
            params.append(self.wid(place))
        return int(self.value_of(sql, *params))

    def cost_of_sales(self, on: int | None = None) -> Decimal:
        return self.account("cost_of_sales", on)

    def account(self, role: str, on: int | None = None) -> Decimal:
        """The balance of an account (debit positive), of all days or of one day of January."""
        sql = (
            "SELECT COALESCE(SUM(j.amount), 0) FROM journal_line j JOIN journal_entry e "
            "ON e.id = j.entry_id JOIN account a ON a.id = j.account_id WHERE a.role = ?"
        )
        params: list[Any] = [role]
        if on is not None:
            sql += " AND e.booked_on = ?"
            params.append(20260100 + on)
        return money(int(self.value_of(sql, *params)))

    def cost_of(self, document: Posted) -> Decimal:
        """What the goods of a document cost by now."""
        sql = (
            "SELECT COALESCE(SUM(e.amount), 0) FROM stock_value_entry e JOIN stock_move m "
            "ON m.id = e.move_id WHERE m.document_id = ? AND e.kind = 'cost'"
        )
        return money(int(self.value_of(sql, document.id)))


@contextmanager
def at_time(moment: int) -> Iterator[None]:
    """Let the shop's clock stand at a moment."""
    clock.set_now(lambda: moment)
    try:
        yield
    finally:
        clock.set_now(None)
