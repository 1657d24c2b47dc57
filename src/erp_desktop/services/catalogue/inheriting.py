"""What a variant costs by the prices of its template (docs/decisions/0013).

A price that is named or agreed for the template holds for each of its variants, until the variant
has one of its own of the same level (or customer) and unit from no more pieces on. `pricing.py`
finds it for a line; here it is told beside the variant's own prices.
"""

from collections.abc import Collection, Sequence

from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.levels import SavedPrice


def inherited(
    own: Sequence[SavedPrice], of_template: Sequence[SavedPrice], product_id: int,
    units: Collection[str],
) -> list[SavedPrice]:  # fmt: skip
    """Of the template's prices those that a variant with these units still takes."""
    return [
        one._replace(product_id=product_id, inherited=True)
        for one in of_template
        if one.unit in units and not any(_covers(mine, one) for mine in own)
    ]


def template_of(books: Books, product_id: int) -> int | None:
    """The template that a product is a variant of."""
    found = books.value("SELECT parent_id FROM product WHERE id = ?", (product_id,))
    return None if found is None else int(found)


def templates(books: Books) -> dict[int, int]:
    """The template of every variant."""
    return dict(books.rows("SELECT id, parent_id FROM product WHERE parent_id IS NOT NULL"))


def _covers(mine: SavedPrice, one: SavedPrice) -> bool:
    same = (mine.level_id, mine.customer_id, mine.unit) == (
        one.level_id, one.customer_id, one.unit,
    )  # fmt: skip
    return same and mine.minimum <= one.minimum
