"""Goods on their way (在途): what was sent to a warehouse, and what of it arrives there.

Each warehouse has a road of its own that leads to it: a place of kind *transit*, ours, with value.
So goods that travel to different warehouses never share their cost, and a later fact about the
source follows the goods on the road and into the warehouse (LEDGER L-32). What does not arrive
leaves the road as a write-off or as a count difference, at its cost; nothing is lost in between.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from erp_desktop.core import clock, errors
from erp_desktop.core.money import quantity, quantity_parts
from erp_desktop.core.states import Kind, State
from erp_desktop.models.books import Books, marks
from erp_desktop.services import posting
from erp_desktop.services.paper import Goods, Line, Paper, Posted
from erp_desktop.services.records import Answered, LineRow, Record, answered, record, require
from erp_desktop.services.stock.pieces import share_of
from erp_desktop.services.stock.places import ROAD, Place, outside, place, refresh

MISSING_GOES: Final = ("scrap", "adjustment")  # written off, or a count difference


@dataclass(frozen=True, slots=True)
class ArrivedPart:
    """Of one line that was sent: how much arrived, how much is missing for good, and the bin."""

    line_id: int
    arrived: Decimal
    missing: Decimal = Decimal(0)
    bin_id: int | None = None


@dataclass(frozen=True, slots=True)
class ReceiveTransfer:
    """What arrives of a transfer; the rest stays on its way. `reason` says why some is missing."""

    transfer_id: int
    parts: Sequence[ArrivedPart]
    reason: str = ""
    missing_goes: str = "scrap"
    at: int | None = None
    external_id: str | None = None
    note: str = ""


def transit_to(books: Books, target: Place) -> int:
    """The road that leads to a warehouse, made when it is first travelled."""
    code = f"{ROAD}TO:{target.id}"
    found = books.value("SELECT id FROM location WHERE code = ?", (code,))
    if found is None:
        found = books.insert("location", code=code, name=target.name, kind="transit")
        refresh(books)
    return int(found)


def on_the_way(books: Books, transfer: Record) -> dict[int, int]:
    """By line of a transfer: how much is still on its way. Empty for one done in one step."""
    road = _road(books, transfer.header.id)
    if road is None:
        return {}
    done = answered(books, [line.id for line in transfer.lines], [Kind.TRANSFER_IN])
    return {
        line.id: line.quantity - done.get(line.id, Answered()).quantity for line in transfer.lines
    }


def _road(books: Books, transfer_id: int) -> int | None:
    found = books.value(
        "SELECT m.target_id FROM stock_move m JOIN location t ON t.id = m.target_id "
        "WHERE m.document_id = ? AND t.kind = 'transit' LIMIT 1",
        (transfer_id,),
    )
    return None if found is None else int(found)


def receive_transfer(books: Books, command: ReceiveTransfer) -> Posted:
    """Take in what arrived of a transfer, and say what will not.

    Raises WrongDocument for what is not on its way, MoreThanSent, Missing (reason) where something
    is missing without one, NotAmong, BeforeItsOrigin, NothingToPost.
    """
    if again := posting.posted_before(books, command.external_id):
        return again
    transfer = record(books, command.transfer_id)
    head = transfer.header
    require(head, [Kind.TRANSFER], [State.POSTED])
    road = _road(books, head.id)
    if road is None:
        raise errors.WrongDocument(head.called, head.kind, head.state)
    paper = Paper(
        kind=Kind.TRANSFER_IN,
        at=command.at if command.at is not None else clock.now(),
        place_id=place(books, head.to_place_id or 0).id,
        of_id=head.id,
        external_id=command.external_id,
        reason=command.reason.strip(),
        note=command.note,
    )
    if paper.at < head.happened_at:
        raise errors.BeforeItsOrigin(clock.iso(paper.at), clock.iso(head.happened_at))
    _take_in(books, paper, command, transfer, road)
    if not paper.lines:
        raise errors.NothingToPost
    return posting.post(books, paper)


def _take_in(
    books: Books, paper: Paper, command: ReceiveTransfer, transfer: Record, road: int
) -> None:
    if command.missing_goes not in MISSING_GOES:
        raise errors.NotAmong("missing_goes", command.missing_goes, " | ".join(MISSING_GOES))
    rows, left = {row.id: row for row in transfer.lines}, on_the_way(books, transfer)
    lots = _lots_sent(books, list(rows))
    lost = outside(books, command.missing_goes)
    for part in command.parts:
        row = rows.get(part.line_id)
        if row is None:
            raise errors.UnknownDocument(part.line_id)
        arrived, missing = _parts(part)
        if arrived + missing > left[row.id]:
            wanted = quantity(arrived + missing)
            raise errors.MoreThanSent(row.sku, wanted, quantity(left[row.id]))
        left[row.id] -= arrived + missing
        if missing and not paper.reason:
            raise errors.Missing("reason")
        gone = row.quantity - left[row.id] - arrived - missing
        sent = lots.get(row.id, [(None, row.quantity)])
        here = (road, paper.place_id or 0)
        _add(paper, row, _next(sent, gone, arrived), here, part.bin_id, gone)
        _add(paper, row, _next(sent, gone + arrived, missing), (road, lost), None, gone + arrived)


def _parts(part: ArrivedPart) -> tuple[int, int]:
    arrived, missing = quantity_parts(part.arrived), quantity_parts(part.missing)
    if arrived < 0 or missing < 0:
        raise errors.NotPositive("quantity", min(part.arrived, part.missing))
    return arrived, missing


Lots = list[tuple[int | None, int]]  # (lot, how much of it)


def _next(sent: Lots, gone: int, much: int) -> Lots:
    """The lots of the next `much` that travelled, `gone` having come (or been missed) before."""
    found: Lots = []
    for lot_id, of_lot in sent:
        passed = min(gone, of_lot)
        gone -= passed
        part = min(of_lot - passed, much)
        if part > 0:
            found.append((lot_id, part))
            much -= part
    return found


def _add(
    paper: Paper, row: LineRow, lots: Lots, ends: tuple[int, int], bin_id: int | None, before: int
) -> None:
    """A line of its own for what arrived and for what is missing; each says where it went.

    The pieces of a weight come as they were sent, `before` of it having come already.
    """
    if not lots:
        return
    at, (road, target), whole = len(paper.lines), ends, sum(part for _, part in lots)
    pieces = share_of(row.pieces, before, whole, row.quantity)
    paper.lines.append(
        Line(row.product_id, row.sku, row.name, whole, row.unit, row.factor, pieces=pieces,
             answers_id=row.id, place_id=target, lot=row.lot, expires_on=row.expires_on,
             bin_id=bin_id, note=paper.reason if target != paper.place_id else "")
    )  # fmt: skip
    done = 0
    for lot_id, part in lots:
        of_lot = share_of(pieces, done, part, whole)
        done += part
        paper.goods.append(
            Goods(at, row.product_id or 0, road, target, part, lot_id=lot_id, target_bin_id=bin_id,
                  pieces=of_lot)
        )  # fmt: skip


def _lots_sent(books: Books, line_ids: Sequence[int]) -> dict[int, Lots]:
    """The lots that each line sent, and how much of each."""
    found: dict[int, Lots] = {}
    for line_id, lot_id, moved in books.rows(
        "SELECT line_id, lot_id, quantity FROM stock_move "  # noqa: S608
        f"WHERE line_id IN ({marks(line_ids)}) ORDER BY id",
        line_ids,
    ):
        found.setdefault(line_id, []).append((lot_id, moved))
    return found
