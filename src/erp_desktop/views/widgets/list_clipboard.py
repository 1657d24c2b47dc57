"""Rows as a table on the clipboard: tabs for spreadsheets, HTML for letters and mail."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData

from erp_desktop.core.table import NUMERIC, Cell, Column, Kind
from erp_desktop.views import figures, wording
from erp_desktop.views.widgets.faces import Face

Row = tuple[Cell, ...]
_WORDS = frozenset({Kind.TEXT, Kind.STATE})


def as_table(faces: Sequence[Face], rows: Sequence[Row]) -> QMimeData:
    """The cells of these columns, in both forms; figures plain, words as they are read."""
    columns = [face.column for face in faces]
    titles = [wording.title(column.title) for column in columns]
    cells = [[_cell(face, row) for face in faces] for row in rows]
    data = QMimeData()
    data.setText("\n".join("\t".join(map(_one_line, line)) for line in [titles, *cells]))
    data.setHtml(_html(columns, titles, cells))
    return data


def _cell(face: Face, row: Row) -> str:
    if face.column.kind in _WORDS:
        return face.words(row)
    return figures.copied(row[face.at])


def _html(columns: Sequence[Column], titles: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th align='left'>{escape(title)}</th>" for title in titles)
    body = "".join("<tr>" + "".join(map(_html_cell, columns, line)) + "</tr>" for line in cells)
    return f"<meta charset='utf-8'><table border='1'><tr>{head}</tr>{body}</table>"


def _html_cell(column: Column, words: str) -> str:
    right = " align='right'" if column.kind in NUMERIC else ""
    # a spreadsheet would take the zeros off a code
    text = " style=\"mso-number-format:'\\@'\"" if column.kind is Kind.CODE else ""
    return f"<td{right}{text}>{escape(words)}</td>"


def _one_line(text: str) -> str:
    return text.replace("\t", " ").replace("\n", " ")
