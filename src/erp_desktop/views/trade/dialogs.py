"""The small forms of the trade: a form with a day, and reversing with a reason."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from erp_desktop.core import clock
from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.reversing import reverse
from erp_desktop.views import theme, wording
from erp_desktop.views.office import Office, Step
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.choice_fields import DateField
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled, LineField

translate = wording.translate


class TradeDialog(Dialog):
    """A small form with a day; a refusal stays in it, with a way out.

    `posted(Posted)` comes when it was done, `refused(RuleBroken)` when another page must say why.
    """

    posted = Signal(object)
    refused = Signal(object)

    def __init__(
        self, office: Office, title: str, verb: str, parent: QWidget | None, *,
        look: Look = Look.PRIMARY,
    ) -> None:  # fmt: skip
        super().__init__(office, title, verb, look=look, parent=parent)
        self.day = DateField(clock.day_date(clock.today()))
        self.setMinimumWidth(theme.px(460))

    def at(self) -> int | None:
        """Now for today, else noon of the day."""
        return self.day.moment()

    def hand_in(
        self, step: Step[[Any], Any], command: Any, then: Callable[[Any], object] | None = None
    ) -> None:
        super().hand_in(step, command, then or self.posted.emit)

    def refuse(self, broken: RuleBroken) -> None:
        """Say why not; the form stays as it is."""
        back = Answer(translate("Trade", "Change it"), self.change)
        self.notice.refuse(wording.explain(broken), [back])

    def change(self) -> None:
        """Back to the first field."""


class ReverseDialog(TradeDialog):
    """Why a posted paper is reversed (红冲); what cannot be undone is asked once."""

    def __init__(
        self, office: Office, document_id: int, number: str, *, parent: QWidget | None = None
    ) -> None:
        title = translate("Trade", "Reverse {0}?").format(number)
        super().__init__(office, title, translate("Trade", "Reverse"), parent, look=Look.DANGER)
        self._document_id = document_id
        self.reason = LineField()
        words = translate(
            "Trade",
            "The document stays and is answered by a reversal: stock and books are as if it "
            "had not been.",
        )
        said = Label(words, theme.BODY, "text2")
        said.setWordWrap(True)
        self.body.addWidget(said)
        self.body.addWidget(Labelled(translate("Trade", "Reason"), self.reason))

    def confirm(self) -> None:
        self.book(partial(reverse, reason=self.reason.text().strip()), self._document_id)

    def refuse(self, broken: RuleBroken) -> None:
        """The page behind says why, where it can also open what stands in the way."""
        self.reject()
        self.refused.emit(broken)

    def change(self) -> None:
        self.reason.setFocus()
