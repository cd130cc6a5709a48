"""What a route beside the pages says when it cannot give what was asked: JSON to our scripts, a
page to whoever followed a link, so that nobody is left before bare braces."""

from collections.abc import Callable, Mapping
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from records.errors import UCouncilError
from search_ui.meeting.html import page, tag

Answer = Callable[[Request], Response]
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


_NEW: Final[Mapping[str, str]] = {"Cache-Control": "no-store"}


def refused(
    request: Request, error: UCouncilError, status: int, headers: Mapping[str, str]
) -> Response:
    """The reason of ``error`` and what to do, never a trace."""
    reason, advice = str(error), error.advice
    if "text/html" not in request.headers.get("accept", ""):
        said = {"reason": reason, "advice": advice}
        return JSONResponse(said, status, headers=dict(headers))
    ways = tag("p", tag("a", "u-council 처음으로", href="../"))
    hint = tag("p", "앞 화면으로 가려면 브라우저의 뒤로 단추를 누르세요.", class_="soft")
    policy = {**headers, "Content-Security-Policy": _POLICY}
    return HTMLResponse(page(reason, [tag("p", advice, class_="lost"), hint, ways]), status, policy)


def told(
    *absent: type[UCouncilError], headers: Mapping[str, str] = _NEW
) -> Callable[[Answer], Answer]:
    """Wrap an answer so that an error of ours becomes what `refused` says: 404 for those that
    mean that there is no such thing, 422 for others."""

    def wrap(answer: Answer) -> Answer:
        def guarded(request: Request) -> Response:
            try:
                return answer(request)
            except UCouncilError as error:
                return refused(request, error, 404 if isinstance(error, absent) else 422, headers)

        return guarded

    return wrap
