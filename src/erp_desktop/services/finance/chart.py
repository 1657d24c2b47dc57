"""The small chart of accounts (科目表) a new shop starts with, in both languages.

Postings name an account by its *role*; code and names are the shop's to change.
"""

from enum import StrEnum

from erp_desktop.models.books import Books


class Role(StrEnum):
    """What an account is for."""

    CASH = "cash"
    BANK = "bank"
    CARD = "card"
    OTHER_MONEY = "other_money"
    RECEIVABLE = "receivable"
    CUSTOMER_ADVANCES = "customer_advances"
    SUPPLIER_ADVANCES = "supplier_advances"
    STOCK = "stock"
    PAYABLE = "payable"
    UNBILLED = "unbilled"  # received, not yet billed (暂估应付)
    LANDED = "landed"  # freight and customs taken up, not yet paid
    INPUT_TAX = "input_tax"
    OUTPUT_TAX = "output_tax"
    EQUITY = "equity"
    SALES = "sales"
    COST_OF_SALES = "cost_of_sales"
    PRICE_DIFFERENCE = "price_difference"
    COUNT_DIFFERENCE = "count_difference"
    WRITE_OFFS = "write_offs"
    ROUNDING = "rounding"
    CASH_DIFFERENCE = "cash_difference"  # a drawer that held more or less than it should
    PETTY = "petty"  # small expenses paid out of a drawer
    SERVICES = "services"  # services bought: freight billed alone, fees
    PRODUCTION = "production"  # what assembling took from stock and gave back to it
    ASSEMBLY_WORK = "assembly_work"  # work on assembled goods, taken up and not yet paid


OWN = "expense_"  # how the roles of the accounts begin that a shop adds to spend on

CHART: tuple[tuple[Role, str, str, str, str], ...] = (
    (Role.CASH, "1001", "Cash on hand", "库存现金", "asset"),
    (Role.BANK, "1002", "Bank", "银行存款", "asset"),
    (Role.CARD, "1012.01", "Card takings on their way", "在途刷卡款", "asset"),
    (Role.OTHER_MONEY, "1012.02", "Other money", "其他货币资金", "asset"),
    (Role.RECEIVABLE, "1122", "Receivables", "应收账款", "asset"),
    (Role.SUPPLIER_ADVANCES, "1123", "Advances to suppliers", "预付账款", "asset"),
    (Role.STOCK, "1405", "Stock of goods", "库存商品", "asset"),
    (Role.PAYABLE, "2202", "Payables", "应付账款", "liability"),
    (Role.UNBILLED, "2202.01", "Received, not yet billed", "暂估应付账款", "liability"),
    (Role.CUSTOMER_ADVANCES, "2203", "Advances from customers", "预收账款", "liability"),
    (Role.OUTPUT_TAX, "2221.01", "Tax on sales", "应交税费（销项税额）", "liability"),
    (Role.INPUT_TAX, "2221.02", "Tax on purchases", "应交税费（进项税额）", "liability"),
    (Role.LANDED, "2241", "Freight and customs to pay", "应付采购费用", "liability"),
    (Role.ASSEMBLY_WORK, "2211", "Work on assembled goods to pay", "应付组装费用", "liability"),
    (Role.EQUITY, "4001", "Owner's capital", "实收资本", "equity"),
    (Role.PRODUCTION, "5001", "Assembling", "组装成本", "asset"),
    (Role.SALES, "6001", "Sales", "主营业务收入", "income"),
    (Role.COST_OF_SALES, "6401", "Cost of sales", "主营业务成本", "expense"),
    (Role.PRICE_DIFFERENCE, "6402", "Purchase price differences", "采购价差", "expense"),
    (Role.SERVICES, "6601", "Services bought", "采购服务费", "expense"),
    (Role.COUNT_DIFFERENCE, "6602", "Count differences", "盘盈盘亏", "expense"),
    (Role.ROUNDING, "6603", "Rounding", "抹零", "expense"),
    (Role.CASH_DIFFERENCE, "6604", "Cash over and short", "现金长短款", "expense"),
    (Role.PETTY, "6605", "Small expenses", "零星费用", "expense"),
    (Role.WRITE_OFFS, "6711", "Goods written off", "商品报损", "expense"),
)


def open_chart(books: Books) -> None:
    """Write the chart into a new shop."""
    books.many(
        "INSERT INTO account (role, code, name, name_zh, kind) VALUES (?, ?, ?, ?, ?)",
        [tuple(map(str, account)) for account in CHART],
    )


def account_ids(books: Books, *, afresh: bool = False) -> dict[str, int]:
    """Account id by role; roles and ids never change. A shop may add accounts of its own: whoever
    meets one that is not known (another till made it) asks `afresh`."""
    known: dict[str, int] = books.known.get("accounts") or {}
    if afresh or not known:
        known = dict(books.rows("SELECT role, id FROM account"))
        books.known["accounts"] = known
    return known
