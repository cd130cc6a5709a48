"""ZIP: its members, those of ZIPs inside included, each a document of its own."""

from indexer.extract import media
from indexer.extract.archive import Archive, member_name
from indexer.extract.model import Container, Limits, Member
from indexer.extract.sniff import media_type
from records.errors import TooLarge, Unreadable

_SYSTEM = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def read_zip(content: bytes, limits: Limits) -> Container:
    """All members down to ``limits.depth``; what could not be taken out is in ``failures``."""
    opener = _Opener(limits)
    opener.open(content, "", 1)
    return Container(media.ZIP, None, tuple(opener.members), tuple(opener.failures))


class _Opener:
    """Holds one budget of count and bytes for all the nested archives together."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._left = limits.member_bytes
        self.members: list[Member] = []
        self.failures: list[tuple[str, str, str]] = []

    def open(self, content: bytes, prefix: str, depth: int) -> None:
        if depth > self._limits.depth:
            raise TooLarge(f"ZIP이 한도 {self._limits.depth}단계보다 깊이 중첩됨")
        archive = Archive(content, self._limits)
        for info in archive:
            name = member_name(info)
            if any(part in name for part in _SYSTEM):
                continue
            try:
                self._keep(prefix + name, archive.read(info), depth)
            except Unreadable as error:
                self.failures.append((prefix + name, error.code, str(error)))

    def _keep(self, path: str, content: bytes, depth: int) -> None:
        self._left -= len(content)
        if self._left < 0:
            raise TooLarge(f"푼 크기의 합이 한도 {self._limits.member_bytes:,}바이트를 넘음")
        if content.startswith(b"PK\x03\x04") and media_type(content) == media.ZIP:
            self.open(content, f"{path}/", depth + 1)
            return
        if len(self.members) + len(self.failures) >= self._limits.members:
            raise TooLarge(f"구성 파일이 한도 {self._limits.members}개를 넘음")
        self.members.append(Member(path, content))
