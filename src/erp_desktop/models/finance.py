"""The money ledger: every posting writes balanced journal lines in the same transaction."""

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from erp_desktop.models.base import Base
from erp_desktop.models.types import Code, Day, Id, Money, PrimaryKey, Word, Words, link


class Account(Base):
    """One account of the small chart of accounts (科目)."""

    __tablename__ = "account"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('asset', 'liability', 'equity', 'income', 'expense')", name="kind_known"
        ),
    )

    id: Mapped[PrimaryKey]
    code: Mapped[Code] = mapped_column(unique=True)
    role: Mapped[Word] = mapped_column(unique=True)  # how postings name it
    name: Mapped[Words]
    name_zh: Mapped[Words]
    kind: Mapped[Word]


class JournalEntry(Base):
    """Balanced lines (凭证) that one document caused on one day of the books."""

    __tablename__ = "journal_entry"
    __table_args__ = (
        Index("ix_journal_entry_document_id", "document_id"),
        Index("ix_journal_entry_booked_on", "booked_on"),
    )

    id: Mapped[PrimaryKey]
    document_id: Mapped[int] = mapped_column(Id, link("document.id"))
    booked_on: Mapped[Day]


class JournalLine(Base):
    """One amount on one account: positive is debit (借), negative is credit (贷)."""

    __tablename__ = "journal_line"
    __table_args__ = (Index("ix_journal_line_account_id", "account_id", "partner_id", "amount"),)

    entry_id: Mapped[int] = mapped_column(Id, link("journal_entry.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(Id, link("account.id"))
    partner_id: Mapped[int | None] = mapped_column(Id, link("partner.id"))
    amount: Mapped[Money]
    by_stock: Mapped[int]  # 1: follows from a value entry of the stock ledger
