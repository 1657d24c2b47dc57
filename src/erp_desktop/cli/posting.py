"""`post`: documents from a day file."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from erp_desktop.cli.desk import DAMAGED, DONE, REFUSED, Desk
from erp_desktop.cli.program import Command
from erp_desktop.cli.refusals import sentence
from erp_desktop.core.errors import FileUnreadable, RuleBroken, ShopDamaged

if TYPE_CHECKING:
    from erp_desktop.exchange.day_file import Answer


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.jsonl", help="the day file; - reads standard input")
    parser.add_argument("--dry-run", action="store_true", help="answer, and take everything back")
    parser.add_argument("--stop-on-error", action="store_true", help="end at the first refusal")


def _post(desk: Desk, options: argparse.Namespace) -> int:
    from erp_desktop.exchange.day_file import post_lines, read_lines, try_lines

    lines = read_lines(content_of(options.file))
    stop: bool = options.stop_on_error
    answers: list[Answer] = []
    try:
        with desk.open() as work:
            found: Iterable[Answer]
            if options.dry_run:
                found = work.try_out(try_lines, lines, work.database.understood, stop_on_error=stop)
            else:
                found = post_lines(work, lines, stop_on_error=stop)
            for answer in _watched(desk, found, len(lines)):
                answers.append(answer)
                _tell(desk, answer)
    finally:  # also after a fault half way: what was posted was posted
        if desk.as_json and answers:
            desk.answer([answer.as_json() for answer in answers])
    if desk.as_json and not answers:
        desk.answer([])
    return _status([answer.broken for answer in answers if answer.broken is not None])


def _status(broken: Sequence[RuleBroken]) -> int:
    if any(isinstance(each, ShopDamaged) for each in broken):
        return DAMAGED
    return REFUSED if broken else DONE


def content_of(name: str) -> bytes:
    """A file's bytes. Raises FileUnreadable."""
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as wrong:
        raise FileUnreadable(name, wrong.strerror or str(wrong)) from wrong


def _watched(desk: Desk, answers: "Iterable[Answer]", total: int) -> "Iterator[Answer]":
    for done, answer in enumerate(answers, start=1):
        if done % 100 == 0:
            desk.progress(done, total, "posting")
        yield answer


def _tell(desk: Desk, answer: "Answer") -> None:
    if desk.as_json:
        return
    if answer.broken is not None:
        name, said = type(answer.broken).__name__, sentence(answer.broken)
        desk.complain(f"{_called(answer)} refused: {name}: {said}")
        return
    told = answer.as_json()
    moves = "; ".join(
        f"{move['sku']} {move['warehouse']} {move['qty']}"
        + (f" worth {move['value']}" if "value" in move else "")
        for move in told["moves"]
    )
    desk.say(f"{_called(answer)} {told['number'] or 'kept'}  {moves}".rstrip())
    for warning in told.get("warnings", ()):
        desk.complain(f"line {answer.line} warning: {warning['rule']} {warning['facts']}")


def _called(answer: "Answer") -> str:
    return f"line {answer.line} {answer.id}" if answer.id else f"line {answer.line}"


COMMANDS = {"post": Command("post documents from a day file", _options, _post)}
