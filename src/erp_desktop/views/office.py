"""The one door from a window to the services: `ask` to read, `do` to have something done.

After something was done every window hears `changed`; a visible page then reloads. Signals go up,
calls go down, and no window knows another.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from erp_desktop.core.errors import RuleBroken
from erp_desktop.views.reading import Asked

P = ParamSpec("P")
T = TypeVar("T")
Step = Callable[Concatenate[Any, P], T]


class UnitOfWork(Protocol):
    """Runs a service function against the books, in a transaction of its own."""

    user_id: int | None
    patience: int  # milliseconds that a change waits while somebody else writes

    def read(
        self, step: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T: ...

    def run(
        self, step: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T: ...

    def try_out(
        self, step: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T: ...


class Office(QObject):
    """Runs service functions for the windows, and tells them all when one is done."""

    changed = Signal()

    def __init__(self, work: UnitOfWork, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work

    def ask(self, step: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Have something read."""
        return self._work.read(step, *args, **kwargs)

    def ask_beside(
        self, step: Callable[[Any], T], then: Callable[[T], None],
        refused: Callable[[RuleBroken], None] | None = None, share: float = 1.0,
    ) -> Asked | None:  # fmt: skip
        """Have something read that may take long; `then` hears the answer, at once or later.

        `share` says how long the window waits for it, where 1 is a blink (`views/reading.py`).
        Here it is read at once; the office of an opened shop does it beside the window. What is
        returned can be given up.
        """
        del refused, share  # raised where it was asked
        then(self.ask(step))
        return None

    @contextmanager
    def in_passing(self) -> Iterator[None]:
        """What is kept in here by itself never holds the window up: while somebody else writes (a
        long import), it is refused at once with ShopBusy, and can be tried again."""
        patience, self._work.patience = self._work.patience, 0
        try:
            yield
        finally:
            self._work.patience = patience

    def take_duty(self, person_id: int | None) -> None:
        """Somebody else is here now: what is done from now on is theirs."""
        self._work.user_id = person_id
        self.changed.emit()

    def try_out(
        self, step: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Have something done for its answer only, and taken back: a preview. Raises RuleBroken."""
        return self._work.try_out(step, *args, **kwargs)

    def do(self, step: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Have something done, and let every window hear of it. Raises RuleBroken."""
        result = self._work.run(step, *args, **kwargs)
        self.changed.emit()
        return result
