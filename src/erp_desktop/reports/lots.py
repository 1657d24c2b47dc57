"""Lots in figures: what expires when and what it is worth, where a lot came from and where it went.

A trace follows a lot both ways: back to the receipts and the supplier's own lot, forward through
transfers and assemblies to the customers. A recall is the end of that way: who still has how much.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.core.money import divided, quantity
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books, marks
from erp_desktop.reports.asking import ReportAsk, Where, known_places, table
from erp_desktop.services.stock.tracing import descendants, holders, origins

EXPIRY: Final = (
    Column("lot", "Lot or serial number", Kind.CODE, 150),
    Column("sku", "SKU", Kind.CODE, 96),
    Column("name", "Product", Kind.TEXT, 210),
    Column("warehouse", "Warehouse", Kind.TEXT, 120),
    Column("expires", "Expires", Kind.DATE, 90),
    Column("days", "Days left", Kind.COUNT, 84),
    Column("state", "State", Kind.STATE, 136),
    Column("on_hand", "On hand", Kind.QUANTITY, 90, total=True),
    Column("worth", "Value", Kind.MONEY, 100, total=True, cost=True),
    Column("price", "Sale price", Kind.PRICE, 90),
    Column("lowered", "Near-expiry price", Kind.PRICE, 136),
)
STOCK_BY_LOT: Final = (
    Column("sku", "SKU", Kind.CODE, 110),
    Column("name", "Product", Kind.TEXT, 230),
    Column("warehouse", "Warehouse", Kind.TEXT, 130),
    Column("bin", "Bin", Kind.CODE, 90),
    Column("lot", "Lot", Kind.CODE, 130),
    Column("expires", "Expires", Kind.DATE, 90),
    Column("on_hand", "On hand", Kind.QUANTITY, 100, total=True),
    Column("pieces", "Pieces", Kind.QUANTITY, 90, total=True),
)
OF_PRODUCT: Final = (
    Column("lot", "Lot or serial number", Kind.CODE, 160),
    Column("warehouse", "Warehouse", Kind.TEXT, 140),
    Column("bin", "Bin", Kind.CODE, 90),
    Column("expires", "Expires", Kind.DATE, 90),
    Column("on_hand", "On hand", Kind.QUANTITY, 100, total=True),
    Column("arrived", "Arrived", Kind.MOMENT, 120),
    Column("supplier", "Supplier", Kind.TEXT, 220),
)
TRACE: Final = (
    Column("at", "Time", Kind.MOMENT, 120),
    Column("number", "Document", Kind.CODE, 150),
    Column("kind", "Kind", Kind.TEXT, 120),
    Column("lot", "Lot or serial number", Kind.CODE, 130),
    Column("partner", "Partner", Kind.TEXT, 190),
    Column("source", "From", Kind.TEXT, 140),
    Column("target", "To", Kind.TEXT, 140),
    Column("came", "Goods in", Kind.QUANTITY, 84, total=True),
    Column("went", "Goods out", Kind.QUANTITY, 84, total=True),
    Column("moved", "Internal moves", Kind.QUANTITY, 116),
)
RECALL: Final = (
    Column("code", "Code", Kind.CODE, 100),
    Column("customer", "Customer", Kind.TEXT, 220),
    Column("phone", "Phone", Kind.TEXT, 130),
    Column("lot", "Lot or serial number", Kind.CODE, 130),
    Column("sku", "SKU", Kind.CODE, 100),
    Column("name", "Product", Kind.TEXT, 200),
    Column("quantity", "Still there", Kind.QUANTITY, 100, total=True),
    Column("first", "First sold", Kind.DATE, 90),
    Column("numbers", "Documents", Kind.TEXT, 200),
)
SOON: Final = 30


def expiry(books: Books, ask: ReportAsk) -> Table:
    """What lies here with a day to be sold by, the nearest day first (有效期).

    A lot's value is its share of the product's value in the warehouse; where a product is valued
    lot by lot, it is the lot's own.
    """
    where = Where("d.on_hand > 0", "l.expires_on IS NOT NULL").sku(books, ask, "d.product_id")
    where.warehouse(books, ask, "d.location_id")
    today, own = clock.day_date(clock.today()), _own_values(books)
    rows, keys = [], []
    for lot_id, *facts in books.rows(
        "SELECT l.id, l.code, p.sku, p.name, w.name, l.expires_on, l.blocked, "  # noqa: S608
        "CAST(SUM(d.on_hand) AS BIGINT), b.on_hand, b.value, p.price, l.price FROM stock_detail d "
        "JOIN lot l ON l.id = d.lot_id JOIN product p ON p.id = d.product_id "
        "JOIN location w ON w.id = d.location_id "
        "JOIN stock_balance b ON b.product_id = d.product_id AND b.location_id = d.location_id"
        f"{where.sql} GROUP BY l.id, l.code, p.sku, p.name, w.name, l.expires_on, l.blocked, "
        "b.on_hand, b.value, p.price, l.price ORDER BY l.expires_on, p.sku, l.id",
        where.params,
    ):
        code, sku, name, place, expires, blocked, held, all_held, value, price, lowered = facts
        days = (clock.day_date(expires) - today).days
        value, all_held = own.get(lot_id, (value, all_held))
        worth = divided(value * held, all_held * books.minor) * books.minor if all_held > 0 else 0
        state = "blocked" if blocked else lot_state(days)
        rows.append((code, sku, name, place, expires, days, state, held, worth, price, lowered))
        keys.append(lot_id)
    return table(books, ("expiry", "Expiry"), EXPIRY, rows, keys)


def _own_values(books: Books) -> dict[int, tuple[int, int]]:
    """Value and quantity of the lots that are valued by themselves."""
    return {
        row[0]: (int(row[1]), int(row[2]))
        for row in books.rows(
            "SELECT y.lot_id, SUM(y.value), SUM(y.quantity) FROM stock_layer y JOIN product p "
            "ON p.id = y.product_id AND p.costing = 'specific' GROUP BY y.lot_id"
        )
    }


def lot_state(days: int) -> str:
    """How near its day a lot is."""
    if days < 0:
        return "expired"
    return "expires_soon" if days <= SOON else "good"


def stock_by_lot(books: Books, ask: ReportAsk) -> Table:
    """What lies in which bin and of which lot (批次库存)."""
    where = Where("d.on_hand <> 0").sku(books, ask, "d.product_id")
    where.warehouse(books, ask, "d.location_id")
    raw = books.rows(
        "SELECT p.sku, p.name, w.name, COALESCE(n.code, ''), COALESCE(l.code, ''), "  # noqa: S608
        "l.expires_on, d.on_hand, d.pieces, p.id FROM stock_detail d "
        "JOIN product p ON p.id = d.product_id JOIN location w ON w.id = d.location_id "
        "LEFT JOIN bin n ON n.id = d.bin_id LEFT JOIN lot l ON l.id = d.lot_id"
        f"{where.sql} ORDER BY p.sku, w.id, COALESCE(n.rank, 0), COALESCE(n.code, ''), "
        "l.expires_on",
        where.params,
    )
    rows, keys = [row[:8] for row in raw], [row[8] for row in raw]
    return table(books, ("stock-by-lot", "Stock by bin and lot"), STOCK_BY_LOT, rows, keys)


def lots_of_product(books: Books, product_id: int) -> Table:
    """Where the lots of a product lie, the first to expire first; a row opens its lot."""
    raw = books.rows(
        "SELECT l.code, w.name, COALESCE(n.code, ''), l.expires_on, d.on_hand, l.arrived_at, "
        "COALESCE(s.name, ''), l.id FROM stock_detail d JOIN lot l ON l.id = d.lot_id "
        "JOIN location w ON w.id = d.location_id LEFT JOIN bin n ON n.id = d.bin_id "
        "LEFT JOIN partner s ON s.id = l.supplier_id "
        "WHERE d.product_id = ? AND d.on_hand <> 0 "
        "ORDER BY COALESCE(l.expires_on, 99999999), l.code, w.id, n.code",
        (product_id,),
    )
    rows, keys = [row[:7] for row in raw], [row[7] for row in raw]
    return table(books, ("lots-of-product", "Lots"), OF_PRODUCT, rows, keys)


# -- both ways -----------------------------------------------------------------------------------


class LotFacts(NamedTuple):
    """What is known of a lot."""

    id: int
    code: str
    is_serial: bool
    product_id: int
    sku: str
    name: str
    unit: str
    expires_on: int | None
    supplier: str
    supplier_code: str
    arrived_at: int | None
    blocked: str
    price: int | None
    sale_price: int
    on_hand: int
    supplier_id: int | None = None


def lot_facts(books: Books, lot_id: int) -> LotFacts:
    """Raises UnknownLot."""
    row = books.row(
        "SELECT l.id, l.code, l.is_serial, p.id, p.sku, p.name, p.unit, l.expires_on, "
        "COALESCE(s.name, ''), l.supplier_code, l.arrived_at, l.blocked, l.price, p.price, "
        "COALESCE((SELECT CAST(SUM(d.on_hand) AS BIGINT) FROM stock_detail d "
        "WHERE d.lot_id = l.id), 0), l.supplier_id "
        "FROM lot l JOIN product p ON p.id = l.product_id "
        "LEFT JOIN partner s ON s.id = l.supplier_id WHERE l.id = ?",
        (lot_id,),
    )
    if row is None:
        raise errors.UnknownLot("", lot_id)
    return LotFacts._make((*row[:2], bool(row[2]), *row[3:]))


def lots_called(books: Books, code: str, product_id: int | None = None) -> list[int]:
    """The lots of this code (ours or the supplier's own), of any product or of one."""
    return [
        row[0]
        for row in books.rows(
            "SELECT id FROM lot WHERE (code = ? OR supplier_code = ?) "
            "AND (? = 0 OR product_id = ?) ORDER BY id",
            (code, code, product_id or 0, product_id or 0),
        )
    ]


def trace(books: Books, ask: ReportAsk) -> Table:
    """Every step of a lot, from its supplier to its customers, in the order it happened.

    `ask.lot` names it, by our code or the supplier's. Raises UnknownLot.
    """
    return trace_of(books, asked_lots(books, ask))


def asked_lots(books: Books, ask: ReportAsk) -> list[int]:
    """The lots a question is about; none where it names none. Raises UnknownLot."""
    if not ask.lot:
        return []
    product_id = None
    if ask.sku is not None:
        product_id = books.value("SELECT id FROM product WHERE sku = ?", (ask.sku,))
    found = lots_called(books, ask.lot, product_id)
    if not found:
        raise errors.UnknownLot(ask.sku or "", ask.lot)
    return found


def trace_of(books: Books, lot_ids: Sequence[int]) -> Table:
    """The steps of these lots, of what was made of them, and of what they were made of: of that
    only where it came from and how it went into them."""
    if not lot_ids:
        return table(books, ("trace", "Trace of a lot"), TRACE, [])
    places, every = known_places(books), descendants(books, lot_ids)
    before = origins(books, lot_ids)
    earlier = set(before.lots) - set(every)
    every += earlier
    rows, keys = [], []
    for lot_id, document_id, at, number, kind, lot, partner, source, target, moved in books.rows(
        "SELECT l.id, d.id, m.happened_at, d.number, d.kind, l.code, d.partner_name, "  # noqa: S608
        "m.source_id, m.target_id, m.quantity FROM stock_move m "
        "JOIN document d ON d.id = m.document_id JOIN lot l ON l.id = m.lot_id "
        f"WHERE m.lot_id IN ({marks(every)}) ORDER BY m.happened_at, m.sequence, m.id",
        every,
    ):
        ends = (places[source], places[target])
        if lot_id in earlier and ends[0].own and document_id not in before.makings:
            continue
        inside = ends[0].own and ends[1].own
        rows.append((
            at, number, kind, lot, partner, ends[0].name, ends[1].name,
            moved if ends[1].own and not inside else None,
            moved if ends[0].own and not inside else None,
            moved if inside else None,
        ))  # fmt: skip
        keys.append(document_id)
    return table(books, ("trace", "Trace of a lot"), TRACE, rows, keys)


def recall(books: Books, ask: ReportAsk) -> Table:
    """Who must be told when a lot is recalled (召回). Raises UnknownLot."""
    return recall_of(books, asked_lots(books, ask))


def recall_of(books: Books, lot_ids: Sequence[int]) -> Table:
    """The holders of these lots; a row's key is the customer (0 for nobody known)."""
    have = holders(books, lot_ids) if lot_ids else []
    rows = [
        (one.code, one.customer, one.phone, one.lot, one.sku, one.name, one.quantity, one.first,
         ", ".join(one.numbers))
        for one in have
    ]  # fmt: skip
    keys = [one.partner_id or 0 for one in have]
    return table(books, ("recall", "Recall list"), RECALL, rows, keys)


def at_customers(books: Books, lot_id: int) -> Decimal:
    """How much of a lot itself is with customers."""
    return quantity(sum(one.quantity for one in holders(books, [lot_id]) if one.lot_id == lot_id))
