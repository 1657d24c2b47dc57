"""Codes in a table said in words, for people who open a file: `goods_receipt` is 采购入库单.

Reports carry a document's kind as its code, so that scripts can depend on it; a workbook or a CSV
file for people says it as the windows do.
"""

from collections.abc import Callable
from dataclasses import replace

from erp_desktop.core.states import Kind
from erp_desktop.core.table import Cell, Row, Table, each_row

_CODES = frozenset(map(str, Kind))


def with_words(table: Table, say: Callable[[str], str]) -> Table:
    """The same table with the kinds of documents in its column `kind` said by `say`."""
    keys = [column.key for column in table.columns]
    if "kind" not in keys:
        return table
    at = keys.index("kind")

    def worded(row: Row) -> Row:
        return (*row[:at], _said(row[at], say), *row[at + 1 :])

    return replace(table, rows=each_row(table.rows, worded))


def _said(cell: Cell, say: Callable[[str], str]) -> Cell:
    return say(cell) if isinstance(cell, str) and cell in _CODES else cell
