"""The one door from a window to the services: `ask` to read, `do` to have something done.

After something was done every window hears `changed`; a visible page then reloads. Signals go up,
calls go down, and no window knows another.
"""

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

P = ParamSpec("P")
T = TypeVar("T")
Step = Callable[Concatenate[Any, P], T]


class UnitOfWork(Protocol):
    """Runs a service function against the books, in a transaction of its own."""

    def read(
        self, step: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T: ...

    def run(
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

    def do(self, step: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Have something done, and let every window hear of it. Raises RuleBroken."""
        result = self._work.run(step, *args, **kwargs)
        self.changed.emit()
        return result
