"""`verify`, `backup`, `restore`: the books prove themselves, and are kept safe."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from erp_desktop.cli.desk import DAMAGED, DONE, Desk, WrongUsage
from erp_desktop.cli.program import Command
from erp_desktop.core import errors, last_shop

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


def _password_option(parser: argparse.ArgumentParser, text: str) -> None:
    parser.add_argument("--password-env", metavar="VAR", help=text)


def _password(options: argparse.Namespace) -> str:
    """The password in the environment variable that was named; empty when none was."""
    if options.password_env is None:
        return ""
    password = os.environ.get(options.password_env, "")
    if not password:
        raise WrongUsage(f"the environment variable {options.password_env} holds no password")
    return password


def _backup_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", type=Path, help="where backups are kept")
    _password_option(parser, "encrypt it with the password in this environment variable")


def _backup(desk: Desk, options: argparse.Namespace) -> int:
    from erp_desktop.services.shop.backup import back_up
    from erp_desktop.services.shop.sealing import Lock, make_lock
    from erp_desktop.services.shop.settings import backup_lock

    password = _password(options)
    with desk.open() as work:
        lock = make_lock(password) if password else Lock.of_text(work.read(backup_lock))
        path = back_up(work, options.folder, prove, lock)
    if desk.as_json:
        size = path.stat().st_size
        desk.answer({
            "backup": str(path), "bytes": size, "verified": True, "encrypted": lock is not None,
        })  # fmt: skip
    desk.say(f"{path}: written, opened and verified{', encrypted' if lock else ''}")
    return DONE


def _restore_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="the backup")
    parser.add_argument(
        "--to", metavar="NEW.shop", required=True, type=_place,
        help="a new file, or the postgresql+psycopg:// URL of an empty database",
    )  # fmt: skip
    _password_option(parser, "the environment variable with the password of an encrypted one")


def _place(text: str) -> "Path | str":
    """Where a shop is to be: a server's URL stays as it is written."""
    return text if "://" in text else Path(text)


def _restore(desk: Desk, options: argparse.Namespace) -> int:
    from erp_desktop.services.shop.backup import restore

    restore(options.file, options.to, prove, _password(options))
    place = last_shop.without_password(str(options.to))
    if desk.as_json:
        desk.answer({"shop": place, "verified": True})
    desk.say(f"{place}: restored and verified")
    return DONE


COMMANDS = {
    "verify": Command("recompute everything from the first row", _no_options, _verify),
    "backup": Command("write a verified backup", _backup_options, _backup),
    "restore": Command("make a shop out of a backup", _restore_options, _restore),
}
