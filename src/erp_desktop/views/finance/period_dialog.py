"""Closing a period: through which day, what is still open, what was closed before; and opening
closed days again, for a reason that is kept. Either is taken back by the other."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from erp_desktop.core import clock
from erp_desktop.reports import period_checks as checks
from erp_desktop.reports.period_checks import Check, period_checks
from erp_desktop.services.finance.periods import (
    PeriodEvent,
    close_period,
    period_events,
    reopen_period,
)
from erp_desktop.services.users import rights
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.choice_fields import DateField
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled, LineField

translate = wording.translate
EVENTS = 5  # the newest ones are told
WIDE = 560


class ClosePeriod(Dialog):
    """`closed_through(sentence, undo)` when books were closed or opened again."""

    needed_right = rights.PERIODS
    closed_through = Signal(str, object)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        title = translate("Finance", "Close a period")
        super().__init__(office, title, translate("Finance", "Close the books"), parent=parent)
        self.setMinimumWidth(theme.px(WIDE))
        self.page_office = office
        self.day = DateField(_end_of_last_month())
        self.day_field = Labelled(translate("Finance", "Through"), self.day)
        self.body.addWidget(self.day_field)
        self.body.addWidget(
            _said(
                translate(
                    "Finance",
                    "Documents up to this day can then only be reversed. What is entered for those"
                    " days later is booked on the first open day.",
                )
            )
        )
        self.open_points = MiniTable(_columns(translate("Finance", "Checks"), ""), pitch=28)
        self.open_points.setAccessibleName(translate("Finance", "Checks"))
        self.body.addWidget(self.open_points)
        self._show_past()
        self.day.textChanged.connect(self._look)
        self._look()

    def _show_past(self) -> None:
        closed, events = self.page_office.ask(_past)
        self.closed = closed
        self.past = MiniTable(
            [
                MiniColumn(translate("Finance", "Periods"), 220),
                MiniColumn(translate("Finance", "Why")),
                MiniColumn("", 150, right=True),
            ],
            pitch=28,
        )
        self.past.setAccessibleName(translate("Finance", "Periods"))
        self.past.show_rows([_event(one) for one in events[:EVENTS]])
        self.past.setVisible(bool(events))
        self.body.addWidget(self.past)
        self.again = Button(translate("Finance", "Open again…"), Look.GHOST, icon="lock-open")
        self.again.clicked.connect(self._open_again)
        self.again.setVisible(bool(closed))
        self.body.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)

    def _look(self, _: str = "") -> None:
        """Say what is still open through the day that stands there."""
        day = self.day.value()
        if day is not None:
            found = self.page_office.ask(period_checks, clock.day_number(day))
            self.open_points.show_rows([_check(one) for one in found])

    def confirm(self) -> None:
        day = self.day.value()
        if day is None:
            self.day_field.refuse(translate("Finance", "Say through which day"))
            return
        before = self.closed
        self.hand_in(close_period, clock.day_number(day))
        if self.result():
            said = translate("Finance", "The books are closed through {0}")
            undo = _Opening(self.page_office, before)
            self.closed_through.emit(said.format(figures.day(day)), undo)

    def _open_again(self) -> None:
        """Ask from which day on and why, in place of this form."""
        asked = ReopenPeriod(self.page_office, self.closed, self.parentWidget())
        asked.opened_again.connect(self.closed_through)
        asked.accepted.connect(self.reject)
        asked.rejected.connect(self.show)
        self.hide()
        asked.open()


class ReopenPeriod(Dialog):
    """The books are opened again from a day on; `opened_again(sentence, undo)` when it was done."""

    needed_right = rights.PERIODS
    opened_again = Signal(str, object)

    def __init__(self, office: Office, closed: int, parent: QWidget | None = None) -> None:
        title = translate("Finance", "Open a period again")
        super().__init__(office, title, translate("Finance", "Open again"), parent=parent)
        self.setMinimumWidth(theme.px(WIDE))
        self.page_office, self.closed = office, closed
        self.day = DateField(clock.day_date(closed).replace(day=1) if closed else None)
        self.day_field = Labelled(translate("Finance", "From this day on"), self.day)
        self.reason = LineField()
        self.reason_field = Labelled(translate("Finance", "Why"), self.reason)
        self.body.addWidget(self.day_field)
        self.body.addWidget(self.reason_field)
        for words in (
            translate("Finance", "Documents can be entered on their own days again from then on,"
                                 " and figures that were reported may change."),
            translate("Finance", "What was booked on a later day meanwhile stays there. Closing"
                                 " again takes this back."),
        ):  # fmt: skip
            self.body.addWidget(_said(words))
        self.reason.textChanged.connect(self._clear)
        self.reason.setFocus()

    def _clear(self, _: str) -> None:
        self.reason_field.refuse("")

    def confirm(self) -> None:
        day, reason = self.day.value(), self.reason.text().strip()
        if day is None:
            self.day_field.refuse(translate("Finance", "Say from which day on"))
            return
        if not reason:
            self.reason_field.refuse(translate("Finance", "Say why: it is kept with the periods"))
            return
        after = clock.day_number(day - timedelta(days=1))
        self.hand_in(_Reopen(reason), after)
        if self.result():
            said = translate("Finance", "The books are open again from {0} on")
            undo = _Closing(self.page_office, self.closed)
            self.opened_again.emit(said.format(figures.day(day)), undo)


class _Reopen:
    """The deed with its reason."""

    def __init__(self, reason: str) -> None:
        self._reason = reason

    def __call__(self, books: Any, after: int) -> None:
        reopen_period(books, after, self._reason)


class _Closing:
    """Undo of opening again."""

    def __init__(self, office: Office, through: int) -> None:
        self._office, self._through = office, through

    def __call__(self) -> None:
        self._office.do(close_period, self._through)


class _Opening:
    """Undo of closing."""

    def __init__(self, office: Office, through: int) -> None:
        self._office, self._through = office, through

    def __call__(self) -> None:
        self._office.do(reopen_period, self._through, translate("Finance", "taken back at once"))


def _said(words: str) -> Label:
    said = Label(words, theme.BODY, "text2")
    said.setWordWrap(True)
    return said


def _columns(*titles: str) -> list[MiniColumn]:
    return [MiniColumn(titles[0]), MiniColumn(titles[1], 130, right=True)]


def _check_words() -> dict[str, tuple[str, str]]:
    """What is said where nothing is open, and where something is."""
    return {
        checks.DRAFTS: (
            translate("Finance", "Every document is posted"),
            translate("Finance", "Papers written and not posted"),
        ),
        checks.BELOW_ZERO: (
            translate("Finance", "No stock is below zero"),
            translate("Finance", "Products below zero: their cost is still a guess"),
        ),
        checks.COUNTS: (
            translate("Finance", "Every count is finished"),
            translate("Finance", "Counts begun and not posted"),
        ),
        checks.SHIFTS: (
            translate("Finance", "Every till shift is closed"),
            translate("Finance", "Till shifts still open"),
        ),
        checks.UNBILLED: (
            translate("Finance", "Everything received is billed"),
            translate("Finance", "Received, and the bill has not come"),
        ),
    }


def _check(one: Check) -> MiniRow:
    fine, still = _check_words()[one.name]
    if not one.open:
        return MiniRow((MiniCell(fine, "text2"), MiniCell("✓", "ok", theme.FIGURE)))
    much = figures.number(one.open)
    if one.amount is not None:
        much = figures.money_with_sign(one.amount)
    return MiniRow((MiniCell(still), MiniCell(much, "warn", theme.FIGURE)))


def _event(one: PeriodEvent) -> MiniRow:
    words = translate("Finance", "Closed through {0}")
    if one.opened:
        words = translate("Finance", "Opened again after {0}")
    if one.opened and not one.through:
        words = translate("Finance", "All opened again")
    day = clock.day_date(one.through).isoformat() if one.through else ""
    who = " · ".join(filter(None, (one.person, figures.moment(clock.local_time(one.at)))))
    return MiniRow((
        MiniCell(words.format(day)), MiniCell(one.reason, "text2"),
        MiniCell(who, "text3", theme.HINT),
    ))  # fmt: skip


def _past(books: Any) -> tuple[int, list[PeriodEvent]]:
    return books.closed_through, period_events(books)


def _end_of_last_month() -> date:
    today = clock.day_date(clock.today())
    return today.replace(day=1) - timedelta(days=1)
