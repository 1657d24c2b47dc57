"""The shop itself: its settings, its number series, what was imported, and the head of its ledgers.

`LedgerHead` is one row that every posting locks, reads and moves on: the next ids, the next
sequence and the hash of the last posted document. It makes postings one after another, on one
file as on a server, and so numbers gapless and the chain unbroken.
"""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Index,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from erp_desktop.models.base import Base
from erp_desktop.models.types import Code, Id, Moment, PrimaryKey, Word, Words


class Setting(Base):
    """One setting of the shop, as text."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[Words]


class NumberSeries(Base):
    """The next number of a kind of document in a year (LEDGER L-78: gapless per series, year)."""

    __tablename__ = "number_series"

    kind: Mapped[str] = mapped_column(String(24), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    next: Mapped[int]


class LedgerHead(Base):
    """Where the ledgers stand: one row."""

    __tablename__ = "ledger_head"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[PrimaryKey]
    sequence: Mapped[int] = mapped_column(BigInteger)
    document_id: Mapped[int] = mapped_column(BigInteger)
    line_id: Mapped[int] = mapped_column(BigInteger)
    move_id: Mapped[int] = mapped_column(BigInteger)
    entry_id: Mapped[int] = mapped_column(BigInteger)
    journal_id: Mapped[int] = mapped_column(BigInteger)
    hash: Mapped[str] = mapped_column(String(64))


class ImportBatch(Base):
    """One import: what was read and what became of it, so that it can be explained and undone."""

    __tablename__ = "import_batch"

    id: Mapped[PrimaryKey]
    code: Mapped[Code] = mapped_column(unique=True)
    kind: Mapped[Word]
    file_name: Mapped[Words]
    imported_at: Mapped[Moment]
    report: Mapped[Words]  # JSON, as the command line shows it
    undone_at: Mapped[int | None] = mapped_column(BigInteger)


class Draft(Base):
    """What somebody is typing, kept so that a crash loses nothing."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("user_id", "page"),)

    id: Mapped[PrimaryKey]
    user_id: Mapped[int] = mapped_column(Id)
    page: Mapped[Code]
    saved_at: Mapped[Moment]
    content: Mapped[Words]  # JSON


class Picture(Base):
    """A picture of a product or of the shop (its mark on papers)."""

    __tablename__ = "picture"

    id: Mapped[PrimaryKey]
    of: Mapped[Code] = mapped_column(unique=True)  # "product:12", "shop"
    data: Mapped[bytes] = mapped_column(LargeBinary)
    note: Mapped[str | None] = mapped_column(Text)


class Attachment(Base):
    """A file laid beside a document, a product or a partner (附件): it proves nothing by itself."""

    __tablename__ = "attachment"
    __table_args__ = (Index("ix_attachment_of", "of"),)

    id: Mapped[PrimaryKey]
    of: Mapped[Code]  # "document:12", "product:5"
    name: Mapped[Words]
    size: Mapped[int] = mapped_column(BigInteger)
    added_at: Mapped[Moment]
    user_id: Mapped[int | None] = mapped_column(Id)
    data: Mapped[bytes] = mapped_column(LargeBinary)  # the last: who lists files reads none of it
