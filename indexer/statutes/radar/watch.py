"""The radar itself: alerts, when a cited article changed after it was cited; and repairs."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final

from indexer.statutes.changes import ChangeKind
from indexer.statutes.radar.fate import History
from indexer.statutes.radar.model import Alert, Place, Problem, Repair, Role, Step
from indexer.statutes.radar.places import Places
from indexer.statutes.rests import MISSING, number_of
from records.model import Relation, RelationKind
from records.names import fold
from records.store import Records
from records.timeline import today

_BARE: Final = re.compile(r"\s*(?:제\s?\d|같은 [조항호])")
_CITING: Final = (RelationKind.CITES, RelationKind.AMENDS, RelationKind.MENTIONS)


class Radar:
    """Looks through the relations of ``records``, which `Graph` keeps up to date. What was looked
    at is kept, so make a new one when the records have changed."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._places = Places(records)
        self._history = lru_cache(maxsize=256)(self._history_of)

    def alerts(self, law: str | None = None, since: date | None = None) -> list[Alert]:
        """The places whose cited article changed after they were written, by law and article;
        of one ``law`` (document id), and of changes that take effect from ``since`` on.

        Changes to come are among them. What a law cites of itself is amended with it, and is
        left out.
        """
        laws = [law] if law else self._records.amended_laws(since)
        found = [one for parent in laws for one in self._alerts(parent, since)]
        return sorted(found, key=_order)

    def repairs(self, law: str | None = None) -> list[Repair]:
        """Citations of articles (of one ``law``) that are gone or stand under another number
        today, what a law cites of itself included."""
        lacking = self._records.heads(self._lacking())
        laws = [law] if law else sorted({*self._records.amended_laws(), *lacking})
        found = [one for parent in laws for one in self._repairs(parent)]
        return sorted(found, key=_order)

    def _lacking(self) -> Iterator[str]:
        """The laws of which articles are cited that they do not have."""
        for one in self._records.relations_under(MISSING):
            yield one.target.removeprefix(MISSING).partition("#")[0]

    def _history_of(self, law: str) -> History:
        statute = self._records.statute(law)
        namesakes = self._records.find_statutes(statute.name)
        return History(statute, alone=len(namesakes) == 1)

    def _alerts(self, law: str, since: date | None) -> Iterator[Alert]:
        history = self._history(law)
        for article, place in self._citing(history):
            if article is None or place.document == law:
                continue
            day, certain = history.read_by(place, article)
            steps = history.steps(article, day)
            steps = tuple(one for one in steps if since is None or one.day >= since)
            if steps:
                yield Alert(law, history.name, steps[0].article, place, steps, not certain)

    def _repairs(self, law: str) -> Iterator[Repair]:
        history = self._history(law)
        for article, place in self._citing(history):
            found = _repair(history, article, place)
            if found:
                yield found

    def _citing(self, history: History) -> Iterator[tuple[str | None, Place]]:
        """The articles of the law that are cited and not as they were, each with a place; a
        citation that carries the article out is a delegation."""
        asked, records = (history.law, f"{MISSING}{history.law}"), self._records
        found = [one for own in asked for one in records.relations_to(own)]
        citing = [one for one in found if one.kind in _CITING and _may_be_left(one, history)]
        away = [one for own in asked for one in records.relations_of(own)]
        handed = [one for one in away if one.kind is RelationKind.DELEGATES and "#" in one.source]
        carried = {(one.target, one.source, one.start) for one in handed}
        told = (
            Relation(one.target, one.kind, one.source)
            for one in handed
            if one.start is None and one.source.partition("#")[2] in history.restless
        )
        for one, place in self._places.of((*citing, *told)):
            if (one.source, one.target, one.start) in carried:
                place = replace(place, role=Role.DELEGATED)
            yield one.target.removeprefix(MISSING).partition("#")[2] or None, place


def _may_be_left(relation: Relation, history: History) -> bool:
    """Whether the article cited is missing, or differs between any two versions."""
    if relation.target.startswith(MISSING):
        return True
    return relation.target.partition("#")[2] in history.restless


def _repair(history: History, article: str | None, place: Place) -> Repair | None:
    """What is wrong with citing ``article`` today, if anything is."""
    now = today()
    if article is None:
        return _of_repealed(history, place)
    day, certain = history.read_by(place, article)
    if not certain:
        return None
    steps = tuple(one for one in history.steps(article, day) if one.day <= now)
    if not steps and not history.alive(article, now):
        if history.alive(article, day) or history.to_come(article, now):
            return None
        return _never(history, article, place)
    return _of_steps(history, article, place, steps) if steps else None


def _of_steps(
    history: History, article: str, place: Place, steps: tuple[Step, ...]
) -> Repair | None:
    last = steps[-1]
    if last.now == article:
        return None
    moves = [one for one in steps if one.now != one.article]
    words = ", ".join(_told(one) for one in moves)
    head = (history.law, history.name, article, place)
    if last.now is not None:
        return Repair(
            *head, Problem.RENUMBERED, last.now, moves[0].day, words, steps[0].before, last.after
        )
    ended = history.repealed == last.day
    problem = Problem.REPEALED if ended else Problem.DELETED
    return Repair(*head, problem, None, last.day, words, steps[0].before, last.after)


def _told(step: Step) -> str:
    if step.now is None:
        how = "삭제" if step.kind is ChangeKind.DELETED else step.kind.korean
        return f"{step.day} 시행판에서 {step.article} {how}"
    return f"{step.day} 시행판에서 {step.article} → {step.now}"


def _of_repealed(history: History, place: Place) -> Repair | None:
    day = history.repealed
    if day is None or day > today():
        return None
    words = f"{day} 폐지"
    return Repair(history.law, history.name, None, place, Problem.REPEALED, None, day, words)


def _never(history: History, article: str, place: Place) -> Repair | None:
    """An article that was not there when it was cited: what became of it before, or what the
    text itself notes. ``제350조`` alone may be another law's and proves nothing; that no version
    has it is told only where the place names the law in full, and its text is held whole."""
    steps = tuple(one for one in history.lost(article) if one.day <= today())
    if steps and (found := _of_steps(history, article, place, steps)):
        return found
    head = (history.law, history.name, article, place)
    if _BARE.match(place.text):
        return None
    if noted := history.note(article):
        now, day, words = noted
        problem = Problem.RENUMBERED if now else Problem.DELETED
        return Repair(*head, problem, now, day, words, "", history.text(now or article, today()))
    named = "「" in place.text or fold(history.name) in fold(place.text)
    if not named or not history.whole:
        return None
    return Repair(*head, Problem.ABSENT, None, None, "기록에 있는 어느 판에도 없는 조문")


def _order(one: Alert | Repair) -> tuple[str, tuple[int, ...], str, tuple[int, ...], int]:
    place = one.place
    number = number_of(place.article or "")
    return one.name, number_of(one.article or ""), place.document, number, place.start or 0
