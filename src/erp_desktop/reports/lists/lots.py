"""The list of lots and serial numbers: what there is of each, until when it is good."""

from erp_desktop.core import clock
from erp_desktop.core.table import Column, Kind, Listing

# Every text put into the SQL below is from our own code; what people type is bound.

SOON = 30  # days before its day that a lot is called soon

_HELD = (
    "COALESCE((SELECT CAST(SUM(d.on_hand) AS BIGINT) FROM stock_detail d WHERE d.lot_id = l.id), 0)"
)
_WHERE = (
    "COALESCE((SELECT MIN(w.name) FROM stock_detail d JOIN location w ON w.id = d.location_id "
    "WHERE d.lot_id = l.id AND d.on_hand > 0), '')"
)


def lots() -> Listing:
    """All lots and serial numbers; a row opens where it came from and where it went."""
    today = clock.today()
    soon = clock.day_after(today, SOON)
    state = (
        f"CASE WHEN l.blocked <> '' THEN 'blocked' WHEN {_HELD} = 0 THEN 'gone' "
        f"WHEN l.expires_on < {today} THEN 'expired' "
        f"WHEN l.expires_on <= {soon} THEN 'expires_soon' ELSE 'good' END"
    )
    return Listing(
        name="lots",
        title="Lots and serial numbers",
        columns=_columns(state),
        source=(
            "lot l JOIN product p ON p.id = l.product_id "
            "LEFT JOIN partner s ON s.id = l.supplier_id"
        ),
        key="l.id",
        search=("l.code", "l.supplier_code", "p.name", "p.sku", "p.initials",
                "COALESCE(s.name, '')"),
        views=(
            ("here", "On hand", f"{_HELD} > 0"),
            ("soon", "Expire soon", f"{_HELD} > 0 AND l.expires_on BETWEEN {today} AND {soon}"),
            ("expired", "Expired", f"{_HELD} > 0 AND l.expires_on < {today}"),
            ("blocked", "Blocked", "l.blocked <> ''"),
            ("serials", "Serial numbers", "l.is_serial = 1"),
            ("all", "All", ""),
        ),
        order="lot",
        descending=False,
    )  # fmt: skip


def _columns(state: str) -> tuple[Column, ...]:
    return (
        Column("lot", "Lot or serial number", Kind.CODE, 160, sql="l.code"),
        Column("name", "Product", Kind.TEXT, 240, sql="p.name"),
        Column("sku", "SKU", Kind.CODE, 100, sql="p.sku"),
        Column("state", "State", Kind.STATE, 136, sql=state),
        Column("expires", "Expires", Kind.DATE, 106, sql="l.expires_on"),
        Column("on_hand", "On hand", Kind.QUANTITY, 96, total=True, sql=_HELD),
        Column("place", "Location", Kind.TEXT, 140, sql=_WHERE),
        Column("supplier", "Supplier", Kind.TEXT, 170, sql="COALESCE(s.name, '')"),
        Column("arrived", "Arrived", Kind.MOMENT, 110, sql="l.arrived_at"),
        Column("price", "Price near expiry", Kind.PRICE, 136, hidden=True, sql="l.price"),
        Column("blocked", "Why blocked", Kind.TEXT, 160, hidden=True, sql="l.blocked"),
        Column(
            "supplier_code", "Supplier's lot", Kind.CODE, 130, hidden=True, sql="l.supplier_code"
        ),
    )
