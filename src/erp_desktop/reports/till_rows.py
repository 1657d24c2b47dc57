"""What the till asks of the books: its own facts, products to sell, sales to take back.

Rows are plain values in Decimals; the windows import no tables.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core import clock
from erp_desktop.core.allocation import cumulative
from erp_desktop.core.barcode import whole_code
from erp_desktop.core.money import ZERO, money, price, quantity, quantity_parts
from erp_desktop.core.states import Kind
from erp_desktop.core.tax import Amounts
from erp_desktop.models.books import Books, marks
from erp_desktop.services.catalogue.availability import stock_of
from erp_desktop.services.catalogue.pricing import IN_USE, own_price
from erp_desktop.services.catalogue.products import product
from erp_desktop.services.catalogue.scanning import by_code
from erp_desktop.services.catalogue.search import find_products
from erp_desktop.services.catalogue.units import units_of
from erp_desktop.services.finance.means import Means, means_offered
from erp_desktop.services.finance.settling import open_items, rounding_of
from erp_desktop.services.records import answered, find_document, record, require
from erp_desktop.services.sales.shifts import Shift, open_shift_of
from erp_desktop.services.stock.places import warehouses
from erp_desktop.services.users.rights import Rights, person_name, rights_of

LOOKED_BACK = 2_000  # lines of sales that the quick items are chosen from …
OF_LATE = 20_000  # … among the last lines of all documents


class TillFacts(NamedTuple):
    """What the till must know of its shop. `minor` is the currency's smallest amount in parts.

    `step` is the smallest coin that cash is rounded down to (抹零), 0 where nothing is let off.
    """

    shop: str
    places: int
    minor: int
    tax_included: bool
    place_id: int
    place: str
    person: str
    person_id: int | None
    till: str
    currency: str
    means: tuple[Means, ...]
    rights: Rights
    shift: Shift | None
    needs_shift: bool
    step: Decimal
    levels: bool = False  # whether prices may differ by customer


def till_facts(books: Books) -> TillFacts:
    """The shop as its till sees it; it sells from the shop's first warehouse."""
    where = warehouses(books)[0]
    return TillFacts(
        shop=books.setting("name"),
        places=books.money_places,
        minor=books.minor,
        tax_included=books.tax_included,
        place_id=where.id,
        place=where.name,
        person=person_name(books),
        person_id=books.user_id,
        till=books.till or "1",
        currency=books.setting("currency"),
        means=means_offered(books),
        rights=rights_of(books),
        shift=open_shift_of(books, books.till or "1"),
        needs_shift=books.setting("till_needs_shift") == "1",
        step=Decimal(books.setting("till_rounding") or 0),
        levels=books.setting(IN_USE) == "1",
    )


class Ware(NamedTuple):
    """A product as the till sells it. `rate` is its tax in percent parts; `times` how many stock
    units one scan stands for; a case has its own unit and price, and holds `factor` of them."""

    id: int
    sku: str
    name: str
    unit: str
    price: Decimal
    rate: int
    on_hand: Decimal
    goods: bool
    times: Decimal = Decimal(1)
    factor: Decimal = Decimal(1)
    lot: str = ""  # what the code said of it, or the lot that goes first
    serial: str = ""
    track: str = "none"
    catch_unit: str = ""  # what its pieces are called, where it is sold by weight and kept in both
    pieces: Decimal | None = None  # that the scanned label is for
    labelled: bool = False  # the price stood on the label
    use_by: int | None = None  # the lot's last day
    lot_state: str = "good"  # or expired, blocked
    blocked: str = ""  # why
    usual: Decimal = Decimal(0)  # the price that the lot's own stands in for; 0 where none does


_WARE = (
    "SELECT p.id, p.sku, p.name, p.unit, p.price, p.tax, {held}, p.kind, p.track, "
    "COALESCE(p.catch_unit, '') FROM product p "
)


def _ware_row(books: Books, product_id: int, place_id: int) -> Sequence[object] | None:
    held = stock_of("on_hand", "p", place_id)
    return books.row(_WARE.format(held=held) + "WHERE p.id = ?", (product_id,))


def _ware(books: Books, row: Sequence[object], times: int = 1_000_000) -> Ware:
    ident, sku, name, unit, cost, rate, held, kind, track, catch = row
    return Ware(
        int(str(ident)), str(sku), str(name), str(unit), price(int(str(cost)), books.money_places),
        int(str(rate)), quantity(int(str(held))), kind != "service", quantity(times),
        track=str(track), catch_unit=str(catch),
    )  # fmt: skip


def ware(books: Books, product_id: int, place_id: int) -> Ware | None:
    """One product with what is on hand at the till's place."""
    row = _ware_row(books, product_id, place_id)
    return None if row is None else _ware(books, row)


