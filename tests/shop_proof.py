"""The proof that a test asks of the books after every step, independent of the program's verify."""

from collections.abc import Iterable, Iterator

from erp_desktop.core.money import money, quantity
from erp_desktop.models.books import Books
from erp_desktop.reports.why import why
from erp_desktop.reports.why_tree import Node
from erp_desktop.services.stock.places import places
from erp_desktop.services.stock.restating import retell, value_ends


def assert_books_are_exact(books: Books) -> None:
    """L-1, L-2 by recomputation: sums, empty shelves, the story told again, the stock account."""
    balances = {
        (row[0], row[1]): row[2:]
        for row in books.rows(
            "SELECT product_id, location_id, on_hand, value, cost_value, cost_quantity "
            "FROM stock_balance"
        )
    }
    _sums(books, balances)
    for product_id in {product for product, _ in balances}:
        told = retell(books, product_id, (0, 0))
        assert told.corrections == [], f"product {product_id} told again: {told.corrections[:3]}"
        for place, holding in told.holdings.items():
            stored = balances[product_id, place]
            assert stored[:2] == (holding.quantity, holding.value), (product_id, place, stored)
            assert stored[2] * holding.cost_quantity == holding.cost_value * stored[3]
    _journal(books, sum(balance[1] for balance in balances.values()))


def _sums(books: Books, balances: dict[tuple[int, int], tuple[int, ...]]) -> None:
    own = {place.id for place in places(books).values() if place.own}
    sums: dict[tuple[int, int], list[int]] = {key: [0, 0] for key in balances}
    for product, source, target, moved in books.rows(
        "SELECT product_id, source_id, target_id, SUM(quantity) FROM stock_move "
        "GROUP BY product_id, source_id, target_id"
    ):
        for place, sign in ((source, -1), (target, 1)):
            if place in own:
                sums[product, place][0] += sign * moved
    for product, source, target, kind, amount in books.rows(
        "SELECT m.product_id, m.source_id, m.target_id, e.kind, SUM(e.amount) FROM stock_move m "
        "JOIN stock_value_entry e ON e.move_id = m.id "
        "GROUP BY m.product_id, m.source_id, m.target_id, e.kind"
    ):
        for place, sign in value_ends(source, target, kind, own):
            sums[product, place][1] += sign * amount
    for key, (held, value) in sums.items():
        assert balances[key][:2] == (held, value), key
        assert held != 0 or value == 0, f"{key}: nothing on the shelf is worth {value}"


def _journal(books: Books, stock_value: int) -> None:
    unbalanced = books.rows(
        "SELECT entry_id FROM journal_line GROUP BY entry_id HAVING SUM(amount) <> 0"
    )
    assert unbalanced == []
    account = books.value(
        "SELECT COALESCE(SUM(j.amount), 0) FROM journal_line j "
        "JOIN account a ON a.id = j.account_id WHERE a.role = 'stock'"
    )
    assert account == stock_value


def assert_why_adds_up(books: Books, skus: Iterable[str]) -> None:
    """The leaves of every tree sum to its figure, which is what the stock is worth."""
    for sku in skus:
        tree = why(books, sku)
        told = list(leaves(tree))
        assert sum(one.value for one in told) == tree.value, sku
        assert sum(one.quantity for one in told) == tree.quantity, sku
        held, worth = books.row(
            "SELECT COALESCE(SUM(b.on_hand), 0), COALESCE(SUM(b.value), 0) FROM stock_balance b "
            "JOIN product p ON p.id = b.product_id WHERE p.sku = ?", (sku,),
        )  # fmt: skip
        assert (tree.quantity, tree.value) == (quantity(held), money(worth, books.money_places))


def leaves(node: Node) -> Iterator[Node]:
    """The ends of a tree; every part on the way is the sum of what stands below it."""
    if not node.children:
        yield node
        return
    assert sum(one.value for one in node.children) == node.value, node.said
    for child in node.children:
        yield from leaves(child)
