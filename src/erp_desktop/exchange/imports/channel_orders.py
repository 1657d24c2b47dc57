"""Sales orders out of a channel's export: each comes to the total that the channel says.

What was taken off and what was charged beside the goods is carried by the lines: a line's price is
the channel's, its discount what makes its amount exact, shipping is a line of its own. So an order
here and the order there agree to the cent, whichever way the shop writes its prices.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, Decimal
from functools import partial
from pathlib import Path

from erp_desktop.core import errors
from erp_desktop.core.allocation import shared
from erp_desktop.core.money import money, money_parts, price_parts, quantity_parts, value_of
from erp_desktop.core.states import Kind, State
from erp_desktop.exchange.imports.channel_goods import Goods, customer, read_links, service
from erp_desktop.exchange.imports.channel_rows import (
    ZERO,
    ChannelOrder,
    Money,
    amount_of,
    gathered,
    money_of,
    stated_total,
)
from erp_desktop.exchange.imports.channels import CHANNELS, FIELDS, Channel
from erp_desktop.exchange.imports.intake import ImportKind, Intake, SourceRow
from erp_desktop.exchange.problems import Wrong
from erp_desktop.models.books import Books
from erp_desktop.services.ordering import WriteOrder, confirm_order
from erp_desktop.services.shop.channel_links import link_titles
from erp_desktop.services.trade import TradeLine

ONE = Decimal(1)
_NOT_NEGATIVE = ("price", "amount", "line_discount", "line_shipping", "discount", "shipping",
                 "taxes", "total")  # fmt: skip


@dataclass(slots=True)
class _Sums:
    """What the report tells beside the orders."""

    of: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    orders: int = 0
    undated: int = 0


def take_in(books: Books, intake: Intake, channel: Channel) -> None:
    """Confirm the orders of a channel's export, all or none. Raises FileUnreadable and
    UnknownProduct for a file of links."""
    if intake.options.get("links"):
        link_titles(books, read_links(books, channel.code, Path(intake.options["links"])))
    _Import(books, intake, channel).run()


class _Import:
    """One channel's file on its way into the books."""

    def __init__(self, books: Books, intake: Intake, channel: Channel) -> None:
        self.books, self.intake, self.channel = books, intake, channel
        self.sums = _Sums()
        paid_known = "paid_at" in intake.mapping.columns
        self.orders = gathered(intake.rows, paid_known=paid_known)
        # an order without its goods, unless a column with them was chosen by hand
        self.whole = channel.whole and not {"sku", "name"} & set(intake.mapping.columns)
        self.goods = None if self.whole else Goods(books, intake, channel)
        self.found: dict[int, int] = {}  # product of a row, by the row's identity

    def run(self) -> None:
        before = self._before()
        wanted: list[tuple[ChannelOrder, Money]] = []
        for order in self.orders.values():
            if order.number in before:
                order.left_out += [(row, "imported_before") for row in order.rows]
                order.rows = []
            made = self._checked(order) if order.rows else None
            if made is not None:
                wanted.append((order, made))
            self._count(order, made)
        self.intake.stop_if_faulty()
        buyer = customer(self.books, self.intake, self.channel)
        for at, (order, made) in enumerate(wanted, 1):
            self._confirm(buyer, order, made)
            self.intake.went_on(at, len(wanted))
        self._tell()

    def _before(self) -> set[str]:
        """Orders of this channel that stand already."""
        sql = (
            "SELECT d.reference FROM document d JOIN partner p ON p.id = d.partner_id "
            "WHERE d.kind = ? AND d.batch_id IS NOT NULL AND p.code = ? AND d.state IN (?, ?)"
        )
        facts = (Kind.SALES_ORDER, self.channel.code, State.CONFIRMED, State.CLOSED)
        return {row[0] for row in self.books.rows(sql, facts)}

    # -- checking --------------------------------------------------------------------------------

    def _checked(self, order: ChannelOrder) -> Money | None:
        """What the order is made of; None when something is wrong, which is told."""
        told = len(self.intake.report.problems)
        for row in order.rows:
            self._check_row(row)
        self.intake.check_date(order.first, "at")
        currency = order.once.get("currency")
        own = self.books.setting("currency")
        if currency is not None and (currency.text("currency") or own).upper() != own:
            self.intake.problem(currency, "currency", Wrong.OTHER_CURRENCY, own)
        columns = self.intake.mapping
        unread = any(row.told(name, columns) for row in order.rows for name in columns.columns)
        if unread or len(self.intake.report.problems) > told:
            return None
        made = money_of(order)
        if made is None or made.total < 0 or any(amount < 0 for amount in made.goods):
            name = "payout" if order.has("payout") else "total"
            row, would_be = order.once.get(name, order.first), f"{_shown(_plain_total(order)):f}"
            self.intake.problem(row, name, Wrong.NOT_ADDING_UP, would_be)
            return None
        return made

    def _check_row(self, row: SourceRow) -> None:
        quantity = row.decimal("quantity")
        if quantity is not None and quantity <= 0:
            self.intake.problem(row, "quantity", Wrong.NOT_POSITIVE, "1")
        for name in _NOT_NEGATIVE:
            value = row.decimal(name)
            if value is not None and value < 0:
                self.intake.problem(row, name, Wrong.NEGATIVE, f"{abs(value):f}")
        unread = any(row.told(name, self.intake.mapping) for name in ("amount", "price"))
        if row.decimal("amount") is None and row.decimal("price") is None and not unread:
            self.intake.problem(row, "price", Wrong.MISSING)
        if self.goods is not None:
            found = self.goods.product_of(row)
            if found is not None:
                self.found[id(row)] = found

    def _count(self, order: ChannelOrder, made: Money | None) -> None:
        """Every row of the file, with its share of what the orders come to."""
        report = self.intake.report
        rest = made.total if made else stated_total(order)
        rest -= sum(map(amount_of, order.rows), ZERO)
        for at, row in enumerate(order.rows):
            report.came.add("order_lines", amount_of(row) + (rest if at == 0 else ZERO))
        whole = not order.rows
        rest = stated_total(order) - sum((amount_of(row) for row, _ in order.left_out), ZERO)
        for at, (row, reason) in enumerate(order.left_out):
            more = rest if whole and at == 0 else ZERO
            report.stayed.add(reason, amount_of(row) + more)

    # -- writing ---------------------------------------------------------------------------------

    def _confirm(self, buyer: int, order: ChannelOrder, made: Money) -> None:
        at = order.once["at"].instant("at") if order.has("at") else None
        command = WriteOrder(
            Kind.SALES_ORDER, buyer, self._lines(order, made), at=at or None,
            reference=order.number, note=self._note(order), batch_id=self.intake.batch_id,
        )  # fmt: skip
        try:
            posted = confirm_order(self.books, command)
        except errors.RuleBroken as refusal:
            self.intake.refused(order.first, "number", refusal)
            return
        booked = self.books.value("SELECT total FROM document WHERE id = ?", (posted.id,))
        if booked != money_parts(made.total):
            self.intake.problem(order.first, "total", Wrong.NOT_ADDING_UP, f"{money(booked):f}")
        self.sums.orders += 1
        self.sums.undated += at is None
        self.sums.of["other"] += made.other

    def _lines(self, order: ChannelOrder, made: Money) -> list[TradeLine]:
        places, minor = self.books.money_places, self.books.minor
        amounts = _amounts(made, minor, included=self.books.tax_included)
        rate = _rate(made, included=self.books.tax_included)
        lines = [
            _line(self._product(row), row.decimal("quantity") or ONE,
                  None if row.decimal("amount") is not None else row.decimal("price"),
                  amount, rate, places)
            for row, amount in zip(order.rows, amounts, strict=False)
        ]  # fmt: skip
        beside = zip(("SHIPPING", "CHANNEL-OTHER"), amounts[len(order.rows) :], strict=True)
        for sku, amount in beside:
            if amount:
                product_id = service(self.books, self.intake, sku)
                lines.append(_line(product_id, ONE, None, amount, rate, places))
        return lines

    def _product(self, row: SourceRow) -> int:
        if self.whole:
            return service(self.books, self.intake, "CHANNEL-ORDER")
        return self.found[id(row)]

    def _note(self, order: ChannelOrder) -> str:
        """What else the channel says of the money, for whoever looks the order up."""
        chinese = self.books.setting("language").startswith("zh")
        subsidy = sum(
            (row.decimal(name) or ZERO for row in order.rows for name in ("subsidy", "subsidy_2")),
            ZERO,
        )
        said = []
        for name, amount, words in (
            ("fees", order.said("fees"), ("Fees of the channel", "平台手续费")),
            ("subsidies", subsidy, ("Paid by the channel", "平台承担优惠")),
            ("refunds", order.said("refunded"), ("Paid back", "退款")),
        ):
            if amount:
                # what an order without its goods came to is told after what was paid back
                self.sums.of["" if name == "refunds" and self.whole else name] += amount
                said.append(f"{words[chinese]}: {_shown(amount):f}")
        return "\n".join(said)

    def _tell(self) -> None:
        report = self.intake.report
        report.note("channel", channel=self.channel.customer, orders=self.sums.orders)
        if self.whole and self.sums.orders:
            report.note("no_goods")
        if self.sums.undated:
            report.note("undated", count=self.sums.undated)
        for name in ("fees", "subsidies", "refunds", "other"):
            if self.sums.of[name]:
                report.note(f"channel_{name}", sum=f"{_shown(self.sums.of[name]):f}")


