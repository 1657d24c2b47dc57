"""Proof that a shop's books are whole: what a backup and a restored shop must pass."""

from collections.abc import Callable

from erp_desktop.core.errors import ShopDamaged
from erp_desktop.services.unit_of_work import UnitOfWork


def prove(work: UnitOfWork, progress: Callable[[int, int], None] | None = None) -> None:
    """Recompute everything; `progress` is told (done, of how many). Raises ShopDamaged."""
    from erp_desktop.reports.integrity import verify

    answer = work.read(verify, progress)
    if not answer.ok:
        first = answer.differences[0]
        raise ShopDamaged(work.database.place, f"{first.document} {first.what}".strip())
