"""What a sales channel's titles mean here: linked once by a clerk, known from then on.

A channel that says no SKU still calls its goods something. The links of a channel are one long
setting of the shop, asked for by name only.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from erp_desktop.core import errors
from erp_desktop.models.books import Books


@dataclass(frozen=True, slots=True)
class LinkTitles:
    """Titles (or SKUs of the channel) and the products they mean; None forgets a title."""

    channel: str
    titles: Mapping[str, int | None]


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
    books.put_setting(_key(command.channel), json.dumps(links, ensure_ascii=False))


def _key(channel: str) -> str:
    return f"~titles {channel}"
