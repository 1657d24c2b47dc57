"""What the pages of counts ask besides the products: what can be chosen, what runs, what is new."""

from typing import NamedTuple

from erp_desktop.models.books import Books
from erp_desktop.services.stock.bins import bins_to_count
from erp_desktop.services.stock.count_plans import open_plans
from erp_desktop.services.stock.places import place, warehouses
from erp_desktop.services.users.people import people


class CountTerms(NamedTuple):
    """What a count can be planned by."""

    warehouses: tuple[tuple[int, str, str], ...]  # id, code, name
    categories: tuple[tuple[int, str], ...]
    suppliers: tuple[tuple[int, str], ...]
    classes: tuple[str, ...]  # of the ABC analysis
    has_shelves: bool


class RunningCount(NamedTuple):
    """A count under way, for the list above the posted ones."""

    id: int
    name: str
    place: str
    state: str
    counted: int
    whole: int


class Pulse(NamedTuple):
    """Changes whenever somebody counted something or decided something."""

    lines: int
    counted: int
    last: int
    decided: int


def count_terms(books: Books) -> CountTerms:
    """The shop's warehouses, categories, suppliers and ABC classes."""
    categories = "SELECT id, name FROM category ORDER BY name, id"
    suppliers = "SELECT id, name FROM partner WHERE is_supplier AND active ORDER BY name, id"
    classes = books.rows("SELECT DISTINCT abc FROM product WHERE abc IS NOT NULL ORDER BY abc")
    return CountTerms(
        tuple((place.id, place.code, place.name) for place in warehouses(books)),
        tuple((row[0], row[1]) for row in books.rows(categories)),
        tuple((row[0], row[1]) for row in books.rows(suppliers)),
        tuple(row[0] for row in classes),
        has_shelves=books.value("SELECT 1 FROM bin WHERE active LIMIT 1") is not None,
    )


def running_counts(books: Books) -> list[RunningCount]:
    """The counts under way, the newest first."""
    return [
        RunningCount(
            found.id, found.name, place(books, found.place_id).name, found.state,
            int(books.value(
                "SELECT COUNT(DISTINCT product_id) FROM count_entry WHERE plan_id = ? "
                "AND NOT set_aside", (found.id,),
            )),
            int(books.value("SELECT COUNT(*) FROM count_item WHERE plan_id = ?", (found.id,))),
        )
        for found in open_plans(books)
    ]  # fmt: skip


def count_pulse(books: Books, plan_id: int) -> Pulse:
    """A cheap look whether anybody else did something."""
    found = books.row(
        "SELECT COUNT(*), COALESCE(SUM(counted), 0), COALESCE(MAX(at), 0) FROM count_entry "
        "WHERE plan_id = ?",
        (plan_id,),
    )
    decided = books.value(
        "SELECT COUNT(*) FROM count_item WHERE plan_id = ? AND (verdict <> '' OR reason <> '')",
        (plan_id,),
    )
    lines, counted, last = found or (0, 0, 0)
    return Pulse(int(lines), int(counted), int(last), int(decided))


def counted_since(books: Books, plan_id: int, moment: int) -> list[int]:
    """The products that anybody found something of at or after a moment."""
    rows = books.rows(
        "SELECT DISTINCT product_id FROM count_entry WHERE plan_id = ? AND at >= ?",
        (plan_id, moment),
    )
    return [row[0] for row in rows]


def recent_products(books: Books, plan_id: int, counter: str, limit: int = 50) -> list[int]:
    """What this counter found last, the newest first."""
    rows = books.rows(
        "SELECT product_id, MAX(at), MAX(id) FROM count_entry WHERE plan_id = ? AND counter = ? "
        "GROUP BY product_id ORDER BY 2 DESC, 3 DESC LIMIT ?",
        (plan_id, counter, limit),
    )
    return [row[0] for row in rows]


def lots_here(
    books: Books, product_id: int, place_id: int, shelf: str = "", limit: int = 5
) -> list[str]:
    """The lots of a product that lie in a place: those on the shelf first, then the soonest to
    expire."""
    rows = books.rows(
        "SELECT l.code FROM lot l JOIN stock_detail d ON d.lot_id = l.id AND d.location_id = ? "
        "LEFT JOIN bin n ON n.id = d.bin_id AND n.code = ? "
        "WHERE l.product_id = ? GROUP BY l.id, l.code, l.expires_on HAVING SUM(d.on_hand) <> 0 "
        "ORDER BY CASE WHEN SUM(CASE WHEN n.id IS NULL THEN 0 ELSE d.on_hand END) > 0 THEN 0 "
        "ELSE 1 END, COALESCE(l.expires_on, 99999999), l.id LIMIT ?",
        (place_id, shelf, product_id, limit),
    )
    return [row[0] for row in rows]


def is_shelf(books: Books, plan_id: int, place_id: int, code: str) -> bool:
    """Whether a scanned code is the label of a shelf."""
    known = books.value(
        "SELECT 1 FROM count_shelf WHERE plan_id = ? AND shelf = ?", (plan_id, code)
    )
    return known is not None or code in bins_to_count(books, place_id)


def counter_names(books: Books) -> list[str]:
    """Who may count."""
    return [person.full_name for person in people(books)]
