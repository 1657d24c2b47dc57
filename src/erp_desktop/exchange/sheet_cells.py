"""Table cells as the XML of a worksheet: numbers as numbers, dates as dates, text as text.

A block of rows is turned column by column, because nearly every column holds one type only: its
writer is looked up once and not for each cell. This is what makes a large export quick.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Self

from erp_desktop.core.table import Cell, Column, Kind
from erp_desktop.exchange.sheet_styles import LOOK_OF, Look

End = Callable[[Any], str]

REMEMBERED = 2_000  # cells a column remembers
LONGEST_TEXT = 32_767  # characters in one cell, or the workbook is "in need of repair"
_EPOCH = 693_594  # the ordinal of 1899-12-30, day 0 of a sheet's calendar
_FIRST_DAY = 61  # 1900-03-01: before it the calendars of spreadsheets disagree
# what may not stand in XML, or at the ends of a text, or means something else there
_UNSAFE = re.compile(r"[\x01-\x1f\ufffe\uffff\ud800-\udfff]|_x[0-9A-Fa-f]{4}_")
_EDGES = re.compile(r"\x00[\s=+\-@\x00]|\s\x00")
_AS_THEY_ARE = frozenset({Look.MONEY, Look.PRICE, Look.WHOLE})
_FORMULA_LIKE = ("=", "+", "-", "@")
_NOT_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, 0xFFFE, 0xFFFF], " ")
_SURROGATES = re.compile("[\ud800-\udfff]")
_LOOKS_ESCAPED = re.compile(r"_(x[0-9A-Fa-f]{4}_)")


class Formula(Decimal):
    """A number that remembers how it is computed: `Formula("SUM(F2:F9)", Decimal("12.50"))`.

    A workbook keeps both; the screen, CSV and paper see the number, which is what it came to.
    """

    __slots__ = ("text",)
    text: str

    def __new__(cls, text: str, cached: Decimal | int) -> Self:
        made = super().__new__(cls, cached)
        made.text = text.removeprefix("=")
        return made


class Marked(str):
    """A text whose cell is marked: something is wrong with it."""

    __slots__ = ()


def letters(at: int) -> str:
    """The name of the column at this place, from 0: A … Z, AA …"""
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(65 + rest) + name
    return name


def escaped(text: str) -> str:
    """A text as it may stand in XML; a control character becomes a space."""
    if not text.isprintable() or "_x" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_NOT_XML)
        text = _LOOKS_ESCAPED.sub(r"_x005F_\1", _SURROGATES.sub("\ufffd", text))
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _Ends(dict[Any, str]):
    """The XML after a cell's row number, remembered for cells that come again."""

    def __init__(self, end: End) -> None:
        self._end = end

    def __missing__(self, cell: Any) -> str:
        if len(self) >= REMEMBERED:
            self.clear()
        end = self[cell] = self._end(cell)
        return end


class _FormulaEnds(_Ends):
    """Formulas that come to the same number are equal, but not the same: nothing is remembered."""

    def __missing__(self, cell: Formula) -> str:
        return self._end(cell)


