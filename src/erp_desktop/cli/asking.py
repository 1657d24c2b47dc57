"""`report` and `why`: what the books know, in the face that was asked for."""

import argparse
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from erp_desktop.cli.desk import DONE, Desk, WrongUsage
from erp_desktop.cli.plain_table import json_rows, text_of
from erp_desktop.cli.program import Command
from erp_desktop.core import clock
from erp_desktop.core.errors import UnknownDocument, UnknownProduct

if TYPE_CHECKING:
    from erp_desktop.core.table import Table
    from erp_desktop.reports.asking import ReportAsk

FORMATS = ("table", "json", "csv", "xlsx")


def ask_options(parser: argparse.ArgumentParser) -> None:
    """The options of everything that asks the books."""
    parser.add_argument("--as-of", metavar="T", help="a time or a day (its end)")
    parser.add_argument("--from", dest="first", metavar="DAY", help="first day of the books")
    parser.add_argument("--to", dest="last", metavar="DAY", help="last day of the books")
    parser.add_argument("--warehouse", metavar="W")
    parser.add_argument("--sku", metavar="S")
    parser.add_argument("--partner", metavar="CODE", help="a customer or supplier (statement, …)")


def asked(options: argparse.Namespace) -> "ReportAsk":
    """The options as a report understands them. Raises NotADate."""
    from erp_desktop.reports.asking import ReportAsk

    return ReportAsk(
        as_of=None if options.as_of is None else end_of(options.as_of),
        from_day=None if options.first is None else clock.parsed_day(options.first),
        to_day=None if options.last is None else clock.parsed_day(options.last),
        warehouse=options.warehouse,
        sku=options.sku,
        lot=getattr(options, "lot", None),
        partner=options.partner,
    )


def end_of(text: str) -> int:
    """A time as an instant; a day means its last second. Raises NotADate."""
    if len(text.strip()) == len("2026-01-31"):
        return clock.day_end(clock.parsed_day(text))
    return clock.parsed(text)


def _report_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", nargs="?", help="which report; --list names them")
    parser.add_argument("--list", action="store_true", help="name the reports")
    ask_options(parser)
    parser.add_argument("--lot", metavar="L", help="a lot or serial number (trace, recall)")
    parser.add_argument("--format", choices=FORMATS, help="default: table")
    parser.add_argument("--out", metavar="FILE", type=Path, help="write there instead")
    units_option(parser)


def units_option(parser: argparse.ArgumentParser) -> None:
    """The option to have quantities in words, too."""
    parser.add_argument("--units", action="store_true", help="quantities of products also in the "
                        "unit their stock is shown in: a column of words behind each")  # fmt: skip


def told_in_units(books: Any, table: "Table") -> "Table":
    """The table with each quantity of a product also in words: 3 carton + 4 pcs.

    Raises WrongUsage where it has none.
    """
    from dataclasses import replace

    from erp_desktop.core.packs import packed
    from erp_desktop.reports.stock_units import with_units

    def say(value: Any, unit: str, pack: str, holds: Any) -> tuple[str, str]:
        return packed(value, unit, pack, holds, lambda number: f"{number.normalize():f}")

    found = with_units(books, table, say, always=True)
    if found is table:
        raise WrongUsage(f"{table.name} has no quantities of products: leave out --units")
    known = {column.key for column in table.columns}
    columns = (
        column if column.key in known else replace(column, hidden=False) for column in found.columns
    )
    return replace(found, columns=tuple(columns))


