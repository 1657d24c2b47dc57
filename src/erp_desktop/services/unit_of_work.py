"""The transaction has one owner.

Every change runs as one step in one transaction: it is done whole or not at all. Services get the
open `Books` and never commit. Reading steps get a `Books` on a connection that writes nothing.
"""

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any, Concatenate, ParamSpec, TypeVar

from erp_desktop.core import clock
from erp_desktop.models.books import Books
from erp_desktop.models.database import BUSY_MILLISECONDS, SCHEMA, Database

P = ParamSpec("P")
T = TypeVar("T")
Step = Callable[Concatenate[Books, P], T]


class UnitOfWork:
    """Runs service functions on one shop."""

    def __init__(self, database: Database, user_id: int | None = None) -> None:
        self.database = database
        self.user_id = user_id
        # milliseconds that a change waits while somebody else writes; then: ShopBusy
        self.patience = BUSY_MILLISECONDS
        self.till = ""  # the name of the till, where this is the work of one

    def run(self, step: Step[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run one service function in a writing transaction of its own."""
        with self.database.understood(), self.database.writing(self.patience) as raw:
            with ExitStack() as undoing:
                undoing.callback(self._take_back, raw)  # whatever it is that ends the step
                result = self._step(raw, step, *args, **kwargs)
                raw.commit()
                undoing.pop_all()
            return result

    def try_out(self, step: Step[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a step for its answer only (dry run, preview) and take everything back."""
        with self.database.understood(), self.database.writing(self.patience) as raw:
            try:
                return self._step(raw, step, *args, **kwargs)
            finally:
                self._take_back(raw)

    def read(self, step: Step[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Ask something; all questions of the step see one state of the books."""
        with self.database.understood(), self.database.reading() as raw:
            return step(self._books(raw), *args, **kwargs)

    def others_wrote(self) -> bool:
        """Whether another program changed the shop since this was asked last.

        Raises ServerUnreachable, ShopBusy and what else keeps a shop from answering.
        """
        return self.database.others_wrote()

    def close(self) -> None:
        self.database.close()

    def _books(self, raw: Any) -> Books:
        known = self.database.known
        return Books(
            raw, postgres=self.database.postgres, user_id=self.user_id, till=self.till, known=known
        )

    def _step(self, raw: Any, step: Step[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        books = self._books(raw)
        self._one_writer(books)
        return step(books, *args, **kwargs)

    def _take_back(self, raw: Any) -> None:
        """Nothing of the step stays: no row, and nothing that was remembered of its rows."""
        self.database.known.clear()
        raw.rollback()

    def _one_writer(self, books: Books) -> None:
        """Postings follow one another: SQLite began IMMEDIATE, a server locks the ledgers' head."""
        if self.database.postgres:
            from erp_desktop.models.postgres import HOLD_HEAD, wait_at_most

            if self.patience < BUSY_MILLISECONDS:
                books.run(wait_at_most(self.patience))
            held = books.row(HOLD_HEAD)
            if held is not None:  # a shop that is being founded has no head yet
                self.database.seen(mark=held[1], before=held[0])


def open_shop(place: str, user_id: int | None = None) -> UnitOfWork:
    """Open a shop that exists; refuses a wrong, newer or damaged one. Sets the shop's clock zone.

    Raises ShopMissing, NotAShop, ShopTooNew, ShopDamaged, ShopBusy or ServerUnreachable.
    """
    database = Database(place)
    with ExitStack() as undoing:
        undoing.callback(database.close)  # what cannot be opened is let go of
        older = database.check() < SCHEMA
        if older:
            from erp_desktop.models.upgrading import upgrade

            with database.understood():
                upgrade(database.engine)
        work = UnitOfWork(database, user_id)
        if older:
            from erp_desktop.services.stock.worth_by_place import lay_out_worth

            work.run(lay_out_worth)
        clock.use_zone(work.read(lambda books: books.setting("time_zone", "UTC")))
        undoing.pop_all()
    return work
