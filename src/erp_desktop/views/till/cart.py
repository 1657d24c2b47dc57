"""The cart: what a customer wants to buy, before it is a document.

Plain values and exact arithmetic, no window. Its amounts come from the one calculation that the
posting uses (`core.tax`), so that the screen and the receipt say the same to the penny.
"""

import uuid
from dataclasses import dataclass, field, fields
from decimal import ROUND_CEILING, Decimal
from typing import Any, NamedTuple

from erp_desktop.core.errors import DiscountTooLarge, NotPositive
from erp_desktop.core.money import (
    ZERO,
    decimal_from,
    divided,
    money,
    money_parts,
    parts,
    price_parts,
    quantity_parts,
    value_of,
)
from erp_desktop.core.tax import HUNDRED, Priced, PricedDocument, price_document
from erp_desktop.reports.till_rows import TillFacts, Ware
from erp_desktop.services.sales.exchanging import Exchange
from erp_desktop.services.sales.return_rules import STOCK, Came
from erp_desktop.services.sales.returning import ReturnFromCustomer
from erp_desktop.services.sales.till import PaidBy, SellAtTill
from erp_desktop.services.trade import PartLine, TradeLine

ACCOUNT = "account"  # not a payment: the customer owes it


@dataclass(slots=True)
class CartLine:
    """One line: so much of a product, at a price, less a discount in per cent or in money."""

    product_id: int
    sku: str
    name: str
    unit: str
    price: Decimal
    rate: int
    goods: bool
    on_hand: Decimal
    quantity: Decimal = Decimal(1)
    percent_off: Decimal = ZERO
    off: Decimal = ZERO
    code: str = ""  # what was scanned, where that brings its own price
    factor: Decimal = Decimal(1)  # how many of the product's own unit one of `unit` holds
    lot: str = ""
    use_by: int | None = None  # the lot's last day
    usual: Decimal = ZERO  # the price that the lot's own stands in for
    track: str = "none"
    catch_unit: str = ""  # what its pieces are called, where they are kept beside the weight
    pieces: Decimal = ZERO
    serials: list[str] = field(default_factory=list)  # one for each piece, as they were scanned
    fixed: bool = False  # the price was typed, or stood on the label
    why: str = ""  # what the customer's price rests on, in words

    @classmethod
    def of(cls, ware: Ware, code: str = "") -> "CartLine":
        return cls(
            ware.id, ware.sku, ware.name, ware.unit, ware.price, ware.rate, ware.goods,
            ware.on_hand, ware.times, code=code, factor=ware.factor, lot=ware.lot,
            use_by=ware.use_by, usual=ware.usual or ware.price, track=ware.track,
            catch_unit=ware.catch_unit,
            pieces=ware.pieces or Decimal(1) if ware.catch_unit else ZERO,
            serials=[ware.serial] if ware.serial else [], fixed=ware.labelled,
        )  # fmt: skip

    def takes(self, ware: Ware) -> bool:
        """Whether another scan of the product adds to this line."""
        plain = not self.percent_off and not self.off
        same = (self.product_id, self.unit, self.lot) == (ware.id, ware.unit, ware.lot)
        follows = not self.fixed and not ware.labelled  # whatever it costs this customer
        return same and plain and (follows or self.price == ware.price)

    def add(self, ware: Ware) -> None:
        """Another scan of it. A serial number is one piece: it names one that is in the cart
        without a number, else it is one more; the same number again changes nothing."""
        self.on_hand = ware.on_hand
        if ware.serial in self.serials:
            return
        if not ware.serial or self.quantity <= len(self.serials):
            self.quantity += ware.times
        if self.catch_unit:
            self.pieces += ware.pieces or Decimal(1)
        if ware.serial:
            self.serials.append(ware.serial)

    @property
    def near(self) -> bool:
        """Whether it costs less because its lot is to be used soon."""
        return bool(self.lot) and self.price < self.usual

    def priced(self) -> Priced:
        return Priced(
            quantity_parts(self.quantity), price_parts(self.price), self.rate,
            parts(self.percent_off, 6), money_parts(self.off),
        )  # fmt: skip


@dataclass(slots=True)
class Back:
    """What a customer brought back of an earlier sale, to be exchanged for this cart.

    `parts` are (line of that sale, quantity) as text; the rest is as the return page was told.
    """

    sale_id: int
    number: str
    worth: str
    parts: list[list[str]]
    reason: str = ""
    words: str = ""
    goes: str = ""


