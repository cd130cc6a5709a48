"""The wiring of the radar: for the desk and the command line, as a viewer may know it."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeVar

from indexer.statutes.radar import model
from indexer.statutes.radar.watch import Radar
from records.model import Document
from records.store import Records
from records.timeline import today
from records.viewer import Viewer
from records.visibility import may_read
from search_ui.radar_tools import Alert, Citing, Repair, Step

Found = TypeVar("Found", model.Alert, model.Repair)


class Watcher:
    """The `Watch` of the search UI. What was found is kept until the records change, or the day."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._radar = lru_cache(maxsize=1)(self._radar_at)
        self._alerts = lru_cache(maxsize=16)(self._alerts_at)
        self._repairs = lru_cache(maxsize=16)(self._repairs_at)

    def alerts(self, law: str | None, since: date | None, viewer: Viewer, /) -> Sequence[Alert]:
        found = self._alerts(law, since, self._moment())
        return [_alert(one) for one in self._readable(found, viewer)]

    def repairs(self, law: str | None, viewer: Viewer, /) -> Sequence[Repair]:
        found = self._repairs(law, self._moment())
        return [_repair(one) for one in self._readable(found, viewer)]

    def _moment(self) -> tuple[int, int, date]:
        records = self._records
        return records.last_revision(), records.graph_revision(), today()

    def _radar_at(self, _: object) -> Radar:
        return Radar(self._records)

    def _alerts_at(self, law: str | None, since: date | None, at: object) -> list[model.Alert]:
        return self._radar(at).alerts(law, since)

    def _repairs_at(self, law: str | None, at: object) -> list[model.Repair]:
        return self._radar(at).repairs(law)

    def _readable(self, found: Iterable[Found], viewer: Viewer) -> list[Found]:
        """Those whose law and whose citing paper ``viewer`` may read."""
        found = list(found)
        ids = {paper for one in found for paper in (one.law, one.place.document)}
        heads: dict[str, Document] = self._records.heads(ids)
        seen = {paper for paper, head in heads.items() if may_read(viewer, head)}
        return [one for one in found if {one.law, one.place.document} <= seen]


def _alert(one: model.Alert) -> Alert:
    steps = tuple(Step(s.day, s.kind.value, s.article, s.now) for s in one.steps)
    return Alert(
        law=one.law,
        name=one.name,
        article=one.article,
        change=one.kind.value,
        now=one.now,
        since=one.since,
        last=one.last,
        upcoming=one.since > today(),
        before=one.before,
        after=one.after,
        steps=steps,
        citing=_citing(one.place),
        foreseen=one.foreseen,
    )


def _repair(one: model.Repair) -> Repair:
    return Repair(
        law=one.law,
        name=one.name,
        article=one.article,
        problem=one.problem.value,
        proposed=one.proposed,
        since=one.since,
        evidence=one.evidence,
        before=one.before,
        after=one.after,
        citing=_citing(one.place),
    )


def _citing(place: model.Place) -> Citing:
    return Citing(
        document=place.document,
        title=place.title,
        kind=place.kind,
        article=place.article,
        written=place.since,
        role=place.role.value,
        text=place.text,
        start=place.start,
        end=place.end,
    )
