"""What an import says of itself: every row of the file, and every penny, is accounted for.

`imported` counts rows by what they became, `left_out` rows by the reason; together they are the
rows of the file, and so are their sums of money. Keys are for programs; the windows word them.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from erp_desktop.exchange.problems import Problem

# Keys of what rows became and of reasons for leaving them out, as English titles.
TITLES: dict[str, str] = {
    "sales": "Sales",
    "services": "Postage, fees and services",
    "returns": "Returns of an earlier sale",
    "returns_unlinked": "Returns without their sale",
    "write_offs": "Write-offs",
    "stock_found": "Stock found",
    "products": "Products",
    "products_changed": "Products changed",
    "partners": "Partners",
    "partners_changed": "Partners changed",
    "suppliers": "Suppliers",
    "customers": "Customers",
    "categories": "Categories",
    "bins": "Bins",
    "bins_changed": "Bins changed",
    "warehouses": "Warehouses",
    "warehouses_changed": "Warehouses changed",
    "units": "Further units",
    "parts": "Parts of kits",
    "opening_stock": "Opening stock",
    "orders": "Orders",
    "order_lines": "Order lines",
    "offers": "Supplier prices",
    "price_levels": "Price levels",
    "named_prices": "Customer prices",
    "bank_lines": "Lines of the bank",
    "receipt_rows": "Rows of goods that arrived",
    "duplicate": "The same row again",
    "adjustment": "Accounting adjustments",
    "without_effect": "Rows without effect",
    "imported_before": "Imported before",
    "known": "Known already",
    "not_imported": "Not imported",
    "cancelled": "Cancelled in the channel",
    "unpaid": "Never paid",
    "refunded": "Paid back in full",
}

# What an import tells besides its figures.
NOTES: dict[str, str] = {
    "opening_estimated": "{count} products were opened with the stock that their history needs, "
    "at {share} of their median price. They are marked as estimated.",
    "opening_none": "{count} products had no opening stock: their rule now lets them go below "
    "zero.",
    "codes_joined": "{count} codes that differ only in letter case were joined.",
    "descriptions": "{count} codes had more than one description; the most frequent one is kept.",
    "services_named": "Taken as services: {codes}.",
    "tax_rate": "The history was imported with a tax rate of {rate} %.",
    "paid": "All sales count as paid: in cash without a customer, else by bank.",
    "found_value": "Stock that was found came in at {share} of its median price.",
    "unlinked": "{count} rows returned goods whose sale was not found.",
    "duplicates": "{count} rows say exactly what another row says; they were left out ({sum}).",
    "rounding": "Posted amounts are rounded to the smallest coin: {difference} in all.",
    "same_file": "The same file was imported before as {code}.",
    "sheet_rows": "{count} rows around the records were passed over (titles and totals).",
    "sheets_passed": "Sheets without the needed columns were passed over: {names}.",
    "encoding": "The file was read as {encoding}.",
    "receipts": "{count} receipts were posted for what had arrived.",
    "closed_orders": "{count} orders had been delivered and were closed.",
    "freight": "Freight of {sum} is kept in the notes of the orders.",
    "order_rounding": "Line amounts are rounded to the smallest coin: {difference} in all.",
    "role": "The partners were taken as: {role}.",
    "channel": "{orders} orders of {channel}.",
    "no_goods": "The file does not name the goods: each order came in as one amount. Stock does "
    "not move by it.",
    "undated": "{count} orders have no date in the file and are dated now.",
    "channel_fees": "The channel kept fees of {sum}: enter them as an expense with its statement.",
    "channel_subsidies": "The channel adds {sum} to what the buyers pay: it comes with its "
    "statement.",
    "channel_refunds": "{sum} was paid back later: enter the returns of those orders.",
    "bank_balance": "The bank's balance on {day} is {sum}.",
    "channel_other": "{sum} was charged beside goods and shipping (gift wrap, tips).",
}


@dataclass(frozen=True, slots=True)
class Note:
    """Something an import wants said: a key of NOTES and its facts."""

    code: str
    facts: dict[str, str] = field(default_factory=dict)

    def sentence(self) -> str:
        """The note in plain English."""
        return NOTES[self.code].format(**self.facts)


class Tally:
    """Rows and sums of money, by key."""

    def __init__(self) -> None:
        self.rows: dict[str, int] = defaultdict(int)
        self.sums: dict[str, Decimal] = defaultdict(Decimal)

    def add(self, key: str, amount: Decimal = Decimal(0), rows: int = 1) -> None:
        if not rows:
            return
        self.rows[key] += rows
        self.sums[key] += amount

    @property
    def count(self) -> int:
        return sum(self.rows.values())

    @property
    def sum(self) -> Decimal:
        return sum(self.sums.values(), Decimal(0))


@dataclass(slots=True)
class ImportReport:
    """The report of one import, also of one that was refused or only tried out."""

    kind: str
    file_name: str
    id: str = ""  # the batch's code; empty when nothing was imported
    rows: int = 0
    dry_run: bool = False
    cancelled: bool = False
    fingerprint: str = ""
    came: Tally = field(default_factory=Tally)
    stayed: Tally = field(default_factory=Tally)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    # what a channel calls goods that nobody knows here, with its SKU and what one costs there
    strangers: dict[str, tuple[str, Decimal]] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether everything that should come in did (or would, in a dry run)."""
        return not self.problems and not self.cancelled

    @property
    def imported(self) -> dict[str, int]:
        """Rows by what they became."""
        return dict(self.came.rows)

    @property
    def left_out(self) -> dict[str, int]:
        """Rows by the reason for which they were left out."""
        return dict(self.stayed.rows)

    @property
    def sums(self) -> dict[str, str]:
        """Money of the file, of what was imported, of what was left out."""
        came, stayed = self.came.sum, self.stayed.sum
        said = {"file": came + stayed, "imported": came, "left_out": stayed}
        return {name: _plain(amount) for name, amount in said.items()}

    def note(self, code: str, /, **facts: object) -> None:
        """Add a note; its facts are said as they are."""
        self.notes.append(Note(code, {name: str(fact) for name, fact in facts.items()}))

    def nothing_came(self) -> None:
        """A refused import: every row was left out."""
        total = self.came.sum + self.stayed.sum
        self.came, self.stayed = Tally(), Tally()
        self.id = ""
        if self.rows:
            self.stayed.add("not_imported", total, self.rows)

    def as_json(self) -> dict[str, Any]:
        """The report as the command line hands it out."""
        tallies = (self.came.sums, self.stayed.sums)
        return {
            "id": self.id,
            "kind": self.kind,
            "file": self.file_name,
            "dry_run": self.dry_run,
            "rows": self.rows,
            "imported": self.imported,
            "left_out": self.left_out,
            "sums": self.sums,
            "amounts": {k: _plain(v) for sums in tallies for k, v in sums.items()},
            "problems": [problem.as_json() for problem in self.problems],
            "notes": [note.sentence() for note in self.notes],
        }


def _plain(amount: Decimal) -> str:
    """At least two places, without zeros that say nothing beyond them."""
    shown = amount.normalize()
    exponent = shown.as_tuple().exponent
    places = max(2, -exponent) if isinstance(exponent, int) else 2
    return f"{shown:.{places}f}"
