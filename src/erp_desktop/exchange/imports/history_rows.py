"""What each row of a sales history is: sold, brought back, written off, found, or none of these.

Cancelled invoices (`C…`) and negative quantities come back; negative quantities without a price
are goods that are gone; positive ones without a price stand on a sale as a present, or alone as
stock that was found. `A…` rows are an accountant's corrections, no trade, and are left out.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from fnmatch import fnmatchcase
from typing import Any

from erp_desktop.core.money import price_parts, quantity_parts
from erp_desktop.exchange.imports.intake import Intake, SourceRow
from erp_desktop.exchange.problems import Problem, Wrong
from erp_desktop.models.books import Books

_ADJUSTMENT = re.compile(r"A\d+")
_CANCELLED = re.compile(r"C\d+")
_CENT_OF_A_CENT = Decimal("0.000001")


@dataclass(slots=True)
class Entry:
    """One row that is taken in (whole parts)."""

    row: SourceRow
    number: str
    item: "Item"
    quantity: int
    price: int
    at: int
    customer: str
    kind: str = ""  # sales, services, returns, write_offs, stock_found

    @property
    def amount(self) -> Decimal:
        """Quantity x unit price, exactly."""
        return Decimal(self.quantity * self.price).scaleb(-12)


@dataclass(slots=True)
class Item:
    """What the history knows of one product: the codes and names it goes by, its prices."""

    key: str
    is_service: bool
    codes: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    prices: Counter[int] = field(default_factory=Counter)
    product_id: int = 0
    is_new: bool = True  # made by this import

    def median_price(self) -> Decimal:
        """The middle of the prices it was sold at; 0 when it never had one."""
        count = self.prices.total()
        if not count:
            return Decimal(0)
        middle = [_nth(self.prices, (count - 1) // 2), _nth(self.prices, count // 2)]
        return Decimal(sum(middle)).scaleb(-6) / 2


def _nth(prices: Counter[int], wanted: int) -> int:
    for price in sorted(prices):
        wanted -= prices[price]
        if wanted < 0:
            return price
    return 0


@dataclass(slots=True)
class History:
    """The rows that are taken in, in the order of the file, and whom and what they name."""

    entries: list[Entry] = field(default_factory=list)
    items: dict[str, Item] = field(default_factory=dict)
    customers: dict[str, tuple[str, str]] = field(default_factory=dict)  # code: name, country
    customer_ids: dict[str, int] = field(default_factory=dict)


def sort_rows(books: Books, intake: Intake) -> History:
    """Find out what each row is; problems and what is left out go to the report."""
    _say_a_price_is_needed(intake)
    sorter = _Sorter(books, intake)
    for row in intake.rows:
        sorter.take(row)
    sorter.finish()
    return sorter.history


def _say_a_price_is_needed(intake: Intake) -> None:
    if {"price", "amount"} & set(intake.mapping.columns):
        return
    for sheet in intake.sheets:
        intake.report.problems.append(
            Problem(sheet.name, sheet.header_row, intake.titles["price"], "", Wrong.MISSING_COLUMN)
        )


class _Sorter:
    """Goes through the rows once."""

    def __init__(self, books: Books, intake: Intake) -> None:
        self.intake = intake
        self.history = History()
        self.seen: set[tuple[Any, ...]] = set()
        self.before = _imported_before(books)
        self.keeps_duplicates = intake.options["duplicates"] == "keep"
        names = [code.strip().casefold() for code in intake.options["services"].split(",")]
        self.services = {name for name in names if name and "*" not in name}
        self.patterns = [name for name in names if "*" in name]
        self.kinds: dict[str, str] = {
            row[0].casefold(): row[1] for row in books.rows("SELECT sku, kind FROM product")
        }
        self.moments: dict[Any, int] = {}

    def take(self, row: SourceRow) -> None:
        quantity, price = row.decimal("quantity"), self._price(row)
        at = self._moment(row)
        if not at or price is None or quantity is None or row.values.get("sku") is None:
            return  # what is wrong with it was told
        reason = self._reason(row, quantity, price, at)
        if reason:
            self.intake.report.stayed.add(reason, quantity * price)
        elif price < 0:
            self.intake.problem(row, "price", Wrong.NEGATIVE, f"{-price:f}")
        else:
            self._keep(row, quantity, price, at)

    def _reason(self, row: SourceRow, quantity: Decimal, price: Decimal, at: int) -> str:
        """Why a row is left out; empty when it is taken in."""
        number = str(row.values.get("number") or "")
        if _ADJUSTMENT.fullmatch(number):
            return "adjustment"
        if not self.keeps_duplicates and self._said_before(row):
            return "duplicate"
        if (number, at) in self.before:
            return "imported_before"
        nothing = quantity == 0 or (
            price == 0
            and self._is_service(str(row.values["sku"]).casefold())
            and not _CANCELLED.fullmatch(number)
        )
        return "without_effect" if nothing else ""

    def _said_before(self, row: SourceRow) -> bool:
        content = tuple(row.values.values())
        if content in self.seen:
            return True
        self.seen.add(content)
        return False

    def _is_service(self, key: str) -> bool:
        if key in self.kinds:
            return self.kinds[key] == "service"
        return key in self.services or any(fnmatchcase(key, like) for like in self.patterns)

    def _price(self, row: SourceRow) -> Decimal | None:
        """The unit price as said, or out of the amount of the line."""
        price, amount = row.decimal("price"), row.decimal("amount")
        quantity = row.decimal("quantity")
        if price is not None:
            return price
        if amount is None:
            if not any(row.told(name, self.intake.mapping) for name in ("price", "amount")):
                self.intake.problem(row, "price", Wrong.MISSING)
            return None
        if not quantity:
            return Decimal(0)
        return (amount / quantity).copy_abs().quantize(_CENT_OF_A_CENT, ROUND_HALF_UP)

    def _moment(self, row: SourceRow) -> int:
        said = row.values.get("at")
        found = self.moments.get(said)
        if found is None:
            found = self.moments[said] = self.intake.check_date(row, "at")
            if not found:
                del self.moments[said]  # each row with such a date is told
        return found

    def _keep(self, row: SourceRow, quantity: Decimal, price: Decimal, at: int) -> None:
        said = row.values
        code, name = str(said["sku"]), said.get("name")
        key = code.casefold()
        item = self.history.items.get(key)
        if item is None:
            item = self.history.items[key] = Item(key, self._is_service(key))
        entry = Entry(
            row, str(said.get("number") or ""), item, quantity_parts(quantity),
            price_parts(price), at, str(said.get("customer") or ""),
        )  # fmt: skip
        item.codes[code] += 1
        if entry.price and entry.quantity > 0:
            item.prices[entry.price] += 1
        if name:  # what stands on a row without a price is a remark more often than a name
            item.names[str(name)] += 1_000_000 if entry.price else 1
        if entry.customer:
            facts = (str(said.get("customer_name") or ""), str(said.get("country") or ""))
            self.history.customers.setdefault(entry.customer, facts)
        self.history.entries.append(entry)

    def finish(self) -> None:
        """Say what each entry becomes, now that the whole of its invoice is known."""
        for entries in invoices(self.history.entries):
            trade = any(entry.customer or entry.price for entry in entries)
            for entry in entries:
                entry.kind = _kind(entry, trade=trade)


def invoices(entries: list[Entry]) -> Iterator[list[Entry]]:
    """The entries of each invoice; without a number, those of one moment and customer."""
    found: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        key = (entry.number,) if entry.number else (entry.at, entry.customer)
        found[key].append(entry)
    yield from found.values()


def _kind(entry: Entry, *, trade: bool) -> str:
    if entry.quantity < 0:
        if entry.price or entry.item.is_service or _CANCELLED.fullmatch(entry.number):
            return "returns"
        return "write_offs"
    if entry.item.is_service:
        return "services"
    return "sales" if trade else "stock_found"


def _imported_before(books: Books) -> set[tuple[str, int]]:
    """The invoices that stand in the books from earlier imports: their number and moment."""
    return {
        (row[0], row[1])
        for row in books.rows(
            "SELECT reference, happened_at FROM document WHERE batch_id IS NOT NULL "
            "AND kind IN ('sale', 'sales_return') AND state = 'posted' AND reference <> ''"
        )
    }
