"""What can be done about a refusal: every sentence comes with at least one button.

The page says what it can do (`Ways`); here is which of it answers which rule.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Protocol

from erp_desktop.core import errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import decimal_from
from erp_desktop.views import figures, wording
from erp_desktop.views.widgets.banner import Answer

translate = wording.translate


class Ways(Protocol):
    """What a page offers to do about a refusal; `row` is the line it stands under, or -1."""

    def set_now(self, row: int, quantity: Decimal) -> None: ...

    def order_more(self, row: int) -> None: ...

    def take_everything(self) -> None: ...

    def choose_partner(self) -> None: ...

    def use_today(self) -> None: ...

    def open_number(self, number: str) -> None: ...

    def open_theirs(self) -> None: ...

    def keep_mine(self) -> None: ...

    def no_discount(self) -> None: ...

    def leave_be(self) -> None: ...

    def take_payment(self) -> None: ...

    def anyway(self, broken: RuleBroken) -> Answer | None: ...


class Then:
    """Does something with facts, later, when the button is pressed."""

    def __init__(self, act: Callable[..., object], *facts: object) -> None:
        self._act, self._facts = act, facts

    def __call__(self) -> object:
        return self._act(*self._facts)


def answers_to(broken: RuleBroken, ways: Ways, row: int, verb: str) -> list[Answer]:
    """The ways out of a refusal, the best first. `verb` is what the page does ("Ship")."""
    if isinstance(broken, errors.NotEnoughStock):
        return _short_of_stock(broken, ways, row, verb)
    if isinstance(broken, errors.MoreThanOrdered | errors.MoreThanReceived | errors.MoreThanSold):
        left = _fact(broken, "outstanding", "returnable")
        return _only(ways, row, left, verb)
    if isinstance(broken, errors.NotPositive) and row >= 0:
        one = Answer(translate("Trade", "One piece"), Then(ways.set_now, row, Decimal(1)))
        out = Answer(translate("Trade", "Take the line out"), Then(ways.set_now, row, Decimal(0)))
        return [one, out]
    if isinstance(broken, errors.CreditLimitReached):
        anyway = ways.anyway(broken)
        take = Answer(translate("Trade", "Take payment"), ways.take_payment)
        return [take, *([anyway] if anyway else [])]
    plain = _plain(broken, ways)
    if plain:
        return plain
    return [Answer(translate("Trade", "Back to the document"), ways.leave_be)]


def _plain(broken: RuleBroken, ways: Ways) -> list[Answer]:
    """Refusals that are about the whole document."""
    found: list[tuple[type[RuleBroken] | tuple[type[RuleBroken], ...], list[Answer]]] = [
        (errors.NothingToPost, [Answer(translate("Trade", "Take all"), ways.take_everything)]),
        (errors.Missing, [Answer(translate("Trade", "Fill it in"), ways.choose_partner)]),
        (
            (errors.DateTooFar, errors.NotADate, errors.BeforeItsOrigin, errors.PeriodClosed),
            [Answer(translate("Trade", "Use today"), ways.use_today)],
        ),
        (
            errors.ChangedMeanwhile,
            [
                Answer(translate("Trade", "Show theirs"), ways.open_theirs),
                Answer(translate("Trade", "Keep mine as a copy"), ways.keep_mine),
            ],
        ),
        (
            errors.DiscountTooLarge,
            [Answer(translate("Trade", "Without the discount"), ways.no_discount)],
        ),
        ((errors.HasFollowers, errors.AlreadyReversed), _leads_to(broken, ways)),
    ]
    return next((answers for kinds, answers in found if isinstance(broken, kinds)), [])


def _leads_to(broken: RuleBroken, ways: Ways) -> list[Answer]:
    number = broken.facts.get("follower") or broken.facts.get("reversal") or ""
    words = translate("Trade", "Open {0}").format(number)
    return [Answer(words, Then(ways.open_number, number))]


def _short_of_stock(broken: RuleBroken, ways: Ways, row: int, verb: str) -> list[Answer]:
    available = _fact(broken, "available")
    more = Answer(translate("Trade", "Order more"), Then(ways.order_more, row))
    anyway = ways.anyway(broken)
    return [*_only(ways, row, available, verb), more, *([anyway] if anyway else [])]


def _only(ways: Ways, row: int, left: Decimal, verb: str) -> list[Answer]:
    """Do it with what is left, or leave the line out."""
    if left > 0:
        words = f"{verb} {figures.quantity(left)}"
        return [Answer(words, Then(ways.set_now, row, left))]
    words = translate("Trade", "Leave it out")
    return [Answer(words, Then(ways.set_now, row, Decimal(0)))]


def _fact(broken: RuleBroken, *names: str) -> Decimal:
    text = next((broken.facts[name] for name in names if name in broken.facts), "0")
    return decimal_from(text)
