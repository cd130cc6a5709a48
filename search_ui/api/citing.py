"""``/cite``: the citations of a text, for a desk that has the tool."""

from typing import Annotated

from fastapi import APIRouter, Query

from search_ui.api.answers import Citations
from search_ui.api.asking import Asking, Citing
from search_ui.api.openapi import refusals
from search_ui.law_tools import Cite


def citing(tool: Cite) -> APIRouter:
    """The route."""
    routes = APIRouter(tags=["법령"])

    @routes.post("/cite", summary="글에서 인용한 조문", responses=refusals(400, 413))
    def cite(said: Citing, asked: Annotated[Asking, Query()]) -> Citations:
        """start와 end는 글자 위치. 확실하지 않은 인용은 reason을 줍니다. 저장하지 않습니다."""
        return Citations(tuple(tool(said.text, said.date, said.within, asked.viewer)))

    return routes
