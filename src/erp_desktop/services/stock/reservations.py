"""Reservations: a confirmed order promises stock; what is available is on hand less promised."""

from collections.abc import Iterable

from erp_desktop.models.books import Books


def reserve(books: Books, place_id: int, wanted: Iterable[tuple[int, int]]) -> None:
    """Promise quantities (product, parts) at a place; a negative quantity takes a promise back."""
    books.many(
        "INSERT INTO stock_balance (product_id, location_id, on_hand, reserved, value, cost_value, "
        "cost_quantity, last_at, last_sequence) VALUES (?, ?, 0, ?, 0, 0, 0, 0, 0) "
        "ON CONFLICT (product_id, location_id) "
        "DO UPDATE SET reserved = stock_balance.reserved + excluded.reserved",
        [(product_id, place_id, quantity) for product_id, quantity in wanted if quantity],
    )
