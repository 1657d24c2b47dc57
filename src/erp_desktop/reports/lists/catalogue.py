"""The list of products: found by name, code, any barcode or pinyin initials."""

from erp_desktop.core.table import Column, Kind, Listing
from erp_desktop.reports.stock_units import HOLDS, PACK
from erp_desktop.services.catalogue.availability import stock_of

# Read row by row, so that a page of fifty never sums the stock of all products.


ON_HAND, VALUE, AVAILABLE = stock_of("on_hand"), stock_of("value"), stock_of("available")
GOODS = "p.kind = 'goods' AND NOT p.is_template"
LOW = f"{GOODS} AND p.active AND p.minimum > 0 AND {AVAILABLE} < p.minimum"
BELOW = f"{GOODS} AND {ON_HAND} < 0"
OUT = f"{GOODS} AND p.active AND {ON_HAND} = 0"

STATE = (
    f"CASE WHEN NOT p.active THEN 'inactive' WHEN {BELOW} THEN 'below_zero' "
    f"WHEN p.minimum > 0 AND {OUT} THEN 'out' WHEN {LOW} THEN 'low' ELSE '' END"
)
# A template stands for its variants, with their sums; looking for one of them finds it too.
ON_SALE = "p.active AND p.parent_id IS NULL"
BARCODE = (
    "(SELECT b.code FROM barcode b WHERE b.product_id = p.id "
    "ORDER BY COALESCE(b.unit, ''), b.position, b.code LIMIT 1)"
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
        Column("on_hand", "On hand", Kind.QUANTITY, 112, sql=ON_HAND),
        Column("available", "Available", Kind.QUANTITY, 112, sql=AVAILABLE),
        Column("unit", "Unit", Kind.TEXT, 60, hidden=True, sql="p.unit"),
        Column("pack", "Stock unit", Kind.TEXT, 80, hidden=True, sql=PACK),
        Column("holds", "Conversion", Kind.QUANTITY, 80, hidden=True, sql=HOLDS),
        Column("minimum", "Minimum", Kind.QUANTITY, 80, hidden=True, sql="p.minimum"),
        Column("price", "Sale price", Kind.PRICE, 100, sql="p.price"),
        Column(
            "cost",
            "Last buying price",
            Kind.PRICE,
            120,
            hidden=True,
            sql="p.purchase_price",
            cost=True,
        ),
        Column("value", "Stock value", Kind.MONEY, 110, total=True, sql=VALUE, cost=True),
        Column("tax", "Tax %", Kind.PERCENT, 70, hidden=True, sql="p.tax"),
        Column("supplier", "Supplier", Kind.TEXT, 160, hidden=True, sql=SUPPLIER),
    ),
    source="product p",
    key="p.id",
    indexed="p.id",
    views=(
        ("active", "On sale", ON_SALE),
        ("low", "Low", LOW),
        ("out", "Sold out", OUT),
        ("below_zero", "Below zero", BELOW),
        ("services", "Services", "p.kind = 'service'"),
        ("kits", "Kits", "p.kind = 'kit' AND p.active"),
        ("templates", "With variants", "p.is_template AND p.active"),
        ("inactive", "Discontinued", "NOT p.active"),
        ("all", "All", "NOT p.is_template"),
    ),
    order="sku",
    descending=False,
)
