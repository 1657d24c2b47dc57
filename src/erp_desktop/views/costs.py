"""Whether the person at the window may know what goods cost (LEDGER L-81): one switch for all.

What shows it is marked where it is read: a column by `cost`, a report by `costs`. Lists leave such
columns out, so that they are neither chosen, summed, copied, exported nor printed; the lines of a
document keep them, unseen, since what is posted needs them. Whoever shows a cost in any other way
asks `seen` first.
"""

from collections.abc import Sequence
from dataclasses import replace

from erp_desktop.core.states import BUYING
from erp_desktop.core.table import Column, Listing, Table

_seen = True


def show(*, seen: bool) -> None:
    """From now on costs are seen, or not."""
    global _seen  # noqa: PLW0603  (one person is at the window at a time)
    _seen = seen


def seen() -> bool:
    return _seen


def seen_of(kind: str) -> bool:
    """Whether a paper's amounts are seen: what is paid to suppliers is what goods cost."""
    return _seen or kind not in BUYING


def listing(whole: Listing) -> Listing:
    """What the person may see of a list."""
    return whole if _seen else whole.without_costs()


def table(whole: Table) -> Table:
    """What the person may see of a finished answer."""
    return whole if _seen else whole.without_costs()


def columns(whole: Sequence[Column]) -> tuple[Column, ...]:
    """The columns of a document's lines: what may not be seen is there, but hidden."""
    if _seen:
        return tuple(whole)
    return tuple(replace(one, hidden=True) if one.cost else one for one in whole)
