"""What the till says of a cart: its rows, its sums, and the words on the one button."""

from decimal import Decimal

from erp_desktop.core import clock
from erp_desktop.core.money import ZERO, decimal_of, money
from erp_desktop.core.table import Cell
from erp_desktop.core.tax import Amounts, PricedDocument
from erp_desktop.reports.till_rows import CustomerFacts, TillFacts
from erp_desktop.views import figures, wording
from erp_desktop.views.till.cart import ACCOUNT, Cart, CartLine, Deed, basis, quick_amounts
from erp_desktop.views.till.means import means_word

translate = wording.translate
Sums = tuple[list[tuple[str, str, str]], str, str]


def line_row(line: CartLine, amount: Amounts, facts: TillFacts) -> dict[str, Cell]:
    """A line as the cart shows it; its amount is what the receipt will print."""
    below = f"{line.sku} · {line.why}" if line.why else line.sku
    if line.pieces:
        below += f" · {figures.quantity(line.pieces)} {line.catch_unit}"
    if line.lot:
        below += " · " + lot_words(line.lot, line.use_by)
    if line.goods:
        held = figures.quantity(line.on_hand)
        below = translate("Till", "{0} · {1} on hand").format(below, held)
    worth = amount.total if facts.tax_included else amount.net
    by_weight = bool(line.catch_unit) or line.quantity != line.quantity.to_integral_value()
    return {
        "name": line.name,
        "below": below,
        "price": line.price,
        "quantity": line.quantity,
        "unit": line.unit if by_weight or line.factor != 1 else "",
        "discount": _discount(line),
        "amount": money(worth, facts.places),
    }


def _discount(line: CartLine) -> str:
    if line.percent_off:
        return f"−{figures.quantity(line.percent_off)}%"
    if line.off:
        return figures.money_with_sign(-line.off)
    return translate("Till", "Near expiry") if line.near else ""


def lot_words(code: str, use_by: int | None) -> str:
    """A lot, and until when it is good."""
    if use_by is None:
        return translate("Till", "lot {0}").format(code)
    return translate("Till", "lot {0}, use by {1}").format(
        code, figures.day(clock.day_date(use_by))
    )


def sums_of(cart: Cart, priced: PricedDocument, facts: TillFacts, let_off: Decimal = ZERO) -> Sums:
    """The quiet rows, and the words and figure of the total."""
    listed = money(basis(priced, facts) + priced.discount, facts.places)
    rows = [(_pieces(cart), figures.money(listed), "text")]
    off = money(priced.discount, facts.places)
    words = translate("Till", "Discounts")
    rows.append(
        (words, figures.money(-off) if off else figures.ZERO_WORD, "ok" if off else "text3")
    )
    rows.append((_tax_words(priced, facts), figures.money(money(priced.tax, facts.places)), "text"))
    total = money(priced.total, facts.places)
    if let_off:
        rows[-1:] = [(translate("Till", "Rounding"), figures.money(-let_off), "ok")]
    words = translate("Till", "Total")
    if cart.returning:
        words = translate("Till", "To give back")
    return rows, words, figures.money_with_sign(total - let_off)


def _pieces(cart: Cart) -> str:
    count = cart.pieces()
    if count == 1:
        return translate("Till", "1 item")
    return translate("Till", "{0} items").format(figures.quantity(count))


def _tax_words(priced: PricedDocument, facts: TillFacts) -> str:
    rates = {group.rate for group in priced.groups if group.rate}
    if len(rates) != 1:
        return translate("Till", "Tax included") if facts.tax_included else translate("Till", "Tax")
    rate = figures.quantity(decimal_of(rates.pop(), 6))
    if facts.tax_included:
        return translate("Till", "Tax {0}% included").format(rate)
    return translate("Till", "Tax {0}%").format(rate)


def quick_of(due: Decimal, method: str, facts: TillFacts) -> list[Decimal]:
    """Round amounts to offer; only cash comes in notes."""
    return quick_amounts(due, facts.places) if method == "cash" else []


def words_of_deed(deed: Deed, due: Decimal, cart: Cart) -> str:
    """The whole deed in one sentence: what the one button does."""
    if not cart.lines:
        return _nothing(cart)
    if deed.back:
        return _giving(deed)
    if due < 0:
        return translate("Till", "More was paid than is due")
    if deed.refused:
        return translate("Till", "Only cash gives change")
    if not due and not deed.given:
        swap = cart.back is not None
        done = translate("Till", "Exchange, nothing to pay")
        return done if swap else translate("Till", "Finish, nothing to pay")
    said = _on_account(deed) if deed.method == ACCOUNT else _taking(deed)
    return said.format(
        figures.money_with_sign(deed.given),
        means_word(deed.method).lower(),
        figures.money_with_sign(deed.left),
        figures.money_with_sign(deed.change),
    )


def _nothing(cart: Cart) -> str:
    if cart.returning:
        return translate("Till", "Scan what comes back")
    if cart.back is not None:
        return translate("Till", "Scan what goes instead")
    return translate("Till", "Nothing in the cart yet")


def _giving(deed: Deed) -> str:
    amount = figures.money_with_sign(deed.given)
    if deed.method == ACCOUNT:
        return translate("Till", "Credit {0} to the account").format(amount)
    if deed.method == "cash":
        return translate("Till", "Give {0} cash back").format(amount)
    by = means_word(deed.method)
    return translate("Till", "Give {0} back by {1}").format(amount, by.lower())


def _on_account(deed: Deed) -> str:
    if deed.left:
        return translate("Till", "Put {0} on account, {2} still to pay")
    return translate("Till", "Put {0} on account")


def _taking(deed: Deed) -> str:
    if deed.left:
        return translate("Till", "Take {0} {1}, {2} still to pay")
    if deed.change:
        return translate("Till", "Take {0} {1}, give {3} change")
    return translate("Till", "Take {0} {1}")


def cart_words(cart: Cart) -> str:
    """What the open cart's tab says."""
    if cart.returning:
        return translate("Till", "Comes back")
    if cart.back is not None:
        return translate("Till", "Exchange")
    return cart.name or translate("Till", "This cart")


def customer_total(cart: Cart, total: Decimal) -> tuple[str, Decimal]:
    """What the customer's display says the sum is: to pay, or to get."""
    if cart.returning:
        return translate("Till", "You get back"), total
    if cart.back is None:
        return translate("Till", "Total"), total
    rest = total - Decimal(cart.back.worth)
    if rest < 0:
        return translate("Till", "You get back"), -rest
    return translate("Till", "Difference to pay"), rest


def customer_words(known: CustomerFacts) -> str:
    """What a clerk should know of a customer: code, what is owed, phone, when last here."""
    words = [known.code, *([known.level] if known.level else [])]
    if known.owes:
        owes = figures.money_with_sign(known.owes)
        words.append(translate("Till", "owes {0}").format(owes))
    if known.phone:
        words.append(known.phone)
    if known.last_day:
        day = figures.day(clock.day_date(known.last_day))
        words.append(translate("Till", "last here {0}").format(day))
    return "  ·  ".join(words)
