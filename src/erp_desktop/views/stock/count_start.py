"""Before a count begins: where, what, and whether the counter may see what the books say."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.reports.count_rows import StockTerms
from erp_desktop.views import theme, wording
from erp_desktop.views.stock.count_session import CountSession
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import Label, Labelled
from erp_desktop.views.widgets.panels import Card
from erp_desktop.views.widgets.tab_row import Segmented

translate = wording.translate


class CountStart(QWidget):
    """`started(CountSession)` when the counting begins."""

    started = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: dict[int, str] = {}
        self.place, self.scope = Combo(), Combo()
        self.seen = Segmented(
            [("open", translate("Count", "Open")), ("blind", translate("Count", "Blind"))]
        )
        self.begin = Button(translate("Count", "Start counting"), Look.PRIMARY, high=36)
        self.begin.clicked.connect(self._begin)
        card = Card(translate("Count", "What shall be counted?"))
        card.setFixedWidth(theme.px(460))
        card.body.addWidget(Labelled(translate("Count", "Warehouse"), self.place))
        card.body.addWidget(Labelled(translate("Count", "Products"), self.scope))
        card.body.addWidget(Labelled(translate("Count", "Book quantities"), self.seen))
        hint = translate(
            "Count", "Blind: nobody sees what the books say until the count is compared."
        )
        said = Label(hint, theme.HINT, "text3")
        said.setWordWrap(True)
        card.body.addWidget(said)
        card.body.addSpacing(theme.px(8))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.begin)
        card.body.addLayout(row)
        box = QVBoxLayout(self)
        box.addStretch(2)
        box.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)

    def offer(self, terms: StockTerms) -> None:
        """The warehouses and categories to choose from."""
        self._names = {ident: name for ident, _, name in terms.warehouses}
        self.place.fill([(ident, name) for ident, _, name in terms.warehouses])
        every = [("", translate("Count", "Everything in this warehouse"))]
        self.scope.fill([*every, *((name, name) for _, name in terms.categories)])

    def _begin(self) -> None:
        place_id = int(self.place.value() or 0)
        blind = self.seen.code() == "blind"
        scope = str(self.scope.value() or "")
        self.started.emit(CountSession(place_id, self._names[place_id], scope, blind=blind))
