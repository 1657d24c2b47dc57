"""The notes and coins of currencies, the largest first: what a drawer is counted in."""

from decimal import Decimal
from typing import Final

_D = Decimal
NOTES: Final[dict[str, tuple[str, ...]]] = {
    "CNY": ("100", "50", "20", "10", "5", "1", "0.5", "0.1"),
    "GBP": ("50", "20", "10", "5", "2", "1", "0.50", "0.20", "0.10", "0.05", "0.02", "0.01"),
    "EUR": ("200", "100", "50", "20", "10", "5", "2", "1", "0.50", "0.20", "0.10", "0.05", "0.02",
            "0.01"),
    "USD": ("100", "50", "20", "10", "5", "1", "0.25", "0.10", "0.05", "0.01"),
    "HKD": ("1000", "500", "100", "50", "20", "10", "5", "2", "1", "0.5", "0.2", "0.1"),
    "JPY": ("10000", "5000", "1000", "500", "100", "50", "10", "5", "1"),
}  # fmt: skip
USUAL: Final = ("1000", "500", "100", "50", "20", "10", "5", "2", "1")
CENTS: Final = ("0.50", "0.20", "0.10", "0.05")


def denominations(currency: str, places: int = 2) -> list[Decimal]:
    """What can lie in a drawer. An unknown currency is counted in a 1, 2, 5 series."""
    usual = USUAL + (CENTS if places else ())
    return [_D(value) for value in NOTES.get(currency, usual)]
