"""P: a replenishment run over 50,000 products and 1,000,000 movements, and its orders.

Baseline: the same questions in bare SQL on the same file through plain sqlite3 (stock of all, what
is on order, what was used), and as many rows of a draft order inserted by hand.
"""

import sqlite3
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

from _measure import Ratio, compare, show
from _synthetic import DAY, MAIN, found, movements, products

from erp_desktop.core import clock
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.registry import REPORTS
from erp_desktop.services.purchasing.proposing import OrderProposed, Proposed, order_proposed
from erp_desktop.services.purchasing.terms import SaveBuyingTerms, save_buying_terms
from erp_desktop.services.stock.replenishing import advise, short_of

PRODUCTS, MOVEMENTS, SUPPLIERS, ORDERED = 50_000, 1_000_000, 200, 5_000
A_HUNDRED = Decimal(100)


def supply(books: Books) -> None:
    """Every product has a minimum, half of them one that follows the use; a supplier and packs."""
    for n in range(1, SUPPLIERS + 1):
        books.insert("partner", code=f"S{n}", name=f"Supplier {n}", is_supplier=True, lead_days=7)
    books.run(
        "UPDATE product SET minimum = 80000000, target = 150000000, supplier_id = id % ? + 1, "
        "dynamic_minimum = id % 2, safety = 5000000, purchase_price = 2000000",
        (SUPPLIERS,),
    )
    save_buying_terms(books, SaveBuyingTerms(use_days=320))  # all that was sold counts
    books.run(
        "INSERT INTO product_supplier (product_id, partner_id, code, price, pack) "
        "SELECT id, supplier_id, 'C' || id, 1900000, 6000000 FROM product"
    )


def order_some(books: Books) -> None:
    """A tenth of the products is on its way already."""
    lines = [
        Proposed(n * 10, (n * 10) % SUPPLIERS + 1, A_HUNDRED, None, 7)
        for n in range(1, ORDERED + 1)
    ]
    order_proposed(books, OrderProposed(lines, MAIN, confirm=True))


def running(folder: Path) -> list[Ratio]:
    work = found(folder)
    work.run(products, PRODUCTS, search=False)
    work.run(movements, MOVEMENTS, PRODUCTS)
    work.run(supply)
    work.run(order_some)
    raw = sqlite3.connect(folder / "large.shop")
    since = clock.now() - 320 * DAY
    held = (
        "SELECT p.id, p.sku, p.name, s.name, b.on_hand, b.reserved, p.minimum, p.target, o.price, "
        "o.pack FROM product p LEFT JOIN partner s ON s.id = p.supplier_id LEFT JOIN "
        "product_supplier o ON o.product_id = p.id AND o.partner_id = p.supplier_id LEFT JOIN "
        "(SELECT product_id, SUM(on_hand) AS on_hand, SUM(reserved) AS reserved FROM stock_balance "
        "GROUP BY product_id) b ON b.product_id = p.id"
    )
    coming = (
        "SELECT l.product_id, l.quantity FROM document d JOIN document_line l "
        "ON l.document_id = d.id WHERE d.kind = 'purchase_order' AND d.state = 'confirmed'"
    )
    used = (
        "SELECT +product_id, SUM(CASE WHEN target_id = 2 THEN quantity ELSE -quantity END) "
        "FROM stock_move WHERE happened_at >= ? AND (target_id = 2 OR source_id = 2) "
        "GROUP BY +product_id"
    )
    first = "SELECT product_id, MIN(happened_at) FROM stock_move GROUP BY product_id"

    def bare() -> object:
        return [
            raw.execute(held).fetchall(), raw.execute(coming).fetchall(),
            raw.execute(used, (since,)).fetchall(), raw.execute(first).fetchall(),
        ]  # fmt: skip

    found_short = len(short_of(work.read(advise)))
    print(f"\n{found_short:,} of {PRODUCTS:,} products fall short")
    ratios = [
        compare("suggestions for all products", lambda: work.read(advise), bare, rounds=5, target=4),
        compare(
            "the report of them",
            lambda: work.read(REPORTS["replenishment"].make, ReportAsk()), bare, rounds=3,
        ),
    ]  # fmt: skip
    work.close()
    return ratios


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        show(
            f"Replenishment, {PRODUCTS:,} products, {MOVEMENTS:,} movements",
            running(Path(folder)),
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
