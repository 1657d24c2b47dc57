"""What was found while counting: each counter's own lines, and what they come to together.

Different shelves add; what several people found on one shelf must agree, or somebody decides; a
recount takes the place of the round before, shelf by shelf (LEDGER L-52). A line keeps the time
it was counted at (L-50).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.core.money import quantity, quantity_parts
from erp_desktop.models.books import Books, marks
from erp_desktop.services.catalogue.products import product
from erp_desktop.services.stock.count_plans import assign_shelf, open_plan


@dataclass(frozen=True, slots=True)
class CountFound:
    """So much of a product was found on a shelf; `more` adds to what this counter had there.

    `pieces` is how many pieces the weight is, of goods kept in both; None leaves what was said.
    """

    plan_id: int
    product_id: int
    counted: Decimal
    counter: str = ""
    shelf: str = ""
    lot: str = ""
    more: bool = False
    at: int | None = None
    pieces: Decimal | None = None


class Found(NamedTuple):
    """A line of a counter (whole parts)."""

    id: int
    product_id: int
    shelf: str
    lot: str
    round: int
    counter: str
    counted: int
    at: int
    pieces: int | None = None


class Outcome(NamedTuple):
    """What all lines of a product come to; `disputed` are shelves whose counters disagree."""

    counted: int
    at: int
    shelves: tuple[str, ...]
    counters: tuple[str, ...]
    round: int
    disputed: tuple[Found, ...]
    kept: tuple[Found, ...]  # the lines that count
    pieces: int | None = None  # None: nobody said how many pieces all of it is

    def lots(self) -> dict[str, tuple[int, int, int | None]]:
        """By lot: how much was found, when last, in how many pieces; empty without lots."""
        of_lot: dict[str, list[Found]] = {}
        for line in self.kept:
            of_lot.setdefault(line.lot, []).append(line)
        return {
            lot: (sum(line.counted for line in its), max(line.at for line in its), all_pieces(its))
            for lot, its in of_lot.items() if lot
        }  # fmt: skip


def all_pieces(lines: Iterable[Found]) -> int | None:
    """The pieces of several findings; None where somebody did not say how many a weight is."""
    said = [line.pieces for line in lines if line.pieces is not None or line.counted]
    known = [pieces for pieces in said if pieces is not None]
    return sum(known) if known and len(known) == len(said) else None


def count_found(books: Books, command: CountFound) -> int:
    """Write down what was found; how much this counter has there now (whole parts).

    Raises CountClosed, NotStocked, NotPositive, LotNeeded where lots are tracked,
    SameCounterAgain for a recount by whoever counted before.
    """
    found = open_plan(books, command.plan_id)
    goods = product(books, command.product_id)
    if not goods.is_goods:
        raise errors.NotStocked(goods.sku)
    if goods.track not in {"lot", "serial"}:
        command = replace(command, lot="")
    elif not command.lot:
        raise errors.LotNeeded(goods.sku)
    now_in = _round(books, command)
    _require_another(books, command, goods.sku, now_in)
    before, had = _own(books, command, now_in)
    counted = quantity_parts(command.counted) + (before if command.more else 0)
    if counted < 0:
        raise errors.NotPositive("counted", command.counted)
    pieces = _pieces(command, had) if goods.catch_unit else None
    at = command.at if command.at is not None else clock.now()
    books.run(
        "INSERT INTO count_entry (plan_id, product_id, shelf, lot, round, counter, counted, at, "
        "pieces) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (plan_id, product_id, shelf, lot, "
        "round, counter) DO UPDATE SET counted = excluded.counted, at = excluded.at, "
        "pieces = excluded.pieces, set_aside = ?",
        (found.id, command.product_id, command.shelf, command.lot, now_in, command.counter,
         counted, at, pieces, False),
    )  # fmt: skip
    if command.shelf and not _shelf_known(books, command):
        assign_shelf(books, found.id, command.shelf, command.counter)
    return counted


def _pieces(command: CountFound, had: int | None) -> int | None:
    """How many pieces this counter has there now. Raises NotPositive."""
    if command.pieces is None:
        return had
    pieces = quantity_parts(command.pieces) + ((had or 0) if command.more else 0)
    if pieces < 0:
        raise errors.NotPositive("pieces", command.pieces)
    return pieces


def count_pieces(books: Books, command: CountFound) -> None:
    """How many pieces the weight is that was found already, wherever its one line stands.

    Raises SeveralShelves, WeighFirst where no weight was found yet, and what `count_found` raises.
    """
    line = _its_line(books, command)
    if line is None:
        raise errors.WeighFirst(product(books, command.product_id).sku)
    weighed = replace(_of(command, line), counted=quantity(line.counted), at=line.at)
    count_found(books, weighed)


def forget_found(books: Books, command: CountFound) -> None:
    """This counter did not count it after all. Raises CountClosed."""
    open_plan(books, command.plan_id)
    books.run(
        "DELETE FROM count_entry WHERE plan_id = ? AND product_id = ? AND shelf = ? AND lot = ? "
        "AND counter = ? AND round = ?",
        (command.plan_id, command.product_id, command.shelf, command.lot, command.counter,
         _round(books, command)),
    )  # fmt: skip
    books.run(
        "DELETE FROM count_item WHERE plan_id = ? AND product_id = ? AND NOT asked AND NOT EXISTS "
        "(SELECT 1 FROM count_entry e WHERE e.plan_id = count_item.plan_id AND e.product_id = "
        "count_item.product_id)",
        (command.plan_id, command.product_id),
    )


def correct_found(books: Books, command: CountFound) -> None:
    """The figure in the list is not so: this is what is there; zero of it with `forget_found`.

    Without a shelf it is the one line the product has. Raises SeveralShelves and what
    `count_found` raises.
    """
    count_found(books, _meant(books, command))


def uncount(books: Books, command: CountFound) -> None:
    """It was not counted after all, wherever its one line stands. Raises SeveralShelves."""
    forget_found(books, _meant(books, command))


def _meant(books: Books, command: CountFound) -> CountFound:
    """The line that is corrected: of this shelf, by whoever counted it."""
    line = _its_line(books, command)
    return command if line is None else _of(command, line)


def _of(command: CountFound, line: Found) -> CountFound:
    return replace(command, shelf=line.shelf, lot=line.lot, counter=line.counter, more=False)


def _its_line(books: Books, command: CountFound) -> Found | None:
    """The one line of a product in its round. Raises SeveralShelves."""
    its = outcomes(books, command.plan_id, [command.product_id]).get(command.product_id)
    lines = [
        line for line in (its.kept if its else ())
        if line.round == _round(books, command) and command.shelf in {"", line.shelf}
    ]  # fmt: skip
    if len(lines) > 1:
        raise errors.SeveralShelves(product(books, command.product_id).sku)
    return lines[0] if lines else None


def settle_shelf(books: Books, plan_id: int, entry_id: int) -> None:
    """Two people disagree on a shelf: this line is right, the others are set aside.

    Raises CountClosed.
    """
    open_plan(books, plan_id)
    books.run(
        "UPDATE count_entry SET set_aside = (id <> ?) WHERE plan_id = ? AND (product_id, shelf, "
        "lot, round) = (SELECT product_id, shelf, lot, round FROM count_entry WHERE id = ?)",
        (entry_id, plan_id, entry_id),
    )


def outcomes(
    books: Books, plan_id: int, product_ids: Sequence[int] | None = None
) -> dict[int, Outcome]:
    """What was found of each product of a count, or of some."""
    by_product: dict[int, list[Found]] = {}
    for line in _lines(books, plan_id, product_ids):
        by_product.setdefault(line.product_id, []).append(line)
    return {product_id: together(lines) for product_id, lines in by_product.items()}


def together(lines: Iterable[Found]) -> Outcome:
    """What the lines of one product come to."""
    by_shelf: dict[tuple[str, str], list[Found]] = {}
    for line in lines:
        by_shelf.setdefault((line.shelf, line.lot), []).append(line)
    kept: list[Found] = []
    disputed: list[Found] = []
    for found in by_shelf.values():
        newest = max(line.round for line in found)
        last = [line for line in found if line.round == newest]
        kept.append(max(last, key=lambda line: (line.at, line.id)))
        said = {line.pieces for line in last} - {None}
        if len({line.counted for line in last}) > 1 or len(said) > 1:
            disputed += last
    return Outcome(
        sum(line.counted for line in kept),
        max(line.at for line in kept),
        tuple(sorted({line.shelf for line in kept if line.shelf})),
        tuple(dict.fromkeys(line.counter for line in kept)),
        max(line.round for line in kept),
        tuple(disputed),
        tuple(kept),
        all_pieces(kept),
    )


def _lines(books: Books, plan_id: int, product_ids: Sequence[int] | None) -> list[Found]:
    some = "" if product_ids is None else f" AND product_id IN ({marks(product_ids)})"
    if product_ids is not None and not product_ids:
        return []
    return [
        Found(*row)
        for row in books.rows(
            "SELECT id, product_id, shelf, lot, round, counter, counted, at, pieces "  # noqa: S608
            f"FROM count_entry WHERE plan_id = ? AND NOT set_aside{some} ORDER BY id",
            [plan_id, *(product_ids or ())],
        )
    ]


def _round(books: Books, command: CountFound) -> int:
    """Which round a product is in; one that nobody asked for joins the count."""
    round_ = books.value(
        "SELECT round FROM count_item WHERE plan_id = ? AND product_id = ?",
        (command.plan_id, command.product_id),
    )
    if round_ is None:
        books.run(
            "INSERT INTO count_item (plan_id, product_id, asked) VALUES (?, ?, ?)",
            (command.plan_id, command.product_id, False),
        )
    return int(round_ or 1)


def _require_another(books: Books, command: CountFound, sku: str, round_: int) -> None:
    """A recount is done by somebody else, as far as there is anybody else.

    Whoever counted the shelf in an earlier round does not count it again; on a shelf that nobody
    counted, whoever counted the product.
    """
    if round_ == 1:
        return
    rows = books.rows(
        "SELECT DISTINCT shelf, counter FROM count_entry WHERE plan_id = ? AND product_id = ? "
        "AND round < ?",
        (command.plan_id, command.product_id, round_),
    )
    here = {counter for shelf, counter in rows if shelf == command.shelf}
    if command.counter in (here or {counter for _, counter in rows}) and _others(books, command):
        raise errors.SameCounterAgain(sku, command.counter or "–")


def _others(books: Books, command: CountFound) -> bool:
    """Whether somebody else works here, or counts with us."""
    people = books.value("SELECT COUNT(*) FROM user_account WHERE active")
    return int(people or 0) > 1 or bool(
        books.value(
            "SELECT 1 FROM count_entry WHERE plan_id = ? AND counter <> ? LIMIT 1",
            (command.plan_id, command.counter),
        )
    )


def _own(books: Books, command: CountFound, round_: int) -> tuple[int, int | None]:
    """What this counter had found there before, and in how many pieces."""
    found = books.row(
        "SELECT counted, pieces FROM count_entry WHERE plan_id = ? AND product_id = ? "
        "AND shelf = ? AND lot = ? AND round = ? AND counter = ?",
        (command.plan_id, command.product_id, command.shelf, command.lot, round_, command.counter),
    )
    return (0, None) if found is None else (int(found[0]), found[1])


def _shelf_known(books: Books, command: CountFound) -> bool:
    return bool(
        books.value(
            "SELECT 1 FROM count_shelf WHERE plan_id = ? AND shelf = ?",
            (command.plan_id, command.shelf),
        )
    )
