"""The faces of a `Table` that a terminal and a script can read: aligned text, and JSON rows."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from unicodedata import east_asian_width

from erp_desktop.core.table import NUMERIC, Cell, Column, Table

JsonCell = str | int | None


def json_rows(table: Table) -> list[dict[str, JsonCell]]:
    """Each row as an object by column key; amounts are decimal strings, times ISO 8601."""
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, map(json_cell, row), strict=True)) for row in table.rows]


def json_cell(cell: Cell) -> JsonCell:
    """A cell as JSON has it."""
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    if isinstance(cell, datetime):
        return cell.isoformat(timespec="seconds")
    return cell.isoformat() if isinstance(cell, date) else cell


def text_of(table: Table) -> str:
    """The table as aligned lines, its totals below."""
    shown = [at for at, column in enumerate(table.columns) if not column.hidden]
    columns = [table.columns[at] for at in shown]
    rows = [[_said(row[at]) for at in shown] for row in table.rows]
    head = [column.title for column in columns]
    totals = [_total(table, at) for at in shown]
    wide = [max(map(_wide, texts)) for texts in zip(head, totals, *rows, strict=True)]
    rule = "  ".join("─" * width for width in wide)
    lines = [_line(columns, head, wide), rule, *(_line(columns, row, wide) for row in rows)]
    if rows and any(totals):
        lines += [rule, _line(columns, totals, wide)]
    return "\n".join(line.rstrip() for line in lines)


def _said(cell: Cell) -> str:
    """A cell on one line: what would break the lines is left out."""
    plain = "" if cell is None else str(json_cell(cell))
    if isinstance(cell, datetime):
        plain = plain.replace("T", " ")
    return " ".join(plain.split())


def _total(table: Table, at: int) -> str:
    if not table.columns[at].total:
        return ""
    cells = [row[at] for row in table.rows]
    return _said(sum((cell for cell in cells if isinstance(cell, Decimal | int)), Decimal(0)))


def _wide(text: str) -> int:
    """How many columns of a terminal a text takes: Chinese letters take two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _line(columns: list[Column], texts: list[str], wide: list[int]) -> str:
    return "  ".join(_padded(columns, texts, wide))


def _padded(columns: list[Column], texts: list[str], wide: list[int]) -> Iterator[str]:
    for column, text, width in zip(columns, texts, wide, strict=True):
        gap = " " * (width - _wide(text))
        yield gap + text if column.kind in NUMERIC else text + gap
