"""Under a product's title: which product it became, or which ones it was before; each opens."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from erp_desktop.reports.product_card import ProductCard
from erp_desktop.reports.product_details import Merged, merged_from, merged_into
from erp_desktop.views import theme, wording
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.buttons import LinkButton
from erp_desktop.views.widgets.fields import Label

translate = wording.translate
SHOWN = 4


class MergedLine(QWidget):
    """Not there for a product that was never merged."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(8))
        self.links: list[LinkButton] = []
        self.hide()

    def show_card(self, office: Office, card: ProductCard) -> None:
        into = office.ask(merged_into, card.id)
        if into is not None:
            self._show(translate("Catalogue", "Merged into"), [into])
            return
        words = translate("Catalogue", "Merged into this one")
        self._show(words, office.ask(merged_from, card.id)[:SHOWN])

    def _show(self, words: str, products: list[Merged]) -> None:
        while self._row.count():
            item = self._row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self.links = [LinkButton(f"{one.name} ({one.sku})", arrow=True) for one in products]
        self._row.addWidget(Label(words, theme.HINT, "text2"))
        for link, one in zip(self.links, products, strict=True):
            link.clicked.connect(partial(self._open, one.id))
            self._row.addWidget(link)
        self._row.addStretch(1)
        self.setVisible(bool(products))

    def _open(self, product_id: int, _checked: object = None) -> None:
        self.opened.emit(product_id)
