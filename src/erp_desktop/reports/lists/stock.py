"""The lists of the stock wing: what lies where, the papers that moved it, and the counts."""

from typing import Final

from erp_desktop.core.table import Column, Kind, Listing
from erp_desktop.reports.stock_units import HOLDS, PACK

# Every text put into the SQL below is from our own code; what people type is bound.
# ruff: noqa: S608

PLACES: Final = 4096  # a row's key is product x this + warehouse

# All of a product in all warehouses, less what is promised; its minimum speaks of this.
_FREE = (
    "COALESCE((SELECT CAST(SUM(f.on_hand - f.reserved) AS BIGINT) FROM stock_balance f "
    "WHERE f.product_id = p.id), 0)"
)
_HELD = "COALESCE(b.on_hand, 0)"
_LOW = f"(p.minimum > 0 AND {_FREE} < p.minimum)"
_COST = (
    "CASE WHEN b.on_hand > 0 THEN (2 * b.value * 1000000 + b.on_hand) / (2 * b.on_hand) * 100 END"
)

# Of goods whose pieces are kept beside the weight: how many lie there.
_PIECES = (
    "CASE WHEN COALESCE(p.catch_unit, '') <> '' THEN COALESCE((SELECT CAST(SUM(t.pieces) AS "
    "BIGINT) FROM stock_detail t WHERE t.product_id = p.id AND t.location_id = w.id), 0) END"
)


def stock() -> Listing:
    """By product and warehouse: on hand, reserved, available, value. A row opens its ledger card.

    A product that was never here stands at the first warehouse when it has a minimum, so that
    *below minimum* forgets none.
    """
    return Listing(
        name="stock",
        title="Stock",
        columns=_columns(),
        source=(
            "product p JOIN location w ON w.kind = 'storage' "
            "LEFT JOIN stock_balance b ON b.product_id = p.id AND b.location_id = w.id "
            "LEFT JOIN category c ON c.id = p.category_id"
        ),
        key=f"(p.id * {PLACES} + w.id)",
        where=(
            "p.kind = 'goods' AND p.active AND NOT p.is_template "
            "AND (b.product_id IS NOT NULL OR (p.minimum > 0 AND "
            "w.id = (SELECT MIN(id) FROM location WHERE kind = 'storage')))"
        ),
        search=("COALESCE(c.name, '')",),
        indexed="p.id",
        views=(
            ("all", "All", ""),
            ("below_zero", "Below zero", f"{_HELD} < 0"),
            ("low", "Below minimum", _LOW),
            ("out", "Sold out", f"{_HELD} = 0"),
        ),
        order="name",
        descending=False,
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("name", "Product", Kind.TEXT, 260, sql="p.name"),
        Column("sku", "SKU", Kind.CODE, 110, sql="p.sku"),
        Column("category", "Category", Kind.TEXT, 110, sql="COALESCE(c.name, '')"),
        Column("warehouse", "Warehouse", Kind.TEXT, 110, sql="w.name"),
        Column("state", "State", Kind.STATE, 112, sql=_state()),
        Column("on_hand", "On hand", Kind.QUANTITY, 112, total=True, sql=_HELD),
        Column("reserved", "Reserved", Kind.QUANTITY, 90, total=True, sql=_reserved()),
        Column("available", "Available", Kind.QUANTITY, 112, total=True, sql=_available()),
        Column("minimum", "Minimum", Kind.QUANTITY, 86, sql="p.minimum"),
        Column("cost", "Unit cost", Kind.PRICE, 92, sql=_COST, cost=True),
        Column(
            "value", "Value", Kind.MONEY, 108, total=True, sql="COALESCE(b.value, 0)", cost=True
        ),
        Column("unit", "Unit", Kind.TEXT, 60, hidden=True, sql="p.unit"),
        Column("pieces", "Pieces", Kind.QUANTITY, 90, hidden=True, sql=_PIECES),
        Column("pack", "Stock unit", Kind.TEXT, 80, hidden=True, sql=PACK),
        Column("holds", "Conversion", Kind.QUANTITY, 80, hidden=True, sql=HOLDS),
        Column("place", "Warehouse code", Kind.CODE, 80, hidden=True, sql="w.code"),
    )


def _reserved() -> str:
    return "COALESCE(b.reserved, 0)"


def _available() -> str:
    return "COALESCE(b.on_hand - b.reserved, 0)"


def _state() -> str:
    return (
        f"CASE WHEN {_HELD} < 0 THEN 'below_zero' WHEN {_HELD} = 0 THEN 'out' "
        f"WHEN {_LOW} THEN 'low' ELSE '' END"
    )


