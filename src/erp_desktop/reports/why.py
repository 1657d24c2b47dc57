"""Why a cost is what it is: the value on hand as a tree whose leaves sum to the figure.

The story of a place begins when it was last empty: what came before is gone, with all its value.
Since then every arrival brought its cost (and later facts changed it), and what left took its share
out. Quantities and values of the leaves add up to what is on hand, to the last cent.

What came from another warehouse, or was assembled, is told on: as what was there before, less what
stayed there. That holds by every costing method, because it says nothing of how the share was
found. A part's receipt so stands behind the product that it was built into.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from erp_desktop.core import clock
from erp_desktop.core.money import money, quantity
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, known_places, own_places
from erp_desktop.reports.why_steps import Step, since_empty, steps_of
from erp_desktop.reports.why_tree import (
    ARRIVED,
    BELOW_ZERO,
    BESIDE,
    CHANGED,
    EARLIER,
    FROM,
    LEFT,
    PART,
    PLACE,
    PRICE,
    ROOT,
    SHOP,
    STATED,
    STAYED,
    UNSHARED,
    WORK,
    Node,
    summed,
)
from erp_desktop.services.catalogue.products import by_sku
from erp_desktop.services.stock.places import outside, scopes, whole_shop
from erp_desktop.services.stock.places import warehouse as by_code
from erp_desktop.services.users import rights

DEEP: Final = 5  # how many warehouses and assemblies are looked behind, one after another
TOLD: Final = 12  # behind another place the newest arrivals are told, the earlier ones together
LOOKED_BEHIND: Final = 60  # in one tree: what came from elsewhere before that is not told on


def why(books: Books, sku: str, as_of: int | None = None, warehouse: str | None = None) -> Node:
    """The tree of a product's value on hand, now or as of an instant, in all warehouses or one.

    Raises UnknownProduct, UnknownWarehouse, NotAllowed.
    """
    rights.require(books, rights.COST)
    product = by_sku(books, sku)
    telling = Telling(books, ReportAsk(as_of=as_of), one_place=warehouse is not None)
    steps = telling.steps(product.id)
    if warehouse is not None:
        only = by_code(books, warehouse).id
        steps = {place: some for place, some in steps.items() if place == only}
    children = tuple(
        summed(*telling.place(place), telling.story(product.id, since_empty(steps[place])))
        for place in sorted(steps)
    )
    return summed(ROOT, {"sku": product.sku, "name": product.name}, children)


class Telling:
    """What is known while one tree is told: the movements of each product that comes into it."""

    def __init__(self, books: Books, ask: ReportAsk, *, one_place: bool) -> None:
        self.books, self.ask = books, ask
        self.shop = whole_shop(books) and not one_place  # one value for all warehouses
        own = own_places(books)
        self.where: Mapping[int, int] = {one: one for one in own}
        if self.shop:
            self.where = {place: scope for place, scope in scopes(books).items() if place in own}
        self.codes = {place.id: place.code for place in known_places(books).values()}
        self.production = outside(books, "production")
        self.known: dict[int, dict[int, list[Step]]] = {}
        self.left = LOOKED_BEHIND

    def steps(self, product_id: int) -> dict[int, list[Step]]:
        """The movements of a product, by place."""
        if product_id not in self.known:
            self.known[product_id] = steps_of(self.books, product_id, self.ask, self.where)
        return self.known[product_id]

    def place(self, place: int) -> tuple[str, dict[str, str]]:
        """Label and facts of a place."""
        if self.shop:
            return SHOP, {"warehouse": self.codes[place]}
        return PLACE, {"warehouse": self.codes[place]}

    def story(self, product_id: int, steps: list[Step], depth: int = 0) -> tuple[Node, ...]:
        """What came, one by one, and what went, by kind. They sum to what is there."""
        came = [step for step in steps if step.quantity > 0]
        told = came[-TOLD:] if depth else came
        earlier = came[: len(came) - len(told)]
        nodes = [self.leaf(EARLIER, {"count": str(len(earlier))}, earlier)] if earlier else []
        behind = {step.move for step in told[-self.left :]} if self.left > 0 else set()
        nodes += [self._arrival(product_id, one, depth, behind=one.move in behind) for one in told]
        gone: dict[str, list[Step]] = {}
        for step in steps:
            if step.quantity <= 0:
                gone.setdefault(step.kind, []).append(step)
        nodes += [
            self.leaf(LEFT, {"count": str(len(some)), "kind": kind}, some)
            for kind, some in gone.items()
        ]
        return tuple(nodes)

    def leaf(self, label: str, facts: dict[str, str], steps: list[Step]) -> Node:
        """Several steps as one."""
        held = quantity(sum(step.quantity for step in steps))
        return Node(label, facts, held, self.worth(sum(step.value for step in steps)))

    def worth(self, parts: int) -> Decimal:
        return money(parts, self.books.money_places)

    def _arrival(self, product_id: int, step: Step, depth: int, *, behind: bool) -> Node:
        """Goods that came, with a child for each reason why they are worth what they are."""
        facts: dict[str, Any] = {
            "document": step.number, "kind": step.kind, "day": clock.iso(step.at)[:10],
        }  # fmt: skip
        held, worth = quantity(step.quantity), self.worth(step.value)
        children = self._said(step)
        if behind and depth < DEEP and self.left > 0:
            deeper = self._behind(product_id, step, depth + 1)
            if deeper:
                rest = [one for one in children if one.label in {BELOW_ZERO, PRICE} and one.value]
                children = [*deeper, *(replace(one, quantity=Decimal(0)) for one in rest)]
        if len(children) < 2 and not any(child.children for child in children):
            return Node(ARRIVED, facts, held, worth)
        return Node(ARRIVED, facts, held, worth, tuple(children))

    def _said(self, step: Step) -> list[Node]:
        """What its document said it is worth, and what later facts made of it."""
        nodes: list[Node] = []
        for at, (kind, amount, cause) in enumerate(step.values):
            label = {"variance": BELOW_ZERO, "price": PRICE}.get(kind, CHANGED if at else STATED)
            carried = quantity(step.quantity) if at == 0 else Decimal(0)
            nodes.append(Node(label, {"document": cause}, carried, self.worth(amount)))
        return nodes

    # -- looking behind --------------------------------------------------------------------------

    def _behind(self, product_id: int, step: Step, depth: int) -> list[Node]:
        """Where goods come from that were ours before; nothing for what came from outside."""
        if step.source in self.where:
            self.left -= 1
            before = self.before(product_id, step, depth)
            return [before] if before is not None else []
        if step.source == self.production:
            self.left -= 1
            return self._made(step, depth)
        return []

    def before(self, product_id: int, step: Step, depth: int) -> Node | None:
        """What was at the place the goods left, less what stayed there: it is what they brought."""
        place = self.where[step.source]
        every = self.steps(product_id).get(place, [])
        at = next((at for at, one in enumerate(every) if one.move == step.move), None)
        if at is None:
            return None
        held = since_empty(every[:at])
        nodes = list(self.story(product_id, held, depth))
        stays = sum(one.quantity for one in held) + every[at].quantity
        worth = sum(one.value for one in held) + every[at].cost
        if stays or worth:
            nodes.append(Node(STAYED, {}, quantity(-stays), self.worth(-worth)))
        return summed(FROM, {"warehouse": self.codes[place]}, tuple(nodes))

    def _made(self, step: Step, depth: int) -> list[Node]:
        """The parts and the work that an assembly took, less what else came out of it."""
        rows = self.books.rows(
            "SELECT m.product_id, p.sku, p.name, m.id, m.source_id = ?, d.net "
            "FROM stock_move m JOIN product p ON p.id = m.product_id "
            "JOIN document d ON d.id = m.document_id WHERE m.document_id = ? ORDER BY m.id",
            (self.production, step.document),
        )
        nodes, beside = [], 0
        for part, sku, name, move, made, _ in rows:
            mine = self.step(part, move)
            if mine is None or move == step.move:
                continue
            if made:
                beside += mine.cost
                continue
            story = self.before(part, mine, depth)
            pieces = f"{quantity(-mine.quantity):f}"
            facts = {"pieces": pieces, "sku": sku, "name": name}
            deeper = (story.of_another(),) if story is not None else ()
            nodes.append(Node(PART, facts, Decimal(0), self.worth(-mine.cost), deeper))
        document = {"document": step.number}
        work = Node(WORK, document, quantity(step.quantity), self.worth(int(rows[0][5])))
        nodes.append(work)
        if beside:
            nodes.append(Node(BESIDE, document, Decimal(0), self.worth(-beside)))
        off = self.worth(step.cost) - sum((one.value for one in nodes), Decimal(0))
        return [*nodes, Node(UNSHARED, document, Decimal(0), off)] if off else nodes

    def step(self, product_id: int, move: int) -> Step | None:
        """The movement as its place has it."""
        steps = self.steps(product_id).values()
        return next((one for some in steps for one in some if one.move == move), None)
