"""Posting a history: each paper by the same use case as a paper of today.

Everything counts as paid, because a history tells no debts: in cash without a customer, else by
bank. Prices are the shop's prices with the tax rate of the option `tax` (0 unless it is given).
"""

from collections import defaultdict
from decimal import Decimal

from erp_desktop.core import errors
from erp_desktop.core.money import money, price, quantity
from erp_desktop.exchange.imports.history_rows import Entry, History
from erp_desktop.exchange.imports.history_stock import (
    Opening,
    chosen_place,
    cost_share,
    estimated_cost,
)
from erp_desktop.exchange.imports.history_story import Event, Link, Story
from erp_desktop.exchange.imports.intake import Intake, Refused
from erp_desktop.models.books import Books
from erp_desktop.services.sales.returning import ReturnFromCustomer, return_from_customer
from erp_desktop.services.sales.till import SellAtTill, sell_at_till
from erp_desktop.services.stock.opening import OpeningLine, OpenStock, open_stock
from erp_desktop.services.stock.transferring import MoveLine, WriteOff, write_off
from erp_desktop.services.trade import PartLine, TradeLine

_TOLD_EVERY = 50  # papers between two words about the progress


def post_story(books: Books, intake: Intake, history: History, story: Story) -> None:
    """Post every paper of the story; the report counts what each row became."""
    teller = _Teller(books, intake, history)
    total, done = len(history.entries), 0
    for at, event in enumerate(story):
        try:
            teller.tell(event)
        except errors.RuleBroken as refusal:
            if not event.entries:
                raise
            intake.refused(event.entries[0].row, "number", refusal)
            raise Refused from refusal
        done += len(event.entries)
        if at % _TOLD_EVERY == 0:
            intake.went_on(done, total)
    intake.went_on(total, total)
    teller.say()


class _Teller:
    """Posts the events of one history."""

    def __init__(self, books: Books, intake: Intake, history: History) -> None:
        self.books, self.intake, self.history = books, intake, history
        self.place = chosen_place(books, intake).id
        self.rate = Decimal(intake.options["tax"])
        self.share = cost_share(intake)
        chinese = books.setting("language").startswith("zh")
        self.no_reason = "未注明" if chinese else "not stated"
        self.unlinked = self.found = 0

    def tell(self, event: Event) -> None:
        if isinstance(event, Opening):
            open_stock(
                self.books,
                OpenStock(event.lines, self.place, event.at, batch_id=self.intake.batch_id),
            )
        elif event.what == "sales":
            self._sell(event)
        elif event.what == "returns":
            self._take_back(event)
        elif event.what == "write_offs":
            self._write_off(event)
        else:
            self._find(event)
        for entry in event.entries:
            self.intake.report.came.add(self._became(event, entry), entry.amount)

    def _became(self, event: Event, entry: Entry) -> str:
        if event.what != "returns":
            return entry.kind
        linked = any(link.entry is entry for link in event.links)
        self.unlinked += not linked
        return "returns" if linked else "returns_unlinked"

    def _partner(self, event: Event) -> int | None:
        return self.history.customer_ids[event.customer] if event.customer else None

    def _line(self, entry: Entry, count: int) -> TradeLine:
        return TradeLine(entry.item.product_id, quantity(count), price(entry.price), rate=self.rate)

    def _sell(self, event: Event) -> None:
        event.document_id = sell_at_till(
            self.books,
            SellAtTill(
                [self._line(entry, entry.quantity) for entry in event.entries],
                paid_by="bank" if event.customer else "cash",
                place_id=self.place,
                customer_id=self._partner(event),
                at=event.at,
                reference=event.number,
                batch_id=self.intake.batch_id,
            ),
        ).id

    def _take_back(self, event: Event) -> None:
        by_sale: dict[int, list[Link]] = defaultdict(list)
        for link in event.links:
            by_sale[link.sale.document_id].append(link)
        for sale_id, links in by_sale.items():
            self._return(event, sale_id, self._parts(sale_id, links), [])
        if event.rest:
            lines = [self._line(entry, rest) for entry, rest in event.rest]
            self._return(event, None, [], lines)

    def _parts(self, sale_id: int, links: list[Link]) -> list[PartLine]:
        first = int(
            self.books.value("SELECT MIN(id) FROM document_line WHERE document_id = ?", (sale_id,))
        )
        return [
            PartLine(
                first + link.position,
                quantity(link.quantity),
                None if link.price == link.entry.price else price(link.entry.price),
            )
            for link in links
        ]

    def _return(
        self, event: Event, sale_id: int | None, parts: list[PartLine], lines: list[TradeLine]
    ) -> None:
        return_from_customer(
            self.books,
            ReturnFromCustomer(
                sale_id,
                None if sale_id else self._partner(event),
                self.place,
                parts,
                lines,
                paid_by="bank" if event.customer else "cash",
                at=event.at,
                reference=event.number,
                batch_id=self.intake.batch_id,
            ),
        )

    def _write_off(self, event: Event) -> None:
        by_reason: dict[str, list[MoveLine]] = defaultdict(list)
        for entry in event.entries:
            reason = str(entry.row.values.get("name") or "").strip() or self.no_reason
            by_reason[reason].append(MoveLine(entry.item.product_id, quantity(-entry.quantity)))
        for reason, lines in by_reason.items():
            command = WriteOff(
                lines, reason, self.place, event.at, note=event.number,
                batch_id=self.intake.batch_id,
            )  # fmt: skip
            write_off(self.books, command)

    def _find(self, event: Event) -> None:
        """Stock that was found came from nowhere that the books know: it is opened then."""
        self.found += len(event.entries)
        lines = [
            OpeningLine(
                entry.item.product_id,
                quantity(entry.quantity),
                estimated_cost(entry.item, self.share),
            )
            for entry in event.entries
        ]
        command = OpenStock(
            lines, self.place, event.at, note=event.number, batch_id=self.intake.batch_id
        )
        open_stock(self.books, command)

    def _posted(self) -> Decimal:
        """What the sales less the returns of this import come to, in the basis of its prices."""
        amount = "total" if self.books.tax_included else "net"
        posted = self.books.value(
            f"SELECT SUM(CASE WHEN kind = 'sale' THEN {amount} ELSE -{amount} END) FROM document "  # noqa: S608
            "WHERE batch_id = ? AND kind IN ('sale', 'sales_return')",
            (self.intake.batch_id,),
        )
        return money(int(posted or 0))

    def say(self) -> None:
        """What was decided on the way."""
        report = self.intake.report
        if "duplicate" in report.stayed.rows:
            count, amount = report.stayed.rows["duplicate"], report.stayed.sums["duplicate"]
            report.note("duplicates", count=count, sum=f"{amount:f}")
        difference = self._posted() - report.came.sum
        if difference:
            report.note("rounding", difference=f"{difference.normalize():f}")
        report.note("tax_rate", rate=f"{self.rate:f}")
        report.note("paid")
        if self.unlinked:
            report.note("unlinked", count=self.unlinked)
        if self.found:
            report.note("found_value", share=f"{self.share:f}")
