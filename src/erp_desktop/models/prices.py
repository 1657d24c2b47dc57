"""What a thing costs whom: price levels (价格级别) and prices agreed with one partner (专价).

A level is a name that customers carry: member, wholesale A. It takes so many percent of the shop's
price, and a product may have a price of its own on it, from a quantity on. What was agreed with
one partner comes before both. A document keeps the price it was posted with; these are proposals.
"""

from sqlalchemy import Index, true
from sqlalchemy.orm import Mapped, mapped_column

from erp_desktop.models.base import Base
from erp_desktop.models.types import (
    Code,
    Day,
    Id,
    Percent,
    Price,
    PrimaryKey,
    Quantity,
    Word,
    link,
)


class PriceLevel(Base):
    """A group of customers that buys at other prices than the shop's own."""

    __tablename__ = "price_level"

    id: Mapped[PrimaryKey]
    name: Mapped[Code] = mapped_column(unique=True)
    position: Mapped[int] = mapped_column(server_default="0")
    percent: Mapped[Percent | None]  # of the shop's price (95 is 9.5 折); None: only named prices
    active: Mapped[bool] = mapped_column(server_default=true())


class LevelPrice(Base):
    """What a product costs on a level, in one of its units, from a quantity on."""

    __tablename__ = "level_price"
    __table_args__ = (Index("ix_level_price_level_id", "level_id"),)

    product_id: Mapped[int] = mapped_column(Id, link("product.id"), primary_key=True)
    level_id: Mapped[int] = mapped_column(Id, link("price_level.id"), primary_key=True)
    unit: Mapped[Word] = mapped_column(primary_key=True, server_default="")  # "": the stock unit
    minimum: Mapped[Quantity] = mapped_column(primary_key=True, server_default="0")  # in that unit
    price: Mapped[Price]  # of one of that unit, with or without tax as the shop is set


class PartnerPrice(Base):
    """What was agreed with one customer for a product, perhaps until a day."""

    __tablename__ = "partner_price"
    __table_args__ = (Index("ix_partner_price_product_id", "product_id"),)

    partner_id: Mapped[int] = mapped_column(Id, link("partner.id"), primary_key=True)
    product_id: Mapped[int] = mapped_column(Id, link("product.id"), primary_key=True)
    unit: Mapped[Word] = mapped_column(primary_key=True, server_default="")
    minimum: Mapped[Quantity] = mapped_column(primary_key=True, server_default="0")
    price: Mapped[Price]
    until: Mapped[Day | None]  # the last day it holds
