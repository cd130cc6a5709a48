"""``/radar``: what an amendment left behind, and what to repair, for a desk that has the tool."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Response

from search_ui.api.answers import Alerts, Repairs
from search_ui.api.asking import Watching, WatchingRepairs
from search_ui.api.laws import find_law
from search_ui.api.openapi import Responses, refusals
from search_ui.radar.sheet import MEDIA, to_xlsx
from search_ui.radar_tools import Watch

_FILE: Final = {"schema": {"type": "string", "format": "binary"}}
_WORKBOOK: Final[Responses] = {200: {"description": "엑셀 파일", "content": {MEDIA: _FILE}}}


def watching(tool: Watch) -> APIRouter:
    """The routes."""
    routes = APIRouter(tags=["법령"], responses=refusals(404))

    @routes.get("/radar", summary="바뀐 조문을 인용한 조례·하위 법령·계류 의안")
    def radar(asked: Annotated[Watching, Query()]) -> Alerts:
        """인용한 뒤에 조문이 바뀐 곳. since는 첫 개정의 시행일, upcoming은 아직 시행 전."""
        law = find_law(asked.law, asked.viewer).document_id if asked.law else None
        found = tool.alerts(law, asked.since, asked.viewer)
        return Alerts(len(found), tuple(found[asked.offset : asked.offset + asked.size]))

    @routes.get("/radar/repairs", summary="없어지거나 번호가 바뀐 조문의 인용")
    def repairs(asked: Annotated[WatchingRepairs, Query()]) -> Repairs:
        """proposed는 비교로 확실한 새 번호, evidence는 그 근거."""
        law = find_law(asked.law, asked.viewer).document_id if asked.law else None
        found = tool.repairs(law, asked.viewer)
        return Repairs(len(found), tuple(found[asked.offset : asked.offset + asked.size]))

    @routes.get(
        "/radar.xlsx", summary="둘 다 엑셀 파일로", response_class=Response, responses=_WORKBOOK
    )
    def workbook(asked: Annotated[Watching, Query()]) -> Response:
        """바뀐 조문과 고칠 인용을 시트 하나씩에. size와 offset은 쓰지 않습니다."""
        law = find_law(asked.law, asked.viewer).document_id if asked.law else None
        alerts = tool.alerts(law, asked.since, asked.viewer)
        content = to_xlsx(alerts, tool.repairs(law, asked.viewer))
        headers = {"Content-Disposition": 'attachment; filename="radar.xlsx"'}
        return Response(content, media_type=MEDIA, headers=headers)

    return routes
