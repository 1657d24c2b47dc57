"""How a count comes to its end: compared, counted again where it differs much, approved, posted.

Counting goes on until somebody with the right to approve says that it is so; the stock changes in
that moment only, by one COUNT document (LEDGER L-50 to L-54).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.core.money import ZERO, proportion, quantity
from erp_desktop.models.books import Books, marks
from erp_desktop.services.paper import Posted
from erp_desktop.services.stock.count_bins import (
    InBin,
    counted_by_bin,
    expected_in_bins,
    on_shelves,
)
from erp_desktop.services.stock.count_entries import Outcome, outcomes
from erp_desktop.services.stock.count_plans import Plan, open_plan
from erp_desktop.services.stock.counting import (
    CountLine,
    PostCount,
    expected,
    expected_of_lot,
    post_count,
)
from erp_desktop.services.stock.lots import lot_named
from erp_desktop.services.stock.piece_counts import pieces_then

RIGHT = "approve_count"
APPROVERS = frozenset({"owner", "manager"})


@dataclass(frozen=True, slots=True)
class ApproveCount:
    """`zero_rest`: what was asked for and not found by anybody is gone."""

    plan_id: int
    zero_rest: bool = False


class Difference(NamedTuple):
    """What was found of a product against the books at its time (whole parts)."""

    product_id: int
    outcome: Outcome
    book: int
    worth: int
    bins: tuple[InBin, ...] = ()  # where it was counted bin by bin
    pieces: int | None = None  # how many the books have, where pieces are kept beside the weight

    @property
    def quantity(self) -> int:
        return self.outcome.counted - self.book

    @property
    def more_pieces(self) -> int:
        """How many pieces more than the books; none where nobody said how many there are."""
        found = self.outcome.pieces
        return 0 if found is None or self.pieces is None else found - self.pieces

    @property
    def differs(self) -> bool:
        return bool(self.quantity or self.more_pieces)


def differences(
    books: Books, found: Plan, product_ids: Sequence[int] | None = None
) -> dict[int, Difference]:
    """Of each product that was counted: what the books say, and what the difference is worth."""
    counted = outcomes(books, found.id, product_ids)
    there = expected(books, found.place_id, [(one, its.at) for one, its in counted.items()])
    there |= _tracked(books, found.place_id, counted)
    bins = counted_by_bin(books, found.place_id, counted)
    pieces = _pieces_in_books(books, found.place_id, counted, bins)
    there |= _binned(books, found.place_id, bins)
    costs = _costs(books, found.place_id, list(counted))
    told = {}
    for product_id, outcome in counted.items():
        value, held = costs.get(product_id, (0, 0))
        more = outcome.counted - there[product_id]
        worth = proportion(value, more, held, books.minor) if held else 0
        its_bins = tuple(bins.get(product_id, ()))
        told[product_id] = Difference(
            product_id, outcome, there[product_id], worth, its_bins, pieces.get(product_id)
        )
    return told


def needs_recount(found: Plan, difference: Difference, verdict: str, round_: int) -> bool:
    """Whether a product is to be counted again before anybody may approve it."""
    if verdict == "accepted":
        return False
    if difference.outcome.round < round_:
        return True  # asked for, and nobody has done it yet
    most = max(abs(difference.quantity), abs(difference.more_pieces))
    over = (found.recount_quantity is not None and most >= found.recount_quantity) or (
        found.recount_value is not None and abs(difference.worth) >= found.recount_value
    )
    return over and difference.differs and difference.outcome.round == 1


def compare_count(books: Books, plan_id: int) -> int:
    """Lay the count beside the books: what differs too much is to be counted again; how many.

    Raises CountClosed, NothingToPost.
    """
    found = open_plan(books, plan_id)
    told = differences(books, found)
    if not told:
        raise errors.NothingToPost
    verdicts = _verdicts(books, plan_id)
    again = [
        one for one, difference in told.items()
        if needs_recount(found, difference, *verdicts.get(one, ("", 1)))
    ]  # fmt: skip
    for product_id in again:
        if verdicts.get(product_id, ("", 1))[1] == told[product_id].outcome.round:
            ask_recount(books, plan_id, product_id)
    books.update("count_plan", plan_id, state="review")
    return len(again)


def ask_recount(books: Books, plan_id: int, product_id: int) -> None:
    """Have a product counted once more. Raises CountClosed."""
    open_plan(books, plan_id)
    books.run(
        "UPDATE count_item SET round = 1 + (SELECT COALESCE(MAX(e.round), 0) FROM count_entry e "
        "WHERE e.plan_id = count_item.plan_id AND e.product_id = count_item.product_id), "
        "verdict = 'recount', decided_by = ? WHERE plan_id = ? AND product_id = ?",
        (books.user_id, plan_id, product_id),
    )


def accept_difference(books: Books, plan_id: int, product_id: int) -> None:
    """The difference is so; it needs no recount. Raises CountClosed, NotAllowed."""
    open_plan(books, plan_id)
    require_approver(books)
    books.run(
        "UPDATE count_item SET verdict = 'accepted', decided_by = ?, round = (SELECT "
        "COALESCE(MAX(e.round), 1) FROM count_entry e WHERE e.plan_id = count_item.plan_id AND "
        "e.product_id = count_item.product_id) WHERE plan_id = ? AND product_id = ?",
        (books.user_id, plan_id, product_id),
    )


def say_reason(books: Books, plan_id: int, product_id: int, reason: str) -> None:
    """Why it differs, from the list or in one's own words. Raises CountClosed."""
    open_plan(books, plan_id)
    books.run(
        "UPDATE count_item SET reason = ? WHERE plan_id = ? AND product_id = ?",
        (reason.strip(), plan_id, product_id),
    )


