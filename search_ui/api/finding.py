"""``/search`` and ``/suggest``."""

from dataclasses import fields
from typing import Annotated

from fastapi import APIRouter, Query, Request

from indexer.search.results import Results
from search_ui.api.answers import Completions, SearchPage
from search_ui.api.asking import DEEPEST, Searching, Typing
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


@router.get("/suggest", summary="치는 말을 이어 줍니다")
def suggest(asked: Annotated[Typing, Query()]) -> Completions:
    """초성과 쓰다 만 글자도 됩니다."""
    return Completions(desk().searcher.suggest(asked.prefix, asked.viewer, asked.size))
