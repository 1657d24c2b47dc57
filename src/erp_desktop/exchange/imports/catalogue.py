"""A whole catalogue out of one workbook: price levels, partners, warehouses, bins, products with
their units, parts, suppliers' and customers' prices, and the opening stock, a sheet each.

It is what the program itself exports, so that a shop can move house; each sheet is the list that
can also be imported alone. Sheets are known by their names, in either language, else by their
columns. They come in in the order in which they need each other, in one transaction: every problem
of every sheet is told at once, and nothing comes in while there is one.
"""

from dataclasses import replace
from typing import Final

from erp_desktop.exchange.imports.bins import BINS
from erp_desktop.exchange.imports.intake import (
    ImportKind,
    Intake,
    Refused,
    open_source,
    rows_of,
    tell_what_was_assumed,
)
from erp_desktop.exchange.imports.offers import SUPPLIER_PRICES
from erp_desktop.exchange.imports.opening_stock import OPENING_STOCK
from erp_desktop.exchange.imports.partners import PARTNERS
from erp_desktop.exchange.imports.parts import PARTS
from erp_desktop.exchange.imports.prices import CUSTOMER_PRICES, PRICE_LEVELS
from erp_desktop.exchange.imports.products import PRODUCTS
from erp_desktop.exchange.imports.units import UNITS
from erp_desktop.exchange.imports.warehouses import WAREHOUSES
from erp_desktop.exchange.mapping import bare, guess_mapping, settled
from erp_desktop.exchange.problems import Problem, Wrong
from erp_desktop.exchange.sheet import Sheet
from erp_desktop.models.books import Books

SHEETS: Final = (
    PRICE_LEVELS, PARTNERS, WAREHOUSES, BINS, PRODUCTS, UNITS, PARTS, SUPPLIER_PRICES,
    CUSTOMER_PRICES, OPENING_STOCK,
)  # fmt: skip
# what other sheets may speak of before it is in the books: the column that names it
_NAMED: Final = {PRICE_LEVELS.name: "name", PARTNERS.name: "code", WAREHOUSES.name: "code",
                 BINS.name: "code", PRODUCTS.name: "sku"}  # fmt: skip


def sheets_by_kind(found: list[Sheet]) -> list[tuple[ImportKind, Sheet]]:
    """Which sheet is which list, in the order in which they come in."""
    named = [(kind, sheet) for sheet in found if (kind := _kind_of(sheet)) is not None]
    return sorted(named, key=lambda pair: SHEETS.index(pair[0]))


def _kind_of(sheet: Sheet) -> ImportKind | None:
    """By its name, when the columns it needs are there; else the list most columns speak of."""
    able = [kind for kind in SHEETS if _fits(sheet, kind)]
    said = bare(sheet.name)
    for kind in able:
        if said in {bare(kind.title), bare(kind.title_zh), bare(kind.name)}:
            return kind
    return max(able, key=lambda kind: len(_mapped(sheet, kind)), default=None)


def _mapped(sheet: Sheet, kind: ImportKind) -> dict[str, str]:
    return dict(guess_mapping(sheet.header, kind.fields).columns)


def _fits(sheet: Sheet, kind: ImportKind) -> bool:
    mapped = _mapped(sheet, kind)
    needed = {spec.name for spec in kind.fields if spec.required} or {"name"}
    return needed <= set(mapped)


def read_catalogue(intake: Intake) -> None:
    """Read every sheet; problems go to the one report."""
    found = open_source(intake.path, intake.options)
    named = sheets_by_kind(found)
    coming: set[str] = set()
    for kind, sheet in named:
        part = _part(intake, kind, sheet)
        intake.parts.append((kind, part))
        name = _NAMED.get(kind.name)
        if name is not None:
            coming |= {code for row in part.rows if (code := row.text(name)) is not None}
    for _, part in intake.parts:
        part.coming = frozenset(coming)
    if not named:
        said = ", ".join(kind.title for kind in SHEETS)
        name = intake.path.name
        intake.report.problems.append(Problem(name, 0, "", name, Wrong.NO_SHEET, said))
    intake.sheets = [sheet for _, sheet in named]
    tell_what_was_assumed(intake, found)


def _part(intake: Intake, kind: ImportKind, sheet: Sheet) -> Intake:
    """One sheet as an intake of its own that tells the same report."""
    mapping = settled(guess_mapping(sheet.header, kind.fields), sheet, kind.fields)
    options = {**intake.options, **{name: intake.options.get(name, value)
                                    for name, value in kind.options.items()}}  # fmt: skip
    part = replace(
        intake, options=options, sheets=[sheet], mapping=mapping,
        titles={spec.name: spec.title_en for spec in kind.fields}, rows=[], parts=[],
    )  # fmt: skip
    intake.report.rows += len(sheet.rows)
    part.rows.extend(rows_of(sheet, mapping, kind.fields, intake.report.problems))
    return part


def take_in(books: Books, intake: Intake) -> None:
    """Take the sheets in, one after the other; a refused one does not hide what others say."""
    done, whole = 0, max(intake.report.rows, 1)
    for kind, part in intake.parts:
        part.batch_id, part.progress = intake.batch_id, None
        try:
            kind.take_in(books, part)
        except Refused:
            continue
        finally:
            done += len(part.rows)
        intake.went_on(done, whole)


CATALOGUE = ImportKind(
    "catalogue", "Whole catalogue", (), take_in, {"at": "", "role": ""}, title_zh="整套资料",
    sheets=SHEETS,
)  # fmt: skip
