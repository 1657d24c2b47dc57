"""Rows that were copied from a spreadsheet, read as lines of a document.

The columns may stand in any order: a row of headings says which is which; without one, the column
that names products is the one whose cells the shop knows, and numbers are quantity and price. Every
row that cannot be read is told with what is wrong, and nothing is half taken.
"""

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple, Protocol

from erp_desktop.exchange.headings import COMMON
from erp_desktop.exchange.values import BadValue, number_of

PRODUCT, QUANTITY, PRICE = "product", "quantity", "price"
# Which of our columns a heading of a spreadsheet stands for.
ROLES = {
    "sku": PRODUCT, "barcode": PRODUCT, "code": PRODUCT, "name": PRODUCT,
    "quantity": QUANTITY, "price": PRICE, "cost": PRICE, "discount": "percent_off",
}  # fmt: skip
_UNIT = re.compile(r"\s*[^\d\s.,%()+-]+$")


class Match(Protocol):
    """A product that could be meant."""

    @property
    def id(self) -> int: ...

    @property
    def sku(self) -> str: ...

    @property
    def name(self) -> str: ...


class PastedLine(NamedTuple):
    """A row that was understood: its number, its product, what it says in which column."""

    row: int
    product_id: int
    values: Mapping[str, Decimal]


class Problem(NamedTuple):
    """A row that was not: its number, its words, what is wrong (a code), and a word about it."""

    row: int
    words: str
    code: str
    detail: str = ""


class Reading(NamedTuple):
    """All that was pasted."""

    lines: list[PastedLine]
    problems: list[Problem]


Known = Mapping[str, Sequence[Match]]
Row = Sequence[str]


def rows_of(text: str) -> list[list[str]]:
    """The cells of what was copied; rows without a word in them are none."""
    rows = csv.reader(text.splitlines(), delimiter="\t")
    cells = [[cell.strip() for cell in row] for row in rows]
    return [row for row in cells if any(row)]


def read(
    text: str, wanted: Sequence[str], exact: Callable[[Sequence[str]], Known],
    alike: Callable[[str], Sequence[Match]],
) -> Reading:  # fmt: skip
    """Read pasted text. `wanted` are the columns that may be filled, besides the product's;
    `exact` finds products by code or whole name, `alike` by a part of a name."""
    rows = rows_of(text)
    roles, first = _headings(rows, wanted), 1
    known = exact(sorted({cell for row in rows for cell in row if cell}))
    if not roles:
        roles, first = _guessed(rows, wanted, known), 0
    lines: list[PastedLine] = []
    problems: list[Problem] = []
    for number, row in enumerate(rows[first:], first + 1):
        read_row = _row(number, row, roles, known, alike)
        if isinstance(read_row, PastedLine):
            lines.append(read_row)
        else:
            problems.append(read_row)
    return Reading(lines, problems)


# -- which column is which -------------------------------------------------------------------------


def _headings(rows: Sequence[Row], wanted: Sequence[str]) -> list[tuple[str, int]]:
    """(column, place) as a first row of headings says; several places may name the product."""
    found = [(_role(cell), at) for at, cell in enumerate(rows[0])] if rows else []
    roles = [(role, at) for role, at in found if role == PRODUCT or role in wanted]
    return roles if any(role == PRODUCT for role, _ in roles) else []


def _role(heading: str) -> str:
    bare = _bare(heading)
    names = (field for field in ROLES if bare in {_bare(name) for name in COMMON[field]})
    return ROLES.get(next(names, ""), "")


def _bare(words: str) -> str:
    return re.sub(r"[\W_]+", "", words.casefold())


def _guessed(rows: Sequence[Row], wanted: Sequence[str], known: Known) -> list[tuple[str, int]]:
    """The column the shop knows most cells of, then numbers: quantity, and price."""
    wide = max((len(row) for row in rows), default=0)
    columns = [[row[at] for row in rows if at < len(row) and row[at]] for at in range(wide)]
    numeric = [at for at in range(wide) if _mostly(columns[at], _is_number)]
    hits = [sum(1 for cell in column if known.get(cell)) for column in columns]
    product = hits.index(max(hits)) if any(hits) else _first_words(wide, numeric)
    figures = [at for at in numeric if at != product]
    if len(figures) > 2:  # a second code among the figures
        figures = [at for at in figures if not _mostly(columns[at], known.get)] or figures
    figures = figures[:2]
    if len(figures) == 2 and _whole(columns[figures[1]]) and not _whole(columns[figures[0]]):
        figures.reverse()  # a price with pence before a count
    names = [name for name in (QUANTITY, PRICE) if name in wanted]
    return [(PRODUCT, product), *zip(names, figures, strict=False)]


def _mostly(cells: Sequence[str], test: Callable[[str], object]) -> bool:
    """Whether at least half of the cells pass; a slip in one row does not make a column another."""
    return bool(cells) and 2 * sum(1 for cell in cells if test(cell)) >= len(cells)


def _first_words(wide: int, numeric: Sequence[int]) -> int:
    return next((at for at in range(wide) if at not in numeric), 0)


def _is_number(cell: str) -> bool:
    try:
        return _number(cell) is not None
    except BadValue:
        return False


def _whole(cells: Sequence[str]) -> bool:
    numbers = [_number(cell) for cell in cells if _is_number(cell)]
    return all(n is not None and n == n.to_integral_value() for n in numbers)


def _number(cell: str) -> Decimal | None:
    """A number, with its currency or its unit. Raises BadValue."""
    try:
        return number_of(cell)
    except BadValue:
        bare = _UNIT.sub("", cell)
        if bare == cell or not bare:
            raise
        return number_of(bare)


# -- one row ---------------------------------------------------------------------------------------


def _row(
    number: int, row: Row, roles: Sequence[tuple[str, int]], known: Known,
    alike: Callable[[str], Sequence[Match]],
) -> PastedLine | Problem:  # fmt: skip
    words = "  ".join(cell for cell in row if cell)
    names = [row[at] for role, at in roles if role == PRODUCT and at < len(row) and row[at]]
    if not names:
        return Problem(number, words, "no_product")
    meant = _meant(names, known, alike)
    if len(meant) != 1:
        code = "several_products" if meant else "unknown_product"
        return Problem(number, words, code, ", ".join(one.name for one in meant) or names[0])
    values: dict[str, Decimal] = {}
    for role, at in roles:
        if role != PRODUCT and at < len(row) and row[at]:
            wrong = _put(values, role, row[at])
            if wrong:
                return Problem(number, words, wrong, row[at])
    return PastedLine(number, meant[0].id, values)


def _meant(
    names: Sequence[str], known: Known, alike: Callable[[str], Sequence[Match]]
) -> Sequence[Match]:
    """The products that any of the cells names: by code first, else by a part of the name."""
    for name in names:
        if known.get(name):
            return known[name]
    close: Sequence[Match] = ()
    for name in names:
        found = alike(name)
        if len(found) == 1:
            return found
        close = close or found
    return close


def _put(values: dict[str, Decimal], role: str, cell: str) -> str:
    """Take a cell; what is wrong with it, or nothing."""
    try:
        value = _number(cell)
    except BadValue as bad:
        return str(bad.args[0])
    if value is None:
        return ""
    if value < 0 or (role == QUANTITY and not value):
        return "not_positive"
    values[role] = value
    return ""
