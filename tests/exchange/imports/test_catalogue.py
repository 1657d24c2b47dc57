"""A shop moves house: its catalogue and stock go out as one workbook and come back the same."""

from collections.abc import Callable, Iterator
from decimal import Decimal as D
from pathlib import Path

import pytest

from builders import Shop, day
from deep_shop import depth
from erp_desktop.core import clock
from erp_desktop.core.errors import FileUnreadable
from erp_desktop.exchange.catalogue_out import catalogue_tables
from erp_desktop.exchange.imports.registry import preview, run_import, undo_import
from erp_desktop.exchange.workbook import write_workbook
from erp_desktop.services.catalogue.columns import SavePart
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.catalogue.scanning import by_code
from erp_desktop.services.catalogue.supply import Offer, put_offer
from erp_desktop.services.catalogue.units import SaveUnit, saved_units
from erp_desktop.services.catalogue.variants import Axis, axes_of
from erp_desktop.services.stock.bins import SaveBin, save_bin
from shop_proof import assert_books_are_exact

from .conftest import Take, told

SHELVES = """
SELECT p.sku, w.code, COALESCE(n.code, ''), COALESCE(l.code, ''), l.expires_on,
       COALESCE(l.blocked, ''), l.price, COALESCE(l.supplier_code, ''), d.on_hand
FROM stock_detail d JOIN product p ON p.id = d.product_id JOIN location w ON w.id = d.location_id
LEFT JOIN bin n ON n.id = d.bin_id LEFT JOIN lot l ON l.id = d.lot_id
WHERE d.on_hand <> 0 AND (d.bin_id <> 0 OR d.lot_id <> 0)
ORDER BY p.sku, w.code, COALESCE(n.code, ''), COALESCE(l.code, '')
"""
BALANCES = """
SELECT p.sku, w.code, b.on_hand, b.value FROM stock_balance b JOIN product p ON p.id = b.product_id
JOIN location w ON w.id = b.location_id WHERE b.on_hand <> 0 ORDER BY p.sku, w.code
"""
LAYERS = """
SELECT p.sku, l.quantity, l.value FROM stock_layer l JOIN product p ON p.id = l.product_id
WHERE l.quantity <> 0 ORDER BY p.sku, l.at, l.sequence, l.move_id, l.part, l.lot_id
"""


def queues(shop: Shop) -> list[list[object]]:
    """The layers of each product in their order; neighbours of one unit cost are one."""
    found: list[list[object]] = []
    for sku, quantity, value in shop.work.read(lambda books: books.rows(LAYERS)):
        each = round(D(value) / quantity, 3)
        if found and found[-1][:2] == [sku, each]:
            found[-1][2:] = [found[-1][2] + quantity, found[-1][3] + value]
        else:
            found.append([sku, each, quantity, value])
    return found


def sheets(shop: Shop, language: str) -> list[list[tuple[object, ...]]]:
    """What would move house; layers of cost arrived when the shop was opened."""
    *tables, stock = shop.work.read(catalogue_tables, language)
    at = stock.column("arrived")
    layered = {"FIFO", "LOT"}
    rows = [
        (*row[:at], None if row[0] in layered else row[at], *row[at + 1 :]) for row in stock.rows
    ]
    return [*(list(table.rows) for table in tables), rows]


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Shop]:
    made = depth(Shop.found(tmp_path / "old.shop"))
    made.work.read(assert_books_are_exact)
    yield made
    made.work.close()


