"""What the panels of the home page show, read in one step: all of it is one state of the books."""

from typing import NamedTuple

from erp_desktop.core.periods import Step
from erp_desktop.models.books import Books
from erp_desktop.reports import home, home_rows, notices
from erp_desktop.reports.home import Waiting
from erp_desktop.reports.home_rows import Late, Low, Order, Seller, Stretch
from erp_desktop.reports.notices import Expiring

EXPIRES_WITHIN = 60  # days


class Panels(NamedTuple):
    """The first rows of each list, and how many there are; `sellers` where no lot expires."""

    ships: list[Order]
    to_ship: Waiting
    coming: list[Order]
    to_come: Waiting
    low: list[Low]
    running_out: int
    late: list[Late]
    owed: Waiting
    lots: list[Expiring]
    expiring: int
    sellers: list[Seller]
    lately: tuple[Step, list[Stretch]]


def panels_of(books: Books) -> Panels:
    """Read all of them."""
    out, back = ("sales_order", "goods_issue"), ("purchase_order", "goods_receipt")
    lots = notices.expiring(books, EXPIRES_WITHIN)
    return Panels(
        home_rows.waiting_orders(books, *out), home.waiting(books, *out),
        home_rows.waiting_orders(books, *back), home.waiting(books, *back),
        home_rows.running_low(books), home.running_out(books),
        home_rows.overdue_customers(books), home.overdue(books),
        lots, notices.count_expiring(books, EXPIRES_WITHIN) if lots else 0,
        [] if lots else home_rows.best_sellers(books), home_rows.lately(books),
    )  # fmt: skip
