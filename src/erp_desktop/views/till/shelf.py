"""From a code or a name to the cart, and what to do when there is not enough of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from erp_desktop.core.errors import NotEnoughStock, RuleBroken
from erp_desktop.reports import till_rows
from erp_desktop.reports.till_rows import Ware
from erp_desktop.services.users import rights
from erp_desktop.views import figures, wording
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.finder import Found

if TYPE_CHECKING:
    from erp_desktop.views.till.page import TillPage

translate = wording.translate


class Shelf:
    """Finds products for the till's cart."""

    def __init__(self, page: TillPage) -> None:
        self._page = page

    def enter(self, code: str) -> None:
        """A code was scanned or typed."""
        page = self._page
        try:
            found = page.office.ask(till_rows.scanned_ware, code, page.facts.place_id)
        except RuleBroken as broken:
            page.refuse(broken)
            return
        if found is None:
            self.meet_stranger(code)
        else:
            page.put(found, code)

    def put(self, product_id: int) -> None:
        """One of a product, by its id."""
        page = self._page
        found = page.office.ask(till_rows.ware, product_id, page.facts.place_id)
        if found is not None:
            page.put(found)

    def pick(self, found: Found) -> None:
        """A suggestion was chosen."""
        self.put(found.key)

    def find(self, text: str) -> list[Found]:
        """Suggestions for what is being typed."""
        page = self._page
        found = page.office.ask(till_rows.wares, text, page.facts.place_id)
        return [
            Found(one.id, one.name, stock_words(one), figures.price(one.price)) for one in found
        ]

    def knows(self, code: str) -> bool:
        """Whether a code stands for a product; a damaged one is entered too, to be explained."""
        try:
            return not self._page.office.ask(till_rows.code_is_free, code)
        except RuleBroken:
            return True

    def meet_stranger(self, code: str) -> None:
        """Nobody knows the code: a receipt's number opens its return, else new or link."""
        page = self._page
        try:
            sale_id = page.office.ask(till_rows.sale_by_number, code)
        except RuleBroken:
            page.stranger.offer(code)
            return
        page.scan.ready()
        page.wanted.emit("sale_return", sale_id)


def answers_to(page: TillPage, broken: NotEnoughStock) -> list[Answer]:
    """What can be done about the chosen line, of which there is not enough."""
    held = Decimal(broken.facts["available"])

    def sell_what_is_there() -> None:
        line = page.line()
        if line is not None:
            line.quantity = held
        page.answered()

    def leave() -> None:
        page.card.view.clear_refusal()
        page.scan.ready()

    def sell_anyway() -> None:
        page.cart.below_stock = True
        page.answered()
        page.checkout.take()

    def ask() -> None:
        page.card.view.clear_refusal()
        sku, wanted = broken.facts["sku"], broken.facts["wanted"]
        words = translate("Till", "Sell {0} of {1}, {2} on hand").format(
            figures.quantity(Decimal(wanted)), sku, figures.quantity(held)
        )
        page.permission.need(rights.BELOW_STOCK, words, sell_anyway)

    words = translate("Till", "Sell {0}").format(figures.quantity(held))
    answers = [Answer(words, sell_what_is_there)] if held > 0 else []
    answers.append(Answer(translate("Till", "Take it out"), page.work.remove))
    answers.append(Answer(translate("Till", "Sell anyway"), ask))
    return [*answers, Answer(translate("Till", "Cancel"), leave)]


def stock_words(ware: Ware) -> str:
    """A product's code and what is on hand."""
    if not ware.goods:
        return ware.sku
    held = figures.quantity(ware.on_hand)
    return translate("Till", "{0} · {1} on hand").format(ware.sku, held)
