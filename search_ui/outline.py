"""The outline of a document: its articles, speakers or lines that look like headings. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from records.model import Passage

SHOWN: Final = 200
"""Entries named; the rest is counted."""
_LONGEST: Final = 60
_HASH: Final = 8
_OF_WORDS: Final = 4
_FOLLOWING: Final = 160
"""Letters of a heading and of what it stands over by which it is told from others like it."""
_CHAPTER: Final = re.compile(
    r"제\d+(?:편|장|절|관)(?:의\d+)?(?=\s|$)|부칙(?=\s|$|[(<])|[Ⅰ-Ⅻ]+[.\s]"
)
_ITEM: Final = re.compile(r"(?:\d{1,2}|[가나다라마바사아자차카타파하])\.\s+(?=[^\d\s])")
_ARTICLE: Final = re.compile(r"제\d+조(?:의\d+)?(?:\s*\([^)\n]{1,60}\))?")
_SENTENCE: Final = re.compile(r"[.?!]$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline: the passage's ``index`` in the document, and how deep it stands.

    ``key`` stands for it in an address: it comes from the label, from the words that follow and
    from which of the entries so labelled it is, so that it outlives a revision that adds or takes
    away passages before it, others of the same label too.
    """

    label: str
    level: int
    index: int
    key: str = ""


def outline(passages: Sequence[Passage]) -> tuple[tuple[Entry, ...], int]:
    """The first `SHOWN` entries, and how many more there are.

    >>> outline([Passage(0, "제1장 총칙"), Passage(1, "이 글은 본문이다.")])
    ((Entry(label='제1장 총칙', level=1, index=0, key='c76adc2b7b88'),), 0)
    """
    found = _keyed(passages)
    return found[:SHOWN], max(0, len(found) - SHOWN)


def index_of(passages: Sequence[Passage], key: str) -> int | None:
    """The index of the passage of the entry ``key``; None where there is no such entry. Of those
    with its label the one with its words, else the one in its place among them."""
    label, _, place = key.partition("-")
    alike = [one for one in _keyed(passages) if one.key[:_HASH] == label[:_HASH]]
    same = [one for one in alike if one.key.partition("-")[0] == label]
    if len(same) == 1:
        return same[0].index
    at = int(place) - 1 if place.isdecimal() and len(place) < 6 else 0
    return alike[at].index if 0 <= at < len(alike) else None


def _keyed(passages: Sequence[Passage]) -> tuple[Entry, ...]:
    seen: Counter[str] = Counter()
    found = []
    for one in _entries(passages):
        seen[one.label] += 1
        again = f"-{seen[one.label]}" if seen[one.label] > 1 else ""
        words = "".join(piece.text for piece in passages[one.index : one.index + 2])
        key = f"{_hash(one.label)}{_hash(words[:_FOLLOWING])[:_OF_WORDS]}{again}"
        found.append(replace(one, key=key))
    return tuple(found)


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH]


def _entries(passages: Sequence[Passage]) -> Iterator[Entry]:
    article = speaker = None
    for index, passage in enumerate(passages):
        if passage.cell:
            continue
        line = passage.text.strip().partition("\n")[0]
        if passage.article and passage.article != article:
            yield Entry(_article(passage.article, line), 2, index)
        elif passage.speaker and passage.speaker != speaker:
            yield Entry(passage.speaker, 2, index)
        elif not passage.article and (level := _level(passage, line)):
            yield Entry(_short(line), level, index)
        article = passage.article or article
        speaker = passage.speaker or speaker


def _article(key: str, line: str) -> str:
    """Its number and title as the text writes them, or its key."""
    found = _ARTICLE.match(line)
    return found[0] if found else key


def _level(passage: Passage, line: str) -> int:
    """1 for a chapter or a marked heading, 2 for a numbered item, 0 for what is no heading."""
    if not line or (not passage.heading and (len(line) > _LONGEST or _SENTENCE.search(line))):
        return 0
    if passage.heading or _CHAPTER.match(line):
        return 1
    return 2 if not passage.speaker and _ITEM.match(line) else 0


def _short(line: str) -> str:
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
