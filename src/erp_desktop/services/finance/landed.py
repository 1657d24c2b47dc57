"""Landed cost (采购费用分摊): freight, customs and packing become part of what the goods cost.

Each cost is shared over the lines of one or several receipts, by value, quantity, weight or
volume, and changes what each receipt was worth at its own time: what is still there takes its part
to the stock, what was sold since to the cost of sales (LEDGER L-29 to L-32).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.core.allocation import shared
from erp_desktop.core.money import ZERO, money, proportion, quantity
from erp_desktop.core.states import Kind
from erp_desktop.core.tax import HUNDRED, rate_parts
from erp_desktop.models.books import Books, marks
from erp_desktop.services import posting
from erp_desktop.services.finance.bills import receipts_of
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.paper import Leg, Line, Paper, Posted
from erp_desktop.services.records import Header, LineRow, record, revalued
from erp_desktop.services.trade import part_of, put_partner

BY: Final = ("value", "quantity", "weight", "volume")
NAMES: Final = ("freight", "customs", "packing", "other")


@dataclass(frozen=True, slots=True)
class Cost:
    """One kind of cost: how much without tax, shared by what; `rate` is its tax in percent."""

    amount: Decimal
    by: str = "value"
    name: str = "freight"
    rate: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class AddLandedCost:
    """Costs over receipts (or over a purchase order's receipts), all of them to one supplier.

    Without a supplier they are taken up as still to be paid to somebody.
    """

    receipt_ids: Sequence[int]
    costs: Sequence[Cost]
    at: int | None = None
    supplier_id: int | None = None
    due_on: int | None = None
    external_id: str | None = None
    reference: str = ""
    note: str = ""


class Share(NamedTuple):
    """What one line of a receipt takes of the costs, before and after."""

    line_id: int
    product_id: int
    receipt: str
    sku: str
    name: str
    quantity: Decimal
    unit: str
    value: Decimal  # as it was received
    shares: tuple[Decimal, ...]  # of each cost, in order

    @property
    def total(self) -> Decimal:
        return sum(self.shares, ZERO)


class ProductShare(NamedTuple):
    """What a product gets, over all receipts: of each cost, and how much of it stays in stock.

    The rest went with what is not there any more: sold, written off, made into something else.
    """

    product_id: int
    sku: str
    name: str
    unit: str
    receipts: tuple[str, ...]
    quantity: Decimal
    value: Decimal  # as it was received
    shares: tuple[Decimal, ...]
    stays: Decimal

    @property
    def total(self) -> Decimal:
        return sum(self.shares, ZERO)

    @property
    def gone(self) -> Decimal:
        return self.total - self.stays


class LandedPreview(NamedTuple):
    """What posting would do: the shares, and where they go."""

    shares: tuple[Share, ...]
    to_stock: Decimal
    to_sales: Decimal  # the part of goods that were sold since
    elsewhere: Decimal  # counted short, written off, gone back
    products: tuple[ProductShare, ...] = ()


def add_landed_cost(books: Books, command: AddLandedCost) -> Posted:
    """Share costs over what arrived, from each receipt's own time on.

    Raises NotAmong for another `by`, NotPositive, MeasureMissing where a product has no weight or
    volume, WrongDocument, NothingToPost.
    """
    if again := posting.posted_before(books, command.external_id):
        return again
    receipts = _receipts(books, command)
    paper = Paper(
        kind=Kind.LANDED_COST,
        at=command.at if command.at is not None else clock.now(),
        of_id=receipts[0].id,
        external_id=command.external_id,
        due_on=command.due_on,
        reference=command.reference,
        note=command.note,
        place_id=receipts[0].place_id,
    )
    put_partner(books, paper, command.supplier_id)
    rows = _rows(books, receipts)
    _lines(books, command, paper, rows)
    _money(books, command, paper)
    return posting.post(books, paper)


def shares_of(books: Books, command: AddLandedCost) -> list[Share]:
    """What each received line would take of each cost, to be looked at before it is posted."""
    receipts = _receipts(books, command)
    called = {receipt.id: receipt.called for receipt in receipts}
    rows = _rows(books, receipts)
    taken = [_shared(books, cost, [row for _, row in rows]) for cost in command.costs]
    places = books.money_places
    return [
        Share(
            row.id, row.product_id or 0, called[receipt_id], row.sku, row.name,
            quantity(row.quantity), row.unit, money(row.net, places),
            tuple(money(shares[at], places) for shares in taken),
        )
        for at, (receipt_id, row) in enumerate(rows)
    ]  # fmt: skip


def preview_landed_cost(books: Books, command: AddLandedCost) -> LandedPreview:
    """The same with where the amounts go. It posts: run it with `try_out`, which takes it back."""
    shares = shares_of(books, command)
    before = _worth(books, shares)
    posted = add_landed_cost(books, command)
    went: dict[str, int] = defaultdict(int)
    for role, amount in books.rows(
        "SELECT a.role, SUM(j.amount) FROM journal_entry e JOIN journal_line j "
        "ON j.entry_id = e.id JOIN account a ON a.id = j.account_id "
        "WHERE e.document_id = ? AND j.by_stock = 1 GROUP BY a.role",
        (posted.id,),
    ):
        went[role] += int(amount)
    landed = -went.pop(Role.LANDED, 0)
    stock, sales = went.get(Role.STOCK, 0), went.get(Role.COST_OF_SALES, 0)
    places = books.money_places
    return LandedPreview(
        tuple(shares), money(stock, places), money(sales, places),
        money(landed - stock - sales, places),
        tuple(_products(books, shares, before)),
    )  # fmt: skip


def _worth(books: Books, shares: Sequence[Share]) -> dict[int, int]:
    """By product: what the shop has of it is worth now."""
    ids = list({share.product_id for share in shares})
    return dict(
        books.rows(
            "SELECT product_id, CAST(SUM(value) AS BIGINT) FROM stock_balance "  # noqa: S608
            f"WHERE product_id IN ({marks(ids)}) GROUP BY product_id",
            ids,
        )
    )


def _products(
    books: Books, shares: Sequence[Share], before: dict[int, int]
) -> Iterator[ProductShare]:
    """The shares by product, in the order of the receipts."""
    after, places = _worth(books, shares), books.money_places
    together: dict[int, list[Share]] = defaultdict(list)
    for share in shares:
        together[share.product_id].append(share)
    for product_id, its in together.items():
        first, stays = its[0], after.get(product_id, 0) - before.get(product_id, 0)
        yield ProductShare(
            product_id, first.sku, first.name, first.unit,
            tuple(dict.fromkeys(share.receipt for share in its)),
            sum((share.quantity for share in its), ZERO),
            sum((share.value for share in its), ZERO),
            tuple(sum(each, ZERO) for each in zip(*(share.shares for share in its), strict=True)),
            money(stays, places),
        )  # fmt: skip


def _receipts(books: Books, command: AddLandedCost) -> list[Header]:
    if not command.costs:
        raise errors.NothingToPost
    for cost in command.costs:
        if cost.by not in BY:
            raise errors.NotAmong("by", cost.by, " | ".join(BY))
        if cost.amount <= ZERO:
            raise errors.NotPositive("amount", cost.amount)
        rate_parts(cost.rate)
    found = receipts_of(books, list(dict.fromkeys(command.receipt_ids)))
    return list({receipt.id: receipt for receipt in found}.values())


def _rows(books: Books, receipts: Iterable[Header]) -> list[tuple[int, LineRow]]:
    """The lines that brought goods, with their receipt. Raises NothingToPost."""
    rows = [
        (receipt.id, row)
        for receipt in receipts
        for row in record(books, receipt.id).lines
        if row.quantity
    ]
    if not rows:
        raise errors.NothingToPost
    return rows


def _shared(books: Books, cost: Cost, rows: Sequence[LineRow]) -> list[int]:
    return shared(books.amount(cost.amount), _weights(books, cost.by, rows), books.minor)


def _weights(books: Books, by: str, rows: Sequence[LineRow]) -> list[int]:
    if by == "value":
        return [row.net for row in rows]
    if by == "quantity":
        return [row.quantity for row in rows]
    ids = list({row.product_id or 0 for row in rows})
    known: dict[int, int | None] = dict(
        books.rows(f"SELECT id, {by} FROM product WHERE id IN ({marks(ids)})", ids)  # noqa: S608
    )
    weights = []
    for row in rows:
        one = known.get(row.product_id or 0)
        if not one:
            raise errors.MeasureMissing(row.sku, by)
        weights.append(row.quantity * one)
    return weights


def _lines(
    books: Books, command: AddLandedCost, paper: Paper, rows: Sequence[tuple[int, LineRow]]
) -> None:
    """A line for each cost of each received line; the receipt's move takes their sum."""
    more: dict[int, int] = defaultdict(int)
    for cost in command.costs:
        shares = _shared(books, cost, [row for _, row in rows])
        taxes = shared(_tax(books, cost), shares, books.minor)
        for (_, row), share, tax in zip(rows, shares, taxes, strict=True):
            if share or tax:
                paper.lines.append(_line(books, row, cost, share, tax))
                more[row.id] += share
    paper.revalues += revalued(books, list(more), Role.LANDED, more)


def _tax(books: Books, cost: Cost) -> int:
    """Each cost is taxed as one amount (LEDGER L-66); its lines only share it."""
    return proportion(books.amount(cost.amount), rate_parts(cost.rate), HUNDRED, books.minor)


def _line(books: Books, row: LineRow, cost: Cost, share: int, tax: int) -> Line:
    line = part_of(row, row.quantity, 0, books.minor)
    line.net, line.tax, line.discount, line.price = share, tax, 0, 0
    line.percent_off, line.rate = 0, rate_parts(cost.rate)
    line.note, line.reason = cost.name, cost.by
    return line


def _money(books: Books, command: AddLandedCost, paper: Paper) -> None:
    """Owed to the supplier with the tax."""
    paper.net = sum(books.amount(cost.amount) for cost in command.costs)
    paper.tax = sum(_tax(books, cost) for cost in command.costs)
    paper.total = paper.net + paper.tax
    if command.supplier_id is not None:
        paper.legs = [
            Leg(Role.LANDED, paper.net),
            Leg(Role.INPUT_TAX, paper.tax),
            Leg(Role.PAYABLE, -paper.total, paper.partner_id),
        ]