def _amounts(made: Money, minor: int, *, included: bool) -> list[int]:
    """What each line comes to in the shop's own way of writing prices, then shipping and other.

    Parts of money, whole minor units; they add up to the order's total, less its tax where prices
    are without.
    """
    parts = [_minor(amount, minor) for amount in (*made.goods, made.shipping, made.other)]
    off, goods = _minor(made.discount, minor), len(made.goods)
    among = goods if sum(parts[:goods]) >= off else len(parts)
    shares = shared(off, parts[:among], minor) + [0] * (len(parts) - among)
    parts = [part - share for part, share in zip(parts, shares, strict=True)]
    taxes = _minor(made.taxes, minor)
    change = 0
    if made.on_top and included:
        change = taxes
    elif not made.on_top and not included:
        change = -taxes
    if change:
        more = shared(change, parts, minor)
        parts = [part + share for part, share in zip(parts, more, strict=True)]
    return parts


def _rate(made: Money, *, included: bool) -> Decimal | None:
    """The tax rate that gives the file's tax; None: each product's own, within the price."""
    net = made.total - made.taxes
    if made.taxes and net > 0:
        return round(made.taxes / net * 100, 6)
    return None if included else ZERO


def _line(
    product_id: int, quantity: Decimal, price: Decimal | None, amount: int, rate: Decimal | None,
    places: int,
) -> TradeLine:  # fmt: skip
    """A line that comes to exactly this amount."""
    step = ONE.scaleb(-places)
    exact = (money(amount) / quantity).quantize(step, ROUND_CEILING)
    each = exact if price is None else price
    minor = money_parts(step)
    whole = value_of(quantity_parts(quantity), price_parts(each), minor)
    if whole < amount:
        each, whole = exact, value_of(quantity_parts(quantity), price_parts(exact), minor)
    return TradeLine(product_id, quantity, each, discount=money(whole - amount), rate=rate)


def _minor(amount: Decimal, minor: int) -> int:
    return round(amount * 10**4 / minor) * minor


def _plain_total(order: ChannelOrder) -> Decimal:
    goods: Sequence[Decimal] = [amount_of(row) for row in order.rows]
    return sum(goods, ZERO) - order.said("discount") + order.said("shipping")


def _shown(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"))


def channel_kinds(orders: ImportKind) -> tuple[ImportKind, ...]:
    """The exports of the channels, as variants of the import of sales orders."""
    return tuple(
        ImportKind(
            orders.name,
            channel.name,
            tuple(one for one in FIELDS if one.name in channel.columns or one.name in _ALWAYS),
            partial(take_in, channel=channel),
            {"links": ""},
            marks=channel.marks,
            columns=dict(channel.columns),
            channel=channel.code,
        )
        for channel in CHANNELS
    )


_ALWAYS = ("sku", "name", "at", "total", "shipping", "discount")  # may be chosen by hand
