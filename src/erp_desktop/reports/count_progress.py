"""How a count under way stands: every product with what was found, shelves, counters, disputes."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core.money import money, quantity
from erp_desktop.models.books import Books, marks
from erp_desktop.reports.stock_units import HOLDS, PACK
from erp_desktop.services.catalogue.packing import packings
from erp_desktop.services.stock.count_deciding import (
    Difference,
    differences,
    may_approve,
    needs_recount,
)
from erp_desktop.services.stock.count_plans import Plan, plan
from erp_desktop.services.stock.places import place


class PlanHead(NamedTuple):
    """What a count is, and what the person on duty may do with it."""

    id: int
    name: str
    place_id: int
    place: str
    scope: str
    value: str
    blind: bool
    state: str
    recount_quantity: Decimal | None
    recount_value: Decimal | None
    opened_at: int
    may_approve: bool

    @property
    def hidden(self) -> bool:
        """Whether nobody is to see yet what the books say."""
        return self.blind and self.state == "counting"

    @property
    def open(self) -> bool:
        return self.state in {"counting", "review"}


class CountRow(NamedTuple):
    """A product of a count. `status`: left, agrees, differs, dispute, recount, accepted."""

    product_id: int
    sku: str
    name: str
    unit: str
    category: str
    shelf: str
    counter: str
    at: int | None
    book: Decimal
    counted: Decimal | None
    difference: Decimal | None
    worth: Decimal
    status: str
    reason: str
    round: int
    pack: str = ""  # what its stock is shown in, where that is not the unit
    holds: Decimal = Decimal(0)
    catch_unit: str = ""  # what its pieces are called, where they are kept beside the weight
    pieces_book: Decimal | None = None
    pieces: Decimal | None = None
    more_pieces: Decimal | None = None  # None where nobody said how many there are
    units: tuple[tuple[str, Decimal], ...] = ()  # its further units: what each holds

    @property
    def differs(self) -> bool:
        return bool(self.difference or self.more_pieces)


class ShelfState(NamedTuple):
    """A shelf: who counts it, how many products were found there, how many of them differ."""

    shelf: str
    counter: str
    done: bool
    counted: int
    differing: int


class CounterState(NamedTuple):
    """A counter: how many products, where and when last."""

    name: str
    counted: int
    shelf: str
    last_at: int


class DisputedLine(NamedTuple):
    """One of several findings for the same shelf; to be kept or set aside by its id."""

    id: int
    product_id: int
    name: str
    shelf: str
    lot: str
    counter: str
    counted: Decimal
    pieces: Decimal | None = None


def plan_head(books: Books, plan_id: int) -> PlanHead:
    """Raises UnknownCount."""
    found = plan(books, plan_id)
    pieces, worth = found.recount_quantity, found.recount_value
    return PlanHead(
        found.id, found.name, found.place_id, place(books, found.place_id).name, found.scope,
        _value_words(books, found), found.blind, found.state,
        None if pieces is None else quantity(pieces),
        None if worth is None else money(worth, books.money_places),
        found.opened_at, may_approve(books),
    )  # fmt: skip


def count_rows(
    books: Books, plan_id: int, product_ids: Sequence[int] | None = None
) -> list[CountRow]:
    """Every product of a count (or some), in the order of the shelves."""
    found = plan(books, plan_id)
    told = differences(books, found, product_ids)
    some = "" if product_ids is None else f" AND i.product_id IN ({marks(product_ids)})"
    held, of_shelves = _book_of(found)
    rows = books.rows(
        f"SELECT p.id, p.sku, p.name, p.unit, COALESCE(c.name, ''), {held}, "  # noqa: S608
        f"i.verdict, i.reason, i.round, {PACK}, {HOLDS}, COALESCE(p.catch_unit, ''), "
        "COALESCE((SELECT CAST(SUM(t.pieces) AS BIGINT) FROM stock_detail t "
        "WHERE t.product_id = p.id AND t.location_id = b.location_id), 0) "
        "FROM count_item i JOIN product p ON p.id = i.product_id "
        "LEFT JOIN category c ON c.id = p.category_id LEFT JOIN stock_balance b ON "
        f"b.product_id = p.id AND b.location_id = ? WHERE i.plan_id = ?{some} "
        "ORDER BY COALESCE(c.name, ''), p.name, p.id",
        [*of_shelves, found.place_id, plan_id, *(product_ids or ())],
    )
    shelves = _usual_shelves(books, found)
    packs = packings(books, [row[0] for row in rows])
    return [
        _row(books, found, row, told.get(row[0]), shelves.get(row[0], ""))._replace(
            units=packs[row[0]].units
        )
        for row in rows
        if product_ids is None or row[0] in set(product_ids)
    ]


def _book_of(found: Plan) -> tuple[str, list[object]]:
    """What the books say is there of a product: in the warehouse, or on the shelves counted."""
    if found.scope != "shelf":
        return "COALESCE(b.on_hand, 0)", []
    sql = (
        "COALESCE((SELECT CAST(SUM(t.on_hand) AS BIGINT) FROM stock_detail t JOIN bin n "
        "ON n.id = t.bin_id WHERE t.product_id = p.id AND t.location_id = ? "
        "AND n.code LIKE ?), 0)"
    )
    return sql, [found.place_id, f"{found.value}%"]


def _row(
    books: Books, found: Plan, row: Sequence[object], its: Difference | None, shelf: str
) -> CountRow:
    ident, sku, name, unit, category, held, verdict, reason, round_, pack, holds, *catch = row
    packs = (str(pack), quantity(int(str(holds))))
    head = (int(str(ident)), str(sku), str(name), str(unit), str(category))
    if its is None:
        left = "recount" if verdict == "recount" else "left"
        told = CountRow(
            *head, shelf, "", None, quantity(int(str(held))), None, None, Decimal(0), left,
            str(reason), int(str(round_)), *packs,
        )  # fmt: skip
        return _with_pieces(told, its, *catch)
    told = CountRow(
        *head,
        ", ".join(its.outcome.shelves) or shelf,
        ", ".join(name for name in its.outcome.counters if name),
        its.outcome.at,
        quantity(its.book),
        quantity(its.outcome.counted),
        quantity(its.quantity),
        money(its.worth, books.money_places),
        _status(found, its, str(verdict), int(str(round_))),
        str(reason),
        its.outcome.round,
        *packs,
    )
    return _with_pieces(told, its, *catch)


def _with_pieces(
    row: CountRow, its: Difference | None, catch_unit: object, held: object
) -> CountRow:
    """How many pieces it is: in the books, found, more; nothing where none are kept."""
    if not catch_unit:
        return row
    book = int(str(held)) if its is None else its.pieces or 0
    row = row._replace(catch_unit=str(catch_unit), pieces_book=quantity(book))
    if its is None or its.outcome.pieces is None:
        return row
    found, more = quantity(its.outcome.pieces), quantity(its.more_pieces)
    return row._replace(pieces=found, more_pieces=more)


def _status(found: Plan, its: Difference, verdict: str, round_: int) -> str:
    if its.outcome.disputed:
        return "dispute"
    if its.differs and verdict == "accepted":
        return "accepted"
    if needs_recount(found, its, verdict, round_):
        return "recount"
    return "differs" if its.differs else "agrees"


def _value_words(books: Books, found: Plan) -> str:
    """What the scope's value means to people: a supplier's name for its id."""
    if found.scope != "supplier":
        return found.value
    name = books.value("SELECT name FROM partner WHERE id = ?", (int(found.value),))
    return str(name or found.value)


def _usual_shelves(books: Books, found: Plan) -> dict[int, str]:
    """Where the books believe the products lie."""
    shelves: dict[int, list[str]] = {}
    for product_id, code in books.rows(
        "SELECT DISTINCT t.product_id, n.code FROM stock_detail t JOIN bin n ON n.id = t.bin_id "
        "JOIN count_item i ON i.product_id = t.product_id AND i.plan_id = ? "
        "WHERE t.location_id = ? AND t.on_hand <> 0 ORDER BY t.product_id, n.code",
        (found.id, found.place_id),
    ):
        shelves.setdefault(product_id, []).append(code)
    return {product_id: ", ".join(codes) for product_id, codes in shelves.items()}


def plan_shelves(books: Books, plan_id: int) -> list[ShelfState]:
    """The shelves of a count in their order, with what was found on each."""
    found = plan(books, plan_id)
    counted: dict[str, set[int]] = {}
    differing: dict[str, set[int]] = {}
    for product_id, its in differences(books, found).items():
        for line in its.outcome.kept:
            counted.setdefault(line.shelf, set()).add(product_id)
            if its.differs:
                differing.setdefault(line.shelf, set()).add(product_id)
    rows = books.rows(
        "SELECT shelf, counter, done FROM count_shelf WHERE plan_id = ? ORDER BY shelf",
        (plan_id,),
    )
    return [
        ShelfState(
            shelf, counter, bool(done), len(counted.get(shelf, ())), len(differing.get(shelf, ()))
        )
        for shelf, counter, done in rows
    ]


def plan_counters(books: Books, plan_id: int) -> list[CounterState]:
    """Who counts, the busiest first, with the shelf where each was last."""
    rows = books.rows(
        "SELECT counter, COUNT(DISTINCT product_id), MAX(at) FROM count_entry WHERE plan_id = ? "
        "GROUP BY counter ORDER BY 2 DESC, 1",
        (plan_id,),
    )
    return [
        CounterState(counter, counted, _last_shelf(books, plan_id, counter), last_at)
        for counter, counted, last_at in rows
    ]


def _last_shelf(books: Books, plan_id: int, counter: str) -> str:
    return str(books.value(
        "SELECT shelf FROM count_entry WHERE plan_id = ? AND counter = ? "
        "ORDER BY at DESC, id DESC LIMIT 1",
        (plan_id, counter),
    ))  # fmt: skip


def disputed_lines(books: Books, plan_id: int) -> list[DisputedLine]:
    """Findings that do not agree, shelf by shelf."""
    told = [
        line
        for its in differences(books, plan(books, plan_id)).values()
        for line in its.outcome.disputed
    ]
    names: dict[int, str] = {}
    if told:
        ids = sorted({line.product_id for line in told})
        names = dict(
            books.rows(f"SELECT id, name FROM product WHERE id IN ({marks(ids)})", ids)  # noqa: S608
        )
    return [
        DisputedLine(
            line.id, line.product_id, names[line.product_id], line.shelf, line.lot, line.counter,
            quantity(line.counted), None if line.pieces is None else quantity(line.pieces),
        )
        for line in told
    ]  # fmt: skip