def stock_papers() -> Listing:
    """Transfers, write-offs and opening stock, the newest first."""
    return Listing(
        name="stock_papers",
        title="Stock documents",
        columns=(
            Column("number", "Number", Kind.CODE, 136, sql="d.number"),
            Column("day", "Date", Kind.DATE, 84, sql="d.booked_on"),
            Column("kind", "Kind", Kind.TEXT, 110, sql="d.kind"),
            Column("warehouse", "Warehouse", Kind.TEXT, 130, sql="COALESCE(w.name, '')"),
            Column("target", "To warehouse", Kind.TEXT, 130, sql="COALESCE(t.name, '')"),
            Column("reason", "Reason", Kind.TEXT, 160, sql="d.reason"),
            Column("state", "State", Kind.STATE, 110, sql="d.state"),
            Column("lines", "Lines", Kind.COUNT, 66, total=True, sql=_lines()),
            Column("cost", "Value", Kind.MONEY, 108, total=True, sql=_worth(), cost=True),
            Column("note", "Note", Kind.TEXT, 160, hidden=True, sql="d.note"),
        ),
        source=(
            "document d LEFT JOIN location w ON w.id = d.place_id "
            "LEFT JOIN location t ON t.id = d.to_place_id"
        ),
        key="d.id",
        where=(
            "d.kind IN ('transfer', 'transfer_in', 'write_off', 'opening', 'assembly') "
            "AND d.number IS NOT NULL"
        ),
        search=("d.number", "d.reason", "d.note", "COALESCE(w.name, '')"),
        views=(
            ("all", "All", ""),
            ("transfers", "Transfers", "d.kind IN ('transfer', 'transfer_in')"),
            ("write_offs", "Write-offs", "d.kind = 'write_off'"),
            ("assemblies", "Assemblies", "d.kind = 'assembly'"),
            ("openings", "Opening stock", "d.kind = 'opening'"),
        ),
        order="day",
    )


def _lines() -> str:
    return "(SELECT COUNT(*) FROM document_line l WHERE l.document_id = d.id)"


def _worth() -> str:
    """What the moved goods are worth by now."""
    return (
        "COALESCE((SELECT CAST(SUM(e.amount) AS BIGINT) FROM stock_move m "
        "JOIN stock_value_entry e ON e.move_id = m.id "
        "WHERE m.document_id = d.id AND e.kind = 'cost'), 0)"
    )


def _found(sign: str) -> str:
    """What a count found more (>) or less (<) than the books said, by product, as it stands now.

    A later fact may change a count's difference by a further move, so moves are added up first.
    """
    return (
        "COALESCE((SELECT CAST(SUM(x.worth) AS BIGINT) FROM ("
        "SELECT SUM(CASE WHEN t.kind = 'storage' THEN e.amount ELSE -e.amount END) AS worth "
        "FROM stock_move m "
        "JOIN location t ON t.id = m.target_id JOIN stock_value_entry e ON e.move_id = m.id "
        "WHERE m.document_id = d.id AND e.kind = 'cost' GROUP BY m.product_id) x "
        f"WHERE x.worth {sign} 0), 0)"
    )


def counts() -> Listing:
    """Posted stock counts with what they found."""
    different = (
        "(SELECT COUNT(*) FROM document_line l WHERE l.document_id = d.id AND l.quantity <> 0)"
    )
    return Listing(
        name="counts",
        title="Stock counts",
        columns=(
            Column("number", "Number", Kind.CODE, 136, sql="d.number"),
            Column("at", "Counted", Kind.MOMENT, 120, sql="d.happened_at"),
            Column("warehouse", "Warehouse", Kind.TEXT, 160, sql="COALESCE(w.name, '')"),
            Column("state", "State", Kind.STATE, 110, sql="d.state"),
            Column("person", "By", Kind.TEXT, 120, sql="COALESCE(u.full_name, '')"),
            Column("lines", "Products", Kind.COUNT, 84, total=True, sql=_lines()),
            Column("different", "Different", Kind.COUNT, 90, total=True, sql=different),
            Column("surplus", "Surplus", Kind.MONEY, 104, total=True, sql=_found(">"), cost=True),
            Column("shortage", "Shortage", Kind.MONEY, 104, total=True, sql=_found("<"), cost=True),
            Column("note", "Note", Kind.TEXT, 160, hidden=True, sql="d.note"),
        ),
        source=(
            "document d LEFT JOIN location w ON w.id = d.place_id "
            "LEFT JOIN user_account u ON u.id = d.user_id"
        ),
        key="d.id",
        where="d.kind = 'count' AND d.number IS NOT NULL",
        search=("d.number", "d.note", "COALESCE(w.name, '')"),
        order="at",
    )
