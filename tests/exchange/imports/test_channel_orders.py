"""Orders out of the sales channels' own exports: each comes to what the channel says of it."""

import json
from decimal import Decimal as D
from pathlib import Path

import pytest

from builders import Shop
from erp_desktop.core import errors
from erp_desktop.core.money import money
from erp_desktop.exchange.imports.registry import preview, run_import, undo_import
from erp_desktop.exchange.mapping import Mapping
from erp_desktop.services.shop.channel_links import LinkTitles, link_titles, links_of

from .conftest import Take, told

SHOPIFY = (
    "Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,"
    "Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem discount,"
    "Billing Name,Billing Street,Shipping Phone,Cancelled at,Refunded Amount\n"
)
WHO = "Zoe Buyer,9 Long Lane,+44 20 0000"


def shopify(number, *line, status="paid", head="CNY,,,,", cancelled="", refunded=""):
    """A row: the first of an order has a head (currency, shipping, taxes, total, discount)."""
    currency, shipping, taxes, total, off = head.split(",")
    quantity, name, price, sku = line
    at = "2026-03-07 12:48:49 +0000" if currency else ""
    who = WHO if currency else ",,"
    mail = "zoe@example.net" if currency else ""
    said = status if currency else ""
    return (
        f"{number},{mail},{said},,{currency},,{shipping},{taxes},{total},{off},{at},"
        f"{quantity},{name},{price},{sku},0.00,{who},{cancelled},{refunded}\n"
    )


def orders(shop: Shop) -> dict[str, D]:
    """What each order comes to."""
    rows = shop.work.read(
        lambda books: books.rows(
            "SELECT reference, total FROM document WHERE kind = 'sales_order' "
            "AND state = 'confirmed' ORDER BY id"
        )
    )
    return {number: money(total) for number, total in rows}


def link(shop: Shop, channel: str, **titles: str) -> None:
    ids = {
        title: int(shop.value_of("SELECT id FROM product WHERE sku = ?", sku))
        for title, sku in titles.items()
    }
    shop.work.run(link_titles, LinkTitles(channel, ids))


@pytest.fixture
def goods(shop: Shop) -> Shop:
    shop.product("TEA", name="Green tea", price="28")
    shop.product("CUP", name="White cup", price="6")
    return shop


