"""Price levels and agreed prices, credit limits and tags of partners, pieces in counts."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _levels()
    _agreed()
    with op.batch_alter_table("partner") as batch_op:
        batch_op.add_column(sa.Column("price_level_id", Id, nullable=True))
        batch_op.add_column(sa.Column("credit_limit", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("tags", sa.Text(), server_default="", nullable=False))
        batch_op.create_foreign_key(
            batch_op.f("fk_partner_price_level_id"), "price_level", ["price_level_id"], ["id"]
        )
    with op.batch_alter_table("count_entry") as batch_op:
        batch_op.add_column(sa.Column("pieces", sa.BigInteger(), nullable=True))


def _levels() -> None:
    op.create_table(
        "price_level",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("percent", sa.BigInteger(), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price_level")),
        sa.UniqueConstraint("name", name=op.f("uq_price_level_name")),
    )
    op.create_table(
        "level_price",
        sa.Column("product_id", Id, nullable=False),
        sa.Column("level_id", Id, nullable=False),
        sa.Column("unit", sa.String(length=24), server_default="", nullable=False),
        sa.Column("minimum", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_level_price_product_id")
        ),
        sa.ForeignKeyConstraint(
            ["level_id"], ["price_level.id"], name=op.f("fk_level_price_level_id")
        ),
        sa.PrimaryKeyConstraint(
            "product_id", "level_id", "unit", "minimum", name=op.f("pk_level_price")
        ),
    )
    op.create_index("ix_level_price_level_id", "level_price", ["level_id"])


def _agreed() -> None:
    op.create_table(
        "partner_price",
        sa.Column("partner_id", Id, nullable=False),
        sa.Column("product_id", Id, nullable=False),
        sa.Column("unit", sa.String(length=24), server_default="", nullable=False),
        sa.Column("minimum", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name=op.f("fk_partner_price_partner_id")
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_partner_price_product_id")
        ),
        sa.PrimaryKeyConstraint(
            "partner_id", "product_id", "unit", "minimum", name=op.f("pk_partner_price")
        ),
    )
    op.create_index("ix_partner_price_product_id", "partner_price", ["product_id"])
