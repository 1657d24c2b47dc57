"""Closing a period: through which day, and what that means."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from erp_desktop.core import clock
from erp_desktop.services.finance.periods import close_period
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.choice_fields import DateField
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled

translate = wording.translate


class ClosePeriod(Dialog):
    """`closed_through(sentence)` when it was done."""

    closed_through = Signal(str)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        title = translate("Finance", "Close a period")
        super().__init__(office, title, translate("Finance", "Close the books"), parent=parent)
        self.day = DateField(_end_of_last_month())
        self.day_field = Labelled(translate("Finance", "Through"), self.day)
        self.body.addWidget(self.day_field)
        said = Label(
            translate(
                "Finance",
                "Documents up to this day can then only be reversed. What is entered for those"
                " days later is booked on the first open day.",
            ),
            theme.BODY,
            "text2",
        )
        said.setWordWrap(True)
        self.body.addWidget(said)
        self.body.addWidget(Label(self._so_far(), theme.HINT, "text2"))

    def _so_far(self) -> str:
        through, count = self.office.ask(_state) if self.office else (0, 0)
        if not through:
            return translate("Finance", "Nothing is closed yet; {0} documents are posted.").format(
                figures.number(count)
            )
        day = clock.day_date(through).isoformat()
        return translate("Finance", "Closed through {0}; {1} documents since then.").format(
            day, figures.number(count)
        )

    def confirm(self) -> None:
        day = self.day.value()
        if day is None:
            self.day_field.refuse(translate("Finance", "Say through which day"))
            return
        self.hand_in(close_period, clock.day_number(day))
        if self.result():
            said = translate("Finance", "The books are closed through {0}").format(day.isoformat())
            self.closed_through.emit(said)


def _state(books: Any) -> tuple[int, int]:
    """Through which day the books are closed, and how many documents were posted since."""
    through = books.closed_through
    count = books.value(
        "SELECT COUNT(*) FROM document WHERE sequence IS NOT NULL AND booked_on > ?", (through,)
    )
    return through, int(count)


def _end_of_last_month() -> date:
    today = clock.day_date(clock.today())
    return today.replace(day=1) - timedelta(days=1)
