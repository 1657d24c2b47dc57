"""Which first tasks of a practice shop are done, as far as its books can say."""

from typing import Final

from erp_desktop.core.states import Kind, State
from erp_desktop.models.books import Books, marks
from erp_desktop.services.shop.practising import beginning

BY_PAPER: Final = {
    "receive": Kind.GOODS_RECEIPT,
    "sell": Kind.SALE,
    "return": Kind.SALES_RETURN,
    "count": Kind.COUNT,
    "close_day": Kind.SHIFT,
    "order": Kind.PURCHASE_ORDER,
}
# an order that is only agreed is an order; a count under way is not counted yet
MADE: Final = (State.POSTED, State.CLOSED, State.REVERSED)


def tasks_done(books: Books) -> frozenset[str]:
    """The tasks that left a trace in the books since the tasks began."""
    began = beginning(books)
    kinds, states = tuple(BY_PAPER.values()), MADE
    found = books.rows(
        f"SELECT DISTINCT kind FROM document WHERE id > ? AND kind IN ({marks(kinds)}) "  # noqa: S608
        f"AND (state IN ({marks(states)}) OR (state = 'confirmed' AND kind = 'purchase_order'))",
        (began.document, *kinds, *states),
    )
    papers = {row[0] for row in found}
    done = {task for task, kind in BY_PAPER.items() if kind in papers}
    if books.closed_through > began.closed:
        done.add("close_period")
    return frozenset(done)


def tasks_round(books: Books) -> int:
    """How often the tasks were begun: what was seen in an earlier round counts no more."""
    return beginning(books).round
