"""When each version and each article was the law: half-open intervals, never guessed.

Versions count in the order of (effective day, promulgation, number). Each is in force from its
effective day until the next one's; of several that take effect on one day the last counts. A
version that repeals (폐지) ends the law on its effective day. A whole amendment (전부개정) that is
in force replaces everything promulgated before it, also what was to take effect later: 지방자치법
제8338호, promulgated a month before the whole amendment 제8423호, never became the law a year on.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from records.model import FOREVER, Article, ArticleInForce, Version

KOREA = timezone(timedelta(hours=9), "KST")


def today() -> date:
    """The day in Korea, wherever the server stands."""
    return datetime.now(KOREA).date()


@dataclass(frozen=True, slots=True)
class Interval:
    """``version`` is in force from its effective day until ``to`` (exclusive)."""

    version: Version
    to: date

    @property
    def since(self) -> date:
        return self.version.effective


def in_order(versions: Iterable[Version]) -> list[Version]:
    """``versions`` as they followed each other."""
    return sorted(versions, key=_order)


def intervals(versions: Iterable[Version]) -> list[Interval]:
    """The intervals in force, by day; they never overlap, and only a repeal leaves a gap.

    >>> old = Version("009946", "1", date(2009, 1, 1), "도로법", "법률")
    >>> new = Version("009946", "2", date(2010, 1, 1), "도로법", "법률")
    >>> [(i.version.mst, i.to.year) for i in intervals([new, old])]
    [('1', 2010), ('2', 9999)]
    """
    last_of_day = {version.effective: version for version in _living(in_order(versions))}
    ordered = list(last_of_day.values())
    ends = [version.effective for version in ordered[1:]] + [FOREVER]
    spans = map(Interval, ordered, ends)
    return [span for span in spans if not repeals(span.version)]


def _living(ordered: Iterable[Version]) -> Iterator[Version]:
    """``ordered`` without those that a whole amendment already in force had replaced."""
    replaced = date.min
    for version in ordered:
        if (version.promulgated or date.max) < replaced:
            continue
        if renews(version):
            replaced = version.promulgated or replaced
        yield version


def renews(version: Version) -> bool:
    """Whether ``version`` is the law written anew: enacted, or wholly amended.

    The source's own word where it has one; else the addenda, which then begin with its number.

    >>> renews(Version("1", "2", date(2007, 5, 11), "법", "법률", number="08423",
    ...                addenda="부칙 <제8423호,2007.5.11>"))
    True
    """
    if version.revision_kind:
        return version.revision_kind in ("제정", "전부개정", "폐지제정")
    first = re.search(r"<제(\d+)호", version.addenda)
    return first is not None and first[1].lstrip("0") == (version.number or "").lstrip("0")


def repeals(version: Version) -> bool:
    """Whether ``version`` ends the law. 폐지제정 enacts anew in its place and does not.

    >>> repeals(Version("1", "2", date(2009, 1, 1), "법", "법률", revision_kind="타법폐지"))
    True
    """
    return "폐지" in (version.revision_kind or "").replace("폐지제정", "")


def in_force(versions: Iterable[Version], day: date) -> Version | None:
    """The version in force on ``day``, if any."""
    spans = intervals(versions)
    at = bisect_right(spans, day, key=lambda span: span.since) - 1
    return spans[at].version if at >= 0 and day < spans[at].to else None


def nearest(versions: Iterable[Version], day: date) -> Version | None:
    """The version in force on ``day``; else the first to come; else the last there was."""
    versions = in_order(versions)
    spans = intervals(versions)
    coming = [span.version for span in spans if span.since > day]
    last = spans[-1].version if spans else (versions[-1] if versions else None)
    return in_force(versions, day) or (coming[0] if coming else last)


def articles_in_force(versions: Iterable[Version]) -> list[ArticleInForce]:
    """Each article text with its days, by first day and place in the law.

    Neighbouring versions with the same text are one interval, from the version (``mst``) that
    brought the text. A key that a version has twice, in a faulty source, is kept twice.
    """
    found: list[_Stretch] = []
    running: dict[_Identity, _Stretch] = {}
    end = FOREVER
    for span in intervals(versions):
        before = running if span.since == end else {}  # after a repeal nothing runs on
        running = {}
        for identity, article in _identified(span.version.articles):
            if identity in before:
                stretch = before[identity]
                stretch.article, stretch.to = article, span.to
            else:
                stretch = _Stretch(span.version, article, span.since, span.to)
                found.append(stretch)
            running[identity] = stretch
        end = span.to
    return [stretch.value() for stretch in found]


@dataclass(slots=True)
class _Stretch:
    """An article text while its days are being added up."""

    version: Version
    article: Article
    since: date
    to: date

    def value(self) -> ArticleInForce:
        law_id, mst = self.version.law_id, self.version.mst
        return ArticleInForce(law_id, self.article, self.since, self.to, mst)


_Identity = tuple[str, str, int]


def _identified(articles: Iterable[Article]) -> Iterable[tuple[_Identity, Article]]:
    """Each article with its key, its text and how often the two came before."""
    seen: dict[tuple[str, str], int] = {}
    for article in articles:
        pair = (article.key, article.text)
        seen[pair] = seen.get(pair, 0) + 1
        yield (*pair, seen[pair]), article


def _order(version: Version) -> tuple[date, date, tuple[int, ...], str]:
    digits = tuple(int(part) for part in re.findall(r"\d+", version.number or ""))
    return (version.effective, version.promulgated or date.min, digits, version.mst)
