"""Everything a product's card says: what it is, where it lies, what came and went."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.core.money import ZERO, decimal_of, money, price, quantity, unit_cost
from erp_desktop.core.periods import Step, finest, start_of, starts
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.product_details import Details, product_details

STRETCHES: Final = 40  # that have room on the card
A_WEEK: Final = 7  # days that are shown at least


class Code(NamedTuple):
    """A barcode: the unit it stands for, and how many stock units that is."""

    unit: str
    factor: Decimal
    code: str
    price: Decimal | None


class Holding(NamedTuple):
    """What lies in one warehouse, or is on its way there."""

    place_id: int
    code: str
    warehouse: str
    on_hand: Decimal
    reserved: Decimal
    value: Decimal
    travels: bool = False


class Stretch(NamedTuple):
    """A day, a week or a month of the product's story."""

    first: date
    came: Decimal
    went: Decimal
    left: Decimal  # on hand at its end


class ProductCard(NamedTuple):
    """The facts of one product."""

    id: int
    sku: str
    name: str
    kind: str
    unit: str
    category: str
    price: Decimal
    purchase_price: Decimal | None
    tax: Decimal
    minimum: Decimal
    negative: str
    supplier_id: int | None
    supplier: str
    note: str
    estimated: bool
    active: bool
    version: int
    codes: tuple[Code, ...]
    holdings: tuple[Holding, ...]
    on_order: Decimal
    next_on: int | None
    sold: Decimal  # in the last 30 days
    reserving: int  # orders that hold some of it
    details: Details
    tax_included: bool = True  # whether sale prices contain the tax

    @property
    def net(self) -> Decimal:
        """The sale price without tax."""
        return self.price * 100 / (100 + self.tax) if self.tax_included else self.price

    @property
    def on_hand(self) -> Decimal:
        return sum((held.on_hand for held in self.holdings), ZERO)

    @property
    def reserved(self) -> Decimal:
        return sum((held.reserved for held in self.holdings), ZERO)

    @property
    def available(self) -> Decimal:
        """What may be promised; of a kit as many as its parts make."""
        if self.kind == "kit" or self.details.is_template:
            return self.details.makes
        return self.on_hand - self.reserved

    @property
    def value(self) -> Decimal:
        return sum((held.value for held in self.holdings), ZERO)

    @property
    def warehouse_names(self) -> dict[str, str]:
        """The names of the warehouses that have held it, by code."""
        return {held.code: held.warehouse for held in self.holdings}

    @property
    def unit_cost(self) -> Decimal | None:
        """What one piece on hand is worth; None when there is none."""
        if self.on_hand <= 0:
            return None
        whole = self.value / self.on_hand
        return whole.quantize(Decimal("0.0001"))


def product_card(books: Books, product_id: int) -> ProductCard:
    """Raises UnknownProduct."""
    row = books.row(
        "SELECT p.id, p.sku, p.name, p.kind, p.unit, COALESCE(c.name, ''), p.price, "
        "p.purchase_price, p.tax, p.minimum, p.negative, p.supplier_id, COALESCE(s.name, ''), "
        "p.note, p.estimated, p.active, p.version FROM product p "
        "LEFT JOIN category c ON c.id = p.category_id "
        "LEFT JOIN partner s ON s.id = p.supplier_id WHERE p.id = ?",
        (product_id,),
    )
    if row is None:
        raise errors.UnknownProduct(product_id)
    places = books.money_places
    on_order, next_on = _on_order(books, product_id)
    facts = (
        *row[:6],
        price(row[6], places),
        None if row[7] is None else price(row[7], places),
        decimal_of(row[8], 6),
        quantity(row[9]),
        *row[10:14],
        bool(row[14]),
        bool(row[15]),
        row[16],
        _codes(books, product_id, row[4], price(row[6], places)),
        _holdings(books, product_id),
        on_order,
        next_on,
        _sold(books, product_id),
        _reserving(books, product_id),
        product_details(books, product_id),
        books.tax_included,
    )
    return ProductCard._make(facts)


