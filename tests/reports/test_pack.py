"""The accountant's pack ties out, a cost explains itself, and the Home page has its numbers."""

from collections.abc import Iterator
from decimal import Decimal as D
from pathlib import Path
from typing import Any

import pytest

from builders import Shop, at_time, day
from deep_shop import depth, told_late
from erp_desktop.reports.accountant import Term, accountant_tables, pack, tie_outs
from erp_desktop.reports.home import home
from erp_desktop.reports.stock import held_at
from erp_desktop.reports.why import Node, why
from erp_desktop.services.finance.bank_lines import PutLines, StatementLine, put_lines
from erp_desktop.services.finance.landed import AddLandedCost, Cost, add_landed_cost
from erp_desktop.services.shop.imports import open_batch

from .telling import busy_shop


@pytest.fixture(scope="module")
def january(tmp_path_factory: pytest.TempPathFactory) -> Any:
    shop = busy_shop(tmp_path_factory.mktemp("shop") / "january.shop")
    yield shop
    shop.work.close()


@pytest.mark.parametrize(
    ("first", "last"),
    [(20260101, 20260131), (20260101, 20260106), (20260107, 20260110), (20260111, 20260228)],
)
def test_every_difference_of_the_tie_out_is_nothing(january: Shop, first: int, last: int) -> None:
    *sheets, ties = january.work.read(pack, first, last)
    assert [row[3] for row in ties.rows] == [D(0)] * len(ties.rows)
    by_name = {sheet.name: sheet for sheet in sheets}
    checks = january.work.read(tie_outs)
    assert [check.label for check in checks] == [row[0] for row in ties.rows]
    for check in checks:
        for term in (*check.left, *check.right):
            _finds(by_name, term)


def _finds(sheets: dict[str, Any], term: Term) -> None:
    sheets[term.table].column(term.column)
    if term.match is not None:
        at = sheets[term.table].column(term.match[0])
        assert [row for row in sheets[term.table].rows if row[at] == term.match[1]]


def test_the_pack_of_all_the_books(january: Shop) -> None:
    tables = january.work.read(accountant_tables)
    assert [table.name for table in tables] == [
        "sales", "purchases", "cost-of-sales", "stock-movements", "stock-value", "stock-by-lot",
        "price-differences", "landed-costs", "valuation-methods", "restated",
            "expense-papers", "journal",
        "receivables", "payables", "reconciliation", "trial-balance", "tie-out",
    ]  # fmt: skip
    assert not any(row[3] for row in tables[-1].rows)


@pytest.fixture(scope="module")
def deep(tmp_path_factory: pytest.TempPathFactory) -> Any:
    shop = depth(Shop.found(tmp_path_factory.mktemp("shop") / "deep.shop"))
    told_late(shop)
    yield shop
    shop.work.close()


@pytest.mark.parametrize(
    ("first", "last"), [(0, 20991231), (20260101, 20260106), (20260107, 20260112)]
)
def test_it_ties_out_whatever_the_stock_is_valued_by(deep: Shop, first: int, last: int) -> None:
    *sheets, ties = deep.work.read(pack, first, last)
    assert [row for row in ties.rows if row[3]] == []
    by_name = {sheet.name: sheet for sheet in sheets}
    methods = {row[0]: row[2] for row in by_name["valuation-methods"].rows}
    assert methods["SPEC"] == "By lot or serial number"
    assert methods["TEA"] == ("First in, first out" if last > 20260112 else "Moving average")


def test_the_pack_says_lots_differences_freight_and_what_was_restated(deep: Shop) -> None:
    sheets = {sheet.name: sheet for sheet in deep.work.read(accountant_tables)}
    lots = [row for row in sheets["stock-by-lot"].rows if row[0] == "SPEC"]
    assert {row[3]: (row[6], row[8]) for row in lots} == {
        "S1": (D(1), D("10.01")), "S2": (D(4), D("40.20")), "S3": (D(5), D("55.00")),
    }  # fmt: skip
    for row in sheets["price-differences"].rows:
        assert row[4] - row[5] == row[6]
    assert sum(row[6] for row in sheets["price-differences"].rows) == deep.account(
        "price_difference"
    )
    assert [row[7] for row in sheets["landed-costs"].rows] == [D("7.77"), D("7.77")]
    assert {row[4] for row in sheets["restated"].rows} >= {"TEA", "FIFO"}


