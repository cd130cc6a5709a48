"""The receiver of packs over HTTP. Kills of it: `test_crawl_soak.py`."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn
from replay.edoc import Letter, hollow, pack
from starlette.applications import Starlette

from crawlers.approval.intake import Intake
from crawlers.approval.receiver import PATH, routes
from crawlers.enclosed import Reading
from records.errors import DatabaseFault
from records.model import Privacy
from records.store import Records

TOKEN = {"Authorization": "Bearer canary-token-0001"}
LETTER = Letter(attached=(("표.txt", b"x"),))


@pytest.fixture
def client(records: Records, tmp_path: Path) -> Iterator[httpx.Client]:
    intake = Intake(records, lambda *_: Reading("text/plain"), lambda _: Privacy.CLEAR)
    mounted = routes(intake, "canary-token-0001", tmp_path / "failed", largest=100_000)
    server = uvicorn.Server(uvicorn.Config(Starlette(routes=mounted), log_level="error"))
    with socket.create_server(("127.0.0.1", 0)) as door:
        thread = threading.Thread(target=server.run, args=([door],))
        thread.start()
        address = f"http://127.0.0.1:{door.getsockname()[1]}"
        with httpx.Client(base_url=address, trust_env=False) as running:
            yield running
        server.should_exit = True
        thread.join()


def test_a_pack_as_the_body(client: httpx.Client, records: Records) -> None:
    answer = client.post(PATH, content=pack(LETTER), headers=TOKEN)
    assert answer.status_code == 200
    assert b'<doc-type type="receive"' in answer.content
    assert records.document(answer.headers["X-Document-Id"]).title == LETTER.title


def test_a_pack_in_parts(client: httpx.Client, records: Records) -> None:
    files = {f"part{n}": part for n, part in enumerate(hollow(LETTER).items())}
    answer = client.post(PATH, files=files, headers=TOKEN)
    assert answer.status_code == 200
    assert len(records.document(answer.headers["X-Document-Id"]).attachments) == 1


def test_a_broken_pack_gets_its_reason_and_is_kept(
    client: httpx.Client, records: Records, tmp_path: Path
) -> None:
    body = pack(LETTER)[:900]
    answer = client.post(PATH, content=body, headers=TOKEN)
    assert answer.status_code == 422
    assert b'<doc-type type="fail"' in answer.content
    (kept,) = (tmp_path / "failed").iterdir()
    assert kept.read_bytes() == body
    assert [f.path for f in records.failures()] == [str(kept)]


@pytest.mark.parametrize("given", [{}, {"Authorization": "Bearer wrong"}])
def test_nobody_without_the_token(
    given: dict[str, str], client: httpx.Client, records: Records
) -> None:
    assert client.post(PATH, content=pack(LETTER), headers=given).status_code == 401
    assert records.counts() == {}


def test_a_pack_over_the_limit(client: httpx.Client) -> None:
    assert client.post(PATH, content=b"x" * 100_001, headers=TOKEN).status_code == 413


def test_no_acknowledgement_while_the_records_fail(
    client: httpx.Client, records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise DatabaseFault("디스크가 가득 찼습니다")

    monkeypatch.setattr(records, "put", broken)
    answer = client.post(PATH, content=pack(LETTER), headers=TOKEN)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")
