"""Which receipt's goods are exchanged: by its number, the customer, or a scan of the receipt."""

from PySide6.QtCore import QTimer

from erp_desktop.core import clock
from erp_desktop.core.errors import RuleBroken
from erp_desktop.reports import till_rows
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.finder import Finder, Found
from erp_desktop.views.widgets.page import Page

translate = wording.translate


class ReceiptChoice(Page):
    """The newest receipts stand there at once; a choice opens the exchange in its place."""

    def __init__(self, office: Office) -> None:
        super().__init__(office, translate("Page", "Exchange"))
        hint = translate("Till", "Receipt number or customer")
        self.field = Finder(self._find, hint, icon="scan-barcode", high=44)
        self.field.setAccessibleName(hint)
        self.field.setMaximumWidth(theme.px(560))
        self.field.chosen.connect(self._chosen)
        self.field.unknown.connect(self.take_scan)
        self.setFocusProxy(self.field)
        margin = theme.px(20)
        self.body.setContentsMargins(margin, theme.px(8), margin, margin)
        words = translate("Till", "Of which receipt do goods come back?")
        self.body.addWidget(Label(words, theme.BODY, "text2"))
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(self.field)
        self.body.addStretch(1)

    def load(self) -> None:
        QTimer.singleShot(0, self.field, self.field.setFocus)
        self.field.offer()

    def take_scan(self, code: str) -> bool:
        """The receipt's own code was scanned, or its number typed whole."""
        try:
            self._open(self.office.ask(till_rows.sale_by_number, code))
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken), focus=False)
        return True

    def _find(self, text: str) -> list[Found]:
        return [
            Found(
                one.id, one.number,
                f"{figures.moment(clock.local_time(one.at))}  {one.customer}".strip(),
                figures.money_with_sign(one.total),
            )
            for one in self.office.ask(till_rows.receipts, text)
        ]  # fmt: skip

    def _chosen(self, found: Found) -> None:
        self._open(found.key)

    def _open(self, sale_id: int) -> None:
        self.wanted.emit("sale_exchange", sale_id)
        self.done.emit()
