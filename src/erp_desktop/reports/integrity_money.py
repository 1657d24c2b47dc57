"""The journal against the papers: entries balance, and say what the stock and the paper say.

Every value entry of the stock ledger is booked in the same posting, stock on the one side and the
account of the place outside on the other; so the journal lines marked `by_stock` follow from the
entries, day by day. The other lines follow from what kind of paper it is.
"""

from collections import defaultdict
from typing import Final

from erp_desktop.core.states import Kind
from erp_desktop.models.books import Row
from erp_desktop.reports.findings import Findings
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.finance.means import account_of
from erp_desktop.services.stock.places import FROM, TO, Place

Groups = dict[int, list[Row]]
Booked = dict[tuple[int, str], int]  # (day, account role): amount

_ID, _KIND, _NUMBER, _NET, _TAX, _TOTAL, _ORIGIN_KIND = 0, 1, 2, 20, 21, 22, -3
_DIFFERENCES: Final = {"variance": Role.COST_OF_SALES, "price": Role.PRICE_DIFFERENCE}
SPENDING: Final = frozenset({Kind.EXPENSE, Kind.MONEY_TRANSFER})
SELLING: Final = frozenset({Kind.SALE, Kind.INVOICE})


def check_money(
    findings: Findings,
    document: Row,
    entries: Groups,
    journal_lines: Groups,
    journal: Groups,
    payments: Groups,
) -> None:
    """Compare one posting's journal with its value entries and with its header."""
    at = document[_ID]
    if at not in journal and at not in entries and at not in payments:
        return
    days = {row[0]: row[2] for row in journal.get(at, ())}
    balance: dict[int, int] = defaultdict(int)
    by_stock: Booked = defaultdict(int)
    legs: dict[str, int] = defaultdict(int)
    for entry_id, _, account_id, _, amount, stock, _ in journal_lines.get(at, ()):
        balance[entry_id] += amount
        role = findings.roles.get(account_id, "")
        if stock:
            by_stock[days[entry_id], role] += amount
        else:
            legs[role] += amount
    called = document[_NUMBER] or f"#{at}"
    for unbalanced in balance.values():
        findings.money(called, "the journal entry does not balance", unbalanced, 0)
    wanted = _follows(findings, document, entries.get(at, []))
    for day, role in by_stock.keys() | wanted.keys():
        findings.money(
            called, "the journal does not say what the stock ledger says",
            by_stock.get((day, role), 0), wanted.get((day, role), 0), f"{role} {day}",
        )  # fmt: skip
    for role, amount in _stated(document, legs, payments.get(at, [])):
        findings.money(
            called, "the journal does not say what the document says", legs[role], amount, role
        )


def _follows(findings: Findings, document: Row, entries: list[Row]) -> Booked:
    """What the value entries that a posting wrote must have booked."""
    booked: Booked = defaultdict(int)
    known = findings.places
    landed = Kind.LANDED_COST in {document[_KIND], document[_ORIGIN_KIND]}
    for _, _, kind, amount, _, day, source_id, target_id, owner in entries:
        if source_id is None:
            continue  # its move is gone: the chain says so
        source, target = known[source_id], known[target_id]
        if kind != "cost":
            booked[day, Role.STOCK] += amount
            booked[day, _DIFFERENCES[kind]] -= amount
        elif owner == document[_ID] and document[_KIND] == Kind.REVERSAL:
            # a reversal books what its document booked, the other way round
            booked[day, _end(source)] -= amount
            booked[day, _origin(target)] += amount
        elif landed and source.kind in {"supplier", "opening"}:
            booked[day, Role.STOCK] += amount
            booked[day, Role.LANDED] -= amount
        else:
            booked[day, _end(target)] += amount
            booked[day, _origin(source)] -= amount
    return booked


def _end(place: Place) -> str:
    return Role.STOCK if place.own else TO[place.kind]


def _origin(place: Place) -> str:
    return Role.STOCK if place.own else FROM[place.kind]


def _stated(document: Row, legs: dict[str, int], payments: list[Row]) -> list[tuple[str, int]]:
    """What the header says about accounts; a reversal's header is its document's, negated."""
    kind = document[_ORIGIN_KIND] or document[_KIND]
    paid = sum(row[3] for row in payments)
    net, tax, total = document[_NET], document[_TAX], document[_TOTAL]
    if kind in SELLING:
        owed = total - paid - legs.get(Role.ROUNDING, 0)
        return [(Role.SALES, -net), (Role.OUTPUT_TAX, -tax), (Role.RECEIVABLE, owed)]
    if kind == Kind.SALES_RETURN:
        owed = -total - paid - legs.get(Role.ROUNDING, 0)
        return [(Role.SALES, net), (Role.OUTPUT_TAX, tax), (Role.RECEIVABLE, owed)]
    if kind == Kind.SHIFT:
        return [(Role.CASH, total), (Role.CASH_DIFFERENCE, -total)]
    if kind in SPENDING:
        moved = payments if kind == Kind.MONEY_TRANSFER else []
        return [(Role.INPUT_TAX, tax), *((account_of(row[2]), row[3]) for row in moved)]
    if kind == Kind.BILL:
        return [(Role.PAYABLE, -total), (Role.INPUT_TAX, tax), (Role.UNBILLED, net)]
    return []
