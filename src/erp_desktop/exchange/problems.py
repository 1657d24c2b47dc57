"""What is wrong with a file, told so that it can be put right.

A `Problem` names one cell, by a key (`problem`) that the windows translate, with the value that
would be right as its `suggestion`. English sentences for the command line and for the file of
faulty rows stand here; Chinese ones stand with the windows' words, under the same keys.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from erp_desktop.core.table import Cell, Column, Kind, Table
from erp_desktop.exchange.sheet import Raw, Sheet
from erp_desktop.exchange.workbook import Marked, write_workbook


class Wrong(StrEnum):
    """Keys of the problems that a file can have before anybody asks the database."""

    MISSING = "missing"
    MISSING_COLUMN = "missing_column"
    NOT_A_NUMBER = "not_a_number"
    DECIMAL_COMMA = "decimal_comma"
    TOO_MANY_PLACES = "too_many_places"
    NOT_WHOLE = "not_whole"
    NOT_A_DATE = "not_a_date"
    AMBIGUOUS_DATE = "ambiguous_date"
    NOT_YES_OR_NO = "not_yes_or_no"
    DAMAGED_CODE = "damaged_code"
    LOST_ZEROS = "lost_zeros"
    DUPLICATE = "duplicate"
    UNKNOWN = "unknown"
    NEGATIVE = "negative"
    # what only the books can say
    DATE_TOO_FAR = "date_too_far"
    IMPORTED_BEFORE = "imported_before"
    TAKEN = "taken"
    NOT_AMONG = "not_among"
    NOT_STOCKED = "not_stocked"
    NO_STOCK_OF_ITS_OWN = "no_stock_of_its_own"
    LOOP = "loop"
    OWN_UNIT = "own_unit"
    NOT_POSITIVE = "not_positive"
    LOT_MISSING = "lot_missing"
    ONE_EACH = "one_each"
    NOT_THAT_MANY = "not_that_many"
    NO_SHEET = "no_sheet"
    NO_SUCH_PARTNER = "no_such_partner"
    NOT_LINKED = "not_linked"
    NOT_ADDING_UP = "not_adding_up"
    OTHER_CURRENCY = "other_currency"
    BALANCE_BREAKS = "balance_breaks"


# what is wrong; and what would be right, {0} being the problem's suggestion
SENTENCES: dict[str, tuple[str, str]] = {
    Wrong.MISSING: ("is empty, but needed", "fill it in"),
    Wrong.MISSING_COLUMN: ("no column for this field", "say which column holds it"),
    Wrong.NOT_A_NUMBER: ("is not a number", "write a number such as {0}"),
    Wrong.DECIMAL_COMMA: ("has a comma where a decimal point is expected", "write {0}"),
    Wrong.TOO_MANY_PLACES: ("has too many decimal places", "write {0}"),
    Wrong.NOT_WHOLE: ("is not a whole number", "write {0}"),
    Wrong.NOT_A_DATE: ("is not a date", "write a date such as {0}"),
    Wrong.AMBIGUOUS_DATE: (
        "may be read as two dates",
        "say whether the day or the month comes first, or write {0}",
    ),
    Wrong.NOT_YES_OR_NO: ("is neither yes nor no", "write {0}"),
    Wrong.DAMAGED_CODE: (
        "is a code that a spreadsheet turned into a number: digits are lost",
        "format the column as text and enter the code again",
    ),
    Wrong.LOST_ZEROS: ("is a barcode that lost its leading zeros", "write {0} in a text cell"),
    Wrong.DUPLICATE: ("stands in the file more than once", "keep one of them ({0})"),
    Wrong.UNKNOWN: ("is not known", "write one that is known, such as {0}"),
    Wrong.NEGATIVE: ("is below zero", "write {0}"),
    Wrong.DATE_TOO_FAR: (
        "is a date before 1990 or more than a year ahead",
        "write a date such as {0}",
    ),
    Wrong.IMPORTED_BEFORE: ("was imported before", "undo that import first ({0})"),
    Wrong.TAKEN: ("belongs to another product", "write one of its own ({0} has this one)"),
    Wrong.NOT_AMONG: ("is not one of those allowed", "write one of: {0}"),
    Wrong.NOT_STOCKED: ("is a service and has no stock", "leave the row out"),
    Wrong.NO_STOCK_OF_ITS_OWN: (
        "is a kit, or stands for its variants: it has no stock of its own",
        "write its part or its variant instead",
    ),
    Wrong.LOOP: ("would be made of itself", "take it out of the parts of {0}"),
    Wrong.OWN_UNIT: ("is the unit that the product is counted in", "leave the row out"),
    Wrong.NOT_POSITIVE: ("is not above zero", "write {0}"),
    Wrong.LOT_MISSING: (
        "is empty, but this product is kept by lot or serial number",
        "write the lot or the serial number",
    ),
    Wrong.ONE_EACH: ("is not the number of its serial numbers", "write {0}"),
    Wrong.NOT_THAT_MANY: ("has another number of values than its template", "write it as {0}"),
    Wrong.NO_SHEET: ("has no sheet that is known here", "name the sheets: {0}"),
    Wrong.NO_SUCH_PARTNER: (
        "is not known",
        "import the suppliers as partners first, or leave the column out",
    ),
    Wrong.NOT_LINKED: (
        "means no product here yet",
        "link it to a product once: it is known from then on",
    ),
    Wrong.NOT_ADDING_UP: (
        "is not what the lines, the discount, the shipping and the taxes come to",
        "they come to {0}",
    ),
    Wrong.BALANCE_BREAKS: (
        "is not the balance before with this row's amount",
        "it would be {0}: a row is missing, or leave the column of balances out",
    ),
    Wrong.OTHER_CURRENCY: ("is not the currency of this shop", "the shop trades in {0}"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one cell; `row` counts as a spreadsheet does, from 1."""

    sheet: str
    row: int
    column: str
    value: str
    problem: str
    suggestion: str = ""

    def sentence(self) -> str:
        """What is wrong, in plain English; a key without a sentence is said as it is."""
        return SENTENCES.get(self.problem, (self.problem.replace("_", " "), ""))[0]

    def advice(self) -> str:
        """What would be right, in plain English; empty if nothing is known."""
        _, advice = SENTENCES.get(self.problem, ("", "{0}"))
        if "{0}" in advice and not self.suggestion:
            return ""
        return advice.format(self.suggestion)

    def as_json(self) -> dict[str, str | int]:
        """The problem as the command line hands it out."""
        return {
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "value": self.value,
            "problem": self.sentence(),
            "code": self.problem,
            "suggestion": self.advice(),
        }


