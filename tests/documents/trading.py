"""A shop that has traded: one document of each kind, with the goods of a tea and gift shop."""

from dataclasses import dataclass
from decimal import Decimal as D
from pathlib import Path
from typing import Any

from builders import Shop, day
from erp_desktop.core.states import Kind
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.ordering import WriteOrder, confirm_order, save_draft
from erp_desktop.services.paper import Posted
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.sales.issuing import IssueGoods, issue_goods
from erp_desktop.services.sales.returning import ReturnFromCustomer, return_from_customer
from erp_desktop.services.sales.till import PaidBy, SellAtTill, sell_at_till
from erp_desktop.services.trade import PartLine, TradeLine

# sku: name (en, zh), unit (en, zh), price, tax, barcode
GOODS = {
    "71053": ("White metal lantern", "白色金属风灯", "pcs", "个", "21.53", 13, "5012345678900"),
    "TP-600": (
        "Hand-painted porcelain teapot with bamboo handle, 600 ml",
        "手绘青花瓷竹柄提梁壶 600 毫升 礼盒装（含茶滤与隔热垫）",
        "pcs", "把", "128", 13, "0012345678905",
    ),
    "TEA": ("Green tea 250 g", "明前龙井 250 g", "box", "盒", "28.90", 9, "6901234567892"),
    "OOL": ("Loose oolong", "散装乌龙茶 Oolong", "kg", "千克", "348.35", 9, "96385074"),
}  # fmt: skip
PARTNERS = {
    "en": ("Bluebell Cafe & Gifts Ltd", "Unit 3, Old Mill Yard, Church Stretton, Shropshire"),
    "zh_CN": ("杭州云上文化创意有限公司", "杭州市余杭区仓前街道良睦路 1399 号 5 幢 301"),
}
SETTINGS = {
    "en": {
        "address": "14 High Street, Ludlow SY8 1BS", "phone": "01584 555 0142",
        "tax_number": "GB 123 4567 89", "bank": "Lloyds 30-00-00 12345678",
    },
    "zh_CN": {
        "address": "浙江省杭州市西湖区文三路 188 号 1 层 102 室", "phone": "0571-8888 6666",
        "tax_number": "91330106MA2AXXXX0R", "bank": "中国工商银行杭州文三支行 1202 0211 0990",
    },
}  # fmt: skip
NAMES = {"en": "Hearth & Lantern", "zh_CN": "青禾茶具礼品店"}
SKUS = tuple(GOODS)


@dataclass
class Trading:
    """The shop and its documents by what they are."""

    shop: Shop
    language: str
    made: dict[str, Posted]

    def name_of(self, sku: str) -> str:
        return GOODS[sku][self.language == "zh_CN"]

    def typed(self, *wanted: tuple[Any, ...]) -> list[TradeLine]:
        """(sku, quantity, price or None, percent off) as lines."""
        return [
            TradeLine(self.shop.pid(sku), D(quantity), None if price is None else D(price), D(off))
            for sku, quantity, price, off in wanted
        ]


def opened(place: Path, language: str, *, included: bool = True) -> Trading:
    """The shop with its goods, before it traded."""
    currency = "CNY" if language == "zh_CN" else "GBP"
    shop = Shop.found(
        place, name=NAMES[language], language=language, currency=currency, tax=D(13),
        prices_include_tax=included, time_zone="Asia/Shanghai",
    )  # fmt: skip
    for key, value in SETTINGS[language].items():
        shop.work.run(lambda books, key=key, value=value: books.put_setting(key, value))
    chinese = language == "zh_CN"
    for sku, (name, zh, unit, unit_zh, price, tax, code) in GOODS.items():
        shop.work.run(
            save_product,
            SaveProduct(
                sku, zh if chinese else name, unit=unit_zh if chinese else unit, price=D(price),
                tax=D(tax), barcodes=[code], negative="allow", category="茶" if chinese else "Tea",
            ),
        )  # fmt: skip
    name, address = PARTNERS[language]
    shop.work.run(
        save_partner, SavePartner("ZHOU", name, is_customer=True, address=address, terms_days=30)
    )
    return Trading(shop, language, {})