def _codes(books: Books, product_id: int, unit: str, sale: Decimal) -> tuple[Code, ...]:
    rows = books.rows(
        "SELECT COALESCE(b.unit, ''), u.factor, b.code, u.price FROM barcode b "
        "LEFT JOIN product_unit u ON u.product_id = b.product_id AND u.unit = b.unit "
        "WHERE b.product_id = ? ORDER BY COALESCE(u.factor, 0), b.position, b.code",
        (product_id,),
    )
    places = books.money_places
    return tuple(
        Code(
            own or unit,
            quantity(factor or 1_000_000),
            code,
            (price(asked, places) if asked is not None else None) if own else sale,
        )
        for own, factor, code, asked in rows
    )


def _holdings(books: Books, product_id: int) -> tuple[Holding, ...]:
    rows = books.rows(
        "SELECT l.id, l.code, l.name, b.on_hand, b.reserved, b.value, l.kind = 'transit' "
        "FROM stock_balance b "
        "JOIN location l ON l.id = b.location_id AND l.kind IN ('storage', 'transit') "
        "WHERE b.product_id = ? ORDER BY l.id",
        (product_id,),
    )
    places = books.money_places
    return tuple(
        Holding._make(
            (*row[:3], quantity(row[3]), quantity(row[4]), money(row[5], places), bool(row[6]))
        )
        for row in rows
    )


def _on_order(books: Books, product_id: int) -> tuple[Decimal, int | None]:
    """What suppliers still owe us of it, and when the first of it is due."""
    row = books.row(
        "SELECT SUM(l.quantity - COALESCE((SELECT SUM(r.quantity) FROM document_line r "
        "JOIN document g ON g.id = r.document_id AND g.state = 'posted' "
        "AND g.kind = 'goods_receipt' WHERE r.answers_id = l.id), 0)), MIN(d.due_on) "
        "FROM document_line l JOIN document d ON d.id = l.document_id "
        "WHERE l.product_id = ? AND d.kind = 'purchase_order' AND d.state = 'confirmed'",
        (product_id,),
    )
    waiting = quantity(int(row[0])) if row and row[0] else ZERO
    return (max(waiting, ZERO), row[1] if row else None)


_SOLD_LINES = """
SELECT SUM(CASE WHEN d.kind = 'sales_return' THEN -l.quantity ELSE l.quantity END)
FROM document_line l JOIN document d ON d.id = l.document_id
JOIN product p ON p.id = l.product_id
WHERE (p.id = ? OR p.parent_id = ?) AND d.state = 'posted' AND d.happened_at > ?
AND d.kind IN ('sale', 'goods_issue', 'sales_return')
"""


def _sold(books: Books, product_id: int) -> Decimal:
    kind, template = books.row(
        "SELECT kind, is_template FROM product WHERE id = ?", (product_id,)
    ) or ("goods", False)
    since = clock.now() - 30 * 86_400
    if kind == "kit" or template:  # it never moves itself
        return quantity(int(books.value(_SOLD_LINES, (product_id, product_id, since)) or 0))
    raw = books.value(
        "SELECT SUM(CASE WHEN t.kind = 'customer' THEN m.quantity ELSE -m.quantity END) "
        "FROM stock_move m JOIN location f ON f.id = m.source_id "
        "JOIN location t ON t.id = m.target_id WHERE m.product_id = ? AND m.happened_at > ? "
        "AND (t.kind = 'customer' OR f.kind = 'customer')",
        (product_id, since),
    )
    return quantity(int(raw or 0))


def _reserving(books: Books, product_id: int) -> int:
    return int(
        books.value(
            "SELECT COUNT(DISTINCT d.id) FROM document_line l "
            "JOIN document d ON d.id = l.document_id WHERE l.product_id = ? "
            "AND d.kind = 'sales_order' AND d.state = 'confirmed'",
            (product_id,),
        )
    )


# -- what came and went --------------------------------------------------------------------------

MOVES = (
    Column("at", "Time", Kind.MOMENT, 110),
    Column("number", "Document", Kind.CODE, 150),
    Column("kind", "What", Kind.TEXT, 110),
    Column("partner", "Partner", Kind.TEXT, 200),
    Column("warehouse", "Warehouse", Kind.TEXT, 130),
    Column("quantity", "Quantity", Kind.QUANTITY, 90),
    Column("left", "On hand after", Kind.QUANTITY, 100),
    Column("unit_cost", "Unit cost", Kind.PRICE, 90, cost=True),
)

