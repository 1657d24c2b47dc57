"""What a sales channel's titles mean here: linked once by a clerk, known from then on.

A channel that says no SKU still calls its goods something. The links of a channel are one long
setting of the shop, asked for by name only.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count

from erp_desktop.core import errors
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.products import SaveProduct, save_products


@dataclass(frozen=True, slots=True)
class LinkTitles:
    """Titles (or SKUs of the channel) and the products they mean; None forgets a title.

    `new` are titles that become products of their own, with the channel's SKU and price.
    """

    channel: str
    titles: Mapping[str, int | None]
    new: Mapping[str, tuple[str, Decimal]] = field(default_factory=dict)


def links_of(books: Books, channel: str) -> dict[str, int]:
    """Product ids by what the channel calls them."""
    kept = books.long_setting(_key(channel))
    found: dict[str, int] = json.loads(kept) if kept else {}
    return found


def link_titles(books: Books, command: LinkTitles) -> None:
    """Remember what titles of a channel mean. Raises UnknownProduct."""
    links = links_of(books, command.channel)
    for title, product_id in command.titles.items():
        if product_id is None:
            links.pop(title, None)
            continue
        if books.value("SELECT 1 FROM product WHERE id = ?", (product_id,)) is None:
            raise errors.UnknownProduct(product_id)
        links[title] = product_id
    links |= _made(books, command)
    books.put_setting(_key(command.channel), json.dumps(links, ensure_ascii=False))


def _made(books: Books, command: LinkTitles) -> dict[str, int]:
    """A product for each new title: under the channel's SKU, else under a number of its own."""
    taken = {row[0] for row in books.rows("SELECT sku FROM product")}
    free = (sku for number in count(1) if (sku := f"{command.channel}-{number:04}") not in taken)
    made: dict[str, SaveProduct] = {}
    for title, (said, price) in command.new.items():
        sku = said if said and said not in taken else next(free)
        taken.add(sku)
        made[title] = SaveProduct(sku, title, price=price)
    save_products(books, list(made.values()))
    known: dict[str, int] = dict(books.rows("SELECT sku, id FROM product"))
    return {title: known[product.sku] for title, product in made.items()}


def _key(channel: str) -> str:
    return f"~titles {channel}"
