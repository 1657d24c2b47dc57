"""The shop's rules for all its tills: whether a shift has to be open, what cash is rounded to."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from erp_desktop.core import errors
from erp_desktop.models.books import Books
from erp_desktop.services.users import rights

NEEDS_SHIFT: Final = "till_needs_shift"
ROUNDING: Final = "till_rounding"


class TillRules(NamedTuple):
    """`step` is what an amount in cash is rounded down to (抹零); 0 is exact."""

    needs_shift: bool
    step: Decimal


@dataclass(frozen=True, slots=True)
class SaveTillRules:
    """None leaves a rule as it is."""

    needs_shift: bool | None = None
    step: Decimal | None = None


def till_rules(books: Books) -> TillRules:
    """What the shop has set."""
    return TillRules(books.setting(NEEDS_SHIFT) == "1", Decimal(books.setting(ROUNDING) or 0))


def save_till_rules(books: Books, command: SaveTillRules) -> None:
    """Keep the rules. Raises NotAllowed, NotPositive (step)."""
    rights.require(books, rights.SETTINGS)
    if command.step is not None and command.step < 0:
        raise errors.NotPositive("rounding", command.step)
    if command.needs_shift is not None:
        books.put_setting(NEEDS_SHIFT, str(int(command.needs_shift)))
    if command.step is not None:
        books.put_setting(ROUNDING, f"{command.step:f}")
