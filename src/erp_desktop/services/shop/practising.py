"""The first tasks of a practice shop begin (again): where its books stand is kept.

What was done before that point does not count; what is done after it ticks a task off.
"""

import json
from typing import Final, NamedTuple

from erp_desktop.models.books import Books

SETTING: Final = "practice_tasks"


class Beginning(NamedTuple):
    """Where the books stood: the newest document, the day they were closed through, which round."""

    document: int = 0
    closed: int = 0
    round: int = 0


def beginning(books: Books) -> Beginning:
    """Where the tasks began; at the very first paper where nobody said."""
    kept = books.setting(SETTING)
    return Beginning(*json.loads(kept)) if kept else Beginning()


def begin_tasks(books: Books) -> None:
    """From now on only what is new counts."""
    newest = int(books.value("SELECT document_id FROM ledger_head WHERE id = 1") or 0)
    now = Beginning(newest, books.closed_through, beginning(books).round + 1)
    books.put_setting(SETTING, json.dumps(list(now)))
