"""Tables as an Excel workbook: what the accountant gets is numbers, dates and codes, not pictures.

    write_workbook(path, [sales, stock], title=translated, language="zh_CN")

One sheet a table, its head frozen and filtered, ready to print. The sheets are streamed by a
writer of our own: it serves ten rows and a million, in little memory, and is many times quicker
than the libraries, since a `Table` already knows the type of each column.

A tie-out sheet sets figures against each other with `Formula` cells; `cell_ranges` says where the
figures stand:

    at = cell_ranges([sales, journal], title=translated)
    Formula(f"SUM({at['sales', 'amount']})", Decimal("120.00"))
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from erp_desktop.core.table import Table
from erp_desktop.exchange.safe_file import whole_file
from erp_desktop.exchange.sheet_cells import Formula, Marked, escaped, letters
from erp_desktop.exchange.sheet_styles import styles_xml
from erp_desktop.exchange.sheet_xml import Words, may_filter, parts_of, write_sheet

__all__ = ["Formula", "Marked", "cell_ranges", "sheet_names", "write_workbook"]

MOST_ROWS = 1_048_574  # what a sheet holds besides its head and its totals
_LONGEST_NAME = 31
_QUICK = 1  # zip level: level 6 takes three times as long for a file a fifth smaller
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def write_workbook(
    path: Path,
    tables: Sequence[Table],
    *,
    title: Callable[[str], str] = str,
    state: Callable[[str], str] = str,
    language: str = "en",
    places: int = 2,
) -> None:
    """Write one sheet a table; money shows `places` decimals, the currency's own number.

    `title` says column and table titles in the user's language, `state` the codes of states.
    Raises DiskFull or FileUnwritable; then the target is as it was before.
    """
    if not tables:
        raise ValueError("a workbook needs a table")
    words = Words(title, state)
    with (
        whole_file(path) as draft,
        ZipFile(draft, "w", ZIP_DEFLATED, compresslevel=_QUICK) as book,
    ):
        sheets = _write_sheets(book, tables, words)
        book.writestr("xl/styles.xml", styles_xml(places, language))
        _write_frame(book, sheets)


def sheet_names(titles: Sequence[str]) -> list[str]:
    """Titles as names a workbook takes: at most 31 characters, none forbidden, none twice."""
    taken: set[str] = set()
    return [_free_name(title, taken) for title in titles]


def cell_ranges(
    tables: Sequence[Table], *, title: Callable[[str], str] = str
) -> Mapping[tuple[str, str], str]:
    """Where (table name, column key) will stand: `'Sales'!$F$2:$F$501`, without the totals row."""
    names = sheet_names([title(table.title) for table in tables])
    return {
        (table.name, column.key): _range(name, letters(at), len(table.rows))
        for table, name in zip(tables, names, strict=True)
        for at, column in enumerate(table.columns)
    }


def _range(sheet: str, column: str, count: int) -> str:
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!${column}$2:${column}${max(count, 1) + 1}"


def _free_name(title: str, taken: set[str]) -> str:
    allowed = re.sub(r"[\[\]:*?/\\\x00-\x1f]+", " ", title)
    bare = " ".join(allowed.split()).strip(" '") or "Sheet"
    if bare.casefold() == "history":  # a name that Excel keeps for itself
        bare += "_"
    name, number = _cut(bare, ""), 1
    while name.casefold() in taken:
        number += 1
        name = _cut(bare, f" ({number})")
    taken.add(name.casefold())
    return name


def _cut(bare: str, ending: str) -> str:
    """At most 31 UTF-16 units, as Excel counts them."""
    kept = bare
    while len((kept + ending).encode("utf-16-le")) > 2 * _LONGEST_NAME:
        kept = kept[:-1]
    return kept.rstrip(" '") + ending


def _write_sheets(book: ZipFile, tables: Sequence[Table], words: Words) -> list[tuple[str, str]]:
    """Write every sheet; answers name and filtered range of each (empty: it has no filter)."""
    titles = [words.title(table.title) for table in tables]
    taken: set[str] = set()
    names = [_free_name(title, taken) for title in titles]
    sheets: list[tuple[str, str]] = []
    for name, asked in zip(names, tables, strict=True):
        table = _fitting(asked)
        for part, rows in enumerate(parts_of(table.rows, MOST_ROWS)):
            sheet = _free_name(name, taken) if part else name  # longer than a sheet: it goes on
            at = len(sheets) + 1
            with book.open(f"xl/worksheets/sheet{at}.xml", "w") as out:
                count = write_sheet(out, table, rows, words, first=at == 1)
            filtered = f"$A$1:${letters(len(table.columns) - 1)}${count + 1}"
            sheets.append((sheet, filtered if may_filter(table) else ""))
    return sheets


def _fitting(table: Table) -> Table:
    """Heads of groups stand on one sheet only: a list longer than that goes on without them."""
    if table.heads and len(table.rows) + len(table.heads) > MOST_ROWS:
        return replace(table, heads=())
    return table


def _write_frame(book: ZipFile, sheets: Sequence[tuple[str, str]]) -> None:
    """The parts that hold the sheets together."""
    count = len(sheets)
    book.writestr("[Content_Types].xml", _content_types(count))
    book.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")]))
    related = [("worksheet", f"worksheets/sheet{at}.xml") for at in range(1, count + 1)]
    book.writestr("xl/_rels/workbook.xml.rels", _relations([*related, ("styles", "styles.xml")]))
    book.writestr("xl/workbook.xml", _workbook_xml(sheets))


def _content_types(count: int) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for at in range(1, count + 1)
    )
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>{sheets}</Types>'
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    said = "".join(
        f'<Relationship Id="rId{at}" Type="{_RELATED}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{said}</Relationships>'


def _workbook_xml(sheets: Sequence[tuple[str, str]]) -> str:
    said = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{at}" r:id="rId{at}"/>'
        for at, (name, _) in enumerate(sheets, start=1)
    )
    return (
        f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}"><bookViews><workbookView/>'
        f"</bookViews><sheets>{said}</sheets>"
        f"<definedNames>{''.join(_names(sheets))}</definedNames></workbook>"
    )


def _names(sheets: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The names by which a workbook knows its filters and the head that each page repeats."""
    for at, (name, filtered) in enumerate(sheets):
        quoted = escaped("'" + name.replace("'", "''") + "'")
        if filtered:
            yield (
                f'<definedName name="_xlnm._FilterDatabase" localSheetId="{at}" hidden="1">'
                f"{quoted}!{filtered}</definedName>"
            )
        yield (
            f'<definedName name="_xlnm.Print_Titles" localSheetId="{at}">'
            f"{quoted}!$1:$1</definedName>"
        )
