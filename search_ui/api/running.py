"""``/sources``, ``/status`` and ``/health``: what the answers stand on."""

from collections.abc import Sequence
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Query

from indexer.search.options import Options
from records.runs import Run
from records.viewer import Viewer
from search_ui.api.answers import Health, Sources, SourceState, Status
from search_ui.api.asking import Asking
from search_ui.desk import desk

router = APIRouter(tags=["상태"])
health = APIRouter(tags=["상태"])
_RUNS_THE_PLACE = ("staff", "operator")


@router.get("/sources", summary="출처마다 마지막 성공")
def sources(asked: Annotated[Asking, Query()]) -> Sources:
    """찾은 것이 없다는 말은 출처가 살아 있을 때만 믿을 수 있습니다."""
    inside = asked.viewer.role in _RUNS_THE_PLACE
    runs = sorted(desk().records.runs(), key=lambda run: (run.source, -run.id))
    visited = {name: list(some) for name, some in groupby(runs, key=lambda run: run.source)}
    names = dict.fromkeys([*desk().sources, *visited])
    return Sources(tuple(_state(name, visited.get(name, []), inside) for name in names))


def _state(name: str, runs: Sequence[Run], inside: bool) -> SourceState:
    """``runs`` come newest first."""
    last = runs[0] if runs else None
    good = next((run.finished for run in runs if run.finished and not run.fault_code), None)
    return SourceState(
        source=name,
        title=desk().sources.get(name, name),
        last_success=good,
        last_visit=last.started if last else None,
        announced=last.announced if last else None,
        received=last.received if last else None,
        fault=last.fault_code if last else None,
        reason=last.reason if last and inside else None,
    )


@router.get("/status", summary="자료의 수와 색인이 따라온 정도")
def status(asked: Annotated[Asking, Query()]) -> Status:
    """수는 보는 사람이 찾을 수 있는 것만 셉니다."""
    found = desk().searcher.search("", asked.viewer, Options(size=1))
    kinds = {count.value: count.count for count in found.facets.get("kind", ())}
    inside = _inside() if asked.viewer.role in _RUNS_THE_PLACE else {}
    return Status(found.total, kinds, **inside)


def _inside() -> dict[str, int]:
    records, applied = desk().records, desk().applied
    told = {
        "revision": records.last_revision(),
        "held": len(records.held()),
        "failures": len(records.failures()),
    }
    return told | ({"applied": applied()} if applied else {})


@health.get("/health/live", summary="떠 있음")
def live() -> Health:
    """프로세스가 답합니다."""
    return Health()


@health.get("/health/ready", summary="찾을 수 있음")
def ready() -> Health:
    """기록과 색인이 답합니다. 아니면 503."""
    desk().records.last_revision()
    desk().searcher.search("", Viewer("public"), Options(size=1))
    return Health()
