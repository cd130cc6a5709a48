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

What = Literal["number", "member", "committee", "agency", "article", "date", "session"]
KOREAN: Final[dict[What, str]] = {
    "number": "의안번호", "member": "의원", "committee": "위원회", "agency": "기관",
    "article": "조문", "date": "시기", "session": "회기",
}  # fmt: skip

_SESSION: Final = re.compile(
    r"(?<!\S)제\ ?(\d{1,4})\ ?회(?!\d)(?:\ ?(?:정례회|임시회|본회의))?"
    r"|(?<!\S)(\d{1,4})회\ ?(?:정례회|임시회)"
)
_NUMBER: Final = re.compile(r"(?<!\S)(?:의안\ ?번호\ ?제?\ ?(\d{1,9})\ ?호?|(\d{7}))(?!\S)")
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
    for intent in (*_written(words, today), *_named(words, names)):
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
        number = found[1] or found[2]
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
                span = (first, first + size - 1)
                yield Intent(_FIELDS[field], " ".join(some), value, span, Term(field, value))


def _range(meant: Period) -> Range:
    low, high = meant.low or date.min, meant.high or date.max
    return Range("date", low.toordinal(), high.toordinal())


def _year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31))


def _month(day: date) -> Period:
    after = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return Period(day.replace(day=1), after - timedelta(days=1))
