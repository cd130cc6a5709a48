"""``/search``, why it is so and what else, and ``/suggest``."""

from dataclasses import fields
from typing import Annotated

from fastapi import APIRouter, Query, Request

from indexer.search.results import Results
from search_ui.api.answers import Completions, Explanations, RelatedWords, SearchPage
from search_ui.api.asking import DEEPEST, Relating, Searching, Typing
from search_ui.api.fresh import next_page
from search_ui.api.openapi import LINKS
from search_ui.desk import desk

router = APIRouter(tags=["찾기"])


@router.get("/search", summary="찾습니다", responses=LINKS)
def search(request: Request, asked: Annotated[Searching, Query()]) -> SearchPage:
    """띄어 쓰면 모두, "…"는 글자 그대로, -낱말은 빼고. marks는 text의 유니코드 글자 위치입니다.

    낱말이 빠진 자료(missing)는 total에 들지 않습니다. 다 맞는 자료 뒤에 오되, 점수가 높으면
    첫 열 자리 안에 amid건까지 섞입니다. next를 따라가면 모두 한 번씩 나옵니다.
    """
    found = desk().searcher.search(asked.q, asked.viewer, asked.options)
    values = {one.name: getattr(found, one.name) for one in fields(Results)}
    return SearchPage(**values, next=next_page(request, asked, _reach(found, asked)))


def _reach(found: Results, asked: Searching) -> int:
    """How far paging goes: to the end of the full matches, and on through near ones while the
    page is full of them."""
    full_page = len(found.hits) == asked.size
    return DEEPEST if found.near and full_page else found.reach


@router.get("/explain", summary="찾은 것이 왜 그 자리에 있는지")
def explain(asked: Annotated[Searching, Query()]) -> Explanations:
    """/search의 같은 쪽에 있는 hits의 차례대로. parts(점수)는 공개 이용자에게 비어 있습니다."""
    return Explanations(desk().searcher.explain(asked.q, asked.viewer, asked.options))


@router.get("/related", summary="함께 찾아볼 말")
def related(asked: Annotated[Relating, Query()]) -> RelatedWords:
    """검색식의 말과 함께 자주 나오는 말. 권할 뿐, 저절로 찾지 않습니다."""
    return RelatedWords(desk().searcher.related(asked.q, asked.viewer, asked.size))


@router.get("/suggest", summary="치는 말을 이어 줍니다")
def suggest(asked: Annotated[Typing, Query()]) -> Completions:
    """초성과 쓰다 만 글자도 됩니다."""
    return Completions(desk().searcher.suggest(asked.prefix, asked.viewer, asked.size))
