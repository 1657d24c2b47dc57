"""Bank statements and what they match in the journal; files laid beside documents."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _matches()
    _bank_lines()
    op.create_table(
        "attachment",
        sa.Column("id", Id, nullable=False),
        sa.Column("of", sa.String(length=80), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.Column("user_id", Id, nullable=True),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index("ix_attachment_of", "attachment", ["of"])


def _matches() -> None:
    op.create_table(
        "bank_match",
        sa.Column("id", Id, nullable=False),
        sa.Column("account_id", Id, nullable=False),
        sa.Column("matched_at", sa.BigInteger(), nullable=False),
        sa.Column("user_id", Id, nullable=True),
        sa.Column("automatic", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_bank_match_account_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_match")),
    )
    op.create_table(
        "bank_match_entry",
        sa.Column("entry_id", Id, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("match_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["journal_entry.id"], name=op.f("fk_bank_match_entry_entry_id")
        ),
        sa.ForeignKeyConstraint(
            ["match_id"], ["bank_match.id"], name=op.f("fk_bank_match_entry_match_id")
        ),
        sa.PrimaryKeyConstraint("entry_id", "position", name=op.f("pk_bank_match_entry")),
    )
    op.create_index("ix_bank_match_entry_match_id", "bank_match_entry", ["match_id"])


def _bank_lines() -> None:
    op.create_table(
        "bank_line",
        sa.Column("id", Id, nullable=False),
        sa.Column("account_id", Id, nullable=False),
        sa.Column("booked_on", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("balance", sa.BigInteger(), nullable=True),
        sa.Column("batch_id", Id, nullable=True),
        sa.Column("match_id", Id, nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_bank_line_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_bank_line_batch_id")
        ),
        sa.ForeignKeyConstraint(
            ["match_id"], ["bank_match.id"], name=op.f("fk_bank_line_match_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_line")),
    )
    op.create_index("ix_bank_line_account_id", "bank_line", ["account_id", "booked_on"])
    op.create_index("ix_bank_line_match_id", "bank_line", ["match_id"])
