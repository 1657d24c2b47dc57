"""Quantities in packs: how they are said (3 cartons + 4), and how people type them.

Whoever counts writes what lies there: `3 carton`, `3c`, `3c4`, `3 箱 + 4`, `3x4`. A unit may be cut
short as long as it is clear which is meant, and a Chinese one may be typed by its first letter. The
last figure may do without a unit: it is of the product's own.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from erp_desktop.core.errors import NoSuchUnit, NotANumber
from erp_desktop.core.money import decimal_from

_PART: Final = re.compile(r"\s*([+＋−-]?)\s*(\d[\d.,．，]*)\s*([^\W\d_]*)[.。]?\s*")
_LIKE_DIGITS: Final = frozenset("oil")
ONE: Final = Decimal(1)


class Part(NamedTuple):
    """A figure and the unit it is of."""

    number: Decimal
    unit: str


def packed(
    value: Decimal, unit: str, pack: str, holds: Decimal | None, figure: Callable[[Decimal], str]
) -> tuple[str, str]:
    """A quantity by whole packs, exactly: ("3 cartons + 4", "pcs"), ("3", "cartons").

    The second is the unit that the last figure is of. Less than a pack is written as it is.
    """
    if not pack or not holds or abs(value) < holds:
        return figure(value), unit
    whole, rest = divmod(abs(value), holds)
    sign, between = ("−", "−") if value < 0 else ("", "+")
    if not rest:
        return f"{sign}{figure(whole)}", pack
    return f"{sign}{figure(whole)} {pack} {between} {figure(rest)}", unit


def typed_parts(text: str, own: str, units: Mapping[str, Decimal]) -> list[Part]:
    """What was typed, figure by figure; `units` are the further ones with what each holds.

    Raises NotANumber, and NoSuchUnit for a word that is none of the units or may be several.
    """
    names, found, at = [own, *units], list[Part](), 0
    while at < len(text):
        match = _PART.match(text, at)
        if match is None or (found and not found[-1].unit):
            raise NotANumber(text)
        sign, number, word = match.groups()
        said = decimal_from(sign.replace("＋", "+") + number)
        found.append(Part(said, _meant(word, names, text) if word else ""))
        at = match.end()
    if not found:
        raise NotANumber(text)
    told = [part if part.unit else Part(part.number, own) for part in found]
    if len({part.unit for part in told}) < len(told):
        raise NotANumber(text)
    return told


def typed_quantity(text: str, own: str, units: Mapping[str, Decimal]) -> Decimal:
    """What was typed, in the product's own unit. Raises as `typed_parts`."""
    parts = typed_parts(text, own, units)
    return sum((part.number * units.get(part.unit, ONE) for part in parts), Decimal(0))


def _meant(word: str, names: Iterable[str], text: str) -> str:
    """The one unit that a word stands for. A letter that looks like a digit and begins none is a
    slip in the figure (1o for 10). Raises NoSuchUnit, NotANumber."""
    typed, known = word.casefold(), list(dict.fromkeys(filter(None, names)))
    for sort in (_same, _shortened, _plural):
        meant = [name for name in known if sort(typed, name.casefold())]
        if len(meant) == 1:
            return meant[0]
        if meant:
            break
    else:
        if typed in _LIKE_DIGITS:
            raise NotANumber(text)
    raise NoSuchUnit(text.strip(), word, ", ".join(known))


def _same(typed: str, name: str) -> bool:
    return typed == name


def _shortened(typed: str, name: str) -> bool:
    if name.startswith(typed):
        return True
    from erp_desktop.core.pinyin import first_letters  # a large table, for Chinese units only

    return first_letters(name).startswith(typed)


def _plural(typed: str, name: str) -> bool:
    return typed in {f"{name}s", f"{name}es"}


def measures(units: Iterable[tuple[str, Decimal]]) -> str:
    """The further units of a product as a cell keeps them."""
    return "\n".join(f"{holds:f} {unit}" for unit, holds in units)


def measured(cell: object) -> dict[str, Decimal]:
    """The units that a cell keeps."""
    if not isinstance(cell, str) or not cell:
        return {}
    pairs = (line.split(" ", 1) for line in cell.split("\n"))
    return {unit: Decimal(holds) for holds, unit in pairs}
