"""Orders out of one table, and Northwind's: files of heads and lines that belong together."""

from decimal import Decimal as D
from pathlib import Path

import pytest

from builders import Shop
from erp_desktop.core.errors import FileUnreadable, HasFollowers
from erp_desktop.core.money import money
from erp_desktop.exchange.imports.registry import run_import, undo_import

from .conftest import Take, told

CLASSIC = "02_erp_demo/northwind_classic"
SECOND = "02_erp_demo/northwind2_purchasing"


def count(shop: Shop, table: str, where: str = "1 = 1") -> int:
    return int(shop.value_of(f"SELECT COUNT(*) FROM {table} WHERE {where}"))


def test_purchase_orders_of_one_table(shop: Shop, take: Take) -> None:
    shop.product("TEA")
    shop.product("CUP")
    lines = (
        "Order number,Supplier,Order date,Expected date,SKU,Quantity,Unit cost,Discount %\n"
        "PO-7,ACME,2026-01-02,2026-01-20,TEA,10,4.00,\n"
        "PO-7,ACME,2026-01-02,2026-01-20,CUP,5,2.00,10%\n"
        "PO-8,Acme Ltd,2026-01-03,,TEA,1,4.00,\n"
    )
    report = take("purchase-orders", lines)
    assert report.imported == {"order_lines": 3}
    assert report.sums["imported"] == "53.00"
    order = int(shop.value_of("SELECT id FROM document WHERE reference = 'PO-7'"))
    assert shop.value_of("SELECT due_on FROM document WHERE id = ?", order) == 20260120
    assert shop.lines_of(order)["CUP"].net == 90_000
    again = take("purchase-orders", lines + "PO-9,ACME,2026-01-03,,TEA,2,4.00,\n")
    assert (again.imported, again.left_out) == ({"order_lines": 1}, {"imported_before": 3})


def test_problems_of_orders(shop: Shop, take: Take) -> None:
    shop.product("TEA")
    lines = (
        "Order number,Customer,Order date,SKU,Quantity,Unit price\n"
        "1,ZHOU,2026-01-02,TEE,10,4.00\n"
        "2,ZHU,01/02/2026,TEA,0,4.00\n"
        "3,ZHOU,2026-01-02,TEA,1,-4\n"
        "4,ZHOU,1870-01-02,TEA,1,4\n"
    )
    assert told(take("sales-orders", lines)) == [
        (2, "SKU", "unknown", "TEA"),
        (3, "Order date", "ambiguous_date", "2026-02-01 / 2026-01-02"),
        (3, "Customer", "unknown", "ZHOU"),
        (3, "Quantity", "negative", "1"),
        (4, "Unit price", "negative", "4"),
        (5, "Order date", "date_too_far", "2026-01-31"),
    ]


def test_an_imported_order_that_was_delivered_on_stays(shop: Shop, take: Take) -> None:
    shop.product("TEA")
    shop.receive("TEA", 20, 4)
    head = "Order number,Customer,Order date,SKU,Quantity,Unit price\n"
    report = take("sales-orders", head + "1,ZHOU,2026-01-02,TEA,10,4.00\n")
    assert shop.reserved("TEA") == 10
    order = shop.work.read(lambda books: books.row("SELECT id FROM document WHERE reference = '1'"))
    line = shop.lines_of(order[0])["TEA"]
    from erp_desktop.services.sales.issuing import IssueGoods, issue_goods
    from erp_desktop.services.trade import PartLine

    gone = shop.work.run(
        issue_goods, IssueGoods(order_id=order[0], parts=[PartLine(line.id, D(4))])
    )
    with pytest.raises(HasFollowers):
        undo_import(shop.work, report.id)
    shop.reverse(gone)
    undo_import(shop.work, report.id)
    assert shop.reserved("TEA") == 0
    assert count(shop, "document", "state = 'cancelled'") == 1


@pytest.mark.data
def test_northwind_as_it_was_in_the_nineties(shop: Shop, take: Take, shared_data: Path) -> None:
    report = take("sales-orders", shared_data / CLASSIC)
    assert report.problems == []
    assert report.imported == {
        "suppliers": 29, "customers": 91, "categories": 8, "products": 77, "orders": 830,
        "order_lines": 2155,
    }  # fmt: skip
    assert report.sums["file"] == report.sums["imported"] == "1265793.0395"
    posted = money(int(shop.value_of("SELECT SUM(total) FROM document")))
    assert abs(posted - D("1265793.0395")) < D("0.005") * 2155
    assert count(shop, "document", "state = 'confirmed'") == 21  # not shipped when it ended
    assert count(shop, "product", "supplier_id IS NOT NULL AND category_id IS NOT NULL") == 77
    assert shop.value_of("SELECT note FROM document WHERE reference = '10248'") == "Freight: 32.38"
    assert shop.value_of("SELECT COUNT(*) FROM partner WHERE address LIKE '%NULL%'") == 0


@pytest.mark.data
def test_northwind_of_2007_buys_and_sells(shop: Shop, take: Take, shared_data: Path) -> None:
    take("sales-orders", shared_data / CLASSIC)
    bought = take("purchase-orders", shared_data / SECOND / "purchase_orders.csv")
    assert (bought.imported["orders"], bought.imported["order_lines"]) == (28, 55)
    assert bought.imported["suppliers"] == 10  # none of them is a supplier of the nineties
    assert bought.sums["imported"] == "77921.00"
    assert money(
        int(shop.value_of("SELECT SUM(total) FROM document WHERE kind = 'purchase_order'"))
    ) == D("77921.00")
    sold = take("sales-orders", shared_data / SECOND)
    assert sold.imported["orders"] == 39
    assert sold.left_out == {"known": 84, "without_effect": 11}
    assert sold.rows == sum(sold.imported.values()) + sum(sold.left_out.values())
    for code in (sold.id, bought.id):
        assert undo_import(shop.work, code).kept == 0
    assert count(shop, "document", "kind = 'purchase_order' AND state = 'cancelled'") == 28


def test_a_folder_without_orders_is_none(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        run_import(shop.work, "sales-orders", tmp_path)


def test_orders_without_their_products_name_the_rows(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text("orderID,customerID,orderDate\n1,ANTON,1996-07-04\n")
    (tmp_path / "order-details.csv").write_text(
        "orderID,productID,unitPrice,quantity,discount\n1,77,2.00,1,0\n2,1,2.00,1,0\n"
    )
    (tmp_path / "products.csv").write_text("productID,productName\n1,Chai\n")
    (tmp_path / "customers.csv").write_text("customerID,companyName\nALFKI,Alfreds\n")
    report = run_import(shop.work, "sales-orders", tmp_path / "orders.csv")
    assert [(p.sheet, p.row, p.column, p.problem) for p in report.problems] == [
        ("order-details", 2, "productID", "unknown"),
        ("order-details", 3, "orderID", "unknown"),
        ("orders", 2, "customerID", "unknown"),
    ]
    assert count(shop, "document") == 0
