"""Figures as the shop writes them: thousands separators, a true minus, zero as a dash.

The language and the currency are set once when a shop opens (`use`); every list, field and tile
formats through here, so that the same amount reads the same everywhere.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from erp_desktop.core import clock
from erp_desktop.core.table import Cell, Kind

if TYPE_CHECKING:
    from erp_desktop.core.periods import Step

ZERO_WORD: Final = "–"
_MONTHS: Final = tuple(
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Form:
    """How this shop writes: its language, its money's sign and decimals."""

    language: str = "en"
    symbol: str = "£"
    places: int = 2

    @property
    def chinese(self) -> bool:
        return self.language.startswith("zh")


_form = Form()


def use(form: Form) -> None:
    """Write like this from now on."""
    global _form  # noqa: PLW0603  (one shop is open at a time)
    _form = form
    written.cache_clear()


def form() -> Form:
    return _form


def plain(value: Decimal, places: int = 0) -> str:
    """A number for an edit field: no separators, at least `places` decimals, no needless zeros."""
    exponent = value.as_tuple().exponent
    own = -exponent if isinstance(exponent, int) else 0
    digits = f"{value:f}"
    if own > places and "." in digits:
        whole, after = digits.split(".")
        after = after[:places] + after[places:].rstrip("0")
        return f"{whole}.{after}" if after else whole
    return f"{value:.{max(own, places)}f}" if own < places else digits


def number(value: Decimal | int, places: int | None = None) -> str:
    """Thousands separators and a true minus; rounded half up when `places` is given."""
    if isinstance(value, int):
        return f"{value:,}".replace("-", "−")
    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    else:
        value = Decimal(plain(value))
    return f"{value:,f}".replace("-", "−")


def money(value: Decimal) -> str:
    """An amount without its sign: the currency stands in the column title."""
    return number(value, _form.places)


def money_with_sign(value: Decimal) -> str:
    """An amount that stands alone: £1,825.74, −¥99.10."""
    written_amount = money(abs(value))
    return f"{'−' if value < 0 else ''}{_form.symbol}{written_amount}"


def price(value: Decimal, places: int = 0) -> str:
    """A price shows the currency's decimals, and more where it has them (0.0125) or is told to."""
    return number(value, max(decimals(value), places))


def decimals(value: object) -> int:
    """How many decimals a price is written with."""
    if not isinstance(value, Decimal):
        return 0
    return len(plain(value, _form.places).partition(".")[2])


def quantity(value: Decimal) -> str:
    return number(value)


def packed(value: Decimal, unit: str, pack: str, holds: Decimal | None) -> tuple[str, str]:
    """A stock quantity by whole packs, exactly: ("3 cartons + 4", "pcs"), ("3", "cartons")."""
    if not pack or not holds:
        return quantity(value), unit
    from erp_desktop.core import packs  # where goods have them

    return packs.packed(value, unit, pack, holds, quantity)


def percent(value: Decimal) -> str:
    """Without the sign: it stands in the column title."""
    return number(value, 1)


def day(value: date) -> str:
    """21 Nov / 11-21; with the year when it is not this one."""
    this_year = value.year == clock.today() // 10_000
    if _form.chinese:
        return f"{value:%m-%d}" if this_year else f"{value:%Y-%m-%d}"
    words = f"{value.day} {_MONTHS[value.month - 1]}"
    return words if this_year else f"{words} {value.year}"


def mark(value: date) -> str:
    """A day below a bar, as short as can be: 21 Nov / 11/21."""
    if _form.chinese:
        return f"{value.month}/{value.day}"
    return f"{value.day} {_MONTHS[value.month - 1]}"


def mark_of(value: date, step: "Step") -> str:
    """A step below its bar: the first day of a day or a week, a month's name; January says of
    which year."""
    from erp_desktop.core.periods import Step  # charts are not in the first paint

    if step is not Step.MONTH:
        return mark(value)
    if value.month == 1:
        return month(value)
    return f"{value.month}月" if _form.chinese else _MONTHS[value.month - 1]


def month(value: date) -> str:
    """Nov 2026 / 2026年11月."""
    if _form.chinese:
        return f"{value.year}年{value.month}月"
    return f"{_MONTHS[value.month - 1]} {value.year}"


def moment(value: datetime) -> str:
    return f"{day(value)} {value:%H:%M}"


@lru_cache(maxsize=20_000)
def written(kind: Kind, cell: Cell) -> str:
    """A cell of a table as it is shown. Zero is a dash in figures, nothing is nothing."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return _decimal(kind, cell)
    if isinstance(cell, datetime):
        return moment(cell)
    if isinstance(cell, date):
        return day(cell)
    if isinstance(cell, int):
        return number(cell) if cell else ZERO_WORD
    return cell


def _decimal(kind: Kind, value: Decimal) -> str:
    if not value:
        return ZERO_WORD
    if kind is Kind.MONEY:
        return money(value)
    if kind is Kind.PRICE:
        return price(value)
    if kind is Kind.PERCENT:
        return percent(value)
    return quantity(value)


def copied(cell: Cell) -> str:
    """A cell as a spreadsheet takes it from the clipboard: plain digits, ISO dates."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="minutes")
    return cell.isoformat() if isinstance(cell, date) else str(cell)
