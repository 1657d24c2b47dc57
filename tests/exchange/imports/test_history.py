"""A sales history told in a few rows: what each row becomes, and that every penny is accounted."""

from decimal import Decimal as D

import pytest

from builders import Shop, day
from erp_desktop.exchange.imports.registry import undo_import
from erp_desktop.services.catalogue.search import find_products

from .conftest import Take, told

HEAD = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
DAY = "2025-03-0{} 10:00:00"


def row(
    number: str, sku: str, qty: int, price: str, on: int = 1, *, who: str = "",
    name: str = "TEA POT",
) -> str:  # fmt: skip
    """One line of another program's export."""
    return f"{number},{sku},{name},{qty},{DAY.format(on)},{price},{who},France\n"


def test_a_sale_is_paid_and_its_goods_were_there(shop: Shop, take: Take) -> None:
    report = take("sales-history", HEAD + row("1001", "22001", 6, "2.50", who="17850.0"))
    assert report.imported == {"sales": 1}
    assert report.sums == {"file": "15.00", "imported": "15.00", "left_out": "0.00"}
    assert shop.account("bank") == D("15.00")
    assert shop.cost_of_sales() == D("7.50")  # half of the median price
    assert shop.on_hand("22001") == 0
    assert shop.value_of("SELECT name FROM partner WHERE code = '17850'") == "17850"
    assert shop.value_of("SELECT COUNT(*) FROM product WHERE estimated") == 1


def test_a_customer_without_a_name_paid_in_cash(shop: Shop, take: Take) -> None:
    take("sales-history", HEAD + row("1001", "22001", 2, "2.50"))
    assert (shop.account("cash"), shop.account("bank")) == (D("5.00"), D("0.00"))


def test_a_cancelled_invoice_answers_its_sale(shop: Shop, take: Take) -> None:
    lines = row("1001", "22001", 6, "2.50", who="7") + row("1002", "22001", 4, "2.50", 2, who="7")
    lines += row("C1003", "22001", -5, "2.50", 3, who="7")
    report = take("sales-history", HEAD + lines)
    assert report.imported == {"sales": 2, "returns": 1}
    # the newest sale first (4), then 1 of the older: two papers, one for each sale
    assert (
        shop.value_of(
            "SELECT COUNT(*) FROM document_line l JOIN document d ON d.id = l.document_id "
            "WHERE d.kind = 'sales_return' AND l.answers_id IS NOT NULL"
        )
        == 2
    )
    assert shop.account("bank") == D("12.50")
    assert report.sums["imported"] == "12.50"


def test_more_came_back_than_was_sold(shop: Shop, take: Take) -> None:
    lines = row("1001", "22001", 2, "2.50", who="7") + row("C1002", "22001", -3, "2.50", 2, who="7")
    report = take("sales-history", HEAD + lines)
    assert report.imported == {"sales": 1, "returns": 1}
    assert shop.on_hand("22001") == 3
    assert shop.account("bank") == D("-2.50")


def test_a_refund_at_another_price_is_what_the_file_says(shop: Shop, take: Take) -> None:
    lines = row("1001", "22001", 2, "2.50", who="7") + row("C1002", "22001", -1, "2.00", 2, who="7")
    report = take("sales-history", HEAD + lines)
    assert report.imported == {"sales": 1, "returns": 1}
    assert shop.account("sales") == D("-3.00")
    assert report.sums["imported"] == "3.00"


def test_a_return_of_somebody_elses_goods_has_no_sale(shop: Shop, take: Take) -> None:
    lines = row("1001", "22001", 2, "2.50", who="7") + row("C1002", "22001", -1, "2.50", 2, who="8")
    report = take("sales-history", HEAD + lines)
    assert report.imported == {"sales": 1, "returns_unlinked": 1}


def test_a_return_finds_its_sale_in_an_earlier_import(shop: Shop, take: Take) -> None:
    take("sales-history", HEAD + row("1001", "22001", 6, "2.50", who="7"))
    report = take("sales-history", HEAD + row("C1002", "22001", -4, "2.50", 2, who="7"))
    assert report.imported == {"returns": 1}
    report = take("sales-history", HEAD + row("C1003", "22001", -3, "2.50", 3, who="7"))
    assert report.imported == {"returns": 1}  # 2 of the sale, 1 without it
    assert shop.on_hand("22001") == 7


