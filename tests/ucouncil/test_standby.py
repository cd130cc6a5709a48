"""Two processes behind nginx with the configuration that is delivered: one dies, the other answers."""

import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
import pytest
from support import require

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "tests" / "ui_council.py"


@contextmanager
def app(folder: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A process of the app and its port."""
    folder.mkdir()
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-P", str(PROGRAM), str(folder)],
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
    assert process.stdout is not None
    try:
        address = process.stdout.readline().strip()
        assert address, (folder / "log").read_text(encoding="utf-8")
        yield process, int(re.findall(r":(\d+)", address)[-1])
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


@contextmanager
def nginx(folder: Path, ports: list[int]) -> Iterator[str]:
    """The delivered configuration with other ports; its address."""
    found = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    require(found, "no nginx on this machine")
    with socket.create_server(("127.0.0.1", 0)) as free:
        door = free.getsockname()[1]
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for old, new in zip((8501, 8502, 8500), (*ports, door), strict=True):
        text = text.replace(f"127.0.0.1:{old}", f"127.0.0.1:{new}")
    own = f"pid {folder}/pid; daemon off; error_log {folder}/errors;\n"
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    text = own + text.replace("http {", f"http {{\naccess_log off;\n{temporary}", 1)
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    process = subprocess.Popen([str(found), "-p", str(folder), "-c", str(folder / "nginx.conf")])
    try:
        yield f"http://127.0.0.1:{door}"
    finally:
        process.terminate()
        process.wait()


def answer(address: str) -> httpx.Response:
    """What a reader gets, once nginx has opened its door."""
    with httpx.Client(transport=httpx.HTTPTransport(retries=5)) as client:
        return client.get(f"{address}/api/v1/search", params={"q": "도서관"}, timeout=10)


def test_the_other_process_answers_when_one_is_killed(tmp_path: Path) -> None:
    with ExitStack() as open_:
        apps = [open_.enter_context(app(tmp_path / name)) for name in ("one", "two")]
        address = open_.enter_context(nginx(tmp_path, [port for _, port in apps]))
        before = answer(address)
        assert before.status_code == 200
        assert before.json()["total"] > 0
        for process, _ in apps:
            process.kill()
            process.wait()
            if process is apps[0][0]:
                assert answer(address).json()["total"] == before.json()["total"]
        assert answer(address).status_code == 502


@pytest.mark.parametrize("unit", sorted((ROOT / "deploy").glob("*.service")), ids=lambda p: p.name)
def test_a_unit_runs_closed_in(unit: Path) -> None:
    text = unit.read_text(encoding="utf-8")
    for line in ("NoNewPrivileges=yes", "ProtectSystem=strict", "User=ucouncil"):
        assert line in text
