"""Money between own accounts (资金转账): takings to the bank, change from it, cards paid out.

What was paid by card or wallet lies on an account of its own until its provider pays it out, most
often less a fee. So a transfer says from where to where, how much left, and what was kept of it:
the fee is an expense like any other, with the tax in it taken apart, and the rest arrives. Nobody
else is part of it, and nothing is earned by it.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from erp_desktop.core import clock, errors
from erp_desktop.core.states import Kind
from erp_desktop.models.books import Books
from erp_desktop.services import posting
from erp_desktop.services.finance.chart import Role, account_ids
from erp_desktop.services.finance.expenses import account_spent_on, charge
from erp_desktop.services.finance.means import Means, account_of, means_offered
from erp_desktop.services.paper import Leg, Paid, Paper, Posted
from erp_desktop.services.sales.shifts import belongs, drawer_of
from erp_desktop.services.users import rights

BANK_FEES: Final = "Bank fees"
# Where money can lie, named as the means that brought it there; the wallets share one account.
MONEY: Final = frozenset({Role.CASH, Role.BANK, Role.CARD, Role.OTHER_MONEY})
_ALWAYS: Final = ("cash", "bank", "card")


@dataclass(frozen=True, slots=True)
class TransferMoney:
    """Money moves: `amount` leaves `source`, and all of it but `fee` arrives at `target`.

    Both are codes of means (`cash`, `bank`, `card`, `wechat` …). The fee has tax of `rate` percent
    in it and is booked to `fee_account`, a code or a name. Cash is the safe's, or that of the
    `drawer` of a till that is named, where a shift runs.
    """

    source: str
    target: str
    amount: Decimal
    fee: Decimal = Decimal(0)
    rate: Decimal = Decimal(0)
    at: int | None = None
    reference: str = ""
    note: str = ""
    external_id: str | None = None
    fee_account: str = BANK_FEES
    drawer: str = ""


def transfer_money(books: Books, command: TransferMoney) -> Posted:
    """Book it: what left, what arrived, what was kept.

    Raises SameAccount, NotPositive, FeeTooHigh, NotAmong (source, target, account),
    NoShiftOpen (drawer), NotAllowed.
    """
    if again := posting.posted_before(books, command.external_id):
        return again
    rights.require(books, rights.COST)
    source, target = _account("source", command.source), _account("target", command.target)
    _check(command, source, target)
    shift = drawer_of(books, command.drawer, [command.source, command.target])
    amount = books.amount(command.amount)
    paper = Paper(
        kind=Kind.MONEY_TRANSFER,
        at=command.at if command.at is not None else clock.now(),
        external_id=command.external_id,
        reference=command.reference,
        note=command.note,
        tax_included=1,
    )
    legs = _keep_fee(books, command, paper)
    arrives = amount - paper.total
    paper.net, paper.total = amount - paper.tax, amount
    paper.payments = [
        Paid(command.source, -amount, -amount), Paid(command.target, arrives, arrives),
    ]  # fmt: skip
    paper.legs = [Leg(source, -amount), Leg(target, arrives), *legs]
    posted = posting.post(books, paper)
    if shift is not None:
        belongs(books, posted.id, shift.id)
    return posted


def places_of_money(books: Books) -> list[Means]:
    """Where this shop has money: cash and bank, the cards, then what else its tills take."""
    offered = {one.code: one for one in means_offered(books)}
    usual = [offered.pop(code, Means(code)) for code in _ALWAYS]
    offered.setdefault("other", Means("other"))
    return [*usual, *offered.values()]


def held(books: Books, means: str) -> int:
    """What lies on the account of a means by now, in money parts. Raises NotAmong."""
    account_id = account_ids(books)[_account("source", means)]
    return int(books.value(
        "SELECT COALESCE(SUM(amount), 0) FROM journal_line WHERE account_id = ?", (account_id,)
    ))  # fmt: skip


def _account(field: str, means: str) -> str:
    """The account that a means stands for; an advance is nobody's money yet."""
    role = account_of(means)
    if role not in MONEY:
        raise errors.NotAmong(field, means, "cash | bank | card | wechat | alipay | other")
    return role


def _check(command: TransferMoney, source: str, target: str) -> None:
    if source == target:
        raise errors.SameAccount(command.source)
    if command.amount <= 0:
        raise errors.NotPositive("amount", command.amount)
    if command.fee < 0:
        raise errors.NotPositive("fee", command.fee)
    if command.fee >= command.amount:
        raise errors.FeeTooHigh(command.fee, command.amount)


def _keep_fee(books: Books, command: TransferMoney, paper: Paper) -> list[Leg]:
    """The fee as the paper's line, and what it books: nothing where nothing was kept."""
    if not command.fee:
        return []
    account = account_spent_on(books, command.fee_account.strip())
    charge(books, paper, account, command.fee, command.rate)
    return [Leg(account.role, paper.net), Leg(Role.INPUT_TAX, paper.tax)]
