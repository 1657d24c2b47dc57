"""How cells look in a workbook: one number for each look, and the part that explains them.

Every look exists twice: as it is, and bold under a line, for the totals row.
"""

from enum import IntEnum
from xml.sax.saxutils import escape

from erp_desktop.core.table import Kind


class Look(IntEnum):
    """The place of a cell format in the workbook's list of formats."""

    PLAIN = 0
    HEAD = 1
    HEAD_RIGHT = 2
    CODE = 3  # the format "@": a code typed over it keeps its leading zeros
    QUOTED = 4  # text such as =1+1, which stays text even when somebody edits the cell
    WHOLE = 5
    QUANTITY = 6
    MONEY = 7
    PRICE = 8
    PERCENT_WHOLE = 9
    PERCENT = 10
    DATE = 11
    MOMENT = 12
    FAULTY = 13

    @property
    def in_total(self) -> int:
        """The same look in the totals row."""
        return self + len(Look)


LOOK_OF: dict[Kind, Look] = {
    Kind.TEXT: Look.PLAIN,
    Kind.STATE: Look.PLAIN,
    Kind.CODE: Look.CODE,
    Kind.QUANTITY: Look.QUANTITY,
    Kind.MONEY: Look.MONEY,
    Kind.PRICE: Look.PRICE,
    Kind.PERCENT: Look.PERCENT,
    Kind.COUNT: Look.WHOLE,
    Kind.DATE: Look.DATE,
    Kind.MOMENT: Look.MOMENT,
}

_FONT_OF = {"zh": "Microsoft YaHei"}
# the numbers that a workbook has for the formats it knows by itself; ours begin at 164
_TEXT, _WHOLE, _PERCENT = 49, 3, 9
_QUANTITY, _MONEY, _PRICE, _SHARE, _DATE, _MOMENT = range(164, 170)
_FORMAT_OF: dict[Look, int] = {
    Look.CODE: _TEXT,
    Look.WHOLE: _WHOLE,
    Look.QUANTITY: _QUANTITY,
    Look.MONEY: _MONEY,
    Look.PRICE: _PRICE,
    Look.PERCENT_WHOLE: _PERCENT,
    Look.PERCENT: _SHARE,
    Look.DATE: _DATE,
    Look.MOMENT: _MOMENT,
}
_EXTRA: dict[Look, str] = {
    Look.HEAD: '<alignment vertical="center" wrapText="1"/>',
    Look.HEAD_RIGHT: '<alignment horizontal="right" vertical="center" wrapText="1"/>',
    Look.DATE: '<alignment horizontal="left"/>',
    Look.MOMENT: '<alignment horizontal="left"/>',
    Look.FAULTY: '<alignment vertical="top" wrapText="1"/>',
}
_NO_FILL, _HEAD_FILL, _FAULTY_FILL = 0, 2, 3
_PLAIN_FONT, _BOLD_FONT = 0, 1
_NO_BORDER, _LINE_BELOW, _LINE_ABOVE = 0, 1, 2


def styles_xml(places: int, language: str) -> str:
    """The workbook's part that explains every `Look`; money has `places` decimal places."""
    looks = "".join(_format(look, total=False) for look in Look)
    totals = "".join(_format(look, total=True) for look in Look)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"{_number_formats(places)}{_fonts(language)}{_FILLS}{_BORDERS}"
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        "</cellStyleXfs>"
        f'<cellXfs count="{2 * len(Look)}">{looks}{totals}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )


def _number_formats(places: int) -> str:
    decimals = "." + "0" * places if places else ""
    codes = {
        _QUANTITY: "#,##0.######",
        _MONEY: f"#,##0{decimals}",
        _PRICE: f"#,##0{decimals or '.'}{'#' * (6 - places)}" if places else "#,##0",
        _SHARE: "0.0###%",
        _DATE: "yyyy\\-mm\\-dd",
        _MOMENT: "yyyy\\-mm\\-dd\\ hh:mm",
    }
    said = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{escape(code)}"/>'
        for number, code in codes.items()
    )
    return f'<numFmts count="{len(codes)}">{said}</numFmts>'


def _fonts(language: str) -> str:
    name = f'<sz val="10"/><name val="{_FONT_OF.get(language[:2], "Arial")}"/>'
    return f'<fonts count="2"><font>{name}</font><font><b/>{name}</font></fonts>'


_FILLS = (
    '<fills count="4"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF3"/></patternFill></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFFFD9D6"/></patternFill></fill></fills>'
)
_BORDERS = (
    '<borders count="3"><border><left/><right/><top/><bottom/></border>'
    '<border><left/><right/><top/><bottom style="thin"><color rgb="FF8A97A8"/></bottom></border>'
    '<border><left/><right/><top style="thin"><color rgb="FF8A97A8"/></top><bottom/></border>'
    "</borders>"
)


def _format(look: Look, *, total: bool) -> str:
    head = look in {Look.HEAD, Look.HEAD_RIGHT}
    font = _BOLD_FONT if head or total else _PLAIN_FONT
    fill = _HEAD_FILL if head else _FAULTY_FILL if look is Look.FAULTY else _NO_FILL
    border = _LINE_ABOVE if total else _LINE_BELOW if head else _NO_BORDER
    extra = _EXTRA.get(look, "")
    said = f'numFmtId="{_FORMAT_OF.get(look, 0)}" fontId="{font}" fillId="{fill}"'
    if look is Look.QUOTED:
        said += ' quotePrefix="1"'
    if extra:
        said += ' applyAlignment="1"'
    return (
        f'<xf {said} borderId="{border}" xfId="0" applyNumberFormat="1" applyFont="1"'
        f' applyFill="1" applyBorder="1">{extra}</xf>'
    )
