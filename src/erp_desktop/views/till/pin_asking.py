"""Asking for a PIN: how it went is kept, so that whoever guesses is slowed down."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from erp_desktop.core.errors import PinMustWait, WrongPin
from erp_desktop.services.users.pin_guard import note_pin
from erp_desktop.views import wording
from erp_desktop.views.drafts import quietly
from erp_desktop.views.office import Office

translate = wording.translate


class Countdown(QObject):
    """The seconds until the next try: `said(words)` once a second, `over` when it may be made."""

    said = Signal(str)
    over = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left, self._clock = 0, QTimer(self, interval=1_000)
        self._clock.timeout.connect(self.tick)

    def begin(self, seconds: int) -> None:
        """Nobody can try for so long."""
        self._left = seconds
        self._clock.start()
        self._say()

    def running(self) -> bool:
        return self._left > 0

    def tick(self) -> None:
        """A second went by."""
        self._left -= 1
        if self._left > 0:
            self._say()
        else:
            self.stop()

    def stop(self) -> None:
        """The wait is over, or is somebody else's."""
        self._left = 0
        self._clock.stop()
        self.over.emit()

    def _say(self) -> None:
        words = translate("Till", "Too many wrong PINs. Try again in {0} s")
        self.said.emit(words.format(self._left))


def by_pin(office: Office, person_id: int, step: Any, *facts: Any) -> Any:
    """Have something done that needs the PIN of a person.

    Raises WrongPin, PinMustWait (where this wrong one was one too many), and what the step raises.
    """
    try:
        done = office.do(step, *facts)
    except WrongPin as broken:
        wait = quietly(office, _wrong, person_id)
        if wait:
            raise PinMustWait(broken.facts["user"], wait) from broken
        raise
    quietly(office, _right, person_id)
    return done


def _wrong(books: Any, person_id: int) -> int:
    return note_pin(books, person_id, right=False)


def _right(books: Any, person_id: int) -> int:
    return note_pin(books, person_id, right=True)
