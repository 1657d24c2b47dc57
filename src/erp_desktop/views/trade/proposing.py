"""What a line of a document costs the customer, proposed while it is written.

A line's price is the proposed one as long as nobody typed another: its cell `offered` says what
was proposed last. Then another quantity, unit, lot, customer or day proposes anew; what somebody
typed stays. An emptied price asks for the proposal again. A line of an earlier paper (a copy, a
saved draft) was priced by nobody where it costs what it would be proposed at now.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from erp_desktop.core import clock
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.table import Cell
from erp_desktop.services.catalogue.pricing import Offered, Wish, offered_to
from erp_desktop.views import price_words
from erp_desktop.views.office import Office
from erp_desktop.views.stock.lot_cells import unpacked
from erp_desktop.views.trade.line_units import written_in

_NOTHING: Mapping[str, Cell] = {}


class Proposing:
    """`cells(line)` are price and reason of a line; `customer` and `day` are asked each time.

    Nothing is asked of the books where no prices differ by customer and the line names no lot.
    """

    def __init__(
        self, office: Office, customer: Callable[[], int | None], day: Callable[[], int | None], *,
        levels: bool,
    ) -> None:  # fmt: skip
        self._office, self._customer, self._day = office, customer, day
        self._levels = levels
        self._known: dict[tuple[Any, ...], Offered | None] = {}

    def forget(self) -> None:
        """Prices may have changed meanwhile: ask again."""
        self._known.clear()

    def cells(self, line: Mapping[str, Cell]) -> Mapping[str, Cell]:
        """What follows for a line that nobody priced; of another only that no reason holds."""
        price = line.get("price")
        if price is not None and price != line.get("offered"):
            return {"why": ""}
        found = self._offer(line)
        if found is None:
            return {"why": ""}
        return {"price": found.price, "offered": found.price, "why": price_words.why(found)}

    def recognised(self, line: Mapping[str, Cell]) -> Mapping[str, Cell]:
        """A line of an earlier paper, with what is to be known to propose its price anew."""
        found = self._offer({**line, "price": None}) if self._levels else None
        if found is None or found.price != line.get("price"):
            return line
        return {**line, "offered": found.price}

    def _offer(self, line: Mapping[str, Cell]) -> Offered | None:
        product_id, much = line.get("product_id"), line.get("quantity")
        if not isinstance(product_id, int):
            return None
        lots = unpacked(line.get("lots"))
        lot = lots[0].lot if len(lots) == 1 else ""
        if not (self._levels or lot or line.get("price") is None):
            return None
        quantity = much if isinstance(much, Decimal) and much > 0 else Decimal(0)
        day = self._day()
        wish = Wish(product_id, written_in(line), quantity, lot)
        return self._ask(wish, clock.today() if day is None else day)

    def _ask(self, wish: Wish, day: int) -> Offered | None:
        key = (self._customer(), day, wish)
        if key not in self._known:
            try:
                (self._known[key],) = self._office.ask(offered_to, key[0], [wish], day)
            except RuleBroken:  # a product or unit that is gone meanwhile
                self._known[key] = None
        return self._known[key]
