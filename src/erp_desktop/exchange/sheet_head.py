"""Where a sheet's head is, what its columns are called, and which rows are totals.

The head is the first row that is nearly as full as the fullest row and says words, not numbers.
Titles above it have one or two cells. Of a head over two rows the lower names count; where the
lower cell is empty (a cell merged downwards) the upper one is the name.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from erp_desktop.exchange.sheet_files import Merged

_FULL = 0.6  # how full a head is, compared with the fullest row
_NUMBER_OR_DATE = re.compile(r"[-+(]?[$¥￥€£]?\s*\d[\d\s.,:/年月日T-]*[)%]?(Z|[+-]\d\d:\d\d)?")
_TOTAL = re.compile(
    r"(.{0,6}?(合\s*计|总\s*计|共\s*计|汇\s*总|总\s*额)(数|金额)?|总(交易|金额|数量|笔数).*|小计"
    r"|(grand |sub)?totals?|(grand )?sum|total (amount|sales|quantity|value))\s*[:：]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """The names of the columns, and the first and last row (from 1) that belong to the head."""

    first: int
    row: int
    names: tuple[str, ...]


def find_head(top: Sequence[Sequence[Any]], merged: Merged, header_row: int = 0) -> Head | None:
    """The head in the first rows of a sheet, or None if they say nothing.

    `header_row` (from 1) overrides the search; `merged` are the sheet's merged ranges, from 0.
    """
    filled = [sum(1 for cell in row if _said(cell)) for row in top]
    if not any(filled):
        return None
    at = header_row - 1 if header_row else _head_at(top, filled)
    if at >= len(top):
        return None
    rows = _head_rows(top, at, merged)
    return Head(rows[0] + 1, rows[-1] + 1, _names([top[row] for row in rows]))


def is_total(cells: Sequence[Any]) -> bool:
    """Whether the first text of a row says that the row is a sum."""
    for cell in cells:
        if said := _said(cell):
            return isinstance(cell, str) and _TOTAL.fullmatch(said.strip(" -=—")) is not None
    return False


def _said(cell: Any) -> str:
    if cell is None:
        return ""
    return cell.strip().strip("\ufeff`").strip() if isinstance(cell, str) else str(cell)


def _head_at(top: Sequence[Sequence[Any]], filled: Sequence[int]) -> int:
    enough = max(filled) * _FULL
    candidates = [at for at, count in enumerate(filled) if count >= enough]
    return next((at for at in candidates if _says_words(top[at])), candidates[0])


def _says_words(row: Sequence[Any]) -> bool:
    said = [cell for cell in row if _said(cell)]
    return sum(1 for cell in said if _is_word(cell)) >= 0.8 * len(said)


def _is_word(cell: Any) -> bool:
    if isinstance(cell, Decimal | date | bool):
        return False
    return not _NUMBER_OR_DATE.fullmatch(_said(cell))


def _head_rows(top: Sequence[Sequence[Any]], at: int, merged: Merged) -> list[int]:
    """The rows of the head: one, or two where cells are merged or names stand below gaps."""
    above, below = at - 1, at + 1
    if any(first[0] == at and last[0] == below for first, last in merged):
        return [at, below]
    if any(first[0] == above == last[0] and first[1] < last[1] for first, last in merged):
        # a title over the whole width is no head
        groups = sum(1 for cell in top[above] if _said(cell))
        return [above, at] if groups > 1 else [at]
    if below < len(top) and _completes(top[at], top[below]) and _is_followed(top, below):
        return [at, below]
    return [at]


def _completes(upper: Sequence[Any], lower: Sequence[Any]) -> bool:
    """Whether the lower row names columns that the upper one groups, and only such."""
    gaps = named = free = 0
    for over, under in zip(upper, lower, strict=False):
        gaps += bool(_said(under)) and not _said(over)
        named += bool(_said(under))
        free += bool(_said(over)) and not _said(under)
    words = all(_is_word(cell) for cell in lower if _said(cell))
    return gaps > 0 and named > gaps and free > 0 and words


def _is_followed(top: Sequence[Sequence[Any]], below: int) -> bool:
    """A lower head stands over something else than words, unlike a row of words among others."""
    lower = top[below]
    under = top[below + 1] if below + 1 < len(top) else ()
    pairs = [cell for name, cell in zip(lower, under, strict=False) if _said(name)]
    return any(_said(cell) and not _is_word(cell) for cell in pairs)


def _names(rows: Sequence[Sequence[Any]]) -> tuple[str, ...]:
    width = max(len(row) for row in rows)
    padded = [[_said(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
    lowest = padded[-1]
    if len(padded) == 2:
        groups = _spread(padded[0])
        often = Counter(name for name in lowest if name)
        lowest = [
            group if not name else f"{group} {name}" if often[name] > 1 else name
            for group, name in zip(groups, lowest, strict=True)
        ]
    return _distinct([" ".join(name.split()) for name in lowest])


def _spread(groups: Sequence[str]) -> list[str]:
    """A group's name counts for the columns on its right until the next one."""
    spread: list[str] = []
    for group in groups:
        spread.append(group or (spread[-1] if spread else ""))
    return spread


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    """Names without their empty end; of equal names the later ones get a number."""
    kept = list(names)
    while kept and not kept[-1]:
        kept.pop()
    seen: Counter[str] = Counter()
    said = []
    for name in kept:
        seen[name] += 1
        said.append(f"{name} ({seen[name]})" if name and seen[name] > 1 else name)
    return tuple(said)
