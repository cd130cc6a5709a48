"""What a query names beside its words: a number, a member, a committee, an article, a date, a
session. What is recognised only adds: a paper that has the words themselves is found as before
and scores as before; one that has the meant value in its fields is found too.

Each is shown, and is taken back by quoting the words: ``"제213회"`` is exact to the letter.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal

from indexer.engines.plan import AnyOf, Filter, Node, Range, Term
from indexer.search.days import period
from indexer.search.senses import Sense
from indexer.search.tree import FieldName, Period
from records.model import Kind

What = Literal["number", "member", "committee", "agency", "article", "date", "session", "kind"]
KOREAN: Final[dict[What, str]] = {
    "number": "의안번호", "member": "의원", "committee": "위원회", "agency": "기관",
    "article": "조문", "date": "시기", "session": "회기", "kind": "종류",
}  # fmt: skip

_SESSION: Final = re.compile(
    r"(?<!\S)제\ ?(\d{1,4})\ ?회(?!\d)(?:\ ?(?:정례회|임시회|본회의))?"
    r"|(?<!\S)(\d{1,4})회\ ?(?:정례회|임시회)"
)
_NUMBER: Final = re.compile(
    r"(?<!\S)(?:의안\ ?번호\ ?제?\ ?(\d{1,9}(?:-\d{1,5})?)\ ?호?"
    r"|(\d{7})|제?((?:19|20)\d\d-\d{3,5})호)(?!\S)"
)
_ARTICLE: Final = re.compile(
    r"(?<!\S)(?:[가-힣·]+(?:법|법률|시행령|규칙|조례)\ ?)?제\d{1,4}조(?:의\d{1,3})?"
)
_DATE: Final = re.compile(
    r"(?<!\S)((?:19|20)\d\d)년도?(?:\ ?(\d{1,2})월(?:\ ?(\d{1,2})일)?)?"
    r"|(?<!\S)((?:19|20)\d\d)([-./])(\d{1,2})(?:\5(\d{1,2}))?\.?(?!\S)"
)
_RELATIVE: Final[Mapping[str, Callable[[date], Period]]] = {
    "작년": lambda today: _year(today.year - 1),
    "지난해": lambda today: _year(today.year - 1),
    "재작년": lambda today: _year(today.year - 2),
    "올해": lambda today: _year(today.year),
    "금년": lambda today: _year(today.year),
    "지난달": lambda today: _month(today.replace(day=1) - timedelta(days=1)),
    "이번달": lambda today: _month(today),
    "어제": lambda today: Period(today - timedelta(days=1), today - timedelta(days=1)),
}
_RELATIVES: Final = re.compile(rf"(?<!\S)({'|'.join(_RELATIVE)})")
_MOST_TOGETHER: Final = 3
"""Words that one committee or agency may be written in."""

_KINDS: Final[Mapping[str, Kind]] = {
    "조례안": Kind.BILL, "개정조례안": Kind.BILL, "법률안": Kind.BILL, "개정안": Kind.BILL,
    "검토보고": Kind.REVIEW, "검토보고서": Kind.REVIEW,
    "요구자료": Kind.REQUEST, "의원요구자료": Kind.REQUEST,
    "감사자료": Kind.AUDIT, "행감자료": Kind.AUDIT, "행정사무감사자료": Kind.AUDIT,
    "시정질문": Kind.QUESTION, "예산서": Kind.BUDGET, "결산서": Kind.BUDGET,
    "회의록": Kind.MINUTES, "속기록": Kind.MINUTES, "보도자료": Kind.PRESS,
    "연구용역": Kind.RESEARCH, "업무보고": Kind.REPORT,
}  # fmt: skip
"""Words that say what kind of paper is wanted. A paper of that kind need not have the word; words
that papers of all kinds are about (예산, 조례, 연구) are not among them."""
_ROLES: Final = frozenset({
    "의원", "의원이", "의원의", "위원", "위원이", "위원의", "낸", "발의", "발의한", "대표발의",
    "대표발의한", "제출한", "요구한", "질문한",
})  # fmt: skip
"""Words after a member's name that say what the member did: the member's own papers have them
by their heads."""

_FIELDS: Final[Mapping[FieldName, What]] = {
    "member": "member", "committee": "committee", "agency": "agency",
}  # fmt: skip
Names = Mapping[str, tuple[FieldName, str]]
"""Values of committees, agencies and members without spaces → their field and spelling."""


@dataclass(frozen=True, slots=True)
class Intent:
    """``text``, as typed, is taken to mean ``label``; ``words`` are the numbers [first, last] of
    the query's words; ``node`` matches papers whose fields say so, None when words do all."""

    what: What
    text: str
    label: str
    words: tuple[int, int]
    node: Node | None = None


