"""From the books to the papers of a drawer: X and Z reports, and slips of cash moves.

An X report asks the running shift; a Z report repeats what its own lines kept, so that it prints
the same years later.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

from erp_desktop.core import clock
from erp_desktop.core.money import ONE_QUANTITY, decimal_of, money
from erp_desktop.documents.figures import figure, percent
from erp_desktop.documents.gather import Found, common, shop_head
from erp_desktop.documents.gather_priced import METHODS
from erp_desktop.documents.paper_words import Say, words_of
from erp_desktop.documents.papers import ShopHead
from erp_desktop.documents.shift_report import CashSlipPaper, ReportLine, Section, ShiftPaper
from erp_desktop.models.books import Books
from erp_desktop.services.finance.means import name_of
from erp_desktop.services.sales import shift_figures as of
from erp_desktop.services.sales.shift_figures import Figure
from erp_desktop.services.sales.shifts import Shift, shift_by_id

REASONS: Final = {
    "change": "Change fetched from the bank",
    "safe_in": "From the safe",
    "owner_in": "Put in by the owner",
    "safe": "Into the safe",
    "bank": "Taken to the bank",
    "expense": "Small expense",
    "owner": "Taken by the owner",
}
RETURN_REASONS: Final = {
    "": "Without a reason",
    "changed_mind": "Changed their mind",
    "wrong_item": "Wrong item",
    "wrong_size": "Wrong size or colour",
    "damaged": "Damaged",
    "faulty": "Does not work",
    "expired": "Past its date",
    "other": "Another reason",
}


def x_report(books: Books, shift_id: int, roll: int, language: str | None = None) -> ShiftPaper:
    """What a shift comes to so far. Raises UnknownDocument."""
    spoken = language or books.setting("language", "en")
    shift = shift_by_id(books, shift_id)
    figures = of.figures_of(books, shift.id, shift.opening)
    now = clock.local_time(clock.now())
    facts: dict[str, Any] = {
        "language": spoken, "shop": shop_head(books), "number": "", "day": now.date(),
        "stamps": ("Practice",) if books.setting("practice") == "1" else (),
    }  # fmt: skip
    return _paper(books, shift, figures, "X report", roll, facts)


def z_report(found: Found, roll: int) -> ShiftPaper:
    """A closed shift, as it was closed."""
    shift_id = found.books.value(
        "SELECT id FROM till_shift WHERE document_id = ?", (found.head.id,)
    )
    figures = [
        Figure(row.sku, row.quantity // ONE_QUANTITY, row.net, row.tax, row.name)
        for row in found.record.lines
    ]
    shift = shift_by_id(found.books, shift_id)
    facts = common(found) | {"lines": ()}
    return _paper(found.books, shift, figures, "Z report", roll, facts)


def cash_slip(found: Found, roll: int) -> CashSlipPaper:
    """A cash move, or its reversal."""
    say = words_of(found.language)
    reason = found.head.reason
    if found.reverses:
        reason = str(
            found.books.value("SELECT reason FROM document WHERE id = ?", (found.head.of_id,))
        )
    return CashSlipPaper(
        **common(found) | {"lines": ()},
        till=found.head.reference,
        at=clock.local_time(found.head.happened_at),
        why=say(REASONS[reason]) if reason in REASONS else reason,
        amount=found.money(found.head.total),
        roll=roll,
    )


def _paper(
    books: Books, shift: Shift, figures: Sequence[Figure], title: str, roll: int,
    facts: dict[str, Any],
) -> ShiftPaper:  # fmt: skip
    opened_by = books.value(
        "SELECT COALESCE(NULLIF(full_name, ''), name) FROM user_account WHERE id = ?",
        (shift.opened_by or 0,),
    )
    told = _Telling(books, figures, words_of(facts["language"]), facts["shop"])
    return ShiftPaper(
        **facts | {"lines": ()},
        title=title,
        till=shift.till,
        shift=shift.number,
        opened=clock.local_time(shift.opened_at),
        closed=clock.local_time(shift.closed_at) if shift.closed_at else None,
        now=clock.local_time(clock.now()),
        opened_by=opened_by or "",
        sections=tuple(one for one in told.sections() if one.lines or one.columns),
        roll=roll,
    )


class _Telling:
    """Puts figures into words, section by section."""

    def __init__(self, books: Books, figures: Sequence[Figure], say: Say, shop: ShopHead) -> None:
        self._books, self._figures, self._say, self._shop = books, figures, say, shop

    def sections(self) -> list[Section]:
        say = self._say
        return [
            Section(say("Takings"), self._takings()),
            Section(say("Taxes"), (), self._taxes()),
            Section(say("Means of payment"), self._means()),
            Section(say("Why goods came back"), self._reasons()),
            Section(say("The drawer"), self._drawer()),
            Section(say("Counted notes and coins"), self._notes()),
            Section(say("By person"), self._persons()),
        ]

    def _one(self, key: str) -> Figure:
        return of.figure_of(self._figures, key)

    def _line(self, words: str, key: str, *, strong: bool = False) -> ReportLine:
        found = self._one(key)
        return ReportLine(self._say(words), self._money(found.amount), found.many, strong)

    def _money(self, amount: int) -> Any:
        return money(amount, self._shop.places)

    def _takings(self) -> tuple[ReportLine, ...]:
        lines = [self._line("Sales", of.SALES)]
        optional = (
            ("Returns", of.RETURNS), ("Reversed", of.VOIDS), ("Rounding", of.ROUNDING),
        )  # fmt: skip
        lines += [self._line(words, key) for words, key in optional if self._one(key).amount]
        net = sum(self._one(key).amount for key in (of.SALES, of.RETURNS, of.VOIDS, of.ROUNDING))
        lines.append(ReportLine(self._say("Takings"), self._money(net), None, strong=True))
        if self._one(of.DISCOUNTS).amount:
            lines.append(self._line("Discounts included", of.DISCOUNTS))
        return tuple(lines)

    def _taxes(self) -> tuple[tuple[str, ...], ...]:
        rows, places = [], self._shop.places
        for one in self._starting(of.TAX):
            rate = decimal_of(int(one.key.removeprefix(of.TAX)), 6)
            sums = (one.amount, one.tax, one.amount + one.tax)
            if any(sums):
                rows.append((percent(rate), *(figure(self._money(part), places) for part in sums)))
        if not rows:
            return ()
        head = tuple(self._say(word) for word in ("Tax rate", "Net", "Tax", "With tax"))
        return (head, *rows)

    def _starting(self, start: str) -> list[Figure]:
        return [one for one in self._figures if one.key.startswith(start)]

    def _worded(self, start: str, words: Callable[[str], str]) -> list[ReportLine]:
        return [
            ReportLine(words(one.key.removeprefix(start)), self._money(one.amount), one.many)
            for one in self._starting(start)
        ]

    def _means(self) -> tuple[ReportLine, ...]:
        lines = self._worded(of.MEANS, self._method)
        lines += self._worded(of.REFUNDED, lambda code: self._with("Refunded", code))
        lines += self._worded(of.PAID_IN, lambda code: self._with("Debts paid", code))
        lines += self._worded(of.PAID_OUT, lambda code: self._with("Paid to suppliers", code))
        if self._one(of.ON_ACCOUNT).amount:
            lines.append(self._line("On account", of.ON_ACCOUNT))
        return tuple(lines)

    def _reasons(self) -> tuple[ReportLine, ...]:
        return tuple(
            ReportLine(self._reason(one), self._money(one.amount), one.many)
            for one in self._starting(of.REASON)
        )

    def _reason(self, one: Figure) -> str:
        """The shop's own word as it was then, or ours."""
        code = one.key.removeprefix(of.REASON)
        usual = RETURN_REASONS.get(code)
        return one.name or (self._say(usual) if usual else code)

    def _method(self, code: str) -> str:
        own = name_of(self._books, code)
        return own or (self._say(METHODS[code]) if code in METHODS else code)

    def _with(self, words: str, code: str) -> str:
        return f"{self._say(words)}: {self._method(code)}"

    def _drawer(self) -> tuple[ReportLine, ...]:
        lines = [self._line("Float", of.FLOAT)]
        cash = sum(
            self._one(start + "cash").amount
            for start in (of.MEANS, of.REFUNDED, of.PAID_IN, of.PAID_OUT)
        )
        lines.append(ReportLine(self._say("Cash taken"), self._money(cash)))
        for start in (of.CASH_IN, of.CASH_OUT):
            lines += self._worded(start, lambda reason: self._say(REASONS[reason]))
        optional = (("Expenses paid", of.SPENT), ("Money transfers", of.MOVED))
        lines += [self._line(words, key) for words, key in optional if self._one(key).many]
        lines.append(self._line("Should be in it", of.EXPECTED, strong=True))
        if any(one.key == of.COUNTED for one in self._figures):
            lines.append(self._line("Counted in it", of.COUNTED))
            lines.append(self._line("Over or short", of.DIFFERENCE, strong=True))
            lines.append(self._line("Left in it", of.LEFT))
        return tuple(lines)

    def _notes(self) -> tuple[ReportLine, ...]:
        symbol = self._shop.symbol
        return tuple(self._worded(of.NOTE, lambda value: f"{symbol}{value}"))

    def _persons(self) -> tuple[ReportLine, ...]:
        people = self._starting(of.PERSON)
        if len(people) < 2:
            return ()
        return tuple(ReportLine(one.name, self._money(one.amount), one.many) for one in people)
