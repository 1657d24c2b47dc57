"""What papers are made of: plain frozen values, gathered from the books, drawn without them.

Every amount is a Decimal already rounded by the books; drawing never computes money, it only
prints it, and `PricedPaper.require_sum` makes sure that what is printed re-adds with a pocket
calculator (LEDGER L-62). `language` is the paper's own: "en" or "zh_CN".
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class ShopHead:
    """The shop as its papers name it. `symbol` stands before totals, `places` are the money's."""

    name: str
    address: str = ""
    phone: str = ""
    email: str = ""
    tax_number: str = ""
    bank: str = ""
    currency: str = "CNY"
    symbol: str = "¥"
    places: int = 2


@dataclass(frozen=True, slots=True)
class Party:
    """A supplier or customer, as the posted document froze it (LEDGER L-79)."""

    name: str
    code: str = ""
    address: str = ""
    phone: str = ""
    contact: str = ""
    tax_number: str = ""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line. `net + tax = gross`; `discount` is all that was taken off, its share included.

    `ordered` is what the order said, where the paper answers one; `counted` is what a count found,
    in so many `pieces`, `rejected` what an inspection did not take in; `tax_rate` is in percent.
    """

    name: str
    quantity: Decimal
    unit: str = ""
    sku: str = ""
    barcode: str = ""
    unit_price: Decimal = ZERO
    discount: Decimal = ZERO
    tax_rate: Decimal = ZERO
    net: Decimal = ZERO
    tax: Decimal = ZERO
    gross: Decimal = ZERO
    ordered: Decimal | None = None
    counted: Decimal | None = None
    catch_unit: str = ""  # what its pieces are called, where they are kept beside the weight
    book_pieces: Decimal = ZERO
    pieces: Decimal | None = None
    rejected: Decimal | None = None
    place: str = ""
    note: str = ""
    packed: str = ""  # the quantity in the unit that the stock is shown in, where it is a pack
    pack: str = ""  # what such a pack holds
    counted_packed: str = ""  # what a count found, in the same unit


@dataclass(frozen=True, slots=True)
class TaxGroup:
    """All lines of one tax rate (percent)."""

    rate: Decimal
    net: Decimal
    tax: Decimal


@dataclass(frozen=True, slots=True)
class Paid:
    """One payment by its printed name ("Cash", "现金")."""

    method: str
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What every paper says. A paper without a number is a draft and says so.

    `stamps` are words that nobody may overlook ("Reversed", "Draft"); `answers` is the number of
    the document that this one answers, `reversed_by` of the one that answered it (红冲).
    """

    language: str
    shop: ShopHead
    number: str
    day: date
    lines: tuple[PaperLine, ...]
    notes: str = ""
    made_by: str = ""
    answers: str = ""
    reversed_by: str = ""
    reason: str = ""
    stamps: tuple[str, ...] = ()
    tax_included: bool = True

    def printed(self, line: PaperLine) -> Decimal:
        """The amount that the line shows: with tax when prices contain it, else without."""
        return line.gross if self.tax_included else line.net


@dataclass(frozen=True, slots=True, kw_only=True)
class PricedPaper(Paper):
    """A paper with money: lines, tax groups, and the total to pay.

    `discount` is a discount on the whole document that the line amounts do not contain yet
    (zero when the books shared it over the lines); `rounding` is the cash rounding (抹零).
    """

    groups: tuple[TaxGroup, ...] = ()
    discount: Decimal = ZERO
    rounding: Decimal = ZERO
    total: Decimal = ZERO

    @property
    def subtotal(self) -> Decimal:
        return sum((self.printed(line) for line in self.lines), ZERO)

    @property
    def tax(self) -> Decimal:
        return sum((group.tax for group in self.groups), ZERO)

    def require_sum(self) -> None:
        """The printed figures make the printed total, or the paper is a bug (ValueError)."""
        added = ZERO if self.tax_included else self.tax
        made = self.subtotal - self.discount + added + self.rounding
        if made != self.total:
            raise ValueError(f"paper {self.number}: lines make {made}, total says {self.total}")
