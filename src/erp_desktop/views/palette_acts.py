"""What the palette does with a hit besides opening its page: labels and papers, over the window."""

from typing import TYPE_CHECKING

from erp_desktop.core.errors import RuleBroken
from erp_desktop.views import wording
from erp_desktop.views.printing import Printing

if TYPE_CHECKING:
    from erp_desktop.views.shop_window import ShopWindow

translate = wording.translate


class PaletteActs:
    """Acts for one window; a refusal is said there."""

    def __init__(self, window: "ShopWindow") -> None:
        self._window = window

    def labels(self, product_id: int) -> None:
        """Labels of one product, looked at first."""
        try:
            Printing(self._window.office).labels(self._window, {product_id: 1})
        except RuleBroken as broken:
            self._window.say(wording.explain(broken))

    def paper(self, document_id: int) -> None:
        """The usual paper of a document, looked at first."""
        printing = Printing(self._window.office)
        try:
            papers = printing.papers(document_id)
            if papers:
                printing.preview(self._window, papers[0][0], document_id)
            else:
                self._window.say(translate("Palette", "This document has no paper."))
        except RuleBroken as broken:
            self._window.say(wording.explain(broken))
