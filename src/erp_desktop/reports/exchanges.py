"""An exchange as one: what came back, what went, and the difference.

In the books it is a return and a sale; people see one document with the number of the sale.
"""

from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core.money import money
from erp_desktop.models.books import Books
from erp_desktop.reports.document_rows import DocumentView, document
from erp_desktop.services.finance.means import EXCHANGE
from erp_desktop.services.finance.settling import rounding_of
from erp_desktop.services.sales.exchanging import exchange_of


class Swapped(NamedTuple):
    """Both halves. `worth` is what came back, `costs` what went, each less what was let off;
    `methods` how the difference changed hands, below zero what was given back."""

    back: DocumentView
    back_of: str
    worth: Decimal
    costs: Decimal
    methods: tuple[tuple[str, Decimal], ...]

    @property
    def difference(self) -> Decimal:
        """To pay by the customer; below zero what was given back."""
        return self.costs - self.worth


def swapped(books: Books, document_id: int) -> Swapped | None:
    """The exchange that a document is a half of. Raises UnknownDocument."""
    pair = exchange_of(books, document_id)
    if pair is None:
        return None
    back, going = document(books, pair.back_id), document(books, pair.going_id)
    of = books.value("SELECT number FROM document WHERE id = ?", (back.head.of_id or 0,))
    methods = [*back.methods, *going.methods]
    return Swapped(
        back, str(of or ""), _worth(books, back), _worth(books, going),
        tuple((code, amount) for code, amount in methods if code != EXCHANGE),
    )  # fmt: skip


def _worth(books: Books, view: DocumentView) -> Decimal:
    return abs(view.head.total) - abs(money(rounding_of(books, view.head.id), books.money_places))
