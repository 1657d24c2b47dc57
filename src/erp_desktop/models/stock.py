"""The stock ledger: goods never appear or vanish, they move, and value follows in rows of its own.

Every change of quantity is one `StockMove` from a location to a location; supplier, customer,
adjustment (盘盈盘亏) and scrap are locations too. The cost of a move is the sum of its
`StockValueEntry` rows: a later fact adds entries that name the document that caused them and edits
nothing. `StockBalance` is a cache, provably equal to the ledger (`reports/integrity.py`).
"""

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, text, true
from sqlalchemy.orm import Mapped, mapped_column

from erp_desktop.models.base import Base
from erp_desktop.models.types import (
    Code,
    Day,
    Id,
    Moment,
    Money,
    Price,
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
    usage: Mapped[str] = mapped_column(String(12), server_default="own")  # third_party, virtual …
    partner_id: Mapped[int | None] = mapped_column(Id, link("partner.id"))  # whose house it is
    rank: Mapped[int] = mapped_column(server_default="0")  # the lowest gives first


class Bin(Base):
    """A shelf inside a warehouse (库位): it has quantity, never a value of its own."""

    __tablename__ = "bin"
    __table_args__ = (Index("ix_bin_location_id", "location_id", "code", unique=True),)

    id: Mapped[PrimaryKey]
    location_id: Mapped[int] = mapped_column(Id, link("location.id"))
    code: Mapped[Code]
    zone: Mapped[Words] = mapped_column(server_default="")
    rank: Mapped[int] = mapped_column(server_default="0")  # picked from in this order
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
    made_on: Mapped[int | None]
    supplier_code: Mapped[Code] = mapped_column(
        server_default=""
    )  # the batch as its maker calls it
    supplier_id: Mapped[int | None] = mapped_column(Id, link("partner.id"))
    arrived_at: Mapped[int | None] = mapped_column(BigInteger)  # the older receipt goes first
    blocked: Mapped[Words] = mapped_column(
        server_default=""
    )  # why it may not be sold; empty: it may
    price: Mapped[Price | None]  # a lower price near the expiry


class StockMove(Base):
    """Goods that went from one place to another; never edited, only answered (库存流水).

    A count is a move to or from *adjustment* with `counted` set; when something earlier is posted
    later, a further move of the same line, naming what caused it, carries the changed difference.
    """

    __tablename__ = "stock_move"
    __table_args__ = (
        CheckConstraint("quantity > 0 OR counted IS NOT NULL", name="quantity_positive"),
        CheckConstraint(
            "source_id <> target_id OR source_bin_id IS NOT NULL OR target_bin_id IS NOT NULL",
            name="goes_somewhere",
        ),
        Index("ix_stock_move_story", "product_id", "happened_at", "sequence", "id"),
        Index("ix_stock_move_document_id", "document_id"),
        Index("ix_stock_move_lot_id", "lot_id", sqlite_where=text("lot_id IS NOT NULL"),
              postgresql_where=text("lot_id IS NOT NULL")),
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
    source_bin_id: Mapped[int | None] = mapped_column(Id)  # no keys: see line_id
    target_bin_id: Mapped[int | None] = mapped_column(Id)
    pieces: Mapped[Quantity | None]  # how many pieces that weight was (catch weight)


class StockValueEntry(Base):
    """A piece of a move's value, in the direction of the move, and the document that caused it.

    `kind` cost flows with the goods; the other two stay in the target. variance is what goods that
    arrived below zero cost differently than was assumed, and goes to cost of sales; price is what
    they cost differently than their standard, and goes to purchase price differences.
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


class StockDetail(Base):
    """How much of a balance lies in which bin and is of which lot: a cache of the ledger.

    Only goods that moved with a bin or a lot have rows here; 0 stands for none.
    """

    __tablename__ = "stock_detail"
    __table_args__ = (
        Index("ix_stock_detail_lot_id", "lot_id"),
        Index("ix_stock_detail_bin_id", "bin_id"),
    )

    product_id: Mapped[int] = mapped_column(Id, link("product.id"), primary_key=True)
    location_id: Mapped[int] = mapped_column(Id, link("location.id"), primary_key=True)
    bin_id: Mapped[int] = mapped_column(Id, primary_key=True)
    lot_id: Mapped[int] = mapped_column(Id, primary_key=True)
    on_hand: Mapped[Quantity]
    pieces: Mapped[Quantity] = mapped_column(server_default="0")


class StockLayer(Base):
    """A layer of cost (成本层) as the story left it: a cache, for products that are not averaged.

    Its place in the queue is (at, sequence, move, part). A specific product has one a lot, the
    place in the queue then being 0.
    """

    __tablename__ = "stock_layer"

    product_id: Mapped[int] = mapped_column(Id, link("product.id"), primary_key=True)
    location_id: Mapped[int] = mapped_column(Id, link("location.id"), primary_key=True)
    at: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    sequence: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    move_id: Mapped[int] = mapped_column(Id, primary_key=True)
    part: Mapped[int] = mapped_column(primary_key=True)
    lot_id: Mapped[int] = mapped_column(Id, primary_key=True)
    origin_id: Mapped[int] = mapped_column(Id)  # the receipt's move that it came in with
    quantity: Mapped[Quantity]
    value: Mapped[Money]
    cost_value: Mapped[Money] = mapped_column(server_default="0")
    cost_quantity: Mapped[Quantity] = mapped_column(server_default="0")


class CostingChange(Base):
    """From this moment on a product is costed by another method or another standard (L-13)."""

    __tablename__ = "costing_change"
    __table_args__ = (Index("ix_costing_change_product_id", "product_id", "happened_at"),)

    id: Mapped[PrimaryKey]
    product_id: Mapped[int] = mapped_column(Id, link("product.id"))
    document_id: Mapped[int] = mapped_column(Id, link("document.id"))
    line_id: Mapped[int] = mapped_column(Id)
    happened_at: Mapped[Moment]
    sequence: Mapped[int] = mapped_column(BigInteger)
    was: Mapped[str] = mapped_column(String(12))
    becomes: Mapped[str] = mapped_column(String(12))
    standard_was: Mapped[Price | None]
    standard: Mapped[Price | None]


class PeriodSnapshot(Base):
    """Where the ledger stood when a period was closed (LEDGER L-80).

    What is booked after the period begins at `move_id` and `entry_id`; all that is booked in it
    ends at the last ids of that moment, because nothing is booked in a closed period any more.
    """

    __tablename__ = "period_snapshot"

    day: Mapped[int] = mapped_column(primary_key=True)  # the last day of the period
    move_id: Mapped[int] = mapped_column(Id)
    entry_id: Mapped[int] = mapped_column(Id)
    last_move_id: Mapped[int] = mapped_column(Id)
    last_entry_id: Mapped[int] = mapped_column(Id)
    taken_at: Mapped[Moment]


class StockSnapshot(Base):
    """What was where at the end of a closed period, and its value."""

    __tablename__ = "stock_snapshot"

    day: Mapped[int] = mapped_column(ForeignKey("period_snapshot.day"), primary_key=True)
    product_id: Mapped[int] = mapped_column(Id, link("product.id"), primary_key=True)
    location_id: Mapped[int] = mapped_column(Id, link("location.id"), primary_key=True)
    on_hand: Mapped[Quantity]
    value: Mapped[Money]


class Reservation(Base):
    """Which stock an order's line was promised: of which place and lot, and what is picked."""

    __tablename__ = "stock_reservation"
    __table_args__ = (Index("ix_stock_reservation_line_id", "line_id"),)

    id: Mapped[PrimaryKey]
    line_id: Mapped[int] = mapped_column(Id)
    product_id: Mapped[int] = mapped_column(Id, link("product.id"))
    location_id: Mapped[int] = mapped_column(Id, link("location.id"))
    bin_id: Mapped[int | None] = mapped_column(Id, link("bin.id"))
    lot_id: Mapped[int | None] = mapped_column(Id, link("lot.id"))
    quantity: Mapped[Quantity]
    picked: Mapped[Quantity] = mapped_column(server_default="0")
