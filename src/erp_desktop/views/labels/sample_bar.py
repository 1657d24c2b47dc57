"""The product that the label is looked at with: found by its name, or the next of a few.

At the right stands how the label is looked at.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from erp_desktop.services.catalogue.search import find_products
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.labels.stock import first_products
from erp_desktop.views.labels.zoom_bar import ZoomBar
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.buttons import Button
from erp_desktop.views.widgets.fields import Label, SearchField
from erp_desktop.views.widgets.panels import Surface

translate = wording.translate


class SampleBar(Surface):
    """`product` is its id, 0 while there is none; `changed` when it is another."""

    changed = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__("page", "b")
        self._office = office
        self.product = 0
        self._known: list[int] = []
        self.field = SearchField(translate("Label", "Sample product"), icon="package")
        self.field.setAccessibleName(translate("Label", "Sample product"))
        self.field.setMaximumWidth(theme.px(320))
        self.before = Button(icon="chevron-left", high=30)
        self.before.setAccessibleName(translate("Label", "The product before"))
        self.after = Button(icon="chevron-right", high=30)
        self.after.setAccessibleName(translate("Label", "The next product"))
        self._which = Label("", theme.HINT, "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        row.setSpacing(theme.px(8))
        row.addWidget(self.field, 2)
        for part in (self.before, self.after, self._which):
            row.addWidget(part)
        row.addStretch(1)
        self.zoom = ZoomBar()
        row.addWidget(self.zoom)
        self.field.asked.connect(self.look_for)
        self.before.clicked.connect(self._back)
        self.after.clicked.connect(self._on)

    def load(self) -> None:
        """The first of the products, while none is looked at."""
        self._known = self._office.ask(first_products)
        self.product = self.product or next(iter(self._known), 0)
        for button in (self.before, self.after):
            button.setEnabled(len(self._known) > 1)
        self._say()

    def look_for(self, words: str) -> None:
        """Look at what is called so, or has this code."""
        hits = self._office.ask(find_products, words, 1) if words else []
        if hits:
            self.field.setText(hits[0].name)
            self._show(hits[0].id)

    def _back(self) -> None:
        self.step(-1)

    def _on(self) -> None:
        self.step(1)

    def step(self, by: int) -> None:
        """The next product, or the one before."""
        if self._known:
            at = self._known.index(self.product) + by if self.product in self._known else 0
            self.field.clear()
            self._show(self._known[at % len(self._known)])

    def _show(self, product_id: int) -> None:
        self.product = product_id
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        words = ""
        if self.product in self._known:
            at = figures.number(self._known.index(self.product) + 1)
            words = translate("Label", "{0} of {1}").format(at, figures.number(len(self._known)))
        self._which.setText(words)
