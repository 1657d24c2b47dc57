"""`attach` and `attachments`: files beside a document, a product or a partner, in and out."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from erp_desktop.cli.desk import DONE, Desk, WrongUsage
from erp_desktop.cli.program import Command
from erp_desktop.cli.showing import made
from erp_desktop.core import clock, errors

if TYPE_CHECKING:
    from erp_desktop.models.books import Books
    from erp_desktop.services.shop.attachments import AttachedFile

KINDS: Final = ("document", "product", "partner")
WHERE: Final = "document:NUMBER, product:SKU or partner:CODE"


def _attach_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("where", metavar="KIND:REF", help=WHERE)
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path)


def _attach(desk: Desk, options: argparse.Namespace) -> int:
    kind, reference = _parted(options.where)
    with desk.open() as work:
        laid = work.run(_lay, kind, reference, options.files)
    if desk.as_json:
        desk.answer(laid)
    for one in laid:
        there = " (lay there already)" if one["again"] else ""
        desk.say(f"{options.where}: {one['name']}{there}")
    return DONE


def _lay(books: "Books", kind: str, reference: str, files: Sequence[Path]) -> list[dict[str, Any]]:
    """All of them or none."""
    from erp_desktop.services.shop.attachments import Attach, attach

    of, found = _place(books, kind, reference), []
    for path in files:
        laid = attach(books, Attach(of, path.name, _content(path)))
        found.append({**_told(books, of, laid.id), "again": laid.again})
    return found


def _content(path: Path) -> bytes:
    """Raises FileUnreadable."""
    try:
        return path.read_bytes()
    except OSError as wrong:
        raise errors.FileUnreadable(path, wrong.strerror or "unknown") from wrong


def _told(books: "Books", of: str, file_id: int) -> dict[str, Any]:
    return next(one for one in _listed(books, of) if one["id"] == file_id)


def _listed(books: "Books", of: str) -> list[dict[str, Any]]:
    from erp_desktop.services.shop.attachments import attachments_of

    return [
        {"id": one.id, "name": one.name, "size": one.size, "at": clock.iso(one.added_at),
         "by": one.person} for one in attachments_of(books, of)
    ]  # fmt: skip


def _attachments_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("where", metavar="KIND:REF", help=WHERE)
    parser.add_argument("--out", metavar="DIR", type=Path, help="write them there")


def _attachments(desk: Desk, options: argparse.Namespace) -> int:
    from erp_desktop.services.shop.attachments import attachment

    kind, reference = _parted(options.where)
    with desk.open() as work:
        found = work.read(lambda books: _listed(books, _place(books, kind, reference)))
        if options.out is not None:
            folder = made(options.out)
            for one in found:
                one["file"] = str(_written(folder, work.read(attachment, one["id"])))
    if desk.as_json:
        desk.answer(found)
    for one in found:
        desk.say(f"{one['size']:>11,}  {one['at']}  {one['by']:12}  {one['name']}")
    return DONE


def _written(folder: Path, file: "AttachedFile") -> Path:
    """Write a file into a folder, over none that is there; one with the same content is it."""
    from erp_desktop.core.file_names import free_name
    from erp_desktop.exchange.safe_file import whole_file

    taken: list[str] = []
    while (path := folder / free_name(file.name, taken)).exists():
        if path.is_file() and path.read_bytes() == file.data:
            return path
        taken.append(path.name)
    with whole_file(path) as draft:
        draft.write_bytes(file.data)
    return path


def _parted(where: str) -> tuple[str, str]:
    """A kind and what it is called. Raises WrongUsage."""
    kind, _, reference = where.partition(":")
    if kind not in KINDS or not reference.strip():
        raise WrongUsage(f"“{where}”: say {WHERE}")
    return kind, reference.strip()


def _place(books: "Books", kind: str, reference: str) -> str:
    """What files lie beside. Raises UnknownDocument, UnknownProduct, UnknownPartner."""
    from erp_desktop.services.catalogue.products import by_sku
    from erp_desktop.services.partners.partners import by_code
    from erp_desktop.services.records import find_document
    from erp_desktop.services.shop.attachments import beside

    if kind == "document":
        return beside(kind, find_document(books, reference))
    return beside(kind, (by_sku if kind == "product" else by_code)(books, reference).id)


COMMANDS = {
    "attach": Command("lay files beside something", _attach_options, _attach),
    "attachments": Command("the files beside something", _attachments_options, _attachments),
}
