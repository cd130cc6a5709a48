"""HWP 5 and HWPX through rhwp: paragraphs, lists, tables cell by cell, notes, headers."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from html import unescape
from typing import Any

from indexer.extract import media, native, ole
from indexer.extract.model import Block, Extracted, Limits
from indexer.extract.pages import PageFinder
from indexer.extract.readers import crosscheck
from indexer.extract.readers.hwp_blocks import walk
from indexer.extract.result import finish
from indexer.extract.sniff import HWP_SIGNATURE
from indexer.extract.tika import Tika
from records.errors import Broken, Locked, Truncated

_TEXT_NODE = re.compile(r"<text[^>]*>([^<]*)</text>")
_FLAGS_AT = 36
_PASSWORD = 0x2
_DISTRIBUTION = 0x4
_DRM = 0x10
_Read = tuple[list[Block], list[str], list[str]]


def read_hwp(content: bytes, limits: Limits, tika: Tika) -> Extracted:
    """An HWP 5 file. Raises `Locked`, `Truncated`, `Broken` or `Empty`.

    Tika reads it too: what rhwp lacks is added, and where it lacks most, Tika's text is taken.
    """
    flags = _flags(content)
    if flags & (_PASSWORD | _DRM):
        raise Locked("비밀번호나 DRM이 걸린 HWP 문서")
    if ole.is_cut(content):
        raise Truncated("HWP 파일이 중간에 끊김")
    other = crosscheck.tika_text(content, tika)
    blocks, pages, notes = _checked(content, other, "Tika")
    if flags & _DISTRIBUTION:
        notes.append("배포용 문서")
    return _finished(media.HWP, blocks, pages, limits, notes)


def read_hwpx(content: bytes, limits: Limits) -> Extracted:
    """An HWPX file, checked against the text of its own XML."""
    other = crosscheck.hwpx_text(content, limits)
    blocks, pages, notes = _checked(content, other, "HWPX의 XML")
    return _finished(media.HWPX, blocks, pages, limits, notes)


def read_hwp3(content: bytes, limits: Limits) -> Extracted:
    """An HWP 3.0 file, as far as rhwp reads it."""
    blocks, pages, notes = _read(content)
    notes.append("HWP 3.0 문서: 일부 내용이 빠질 수 있음")
    return _finished(media.HWP3, blocks, pages, limits, notes)


def page_texts(document: Any) -> list[str]:
    """The letters of each page in drawing order, spaces left out."""
    return [
        unescape("".join(_TEXT_NODE.findall(document.render_svg(page))))
        for page in range(document.page_count)
    ]


def _finished(
    kind: str, blocks: list[Block], pages: list[str], limits: Limits, notes: list[str]
) -> Extracted:
    shown = len(pages) if any(block.page for block in blocks) else None
    return finish(
        kind,
        blocks,
        limits,
        pages=shown,
        pages_are="screen" if shown else "none",
        notes=notes,
        empty="글자가 없는 한글 문서",
    )


def _checked(content: bytes, other: list[Block], name: str) -> _Read:
    """What rhwp reads, completed by ``other``; where rhwp fails, ``other`` alone."""
    try:
        blocks, pages, notes = _read(content)
    except Broken:
        if not other:
            raise
        blocks, pages, notes = [], [], []
    blocks, told = crosscheck.complete(blocks, other, name)
    return blocks, pages, notes + told


def _read(content: bytes) -> _Read:
    document = native.parse_hwp(content)
    blocks = list(walk(json.loads(native.calmly(document.to_ir_json))))
    try:
        pages = native.calmly(partial(page_texts, document))
    except Broken:
        return blocks, [], ["쪽을 나누지 못함: 화면 배치를 계산할 수 없는 문서"]
    return list(_paged(blocks, pages)), pages, []


def _paged(blocks: list[Block], pages: list[str]) -> Iterator[Block]:
    finder = PageFinder(pages)
    for block in blocks:
        yield replace(block, page=finder.page(block.text, in_table=block.cell is not None))


def _flags(content: bytes) -> int:
    at = content.find(HWP_SIGNATURE) + _FLAGS_AT
    if at + 4 > len(content):
        raise Broken("HWP 파일 머리글이 손상됨")
    return int.from_bytes(content[at : at + 4], "little")
