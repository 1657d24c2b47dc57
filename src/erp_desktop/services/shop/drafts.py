"""What somebody is typing, kept so that a crash or a power cut loses nothing.

A draft belongs to a person and a page; its content is the page's own JSON. Nothing in the books
stands on it: posting the page throws it away.
"""

import json
from typing import Any, NamedTuple

from erp_desktop.core import clock
from erp_desktop.models.books import Books


class Kept(NamedTuple):
    """A draft as it was kept: when, and what."""

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
