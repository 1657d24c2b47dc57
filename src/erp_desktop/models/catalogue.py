"""What the shop trades in: products (商品), their categories, units and barcodes (条码)."""

from sqlalchemy import BigInteger, CheckConstraint, Index, String, false, text, true
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
    count_days: Mapped[int | None]  # counted again after so many days


class Product(Base):
    """One thing the shop buys and sells, or a service it charges for."""

    __tablename__ = "product"
    __table_args__ = (
        CheckConstraint("kind IN ('goods', 'service', 'kit')", name="kind_known"),
        CheckConstraint(
            "costing IN ('average', 'fifo', 'specific', 'standard')", name="costing_known"
        ),
        CheckConstraint("negative IN ('block', 'warn', 'allow')", name="negative_known"),
        CheckConstraint("track IN ('none', 'some', 'lot', 'serial')", name="track_known"),
        Index("ix_product_name", "name"),
        Index("ix_product_category_id", "category_id"),
        Index("ix_product_parent_id", "parent_id", sqlite_where=text("parent_id IS NOT NULL"),
              postgresql_where=text("parent_id IS NOT NULL")),
    )  # fmt: skip

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
    standard_cost: Mapped[Price | None]  # what a unit should cost, where that is the method
    track: Mapped[str] = mapped_column(
        String(8), server_default="none"
    )  # some: where a lot was named
    shelf_days: Mapped[int | None]  # days from arrival to expiry, where the paper says none
    catch_unit: Mapped[str | None] = mapped_column(String(24))  # pieces kept beside the weight
    weight: Mapped[Quantity | None]  # kg of one stock unit
    volume: Mapped[Quantity | None]  # litres of one stock unit
    parent_id: Mapped[int | None] = mapped_column(
        Id, link("product.id")
    )  # of which it is a variant
    is_template: Mapped[bool] = mapped_column(server_default=false())  # only its variants are sold
    variant: Mapped[Words] = mapped_column(server_default="")  # "M / Red"
    merged_into_id: Mapped[int | None] = mapped_column(Id, link("product.id"))
    safety: Mapped[Quantity] = mapped_column(server_default="0")  # 安全库存
    target: Mapped[Quantity | None]  # ordered up to this
    lead_days: Mapped[int | None]
    dynamic_minimum: Mapped[bool] = mapped_column(server_default=false())  # LEDGER L-47
    abc: Mapped[str | None] = mapped_column(String(1))
    stock_unit: Mapped[str | None] = mapped_column(String(24))  # its stock is shown in
    purchase_unit: Mapped[str | None] = mapped_column(String(24))  # offered on purchase orders
    sale_unit: Mapped[str | None] = mapped_column(String(24))  # offered on sales orders


class VariantAxis(Base):
    """What the variants of a template differ in: size, colour (规格), and the values there are."""

    __tablename__ = "variant_axis"

    product_id: Mapped[int] = mapped_column(Id, link("product.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[Code]
    choices: Mapped[Words]  # JSON list of texts


class Part(Base):
    """What a kit is sold from, or an assembled product is made of: so much of another product."""

    __tablename__ = "product_part"
    __table_args__ = (Index("ix_product_part_part_id", "part_id"),)

    product_id: Mapped[int] = mapped_column(Id, link("product.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    part_id: Mapped[int] = mapped_column(Id, link("product.id"))
    quantity: Mapped[Quantity]  # of the part, for one of the product


class ProductSupplier(Base):
    """Where a product can be bought, under which code, for how much and in which packs."""

    __tablename__ = "product_supplier"

    product_id: Mapped[int] = mapped_column(Id, link("product.id"), primary_key=True)
    partner_id: Mapped[int] = mapped_column(Id, link("partner.id"), primary_key=True)
    position: Mapped[int] = mapped_column(server_default="0")  # the first one is asked first
    code: Mapped[Code] = mapped_column(server_default="")
    price: Mapped[Price | None]
    minimum: Mapped[Quantity] = mapped_column(server_default="0")  # least quantity of an order
    pack: Mapped[Quantity] = mapped_column(server_default="0")  # ordered in whole packs of this
    lead_days: Mapped[int | None]


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