def test_lines_discount_and_shipping_come_to_the_channel_s_total(goods: Shop, take: Take) -> None:
    lines = (
        SHOPIFY
        + shopify("#1", 3, "Green tea", "10.00", "TEA", head="CNY,5.00,0.00,34.00,7.00")
        + shopify("#2", 1, "White cup", "6.00", "", head="CNY,0.00,0.00,6.00,0.00")
        + shopify("#1", 1, "Cup, white", "6.00", "CUP", head=",,,,")
    )
    report = take("sales-orders", lines.replace("Cup, white", '"Cup, white"'))
    assert told(report) == []
    assert report.imported == {"order_lines": 3}
    assert report.sums["imported"] == "40.00"
    assert orders(goods) == {"#1": D(34), "#2": D(6)}
    order = int(goods.value_of("SELECT id FROM document WHERE reference = '#1'"))
    made = goods.lines_of(order)
    assert set(made) == {"TEA", "CUP", "SHIPPING"}
    assert money(made["TEA"].price // 100) == D(10)  # the channel's price, the rest as discount
    assert goods.reserved("TEA") == 3
    assert goods.value_of("SELECT kind FROM product WHERE sku = 'SHIPPING'") == "service"


@pytest.mark.parametrize("included", [True, False])
@pytest.mark.parametrize(("taxes", "total"), [("2.00", "22.00"), ("1.82", "20.00")])
def test_taxes_in_the_prices_or_on_top_are_the_file_s(
    tmp_path: Path, taxes: str, total: str, included: bool
) -> None:
    shop = Shop.found(tmp_path / "tax.shop", tax=D(13), prices_include_tax=included)
    shop.product("TEA", name="Green tea", price="28")
    (tmp_path / "o.csv").write_text(
        SHOPIFY + shopify("#1", 3, "Green tea", "5.00", "TEA", head=f"CNY,5.00,{taxes},{total},0")
    )
    report = run_import(shop.work, "sales-orders", tmp_path / "o.csv")
    assert told(report) == []
    assert orders(shop) == {"#1": D(total)}
    assert money(shop.value_of("SELECT tax FROM document WHERE reference = '#1'")) == D(taxes)
    shop.work.close()


def test_what_was_cancelled_or_paid_back_stays_out_and_is_counted(goods: Shop, take: Take) -> None:
    head = "CNY,0,0,10.00,0"
    lines = (
        SHOPIFY
        + shopify("#1", 1, "Green tea", "10.00", "TEA", head=head)
        + shopify("#2", 1, "Unknown", "10.00", "", head=head, cancelled="2026-03-08 01:00:00 +0000")
        + shopify("#3", 1, "Green tea", "10.00", "TEA", head=head, status="voided")
        + shopify("#4", 1, "Green tea", "10.00", "TEA", head=head, status="refunded",
                  refunded="10.00")
        + shopify("#5", 1, "Green tea", "10.00", "TEA", head=head, refunded="4.00")
    )  # fmt: skip
    report = take("sales-orders", lines)
    assert report.left_out == {"cancelled": 2, "refunded": 1}
    assert report.sums == {"file": "50.00", "imported": "20.00", "left_out": "30.00"}
    assert set(orders(goods)) == {"#1", "#5"}
    assert "4.00 was paid back later" in " ".join(report.as_json()["notes"])


def test_every_problem_is_told_at_once_and_nothing_comes_in(goods: Shop, take: Take) -> None:
    lines = (
        SHOPIFY
        + shopify("#1", 1, "Green tea", "10.00", "TEA", head="CNY,0,0,11.00,0")
        + shopify("#2", 1, "Grean tea!", "10.00", "", head="CNY,0,0,10.00,0")
        + shopify("#3", 2, "Grean tea!", "10.00", "", head="CNY,0,0,20.00,0")
        + shopify("#4", 0, "Green tea", "10.00", "TEA", head="CNY,0,0,0.00,0")
        + shopify("#5", 1, "Green tea", "10.00", "TEA", head="USD,0,0,10.00,0")
        + shopify("#6", 1, "Green tea", "ten", "TEA", head="CNY,0,0,10.00,0")
    )
    report = take("sales-orders", lines)
    assert told(report) == [
        (2, "Total", "not_adding_up", "10.00"),
        (3, "Lineitem name", "not_linked", "Green tea"),
        (5, "Lineitem quantity", "not_positive", "1"),
        (6, "Currency", "other_currency", "CNY"),
        (7, "Lineitem price", "not_a_number", "12.50"),
    ]
    assert orders(goods) == {}
    assert goods.value_of("SELECT COUNT(*) FROM partner WHERE code = 'SHOPIFY'") == 0


def test_a_title_is_linked_once_and_known_from_then_on(goods: Shop, take: Take) -> None:
    first = SHOPIFY + shopify("#1", 2, "Leaf of spring", "9.00", "", head="CNY,0,0,18.00,0")
    assert told(take("sales-orders", first))[0][2] == "not_linked"
    link(goods, "SHOPIFY", **{"Leaf of spring": "TEA"})
    assert told(take("sales-orders", first)) == []
    second = SHOPIFY + shopify("#2", 1, "Leaf of spring", "9.00", "", head="CNY,0,0,9.00,0")
    assert told(take("sales-orders", second)) == []
    assert goods.reserved("TEA") == 3
    goods.work.run(link_titles, LinkTitles("SHOPIFY", {"Leaf of spring": None}))
    assert goods.work.read(links_of, "SHOPIFY") == {}
    with pytest.raises(errors.UnknownProduct):
        goods.work.run(link_titles, LinkTitles("SHOPIFY", {"Leaf": 999}))


def test_links_come_from_a_file_too_and_only_a_real_import_remembers_them(
    goods: Shop, take: Take, tmp_path: Path
) -> None:
    file = tmp_path / "links.json"
    file.write_text(json.dumps({"Leaf of spring": "TEA"}), "utf-8")
    lines = SHOPIFY + shopify("#1", 2, "Leaf of spring", "9.00", "", head="CNY,0,0,18.00,0")
    options = {"links": str(file)}
    assert take("sales-orders", lines, dry_run=True, options=options).ok
    assert goods.work.read(links_of, "SHOPIFY") == {}
    assert take("sales-orders", lines, options=options).ok
    assert set(goods.work.read(links_of, "SHOPIFY")) == {"Leaf of spring"}
    file.write_text('{"Leaf": "NOPE"}', "utf-8")
    with pytest.raises(errors.UnknownProduct):
        take("sales-orders", lines + "\n", options=options)
    for words in ("no json", "[]"):
        file.write_text(words, "utf-8")
        with pytest.raises(errors.FileUnreadable):
            take("sales-orders", lines + "\n", options=options)


def test_nobody_s_name_or_address_is_kept(goods: Shop, take: Take) -> None:
    lines = SHOPIFY + shopify("#1", 1, "Green tea", "9.00", "TEA", head="CNY,2,0,11.00,0")
    take("sales-orders", lines)
    path = goods.work.database
    if path.postgres:
        return
    content = path.path.read_bytes() + Path(f"{path.place}-wal").read_bytes()
    for word in (b"Zoe", b"Long Lane", b"example.net", b"0000 "):
        assert word not in content


def test_an_import_is_taken_back_whole_and_can_come_again(goods: Shop, take: Take) -> None:
    lines = SHOPIFY + shopify("#1", 1, "Green tea", "9.00", "TEA", head="CNY,2,0,11.00,0")
    undone = undo_import(goods.work, take("sales-orders", lines).id)
    assert (undone.closed, undone.products, undone.partners) == (1, 1, 1)
    assert orders(goods) == {}
    again = take("sales-orders", lines)
    assert again.ok
    assert goods.value_of("SELECT active FROM partner WHERE code = 'SHOPIFY'")
    more = lines + shopify("#2", 1, "Green tea", "9.00", "TEA", head="CNY,0,0,9.00,0")
    third = take("sales-orders", more)
    assert (third.imported, third.left_out) == ({"order_lines": 1}, {"imported_before": 1})
    assert third.sums == {"file": "20.00", "imported": "9.00", "left_out": "11.00"}


ETSY = (
    "Sale Date\tOrder ID\tFull Name\tNumber of Items\tCurrency\tOrder Value\tDiscount Amount\t"
    "Shipping Discount\tShipping\tSales Tax\tOrder Total\tStatus\tCard Processing Fees\tOrder Net\t"
    "SKU\n"
    "6/30/2026\t25001\tAnn Other\t1\tCNY\t30\t3\t0\t18.53\t0\t55.09\t\t1.9\t43.63\t\n"
    "7/13/2026\t25002\tBen Other\t2\tCNY\t27\t2.7\t0\t0\t0\t30.2\t\t1.16\t27.14\t\n"
)


def test_an_order_without_its_goods_is_one_amount(goods: Shop, take: Take) -> None:
    """Etsy's order total has the tax that Etsy keeps; gift wrap stands in no column of its own."""
    report = take("sales-orders", ETSY)
    assert told(report) == []
    assert orders(goods) == {"25001": D("45.53"), "25002": D("28.30")}
    assert report.sums["imported"] == "73.83"
    said = " ".join(report.as_json()["notes"])
    assert "fees of 3.06" in said
    assert "4.00 was charged beside goods" in said
    assert "does not name the goods" in said
    assert goods.value_of("SELECT note FROM document WHERE reference = '25001'") == (
        "Fees of the channel: 1.90"
    )


def test_an_etsy_order_below_its_parts_is_refused(goods: Shop, take: Take) -> None:
    report = take("sales-orders", ETSY.replace("43.63", "41.63"))
    assert told(report) == [(2, "Order Net", "not_adding_up", "45.53")]


def test_etsy_s_items(goods: Shop, take: Take) -> None:
    lines = (
        "Sale Date,Item Name,Buyer,Quantity,Price,Discount Amount,Order Shipping,Item Total,"
        "Currency,Transaction ID,Listing ID,Order ID,Variations\n"
        "09/13/26,Green tea,zoe,2,34.00,4.00,8.00,68.00,CNY,1,1,9001,\n"
        "09/13/26,White cup,zoe,1,6.00,0,8.00,6.00,CNY,2,2,9001,\n"
    )
    report = take("sales-orders", lines)
    assert told(report) == []
    assert orders(goods) == {"9001": D(78)}


def test_tmall_s_report_counts_what_was_paid(goods: Shop, take: Take) -> None:
    lines = (
        "订单编号,总金额,买家实际支付金额,收货地址 ,订单创建时间,订单付款时间 ,退款金额\n"
        "1,178.8,0.0,上海,2026-02-21 00:00:00,,0.0\n"
        "2,21.0,21.0,内蒙古自治区,2026-02-20 23:59:54,2026-02-21 00:00:02,0.0\n"
        "3,64.8,0.0,江苏省,2026-02-20 23:57:04,2026-02-20 23:57:11,64.8\n"
        "4,327.7,148.9,浙江省,2026-02-20 23:56:39,2026-02-20 23:56:53,178.8\n"
    )
    report = take("sales-orders", lines, encoding="gbk")
    assert told(report) == []
    assert report.left_out == {"unpaid": 1, "refunded": 1}
    assert orders(goods) == {"2": D(21), "4": D("148.90")}


def test_douyin_s_sub_orders(goods: Shop, take: Take) -> None:
    goods.product("300400008", name="辣丝丝")
    lines = (
        "\ufeff主订单编号,子订单编号,选购商品,商品规格,商品数量,商家编码,订单应付金额,运费,收件人,"
        "收件人手机号,订单提交时间,订单状态,售后状态,平台实际承担优惠金额,达人实际承担优惠金额\n"
        '"\t6917","\t6917","\t辣丝丝","\t1袋",1,"\t300400008",28.90,0.00,##密,$$密,'
        "2026-09-22 00:54:10,已完成,退款成功,21.00,0.00\n"
        '"\t6918","\t6918","\t辣丝丝","\t1袋",3,"\t300400008",20.00,0.00,##密,$$密,'
        "2026-09-25 10:00:00,已完成,-,5.00,8.00\n"
        '"\t6918","\t69189","\t赠品","\t默认",1,"\t300400009",0.00,0.00,##密,$$密,'
        "2026-09-25 10:00:00,已关闭,-,0.00,0.00\n"
    )
    report = take("sales-orders", lines)
    assert told(report) == []
    assert report.left_out == {"refunded": 1, "cancelled": 1}
    assert orders(goods) == {"6918": D(20)}
    assert "adds 13.00" in " ".join(report.as_json()["notes"])


def test_a_variant_is_linked_with_its_title(goods: Shop, take: Take) -> None:
    head = "主订单编号,子订单编号,选购商品,商品规格,商品数量,商家编码,订单应付金额,订单提交时间\n"
    lines = head + (
        "1,1,茶,大,1,,20.00,2026-09-25 10:00:00\n2,2,茶,小,1,,10.00,2026-09-25 10:00:00\n"
    )
    report = take("sales-orders", lines)
    assert [one.value for one in report.problems] == ["茶 · 大", "茶 · 小"]
    link(goods, "DOUYIN", **{"茶 · 大": "TEA", "茶 · 小": "CUP"})
    assert take("sales-orders", lines).ok
    assert (goods.reserved("TEA"), goods.reserved("CUP")) == (1, 1)


def test_new_products_keep_the_channel_s_sku(goods: Shop, take: Take) -> None:
    head = "Order ID,Order Status,SKU ID,Seller SKU,Quantity,SKU Subtotal After Discount\n"
    lines = head + "1,Completed,17,pot_1,2,30.00\n2,Completed,17,pot_2,1,9.99\n"
    report = take("sales-orders", lines)
    goods.work.run(link_titles, LinkTitles("TIKTOK", {}, report.strangers))
    assert take("sales-orders", lines).ok
    assert goods.value_of("SELECT price FROM product WHERE sku = 'pot_1'") == 15_000_000
    lines = SHOPIFY + shopify("#1", 1, "Pot", "9.99", "", head="CNY,0,0,9.99,0")
    goods.product("SHOPIFY-0001")
    report = take("sales-orders", lines)
    goods.work.run(link_titles, LinkTitles("SHOPIFY", {}, report.strangers))
    assert goods.value_of("SELECT name FROM product WHERE sku = 'SHOPIFY-0002'") == "Pot"


def test_goods_may_be_chosen_where_an_export_names_none(
    goods: Shop, take: Take, tmp_path: Path
) -> None:
    lines = ETSY.replace("43.63\t", "43.63\tTEA").replace("27.14\t", "27.14\tCUP")
    (tmp_path / "etsy.csv").write_text(lines, "utf-8")
    columns = preview(tmp_path / "etsy.csv", "sales-orders").mapping.columns
    report = take("sales-orders", lines, mapping=Mapping({**columns, "sku": "SKU"}))
    assert told(report) == []
    assert goods.reserved("TEA") == 1


def test_amazon_s_lines_carry_their_shipping(goods: Shop, take: Take) -> None:
    lines = (
        "order-id\torder-item-id\tpurchase-date\tbuyer-name\tsku\tproduct-name\t"
        "quantity-purchased\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax\n"
        "234-1\t1\t2026-01-01T10:50:49-08:00\tBob\tTEA\titem one\t3\tCNY\t10.00\t0\t1.99\t0\n"
        "234-1\t2\t2026-01-01T10:50:49-08:00\tBob\tCUP\titem two\t1\tCNY\t6.00\t0\t1.99\t0\n"
    )
    report = take("sales-orders", lines)
    assert told(report) == []
    assert orders(goods) == {"234-1": D("19.98")}
    order = int(goods.value_of("SELECT id FROM document WHERE reference = '234-1'"))
    assert money(goods.lines_of(order)["TEA"].net) == D(10)  # a third of 10 is no price


def test_tiktok_says_no_date(goods: Shop, take: Take) -> None:
    lines = (
        "Order ID,Order Status,SKU ID,Seller SKU,Quantity,SKU Subtotal After Discount\n"
        "ORD1,Completed,17,TEA,2,56.34\nORD2,Cancelled,17,TEA,1,28.17\n"
    )
    report = take("sales-orders", lines)
    assert (orders(goods), report.left_out) == ({"ORD1": D("56.34")}, {"cancelled": 1})
    assert "1 orders have no date" in " ".join(report.as_json()["notes"])


def test_columns_chosen_by_hand_are_remembered_for_such_files(goods: Shop, tmp_path: Path) -> None:
    file = tmp_path / "o.csv"
    file.write_text(
        SHOPIFY.replace("Billing Street", "Our code")
        + shopify("#1", 1, "Something", "9.00", "", head="CNY,0,0,9.00,0").replace(
            "9 Long Lane", "TEA"
        )
    )
    assert preview(file, "sales-orders").kind.channel == "SHOPIFY"
    proposal = preview(file, "sales-orders").mapping
    chosen = Mapping({**proposal.columns, "sku": "Our code"})
    assert run_import(goods.work, "sales-orders", file, mapping=chosen).ok
    file.write_text(file.read_text().replace("#1", "#2"))
    assert run_import(goods.work, "sales-orders", file).ok
    assert goods.reserved("TEA") == 2
    run_import(goods.work, "sales-orders", file, mapping=proposal, options={"again": "yes"})


def test_a_table_with_customers_is_of_no_channel(goods: Shop, take: Take) -> None:
    lines = "Order number,Customer,Order date,SKU,Quantity,Unit price\n1,ZHOU,2026-01-02,TEA,1,4\n"
    assert take("sales-orders", lines).imported == {"order_lines": 1}


# -- the real exports ------------------------------------------------------------------------------

EXPORTS = "03_channel_exports"
REAL = [
    ("shopify_orders_export_00_masked.csv", "BDT", 5, None),
    ("shopify_orders_export_03_masked.csv", "BDT", 7, None),
    ("shopify_orders_export_09_masked.csv", "BDT", 50, None),
    ("shopify_orders_export_10_masked.csv", "BDT", 38, None),
    ("etsy_sold_orders_H1_masked.csv", "USD", 622, "14274.67"),
    ("tmall_order_report_first8000_gbk.csv", "CNY", 5209, "487544.75"),
    ("synthetic/douyin_orders_utf8bom.csv", "CNY", 1, "20.00"),
    ("synthetic/amazon_new_orders_flatfile.txt", "USD", 4, "19.68"),
    ("synthetic/etsy_sold_order_items.csv", "CAD", 3, "124.00"),
    ("synthetic/us_tiktok_shop_orders.csv", "USD", 4, "230.85"),
]


@pytest.mark.data
@pytest.mark.parametrize(("file", "currency", "many", "total"), REAL)
def test_a_real_export_comes_in_to_the_cent(
    shared_data: Path, tmp_path: Path, file: str, currency: str, many: int, total: str | None
) -> None:
    shop = Shop.found(tmp_path / "real.shop", currency=currency)
    path = shared_data / EXPORTS / file
    shop.product("ANY")
    tried = run_import(shop.work, "sales-orders", path, dry_run=True)
    assert {one.problem for one in tried.problems} <= {"not_linked"}
    channel = preview(path, "sales-orders").kind.channel
    link(shop, channel, **{one.value: "ANY" for one in tried.problems})
    report = run_import(shop.work, "sales-orders", path)
    assert told(report) == []
    made = orders(shop)
    assert len(made) == many
    assert f"{sum(made.values()):.2f}" == report.sums["imported"]
    assert report.sums["imported"] == (total or report.sums["imported"])
    assert report.rows == sum(report.imported.values()) + sum(report.left_out.values())
    shop.work.close()
