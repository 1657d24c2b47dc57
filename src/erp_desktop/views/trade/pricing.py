"""What the lines of a document come to while they are typed: the one calculation of core.tax."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import minor_unit, money, money_parts, parts, price_parts
from erp_desktop.core.money import quantity_parts as whole_quantity
from erp_desktop.core.table import Cell
from erp_desktop.core.tax import Priced, PricedDocument, price_document
from erp_desktop.views import figures, wording

translate = wording.translate
NOTHING = Decimal(0)


def number(cell: Cell) -> Decimal:
    """A cell as a number; nothing is zero."""
    return cell if isinstance(cell, Decimal) else NOTHING


def priced(line: Mapping[str, Cell], quantity: str = "quantity") -> Priced:
    """A line of a grid as core.tax takes it."""
    return Priced(
        whole_quantity(number(line.get(quantity))),
        price_parts(number(line.get("price"))),
        parts(number(line.get("rate")), 6),
        parts(number(line.get("percent_off")), 6),
    )


def line_amount(line: Mapping[str, Cell], quantity: str = "quantity") -> Decimal:
    """What a line comes to, in the basis of its price. Raises DiscountTooLarge, TooManyPlaces."""
    one = priced(line, quantity)
    untaxed = Priced(one.quantity, one.price, 0, one.percent)
    found = price_document([untaxed], included=False, minor=_minor())
    return money(found.net, figures.form().places)


def sums(
    lines: Sequence[Mapping[str, Cell]], *, included: bool, off: Decimal = NOTHING,
    quantity: str = "quantity",
) -> PricedDocument | None:  # fmt: skip
    """The whole document, or None while something typed is not allowed."""
    try:
        return price_document(
            [priced(line, quantity) for line in lines],
            included=included, minor=_minor(), whole_discount=money_parts(off),
        )  # fmt: skip
    except RuleBroken:
        return None


def total_lines(document: PricedDocument, *, charged: str) -> list[tuple[str, str]]:
    """The rows of a totals panel: net, discount, tax by rate, total."""
    found = [(translate("Trade", "Net amount"), _shown(document.net))]
    if document.discount:
        found.append((translate("Trade", "Discount included"), _shown(-document.discount)))
    for group in document.groups:
        if group.rate:
            rate = figures.number(Decimal(group.rate).scaleb(-6).normalize())
            found.append((translate("Trade", "Tax {0}%").format(rate), _shown(group.tax)))
    total = money(document.total, figures.form().places)
    return [*found, (charged, figures.money_with_sign(total))]


def _shown(amount: int) -> str:
    return figures.money(money(amount, figures.form().places))


def _minor() -> int:
    return minor_unit(figures.form().places)
