"""`export`: any list, any report, or the accountant's pack, as a workbook (or CSV)."""

import argparse
import json
import pkgutil
from collections.abc import Callable, Iterator
from datetime import datetime, time
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from erp_desktop.cli.asking import listed, told_in_units, units_option
from erp_desktop.cli.desk import DONE, Desk, WrongUsage
from erp_desktop.cli.program import Command
from erp_desktop.core import clock, resources
from erp_desktop.core.table import Kind, Listing, Table

if TYPE_CHECKING:
    from erp_desktop.models.books import Books
    from erp_desktop.reports.listing import Filter
    from erp_desktop.services.unit_of_work import UnitOfWork

ACCOUNTANT = "accountant"
CATALOGUE = "catalogue"  # or one of its sheets: catalogue-units


# The windows' English names of documents (a test holds them against `views/wording.py`).
KIND_NAMES = {
    "purchase_order": "Purchase order",
    "goods_receipt": "Goods receipt",
    "purchase_return": "Purchase return",
    "bill": "Bill",
    "landed_cost": "Landed cost",
    "quotation": "Quotation",
    "sales_order": "Sales order",
    "goods_issue": "Stock-out",
    "sales_return": "Sales return",
    "invoice": "Invoice",
    "sale": "Till sale",
    "payment_in": "Payment in",
    "payment_out": "Payment out",
    "expense": "Expense",
    "money_transfer": "Money transfer",
    "transfer": "Transfer",
    "transfer_in": "Transfer receipt",
    "count": "Stock count",
    "write_off": "Write-off",
    "opening": "Opening",
    "cash_move": "Cash in or out",
    "shift": "Shift report",
    "assembly": "Assembly",
    "costing_change": "Change of costing",
    "reversal": "Reversal",
}


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", metavar="KIND", nargs="?", help="a list, a report, or accountant")
    parser.add_argument("out", metavar="OUT.xlsx", nargs="?", type=Path, help=".xlsx or .csv")
    parser.add_argument("--from", dest="first", metavar="DAY", help="first day")
    parser.add_argument("--to", dest="last", metavar="DAY", help="last day")
    parser.add_argument("--list", action="store_true", help="name what can be exported")
    units_option(parser)


def _export(desk: Desk, options: argparse.Namespace) -> int:
    if options.list:
        return listed(desk, _kinds())
    if options.kind is None or options.out is None:
        raise WrongUsage("say what and where to: export KIND OUT.xlsx; export --list names them")
    kind = options.kind.replace("_", "-")
    if kind not in {name for name, _ in _kinds()}:
        raise WrongUsage(f"“{options.kind}” cannot be exported; export --list names what can")
    _require_form(kind, options)
    first = None if options.first is None else clock.parsed_day(options.first)
    last = None if options.last is None else clock.parsed_day(options.last)
    with desk.open() as work:
        if kind == ACCOUNTANT:
            rows = write_accountant(work, options.out, first, last)
        elif kind == CATALOGUE or kind.startswith(f"{CATALOGUE}-"):
            rows = _write_catalogue(work, options.out, kind.partition("-")[2])
        else:
            asked = _Asked(kind, first, last, options.units)
            rows = work.read(_write_list, options.out, asked)
    if desk.as_json:
        desk.answer({"export": kind, "file": str(options.out), "rows": rows})
    desk.say(f"{kind}: {rows} rows in {options.out}")
    return DONE


def _require_form(kind: str, options: argparse.Namespace) -> None:
    """Raises WrongUsage for a file, or a form, that a list cannot have."""
    if options.out.suffix.lower() not in {".xlsx", ".csv"} or (
        kind in {ACCOUNTANT, CATALOGUE} and options.out.suffix.lower() != ".xlsx"
    ):
        raise WrongUsage(f"“{options.out}” must end in .xlsx (a list also in .csv)")
    if options.units and kind.partition("-")[0] in {ACCOUNTANT, CATALOGUE}:
        raise WrongUsage(f"{kind} is of one form: leave out --units")


class _Asked(NamedTuple):
    """Which list, of which days, and whether its quantities are told in units too."""

    kind: str
    first: int | None
    last: int | None
    units: bool


def _kinds() -> list[tuple[str, str]]:
    from erp_desktop.reports.registry import REPORTS

    known = lists()
    named = [(name, listing.title) for name, listing in known.items()]
    named += [(name, report.title) for name, report in REPORTS.items()
              if name not in known and not report.partner]  # fmt: skip
    return [*named, (ACCOUNTANT, "The accountant's pack"), *_catalogue_kinds()]


def _catalogue_kinds() -> list[tuple[str, str]]:
    from erp_desktop.exchange.imports.catalogue import SHEETS

    sheets = [(f"{CATALOGUE}-{kind.name}", f"{kind.title}, as import takes it") for kind in SHEETS]
    return [(CATALOGUE, "The whole catalogue with its stock, to move house"), *sheets]


def _write_catalogue(work: "UnitOfWork", path: Path, sheet: str) -> int:
    """The catalogue as one workbook, or one sheet of it; how many rows it has."""
    from erp_desktop.exchange.catalogue_out import catalogue_table, catalogue_tables
    from erp_desktop.exchange.csv_file import write_csv
    from erp_desktop.exchange.workbook import write_workbook

    language, places = work.read(_language)
    if sheet:
        tables = [work.read(catalogue_table, sheet, language)]
    else:
        tables = work.read(catalogue_tables, language)
    if path.suffix.lower() == ".csv":
        write_csv(path, tables[0])
    else:
        write_workbook(path, tables, language=language, places=places)
    return sum(len(table.rows) for table in tables)


