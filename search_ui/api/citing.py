"""``/cite``: the citations of a text, for a desk that has the tool."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query

from records.viewer import Viewer
from search_ui.api.answers import Citations
from search_ui.api.asking import Asking, Citing
from search_ui.api.laws import may_read
from search_ui.api.openapi import refusals
from search_ui.law_tools import Cite, Cited


def citing(tool: Cite) -> APIRouter:
    """The route."""
    routes = APIRouter(tags=["법령"])

    @routes.post("/cite", summary="글에서 인용한 조문", responses=refusals(400, 413))
    def cite(said: Citing, asked: Annotated[Asking, Query()]) -> Citations:
        """start와 end는 글자 위치. 확실하지 않은 인용은 reason을 줍니다. 저장하지 않습니다."""
        found = tool(said.text, said.date, said.within)
        return Citations(_for(asked.viewer, found))

    return routes


def _for(viewer: Viewer, found: Sequence[Cited]) -> tuple[Cited, ...]:
    """A law that is not for ``viewer`` is one that is not held."""
    ids = {one.law_id for one in found if one.law_id}
    open_ = {one for one in ids if any(may_read(f"{room}:{one}", viewer) for room in _ROOMS)}
    return tuple(
        one if one.law_id is None or one.law_id in open_ else _closed(one) for one in found
    )


_ROOMS = ("law", "ordin")


def _closed(citation: Cited) -> Cited:
    return replace(citation, law_id=None, mst=None, resolved=False, reason="not held")
