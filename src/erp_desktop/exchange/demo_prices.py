"""Who buys at what price in the demo shop: two levels with prices of their own, one agreement.

They are made after everything else was posted: what lies on the desk keeps the shop's prices.
"""

from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from erp_desktop.core import clock
from erp_desktop.core.money import price
from erp_desktop.exchange.demo_waiting import CAKESTAND, HEART, JUMBO_BAG, LUNCH_BAG, WICKER_HEART
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.levels import NamedPrice, SaveLevel, put_price, save_level
from erp_desktop.services.catalogue.products import by_sku
from erp_desktop.services.partners.partners import SavePartner, save_partner

WHOLESALE: Final = ((HEART, 12), (CAKESTAND, 4), (LUNCH_BAG, 24), (JUMBO_BAG, 24),
                    (WICKER_HEART, 24))  # fmt: skip
_OFF: Final = Decimal("0.82")
_AGREED: Final = Decimal("0.78")
_CENT: Final = Decimal("0.01")


def name_prices(books: Books, chinese: bool, evening: int) -> None:  # noqa: FBT001
    """Make the levels, put prices on them, and let customers carry them."""
    member = save_level(books, SaveLevel("会员价" if chinese else "Member", Decimal(94)))
    wholesale = save_level(books, SaveLevel("批发 A" if chinese else "Wholesale A"))
    for sku, minimum in WHOLESALE:
        one = NamedPrice(_share(books, sku, _OFF), wholesale, minimum=Decimal(minimum))
        put_price(books, by_sku(books, sku).id, one)
    arcade = save_partner(
        books,
        SavePartner(
            "CASTLE", price_level_id=wholesale, credit_limit=Decimal(500),
            tags=["批发", "月结"] if chinese else ["Wholesale", "Monthly"],
        ),
    )  # fmt: skip
    save_partner(
        books,
        SavePartner("WREN", price_level_id=member, tags=["设计师" if chinese else "Designer"]),
    )
    until = clock.local_time(evening).date() + timedelta(days=60)
    agreed = NamedPrice(_share(books, HEART, _AGREED), customer_id=arcade,
                        until=clock.day_number(until))  # fmt: skip
    put_price(books, by_sku(books, HEART).id, agreed)


def _share(books: Books, sku: str, share: Decimal) -> Decimal:
    own = price(by_sku(books, sku).price, books.money_places)
    return (own * share).quantize(_CENT, ROUND_HALF_UP)
