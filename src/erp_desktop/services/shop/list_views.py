"""Views of lists that a person keeps under a name: what was asked, and which columns were shown.

They belong to a person and a list and lie among the shop's settings, so that they come along when
the shop moves to another computer. What a view asks is the windows' own text; here it is only kept.
"""

import json
from dataclasses import asdict, dataclass, replace

from erp_desktop.core import errors
from erp_desktop.models.books import Books


@dataclass(frozen=True, slots=True)
class KeptView:
    """A kept view; `id` 0 is a new one. `question` and `columns` are the windows' own text."""

    list_name: str
    name: str
    question: str
    columns: str = ""
    id: int = 0


def kept_views(books: Books, list_name: str) -> list[KeptView]:
    """The views that the person on duty keeps of a list, in the order they were made."""
    kept = json.loads(books.setting(_key(books, list_name), "[]"))
    return [KeptView(**one) for one in kept]


def keep_view(books: Books, view: KeptView) -> int:
    """Keep a view, in place of the one with its id; its id. Raises Missing, CodeTaken."""
    name = view.name.strip()
    if not name:
        raise errors.Missing("name")
    kept = kept_views(books, view.list_name)
    if any(one.name == name and one.id != view.id for one in kept):
        raise errors.CodeTaken(name)
    found = replace(view, name=name, id=view.id or max((one.id for one in kept), default=0) + 1)
    if view.id:
        kept = [found if one.id == view.id else one for one in kept]
    else:
        kept.append(found)
    _write(books, view.list_name, kept)
    return found.id


def forget_view(books: Books, list_name: str, view_id: int) -> None:
    """Keep a view no longer."""
    kept = kept_views(books, list_name)
    _write(books, list_name, [one for one in kept if one.id != view_id])


def _write(books: Books, list_name: str, kept: list[KeptView]) -> None:
    text = json.dumps([asdict(one) for one in kept], ensure_ascii=False)
    books.put_setting(_key(books, list_name), text)


def _key(books: Books, list_name: str) -> str:
    return f"views:{books.user_id or 0}:{list_name}"
