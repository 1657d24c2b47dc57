"""Alembic's way in: migrations run on the connection that `upgrading` opened, in batch mode."""

from alembic import context

from erp_desktop.models.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transaction_per_migration=False,
    include_name=lambda name, kind, parents: not str(name).startswith("product_search"),  # noqa: ARG005
)
context.run_migrations()
