"""``/collections``: what was gathered (자료집), one's own or shared, and the files it leaves as."""

from dataclasses import replace
from typing import Annotated, Final

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from records.collections import Collection, Item
from records.errors import Misuse, UnknownDocument
from records.viewer import Viewer
from search_ui.api.answers import Gathered, GatheredItem, GatheredPage, GatheredPages
from search_ui.api.asking import PLAIN, Exporting, Paged
from search_ui.api.fresh import next_page
from search_ui.api.openapi import Responses, refusals
from search_ui.desk import Desk, desk
from search_ui.exports.sending import MEDIA, exported
from search_ui.work.citation import citation, version_of
from search_ui.work.collecting import state
from search_ui.work.owner import known, owner
from search_ui.work.pinning import Read, kept, remembering

router = APIRouter(tags=["자료집"])
_FILE: Final = {"schema": {"type": "string", "format": "binary"}}
_FILES: Final[Responses] = {
    200: {"description": "파일", "content": dict.fromkeys(MEDIA.values(), _FILE)}
}
Key = Annotated[
    str, Path(max_length=100, pattern=PLAIN, description="자료집의 id, 또는 나눈 주소의 shared")
]


@router.get("/collections", summary="내 자료집")
def collections(request: Request, asked: Annotated[Paged, Query()]) -> GatheredPages:
    """마지막에 바뀐 것부터. public은 쿠키로 아는 그 브라우저의 것만입니다."""
    try:
        own = desk().records.collections(owner(desk(), known(request.cookies)))
    except Misuse:
        own = []  # of the public, whom nobody knows, without a cookie
    some = tuple(map(_head, own[asked.offset : asked.offset + asked.size]))
    return GatheredPages(len(own), some, next_page(request, asked, len(own)))


@router.get("/collections/{collection_id}", summary="자료집 하나", responses=refusals(404))
def collection(
    request: Request, collection_id: Key, asked: Annotated[Paged, Query()]
) -> GatheredPage:
    """담은 차례대로, 담은 때의 판으로. 지금 볼 수 없는 자료는 document가 null입니다."""
    one, seen = _find(request, collection_id), _as(asked.viewer)
    read = remembering(seen)
    pairs = list(enumerate(one.items, 1))[asked.offset : asked.offset + asked.size]
    items = tuple(_item(seen, read, n, item) for n, item in pairs)
    return GatheredPage(
        _head(one), len(one.items), items, next_page(request, asked, len(one.items))
    )


@router.get(
    "/collections/{collection_id}/export",
    summary="자료집을 파일로",
    response_class=Response,
    responses=_FILES | refusals(404),
)
def export(request: Request, collection_id: Key, asked: Annotated[Exporting, Query()]) -> Response:
    """zip에는 원본과 SHA-256 목록이 들어갑니다. 원본은 모두 300MB까지입니다."""
    one = _find(request, collection_id)
    return exported(_as(asked.viewer), one, asked.form, str(request.base_url))


def _as(viewer: Viewer) -> Desk:
    """The desk as ``viewer`` has it: less of the same collection."""
    return replace(desk(), viewer=viewer)


def _find(request: Request, key: str) -> Collection:
    """One's own of that id, or the one shared under that key."""
    records = desk().records
    try:
        return records.collection(key, owner(desk(), known(request.cookies)))
    except Misuse:
        pass  # perhaps another's, who shares it
    try:
        return records.shared_collection(key)
    except Misuse as error:
        raise UnknownDocument(str(error)) from error


def _head(one: Collection) -> Gathered:
    return Gathered(one.id, one.name, one.changed, len(one.items))


def _item(seen: Desk, read: Read, n: int, item: Item) -> GatheredItem:
    found = kept(seen, item.pin, read)
    if found is None:
        return GatheredItem(n, item.note)
    document, pin = found.document, item.pin
    card = citation(seen, document, pin)
    return GatheredItem(
        n,
        item.note,
        document=document.id,
        kind=document.kind,
        title=document.title,
        revision=pin.revision,
        sha256=pin.sha256,
        page=pin.page,
        article=pin.article,
        version=version_of(seen, document, pin) or None,
        state=state(found) or None,
        citation=card.text,
        address=card.href.removeprefix("."),
    )