def written(shop: Shop, path: Path, language: str) -> Path:
    tables = shop.work.read(catalogue_tables, language)
    write_workbook(path, tables, language=language)
    return path


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_catalogue_and_stock_come_back_the_same(
    old: Shop, shop: Shop, tmp_path: Path, language: str
) -> None:
    path = written(old, tmp_path / "house.xlsx", language)
    report = run_import(shop.work, "catalogue", path)
    assert [(p.sheet, p.row, p.column, p.problem, p.suggestion) for p in report.problems] == []
    assert report.ok
    for sql in (SHELVES, BALANCES):
        assert shop.work.read(lambda books, sql=sql: books.rows(sql)) == old.work.read(
            lambda books, sql=sql: books.rows(sql)
        )
    assert queues(shop) == queues(old)
    assert sheets(shop, language) == sheets(old, language)
    assert shop.account("equity") == -shop.account("stock") != 0


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_workbook_that_went_through_libreoffice_is_the_same_house(
    old: Shop, shop: Shop, tmp_path: Path, in_libreoffice: Callable[..., Path], kind: str
) -> None:
    path = in_libreoffice(written(old, tmp_path / "house.xlsx", "zh_CN"), kind)
    report = run_import(shop.work, "catalogue", path)
    assert [(p.sheet, p.row, p.column, p.value, p.problem) for p in report.problems] == []
    for sql in (SHELVES, BALANCES):
        assert shop.work.read(lambda books, sql=sql: books.rows(sql)) == old.work.read(
            lambda books, sql=sql: books.rows(sql)
        )
    assert sheets(shop, "en")[:-1] == sheets(old, "en")[:-1]


def test_what_moved_house_can_be_scanned_bought_and_sold(
    old: Shop, shop: Shop, tmp_path: Path
) -> None:
    run_import(shop.work, "catalogue", written(old, tmp_path / "house.xlsx", "en"))
    case = shop.work.read(by_code, "16901234567899")
    assert case is not None
    assert (case.product.sku, case.unit) == ("TEA", "箱")
    units = shop.work.read(saved_units, shop.pid("TEA"))
    assert units["箱"] == SaveUnit("箱", D(24), D("600.00"), ["16901234567899"])
    assert shop.work.read(axes_of, shop.pid("SHIRT")) == [
        Axis("Size", ("S", "M")), Axis("Colour", ("Red", "Deep blue")),
    ]  # fmt: skip
    sold = shop.sell("BOX", 1, 50, on=400)
    assert shop.cost_of(sold) == old.cost_of(old.sell("BOX", 1, 50, on=400))
    for _ in range(2):  # the oldest layer first, as at home
        here, there = (one.sell("FIFO", 2, 20, on=401) for one in (shop, old))
        assert shop.cost_of(here) == old.cost_of(there)


def test_the_whole_house_is_taken_back(old: Shop, shop: Shop, tmp_path: Path) -> None:
    path = written(old, tmp_path / "house.xlsx", "en")
    first = run_import(shop.work, "catalogue", path)
    undone = undo_import(shop.work, first.id)
    assert undone.kept == 0
    assert shop.value_of("SELECT COUNT(*) FROM product WHERE active") == 0
    assert shop.value_of("SELECT COALESCE(SUM(ABS(on_hand)), 0) FROM stock_balance") == 0
    again = run_import(shop.work, "catalogue", path)
    assert again.problems == []
    assert shop.value_of("SELECT COUNT(*) FROM product WHERE NOT active") == 1  # as at home


