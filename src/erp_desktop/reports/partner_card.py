"""Everything a partner's card says: who it is, what is open between us, which papers there are."""

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.core.money import ZERO, money, quantity
from erp_desktop.core.states import BUYING
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.services.finance.settling import open_items
from erp_desktop.services.users import rights


class PartnerCard(NamedTuple):
    """The facts of one customer or supplier; amounts are in the shop's currency."""

    id: int
    code: str
    name: str
    is_supplier: bool
    is_customer: bool
    contact: str
    phone: str
    email: str
    address: str
    tax_number: str
    terms_days: int
    note: str
    active: bool
    receivable: Decimal
    payable: Decimal
    advances: Decimal  # what we hold of theirs, less what they hold of ours
    overdue: Decimal
    turnover: Decimal  # net, of the last 12 months: sold to, or bought from
    lead_days: int | None = None
    minimum_order: Decimal = ZERO
    over_percent: Decimal | None = None  # None: as the shop has it
    rank: int = 0  # the highest is served first where stock is short
    price_level_id: int | None = None
    price_level: str = ""
    credit_limit: Decimal | None = None
    tags: tuple[str, ...] = ()


def partner_card(books: Books, partner_id: int) -> PartnerCard:
    """Raises UnknownPartner."""
    row = books.row(
        "SELECT id, code, name, is_supplier, is_customer, contact, phone, email, address, "
        "tax_number, terms_days, note, active, lead_days, minimum_order, over_percent, rank, "
        "price_level_id, COALESCE((SELECT v.name FROM price_level v WHERE v.id = price_level_id), "
        "''), credit_limit, tags FROM partner WHERE id = ?",
        (partner_id,),
    )
    if row is None:
        raise errors.UnknownPartner(partner_id)
    places = books.money_places
    sums: dict[str, int] = dict(
        books.rows(
            "SELECT a.role, SUM(j.amount) FROM journal_line j JOIN account a "
            "ON a.id = j.account_id WHERE j.partner_id = ? GROUP BY a.role",
            (partner_id,),
        )
    )

    def told(*roles: tuple[str, int]) -> Decimal:
        return money(sum(sign * int(sums.get(role, 0)) for role, sign in roles), places)

    return PartnerCard._make(
        (
            *row[:3], bool(row[3]), bool(row[4]), *row[5:12], bool(row[12]),
            told(("receivable", 1)),
            told(("payable", -1)),
            told(("customer_advances", -1), ("supplier_advances", -1)),
            _overdue(books, partner_id),
            _turnover(books, partner_id), row[13], money(row[14], places),
            None if row[15] is None else quantity(row[15]), *row[16:19],
            None if row[19] is None else money(row[19], places), tuple(row[20].splitlines()),
        )
    )  # fmt: skip


def _overdue(books: Books, partner_id: int) -> Decimal:
    today = clock.today()
    items = open_items(books, ("invoice", "sale", "bill"), partner_id)
    late = sum(item.amount for item in items if item.due_on and item.due_on < today)
    return money(late, books.money_places) if late else ZERO


def _turnover(books: Books, partner_id: int) -> Decimal:
    since = clock.day_after(clock.today(), -365)
    raw = books.value(
        "SELECT SUM(net) FROM document WHERE partner_id = ? AND state = 'posted' "
        "AND kind IN ('invoice', 'sale', 'bill') AND booked_on >= ?",
        (partner_id, since),
    )
    return money(int(raw or 0), books.money_places)


def _hidden(books: Books) -> frozenset[str]:
    """The papers whose amounts the person on duty must not know (LEDGER L-81)."""
    return frozenset() if rights.sees_costs(books) else BUYING


DOCUMENTS = (
    Column("number", "Document", Kind.CODE, 160),
    Column("kind", "What", Kind.TEXT, 150),
    Column("day", "Date", Kind.DATE, 90),
    Column("state", "State", Kind.STATE, 130),
    Column("reference", "Their number", Kind.TEXT, 160),
    Column("total", "Total", Kind.MONEY, 110),
)


def partner_documents(books: Books, partner_id: int, most: int = 500) -> Table:
    """The partner's papers, the newest first; each row opens its document."""
    rows = books.rows(
        "SELECT id, COALESCE(number, ''), kind, booked_on, state, reference, total "
        "FROM document WHERE partner_id = ? ORDER BY happened_at DESC, id DESC LIMIT ?",
        (partner_id, most),
    )
    places = books.money_places
    hidden = _hidden(books)
    told = [
        (row[1], row[2], clock.day_date(row[3]), row[4], row[5],
         None if row[2] in hidden else money(row[6], places))
        for row in rows
    ]  # fmt: skip
    return Table("partner_documents", "Documents", DOCUMENTS, told, [row[0] for row in rows])


OPEN = (
    Column("number", "Document", Kind.CODE, 160),
    Column("kind", "What", Kind.TEXT, 150),
    Column("day", "Date", Kind.DATE, 90),
    Column("due", "Due", Kind.DATE, 90),
    Column("state", "State", Kind.STATE, 130),
)
OWES = Column("owes", "Owes us", Kind.MONEY, 110, total=True)
OWED = Column("owed", "We owe", Kind.MONEY, 110, total=True)
_OURS = frozenset({"invoice", "sale"})  # what is open of these comes to us


def partner_open_items(books: Books, partner_id: int) -> Table:
    """What is not settled yet, the oldest first: what they owe us, and beside it what we owe.

    A side that this partner has no part in is hidden.
    """
    today, places = clock.today(), books.money_places
    hidden = _hidden(books)
    items = [
        item
        for item in open_items(books, ("invoice", "sale", "bill", "landed_cost"), partner_id)
        if item.kind not in hidden
    ]
    buys, supplies = books.rows(
        "SELECT is_customer, is_supplier FROM partner WHERE id = ?", (partner_id,)
    )[0]
    sides = tuple(
        replace(column, hidden=not part and all((item.kind in _OURS) is not ours for item in items))
        for column, ours, part in ((OWES, True, buys), (OWED, False, supplies))
    )
    told = [
        (
            item.number, item.kind, clock.day_date(item.booked_on),
            clock.day_date(item.due_on) if item.due_on else None,
            "overdue" if item.due_on and item.due_on < today else "to_pay",
            *(money(item.amount, places) if (item.kind in _OURS) is ours else None
              for ours in (True, False)),
        )
        for item in items
    ]  # fmt: skip
    keys = [item.id for item in items]
    return Table("partner_open_items", "Open items", (*OPEN, *sides), told, keys)
