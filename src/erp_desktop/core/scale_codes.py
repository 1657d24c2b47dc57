"""Weight and price barcodes: a scale prints the goods and their weight (or amount) into one code.

Every scale has its own layout, so the shop writes it down as a pattern: digits that stand there
as they are (brackets around them: they belong to the item's code), I a digit of the item, W of the
weight, P of the amount, N of a number of pieces, X any digit, C a check digit that must be right;
a point says where the decimals of the weight or amount begin (LEDGER L-61).

    >>> Pattern.of("(21)IIIIIWW.WWWC").read("2100001027506")
    Reading(item='2100001', weight=Decimal('2.750'), amount=None, pieces=None)
    >>> Pattern.of("23IIIIIWW.WWWX").read("2340119005006").item  # its check digit is wrong
    '40119'
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from erp_desktop.core.barcode import check_digit
from erp_desktop.core.errors import WrongPattern

SHORTEST, LONGEST = 8, 24
EXAMPLE = "21IIIIIWW.WWWC"
_SHAPE = re.compile(r"(?:\([0-9]+\)|[0-9]+)I+[WPNXIC.]*")
_GROUPS = "IWPN"


class Reading(NamedTuple):
    """What a scale's code says; None for what it does not say."""

    item: str
    weight: Decimal | None
    amount: Decimal | None
    pieces: Decimal | None


@dataclass(frozen=True, slots=True)
class Pattern:
    """One layout. `of` reads what the shop wrote down, `read` a code."""

    text: str
    prefix: str
    in_item: bool  # the prefix belongs to the item's code
    letters: str  # one for each digit after the prefix
    decimals: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, text: str) -> "Pattern":
        """Raises WrongPattern."""
        plain = "".join(text.split()).upper()
        if not _SHAPE.fullmatch(plain):
            raise WrongPattern(text, EXAMPLE)
        head = re.match(r"\(?(\d+)\)?", plain)
        prefix = head.group(1) if head else ""
        body = plain.lstrip("()0123456789")
        letters = body.replace(".", "")
        whole = SHORTEST <= len(prefix) + len(letters) <= LONGEST
        if not whole or "C" in letters[:-1] or any(_scattered(letters, one) for one in _GROUPS):
            raise WrongPattern(text, EXAMPLE)
        decimals = tuple((one, _decimals(body, one)) for one in "WPN")
        return cls(plain, prefix, plain.startswith("("), letters, decimals)

    def read(self, code: str) -> Reading | None:
        """What the code says, if it is of this layout."""
        if len(code) != len(self.prefix) + len(self.letters) or not code.startswith(self.prefix):
            return None
        if not (code.isascii() and code.isdigit()):
            return None
        if self.letters.endswith("C") and check_digit(code[:-1]) != code[-1]:
            return None
        item = self._digits(code, "I")
        whole = self.prefix + item if self.in_item else item
        places = dict(self.decimals)
        weight, amount, pieces = (self._number(code, one, places[one]) for one in "WPN")
        return Reading(whole, weight, amount, pieces)

    def _digits(self, code: str, letter: str) -> str:
        body = code[len(self.prefix) :]
        return "".join(
            digit for digit, kind in zip(body, self.letters, strict=True) if kind == letter
        )

    def _number(self, code: str, letter: str, places: int) -> Decimal | None:
        digits = self._digits(code, letter)
        return Decimal(digits).scaleb(-places) if digits else None


@lru_cache(maxsize=8)
def patterns(text: str) -> tuple[Pattern, ...]:
    """The shop's layouts, one a line, in the order in which they are tried. Raises WrongPattern."""
    return tuple(Pattern.of(line) for line in text.splitlines() if line.strip())


def _scattered(letters: str, letter: str) -> bool:
    """Whether the digits of one figure do not stand together."""
    first = letters.find(letter)
    return first >= 0 and letters[first:].strip(letter).count(letter) > 0


def _decimals(body: str, letter: str) -> int:
    """How many places of a figure stand behind its point."""
    found = re.search(rf"{letter}*\.({letter}+)", body)
    return len(found.group(1)) if found else 0