def _report(desk: Desk, options: argparse.Namespace) -> int:
    from erp_desktop.reports.registry import REPORTS

    if options.list:
        return listed(desk, [(name, report.title) for name, report in REPORTS.items()])
    if options.name is None:
        raise WrongUsage("say which report; report --list names them")
    if options.name not in REPORTS:
        raise WrongUsage(f"there is no report “{options.name}”; report --list names them")
    if REPORTS[options.name].partner and options.partner is None and not desk.quiet:
        print(f"{options.name}: say whose: --partner CODE", file=sys.stderr)  # noqa: T201
    face = options.format or ("json" if desk.as_json else "table")
    if desk.as_json and face != "json" and options.out is None:
        raise WrongUsage(f"--json answers with JSON: say where the {face} goes: --out FILE")
    if face == "xlsx" and options.out is None and sys.stdout.isatty():
        raise WrongUsage("say where the workbook goes: --out FILE.xlsx")
    with desk.open() as work:
        ask = asked(options)
        table = work.read(_answered, options.name, ask, units=options.units)
        places = work.read(lambda books: books.money_places)
    _give(desk, table, face, options.out, places)
    if desk.as_json and options.out is not None:
        desk.answer({"report": options.name, "file": str(options.out), "rows": len(table.rows)})
    return DONE


def _answered(books: Any, name: str, ask: "ReportAsk", *, units: bool) -> "Table":
    from erp_desktop.reports.registry import REPORTS

    found = REPORTS[name].answer(books, ask)
    return told_in_units(books, found) if units else found


def listed(desk: Desk, names: list[tuple[str, str]]) -> int:
    """Answer with names and what they mean."""
    if desk.as_json:
        desk.answer([{"name": name, "title": title} for name, title in names])
    else:
        print("\n".join(f"{name:24} {title}" for name, title in names))  # noqa: T201
    return DONE


def _give(desk: Desk, table: "Table", face: str, out: Path | None, places: int) -> None:
    from erp_desktop.exchange.csv_file import write_csv, write_rows
    from erp_desktop.exchange.workbook import write_workbook
    from erp_desktop.reports.replenishment import in_words

    if face != "json":
        table = in_words(table)
    if face == "xlsx":
        with tempfile.TemporaryDirectory() as folder:
            path = out or Path(folder) / "report.xlsx"
            write_workbook(path, [table], places=places)
            if out is None:
                sys.stdout.buffer.write(path.read_bytes())
    elif face == "csv" and out is not None:
        write_csv(out, table)
    elif face == "csv":
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(newline="")  # the lines end as they are written, on Windows too
        write_rows(sys.stdout, table)
    elif face == "json" and out is None:
        desk.answer(json_rows(table))
    else:
        _write_text(out, table, face)


def _write_text(out: Path | None, table: "Table", face: str) -> None:
    import json

    from erp_desktop.exchange.safe_file import whole_file

    said = text_of(table)
    if face == "json":
        said = json.dumps(json_rows(table), ensure_ascii=False, indent=1)
    if out is None:
        print(said)  # noqa: T201
        return
    with whole_file(out) as draft:
        draft.write_text(said + "\n", "utf-8")


def _why_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sku", metavar="SKU")
    parser.add_argument("--as-of", metavar="T", help="a time or a day (its end)")
    parser.add_argument("--warehouse", metavar="W")


def _why(desk: Desk, options: argparse.Namespace) -> int:
    with desk.open() as work:
        as_of = None if options.as_of is None else end_of(options.as_of)
        tree: Any = work.read(_tree, options.sku, as_of, options.warehouse)
    if desk.as_json:
        desk.answer(tree.as_json())
    else:
        print("\n".join(tree.lines()))  # noqa: T201
    return DONE


def _tree(books: Any, asked: str, as_of: int | None, warehouse: str | None) -> Any:
    """The tree of a product's value; of a sale's margin where no product is called that."""
    from erp_desktop.reports.why import why
    from erp_desktop.reports.why_margin import why_margin
    from erp_desktop.services.records import find_document

    try:
        return why(books, asked, as_of, warehouse)
    except UnknownProduct:
        with suppress(UnknownDocument):
            return why_margin(books, find_document(books, asked), as_of)
        raise


COMMANDS = {
    "report": Command("any report", _report_options, _report),
    "why": Command("how a cost came about", _why_options, _why),
}

__all__ = ["COMMANDS", "ask_options", "asked", "listed", "told_in_units", "units_option"]
