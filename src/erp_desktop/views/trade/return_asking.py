"""Why a customer's goods come back, and where they go: two fields of a return beside the till's.

The reasons are the shop's own list (Settings, Returns); each proposes where the goods go.
"""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from erp_desktop.services.sales.return_rules import Came, return_rules
from erp_desktop.views import wording
from erp_desktop.views.till.reasons import goes_words, reason_word
from erp_desktop.views.trade.trade_page import TradePage
from erp_desktop.views.widgets.choice_fields import Combo

translate = wording.translate


class ReturnAsking(QObject):
    """Puts its fields into a page; `came` is what they say."""

    def __init__(self, page: TradePage) -> None:
        super().__init__(page)
        self._page = page
        self._reasons = page.office.ask(return_rules).offered
        self.why = Combo([(one.code, reason_word(one)) for one in self._reasons])
        self.goes = Combo(goes_words())
        self.why.currentIndexChanged.connect(self._propose)
        page.add_field(translate("Trade", "Reason"), self.why, 2)
        page.add_field(translate("Till", "Goes to"), self.goes, 2)
        page.fields.ask_reason(translate("Till", "In words"))
        self._propose()

    def came(self, lines: int) -> list[Came]:
        """The same for every line of the return."""
        words = self._page.fields.reference.text().strip()
        one = Came(str(self.why.value() or ""), words, str(self.goes.value() or ""))
        return [one] * lines

    def kept(self) -> dict[str, QWidget]:
        """The fields by the names that a draft keeps them under."""
        return {"why": self.why, "goes": self.goes}

    def _propose(self) -> None:
        found = next((one for one in self._reasons if one.code == self.why.value()), None)
        if found is not None:
            self.goes.choose(found.goes)
