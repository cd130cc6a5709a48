"""The text a command is asked to look at: standard input, a text file, or any paper."""

import sys
from pathlib import Path

from indexer.extract.model import Container
from records.errors import Misuse
from ucouncil.council import Council
from ucouncil.settings import Settings


def text_of(settings: Settings, file: str) -> str:
    """The text of ``file``, or of standard input for ``-``; any format `load` reads will do.

    Raises `Misuse` when there is no such file, an `Unreadable` when it cannot be read.
    """
    if file == "-":
        return sys.stdin.read()
    path = Path(file)
    if not path.is_file():
        raise Misuse(f"파일이 없습니다: {file}")
    if path.suffix.lower() in (".txt", ".md"):
        return path.read_text(encoding="utf-8-sig")
    with Council(settings) as council:
        found = council.extractor.extract(path)
    if isinstance(found, Container):
        raise Misuse(f"묶음 파일은 풀어서 한 파일씩 주세요: {file}")
    return found.text
