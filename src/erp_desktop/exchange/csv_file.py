"""The same `Table` as CSV: for scripts, and for programs that know nothing better.

Text that a spreadsheet would take for a formula gets a leading apostrophe, which our own import
takes away again. Numbers are plain (`-1234.50`), times are ISO, so any program reads them.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TextIO

from erp_desktop.core.table import Cell, Column, Kind, Table
from erp_desktop.exchange.safe_file import whole_file

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_csv(
    path: Path, table: Table, *, title: Callable[[str], str] = str, bom: bool = True
) -> None:
    """Write a table as UTF-8; the byte order mark is what tells Excel that it is UTF-8.

    Raises DiskFull or FileUnwritable; then no half file is left.
    """
    with (
        whole_file(path) as draft,
        draft.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as out,
    ):
        write_rows(out, table, title=title)


def write_rows(out: TextIO, table: Table, *, title: Callable[[str], str] = str) -> None:
    """Write header and rows to an open text stream (a file, or standard output)."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([title(column.title) for column in table.columns])
    writer.writerows(plain_rows(table.columns, table.rows))


def plain_rows(
    columns: Iterable[Column], rows: Iterable[tuple[Cell, ...]]
) -> Iterator[tuple[str, ...]]:
    """Each row as plain text cells."""
    kinds = tuple(column.kind for column in columns)
    for row in rows:
        yield tuple(plain(cell, kind) for cell, kind in zip(row, kinds, strict=True))


def plain(cell: Cell, kind: Kind = Kind.TEXT) -> str:
    """A cell as text that says the same to every program."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return "'" + cell if cell.startswith(DANGEROUS) else cell
    if isinstance(cell, Decimal):
        return f"{cell:f}%" if kind is Kind.PERCENT else f"{cell:f}"
    if isinstance(cell, datetime):
        return cell.isoformat(" ", timespec="seconds")
    return cell.isoformat() if isinstance(cell, date) else str(cell)
