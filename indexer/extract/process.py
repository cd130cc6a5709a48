"""One worker process from its owner's side: asked, timed, killed, started anew."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from threading import Timer
from typing import Any

from indexer.extract import frames
from indexer.extract.model import Limits
from records import errors
from records.errors import Broken, TookTooLong, TooLarge, Unreadable

_KEPT_ENVIRONMENT = ("PATH", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "TMPDIR", "SYSTEMROOT")
# Where our own packages lie, for an owner that found them by its working directory.
_HOUSE = str(Path(__file__).resolve().parents[2])
_MEMORY_SIGNS = ("memory allocation", "OutOfMemory", "out of memory", "bad_alloc", "MemoryError")


class Process:
    """A worker process. Not for two threads at once; `indexer.extract.pool` sees to that."""

    def __init__(self, limits: Limits, tika_url: str | None) -> None:
        self._limits = limits
        self._tika_url = tika_url
        self._process: subprocess.Popen[bytes] | None = None
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
        self._timed_out = False

    @property
    def pid(self) -> int | None:
        """The running process's id."""
        return self._process.pid if self._process else None

    def ask(
        self, head: dict[str, Any], blobs: Sequence[bytes] = ()
    ) -> tuple[dict[str, Any], list[bytes]]:
        """Send one request and wait for its answer, at most ``limits.seconds``.

        Raises the leaf of `Unreadable` that the worker names, `TookTooLong`, and when it died
        `TooLarge` (memory) or `Broken`. A new process stands ready for the next request.
        """
        process = self._running()
        self._timed_out = False
        timer = Timer(self._limits.seconds, self._expire, (process,))
        timer.start()
        try:
            answer, parts = self._exchange(process, head, blobs)
        except (EOFError, BrokenPipeError, ValueError, OSError):
            raise self._epitaph() from None
        finally:
            timer.cancel()
        if "error" in answer:
            raise getattr(errors, answer["error"], Broken)(answer["reason"])
        return answer, parts

    def close(self) -> None:
        """End the process and wait for it."""
        self._bury()
        self._said.close()

    def _exchange(
        self, process: subprocess.Popen[bytes], head: dict[str, Any], blobs: Sequence[bytes]
    ) -> tuple[dict[str, Any], list[bytes]]:
        assert process.stdin is not None
        assert process.stdout is not None
        frames.send(process.stdin, head, blobs)  # type: ignore[arg-type]
        return frames.receive(process.stdout)  # type: ignore[arg-type]

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            self._said.seek(0)
            self._said.truncate()
            return self._process
        self._bury()
        self._process = self._start()
        return self._process

    def _start(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "indexer.extract.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            env=_environment(),
        )
        setup = {"limits": asdict(self._limits), "tika_url": self._tika_url}
        assert process.stdin is not None
        frames.send(process.stdin, setup)  # type: ignore[arg-type]
        return process

    def _expire(self, process: subprocess.Popen[bytes]) -> None:
        self._timed_out = True
        process.kill()

    def _epitaph(self) -> Unreadable:
        """Why the process died, and the end of it."""
        code = self._bury()
        if self._timed_out:
            return TookTooLong(f"시간 한도 {self._limits.seconds:g}초를 넘음")
        self._said.seek(0, os.SEEK_END)
        self._said.seek(max(0, self._said.tell() - 4_000))
        last_words = self._said.read().decode("utf-8", "replace")
        if any(sign in last_words for sign in _MEMORY_SIGNS):
            return TooLarge("메모리 한도를 넘는 문서")
        return Broken(f"읽는 처리기가 멈춤({_ending(code)})")

    def _bury(self) -> int | None:
        process, self._process = self._process, None
        if process is None:
            return None
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                _close(stream)
        return _wait(process)


def _close(stream: Any) -> None:
    try:
        stream.close()
    except BrokenPipeError:
        return


def _wait(process: subprocess.Popen[bytes]) -> int:
    """Its exit code; a process that does not end with its input is killed."""
    try:
        return process.wait(timeout=2)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        return signal.Signals(-code).name
    return f"종료 코드 {code}"


def _environment() -> dict[str, str]:
    """What a worker needs and no more: keys and passwords stay with the owner."""
    kept = {name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ}
    return kept | {"PYTHONPATH": _HOUSE, "PYTHONUTF8": "1", "OMP_THREAD_LIMIT": "1"}
