"""A code that nobody knows: make a new product of it, or link it to one, and go on selling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import decimal_from
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.catalogue.scanning import link_scanned, own_part
from erp_desktop.views import wording
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.finder import Found

if TYPE_CHECKING:
    from erp_desktop.views.till.page import TillPage

translate = wording.translate


class Stranger:
    """Asks at the till what an unknown code is."""

    def __init__(self, page: TillPage) -> None:
        self._page = page
        self._code = self._name = ""

    def offer(self, code: str) -> None:
        """Say that nobody knows the code, with what can be done."""
        self._code = code
        words = translate("Till", "Nobody knows the code “{0}”.").format(code)
        answers = [
            Answer(translate("Till", "New product"), self._ask_name),
            Answer(translate("Till", "Link to a product"), self._ask_product),
            Answer(translate("Till", "Cancel"), self._page.scan.ready),
        ]
        self._page.scan.field.set_value(None)
        self._page.banner.refuse(words, answers, serious=False)

    def _ask_name(self) -> None:
        words = translate("Till", "Name of {0}").format(self._code)
        self._page.scan.band.ask(words, self._named)
        self._page.scan.show_band()

    def _named(self, name: str) -> None:
        self._name = name or self._code
        words = translate("Till", "Price of {0}").format(self._name)
        self._page.scan.band.ask(words, self._priced)
        self._page.scan.show_band()

    def _priced(self, text: str) -> None:
        """What was just made is in the clerk's hand: it may be sold before it was received."""
        own = self._page.office.ask(own_part, self._code)
        made = SaveProduct(
            own, self._name, price=decimal_from(text), barcodes=(own,),
            negative="warn",
        )  # fmt: skip
        self._page.office.do(save_product, made)
        self._page.shelf.enter(self._code)

    def _ask_product(self) -> None:
        words = translate("Till", "{0} belongs to").format(self._code)
        hint = translate("Till", "Name, code or initials")
        self._page.scan.band.choose(words, self._page.shelf.find, self._linked, hint)
        self._page.scan.show_band()

    def _linked(self, found: Found) -> None:
        try:
            self._page.office.do(link_scanned, self._code, found.key)
        except RuleBroken as broken:
            self._page.scan.band.refuse(wording.explain(broken))
            return
        self._page.shelf.enter(self._code)
