"""All reports by name: what the command line lists, and what the report pages offer."""

from typing import Final

from erp_desktop.reports import (
    availability,
    below_zero,
    cost_of_sales,
    count_accuracy,
    finance,
    lots,
    matching,
    price_list,
    purchasing,
    replenishment,
    requirements,
    restated,
    returns,
    sales,
    shifts,
    stock,
    stock_activity,
    stock_ageing,
    stock_losses,
)
from erp_desktop.reports.asking import Report, ReportAsk

__all__ = ["REPORTS", "Report", "ReportAsk"]

_ALL: Final = (
    Report("stock", "Stock on hand", stock.stock),
    Report("valuation", "Stock valuation", stock.valuation, costs=True),
    Report("valuation-by-category", "Valuation by category", stock.by_category, costs=True),
    Report("stock-ledger", "Stock ledger", stock.stock_ledger),
    Report("negative-stock", "Stock below zero", below_zero.negative_stock),
    Report("ageing", "Age of stock", stock_ageing.ageing, costs=True),
    Report("abc", "ABC by takings", stock_activity.abc),
    Report("turnover", "Turnover", stock_activity.turnover, costs=True),
    Report("slow-stock", "Dead and slow stock", stock_activity.slow),
    Report("shrinkage", "Shrinkage by cause", stock_losses.shrinkage),
    Report("out-of-stock", "Out of stock and lost sales", stock_losses.out_of_stock),
    Report("restated", "Restated costs", restated.restated, costs=True),
    Report("count-accuracy", "Stock accuracy", count_accuracy.count_accuracy),
    Report("count-reasons", "Count differences by reason", count_accuracy.count_reasons),
    Report("replenishment", "What to order", replenishment.replenishment),
    Report("stock-by-lot", "Stock by bin and lot", lots.stock_by_lot),
    Report("expiry", "Expiry", lots.expiry),
    Report("trace", "Trace of a lot", lots.trace),
    Report("recall", "Recall list", lots.recall),
    Report("availability", "Available to promise", availability.availability),
    Report("back-orders", "Back orders", availability.back_orders),
    Report("sales", "Sales", sales.sales),
    Report("sales-by-product", "Sales by product", sales.by_product),
    Report("price-list", "Price list", price_list.price_list),
    Report("cost-of-sales", "Cost of sales", cost_of_sales.cost_of_sales, costs=True),
    Report("profit", "Profit by month", sales.profit, costs=True),
    Report("profit-by-day", "Profit by day", sales.profit_by_day, costs=True),
    Report("shifts", "Shifts", shifts.shifts),
    Report("returns", "Returns by reason", returns.returns),
    Report("purchases", "Purchases", purchasing.purchases, costs=True),
    Report("matching", "Order, receipt and bill", matching.matching),
    Report("requirements", "Requirements", requirements.requirements),
    Report("receivables", "Receivables", finance.receivables),
    Report("payables", "Payables", finance.payables, costs=True),
    Report("cash", "Cash book", finance.cash, costs=True),
    Report("journal", "Journal", finance.journal, costs=True),
    Report("trial-balance", "Trial balance", finance.trial_balance, costs=True),
)
REPORTS: Final[dict[str, Report]] = {report.name: report for report in _ALL}
