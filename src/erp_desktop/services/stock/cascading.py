"""Costs that flow from product to product: what was assembled is worth what went into it.

When a part costs differently than was thought, everything that was made of it does too, and what
was made of that. The rule of an assembly: what comes out of it is worth what went in plus the work
paid for, shared by weight over what came out, to the cent. The products are told again until
nothing changes; an assembly's output is later than its input, so that comes to an end.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from erp_desktop.core.allocation import shared
from erp_desktop.core.states import Kind
from erp_desktop.models.books import Books
from erp_desktop.services.paper import Goods, Paper
from erp_desktop.services.stock.places import outside
from erp_desktop.services.stock.restating import Retold


@dataclass(slots=True)
class _Assembly:
    """A posted assembly: its work, what went in, what came out and by which weight."""

    work: int
    inputs: dict[int, int] = field(default_factory=dict)  # by move: its cost in the books
    outputs: list[tuple[int, int, int, int]] = field(default_factory=list)  # move, product, …


class Cascade:
    """Follows changed costs through assemblies, for one posting."""

    def __init__(
        self, books: Books, paper: Paper, goods: Mapping[int, Sequence[tuple[int, Goods]]]
    ) -> None:
        self.books, self.paper = books, paper
        self.production = outside(books, "production")
        self.known: dict[int, _Assembly] = {}
        self.changed: dict[int, dict[int, int]] = {}  # by product: moves into assembling, cost now
        self.more: dict[int, dict[int, int]] = {}  # by product: outputs worth so much more
        self.own: dict[int, int] = {}  # this paper's moves into assembling, cost now
        self.goods = goods if paper.kind is Kind.ASSEMBLY else {}

    def concerns(self, told: Retold | None) -> bool:
        """Can this telling touch an assembly at all? Nearly every posting says no here."""
        return told is not None and (
            bool(self.goods)
            or bool(self.changed)
            or any(one.move.target_id == self.production for one in told.corrections)
        )

    def after(self, product_id: int, told: Retold | None) -> set[int]:
        """The products whose stated values change because this one was told (again)."""
        if told is None:
            return set()
        before = self.changed.get(product_id, {})
        now = {
            correction.move.id: correction.move.cost + correction.cost
            for correction in told.corrections
            if correction.move.target_id == self.production
        }
        documents = {
            correction.move.document_id
            for correction in told.corrections
            if correction.move.id in now
        } | {
            document for document, made in self.known.items() if made.inputs.keys() & before.keys()
        }
        self.changed[product_id] = now
        again: set[int] = set()
        for document_id in documents:
            again |= self._share(document_id)
        return again | self._share_own(product_id, told)

    def _share(self, document_id: int) -> set[int]:
        """What a posted assembly made is worth now; the products whose value that changes."""
        made = self.known.get(document_id) or self._read(document_id)
        costs = {move: cost for moves in self.changed.values() for move, cost in moves.items()}
        total = made.work + sum(costs.get(move, cost) for move, cost in made.inputs.items())
        values = shared(total, [weight for *_, weight in made.outputs], self.books.minor)
        again = set()
        for (move_id, product_id, stated, _), value in zip(made.outputs, values, strict=True):
            more = self.more.setdefault(product_id, {})
            if more.get(move_id, 0) != value - stated:
                more[move_id] = value - stated
                again.add(product_id)
        return again

    def _read(self, document_id: int) -> _Assembly:
        made = _Assembly(int(self.books.value(
            "SELECT net FROM document WHERE id = ?", (document_id,)) or 0))  # fmt: skip
        for move_id, product_id, source, target, weight, quantity, cost in self.books.rows(
            "SELECT m.id, m.product_id, m.source_id, m.target_id, l.price, m.quantity, "
            "COALESCE(SUM(CASE WHEN e.kind = 'cost' THEN e.amount END), 0) FROM stock_move m "
            "JOIN document_line l ON l.id = m.line_id "
            "LEFT JOIN stock_value_entry e ON e.move_id = m.id WHERE m.document_id = ? "
            "GROUP BY m.id, m.product_id, m.source_id, m.target_id, l.price, m.quantity "
            "ORDER BY m.id",
            (document_id,),
        ):
            if target == self.production:
                made.inputs[move_id] = int(cost)
            elif source == self.production:
                made.outputs.append((move_id, product_id, int(cost), weight * quantity))
        self.known[document_id] = made
        return made

    def _share_own(self, product_id: int, told: Retold) -> set[int]:
        """The same for the assembly that is being posted."""
        for move_id, goods in self.goods.get(product_id, ()):
            if goods.target_id == self.production:
                self.own[move_id] = told.outcomes[move_id].cost
        made = [
            goods
            for each in self.goods.values()
            for _, goods in each
            if goods.source_id == self.production
        ]
        made.sort(key=lambda goods: goods.line)
        weights = [self.paper.lines[goods.line].price * goods.quantity for goods in made]
        values = shared(self.paper.net + sum(self.own.values()), weights, self.books.minor)
        again = set()
        for goods, value in zip(made, values, strict=True):
            if goods.value != value:
                goods.value = value
                again.add(goods.product_id)
        return again
