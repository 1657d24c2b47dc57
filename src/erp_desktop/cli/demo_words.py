"""The words of the demo day in Chinese; the English sentence is the key."""

from typing import Final

METHODS: Final[dict[str, tuple[str, str]]] = {
    "cash": ("cash", "现金"),
    "card": ("card", "刷卡"),
    "bank": ("bank", "银行转账"),
}

CHINESE: Final[dict[str, str]] = {
    "The shop opens: {products} products, {sales} sales of three weeks":
        "开门营业：{products} 种商品，三周共 {sales} 笔销售",
    "Purchase order {number}: 4 products for {total}":
        "采购订单 {number}：4 种商品，共 {total}",
    "A part of it arrives: {number}, 72 pieces into stock":
        "部分到货：{number}，72 件入库",
    "A label for each piece that arrived": "为到货的每一件打印条码标签",
    "The bill {number}: {total}; the cake stands cost 5.35, not 5.20":
        "采购账单 {number}：{total}；蛋糕架单价 5.35，而不是 5.20",
    "Till: {number} for {total} by {method}, change {change}":
        "收银：{number}，{total}，{method}，找零 {change}",
    "Till: {number} for {total} by {method}": "收银：{number}，{total}，{method}",
    "Sales order {number}: {total}, its goods are reserved":
        "销售订单 {number}：{total}，商品已预留",
    "Stock-out {number}: a part of it leaves": "销售出库 {number}：先出一部分",
    "Invoice {number}: {total}": "销售发票 {number}：{total}",
    "The customer pays £30.00 of it by bank: {number}": "客户先银行转账付 £30.00：{number}",
    "{sale} comes back in part: {number}, {total} refunded in cash":
        "{sale} 部分退货：{number}，现金退款 {total}",
    "Transfer {number}: 12 pieces to the store room": "调拨 {number}：12 件调到仓库",
    "Write-off {number}: one cake stand is broken": "报损 {number}：一个蛋糕架打碎了",
    "Count sheet for {count} products": "打印 {count} 种商品的盘点单",
    "Counted {number}: 3 pieces are missing": "盘点 {number}：盘亏 3 件",
    "The accountant's workbook of the shop's whole time": "导出会计用的工作簿（全部期间）",
    "The books are right: {count} rows recomputed": "账目正确：重新计算了 {count} 行",
    "The books are NOT right: {count} rows recomputed": "账目有误：重新计算了 {count} 行",
}  # fmt: skip
