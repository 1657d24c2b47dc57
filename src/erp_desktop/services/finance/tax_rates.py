"""The shop's tax rates: which there are, what each is called, and which one is usual.

A rate is a percentage that products carry and documents keep as it was (LEDGER L-79). So a rate is
never changed: a new one is added, the products of the old one go over to it, and the old one is
retired. It then is offered no more, and stays on everything that was written with it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, NamedTuple

from erp_desktop.core import errors
from erp_desktop.core.money import decimal_of
from erp_desktop.core.tax import rate_parts
from erp_desktop.models.books import Books
from erp_desktop.services.users import rights

SETTING: Final = "tax_rates"


class TaxRate(NamedTuple):
    """A rate in percent; `products` says how many products carry it."""

    rate: Decimal
    name: str
    usual: bool
    retired: bool
    products: int


@dataclass(frozen=True, slots=True)
class SaveTaxRate:
    """A new rate, or another name for one; `products_to` takes over the products of a retired."""

    rate: Decimal
    name: str = ""
    usual: bool = False
    retired: bool = False
    products_to: Decimal | None = None


def tax_rates(books: Books) -> list[TaxRate]:
    """All rates, the usual one first, then from the highest down; the retired ones last.

    Rates that products carry are among them, wherever they came from.
    """
    usual = _usual(books)
    counted = {
        _rate(int(raw)): int(many)
        for raw, many in books.rows("SELECT tax, count(*) FROM product GROUP BY tax")
    }
    kept = _kept(books)
    found = [
        TaxRate(rate, kept.get(rate, ("", False))[0], rate == usual,
                kept.get(rate, ("", False))[1], counted.get(rate, 0))
        for rate in {usual, *kept, *counted}
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.retired, not one.usual, -one.rate))


def offered_rates(books: Books, carried: Decimal | None = None) -> list[TaxRate]:
    """The rates to choose from: those that are not retired, and the one that is carried now."""
    return [one for one in tax_rates(books) if not one.retired or one.rate == carried]


def save_tax_rate(books: Books, command: SaveTaxRate) -> None:
    """Raises NotPositive, NotAmong (a rate above 100, products_to), UsualRate."""
    rights.require(books, rights.SETTINGS)
    rate = _rate(rate_parts(command.rate))
    if command.retired and (command.usual or rate == _usual(books)):
        raise errors.UsualRate(f"{rate:f}")
    kept = _kept(books)
    kept[rate] = (command.name.strip(), command.retired)
    books.put_setting(SETTING, json.dumps([[f"{at:f}", *said] for at, said in kept.items()]))
    if command.usual:
        books.put_setting("tax", str(rate_parts(rate)))
    if command.products_to is not None:
        _take_over(books, rate, command.products_to)


def _take_over(books: Books, old: Decimal, new: Decimal) -> None:
    """The products of a rate carry another one from now on."""
    known = {one.rate for one in tax_rates(books) if not one.retired}
    target = _rate(rate_parts(new))
    if target not in known or target == old:
        raise errors.NotAmong("tax", f"{new:f}", _listed(sorted(known - {old})))
    books.run(
        "UPDATE product SET tax = ?, version = version + 1 WHERE tax = ?",
        (rate_parts(target), rate_parts(old)),
    )


def _listed(rates: Sequence[Decimal]) -> str:
    return " | ".join(f"{one:f}" for one in rates)


def _kept(books: Books) -> dict[Decimal, tuple[str, bool]]:
    rows: list[Any] = json.loads(books.setting(SETTING) or "[]")
    return {Decimal(rate): (name, retired) for rate, name, retired in rows}


def _usual(books: Books) -> Decimal:
    return _rate(int(books.setting("tax", "0")))


def _rate(whole: int) -> Decimal:
    """Without needless zeros, so that the same rate is the same everywhere."""
    return decimal_of(whole, 6)
