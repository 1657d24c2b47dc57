"""Who works at this window: asked at the start where somebody has a PIN, and whenever they change.

The first person of the shop is on duty when it is opened. Where they have a PIN, nothing of the
shop is shown before it is typed, or before a colleague says who they are: else starting the program
again would give anybody the owner's rights. The button with the person's name asks in the same
way; a till that is open is handed over with its carts. Who is alone and has no PIN is shown where
people are entered.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from erp_desktop.core.errors import PinMustWait, RuleBroken
from erp_desktop.services.users.people import check_pin, people
from erp_desktop.views import memory, wording
from erp_desktop.views.till.duty import TAKEN_UP
from erp_desktop.views.till.lock_screen import LockScreen
from erp_desktop.views.till.page import TillPage
from erp_desktop.views.till.pin_asking import by_pin

if TYPE_CHECKING:
    from erp_desktop.views.shop_window import ShopWindow

translate = wording.translate


class SignIn(QObject):
    """Covers the window until somebody takes over; then `then` is called."""

    def __init__(self, window: "ShopWindow", then: Callable[[], object] | None = None) -> None:
        super().__init__(window)
        self._window, self._then = window, then
        self._aside: list[QWidget] = []
        self.screen: LockScreen | None = None

    def ask(self) -> None:
        """Ask who it is; whoever was here last is chosen."""
        window = self._window
        known = window.office.ask(people)
        if not known or (len(known) == 1 and not known[0].has_pin):
            window.show_settings("people")
            return
        last = str(memory.recalled(self._remembered(), ""))
        words = translate("Person", "Who is here?"), translate("Person", "Choose, then your PIN")
        chosen = int(last) if last.isdecimal() else window.office.facts.person_id
        self.screen = LockScreen(known, chosen, window, words)
        self.screen.taken.connect(self._take)
        self._cover()
        self.screen.show()
        self.screen.raise_()
        self.screen.pin.setFocus()

    def _cover(self) -> None:
        """Neither a scan nor a torn-off window is open to whoever stands there."""
        if self._window.scans is not None:
            self._window.scans.blockSignals(True)  # noqa: FBT003  (Qt's own)
        self._aside = [one for one in self._window.sheets.torn() if one.isVisible()]
        for one in self._aside:
            one.hide()

    def _take(self, person_id: int, pin: str) -> None:
        if self.screen is None:
            return
        try:
            by_pin(self._window.office, person_id, check_pin, person_id, pin)
        except PinMustWait as broken:
            self.screen.wait(int(broken.facts["seconds"]))
        except RuleBroken as broken:
            self.screen.refuse(wording.explain(broken))
        else:
            self._go_on(person_id)

    def _go_on(self, person_id: int) -> None:
        window, screen = self._window, self.screen
        self.screen = None
        memory.remember(self._remembered(), person_id)
        window.office.setProperty(TAKEN_UP, True)  # noqa: FBT003  (a till does not ask again)
        tills = [page for page in window.sheets.pages() if isinstance(page, TillPage)]
        for till in tills:
            till.hand_over(person_id)
        if not tills:
            window.office.take_duty(person_id)
        if window.scans is not None:
            window.scans.blockSignals(False)  # noqa: FBT003  (Qt's own)
        for one in self._aside:
            one.show()
        if screen is not None:
            screen.close()
        if self._then is not None:
            self._then()
        self.deleteLater()

    def _remembered(self) -> str:
        """Of this shop; people have other numbers in another one."""
        return f"on_duty/{self._window.office.facts.name}".replace("\\", "")
