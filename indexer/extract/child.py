"""The worker process: reads requests from standard input, answers on standard output.

Started as ``python -m indexer.extract.child`` by `indexer.extract.process`; never forked, since
Tika's native image does not survive a fork.
"""

import contextlib
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from indexer.extract import frames, wire
from indexer.extract.layout import pages
from indexer.extract.model import Limits
from indexer.extract.reading import read
from indexer.extract.tika import Tika, embedded
from indexer.extract.tika_server import server
from records.errors import Broken, TooLarge, Unreadable

Reply = tuple[dict[str, Any], list[bytes]]


def main() -> None:
    """Serve until standard input ends. The first message holds the limits and Tika's address."""
    requests, replies = _private_streams()
    setup, _ = frames.receive(requests)
    limits = Limits(**setup["limits"])
    _limit_memory(limits.memory)
    work = _Work(limits, _tika(setup["tika_url"], limits))
    while True:
        try:
            head, blobs = frames.receive(requests)
        except EOFError:
            return
        frames.send(replies, *_answer(partial(work.do, head, blobs)))


class _Work:
    def __init__(self, limits: Limits, tika: Tika) -> None:
        self._limits = limits
        self._tika = tika

    def do(self, head: dict[str, Any], blobs: list[bytes]) -> Reply:
        match head["do"]:
            case "read":
                content = blobs[0] if blobs else Path(head["path"]).read_bytes()
                return wire.pack(read(head["name"], content, self._limits, self._tika))
            case "count":
                return {"count": pages.count(blobs[0], head["media_type"])}, []
            case "draw":
                return {}, [pages.draw(blobs[0], head["media_type"], head["page"], head["width"])]
            case "boxes":
                places = (head["media_type"], head["page"], head["needles"])
                return {"boxes": pages.boxes(blobs[0], *places)}, []
            case other:
                raise ValueError(other)


def _answer(work: Callable[[], Reply]) -> Reply:
    """The reply, or the named reason. Whatever a parser throws ends here: Rust's panics are
    BaseExceptions."""
    try:
        return work()
    except Unreadable as error:
        return _failure(error)
    except MemoryError:
        return _failure(TooLarge("메모리 한도를 넘는 문서"))
    except RecursionError:
        return _failure(TooLarge("한도보다 깊이 중첩된 문서"))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        return _failure(_named(error))


def _named(error: BaseException) -> Unreadable:
    """Tika's native image says in these words that it got no memory to start in."""
    if "native vm" in str(error) or "cannot map" in str(error):
        return TooLarge("메모리 한도가 모자라 문서를 읽지 못함")
    return Broken(f"문서를 해석할 수 없음({type(error).__name__}): {error}"[:300])


def _failure(error: Unreadable) -> Reply:
    return {"error": type(error).__name__, "reason": str(error)}, []


def _private_streams() -> tuple[BinaryIO, BinaryIO]:
    """Our two pipes, moved away from where a native library may print."""
    requests = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    return requests, replies


def _limit_memory(size: int) -> None:
    """Bound what may be written to (RLIMIT_DATA). Not the address space: Tika's native image
    reserves 32 GB of that without using it."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _tika(url: str | None, limits: Limits) -> Tika:
    return embedded() if url is None else server(url, limits)


if __name__ == "__main__":
    main()
