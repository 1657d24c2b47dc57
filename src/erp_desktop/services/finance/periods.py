"""Closing a period (结账): its figures never change again; what would fall into it is booked on
the first open day, naming its cause (LEDGER L-21)."""

from erp_desktop.core import errors
from erp_desktop.models.books import Books


def close_period(books: Books, through: int) -> None:
    """Close the books through a day. Raises PeriodClosed for a day that is closed already."""
    if through <= books.closed_through:
        raise errors.PeriodClosed(books.closed_through)
    books.put_setting("closed_through", str(through))