def write_errors(
    path: Path,
    sheet: Sheet,
    problems: Iterable[Problem],
    *,
    title: Callable[[str], str] = str,
    explain: Callable[[Problem], str] | None = None,
) -> None:
    """Write the faulty rows as a workbook: their cells, the wrong ones marked, and what is wrong.

    The columns keep their names, so the file can be put right and imported as it is. `explain`
    words a problem in the user's language. Raises DiskFull or FileUnwritable.
    """
    wrong: dict[int, list[Problem]] = defaultdict(list)
    for problem in problems:
        wrong[problem.row].append(problem)
    explain = explain or _explained
    rows = [
        _marked(number, cells, sheet.header, wrong[number], explain)
        for number, cells in sheet.rows
        if number in wrong
    ]
    columns = (
        Column("row", "Row", Kind.COUNT),
        *(Column(f"c{at}", name) for at, name in enumerate(sheet.header)),
        Column("problem", "Problem"),
    )
    own = {"Row", "Problem", "Faulty rows"}
    table = Table("errors", "Faulty rows", columns, rows)
    write_workbook(path, [table], title=lambda said: title(said) if said in own else said)


def _marked(
    number: int,
    cells: Sequence[Raw],
    header: Sequence[str],
    wrong: Sequence[Problem],
    explain: Callable[[Problem], str],
) -> tuple[Cell, ...]:
    faulty = {problem.column for problem in wrong}
    said = "; ".join(dict.fromkeys(map(explain, wrong)))
    padded = (*cells, *[None] * (len(header) - len(cells)))
    marked = (
        Marked("" if cell is None else cell) if name in faulty else cell
        for name, cell in zip(header, padded, strict=False)
    )
    return (number, *marked, said)


def _explained(problem: Problem) -> str:
    said = f"{problem.column}: {problem.sentence()}"
    advice = problem.advice()
    return f"{said} ({advice})" if advice else said
