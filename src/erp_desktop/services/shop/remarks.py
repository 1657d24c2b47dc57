"""What people say about a document that is settled: a line each, with who and when.

A posted document is never edited; a remark stands beside it and changes nothing in the books.
"""

from dataclasses import dataclass

from erp_desktop.core import clock, errors
from erp_desktop.models.books import Books


@dataclass(frozen=True, slots=True)
class AddRemark:
    """Words about a document."""

    document_id: int
    words: str


def add_remark(books: Books, command: AddRemark) -> None:
    """Keep what a person says about a document. Raises Missing when nothing is said."""
    words = command.words.strip()
    if not words:
        raise errors.Missing("note")
    books.run(
        "INSERT INTO remark (document_id, user_id, made_at, words) VALUES (?, ?, ?, ?)",
        (command.document_id, books.user_id, clock.now(), words),
    )
