"""Which column of a file was which field: chosen by hand once, proposed again for such a file.

Files with the same head are the same kind of file. A choice is kept when an import that used it
came in, and forgotten when the proposal is used again.
"""

from collections.abc import Sequence
from hashlib import sha256

from erp_desktop.models.books import Books


def chosen_columns(books: Books, kind: str, header: Sequence[str]) -> str:
    """The choice for files with this head, as its text; empty when none was made."""
    return books.long_setting(_key(kind, header))


def remember_columns(books: Books, kind: str, header: Sequence[str], choice: str) -> None:
    """Keep a choice; an empty one forgets."""
    if choice != chosen_columns(books, kind, header):
        books.put_setting(_key(kind, header), choice)


def _key(kind: str, header: Sequence[str]) -> str:
    return f"~columns {kind} {sha256(chr(10).join(header).encode()).hexdigest()[:16]}"
