"""Requirements (物料需求): what orders and assembling will need, by day, against what there is.

Confirmed sales orders need goods on the day they were promised. What a kit is sold from is needed
instead of the kit; what an assembled product is made of is needed for as many of it as neither lie
here nor come in time. Stock and purchase orders are laid against it day by day: the first day on
which it does not last is the day that matters.
"""

from collections import defaultdict
from typing import Any, Final, NamedTuple

from erp_desktop.core import clock
from erp_desktop.core.money import ONE_QUANTITY
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, Where, table

# Every text put into the SQL below is from our own code; what people ask for is bound.
# ruff: noqa: S608

COLUMNS: Final = (
    Column("sku", "SKU", Kind.CODE, 110),
    Column("name", "Name", width=220),
    Column("day", "Needed on", Kind.DATE, 100),
    Column("source", "For", Kind.CODE, 200),
    Column("needed", "Needed", Kind.QUANTITY, 90, total=True),
    Column("on_hand", "On hand", Kind.QUANTITY, 90),
    Column("coming", "Comes by then", Kind.QUANTITY, 110),
    Column("left", "Left after it", Kind.QUANTITY, 100),
    Column("short", "Short", Kind.QUANTITY, 90, total=True),
    Column("state", "State", Kind.STATE, 120),
    Column("supplier", "Supplier", width=160),
)


class Need(NamedTuple):
    """So much of a product is needed on a day, for a paper or for a product made of it."""

    product_id: int
    day: int
    quantity: int
    source: str


class _Facts(NamedTuple):
    sku: str
    name: str
    kind: str
    supplier: str
    on_hand: int


_OPEN: Final = """
SELECT l.product_id, COALESCE(d.due_on, 0), d.number, l.quantity - COALESCE((SELECT
       SUM(a.quantity) FROM document_line a JOIN document x ON x.id = a.document_id
       WHERE a.answers_id = l.id AND x.kind = ? AND x.state = 'posted'), 0)
FROM document d JOIN document_line l ON l.document_id = d.id
WHERE d.kind = ? AND d.state = 'confirmed' AND l.product_id IS NOT NULL
"""


def requirements(books: Books, ask: ReportAsk) -> Table:
    """Everything that is needed, product by product and day by day; what does not last is short."""
    facts, recipes = _facts(books, ask), _recipes(books)
    coming = _coming(books, ask)
    needs = _exploded(_ordered(books, ask), facts, recipes, coming)
    rows, keys = [], []
    for product_id in sorted(needs, key=lambda one: facts[one].sku):
        if ask.sku is not None and facts[product_id].sku != ask.sku:
            continue
        for row in _told(facts[product_id], needs[product_id], coming.get(product_id, [])):
            rows.append(row)
            keys.append(product_id)
    return table(books, ("requirements", "Requirements"), COLUMNS, rows, keys)


def _facts(books: Books, ask: ReportAsk) -> dict[int, _Facts]:
    held = Where().warehouse(books, ask, "location_id")
    return {
        row[0]: _Facts(row[1], row[2], row[3], row[4], int(row[5]))
        for row in books.rows(
            "SELECT p.id, p.sku, p.name, p.kind, COALESCE(s.name, ''), COALESCE(b.on_hand, 0) "
            "FROM product p LEFT JOIN partner s ON s.id = p.supplier_id LEFT JOIN (SELECT "
            f"product_id, SUM(on_hand) AS on_hand FROM stock_balance{held.sql} "
            "GROUP BY product_id) b ON b.product_id = p.id",
            held.params,
        )
    }


def _recipes(books: Books) -> dict[int, list[tuple[int, int]]]:
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for product_id, part_id, quantity in books.rows(
        "SELECT product_id, part_id, quantity FROM product_part ORDER BY product_id, position"
    ):
        found[product_id].append((part_id, quantity))
    return found


def _lines(books: Books, ask: ReportAsk, kind: str, answered_by: str) -> list[tuple[Any, ...]]:
    where = Where().warehouse(books, ask, "d.place_id")
    only = "".join(f" AND {condition}" for condition in where.conditions)
    rows = books.rows(_OPEN + only, [answered_by, kind, *where.params])
    return [(row[0], row[1], row[2], int(row[3])) for row in rows if row[3] > 0]


def _ordered(books: Books, ask: ReportAsk) -> dict[int, list[Need]]:
    needs: dict[int, list[Need]] = defaultdict(list)
    for product_id, day, number, left in _lines(books, ask, "sales_order", "goods_issue"):
        needs[product_id].append(Need(product_id, day, left, number))
    return needs


def _coming(books: Books, ask: ReportAsk) -> dict[int, list[tuple[int, int]]]:
    """By product: (day, quantity) of what is on its way; late orders are expected today."""
    today = clock.today()
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for product_id, day, _, left in _lines(books, ask, "purchase_order", "goods_receipt"):
        found[product_id].append((max(day, today), left))
    return found


def _exploded(
    needs: dict[int, list[Need]], facts: dict[int, _Facts],
    recipes: dict[int, list[tuple[int, int]]], coming: dict[int, list[tuple[int, int]]],
) -> dict[int, list[Need]]:  # fmt: skip
    """Pass what cannot be served down to the parts, from the top of the recipes to the bottom."""
    for product_id in _top_down(recipes):
        mine = sorted(needs.get(product_id, ()), key=lambda need: need.day)
        if not mine:
            continue
        known = facts[product_id]
        lasting = _Lasting(known.on_hand, coming.get(product_id, []))
        for need in mine:
            short = need.quantity if known.kind == "kit" else lasting.take(need)
            for part_id, each in recipes[product_id] if short else ():
                parts = -(-short * each // ONE_QUANTITY)
                needs[part_id].append(
                    Need(part_id, need.day, parts, f"{need.source} · {known.sku}")
                )
        if known.kind == "kit":
            del needs[product_id]  # it is never in stock itself
    return {
        product_id: mine for product_id, mine in needs.items() if facts[product_id].kind == "goods"
    }


def _top_down(recipes: dict[int, list[tuple[int, int]]]) -> list[int]:
    """Products with a recipe, each before the parts that have one too."""
    order: list[int] = []
    seen: set[int] = set()

    def visit(product_id: int) -> None:
        if product_id in seen or product_id not in recipes:
            return
        seen.add(product_id)
        for part_id, _ in recipes[product_id]:
            visit(part_id)
        order.append(product_id)

    for product_id in recipes:
        visit(product_id)
    return order[::-1]


class _Lasting:
    """Stock and what comes, used up by one need after the other."""

    def __init__(self, on_hand: int, coming: list[tuple[int, int]]) -> None:
        self.left = on_hand
        self.came = 0
        self._coming = sorted(coming)

    def take(self, need: Need) -> int:
        """Use it; how much of the need is short. What is short is not carried on."""
        day = need.day or clock.today()
        while self._coming and self._coming[0][0] <= day:
            arrived = self._coming.pop(0)[1]
            self.left += arrived
            self.came += arrived
        short = max(need.quantity - max(self.left, 0), 0)
        self.left -= need.quantity - short
        return short


def _told(facts: _Facts, needs: list[Need], coming: list[tuple[int, int]]) -> list[tuple[Any, ...]]:
    lasting, rows = _Lasting(facts.on_hand, coming), []
    for need in sorted(needs, key=lambda one: (one.day, one.source)):
        short = lasting.take(need)
        state = "short" if short else "enough"
        rows.append((
            facts.sku, facts.name, need.day or None, need.source, need.quantity, facts.on_hand,
            lasting.came, lasting.left, short, state, facts.supplier,
        ))  # fmt: skip
    return rows
