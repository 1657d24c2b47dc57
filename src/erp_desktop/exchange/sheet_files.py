"""Opening files of rows: which kind a file is, by its content, and what stops us from reading it.

A text file's encoding is found by a ladder: a byte order mark, strict UTF-8, GB18030 (which a
Chinese shop's export is), and last Windows' Western code page. From GB18030 on it is a guess,
which the preview shows and the user may overrule.
"""

import codecs
import csv
import gzip
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO, TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from erp_desktop.core.errors import FileUnreadable

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Raw = str | Decimal | date | datetime | bool | None
Cells = tuple[Raw, ...]
Merged = Sequence[tuple[tuple[int, int], tuple[int, int]]]  # first and last cell of each, from 0


class Grid(Protocol):
    """All rows of a sheet from its first, which may be asked for again and again."""

    name: str
    merged: Merged

    def __iter__(self) -> Iterator[Cells]: ...


_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
_ZIP, _OLE, _GZIP = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x1f\x8b"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LADDER = ("utf-8", "gb18030", "cp1252")
_GUESSED = frozenset({"gb18030", "cp1252"})
_DELIMITERS = ",\t;|"
_PREVIEWED = 1 << 16  # characters in which the separator is sought
_LONGEST_FIELD = 1 << 20
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)
_SHOWN_DIGITS = 15  # a spreadsheet shows and keeps no more


def open_grids(path: Path, *, encoding: str = "", delimiter: str = "") -> Sequence[Grid]:
    """The sheets of a file: one of a text file, the visible ones of a workbook.

    Raises FileUnreadable; see `sheet.read_sheets` for its details.
    """
    data = _bytes_of(path)
    if path.suffix.lower() in _WORKBOOKS:
        return _workbook(path, data)
    if data.startswith(_GZIP):
        data = _unpacked(path, data)
    if data.startswith((_ZIP, _OLE)):
        raise FileUnreadable(path, "wrong kind")
    return [TextGrid(path, data, encoding, delimiter)]


class TextGrid:
    """The rows of a CSV, TSV or other separated text, read anew each time they are asked for."""

    merged: Merged = ()

    def __init__(self, path: Path, data: bytes, encoding: str, delimiter: str) -> None:
        self.name = path.name.split(".")[0]
        self._path, self._data = path, data
        self.encoding, self.guessed = _encoding_of(path, data, encoding)
        start = self._text().read(_PREVIEWED)
        said = _SEPARATOR_LINE.match(start)
        self._has_separator_line = said is not None
        self.delimiter = delimiter or (said[1] if said else _delimiter_of(start))

    def __iter__(self) -> Iterator[Cells]:
        csv.field_size_limit(_LONGEST_FIELD)
        rows = csv.reader(self._text(), delimiter=self.delimiter)
        try:
            if self._has_separator_line:
                next(rows, None)
                yield ()  # it is a row of the file, but says nothing
            yield from map(tuple, rows)
        except csv.Error as wrong:
            raise FileUnreadable(self._path, "damaged") from wrong

    def _text(self) -> TextIOWrapper:
        return TextIOWrapper(BytesIO(self._data), self.encoding, newline="")


class WorkbookGrid:
    """The rows of one sheet of a workbook."""

    def __init__(self, sheet: "CalamineSheet") -> None:
        self.name: str = sheet.name
        self.merged: Merged = sheet.merged_cell_ranges or ()
        self._sheet = sheet

    def __iter__(self) -> Iterator[Cells]:
        for row in self._sheet.iter_rows():
            yield tuple(map(_cell, row))


def _bytes_of(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except FileNotFoundError as wrong:
        raise FileUnreadable(path, "missing") from wrong
    except IsADirectoryError as wrong:
        raise FileUnreadable(path, "wrong kind") from wrong
    except OSError as wrong:
        raise FileUnreadable(path, "locked") from wrong
    if not data:
        raise FileUnreadable(path, "empty")
    return data


def _unpacked(path: Path, data: bytes) -> bytes:
    try:
        unpacked = gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as wrong:
        raise FileUnreadable(path, "damaged") from wrong
    if not unpacked:
        raise FileUnreadable(path, "empty")
    return unpacked


def _workbook(path: Path, data: bytes) -> Sequence[Grid]:
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    if not data.startswith((_ZIP, _OLE)):
        raise FileUnreadable(path, "wrong kind")
    if data.startswith(_OLE) and _is_locked_package(data):
        raise FileUnreadable(path, "password")
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        return [
            WorkbookGrid(book.get_sheet_by_name(sheet.name))
            for sheet in book.sheets_metadata
            if sheet.visible is SheetVisibleEnum.Visible and sheet.typ is SheetTypeEnum.WorkSheet
        ]
    except PasswordError as wrong:
        raise FileUnreadable(path, "password") from wrong
    except CalamineError as wrong:
        raise FileUnreadable(path, _why(data)) from wrong


def _is_locked_package(data: bytes) -> bool:
    """A workbook with a password is an old-style container with the locked one inside."""
    return "EncryptedPackage".encode("utf-16-le") in data


def _why(data: bytes) -> str:
    """Why a workbook could not be opened: a zip of something else, or one that is broken."""
    from zipfile import BadZipFile, ZipFile

    if data.startswith(_OLE):
        return "damaged"
    try:
        names = ZipFile(BytesIO(data)).namelist()
    except (BadZipFile, OSError):
        return "damaged"
    return "damaged" if {"[Content_Types].xml", "content.xml"} & set(names) else "wrong kind"


def _cell(cell: Any) -> Raw:
    """A cell of a workbook, its number exact: the digits that the spreadsheet shows."""
    if cell.__class__ is str:
        return cell or None
    if cell.__class__ is float:
        return _number(cell)
    if isinstance(cell, bool | datetime | date):
        return cell
    if isinstance(cell, int):
        return Decimal(cell)
    return str(cell) if isinstance(cell, time | timedelta) else None


def _number(shown: float) -> Decimal:
    if shown.is_integer() and abs(shown) < 10**_SHOWN_DIGITS:
        return Decimal(int(shown))
    text = repr(shown)
    return Decimal(text if len(text) <= _SHOWN_DIGITS else f"{shown:.{_SHOWN_DIGITS}g}")


def _encoding_of(path: Path, data: bytes, wanted: str) -> tuple[str, bool]:
    """The encoding by the ladder, and whether it is only likely."""
    if wanted:
        if not _decodes(data, wanted):
            raise FileUnreadable(path, "encoding")
        return wanted, False
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")
    if not marked and _looks_binary(data):
        raise FileUnreadable(path, "binary")
    for encoding in (marked,) if marked else _LADDER:
        if _decodes(data, encoding):
            return encoding, encoding in _GUESSED
    raise FileUnreadable(path, "encoding")


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def _looks_binary(data: bytes) -> bool:
    """Text has no NUL and hardly a control character."""
    start = data[:_PREVIEWED]
    controls = len(start) - len(start.translate(None, bytes([*range(9), *range(14, 27)])))
    return b"\0" in start or controls * 100 > len(start)


def _delimiter_of(start: str) -> str:
    """The separator that cuts the most rows into the most columns, all alike."""
    return max(_DELIMITERS, key=lambda delimiter: _evenness(start, delimiter))


def _evenness(start: str, delimiter: str) -> int:
    lines = start.splitlines(keepends=True)
    if len(start) == _PREVIEWED:
        lines.pop()  # it is cut short
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        rows = list(islice(csv.reader(lines, delimiter=delimiter), 200))
    except csv.Error:
        return 0
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max((width * count for width, count in widths.items()), default=0)
