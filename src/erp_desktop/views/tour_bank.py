"""A bank's statement for the tour: what the shop's own books say, a day later and in the bank's
words, with a fee that the books do not know and a payment that the bank does not have yet.
"""

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from erp_desktop.core import clock
from erp_desktop.core.money import money_parts
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.finance import cash
from erp_desktop.services.finance.bank_lines import PutLines, StatementLine, put_lines
from erp_desktop.services.finance.chart import CHART, Role
from erp_desktop.services.shop.imports import open_batch

if TYPE_CHECKING:
    from erp_desktop.views.tour import Tour

BANK = next(code for role, code, *_ in CHART if role is Role.BANK)
Said = tuple[int, str, Decimal]  # day, words, amount


def lay_statement(tour: "Tour") -> None:
    """Put it into the shop; nothing of it is matched yet."""
    said = [*_from_books(tour.ask(cash, ReportAsk())), *_of_the_bank(tour)]
    tour.office.do(_put, sorted(said))


def _from_books(table: Any) -> list[Said]:
    rows = [row for row in table.rows if row[table.column("account")] == BANK]
    day, who, into, out = (table.column(key) for key in ("day", "partner", "paid_in", "paid_out"))
    return [
        (clock.day_number(row[day] + timedelta(1)), row[who] or "", row[into] - row[out])
        for row in rows[:-1]
    ]


def _of_the_bank(tour: "Tour") -> list[Said]:
    today = clock.today()
    return [
        (today, tour.words("Account fee, November", "账户管理费 11 月"), Decimal("-4.50")),
        (today, tour.words("J. Whitcombe, thank you", "韦女士 谢谢"), Decimal("18.00")),
    ]


def _put(books: Any, said: list[Said]) -> None:
    batch, _ = open_batch(books, "bank-statement", "statement.csv")
    held, lines = money_parts(Decimal("2400.00")), []
    for day, words, amount in said:
        held += money_parts(amount)
        lines.append(StatementLine(day, money_parts(amount), words, "", held))
    put_lines(books, PutLines(Role.BANK, lines, batch))
