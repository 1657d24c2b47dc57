"""Taking files in: which kinds there are, trying one out, importing it, and taking it back.

An import is one transaction: all of the file or nothing of it. Every problem of every row is told
at once. A batch remembers what came in, so that `undo_import` can take it back.
"""

from collections.abc import Callable, Sequence
from collections.abc import Mapping as Pairs
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from erp_desktop.core import errors
from erp_desktop.core.collecting import paused_collecting
from erp_desktop.exchange.imports.bank_statement import BANK_STATEMENT
from erp_desktop.exchange.imports.bins import BINS
from erp_desktop.exchange.imports.catalogue import CATALOGUE, read_catalogue, sheets_by_kind
from erp_desktop.exchange.imports.history import SALES_HISTORY
from erp_desktop.exchange.imports.intake import (
    Cancelled,
    ImportKind,
    Intake,
    Progress,
    Recall,
    Refused,
    chosen_options,
    fingerprint,
    fitting,
    open_source,
    proposed,
    read_rows,
    variant_of,
)
from erp_desktop.exchange.imports.offers import SUPPLIER_PRICES
from erp_desktop.exchange.imports.opening_stock import OPENING_STOCK
from erp_desktop.exchange.imports.orders import PURCHASE_ORDERS, SALES_ORDERS
from erp_desktop.exchange.imports.partners import PARTNERS
from erp_desktop.exchange.imports.parts import PARTS
from erp_desktop.exchange.imports.prices import CUSTOMER_PRICES, PRICE_LEVELS
from erp_desktop.exchange.imports.products import PRODUCTS
from erp_desktop.exchange.imports.report import ImportReport
from erp_desktop.exchange.imports.units import UNITS
from erp_desktop.exchange.imports.warehouses import WAREHOUSES
from erp_desktop.exchange.mapping import (
    FieldSpec,
    Mapping,
    Record,
    convert,
    guess_mapping,
    settled,
)
from erp_desktop.exchange.problems import Problem, Wrong, write_errors
from erp_desktop.exchange.sheet import Sheet
from erp_desktop.models.books import Books
from erp_desktop.services.shop.column_choices import chosen_columns, remember_columns
from erp_desktop.services.shop.imports import (
    Undone,
    batch_of_file,
    finish_batch,
    open_batch,
    undo_batch,
)
from erp_desktop.services.unit_of_work import UnitOfWork

KINDS: dict[str, ImportKind] = {
    kind.name: kind
    for kind in (
        PRODUCTS,
        PARTNERS,
        OPENING_STOCK,
        SALES_HISTORY,
        PURCHASE_ORDERS,
        SALES_ORDERS,
        SUPPLIER_PRICES,
        PRICE_LEVELS,
        CUSTOMER_PRICES,
        BINS,
        UNITS,
        PARTS,
        WAREHOUSES,
        CATALOGUE,
        BANK_STATEMENT,
    )
}

_PREVIEWED = 50


