"""Bringing the tables to this version; the one place that imports Alembic."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import Connection

from records.errors import BadSetting


def upgrade(connection: Connection) -> None:
    """Apply what is missing on ``connection``, in its transaction.

    Raises `BadSetting` when the database is of a later version than this program.
    """
    config = _config()
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise BadSetting(
            "데이터베이스가 더 새로운 판으로 만들어졌습니다. 프로그램을 올리세요."
        ) from error


def _config() -> Config:
    config = Config()
    config.set_main_option("path_separator", "os")
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config
