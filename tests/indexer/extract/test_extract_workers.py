"""Workers that die, hang or swell: recorded, and the next file is read."""

import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hostile import pdf, word

from indexer.extract.model import Extracted, Limits
from indexer.extract.pool import Pool
from indexer.extract.service import Extractor
from records.errors import Broken, TookTooLong, TooLarge


def text(extractor: Extractor, content: bytes) -> str:
    result = extractor.extract_bytes("a", content)
    assert isinstance(result, Extracted)
    return result.text


def test_a_worker_killed_in_the_middle(tmp_path: Path) -> None:
    """Reading a pipe nobody writes to is as long a read as can be had."""
    os.mkfifo(tmp_path / "pipe")
    pool = Pool(Limits(seconds=60), workers=1)
    try:
        with pool.lend() as process:
            process.ask({"do": "read", "name": "a.txt"}, [b"first"])
            (pid,) = pool.pids()
            timer = threading.Timer(0.3, os.kill, (pid, signal.SIGKILL))
            timer.start()
            with pytest.raises(Broken, match="SIGKILL"):
                process.ask({"do": "read", "name": "a", "path": str(tmp_path / "pipe")})
            timer.join()
            head, _ = process.ask({"do": "read", "name": "a.txt"}, [b"next"])
            assert head["extracted"]["blocks"][0][0] == "next"
            assert pool.pids() != [pid]
    finally:
        pool.close()


def test_a_worker_that_hangs_is_ended(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    pool = Pool(Limits(seconds=1), workers=1)
    try:
        with pool.lend() as process, pytest.raises(TookTooLong):
            process.ask({"do": "read", "name": "a", "path": str(tmp_path / "pipe")})
    finally:
        pool.close()


def test_a_worker_over_its_memory_is_recorded() -> None:
    with Extractor(Limits(memory=80_000_000), workers=1) as extractor:
        with pytest.raises(TooLarge):
            extractor.extract_bytes("a.txt", b"line of text\n" * 4_000_000)
        assert text(extractor, b"small") == "small"


def test_many_threads_share_the_workers() -> None:
    with Extractor(workers=2) as extractor, ThreadPoolExecutor(6) as threads:
        contents = [word(f"문서 {n}") if n % 2 else pdf(f"paper {n}") for n in range(12)]
        texts = list(threads.map(lambda content: text(extractor, content), contents))
        assert all(f" {n}" in found for n, found in enumerate(texts))
        assert len(extractor.pids()) == 2


def test_a_missing_file_is_broken(tmp_path: Path) -> None:
    with Extractor() as extractor:
        with pytest.raises(Broken):
            extractor.extract(tmp_path / "none.hwp")
        assert extractor.pids() == []


def test_a_file_over_the_input_limit(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_bytes(b"x" * 101)
    with Extractor(Limits(input_bytes=100)) as extractor, pytest.raises(TooLarge):
        extractor.extract(tmp_path / "big.txt")


def test_workers_see_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UCOUNCIL_LAW_KEY", "secret-key")
    with Extractor(workers=1) as extractor:
        assert text(extractor, b"started") == "started"
        environment = Path(f"/proc/{extractor.pids()[0]}/environ")
        if environment.exists():
            assert b"secret-key" not in environment.read_bytes()