def scanned_ware(books: Books, code: str, place_id: int) -> Ware | None:
    """What a barcode or SKU stands for, at a case's or a label's own price; None when unknown."""
    found = by_code(books, code)
    if found is None:
        return None
    row = _ware_row(books, found.product.id, place_id)
    if row is None:
        return None
    if found.unit and found.quantity:
        return _in_unit(books, _ware(books, row), found.unit)
    one = _ware(books, row, found.quantity)._replace(
        lot=found.lot, serial=found.serial, pieces=found.pieces
    )  # fmt: skip
    if found.price is None:
        return one
    return one._replace(price=price(found.price, books.money_places), labelled=True)


def _in_unit(books: Books, one: Ware, unit: str) -> Ware:
    """A case's own code is one case, at the case's price (LEDGER L-60)."""
    case = units_of(books, [one.id])[one.id][unit]
    holds = quantity(case.factor)
    asked = own_price(product(books, one.id), case, buying=False)
    return one._replace(
        unit=unit, price=price(asked, books.money_places), on_hand=one.on_hand // holds,
        factor=holds,
    )  # fmt: skip


def wares(books: Books, text: str, place_id: int, limit: int = 9) -> list[Ware]:
    """Products to choose from while a name, a code or initials are typed."""
    return [
        Ware(hit.id, hit.sku, hit.name, hit.unit, price(hit.price, books.money_places), hit.tax,
             quantity(hit.on_hand), hit.kind != "service")
        for hit in find_products(books, text, limit, place_id)
        if not hit.is_template
    ]  # fmt: skip


def on_hand(books: Books, product_ids: Sequence[int], place_id: int) -> dict[int, Decimal]:
    """What is on hand of these products at a place."""
    found = dict.fromkeys(product_ids, Decimal(0))
    for product_id, held in books.rows(
        f"SELECT p.id, {stock_of('on_hand', 'p', place_id)} FROM product p "  # noqa: S608
        f"WHERE p.id IN ({marks(product_ids)})",
        product_ids,
    ) if product_ids else ():  # fmt: skip
        found[product_id] = quantity(held)
    return found


def quick_wares(books: Books, place_id: int, limit: int = 5) -> list[Ware]:
    """What is often sold and has no barcode to scan: bags, wrapping, delivery."""
    ids = [
        row[0]
        for row in books.rows(
            "SELECT t.product_id, count(*) FROM (SELECT l.product_id FROM document_line l "
            "WHERE l.id > (SELECT line_id - ? FROM ledger_head) AND EXISTS "
            "(SELECT 1 FROM document d WHERE d.id = l.document_id AND d.kind = 'sale') "
            "ORDER BY l.id DESC LIMIT ?) t JOIN product p ON p.id = t.product_id "
            "WHERE p.active AND NOT EXISTS (SELECT 1 FROM barcode c WHERE c.product_id = p.id) "
            "GROUP BY t.product_id ORDER BY count(*) DESC, t.product_id LIMIT ?",
            (OF_LATE, LOOKED_BACK, limit),
        )
    ]
    found = (ware(books, product_id, place_id) for product_id in ids)
    return [one for one in found if one is not None]


def code_is_free(books: Books, code: str) -> bool:
    """Whether a scanned code may be linked to a product."""
    return by_code(books, whole_code(code)) is None


class CustomerFacts(NamedTuple):
    """A customer at the till: what is owed by now, and when they were last here (a day)."""

    id: int
    name: str
    code: str
    phone: str
    owes: Decimal
    last_day: int | None
    level: str = ""


def customer_by_code(books: Books, text: str) -> tuple[int, str] | None:
    """The customer with exactly this code or phone (a member's card): id and name."""
    row = books.row(
        "SELECT id, name FROM partner WHERE is_customer AND active AND (code = ? OR phone = ?) "
        "ORDER BY id LIMIT 1",
        (text, text),
    )
    return (row[0], row[1]) if row is not None and text else None


def customer_facts(books: Books, customer_id: int) -> CustomerFacts | None:
    """What a clerk should know of the customer at the till."""
    row = books.row(
        "SELECT a.id, a.name, a.code, a.phone, COALESCE(v.name, '') FROM partner a LEFT JOIN "
        "price_level v ON v.id = a.price_level_id AND v.active WHERE a.id = ?",
        (customer_id,),
    )
    if row is None:
        return None
    owed = sum(item.amount for item in open_items(books, ("sale", "invoice"), customer_id))
    last = books.value(
        "SELECT MAX(happened_at) FROM document WHERE partner_id = ? AND kind = 'sale'",
        (customer_id,),
    )
    return CustomerFacts(
        row[0], row[1], row[2], row[3] or "", money(owed, books.money_places),
        clock.day_of(last) if last else None, row[4],
    )  # fmt: skip


