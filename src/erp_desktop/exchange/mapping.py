"""Which column of a file is which field of ours, and the rows read by it.

`guess_mapping` proposes, the user or a JSON file decides, a `Plan` reads. A row that is wrong
anywhere is not read, but every problem of it is told, so that a file is put right in one go.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Mapping as Pairs
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any, Self

from erp_desktop.core.errors import FileUnreadable
from erp_desktop.exchange import dates, values
from erp_desktop.exchange.headings import COMMON, FIRST
from erp_desktop.exchange.problems import Problem, Wrong
from erp_desktop.exchange.sheet import Cells, Raw, Sheet
from erp_desktop.exchange.values import BadValue, Value

Record = dict[str, Value]
Read = Callable[[Raw], Value]
_PREVIEWED = 20_000  # rows in which the order of day and month is sought


class FieldKind(StrEnum):
    """What a field holds; it decides how its cells are read."""

    TEXT = "text"
    CODE = "code"
    BARCODE = "barcode"
    QUANTITY = "quantity"
    MONEY = "money"
    PRICE = "price"
    PERCENT = "percent"  # 13 means 13 %
    COUNT = "count"
    DATE = "date"
    MOMENT = "moment"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field that a file may bring: its key, its names, its kind, whether it must be there.

    A field that `needs` another is not guessed in a file without that: a standard cost is one only
    beside a way of costing, and what goods cost in any other list.
    """

    name: str
    title_en: str
    title_zh: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    aliases: tuple[str, ...] = ()
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Which column holds a field, and how dates and numbers are written in this file."""

    columns: Pairs[str, str] = field(default_factory=dict)  # field name -> column name
    day_first: bool | None = None  # how to read 1/2/2010; None: such a date is a problem
    decimal_comma: bool = False

    def as_json(self) -> str:
        """The mapping for `import --map`."""
        said = {
            "columns": dict(self.columns),
            "day_first": self.day_first,
            "decimal_comma": self.decimal_comma,
        }
        return json.dumps(said, ensure_ascii=False, indent=2)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read `as_json`, or the short form {"sku": "StockCode"}; raises ValueError."""
        said = json.loads(text)
        columns = said.get("columns", said) if isinstance(said, dict) else None
        if not isinstance(columns, dict) or not all(isinstance(at, str) for at in columns.values()):
            raise ValueError("a mapping is an object of field and column names")
        settings = said if columns is not said else {}
        day_first = settings.get("day_first")
        return cls(columns, day_first, bool(settings.get("decimal_comma", False)))


