"""The kinds of documents and the few states they pass through.

Four families, mirrored: order, movement, invoice, payment. "Partly received" is no state, because
it follows from the lines.
"""

from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What a document is. The value is stored, and is the name of its number series."""

    PURCHASE_ORDER = "purchase_order"  # 采购订单
    GOODS_RECEIPT = "goods_receipt"  # 采购入库单
    PURCHASE_RETURN = "purchase_return"  # 采购退货单
    BILL = "bill"  # 采购账单
    LANDED_COST = "landed_cost"  # 采购费用分摊
    QUOTATION = "quotation"  # 报价单
    SALES_ORDER = "sales_order"  # 销售订单
    GOODS_ISSUE = "goods_issue"  # 销售出库单
    SALES_RETURN = "sales_return"  # 销售退货单
    INVOICE = "invoice"  # 销售发票
    SALE = "sale"  # 零售单: order, stock-out, invoice and payment in one
    PAYMENT_IN = "payment_in"  # 收款单
    PAYMENT_OUT = "payment_out"  # 付款单
    EXPENSE = "expense"  # 费用单: money spent on neither goods nor a supplier's bill
    MONEY_TRANSFER = "money_transfer"  # 资金转账单: money between own accounts, less a fee
    TRANSFER = "transfer"  # 调拨单
    COUNT = "count"  # 盘点单
    WRITE_OFF = "write_off"  # 报损单
    OPENING = "opening"  # 期初
    ASSEMBLY = "assembly"  # 组装拆卸单: parts become a product, or a product its parts
    TRANSFER_IN = "transfer_in"  # 调拨入库单: what was in transit arrives at the other end
    COSTING_CHANGE = "costing_change"  # 计价方法变更
    CASH_MOVE = "cash_move"  # 钱箱存取: cash put into a till's drawer or taken out of it
    SHIFT = "shift"  # 交班日结单: a drawer was counted (Z report)
    REVERSAL = "reversal"  # 红冲


class State(StrEnum):
    DRAFT = "draft"
    CONFIRMED = "confirmed"  # an order or a running count
    POSTED = "posted"
    CLOSED = "closed"  # an order whose rest was cancelled (short close)
    CANCELLED = "cancelled"
    REVERSED = "reversed"


ORDERS: Final = frozenset({Kind.PURCHASE_ORDER, Kind.QUOTATION, Kind.SALES_ORDER})

# What is bought, at which price, and what is paid for it: it tells what goods cost. What else is
# spent, and what is held in the bank, is for the same eyes.
BUYING: Final = frozenset({Kind.PURCHASE_ORDER, Kind.GOODS_RECEIPT, Kind.PURCHASE_RETURN,
                           Kind.BILL, Kind.LANDED_COST, Kind.PAYMENT_OUT,
                           Kind.EXPENSE, Kind.MONEY_TRANSFER})  # fmt: skip

PREFIX: Final[dict[Kind, str]] = {
    Kind.PURCHASE_ORDER: "PO",
    Kind.GOODS_RECEIPT: "GR",
    Kind.PURCHASE_RETURN: "PR",
    Kind.BILL: "BI",
    Kind.LANDED_COST: "LC",
    Kind.QUOTATION: "QU",
    Kind.SALES_ORDER: "SO",
    Kind.GOODS_ISSUE: "GI",
    Kind.SALES_RETURN: "SR",
    Kind.INVOICE: "IN",
    Kind.SALE: "TS",
    Kind.PAYMENT_IN: "RV",
    Kind.PAYMENT_OUT: "PV",
    Kind.EXPENSE: "EX",
    Kind.MONEY_TRANSFER: "MT",
    Kind.TRANSFER: "TR",
    Kind.COUNT: "SC",
    Kind.WRITE_OFF: "WO",
    Kind.OPENING: "OB",
    Kind.ASSEMBLY: "AS",
    Kind.TRANSFER_IN: "TI",
    Kind.COSTING_CHANGE: "CC",
    Kind.CASH_MOVE: "CM",
    Kind.SHIFT: "Z",
    Kind.REVERSAL: "RX",
}
