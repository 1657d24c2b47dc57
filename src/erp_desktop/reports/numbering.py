"""The number series of the shop (编号规则): one for each kind and year, without gaps."""

from typing import NamedTuple

from erp_desktop.core import clock
from erp_desktop.core.states import PREFIX
from erp_desktop.models.books import Books


class Series(NamedTuple):
    """A kind of document: the number given last, and the one that comes next."""

    kind: str
    last: str  # empty: none this year
    following: str


def series(books: Books) -> list[Series]:
    """Every series as it stands in this year."""
    year = clock.today() // 10_000
    known: dict[str, int] = dict(
        books.rows("SELECT kind, next FROM number_series WHERE year = ?", (year,))
    )
    found = []
    for kind, prefix in PREFIX.items():
        following = known.get(kind, 1)
        last = _number(prefix, year, following - 1) if following > 1 else ""
        found.append(Series(str(kind), last, _number(prefix, year, following)))
    return found


def _number(prefix: str, year: int, at: int) -> str:
    return f"{prefix}-{year}-{at:06}"
