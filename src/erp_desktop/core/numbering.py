"""How the numbers of documents are written (编号规则): PO-2026-000007, IN-202601-0012, Z-31.

A kind of document has its own prefix, its own length, and begins anew each year, each month, or
never. What is counted is the series of a kind and period, whatever its numbers look like: so the
look can change at any time, and still no number is left out or given twice (LEDGER L-78).
"""

from dataclasses import dataclass
from typing import Final

from erp_desktop.core.states import PREFIX, Kind

YEARLY, MONTHLY, NEVER = "year", "month", "never"
RESETS: Final = (YEARLY, MONTHLY, NEVER)
DIGITS: Final = range(3, 10)
LONGEST_PREFIX: Final = 6


@dataclass(frozen=True, slots=True)
class NumberForm:
    """The look of one kind's numbers; `digits` is the least length of the counter."""

    prefix: str
    digits: int = 6
    reset: str = YEARLY

    def period(self, day: int) -> int:
        """What a day's number counts in: 2026, 202601, or 0 for all time."""
        return {YEARLY: day // 10_000, MONTHLY: day // 100, NEVER: 0}[self.reset]

    def number(self, period: int, at: int) -> str:
        """The number of a period that is the `at`-th."""
        parts = (self.prefix, str(period), f"{at:0{self.digits}}")
        return "-".join(part for part in parts if part != "0")

    def as_text(self) -> str:
        """As a setting keeps it."""
        return f"{self.prefix} {self.digits} {self.reset}"


def usual_form(kind: Kind) -> NumberForm:
    """How a kind's numbers look where the shop said nothing else."""
    return NumberForm(PREFIX[kind])


def form_of(text: str, kind: Kind) -> NumberForm:
    """A kept form; the usual one where none was kept."""
    if not text:
        return usual_form(kind)
    prefix, digits, reset = text.split(" ")
    return NumberForm(prefix, int(digits), reset)


def is_prefix(text: str) -> bool:
    """Whether it can stand before a number: a few capital letters or digits, a letter first."""
    plain = text.isascii() and text.isalnum() and text == text.upper()
    return plain and text[0].isalpha() and len(text) <= LONGEST_PREFIX


def place_of(number: str) -> tuple[int, int]:
    """The period that a number counts in, and its place there; (0, 0) for none of ours."""
    parts = number.split("-")
    if len(parts) not in {2, 3} or not all(part.isdecimal() for part in parts[1:]):
        return 0, 0
    return (int(parts[1]) if len(parts) == 3 else 0), int(parts[-1])
