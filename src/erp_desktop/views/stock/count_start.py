"""Before a count begins: where, what, whether the counter may see what the books say, what is
counted twice."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.reports.count_plans import CountTerms, count_terms
from erp_desktop.services.stock.count_plans import OpenCount, open_count
from erp_desktop.views import theme, wording
from erp_desktop.views.cards.scrolled import Scrolled
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import Label, Labelled, LineField
from erp_desktop.views.widgets.number_field import NumberField
from erp_desktop.views.widgets.page import Page
from erp_desktop.views.widgets.panels import Card
from erp_desktop.views.widgets.tab_row import Segmented

translate = wording.translate


class CountStartPage(Page):
    """Ctrl+Enter begins; the count then stands on a page of its own."""

    def __init__(self, office: Office) -> None:
        super().__init__(office, translate("Count", "Start a count"))
        self.name = LineField(translate("Count", "For example: monthly count of aisle A"))
        self.place, self.scope, self.choice = Combo(), Combo(), Combo()
        self.shelf, self.days = LineField("A1"), NumberField(Decimal(30))
        self.seen = Segmented(
            [("open", translate("Count", "Open")), ("blind", translate("Count", "Blind"))]
        )
        self.pieces, self.worth = NumberField(), NumberField()
        self.begin = Button(
            translate("Count", "Start counting"), Look.PRIMARY, high=36, shortcut="Ctrl+Return"
        )
        self._terms: CountTerms | None = None
        self._lay_out()
        self.scope.activated.connect(self._scoped)
        self.begin.clicked.connect(self.start)
        self.setFocusProxy(self.scope)  # the one thing that is asked; a letter chooses

    def _lay_out(self) -> None:
        card = Card(translate("Count", "What do you want to count?"))
        card.setFixedWidth(theme.px(520))
        card.body.addWidget(Labelled(translate("Count", "Name"), self.name))
        self.place_field = Labelled(translate("Count", "Warehouse"), self.place)
        card.body.addWidget(self.place_field)
        card.body.addWidget(Labelled(translate("Count", "Products"), self.scope))
        self._values = [
            Labelled(translate("Count", "Which"), self.choice),
            Labelled(translate("Count", "Shelves that begin with"), self.shelf),
            Labelled(translate("Count", "Not counted for so many days"), self.days),
        ]
        for field in self._values:
            card.body.addWidget(field)
        self._lay_out_rules(card)
        ground = QWidget()
        box = QVBoxLayout(ground)
        box.addStretch(1)
        box.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)
        self.body.addWidget(Scrolled(ground), 1)

    def _lay_out_rules(self, card: Card) -> None:
        card.body.addWidget(Labelled(translate("Count", "Book quantities"), self.seen))
        card.body.addWidget(_hint(translate(
            "Count", "Blind: nobody sees what the books say until the count is compared."
        )))  # fmt: skip
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(Labelled(translate("Count", "Count again if it differs by"), self.pieces))
        row.addWidget(Labelled(translate("Count", "or by a value of"), self.worth))
        card.body.addLayout(row)
        card.body.addWidget(_hint(translate(
            "Count", "Leave both empty, and nothing has to be counted twice."
        )))  # fmt: skip
        card.body.addSpacing(theme.px(4))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.begin)
        card.body.addLayout(foot)

    def load(self) -> None:
        self.named.emit(self.header.title.text())
        terms = self._terms = self.office.ask(count_terms)
        self.place.fill([(ident, name) for ident, _, name in terms.warehouses])
        self.place_field.setVisible(len(terms.warehouses) > 1)
        self.scope.fill(_scopes(terms))
        self._scoped()

    def _scoped(self) -> None:
        """Ask only what belongs to the choice."""
        scope, terms = str(self.scope.value()), self._terms
        if terms is None:
            return
        choices = {
            "category": [(name, name) for _, name in terms.categories],
            "supplier": [(str(ident), name) for ident, name in terms.suppliers],
            "abc": [(one, one) for one in terms.classes],
        }
        self.choice.fill(choices.get(scope, []))
        shown = (scope in choices, scope == "shelf", scope == "due")
        for field, visible in zip(self._values, shown, strict=True):
            field.setVisible(visible)

    def start(self) -> None:
        """Begin; a refusal is said at the top."""
        try:
            command = OpenCount(
                self.name.text().strip(), int(self.place.value() or 0) or None,
                str(self.scope.value()), self._value(), blind=self.seen.code() == "blind",
                recount_quantity=self.pieces.value() or None,
                recount_value=self.worth.value() or None,
            )  # fmt: skip
        except RuleBroken as broken:
            self.refuse(broken)
            return
        plan_id = self.hand_in(open_count, command)
        if plan_id is not None:
            self.wanted.emit("count_run", plan_id)
            self.done.emit()

    def _value(self) -> str:
        scope = str(self.scope.value())
        if scope == "shelf":
            return self.shelf.text()
        if scope == "due":
            return str(self.days.value() or "")
        return "" if scope == "all" else str(self.choice.value() or "")


def _hint(words: str) -> Label:
    said = Label(words, theme.HINT, "text3")
    said.setWordWrap(True)
    return said


def _scopes(terms: CountTerms) -> list[tuple[str, str]]:
    """What this shop can plan by."""
    offered = [("all", translate("Count", "Everything in this warehouse"))]
    if terms.has_shelves:
        offered.append(("shelf", translate("Count", "Some shelves")))
    if terms.categories:
        offered.append(("category", translate("Count", "A category")))
    if terms.classes:
        offered.append(("abc", translate("Count", "A turnover class")))
    offered.append(("due", translate("Count", "What was not counted for long")))
    if terms.suppliers:
        offered.append(("supplier", translate("Count", "The goods of a supplier")))
    return offered
