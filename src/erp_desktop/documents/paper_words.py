"""The words that papers print, in English and Chinese.

A shop prints in its own language, whatever the person at the screen reads, and papers know no
Qt: so the English sentence is the key here, with its Chinese beside it. A word that is missing is
a bug (KeyError), so that no half-translated paper leaves the shop.
"""

from collections.abc import Callable
from typing import Final

Say = Callable[[str], str]

CHINESE: Final[dict[str, str]] = {
    # papers
    "Receipt": "销售小票",
    "Return receipt": "退货小票",
    "Invoice": "销售发票",
    "Credit note": "红字发票",
    "Bill": "采购账单",
    "Delivery note": "销售出库单",
    "Supplier return": "采购退货单",
    "Stock transfer": "调拨单",
    "Transfer receipt": "调拨入库单",
    "Write-off": "报损单",
    "Goods receipt": "采购入库单",
    "Purchase order": "采购订单",
    "Sales order": "销售订单",
    "Quotation": "报价单",
    "Stock count": "盘点单",
    "Customer return": "销售退货单",
    "Rejection note": "拒收单",
    "These goods were not taken in. Please replace or credit them.": (
        "以上商品验收未通过，未入库，请补发或扣款。"
    ),
    "Photos, by line": "照片（按序号）",
    "Your code": "贵方编码",
    "Gift": "赠品",
    "Count result": "盘点结果",
    # the test page of a printer
    "Test page": "打印测试页",
    "The frame stands 1 mm from every edge.": "边框距纸边各 1 毫米。",
    "Read the rulers where the paper begins; type that into the settings.": (
        "看标尺与纸边差多少，填到设置的偏移里。"
    ),
    # stamps
    "Draft": "草稿",
    "Cancelled": "已作废",
    "Closed": "已关闭",
    "Reversed": "已冲销",
    "Reversal": "红冲",
    "Practice": "练习",
    # heads
    "Number": "单号",
    "Date": "日期",
    "Due": "到期日",
    "Expected": "预计到货",
    "Valid until": "有效期至",
    "Order": "订单",
    "Their number": "对方单号",
    "Warehouse": "仓库",
    "From": "调出仓库",
    "To": "调入仓库",
    "Reason": "原因",
    "Made by": "制单人",
    "Cashier": "收银员",
    "Customer": "客户",
    "Supplier": "供应商",
    "Bill to": "购货单位",
    "Deliver to": "收货单位",
    "Answers": "原单号",
    "Reversed by": "冲销单号",
    "Delivery": "出库单号",
    "Receipt no.": "入库单号",
    "Tax no.": "税号",
    "Phone": "电话",
    "Contact": "联系人",
    # columns
    "No.": "序号",
    "Item": "商品",
    "Barcode": "条码",
    "Quantity": "数量",
    "Ordered": "订购数量",
    "Received": "实收数量",
    "Arrived": "到货数量",
    "Rejected": "拒收数量",
    "Delivered": "出库数量",
    "Unit": "单位",
    "Unit price": "单价",
    "Discount": "折扣额",
    "Tax %": "税率",
    "Amount": "金额",
    "Place": "库位",
    "Book quantity": "账面数量",
    "Counted": "实盘数量",
    "Difference": "盘点差异",
    "Remark": "备注",
    # sums
    "Subtotal": "小计",
    "Order discount": "整单优惠",
    "Rounding": "抹零",
    "Net": "不含税金额",
    "Tax": "税额",
    "Tax rate": "税率",
    "With tax": "含税金额",
    "Total": "合计",
    "Total to pay": "应付合计",
    "Total refunded": "退款合计",
    "Paid": "已付",
    "Paid or credited": "已付及冲抵",
    "Still to pay": "未付",
    "Change": "找零",
    "On account": "记入往来账",
    "Discounts included": "已含优惠",
    "Cash": "现金",
    "Card": "刷卡",
    "Bank": "银行转账",
    "Other": "其他方式",
    "Advance": "预收款",
    "Total quantity": "数量合计",
    "Items": "品项数",
    "Carried forward": "转下页",
    "Brought forward": "承上页",
    "In words": "金额大写",
    "All amounts in {currency}": "币种：{currency}",
    "Prices include tax": "价格含税",
    "Prices without tax": "价格不含税",
    "Tax included": "含税",
    # notes and feet
    "Notes": "备注",
    "Page {page} of {pages}": "第 {page} 页，共 {pages} 页",
    "Delivered by": "送货人",
    "Received by": "收货人",
    "Checked by": "验收人",
    "Ordered by": "采购人",
    "Approved by": "审核人",
    "Counted by": "盘点人",
    "Entered by": "录入人",
    "Signature": "签字",
    "Thank you": "谢谢惠顾",
    "each": "每件",
    "per {unit}": "每{unit}",
    "Printed {when}": "打印于 {when}",
    "{count} rows": "共 {count} 行",
    "1 line": "共 1 项",
    "{count} lines": "共 {count} 项",
    "Yes": "是",
    "No": "否",
}


def words_of(language: str) -> Say:
    """The words of one language: English keys in, the paper's words out."""
    return CHINESE.__getitem__ if language.startswith("zh") else _english


def _english(key: str) -> str:
    if key not in CHINESE:
        raise KeyError(key)
    return key
