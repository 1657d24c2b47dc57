"""The sales channels whose order exports are known by their columns, and what those columns hold.

Each channel writes its orders in its own way: once an order or once a line, with the buyer's
discount in the price or beside it. Here that is a table: the columns a file is known by, and which
column is which field. Nobody's name, address or telephone is among the fields: the channel keeps
them, and the shop does not need them to know what it sold (docs/decisions/0012).
"""

from collections.abc import Mapping as Pairs
from dataclasses import dataclass
from typing import Final

from erp_desktop.exchange.mapping import FieldKind, FieldSpec

_M: Final = FieldKind.MONEY
FIELDS: Final = (
    FieldSpec("number", "Order number", "单号", FieldKind.CODE, required=True),
    FieldSpec("at", "Order date", "日期", FieldKind.MOMENT),
    FieldSpec("sku", "SKU", "货号", FieldKind.CODE),
    FieldSpec("name", "Title in the channel", "渠道商品标题"),
    FieldSpec("variant", "Variant in the channel", "渠道规格"),
    FieldSpec("quantity", "Quantity", "数量", FieldKind.QUANTITY),
    FieldSpec("price", "Unit price", "单价", FieldKind.PRICE),
    FieldSpec("amount", "Line amount", "行金额", _M),
    FieldSpec("line_discount", "Line discount", "行优惠", _M),
    FieldSpec("line_shipping", "Shipping of the line", "行运费", _M),
    FieldSpec("discount", "Order discount", "整单优惠", _M),
    FieldSpec("shipping", "Shipping", "运费", _M),
    FieldSpec("taxes", "Taxes of the order", "整单税额", _M),
    FieldSpec("total", "Order total", "订单总额", _M),
    FieldSpec("fees", "Fees of the channel", "平台手续费", _M),
    FieldSpec("payout", "Paid out", "结算金额", _M),
    FieldSpec("subsidy", "Paid by the channel", "平台承担优惠", _M),
    FieldSpec("subsidy_2", "Paid by the presenter", "达人承担优惠", _M),
    FieldSpec("refunded", "Paid back", "退款金额", _M),
    FieldSpec("status", "Status", "订单状态"),
    FieldSpec("after_sale", "After-sales status", "售后状态"),
    FieldSpec("paid_at", "Paid at", "付款时间"),
    FieldSpec("cancelled_at", "Cancelled at", "取消时间"),
    FieldSpec("currency", "Currency", "币种", FieldKind.CODE),
)

# What a channel says of orders that are none (any more), in any of its columns of status.
STATUSES: Final[dict[str, str]] = {
    **dict.fromkeys(("cancelled", "canceled", "voided", "expired", "closed", "已取消", "已关闭",
                     "交易关闭", "付款以前卖家或买家主动关闭交易"), "cancelled"),
    **dict.fromkeys(("unpaid", "awaiting payment", "待付款", "待支付", "等待买家付款"), "unpaid"),
    **dict.fromkeys(("refunded", "退款成功", "退款完成", "已退款", "已全额退款"), "refunded"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel's export: how it is called, what it is known by, and its columns by field.

    `code` is the customer that its orders are booked on. `whole` means that an order is one row
    without its goods.
    """

    name: str
    code: str
    customer: str
    marks: tuple[str, ...]
    columns: Pairs[str, str]
    whole: bool = False


SHOPIFY: Final = Channel(
    "Shopify: orders", "SHOPIFY", "Shopify",
    ("Name", "Financial Status", "Lineitem quantity", "Lineitem name", "Lineitem price", "Total"),
    {
        "number": "Name", "at": "Created at", "sku": "Lineitem sku", "name": "Lineitem name",
        "quantity": "Lineitem quantity", "price": "Lineitem price",
        "line_discount": "Lineitem discount", "discount": "Discount Amount",
        "shipping": "Shipping", "taxes": "Taxes", "total": "Total", "refunded": "Refunded Amount",
        "status": "Financial Status", "cancelled_at": "Cancelled at", "currency": "Currency",
    },
)  # fmt: skip
ETSY_ORDERS: Final = Channel(
    "Etsy: sold orders", "ETSY", "Etsy",
    ("Sale Date", "Order ID", "Order Value", "Card Processing Fees", "Order Net"),
    {
        "number": "Order ID", "at": "Sale Date", "amount": "Order Value",
        "discount": "Discount Amount", "shipping": "Shipping", "fees": "Card Processing Fees",
        "payout": "Order Net", "status": "Status", "currency": "Currency",
    },
    whole=True,
)  # fmt: skip
ETSY_ITEMS: Final = Channel(
    "Etsy: sold order items", "ETSY", "Etsy",
    ("Sale Date", "Item Name", "Quantity", "Price", "Transaction ID", "Order ID"),
    {
        "number": "Order ID", "at": "Sale Date", "sku": "SKU", "name": "Item Name",
        "variant": "Variations", "quantity": "Quantity", "price": "Price",
        "line_discount": "Discount Amount", "shipping": "Order Shipping", "currency": "Currency",
    },
)  # fmt: skip
TMALL: Final = Channel(
    "Tmall: order report", "TMALL", "天猫",
    ("订单编号", "总金额", "买家实际支付金额", "订单创建时间", "订单付款时间", "退款金额"),
    {
        "number": "订单编号", "at": "订单创建时间", "amount": "买家实际支付金额",
        "total": "买家实际支付金额", "refunded": "退款金额", "paid_at": "订单付款时间",
        "status": "订单状态",
    },
    whole=True,
)  # fmt: skip
DOUYIN: Final = Channel(
    "Douyin: orders", "DOUYIN", "抖音",
    ("主订单编号", "子订单编号", "选购商品", "商品数量", "订单应付金额"),
    {
        "number": "主订单编号", "at": "订单提交时间", "sku": "商家编码", "name": "选购商品",
        "variant": "商品规格", "quantity": "商品数量", "amount": "订单应付金额",
        "subsidy": "平台实际承担优惠金额", "subsidy_2": "达人实际承担优惠金额",
        "status": "订单状态", "after_sale": "售后状态",
    },
)  # fmt: skip
AMAZON: Final = Channel(
    "Amazon: order report", "AMAZON", "Amazon",
    ("order-id", "order-item-id", "purchase-date", "quantity-purchased", "item-price"),
    {
        "number": "order-id", "at": "purchase-date", "sku": "sku", "name": "product-name",
        "quantity": "quantity-purchased", "amount": "item-price",
        "line_discount": "item-promotion-discount", "line_shipping": "shipping-price",
        "currency": "currency",
    },
)  # fmt: skip
TIKTOK: Final = Channel(
    "TikTok Shop: orders", "TIKTOK", "TikTok Shop",
    ("Order ID", "Order Status", "Seller SKU", "Quantity", "SKU Subtotal After Discount"),
    {
        "number": "Order ID", "at": "Created Time", "sku": "Seller SKU", "name": "Product Name",
        "variant": "Variation", "quantity": "Quantity", "amount": "SKU Subtotal After Discount",
        "shipping": "Shipping Fee After Discount", "refunded": "Order Refund Amount",
        "status": "Order Status",
    },
)  # fmt: skip
CHANNELS: Final = (SHOPIFY, ETSY_ORDERS, ETSY_ITEMS, TMALL, DOUYIN, AMAZON, TIKTOK)
