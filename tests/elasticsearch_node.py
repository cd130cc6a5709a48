"""A real Elasticsearch node on loopback, shared by whoever holds its pipe open.

    with elasticsearch_node(folder) as url:
        Elasticsearch(url).cluster.health()

The node reads a named pipe and ends when the last writer has closed it, by whatever death: so
the workers of one test run share a node, and none is ever left behind.
"""

import fcntl
import os
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from elasticsearch_distribution import distribution, java
from support import require

JVM = (
    "-Xms512m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
    "--enable-native-access=ALL-UNNAMED",
    "-Dorg.elasticsearch.nativeaccess.enableVectorLibrary=false",
)  # fmt: skip
SETTINGS = (
    "network.host=127.0.0.1", "http.port=0", "transport.port=0", "node.portsfile=true",
    "discovery.type=single-node", "cluster.routing.allocation.disk.threshold_enabled=false",
)  # fmt: skip
PATIENCE = 120


@contextmanager
def elasticsearch_node(
    folder: Path, jvm: tuple[str, ...] = JVM, settings: tuple[str, ...] = SETTINGS
) -> Iterator[str]:
    """Join the node of ``folder``, or start it there; gives its address."""
    require(os.name == "posix", "the test node needs named pipes")
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        pipe = _join(folder / "pipe") or _start(folder, jvm, settings)
        url = _address(folder)
    try:
        yield url
    finally:
        os.close(pipe)


def _join(path: Path) -> int | None:
    """A writing end of the node's pipe; None when no node reads it."""
    try:
        return os.open(path, os.O_WRONLY | os.O_NONBLOCK)
    except OSError:
        return None


def _start(folder: Path, jvm: tuple[str, ...], settings: tuple[str, ...]) -> int:
    dist, home = distribution(), folder / "home"
    for part in ("config", "plugins", "data", "logs"):
        (home / part).mkdir(parents=True, exist_ok=True)
    (home / "config/elasticsearch.yml").touch()
    (home / "logs/http.ports").unlink(missing_ok=True)
    if not (home / "modules").exists():
        (home / "modules").symlink_to(dist / "modules")
        os.mkfifo(folder / "pipe")
    reading = os.open(folder / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    writing = os.open(folder / "pipe", os.O_WRONLY)
    os.set_blocking(reading, True)
    path = f"{dist}/lib/*:{dist}/launcher"
    command = [java(), *jvm, f"-Des.nativelibs.path={dist}/native", "-cp", path, "Launcher", home]
    _spawn([*map(str, command), *settings], reading, folder / "node.log")
    os.close(reading)
    return writing


def _spawn(command: list[str], stdin: int, log: Path) -> None:
    """Start without a handle: the node belongs to its pipe, not to the one who started it."""
    with log.open("ab") as file:
        files = [(os.POSIX_SPAWN_DUP2, stdin, 0)]
        files += [(os.POSIX_SPAWN_DUP2, file.fileno(), number) for number in (1, 2)]
        os.posix_spawn(command[0], command, os.environ, file_actions=files, setpgroup=0)


def _address(folder: Path) -> str:
    """Wait until the node says where it is and answers there."""
    ports, until = folder / "home/logs/http.ports", time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if ports.exists() and ports.read_text().strip():
            url = f"http://{ports.read_text().split()[0]}"
            if _answers(url):
                return url
        if not _lives(folder / "pipe"):
            break
        time.sleep(0.1)
    raise AssertionError(f"the node did not start: {(folder / 'node.log').read_text()[-2000:]}")


def _lives(path: Path) -> bool:
    pipe = _join(path)
    if pipe is not None:
        os.close(pipe)
    return pipe is not None


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/_cluster/health?timeout=1s", timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return False
