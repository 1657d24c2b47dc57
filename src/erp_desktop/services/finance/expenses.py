"""Expenses (费用单): money spent on neither goods nor a supplier's bill: rent, wages, power.

An expense says what for (an expense account), how much with how much tax in it, and how it was
paid. The usual accounts are made when they are first used, and a shop adds its own by writing a
name that is not there yet. The accounts that the ledgers write themselves (cost of sales, count
differences …) are never an expense's: what they say must follow from the goods.
"""

from dataclasses import dataclass
from decimal import Decimal
from itertools import count
from typing import Final, NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.core.money import ONE_QUANTITY, price_parts
from erp_desktop.core.states import Kind
from erp_desktop.core.tax import Priced, PricedDocument, price_document, rate_parts
from erp_desktop.models.books import Books
from erp_desktop.services import posting
from erp_desktop.services.finance.chart import OWN, Role, account_ids
from erp_desktop.services.finance.means import account_of
from erp_desktop.services.paper import Leg, Line, Paid, Paper, Posted
from erp_desktop.services.sales.shifts import belongs, drawer_of
from erp_desktop.services.trade import put_amounts, put_partner
from erp_desktop.services.users import rights

METHODS: Final = ("bank", "cash", "card", "wechat", "alipay", "other")
KEPT: Final = frozenset({
    Role.COST_OF_SALES, Role.PRICE_DIFFERENCE, Role.COUNT_DIFFERENCE, Role.ROUNDING,
    Role.CASH_DIFFERENCE, Role.WRITE_OFFS,
})  # fmt: skip
# What most shops spend money on, in both languages: made when it is first used.
USUAL: Final = (
    ("Rent", "房租"), ("Wages", "工资"), ("Water and power", "水电费"),
    ("Phone and internet", "通讯费"), ("Office supplies", "办公费"), ("Advertising", "广告宣传费"),
    ("Travel", "差旅费"), ("Repairs", "维修费"), ("Insurance", "保险费"),
    ("Bank fees", "银行手续费"),
)  # fmt: skip
FIRST_CODE: Final = 6611  # of the accounts that a shop adds


class ExpenseAccount(NamedTuple):
    """An account to spend on; a usual one that nobody used yet has no code."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class EnterExpense:
    """Money spent. `account` is a code or a name; `amount` is what was paid, with the tax in it.

    Cash comes out of the safe, or out of the `drawer` of a till that is named, where a shift runs.
    """

    account: str
    amount: Decimal
    rate: Decimal = Decimal(0)
    method: str = "cash"
    partner_id: int | None = None
    at: int | None = None
    external_id: str | None = None
    reference: str = ""
    note: str = ""
    drawer: str = ""


class SpentOn(NamedTuple):
    """The account that an expense is booked to, with its name in the shop's language."""

    role: str
    code: str
    name: str


def enter_expense(books: Books, command: EnterExpense) -> Posted:
    """Book an expense: what was spent without tax, the tax in it, and the money.

    Raises NotPositive, Missing (account), NotAmong (account, method), NoShiftOpen (drawer),
    NotAllowed.
    """
    if again := posting.posted_before(books, command.external_id):
        return again
    rights.require(books, rights.COST)
    if command.amount <= 0:
        raise errors.NotPositive("amount", command.amount)
    if command.method not in METHODS:
        raise errors.NotAmong("method", command.method, " | ".join(METHODS))
    shift = drawer_of(books, command.drawer, [command.method])
    account = account_spent_on(books, command.account.strip())
    paper = Paper(
        kind=Kind.EXPENSE,
        at=command.at if command.at is not None else clock.now(),
        external_id=command.external_id,
        reference=command.reference,
        note=command.note,
        tax_included=1,
    )
    put_partner(books, paper, command.partner_id)
    charge(books, paper, account, command.amount, command.rate)
    paper.payments = [Paid(command.method, paper.total, paper.total)]
    paper.legs = [
        Leg(account.role, paper.net),
        Leg(Role.INPUT_TAX, paper.tax),
        Leg(account_of(command.method), -paper.total),
    ]
    posted = posting.post(books, paper)
    if shift is not None:
        belongs(books, posted.id, shift.id)
    return posted


def expense_accounts(books: Books) -> list[ExpenseAccount]:
    """What can be spent on: the accounts there are, then the usual ones that nobody used yet."""
    chinese = books.setting("language").startswith("zh")
    rows = _rows(books)
    there = [ExpenseAccount(code, zh if chinese else en) for _, code, en, zh in rows]
    named = {name for row in rows for name in row[2:]}
    return [
        *there,
        *(ExpenseAccount("", zh if chinese else en) for en, zh in USUAL if en not in named),
    ]


def _rows(books: Books) -> list[tuple[str, str, str, str]]:
    """The accounts of expenses as (role, code, English name, Chinese name), by code."""
    rows = books.rows(
        "SELECT role, code, name, name_zh FROM account WHERE kind = 'expense' ORDER BY code"
    )
    return [row for row in rows if row[0] not in KEPT]


def account_spent_on(books: Books, said: str) -> SpentOn:
    """The account that is meant, made where there is none of this name.

    Raises Missing, NotAmong.
    """
    if not said:
        raise errors.Missing("account")
    chinese = books.setting("language").startswith("zh")
    rows = _rows(books)
    for role, code, *names in rows:
        if said == code or said.casefold() in {name.casefold() for name in names}:
            return SpentOn(role, code, names[chinese])
    if said.replace(".", "").isdigit():  # a code, and none of an expense
        raise errors.NotAmong("account", said, " | ".join(row[1] for row in rows))
    both = next(
        (pair for pair in USUAL if said.casefold() in {one.casefold() for one in pair}),
        (said, said),
    )
    code = _free_code(books)
    role = f"{OWN}{code}"
    books.insert("account", role=role, code=code, name=both[0], name_zh=both[1], kind="expense")
    account_ids(books, afresh=True)
    return SpentOn(role, code, both[chinese])


def _free_code(books: Books) -> str:
    taken = {row[0] for row in books.rows("SELECT code FROM account")}
    return next(str(code) for code in count(FIRST_CODE) if str(code) not in taken)


def charge(books: Books, paper: Paper, account: SpentOn, amount: Decimal, percent: Decimal) -> None:
    """Give a paper its one line: what for, and its amount taken apart into net and tax."""
    rate = rate_parts(percent)
    priced = _priced(books, amount, rate)
    line = Line(sku=account.code, name=account.name, quantity=ONE_QUANTITY, rate=rate)
    line.price = price_parts(amount)
    paper.lines = [line]
    put_amounts(paper, paper.lines, priced.lines)


def taken_apart(books: Books, amount: Decimal, rate: Decimal) -> tuple[int, int]:
    """What of an amount with tax is net and what is tax, in whole parts. Raises NotAmong."""
    priced = _priced(books, amount, rate_parts(rate))
    return priced.net, priced.tax


def _priced(books: Books, amount: Decimal, rate: int) -> PricedDocument:
    books.amount(amount)  # no more places than the shop's money has
    one = Priced(ONE_QUANTITY, price_parts(amount), rate)
    return price_document([one], included=True, minor=books.minor)