def test_goods_that_are_gone_have_a_reason(shop: Shop, take: Take) -> None:
    lines = row("1001", "22001", 2, "2.50") + row("1002", "22001", -3, "0.0", 2, name="thrown away")
    lines += row("1003", "22001", -1, "0.0", 3, name="")
    report = take("sales-history", HEAD + lines)
    assert report.imported == {"sales": 1, "write_offs": 2}
    reasons = shop.work.read(
        lambda books: books.rows("SELECT reason FROM document WHERE kind = 'write_off' ORDER BY id")
    )
    assert reasons == [("thrown away",), ("not stated",)]
    assert shop.account("write_offs") == D("5.00")
    assert shop.on_hand("22001") == 0


def test_presents_are_sold_and_finds_are_found(shop: Shop, take: Take) -> None:
    lines = row("1001", "22001", 2, "2.50") + row("1001", "22002", 1, "0.0")
    lines += row("1002", "22001", 9, "0.0", 2, name="found")
    report = take("sales-history", HEAD + lines)
    assert report.imported == {"sales": 2, "stock_found": 1}
    assert shop.on_hand("22001") == 9
    assert shop.on_hand("22002") == 0


def test_fees_are_services_and_accounting_is_left_out(shop: Shop, take: Take) -> None:
    lines = row("1001", "POST", 1, "18.00", name="POSTAGE") + row("C1002", "D", -1, "2.00", 2)
    lines += row("A1003", "B", 1, "-11062.06", 3, name="Adjust bad debt")
    report = take("sales-history", HEAD + lines)
    assert report.imported == {"services": 1, "returns_unlinked": 1}
    assert report.left_out == {"adjustment": 1}
    assert report.sums == {"file": "-11046.06", "imported": "16.00", "left_out": "-11062.06"}
    assert shop.value_of("SELECT COUNT(*) FROM stock_move") == 0


def test_a_price_below_a_cent_is_rounded_and_said(shop: Shop, take: Take) -> None:
    report = take("sales-history", HEAD + row("1001", "22001", 15, "0.001"))
    assert report.sums["imported"] == "0.015"
    assert shop.account("sales") == D("-0.02")
    (said,) = [note for note in report.notes if note.code == "rounding"]
    assert said.facts == {"difference": "0.005"}


def test_what_the_shop_knows_as_goods_stays_goods(shop: Shop, take: Take) -> None:
    shop.product("POST", name="Fence post")
    shop.product("WRAP", name="Gift wrapping", kind="service")
    lines = row("1001", "POST", 1, "18.00") + row("1001", "wrap", 1, "2.00")
    report = take("sales-history", HEAD + lines)
    assert report.imported == {"sales": 1, "services": 1}


def test_codes_that_differ_in_case_are_one_product(shop: Shop, take: Take) -> None:
    lines = row("1001", "85123A", 1, "2.50") + row("1002", "85123a", 1, "2.50", 2, name="tea pot ")
    lines += row("1003", "85123A", 1, "2.50", 3)
    report = take("sales-history", HEAD + lines)
    assert shop.value_of("SELECT name FROM product WHERE sku = '85123A'") == "TEA POT"
    assert shop.value_of("SELECT COUNT(*) FROM product") == 1
    assert "codes_joined" in [note.code for note in report.notes]
    assert [hit.sku for hit in shop.work.read(find_products, "pot")] == ["85123A"]


def test_the_same_row_twice_is_left_out_and_said(shop: Shop, take: Take) -> None:
    lines = row("1001", "22001", 1, "2.50") * 2
    report = take("sales-history", HEAD + lines)
    assert (report.imported, report.left_out) == ({"sales": 1}, {"duplicate": 1})
    assert report.sums == {"file": "5.00", "imported": "2.50", "left_out": "2.50"}


def test_the_same_row_twice_may_be_meant(shop: Shop, take: Take) -> None:
    lines = row("1001", "22001", 1, "2.50") * 2
    report = take("sales-history", HEAD + lines, options={"duplicates": "keep"})
    assert report.imported == {"sales": 2}