def read_mapping(path: Path) -> Mapping:
    """A mapping out of a JSON file; raises FileUnreadable."""
    try:
        return Mapping.from_json(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as wrong:
        raise FileUnreadable(path, "missing") from wrong
    except OSError as wrong:
        raise FileUnreadable(path, "locked") from wrong
    except ValueError as wrong:
        raise FileUnreadable(path, "wrong kind") from wrong


def guess_mapping(header: Sequence[str], fields: Sequence[FieldSpec]) -> Mapping:
    """Propose a column for each field, by its names in both languages and the usual ones.

    A name further up a field's list wins over one further down; no column is used twice.
    """
    by_name: dict[str, str] = {}
    for column in header:
        for said in (bare(column), bare(re.sub(r"[(（\[].*?[)）\]]", "", column))):
            if said:
                by_name.setdefault(said, column)
    there = {one.name for one in fields if any(name in by_name for name in _names(one))}
    offers = (
        (rank, at, wanted.name, by_name[name])
        for at, wanted in enumerate(fields)
        if not wanted.needs or wanted.needs in there
        for rank, name in enumerate(_names(wanted))
        if name in by_name
    )
    columns: dict[str, str] = {}
    for _, _, name, column in sorted(offers):
        if name not in columns and column not in columns.values():
            columns[name] = column
    return Mapping(
        {wanted.name: columns[wanted.name] for wanted in fields if wanted.name in columns}
    )


def bare(name: str) -> str:
    """A column's name as it is compared: without case, spaces and punctuation."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name)).casefold()


def settled(mapping: Mapping, sheet: Sheet, fields: Sequence[FieldSpec]) -> Mapping:
    """The mapping with the order of day and month, if any date in the file tells it, and with the
    decimal comma of a file that is parted by semicolons, where its amounts leave no doubt."""
    if sheet.delimiter == ";" and not mapping.decimal_comma:
        amounts = list(_cells_of(mapping, sheet, fields, {FieldKind.MONEY}))
        mapping = replace(mapping, decimal_comma=values.writes_commas(amounts))
    if mapping.day_first is not None:
        return mapping
    dated = _cells_of(mapping, sheet, fields, {FieldKind.DATE, FieldKind.MOMENT})
    told = (dates.day_order(raw) for raw in dated)
    return replace(mapping, day_first=next((order for order in told if order is not None), None))


def _cells_of(
    mapping: Mapping, sheet: Sheet, fields: Sequence[FieldSpec], wanted: set[FieldKind]
) -> Iterator[Raw]:
    """The cells of the columns that hold such fields, in the rows that are looked at first."""
    kinds = {one.name: one.kind for one in fields}
    places = [
        sheet.header.index(column)
        for name, column in mapping.columns.items()
        if kinds.get(name) in wanted and column in sheet.header
    ]
    for (_, cells), _ in zip(sheet.rows, range(_PREVIEWED), strict=False):
        yield from (cells[at] for at in places if at < len(cells))


def convert(
    row: tuple[int, Cells], sheet: Sheet, mapping: Mapping, fields: Sequence[FieldSpec]
) -> Record | list[Problem]:
    """One row as values by field, or all its problems: for a preview."""
    record, wrong = Plan(sheet.name, sheet.header, mapping, fields).read(*row)
    return wrong or record


class Plan:
    """A mapping made ready: for each field where its cell is and how it is read."""

    def __init__(
        self, sheet: str, header: Sequence[str], mapping: Mapping, fields: Sequence[FieldSpec]
    ) -> None:
        self._sheet = sheet
        places = {name: at for at, name in reversed(list(enumerate(header)))}
        self._fields = [
            (wanted, places[column], _reader(wanted.kind, mapping))
            for wanted in fields
            if (column := mapping.columns.get(wanted.name)) in places
        ]
        self._header = header
        mapped = {wanted.name for wanted, _, _ in self._fields}
        self._lacking = [
            wanted for wanted in fields if wanted.required and wanted.name not in mapped
        ]

    def lacking(self, header_row: int) -> list[Problem]:
        """The required fields that no column holds."""
        return [
            Problem(self._sheet, header_row, wanted.title_en, "", Wrong.MISSING_COLUMN)
            for wanted in self._lacking
        ]

    def read(self, number: int, cells: Cells) -> tuple[Record, list[Problem]]:
        """The values of a row, and what is wrong with it."""
        record: Record = {}
        wrong: list[Problem] = []
        width = len(cells)
        for wanted, at, read in self._fields:
            raw = cells[at] if at < width else None
            try:
                value = record[wanted.name] = read(raw)
            except BadValue as bad:
                wrong.append(self._problem(number, at, raw, bad.problem, bad.suggestion))
            else:
                if value is None and wanted.required:
                    wrong.append(self._problem(number, at, raw, Wrong.MISSING))
        return record, wrong

    def _problem(
        self, number: int, at: int, raw: Raw, problem: str, suggestion: str = ""
    ) -> Problem:
        value = "" if raw is None else str(raw)
        return Problem(self._sheet, number, self._header[at], value, problem, suggestion)


def _names(wanted: FieldSpec) -> list[str]:
    first = FIRST.get(wanted.name, ())
    said = (*first, wanted.name, wanted.title_en, wanted.title_zh, *wanted.aliases)
    return [bare(name) for name in (*said, *COMMON.get(wanted.name, ()))]


def _reader(kind: FieldKind, mapping: Mapping) -> Read:
    number: Callable[..., Any] = partial(values.number_of, decimal_comma=mapping.decimal_comma)
    readers: dict[FieldKind, Read] = {
        FieldKind.TEXT: values.text_of,
        FieldKind.CODE: values.code_of,
        FieldKind.BARCODE: values.barcode_of,
        FieldKind.QUANTITY: number,
        FieldKind.MONEY: partial(number, places=4),
        FieldKind.PRICE: number,
        FieldKind.PERCENT: partial(number, percent=True),
        FieldKind.COUNT: values.count_of,
        FieldKind.DATE: partial(dates.date_of, day_first=mapping.day_first),
        FieldKind.MOMENT: partial(dates.moment_of, day_first=mapping.day_first),
        FieldKind.FLAG: values.flag_of,
    }
    return readers[kind]
