"""The list of products: found by name, code, any barcode or pinyin initials."""

from erp_desktop.core.table import Column, Kind, Listing

# Read row by row, so that a page of fifty never sums the stock of all products.
# ruff: noqa: S608  (constant SQL of our own)


def _stock(column: str) -> str:
    return f"(SELECT COALESCE(SUM(b.{column}), 0) FROM stock_balance b WHERE b.product_id = p.id)"


ON_HAND, VALUE = _stock("on_hand"), _stock("value")
AVAILABLE = f"({ON_HAND} - {_stock('reserved')})"
GOODS = "p.kind = 'goods'"
LOW = f"{GOODS} AND p.active AND p.minimum > 0 AND {AVAILABLE} < p.minimum"
BELOW = f"{GOODS} AND {ON_HAND} < 0"
OUT = f"{GOODS} AND p.active AND {ON_HAND} = 0"

STATE = (
    f"CASE WHEN NOT p.active THEN 'inactive' WHEN {BELOW} THEN 'below_zero' "
    f"WHEN p.minimum > 0 AND {OUT} THEN 'out' WHEN {LOW} THEN 'low' ELSE '' END"
)
BARCODE = (
    "(SELECT b.code FROM barcode b WHERE b.product_id = p.id ORDER BY b.position, b.code LIMIT 1)"
)
SUPPLIER = "(SELECT s.name FROM partner s WHERE s.id = p.supplier_id)"
CATEGORY = "(SELECT c.name FROM category c WHERE c.id = p.category_id)"

PRODUCTS = Listing(
    name="products",
    title="Products",
    columns=(
        Column("sku", "SKU", Kind.CODE, 110, sql="p.sku"),
        Column("name", "Name", Kind.TEXT, 300, sql="p.name"),
        Column("category", "Category", Kind.TEXT, 130, sql=CATEGORY),
        Column("barcode", "Barcode", Kind.CODE, 130, sql=BARCODE),
        Column("state", "State", Kind.STATE, 110, sql=STATE),
        Column("on_hand", "On hand", Kind.QUANTITY, 90, sql=ON_HAND),
        Column("available", "Available", Kind.QUANTITY, 90, sql=AVAILABLE),
        Column("unit", "Unit", Kind.TEXT, 60, sql="p.unit"),
        Column("minimum", "Minimum", Kind.QUANTITY, 80, hidden=True, sql="p.minimum"),
        Column("price", "Sale price", Kind.PRICE, 100, sql="p.price"),
        Column("cost", "Last buying price", Kind.PRICE, 120, hidden=True, sql="p.purchase_price"),
        Column("value", "Stock value", Kind.MONEY, 110, total=True, sql=VALUE),
        Column("tax", "Tax %", Kind.PERCENT, 70, hidden=True, sql="p.tax"),
        Column("supplier", "Supplier", Kind.TEXT, 160, hidden=True, sql=SUPPLIER),
    ),
    source="product p",
    key="p.id",
    indexed="p.id",
    views=(
        ("active", "On sale", "p.active"),
        ("low", "Low", LOW),
        ("out", "Sold out", OUT),
        ("below_zero", "Below zero", BELOW),
        ("services", "Services", "p.kind = 'service'"),
        ("inactive", "Not sold any more", "NOT p.active"),
        ("all", "All", ""),
    ),
    order="sku",
    descending=False,
)
