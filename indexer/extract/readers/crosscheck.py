"""A second pair of eyes on HWP and HWPX: no text is lost without a word."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from lxml import etree

from indexer.extract.archive import Archive
from indexer.extract.model import Block, Limits
from indexer.extract.tika import Tika
from indexer.extract.xhtml import xhtml_blocks
from indexer.extract.xml import parse_xml
from records.errors import Unreadable

ENOUGH = 0.9
# What one parser gives as a private character, the other gives as damage.
_SPACE = re.compile("[\\s\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]+")
_SECTION = re.compile(r"Contents/section\d+\.xml$", re.I)
_PARAGRAPH = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"


def tika_text(content: bytes, tika: Tika) -> list[Block]:
    """What Tika reads; nothing when it cannot: then rhwp stands alone."""
    try:
        return list(xhtml_blocks(tika.xhtml(content).text))
    except Unreadable:
        return []


def hwpx_text(content: bytes, limits: Limits) -> list[Block]:
    """The ``hp:t`` of all sections; entities, bombs and deep nesting are refused on the way."""
    archive = Archive(content, limits)
    blocks: list[Block] = []
    for info in archive:
        if not info.filename.lower().endswith((".xml", ".hpf", ".rdf")):
            continue
        root = parse_xml(archive.read(info), info.filename)
        if _SECTION.search(info.filename):
            blocks.extend(_paragraphs(root))
    return blocks


def complete(blocks: list[Block], other: list[Block], name: str) -> tuple[list[Block], list[str]]:
    """``blocks`` and, after them, what only ``other`` holds, with a note that says so.

    Parsers differ in what they pass over: rhwp drops the notes of table cells. Where ``blocks``
    lack more than a tenth and are the shorter by half, ``other`` stands in their place.
    """
    ours, theirs = _letters(blocks), _letters(other)
    if recall(ours, theirs) < ENOUGH and len(theirs) > 2 * len(ours):
        return other, [f"표와 쪽 구조 없이 읽음: {name}에서 더 많은 글자를 얻음"]
    lacking = [block for block in other if _is_lacking(block, ours)]
    if not lacking:
        return blocks, []
    added = [replace(block, cell=None, page=None) for block in lacking]
    return [*blocks, *added], [f"본문에서 빠진 글 {len(added)}곳을 {name}에서 찾아 끝에 덧붙임"]


def _is_lacking(block: Block, ours: str) -> bool:
    letters = _SPACE.sub("", block.text)
    return len(letters) > 1 and letters not in ours and recall(ours, letters) < ENOUGH


def recall(found: str, reference: str) -> float:
    """The share of ``reference``'s letter pairs that ``found`` has too; 1 without any."""
    wanted = Counter(pairwise(reference))
    if not wanted:
        return 1.0
    have = Counter(pairwise(found))
    return (wanted & have).total() / wanted.total()


def _letters(blocks: list[Block]) -> str:
    return _SPACE.sub("", "".join(block.text for block in blocks))


def _paragraphs(root: etree._Element) -> list[Block]:
    texts = []
    for paragraph in root.iter(f"{_PARAGRAPH}p"):
        runs = paragraph.findall(f"{_PARAGRAPH}run/{_PARAGRAPH}t")
        texts.append(Block("".join(str(text) for run in runs for text in run.itertext())))
    return texts
