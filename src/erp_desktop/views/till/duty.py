"""Who is on duty at the till: locking it, taking it over, locking by itself when nobody is there.

The carts belong to the till, not to the person: whoever takes over goes on with them. Who it was
is remembered by this computer: after a start the till asks for their PIN before anything else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from erp_desktop.core.errors import PinMustWait, RuleBroken
from erp_desktop.services.users.people import check_pin, people
from erp_desktop.views import memory, wording
from erp_desktop.views.till.lock_screen import LockScreen
from erp_desktop.views.till.pin_asking import by_pin

if TYPE_CHECKING:
    from erp_desktop.views.till.page import TillPage

translate = wording.translate
MINUTES = "till/lock_minutes"
TAKEN_UP = "till_taken_up"  # once while the program runs
_LIVELY = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin,
    QEvent.Type.Wheel,
})  # fmt: skip


def lock_minutes() -> int:
    """After how many minutes without a key or a touch the till locks itself; 0 never."""
    kept = str(memory.recalled(MINUTES, "0"))
    return int(kept) if kept.isdecimal() else 0


class Duty(QObject):
    """Locks the till, and lets the next person take it over."""

    def __init__(self, page: TillPage) -> None:
        super().__init__(page)
        self._page = page
        self.screen: LockScreen | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._idle)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self.begin()

    def begin(self) -> None:
        """Count the quiet minutes from now on."""
        minutes = lock_minutes()
        self._timer.stop()
        if minutes:
            self._timer.start(minutes * 60_000)

    def lock(self, chosen: int | None = None) -> None:
        """Cover the window until somebody takes over; whoever was here is chosen."""
        if self.screen is not None:
            return
        page = self._page
        known = page.office.ask(people)
        if not known:
            return
        over = page.window()
        self.screen = LockScreen(known, chosen or page.facts.person_id, over)
        self.screen.taken.connect(self._take)
        self.screen.show()
        self.screen.raise_()
        self.screen.pin.setFocus()

    def _take(self, person_id: int, pin: str) -> None:
        page, screen = self._page, self.screen
        if screen is None:
            return
        try:
            by_pin(page.office, person_id, check_pin, person_id, pin)
        except PinMustWait as broken:
            screen.wait(int(broken.facts["seconds"]))
            return
        except RuleBroken as broken:
            screen.refuse(wording.explain(broken))
            return
        self.screen = None
        screen.close()
        self._hand_over(person_id)

    def _hand_over(self, person_id: int) -> None:
        memory.remember(self._remembered(), person_id)
        self._page.hand_over(person_id)
        self.begin()

    def take_up(self) -> None:
        """After a start: whoever was here last goes on, by their PIN where they have one."""
        page = self._page
        if page.office.property(TAKEN_UP) or not page.isVisible():
            return
        page.office.setProperty(TAKEN_UP, True)  # noqa: FBT003
        last = str(memory.recalled(self._remembered(), ""))
        known = {str(one.id): one for one in page.office.ask(people)} if last else {}
        if last not in known:
            return
        if known[last].has_pin:
            self.lock(known[last].id)
        else:
            self._hand_over(known[last].id)

    def _remembered(self) -> str:
        """Of this shop and this till; people have other numbers in another shop."""
        facts = self._page.facts
        return f"till/on_duty/{facts.shop}/{facts.till}".replace("\\", "")

    def _idle(self) -> None:
        if self._page.isVisible():
            self.lock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if event.type() in _LIVELY and self._timer.isActive():
            self._timer.start()
        return False
