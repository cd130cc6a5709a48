"""The same home on PostgreSQL and Elasticsearch by two settings: same counts, same first hit."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

QUERIES = ("의정활동비", "비공개", '"행정사무감사"', "종류:법령 의정활동비")


def run(home: Path, servers: dict[str, str], *words: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "ucouncil", *map(str, words), "--home", str(home)],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
        env={**os.environ, **servers},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def answers(home: Path, servers: dict[str, str]) -> list[tuple[int, list[str]]]:
    found = []
    for query in QUERIES:
        answer = json.loads(run(home, servers, "search", query, "--json"))
        found.append((answer["total"], [hit["id"] for hit in answer["hits"]]))
    return found


@pytest.fixture
def servers(postgres_url: str, elasticsearch_url: str, tmp_path: Path) -> dict[str, str]:
    return {
        "UCOUNCIL_DATABASE_URL": postgres_url,
        "UCOUNCIL_ELASTICSEARCH_URL": elasticsearch_url,
        "UCOUNCIL_ELASTICSEARCH_PREFIX": f"servers-{os.getpid()}",
    }


def test_servers_answer_as_the_embedded_home_does(
    servers: dict[str, str], corpus: Path, tmp_path: Path
) -> None:
    for home, where in ((tmp_path / "embedded", {}), (tmp_path / "servers", servers)):
        run(home, where, "init")
        run(home, where, "load", corpus, "--kind", "report")
        run(home, where, "index")
        run(home, where, "verify")
    embedded, served = answers(tmp_path / "embedded", {}), answers(tmp_path / "servers", servers)
    assert served == embedded
    assert all(total for total, _ in embedded)


def test_a_password_never_shows(servers: dict[str, str], tmp_path: Path) -> None:
    wrong = {"UCOUNCIL_DATABASE_URL": "postgresql://council:canary-4711@127.0.0.1:1/none"}
    done = subprocess.run(
        [sys.executable, "-m", "ucouncil", "status", "--home", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, **wrong},
    )
    assert done.returncode in (1, 2)
    assert "canary-4711" not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
