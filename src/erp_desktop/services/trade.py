"""What buying and selling have in common: typed lines become priced lines of a paper.

The two sides are one story with the ends swapped, so the shared part is written once: turning
what a person typed (Decimals) into whole parts, pricing and taxing a document, taking the rest of
an order line, and sharing a line's amounts over the papers that answer it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from erp_desktop.core import clock, errors
from erp_desktop.core.money import (
    ONE_QUANTITY,
    QUANTITY_PLACES,
    money_parts,
    parts,
    price_parts,
    quantity,
    quantity_parts,
)
from erp_desktop.core.tax import Amounts, Priced, PricedDocument, price_document, rate_parts
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.pricing import Asked, own_price, proposed_prices
from erp_desktop.services.catalogue.products import Product, products
from erp_desktop.services.catalogue.supply import offered_prices
from erp_desktop.services.catalogue.units import Unit, chosen_unit, each, units_of
from erp_desktop.services.paper import Line, Paper
from erp_desktop.services.partners.partners import Partner, partner
from erp_desktop.services.purchasing.inspecting import Inspected
from erp_desktop.services.records import LineRow


@dataclass(frozen=True, slots=True)
class TradeLine:
    """One line as somebody agrees it: quantity and price are in `unit`.

    `price` None means what it costs whoever buys (`catalogue/pricing.py`); `unit` "" is the unit
    the product is counted in. `pieces` is how many pieces a weight was (catch weight, L-59).
    """

    product_id: int
    quantity: Decimal
    price: Decimal | None = None
    percent_off: Decimal = Decimal(0)
    discount: Decimal = Decimal(0)
    rate: Decimal | None = None  # tax rate; None means the product's own
    name: str = ""
    note: str = ""
    lot: str | None = None
    expires_on: int | None = None
    unit: str = ""
    pieces: Decimal | None = None
    check: Inspected | None = None  # of goods that arrive
    serials: Sequence[str] = ()
    bin_id: int | None = None  # the shelf it comes from or goes to


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part of a line of an earlier paper: which, and how much of it (in the product's unit)."""

    line_id: int
    quantity: Decimal
    price: Decimal | None = None
    lot: str | None = None
    expires_on: int | None = None
    note: str = ""
    pieces: Decimal | None = None
    in_unit: bool = False  # the price is of one of the unit the line was written in
    check: Inspected | None = None  # of goods that arrive
    serials: Sequence[str] = ()
    bin_id: int | None = None  # the shelf it comes from or goes to


def positive(field: str, value: Decimal) -> int:
    """A quantity in parts that must be above zero. Raises NotPositive."""
    whole = quantity_parts(value)
    if whole <= 0:
        raise errors.NotPositive(field, value)
    return whole


def arrived(value: Decimal, check: Inspected | None) -> int:
    """What is taken in of a line, in parts: nothing only where all of it was rejected."""
    if check is not None and check.rejected > 0 and value == 0:
        return 0
    return positive("quantity", value)


def line_of(product: Product, typed: TradeLine, unit: Unit, price: int) -> Line:
    """A paper's line for a typed one, `price` being of one unit; `price_lines` finds the rest.

    Raises NotPositive, TooManyPlaces, TemplateOnly, NotAmong (tax).
    """
    if product.is_template:
        raise errors.TemplateOnly(product.sku)
    if price < 0:
        raise errors.NotPositive("price", typed.price)
    plain = unit.factor == ONE_QUANTITY
    whole = arrived(
        typed.quantity if plain else typed.quantity * quantity(unit.factor), typed.check
    )
    return Line(
        product_id=product.id,
        sku=product.sku,
        name=typed.name or product.name,
        quantity=whole,
        unit=unit.unit,
        factor=unit.factor,
        price=price if plain else each(price, unit.factor),
        percent_off=parts(typed.percent_off, 6),
        off=money_parts(typed.discount),
        rate=product.tax if typed.rate is None else rate_parts(typed.rate),
        note=typed.note,
        lot=typed.lot,
        expires_on=typed.expires_on,
        pieces=pieces_of(typed.pieces),
        unit_price=None if plain else price,
        serials=serials_text(typed.serials),
        bin_id=typed.bin_id,
    )


def serials_text(serials: Sequence[str]) -> str | None:
    """Serial numbers as a line keeps them."""
    return json.dumps(list(serials), ensure_ascii=False) if serials else None


def pieces_of(typed: Decimal | None) -> int | None:
    """How many pieces a weight was, where somebody said it. Raises NotPositive."""
    if typed is None:
        return None
    if typed < 0:
        raise errors.NotPositive("pieces", typed)
    return quantity_parts(typed)


def lines_of(
    books: Books, typed: Sequence[TradeLine], *, buying: bool, partner_id: int | None = None,
    day: int | None = None,
) -> list[tuple[Product, Line]]:  # fmt: skip
    """The lines of a new paper with their products; what a line says no price of costs what the
    supplier offers it for, or what it costs the customer on that day (today unless said).

    Raises NothingToPost, UnknownProduct, NotAmong (unit).
    """
    if not typed:
        raise errors.NothingToPost
    known = products(books, [line.product_id for line in typed])
    units = units_of(books, [line.product_id for line in typed if line.unit])
    found = []
    for line in typed:
        product = known[line.product_id]
        if buying and product.kind == "kit":
            raise errors.NotStocked(product.sku)
        found.append((product, chosen_unit(units.get(product.id, {}), product.unit, line.unit)))
    open_at = [at for at, line in enumerate(typed) if line.price is None]
    if buying:
        prices = _bought_at(books, [found[at] for at in open_at], partner_id)
    else:
        asked = [
            Asked(*found[at], _asked_parts(typed[at].quantity), typed[at].lot or "")
            for at in open_at
        ]
        on = clock.today() if day is None else day
        prices = [one.price for one in proposed_prices(books, partner_id, asked, on)]
    named = dict(zip(open_at, prices, strict=True))
    return [
        (product, line_of(product, line, unit, _price_at(named, at, line)))
        for at, (line, (product, unit)) in enumerate(zip(typed, found, strict=True))
    ]


