"""The statement on paper: whose, what, who owes whom, and in the shop's own words."""

from pathlib import Path

import pytest

from builders import Shop, day
from erp_desktop.core import clock
from erp_desktop.documents import registry
from erp_desktop.services.finance.statements import StatementAsk

from . import reading


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    clock.set_now(lambda: day(20, 12))
    shop = Shop.found(tmp_path / "own.shop")
    shop.product("TEA")
    shop.opening("TEA", 50, 5)
    for on in (2, 4):
        shop.sell("TEA", 1, 1000 * on, on=on, customer_id=shop.customer, payments=[])
    shop.pay(1500, on=6)
    shop.bill(shop.receive("TEA", 10, 10, on=2), on=3, reference="A-17")
    return shop


def said(shop: Shop, code: str, first: int = 0, language: str | None = None) -> str:
    ask = StatementAsk(code, first)
    return reading.words(shop.work.read(registry.statement_for, ask, language))


def test_a_customers_paper_adds_up_before_his_eyes(shop: Shop) -> None:
    words = said(shop, "ZHOU", 20260103)
    for wanted in ("Statement of account", "Zhou trading · ZHOU", "3 Jan 2026 – 20 Jan 2026",
                   "Opening balance", "TS-2026-000002", "4,000.00", "RV-2026-000001", "1,500.00",
                   "You owe us", "¥4,500.00",
                   "Not due 4,500.00"):  # fmt: skip
        assert wanted in words, wanted
    assert "TS-2026-000001" not in words  # it is in the opening balance


def test_what_we_owe_is_said_to_the_supplier(shop: Shop) -> None:
    words = said(shop, "ACME")
    assert "We owe you ¥100.00" in words
    assert "A-17" in words
    assert "Until 20 Jan 2026" in words


def test_more_paid_than_owed_turns_the_sentence(shop: Shop) -> None:
    shop.pay(9000, on=7)
    words = said(shop, "ZHOU")
    assert "We owe you ¥4,500.00" in words
    assert "Credits and advances \u22124,500.00" in words


def test_a_chinese_shop_sends_a_chinese_paper(shop: Shop) -> None:
    words = said(shop, "ZHOU", language="zh_CN")
    for wanted in ("往来对账单", "贵方欠我方", "收款单", "未到期"):
        assert wanted in words, wanted


def test_the_paper_of_the_practice_shop_says_so(shop: Shop) -> None:
    shop.work.run(lambda books: books.put_setting("practice", "1"))
    assert "Practice" in said(shop, "ZHOU")