def lists(language: str = "en") -> dict[str, Listing]:
    """The program's lists by name, gathered from the modules that keep them."""
    from erp_desktop.reports import lists as package

    found: dict[str, Listing] = {}
    for module in pkgutil.iter_modules(package.__path__):
        for listing in _listings(import_module(f"{package.__name__}.{module.name}"), language):
            found[listing.name.replace("_", "-")] = listing
    return found


def _listings(module: Any, language: str) -> Iterator[Listing]:
    """A module's lists: those that stand there, and those made for a day or a language."""
    for name, thing in vars(module).items():
        if isinstance(thing, Listing):
            yield thing
        elif (
            not name.startswith("_")
            and getattr(thing, "__module__", "") == module.__name__
            and getattr(thing, "__annotations__", {}).get("return") is Listing
        ):
            spoken = "language" in thing.__annotations__
            yield thing(language=language) if spoken else thing()


def _table(books: "Books", asked: _Asked) -> Table:
    found = _plain_table(books, asked.kind, asked.first, asked.last)
    return told_in_units(books, found) if asked.units else found


def _plain_table(books: "Books", kind: str, first: int | None, last: int | None) -> Table:
    from erp_desktop.reports.asking import ReportAsk
    from erp_desktop.reports.listing import ListingSource, Question
    from erp_desktop.reports.registry import REPORTS
    from erp_desktop.services.users import rights

    listing = lists(books.setting("language", "en")).get(kind)
    if listing is None:
        return REPORTS[kind].answer(books, ReportAsk(from_day=first, to_day=last))
    if listing.costs:
        rights.require(books, rights.COST)
    if not rights.sees_costs(books):
        listing = listing.without_costs()
    source = ListingSource(listing, books.money_places)
    source.ask_for(
        Question(
            filters=_days(listing, first, last), order=listing.order, descending=listing.descending
        )
    )
    return source.streamed(books)


def _days(listing: Listing, first: int | None, last: int | None) -> "tuple[Filter, ...]":
    """The period as a condition on the list's first date; a list without one has no period."""
    from erp_desktop.reports.listing import Filter

    if first is None and last is None:
        return ()
    dated = next((c for c in listing.columns if c.kind in {Kind.DATE, Kind.MOMENT}), None)
    if dated is None:
        raise WrongUsage(f"{listing.name} has no dates: leave out --from and --to")
    begin = None if first is None else clock.day_date(first)
    end = None if last is None else clock.day_date(last)
    if dated.kind is Kind.DATE:
        return (Filter(dated.key, at_least=begin, at_most=end),)
    return (
        Filter(
            dated.key,
            at_least=None if begin is None else datetime.combine(begin, time.min),
            at_most=None if end is None else datetime.combine(end, time(23, 59, 59)),
        ),
    )


def _write_list(books: "Books", path: Path, asked: _Asked) -> int:
    """Read and written page by page; how many rows there were."""
    from erp_desktop.exchange.csv_file import write_csv
    from erp_desktop.exchange.worded import with_words
    from erp_desktop.exchange.workbook import write_workbook
    from erp_desktop.reports.accountant_depth import in_method_words
    from erp_desktop.reports.replenishment import in_words

    language, places = _language(books)
    table = with_words(_table(books, asked), kind_words(language))
    table = in_words(table, words_of(language, "Replenishment"))
    table = in_method_words(table, words_of(language))
    if path.suffix.lower() == ".csv":
        write_csv(path, table, title=words_of(language))
    else:
        write_workbook(
            path, [table], title=words_of(language), state=words_of(language, "State"),
            language=language, places=places,
        )  # fmt: skip
    return len(table.rows)


def write_accountant(
    work: "UnitOfWork", path: Path, first: int | None = None, last: int | None = None
) -> int:
    """The accountant's pack of a period as a workbook; how many rows it has.

    Raises DiskFull, FileUnwritable.
    """
    from erp_desktop.exchange.tie_out import with_formulas
    from erp_desktop.exchange.worded import with_words
    from erp_desktop.exchange.workbook import write_workbook
    from erp_desktop.reports.accountant import accountant_tables, tie_outs
    from erp_desktop.reports.accountant_depth import in_method_words

    language, places = work.read(_language)
    title = words_of(language)
    plain = work.read(accountant_tables, first, last)
    tables = [in_method_words(with_words(table, kind_words(language)), title) for table in plain]
    tables[-1] = with_formulas(tables, work.read(tie_outs), title=title, places=places)
    write_workbook(
        path, tables, title=title, state=words_of(language, "State"), language=language,
        places=places,
    )  # fmt: skip
    return sum(len(table.rows) for table in tables)


def _language(books: "Books") -> tuple[str, int]:
    return books.setting("language", "en"), books.money_places


def words_of(language: str, context: str = "Table") -> Callable[[str], str]:
    """How titles are said in a language: the same words that the windows show."""
    if not language.startswith("zh"):
        return str
    known = _chinese().get(context, {})
    return lambda said: known.get(said) or said


def kind_words(language: str) -> Callable[[str], str]:
    """How a kind of document is said in a language."""
    said = words_of(language, "Kind")
    return lambda code: said(KIND_NAMES[code])


@cache
def _chinese() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for file in sorted(resources.path("i18n", "zh_CN").glob("*.json")):
        for context, words in json.loads(file.read_text("utf-8")).items():
            found.setdefault(context, {}).update(words)
    return found


COMMANDS = {
    "export": Command("a list, a report or the accountant's pack as a workbook", _options, _export)
}
