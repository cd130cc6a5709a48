"""What became of an article: followed from version to version, under whatever number it has.

Two neighbouring versions are compared only where the article differs between them: one of the
same number, text and heading is the same article (see `pairing`).
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, cached_property
from itertools import pairwise
from typing import Final

from indexer.statutes.changes import Change, ChangeKind
from indexer.statutes.compare import compare
from indexer.statutes.likeness import is_stub
from indexer.statutes.radar.foresight import Meant, meant
from indexer.statutes.radar.model import Place, Step
from records.model import FOREVER, Article, Statute, Version
from records.timeline import Interval, intervals

_MOVED_FROM: Final = r"\[{article}에서 이동[^\[\]]{{0,120}}\]"
_STUB_DAY: Final = re.compile(r"(\d{4})\s?\.\s?(\d{1,2})\s?\.\s?(\d{1,2})")


class History:
    """The versions of one law, and what happened to its articles between them. ``alone`` says
    that no other law bears its name."""

    def __init__(self, statute: Statute, alone: bool = True) -> None:
        self._alone = alone
        self.law, self.name = statute.document_id, statute.name
        self._spans: list[Interval] = intervals(statute.versions)
        self._known = _first_promulgated(statute.versions)
        self._changes = cache(self._compare)

    @cached_property
    def _articles(self) -> list[dict[str, Article]]:
        return [{a.key: a for a in reversed(span.version.articles)} for span in self._spans]

    @cached_property
    def restless(self) -> frozenset[str]:
        """The articles that some version has and the next one has not, or has otherwise."""
        found: set[str] = set()
        for at, (old, new) in enumerate(pairwise(self._articles)):
            gone = self._spans[at].to != self._spans[at + 1].since
            found |= {key for key, one in old.items() if gone or not _same(one, new.get(key))}
        if self.repealed:
            found |= self._articles[-1].keys()
        return frozenset(found)

    @property
    def repealed(self) -> date | None:
        """The day from which there is no such law any more."""
        ended = self._spans[-1].to if self._spans else None
        return None if ended == FOREVER else ended

    @property
    def whole(self) -> bool:
        """Whether what is held is the text of the law, and of no other of its name."""
        newest = self._articles[-1] if self._articles else {}
        return self._alone and len(newest) > 1 and "제1조" in newest

    def steps(self, article: str, after: date) -> tuple[Step, ...]:
        """What has happened to ``article`` of the law of the day ``after`` (or of the first that
        is held) since; nothing when it was not there, or is as it was."""
        return tuple(self._steps(article, self._at(after)))

    def read_by(self, place: Place, article: str) -> tuple[date, bool]:
        """The day whose law ``place`` means by ``article``, and whether that is certain: a
        version that was promulgated before the place was, and takes effect after it, may be
        meant already."""
        at = self._at(place.since) if self._spans else -1
        written = place.written or place.since
        known = [self._known.get(span.since, FOREVER) <= written for span in self._spans]
        later = [coming for coming, was_known in enumerate(known) if was_known and coming > at]
        if not later:
            return place.since, True
        now, then = (self._articles[one].get(article) for one in (at, later[-1]))
        if now == then:
            return place.since, True
        found = meant(place.following, _living(now), _living(then))
        day = self._spans[later[-1]].since if found is Meant.TO_COME else place.since
        return day, found is not Meant.EITHER

    def alive(self, article: str, day: date) -> bool:
        """Whether the law of ``day`` (or the first that is held) has it, not deleted."""
        return bool(self._spans) and self._alive(article, self._at(day))

    def lost(self, article: str) -> tuple[Step, ...]:
        """What happened to ``article`` from the last version that had it."""
        last = [at for at in range(len(self._spans)) if self._alive(article, at)]
        return tuple(self._steps(article, last[-1])) if last else ()

    def to_come(self, article: str, day: date) -> bool:
        """Whether a version that takes effect after ``day`` has it."""
        return any(
            self._alive(article, at) for at, span in enumerate(self._spans) if span.since > day
        )

    def note(self, article: str) -> tuple[str | None, date | None, str] | None:
        """What the newest text itself notes of a number that is gone: the new number (None for
        a deletion), since when, and the words."""
        found = self._articles[-1] if self._articles else {}
        if article in found and is_stub(found[article]):
            text = found[article].text
            return None, _day_in(text), text
        pattern = re.compile(_MOVED_FROM.format(article=re.escape(article)))
        for key, own in found.items():
            if words := pattern.search(own.text):
                return key, _day_in(words[0]), words[0]
        return None

    def text(self, article: str, day: date) -> str:
        """Its text on ``day``; empty when there was none."""
        found = self._articles[self._at(day)].get(article) if self._spans else None
        return found.text if found else ""

    def _at(self, day: date) -> int:
        return max((at for at, span in enumerate(self._spans) if span.since <= day), default=0)

    def _alive(self, article: str, at: int) -> bool:
        found = self._articles[at].get(article)
        return found is not None and not is_stub(found)

    def _steps(self, article: str, at: int) -> Iterator[Step]:
        if not self._spans or not self._alive(article, at):
            return
        for here in range(at, len(self._spans)):
            old = self._articles[here][article]
            ended = self._spans[here].to
            following = self._spans[here + 1] if here + 1 < len(self._spans) else None
            if following is None or following.since != ended:
                if ended != FOREVER:
                    yield Step(ended, ChangeKind.DELETED, article, None, old.text, "")
                return
            change = self._change(here, article)
            if change is None:
                continue
            now = None if change.kind is ChangeKind.DELETED or not change.new else change.new.key
            yield Step(following.since, change.kind, article, now, change.before, change.after)
            if now is None:
                return
            article = now

    def _change(self, at: int, article: str) -> Change | None:
        if _same(self._articles[at][article], self._articles[at + 1].get(article)):
            return None
        return self._changes(at).get(article)

    def _compare(self, at: int) -> dict[str, Change]:
        """The changes from one version to the next, by the number before."""
        found = compare(self._spans[at].version, self._spans[at + 1].version)
        return {one.old.key: one for one in reversed(found.changes) if one.old}


def _first_promulgated(versions: Iterable[Version]) -> dict[date, date]:
    """For each day on which versions take effect, the promulgation of the first of them."""
    found: dict[date, date] = {}
    for one in versions:
        if one.promulgated:
            found[one.effective] = min(one.promulgated, found.get(one.effective, FOREVER))
    return found


def _living(article: Article | None) -> str:
    return "" if article is None or is_stub(article) else article.text


def _same(old: Article, new: Article | None) -> bool:
    return new is not None and (new.text, new.heading) == (old.text, old.heading)


def _day_in(text: str) -> date | None:
    """The last day named in a note."""
    found = _STUB_DAY.findall(text)
    try:
        return date(*map(int, found[-1])) if found else None
    except ValueError:
        return None
