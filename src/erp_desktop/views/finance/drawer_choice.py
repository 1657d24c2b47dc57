"""Where cash lies: in the safe, or in the drawer of a till where a shift runs.

What comes out of a drawer must be told its shift, so that the drawer agrees when it is counted.
Asked only where it matters: cash moves, and a shift runs somewhere.
"""

from typing import Any

from PySide6.QtWidgets import QWidget

from erp_desktop.services.sales.shifts import open_shifts
from erp_desktop.views import wording
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import Labelled

translate = wording.translate
SAFE = ""


class DrawerChoice(Labelled):
    """`ask(cash=…)` shows it where cash moves; `till()` is the till whose drawer it is, or ""."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        tills, own = office.ask(_drawers)
        words = translate("Money", "The drawer of till {0} (open shift)")
        self.combo = Combo([
            (SAFE, translate("Money", "The safe")), *((till, words.format(till)) for till in tills),
        ])  # fmt: skip
        super().__init__(translate("Money", "The cash is in"), self.combo, parent)
        self._open = bool(tills)
        self._cash = False
        if own:
            self.combo.choose(own)

    def ask(self, *, cash: bool) -> None:
        """Show it where cash moves."""
        self._cash = cash
        self.setVisible(cash and self._open)

    def till(self) -> str:
        return str(self.combo.value()) if self._cash and self._open else SAFE


def _drawers(books: Any) -> tuple[list[str], str]:
    """The tills where a shift runs, and this one where it is among them."""
    tills = [shift.till for shift in open_shifts(books)]
    return tills, books.till if books.till in tills else SAFE
