"""What is being taken in: the file as rows of fields, and what the import tells about it.

An `ImportKind` is a small table entry: its name, the fields it understands, its options, and the
function that takes rows into the books. Reading happens before the transaction begins, so that
the till does not wait while a large file is read.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Mapping as Pairs
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.exchange.imports.report import ImportReport
from erp_desktop.exchange.mapping import (
    FieldSpec,
    Mapping,
    Plan,
    Record,
    bare,
    guess_mapping,
    settled,
)
from erp_desktop.exchange.problems import Problem, Wrong
from erp_desktop.exchange.sheet import Sheet, read_sheets
from erp_desktop.models.books import Books
from erp_desktop.services.shop.restoring import Changes

Progress = Callable[[int, int], None]


class Refused(Exception):
    """The import found problems and takes everything back; the report names them."""


class Cancelled(Exception):
    """The user stopped the import; everything is taken back."""


class SourceRow(NamedTuple):
    """One record of the file: the sheet and row it stands in, and its values by field.

    A cell that could not be read has no value here; its problem was told in reading, and the rest
    of the row is still looked at, so that every problem of a row is told at once.
    """

    sheet: str
    number: int
    values: Record

    def text(self, name: str) -> str | None:
        """A field as text; None when it is empty or has no column."""
        value = self.values.get(name)
        return None if value is None else str(value)

    def decimal(self, name: str) -> Decimal | None:
        """A field as a number; None when it is empty or has no column."""
        value = self.values.get(name)
        return value if isinstance(value, Decimal) else None

    def day(self, name: str) -> int | None:
        """A date as a day of the books; None when it is empty or has no column."""
        value = self.values.get(name)
        return clock.day_number(value) if isinstance(value, date) else None

    def instant(self, name: str) -> int:
        """A moment, 0 when it is empty. Raises DateTooFar for a slip of the keyboard."""
        value = self.values.get(name)
        return clock.reasonable(clock.instant(value)) if isinstance(value, datetime) else 0

    def told(self, name: str, mapping: Mapping) -> bool:
        """Whether the field's cell is wrong, which was told when it was read."""
        return name in mapping.columns and name not in self.values


@dataclass(slots=True)
class Intake:
    """One import under way."""

    path: Path
    report: ImportReport
    options: dict[str, str]
    rows: list[SourceRow] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    mapping: Mapping = field(default_factory=Mapping)
    titles: dict[str, str] = field(default_factory=dict)  # field name -> how it is called
    batch_id: int = 0
    changes: Changes = field(default_factory=dict)  # of what was there before
    progress: Progress | None = None
    cancelled: Callable[[], bool] | None = None
    parts: list[tuple["ImportKind", "Intake"]] = field(default_factory=list)  # sheet by sheet
    coming: frozenset[str] = frozenset()  # codes that another sheet of the workbook brings

    def problem(self, row: SourceRow, name: str, problem: str, suggestion: str = "") -> None:
        """Tell what is wrong with a field of a row."""
        if problem in {Wrong.UNKNOWN, Wrong.NO_SUCH_PARTNER} and row.text(name) in self.coming:
            return  # its own sheet is refused, which is told there
        column = self.mapping.columns.get(name) or self.titles.get(name, name)
        value = row.values.get(name)
        said = "" if value is None else str(value)
        self.report.problems.append(
            Problem(row.sheet, row.number, column, said, problem, suggestion)
        )

    def refused(self, row: SourceRow, name: str, refusal: errors.RuleBroken) -> None:
        """Tell that a rule of the trade refused a row."""
        facts = ", ".join(f"{key} {fact}" for key, fact in refusal.facts.items())
        self.problem(row, name, type(refusal).__name__, facts)

    def check_date(self, row: SourceRow, name: str) -> int:
        """A moment of the row; a date that is too far is told, and is 0 as one not read."""
        try:
            return row.instant(name)
        except errors.DateTooFar:
            self.problem(row, name, Wrong.DATE_TOO_FAR, "2026-01-31")
            return 0

    def stop_if_faulty(self) -> None:
        """All or nothing: raises Refused when anything is wrong."""
        if self.report.problems:
            raise Refused

    def went_on(self, done: int, total: int) -> None:
        """Tell the progress, and stop when the user wants to. Raises Cancelled."""
        if self.cancelled is not None and self.cancelled():
            raise Cancelled
        if self.progress is not None:
            self.progress(done, total)


TakeIn = Callable[[Books, Intake], None]


@dataclass(frozen=True, slots=True)
class ImportKind:
    """A kind of import: what a file of it brings and how it is taken in."""

    name: str
    title: str  # English; the windows translate it
    fields: tuple[FieldSpec, ...]
    take_in: TakeIn
    options: dict[str, str] = field(default_factory=dict)  # name -> default
    bundle: Callable[[Path], dict[str, Path] | None] | None = None  # files that belong together
    take_in_bundle: Callable[[Books, Intake, dict[str, Path]], None] | None = None
    title_zh: str = ""  # what a sheet of it is called in Chinese
    sheets: tuple["ImportKind", ...] = ()  # of a workbook that brings several kinds at once
    variants: tuple["ImportKind", ...] = ()  # files of it that are known by their columns
    marks: tuple[str, ...] = ()  # the columns that such a file is known by …
    columns: Pairs[str, str] = field(default_factory=dict)  # … and what its columns are
    channel: str = ""  # the sales channel that writes it
    # options that a window offers beside the file: name -> (value, English title, Chinese title)
    choices: Pairs[str, tuple[tuple[str, str, str], ...]] = field(default_factory=dict)


