"""A private PostgreSQL for tests: a cluster a worker, a fresh database a test.

The server listens on a Unix socket in a folder of its own, runs as an unprivileged user (also
when the tests run as root) and is stopped by its own process id.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from support import require

PATIENCE_SECONDS = 60


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[Path]:
    """The socket folder of a running cluster whose superuser is ``postgres``."""
    programs = _programs()
    require(programs, "no PostgreSQL server programs (initdb, postgres) on this machine")
    account = _account()
    require(os.getuid() != 0 or account, "root may not run PostgreSQL, and there is no other user")
    home = Path(tempfile.mkdtemp(prefix="ucouncil-pg-"))
    try:
        if account:
            os.chown(home, account["user"], account["group"])
        _initialise(programs, home, account)
        yield from _running(programs, home, account)
    finally:
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres_cluster: Path) -> Iterator[str]:
    """The URL of a database that only this test uses."""
    with fresh_database(postgres_cluster) as url:
        yield url


@contextmanager
def fresh_database(cluster: Path) -> Iterator[str]:
    """The URL of an empty database, dropped at the end."""
    name = f"test_{uuid.uuid4().hex}"
    _administer(cluster, f"CREATE DATABASE {name}")
    try:
        yield f"postgresql+psycopg://postgres@/{name}?host={cluster}"
    finally:
        _administer(cluster, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Each database in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/records.db"
    return str(request.getfixturevalue("postgres_url"))


def _programs() -> Path | None:
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = shutil.which("postgres")
    folders += [Path(found).resolve().parent] if found else []
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


def _account() -> dict[str, int]:
    """The user to become, if we are root; nothing otherwise."""
    if os.getuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid}
    return {}


def _initialise(programs: Path, home: Path, account: dict[str, int]) -> None:
    command = [programs / "initdb", "--pgdata", home / "data", "--username=postgres"]
    options = ["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    subprocess.run([*command, *options], check=True, capture_output=True, cwd="/", **account)


def _running(programs: Path, home: Path, account: dict[str, int]) -> Iterator[Path]:
    command = [programs / "postgres", "-D", home / "data", "-k", home]
    settings = ("listen_addresses=", "fsync=off", "shared_buffers=16MB", "max_connections=50")
    for setting in settings:
        command += ["-c", setting]
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, cwd="/", **account)
    try:
        _wait_until_ready(server, home)
        yield home
    finally:
        server.terminate()
        try:
            server.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait_until_ready(server: "subprocess.Popen[bytes]", home: Path) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        assert server.poll() is None, (home / "log").read_text()
        try:
            _administer(home, "SELECT 1")
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"PostgreSQL does not answer: {(home / 'log').read_text()}")


def _administer(socket: Path, statement: str) -> None:
    with psycopg.connect(f"host={socket} user=postgres dbname=postgres", autocommit=True) as admin:
        admin.execute(statement)  # type: ignore[call-overload]