class SheetPart(NamedTuple):
    """A sheet of a workbook that brings several lists: which it is, and how much of it is read."""

    kind: ImportKind
    sheet: Sheet
    unread: tuple[str, ...]  # columns that no field is read from


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import window shows before anything is imported."""

    kind: ImportKind
    sheets: tuple[Sheet, ...]
    mapping: Mapping
    rows: tuple[tuple[int, Record | list[Problem]], ...]  # the first ones, by row number
    bundle: tuple[Path, ...] = ()  # files that will be read together
    parts: tuple[SheetPart, ...] = ()  # sheets that will be read together

    @property
    def fields(self) -> tuple[FieldSpec, ...]:
        return self.kind.fields


def kind_of(name: str) -> ImportKind:
    """A kind by its name. Raises NotAmong."""
    if name not in KINDS:
        raise errors.NotAmong("import", name, " | ".join(KINDS))
    return KINDS[name]


def preview(
    path: Path,
    kind: str,
    *,
    mapping: Mapping | None = None,
    options: Pairs[str, str] | None = None,
    recall: Recall | None = None,
) -> Preview:
    """Read the beginning of a file as this kind, with the columns that `recall` knows for it.

    The export of a sales channel is read as the orders that it is, whatever kind was asked for.
    Raises FileUnreadable, NotAmong.
    """
    chosen = kind_of(kind)
    files = _bundle(chosen, path)
    if files is not None:
        return Preview(chosen, (), Mapping(), (), tuple(files.values()))
    sheets = open_source(path, dict(options or {}))
    if mapping is None:
        known = (one for one in KINDS.values() if variant_of(one, sheets, None) is not one)
        chosen = next(known, chosen)
    if chosen.sheets:
        return Preview(chosen, tuple(sheets), Mapping(), (), parts=_parts(sheets))
    chosen = variant_of(chosen, sheets, mapping)
    mapping = mapping or (recall(chosen, sheets) if recall else None)
    sheet = fitting(sheets, mapping, chosen)[0]
    guess = settled(mapping or proposed(chosen, sheet.header), sheet, chosen.fields)
    rows = tuple(
        (row[0], convert(row, sheet, guess, chosen.fields))
        for row in islice(sheet.rows, _PREVIEWED)
    )
    return Preview(chosen, tuple(sheets), guess, rows)


def _parts(sheets: list[Sheet]) -> tuple[SheetPart, ...]:
    found = []
    for kind, sheet in sheets_by_kind(sheets):
        read = guess_mapping(sheet.header, kind.fields).columns.values()
        unread = tuple(name for name in sheet.header if name and name not in read)
        found.append(SheetPart(kind, sheet, unread))
    return tuple(found)


def run_import(  # noqa: PLR0913  (the last three are for a window that shows and stops it)
    work: UnitOfWork,
    kind: str,
    path: Path,
    *,
    mapping: Mapping | None = None,
    dry_run: bool = False,
    options: Pairs[str, str] | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportReport:
    """Take a file in, all of it or nothing; the report says what became of every row.

    Problems of the file are in the report, which then is not `ok`. Raises FileUnreadable when the
    file cannot be read at all, NotAmong for an unknown kind or option, and what the shop's file
    refuses.
    """
    chosen = kind_of(kind)
    report = ImportReport(kind, path.name, dry_run=dry_run)
    intake = Intake(
        path, report, chosen_options(chosen, dict(options or {})), progress=progress,
        cancelled=cancelled,
    )  # fmt: skip
    files = _bundle(chosen, path)
    report.fingerprint = fingerprint(sorted(files.values()) if files else [path])
    if files is None:
        chosen = _read(intake, chosen, mapping, lambda *file: work.read(recalled_columns, *file))
    step = work.try_out if dry_run else work.run
    try:
        with paused_collecting():
            step(_take_in, intake, chosen, files, mapping)
    except Refused:
        report.nothing_came()
        sheets = list(dict.fromkeys(problem.sheet for problem in report.problems))
        report.problems.sort(key=lambda problem: (sheets.index(problem.sheet), problem.row))
    except Cancelled:
        report.cancelled = True
        report.nothing_came()
    return report


def _read(intake: Intake, kind: ImportKind, mapping: Mapping | None, recall: Recall) -> ImportKind:
    if kind.sheets:
        read_catalogue(intake)
        return kind
    return read_rows(intake, kind, mapping, recall)


def recalled_columns(books: Books, kind: ImportKind, sheets: Sequence[Sheet]) -> Mapping | None:
    """The columns that were chosen by hand for a file with this head; None when none were."""
    for sheet in sheets:
        kept = chosen_columns(books, _called(kind), sheet.header)
        if kept:
            return Mapping.from_json(kept)
    return None


def _remember(books: Books, kind: ImportKind, sheets: Sequence[Sheet], mapping: Mapping) -> None:
    """Keep a choice of columns that served; the proposal itself need not be kept."""
    for sheet in sheets[:1]:
        own = dict(mapping.columns) != dict(proposed(kind, sheet.header).columns)
        remember_columns(books, _called(kind), sheet.header, mapping.as_json() if own else "")


def _called(kind: ImportKind) -> str:
    return f"{kind.name} {kind.channel}".strip()


def _bundle(kind: ImportKind, path: Path) -> dict[str, Path] | None:
    return kind.bundle(path) if kind.bundle else None


def _take_in(
    books: Books, intake: Intake, kind: ImportKind, files: dict[str, Path] | None,
    mapping: Mapping | None,
) -> None:  # fmt: skip
    """The one step of an import, in the caller's transaction."""
    report = intake.report
    _refuse_same_file(books, intake)
    intake.batch_id, code = open_batch(books, kind.name, report.file_name)
    if files is not None and kind.take_in_bundle is not None:
        kind.take_in_bundle(books, intake, files)
    else:
        kind.take_in(books, intake)
    intake.stop_if_faulty()
    if mapping is not None:
        _remember(books, kind, intake.sheets, mapping)
    report.id = "" if report.dry_run else code
    kept = {**report.as_json(), "id": code, "fingerprint": report.fingerprint}
    kept["changes"] = intake.changes
    finish_batch(books, intake.batch_id, kept)


def _refuse_same_file(books: Books, intake: Intake) -> None:
    before = batch_of_file(books, intake.report.kind, intake.report.fingerprint)
    if before is None:
        return
    intake.report.note("same_file", code=before.code)
    if intake.options["again"] != "yes":
        name = intake.report.file_name
        intake.report.problems.append(
            Problem(name, 0, "", name, Wrong.IMPORTED_BEFORE, before.code)
        )


def undo_import(work: UnitOfWork, code: str, progress: Progress | None = None) -> Undone:
    """Take an import back.

    Raises UnknownDocument, AlreadyReversed (undone before), HasFollowers, NotEnoughStock.
    """
    return work.run(undo_batch, code, progress)


def write_faulty_rows(
    path: Path, source: Path, report: ImportReport, *, options: Pairs[str, str] | None = None
) -> bool:
    """Write the rows that have problems as a workbook; False when no row of a sheet has one.

    Raises DiskFull or FileUnwritable.
    """
    faulty = {problem.sheet for problem in report.problems if problem.row}
    if not faulty or source.is_dir():
        return False
    sheets = open_source(source, dict(options or {}))
    for sheet in _named(sheets, faulty):
        write_errors(path, sheet, [p for p in report.problems if p.sheet == sheet.name])
        return True
    return False


def _named(sheets: Sequence[Sheet], names: set[str]) -> list[Sheet]:
    return [sheet for sheet in sheets if sheet.name in names]
