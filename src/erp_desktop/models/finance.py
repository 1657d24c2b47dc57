"""The money ledger: every posting writes balanced journal lines in the same transaction.

Beside it stands what the bank says. A bank's line belongs to no document: it is a claim of somebody
else, put beside the journal lines it is about. A match ties bank lines and journal lines of one
account whose sums are equal; taking it apart changes neither.
"""

from sqlalchemy import CheckConstraint, Index, false
from sqlalchemy.orm import Mapped, mapped_column

from erp_desktop.models.base import Base
from erp_desktop.models.types import Code, Day, Id, Moment, Money, PrimaryKey, Word, Words, link


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


class BankLine(Base):
    """One line of a bank's statement (银行对账单): what came in (+) or went out (-) there."""

    __tablename__ = "bank_line"
    __table_args__ = (
        Index("ix_bank_line_account_id", "account_id", "booked_on"),
        Index("ix_bank_line_match_id", "match_id"),
    )

    id: Mapped[PrimaryKey]
    account_id: Mapped[int] = mapped_column(Id, link("account.id"))
    booked_on: Mapped[Day]
    amount: Mapped[Money]
    words: Mapped[Words]  # what the bank wrote: who, what for
    reference: Mapped[Words]
    balance: Mapped[Money | None]  # what the bank says is there after it
    batch_id: Mapped[int | None] = mapped_column(Id, link("import_batch.id"))
    match_id: Mapped[int | None] = mapped_column(Id, link("bank_match.id"))


class BankMatch(Base):
    """Bank lines and journal lines of one account that are the same money (对账)."""

    __tablename__ = "bank_match"

    id: Mapped[PrimaryKey]
    account_id: Mapped[int] = mapped_column(Id, link("account.id"))
    matched_at: Mapped[Moment]
    user_id: Mapped[int | None] = mapped_column(Id)
    automatic: Mapped[bool] = mapped_column(server_default=false())


class BankMatchEntry(Base):
    """A journal line that a match is about; it can be in one only."""

    __tablename__ = "bank_match_entry"
    __table_args__ = (Index("ix_bank_match_entry_match_id", "match_id"),)

    entry_id: Mapped[int] = mapped_column(Id, link("journal_entry.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    match_id: Mapped[int] = mapped_column(Id, link("bank_match.id"))
