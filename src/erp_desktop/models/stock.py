"""The stock ledger: goods never appear or vanish, they move, and value follows in rows of its own.

Every change of quantity is one `StockMove` from a location to a location; supplier, customer,
adjustment (盘盈盘亏) and scrap are locations too. The cost of a move is the sum of its
`StockValueEntry` rows: a later fact adds entries that name the document that caused them and edits
nothing. `StockBalance` is a cache, provably equal to the ledger (`reports/integrity.py`).
"""

from sqlalchemy import BigInteger, CheckConstraint, Index, String, text, true
from sqlalchemy.orm import Mapped, mapped_column

from erp_desktop.models.base import Base
from erp_desktop.models.types import (
    Code,
    Day,
    Id,
    Moment,
    Money,
    PrimaryKey,
    Quantity,
    Word,
    Words,
    link,
)


class Location(Base):
    """A warehouse (仓库), or one of the ends of the world outside."""

    __tablename__ = "location"

    id: Mapped[PrimaryKey]
    code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[Words]
    kind: Mapped[Word]  # storage, supplier, customer, adjustment, scrap, transit, production
    active: Mapped[bool] = mapped_column(server_default=true())


class Lot(Base):
    """Goods of one batch (批次), with their expiry (有效期), or one serial number."""

    __tablename__ = "lot"
    __table_args__ = (Index("ix_lot_product_id", "product_id", "code", unique=True),)

    id: Mapped[PrimaryKey]
    product_id: Mapped[int] = mapped_column(Id, link("product.id"))
    code: Mapped[Code]
    is_serial: Mapped[int] = mapped_column(server_default="0")
    expires_on: Mapped[int | None]


class StockMove(Base):
    """Goods that went from one place to another; never edited, only answered (库存流水).

    A count is a move to or from *adjustment* with `counted` set; when something earlier is posted
    later, a further move of the same line, naming what caused it, carries the changed difference.
    """

    __tablename__ = "stock_move"
    __table_args__ = (
        CheckConstraint("quantity > 0 OR counted IS NOT NULL", name="quantity_positive"),
        CheckConstraint("source_id <> target_id", name="goes_somewhere"),
        Index("ix_stock_move_story", "product_id", "happened_at", "sequence", "id"),
        Index("ix_stock_move_document_id", "document_id"),
        Index("ix_stock_move_answers_id", "answers_id", sqlite_where=text("answers_id IS NOT NULL"),
              postgresql_where=text("answers_id IS NOT NULL")),
        # the rare moves that another document caused (a count's changed difference)
        Index("ix_stock_move_caused_by_id", "caused_by_id",
              sqlite_where=text("caused_by_id <> document_id"),
              postgresql_where=text("caused_by_id <> document_id")),
    )  # fmt: skip

    id: Mapped[PrimaryKey]
    document_id: Mapped[int] = mapped_column(Id, link("document.id"))
    # No foreign key here nor on caused_by_id: SQLite would read the whole ledger when a draft's
    # line is deleted, to see that no move stands on it. The chain and `verify` watch over them.
    line_id: Mapped[int] = mapped_column(Id)
    product_id: Mapped[int] = mapped_column(Id, link("product.id"))
    source_id: Mapped[int] = mapped_column(Id, link("location.id"))
    target_id: Mapped[int] = mapped_column(Id, link("location.id"))
    quantity: Mapped[Quantity]
    happened_at: Mapped[Moment]
    sequence: Mapped[int] = mapped_column(BigInteger)
    booked_on: Mapped[Day]
    answers_id: Mapped[int | None] = mapped_column(Id, link("stock_move.id"))
    counted: Mapped[Quantity | None]
    lot_id: Mapped[int | None] = mapped_column(Id, link("lot.id"))
    caused_by_id: Mapped[int] = mapped_column(Id)


class StockValueEntry(Base):
    """A piece of a move's value, in the direction of the move, and the document that caused it.

    `kind` cost flows with the goods; variance stays in the target: what goods that arrived below
    zero cost differently than was assumed, and which goes to cost of sales.
    """

    __tablename__ = "stock_value_entry"
    __table_args__ = (
        Index("ix_stock_value_entry_move_id", "move_id"),
        Index("ix_stock_value_entry_caused_by_id", "caused_by_id"),
    )

    id: Mapped[PrimaryKey]
    move_id: Mapped[int] = mapped_column(Id, link("stock_move.id"))
    kind: Mapped[str] = mapped_column(String(8))
    amount: Mapped[Money]
    caused_by_id: Mapped[int] = mapped_column(Id, link("document.id"))
    booked_on: Mapped[Day]


class StockBalance(Base):
    """What is where now, and what it is worth: a cache of the ledger (即时库存)."""

    __tablename__ = "stock_balance"

    product_id: Mapped[int] = mapped_column(Id, link("product.id"), primary_key=True)
    location_id: Mapped[int] = mapped_column(Id, link("location.id"), primary_key=True)
    on_hand: Mapped[Quantity]
    reserved: Mapped[Quantity]  # promised to confirmed orders (预留数量)
    value: Mapped[Money]
    cost_value: Mapped[Money]  # the last known cost is cost_value / cost_quantity
    cost_quantity: Mapped[Quantity]
    last_at: Mapped[Moment]  # business time and sequence of the newest move
    last_sequence: Mapped[int] = mapped_column(BigInteger)
