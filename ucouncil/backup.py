"""A home in one tar file: the SQLite records (a consistent copy) and the originals.

Indexes are left out: they are rebuilt from the records. A PostgreSQL database has tools of its
own (pg_dump), which this refers to instead of imitating them.
"""

import sqlite3
import tarfile
import tempfile
from pathlib import Path

from records.errors import Misuse
from ucouncil.settings import Settings


def save_home(settings: Settings, target: Path) -> int:
    """Write the backup to ``target``; return the number of originals. Safe while in use."""
    _only_local(settings)
    if target.exists():
        raise Misuse(f"이미 있는 파일입니다: {target}")
    with tempfile.TemporaryDirectory(dir=target.resolve().parent) as folder:
        copy = Path(folder) / "records.db"
        _copy_database(settings.home / "records.db", copy)
        unfinished = Path(folder) / "backup.tar"
        with tarfile.open(unfinished, "w") as tar:
            tar.add(copy, "records.db")
            files = sorted(p for p in (settings.home / "originals").rglob("*") if p.is_file())
            for file in files:
                tar.add(file, file.relative_to(settings.home).as_posix())
        unfinished.replace(target)
    return len(files)


def restore_home(settings: Settings, source: Path) -> int:
    """Unpack ``source`` into an empty home; return the number of originals."""
    _only_local(settings)
    if settings.home.exists() and any(settings.home.iterdir()):
        raise Misuse(f"빈 폴더에만 되살립니다: {settings.home}")
    settings.home.mkdir(parents=True, exist_ok=True)
    with tarfile.open(source) as tar:
        tar.extractall(settings.home, filter="data")
    return sum(p.is_file() for p in (settings.home / "originals").rglob("*"))


def _copy_database(source: Path, target: Path) -> None:
    """SQLite's own online copy: a moment's state, whatever is being written."""
    reader, writer = sqlite3.connect(source), sqlite3.connect(target)
    try:
        reader.backup(writer)
    finally:
        reader.close()
        writer.close()


def _only_local(settings: Settings) -> None:
    if settings.database_url or settings.originals_url:
        raise Misuse("PostgreSQL과 외부 보관소는 pg_dump와 그 보관소의 백업을 쓰세요")