def may_approve(books: Books) -> bool:
    """Whether the person on duty may approve counts; a shop without people has nobody to ask."""
    if books.user_id is None:
        return True
    role = books.value("SELECT role FROM user_account WHERE id = ?", (books.user_id,))
    return role in APPROVERS


def require_approver(books: Books) -> None:
    """Raises NotAllowed."""
    if not may_approve(books):
        name = books.value("SELECT name FROM user_account WHERE id = ?", (books.user_id,))
        raise errors.NotAllowed(name, RIGHT)


def approve_count(books: Books, command: ApproveCount) -> Posted:
    """Post what was counted; what was not counted stays (L-53), or is gone if one says so.

    Raises NotAllowed, CountClosed, CountersDisagree, RecountsOpen, NothingToPost.
    """
    found = open_plan(books, command.plan_id)
    require_approver(books)
    told = differences(books, found)
    _require_settled(books, found, told)
    lines = [line for one in told.values() for line in _lines(one)]
    if command.zero_rest:
        lines += _zeros(books, found, _left(books, found, told))
    posted = post_count(books, PostCount(lines, found.place_id, note=found.name))
    books.update(
        "count_plan", found.id, state="posted", document_id=posted.id, decided_at=clock.now(),
        decided_by=books.user_id,
    )  # fmt: skip
    return posted


def _zeros(books: Books, found: Plan, product_ids: Sequence[int]) -> list[CountLine]:
    """Nobody found these: of a count of shelves nothing is left on them, and only there."""
    now = clock.now()
    if found.scope != "shelf":
        return [CountLine(one, ZERO, now) for one in product_ids]
    wanted = set(product_ids)
    return [
        CountLine(product_id, ZERO, now, code, lot or None, bin_id)
        for product_id, bin_id, code, lot in on_shelves(books, found.place_id, found.value)
        if product_id in wanted
    ]


def _lines(difference: Difference) -> list[CountLine]:
    """What is posted of a product: one line, or one for each of its bins and lots."""
    if difference.bins:
        return [
            CountLine(one.product_id, quantity(one.counted), one.at, one.shelf, one.lot or None,
                      one.bin_id, _maybe(one.pieces))
            for one in difference.bins
        ]  # fmt: skip
    its, shelves = difference.outcome, ", ".join(difference.outcome.shelves)
    lots = its.lots() or {"": (its.counted, its.at, its.pieces)}
    return [
        CountLine(difference.product_id, quantity(counted), at, shelves, lot or None,
                  pieces=_maybe(pieces))
        for lot, (counted, at, pieces) in lots.items()
    ]  # fmt: skip


def _maybe(parts: int | None) -> Decimal | None:
    return None if parts is None else quantity(parts)


