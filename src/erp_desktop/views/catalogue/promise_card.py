"""On a product's card: the stock to come, and what may still be promised of it."""

from PySide6.QtWidgets import QWidget

from erp_desktop.core.money import ZERO
from erp_desktop.reports.product_card import ProductCard
from erp_desktop.reports.promise_rows import Outlook, outlook
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.cards.step_chart import StepChart
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.panels import Card

translate = wording.translate


class PromiseCard(Card):
    """A staircase from today on; hidden while nothing is ordered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Catalogue", "What will come and go"), parent=parent)
        self.words = Label("", theme.BODY, "text2")
        self.chart = StepChart()
        self.chart.setMinimumHeight(theme.px(120))
        self.body.addWidget(self.words)
        self.body.addWidget(self.chart, 1)

    def show_card(self, office: Office, card: ProductCard) -> None:
        found = office.ask(outlook, card.id)
        self.setVisible(card.kind == "goods" and found.moves)
        self.words.setText(promise_words(found, card.unit))
        least = translate("Catalogue", "can be promised: {0}").format(figures.quantity(found.now))
        self.chart.show_steps(found.steps, (found.now, least) if found.now > 0 else None)


def promise_words(found: Outlook, unit: str) -> str:
    """What may be promised now and later, in a sentence or two."""
    now = translate("Catalogue", "{0} {1} can be promised now").format(
        figures.quantity(max(found.now, ZERO)), unit
    )
    if found.now < 0:
        short = translate("Catalogue", "{0} {1} too much was promised")
        now = short.format(figures.quantity(-found.now), unit)
    said = [now]
    for day, much in found.later[:2]:
        more = translate("Catalogue", "{0} from {1}")
        said.append(more.format(figures.quantity(much), figures.day(day)))
    if found.undated:
        some = translate("Catalogue", "{0} more on order without a day")
        said.append(some.format(figures.quantity(found.undated)))
    return " · ".join(said)