def test_without_an_opening_products_go_below_zero(shop: Shop, take: Take) -> None:
    lines = HEAD + row("1001", "22001", 6, "2.50")
    report = take("sales-history", lines, options={"opening": "none"})
    assert report.ok
    assert shop.on_hand("22001") == -6
    assert shop.value_of("SELECT negative FROM product") == "allow"


def test_what_the_shop_holds_already_is_sold_first(shop: Shop, take: Take) -> None:
    shop.product("22001", name="Our tea pot", price="9.99")
    shop.opening("22001", 10, 4)
    lines = HEAD + "".join(f"10{n},22001,TEA POT,6,2026-01-0{n} 10:00,2.50,,UK\n" for n in (2, 3))
    report = take("sales-history", lines)
    assert report.ok
    assert shop.on_hand("22001") == 0  # 10 of ours and 2 opened
    assert shop.cost_of_sales() == D("42.50")
    assert shop.value_of("SELECT name FROM product") == "Our tea pot"
    assert undo_import(shop.work, report.id).restored == 1
    assert not shop.value_of("SELECT estimated FROM product")


def test_a_history_before_our_own_sales_is_told_before_them(shop: Shop, take: Take) -> None:
    shop.product("22001")
    shop.receive("22001", 5, 4, on=1)
    shop.sell("22001", 2, on=3)
    report = take("sales-history", HEAD + row("1001", "22001", 6, "2.50"))
    assert report.ok
    assert shop.on_hand("22001") == 3


def test_an_overlapping_export_brings_only_what_is_new(shop: Shop, take: Take) -> None:
    first = row("1001", "22001", 6, "2.50")
    take("sales-history", HEAD + first)
    report = take("sales-history", HEAD + first + row("1002", "22001", 1, "2.50", 2))
    assert (report.imported, report.left_out) == ({"sales": 1}, {"imported_before": 1})


def test_the_same_file_again_is_refused(shop: Shop, take: Take) -> None:
    lines = HEAD + row("1001", "22001", 6, "2.50")
    first = take("sales-history", lines)
    again = take("sales-history", lines)
    assert not again.ok
    assert told(again) == [(0, "", "imported_before", first.id)]
    assert again.left_out == {"not_imported": 1}


def test_every_problem_is_told_and_nothing_is_imported(shop: Shop, take: Take) -> None:
    lines = row("1001", "6.9E+12", 1, "2.50") + row("1002", "22001", 1, "cheap")
    lines += "1003,22001,TEA,1,yesterday,2.50,,UK\n1004,22001,TEA,1,1899-12-30,2.50,,UK\n"
    lines += "1005,,TEA,1,2025-03-01,2.50,,UK\n1006,22001,TEA,1,2025-03-01,-2.50,,UK\n"
    lines += row("1007", "22001", 1, "2.50")
    report = take("sales-history", HEAD + lines)
    assert told(report) == [
        (2, "StockCode", "damaged_code", ""),
        (3, "UnitPrice", "not_a_number", "12.50"),
        (4, "InvoiceDate", "not_a_date", "2026-01-31"),
        (5, "InvoiceDate", "date_too_far", "2026-01-31"),
        (6, "StockCode", "missing", ""),
        (7, "UnitPrice", "negative", "2.50"),
    ]
    assert report.as_json()["rows"] == 7
    assert report.left_out == {"not_imported": 7}
    assert shop.value_of("SELECT COUNT(*) FROM document") == 0
    assert shop.value_of("SELECT COUNT(*) FROM import_batch") == 0


def test_a_dry_run_says_all_and_leaves_nothing(shop: Shop, take: Take) -> None:
    report = take("sales-history", HEAD + row("1001", "22001", 6, "2.50"), dry_run=True)
    assert (report.ok, report.id, report.imported) == (True, "", {"sales": 1})
    for table in ("document", "product", "import_batch", "stock_move"):
        assert shop.value_of(f"SELECT COUNT(*) FROM {table}") == 0


def test_a_stopped_import_leaves_nothing(shop: Shop, take: Take) -> None:
    lines = HEAD + row("1001", "22001", 6, "2.50")
    report = take("sales-history", lines, cancelled=lambda: True)
    assert (report.ok, report.cancelled) == (False, True)
    assert shop.value_of("SELECT COUNT(*) FROM document") == 0


