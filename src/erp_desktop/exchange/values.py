"""What a cell means: numbers and codes as people and programs write them (dates: `dates`).

Each reader takes a raw cell and gives a value, or raises `BadValue` with the key of the problem
and the value that would be right. An empty cell is None everywhere. Nothing is guessed that could
be wrong by a factor of a hundred: `1,50` is asked about.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from erp_desktop.exchange.sheet_files import Raw

Value = str | int | Decimal | date | datetime | bool | None


class BadValue(Exception):
    """A cell that does not say what its column should; `suggestion` is what would be right."""

    def __init__(self, problem: str, suggestion: str = "") -> None:
        super().__init__(problem, suggestion)
        self.problem = problem
        self.suggestion = suggestion


_NOTHING = frozenset({"", "NULL", "null", "#N/A", "N/A"})
# "variable": a till that asks for the price at each sale (Loyverse) has none
NO_VALUE = _NOTHING | {"-", "--", "—", "——", "/", "variable"}
_PLAIN_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:([,' \u00a0])\d{3})(?:\1\d{3})*(?:\.\d+)?")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+")
_WITH_COMMA = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
_COMMA_DECIMAL = re.compile(r"\d+,\d+")
_DECIMAL = re.compile(r"\d+\.?\d*|\.\d+")
_NUMBER_WITHIN = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_CURRENCY = re.compile(r"^(?:CNY|RMB|USD|EUR|GBP|HKD|JPY|[$¥€£])|(?:CNY|RMB|USD|EUR|GBP|[元$¥€£])$")
_AROUND = " \u00a0-+()€$£¥"
_COMMA_AT_END = re.compile(r"\d,\d{1,2}$")
_POINT_AT_END = re.compile(r"\d\.\d{1,2}$")
_THOUSAND_AT_END = re.compile(r"\d,\d{3,}$")
_DAMAGED = re.compile(r"\d+(?:[.,]\d+)?E\+\d{1,3}", re.IGNORECASE)
_FLOATED = re.compile(r"\d+\.0")
_CODE_DIGITS = 10**15  # a spreadsheet keeps no longer number exactly
_YES = frozenset({"yes", "y", "true", "1", "on", "是", "有", "对", "√", "✓"})
_NO = frozenset({"no", "n", "false", "0", "off", "否", "无", "不", "×", "✗"})


def text_of(raw: Raw) -> str | None:
    """A text without the padding and guards that programs put around it."""
    if isinstance(raw, str):
        return _bare(raw)
    if raw is None:
        return None
    if isinstance(raw, Decimal):
        return _digits(raw)
    return raw.isoformat(" ") if isinstance(raw, datetime) else str(raw)


def code_of(raw: Raw) -> str | None:
    """A code, with its leading zeros; refused when a spreadsheet has cut digits off."""
    if isinstance(raw, str) and raw.isalnum() and raw not in _NOTHING:
        return raw  # most codes are just that
    if isinstance(raw, Decimal) and abs(raw) >= _CODE_DIGITS:
        raise BadValue("damaged_code")
    said = text_of(raw)
    if said is None:
        return None
    if _DAMAGED.fullmatch(said):
        raise BadValue("damaged_code")
    return said[:-2] if _FLOATED.fullmatch(said) else said


def barcode_of(raw: Raw) -> str | None:
    """A barcode; a number that is right with its lost zeros is refused and they are suggested."""
    said = code_of(raw)
    if said is None:
        return None
    bare = said.replace(" ", "")
    if isinstance(raw, Decimal) and len(bare) in {9, 10, 11} and _checks(bare):
        raise BadValue("lost_zeros", bare.zfill(12))
    return bare


def number_of(
    raw: Raw, *, places: int = 6, decimal_comma: bool = False, percent: bool = False
) -> Decimal | None:
    """A number exactly as written; with more than `places` decimal places it is refused.

    With `percent`, 13, 13% and 0.13 (as a spreadsheet keeps it) are all 13.
    """
    if isinstance(raw, Decimal):
        number: Decimal | None = raw
    else:
        number = _typed_number(raw, decimal_comma=decimal_comma, percent=percent)
    if number is None:
        return None
    if percent and 0 < abs(number) < 1 and not (isinstance(raw, str) and "%" in raw):
        number *= 100
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > places and round(number, places) != number:
        raise BadValue("too_many_places", _digits(_rounded(number, places)))
    return number


def writes_commas(cells: Iterable[Raw]) -> bool:
    """Whether amounts are written with a decimal comma: some end in a comma and one digit or two,
    and none speaks against it (12.50, or 1,234)."""
    said = [text for raw in cells if isinstance(raw, str) and (text := raw.strip(_AROUND))]
    return any(_COMMA_AT_END.search(text) for text in said) and not any(
        _POINT_AT_END.search(text) or _THOUSAND_AT_END.search(text) for text in said
    )


def count_of(raw: Raw) -> int | None:
    """A whole number."""
    number = number_of(raw, places=15)
    if number is None:
        return None
    if number != number.to_integral_value():
        raise BadValue("not_whole", _digits(_rounded(number, 0)))
    return int(number)


def flag_of(raw: Raw) -> bool | None:
    """Yes or no."""
    if isinstance(raw, bool):
        return raw
    said = text_of(raw)
    if said is None:
        return None
    if said.casefold() in _YES:
        return True
    if said.casefold() in _NO:
        return False
    raise BadValue("not_yes_or_no", "yes / no")


def _bare(text: str) -> str | None:
    said = text.strip().strip("\ufeff")
    if said[:1] == "`":  # WeChat puts one before every cell
        said = said[1:].strip()
    elif said[:1] == "'" and said[1:2] in {"=", "+", "-", "@", "\t"}:
        said = said[1:]
    return None if said in _NOTHING else said


def _typed_number(raw: Raw, *, decimal_comma: bool, percent: bool) -> Decimal | None:
    if isinstance(raw, str) and not decimal_comma and _PLAIN_NUMBER.fullmatch(raw):
        return Decimal(raw)
    said = text_of(raw)
    if said is None or said in NO_VALUE:
        return None
    text = unicodedata.normalize("NFKC", said).replace("−", "-").replace("、", ",").strip()
    negative, text = _signed(text)
    if percent:
        text = text.removesuffix("%").rstrip()
    plain = _plain_digits(text, decimal_comma=decimal_comma)
    if plain is None:
        raise BadValue("not_a_number", _number_within(said))
    return -Decimal(plain) if negative else Decimal(plain)


def _signed(text: str) -> tuple[bool, str]:
    """Take sign, accountant's parentheses and currency off, in whatever order they come."""
    negative = False
    before = ""
    while text != before:
        before = text
        if text[:1] == "(" and text[-1:] == ")":
            negative, text = True, text[1:-1].strip()
        text = _CURRENCY.sub("", text).strip()
        if text[:1] in {"-", "+"}:
            negative, text = negative or text[0] == "-", text[1:].strip()
        elif text[-1:] == "-":
            negative, text = True, text[:-1].strip()
    return negative, text


def _plain_digits(text: str, *, decimal_comma: bool) -> str | None:
    if _EUROPEAN.fullmatch(text) or (decimal_comma and _WITH_COMMA.fullmatch(text)):
        return text.replace(".", "").replace(",", ".")
    if decimal_comma:
        return None
    if _DECIMAL.fullmatch(text):
        return text
    if _GROUPED.fullmatch(text):
        return re.sub(r"[,' \u00a0]", "", text)
    if _COMMA_DECIMAL.fullmatch(text):
        raise BadValue("decimal_comma", text.replace(",", "."))
    return None


def _number_within(said: str) -> str:
    found = _NUMBER_WITHIN.search(unicodedata.normalize("NFKC", said))
    return found[0].replace(",", "") if found else "12.50"


def _rounded(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _digits(number: Decimal) -> str:
    """Without exponent, and without zeros that say nothing."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _checks(digits: str) -> bool:
    """Whether the last digit is the check digit of an EAN or UPC; leading zeros do not matter."""
    if not digits.isdecimal():
        return False
    weighed = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(reversed(digits)))
    return weighed % 10 == 0
