"""The history of the tables, applied by `records.database`; users never call Alembic."""
