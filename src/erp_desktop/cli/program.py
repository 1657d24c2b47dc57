"""The commands by name, and how each ends.

The common options stand before the command (`--json` and its like are understood behind it too).
A command's module is loaded when it is asked for: `erp-desktop verify` does not wait for Excel.

Exit status: 0 done, 1 refused, 2 wrong usage, 3 damaged, 70 a bug.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final, TextIO

from erp_desktop import __version__
from erp_desktop.cli.desk import BUG, DAMAGED, DONE, REFUSED, USAGE, Desk, WrongUsage
from erp_desktop.core import errors

NAME: Final = "erp-desktop"
STOPPED: Final = 130  # the person at the keyboard said so (Ctrl+C)


@dataclass(frozen=True, slots=True)
class Command:
    """One command: what it does in a line, its options, and the work; the answer is the status.

    With `further` it reads options of its own that only the work can know, as `options.further`.
    """

    about: str
    options: Callable[[argparse.ArgumentParser], None]
    work: Callable[[Desk, argparse.Namespace], int]
    further: bool = False


# command: (module of this package, what it does)
COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "init": ("founding", "make a new shop"),
    "demo": ("showing", "make a demo shop and live one trading day through it"),
    "tour": ("showing", "the same day through the real windows, with pictures"),
    "post": ("posting", "post documents from a day file"),
    "import": ("importing", "take in CSV or XLSX: products, partners, stock, history"),
    "undo-import": ("importing", "take one import back"),
    "export": ("exporting", "any list or report, or the accountant's pack, as a workbook"),
    "report": ("asking", "any report: as table, JSON, CSV or XLSX"),
    "why": ("asking", "how a cost came about, as a tree"),
    "print": ("papers", "a paper or labels, to a file or a printer"),
    "attach": ("attaching", "lay files beside a document, a product or a partner"),
    "attachments": ("attaching", "the files that lie there, also written to a folder"),
    "verify": ("keeping", "recompute everything from the first row"),
    "backup": ("keeping", "write a verified backup"),
    "restore": ("keeping", "make a shop out of a backup"),
    "user": ("people", "people and rights"),
}


def run(arguments: Sequence[str]) -> int:
    """Run the command line; the exit status."""
    for stream in (sys.stdout, sys.stderr):
        _speak_unicode(stream)
    desk = Desk()
    try:
        return _ended(desk, arguments)
    except KeyboardInterrupt:
        return STOPPED
    except Exception as fault:  # noqa: BLE001  (the last door: a bug is reported, never thrown)
        return _bug(desk, fault)


def _ended(desk: Desk, arguments: Sequence[str]) -> int:
    """How the command ended, also where it could not do its work."""
    try:
        status = _run(desk, arguments)
        if sys.stdout is not None:  # a window has none
            sys.stdout.flush()
    except SystemExit as ended:  # argparse has said what there was to say
        status = ended.code if isinstance(ended.code, int) else USAGE
    except WrongUsage as wrong:
        desk.complain(f"{NAME}: {wrong}")
        status = USAGE
    except errors.RuleBroken as broken:
        status = _refused(desk, broken)
    except BrokenPipeError:  # whoever read the answer has gone; nobody waits for the rest
        _answer_no_more()
        status = DONE
    except OSError as wrong:
        from erp_desktop.exchange.safe_file import NO_ROOM

        if wrong.errno not in NO_ROOM:
            raise
        _answer_no_more()
        desk.complain(f"{NAME}: the answer cannot be written: {wrong.strerror}")
        status = REFUSED
    return status


def _answer_no_more() -> None:
    """What is still waiting for standard output is dropped, also by the interpreter's own end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(desk: Desk, arguments: Sequence[str]) -> int:
    asked = _parser().parse_args(arguments)
    _put(desk, asked)
    if asked.command is None:
        return _open_window(desk, asked.page)
    if asked.command not in COMMANDS:
        raise WrongUsage(f"there is no command “{asked.command}”{_near(asked.command)}")
    command = load(asked.command)
    parser = argparse.ArgumentParser(
        prog=f"{NAME} {asked.command}", description=command.about, allow_abbrev=False
    )
    _common_options(parser, hidden=True)
    command.options(parser)
    options, further = parser.parse_known_args(asked.rest)
    if further and not command.further:
        parser.error(f"unrecognized arguments: {' '.join(further)}")
    options.further = further
    _put(desk, options)
    return command.work(desk, options)