def _binned(books: Books, place_id: int, bins: Mapping[int, Sequence[InBin]]) -> dict[int, int]:
    """Of products counted by bin: what the books say of the bins that were counted."""
    lines = [one for its in bins.values() for one in its]
    there = expected_in_bins(
        books, place_id, [(one.product_id, one.bin_id, one.lot, one.at) for one in lines]
    )
    return {
        product_id: sum(there[product_id, one.bin_id, one.lot] for one in its)
        for product_id, its in bins.items()
    }


def _pieces_in_books(
    books: Books, place_id: int, counted: Mapping[int, Outcome],
    bins: Mapping[int, Sequence[InBin]],
) -> dict[int, int]:  # fmt: skip
    """Of goods that are kept in pieces too: how many the books have of what was counted."""
    told: dict[int, int] = {}
    for product_id in _caught(books, list(counted)):
        its = counted[product_id]
        scopes: list[tuple[str, int, int | None]] = (
            [(one.lot, one.at, one.bin_id) for one in bins.get(product_id, ())]
            or [(lot, at, None) for lot, (_, at, _) in its.lots().items()]
            or [("", its.at, None)]
        )
        told[product_id] = sum(
            pieces_then(
                books, product_id, place_id, at, bin_id=bin_id,
                lot_id=lot_named(books, product_id, lot) or 0 if lot else None,
            )
            for lot, at, bin_id in scopes
        )  # fmt: skip
    return told


def _caught(books: Books, product_ids: Sequence[int]) -> list[int]:
    """Those whose pieces are kept beside the weight."""
    found: list[int] = []
    for first in range(0, len(product_ids), 500):
        some = product_ids[first : first + 500]
        found += [
            row[0]
            for row in books.rows(
                "SELECT id FROM product WHERE COALESCE(catch_unit, '') <> '' "  # noqa: S608
                f"AND id IN ({marks(some)})",
                some,
            )
        ]
    return found


def _tracked(books: Books, place_id: int, counted: dict[int, Outcome]) -> dict[int, int]:
    """Of tracked products: what the books say of the lots that were counted, and of no other."""
    lots = {
        (product_id, code): at
        for product_id, its in counted.items()
        for code, (_, at, _) in its.lots().items()
    }
    if not lots:
        return {}
    told = dict.fromkeys((product_id for product_id, _ in lots), 0)
    for (product_id, code), at in lots.items():
        told[product_id] += expected_of_lot(books, product_id, place_id, code, at)
    return told


def _require_settled(books: Books, found: Plan, told: dict[int, Difference]) -> None:
    verdicts = _verdicts(books, found.id)
    disputed = [one for one in told.values() if one.outcome.disputed]
    if disputed:
        first = disputed[0].outcome.disputed[0]
        sku = books.value("SELECT sku FROM product WHERE id = ?", (first.product_id,))
        raise errors.CountersDisagree(sku, first.shelf, len(disputed))
    again = sum(
        needs_recount(found, one, *verdicts.get(one.product_id, ("", 1))) for one in told.values()
    )
    if again:
        raise errors.RecountsOpen(again)


def _left(books: Books, found: Plan, told: dict[int, Difference]) -> list[int]:
    """What was asked for and counted by nobody."""
    rows = books.rows(
        "SELECT product_id FROM count_item WHERE plan_id = ? AND asked ORDER BY product_id",
        (found.id,),
    )
    return [row[0] for row in rows if row[0] not in told]


def _verdicts(books: Books, plan_id: int) -> dict[int, tuple[str, int]]:
    return {
        row[0]: (row[1], row[2])
        for row in books.rows(
            "SELECT product_id, verdict, round FROM count_item WHERE plan_id = ?", (plan_id,)
        )
    }


def _costs(books: Books, place_id: int, product_ids: list[int]) -> dict[int, tuple[int, int]]:
    """What a quantity is worth there: value and quantity held, else the last known cost."""
    found = {}
    for first in range(0, len(product_ids), 500):
        some = product_ids[first : first + 500]
        for product_id, held, value, cost_value, cost_held in books.rows(
            "SELECT product_id, on_hand, value, cost_value, cost_quantity FROM stock_balance "  # noqa: S608
            f"WHERE location_id = ? AND product_id IN ({marks(some)})",
            [place_id, *some],
        ):
            found[product_id] = (value, held) if held > 0 else (cost_value, cost_held)
    return found
