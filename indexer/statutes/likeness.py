"""How alike two articles are, and which are worth asking about: linear in the texts."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from records.model import Article

_NOTE: Final = re.compile(r"<[^<>]{0,300}>|\[[^\[\]]{0,200}\]")
_KEY: Final = re.compile(r"^제\d+조(?:의\d+)*(?:의\d+)?")
_STUB: Final = re.compile(
    r"^제\d+조(?:의\d+)*\s*(?:\([^)]*\)\s*)?삭\s*제\s*(?:<[^<>]*>|\[[^\[\]]*\]|\s)*$"
)
_COMMON: Final = 12
"""A word in more articles than this says nothing about which is which."""
_ASKED: Final = 4
"""Articles looked at closely for each article."""

Words = frozenset[str]


def is_stub(article: Article) -> bool:
    """Whether only ``제5조 삭제 <2008.1.1>`` is left of it."""
    return _STUB.match(article.text) is not None


def body(article: Article) -> str:
    """The text without the article's own number."""
    return _KEY.sub("", article.text, count=1).strip()


def words(article: Article) -> Words:
    """The words of the text, without its number and the notes of amendment."""
    return frozenset(_NOTE.sub(" ", body(article)).split())


def likeness(a: Words, b: Words) -> float:
    """0 (nothing shared) to 1 (the same words): Dice's coefficient.

    >>> likeness(frozenset("가나"), frozenset("나다"))
    0.5
    """
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def candidates(old: Mapping[int, Words], new: Mapping[int, Words]) -> dict[int, list[int]]:
    """For each of ``old``, up to four of ``new`` that share the most uncommon words."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, own in new.items():
        for word in own:
            holders[word].append(place)
    found: dict[int, list[int]] = {}
    for place, own in old.items():
        shared = Counter(
            holder
            for word in own
            if len(holders.get(word, ())) <= _COMMON
            for holder in holders.get(word, ())
        )
        found[place] = [holder for holder, _ in shared.most_common(_ASKED)]
    return found


def by_title(articles: Sequence[Article], places: Sequence[int]) -> dict[str, list[int]]:
    """The places of articles by title, without its spaces; those without a title are left out."""
    found: dict[str, list[int]] = defaultdict(list)
    for place in places:
        title = articles[place].title
        if title:
            found["".join(title.split())].append(place)
    return found
