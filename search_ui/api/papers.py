"""``/documents``: a paper, its pages, the marks of a query in it, its originals."""

from dataclasses import fields
from itertools import groupby
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from indexer.search.options import Options
from records.errors import UnknownDocument
from records.model import Document
from search_ui.api.answers import Marks, Paper, TextPage, TextPages
from search_ui.api.asking import PLAIN, Asking, Marking, OnDay, PagesOn
from search_ui.api.doors import PREFIX
from search_ui.api.fresh import keep, next_page, tag_of, unchanged
from search_ui.api.openapi import BINARY, NOT_MODIFIED, refusals
from search_ui.desk import desk

router = APIRouter(tags=["자료"], responses=refusals(404))
Id = Annotated[str, Path(max_length=300, pattern=PLAIN, description="자료의 id (bill:123)")]
Number = Annotated[int, Path(ge=1, le=1_000_000)]


@router.get(
    "/documents/{document_id:path}/pages/{page}",
    summary="한 쪽의 글",
    response_model=TextPage,
    responses=NOT_MODIFIED,
)
def page(
    request: Request,
    response: Response,
    document_id: Id,
    page: Number,
    asked: Annotated[OnDay, Query()],
) -> Any:
    """1부터 셉니다. 쪽이 없는 자료는 /pages로 봅니다."""
    document = desk().records.read(document_id, asked.viewer, as_of=asked.as_of)
    chosen = tuple(passage for passage in document.passages if passage.page == page)
    if not chosen:
        raise UnknownDocument(f"{document_id}에 {page}쪽이 없습니다")
    return _kept(request, response, document, TextPage(page, chosen))


@router.get(
    "/documents/{document_id:path}/pages",
    summary="쪽이 나뉜 글",
    response_model=TextPages,
    responses=NOT_MODIFIED,
)
def pages(
    request: Request, response: Response, document_id: Id, asked: Annotated[PagesOn, Query()]
) -> Any:
    """읽는 차례대로. 쪽이 없는 자료는 page가 null인 한 쪽입니다."""
    document = desk().records.read(document_id, asked.viewer, as_of=asked.as_of)
    every = [
        TextPage(number, tuple(passages))
        for number, passages in groupby(document.passages, key=lambda one: one.page)
    ]
    some = tuple(every[asked.offset : asked.offset + asked.size])
    answer = TextPages(len(every), some, next_page(request, asked, len(every)))
    return _kept(request, response, document, answer)


@router.get("/documents/{document_id:path}/marks", summary="자료 안에서 찾은 자리")
def marks(request: Request, document_id: Id, asked: Annotated[Marking, Query()]) -> Marks:
    """찾은 말이 든 대목마다 marks를 줍니다."""
    desk().records.read(document_id, asked.viewer, as_of=asked.as_of)
    options = Options(as_of=asked.as_of)
    found = desk().searcher.locate(asked.q, document_id, asked.viewer, options)
    some = found[asked.offset : asked.offset + asked.size]
    return Marks(len(found), some, next_page(request, asked, len(found)))


@router.get(
    "/documents/{document_id:path}/originals/{number}",
    summary="원본 파일",
    response_class=Response,
    responses=BINARY | NOT_MODIFIED,
)
def original(
    request: Request, document_id: Id, number: Number, asked: Annotated[Asking, Query()]
) -> Response:
    """받은 그대로. 첨부의 차례대로 1부터 셉니다."""
    document = desk().records.read(document_id, asked.viewer)
    if number > len(document.attachments):
        raise UnknownDocument(f"{document_id}에 {number}번째 원본이 없습니다")
    attachment = document.attachments[number - 1]
    tag = f'"{attachment.sha256}"'
    if same := unchanged(request, tag):
        return same
    name = quote(attachment.name.rpartition("/")[2], safe="")
    response = Response(
        desk().records.originals.get(attachment.sha256),
        media_type="application/octet-stream",
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{name}"},
    )
    keep(response, tag)
    return response


@router.get(
    "/documents/{document_id:path}",
    summary="자료 하나",
    response_model=Paper,
    responses=NOT_MODIFIED,
)
def paper(
    request: Request, response: Response, document_id: Id, asked: Annotated[OnDay, Query()]
) -> Any:
    """글은 pages의 주소에, 원본은 originals의 주소에 있습니다."""
    document = desk().records.read(document_id, asked.viewer, as_of=asked.as_of)
    return _kept(request, response, document, _paper(document))


def _kept(request: Request, response: Response, document: Document, answer: object) -> object:
    """``answer``, or 304 when the asker has it already."""
    tag = tag_of(request, document)
    if same := unchanged(request, tag):
        return same
    keep(response, tag)
    return answer


_OWN = ("length", "pages", "originals")


def _paper(document: Document) -> Paper:
    values = {
        one.name: getattr(document, one.name) for one in fields(Paper) if one.name not in _OWN
    }
    here = f"{PREFIX}/documents/{quote(document.id)}"
    files = range(1, len(document.attachments) + 1)
    return Paper(
        **values,
        length=len(document.passages),
        pages=f"{here}/pages",
        originals=tuple(f"{here}/originals/{number}" for number in files),
    )
