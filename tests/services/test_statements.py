"""The statement of a partner: a month told by hand, and any month against the journal."""

import random
from contextlib import suppress
from decimal import Decimal
from typing import Any

import pytest

from builders import D, Shop, at_time, day
from erp_desktop.core import errors
from erp_desktop.core.money import money
from erp_desktop.core.rule_broken import RuleBroken
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.debts import payables_by_age, receivables_by_age
from erp_desktop.reports.finance import payables, receivables
from erp_desktop.services.finance.statements import (
    NO_PAPER,
    Statement,
    StatementAsk,
    statement_of,
)
from erp_desktop.services.paper import Posted
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.sales.exchanging import Exchange, exchange
from erp_desktop.services.sales.returning import ReturnFromCustomer
from erp_desktop.services.sales.till import PaidBy, SellAtTill
from erp_desktop.services.trade import PartLine, TradeLine

JAN = 20260100


def told(shop: Shop, code: str, first: int | None = None, last: int = 31) -> Statement:
    """The statement from day to day of January."""
    begin = 0 if first is None else JAN + first
    return shop.work.read(statement_of, StatementAsk(code, begin, JAN + last))


def figures(found: Statement) -> list[tuple[Any, ...]]:
    """Kind, debit, credit, balance of each row."""
    return [
        (row.kind, *(None if one is None else money(one) for one in row[6:])) for row in found.rows
    ]


def charged(shop: Shop, price: int, *, on: int, **facts: Any) -> Posted:
    """A piece sold on account."""
    return shop.sell("TEA", 1, price, on=on, customer_id=shop.customer, payments=[], **facts)


def test_a_month_of_a_customer(shop):
    shop.opening("TEA", 50, 5)
    charged(shop, 100, on=2)
    part = [PaidBy("cash", D(30))]
    shop.sell("TEA", 1, 80, on=5, customer_id=shop.customer, payments=part)
    shop.sell("TEA", 1, 20, on=6, customer_id=shop.customer)  # paid at once: never owed
    shop.pay(120, on=10)
    wrong = charged(shop, 40, on=12)
    shop.reverse(wrong)
    shop.pay(60, on=13)
    found = told(shop, "ZHOU", first=4)
    assert figures(found) == [
        ("opening_balance", None, None, D(100)),
        ("sale", D(80), D(30), D(150)),
        ("payment_in", D(0), D(120), D(30)),
        ("sale", D(40), D(0), D(70)),
        ("reversal", D(0), D(40), D(30)),
        ("payment_in", D(0), D(60), D(-30)),
    ]
    assert (found.opening, found.debit, found.credit, found.closing) == (100, 120, 250, -30)
    assert found.ages == (0, 0, 0, 0, 0, D(-30))
    assert found.rows[4].reference == wrong.number  # says what it takes back


def test_an_advance_that_pays_changes_nothing(shop):
    shop.opening("TEA", 50, 5)
    shop.pay(50, on=2)
    sold = charged(shop, 40, on=3)
    shop.pay(40, sold, on=4, method="advance")
    found = told(shop, "ZHOU")
    assert figures(found) == [
        ("payment_in", D(0), D(50), D(-50)),
        ("sale", D(40), D(0), D(-10)),
        ("payment_in", D(40), D(40), D(-10)),
    ]
    assert found.ages == (0, 0, 0, 0, 0, D(-10))


def test_a_suppliers_balance_is_what_we_owe(shop):
    receipt = shop.receive("TEA", 10, 10, on=2)
    shop.bill(receipt, on=3, reference="A-17")
    shop.send_back(receipt, "TEA", 2, 20, on=4)
    shop.pay(50, incoming=False, on=5)
    found = told(shop, "ACME")
    assert found.who.ours
    assert figures(found) == [
        ("bill", D(0), D(100), D(100)),
        ("purchase_return", D(20), D(0), D(80)),
        ("payment_out", D(50), D(0), D(30)),
    ]
    assert found.rows[0].reference == "A-17"


