"""What the OpenAPI document says beyond what the routes say by themselves."""

from collections.abc import Mapping
from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from search_ui.api.problems import MEDIA, Problem

Responses = dict[int | str, dict[str, Any]]
_REF: Final = "#/components/schemas/{model}"
_WHY: Final[Mapping[int, str]] = {
    400: "읽을 수 없는 요청",
    403: "더 보는 사람으로는 볼 수 없음",
    404: "없거나 볼 수 없음",
    413: "본문이 너무 큼",
    422: "알맞지 않은 값",
    500: "처리하지 못함",
    503: "몰려 있거나, 저장소가 답하지 않음",
}
ETAG: Final = {"ETag": {"description": "판마다 다름", "schema": {"type": "string"}}}
NOT_MODIFIED: Final[Responses] = {
    200: {"headers": ETAG},
    304: {"description": "그대로임", "headers": ETAG},
}
_FOUND: Final = {"document_id": "$response.body#/hits/0/document"}
LINKS: Final[Responses] = {
    200: {
        "links": {
            name: {"operationId": name, "parameters": _FOUND}
            for name in ("paper", "pages", "marks")
        }
    }
}
"""Where the first paper of a search is read on."""
BINARY: Final[Responses] = {
    200: {
        "description": "원본 파일",
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


def refusals(*statuses: int) -> Responses:
    """The problems that a route may answer with."""
    content = {MEDIA: {"schema": {"$ref": _REF.format(model="Problem")}}}
    return {number: {"description": _WHY[number], "content": content} for number in statuses}


def describe(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI 3.1 document of ``app``, with problems among its schemas."""
    document = get_openapi(
        title=app.title, version=app.version, description=app.description, routes=app.routes
    )
    problem = TypeAdapter(Problem).json_schema(ref_template=_REF, mode="serialization")
    schemas = document["components"]["schemas"]
    schemas |= problem.pop("$defs")
    schemas["Problem"] = problem
    return document
