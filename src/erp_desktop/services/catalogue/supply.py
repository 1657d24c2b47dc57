"""How a product is kept in supply: who sells it to us, when it is ordered again, its weight.

The first supplier of a product is its usual one; `product.supplier_id` says the same, so that a
shop that never looks at supplier's codes and packs still has one supplier a product.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core import errors
from erp_desktop.core.money import ZERO, price, price_parts, quantity, quantity_parts
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.products import SaveProduct, by_sku, save_product


@dataclass(frozen=True, slots=True)
class Offer:
    """One supplier's offer of a product: his code, price without tax, least quantity, pack."""

    partner_id: int
    code: str = ""
    price: Decimal | None = None
    minimum: Decimal = Decimal(0)
    pack: Decimal = Decimal(0)
    lead_days: int | None = None


@dataclass(frozen=True, slots=True)
class SaveSupply:
    """A product's ordering facts and all of its suppliers, the usual one first."""

    product_id: int
    product: SaveProduct
    offers: Sequence[Offer]


class Supply(NamedTuple):
    """How a product is kept in supply, as it stands."""

    minimum: Decimal
    safety: Decimal
    target: Decimal | None
    lead_days: int | None
    dynamic: bool
    weight: Decimal | None
    volume: Decimal | None


class Offered(NamedTuple):
    """An offer as it stands, with the supplier's name; the usual supplier comes first."""

    partner_id: int
    supplier_code: str
    supplier: str
    code: str
    price: Decimal | None
    minimum: Decimal
    pack: Decimal
    lead_days: int | None


def supply_of(books: Books, product_id: int) -> Supply:
    """How a product is kept in supply. Raises UnknownProduct."""
    row = books.row(
        "SELECT minimum, safety, target, lead_days, dynamic_minimum, weight, volume "
        "FROM product WHERE id = ?",
        (product_id,),
    )
    if row is None:
        raise errors.UnknownProduct(product_id)
    return Supply(
        quantity(row[0]), quantity(row[1]), _maybe(row[2]), row[3], bool(row[4]),
        _maybe(row[5]), _maybe(row[6]),
    )  # fmt: skip


def save_supply(books: Books, command: SaveSupply) -> None:
    """Keep both together. Raises what `save_product` and `save_offers` refuse."""
    save_product(books, command.product)
    save_offers(books, command.product_id, command.offers)


def save_offers(books: Books, product_id: int, offers: Sequence[Offer]) -> None:
    """These are all the suppliers of a product now, the usual one first.

    Raises NotPositive, CodeTaken (the same supplier twice).
    """
    seen: set[int] = set()
    for offer in offers:
        if offer.partner_id in seen:
            raise errors.CodeTaken(offer.partner_id)
        seen.add(offer.partner_id)
    books.run("DELETE FROM product_supplier WHERE product_id = ?", (product_id,))
    _write(books, [(product_id, at, offer) for at, offer in enumerate(offers)])
    usual = offers[0].partner_id if offers else None
    books.update("product", product_id, supplier_id=usual)


def put_offers(books: Books, offers: Mapping[int, Sequence[Offer]]) -> None:
    """Add offers to products, or change the ones there are; the first becomes the usual supplier
    of a product that had none."""
    there = {
        (row[0], row[1]): row[2]
        for row in books.rows("SELECT product_id, partner_id, position FROM product_supplier")
    }
    last: dict[int, int] = {}
    for (product_id, _), position in there.items():
        last[product_id] = max(last.get(product_id, -1), position)
    rows = []
    for product_id, mine in offers.items():
        for offer in mine:
            at = there.get((product_id, offer.partner_id))
            if at is None:
                at = last[product_id] = last.get(product_id, -1) + 1
            rows.append((product_id, at, offer))
    _write(books, rows)
    books.many(
        "UPDATE product SET supplier_id = ? WHERE id = ? AND supplier_id IS NULL",
        [(mine[0].partner_id, product_id) for product_id, mine in offers.items() if mine],
    )


def put_offer(books: Books, sku: str, offer: Offer) -> None:
    """Add or change one supplier's offer of a product. Raises UnknownProduct, NotPositive."""
    put_offers(books, {by_sku(books, sku).id: [offer]})


def offers_of(books: Books, product_id: int) -> list[Offered]:
    """The suppliers of a product, the usual one first, also where he never named a price."""
    places = books.money_places
    return [
        Offered(
            row[0], row[1], row[2], row[3], None if row[4] is None else price(row[4], places),
            quantity(row[5]), quantity(row[6]), row[7],
        )
        for row in books.rows(
            "SELECT a.id, a.code, a.name, COALESCE(s.code, ''), s.price, COALESCE(s.minimum, 0), "
            "COALESCE(s.pack, 0), s.lead_days FROM product p JOIN partner a ON a.id = "
            "p.supplier_id OR a.id IN (SELECT o.partner_id FROM product_supplier o "
            "WHERE o.product_id = p.id) "
            "LEFT JOIN product_supplier s ON s.product_id = p.id AND s.partner_id = a.id "
            "WHERE p.id = ? "
            "ORDER BY CASE WHEN a.id = p.supplier_id THEN 0 ELSE 1 END, s.position",
            (product_id,),
        )
    ]  # fmt: skip


def offered_prices(
    books: Books, partner_id: int | None, product_ids: Iterable[int]
) -> dict[int, int]:
    """By product: the price this supplier offers, in price parts."""
    wanted = list(product_ids)
    return {
        row[0]: row[1]
        for row in books.among(
            "SELECT product_id, price FROM product_supplier "
            "WHERE product_id IN ({}) AND partner_id = ? AND price IS NOT NULL",
            wanted,
            after=[partner_id or 0],
        )
    }


def _write(books: Books, rows: Sequence[tuple[int, int, Offer]]) -> None:
    books.many(
        "INSERT INTO product_supplier (product_id, partner_id, position, code, price, minimum, "
        "pack, lead_days) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (product_id, partner_id) "
        "DO UPDATE SET code = excluded.code, price = excluded.price, "
        "minimum = excluded.minimum, pack = excluded.pack, lead_days = excluded.lead_days",
        [
            (
                product_id, offer.partner_id, at, offer.code.strip(),
                None if offer.price is None else _price(offer.price),
                _at_least_zero("minimum", offer.minimum), _at_least_zero("pack", offer.pack),
                offer.lead_days,
            )
            for product_id, at, offer in rows
        ],
    )  # fmt: skip


def _price(value: Decimal) -> int:
    if value < ZERO:
        raise errors.NotPositive("price", value)
    return price_parts(value)


def _at_least_zero(name: str, value: Decimal) -> int:
    if value < ZERO:
        raise errors.NotPositive(name, value)
    return quantity_parts(value)


def _maybe(whole: int | None) -> Decimal | None:
    return None if whole is None else quantity(whole)
