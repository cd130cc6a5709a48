"""ZIP archives opened with care: bombs, false sizes and nesting are refused before they cost.

A ratio of packed to unpacked size says little of a small text, so it counts only from one
MiB on; the total size, the count and what a member really unpacks to always count.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator

from indexer.extract.model import Limits
from records.errors import Broken, Locked, TooLarge, Truncated

RATIO = 100
RATIO_FROM = 1 << 20
_CHUNK = 1 << 20
_UTF8_FLAG = 0x800
_ENCRYPTED_FLAG = 0x1


class Archive:
    """One ZIP in memory. ``limits.members`` bounds its count, ``limits.member_bytes`` the bytes
    of all that is read from it.

    Raises `Truncated` or `Broken` when it is no whole ZIP, `TooLarge` over a limit.
    """

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._left = limits.member_bytes
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise Truncated(f"ZIP 목차를 읽을 수 없음: {error}") from error
        self._infos = [info for info in self._zip.infolist() if not info.is_dir()]
        if len(self._infos) > limits.members:
            raise TooLarge(f"구성 파일이 {len(self._infos)}개로 한도 {limits.members}개를 넘음")
        if sum(info.file_size for info in self._infos) > limits.member_bytes:
            raise TooLarge(f"풀면 한도 {limits.member_bytes:,}바이트를 넘는 압축 파일")

    def __iter__(self) -> Iterator[zipfile.ZipInfo]:
        return iter(self._infos)

    def names(self) -> list[str]:
        return [info.filename for info in self._infos]

    def read(self, info: zipfile.ZipInfo) -> bytes:
        """The bytes of one member. Raises a leaf of `Unreadable` that names it."""
        name = member_name(info)
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise Locked(f"암호가 걸린 ZIP의 구성 파일: {name}")
        _refuse_bomb(info, name)
        try:
            content = self._unpack(info, name)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError) as error:
            raise Broken(f"풀 수 없는 구성 파일 {name}: {error}") from error
        except (NotImplementedError, RuntimeError) as error:
            raise Broken(f"풀 수 없는 압축 방식 {name}: {error}") from error
        self._left -= len(content)
        return content

    def _unpack(self, info: zipfile.ZipInfo, name: str) -> bytes:
        allowed = min(info.file_size, self._left)
        pieces: list[bytes] = []
        size = 0
        with self._zip.open(info) as member:
            while piece := member.read(_CHUNK):
                size += len(piece)
                if size > allowed:
                    raise TooLarge(f"알린 크기보다 크게 풀리는 구성 파일: {name}")
                pieces.append(piece)
        return b"".join(pieces)


def member_name(info: zipfile.ZipInfo) -> str:
    """The member's path. Korean Windows writes CP949 without saying so; Python reads that as
    CP437, which is turned back here."""
    if info.flag_bits & _UTF8_FLAG:
        return info.filename
    raw = info.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "cp949"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _refuse_bomb(info: zipfile.ZipInfo, name: str) -> None:
    if info.file_size <= RATIO_FROM:
        return
    if info.file_size > RATIO * max(info.compress_size, 1):
        raise TooLarge(f"압축률이 {RATIO}배를 넘는 구성 파일(압축 폭탄 의심): {name}")
