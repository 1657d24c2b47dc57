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


def link(previous: str, content: Sequence[Any]) -> str:
    """The hash of a document that follows the one with hash `previous`."""
    return hashlib.sha256(previous.encode("ascii") + canonical(content)).hexdigest()
