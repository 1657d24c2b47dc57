"""Goods in repair: how many are back for sale, or beyond repair (维修返库)."""

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from erp_desktop.core.errors import NotANumber, RuleBroken
from erp_desktop.core.money import ZERO
from erp_desktop.reports.count_rows import held, stock_terms
from erp_desktop.reports.lot_choices import LotTerms, lot_terms
from erp_desktop.services.paper import Posted
from erp_desktop.services.sales.repairing import EndRepair, end_repair
from erp_desktop.services.sales.return_rules import REPAIR_PLACE, SCRAP, STOCK
from erp_desktop.services.stock.transferring import MoveLine
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled, LineField
from erp_desktop.views.widgets.number_field import NumberField

translate = wording.translate


class RepairDialog(Dialog):
    """`posted(Posted)` when it was booked. `end` is stock or scrap."""

    posted = Signal(object)

    def __init__(
        self, office: Office, product_id: int, end: str, parent: QWidget | None = None
    ) -> None:
        places = office.ask(stock_terms).warehouses
        self._repair = next(ident for ident, code, _ in places if code == REPAIR_PLACE)
        self._product_id, self._end = product_id, end
        self.terms: LotTerms = office.ask(lot_terms, product_id, self._repair)
        self._held = office.ask(held, product_id, self._repair)
        title = translate("Stock", "{0}: repaired").format(self.terms.name)
        verb = translate("Stock", "Back to stock")
        if end == SCRAP:
            title = translate("Stock", "{0}: beyond repair").format(self.terms.name)
            verb = translate("Stock", "Scrap")
        super().__init__(
            office, title, verb, look=Look.DANGER if end == SCRAP else Look.PRIMARY, parent=parent
        )
        self.place = Combo([(ident, name) for ident, code, name in places if code != REPAIR_PLACE])
        self.piece = Combo([(one.lot, one.lot) for one in self.terms.choices if one.lot])
        self.much = NumberField(self.held(), unit=self.terms.unit)
        self.note = LineField()
        self._ask()

    def _ask(self) -> None:
        words = translate("Stock", "In repair: {0} {1}").format(
            figures.quantity(self.held()), self.terms.unit
        )
        self.body.addWidget(Label(words, theme.BODY, "text2"))
        serial = self.terms.track == "serial"
        if serial:
            self.body.addWidget(Labelled(translate("Stock", "Serial number"), self.piece))
        else:
            self.body.addWidget(Labelled(translate("Stock", "How many"), self.much))
        if self._end == STOCK and self.place.count() > 1:
            self.body.addWidget(Labelled(translate("Stock", "Warehouse"), self.place))
        self.body.addWidget(Labelled(translate("Stock", "Note"), self.note))
        self.setMinimumWidth(theme.px(420))
        first = self.piece if serial else self.much
        first.setFocus()
        if not serial:
            self.much.selectAll()

    def held(self) -> Decimal:
        """How much is in repair."""
        return self._held.here if self._held is not None else ZERO

    def confirm(self) -> None:
        if self.office is None:
            return
        try:
            done = self.office.do(end_repair, self._command())
        except (NotANumber, RuleBroken) as broken:
            self.notice.refuse(wording.explain(broken))
            return
        self.accept()
        self.posted.emit(done)

    def _command(self) -> EndRepair:
        line = MoveLine(self._product_id, self.much.value() or ZERO)
        if self.terms.track == "serial":
            line = MoveLine(self._product_id, Decimal(1), serials=(str(self.piece.value()),))
        place = self.place.value() if self._end == STOCK else None
        return EndRepair([line], self._end, int(place) if place else None,
                         note=self.note.text().strip())  # fmt: skip


def said_of(done: Posted, end: str) -> str:
    """What the toast says."""
    words = translate("Stock", "{0}: scrapped") if end == SCRAP else translate(
        "Stock", "{0}: back in stock"
    )  # fmt: skip
    return words.format(done.number)
