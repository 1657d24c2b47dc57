"""`demo` and `tour`: the program shows a trading day, on paper or in its windows."""

import argparse
import os
import sys
from importlib import import_module
from pathlib import Path

from erp_desktop.cli.desk import DAMAGED, DONE, Desk
from erp_desktop.cli.program import Command
from erp_desktop.core import errors


def _demo_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", metavar="DIR", type=Path, default=Path("erp-demo"),
                        help="where the shop and its papers go (default: erp-demo)")  # fmt: skip
    parser.add_argument("--language", choices=("en", "zh_CN"), default="en")


def _demo(desk: Desk, options: argparse.Namespace) -> int:
    from erp_desktop.cli.demo_day import live_a_day

    folder = made(options.out)
    for old in folder.glob("demo.shop*"):  # a demo may be seen again
        old.unlink()
    steps, proof = live_a_day(folder, options.language, desk.say)
    if desk.as_json:
        desk.answer({"shop": str(folder / "demo.shop"), "steps": steps, "verify": proof})
    return DONE if proof["ok"] else DAMAGED


def made(folder: Path) -> Path:
    """The folder, made when it is not there. Raises FileUnwritable."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise errors.FileUnwritable(folder, wrong.strerror or "unknown") from wrong
    return folder


def _tour_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", metavar="DIR", type=Path, required=True)
    parser.add_argument("--all", action="store_true", dest="everything",
                        help="also the pages that the day does not pass")  # fmt: skip
    parser.add_argument("--scale", type=float, default=1.0, metavar="N",
                        help="pixels for a point, as on a sharper screen (1)")  # fmt: skip
    parser.add_argument("--language", action="append", choices=("en", "zh_CN"),
                        help="only in this language")  # fmt: skip
    parser.add_argument("--theme", action="append", choices=("light", "dark"),
                        help="only in this look")  # fmt: skip


def _tour(desk: Desk, options: argparse.Namespace) -> int:  # noqa: ARG001
    screens = ("DISPLAY", "WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not any(map(os.environ.get, screens)):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # The windows stand beside the command line, not below it: it knows them by name only.
    tour = import_module("erp_desktop.views.tour")
    status: int | None = tour.main(
        made(options.out),
        tuple(options.language or tour.LANGUAGES),
        tuple(options.theme or tour.SCHEMES),
        view=tour.View(everything=options.everything, scale=options.scale),
    )
    return status or DONE


COMMANDS = {
    "demo": Command("make a demo shop and live one trading day through it", _demo_options, _demo),
    "tour": Command("the same day through the real windows", _tour_options, _tour),
}
