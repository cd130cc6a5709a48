"""The original files, by content: a folder or any store that fsspec knows by URL.

>>> import tempfile
>>> originals = Originals(tempfile.mkdtemp())
>>> originals.get(originals.put(b"%PDF-1.7"))
b'%PDF-1.7'
"""

import hashlib
import os
import uuid
from contextlib import suppress

import fsspec
from fsspec.implementations.local import LocalFileSystem

from records.errors import BadSetting, OriginalMissing


class Originals:
    """Files under their SHA-256. Writing is atomic, reading is verified."""

    def __init__(self, url: str) -> None:
        self.url = url
        try:
            self._files, root = fsspec.core.url_to_fs(url)  # type: ignore[no-untyped-call]
        except (ValueError, ImportError) as error:
            raise BadSetting(f"ORIGINALS_URL을 읽을 수 없습니다 ({type(error).__name__})") from None
        self._root = root.rstrip("/")

    def put(self, content: bytes) -> str:
        """Store ``content`` once and return its SHA-256 (hex)."""
        sha256 = hashlib.sha256(content).hexdigest()
        try:
            if not self._has(sha256, len(content)):
                self._write(sha256, content)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise OriginalMissing(f"원본을 저장하지 못했습니다: {reason}") from error
        return sha256

    def get(self, sha256: str) -> bytes:
        """The content; `OriginalMissing` when it is gone or no longer what was stored."""
        try:
            content: bytes = self._files.cat_file(self._path(sha256))
        except OSError as error:
            raise OriginalMissing(f"원본이 없습니다: {sha256}") from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise OriginalMissing(f"원본이 손상되었습니다: {sha256}")
        return content

    def exists(self, sha256: str) -> bool:
        """Whether there is such a file (its content is verified by `get` only)."""
        return bool(self._files.exists(self._path(sha256)))

    def _path(self, sha256: str) -> str:
        return f"{self._root}/{sha256[:2]}/{sha256}"

    def _has(self, sha256: str, size: int) -> bool:
        return self.exists(sha256) and self._files.size(self._path(sha256)) == size

    def _write(self, sha256: str, content: bytes) -> None:
        """Write beside, then rename: nobody meets half a file, not even after a power cut."""
        path = self._path(sha256)
        folder, part = path.rpartition("/")[0], f"{path}.{uuid.uuid4().hex}.part"
        if not self._files.exists(folder):
            self._files.makedirs(folder, exist_ok=True)
            self._hold(self._root)
        try:
            self._files.pipe_file(part, content)
            self._hold(part)
            self._files.mv(part, path)
            self._hold(folder)
        except OSError:
            with suppress(OSError):
                self._files.rm_file(part)
            raise

    def _hold(self, path: str) -> None:
        """Have the disk hold a file, or the names in a folder; other stores answer only then."""
        if not isinstance(self._files, LocalFileSystem):
            return
        opened = os.open(path, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
