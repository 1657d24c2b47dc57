"""How much there is of a product, as SQL: of goods what lies there, of a kit what its parts make,
of a template what all its variants have together."""

from erp_desktop.core.money import ONE_QUANTITY

# ruff: noqa: S608  (constant SQL of our own)

_COLUMNS = {"on_hand": "b.on_hand", "available": "b.on_hand - b.reserved", "value": "b.value"}


def stock_of(column: str, product: str = "p", place_id: int = 0) -> str:
    """`column` (on_hand, available or value) of the row `product`, at one place or (0) at all.

    A kit's is what its scarcest part makes of it, in whole kits; it has no value of its own.
    """
    where = f" AND b.location_id = {int(place_id)}" if place_id else ""
    summed = f"SELECT CAST(COALESCE(SUM({_COLUMNS[column]}), 0) AS BIGINT) FROM stock_balance b"
    kits = "0"
    if column != "value":
        kits = (
            f"COALESCE((SELECT MIN(({summed} WHERE b.product_id = k.part_id{where}) / k.quantity) "
            f"FROM product_part k WHERE k.product_id = {product}.id), 0) * {ONE_QUANTITY}"
        )
    return (
        f"(CASE WHEN {product}.kind = 'kit' THEN {kits} WHEN {product}.is_template THEN "
        f"({summed} JOIN product v ON v.id = b.product_id WHERE v.parent_id = {product}.id{where}) "
        f"ELSE ({summed} WHERE b.product_id = {product}.id{where}) END)"
    )
