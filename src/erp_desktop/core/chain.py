"""The chain of posted documents: each hash covers the document's content and the hash before it.

Content is what the posting wrote, as the whole numbers and texts that stand in the database, so
that changing, removing or slipping in a single byte behind the program's back shows in `verify`.
"""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

GENESIS = "0" * 64


def canonical(content: Sequence[Any]) -> bytes:
    """One spelling of the same rows on every database and platform: compact ASCII JSON."""
    return json.dumps(content, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def trimmed(row: tuple[Any, ...], first: int) -> tuple[Any, ...]:
    """A row without its empty end, but never shorter than `first` columns.

    Columns that a later version added stand at the end and are empty in older rows: so the
    content of what was posted before they were there stays as it was.
    """
    end = len(row)
    later = row[first:]
    if later.count(None) == len(later):  # nearly always
        return row[:first]
    while end > first and row[end - 1] is None:
        end -= 1
    return row[:end] if end < len(row) else row


def link(previous: str, content: Sequence[Any]) -> str:
    """The hash of a document that follows the one with hash `previous`."""
    return hashlib.sha256(previous.encode("ascii") + canonical(content)).hexdigest()