class ColumnCells:
    """Writes the cells of one column of a sheet."""

    def __init__(self, at: int, column: Column, word: Callable[[str], str]) -> None:
        self._open = f'<c r="{letters(at)}'
        self._kind = column.kind
        self._word = word
        self._look = LOOK_OF[column.kind]
        texts = {Look.CODE, Look.DATE, Look.MOMENT}
        self._number_look = Look.PLAIN if self._look in texts else self._look
        self._ends: dict[type, _Ends] = {type(None): _Ends(lambda _cell: "")}

    def block(self, numbers: Sequence[str], cells: Sequence[Cell]) -> list[str]:
        """The XML of these cells of the rows with these numbers."""
        types = set(map(type, cells))
        for kind in types - self._ends.keys():
            self._ends[kind] = self._ends_for(kind)
        if len(types) == 1:
            return self._alike(numbers, cells, types.pop())
        opened, ends = self._open, self._ends
        return [
            f"{opened}{number}{end}" if (end := ends[type(cell)][cell]) else ""
            for number, cell in zip(numbers, cells, strict=True)
        ]

    def total(self, number: int, cell: Cell) -> str:
        """The XML of this column's cell in the totals row."""
        look = self._look
        if look is Look.QUANTITY and _is_whole(cell):
            look = Look.WHOLE
        opened = f'{self._open}{number}" s="{look.in_total}"'
        if isinstance(cell, Formula):
            return f"{opened}><f>{escaped(cell.text)}</f><v>{cell:f}</v></c>"
        if cell is None:
            return f"{opened}/>"
        return f'{opened} t="inlineStr"><is><t>{escaped(str(cell))}</t></is></c>'

    def _alike(self, numbers: Sequence[str], cells: Sequence[Any], kind: type) -> list[str]:
        """Cells of one type, by the shortest way that is right for all of them."""
        if kind is str and self._kind is not Kind.STATE and (texts := _escaped_at_once(cells)):
            before = f'" s="{int(self._look)}" t="inlineStr"><is><t>'
            return self._framed(numbers, texts, before, "</t></is></c>")
        if kind in {Decimal, int} and self._look in _AS_THEY_ARE and _all_finite(cells, kind):
            return self._framed(numbers, cells, f'" s="{int(self._look)}"><v>', "</v></c>")
        opened, ends = self._open, self._ends[kind]
        return [
            f"{opened}{number}{end}" if (end := ends[cell]) else ""
            for number, cell in zip(numbers, cells, strict=True)
        ]

    def _framed(
        self, numbers: Sequence[str], cells: Sequence[object], before: str, after: str
    ) -> list[str]:
        opened = self._open
        return [
            f"{opened}{number}{before}{cell}{after}"
            for number, cell in zip(numbers, cells, strict=True)
        ]

    def _ends_for(self, kind: type) -> _Ends:
        """How cells of this type are written in this column."""
        if issubclass(kind, Formula):
            return _FormulaEnds(self._formula)
        by_type: tuple[tuple[type, End], ...] = (
            (Marked, self._marked),
            (str, self._state if self._kind is Kind.STATE else self._text),
            (Decimal, self._number),
            (datetime, self._moment),
            (date, self._date),
            (bool, self._truth),
            (int, self._number),
        )
        for known, end in by_type:
            if issubclass(kind, known):
                return _Ends(end)
        raise TypeError(f"a cell cannot be a {kind.__name__}")

    def _text(self, text: str) -> str:
        if not text:
            return ""
        look = Look.CODE if self._kind is Kind.CODE else Look.PLAIN
        return _text_end(text, Look.QUOTED if text.startswith(_FORMULA_LIKE) else look)

    def _state(self, text: str) -> str:
        return self._text(self._word(text.partition(":")[0]))

    def _marked(self, text: str) -> str:
        return _text_end(text, Look.FAULTY) if text else f'" s="{int(Look.FAULTY)}"/>'

    def _formula(self, cell: Formula) -> str:
        look = int(self._number_look)
        return f'" s="{look}"><f>{escaped(cell.text)}</f><v>{cell:f}</v></c>'

    def _number(self, cell: Decimal | int) -> str:
        number = Decimal(cell)
        if not number.is_finite():
            return self._text(str(cell))
        if self._kind is Kind.QUANTITY:
            return _quantity(number)
        if self._kind is Kind.PERCENT:
            return _percent(number)
        return _value(self._number_look, f"{number:f}")

    def _date(self, cell: date) -> str:
        day = cell.toordinal() - _EPOCH
        return self._text(cell.isoformat()) if day < _FIRST_DAY else _value(Look.DATE, day)

    def _moment(self, cell: datetime) -> str:
        day = cell.toordinal() - _EPOCH
        if day < _FIRST_DAY:
            return self._text(cell.isoformat(" "))
        second = (cell.hour * 60 + cell.minute) * 60 + cell.second
        return _value(Look.MOMENT, repr(day + second / 86_400))

    def _truth(self, cell: bool) -> str:  # noqa: FBT001  (a cell, not a switch)
        return f'" t="b"><v>{int(cell)}</v></c>'


def _escaped_at_once(cells: Sequence[str]) -> list[str]:
    """These texts as XML, or nothing if one of them needs a closer look."""
    joined = "\x00".join(("", *cells, ""))
    if (
        joined.count("\x00") != len(cells) + 1
        or _UNSAFE.search(joined)
        or _EDGES.search(joined)
        or len(max(cells, key=len)) > LONGEST_TEXT
    ):
        return []
    joined = joined.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return joined.split("\x00")[1:-1]


def _all_finite(cells: Sequence[Any], kind: type) -> bool:
    return kind is int or all(map(Decimal.is_finite, cells))


def _text_end(text: str, look: Look) -> str:
    if len(text) > LONGEST_TEXT:
        text = text[: LONGEST_TEXT - 1] + "…"
    return (
        f'" s="{int(look)}" t="inlineStr"><is><t xml:space="preserve">{escaped(text)}</t></is></c>'
    )


def _value(look: Look, value: object) -> str:
    return f'" s="{int(look)}"><v>{value}</v></c>'


def _quantity(number: Decimal) -> str:
    """Whole quantities get the whole format, which shows no bare decimal point."""
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return _value(Look.QUANTITY if "." in text else Look.WHOLE, text)


def _percent(number: Decimal) -> str:
    """12.5 is kept as 0.125 and shown as 12.5%, as a spreadsheet does it."""
    look = Look.PERCENT_WHOLE if _is_whole(number) else Look.PERCENT
    return _value(look, f"{number.scaleb(-2):f}")


def _is_whole(cell: object) -> bool:
    return isinstance(cell, int) or (isinstance(cell, Decimal) and cell == cell.to_integral_value())
