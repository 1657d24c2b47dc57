"""A count under way: what was counted of what, and when. Plain values, kept as a draft.

Each product keeps the time it was counted at, so that what is sold in between is sold, not missing.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from erp_desktop.core import clock
from erp_desktop.core.money import ZERO
from erp_desktop.services.stock.counting import CountLine, PostCount


@dataclass(slots=True)
class Entry:
    """One product as it was found; `book` is what the books say of that moment."""

    counted: Decimal
    at: int
    book: Decimal = ZERO

    @property
    def difference(self) -> Decimal:
        return self.counted - self.book


@dataclass(slots=True)
class CountSession:
    """`scope` is a category's name, or empty for all of the warehouse. `blind` hides the books
    until they are compared (`revealed`). `recent` are the last products scanned, newest first."""

    place_id: int
    place: str
    scope: str = ""
    blind: bool = False
    revealed: bool = False
    opened_at: int = field(default_factory=clock.now)
    entries: dict[int, Entry] = field(default_factory=dict)
    recent: list[int] = field(default_factory=list)

    @property
    def hidden(self) -> bool:
        """Whether the books are not to be seen yet."""
        return self.blind and not self.revealed

    def scan(self, product_id: int, pieces: Decimal) -> Entry:
        """So many more of a product were found."""
        before = self.entries.get(product_id)
        return self.set(product_id, pieces + (before.counted if before else ZERO))

    def set(self, product_id: int, counted: Decimal) -> Entry:
        """This much of a product was found, now."""
        entry = Entry(counted, clock.now())
        self.entries[product_id] = entry
        self.recent = [product_id, *(one for one in self.recent if one != product_id)][:50]
        return entry

    def forget(self, product_id: int) -> None:
        """It was not counted after all."""
        self.entries.pop(product_id, None)
        self.recent = [one for one in self.recent if one != product_id]

    def command(self) -> PostCount:
        """The count as it is posted: every line with its own time."""
        lines = [
            CountLine(product_id, entry.counted, entry.at)
            for product_id, entry in self.entries.items()
        ]
        return PostCount(lines, self.place_id)

    def content(self) -> dict[str, Any]:
        """The session as plain JSON."""
        entries = {str(key): [str(one.counted), one.at] for key, one in self.entries.items()}
        return {
            "place_id": self.place_id, "place": self.place, "scope": self.scope,
            "blind": self.blind, "revealed": self.revealed, "opened_at": self.opened_at,
            "entries": entries, "recent": self.recent,
        }  # fmt: skip

    @classmethod
    def kept(cls, content: dict[str, Any]) -> "CountSession":
        """A kept session again; what the books say is asked anew."""
        entries = {
            int(key): Entry(Decimal(counted), int(at))
            for key, (counted, at) in content["entries"].items()
        }
        return cls(**{**content, "entries": entries})