def test_what_is_overdue_stands_by_its_age(shop):
    """Terms are thirty days: sold on the second, due on the first of February."""
    shop.opening("TEA", 50, 5)
    charged(shop, 100, on=2)
    for late, place in ((0, 0), (1, 1), (30, 1), (31, 2), (60, 2), (61, 3), (90, 3), (91, 4)):
        with at_time(day(32 + late)):
            found = shop.work.read(statement_of, StatementAsk("ZHOU"))
        assert found.ages == tuple(D(100 if at == place else 0) for at in range(6)), late


def test_a_back_dated_paper_stands_on_its_own_day(shop):
    shop.opening("TEA", 50, 5)
    charged(shop, 100, on=8)
    charged(shop, 7, on=3)
    assert [row[-1] for row in figures(told(shop, "ZHOU"))] == [D(7), D(107)]
    assert told(shop, "ZHOU", first=5).opening == 7


def test_what_falls_into_closed_books_is_told_when_they_open_again(shop):
    shop.opening("TEA", 50, 5)
    charged(shop, 100, on=8)
    before = told(shop, "ZHOU", last=10)
    shop.close_books(10)
    charged(shop, 7, on=3)
    assert told(shop, "ZHOU", last=10).rows == before.rows
    after = told(shop, "ZHOU", first=11)
    assert (after.opening, after.closing) == (100, 107)
    shop.reopen_books(0)


def test_a_statement_is_of_somebody(shop):
    with pytest.raises(errors.Missing):
        shop.work.read(statement_of, StatementAsk(""))
    with pytest.raises(errors.UnknownPartner):
        shop.work.read(statement_of, StatementAsk("NOBODY"))


# -- any month ---------------------------------------------------------------------------------


class Month:
    """A month of papers drawn by chance, with a customer, a supplier, and one who is both."""

    def __init__(self, shop: Shop, seed: int) -> None:
        self.shop, self.chance = shop, random.Random(seed)
        self.partners = {"ZHOU": shop.customer, "ACME": shop.supplier}
        both = SavePartner("BOTH", "Old Mill", is_supplier=True, is_customer=True, terms_days=7)
        self.partners["BOTH"] = shop.work.run(save_partner, both)
        self.done: list[Posted] = []
        shop.opening("TEA", 5000, "4.37")

    def tell(self, papers: int = 40) -> None:
        steps = [self.sell, self.charge, self.take_back, self.swap, self.take_money, self.use_up,
                 self.buy, self.send_back, self.pay_out, self.undo]  # fmt: skip
        for n in range(papers):
            self.shop.customer = self.partners[self.chance.choice(["ZHOU", "BOTH"])]
            self.shop.supplier = self.partners[self.chance.choice(["ACME", "BOTH"])]
            step = steps[n] if n < len(steps) else self.chance.choice(steps)
            with suppress(RuleBroken):  # what may not be is not in the books
                self.done.append(step(self.chance.randint(1, 28)))

    def of_goods(self) -> Posted:
        """A paper that has lines."""
        return self.chance.choice([one for one in self.done if self.shop.lines_of(one)])

    def amount(self) -> Decimal:
        return D(self.chance.randint(1, 9000)) / 100

    def sell(self, on: int) -> Posted:
        paid = [PaidBy(self.chance.choice(["cash", "card", "advance"]), self.amount())]
        return self.shop.sell("TEA", 3, self.amount() + 40, on=on, payments=paid,
                              customer_id=self.shop.customer)  # fmt: skip

    def charge(self, on: int) -> Posted:
        order = self.shop.sales_order("TEA", 4, self.amount(), on=1)
        return self.shop.invoice(self.shop.issue(order, "TEA", 3, on=on), on=on)

    def take_back(self, on: int) -> Posted:
        refund = self.chance.choice(["", "cash"])
        return self.shop.take_back(self.of_goods(), "TEA", 1, on=on, paid_by=refund)

    def swap(self, on: int) -> Posted:
        sold = self.of_goods()
        part = PartLine(self.shop.lines_of(sold)["TEA"].id, D(1))
        line = TradeLine(self.shop.pid("TEA"), D(2), self.amount() + 50, rate=D(0))
        going = SellAtTill([line], customer_id=self.shop.customer, at=day(on))
        back = ReturnFromCustomer(sold.id, parts=[part], at=day(on))
        return self.shop.work.run(exchange, Exchange(back, going)).going

    def take_money(self, on: int) -> Posted:
        return self.shop.pay(self.amount() * 3, on=on)

    def use_up(self, on: int) -> Posted:
        incoming = self.chance.random() < 0.5
        return self.shop.pay(self.amount() / 4, incoming=incoming, on=on, method="advance")

    def buy(self, on: int) -> Posted:
        receipt = self.shop.receive("TEA", 6, self.amount(), on=on)
        if self.chance.random() < 0.3:
            self.done.append(self.shop.landed(receipt, self.amount(), on=on))
        self.done.append(receipt)
        return self.shop.bill(receipt, self.amount(), on=on)

    def send_back(self, on: int) -> Posted:
        return self.shop.send_back(self.of_goods(), "TEA", 1, on=on)

    def pay_out(self, on: int) -> Posted:
        return self.shop.pay(self.amount() * 3, incoming=False, on=on)

    def undo(self, on: int) -> Posted:
        return self.shop.reverse(self.chance.choice(self.done))


