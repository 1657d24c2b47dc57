"""The shop's rules for goods that come back: for how long, why, and where they go.

A reason is chosen from the shop's list, with free words beside it; it proposes where the goods go
(to stock, to repair, to scrap). After the days the shop grants, or without a receipt, it takes a
right.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.models.books import Books
from erp_desktop.services.paper import Paper
from erp_desktop.services.records import Header
from erp_desktop.services.stock.places import refresh
from erp_desktop.services.users import rights

STOCK, REPAIR, SCRAP = "stock", "repair", "scrap"
GOES: Final = (STOCK, REPAIR, SCRAP)
DAY: Final = 86_400
REPAIR_PLACE: Final = "REPAIR"
DAYS_SETTING, REASONS_SETTING = "return_days", "return_reasons"


class Reason(NamedTuple):
    """Why goods come back; the usual ones have no `name`, their words are the program's.

    One that is retired (not `offered`) is chosen no more; what came back for it keeps its name.
    """

    code: str
    name: str = ""
    goes: str = STOCK
    offered: bool = True


USUAL: Final = (
    Reason("changed_mind"),
    Reason("wrong_item"),
    Reason("wrong_size"),
    Reason("damaged", "", SCRAP),
    Reason("faulty", "", REPAIR),
    Reason("expired", "", SCRAP),
    Reason("other"),
)


@dataclass(frozen=True, slots=True)
class Came:
    """Of one line that comes back: why, in which words, and where it goes."""

    reason: str = ""
    words: str = ""
    went_to: str = STOCK


class ReturnRules(NamedTuple):
    """`days` after the sale goods are taken back; 0 is without end."""

    days: int
    reasons: tuple[Reason, ...]

    @property
    def offered(self) -> tuple[Reason, ...]:
        """The reasons to choose from."""
        return tuple(one for one in self.reasons if one.offered)


def return_rules(books: Books) -> ReturnRules:
    """What the shop has set."""
    kept = books.setting(REASONS_SETTING)
    reasons = tuple(Reason(*one) for one in json.loads(kept)) if kept else USUAL
    return ReturnRules(int(books.setting(DAYS_SETTING) or 0), reasons)


def set_return_rules(books: Books, rules: ReturnRules) -> None:
    """Set the days and the reasons.

    Raises NotPositive, Missing (no reason is offered), NotAmong (goes), CodeTaken (a name twice).
    """
    rights.require(books, rights.SETTINGS)
    if rules.days < 0:
        raise errors.NotPositive("days", rules.days)
    if not rules.offered:
        raise errors.Missing("reason")
    names = [one.name for one in rules.reasons if one.name]
    for name in names:
        if names.count(name) > 1:
            raise errors.CodeTaken(name)
    for one in rules.reasons:
        if one.goes not in GOES:
            raise errors.NotAmong("goes", one.goes, " | ".join(GOES))
    books.put_setting(DAYS_SETTING, str(rules.days))
    kept = json.dumps([list(one) for one in rules.reasons], ensure_ascii=False)
    books.put_setting(REASONS_SETTING, kept)


def new_reason(rules: ReturnRules, name: str, goes: str = STOCK) -> Reason:
    """A reason of the shop's own, under a code that none of its others has or had."""
    taken = {one.code for one in rules.reasons}
    number = next(at for at in range(1, len(taken) + 2) if f"own{at}" not in taken)
    return Reason(f"own{number}", name.strip(), goes)


def permit_return(
    books: Books, approvals: Sequence[int], paper: Paper, sold: Header | None
) -> rights.Permit | None:
    """What the return needed; None where it needed nothing. Raises NotAllowed, ReturnTooLate."""
    if paper.batch_id is not None or books.user_id is None:
        return None
    if sold is None:
        permit = rights.Permit(books, approvals)
        permit.require(rights.NO_RECEIPT)
        return permit
    days = return_rules(books).days
    if not days or paper.at <= sold.happened_at + days * DAY:
        return None
    permit = rights.Permit(books, approvals)
    if not permit.has(rights.LATE_RETURN):
        raise errors.ReturnTooLate(clock.day_date(clock.day_of(sold.happened_at)), days)
    return permit


def repair_place(books: Books) -> int:
    """Where goods wait for repair: ours and worth something, but not for sale here."""
    found = books.value("SELECT id FROM location WHERE code = ?", (REPAIR_PLACE,))
    if found is None:
        chinese = books.setting("language").startswith("zh")
        name = "待维修" if chinese else "To repair"
        found = books.insert("location", code=REPAIR_PLACE, name=name, kind="storage")
        refresh(books)
    return int(found)


def keep_reasons(books: Books, document_id: int, came: Mapping[int, Came]) -> None:
    """Keep why each line (by position) came back. Raises NotAmong (where it went)."""
    told = [(at, one) for at, one in came.items() if one != Came()]
    for _, one in told:
        if one.went_to not in GOES:
            raise errors.NotAmong("goes", one.went_to, " | ".join(GOES))
    books.many(
        "INSERT INTO returned_line (line_id, reason, words, went_to) "
        "SELECT id, ?, ?, ? FROM document_line WHERE document_id = ? AND position = ?",
        [(one.reason, one.words, one.went_to, document_id, at) for at, one in told],
    )
