"""Whom the shop trades with (往来单位): suppliers (供应商) and customers (客户)."""

from sqlalchemy import Index, false, true
from sqlalchemy.orm import Mapped, mapped_column

from erp_desktop.models.base import Base
from erp_desktop.models.types import Code, Id, Money, Percent, PrimaryKey, Words, link


class Partner(Base):
    """A supplier, a customer, or both."""

    __tablename__ = "partner"
    __table_args__ = (Index("ix_partner_name", "name"),)

    id: Mapped[PrimaryKey]
    code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[Words]
    is_supplier: Mapped[bool] = mapped_column(server_default=false())
    is_customer: Mapped[bool] = mapped_column(server_default=false())
    contact: Mapped[Words] = mapped_column(server_default="")
    phone: Mapped[Words] = mapped_column(server_default="")
    email: Mapped[Words] = mapped_column(server_default="")
    address: Mapped[Words] = mapped_column(server_default="")
    tax_number: Mapped[Words] = mapped_column(server_default="")
    terms_days: Mapped[int] = mapped_column(server_default="0")  # days until an invoice is due
    initials: Mapped[Words] = mapped_column(server_default="")
    note: Mapped[Words] = mapped_column(server_default="")
    active: Mapped[bool] = mapped_column(server_default=true())
    batch_id: Mapped[int | None] = mapped_column(Id, link("import_batch.id"))
    version: Mapped[int] = mapped_column(server_default="1")
    lead_days: Mapped[int | None]  # from order to arrival
    minimum_order: Mapped[Money] = mapped_column(server_default="0")  # the least he delivers for
    over_percent: Mapped[Percent | None]  # so much more may come than was ordered; None: as usual
    rank: Mapped[int] = mapped_column(server_default="0")  # the highest is served first
    price_level_id: Mapped[int | None] = mapped_column(Id, link("price_level.id"))
    credit_limit: Mapped[Money | None]  # he may owe so much; None: no limit
    tags: Mapped[Words] = mapped_column(server_default="")  # the shop's own words, a line each