def test_a_chinese_shops_list_in_gbk(shop: Shop, take: Take) -> None:
    lines = (
        "销售明细,,,,\n单号,商品编码,商品名称,数量,金额,日期\n"
        "A-1,0690,龙井茶,2,56.00,2025/3/1\nA-2,0690,龙井茶,1,28.00,2025/3/2\n合计,,,3,84.00,\n"
    )
    report = take("sales-history", lines, encoding="gbk")
    assert report.problems == []
    assert report.imported == {"sales": 2}
    assert report.sums["file"] == "84.00"
    assert shop.value_of("SELECT sku FROM product") == "0690"
    assert {note.code for note in report.notes} >= {"encoding", "sheet_rows"}


def test_a_taxed_history_takes_the_tax_out_of_its_prices(shop: Shop, take: Take) -> None:
    lines = HEAD + row("1001", "22001", 1, "113.00") + row("C1002", "22001", -1, "113.00", 2)
    report = take("sales-history", lines, options={"tax": "13"})
    assert report.imported == {"sales": 1, "returns": 1}
    assert shop.account("output_tax") == 0
    assert shop.value_of("SELECT tax FROM document WHERE kind = 'sale'") == 130_000


@pytest.mark.parametrize("option", [{"opening": "some"}, {"cost_share": "2"}, {"colour": "red"}])
def test_options_are_checked(shop: Shop, take: Take, option: dict[str, str]) -> None:
    from erp_desktop.core.errors import NotAmong

    with pytest.raises(NotAmong):
        take("sales-history", HEAD + row("1001", "22001", 1, "2.50"), options=option)


def test_undoing_takes_everything_back(shop: Shop, take: Take) -> None:
    lines = row("1001", "22001", 6, "2.50", who="7") + row("C1003", "22001", -5, "2.50", 3, who="7")
    lines += row("1004", "22001", -1, "0.0", 4, name="broken")
    report = take("sales-history", HEAD + lines)
    undone = undo_import(shop.work, report.id)
    assert (undone.reversed, undone.products, undone.partners, undone.kept) == (4, 1, 1, 0)
    for role in ("bank", "sales", "stock", "equity", "cost_of_sales", "write_offs"):
        assert shop.account(role) == 0
    assert shop.value_of("SELECT COUNT(*) FROM product WHERE active") == 0
    again = take("sales-history", HEAD + lines)  # and it may be imported again
    assert again.imported == report.imported
    assert shop.value_of("SELECT COUNT(*) FROM product WHERE active") == 1


def test_undoing_restates_what_we_sold_since(shop: Shop, take: Take) -> None:
    report = take("sales-history", HEAD + row("1001", "22001", 6, "2.50"))
    shop.receive("22001", 4, 3, on=1)
    sale = shop.sell("22001", 2, on=3)
    undone = undo_import(shop.work, report.id)
    assert undone.kept == 1  # the product is in use
    assert (shop.on_hand("22001"), shop.stock_value("22001")) == (2, D("6.00"))
    assert shop.cost_of(sale) == D("6.00")


def test_undoing_is_refused_once_goods_came_back(shop: Shop, take: Take) -> None:
    from erp_desktop.core.errors import AlreadyReversed, HasFollowers
    from erp_desktop.services.sales.returning import ReturnFromCustomer, return_from_customer
    from erp_desktop.services.trade import PartLine

    report = take("sales-history", HEAD + row("1001", "22001", 6, "2.50"))
    sale = int(shop.value_of("SELECT id FROM document WHERE kind = 'sale'"))
    part = PartLine(shop.lines_of(sale)["22001"].id, D(1))
    back = shop.work.run(return_from_customer, ReturnFromCustomer(sale, parts=[part], at=day(9)))
    with pytest.raises(HasFollowers):
        undo_import(shop.work, report.id)
    shop.reverse(back)
    undo_import(shop.work, report.id)
    with pytest.raises(AlreadyReversed):
        undo_import(shop.work, report.id)


def test_undoing_is_refused_when_found_goods_were_sold(shop: Shop, take: Take) -> None:
    from erp_desktop.core.errors import NotEnoughStock

    report = take("sales-history", HEAD + row("1001", "22001", 6, "0.0"))
    shop.sell("22001", 5, on=3)
    with pytest.raises(NotEnoughStock):
        undo_import(shop.work, report.id)
    assert shop.on_hand("22001") == 1
