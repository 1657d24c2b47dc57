"""The till's own rows: shifts, what was sold in them, who allowed what, and why goods came back.

A shift is the time between opening a drawer and counting it. Which papers belong to it is written
when they are posted, by the till they were posted at; what its Z report said is a posted document
of its own. So a shift can be added up again at any time, and must come to the same.
"""

from sqlalchemy import BigInteger, CheckConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from erp_desktop.models.base import Base
from erp_desktop.models.types import Id, Moment, Money, PrimaryKey, Word, Words, link


class TillShift(Base):
    """One drawer from its opening to its count (班次); a till has one open shift at most."""

    __tablename__ = "till_shift"
    __table_args__ = (
        Index("ix_till_shift_open", "till", unique=True, sqlite_where=text("closed_at IS NULL"),
              postgresql_where=text("closed_at IS NULL")),
        Index("ix_till_shift_opened_at", "opened_at"),
        CheckConstraint(
            "(closed_at IS NULL) = (document_id IS NULL)", name="closed_by_its_report"
        ),
    )  # fmt: skip

    id: Mapped[PrimaryKey]
    till: Mapped[str] = mapped_column(String(40))
    opened_at: Mapped[Moment]
    opened_by: Mapped[int | None] = mapped_column(Id)
    opening: Mapped[Money]  # the float 备用金: what lay in the drawer
    closed_at: Mapped[int | None] = mapped_column(BigInteger)
    closed_by: Mapped[int | None] = mapped_column(Id)
    document_id: Mapped[int | None] = mapped_column(Id, link("document.id"), unique=True)


class ShiftPaper(Base):
    """A posted paper that moved goods or money at a till while its shift was open."""

    __tablename__ = "shift_paper"
    __table_args__ = (Index("ix_shift_paper_shift_id", "shift_id"),)

    document_id: Mapped[int] = mapped_column(Id, link("document.id"), primary_key=True)
    shift_id: Mapped[int] = mapped_column(Id, link("till_shift.id"))


class Approval(Base):
    """Somebody with the right said yes for somebody without it, by their own PIN."""

    __tablename__ = "approval"

    id: Mapped[PrimaryKey]
    allowed: Mapped[Word]  # the right, one of services/users/rights.py
    asked_by: Mapped[int | None] = mapped_column(Id)
    given_by: Mapped[int] = mapped_column(Id, link("user_account.id"))
    given_at: Mapped[Moment]
    words: Mapped[Words] = mapped_column(server_default="")  # what it was about
    document_id: Mapped[int | None] = mapped_column(Id, link("document.id"))  # where it was used


class ReturnedLine(Base):
    """Why a line of a return came back, and where it went: stock, repair or scrap."""

    __tablename__ = "returned_line"
    __table_args__ = (
        CheckConstraint("went_to IN ('stock', 'repair', 'scrap')", name="went_to_known"),
    )

    line_id: Mapped[int] = mapped_column(Id, link("document_line.id"), primary_key=True)
    reason: Mapped[Word]
    words: Mapped[Words] = mapped_column(server_default="")
    went_to: Mapped[Word]
