"""`import` and `undo-import`: other programs' files, taken in whole or not at all."""

import argparse
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from erp_desktop.cli.asking import listed
from erp_desktop.cli.desk import DONE, REFUSED, Desk, WrongUsage
from erp_desktop.cli.program import Command

if TYPE_CHECKING:
    from erp_desktop.exchange.imports.report import ImportReport


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", metavar="KIND", nargs="?", help="what it is; --list names them")
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path, help="CSV, XLSX or a folder")
    parser.add_argument("--list", action="store_true", help="name the kinds and their options")
    parser.add_argument("--map", metavar="M.json", type=Path, help="which column is which field")
    parser.add_argument("--dry-run", action="store_true", help="report, and take nothing in")
    parser.add_argument("--errors", metavar="OUT.xlsx", type=Path, help="the faulty rows, marked")


def _import(desk: Desk, options: argparse.Namespace) -> int:
    from erp_desktop.exchange.imports.registry import KINDS, run_import, write_faulty_rows
    from erp_desktop.exchange.mapping import read_mapping

    if options.list:
        return listed(desk, [(name, _about(kind)) for name, kind in KINDS.items()])
    if options.kind is None or options.file is None:
        raise WrongUsage("say what and from where: import KIND FILE; import --list names the kinds")
    if options.kind not in KINDS:
        raise WrongUsage(f"there is no import “{options.kind}”; known are {', '.join(KINDS)}")
    further = further_options(options.further, KINDS[options.kind].options)
    mapping = None if options.map is None else read_mapping(options.map)
    with desk.open() as work:
        report = run_import(
            work, options.kind, options.file, mapping=mapping, dry_run=options.dry_run,
            options=further, progress=lambda done, total: desk.progress(done, total, "import"),
        )  # fmt: skip
    if options.errors is not None and report.problems:
        write_faulty_rows(options.errors, options.file, report, options=further)
    if desk.as_json:
        desk.answer(report.as_json())
    else:
        _tell(desk, report)
    return DONE if report.ok else REFUSED


def _about(kind: Any) -> str:
    own = " ".join(f"--{name.replace('_', '-')} {value}" for name, value in kind.options.items())
    return f"{kind.title}  {own}".rstrip()


def further_options(given: Sequence[str], known: dict[str, str]) -> dict[str, str]:
    """A kind's own options, written `--cost-share 0.5`. Raises WrongUsage."""
    allowed = {*known, "again", "sheet", "encoding"}
    found: dict[str, str] = {}
    words = [part for word in given for part in _halves(word)]
    for at in range(0, len(words), 2):
        name = words[at].removeprefix("--").replace("-", "_")
        if not words[at].startswith("--") or name not in allowed or at + 1 == len(words):
            raise WrongUsage(f"“{words[at]}” is not an option here; import --list names them")
        found[name] = words[at + 1]
    return found


def _halves(word: str) -> list[str]:
    """`--opening=none` is `--opening none`."""
    return word.split("=", 1) if word.startswith("--") and "=" in word else [word]


def _tell(desk: Desk, report: "ImportReport") -> None:
    said = report.as_json()
    done = "would be imported" if report.dry_run else "imported"
    desk.say(f"{said['id'] or report.kind}: {report.rows} rows of {report.file_name}")
    for head, figures in ((done, report.imported), ("left out", report.left_out)):
        for name, count in figures.items():
            amount = said["amounts"].get(name, "")
            desk.say(f"  {head:17} {name.replace('_', ' '):20} {count:>8} {amount:>16}")
    for name, amount in report.sums.items():
        desk.say(f"  sum {name.replace('_', ' '):34} {amount:>28}")
    for note in said["notes"]:
        desk.say(f"  {note}")
    for problem in report.problems:
        advice = f" ({problem.advice()})" if problem.advice() else ""
        where = f"{problem.sheet} row {problem.row} {problem.column}".strip()
        desk.complain(f"{where}: “{problem.value}” {problem.sentence()}{advice}")


def _undo_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the import's code, such as IM-000001")


def _undo(desk: Desk, options: argparse.Namespace) -> int:
    from erp_desktop.exchange.imports.registry import undo_import

    with desk.open() as work:
        done = undo_import(
            work, options.id, lambda at, total: desk.progress(at, total, "undo-import")
        )
    if desk.as_json:
        desk.answer(asdict(done))
    desk.say(
        f"{done.code} is undone: {done.reversed} documents reversed, {done.closed} orders closed, "
        f"{done.products} products and {done.partners} partners set aside, {done.kept} kept"
        + (f", {done.lines} lines of the bank gone" if done.lines else "")
    )
    return DONE


COMMANDS = {
    "import": Command("take in CSV or XLSX", _options, _import, further=True),
    "undo-import": Command("take one import back", _undo_options, _undo),
}
