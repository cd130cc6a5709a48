"""Errors as RFC 9457 problem details: Korean detail, the error's code, what to do next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from records.errors import (
    Misuse,
    NotAllowed,
    SourceFault,
    StoreFault,
    UCouncilError,
    UnknownDocument,
    Unreadable,
)
from search_ui.api.faults_of_input import Flaw, flaws

MEDIA: Final = "application/problem+json"
_STATUS: Final = (
    (UnknownDocument, 404),
    (NotAllowed, 403),
    (Misuse, 400),
    (Unreadable, 422),
    (SourceFault, 502),
    (StoreFault, 503),
)
_TOLD: Final[Mapping[int, tuple[str, str, str]]] = {
    400: ("bad_request", "읽을 수 없는 요청입니다", "요청의 형식을 확인하세요."),
    404: ("not_found", "없는 주소입니다", "/api/v1/ 에서 주소를 확인하세요."),
    405: ("method_not_allowed", "이 주소에서 쓸 수 없는 방법입니다", "Allow 머리글을 보세요."),
    413: ("body_too_large", "요청의 본문이 너무 큽니다", "본문을 나누어 보내세요."),
    415: ("unsupported_media_type", "본문은 JSON이어야 합니다", "Content-Type을 고치세요."),
    422: ("invalid_request", "요청에 알맞지 않은 값이 있습니다", "errors의 항목을 고치세요."),
    500: ("internal_error", "처리하지 못했습니다", "운영자에게 시각과 주소를 알려 주세요."),
    503: ("too_busy", "요청이 몰려 있습니다", "Retry-After 초 뒤에 다시 요청하세요."),
}
"""What HTTP itself refuses: status → code, detail, advice."""


@dataclass(frozen=True, slots=True)
class Problem:
    """RFC 9457 with three members of ours: ``code`` names the error for programs, ``advice``
    is the next step, ``errors`` are the values to correct."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    advice: str
    errors: tuple[Flaw, ...] = ()


def problem(
    status: int,
    code: str,
    detail: str,
    advice: str,
    errors: Sequence[Flaw] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The answer that tells of one problem."""
    body: dict[str, Any] = {
        "type": f"urn:u-council:problem:{code}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "code": code,
        "advice": advice,
    }
    if errors:
        body["errors"] = [{"where": flaw.where, "reason": flaw.reason} for flaw in errors]
    return JSONResponse(body, status, dict(headers or {}), media_type=MEDIA)


def refusal(
    status: int, errors: Sequence[Flaw] = (), headers: Mapping[str, str] | None = None
) -> Response:
    """What HTTP itself refuses, by its status alone."""
    code, detail, advice = _TOLD.get(status, _TOLD[400])
    return problem(status, code, detail, advice, errors, headers)


def install_handlers(app: FastAPI) -> None:
    """Let ``app`` tell every error as a problem, never as a trace."""
    app.add_exception_handler(UCouncilError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)


def _ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, UCouncilError)
    status = next((number for kind, number in _STATUS if isinstance(error, kind)), 500)
    return problem(status, error.code, str(error), error.advice)


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return refusal(422, flaws(error.errors()))


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    headers = dict(error.headers or {})
    if "GET" in headers.get("Allow", "").split(", ") and "HEAD" not in headers["Allow"]:
        headers["Allow"] += ", HEAD"
    return refusal(error.status_code, headers=headers)


def _unforeseen(request: Request, error: Exception) -> Response:
    """The trace goes to the server's log, not into the answer."""
    return refusal(500)
