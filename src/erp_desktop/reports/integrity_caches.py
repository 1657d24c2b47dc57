"""The caches beside the balances, recomputed: what lies in which bin and lot, the layers of cost,
and what is promised to orders."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from erp_desktop.core.costing.replay import Pool
from erp_desktop.models.books import Books
from erp_desktop.reports.findings import Findings
from erp_desktop.services.catalogue.parts import needed
from erp_desktop.services.stock.layers import Shelf, rows_of
from erp_desktop.services.stock.layers import read as read_layers
from erp_desktop.services.stock.reservations import all_shares, by_place


class Caches:
    """The caches of a stretch of products."""

    def __init__(self, findings: Findings, first: int, last: int) -> None:
        self.findings = findings
        books = findings.books
        self.details: dict[int, dict[tuple[int, int, int], int]] = {}
        for product_id, place, bin_id, lot, on_hand in books.rows(
            "SELECT product_id, location_id, bin_id, lot_id, on_hand FROM stock_detail "
            "WHERE product_id BETWEEN ? AND ? AND on_hand <> 0",
            (first, last),
        ):
            self.details.setdefault(product_id, {})[place, bin_id, lot] = on_hand
        self.layered = {
            row[0]
            for row in books.rows(
                "SELECT DISTINCT product_id FROM stock_layer WHERE product_id BETWEEN ? AND ?",
                (first, last),
            )
        }

    def compare(
        self,
        product_id: int,
        sku: str,
        details: Mapping[tuple[int, int, int], list[int]],
        holdings: Mapping[int, Pool],
    ) -> None:
        """Name what the caches say otherwise than the ledger."""
        stored = self.details.get(product_id, {})
        wanted = {key: more[0] for key, more in details.items() if more[0]}
        for key in sorted(stored.keys() | wanted.keys()):
            was, now = stored.get(key, 0), wanted.get(key, 0)
            self.findings.quantity("", "the stock of a bin or lot", was, now, f"{sku} {key}")
        layers: Shelf = {}
        for scope, pool in holdings.items():
            layers |= rows_of(pool, scope)
        if not layers and product_id not in self.layered:
            return
        kept = read_layers(self.findings.books, product_id)
        for name in sorted(layers.keys() | kept.keys()):
            if layers.get(name) != kept.get(name):
                self.findings.add(
                    "", "a layer of cost", kept.get(name), layers.get(name), f"{sku} {name}"
                )


_WAITING: Final = """
SELECT l.id, l.product_id, p.kind, o.place_id, l.quantity - COALESCE(x.done, 0)
FROM document o JOIN document_line l ON l.document_id = o.id JOIN product p ON p.id = l.product_id
LEFT JOIN (
    SELECT a.answers_id, SUM(a.quantity) AS done FROM document i
    JOIN document_line a ON a.document_id = i.id
    WHERE i.kind = 'goods_issue' AND i.state = 'posted' AND a.answers_id IS NOT NULL
    GROUP BY a.answers_id
) x ON x.answers_id = l.id
WHERE o.kind = 'sales_order' AND o.state = 'confirmed' AND p.kind <> 'service'
"""


def _promised(books: Books) -> dict[tuple[int, int], int]:
    """By product and place: what confirmed sales orders wait for, where it was allocated; of a
    kit its parts."""
    parts: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for kit_id, part_id, per in books.rows(
        "SELECT product_id, part_id, quantity FROM product_part"
    ):
        parts[kit_id].append((part_id, per))
    wanted: dict[tuple[int, int], int] = defaultdict(int)
    shares = all_shares(books)
    for line_id, product_id, kind, home, left in books.rows(_WAITING):
        if kind == "kit":
            for part_id, per in parts[product_id]:
                wanted[part_id, home] += needed(per, int(left))
            continue
        for place_id, much in by_place(shares.get(line_id, ()), home, int(left)):
            wanted[product_id, place_id] += much
    return wanted


def check_reserved(findings: Findings) -> None:
    """What is promised is what confirmed sales orders still wait for."""
    books = findings.books
    wanted = _promised(books)
    stored = {
        (row[0], row[1]): row[2]
        for row in books.rows(
            "SELECT product_id, location_id, reserved FROM stock_balance WHERE reserved <> 0"
        )
    }
    for key in sorted(wanted.keys() | stored.keys()):
        was, now = stored.get(key, 0), wanted.get(key, 0)
        if was != now:
            sku = books.value("SELECT sku FROM product WHERE id = ?", (key[0],))
            place = findings.places.get(key[1])
            findings.quantity(
                "", "the reserved quantity", was, now, f"{sku} {place.code if place else key[1]}"
            )
