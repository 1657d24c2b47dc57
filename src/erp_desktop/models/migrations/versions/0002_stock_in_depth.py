"""Stock in depth: bins, lots and serials, layers of cost, changes of method, kits and variants.

And the till's own rows: shifts, approvals, why goods came back.

Rows that were posted before keep their hashes: new columns stand at the end of a row, and a row's
content ends at its last value (`core.chain.trimmed`).
"""

from contextlib import AbstractContextManager

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CHECKS = {
    "kind_known": "kind IN ('goods', 'service', 'kit')",
    "costing_known": "costing IN ('average', 'fifo', 'specific', 'standard')",
    "negative_known": "negative IN ('block', 'warn', 'allow')",
    "track_known": "track IN ('none', 'some', 'lot', 'serial')",
}
ACCOUNTS = (
    ("assembly_work", "2211", "Work on assembled goods to pay", "应付组装费用", "liability"),
    ("production", "5001", "Assembling", "组装成本", "asset"),
    ("cash_difference", "6604", "Cash over and short", "现金长短款", "expense"),
    ("petty", "6605", "Small expenses", "零星费用", "expense"),
)


def upgrade() -> None:
    op.create_table(
        "period_snapshot",
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("move_id", Id, nullable=False),
        sa.Column("entry_id", Id, nullable=False),
        sa.Column("last_move_id", Id, nullable=False),
        sa.Column("last_entry_id", Id, nullable=False),
        sa.Column("taken_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_period_snapshot")),
    )
    op.create_table(
        "bin",
        sa.Column("id", Id, nullable=False),
        sa.Column("location_id", Id, nullable=False),
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("zone", sa.Text(), server_default="", nullable=False),
        sa.Column("rank", sa.Integer(), server_default="0", nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_bin_location_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bin")),
    )
    with op.batch_alter_table("bin") as batch_op:
        batch_op.create_index("ix_bin_location_id", ["location_id", "code"], unique=True)

    op.create_table(
        "product_part",
        sa.Column("product_id", Id, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("part_id", Id, nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["part_id"], ["product.id"], name=op.f("fk_product_part_part_id")),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_product_part_product_id")
        ),
        sa.PrimaryKeyConstraint("product_id", "position", name=op.f("pk_product_part")),
    )
    with op.batch_alter_table("product_part") as batch_op:
        batch_op.create_index("ix_product_part_part_id", ["part_id"], unique=False)

    op.create_table(
        "product_supplier",
        sa.Column("product_id", Id, nullable=False),
        sa.Column("partner_id", Id, nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("code", sa.String(length=80), server_default="", nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=True),
        sa.Column("minimum", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("pack", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("lead_days", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name=op.f("fk_product_supplier_partner_id")
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_product_supplier_product_id")
        ),
        sa.PrimaryKeyConstraint("product_id", "partner_id", name=op.f("pk_product_supplier")),
    )
    op.create_table(
        "stock_detail",
        sa.Column("product_id", Id, nullable=False),
        sa.Column("location_id", Id, nullable=False),
        sa.Column("bin_id", Id, nullable=False),
        sa.Column("lot_id", Id, nullable=False),
        sa.Column("on_hand", sa.BigInteger(), nullable=False),
        sa.Column("pieces", sa.BigInteger(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["location_id"], ["location.id"], name=op.f("fk_stock_detail_location_id")
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_stock_detail_product_id")
        ),
        sa.PrimaryKeyConstraint(
            "product_id", "location_id", "bin_id", "lot_id", name=op.f("pk_stock_detail")
        ),
    )
    with op.batch_alter_table("stock_detail") as batch_op:
        batch_op.create_index("ix_stock_detail_bin_id", ["bin_id"], unique=False)
        batch_op.create_index("ix_stock_detail_lot_id", ["lot_id"], unique=False)

    op.create_table(
        "stock_layer",
        sa.Column("product_id", Id, nullable=False),
        sa.Column("location_id", Id, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("move_id", Id, nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("lot_id", Id, nullable=False),
        sa.Column("origin_id", Id, nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("cost_value", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("cost_quantity", sa.BigInteger(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["location_id"], ["location.id"], name=op.f("fk_stock_layer_location_id")
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_stock_layer_product_id")
        ),
        sa.PrimaryKeyConstraint(
            "product_id",
            "location_id",
            "at",
            "sequence",
            "move_id",
            "part",
            "lot_id",
            name=op.f("pk_stock_layer"),
        ),
    )
    op.create_table(
        "stock_snapshot",
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("product_id", Id, nullable=False),
        sa.Column("location_id", Id, nullable=False),
        sa.Column("on_hand", sa.BigInteger(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["day"], ["period_snapshot.day"], name=op.f("fk_stock_snapshot_day")
        ),
        sa.ForeignKeyConstraint(
            ["location_id"], ["location.id"], name=op.f("fk_stock_snapshot_location_id")
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_stock_snapshot_product_id")
        ),
        sa.PrimaryKeyConstraint("day", "product_id", "location_id", name=op.f("pk_stock_snapshot")),
    )
    op.create_table(
        "variant_axis",
        sa.Column("product_id", Id, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("choices", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_variant_axis_product_id")
        ),
        sa.PrimaryKeyConstraint("product_id", "position", name=op.f("pk_variant_axis")),
    )
    op.create_table(
        "costing_change",
        sa.Column("id", Id, nullable=False),
        sa.Column("product_id", Id, nullable=False),
        sa.Column("document_id", Id, nullable=False),
        sa.Column("line_id", Id, nullable=False),
        sa.Column("happened_at", sa.BigInteger(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("was", sa.String(length=12), nullable=False),
        sa.Column("becomes", sa.String(length=12), nullable=False),
        sa.Column("standard_was", sa.BigInteger(), nullable=True),
        sa.Column("standard", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_costing_change_document_id")
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_costing_change_product_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_costing_change")),
    )
    with op.batch_alter_table("costing_change") as batch_op:
        batch_op.create_index(
            "ix_costing_change_product_id", ["product_id", "happened_at"], unique=False
        )

    op.create_table(
        "stock_reservation",
        sa.Column("id", Id, nullable=False),
        sa.Column("line_id", Id, nullable=False),
        sa.Column("product_id", Id, nullable=False),
        sa.Column("location_id", Id, nullable=False),
        sa.Column("bin_id", Id, nullable=True),
        sa.Column("lot_id", Id, nullable=True),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("picked", sa.BigInteger(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["bin_id"], ["bin.id"], name=op.f("fk_stock_reservation_bin_id")),
        sa.ForeignKeyConstraint(
            ["location_id"], ["location.id"], name=op.f("fk_stock_reservation_location_id")
        ),
        sa.ForeignKeyConstraint(["lot_id"], ["lot.id"], name=op.f("fk_stock_reservation_lot_id")),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_stock_reservation_product_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_reservation")),
    )
    with op.batch_alter_table("stock_reservation") as batch_op:
        batch_op.create_index("ix_stock_reservation_line_id", ["line_id"], unique=False)

    with op.batch_alter_table("category") as batch_op:
        batch_op.add_column(sa.Column("count_days", sa.Integer(), nullable=True))

    with op.batch_alter_table("document_line") as batch_op:
        batch_op.add_column(sa.Column("bin_id", Id, nullable=True))
        batch_op.add_column(sa.Column("pieces", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("rejected", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("serials", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("reason", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("promotion", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("unit_price", sa.BigInteger(), nullable=True))

    with op.batch_alter_table("location") as batch_op:
        batch_op.add_column(
            sa.Column("usage", sa.String(length=12), server_default="own", nullable=False)
        )
        batch_op.add_column(sa.Column("partner_id", Id, nullable=True))
        batch_op.add_column(sa.Column("rank", sa.Integer(), server_default="0", nullable=False))
        batch_op.create_foreign_key(
            batch_op.f("fk_location_partner_id"), "partner", ["partner_id"], ["id"]
        )

    with op.batch_alter_table("lot") as batch_op:
        batch_op.add_column(sa.Column("made_on", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column("supplier_code", sa.String(length=80), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("supplier_id", Id, nullable=True))
        batch_op.add_column(sa.Column("arrived_at", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("blocked", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("price", sa.BigInteger(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_lot_supplier_id"), "partner", ["supplier_id"], ["id"]
        )

    with op.batch_alter_table("partner") as batch_op:
        batch_op.add_column(sa.Column("lead_days", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column("minimum_order", sa.BigInteger(), server_default="0", nullable=False)
        )
        batch_op.add_column(sa.Column("over_percent", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("rank", sa.Integer(), server_default="0", nullable=False))

    with _product() as batch_op:
        batch_op.add_column(sa.Column("standard_cost", sa.BigInteger(), nullable=True))
        batch_op.add_column(
            sa.Column("track", sa.String(length=8), server_default="none", nullable=False)
        )
        batch_op.add_column(sa.Column("shelf_days", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("catch_unit", sa.String(length=24), nullable=True))
        batch_op.add_column(sa.Column("weight", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("volume", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("parent_id", Id, nullable=True))
        batch_op.add_column(
            sa.Column("is_template", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(sa.Column("variant", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("merged_into_id", Id, nullable=True))
        batch_op.add_column(
            sa.Column("safety", sa.BigInteger(), server_default="0", nullable=False)
        )
        batch_op.add_column(sa.Column("target", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("lead_days", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column("dynamic_minimum", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(sa.Column("abc", sa.String(length=1), nullable=True))
        for name in ("stock_unit", "purchase_unit", "sale_unit"):
            batch_op.add_column(sa.Column(name, sa.String(length=24), nullable=True))
        batch_op.create_index(
            "ix_product_parent_id",
            ["parent_id"],
            unique=False,
            sqlite_where=sa.text("parent_id IS NOT NULL"),
            postgresql_where=sa.text("parent_id IS NOT NULL"),
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_product_merged_into_id"), "product", ["merged_into_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_product_parent_id"), "product", ["parent_id"], ["id"]
        )

    with _stock_move() as batch_op:
        batch_op.add_column(sa.Column("source_bin_id", Id, nullable=True))
        batch_op.add_column(sa.Column("target_bin_id", Id, nullable=True))
        batch_op.add_column(sa.Column("pieces", sa.BigInteger(), nullable=True))
        batch_op.create_index(
            "ix_stock_move_lot_id",
            ["lot_id"],
            unique=False,
            sqlite_where=sa.text("lot_id IS NOT NULL"),
            postgresql_where=sa.text("lot_id IS NOT NULL"),
        )

    _till()
    _from_bin_to_bin()
    _tracked()
    _more_accounts()
    _fill_details()
    _counts()


def _till() -> None:
    """Shifts of a till, who allowed what, and why goods came back."""
    op.create_table(
        "till_shift",
        sa.Column("id", Id, nullable=False),
        sa.Column("till", sa.String(length=40), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("opened_by", Id, nullable=True),
        sa.Column("opening", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_by", Id, nullable=True),
        sa.Column("document_id", Id, nullable=True),
        sa.CheckConstraint(
            "(closed_at IS NULL) = (document_id IS NULL)",
            name=op.f("ck_till_shift_closed_by_its_report"),
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_till_shift_document_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_till_shift")),
        sa.UniqueConstraint("document_id", name=op.f("uq_till_shift_document_id")),
    )
    open_now = sa.text("closed_at IS NULL")
    op.create_index(
        "ix_till_shift_open", "till_shift", ["till"], unique=True,
        sqlite_where=open_now, postgresql_where=open_now,
    )  # fmt: skip
    op.create_index("ix_till_shift_opened_at", "till_shift", ["opened_at"], unique=False)
    op.create_table(
        "shift_paper",
        sa.Column("document_id", Id, nullable=False),
        sa.Column("shift_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_shift_paper_document_id")
        ),
        sa.ForeignKeyConstraint(
            ["shift_id"], ["till_shift.id"], name=op.f("fk_shift_paper_shift_id")
        ),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_shift_paper")),
    )
    op.create_index("ix_shift_paper_shift_id", "shift_paper", ["shift_id"], unique=False)
    op.create_table(
        "approval",
        sa.Column("id", Id, nullable=False),
        sa.Column("allowed", sa.String(length=24), nullable=False),
        sa.Column("asked_by", Id, nullable=True),
        sa.Column("given_by", Id, nullable=False),
        sa.Column("given_at", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("document_id", Id, nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_approval_document_id")
        ),
        sa.ForeignKeyConstraint(
            ["given_by"], ["user_account.id"], name=op.f("fk_approval_given_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
    )
    op.create_table(
        "remark",
        sa.Column("id", Id, nullable=False),
        sa.Column("document_id", Id, nullable=False),
        sa.Column("user_id", Id, nullable=True),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_remark_document_id")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user_account.id"], name=op.f("fk_remark_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remark")),
    )
    op.create_index("ix_remark_document_id", "remark", ["document_id"], unique=False)
    op.create_table(
        "returned_line",
        sa.Column("line_id", Id, nullable=False),
        sa.Column("reason", sa.String(length=24), nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("went_to", sa.String(length=24), nullable=False),
        sa.CheckConstraint(
            "went_to IN ('stock', 'repair', 'scrap')",
            name=op.f("ck_returned_line_went_to_known"),
        ),
        sa.ForeignKeyConstraint(
            ["line_id"], ["document_line.id"], name=op.f("fk_returned_line_line_id")
        ),
        sa.PrimaryKeyConstraint("line_id", name=op.f("pk_returned_line")),
    )
    with op.batch_alter_table("user_account") as batch_op:
        batch_op.add_column(sa.Column("pin", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("rights", sa.Text(), server_default="", nullable=False))


def _product() -> AbstractContextManager[BatchOperations]:
    """SQLite makes the table anew with all its checks; PostgreSQL changes them in place."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    if not sqlite:
        op.drop_constraint("ck_product_kind_known", "product", type_="check")
        op.create_check_constraint(op.f("ck_product_kind_known"), "product", CHECKS["kind_known"])
    return op.batch_alter_table(
        "product",
        recreate="always" if sqlite else "auto",
        table_args=tuple(
            sa.CheckConstraint(text, name=f"ck_product_{name}") for name, text in CHECKS.items()
        ),
    )


MOVE_CHECKS = {
    "quantity_positive": "quantity > 0 OR counted IS NOT NULL",
    "goes_somewhere": (
        "source_id <> target_id OR source_bin_id IS NOT NULL OR target_bin_id IS NOT NULL"
    ),
}


def _stock_move() -> AbstractContextManager[BatchOperations]:
    """As with `_product`: goods may move inside one warehouse, from bin to bin."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    return op.batch_alter_table(
        "stock_move",
        recreate="always" if sqlite else "auto",
        table_args=tuple(
            sa.CheckConstraint(text, name=f"ck_stock_move_{name}")
            for name, text in MOVE_CHECKS.items()
        ),
    )


def _from_bin_to_bin() -> None:
    if op.get_bind().dialect.name != "sqlite":
        name = "ck_stock_move_goes_somewhere"
        op.drop_constraint(name, "stock_move", type_="check")
        op.create_check_constraint(op.f(name), "stock_move", MOVE_CHECKS["goes_somewhere"])


def _tracked() -> None:
    if op.get_bind().dialect.name != "sqlite":
        op.create_check_constraint(op.f("ck_product_track_known"), "product", CHECKS["track_known"])


def _more_accounts() -> None:
    """A shop that has its chart gets the accounts that were added to it."""
    names = ("role", "code", "name", "name_zh", "kind")
    account = sa.table("account", *(sa.column(name) for name in names))
    if op.get_bind().execute(sa.select(sa.func.count()).select_from(account)).scalar():
        op.bulk_insert(account, [dict(zip(names, row, strict=True)) for row in ACCOUNTS])


def _counts() -> None:
    """Counts in progress: the plan, its products, who found what, the shelves."""
    op.create_table(
        "count_plan",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("place_id", Id, nullable=False),
        sa.Column("scope", sa.String(length=24), server_default="all", nullable=False),
        sa.Column("scope_value", sa.Text(), server_default="", nullable=False),
        sa.Column("blind", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("state", sa.String(length=24), server_default="counting", nullable=False),
        sa.Column("recount_quantity", sa.BigInteger(), nullable=True),
        sa.Column("recount_value", sa.BigInteger(), nullable=True),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("opened_by", Id, nullable=True),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("decided_by", Id, nullable=True),
        sa.Column("document_id", Id, nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_count_plan_document_id")
        ),
        sa.ForeignKeyConstraint(["place_id"], ["location.id"], name=op.f("fk_count_plan_place_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_count_plan")),
    )
    with op.batch_alter_table("count_plan") as batch_op:
        batch_op.create_index("ix_count_plan_document_id", ["document_id"], unique=False)
    op.create_table(
        "count_item",
        sa.Column("plan_id", Id, nullable=False),
        sa.Column("product_id", Id, nullable=False),
        sa.Column("asked", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("round", sa.Integer(), server_default="1", nullable=False),
        sa.Column("verdict", sa.String(length=24), server_default="", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("decided_by", Id, nullable=True),
        sa.ForeignKeyConstraint(["plan_id"], ["count_plan.id"], name=op.f("fk_count_item_plan_id")),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_count_item_product_id")
        ),
        sa.PrimaryKeyConstraint("plan_id", "product_id", name=op.f("pk_count_item")),
    )
    op.create_table(
        "count_entry",
        sa.Column("id", Id, nullable=False),
        sa.Column("plan_id", Id, nullable=False),
        sa.Column("product_id", Id, nullable=False),
        sa.Column("shelf", sa.String(length=80), server_default="", nullable=False),
        sa.Column("lot", sa.String(length=80), server_default="", nullable=False),
        sa.Column("round", sa.Integer(), server_default="1", nullable=False),
        sa.Column("counter", sa.String(length=80), server_default="", nullable=False),
        sa.Column("counted", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("set_aside", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["count_plan.id"], name=op.f("fk_count_entry_plan_id")
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_count_entry_product_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_count_entry")),
    )
    with op.batch_alter_table("count_entry") as batch_op:
        batch_op.create_index(
            "ix_count_entry_found",
            ["plan_id", "product_id", "shelf", "lot", "round", "counter"],
            unique=True,
        )
    op.create_table(
        "count_shelf",
        sa.Column("plan_id", Id, nullable=False),
        sa.Column("shelf", sa.String(length=80), nullable=False),
        sa.Column("counter", sa.String(length=80), server_default="", nullable=False),
        sa.Column("done", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["count_plan.id"], name=op.f("fk_count_shelf_plan_id")
        ),
        sa.PrimaryKeyConstraint("plan_id", "shelf", name=op.f("pk_count_shelf")),
    )


def _fill_details() -> None:
    """What is of which lot, from the moves that named one."""
    op.execute("""
        INSERT INTO stock_detail (product_id, location_id, bin_id, lot_id, on_hand, pieces)
        SELECT product_id, place, 0, lot_id, SUM(moved), 0 FROM (
            SELECT product_id, target_id AS place, lot_id, quantity AS moved FROM stock_move
            WHERE lot_id IS NOT NULL
            UNION ALL
            SELECT product_id, source_id, lot_id, -quantity FROM stock_move
            WHERE lot_id IS NOT NULL
        ) AS ends
        JOIN location ON location.id = ends.place AND location.kind IN ('storage', 'transit')
        GROUP BY product_id, place, lot_id
    """)
