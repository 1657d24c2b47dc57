"""Many papers answered at once, and money that settles whatever is due."""

from decimal import Decimal as D

import psycopg
import pytest

from builders import Shop, day
from erp_desktop.core.errors import PaymentTooLarge, ShopBusy, ShopReadOnly, UnknownWarehouse
from erp_desktop.core.money import money
from erp_desktop.models.books import Books
from erp_desktop.models.database import BUSY_MILLISECONDS
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.records import record
from erp_desktop.services.reversing import reverse_together
from erp_desktop.services.sales.return_rules import Came
from erp_desktop.services.sales.returning import ReturnFromCustomer, return_from_customer
from erp_desktop.services.sales.till import PaidBy, SellAtTill, sell_at_till
from erp_desktop.services.shop.drafts import draft, save_draft
from erp_desktop.services.trade import PartLine, TradeLine
from erp_desktop.services.unit_of_work import open_shop


def test_papers_reversed_together_leave_no_trace(shop: Shop) -> None:
    kept = shop.receive("TEA", 10, 10, on=2)
    later = shop.sell("TEA", 4, on=9)
    alone = (shop.cost_of_sales(), shop.stock_value(), shop.account("sales"))
    papers = [shop.receive("TEA", 10, 16, on=3), shop.sell("TEA", 5, on=4)]
    papers.append(shop.receive("TEA", 2, 1, on=1))  # entered last, happened first
    papers.append(shop.take_back(papers[1], "TEA", 2, on=5))
    papers.append(shop.write_off("TEA", 1, on=6))
    assert shop.cost_of(later) != alone[0]
    heard: list[int] = []
    newest_first = [paper.id for paper in reversed(papers)]
    shop.work.run(reverse_together, newest_first, lambda done, _: heard.append(done))
    assert (shop.cost_of_sales(), shop.stock_value(), shop.account("sales")) == alone
    assert shop.cost_of(later) == D("40.00")
    assert shop.work.read(record, kept.id).header.state == "posted"
    assert heard == [1, 2, 3, 4, 5]


def test_what_a_card_leaves_open_is_paid_in_cash(shop: Shop) -> None:
    shop.receive("TEA", 10, 10)
    shop.sell("TEA", 2, 20, payments=[PaidBy("card", D(15))], paid_by="cash", reference="web 7")
    assert (shop.account("card"), shop.account("cash")) == (D("15.00"), D("25.00"))
    assert shop.value_of("SELECT reference FROM document WHERE kind = 'sale'") == "web 7"


def test_a_refund_may_be_less_than_what_was_paid(shop: Shop) -> None:
    shop.receive("TEA", 10, 10)
    sale = shop.sell("TEA", 2, 20)
    part = PartLine(shop.lines_of(sale)["TEA"].id, D(1), price=D("12.50"))
    back = shop.work.run(
        return_from_customer, ReturnFromCustomer(sale.id, parts=[part], at=day(6), paid_by="bank")
    )
    assert shop.account("bank") == D("-12.50")
    assert money(shop.work.read(record, back.id).header.total) == D("12.50")
    assert shop.stock_value() == D("90.00")  # the goods are worth what they cost


def test_all_questions_of_a_reading_see_one_state(shop: Shop) -> None:
    def ask(books: Books) -> tuple[int, int]:
        before = books.value("SELECT COUNT(*) FROM document")
        shop.receive("TEA", 1, 10)  # meanwhile at another till
        return before, books.value("SELECT COUNT(*) FROM document")

    assert shop.work.read(ask) == (0, 0)
    assert shop.value_of("SELECT COUNT(*) FROM document") == 1
    shop.receive("TEA", 1, 10)  # the connection that read writes again


def test_a_reading_step_writes_nothing(shop: Shop) -> None:
    with pytest.raises((ShopReadOnly, psycopg.errors.ReadOnlySqlTransaction)):
        shop.work.read(lambda books: books.put_setting("name", "taken over"))
    assert shop.value_of("SELECT value FROM setting WHERE key = 'name'") == "Corner shop"


def test_what_was_taken_back_is_not_remembered(shop: Shop) -> None:
    """A return to repair makes the place for it; where it is refused, the place is gone too."""
    shop.receive("TEA", 10, 10)
    sale = shop.sell("TEA", 2, 20)
    to_repair, too_much = [Came(went_to="repair")], [PaidBy("cash", D(50))]
    with pytest.raises(PaymentTooLarge):
        shop.take_back(sale, "TEA", 1, came=to_repair, refunds=too_much)
    with pytest.raises(UnknownWarehouse):
        shop.wid("REPAIR")
    shop.take_back(sale, "TEA", 1, came=to_repair)
    assert shop.on_hand("TEA", "REPAIR") == 1


def test_a_paper_may_be_longer_than_a_question(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database takes some ten thousand values at a time; here it takes one."""
    monkeypatch.setattr("erp_desktop.models.books.AT_ONCE", 1)
    shop.product("CUP")
    lines = [TradeLine(shop.pid(sku), D(10), D(price)) for sku, price in (("TEA", 5), ("CUP", 3))]
    receipt = shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=lines, at=day(2)))
    shop.send_back(receipt, "CUP", 1, on=3)
    sold = [TradeLine(line.product_id, D(2), D(9), rate=D(0)) for line in lines]
    sale = shop.work.run(sell_at_till, SellAtTill(sold, paid_by="cash", at=day(4)))
    shop.take_back(sale, "TEA", 1, on=5)
    shop.bill(receipt, 6, "TEA")
    assert (shop.stock_value("TEA"), shop.stock_value("CUP")) == (D("54.00"), D("21.00"))
    assert shop.account("payable") == D("-87.00")


def test_what_is_kept_in_passing_never_waits_for_a_long_import(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window keeps drafts by itself; while somebody writes for seconds it tries again later."""
    monkeypatch.setattr("erp_desktop.models.database.sleep", lambda _: pytest.fail("it waited"))
    other = open_shop(shop.work.database.place)

    def long_import(books: Books) -> None:
        shop.work.patience = 0
        try:
            with pytest.raises(ShopBusy):
                shop.work.run(save_draft, "order:n1", {"words": "tea"})
        finally:
            shop.work.patience = BUSY_MILLISECONDS

    other.run(long_import)
    other.close()
    shop.work.run(save_draft, "order:n1", {"words": "tea"})
    kept = shop.work.read(draft, "order:n1")
    assert kept is not None
    assert kept.content == {"words": "tea"}
