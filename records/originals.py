"""The original files, by content: a folder or any store that fsspec knows by URL.

>>> import tempfile
>>> originals = Originals(tempfile.mkdtemp())
>>> originals.get(originals.put(b"%PDF-1.7"))
b'%PDF-1.7'
"""

import hashlib
import uuid
from contextlib import suppress

import fsspec

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
        """Write beside, then rename: a reader never meets half a file."""
        path = self._path(sha256)
        part = f"{path}.{uuid.uuid4().hex}.part"
        self._files.makedirs(path.rpartition("/")[0], exist_ok=True)
        try:
            self._files.pipe_file(part, content)
            self._files.mv(part, path)
        except OSError:
            with suppress(OSError):
                self._files.rm_file(part)
            raise
