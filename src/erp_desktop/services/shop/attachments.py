"""Files laid beside a document, a product or a partner (附件): the supplier's bill, a data sheet.

A file proves nothing by itself and is in no chain; nothing in the books stands on it. What it lies
beside is a short text such as "document:12", "product:5" or "partner:3".

Who reads them: papers of buying tell what goods cost, and so may a supplier's price list. Whoever
may not see costs finds there only the files that they laid there themselves (LEDGER L-81).

The photos of rejected goods, which the inspection of a receipt keeps with its lines, are found
there too: their ids are those of the lines, below zero. They tell no cost and stay.

Who takes them away: beside a draft, a product or a partner anybody who sees them. Beside a document
that has its number a file is kept as what that document was done upon, so only whoever put it
there, the manager or the owner. That goes by the role: a right of its own would be lent out by PIN
at the till, and nobody needs a file gone while a customer waits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.core.file_names import clean_name, free_name, parted, same_name
from erp_desktop.core.states import BUYING, State
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.products import product
from erp_desktop.services.partners.partners import partner
from erp_desktop.services.purchasing.inspecting import PhotoFacts, photo_facts
from erp_desktop.services.records import header
from erp_desktop.services.shop.pictures import picture
from erp_desktop.services.users import rights

LARGEST: Final = 20_000_000  # bytes; every backup carries all of them
MEGABYTE: Final = 1_000_000
DOCUMENT, PRODUCT, PARTNER = "document", "product", "partner"


@dataclass(frozen=True, slots=True)
class Attach:
    """A file to be laid beside something (`of`: "document:12"); its name may still have a path."""

    of: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class RenameFile:
    """Another name for a file that lies there."""

    file_id: int
    name: str


class Laid(NamedTuple):
    """A file that lies there now; `again` when the very same lay there before."""

    id: int
    name: str
    again: bool = False


class Attached(NamedTuple):
    """A file in a list: without what is in it. `person` put it there; `loose` when whoever asks may
    take it away or rename it."""

    id: int
    name: str
    size: int
    added_at: int
    person: str
    loose: bool


class AttachedFile(NamedTuple):
    """A whole file, with all that brings it back when it was taken away."""

    of: str
    name: str
    data: bytes
    added_at: int
    user_id: int | None


def beside(kind: str, ident: int) -> str:
    """What a file lies beside, as it is kept."""
    return f"{kind}:{ident}"


def attach(books: Books, command: Attach) -> Laid:
    """Lay a file beside something. The same content under the same name is one file.

    Raises Missing (name), FileEmpty, FileTooLarge, UnknownDocument, UnknownProduct, UnknownPartner.
    """
    _require_there(books, command.of)
    name, size = clean_name(command.name), len(command.data)
    if not name:
        raise errors.Missing("name")
    if not size:
        raise errors.FileEmpty(name)
    if size > LARGEST:
        raise errors.FileTooLarge(name, -(-size // MEGABYTE), LARGEST // MEGABYTE)
    if same := _same(books, command, name):
        return same
    name = free_name(name, _names(books, command.of))
    whole = AttachedFile(command.of, name, command.data, clock.now(), books.user_id)
    return Laid(put_back(books, whole), name)


def attach_all(books: Books, commands: Sequence[Attach]) -> list[Laid]:
    """Lay several files there, all or none. Raises what `attach` raises."""
    return [attach(books, one) for one in commands]


def attachments_of(books: Books, of: str) -> list[Attached]:
    """What lies beside something, in the order it came, as far as whoever asks may read it."""
    only, loose = _only_own(books, of), _loose(books, of)
    return [
        Attached(ident, name, size, added_at, person, loose or user_id == books.user_id)
        for ident, name, size, added_at, person, user_id in books.rows(
            "SELECT a.id, a.name, a.size, a.added_at, "
            "COALESCE(NULLIF(u.full_name, ''), u.name, ''), a.user_id FROM attachment a "
            "LEFT JOIN user_account u ON u.id = a.user_id WHERE a.of = ? ORDER BY a.id",
            (of,),
        )
        if not only or user_id == books.user_id
    ] + _photos(books, of)


def attachment_count(books: Books, of: str) -> int:
    """How many files whoever asks would find there."""
    photos = len(_photos(books, of))
    if _only_own(books, of):
        sql = "SELECT COUNT(*) FROM attachment WHERE of = ? AND user_id = ?"
        return photos + int(books.value(sql, (of, books.user_id)))
    return photos + int(books.value("SELECT COUNT(*) FROM attachment WHERE of = ?", (of,)))


def attachment(books: Books, file_id: int) -> AttachedFile:
    """A file with what is in it. Raises UnknownFile, NotAllowed."""
    if file_id < 0:
        return _photo(books, -file_id)
    _require_seen(books, _lying(books, file_id))
    row = books.row(
        "SELECT of, name, data, added_at, user_id FROM attachment WHERE id = ?", (file_id,)
    )
    if row is None:
        raise errors.UnknownFile(file_id)
    return AttachedFile(row[0], row[1], bytes(row[2]), *row[3:])


def rename(books: Books, command: RenameFile) -> str:
    """Call a file otherwise; the name it has now. An ending that was left out stays.

    Raises Missing (name), UnknownFile, NotAllowed, NotYourFile.
    """
    old = _lying(books, command.file_id)
    _require_loose(books, old)
    name = clean_name(command.name)
    if not name:
        raise errors.Missing("name")
    if not parted(name)[1]:
        name = clean_name(name + parted(old.name)[1])
    name = free_name(name, _names(books, old.of, besides=command.file_id))
    books.run("UPDATE attachment SET name = ? WHERE id = ?", (name, command.file_id))
    return name


def detach(books: Books, file_id: int) -> AttachedFile:
    """Take a file away; what it was, so that it can be put back.

    Raises UnknownFile, NotAllowed, NotYourFile.
    """
    _require_loose(books, _lying(books, file_id))
    taken = attachment(books, file_id)
    books.run("DELETE FROM attachment WHERE id = ?", (file_id,))
    return taken


def put_back(books: Books, file: AttachedFile) -> int:
    """Lay a file where it lay before, as whoever had put it there; its new id."""
    return books.insert("attachment", **file._asdict(), size=len(file.data))


def move_attachments(books: Books, before: str, after: str) -> None:
    """What lay beside one thing lies beside another from now on (two products became one)."""
    for ident, name in books.rows("SELECT id, name FROM attachment WHERE of = ?", (before,)):
        same = books.value(
            "SELECT n.id FROM attachment o JOIN attachment n ON n.of = ? AND n.name = o.name "
            "AND n.size = o.size AND n.data = o.data WHERE o.id = ?",
            (after, ident),
        )
        if same is not None:
            books.run("DELETE FROM attachment WHERE id = ?", (ident,))
            continue
        free = free_name(name, _names(books, after))
        books.run("UPDATE attachment SET of = ?, name = ? WHERE id = ?", (after, free, ident))


def _photos(books: Books, of: str) -> list[Attached]:
    kind, ident = _parted(of)
    return [
        Attached(-one.line_id, _photo_name(one), one.size, one.kept_at, one.person, loose=False)
        for one in (photo_facts(books, ident) if kind == DOCUMENT else ())
    ]


def _photo_name(photo: PhotoFacts) -> str:
    ending = ".png" if photo.begins.startswith(b"\x89PNG") else ".jpg"
    if photo.begins[8:] == b"WEBP":
        ending = ".webp"
    words = ", ".join(filter(None, (photo.name, photo.reason)))
    return clean_name(words.replace("/", "_").replace("\\", "_") + ending)


def _photo(books: Books, line_id: int) -> AttachedFile:
    """The photo of a line. Raises UnknownFile."""
    document_id = books.value("SELECT document_id FROM document_line WHERE id = ?", (line_id,))
    data = picture(books, f"line:{line_id}")
    facts = photo_facts(books, document_id or 0)
    found = next((one for one in facts if one.line_id == line_id), None)
    if data is None or found is None:
        raise errors.UnknownFile(-line_id)
    of = beside(DOCUMENT, document_id)
    return AttachedFile(of, _photo_name(found), data, found.kept_at, None)


class _Lying(NamedTuple):
    of: str
    name: str
    user_id: int | None


def _lying(books: Books, file_id: int) -> _Lying:
    """A file's place, name and person. Raises UnknownFile."""
    row = books.row("SELECT of, name, user_id FROM attachment WHERE id = ?", (file_id,))
    if row is None:
        raise errors.UnknownFile(file_id)
    return _Lying(*row)


