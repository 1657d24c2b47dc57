"""Counting (盘点) before it is a posted document: the plan, who found what, and what was decided.

Every counter has rows of their own, so several count at once and nothing is overwritten; what was
found on different shelves adds, what two people found on one shelf is a conflict until somebody
decides (LEDGER L-52). The posted result is a COUNT document as ever.
"""

from sqlalchemy import BigInteger, Index, false, true
from sqlalchemy.orm import Mapped, mapped_column

from erp_desktop.models.base import Base
from erp_desktop.models.types import (
    Code,
    Id,
    Moment,
    Money,
    PrimaryKey,
    Quantity,
    Word,
    Words,
    link,
)


class CountPlan(Base):
    """One count of one warehouse, from its beginning to its posted document."""

    __tablename__ = "count_plan"
    __table_args__ = (Index("ix_count_plan_document_id", "document_id"),)

    id: Mapped[PrimaryKey]
    name: Mapped[Words] = mapped_column(server_default="")
    place_id: Mapped[int] = mapped_column(Id, link("location.id"))
    scope: Mapped[Word] = mapped_column(server_default="all")  # category, shelf, abc, due, supplier
    scope_value: Mapped[Words] = mapped_column(server_default="")
    blind: Mapped[bool] = mapped_column(server_default=false())  # 盲盘
    state: Mapped[Word] = mapped_column(server_default="counting")  # review, posted, dropped
    recount_quantity: Mapped[Quantity | None]  # a difference from here on is counted again
    recount_value: Mapped[Money | None]
    opened_at: Mapped[Moment]
    opened_by: Mapped[int | None] = mapped_column(Id)
    decided_at: Mapped[int | None] = mapped_column(BigInteger)
    decided_by: Mapped[int | None] = mapped_column(Id)  # who approved it, or threw it away
    document_id: Mapped[int | None] = mapped_column(Id, link("document.id"))


class CountItem(Base):
    """A product of a count: asked for, or found by the way; what was decided of its difference."""

    __tablename__ = "count_item"

    plan_id: Mapped[int] = mapped_column(Id, link("count_plan.id"), primary_key=True)
    product_id: Mapped[int] = mapped_column(Id, link("product.id"), primary_key=True)
    asked: Mapped[bool] = mapped_column(server_default=true())
    round: Mapped[int] = mapped_column(server_default="1")  # 2 and on: it is counted again
    verdict: Mapped[Word] = mapped_column(server_default="")  # accepted, recount
    reason: Mapped[Words] = mapped_column(server_default="")
    decided_by: Mapped[int | None] = mapped_column(Id)


class CountEntry(Base):
    """What one counter found of one product (and lot) on one shelf; a recount is a later round."""

    __tablename__ = "count_entry"
    __table_args__ = (
        Index(
            "ix_count_entry_found", "plan_id", "product_id", "shelf", "lot", "round", "counter",
            unique=True,
        ),
    )  # fmt: skip

    id: Mapped[PrimaryKey]
    plan_id: Mapped[int] = mapped_column(Id, link("count_plan.id"))
    product_id: Mapped[int] = mapped_column(Id, link("product.id"))
    shelf: Mapped[Code] = mapped_column(server_default="")  # a bin's code, or as the shop calls it
    lot: Mapped[Code] = mapped_column(server_default="")
    round: Mapped[int] = mapped_column(server_default="1")
    counter: Mapped[Code] = mapped_column(server_default="")  # who counted
    counted: Mapped[Quantity]
    at: Mapped[Moment]
    set_aside: Mapped[bool] = mapped_column(server_default=false())  # the other figure was right
    pieces: Mapped[Quantity | None]  # beside the weight (catch weight)


class CountShelf(Base):
    """A shelf of a count: who counts it, and whether it is done."""

    __tablename__ = "count_shelf"

    plan_id: Mapped[int] = mapped_column(Id, link("count_plan.id"), primary_key=True)
    shelf: Mapped[Code] = mapped_column(primary_key=True)
    counter: Mapped[Code] = mapped_column(server_default="")
    done: Mapped[bool] = mapped_column(server_default=false())
