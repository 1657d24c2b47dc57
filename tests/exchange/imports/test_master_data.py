"""Products, partners and opening stock out of lists, tidy and untidy ones."""

from decimal import Decimal as D
from pathlib import Path

import pytest
from openpyxl import Workbook

from builders import Shop
from erp_desktop.core.errors import AlreadyReversed, FileUnreadable, NotAmong, UnknownDocument
from erp_desktop.exchange.imports.registry import (
    KINDS,
    preview,
    run_import,
    undo_import,
    write_faulty_rows,
)
from erp_desktop.exchange.mapping import Mapping
from erp_desktop.exchange.sheet import read_sheets
from erp_desktop.services.catalogue.scanning import by_code
from erp_desktop.services.catalogue.supply import offers_of

from .conftest import Take, told

PRODUCTS = (
    "货号,品名,条码,单位,分类,售价,进价,税率,最低库存,供应商\n"
    "T001,明前龙井,6901234567892;06901234567885,盒,茶,128.00,60.5,13%,5,ACME\n"
    "0002,包装费,,次,服务,2.00,,,,\n"
)


def test_the_kinds_are_those_of_the_command_line() -> None:
    assert list(KINDS) == [
        "products", "partners", "opening-stock", "sales-history", "purchase-orders",
        "sales-orders", "supplier-prices", "price-levels", "customer-prices", "bins", "units",
        "parts", "warehouses", "catalogue", "bank-statement",
    ]  # fmt: skip


def test_products_come_with_their_barcodes(shop: Shop, take: Take) -> None:
    report = take("products", PRODUCTS, encoding="gbk")
    assert (report.imported, report.sums["file"]) == ({"products": 2}, "0.00")
    scanned = shop.work.read(by_code, "06901234567885")
    assert scanned is not None
    assert (scanned.product.name, scanned.product.price) == ("明前龙井", 128_000_000)
    assert shop.value_of("SELECT minimum FROM product WHERE sku = 'T001'") == 5_000_000
    assert shop.value_of("SELECT supplier_id FROM product WHERE sku = 'T001'") == shop.supplier
    assert shop.value_of("SELECT COUNT(*) FROM product WHERE sku = '0002'") == 1


def test_known_products_are_changed_where_the_list_says_something(shop: Shop, take: Take) -> None:
    shop.product("T001", name="Tea", price="100", minimum="3")
    report = take("products", "sku,name,price,minimum\nT001,,120,\nT002,Cup,9,\n")
    assert report.imported == {"products": 1, "products_changed": 1}
    assert shop.work.read(
        lambda books: books.row("SELECT name, price, minimum FROM product WHERE sku = 'T001'")
    ) == ("Tea", 120_000_000, 3_000_000)


def test_a_wrong_price_list_is_taken_back(shop: Shop, take: Take) -> None:
    shop.product("T001", name="Tea", price="100", barcodes=["111"])
    shop.product("T002", name="Cup", price="9")
    report = take("products", "sku,name,price,barcode\nT001,Te,1.00,222\nT002,,0.09,\n")
    shop.product("T002", price="8")  # put right by hand meanwhile
    undone = undo_import(shop.work, report.id)
    assert (undone.restored, undone.products) == (1, 0)
    assert shop.work.read(
        lambda books: books.rows("SELECT name, price FROM product ORDER BY sku")
    ) == [("Tea", 100_000_000), ("Cup", 8_000_000)]
    assert shop.work.read(by_code, "222") is None
    assert shop.work.read(by_code, "111") is not None


