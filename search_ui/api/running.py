"""``/sources``, ``/status`` and ``/health``: what the answers stand on."""

from typing import Annotated

from fastapi import APIRouter, Query

from indexer.search.options import Options
from records.viewer import Viewer
from search_ui.api.answers import Health, Sources, Status
from search_ui.api.asking import Asking
from search_ui.desk import desk
from search_ui.standing import INSIDE, source_states

router = APIRouter(tags=["상태"])
health = APIRouter(tags=["상태"])


@router.get("/sources", summary="출처마다 마지막 성공")
def sources(asked: Annotated[Asking, Query()]) -> Sources:
    """찾은 것이 없다는 말은 출처가 살아 있을 때만 믿을 수 있습니다."""
    inside = asked.viewer.role in INSIDE
    return Sources(source_states(desk().records.runs(), desk().sources, inside))


@router.get("/status", summary="자료의 수와 색인이 따라온 정도")
def status(asked: Annotated[Asking, Query()]) -> Status:
    """수는 보는 사람이 찾을 수 있는 것만 셉니다."""
    found = desk().searcher.search("", asked.viewer, Options(size=1))
    kinds = {count.value: count.count for count in found.facets.get("kind", ())}
    inside = _inside() if asked.viewer.role in INSIDE else {}
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
