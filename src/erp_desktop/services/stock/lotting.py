"""Which lots a posting moves: as its lines say, as the answered paper did, else by expiry.

Goods that are tracked move lot by lot, serial numbers piece by piece. A line names its lot or its
serials; what goes out without a name is proposed by FEFO (先到期先出): the earliest expiry, then
the older receipt, what has no date last (LEDGER L-55). What expired or is blocked is not sold
without permission. What comes back by number comes back in the lots it went out with (L-18).
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from erp_desktop.core import clock, errors, money
from erp_desktop.core.allocation import cumulative
from erp_desktop.core.money import ONE_QUANTITY
from erp_desktop.core.states import Kind
from erp_desktop.models.books import Books
from erp_desktop.services.paper import Goods, Line, Paper, Rule
from erp_desktop.services.stock.lot_promises import in_turn, lot_promises
from erp_desktop.services.stock.pieces import share_of
from erp_desktop.services.stock.places import Place, places

SELLING: Final = frozenset({Kind.SALE, Kind.GOODS_ISSUE})
MAKES_LOTS: Final = frozenset({"supplier", "opening", "production"})  # where lots come from


class Lot(NamedTuple):
    """A lot as it stands in one place."""

    id: int
    code: str
    expires_on: int | None
    blocked: str
    on_hand: int


class Portion(NamedTuple):
    """So much of a line's goods is of this lot; None is without one."""

    lot_id: int | None
    quantity: int
    answers_id: int | None = None


def spread_lots(books: Books, paper: Paper, rules: dict[int, Rule]) -> None:
    """Split the paper's goods by lot, in place.

    Raises LotNeeded, UnknownLot, SerialNotOne, LotExpired, LotBlocked, NotEnoughStock.
    """
    plain = all(rule.track == "none" for rule in rules.values())
    if paper.kind is Kind.REVERSAL or (
        plain and not any(line.lot or line.serials for line in paper.lines)
    ):
        return
    spread: dict[int, list[Goods]] = {}
    for at in _named_first(paper):
        goods = paper.goods[at]
        rule, line = rules[goods.product_id], _own_line(paper, goods)
        if goods.lot_id is None and (_names(line) or rule.track != "none"):
            taken = _taken(spread.values(), goods)
            came = _came(spread.values(), goods)
            spread[at] = _split(books, paper, goods, line, rule, taken, came)
        else:
            spread[at] = [goods]
    paper.goods = [goods for at in sorted(spread) for goods in spread[at]]
    _learn(books, paper, rules)


def _named_first(paper: Paper) -> list[int]:
    """The places of the goods, those whose lot is told before those that take what is left."""
    told = [goods.lot_id is not None or _names(_own_line(paper, goods)) for goods in paper.goods]
    return sorted(range(len(paper.goods)), key=lambda at: not told[at])


def _names(line: Line | None) -> bool:
    return line is not None and bool(line.lot or line.serials)


def _taken(spread: Iterable[Sequence[Goods]], goods: Goods) -> dict[int, int]:
    """What other lines of the paper take of the same product from the same place, by lot."""
    found: dict[int, int] = {}
    for other in (one for part in spread for one in part):
        same = (other.product_id, other.source_id) == (goods.product_id, goods.source_id)
        if same and other.lot_id is not None:
            found[other.lot_id] = found.get(other.lot_id, 0) + other.quantity
    return found


def _own_line(paper: Paper, goods: Goods) -> Line | None:
    """The line that names the goods themselves: not the line of a kit."""
    line = paper.lines[goods.line]
    return line if line.product_id == goods.product_id else None


def _came(spread: Iterable[Sequence[Goods]], goods: Goods) -> list[Portion]:
    """By lot: what another part of the same line brought to where these goods leave from."""
    return [
        Portion(other.lot_id, other.quantity)
        for other in (one for part in spread for one in part)
        if (other.line, other.product_id, other.target_id)
        == (goods.line, goods.product_id, goods.source_id)
    ]


def _split(  # noqa: PLR0913, PLR0917  (private: one part of a paper)
    books: Books, paper: Paper, goods: Goods, line: Line | None, rule: Rule,
    taken: Mapping[int, int], came: Sequence[Portion],
) -> list[Goods]:  # fmt: skip
    named = _named(books, paper, goods, line, rule)
    if goods.counted is not None:
        return [replace(goods, lot_id=named[0][0])] if named else [goods]
    source = places(books)[goods.source_id]
    if paper.kind is Kind.SALES_RETURN and source.own:
        portions = came  # by way of stock to scrap: just what came
    elif goods.answers_id is not None:
        portions = _answered(books, goods, rule, [lot for lot, _ in named])
    elif named:
        portions = [Portion(lot, much) for lot, much in named]
        _check_named(books, paper, rule, source, portions)
    elif source.own:
        portions = _first_to_expire(books, paper, goods, rule, taken)
    else:
        return [goods]  # `lot_rules` says what it needs
    return list(_parts(goods, portions, books.minor))


