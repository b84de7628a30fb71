"""Runs the migrations on the connection that `opening.py` hands over."""

from alembic import context

from secondround.review.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite can alter little; a table is copied instead
)
with context.begin_transaction():
    context.run_migrations()
