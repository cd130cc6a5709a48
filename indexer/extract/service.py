"""Extraction as the rest of the house sees it.

>>> with Extractor() as extractor:                       # doctest: +SKIP
...     extractor.extract(Path("보도자료.hwp")).pages
9
"""

from pathlib import Path
from types import TracebackType
from typing import Self

from indexer.extract import wire
from indexer.extract.model import Container, Extracted, Limits
from indexer.extract.pool import Pool
from records.errors import Broken, Empty, TooLarge


class Extractor:
    """Reads files in ``workers`` processes of their own, which may crash, hang or swell without
    harm. Both methods are safe to call from several threads; ``workers`` files are then read
    side by side. With ``tika_url`` a Tika server stands in for the Tika compiled in.
    """

    def __init__(
        self, limits: Limits | None = None, tika_url: str | None = None, workers: int = 2
    ) -> None:
        self._limits = limits or Limits()
        self._pool = Pool(self._limits, tika_url, workers)

    def extract(self, path: Path) -> Extracted | Container:
        """Read the file at ``path``. Raises leaves of `Unreadable`."""
        try:
            size = path.stat().st_size
        except OSError as error:
            raise Broken(f"파일을 열 수 없음: {error.strerror}") from error
        self._check_size(size)
        return self._read({"name": path.name, "path": str(path.resolve())})

    def extract_bytes(self, name: str, content: bytes) -> Extracted | Container:
        """Read ``content``, known as ``name``. Raises leaves of `Unreadable`."""
        self._check_size(len(content))
        return self._read({"name": name}, content)

    def close(self) -> None:
        """End the worker processes."""
        self._pool.close()

    def pids(self) -> list[int]:
        """The ids of the running workers, for whoever watches over the machine."""
        return self._pool.pids()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _read(self, head: dict[str, str], *blobs: bytes) -> Extracted | Container:
        with self._pool.lend() as process:
            return wire.unpack(*process.ask({"do": "read", **head}, blobs))

    def _check_size(self, size: int) -> None:
        if size == 0:
            raise Empty("0바이트 파일")
        if size > self._limits.input_bytes:
            raise TooLarge(f"파일이 한도 {self._limits.input_bytes:,}바이트보다 큼")