def _parts(goods: Goods, portions: Sequence[Portion], minor: int) -> Iterator[Goods]:
    """The goods in portions; a stated value is shared over them to the cent."""
    done = 0
    for portion in portions:
        value = goods.value
        if value is not None:
            value = cumulative(value, done, portion.quantity, goods.quantity, minor)
        pieces = share_of(goods.pieces, done, portion.quantity, goods.quantity)
        done += portion.quantity
        yield replace(
            goods, quantity=portion.quantity, value=value, lot_id=portion.lot_id, pieces=pieces,
            answers_id=portion.answers_id or goods.answers_id,
        )  # fmt: skip


def _named(
    books: Books, paper: Paper, goods: Goods, line: Line | None, rule: Rule
) -> list[tuple[int, int]]:
    """The lots that the line names, each with its quantity."""
    if line is None:
        return []
    serials = json.loads(line.serials) if line.serials else []
    if rule.track == "serial" and line.lot and not serials:
        serials = [line.lot]
    if serials:
        if len(set(serials)) * ONE_QUANTITY != goods.quantity and goods.counted is None:
            raise errors.SerialNotOne(rule.sku, ", ".join(serials))
        return [
            (_lot(books, paper, goods, rule, code, serial=True), ONE_QUANTITY) for code in serials
        ]
    if line.lot:
        return [(_lot(books, paper, goods, rule, line.lot, line=line), goods.quantity)]
    return []


def _lot(  # noqa: PLR0913
    books: Books,
    paper: Paper,
    goods: Goods,
    rule: Rule,
    code: str,
    *,
    line: Line | None = None,
    serial: bool = False,
) -> int:
    """The lot of this code; made where goods come from a supplier, known everywhere else."""
    found = books.value(
        "SELECT id FROM lot WHERE product_id = ? AND code = ?", (goods.product_id, code)
    )
    if found is not None:
        return int(found)
    if goods.counted is None and places(books)[goods.source_id].kind not in MAKES_LOTS:
        raise errors.UnknownLot(rule.sku, code)
    return books.insert(
        "lot", product_id=goods.product_id, code=code, is_serial=int(serial),
        expires_on=(line.expires_on if line else None) or _shelf_life(books, goods, paper.at),
        arrived_at=paper.at,
        supplier_id=paper.partner_id,
    )  # fmt: skip


def _shelf_life(books: Books, goods: Goods, at: int) -> int | None:
    """The last day of what came without one: the product's shelf life from its arrival on."""
    days = books.value("SELECT shelf_days FROM product WHERE id = ?", (goods.product_id,))
    return None if days is None else clock.day_after(clock.day_of(at), int(days))


def _check_named(
    books: Books, paper: Paper, rule: Rule, source: Place, portions: Sequence[Portion]
) -> None:
    """What a person names may still be expired or blocked."""
    if not source.own or paper.kind not in SELLING:
        return
    for portion in portions:
        code, expires_on, blocked = books.row(
            "SELECT code, expires_on, blocked FROM lot WHERE id = ?", (portion.lot_id,)
        ) or ("", None, "")
        _may_sell(paper, rule, Lot(portion.lot_id or 0, code, expires_on, blocked, 0))


def _may_sell(paper: Paper, rule: Rule, lot: Lot) -> None:
    if lot.blocked:
        raise errors.LotBlocked(rule.sku, lot.code, lot.blocked)
    if expired(lot, paper.at) and not paper.allow_expired:
        raise errors.LotExpired(rule.sku, lot.code, clock.day_date(lot.expires_on or 0))


def expired(lot: Lot, at: int) -> bool:
    """Is the lot's last day over?"""
    return lot.expires_on is not None and lot.expires_on < clock.day_of(at)


