"""The lists of places: warehouses, the bins inside them, and what is on its way between them."""

from erp_desktop.core.shares import fraction_sql
from erp_desktop.core.table import Column, Kind, Listing

# Every text put into the SQL below is from our own code; what people type is bound.
# ruff: noqa: S608

_ROAD = (
    "EXISTS (SELECT 1 FROM stock_move m JOIN location t ON t.id = m.target_id "
    "WHERE m.document_id = d.id AND t.kind = 'transit')"
)
_SENT = "(SELECT CAST(SUM(l.quantity) AS BIGINT) FROM document_line l WHERE l.document_id = d.id)"


def _came(where: str) -> str:
    """What the receipts of a transfer said of it, as far as they still stand."""
    return (
        "COALESCE((SELECT CAST(SUM(a.quantity) AS BIGINT) FROM document r "
        "JOIN document_line a ON a.document_id = r.id WHERE r.of_id = d.id "
        f"AND r.kind = 'transfer_in' AND r.state = 'posted'{where}), 0)"
    )


_DONE = _came("")
_ARRIVED = _came(" AND a.place_id = d.to_place_id")
_MISSING = _came(" AND a.place_id <> d.to_place_id")


_SHARE = (
    f"(SELECT {fraction_sql('t.done', 't.sent')} FROM (SELECT {_DONE} AS done, {_SENT} AS sent) t)"
)


def _worth(kind: str, link: str) -> str:
    return (
        "COALESCE((SELECT CAST(SUM(e.amount) AS BIGINT) FROM document r "
        "JOIN stock_move m ON m.document_id = r.id JOIN stock_value_entry e ON e.move_id = m.id "
        f"WHERE {link} AND r.kind = '{kind}' AND r.state = 'posted' AND e.kind = 'cost'), 0)"
    )


_LEFT_WORTH = f"({_worth('transfer', 'r.id = d.id')} - {_worth('transfer_in', 'r.of_id = d.id')})"


def in_transit() -> Listing:
    """Transfers that travel: what was sent, what arrived, what is still on its way (在途)."""
    state = (
        f"CASE WHEN {_DONE} >= {_SENT} THEN 'arrived' "
        f"WHEN {_DONE} = 0 THEN 'in_transit' ELSE 'partly_arrived:' || {_SHARE} END"
    )
    return Listing(
        name="in_transit",
        title="On the way",
        columns=_travelling(state),
        source=(
            "document d JOIN location s ON s.id = d.place_id "
            "JOIN location t ON t.id = d.to_place_id"
        ),
        key="d.id",
        where=f"d.kind = 'transfer' AND d.state = 'posted' AND {_ROAD}",
        search=("d.number", "d.note", "s.name", "t.name"),
        views=(
            ("open", "On the way", f"{_DONE} < {_SENT}"),
            ("arrived", "Arrived", f"{_DONE} >= {_SENT}"),
            ("short", "Something missing", f"{_MISSING} > 0"),
            ("all", "All", ""),
        ),
        order="sent_at",
    )  # fmt: skip


def _travelling(state: str) -> tuple[Column, ...]:
    return (
        Column("number", "Number", Kind.CODE, 136, sql="d.number"),
        Column("sent_at", "Sent", Kind.MOMENT, 110, sql="d.happened_at"),
        Column("source", "From", Kind.TEXT, 120, sql="s.name"),
        Column("target", "To", Kind.TEXT, 120, sql="t.name"),
        Column("state", "State", Kind.STATE, 124, sql=state),
        Column("sent", "Pieces sent", Kind.QUANTITY, 96, total=True, sql=_SENT),
        Column("arrived", "Arrived", Kind.QUANTITY, 80, total=True, sql=_ARRIVED),
        Column("missing", "Missing", Kind.QUANTITY, 80, total=True, sql=_MISSING),
        Column(
            "left", "Still on the way", Kind.QUANTITY, 112, total=True, sql=f"({_SENT} - {_DONE})"
        ),
        Column(
            "value", "Value on the way", Kind.MONEY, 122, total=True, sql=_LEFT_WORTH, cost=True
        ),
        Column("note", "Note", Kind.TEXT, 130, sql="d.note"),
    )


def warehouses() -> Listing:
    """The shop's warehouses: whose house it is, which serves orders first, what lies in it."""
    held = "FROM stock_balance b WHERE b.location_id = w.id"
    return Listing(
        name="warehouses",
        title="Warehouses",
        columns=(
            Column("code", "Code", Kind.CODE, 120, sql="w.code"),
            Column("name", "Name", Kind.TEXT, 220, sql="w.name"),
            Column("usage", "Ownership", Kind.TEXT, 150, sql="w.usage"),
            Column("partner", "At", Kind.TEXT, 180, sql="COALESCE(p.name, '')"),
            Column("rank", "Serving order", Kind.COUNT, 80, sql="w.rank"),
            Column("state", "State", Kind.STATE, 110,
                   sql="CASE WHEN w.active THEN 'active' ELSE 'inactive' END"),
            Column("bins", "Bins", Kind.COUNT, 80, total=True,
                   sql="(SELECT COUNT(*) FROM bin n WHERE n.location_id = w.id AND n.active)"),
            Column("products", "Products", Kind.COUNT, 90, total=True,
                   sql=f"(SELECT COUNT(*) {held} AND b.on_hand <> 0)"),
            Column("value", "Value", Kind.MONEY, 120, total=True,
                   sql=f"COALESCE((SELECT CAST(SUM(b.value) AS BIGINT) {held}), 0)", cost=True),
        ),
        source="location w LEFT JOIN partner p ON p.id = w.partner_id",
        key="w.id",
        where="w.kind = 'storage'",
        search=("w.code", "w.name", "COALESCE(p.name, '')"),
        order="rank",
        descending=False,
    )  # fmt: skip


def bins() -> Listing:
    """The bins of all warehouses, in the order one walks past them."""
    return Listing(
        name="bins",
        title="Bins",
        columns=(
            Column("warehouse", "Warehouse", Kind.TEXT, 160, sql="w.name"),
            Column("zone", "Zone", Kind.TEXT, 120, sql="n.zone"),
            Column("code", "Bin", Kind.CODE, 120, sql="n.code"),
            Column("rank", "Pick order", Kind.COUNT, 80, sql="n.rank"),
            Column("state", "State", Kind.STATE, 110,
                   sql="CASE WHEN n.active THEN 'active' ELSE 'inactive' END"),
            Column("products", "Products", Kind.COUNT, 90, total=True, sql=_IN_BIN),
            Column("holds", "Holds", Kind.TEXT, 260, sql=_FIRST_IN_BIN),
            Column("place", "Warehouse code", Kind.CODE, 80, hidden=True, sql="w.code"),
        ),
        source="bin n JOIN location w ON w.id = n.location_id",
        key="n.id",
        search=("n.code", "n.zone", "w.name"),
        views=(
            ("all", "All", ""),
            ("empty", "Empty", f"n.active AND {_IN_BIN} = 0"),
            ("full", "In use", f"{_IN_BIN} > 0"),
        ),
        order="rank",
        descending=False,
    )  # fmt: skip


_IN_BIN = (
    "(SELECT COUNT(DISTINCT x.product_id) FROM stock_detail x WHERE x.bin_id = n.id "
    "AND x.on_hand <> 0)"
)
_FIRST_IN_BIN = (
    "COALESCE((SELECT p.name FROM stock_detail x JOIN product p ON p.id = x.product_id "
    "WHERE x.bin_id = n.id AND x.on_hand <> 0 ORDER BY x.on_hand DESC, p.id LIMIT 1), '')"
)
