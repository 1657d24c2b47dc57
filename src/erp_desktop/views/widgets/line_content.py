"""The lines of a document as a draft keeps them: only what a person said, exact, as plain JSON.

What follows from it (stock, the last price, amounts) is never kept: it is found anew when the
lines come back, and so a draft of last week says what is on the shelf today.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.table import Cell

Packed = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """Which cells of a line are kept, which of them names its product, and how a product's own
    cells are found."""

    keys: tuple[str, ...]
    product: str
    facts: Callable[[int], Mapping[str, Cell]]


def packed(line: Mapping[str, Cell], keys: Sequence[str]) -> Packed:
    """What is kept of a line."""
    return {key: _in(line[key]) for key in keys if line.get(key) is not None}


def unpacked(kept: Packed) -> dict[str, Cell]:
    """The cells that were kept."""
    return {key: _out(cell) for key, cell in kept.items()}


def whole_lines(
    kept: Sequence[Packed], now: Sequence[Mapping[str, Cell]], rules: Kept
) -> list[Mapping[str, Cell]]:
    """Lines for what was kept; a line that stands there already keeps what is known of it."""
    standing = [packed(line, rules.keys) for line in now]
    known = {line.get(rules.product): line for line in now}
    found: list[Mapping[str, Cell]] = []
    for at, one in enumerate(kept):
        if at < len(standing) and standing[at] == one:
            found.append(now[at])
            continue
        cells = unpacked(one)
        product = cells.get(rules.product)
        facts = known.get(product) or _facts(rules, product)
        own = {key: cell for key, cell in facts.items() if key not in rules.keys}
        found.append({**own, **cells})
    return found


def _facts(rules: Kept, product: Cell) -> Mapping[str, Cell]:
    """A product that is gone meanwhile leaves what was typed."""
    try:
        return rules.facts(product) if isinstance(product, int) else {}
    except RuleBroken:
        return {}


def _in(cell: Cell) -> Any:
    if isinstance(cell, Decimal):
        return ["exact", str(cell)]
    return ["day", cell.isoformat()] if isinstance(cell, date) else cell


def _out(cell: Any) -> Cell:
    if not isinstance(cell, list):
        return cell  # type: ignore[no-any-return]
    kind, text = cell
    return Decimal(text) if kind == "exact" else date.fromisoformat(text)