def lots_at(books: Books, product_id: int, place_id: int) -> list[Lot]:
    """What is there by lot, the first to go first: by expiry, then receipt; no date last (L-55)."""
    return [
        Lot(*row)
        for row in books.rows(
            "SELECT l.id, l.code, l.expires_on, l.blocked, CAST(SUM(d.on_hand) AS BIGINT) "
            "FROM stock_detail d JOIN lot l ON l.id = d.lot_id "
            "WHERE d.product_id = ? AND d.location_id = ? "
            "GROUP BY l.id, l.code, l.expires_on, l.blocked, l.arrived_at "
            "HAVING SUM(d.on_hand) > 0 ORDER BY CASE WHEN l.expires_on IS NULL THEN 1 ELSE 0 END, "
            "l.expires_on, l.arrived_at, l.id",
            (product_id, place_id),
        )
    ]


def _first_to_expire(
    books: Books, paper: Paper, goods: Goods, rule: Rule, taken: Mapping[int, int]
) -> list[Portion]:
    """FEFO over what is there and not `taken` by the same paper; lots that an order was promised
    are its own. Serial numbers are never guessed."""
    if rule.track == "serial":
        raise errors.LotNeeded(rule.sku)
    fit, refused = _fit_lots(books, paper, goods)
    there = [(lot.id, lot.on_hand - taken.get(lot.id, 0)) for lot in fit]
    order_line = paper.lines[goods.line].answers_id
    promised = lot_promises(books, goods.product_id, goods.source_id, order_line)
    much: dict[int, int] = {}
    for lot_id, part in in_turn(there, promised, goods.quantity):
        much[lot_id] = much.get(lot_id, 0) + part
    rest = goods.quantity - sum(much.values())
    if rest and refused is not None:
        _may_sell(paper, rule, refused)
    if rest and rule.track == "lot" and rule.negative == "block":
        wanted = money.quantity(goods.quantity)
        raise errors.NotEnoughStock(rule.sku, wanted, money.quantity(goods.quantity - rest))
    found = [Portion(lot_id, part) for lot_id, part in much.items()]
    return [*found, Portion(None, rest)] if rest else found


def _fit_lots(books: Books, paper: Paper, goods: Goods) -> tuple[list[Lot], Lot | None]:
    """The lots that may go, the first to expire first; and the first that may not."""
    fit: list[Lot] = []
    refused: Lot | None = None
    for lot in lots_at(books, goods.product_id, goods.source_id):
        bad = lot.blocked or (expired(lot, paper.at) and not paper.allow_expired)
        if paper.kind in SELLING and bad:
            refused = refused or lot
        else:
            fit.append(lot)
    return fit, refused


def _answered(books: Books, goods: Goods, rule: Rule, named: Sequence[int]) -> list[Portion]:
    """The lots of the answered paper's line that are not answered yet, the last taken first."""
    rows = books.rows(
        "SELECT m.id, m.lot_id, m.quantity - COALESCE((SELECT SUM(r.quantity) FROM stock_move r "
        "JOIN document d ON d.id = r.document_id AND d.state = 'posted' AND d.kind <> 'reversal' "
        "WHERE r.answers_id = m.id AND r.product_id = m.product_id), 0) "
        "FROM stock_move a JOIN stock_move m ON m.line_id = a.line_id "
        "AND m.product_id = a.product_id AND m.document_id = a.document_id "
        "AND m.caused_by_id = m.document_id WHERE a.id = ? ORDER BY m.id DESC",
        (goods.answers_id,),
    )
    if rule.track == "serial" and not named:
        raise errors.LotNeeded(rule.sku)
    rest, found = goods.quantity, []
    for move_id, lot, left in rows:
        if named and lot not in named:
            continue
        part = min(rest, int(left))
        if part > 0:
            found.append(Portion(lot, part, move_id))
            rest -= part
    if rest and named:
        raise errors.UnknownLot(rule.sku, _codes(books, named))
    if rest:
        found.append(Portion(None, rest, goods.answers_id))
    return found


def _codes(books: Books, lots: Sequence[int]) -> str:
    codes = [books.value("SELECT code FROM lot WHERE id = ?", (lot,)) for lot in lots]
    return ", ".join(map(str, codes))


def _learn(books: Books, paper: Paper, rules: dict[int, Rule]) -> None:
    """A product that came with a lot is followed by lot from now on; with serials, by serial."""
    for goods in paper.goods:
        rule = rules[goods.product_id]
        if goods.lot_id is None or rule.track in {"lot", "serial"}:
            continue
        serial = bool(books.value("SELECT is_serial FROM lot WHERE id = ?", (goods.lot_id,)))
        track = "serial" if serial else "some"
        if track != rule.track:
            books.run("UPDATE product SET track = ? WHERE id = ?", (track, goods.product_id))
            rules[goods.product_id] = rule._replace(track=track)
