"""What somebody is typing, kept so that a crash or a power cut loses nothing.

A draft belongs to a person and a page; its content is the page's own JSON. Nothing in the books
stands on it: posting the page throws it away.
"""

import json
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from erp_desktop.core import clock
from erp_desktop.models.books import Books

T = TypeVar("T")
C = TypeVar("C")


class Kept(NamedTuple):
    """A draft as it was kept: when, and what."""

    saved_at: int
    content: dict[str, Any]


class KeptPage(NamedTuple):
    """A draft in the list of a person's drafts: its page, when it was kept, and what."""

    page: str
    saved_at: int
    content: dict[str, Any]


def save_draft(books: Books, page: str, content: dict[str, Any]) -> None:
    """Keep what stands on a page, in place of what was kept before."""
    books.run(
        "INSERT INTO draft (user_id, page, saved_at, content) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (user_id, page) DO UPDATE SET saved_at = excluded.saved_at, "
        "content = excluded.content",
        (books.user_id or 0, page, clock.now(), json.dumps(content, ensure_ascii=False)),
    )


def draft(books: Books, page: str) -> Kept | None:
    """What was kept of a page, or None. A content that is no JSON object counts as nothing."""
    row = books.row(
        "SELECT saved_at, content FROM draft WHERE user_id = ? AND page = ?",
        (books.user_id or 0, page),
    )
    if row is None:
        return None
    try:
        content = json.loads(row[1])
    except ValueError:
        return None
    return Kept(int(row[0]), content) if isinstance(content, dict) else None


def discard_draft(books: Books, page: str) -> None:
    """Forget what was kept of a page."""
    books.run("DELETE FROM draft WHERE user_id = ? AND page = ?", (books.user_id or 0, page))


def drafts(books: Books) -> list[KeptPage]:
    """All drafts of the person, the latest first. What cannot be read is left out."""
    found = []
    for page, saved_at, text in books.rows(
        "SELECT page, saved_at, content FROM draft WHERE user_id = ? ORDER BY saved_at DESC, page",
        (books.user_id or 0,),
    ):
        try:
            content = json.loads(text)
        except ValueError:
            continue
        if isinstance(content, dict):
            found.append(KeptPage(page, int(saved_at), content))
    return found


def finish_draft(books: Books, command: C, *, page: str, step: Callable[[Books, C], T]) -> T:
    """Post what stands on a page and forget its draft, both or neither.

    A power cut leaves either the draft and no paper, or the paper and no draft: nothing is lost,
    and nothing can be posted twice. Raises what the step raises.
    """
    result = step(books, command)
    discard_draft(books, page)
    return result