def test_every_sheet_tells_its_problems_and_nothing_stays(
    old: Shop, shop: Shop, tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    path = written(old, tmp_path / "house.xlsx", "en")
    book = load_workbook(path)
    products, units, parts, stock = (
        book[name] for name in ("Products", "Units", "Parts of kits", "Opening stock")
    )
    column = next(cell.column for cell in products[1] if cell.value == "Costing")
    products.cell(row=3, column=column).value = "by gut feeling"
    units["C2"] = 0
    parts["C2"] = -2
    quantity = next(cell.column for cell in stock[1] if cell.value == "Quantity")
    stock.cell(row=2, column=quantity).value = "many"
    book.save(path)
    report = run_import(shop.work, "catalogue", path)
    assert {(p.sheet, p.row, p.problem) for p in report.problems} >= {
        ("Products", 3, "not_among"), ("Units", 2, "not_positive"),
        ("Parts of kits", 2, "not_positive"), ("Opening stock", 2, "not_a_number"),
    }  # fmt: skip
    assert not any(p.problem == "unknown" for p in report.problems)  # no noise of what is coming
    for table in ("product", "bin", "stock_balance", "import_batch"):
        assert shop.value_of(f"SELECT COUNT(*) FROM {table}") == 0
    assert shop.value_of("SELECT COUNT(*) FROM partner") == 2


def test_the_preview_names_the_sheets(old: Shop, tmp_path: Path) -> None:
    seen = preview(written(old, tmp_path / "house.xlsx", "zh_CN"), "catalogue")
    assert [(part.kind.name, part.sheet.name) for part in seen.parts] == [
        ("price-levels", "价格级别"), ("partners", "往来单位"), ("warehouses", "仓库"),
        ("bins", "库位"), ("products", "商品"),
        ("units", "单位"), ("parts", "套装组成"), ("supplier-prices", "供应商价格"),
        ("customer-prices", "级别价与专价"),
        ("opening-stock", "期初库存"),
    ]  # fmt: skip
    assert all(part.unread == () for part in seen.parts)


def test_a_workbook_of_something_else_is_refused(shop: Shop, take: Take) -> None:
    report = take("catalogue", "weather,wind\nsun,3\n")
    assert [one[2] for one in told(report)] == ["no_sheet"]


# -- the lists, each alone -----------------------------------------------------------------------


def test_a_plain_list_may_say_the_units_beside_the_product(shop: Shop, take: Take) -> None:
    lines = "货号,品名,单位,采购单位,装箱数,销售单位\nT1,茶,盒,箱,24,盒\nT2,杯,个,箱,,个\n"
    report = take("products", lines)
    assert told(report) == [(3, "装箱数", "missing", "")]
    assert shop.value_of("SELECT COUNT(*) FROM product") == 0
    assert take("products", lines.replace("T2,杯,个,箱,,个\n", "")).problems == []
    assert list(shop.work.read(saved_units, shop.pid("T1"))) == ["箱"]
    assert shop.value_of("SELECT purchase_unit FROM product WHERE sku = 'T1'") == "箱"


def test_what_a_list_calls_the_stock_unit_is_what_the_product_is_counted_in(
    shop: Shop, take: Take
) -> None:
    assert take("products", "SKU,Name,Stock unit\nTEA,Tea,box\n").problems == []
    assert shop.value_of("SELECT unit FROM product") == "box"


def test_a_standard_cost_is_what_goods_cost_unless_a_list_says_how_they_are_costed(
    shop: Shop, take: Take
) -> None:
    assert take("products", "SKU,Standard cost\nTEA,7\n").problems == []
    assert take("products", "SKU,Standard cost,Costing\nCUP,3,standard\n").problems == []
    assert shop.work.read(
        lambda books: books.rows("SELECT purchase_price, standard_cost FROM product ORDER BY id")
    ) == [(7_000_000, None), (None, 3_000_000)]


def test_units_are_added_and_wrong_ones_told(shop: Shop, take: Take) -> None:
    shop.product("TEA", units=[SaveUnit("dozen", D(12), D(9), ["222"])], barcodes=["111"])
    head = "SKU,Unit,Holds,Price,Barcodes,Bought in it\n"
    assert take("units", head + "TEA,case,24,50,333,yes\n").imported == {"units": 1}
    assert list(shop.work.read(saved_units, shop.pid("TEA"))) == ["dozen", "case"]
    assert shop.value_of("SELECT purchase_unit FROM product") == "case"
    wrong = take(
        "units",
        head + "TEA,pcs,1,,,\nTEA,case,0,-1,111,\nTEE,case,2,,,\nTEA,case,2,,,\nTEA,keg,x,,222,\n",
    )
    assert sorted(told(wrong)) == [
        (2, "Unit", "own_unit", ""),
        (3, "Barcodes", "taken", "TEA"),
        (3, "Holds", "not_positive", "12"),
        (3, "Price", "negative", "1"),
        (4, "SKU", "unknown", "TEA"),
        (5, "Unit", "duplicate", "3"),
        (6, "Barcodes", "taken", "TEA dozen"),
        (6, "Holds", "not_a_number", "12.50"),
    ]
    assert list(shop.work.read(saved_units, shop.pid("TEA"))) == ["dozen", "case"]


def test_kits_that_contain_themselves_are_told_by_their_rows(shop: Shop, take: Take) -> None:
    for sku in ("A", "B", "C"):
        shop.product(sku)
    shop.product("C", parts=[SavePart("A", D(1))])
    report = take("parts", "SKU,Part,Quantity\nA,B,1\nB,C,2\nB,C,1\nA,FEE,1\nB,A,0\n")
    assert sorted(told(report)) == [
        (2, "Part", "loop", "A"),
        (3, "Part", "loop", "B"),
        (4, "Part", "duplicate", "3"),
        (5, "Part", "unknown", ""),
        (6, "Part", "loop", "B"),
        (6, "Quantity", "not_positive", "1"),
    ]
    assert take("parts", "SKU,Part,Quantity\nB,A,2\n").imported == {"parts": 1}


def test_sizes_and_colours_in_columns_of_their_own(shop: Shop, take: Take) -> None:
    lines = (
        "货号,品名,售价,所属款,尺码,颜色\nTS,T恤,80,,,\n"
        "TS-01,T恤 红,80,TS,M,红\nTS-02,T恤 蓝,85,TS,L,蓝\n"
    )
    assert take("products", lines).problems == []
    assert shop.work.read(axes_of, shop.pid("TS")) == [
        Axis("尺码", ("M", "L")), Axis("颜色", ("红", "蓝")),
    ]  # fmt: skip
    assert shop.value_of("SELECT variant FROM product WHERE sku = 'TS-02'") == "L / 蓝"
    assert shop.value_of("SELECT is_template FROM product WHERE sku = 'TS'")
    more = take("products", "货号,所属款,尺码,颜色\nTS-03,TS,XL,红\nTS-04,TS,XL,\nTS-05,TT,S,红\n")
    assert sorted(told(more)) == [
        (3, "Variant", "not_that_many", "尺码 / 颜色"),
        (4, "所属款", "unknown", ""),
    ]
    twice = take("products", "货号,所属款,尺码,颜色\nTS-03,TS,M,红\n")
    assert [one[2] for one in told(twice)] == ["CodeTaken"]
    assert shop.value_of("SELECT COUNT(*) FROM product") == 3


def test_an_import_that_changed_units_and_costing_is_taken_back(shop: Shop, take: Take) -> None:
    shop.product("TEA", units=[SaveUnit("dozen", D(12))], parts=[])
    shop.work.run(save_product, SaveProduct("CUP"))
    shop.work.run(put_offer, "TEA", Offer(shop.supplier, "A", D(3)))
    report = take("products", "SKU,Costing,ABC class,Purchase unit,Purchase unit holds\n"
                              "TEA,FIFO,a,dozen,10\n")  # fmt: skip
    assert report.problems == []
    assert shop.value_of("SELECT costing FROM product WHERE sku = 'TEA'") == "fifo"
    undo_import(shop.work, report.id)
    assert shop.work.read(saved_units, shop.pid("TEA"))["dozen"].factor == 12
    assert shop.work.read(
        lambda books: books.row("SELECT costing, abc, purchase_unit FROM product WHERE sku = 'TEA'")
    ) == ("average", None, None)
    prices = take("supplier-prices", "SKU,Supplier,Price\nTEA,ACME,4\n")
    undo_import(shop.work, prices.id)
    assert shop.value_of("SELECT price FROM product_supplier") == 3_000_000


def test_goods_that_moved_are_not_costed_otherwise_by_a_list(shop: Shop, take: Take) -> None:
    shop.product("TEA")
    shop.receive("TEA", 1, 10)
    report = take("products", "SKU,Costing,Standard cost\nTEA,FIFO,\nNEW,standard,\n")
    assert sorted(one[2] for one in told(report)) == ["missing"]
    report = take("products", "SKU,Costing\nTEA,FIFO\n")
    assert [one[:3] for one in told(report)] == [(2, "SKU", "CostingFixed")]
    assert shop.value_of("SELECT costing FROM product") == "average"


def test_opening_stock_in_cases_by_bin_lot_and_serial_number(shop: Shop, take: Take) -> None:
    shop.product("TEA", units=[SaveUnit("case", D(24))])
    shop.product("MILK", track="lot")
    shop.product("PHONE", track="serial")
    shop.product("BOX", kind="kit")
    shop.work.run(save_bin, SaveBin(shop.wid("MAIN") or 0, "A-1"))
    head = "SKU,Quantity,Unit,Unit cost,Bin,Lot,Serial numbers,Expiry,Arrived\n"
    report = take(
        "opening-stock",
        head + "TEA,2,case,100,A-1,,,,\nMILK,6,,1.5,,L1,,2027-03-01,2026-01-05\n"
        "PHONE,2,,700,,,SN1;SN2,,\n",
    )
    assert report.problems == []
    assert (shop.on_hand("TEA"), shop.stock_value("TEA")) == (48, D("200.00"))
    assert shop.value_of("SELECT expires_on FROM lot WHERE code = 'L1'") == 20270301
    arrived = shop.value_of("SELECT arrived_at FROM lot WHERE code = 'L1'")
    assert arrived == clock.parsed("2026-01-05T00:00") < day(400)
    wrong = take(
        "opening-stock",
        head + "TEA,2,pallet,1,B-9,,,,\nMILK,6,,1,,,,,\nPHONE,2,,1,,,SN3,,\nBOX,1,,1,,,,,\n"
        "PHONE,1,,1,,,SN4,,\nPHONE,2,,1,,,SN4;SN5,,\n",
    )
    assert sorted(told(wrong)) == [
        (2, "Bin", "unknown", ""),
        (2, "Unit", "not_among", "pcs, case"),
        (3, "Lot", "lot_missing", ""),
        (4, "Quantity", "one_each", "1"),
        (5, "SKU", "no_stock_of_its_own", ""),
        (7, "Serial numbers", "duplicate", "6"),
    ]
    here = take("opening-stock", head + "PHONE,1,,1,,,SN1,,\n")
    assert [one[2] for one in told(here)] == ["SerialTwice"]


def test_one_list_brings_products_and_then_their_stock(shop: Shop, take: Take) -> None:
    lines = "SKU,Name,Price,Stock,Unit cost\nTEA,Tea,28,5,10\n"
    assert take("products", lines).problems == []
    assert take("opening-stock", lines.replace(",Unit cost", ",Remark")).problems[0].problem == (
        "missing_column"
    )
    assert take("opening-stock", lines).imported == {"opening_stock": 1}
    assert [one[2] for one in told(take("opening-stock", lines))][:1] == ["imported_before"]


@pytest.mark.data
def test_another_shops_products_come_with_their_variants(shop: Shop, shared_data: Path) -> None:
    path = shared_data / "03_channel_exports/woocommerce_sample_products.csv"
    report = run_import(shop.work, "products", path)
    assert report.problems == []
    assert shop.work.read(axes_of, shop.pid("cc-hoodie")) == [
        Axis("Color", ("Red", "Green", "Blue")), Axis("Logo", ("No", "Yes")),
    ]  # fmt: skip
    assert shop.value_of("SELECT price FROM product WHERE sku = 'cc-hoodie-red'") == 45_000_000


@pytest.mark.data
def test_a_bakers_list_whose_prices_are_asked_at_the_till(shop: Shop, shared_data: Path) -> None:
    path = shared_data / "03_channel_exports/loyverse_items_bakery_es.csv"
    report = run_import(shop.work, "products", path)
    assert report.problems == []
    assert report.imported == {"products": 412}


def test_a_damaged_workbook_says_so_and_nothing_is_lost(old: Shop, tmp_path: Path) -> None:
    path = written(old, tmp_path / "house.xlsx", "en")
    before = sheets(old, "en")
    path.write_bytes(path.read_bytes()[:4_000])
    with pytest.raises(FileUnreadable, match="damaged"):
        run_import(old.work, "catalogue", path)
    assert sheets(old, "en") == before


def test_orders_may_be_written_in_any_unit_of_the_product(shop: Shop, take: Take) -> None:
    shop.product("TEA", units=[SaveUnit("case", D(24))])
    head = "Order number,Supplier,Order date,SKU,Quantity,Unit,Unit cost\n"
    wrong = take("purchase-orders", head + "P1,ACME,2026-01-05,TEA,2,pallet,200\n")
    assert told(wrong) == [(2, "Unit", "not_among", "pcs, case")]
    assert take("purchase-orders", head + "P1,ACME,2026-01-05,TEA,2,case,200\n").problems == []
    assert shop.work.read(
        lambda books: books.row("SELECT quantity, unit, net FROM document_line")
    ) == (48_000_000, "case", 4_000_000)
