"""What each role may do, and how somebody with a right lends it to somebody without (授权).

Rights are few and are about money: another price, a discount, money back without a receipt; and
about what all of the shop stands on: its settings, its people, its periods. A person has those of
the role, except where the shop set one of them otherwise. Whoever lacks a right asks a colleague
who has it: their PIN makes an approval, which stays in the books as who said yes to what. At the
till it is used up by one document; in the office it counts for some minutes, as long as it takes to
change a setting. Work without a person (an import, a script) may do everything: whoever runs it has
the file. A right that nobody in the shop has is nobody's to guard: no shop is locked out of itself.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.models.books import Books, marks
from erp_desktop.services.users.persons import check_pin

PRICE = "price_override"
DISCOUNT = "discount"
NO_RECEIPT = "refund_without_receipt"
LATE_RETURN = "late_return"
BELOW_STOCK = "sell_below_stock"
EXPIRED = "sell_expired"
OVER_LIMIT = "sell_over_limit"
COST = "see_cost"
CASH = "move_cash"
CLOSE = "close_shift"
SETTINGS = "manage_settings"
PEOPLE = "manage_people"
PERIODS = "close_period"
REWORK = "rework_books"  # undo an import, merge products, cost them by another method
OFFICE: Final = (SETTINGS, PEOPLE, PERIODS, REWORK)  # lent for a while, not for one document
RIGHTS: Final = (PRICE, DISCOUNT, NO_RECEIPT, LATE_RETURN, BELOW_STOCK, EXPIRED, OVER_LIMIT, COST,
                 CASH, CLOSE, *OFFICE)  # fmt: skip

ALL: Final = Decimal(100)
_ROLES: Final[dict[str, tuple[frozenset[str], Decimal]]] = {
    "owner": (frozenset(RIGHTS), ALL),
    "manager": (frozenset(RIGHTS), ALL),
    "clerk": (frozenset({DISCOUNT, CASH, CLOSE}), Decimal(10)),
    "accountant": (frozenset({COST, CLOSE, PERIODS, REWORK}), Decimal(0)),
}
VALID_SECONDS: Final = 12 * 3_600  # an approval for a cart that waits no longer than a day's work
LENT_SECONDS: Final = 10 * 60  # an approval in the office


@dataclass(frozen=True, slots=True)
class Rights:
    """What a person may do; `most_off` is the largest discount in percent."""

    granted: frozenset[str]
    most_off: Decimal

    def may(self, right: str) -> bool:
        return right in self.granted

    def may_take_off(self, percent: Decimal) -> bool:
        """Whether so much may be taken off."""
        return percent <= 0 or (DISCOUNT in self.granted and percent <= self.most_off)


EVERYTHING: Final = Rights(frozenset(RIGHTS), ALL)


class Lender(NamedTuple):
    """Somebody on the staff who can approve, with the largest discount they may give."""

    id: int
    name: str
    most_off: Decimal


@dataclass(frozen=True, slots=True)
class Approve:
    """A colleague says yes by their PIN."""

    right: str
    person_id: int
    pin: str
    percent: Decimal = Decimal(0)  # of a discount
    words: str = ""


def usual_rights(role: str) -> Rights:
    """What a role may do where the shop said nothing else."""
    granted, most = _ROLES.get(role, (frozenset(), Decimal(0)))
    return Rights(granted, most)


def rights_of(books: Books, person_id: int | None = None) -> Rights:
    """What somebody may do: the person on duty unless another is named."""
    ident = books.user_id if person_id is None else person_id
    if ident is None:
        return EVERYTHING
    row = books.row("SELECT role, rights FROM user_account WHERE id = ?", (ident,))
    return EVERYTHING if row is None else _rights(row[0], row[1])


def sees_costs(books: Books) -> bool:
    """Whether the person on duty may know what goods cost and what is earned (LEDGER L-81)."""
    return rights_of(books).may(COST)


def leads(books: Books) -> bool:
    """Whether the person on duty is the owner or a manager (or nobody is named, as in a script)."""
    if books.user_id is None:
        return True
    role = books.value("SELECT role FROM user_account WHERE id = ?", (books.user_id,))
    return role in {None, "owner", "manager"}


def may(books: Books, right: str) -> bool:
    """Whether the person on duty has this right, or was lent it a moment ago."""
    if rights_of(books).may(right):
        return True
    return right in OFFICE and (_lent(books, right) or not holders(books, right))


def require(books: Books, right: str) -> None:
    """The person on duty must have this right. Raises NotAllowed."""
    if not may(books, right):
        raise errors.NotAllowed(person_name(books), right)


def _lent(books: Books, right: str) -> bool:
    """Whether a colleague said yes to it some minutes ago."""
    found = books.value(
        "SELECT 1 FROM approval WHERE asked_by = ? AND allowed = ? AND given_at > ? "
        "AND document_id IS NULL LIMIT 1",
        (books.user_id, right, clock.now() - LENT_SECONDS),
    )
    return found is not None


def holders(books: Books, right: str) -> list[str]:
    """The names of everybody who has a right, whether or not they have a PIN to lend it."""
    return [
        full_name or name
        for name, full_name, role, own in books.rows(
            "SELECT name, full_name, role, rights FROM user_account WHERE active ORDER BY id"
        )
        if _rights(role, own).may(right)
    ]


def managed(books: Books) -> list[str]:
    """What of people and settings somebody manages."""
    return [right for right in (PEOPLE, SETTINGS) if holders(books, right)]


def require_heir(books: Books, before: Sequence[str]) -> None:
    """Somebody must be left for what was `managed` before. Raises LastToManage."""
    gone = [right for right in before if not holders(books, right)]
    if gone and books.user_id is not None:
        raise errors.LastToManage(gone[0])


def require_above(books: Books, wanted: Rights) -> None:
    """Whoever is on duty must have all of this to deal it out. Raises NotAllowed."""
    own = rights_of(books)
    beyond = sorted(wanted.granted - own.granted)
    if beyond or wanted.most_off > own.most_off:
        raise errors.NotAllowed(person_name(books), beyond[0] if beyond else DISCOUNT)


def set_rights(books: Books, name: str, granted: dict[str, bool], most_off: Decimal) -> None:
    """Set where a person's rights differ from the role.

    Raises UnknownPerson, NotAmong, DiscountTooLarge, NotAllowed, LastToManage.
    """
    require(books, PEOPLE)
    row = books.row("SELECT id, role FROM user_account WHERE name = ?", (name,))
    if row is None:
        raise errors.UnknownPerson(name)
    if not 0 <= most_off <= ALL:
        raise errors.DiscountTooLarge(most_off, ALL)
    usual = usual_rights(row[1])
    require_above(books, rights_of(books, row[0]))
    differs: dict[str, Any] = {}
    for right, given in granted.items():
        if right not in RIGHTS:
            raise errors.NotAmong("right", right, " | ".join(RIGHTS))
        if given != usual.may(right):
            differs[right] = given
    if most_off != usual.most_off:
        differs["most_off"] = str(most_off)
    kept = json.dumps(differs) if differs else ""
    require_above(books, _rights(row[1], kept))
    before = managed(books)
    books.update("user_account", row[0], rights=kept)
    require_heir(books, before)


def lenders(books: Books, right: str) -> list[Lender]:
    """Who can approve this: people with the right and a PIN to say it with."""
    found = []
    for ident, name, full_name, role, own in books.rows(
        "SELECT id, name, full_name, role, rights FROM user_account "
        "WHERE active AND pin IS NOT NULL ORDER BY id"
    ):
        rights = _rights(role, own)
        if rights.may(right):
            found.append(Lender(ident, full_name or name, rights.most_off))
    return found


def approve(books: Books, command: Approve) -> int:
    """Keep an approval; its id goes with the document. Raises WrongPin, PinMustWait,
    NotAllowed."""
    person = check_pin(books, command.person_id, command.pin)
    if not person.has_pin:
        raise errors.WrongPin(person.full_name)
    rights = rights_of(books, person.id)
    if not rights.may(command.right) or command.percent > rights.most_off:
        raise errors.NotAllowed(person.full_name, command.right)
    return books.insert(
        "approval", allowed=command.right, asked_by=books.user_id, given_by=person.id,
        given_at=clock.now(), words=command.words,
    )  # fmt: skip


class Permit:
    """What may be done in one document: the person's own rights and the approvals they bring."""

    def __init__(self, books: Books, approvals: Sequence[int] = ()) -> None:
        self._books = books
        self.own = rights_of(books)
        self._lent: dict[str, tuple[int, Decimal]] = {}
        self._used: set[int] = set()
        for approval_id, right, person_id in books.rows(
            "SELECT id, allowed, given_by FROM approval WHERE document_id IS NULL "  # noqa: S608
            f"AND given_at > ? AND id IN ({marks(approvals)})",
            (clock.now() - VALID_SECONDS, *approvals),
        ) if approvals else ():  # fmt: skip
            most = rights_of(books, person_id).most_off
            self._lent[right] = (approval_id, max(most, self._lent.get(right, (0, most))[1]))

    def has(self, right: str) -> bool:
        """Whether this may be done; an approval that it takes is used up by the document."""
        if self.own.may(right):
            return True
        if right in self._lent:
            self._used.add(self._lent[right][0])
            return True
        return False

    def require(self, right: str) -> None:
        """Raises NotAllowed."""
        if not self.has(right):
            raise errors.NotAllowed(person_name(self._books), right)

    def require_discount(self, percent: Decimal) -> None:
        """Raises NotAllowed where more is taken off than person and approvals may."""
        if self.own.may_take_off(percent):
            return
        approval_id, most = self._lent.get(DISCOUNT, (0, Decimal(-1)))
        if percent > most:
            raise errors.NotAllowed(person_name(self._books), DISCOUNT)
        self._used.add(approval_id)

    def used(self, document_id: int) -> None:
        """Note where the approvals were used."""
        for approval_id in sorted(self._used):
            self._books.run(
                "UPDATE approval SET document_id = ? WHERE id = ?", (document_id, approval_id)
            )


def person_name(books: Books, person_id: int | None = None) -> str:
    """Who somebody is, as refusals name them: the person on duty unless another is named."""
    name = books.value(
        "SELECT COALESCE(NULLIF(full_name, ''), name) FROM user_account WHERE id = ?",
        (person_id or books.user_id or 0,),
    )
    return str(name or "")


def _rights(role: str, own: str) -> Rights:
    usual = usual_rights(role)
    if not own:
        return usual
    differs = json.loads(own)
    granted = {right for right in RIGHTS if differs.get(right, usual.may(right))}
    return Rights(frozenset(granted), Decimal(differs.get("most_off", usual.most_off)))