@dataclass(slots=True)
class Cart:
    """All lines, the discount on the whole, the customer, and what was already paid.

    `returning` turns it around: its lines come back, without a receipt, and money is given.
    """

    lines: list[CartLine] = field(default_factory=list)
    percent_off: Decimal = ZERO
    off: Decimal = ZERO
    customer_id: int | None = None
    customer: str = ""
    paid: list[PaidBy] = field(default_factory=list)
    held_at: int | None = None
    code: str = field(default_factory=lambda: uuid.uuid4().hex)
    name: str = ""  # what it is held under
    approvals: list[int] = field(default_factory=list)
    below_stock: bool = False
    allow_expired: bool = False
    over_limit: bool = False
    returning: bool = False
    reason: str = ""
    goes: str = STOCK  # where goods that came back without a receipt go
    back: Back | None = None

    def put(self, ware: Ware, code: str = "") -> int:
        """One more of a product; the row it went to."""
        for row, line in enumerate(self.lines):
            if line.takes(ware):
                line.add(ware)
                return row
        self.lines.append(CartLine.of(ware, code))
        return len(self.lines) - 1

    def by_lot(self, product_id: int) -> dict[str, Decimal]:
        """How much of a product is in the cart by lot; "" is without a name."""
        found: dict[str, Decimal] = {}
        for line in self.lines:
            if line.product_id == product_id:
                much = line.quantity * line.factor
                found[line.lot] = found.get(line.lot, ZERO) + much
        return found

    def pieces(self) -> Decimal:
        """How many pieces in all; goods sold by weight count as one."""
        whole = Decimal(0)
        for line in self.lines:
            fraction = line.quantity != line.quantity.to_integral_value()
            whole += 1 if fraction else line.quantity
        return whole

    def whole_off(self, facts: TillFacts) -> int:
        """The discount on the whole cart in money parts, never more than the cart comes to."""
        if self.returning or not (self.percent_off or self.off):
            return 0
        base = basis(self._priced(facts, 0), facts)
        off = money_parts(self.off)
        if self.percent_off:
            off = divided(base * parts(self.percent_off, 6), HUNDRED * facts.minor) * facts.minor
        return min(off, base)

    def amounts(self, facts: TillFacts) -> PricedDocument:
        """Every line's amount and the cart's sums, as they will be posted."""
        return self._priced(facts, self.whole_off(facts))

    def _priced(self, facts: TillFacts, off: int) -> PricedDocument:
        return price_document(
            [line.priced() for line in self.lines],
            included=facts.tax_included, minor=facts.minor, whole_discount=off,
        )  # fmt: skip

    def due(self, facts: TillFacts, method: str = "") -> Decimal:
        """What is still to pay (below zero: to give back), by this means."""
        total = money(self.amounts(facts).total, facts.places)
        worth = Decimal(self.back.worth) if self.back else ZERO
        due = total - worth - sum((part.amount for part in self.paid), ZERO)
        return due - self.let_off(facts, method, due)

    def let_off(self, facts: TillFacts, method: str, due: Decimal | None = None) -> Decimal:
        """What is let off of a sale that cash completes (抹零): down to the smallest coin."""
        plain = not (self.returning or self.back)
        owed = any(part.method == ACCOUNT for part in self.paid)
        if method != "cash" or not facts.step or not plain or owed:
            return ZERO
        rest = self.due(facts) if due is None else due
        return rest % facts.step if rest > 0 else ZERO

    def take_part_back(self, at: int) -> None:
        """Forget a part that was paid, as they are listed: what was brought back stands first."""
        if self.back is None:
            del self.paid[at]
        elif at:
            del self.paid[at - 1]
        else:
            self.back = None

    def gives_back(self, due: Decimal) -> bool:
        """Whether the customer gets money for this cart."""
        return self.returning or (self.back is not None and due < 0 and not self.paid)

    def command(self, facts: TillFacts, last: PaidBy | None, let_off: Decimal = ZERO) -> SellAtTill:
        """The sale: the parts paid before and the last one; what is on account stays unpaid."""
        given = [*self.paid, last] if last else list(self.paid)
        return SellAtTill(
            lines=self._trade_lines(),
            payments=[part for part in given if part.method != ACCOUNT and part.amount],
            place_id=facts.place_id,
            customer_id=self.customer_id,
            discount=money(self.whole_off(facts)),
            rounding=let_off,
            external_id=f"till-{self.code}",
            approvals=tuple(self.approvals),
            codes=tuple(line.code for line in self.lines),
            below_stock=self.below_stock,
            allow_expired=self.allow_expired,
            over_limit=self.over_limit,
        )

    def exchange(self, facts: TillFacts, last: PaidBy | None, refund_by: str) -> Exchange:
        """The exchange of what was brought back for this cart."""
        back = self.back
        if back is None:
            raise AssertionError("nothing was brought back")
        parts = [PartLine(int(line), Decimal(much)) for line, much in back.parts]
        came = Came(back.reason, back.words, back.goes or STOCK)
        returned = ReturnFromCustomer(
            back.sale_id, parts=parts, came=[came] * len(parts), reason=back.reason,
            external_id=f"till-{self.code}-back", approvals=tuple(self.approvals),
        )  # fmt: skip
        return Exchange(returned, self.command(facts, last), refund_by)

    def without_receipt(self, facts: TillFacts, method: str) -> ReturnFromCustomer:
        """What comes back without a receipt, paid back by a means, at the prices of the cart."""
        came = Came(self.reason or "other", went_to=self.goes)
        return ReturnFromCustomer(
            customer_id=self.customer_id, place_id=facts.place_id, lines=self._trade_lines(),
            refunds=[] if method == ACCOUNT else [PaidBy(method, self.due(facts))],
            reason=self.reason, external_id=f"till-{self.code}",
            came=[came] * len(self.lines), approvals=tuple(self.approvals),
        )  # fmt: skip

    def _trade_lines(self) -> list[TradeLine]:
        return [
            TradeLine(
                line.product_id,
                line.quantity,
                line.price,
                line.percent_off,
                line.off,
                unit=line.unit if line.factor != 1 else "",
                lot=line.lot or None,
                serials=tuple(line.serials[: int(line.quantity)]),
                pieces=line.pieces or None,
            )
            for line in self.lines
        ]


