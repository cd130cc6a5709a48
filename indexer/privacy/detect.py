"""Personal data in text, and the gate that keeps a paper with it out of every index.

>>> [(finding.kind, finding.text) for finding in find("홍길동 ８００１０１ － １２３４５６０")]
[('주민등록번호', '８００１０１ － １２３４５６０')]
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from indexer.korean.normalise import normalise
from indexer.privacy.rules import Rule, read_rules
from records.model import Document, Privacy

_PASSAGE: Final = "\n"
_BEFORE: Final = 15
"""Letters before a number in which a word may say that it is something else."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Personal data at code points [start, end) of a text. A ``high`` kind holds a paper."""

    kind: str
    start: int
    end: int
    text: str = field(repr=False)
    high: bool = False


def find(text: str) -> tuple[Finding, ...]:
    """All personal data in ``text``, in order and apart; of two readings the first rule's."""
    plain = normalise(text)
    taken = bytearray(len(plain))
    found: list[Finding] = []
    for rule in read_rules():
        for start, end in _matches(rule, plain):
            if 1 not in taken[start:end]:
                taken[start:end] = b"\1" * (end - start)
                found.append(Finding(rule.kind, start, end, text[start:end], rule.high))
    return tuple(sorted(found, key=lambda finding: finding.start))


def in_query(query: str) -> bool:
    """Whether a search holds personal data. Nobody writes beside a number of their own what it
    is, so it is read as if that stood there: one mistyped is no less private.

    >>> in_query("900101-1234567"), in_query("의안 2201234")
    (True, False)
    """
    return bool(find(query) or find(f"주민등록번호 {query}"))


def _matches(rule: Rule, plain: str) -> Iterator[tuple[int, int]]:
    for match in rule.pattern.finditer(plain):
        digits = "".join(letter for letter in match[0] if letter.isdecimal())
        if rule.check(digits) and _stands_right(rule, plain, *match.span()):
            yield match.span()


def _stands_right(rule: Rule, plain: str, start: int, end: int) -> bool:
    """Whether a word that is asked for is near, and none that forbids it stands before."""
    around = plain[max(0, start - rule.reach) : end + rule.reach]
    before = plain[max(0, start - _BEFORE) : start]
    wanted = rule.near is None or rule.near.search(around)
    forbidden = rule.unless is not None and rule.unless.search(before)
    return bool(wanted) and not forbidden


def gate(document: Document) -> Privacy:
    """`Privacy.HELD` if ``document`` holds data of a high kind; a released one stays released.

    Telephone numbers and addresses of offices stand in most papers and hold none back.
    """
    if document.privacy is Privacy.RELEASED:
        return Privacy.RELEASED
    return Privacy.HELD if any(f.high for f in find(_whole(document))) else Privacy.CLEAR


def _whole(document: Document) -> str:
    texts: Iterable[str] = (document.title, *(passage.text for passage in document.passages))
    return _PASSAGE.join(texts)
