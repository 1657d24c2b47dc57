"""A bank's statement out of any bank's file: its lines are laid beside the books (对账).

Banks write one column of amounts with signs, one with a word for the direction, or one column for
what came in and one for what went out (where 贷 and credit are what came in: it is the bank that
speaks). A statement that says its balance after each row is held against it, the rows the right way
round whichever way the file runs; the row where it breaks is named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from erp_desktop.core import clock, errors
from erp_desktop.exchange.imports.intake import ImportKind, Intake, SourceRow
from erp_desktop.exchange.mapping import FieldKind, FieldSpec, bare
from erp_desktop.exchange.problems import Problem, Wrong
from erp_desktop.exchange.values import BadValue, number_of
from erp_desktop.models.books import Books
from erp_desktop.services.finance.bank_lines import (
    METHODS,
    PutLines,
    StatementLine,
    put_lines,
)
from erp_desktop.services.finance.chart import CHART

_M: Final = FieldKind.MONEY
FIELDS: Final = (
    FieldSpec("day", "Date", "日期", FieldKind.DATE, required=True, aliases=(
        "Booking date", "Transaction date", "Posting date", "Date posted", "Posted", "Completed",
        "Buchungstag", "Buchungsdatum", "交易日期", "记账日期", "入账日期", "记账日", "交易日",
        "业务日期", "交易时间", "记账时间", "入账时间", "交易创建时间", "时间", "Transaction time",
        "Value date", "Time", "起息日")),
    FieldSpec("amount", "Amount", "金额", _M, aliases=(
        "Transaction amount", "Net amount", "Betrag", "Umsatz", "交易金额", "发生额", "收支金额",
        "交易额", "入账金额", "Value")),
    FieldSpec("paid_in", "In", "收入", _M, aliases=(
        "Credit", "Credit amount", "Credits", "Paid in", "Money in", "Deposit", "Deposits",
        "Deposit amount", "Received", "Haben", "收入金额", "贷方", "贷方金额", "贷方发生额", "贷",
        "存入", "存入金额", "转入", "转入金额", "贷方发生金额", "来账金额")),
    FieldSpec("paid_out", "Out", "支出", _M, aliases=(
        "Debit", "Debit amount", "Debits", "Paid out", "Money out", "Withdrawal", "Withdrawals",
        "Withdrawal amount", "Spent", "Soll", "支出金额", "借方", "借方金额", "借方发生额", "借",
        "支取", "支取金额", "取出", "转出", "转出金额", "借方发生金额", "往账金额")),
    FieldSpec("direction", "In or out", "收/支", aliases=(
        "Direction", "Debit/Credit", "Credit/Debit", "DR/CR", "CR/DR", "Credit debit indicator",
        "Soll/Haben", "收支", "收支类型", "借贷标志", "借贷方向", "借贷", "收付标志", "收付方向",
        "借/贷", "资金流向")),
    FieldSpec("words", "Words", "摘要", aliases=(
        "Description", "Details", "Transaction details", "Narrative", "Particulars", "Memo",
        "Purpose", "Text", "Verwendungszweck", "Buchungstext", "交易摘要", "摘要信息", "商品说明",
        "商品", "商品名称", "业务摘要", "交易类型", "Transaction type", "Type")),
    FieldSpec("payee", "Who", "对方户名", aliases=(
        "Payee", "Payer", "Counterparty", "Counter party", "Name", "Beneficiary", "Merchant",
        "Auftraggeber/Empfänger", "Begünstigter/Zahlungspflichtiger", "对方名称", "对方账户名称",
        "交易对方", "对手户名", "对方单位", "对方单位名称", "收/付款人", "对方", "交易对手")),
    FieldSpec("note", "Note", "备注", aliases=(
        "Notes", "Remark", "Remarks", "Comment", "附言", "用途", "交易附言", "交易用途", "交易备注",
        "客户附言", "说明")),
    FieldSpec("reference", "Reference", "流水号", FieldKind.CODE, aliases=(
        "Ref", "Reference number", "Ref no", "Transaction ID", "Transaction number", "Bank ref",
        "Cheque number", "Check number", "交易流水号", "流水", "交易号", "交易单号", "交易订单号",
        "凭证号", "凭证编号", "核心流水号", "账务流水号")),
    FieldSpec("balance", "Balance", "余额", _M, aliases=(
        "Running balance", "Account balance", "Closing balance", "Balance after", "Saldo",
        "Kontostand", "账户余额", "本次余额", "交易后余额", "当前余额", "结余", "联机余额")),
)  # fmt: skip
_SIGNS: Final = {
    **dict.fromkeys(("收入", "收", "贷", "贷方", "转入", "credit", "cr", "c", "in", "haben", "h",
                     "来账", "入账"), 1),
    **dict.fromkeys(("支出", "支", "借", "借方", "转出", "付", "debit", "dr", "d", "out", "soll",
                     "s", "往账", "出账"), -1),
    **dict.fromkeys(("不计收支", "中性交易"), 0),  # money that only changed its pocket
}  # fmt: skip
_ACCOUNTS: Final = tuple(
    (str(role), name, chinese) for role, _, name, chinese, _ in CHART if role in METHODS
)


@dataclass(slots=True)
class Said:
    """A row as the bank means it; an amount of None means that it moves nothing."""

    row: SourceRow
    day: int
    amount: Decimal | None
    balance: Decimal | None


def take_in(books: Books, intake: Intake) -> None:
    """Check every row and the chain of balances, then keep the lines that are not known yet."""
    account, opening = intake.options["account"], _opening(books, intake.options["opening"])
    if account not in METHODS:
        raise errors.NotAmong("account", account, " | ".join(METHODS))
    _require_amounts(intake)
    signed = _outs_are_signed(intake)
    said = [_said(books, intake, row, signed=signed) for row in intake.rows]
    moved = _in_order([one for one in said if one.amount])
    if intake.options["balances"] == "ignore":
        for one in moved:
            one.balance = None  # what is not believed is not kept
    else:
        for one, right in _breaks(moved):
            intake.problem(one.row, "balance", Wrong.BALANCE_BREAKS, f"{right:f}")
    intake.stop_if_faulty()
    new = put_lines(
        books,
        PutLines(account, [_line(books, one) for one in moved], intake.batch_id, opening),
    )
    for one, is_new in zip(moved, new, strict=True):
        tally = intake.report.came if is_new else intake.report.stayed
        tally.add("bank_lines" if is_new else "known", one.amount or Decimal(0))
    intake.report.stayed.add("without_effect", rows=len(said) - len(moved))
    _tell_balance(intake, moved)
    intake.went_on(len(said), len(said))


def _opening(books: Books, said: str) -> int | None:
    """What was there before the first line, where somebody says so. Raises NotANumber."""
    try:
        amount = number_of(said)
    except BadValue as bad:
        raise errors.NotANumber(said) from bad
    return None if amount is None else books.amount(amount)


# -- a row ---------------------------------------------------------------------------------------


def _require_amounts(intake: Intake) -> None:
    """One of the columns of amounts must be there."""
    if not {"amount", "paid_in", "paid_out"} & set(intake.mapping.columns) and intake.rows:
        sheet = intake.sheets[0]
        title = intake.titles["amount"]
        intake.report.problems.append(
            Problem(sheet.name, sheet.header_row, title, "", Wrong.MISSING_COLUMN)
        )


def _outs_are_signed(intake: Intake) -> bool:
    """Whether what went out is written with its sign, as some banks do."""
    outs = [row.decimal("paid_out") or Decimal(0) for row in intake.rows]
    return min(outs, default=Decimal(0)) < 0 >= max(outs, default=Decimal(0))


def _said(books: Books, intake: Intake, row: SourceRow, *, signed: bool) -> Said:
    amount = _amount(intake, row, signed=signed)
    for name in ("amount", "paid_in", "paid_out", "balance"):
        try:
            books.amount(row.decimal(name) or Decimal(0))
        except errors.TooManyPlaces as refusal:
            intake.refused(row, name, refusal)
    day = row.day("day") or 0
    if day and _too_far(day):
        intake.problem(row, "day", Wrong.DATE_TOO_FAR, "2026-01-31")
    return Said(row, day, amount, row.decimal("balance"))


def _too_far(day: int) -> bool:
    try:
        clock.reasonable(clock.day_end(day))
    except errors.DateTooFar:
        return True
    return False


def _amount(intake: Intake, row: SourceRow, *, signed: bool) -> Decimal | None:
    """What came in (+) or went out (−); None for a row that moves nothing."""
    came, went = row.decimal("paid_in"), row.decimal("paid_out")
    if came or went:
        out = went or Decimal(0)
        return (came or Decimal(0)) + (out if signed else -out)
    amount = row.decimal("amount")
    if not amount:
        return None
    direction = row.text("direction")
    if direction is None or not bare(direction):
        return amount
    sign = _SIGNS.get(bare(direction))
    if sign is None:
        intake.problem(row, "direction", Wrong.NOT_AMONG, "收入 / 支出, credit / debit")
        return None
    return sign * abs(amount) or None


def _line(books: Books, one: Said) -> StatementLine:
    row = one.row
    texts = dict.fromkeys(filter(None, (row.text(name) for name in ("payee", "words", "note"))))
    return StatementLine(
        one.day, books.amount(one.amount or Decimal(0)), " · ".join(texts),
        row.text("reference") or "", None if one.balance is None else books.amount(one.balance),
    )  # fmt: skip


# -- the chain of balances -----------------------------------------------------------------------


def _in_order(rows: list[Said]) -> list[Said]:
    """The earliest first: files run either way, and within a day the balances tell which."""
    turned = rows[::-1]
    there, back = (sorted(one, key=lambda row: row.day) for one in (rows, turned))
    falls = rows[0].day > rows[-1].day if rows else False
    first, second = (back, there) if falls else (there, back)
    return first if len(list(_breaks(first))) <= len(list(_breaks(second))) else second


def _breaks(rows: Sequence[Said]) -> Iterator[tuple[Said, Decimal]]:
    """The rows whose balance does not follow, and what it would be."""
    held: Decimal | None = None
    for one in rows:
        right = None if held is None else held + (one.amount or 0)
        if one.balance is not None:
            if right is not None and one.balance != right:
                yield one, right
            held = one.balance
        else:
            held = right


def _tell_balance(intake: Intake, moved: Sequence[Said]) -> None:
    last = next((one.balance for one in reversed(moved) if one.balance is not None), None)
    if last is not None:
        intake.report.note("bank_balance", sum=f"{last:f}", day=clock.day_date(moved[-1].day))


BANK_STATEMENT: Final = ImportKind(
    "bank-statement", "Bank statement", FIELDS, take_in,
    # the same file again brings nothing: its lines are known
    {"account": "bank", "balances": "check", "opening": "", "again": "yes"}, title_zh="银行对账单",
    choices={"account": _ACCOUNTS},
)  # fmt: skip
