"""Making, opening and migrating the database."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from records.errors import BadSetting, NotPrepared
from records.store import Records
from records.tables import metadata


def test_the_migrations_make_exactly_the_tables(records):
    with records.database.read() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert differences == []


def test_making_it_twice_keeps_what_is_there(records, database_url, tmp_path, paper):
    records.put([paper(1)])
    with Records.create(database_url, str(tmp_path / "originals")) as again:
        assert again.last_revision() == 1


def test_two_at_once_make_one(database_url, tmp_path):
    def create(_):
        with Records.create(database_url, str(tmp_path / "originals")) as made:
            return made.last_revision()

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(create, range(4))) == [0, 0, 0, 0]


def test_what_was_never_made_cannot_be_opened(database_url, tmp_path):
    with pytest.raises(NotPrepared, match=r"아직 없습니다|비어 있습니다") as found:
        Records.open(database_url, str(tmp_path / "originals"))
    assert "ucouncil init" in found.value.advice
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_cannot_be_opened(tmp_path):
    (tmp_path / "r.db").touch()
    with pytest.raises(NotPrepared, match="비어 있습니다"):
        Records.open(f"sqlite:///{tmp_path}/r.db", str(tmp_path / "o"))


def test_a_newer_database_is_left_alone(records, database_url, tmp_path):
    with records.database.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NotPrepared, match="판이"):
        Records.open(database_url, str(tmp_path / "originals"))
    with pytest.raises(BadSetting, match="새로운 판"):
        Records.create(database_url, str(tmp_path / "originals"))


def test_the_plain_postgresql_address_is_understood(postgres_url, tmp_path):
    plain = postgres_url.replace("postgresql+psycopg", "postgresql")
    with Records.create(plain, str(tmp_path / "o")) as records:
        assert records.last_revision() == 0


def test_sqlite_runs_safely(tmp_path):
    with (
        Records.create(f"sqlite:///{tmp_path}/new/folder/r.db", str(tmp_path / "o")) as records,
        records.database.read() as connection,
    ):
        asked = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "foreign_keys", "busy_timeout")
        }
    assert asked == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 30_000}


def test_the_head_known_without_alembic_is_the_newest_migration():
    from alembic.script import ScriptDirectory

    from records.migrations import HEAD
    from records.migrations.run import _config

    assert ScriptDirectory.from_config(_config()).get_current_head() == HEAD
