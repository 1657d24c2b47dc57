"""Closing a period (结账): its figures never change again; what would fall into it is booked on
the first open day, naming its cause (LEDGER L-21). What was where at its end is kept, so that the
stock as of any later day is near (L-80)."""

from erp_desktop.core import errors
from erp_desktop.models.books import Books
from erp_desktop.services.stock.standing import drop_snapshots, take_snapshot


def close_period(books: Books, through: int) -> None:
    """Close the books through a day. Raises PeriodClosed for a day that is closed already."""
    if through <= books.closed_through:
        raise errors.PeriodClosed(books.closed_through)
    books.put_setting("closed_through", str(through))
    take_snapshot(books, through)


def reopen_period(books: Books, after: int) -> None:
    """Open the books again after a day (0: all of them); their snapshots are dropped.

    Raises PeriodOpen when nothing is closed after that day.
    """
    if after >= books.closed_through:
        raise errors.PeriodOpen(books.closed_through)
    books.put_setting("closed_through", str(after))
    drop_snapshots(books, after)