_OWN = "('storage', 'transit')"
_SIGNED = (
    f"CASE WHEN f.kind IN {_OWN} AND t.kind IN {_OWN} THEN 0 "
    f"WHEN t.kind IN {_OWN} THEN m.quantity ELSE -m.quantity END"
)


def product_moves(books: Books, product_id: int, most: int = 200) -> Table:
    """The last moves, the newest first; each row opens its document."""
    rows = books.rows(
        "SELECT m.id, m.happened_at, d.id, d.number, d.kind, d.partner_name, "  # noqa: S608
        f"CASE WHEN t.kind IN {_OWN} THEN t.name ELSE f.name END, {_SIGNED}, m.quantity, "
        "COALESCE((SELECT SUM(e.amount) FROM stock_value_entry e "
        "WHERE e.move_id = m.id AND e.kind = 'cost'), 0) "
        "FROM stock_move m JOIN document d ON d.id = m.document_id "
        "JOIN location f ON f.id = m.source_id JOIN location t ON t.id = m.target_id "
        "WHERE m.product_id = ? ORDER BY m.happened_at DESC, m.sequence DESC, m.id DESC LIMIT ?",
        (product_id, most),
    )
    left = sum((held.on_hand for held in _holdings(books, product_id)), ZERO)
    told = []
    for row in rows:
        change = quantity(int(row[7]))
        cost = unit_cost(int(row[9]), int(row[8])) if row[8] else None
        at = clock.local_time(row[1])
        told.append((at, row[3], row[4], row[5], row[6], change, left, cost))
        left -= change
    return Table("product_moves", "Moves", MOVES, told, [row[2] for row in rows])


def move_count(books: Books, product_id: int) -> int:
    """How many moves the product has in all."""
    return int(
        books.value("SELECT COUNT(*) FROM stock_move WHERE product_id = ?", (product_id,)) or 0
    )


def product_story(
    books: Books, product_id: int, most: int = STRETCHES
) -> tuple[Step, list[Stretch]]:
    """What came, what went, what was left since the first move, at most twelve months back; the
    running stretch last. Without any move there is none."""
    today = clock.day_date(clock.today())
    begun = _first_move(books, product_id)
    if begun is None:
        return Step.DAY, []
    since = min(max(begun, _months_back(today, 11)), today - timedelta(days=A_WEEK - 1))
    step = finest(since, today, most)
    found = _changes(books, product_id, since, step)
    left = sum((held.on_hand for held in _holdings(books, product_id)), ZERO)
    left -= sum((one[2] for first, one in found.items() if first > today), ZERO)
    told = []
    for first in reversed(starts(since, today, step)):
        came, went, change = found.get(first, (ZERO, ZERO, ZERO))
        told.append(Stretch(first, came, went, left))
        left -= change
    return step, told[::-1]


def _changes(
    books: Books, product_id: int, since: date, step: Step
) -> dict[date, tuple[Decimal, Decimal, Decimal]]:
    """What came, what went and what that changed, by the first day of each stretch."""
    rows = books.rows(
        f"SELECT m.booked_on, SUM(CASE WHEN ({_SIGNED}) > 0 THEN m.quantity ELSE 0 END), "  # noqa: S608
        f"SUM(CASE WHEN ({_SIGNED}) < 0 THEN m.quantity ELSE 0 END), SUM({_SIGNED}) "
        "FROM stock_move m JOIN location f ON f.id = m.source_id "
        "JOIN location t ON t.id = m.target_id WHERE m.product_id = ? AND m.booked_on >= ? "
        "GROUP BY m.booked_on",
        (product_id, clock.day_number(start_of(since, step))),
    )
    found: dict[date, tuple[Decimal, Decimal, Decimal]] = {}
    for day, *parts in rows:
        first = start_of(clock.day_date(int(day)), step)
        came, went, change = found.get(first, (ZERO, ZERO, ZERO))
        more = [quantity(int(raw)) for raw in parts]
        found[first] = (came + more[0], went + more[1], change + more[2])
    return found


def _first_move(books: Books, product_id: int) -> date | None:
    day = books.value("SELECT MIN(booked_on) FROM stock_move WHERE product_id = ?", (product_id,))
    return clock.day_date(int(day)) if day else None


def _months_back(day: date, count: int) -> date:
    """The first day of the month so many months before."""
    whole = day.year * 12 + day.month - 1 - count
    return date(whole // 12, whole % 12 + 1, 1)
