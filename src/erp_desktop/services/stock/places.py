"""Places: warehouses of our own, and the ends of the world outside that goods come from or go to.

What a place *is* decides which account stands against the stock when value moves to or from it.
"""

from typing import Final, NamedTuple

from erp_desktop.core import errors
from erp_desktop.models.books import Books
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.users import rights

# The account against stock for value that comes from, or goes to, a place of this kind.
FROM: Final[dict[str, str]] = {
    "supplier": Role.UNBILLED,
    "customer": Role.COST_OF_SALES,
    "adjustment": Role.COUNT_DIFFERENCE,
    "scrap": Role.WRITE_OFFS,
    "opening": Role.EQUITY,
    "production": Role.PRODUCTION,
}
TO: Final[dict[str, str]] = FROM | {"supplier": Role.PRICE_DIFFERENCE}

ROAD: Final = "~"  # how the code of a place begins that goods are on their way through
OWN: Final = frozenset({"storage", "transit"})  # their stock is ours and has a value


class Place(NamedTuple):
    """A warehouse, or an end of the world outside."""

    id: int
    code: str
    name: str
    kind: str
    own: bool  # its stock is ours and has a value
    usage: str = "own"  # third_party, virtual, consignment
    rank: int = 0  # the lowest gives first
    active: bool = True


def places(books: Books) -> dict[int, Place]:
    """All places by id (their kind and code never change)."""
    known: dict[int, Place] | None = books.known.get("places")
    if known is None:
        known = refresh(books)
    return known


def whole_shop(books: Books) -> bool:
    """Is the whole shop one valuation scope, and not each warehouse? Chosen once."""
    return books.setting("valuation_scope") == "shop"


def scopes(books: Books) -> dict[int, int]:
    """The valuation scope of each place of ours: its own, or the main warehouse for the whole shop.

    The scope's balance row is where the value stands.
    """
    known: dict[int, int] | None = books.known.get("scopes")
    if known is None:
        own = [p.id for p in places(books).values() if p.own]
        whole = main_warehouse(books) if whole_shop(books) else 0
        known = books.known["scopes"] = {place_id: whole or place_id for place_id in own}
    return known


def refresh(books: Books) -> dict[int, Place]:
    rows = books.rows("SELECT id, code, name, kind, usage, rank, active FROM location ORDER BY id")
    known = {
        row[0]: Place._make((*row[:4], row[3] in OWN, *row[4:6], bool(row[6]))) for row in rows
    }
    books.known["places"] = known
    books.known.pop("scopes", None)
    return known


def place(books: Books, place_id: int) -> Place:
    """A place by id, also one that another till has just made."""
    found = places(books).get(place_id) or refresh(books).get(place_id)
    if found is None:
        raise errors.UnknownWarehouse(place_id)
    return found


def outside(books: Books, kind: str) -> int:
    """The id of the one place of a kind outside our warehouses."""
    return next(p.id for p in places(books).values() if p.kind == kind)


def warehouse(books: Books, code: str) -> Place:
    """A warehouse by its code. Raises UnknownWarehouse."""
    for known in (places(books), refresh(books)):
        for found in known.values():
            if found.code == code and found.kind == "storage":
                return found
    raise errors.UnknownWarehouse(code)


def warehouses(books: Books) -> list[Place]:
    """All warehouses in use, the oldest first: the first is where the shop trades by default."""
    return [p for p in refresh(books).values() if p.kind == "storage" and p.active]


def main_warehouse(books: Books) -> int:
    """The warehouse where the shop trades unless a paper names another: the oldest one."""
    return next(p.id for p in places(books).values() if p.kind == "storage")


def save_warehouse(books: Books, code: str, name: str) -> int:
    """Make a warehouse, or rename the one with this code.

    Raises Missing (code), CodeTaken (by an end of the world outside).
    """
    rights.require(books, rights.SETTINGS)
    code = code.strip()
    if not code:
        raise errors.Missing("code")
    row_id, kind = books.row("SELECT id, kind FROM location WHERE code = ?", (code,)) or (0, "")
    if code.startswith(ROAD) or kind not in {"", "storage"}:
        raise errors.CodeTaken(code)
    if row_id:
        books.update("location", row_id, name=name or code)
    else:
        row_id = books.insert("location", code=code, name=name or code, kind="storage")
    refresh(books)
    return int(row_id)
