"""The papers that labels come on, and a product to look at while one is laid out."""

from typing import Any, Final

# Width and height in tenths of a millimetre, as rolls are sold.
SIZES: Final = (
    (500, 300), (400, 300), (600, 400), (570, 320), (300, 200), (700, 500), (1000, 600),
)  # fmt: skip


def first_products(books: Any) -> list[int]:
    """Some products that have a barcode, else any."""
    rows = books.rows(
        "SELECT p.id FROM product p LEFT JOIN barcode b ON b.product_id = p.id WHERE p.active "
        "ORDER BY CASE WHEN b.code IS NULL THEN 1 ELSE 0 END, p.id LIMIT 5"
    )
    return [row[0] for row in rows]
