"""The number series of the shop (编号规则): one for each kind and period, without gaps."""

from typing import NamedTuple

from erp_desktop.core import clock
from erp_desktop.core.numbering import NumberForm, usual_form
from erp_desktop.core.states import PREFIX, Kind
from erp_desktop.models.books import Books
from erp_desktop.services.shop.numbering import number_form


class Series(NamedTuple):
    """A kind of document: the number given last, and the one that comes next."""

    kind: Kind
    form: NumberForm
    last: str  # empty: none in this period
    following: str
    at: int  # the place of the next one


def series(books: Books) -> list[Series]:
    """Every series as it stands in this period."""
    known: dict[tuple[str, int], int] = {
        (kind, period): following
        for kind, period, following in books.rows("SELECT kind, year, next FROM number_series")
    }
    found = []
    for kind in PREFIX:
        form = number_form(books, kind)
        period = form.period(clock.today())
        at = known.get((str(kind), period), 1)
        last = form.number(period, at - 1) if at > 1 else ""
        found.append(Series(kind, form, last, form.number(period, at), at))
    return found


def next_place(books: Books, kind: Kind, period: int) -> int:
    """The place that a kind's next number will have in a period."""
    sql = "SELECT next FROM number_series WHERE kind = ? AND year = ?"
    return int(books.value(sql, (str(kind), period)) or 1)


def numbers_like(books: Books, at: int) -> list[str]:
    """The numbers that somebody may mean by their end alone: of this period and the one before."""
    today = clock.today()
    found: dict[str, None] = {}
    for kind in PREFIX:
        for form in (number_form(books, kind), usual_form(kind)):
            period = form.period(today)
            for then in dict.fromkeys((period, _before(period))):
                found[form.number(then, at)] = None
    return list(found)


def _before(period: int) -> int:
    """The year or month before."""
    if period % 100 == 1 and period > 10_000:
        return period - 89
    return max(period - 1, 0)
