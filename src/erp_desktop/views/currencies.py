"""The currencies a shop may keep its books in, with the sign that stands before an amount."""

from typing import Final

SIGNS: Final[dict[str, str]] = {
    "CNY": "¥", "GBP": "£", "EUR": "€", "USD": "$", "HKD": "HK$", "TWD": "NT$", "JPY": "¥",
    "KRW": "₩", "SGD": "S$", "MYR": "RM", "THB": "฿", "VND": "₫", "INR": "₹", "AUD": "A$",
    "NZD": "NZ$", "CAD": "C$", "CHF": "CHF ", "SEK": "kr ", "NOK": "kr ", "DKK": "kr ",
    "PLN": "zł ", "CZK": "Kč ", "BRL": "R$", "MXN": "MX$", "ZAR": "R ", "AED": "AED ",
    "KWD": "KWD ",
}  # fmt: skip

# The tax rate that most goods carry there; a start, which the shop changes.
USUAL_TAX: Final[dict[str, str]] = {
    "CNY": "13", "GBP": "20", "EUR": "19", "TWD": "5", "JPY": "10", "KRW": "10", "SGD": "9",
    "AUD": "10", "NZD": "15", "CHF": "8.1", "SEK": "25", "NOK": "25", "DKK": "25",
}  # fmt: skip


def sign(currency: str) -> str:
    """The sign of a currency; its code with a space where it has none here."""
    return SIGNS.get(currency, f"{currency} " if currency else "")


def choices() -> list[tuple[str, str]]:
    """(code, 'CNY  ¥') for a combo box."""
    return [(code, f"{code}  {shown.strip()}") for code, shown in SIGNS.items()]
