"""Alembic's entry point: runs the migrations on the connection it is handed."""

from alembic import context

import db.search  # noqa: F401 - completes the metadata
from db.base import Base

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Base.metadata, transactional_ddl=True)
context.run_migrations()