def test_all_problems_of_a_product_list_at_once(shop: Shop, take: Take, tmp_path: Path) -> None:
    shop.product("OLD", barcodes=["6901234567892"])
    lines = (
        "sku,name,barcode,price,supplier,kind\n"
        "A1,Tea,6901234567892,10,ACMI,goods\n"
        "A1,Tea,,-10,,goods\n"
        "A2,Cup,6.90123E+12,5,,thing\n"
        ",Nameless,,5,,\n"
    )
    report = take("products", lines)
    assert sorted(told(report)) == [
        (2, "barcode", "taken", "OLD"),
        (2, "supplier", "unknown", "ACME"),
        (3, "price", "negative", "10"),
        (3, "sku", "duplicate", "2"),
        (4, "barcode", "damaged_code", ""),
        (4, "kind", "not_among", "Goods, Service, Kit"),
        (5, "sku", "missing", ""),
    ]
    assert shop.value_of("SELECT COUNT(*) FROM product") == 1
    out = tmp_path / "faulty.xlsx"
    assert write_faulty_rows(out, tmp_path / "products.csv", report)
    (sheet,) = read_sheets(out)
    assert [cells[0] for _, cells in sheet.rows] == [2, 3, 4, 5]


def test_lost_zeros_are_named_with_what_would_be_right(
    shop: Shop, take: Take, tmp_path: Path
) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["SKU", "Name", "Barcode"])
    book.active.append(["A1", "Tea", 12345678905])  # 012345678905 as a number
    book.active.append(["A2", "Cup", 6.90123e12])
    path = tmp_path / "lost.xlsx"
    book.save(path)
    report = take("products", path)
    assert told(report) == [(2, "Barcode", "lost_zeros", "012345678905")]


def test_a_sheet_with_merged_heads_and_totals(shop: Shop, take: Take, tmp_path: Path) -> None:
    shop.product("A1")
    shop.product("A2")
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for cells in (
        ["期初库存表 2026"], ["货号", "品名", "库存", None], [None, None, "数量", "金额"],
        ["A1", "Tea", 10, 25], ["A2", "Cup", 4, 8], ["合计", None, 14, 33],
    ):  # fmt: skip
        sheet.append(cells)
    for merged in ("A1:D1", "C2:D2", "A2:A3", "B2:B3"):
        sheet.merge_cells(merged)
    path = tmp_path / "opening.xlsx"
    book.save(path)
    mapping = Mapping(preview(path, "opening-stock").mapping.columns)
    report = take("opening-stock", path, mapping=mapping)
    assert report.problems == []
    assert report.imported == {"opening_stock": 2}
    assert report.sums == {"file": "33.00", "imported": "33.00", "left_out": "0.00"}
    assert shop.stock_value("A1") == D("25.00")


def test_opening_stock_by_warehouse_lot_and_cost(shop: Shop, take: Take) -> None:
    shop.product("A1")
    shop.warehouse("NORTH")
    lines = (
        "sku,quantity,unit cost,warehouse,lot,expiry\n"
        "A1,10,2.50,,L1,2027-01-31\nA1,3,2.00,NORTH,,\nA1,0,9.99,NORTH,L2,\n"
    )
    report = take("opening-stock", lines, options={"at": "2026-01-01"})
    assert (report.imported, report.left_out) == ({"opening_stock": 2}, {"without_effect": 1})
    assert shop.stock_value("A1", "NORTH") == D("6.00")
    assert shop.account("equity") == D("-31.00")
    undo_import(shop.work, report.id)
    assert shop.stock_value("A1") == 0
    assert shop.value_of("SELECT COUNT(*) FROM product WHERE active") == 1  # not of this batch


def test_opening_stock_of_what_is_not_known(shop: Shop, take: Take) -> None:
    shop.product("TEA-250")
    shop.product("FEE", kind="service")
    lines = "sku,quantity,cost,warehouse\nTEA-25O,1,2,\nFEE,1,2,\nTEA-250,-1,,SOUTH\n"
    assert told(take("opening-stock", lines)) == [
        (2, "sku", "unknown", "TEA-250"),
        (3, "sku", "not_stocked", ""),
        (4, "warehouse", "unknown", "Shop, MAIN"),
        (4, "quantity", "negative", "1"),
        (4, "cost", "missing", ""),
    ]