def _parted(of: str) -> tuple[str, int]:
    kind, _, ident = of.partition(":")
    return kind, int(ident)


def _require_there(books: Books, of: str) -> None:
    """What the file is to lie beside. Raises UnknownDocument, UnknownProduct, UnknownPartner."""
    kind, ident = _parted(of)
    {DOCUMENT: header, PRODUCT: product, PARTNER: partner}[kind](books, ident)


def _names(books: Books, of: str, besides: int = 0) -> list[str]:
    sql = "SELECT name FROM attachment WHERE of = ? AND id <> ?"
    return [row[0] for row in books.rows(sql, (of, besides))]


def _same(books: Books, command: Attach, name: str) -> Laid | None:
    """The very same file, where it lies there already and whoever asks may know it."""
    only = _only_own(books, command.of)
    for ident, known, user_id in books.rows(
        "SELECT id, name, user_id FROM attachment WHERE of = ? AND size = ? AND data = ?",
        (command.of, len(command.data), command.data),
    ):
        if same_name(known, name) and (not only or user_id == books.user_id):
            return Laid(ident, known, again=True)
    return None


# -- who may -------------------------------------------------------------------------------------


def _only_own(books: Books, of: str) -> bool:
    """Whether whoever asks finds only what they laid there themselves."""
    return _tells_costs(books, of) and not rights.sees_costs(books)


def _tells_costs(books: Books, of: str) -> bool:
    """Papers of buying, what reverses them, and suppliers."""
    kind, ident = _parted(of)
    if kind == PARTNER:
        return bool(books.value("SELECT is_supplier FROM partner WHERE id = ?", (ident,)))
    told = books.row(
        "SELECT d.kind, r.kind FROM document d LEFT JOIN document r ON r.id = d.reverses_id "
        "WHERE d.id = ?",
        (ident,),
    )
    return kind == DOCUMENT and told is not None and not BUYING.isdisjoint(told)


def _require_seen(books: Books, lying: _Lying) -> None:
    """Raises NotAllowed."""
    if lying.user_id != books.user_id and _only_own(books, lying.of):
        rights.require(books, rights.COST)


def _loose(books: Books, of: str) -> bool:
    """Whether whoever asks may take away what others laid there."""
    kind, ident = _parted(of)
    if kind != DOCUMENT or rights.leads(books):
        return True
    state = books.value("SELECT state FROM document WHERE id = ?", (ident,))
    return state in {None, State.DRAFT}


def _require_loose(books: Books, lying: _Lying) -> None:
    """Raises NotAllowed, NotYourFile."""
    _require_seen(books, lying)
    if lying.user_id != books.user_id and not _loose(books, lying.of):
        person = rights.person_name(books, lying.user_id) if lying.user_id else "–"
        raise errors.NotYourFile(lying.name, person)
