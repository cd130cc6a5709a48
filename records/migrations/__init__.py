"""The history of the tables, applied by `records.migrations.run`; users never call Alembic."""

HEAD = "0004"
"""The newest revision: what `Records.open` asks of a database, without importing Alembic."""
