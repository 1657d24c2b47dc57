"""The unit that a product's stock is shown in (库存显示单位), as SQL over `product p`.

The ledger counts in the product's own unit; a carton is only a way of reading forty pieces. Both
are empty (and 0) where the stock is shown in the own unit.
"""

from typing import Final

_SHOWN: Final = "u.product_id = p.id AND u.unit = p.stock_unit AND p.stock_unit <> p.unit"
PACK: Final = (
    f"COALESCE((SELECT u.unit FROM product_unit u WHERE {_SHOWN} AND u.factor > 1000000), '')"  # noqa: S608
)
HOLDS: Final = (
    f"COALESCE((SELECT u.factor FROM product_unit u WHERE {_SHOWN} AND u.factor > 1000000), 0)"  # noqa: S608
)