def _open_window(desk: Desk, page: str) -> int:
    """No command: the window opens, for the shop that was named."""
    if desk.as_json or desk.user is not None:
        raise WrongUsage(f"say what to do; {NAME} --help names the commands")
    # The window stands above the command line: it is known by name only.
    words = ["--shop", desk.shop] if desk.shop else []
    status: int = import_module("erp_desktop.app").main(
        [*words, *(["--page", page] if page else [])]
    )
    return status


def load(name: str) -> Command:
    """A command, out of its module."""
    module, _ = COMMANDS[name]
    command: Command = import_module(f"erp_desktop.cli.{module}").COMMANDS[name]
    return command


def _parser() -> argparse.ArgumentParser:
    width = max(map(len, COMMANDS))
    listed = "\n".join(f"  {name:{width}}  {about}" for name, (_, about) in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog=NAME,
        description="A small shop's whole trade. Without a command it opens the window.",
        epilog=f"commands:\n{listed}\n\n{NAME} COMMAND --help tells a command's options.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _common_options(parser, hidden=False)
    parser.add_argument("--page", default="", help="the page that the window opens")
    parser.add_argument("--version", action="version", version=f"{NAME} {__version__}")
    parser.add_argument("command", nargs="?", help=argparse.SUPPRESS)
    parser.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser


def _common_options(parser: argparse.ArgumentParser, *, hidden: bool) -> None:
    def told(text: str) -> str:
        return argparse.SUPPRESS if hidden else text

    def option(name: str, field: str, text: str, **how: Any) -> None:
        parser.add_argument(name, dest=field, default=argparse.SUPPRESS, help=told(text), **how)

    option("--shop", "desk_shop", "a .shop file or a postgresql+psycopg:// URL", metavar="SHOP")
    option("--as", "desk_user", "who asks", metavar="USER")
    option("--json", "desk_as_json", "answer with one JSON value", action="store_true")
    option("--quiet", "desk_quiet", "only refusals and the answer", action="store_true")


def _put(desk: Desk, options: argparse.Namespace) -> None:
    for field, value in vars(options).items():
        if field.startswith("desk_"):
            setattr(desk, field.removeprefix("desk_"), value)


def _near(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, n=1)
    return f"; did you mean “{near[0]}”?" if near else f"; {NAME} --help names them all"


def _refused(desk: Desk, broken: errors.RuleBroken) -> int:
    from erp_desktop.cli.refusals import sentence

    name = type(broken).__name__
    if desk.as_json:
        desk.answer({"error": name, "facts": broken.facts})
    else:
        desk.complain(f"{NAME}: {name}: {sentence(broken)}")
    if isinstance(broken, errors.NotYetAvailable):
        return USAGE
    return DAMAGED if isinstance(broken, errors.ShopDamaged) else REFUSED


def _bug(desk: Desk, fault: Exception) -> int:
    from erp_desktop.cli.fault_report import write_report

    report = write_report(fault, __version__)
    said = f"{type(fault).__name__}: {fault}".splitlines()[0]
    if desk.as_json:
        desk.answer({"error": "Bug", "facts": {"fault": said, "report": str(report or "")}})
    desk.complain(f"{NAME}: this is a bug in the program: {said}")
    if report is not None:
        desk.complain(f"{NAME}: a report to send to its makers: {report}")
    return BUG


def _speak_unicode(stream: TextIO | Any) -> None:
    """A pipe gets UTF-8; a console shows what it can, and the rest as codes."""
    if hasattr(stream, "reconfigure"):
        encoding = stream.encoding if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="backslashreplace")
