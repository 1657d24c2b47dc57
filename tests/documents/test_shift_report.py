"""The papers of a drawer: what a shift comes to, on a roll, in the shop's language."""

from decimal import Decimal as D
from pathlib import Path

import pytest

from builders import Shop, day
from documents import reading
from erp_desktop.core import clock
from erp_desktop.documents import registry
from erp_desktop.printing.printer import in_language
from erp_desktop.reports.integrity import verify
from erp_desktop.services.reversing import reverse
from erp_desktop.services.sales import shift_figures
from erp_desktop.services.sales.return_rules import Came
from erp_desktop.services.sales.returning import ReturnFromCustomer, return_from_customer
from erp_desktop.services.sales.shifts import (
    CloseShift,
    MoveCash,
    OpenShift,
    close_shift,
    move_cash,
    open_shift,
)
from erp_desktop.services.sales.till import PaidBy
from erp_desktop.services.trade import PartLine


@pytest.fixture(params=["en", "zh_CN"])
def shop(request, tmp_path: Path):
    shop = Shop.found(tmp_path / "a.shop", language=request.param, currency="CNY")
    shop.product("TEA", price=20)
    shop.opening("TEA", 50, 10)
    clock.set_now(lambda: day(5, 18))
    shop.work.till = "1"
    shop.work.run(open_shift, OpenShift("1", D(100), at=day(5, 9)))
    sale = shop.sell("TEA", 3, 20, on=5)
    shop.sell("TEA", 2, 20, on=5, payments=[PaidBy("wechat", D(40))])
    shop.take_back(sale, "TEA", on=5)
    shop.moved = shop.work.run(move_cash, MoveCash("1", D(30), "safe", "the evening's"))
    yield shop
    clock.set_now(None)
    shop.work.close()


def closed(shop: Shop):
    notes = [(D(50), 2), (D(1), 9)]
    return shop.work.run(close_shift, CloseShift("1", D(109), notes, D(100), note="a coin short"))


def words(shop: Shop, pdf: bytes) -> str:
    return reading.words(pdf)


def test_an_x_report_says_how_it_stands_and_closes_nothing(shop):
    shift = shop.value_of("SELECT id FROM till_shift")
    said = words(shop, shop.work.read(registry.x_report_for, shift))
    english = shop.value_of("SELECT value FROM setting WHERE key = 'language'") == "en"
    for part in (
        ("X report", "Takings ¥80.00", "WeChat Pay ×1 40.00", "Should be in it ¥110.00")
        if english
        else ("中途报表（X）", "营业额 ¥80.00", "微信支付 ×1 40.00", "应有现金 ¥110.00")
    ):
        assert part in said
    assert "Draft" not in said
    assert "草稿" not in said
    assert shop.value_of("SELECT count(*) FROM till_shift WHERE closed_at IS NULL") == 1


def test_a_z_report_is_the_same_whenever_it_is_printed(shop):
    report = closed(shop)
    first = shop.work.read(registry.paper_for, "z-report", report.id)
    clock.set_now(lambda: day(9, 9))
    shop.work.till = ""
    shop.sell("TEA", 1, 20, on=9)
    assert shop.work.read(registry.paper_for, "z-report", report.id) == first
    said = words(shop, first)
    for part in (report.number, "−¥1.00", "¥50 ×2 100.00", "a coin short", "109.00"):
        assert part in said
    assert report.number in reading.codes(first)


def test_a_slip_says_how_much_and_why(shop):
    said = words(shop, shop.work.read(registry.paper_for, "cash-slip", shop.moved.id))
    assert "¥30.00" in said
    assert "Into the safe" in said or "存入保险柜" in said


def test_a_report_prints_on_a_thermal_printer(shop):
    pdf = shop.work.read(registry.paper_for, "z-report", closed(shop).id, template="58")
    assert in_language(pdf, "escpos", roll=58).startswith(b"\x1b@")


def test_both_reports_say_why_goods_came_back(shop):
    """One line faulty, one without a reason, one whose return was taken back."""
    sale = shop.sell("TEA", 5, 20, on=5)
    line = shop.lines_of(sale)["TEA"].id
    for came in (Came("faulty"), Came("faulty"), Came("damaged")):
        command = ReturnFromCustomer(
            sale.id, parts=[PartLine(line, D(1))], paid_by="cash", at=day(5, 12), came=[came]
        )
        back = shop.work.run(return_from_customer, command)
    shop.work.run(reverse, back.id)
    english = shop.value_of("SELECT value FROM setting WHERE key = 'language'") == "en"
    told = ("Why goods came back", "Does not work ×2 −40.00", "Without a reason ×1 −20.00")
    if not english:
        told = ("退货原因", "有故障 ×2 −40.00", "未填原因 ×1 −20.00")
    shift = shop.value_of("SELECT id FROM till_shift")
    x = words(shop, shop.work.read(registry.x_report_for, shift))
    z = words(shop, shop.work.read(registry.paper_for, "z-report", closed(shop).id))
    for said in (x, z):
        assert [part for part in told if part not in said] == []
        assert "Damaged" not in said
        assert "破损" not in said
    assert shop.work.read(verify).ok


def test_a_report_closed_before_reasons_were_told_is_still_whole(shop, monkeypatch):
    monkeypatch.setattr(shift_figures, "_reasons", lambda books, shift_id: [])
    closed(shop)
    monkeypatch.undo()
    assert shop.work.read(verify).ok
