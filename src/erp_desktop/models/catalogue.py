"""What the shop trades in: products (商品), their categories, units and barcodes (条码)."""

from sqlalchemy import BigInteger, CheckConstraint, Index, String, false, true
from sqlalchemy.orm import Mapped, mapped_column

from erp_desktop.models.base import Base
from erp_desktop.models.types import (
    Code,
    Id,
    Percent,
    Price,
    PrimaryKey,
    Quantity,
    Word,
    Words,
    link,
)


class Category(Base):
    """A group of products, with defaults for what is filed under it."""

    __tablename__ = "category"

    id: Mapped[PrimaryKey]
    name: Mapped[Code] = mapped_column(unique=True)
    parent_id: Mapped[int | None] = mapped_column(Id, link("category.id"))
    costing: Mapped[str | None] = mapped_column(String(12))


class Product(Base):
    """One thing the shop buys and sells, or a service it charges for."""

    __tablename__ = "product"
    __table_args__ = (
        CheckConstraint("kind IN ('goods', 'service')", name="kind_known"),
        CheckConstraint(
            "costing IN ('average', 'fifo', 'specific', 'standard')", name="costing_known"
        ),
        CheckConstraint("negative IN ('block', 'warn', 'allow')", name="negative_known"),
        Index("ix_product_name", "name"),
        Index("ix_product_category_id", "category_id"),
    )

    id: Mapped[PrimaryKey]
    sku: Mapped[Code] = mapped_column(unique=True)  # 货号
    name: Mapped[Words]
    kind: Mapped[Word] = mapped_column(server_default="goods")
    category_id: Mapped[int | None] = mapped_column(Id, link("category.id"))
    unit: Mapped[str] = mapped_column(String(24), server_default="pcs")  # 计量单位 (stock unit)
    price: Mapped[Price] = mapped_column(server_default="0")  # sale price, basis as the shop is set
    purchase_price: Mapped[Price | None]  # last or agreed price, without tax
    tax: Mapped[Percent] = mapped_column(server_default="0")  # rate in percent
    costing: Mapped[str] = mapped_column(String(12), server_default="average")
    negative: Mapped[str] = mapped_column(String(8), server_default="block")
    minimum: Mapped[Quantity] = mapped_column(server_default="0")  # 最低库存
    supplier_id: Mapped[int | None] = mapped_column(Id, link("partner.id"))
    initials: Mapped[str] = mapped_column(String(200), server_default="")  # pinyin initials
    note: Mapped[Words] = mapped_column(server_default="")
    estimated: Mapped[bool] = mapped_column(server_default=false())  # its cost is an estimate
    active: Mapped[bool] = mapped_column(server_default=true())
    batch_id: Mapped[int | None] = mapped_column(Id, link("import_batch.id"))
    version: Mapped[int] = mapped_column(server_default="1")


class ProductUnit(Base):
    """Another unit a product is bought or sold in: how many stock units it holds (箱, 打)."""

    __tablename__ = "product_unit"

    product_id: Mapped[int] = mapped_column(Id, link("product.id"), primary_key=True)
    unit: Mapped[str] = mapped_column(String(24), primary_key=True)
    factor: Mapped[Quantity]
    price: Mapped[Price | None]


class Barcode(Base):
    """A code that stands for a product, or for one of its units (a case's own barcode)."""

    __tablename__ = "barcode"
    __table_args__ = (Index("ix_barcode_product_id", "product_id"),)

    code: Mapped[str] = mapped_column(String(80), primary_key=True)
    product_id: Mapped[int] = mapped_column(Id, link("product.id"))
    unit: Mapped[str | None] = mapped_column(String(24))
    position: Mapped[int] = mapped_column(BigInteger, server_default="0")
