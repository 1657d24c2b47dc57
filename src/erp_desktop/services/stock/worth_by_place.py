"""The value of a shop-wide scope over its warehouses, laid out anew after an upgrade.

The ledger knows the value of the whole scope; what stands at each warehouse is a cache, reckoned by
what each of them holds. Version 0.2 reckoned it otherwise where one of them was short (LEDGER L-1):
its rows stand until the product is posted next. So they are reckoned again when such a shop is
first opened. Nothing that was posted is touched, and the sum over the warehouses stays.
"""

from erp_desktop.core.allocation import spread
from erp_desktop.models.books import Books
from erp_desktop.services.stock.places import scopes, whole_shop


def lay_out_worth(books: Books) -> int:
    """Bring the caches of value up to today's reckoning; how many changed. Costs nothing in a shop
    that values each warehouse by itself."""
    if not whole_shop(books):
        return 0
    scope = scopes(books)
    held: dict[tuple[int, int], dict[int, tuple[int, int]]] = {}
    for product_id, place_id, on_hand, value in books.rows(
        "SELECT product_id, location_id, on_hand, value FROM stock_balance "
        "ORDER BY product_id, location_id"
    ):
        if place_id in scope:
            held.setdefault((product_id, scope[place_id]), {})[place_id] = (on_hand, value)
    changed = []
    for (product_id, home), its in held.items():
        quantities = {place: on_hand for place, (on_hand, _) in its.items()}
        worth = spread(sum(value for _, value in its.values()), quantities, home, books.minor)
        changed += [
            (worth[place], product_id, place) for place, (_, value) in its.items()
            if worth[place] != value
        ]  # fmt: skip
    books.many(
        "UPDATE stock_balance SET value = ? WHERE product_id = ? AND location_id = ?", changed
    )
    return len(changed)