def basis(priced: PricedDocument, facts: TillFacts) -> int:
    """The sum in the basis of the prices: with tax where prices contain it."""
    return priced.total if facts.tax_included else priced.net


def most_off(cart: Cart, facts: TillFacts) -> Decimal:
    """The largest part of a line's listed amount that is taken off, in percent.

    A share rounded up by the smallest coin is nobody's doing.
    """
    priced, most = cart.amounts(facts), ZERO
    for line, amount in zip(cart.lines, priced.lines, strict=True):
        listed = value_of(quantity_parts(line.quantity), price_parts(line.price), facts.minor)
        off = amount.discount - facts.minor
        if off > 0 and listed > 0:
            most = max(most, Decimal(off) * 100 / Decimal(listed))
    return most


def discount_from(text: str) -> tuple[Decimal, Decimal]:
    """What people type for a discount: '10%' is per cent, '1.50' is money; nothing takes it off.

    Raises NotANumber, NotPositive, DiscountTooLarge.
    """
    typed = text.strip().replace("％", "%")
    if not typed:
        return ZERO, ZERO
    value = decimal_from(typed.removesuffix("%"))
    if value < 0:
        raise NotPositive("discount", value)
    if not typed.endswith("%"):
        money_parts(value)
        return ZERO, value
    if value > 100:
        raise DiscountTooLarge(f"{value}%", "100%")
    return value, ZERO


class Deed(NamedTuple):
    """What the one button does: take `amount` by the means, give `change`, `left` still to pay.

    `whole` when the sale is then complete; `refused` when this cannot be taken; `back` when
    `given` is what the customer gets.
    """

    method: str
    given: Decimal
    change: Decimal
    left: Decimal
    refused: bool = False
    back: bool = False

    @property
    def whole(self) -> bool:
        return not self.left and not self.refused


def deed_of(due: Decimal, method: str, given: Decimal | None, *, giving: bool = False) -> Deed:
    """Nothing given means exactly what is due. Only cash gives change.

    `giving` turns it around: what is due goes to the customer.
    """
    if giving:
        return Deed(method, abs(due), ZERO, ZERO, back=True)
    amount = due if given is None else given
    if due < 0 or amount < 0 or (method != "cash" and amount > due):
        return Deed(method, amount, ZERO, ZERO, refused=True)
    return Deed(method, amount, max(amount - due, ZERO), max(due - amount, ZERO))


def quick_amounts(due: Decimal, places: int) -> list[Decimal]:
    """The notes people hand over: the next round amounts above what is due."""
    if due <= 0:
        return []
    unit = 1 if places else 100
    steps = [Decimal(step * unit) for step in (5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10000)]
    above = {(due / step).to_integral_value(ROUND_CEILING) * step for step in steps}
    return sorted(amount for amount in above if amount > due)[:3]


# -- kept as a draft ---------------------------------------------------------------------------


def cart_content(cart: Cart) -> dict[str, Any]:
    """A cart as plain JSON; amounts as text, so that nothing is rounded."""
    content = _plain(cart)
    content["lines"] = [_texts(_plain(line)) for line in cart.lines]
    content["paid"] = [_texts(_plain(part)) for part in cart.paid]
    content["back"] = _plain(cart.back) if cart.back else None
    return _texts(content)


def cart_from(content: dict[str, Any]) -> Cart:
    """A kept cart again."""
    known = {one.name for one in fields(Cart)}
    given = {name: value for name, value in content.items() if name in known}
    given["lines"] = [CartLine(**_decimals(line, _LINE)) for line in given.get("lines", [])]
    given["paid"] = [PaidBy(part["method"], Decimal(part["amount"])) for part in given["paid"]]
    given["back"] = Back(**given["back"]) if given.get("back") else None
    return Cart(**_decimals(given, ("percent_off", "off")))


def _plain(value: Any) -> dict[str, Any]:
    """The fields as they are; `asdict` would copy every one of them, at every scan."""
    return {name: getattr(value, name) for name in value.__slots__}


_LINE = ("price", "on_hand", "quantity", "percent_off", "off", "factor", "usual", "pieces")


def _texts(values: dict[str, Any]) -> dict[str, Any]:
    return {k: str(v) if isinstance(v, Decimal) else v for k, v in values.items()}


def _decimals(values: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {k: Decimal(v) if k in names else v for k, v in values.items()}
