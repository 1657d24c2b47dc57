"""Finding products and partners while a document is written, as finders and cells want them."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from erp_desktop.core import money
from erp_desktop.core.packs import measures
from erp_desktop.core.table import Cell
from erp_desktop.reports.trade_facts import ProductFacts, product_facts
from erp_desktop.services.catalogue.packing import Packing, packings
from erp_desktop.services.catalogue.search import find_products
from erp_desktop.services.partners.partners import find_partners
from erp_desktop.views import figures
from erp_desktop.views.office import Office
from erp_desktop.views.trade.line_units import several, unit_cells
from erp_desktop.views.trade.proposing import Proposing
from erp_desktop.views.widgets.finder import Found


class ProductFinder:
    """Finds products; `place` gives the warehouse whose stock is shown, `goods` leaves out
    services (they have no stock to receive), `proposing` says what a line costs a customer."""

    def __init__(
        self, office: Office, place: Callable[[], int | None], *, buying: bool, goods: bool,
        supplier: Callable[[], int | None] | None = None, proposing: Proposing | None = None,
    ) -> None:  # fmt: skip
        self.proposing = proposing
        self._office, self._place, self._supplier = office, place, supplier
        self._buying, self._goods = buying, goods

    def find(self, text: str) -> Sequence[Found]:
        """What matches, with stock and price at the right."""
        hits = self._office.ask(find_products, text, 20, self._place() or 0)
        return [
            Found(hit.id, hit.name, hit.sku, self._right(hit.on_hand, hit.unit, hit.price))
            for hit in hits
            if hit.kind == "goods" or not (self._goods or (self._buying and hit.kind == "kit"))
        ]

    def facts(self, product_id: int) -> ProductFacts:
        """A product as a new line takes it."""
        supplier_id = self._supplier() if self._supplier is not None else None
        return self._office.ask(
            product_facts, product_id, self._place(), buying=self._buying, supplier_id=supplier_id
        )

    def packings(self, product_ids: Sequence[int | None]) -> dict[int, Packing]:
        """By product: how its quantities are said and typed."""
        found: dict[int, Packing] = self._office.ask(packings, product_ids)
        return found

    def fill(self, found: Found) -> Mapping[str, Cell]:
        """The cells of a new line for what was found."""
        return cells_of(self.facts(found.key))

    def _right(self, on_hand: int, unit: str, price: int) -> str:
        stock = f"{figures.quantity(money.quantity(on_hand))} {unit}"
        if self._buying:
            return stock
        return f"{stock}   {figures.price(money.price(price, figures.form().places))}"


def cells_of(facts: ProductFacts) -> dict[str, Cell]:
    """A product as a line of one of its usual unit, at the price of that."""
    pack = facts.pack
    return {
        "pack": pack.unit if pack else "",
        "holds": pack.factor if pack else Decimal(0),
        "product_id": facts.id,
        "product": facts.name,
        "sku": facts.sku,
        **unit_cells(facts, facts.usual_unit),
        "own_unit": facts.unit,
        "units": several(facts),
        "measures": measures((one.unit, one.factor) for one in facts.units),
        "catch_unit": facts.catch_unit,
        "stock": facts.available if facts.goods else None,
        "last_each": facts.last_price,
        "quantity": Decimal(1),
        "rate": facts.rate,
        "percent_off": Decimal(0),
    }


class PartnerFinder:
    """Finds suppliers or customers."""

    def __init__(self, office: Office, *, buying: bool) -> None:
        self._office = office
        self._role = "is_supplier" if buying else "is_customer"

    def find(self, text: str) -> Sequence[Found]:
        """Active partners of the role that match."""
        return [
            Found(found.id, found.name, found.code)
            for found in self._office.ask(find_partners, text, self._role)
        ]
