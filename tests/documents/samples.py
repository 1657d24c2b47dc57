"""A shop's papers with the same content in English and Chinese, computed by the books' own tax."""

from datetime import date
from decimal import Decimal as D
from typing import Any

from erp_desktop.core.money import minor_unit, money, price_parts, quantity_parts
from erp_desktop.core.tax import ONE_PERCENT, Priced, PricedDocument, price_document
from erp_desktop.documents.papers import PaperLine, Party, ShopHead, TaxGroup

DAY = date(2026, 11, 22)
SHOPS = {
    "en": ShopHead(
        name="Hearth & Lantern",
        address="14 High Street, Ludlow SY8 1BS",
        phone="01584 555 0142",
        email="shop@hearthandlantern.example",
        tax_number="GB 123 4567 89",
        bank="Lloyds 30-00-00 12345678",
        currency="GBP",
        symbol="£",
    ),
    "zh_CN": ShopHead(
        name="青禾茶具礼品店",
        address="浙江省杭州市西湖区文三路 188 号 1 层 102 室",
        phone="0571-8888 6666",
        tax_number="91330106MA2AXXXX0R",
        bank="中国工商银行杭州文三支行 1202 0211 0990 0012 345",
        currency="CNY",
        symbol="¥",
    ),
}
PARTIES = {
    "en": Party(
        name="Bluebell Cafe & Gifts Ltd",
        code="C-0042",
        address="Unit 3, Old Mill Yard, Church Stretton, Shropshire SY6 6AB",
        phone="01694 555 019",
        contact="Emma Clarke",
        tax_number="GB 987 6543 21",
    ),
    "zh_CN": Party(
        name="杭州云上文化创意有限公司",
        code="C-0042",
        address="杭州市余杭区仓前街道良睦路 1399 号梦想小镇 5 幢 301",
        phone="138 0571 0000",
        contact="王晓明",
        tax_number="91330110MA28XXXX5K",
    ),
}
# name (en, zh), sku, barcode, unit (en, zh), quantity, price, line discount, tax
GOODS = [
    (
        "White metal lantern",
        "白色金属风灯",
        "71053",
        "5012345678900",
        "pcs",
        "个",
        "6",
        "21.53",
        0,
        21,
    ),
    (
        "Hand-painted porcelain teapot with bamboo handle, 600 ml, gift box",
        "手绘青花瓷竹柄提梁壶 600 毫升 礼盒装（含茶滤与隔热垫）",
        "TP-600-BLU",
        "0012345678905",
        "pcs",
        "把",
        "2",
        "128.00",
        10,
        21,
    ),
    (
        "Green tea 250 g",
        "明前龙井 250 g",
        "TEA",
        "6901234567892",
        "box",
        "盒",
        "12",
        "28.90",
        0,
        13,
    ),
    ("Beeswax candle", "蜂蜡蜡烛", "cndl-7b", "cndl-7b", "pcs", "支", "40", "1.25", 5, 13),
    ("Loose oolong", "散装乌龙茶", "OOL", "96385074", "kg", "千克", "1.375", "348.35", 0, 13),
]


def lines(language: str, *, included: bool = True, times: int = 1) -> dict[str, Any]:
    """Lines, groups, basis and total of a priced paper."""
    goods = GOODS * times
    wanted = [
        Priced(
            quantity_parts(D(row[6])),
            price_parts(D(row[7])),
            row[9] * ONE_PERCENT,
            percent=row[8] * ONE_PERCENT,
        )
        for row in goods
    ]
    worked = price_document(wanted, included=included, minor=minor_unit(2))
    return {
        "lines": tuple(_line(language, row, at, worked) for at, row in enumerate(goods)),
        "groups": tuple(
            TaxGroup(D(group.rate) / ONE_PERCENT, money(group.net), money(group.tax))
            for group in worked.groups
        ),
        "tax_included": included,
        "total": money(worked.total),
    }


def goods_lines(language: str, times: int = 1) -> tuple[PaperLine, ...]:
    made: tuple[PaperLine, ...] = lines(language, times=times)["lines"]
    return made


def _line(language: str, row: Any, at: int, worked: PricedDocument) -> PaperLine:
    chinese = language == "zh_CN"
    amounts = worked.lines[at]
    return PaperLine(
        name=row[1] if chinese else row[0],
        sku=row[2],
        barcode=row[3],
        unit=row[5] if chinese else row[4],
        quantity=D(row[6]),
        ordered=D(row[6]) * 2,
        unit_price=D(row[7]),
        discount=money(amounts.discount),
        tax_rate=D(row[9]),
        net=money(amounts.net),
        tax=money(amounts.tax),
        gross=money(amounts.total),
        place=f"A{at % 7 + 1}-{at % 30 + 1:02}",
    )
