"""What arrived of imported purchase orders: receipts in parts, and what was thrown out on arrival.

The lines of an order say whether they came, and which row of the inventory's transactions brought
them: that row knows the moment and how much. Goods that came and were thrown out at once stand on
the receipt as rejected. What did not come stays on order.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from erp_desktop.core import clock, errors
from erp_desktop.exchange.imports.intake import Intake, SourceRow
from erp_desktop.exchange.imports.northwind_files import Table
from erp_desktop.models.books import Books
from erp_desktop.services.purchasing.inspecting import Inspected
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.records import LineRow, record
from erp_desktop.services.trade import PartLine

PURCHASED, WASTE = "1", "4"  # as the transactions call their kinds
ZERO: Final = Decimal(0)


@dataclass(slots=True)
class _Came:
    """One line of an order that came, in part or in full."""

    at: int
    row: SourceRow
    quantity: Decimal
    rejected: Decimal = ZERO
    reason: str = ""


@dataclass(slots=True)
class Arrivals:
    """The inventory's transactions by number, and what of them was taken in."""

    intake: Intake
    transactions: dict[str, SourceRow] = field(default_factory=dict)
    waste: dict[tuple[str, str], list[SourceRow]] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    receipts: int = 0

    @classmethod
    def of(cls, intake: Intake, table: Table | None) -> "Arrivals":
        """Without a table of transactions the orders' own lines say what came."""
        found = cls(intake)
        waste: dict[tuple[str, str], list[SourceRow]] = defaultdict(list)
        for row in table.rows if table is not None else ():
            found.transactions[row.text("number") or ""] = row
            if row.text("kind") == WASTE and row.text("order"):
                waste[row.text("order") or "", row.text("product") or ""].append(row)
        found.waste = waste
        return found

    def receive(
        self, books: Books, order: SourceRow, order_id: int, lines: Sequence[SourceRow]
    ) -> None:
        """Post the receipts of an order, one a day on which something came."""
        rows = dict(
            zip((line.number for line in lines), record(books, order_id).lines, strict=True)
        )
        days: dict[int, list[_Came]] = defaultdict(list)
        for line in lines:
            came = self._came(order, line)
            if came is not None:
                days[clock.day_of(came.at)].append(came)
        for day in sorted(days):
            self._post(books, order, order_id, days[day], rows)

    def finish(self) -> None:
        """Say what became of every transaction."""
        report = self.intake.report
        if self.taken:
            report.came.add("receipt_rows", rows=len(self.taken))
        rest = len(self.transactions) - len(self.taken)
        if rest:
            report.stayed.add("not_imported", rows=rest)
        if self.receipts:
            report.note("receipts", count=self.receipts)

    def _came(self, order: SourceRow, line: SourceRow) -> _Came | None:
        if not line.values.get("received"):
            return None
        at = line.instant("received_on") or order.instant("at")
        came = _Came(max(at, order.instant("at")), line, line.decimal("quantity") or ZERO)
        found = self.transactions.get(line.text("inventory") or "")
        if found is not None and found.text("kind") == PURCHASED:
            self.taken.add(found.text("number") or "")
            came.at, came.quantity = found.instant("at"), found.decimal("quantity") or ZERO
        key = (order.text("number") or "", line.text("product") or "")
        for thrown in self.waste.pop(key, ()):
            self.taken.add(thrown.text("number") or "")
            came.rejected += thrown.decimal("quantity") or ZERO
            came.reason = thrown.text("note") or "Waste"
        came.quantity -= came.rejected
        return came

    def _post(
        self, books: Books, order: SourceRow, order_id: int, came: Sequence[_Came],
        rows: dict[int, LineRow],
    ) -> None:  # fmt: skip
        parts = [
            PartLine(rows[one.row.number].id, one.quantity,
                     check=Inspected(one.rejected, one.reason) if one.rejected else None)
            for one in came
        ]  # fmt: skip
        command = ReceiveGoods(
            order_id=order_id,
            parts=parts,
            at=min(one.at for one in came),
            reference=order.text("number") or "",
            batch_id=self.intake.batch_id,
        )
        try:
            receive_goods(books, command)
        except errors.RuleBroken as refusal:
            self.intake.refused(came[0].row, "quantity", refusal)
            return
        self.receipts += 1
