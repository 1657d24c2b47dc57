"""Which product of the shop a channel's line means, and the few services and the customer that a
channel's orders need.

By SKU or barcode first, then by what a clerk linked the channel's words to, then by a product's
whole name. What nobody knows is told once for each title, however many lines carry it.
"""

import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from erp_desktop.core import errors
from erp_desktop.exchange.imports.channel_rows import amount_of, title_of
from erp_desktop.exchange.imports.channels import Channel
from erp_desktop.exchange.imports.intake import Intake, SourceRow, nearest
from erp_desktop.exchange.problems import Problem, Wrong
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.matching import match_products
from erp_desktop.services.catalogue.products import SaveProduct, save_products
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.shop.channel_links import LinkTitles, links_of

# SKU -> how it is called, in English and in Chinese
SERVICES: dict[str, tuple[str, str]] = {
    "SHIPPING": ("Shipping", "运费"),
    "CHANNEL-OTHER": ("Other charges of a channel", "渠道其他收费"),
    "CHANNEL-ORDER": ("Order of a channel, its goods not named", "渠道订单（无商品明细）"),
}


class Goods:
    """Finds products for the lines of one file."""

    def __init__(self, books: Books, intake: Intake, channel: Channel) -> None:
        self._intake = intake
        rows = intake.rows
        said = dict.fromkeys(
            text for row in rows for text in (row.text("sku"), title_of(row), row.text("name"))
            if text
        )  # fmt: skip
        self._known = match_products(books, list(said))
        self._linked = links_of(books, channel.code)
        self._names = [row[0] for row in books.rows("SELECT name FROM product WHERE active")]
        self._told: set[str] = set()

    def product_of(self, row: SourceRow) -> int | None:
        """The product a line means; a problem is told when nobody knows it."""
        sku, title, name = row.text("sku"), title_of(row), row.text("name")
        for text in (sku, title, name):
            if text and text in self._linked:
                return self._linked[text]
            found = self._known.get(text or "", ())
            if len(found) == 1:
                return found[0].id
        self._tell(row, title or sku or "")
        return None

    def _tell(self, row: SourceRow, words: str) -> None:
        if words in self._told:
            return
        self._told.add(words)
        field = "name" if title_of(row) or not words else "sku"
        if not words:
            self._intake.problem(row, field, Wrong.MISSING)
            return
        self._intake.report.strangers[words] = (row.text("sku") or "", _each(row))
        column = self._intake.mapping.columns.get(field, field)
        like = nearest(words, self._names)
        self._intake.report.problems.append(
            Problem(row.sheet, row.number, column, words, Wrong.NOT_LINKED, like)
        )


def service(books: Books, intake: Intake, sku: str) -> int:
    """A service that stands for what is no goods (shipping, an order as one amount)."""
    english, chinese = SERVICES[sku]
    name = chinese if books.setting("language").startswith("zh") else english
    for code in (sku, f"{sku}-FEE"):  # goods of the shop may be called like that
        found = books.row("SELECT id, kind, active FROM product WHERE sku = ?", (code,))
        if found is None:
            made = SaveProduct(code, name, kind="service", batch_id=intake.batch_id)
            save_products(books, [made])
            return int(books.value("SELECT id FROM product WHERE sku = ?", (code,)))
        if found[1] == "service":
            _wake(books, "product", found[0], intake.batch_id, active=found[2])
            return int(found[0])
    raise ValueError(f"{sku} and its other name are goods here")


def customer(books: Books, intake: Intake, channel: Channel) -> int:
    """The customer that the orders of a channel are booked on."""
    found = books.row("SELECT id, active FROM partner WHERE code = ?", (channel.code,))
    if found is None:
        made = SavePartner(channel.code, channel.customer, is_customer=True,
                           batch_id=intake.batch_id)  # fmt: skip
        return save_partner(books, made)
    _wake(books, "partner", found[0], intake.batch_id, active=found[1])
    return int(found[0])


def _wake(books: Books, table: str, row_id: int, batch_id: int, *, active: bool) -> None:
    """What an undone import made is taken up again by the next one."""
    if not active:
        books.update(table, row_id, active=True, batch_id=batch_id)


def _each(row: SourceRow) -> Decimal:
    """What one of a line costs in the channel, to the hundredth."""
    quantity, price = row.decimal("quantity") or Decimal(1), row.decimal("price")
    if price is None:
        price = amount_of(row) / quantity if quantity > 0 else Decimal(0)
    return max(round(price, 2), Decimal(0))


def unlinked(problems: Sequence[Problem]) -> dict[str, str]:
    """The titles among problems that a clerk can link, each with the product it looks like."""
    return {one.value: one.suggestion for one in problems if one.problem == Wrong.NOT_LINKED}


def read_links(books: Books, channel: str, path: Path) -> LinkTitles:
    """Links out of a JSON file: {"title": "SKU"}. Raises FileUnreadable, UnknownProduct."""
    try:
        said = json.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError as wrong:
        raise errors.FileUnreadable(path, "missing") from wrong
    except OSError as wrong:
        raise errors.FileUnreadable(path, "locked") from wrong
    except ValueError as wrong:
        raise errors.FileUnreadable(path, "wrong kind") from wrong
    if not isinstance(said, dict):
        raise errors.FileUnreadable(path, "wrong kind")
    known: dict[str, int] = dict(books.rows("SELECT sku, id FROM product"))
    for sku in said.values():
        if sku not in known:
            raise errors.UnknownProduct(sku)
    return LinkTitles(channel, {title: known[sku] for title, sku in said.items()})