@pytest.mark.parametrize("billed", [True, False])
def test_the_tax_on_freight_ties_out(tmp_path: Path, billed: bool) -> None:
    """Freight of a supplier has its tax in the books; one that nobody billed yet has none."""
    shop = Shop.found(tmp_path / "freight.shop")
    shop.product("TEA")
    receipt = shop.receive("TEA", 10, 10, on=2)
    cost = Cost(D("8.00"), rate=D(20))
    freight = AddLandedCost([receipt.id], [cost], day(3), shop.supplier if billed else None)
    paper = shop.work.run(add_landed_cost, freight)
    taxed = D("1.60") if billed else D(0)
    assert shop.account("input_tax") == taxed
    *sheets, ties = shop.work.read(accountant_tables)
    assert [row for row in ties.rows if row[3]] == []
    at = next(sheet for sheet in sheets if sheet.name == "purchases")
    assert sum(row[at.column("tax")] for row in at.rows) == taxed
    shop.reverse(paper)
    assert [row for row in shop.work.read(accountant_tables)[-1].rows if row[3]] == []
    shop.work.close()


def leaves(node: Node) -> Iterator[Node]:
    if not node.children:
        yield node
    for child in node.children:
        yield from leaves(child)


@pytest.mark.parametrize("as_of", [None, day(4, 12), day(9, 12)])
@pytest.mark.parametrize("sku", ["TEA", "CUP", "POT"])
def test_the_leaves_of_a_cost_sum_to_what_is_on_hand(
    january: Shop, sku: str, as_of: int | None
) -> None:
    tree = january.work.read(why, sku, as_of)
    held = january.work.read(held_at, as_of or day(300), january.pid(sku))
    found = list(leaves(tree))
    value = sum((leaf.value for leaf in found), D(0))
    assert value == tree.value == D(sum(value for _, value in held.values())).scaleb(-4)
    quantity = sum((leaf.quantity for leaf in found), D(0))
    assert quantity == tree.quantity == D(sum(held for held, _ in held.values())).scaleb(-6)
    assert tree.as_json()["value"] == f"{tree.value:f}"
    assert len(tree.lines()) >= len(found)


def test_a_late_bill_is_named_where_it_changed_a_receipt(january: Shop) -> None:
    said = "\n".join(january.work.read(why, "TEA", None, "MAIN").lines())
    assert "As GR-2026-000001 said: 12 / 120.00" in said
    assert "Changed by BI-2026-000001: 0 / 6.00" in said
    assert "reversal" not in said


def test_home_compares_today_with_the_same_weekday_before(shop: Shop) -> None:
    shop.product("TEA", minimum="10")
    shop.receive("TEA", 30, 10, on=1)
    shop.sell("TEA", 2, 20, on=7)
    shop.sell("TEA", 3, 20, on=14)
    shop.sell("TEA", 1, 30, when=day(14, 12))
    shop.reverse(shop.sell("TEA", 1, 99, when=day(14, 13)))
    shop.sales_order("TEA", 20, on=13)
    shop.order("TEA", 5, 10, on=13)
    issued = shop.issue(shop.sales_order("TEA", 1, 20, on=13), "TEA", 1, on=13)
    shop.invoice(issued, on=1, due_on=20260110)
    with at_time(day(14, 20)):
        now = shop.work.read(home)
    assert (now.today.takings, now.today.profit) == (D(90), D(50))
    assert (now.today.sales, now.today.basket) == (2, D(45))
    assert (now.before.takings, now.before.profit) == (D(40), D(20))
    assert now.stock_value == shop.stock_value()
    assert (now.to_ship.count, now.to_receive.count) == (1, 1)
    assert now.running_out == 1  # 23 on hand, 5 to come, 20 promised: 8 of a minimum of 10
    assert (now.overdue.count, now.overdue.amount) == (1, D(20))
    assert [point.takings for point in now.days if point.takings] == [D(20), D(40), D(90)]
    assert len(now.days) == 14
    assert now.days[-1].day.day == 14
    assert (len(now.weeks), now.weeks[-1].takings) == (12, D(90))


def test_the_bank_ties_out(january: Shop) -> None:
    line = StatementLine(20260131, 990_000, "Payout", "", 1_500_000)
    january.work.run(lambda books: put_lines(
        books, PutLines("bank", [line], open_batch(books, "bank-statement", "january.csv")[0])
    ))  # fmt: skip
    *sheets, ties = january.work.read(pack, 20260101, 20260131)
    told = {row[0]: row[1:] for row in ties.rows}
    assert told["Bank account = reconciliation"][2] == D(0)
    assert told["Books and what is open = bank"] == (D(150), D(150), D(0))
    sheet = next(table for table in sheets if table.name == "reconciliation")
    assert [row[2] for row in sheet.rows][-2:] == ["Not in the books", "Balance at the bank"]
