"""`verify`, `backup`, `restore`: the books prove themselves, and are kept safe."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from erp_desktop.cli.desk import DAMAGED, DONE, Desk
from erp_desktop.cli.program import Command
from erp_desktop.core import errors

if TYPE_CHECKING:
    from erp_desktop.services.unit_of_work import UnitOfWork


def _no_options(parser: argparse.ArgumentParser) -> None:
    """This command takes none of its own."""


def _verify(desk: Desk, options: argparse.Namespace) -> int:  # noqa: ARG001
    with desk.open() as work:
        found = verified(work, desk)
    if desk.as_json:
        desk.answer(found)
        return DONE if found["ok"] else DAMAGED
    for name, count in found["checked"].items():
        desk.say(f"{name.replace('_', ' '):24} {count}")
    for one in found["differences"]:
        desk.complain(
            f"{one['document']}: {one['what']}: stored {one['stored']}, "
            f"recomputed {one['recomputed']}"
        )
    desk.say("the books are right" if found["ok"] else "the books are NOT right")
    return DONE if found["ok"] else DAMAGED


def verified(work: "UnitOfWork", desk: Desk | None = None) -> dict[str, Any]:
    """What `verify` found, in the shape of its JSON answer."""
    from erp_desktop.reports.integrity import verify

    def progress(done: int, total: int) -> None:
        if desk is not None:
            desk.progress(done, total, "verify")

    found = work.read(verify, progress)
    return {
        "ok": found.ok,
        "checked": found.checked,
        "differences": [
            {"document": one.document, "what": one.what, "stored": one.stored,
             "recomputed": one.recomputed} for one in found.differences
        ],
    }  # fmt: skip


def prove(work: "UnitOfWork") -> None:
    """Raises ShopDamaged when the books do not prove themselves."""
    found = verified(work)
    if not found["ok"]:
        first = found["differences"][0]
        raise errors.ShopDamaged(work.database.place, f"{first['document']}: {first['what']}")


def _password_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--password-env", metavar="VAR", help="encrypt (in a later version)")


def _backup_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", type=Path, help="where backups are kept")
    _password_option(parser)


def _backup(desk: Desk, options: argparse.Namespace) -> int:
    from erp_desktop.services.shop.backup import back_up

    _not_encrypted(options)
    with desk.open() as work:
        path = back_up(work, options.folder, prove)
    if desk.as_json:
        desk.answer({"backup": str(path), "bytes": path.stat().st_size, "verified": True})
    desk.say(f"{path}: written, opened and verified")
    return DONE


def _restore_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="the backup")
    parser.add_argument("--to", metavar="NEW.shop", required=True, type=Path)
    _password_option(parser)


def _restore(desk: Desk, options: argparse.Namespace) -> int:
    from erp_desktop.services.shop.backup import restore

    _not_encrypted(options)
    restore(options.file, options.to, prove)
    if desk.as_json:
        desk.answer({"shop": str(options.to), "verified": True})
    desk.say(f"{options.to}: restored and verified")
    return DONE


def _not_encrypted(options: argparse.Namespace) -> None:
    if options.password_env is not None:
        raise errors.NotYetAvailable("encrypted backup")


COMMANDS = {
    "verify": Command("recompute everything from the first row", _no_options, _verify),
    "backup": Command("write a verified backup", _backup_options, _backup),
    "restore": Command("make a shop out of a backup", _restore_options, _restore),
}
