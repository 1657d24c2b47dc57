"""What else the trade calls things: whoever learned them in another program finds them here too.

By the code of a page or the name of a report, in both languages, all lower case. These words are
only looked for; they are never shown.
"""

from typing import Final

PAGES: Final[dict[str, str]] = {
    "back_orders": "backorder outstanding unfilled 欠货 缺货订单",
    "assembly": "kit bundle manufacture bom build disassemble unpack 加工 拆包 组合 拆分",
    "bins": "location shelf rack position 货位 货架 仓位",
    "count": "stocktake stock take inventory cycle count 盘库 清点",
    "counts": "stocktake stock take inventory cycle count 盘库 清点",
    "expense": "spending cost overhead rent wages 支出 开支 报销",
    "expiry": "best before shelf life short dated 保质期 临期 过期",
    "goods_receipt": "receive delivery goods in grn intake 进货 收货",
    "lots": "batch batches serial numbers 批号 序列号 批次",
    "matching": "three way match 三单匹配 三单核对",
    "money": "finance accounts accounting cash bank ledger 财务 收支 账务",
    "partners": "customers suppliers vendors clients contacts members 客户 供应商 会员 往来单位",
    "partner_form": "customer supplier vendor client member 客户 供应商 会员",
    "picking": "pick list fulfil pack 配货 捡货",
    "products": "items articles goods catalogue catalog sku 货品 物料",
    "product_form": "item article sku 货品 物料",
    "purchases": "buying procurement purchase orders bills 进货 采购",
    "replenish": "replenishment reorder restock purchase suggestions requirements 补货 采购建议",
    "purchase_return": "return to supplier debit note 退供应商",
    "sale_exchange": "swap return refund 换货 退款",
    "sales_return": "refund take back credit note 退款 退货",
    "sales": "selling invoices customer orders 销货 开单",
    "settings": "options preferences configuration setup 选项 配置 系统设置",
    "stock": "inventory on hand 存货 库存",
    "supplier_prices": "price list quotes vendor 进价 供货价",
    "till": "pos cash register checkout cashier point of sale 收银机 收款 前台",
    "transfer": "move goods between warehouses relocation 移库 调货",
    "transit": "in transit shipped 在途",
    "warehouses": "stores depots locations 库房",
    "write_off": "scrap damage spoilage breakage loss 报废 损耗",
}
REPORTS: Final[dict[str, str]] = {
    "abc": "pareto 80 20",
    "availability": "available to promise atp 可用量",
    "out-of-stock": "stockout stock out lost sales 断货 缺货率",
    "payables": "accounts payable creditors owed to suppliers 应付",
    "profit": "p&l income statement earnings margin 利润表 毛利",
    "receivables": "accounts receivable debtors owed by customers 应收",
    "replenishment": "reorder restock purchase suggestions 补货 采购建议",
    "shrinkage": "loss theft damage 损耗 盘亏",
    "slow-stock": "dead stock obsolete 呆滞 滞销",
    "stock-ledger": "movements history stock card 出入库 流水",
    "trial-balance": "accounts ledger 科目余额",
    "turnover": "stock turn inventory turns days on hand",
    "valuation": "stock value inventory worth 库存金额",
}


def other_words(code: str, *, report: bool = False) -> str:
    """What else this is called, with a blank before it; nothing where there is no other word."""
    words = (REPORTS if report else PAGES).get(code, "")
    return f" {words}" if words else ""