def traded(place: Path, language: str, *, included: bool = True) -> Trading:
    """The shop after some days: a document of each kind."""
    trading = opened(place, language, included=included)
    _bought(trading)
    _sold(trading)
    _at_the_till(trading)
    shop, made = trading.shop, trading.made
    shop.warehouse("BACK")
    made["transfer"] = shop.transfer("71053", 12, "MAIN", "BACK", on=6)
    made["write-off"] = shop.write_off("TP-600", 1, "broken in the shop window 橱窗内打碎", on=7)
    made["count"] = shop.count("TEA", 37, on=9)
    return trading


def _bought(trading: Trading) -> None:
    shop, made = trading.shop, trading.made
    lines = trading.typed(
        ("71053", 40, "9.35", 0), ("TP-600", 6, "61.20", 5), ("TEA", 60, "13.4567", 0),
        ("OOL", "7.5", "180", 0),
    )  # fmt: skip
    made["order"] = shop.work.run(
        confirm_order,
        WriteOrder(Kind.PURCHASE_ORDER, shop.supplier, lines, at=day(1), due_on=20260115),
    )
    rows = shop.lines_of(made["order"])
    part = {"71053": 24, "TP-600": 6, "TEA": 60, "OOL": "1.375"}
    made["arrival"] = shop.work.run(
        receive_goods,
        ReceiveGoods(
            order_id=made["order"].id,
            parts=[PartLine(rows[sku].id, D(much)) for sku, much in part.items()],
            reference="LS-88213",
            at=day(2),
        ),
    )
    made["bill"] = shop.bill(made["arrival"], 10, "71053", on=3, reference="RE-2026-117")
    made["sent back"] = shop.send_back(made["arrival"], "71053", 2, on=4)


def _sold(trading: Trading) -> None:
    shop, made = trading.shop, trading.made
    lines = trading.typed(
        ("71053", 6, None, 0), ("TP-600", 3, None, 10), ("TEA", 16, "348.35", 4),
        ("OOL", "1.375", None, 0),
    )  # fmt: skip
    for name, kind in (("quotation", Kind.QUOTATION), ("sales order", Kind.SALES_ORDER)):
        made[name] = shop.work.run(
            confirm_order,
            WriteOrder(
                kind, shop.customer, lines, at=day(3), due_on=20260120, discount=D("33.33"),
                reference="PO 4711", note="Please deliver before noon. 请于中午前送达。",
            ),
        )  # fmt: skip
    rows = shop.lines_of(made["sales order"])
    part = {"71053": 4, "TP-600": 2, "TEA": 5, "OOL": "0.4"}
    made["issue"] = shop.work.run(
        issue_goods,
        IssueGoods(
            order_id=made["sales order"].id,
            parts=[PartLine(rows[sku].id, D(much)) for sku, much in part.items()],
            at=day(4),
        ),
    )
    made["invoice"] = shop.invoice(made["issue"], on=5)
    shop.pay(100, made["invoice"], on=5)
    made["credited"] = shop.take_back(made["issue"], "TEA", 2, on=7, reason="damp 受潮")
    draft = WriteOrder(Kind.SALES_ORDER, shop.customer, lines, at=day(8))
    made["draft"] = Posted(shop.work.run(save_draft, draft), "")


def _at_the_till(trading: Trading) -> None:
    shop, made = trading.shop, trading.made
    cart = trading.typed(("71053", 2, None, 0), ("TEA", 3, None, 10), ("OOL", "0.155", None, 0))
    made["sale"] = shop.work.run(
        sell_at_till,
        SellAtTill(cart, [PaidBy("card", D(50)), PaidBy("cash", D(300))], discount=D(5),
                   rounding=D("0.03"), at=day(5, 14, 5)),
    )  # fmt: skip
    rows = shop.lines_of(made["sale"])
    parts = [PartLine(rows["71053"].id, D(1)), PartLine(rows["TEA"].id, D(2))]
    made["return"] = shop.work.run(
        return_from_customer, ReturnFromCustomer(made["sale"].id, parts=parts, at=day(6))
    )
    made["mistake"] = shop.sell("TP-600", 1, 128, on=6)
    made["reversal"] = shop.reverse(made["mistake"])
