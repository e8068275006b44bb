"""Alembic's entry point: runs the migrations on the connection it is handed."""

from alembic import context

from db.search import PASSAGE

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=PASSAGE.metadata, transactional_ddl=True)
context.run_migrations()
