"""A collection with its originals in one ZIP: the sheet, the paper, every file, their sums."""

import re
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from tempfile import TemporaryFile
from typing import BinaryIO, Final, cast

from records.errors import OriginalMissing, TooLargeToBundle
from records.originals import Originals
from search_ui.exports.papers import to_docx, to_hwpx
from search_ui.exports.rows import Row, Sheaf
from search_ui.exports.sheet import to_xlsx
from search_ui.sizes import LARGEST

_UNSAFE: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069\ufffd]+')
_NAME: Final = 80


def to_zip(sheaf: Sheaf, originals: Originals) -> BinaryIO:
    """The file, a temporary one that is gone once it is closed: only one original at a time
    stands in memory. Raises `TooLargeToBundle` when the originals are beyond `LARGEST`."""
    if sum(one.size for row in sheaf.rows for one in row.attachments) > LARGEST:
        raise TooLargeToBundle(f"원본이 {LARGEST // 2**20}MB를 넘어 한 묶음에 담을 수 없습니다")
    made, sums = cast(BinaryIO, TemporaryFile()), []  # noqa: SIM115, closed by who sends it
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in _members(sheaf, originals):
            bundle.writestr(name, content)
            sums.append(f"{sha256(content).hexdigest()}  {name}")
        bundle.writestr("SHA256SUMS.txt", "\n".join([*sums, ""]))
    return made


def _members(sheaf: Sheaf, originals: Originals) -> Iterator[tuple[str, bytes]]:
    yield "자료집.xlsx", to_xlsx(sheaf)
    yield "자료집.docx", to_docx(sheaf)
    yield "자료집.hwpx", to_hwpx(sheaf)
    for row in sheaf.rows:
        yield from _files(row, originals)


def _files(row: Row, originals: Originals) -> Iterator[tuple[str, bytes]]:
    """The originals of a row under its number; its text where it has none."""
    if not row.attachments and row.whole:
        text = row.whole.encode("utf-8", "replace")
        yield f"원본/{row.n:03} {file_name(row.title)}.txt", text
    for at, one in enumerate(row.attachments, 1):
        name = file_name(one.name.replace("\\", "/").rpartition("/")[2])
        again = f"-{at}" if len(row.attachments) > 1 else ""
        try:
            yield f"원본/{row.n:03}{again} {name}", originals.get(one.sha256)
        except OriginalMissing as lost:
            yield f"원본/{row.n:03}{again} {name}.없음.txt", f"{lost}\n{lost.advice}\n".encode()


def file_name(text: str) -> str:
    """A name that no system takes for a path or a command.

    >>> file_name("../../etc/<b>비밀</b>.pdf"), file_name("..")
    ('etc b 비밀 b .pdf', '이름 없음')
    """
    plain = _UNSAFE.sub(" ", text).strip(" .") or "이름 없음"
    stem, dot, end = plain.rpartition(".")
    if dot and len(end) <= 5:
        return f"{stem[: _NAME - len(end)].strip()}.{end}" if len(plain) > _NAME else plain
    return plain[:_NAME]