def booked(shop: Shop, partner_id: int, last: int) -> Decimal:
    """What the journal says that a partner owes us, less what we owe him."""
    found = shop.value_of(
        "SELECT COALESCE(SUM(j.amount), 0) FROM journal_line j JOIN journal_entry e "
        "ON e.id = j.entry_id WHERE j.partner_id = ? AND e.booked_on <= ?", partner_id, JAN + last,
    )  # fmt: skip
    return money(int(found))


def papers_of(shop: Shop, partner_id: int, first: int, last: int) -> set[int]:
    """Every paper that the journal has on the partner's name in these days."""
    rows = shop.work.read(
        lambda books: books.rows(
            "SELECT DISTINCT e.document_id FROM journal_line j JOIN journal_entry e "
            "ON e.id = j.entry_id WHERE j.partner_id = ? AND e.booked_on BETWEEN ? AND ?",
            (partner_id, JAN + first, JAN + last),
        )
    )
    return {row[0] for row in rows}


@pytest.mark.parametrize("seed", range(6))
def test_any_month_ties_out(shop, seed):
    month = Month(shop, seed)
    month.tell()
    assert len(month.done) > 20
    for code, partner_id in month.partners.items():
        carried = D(0)
        for first, last in ((1, 9), (10, 17), (18, 31)):
            found = told(shop, code, first, last)
            sign = -1 if found.who.ours else 1
            assert found.opening == carried
            assert found.closing == sign * booked(shop, partner_id, last)
            assert found.closing == found.opening + sign * (found.debit - found.credit)
            assert found.closing == sum(found.ages)
            assert money(found.rows[-1].balance) == found.closing
            assert {row.id for row in found.rows} - {NO_PAPER} == papers_of(
                shop, partner_id, first, last
            )
            carried = found.closing


@pytest.mark.parametrize("seed", range(6, 9))
def test_all_partners_together_are_receivables_and_payables(shop, seed):
    Month(shop, seed).tell()
    for last in (9, 17, 31):
        ask = ReportAsk(to_day=JAN + last)
        owed, owing = shop.work.read(receivables, ask), shop.work.read(payables, ask)
        for side, by_age in ((owed, receivables_by_age), (owing, payables_by_age)):
            aged = shop.work.read(by_age, ask)
            still = sum(row[-1] for row in side.rows if row[-1] > 0)
            assert sum(sum(row[2:7]) for row in aged.rows) == still
        assert sum(row[-1] for row in owed.rows) == account(shop, "receivable", last)
        whole = sum(
            (-1 if found.who.ours else 1) * found.closing
            for found in (told(shop, code, None, last) for code in ("ZHOU", "ACME", "BOTH"))
        )
        by_age = [shop.work.read(one, ask).rows for one in (receivables_by_age, payables_by_age)]
        assert whole == sum(row[-1] for row in by_age[0]) - sum(row[-1] for row in by_age[1])


def account(shop: Shop, role: str, last: int) -> Decimal:
    found = shop.value_of(
        "SELECT COALESCE(SUM(j.amount), 0) FROM journal_line j JOIN journal_entry e "
        "ON e.id = j.entry_id JOIN account a ON a.id = j.account_id "
        "WHERE a.role = ? AND e.booked_on <= ?", role, JAN + last,
    )  # fmt: skip
    return money(int(found))
