"""Documents of every family, in two tables: what was agreed or done (`Document`) and its lines.

Buying and selling are the same story with the ends swapped, so they are written once: an order, a
movement, an invoice and a payment differ by `kind`. A line *answers* the line it fulfils, bills or
returns; "partly received" is read from those answers and never stored. Names, prices and rates
are frozen copies: later edits of master data do not change a posted paper (LEDGER L-79).
"""

from sqlalchemy import BigInteger, CheckConstraint, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from erp_desktop.models.base import Base
from erp_desktop.models.types import (
    Code,
    Day,
    Id,
    Moment,
    Money,
    Percent,
    Price,
    PrimaryKey,
    Quantity,
    Word,
    Words,
    link,
)


class Document(Base):
    """One paper. Posted ones are never edited or deleted: a reversal answers them (红冲)."""

    __tablename__ = "document"
    __table_args__ = (
        CheckConstraint(
            "state IN ('draft', 'confirmed', 'posted', 'closed', 'cancelled', 'reversed')",
            name="state_known",
        ),
        CheckConstraint("state = 'draft' OR number IS NOT NULL", name="posted_is_numbered"),
        Index("ix_document_kind", "kind", "happened_at", "id"),
        Index("ix_document_partner_id", "partner_id", "kind"),
        Index("ix_document_of_id", "of_id", sqlite_where=text("of_id IS NOT NULL"),
              postgresql_where=text("of_id IS NOT NULL")),
    )  # fmt: skip

    id: Mapped[PrimaryKey]
    kind: Mapped[Word]
    state: Mapped[Word]
    number: Mapped[str | None] = mapped_column(String(40), unique=True)
    external_id: Mapped[str | None] = mapped_column(String(80), unique=True)  # the sender's own id
    sequence: Mapped[int | None] = mapped_column(BigInteger, unique=True)  # place in the chain
    happened_at: Mapped[Moment]
    booked_on: Mapped[Day]
    due_on: Mapped[int | None]
    partner_id: Mapped[int | None] = mapped_column(Id, link("partner.id"))
    partner_name: Mapped[Words] = mapped_column(server_default="")
    partner_address: Mapped[Words] = mapped_column(server_default="")
    place_id: Mapped[int | None] = mapped_column(Id, link("location.id"))  # warehouse it works on
    to_place_id: Mapped[int | None] = mapped_column(Id, link("location.id"))
    of_id: Mapped[int | None] = mapped_column(Id, link("document.id"))
    reverses_id: Mapped[int | None] = mapped_column(Id, link("document.id"), unique=True)
    reference: Mapped[Words] = mapped_column(server_default="")  # the partner's own number
    reason: Mapped[Words] = mapped_column(server_default="")
    note: Mapped[Words] = mapped_column(server_default="")
    tax_included: Mapped[int] = mapped_column(server_default="0")
    discount: Mapped[Money] = mapped_column(server_default="0")  # on the whole document
    net: Mapped[Money] = mapped_column(server_default="0")
    tax: Mapped[Money] = mapped_column(server_default="0")
    total: Mapped[Money] = mapped_column(server_default="0")
    user_id: Mapped[int | None] = mapped_column(Id)
    posted_at: Mapped[Moment]
    batch_id: Mapped[int | None] = mapped_column(Id, link("import_batch.id"))
    hash: Mapped[str | None] = mapped_column(String(64))
    version: Mapped[int] = mapped_column(server_default="1")


class DocumentLine(Base):
    """One line of a paper: how much of what, at which price."""

    __tablename__ = "document_line"
    __table_args__ = (
        Index("ix_document_line_document_id", "document_id"),
        Index("ix_document_line_answers_id", "answers_id",
              sqlite_where=text("answers_id IS NOT NULL"),
              postgresql_where=text("answers_id IS NOT NULL")),
        Index("ix_document_line_product_id", "product_id", "id"),
    )  # fmt: skip

    id: Mapped[PrimaryKey]
    document_id: Mapped[int] = mapped_column(Id, link("document.id"))
    position: Mapped[int]
    product_id: Mapped[int | None] = mapped_column(Id, link("product.id"))
    sku: Mapped[Code] = mapped_column(server_default="")
    name: Mapped[Words] = mapped_column(server_default="")
    quantity: Mapped[Quantity]  # in stock units
    unit: Mapped[str] = mapped_column(String(24), server_default="")  # the unit it was written in
    factor: Mapped[Quantity] = mapped_column(server_default="1000000")  # stock units in that unit
    price: Mapped[Price] = mapped_column(server_default="0")  # per stock unit
    percent_off: Mapped[Percent] = mapped_column(server_default="0")
    off: Mapped[Money] = mapped_column(server_default="0")  # taken off this line, as agreed
    discount: Mapped[Money] = mapped_column(server_default="0")  # all of it, shares included
    rate: Mapped[Percent] = mapped_column(server_default="0")  # tax rate
    net: Mapped[Money] = mapped_column(server_default="0")
    tax: Mapped[Money] = mapped_column(server_default="0")
    answers_id: Mapped[int | None] = mapped_column(Id, link("document_line.id"))
    place_id: Mapped[int | None] = mapped_column(Id, link("location.id"))
    counted: Mapped[Quantity | None]  # 实盘数量
    expected: Mapped[Quantity | None]  # 账面数量 at the line's own time
    happened_at: Mapped[int | None] = mapped_column(BigInteger)  # a counted line's own time
    lot: Mapped[str | None] = mapped_column(String(60))
    expires_on: Mapped[int | None]
    note: Mapped[Words] = mapped_column(server_default="")
    bin_id: Mapped[int | None] = mapped_column(Id)
    pieces: Mapped[Quantity | None]  # how many pieces that weight was (catch weight)
    rejected: Mapped[Quantity | None]  # of what arrived, not taken in (拒收数量)
    serials: Mapped[str | None] = mapped_column(Text)  # JSON list, where each piece has its number
    reason: Mapped[str | None] = mapped_column(Text)  # why it was rejected; how a cost was shared
    promotion: Mapped[int | None]  # 1: goods the supplier gave for nothing (赠品)
    unit_price: Mapped[Price | None]  # as agreed for one of the unit it was written in (a case)


class Payment(Base):
    """How money changed hands on a till sale, a refund or a payment document."""

    __tablename__ = "payment"
    __table_args__ = (Index("ix_payment_document_id", "document_id"),)

    document_id: Mapped[int] = mapped_column(Id, link("document.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    method: Mapped[Word]  # cash, card, bank, other
    amount: Mapped[Money]  # what stays: given less change; negative for a refund
    given: Mapped[Money]


class Remark(Base):
    """What a person said about a document once it was settled: beside it, never a part of it."""

    __tablename__ = "remark"
    __table_args__ = (Index("ix_remark_document_id", "document_id"),)

    id: Mapped[PrimaryKey]
    document_id: Mapped[int] = mapped_column(Id, link("document.id"))
    user_id: Mapped[int | None] = mapped_column(Id, link("user_account.id"))
    made_at: Mapped[Moment]
    words: Mapped[Words]


class Allocation(Base):
    """Which part of a payment, return or advance settles which invoice or bill."""

    __tablename__ = "allocation"
    __table_args__ = (Index("ix_allocation_invoice_id", "invoice_id"),)

    id: Mapped[PrimaryKey]
    document_id: Mapped[int] = mapped_column(Id, link("document.id"), index=True)
    invoice_id: Mapped[int] = mapped_column(Id, link("document.id"))
    amount: Mapped[Money]
    caused_by_id: Mapped[int] = mapped_column(Id)
