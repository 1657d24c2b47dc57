"""Which parts of the program a shop works with. A switch hides a part; it deletes nothing."""

from dataclasses import dataclass
from typing import Final

from erp_desktop.core import errors
from erp_desktop.models.books import Books
from erp_desktop.services.users import rights

# By the code of the page in the rail. Home, stock, products, partners and settings always stay.
MODULES: Final = ("till", "sales", "purchases", "counts", "money", "reports")
SETTING: Final = "modules_off"


@dataclass(frozen=True, slots=True)
class SwitchModules:
    """The parts that are switched off; all others are on."""

    off: frozenset[str]


def switch_modules(books: Books, command: SwitchModules) -> None:
    """Keep what is switched off. Raises NotAmong for a part that there is not."""
    rights.require(books, rights.SETTINGS)
    for code in sorted(command.off):
        if code not in MODULES:
            raise errors.NotAmong("module", code, " | ".join(MODULES))
    books.put_setting(SETTING, ",".join(sorted(command.off)))


def modules_off(books: Books) -> frozenset[str]:
    """The parts that are switched off."""
    return frozenset(filter(None, books.setting(SETTING).split(",")))
