"""What a verification found: every difference named, and how much was checked.

A `Difference` names the document it stands on, what differs (an English key with its subject, as a
SKU and a warehouse), what is stored and what the recomputation says.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from erp_desktop.core.money import money, quantity
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import known_places
from erp_desktop.services.finance.chart import account_ids
from erp_desktop.services.stock.places import Place

MOST_LISTED: Final = 1000

Progress = Callable[[int, int], None]  # done, of how much


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as the ledgers say. `what` is `key` with its `subject` behind it."""

    document: str
    what: str
    stored: str
    recomputed: str
    key: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """The answer of `verify`: at most 1,000 differences are listed, all are counted."""

    ok: bool
    checked: dict[str, int]
    differences: list[Difference]
    found: int = 0


@dataclass(slots=True)
class Findings:
    """Collects differences while the books are read, and says how far the reading is."""

    books: Books
    progress: Progress | None = None
    checked: dict[str, int] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)
    found: int = 0
    decimals: int = field(init=False)  # of the shop's currency
    places: dict[int, Place] = field(init=False)
    roles: dict[int, str] = field(init=False)  # account id: what it is for
    total: int = 0
    done: int = 0
    _named: set[tuple[str, str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.decimals = self.books.money_places
        self.places = known_places(self.books)
        self.roles = {account_id: role for role, account_id in account_ids(self.books).items()}

    def add(
        self, document: str, key: str, stored: object, recomputed: object, subject: str = ""
    ) -> None:
        """Note a difference, once."""
        if (document, key, subject) in self._named:
            return
        self.found += 1
        if self.found <= MOST_LISTED:
            self._named.add((document, key, subject))
            what = f"{key}: {subject}" if subject else key
            self.differences.append(
                Difference(document, what, str(stored), str(recomputed), key, subject)
            )

    def money(
        self, document: str, key: str, stored: int, recomputed: int, subject: str = ""
    ) -> None:
        """Note it when two amounts differ."""
        if stored != recomputed:
            self.add(
                document,
                key,
                money(stored, self.decimals),
                money(recomputed, self.decimals),
                subject,
            )

    def quantity(
        self, document: str, key: str, stored: int, recomputed: int, subject: str = ""
    ) -> None:
        """Note it when two quantities differ."""
        if stored != recomputed:
            self.add(document, key, quantity(stored), quantity(recomputed), subject)

    def count(self, what: str, how_many: int) -> None:
        self.checked[what] = self.checked.get(what, 0) + how_many

    def move_on(self, how_much: int) -> None:
        """So many rows further."""
        self.done += how_much
        if self.progress is not None:
            self.progress(min(self.done, self.total), self.total)

    def number_of(self, document_id: int) -> str:
        """What people call a document; # and its id where it has no number or is gone."""
        found = self.books.value("SELECT number FROM document WHERE id = ?", (document_id,))
        return str(found) if found else f"#{document_id}"

    def answer(self) -> Verification:
        return Verification(not self.found, self.checked, self.differences, self.found)
