"""The movements of a product, place by place, with what each is worth: what a tree is made of."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.services.stock.story import value_ends

Value = tuple[str, int, str]  # kind, amount, number of the document that caused it


class Step(NamedTuple):
    """One movement at one place, signed, with its value entries."""

    move: int
    document: int
    number: str
    kind: str
    at: int
    source: int
    target: int
    quantity: int
    values: tuple[Value, ...]

    @property
    def value(self) -> int:
        return sum(amount for _, amount, _ in self.values)

    @property
    def cost(self) -> int:
        """What came or went with the goods; differences stay where they are."""
        return sum(amount for kind, amount, _ in self.values if kind == "cost")


def steps_of(
    books: Books, product_id: int, ask: ReportAsk, where: Mapping[int, int]
) -> dict[int, list[Step]]:
    """By `where` (which place of ours counts as which): the movements, in order. What was reversed
    never was; what moves inside of one of them is none."""
    until = (product_id, ask.moment, ask.last)
    values = _values(books, until)
    steps: dict[int, list[Step]] = {}
    for move_id, document, number, kind, at, source, target, moved in books.rows(
        "SELECT m.id, d.id, d.number, d.kind, m.happened_at, m.source_id, m.target_id, m.quantity "
        "FROM stock_move m JOIN document d ON d.id = m.document_id WHERE m.product_id = ? "
        "AND m.happened_at <= ? AND m.booked_on <= ? AND d.kind <> 'reversal' AND NOT EXISTS "
        "(SELECT 1 FROM document r WHERE r.reverses_id = d.id AND r.booked_on <= ?) "
        "ORDER BY m.happened_at, m.sequence, m.id",
        (*until, ask.last),
    ):
        if where.get(source) == where.get(target):
            continue
        for place, sign in ((source, -1), (target, 1)):
            if place in where:
                mine = _signed(values.get(move_id, ()), place, (source, target), where)
                step = Step(move_id, document, number, kind, at, source, target, sign * moved, mine)
                steps.setdefault(where[place], []).append(step)
    return steps


def since_empty(steps: list[Step]) -> list[Step]:
    """The steps since nothing was there: what came before is gone, with all its value."""
    held = worth = first = 0
    for at, step in enumerate(steps, start=1):
        held, worth = held + step.quantity, worth + step.value
        if not held and not worth:
            first = at
    return steps[first:]


def _values(books: Books, until: tuple[int, int, int]) -> dict[int, list[Value]]:
    values: dict[int, list[Value]] = {}
    for move_id, kind, amount, cause in books.rows(
        "SELECT e.move_id, e.kind, e.amount, d.number FROM stock_move m "
        "JOIN stock_value_entry e ON e.move_id = m.id JOIN document d ON d.id = e.caused_by_id "
        "WHERE m.product_id = ? AND m.happened_at <= ? AND e.booked_on <= ? ORDER BY e.id",
        until,
    ):
        values.setdefault(move_id, []).append((kind, amount, cause))
    return values


def _signed(
    values: Sequence[Value], place: int, ends: tuple[int, int], own: Mapping[int, int]
) -> tuple[Value, ...]:
    return tuple(
        (kind, sign * amount, cause)
        for kind, amount, cause in values
        for at, sign in value_ends(*ends, kind, own)
        if at == place
    )