def find_intents(words: Sequence[str], names: Names, today: date) -> tuple[Intent, ...]:
    """What ``words`` name, each word once, in order.

    >>> found = find_intents(("제213회", "2009년", "2월"), {}, date(2010, 1, 1))
    >>> [(intent.what, intent.label) for intent in found]
    [('session', '제213회'), ('date', '2009-02-01 ~ 2009-02-28')]
    """
    taken: set[int] = set()
    found = []
    for intent in (*_written(words, today), *_named(words, names), *_kinds(words)):
        span = set(range(intent.words[0], intent.words[1] + 1))
        if not span & taken:
            taken |= span
            found.append(intent)
    return tuple(sorted(found, key=lambda intent: intent.words))


def widened(senses: Sequence[Sense], intents: Sequence[Intent]) -> tuple[Sense, ...]:
    """``senses`` of the words, each also met by what it was recognised as."""
    wide = list(senses)
    for intent in intents:
        for at in range(intent.words[0], intent.words[1] + 1):
            if intent.node is not None and at < len(wide):
                node = AnyOf((wide[at].node, Filter(intent.node)))
                wide[at] = replace(wide[at], node=node, meant=True)
    return tuple(wide)


def without(query: str, intent: Intent) -> str:
    """``query`` with the intent taken back: its words quoted.

    >>> without("제213회  회의록", Intent("session", "제213회", "제213회", (0, 0)))
    '"제213회"  회의록'
    """
    pattern = r"(?<!\S)" + r"\s+".join(map(re.escape, intent.text.split()))
    return re.sub(pattern, lambda found: f'"{found[0]}"', query, count=1)


def _written(words: Sequence[str], today: date) -> Iterator[Intent]:
    """What is recognised by how it is written."""
    text = " ".join(words)
    for found in _NUMBER.finditer(text):
        number = found[1] or found[2] or found[3]
        yield _intent("number", found, words, number, Term("number", number))
    for found in _SESSION.finditer(text):
        number = (found[1] or found[2]).lstrip("0")
        if number:
            yield _intent("session", found, words, f"제{number}회", Term("session", number))
    for found in _ARTICLE.finditer(text):
        yield _intent("article", found, words, found[0], None)
    for found, meant in _periods(text, today):
        yield _intent("date", found, words, f"{meant.low} ~ {meant.high}", _range(meant))


def _periods(text: str, today: date) -> Iterator[tuple[re.Match[str], Period]]:
    for found in _DATE.finditer(text):
        parts = [
            part
            for part in (found[1] or found[4], found[2] or found[6], found[3] or found[7])
            if part
        ]
        if meant := period("-".join(parts)):
            yield found, meant
    for found in _RELATIVES.finditer(text):
        yield found, _RELATIVE[found[1]](today)


def _intent(
    what: What, found: re.Match[str], words: Sequence[str], label: str, node: Node | None
) -> Intent:
    """The intent on the whole words that ``found`` touches."""
    text = " ".join(words)
    first = text.count(" ", 0, found.start())
    last = first + found[0].rstrip().count(" ")
    return Intent(what, " ".join(words[first : last + 1]), label, (first, last), node)


def _named(words: Sequence[str], names: Names) -> Iterator[Intent]:
    """Committees, agencies and members by their names, the longest first."""
    for size in range(min(_MOST_TOGETHER, len(words)), 0, -1):
        for first in range(len(words) - size + 1):
            some = words[first : first + size]
            known = names.get("".join(some).lower())
            if known:
                field, value = known
                last = _role_end(words, first + size) if field == "member" else first + size
                span = (first, last - 1)
                yield Intent(_FIELDS[field], " ".join(some), value, span, Term(field, value))


def _role_end(words: Sequence[str], at: int) -> int:
    """Where the words that say what a member did end."""
    while at < len(words) and words[at] in _ROLES:
        at += 1
    return at


def _kinds(words: Sequence[str]) -> Iterator[Intent]:
    """Words that say what kind of paper is wanted; alone they are words like any other."""
    for at, word in enumerate(words):
        kind = _KINDS.get(word)
        if kind is not None and len(words) > 1:
            yield Intent("kind", word, kind.korean, (at, at), Term("kind", kind.value))


def _range(meant: Period) -> Range:
    low, high = meant.low or date.min, meant.high or date.max
    return Range("date", low.toordinal(), high.toordinal())


def _year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31))


def _month(day: date) -> Period:
    after = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return Period(day.replace(day=1), after - timedelta(days=1))