def test_opening_stock_needs_to_be_worth_something(shop: Shop, take: Take) -> None:
    report = take("opening-stock", "sku,quantity\nTEA,1\n")
    assert told(report)[0] == (1, "Unit cost", "missing_column", "")


def test_customers_and_suppliers(shop: Shop, take: Take) -> None:
    report = take("partners", "customerID,companyName,phone\nANTON,Antonio,12\nZHOU,Zhou & co,\n")
    assert report.imported == {"partners": 1, "partners_changed": 1}
    assert shop.value_of("SELECT is_supplier FROM partner WHERE code = 'ANTON'") == 0
    report = take("partners", "编码,名称,角色,账期\nS1,茶厂,供应商,30\nS2,杂货,朋友,-1\n,,客户,\n")
    assert told(report) == [
        (3, "角色", "not_among", "supplier, customer, both"),
        (3, "账期", "negative", "1"),
        (4, "编码", "missing", ""),
    ]


def test_an_undone_import_of_products(shop: Shop, take: Take) -> None:
    report = take("products", PRODUCTS, encoding="gbk")
    shop.receive("T001", 5, 60)
    undone = undo_import(shop.work, report.id)
    assert (undone.products, undone.kept) == (1, 1)
    with pytest.raises(AlreadyReversed):
        undo_import(shop.work, report.id)
    with pytest.raises(UnknownDocument):
        undo_import(shop.work, "IM-999999")


def test_files_and_kinds_that_are_none(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(NotAmong):
        run_import(shop.work, "recipes", tmp_path / "no.csv")
    with pytest.raises(FileUnreadable):
        run_import(shop.work, "products", tmp_path / "no.csv")


def test_bins_come_in_the_order_of_their_rows(shop: Shop, take: Take) -> None:
    assert take("bins", "Bin,Zone\nA-01,Tea\nA-02,Tea\nB-01,Cups\n").imported == {"bins": 3}
    rows = shop.work.read(lambda books: books.rows("SELECT code, zone FROM bin ORDER BY rank"))
    assert rows == [("A-01", "Tea"), ("A-02", "Tea"), ("B-01", "Cups")]
    assert take("bins", "Bin,Zone\nA-01,Teas\n").imported == {"bins_changed": 1}


def test_a_bin_of_no_warehouse_is_told_by_its_row(shop: Shop, take: Take) -> None:
    report = take("bins", "Bin,Warehouse\nA-01,MAIN\nA-02,MIAN\nA-01,MAIN\n")
    assert told(report) == [
        (3, "Warehouse", "unknown", "MAIN"),
        (4, "Bin", "duplicate", "2"),
    ]
    assert shop.value_of("SELECT COUNT(*) FROM bin") == 0


def test_a_price_list_says_what_suppliers_sell_and_how(shop, take):
    shop.product("TEA")
    shop.product("CUP")
    head = "SKU,Supplier,Supplier's SKU,Price,MOQ,Pack,Lead time\n"
    report = take("supplier-prices", head + "TEA,ACME,A-1,9.80,12,6,5\nCUP,Acme Ltd,,2.10,,,\n")
    assert report.problems == []
    assert report.imported == {"offers": 2}
    offer = shop.work.read(offers_of, shop.pid("TEA"))[0]
    assert (offer.code, offer.price, offer.minimum, offer.pack, offer.lead_days) == (
        "A-1", D("9.80"), D(12), D(6), 5,
    )  # fmt: skip
    assert shop.value_of("SELECT COUNT(*) FROM product WHERE supplier_id IS NOT NULL") == 2
    wrong = take("supplier-prices", head + "TEE,ACME,A-1,-1,,,\nTEA,ACNE,,1,,,\nTEA,,,1,,,\n")
    assert [(one.row, one.column, one.problem) for one in wrong.problems] == [
        (2, "SKU", "unknown"), (2, "Price", "negative"), (3, "Supplier", "unknown"),
        (4, "Supplier", "missing"),
    ]  # fmt: skip