class SoldLine(NamedTuple):
    """A line of a sale that may come back: how much was sold, how much came back already.

    `net` and `tax` are what was paid for the whole line, in money parts; `included`: its price
    contained the tax.
    """

    line_id: int
    product_id: int
    sku: str
    name: str
    unit: str
    sold: Decimal
    back: Decimal
    net: int
    tax: int
    included: bool = True

    @property
    def returnable(self) -> Decimal:
        return self.sold - self.back


class SoldSale(NamedTuple):
    """A till sale, as the return page shows it. `methods` are the means it was paid by."""

    id: int
    number: str
    at: int
    customer_id: int | None
    customer: str
    total: Decimal
    methods: tuple[str, ...]
    lines: tuple[SoldLine, ...]
    let_off: int = 0  # of the whole sale (抹零), in money parts
    whole: int = 0  # its total, in money parts


def sold_sale(books: Books, sale_id: int) -> SoldSale:
    """A sale whose goods may come back. Raises UnknownDocument, WrongDocument."""
    found = record(books, sale_id)
    head = found.header
    require(head, [Kind.SALE], ["posted"])
    done = answered(books, [line.id for line in found.lines], [Kind.SALES_RETURN])
    lines = tuple(
        SoldLine(x.id, x.product_id or 0, x.sku, x.name, x.unit, quantity(x.quantity),
                 quantity(done[x.id].quantity if x.id in done else 0), x.net, x.tax,
                 bool(head.tax_included))
        for x in found.lines
    )  # fmt: skip
    methods = books.rows(
        "SELECT method FROM payment WHERE document_id = ? ORDER BY position", (head.id,)
    )
    return SoldSale(
        head.id, head.called, head.happened_at, head.partner_id, head.partner_name,
        money(head.total, books.money_places), tuple(row[0] for row in methods), lines,
        rounding_of(books, head.id), head.total,
    )  # fmt: skip


def sale_by_number(books: Books, reference: str) -> int:
    """The id of a till sale by its receipt number; a bare running number finds the newest such.

    Raises UnknownDocument, WrongDocument.
    """
    typed = reference.strip()
    if typed.isdigit() and len(typed) <= 6:
        found = books.value(
            "SELECT id FROM document WHERE kind = 'sale' AND number LIKE ? ORDER BY id DESC",
            (f"%-{int(typed):06}",),
        )
        if found is not None:
            return int(found)
    sale_id = find_document(books, typed)
    require(record(books, sale_id).header, [Kind.SALE], ["posted"])
    return sale_id


class FoundSale(NamedTuple):
    """A receipt to choose from."""

    id: int
    number: str
    at: int
    customer: str
    total: Decimal


def receipts(books: Books, text: str, limit: int = 9) -> list[FoundSale]:
    """The newest till sales whose number or customer contains the text."""
    like = f"%{text.strip().lower()}%"
    return [
        FoundSale(row[0], row[1], row[2], row[3], money(row[4], books.money_places))
        for row in books.rows(
            "SELECT id, number, happened_at, COALESCE(partner_name, ''), total FROM document "
            "WHERE kind = 'sale' AND state = 'posted' "
            "AND (LOWER(number) LIKE ? OR LOWER(partner_name) LIKE ?) ORDER BY id DESC LIMIT ?",
            (like, like, limit),
        )
    ]


def refund_of(line: SoldLine, part: Decimal, minor: int) -> int:
    """What is paid back for `part` of a line: its exact share, just as it will be posted."""
    return _share(line, line.back, part, minor)


def _share(line: SoldLine, back: Decimal, part: Decimal, minor: int) -> int:
    before, coming, sold = map(quantity_parts, (back, part, line.sold))
    paid = Amounts(line.net, line.tax, 0)
    return paid.share(before, coming, sold, minor, included=line.included).total


def let_off_of(sale: SoldSale, coming: int, minor: int) -> int:
    """The share of what was let off that a return of `coming` gives back less (LEDGER L-70)."""
    if not sale.let_off or not sale.whole:
        return 0
    before = sum(_share(line, ZERO, line.back, minor) for line in sale.lines)
    return cumulative(sale.let_off, before, coming, sale.whole, minor)


class LastSale(NamedTuple):
    """The newest receipt."""

    id: int
    number: str
    kind: Kind


def last_sale(books: Books, *, sales_only: bool = False) -> LastSale | None:
    """The newest till sale or return, for another receipt; or only sales, for a return."""
    kinds = ("sale", "sale") if sales_only else ("sale", "sales_return")
    row = books.row(
        "SELECT id, number, kind FROM document WHERE kind IN (?, ?) AND number IS NOT NULL "
        "AND (state = 'posted' OR ? = 0) ORDER BY sequence DESC LIMIT 1",
        (*kinds, int(sales_only)),
    )
    return None if row is None else LastSale(int(row[0]), str(row[1]), Kind(row[2]))