def _asked_parts(value: Decimal) -> int:
    """A quantity for the question of its price only: what is wrong with it is said elsewhere."""
    return max(int(value.scaleb(QUANTITY_PLACES)), 0) if value.is_finite() else 0


def _price_at(named: dict[int, int], at: int, line: TradeLine) -> int:
    return named[at] if line.price is None else price_parts(line.price)


def _bought_at(
    books: Books, lines: Sequence[tuple[Product, Unit]], supplier_id: int | None
) -> list[int]:
    """What the supplier offers each of these for, else what it was bought at the last time."""
    offered = offered_prices(books, supplier_id, [one.id for one, _ in lines]) if lines else {}
    return [
        own_price(
            product._replace(purchase_price=offered.get(product.id, product.purchase_price)),
            unit, buying=True,
        )
        for product, unit in lines
    ]  # fmt: skip


def price_lines(
    books: Books, paper: Paper, lines: Sequence[Line], *, included: bool, off: int = 0
) -> PricedDocument:
    """Find every line's net, tax and discount, and the paper's sums."""
    priced = price_document(
        [
            Priced(line.quantity, line.price, line.rate, line.percent_off, line.off)
            if line.unit_price is None
            else Priced(
                line.quantity,
                line.unit_price,
                line.rate,
                line.percent_off,
                line.off,
                per=line.factor,
            )
            for line in lines
        ],
        included=included,
        minor=books.minor,
        whole_discount=off,
    )
    put_amounts(paper, lines, priced.lines)
    paper.tax_included, paper.discount = int(included), off
    return priced


def put_amounts(paper: Paper, lines: Sequence[Line], amounts: Sequence[Amounts]) -> None:
    """Write amounts found for lines onto them, and add them to the paper's sums."""
    for line, amount in zip(lines, amounts, strict=True):
        line.net, line.tax, line.discount = amount.net, amount.tax, amount.discount
    paper.net = sum(line.net for line in paper.lines)
    paper.tax = sum(line.tax for line in paper.lines)
    paper.total = paper.net + paper.tax


def put_partner(books: Books, paper: Paper, partner_id: int | None) -> Partner | None:
    """Freeze the partner's name and address onto the paper (LEDGER L-79); who it is."""
    if partner_id is None:
        return None
    found = partner(books, partner_id)
    paper.partner_id, paper.partner_name = found.id, found.name
    paper.partner_address = found.address
    return found


def part_of(row: LineRow, part: int, before: int, minor: int, *, included: bool = False) -> Line:
    """A line for a part of an earlier line, with its exact share of the amounts (L-34, L-69).

    `included`: the earlier paper's prices contain the tax.

    It is written in the earlier line's unit, unless it opens a pack: five of a case of twelve are
    five pieces, not 0.416667 cases (L-58).
    """
    whole = part == row.quantity or part % row.factor == 0
    amounts = Amounts(row.net, row.tax, row.discount)
    share = amounts.share(before, part, row.quantity, minor, included=included)
    return Line(
        product_id=row.product_id,
        sku=row.sku,
        name=row.name,
        quantity=part,
        unit=row.unit if whole else row.stock_unit,
        factor=row.factor if whole else ONE_QUANTITY,
        unit_price=row.unit_price if whole else None,
        price=row.price,
        percent_off=row.percent_off,
        discount=share.discount,
        rate=row.rate,
        net=share.net,
        tax=share.tax,
        answers_id=row.id,
        lot=row.lot,
        expires_on=row.expires_on,
    )


def put_price(line: Line, price: Decimal, minor: int, *, in_unit: bool = False) -> None:
    """Another price than the line's: of one piece, or of the unit it was written in."""
    whole = price_parts(price)
    if in_unit and line.unit_price is not None:
        line.price, line.unit_price = each(whole, line.factor), whole
    else:
        line.price, line.unit_price = whole, None
    line.net = line.worth(minor)


def spread(
    wanted: Sequence[tuple[int, int]],
    rows: Sequence[LineRow],
    left: dict[int, int],
    refusal: type[errors.RuleBroken] = errors.MoreThanOrdered,
) -> list[tuple[LineRow, int]]:
    """Lay product quantities over the open lines of earlier papers, first line first.

    `wanted` is (product, quantity); `left` says what is open of each line. Raises `refusal`
    (MoreThanOrdered) with what is outstanding of the product in all.
    """
    taken: list[tuple[LineRow, int]] = []
    for product_id, needed in wanted:
        rest = needed
        mine = [row for row in rows if row.product_id == product_id]
        for row in mine:
            part = min(rest, left.get(row.id, 0))
            if part > 0:
                taken.append((row, part))
                left[row.id] -= part
                rest -= part
        if rest:
            sku = mine[0].sku if mine else product_id
            raise refusal(sku, quantity(needed), quantity(needed - rest))
    return taken