def variant_of(kind: ImportKind, sheets: Sequence[Sheet], mapping: Mapping | None) -> ImportKind:
    """The kind, or the variant of it that a file is by its columns.

    A mapping made by hand says itself which: one with a customer is of no channel.
    """
    fields = set(mapping.columns) if mapping is not None else set()
    for variant in kind.variants:
        marks = {bare(mark) for mark in variant.marks}
        known = {spec.name for spec in variant.fields}
        if fields <= known and any(marks <= set(map(bare, sheet.header)) for sheet in sheets):
            return variant
    return kind


def proposed(kind: ImportKind, header: Sequence[str]) -> Mapping:
    """Which column is which field: as the kind knows it, else by their names."""
    if not kind.columns:
        return guess_mapping(header, kind.fields)
    there = {bare(column): column for column in reversed(header) if column}
    found = {name: there.get(bare(column), "") for name, column in kind.columns.items()}
    return Mapping({name: column for name, column in found.items() if column})


def chosen_options(kind: ImportKind, options: dict[str, str]) -> dict[str, str]:
    """The kind's options with its defaults. Raises NotAmong for one it does not know."""
    known = {"again": "no", "sheet": "", "encoding": "", **kind.options}
    for name in options:
        if name not in known:
            raise errors.NotAmong("option", name, " | ".join(sorted(known)))
    return {**known, **options}


def open_source(path: Path, options: dict[str, str]) -> list[Sheet]:
    """The sheets of a file, or the one that is asked for. Raises FileUnreadable, NotAmong."""
    sheets = read_sheets(path, encoding=options.get("encoding", ""))
    wanted = options.get("sheet", "")
    if wanted:
        named = [sheet for sheet in sheets if sheet.name == wanted]
        if not named:
            raise errors.NotAmong("sheet", wanted, " | ".join(sheet.name for sheet in sheets))
        return named
    return sheets


def fitting(sheets: list[Sheet], mapping: Mapping | None, kind: ImportKind) -> list[Sheet]:
    """The sheets whose columns hold every required field; the first one when none does (its
    problems then say what is missing)."""
    needed = {spec.name for spec in kind.fields if spec.required}
    fit = [sheet for sheet in sheets if needed <= _mapped(sheet, mapping, kind)]
    return fit or sheets[:1]


def _mapped(sheet: Sheet, mapping: Mapping | None, kind: ImportKind) -> set[str]:
    """The fields that a column of this sheet holds."""
    columns = (mapping or proposed(kind, sheet.header)).columns
    return {name for name, column in columns.items() if column in sheet.header}


Recall = Callable[[ImportKind, Sequence[Sheet]], Mapping | None]


def read_rows(
    intake: Intake, kind: ImportKind, mapping: Mapping | None, recall: Recall | None = None
) -> ImportKind:
    """Read every fitting sheet of the file into the intake; problems go to its report.

    The kind that was read: a variant where the file is one. `recall` may know which columns were
    chosen for such a file before.
    """
    found = open_source(intake.path, intake.options)
    kind = variant_of(kind, found, mapping)
    if mapping is None and recall is not None:
        mapping = recall(kind, found)
    intake.sheets = fitting(found, mapping, kind)
    intake.titles = {spec.name: spec.title_en for spec in kind.fields}
    for at, sheet in enumerate(intake.sheets):
        chosen = settled(mapping or proposed(kind, sheet.header), sheet, kind.fields)
        if at == 0:
            intake.mapping = chosen
        intake.report.rows += len(sheet.rows)
        intake.rows.extend(rows_of(sheet, chosen, kind.fields, intake.report.problems))
    tell_what_was_assumed(intake, found)
    return kind


def rows_of(
    sheet: Sheet, mapping: Mapping, fields: Sequence[FieldSpec], problems: list[Problem]
) -> Iterator[SourceRow]:
    """Every row of a sheet, also the faulty ones; none when a required column is missing."""
    known = {name: at for name, at in mapping.columns.items() if at in sheet.header}
    plan = Plan(sheet.name, sheet.header, replace(mapping, columns=known), fields)
    lacking = plan.lacking(sheet.header_row)
    problems.extend(lacking)
    for number, cells in sheet.rows:
        record, wrong = plan.read(number, cells)
        problems.extend(wrong)
        if not lacking:
            yield SourceRow(sheet.name, number, record)


def tell_what_was_assumed(intake: Intake, found: list[Sheet]) -> None:
    """Note what was passed over and how the file was read."""
    passed = [sheet.name for sheet in found if sheet not in intake.sheets]
    around = sum(len(sheet.left_out) for sheet in intake.sheets)
    if passed:
        intake.report.note("sheets_passed", names=", ".join(passed))
    if around:
        intake.report.note("sheet_rows", count=around)
    for sheet in intake.sheets:
        if sheet.guessed:
            intake.report.note("encoding", encoding=sheet.encoding)


def fingerprint(paths: Iterable[Path]) -> str:
    """What a file is known by, whatever it is called: the hash of its content."""
    digest = hashlib.sha256()
    for path in paths:
        try:
            digest.update(path.read_bytes())
        except FileNotFoundError as wrong:
            raise errors.FileUnreadable(path, "missing") from wrong
        except IsADirectoryError as wrong:
            raise errors.FileUnreadable(path, "wrong kind") from wrong
        except OSError as wrong:
            raise errors.FileUnreadable(path, "locked") from wrong
    return digest.hexdigest()


def nearest(said: str, known: Iterable[str]) -> str:
    """The known code that is most like the one said; empty when none is."""
    by_case = {code.casefold(): code for code in known}
    found = get_close_matches(said.casefold(), by_case, n=1, cutoff=0.6)
    return by_case[found[0]] if found else ""
