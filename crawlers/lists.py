"""All pages of a list, counted: what was announced must be what was received.

List bodies never say that they were cut, so `every_page` compares the announced total with the
items over all pages, and tells a page that came twice from the next page.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar
from xml.etree.ElementTree import Element

from crawlers.contract import Answer
from crawlers.law_json import element_of, is_json
from crawlers.markup import parse, text_of, whole_text
from records.errors import Incomplete, NotFound, Refused, WrongForm

Row = TypeVar("Row", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One page: the announced total, the page number it claims (None: it claims none), rows."""

    total: int
    number: int | None
    rows: tuple[Row, ...]


def open_root(answer: Answer, expected: str) -> Element:
    """The root of a 법제처 answer, in XML or JSON; raise the leaf that an error body stands for."""
    root = element_of(answer.body) if is_json(answer.body) else parse(answer.body)
    if root.tag == expected:
        return root
    if root.tag == "Response":
        raise Refused(f"출처가 거절했습니다: {whole_text(root)}")
    if root.tag == "Law":
        raise NotFound(f"출처의 답: {whole_text(root)}")
    raise WrongForm(f"<{expected}> 대신 <{root.tag}>가 왔습니다")


def read_page(
    answer: Answer, root_name: str, item: str, row: Callable[[Element], Row]
) -> Page[Row]:
    """Read one list answer of 법제처 whose items are ``item`` under ``root_name``."""
    root = open_root(answer, root_name)
    total, code = _count(root, "totalCnt"), text_of(root, "resultCode")
    if total is None:
        raise WrongForm("목록에 전체 건수(totalCnt)가 없습니다")
    if code not in ("", "00"):
        raise WrongForm(f"목록의 결과 코드가 {code}입니다: {text_of(root, 'resultMsg')}")
    if total == 0 and not code:
        raise WrongForm("요청 변수가 빠졌을 때의 0건입니다 (결과 코드 없음)")
    rows = tuple(row(element) for element in root.findall(item))
    stated = _count(root, "numOfRows")
    if stated is not None and stated != len(rows):
        raise Incomplete(f"한 쪽에 {stated}건이라 하고 {len(rows)}건을 보냈습니다")
    return Page(total, _count(root, "page"), rows)


def _count(root: Element, name: str) -> int | None:
    text = text_of(root, name)
    if text and not text.isdecimal():
        raise WrongForm(f"{name}이 수가 아닙니다: {text!r}")
    return int(text) if text else None


async def every_page(turn: Callable[[int], Awaitable[Page[Row]]]) -> tuple[Row, ...]:
    """All rows of a list at once; raise `Incomplete` or `WrongForm`."""
    return tuple([row async for page in pages(turn) for row in page.rows])


async def pages(turn: Callable[[int], Awaitable[Page[Row]]]) -> AsyncIterator[Page[Row]]:
    """Turn pages from 1, yielding each as it is checked, until all announced rows are there.

    What is remembered of a row is its hash, so that a list of a hundred thousand passes.
    Raises `Incomplete` or `WrongForm`; what was yielded before stands.
    """
    first = await turn(1)
    _right_page(first, 1)
    seen, number, page = _Seen(), 1, first
    while True:
        seen.add(page, number)
        yield page
        if seen.count >= first.total:
            break
        number += 1
        page = await turn(number)
        _next_page(page, number, first.total, seen.count)
    if seen.count > first.total:
        raise Incomplete(f"{first.total}건이라 하고 {seen.count}건을 보냈습니다")


class _Seen:
    """The rows so far, by hash; finds a page that came again."""

    def __init__(self) -> None:
        self.count = 0
        self._hashes: set[int] = set()

    def add(self, page: Page[Row], number: int) -> None:
        hashes = [hash(row) for row in page.rows]
        again = sum(one in self._hashes for one in hashes)
        if again:
            raise Incomplete(f"{number}쪽에 앞에서 받은 {again}건이 되풀이되었습니다")
        self._hashes.update(hashes)
        self.count += len(hashes)


def _right_page(page: Page[Row], number: int) -> None:
    if page.number not in (None, number):
        raise WrongForm(f"{number}쪽을 청했으나 {page.number}쪽이 왔습니다")
    if page.total and not page.rows:
        raise Incomplete(f"{page.total}건이라 하고 {number}쪽이 비었습니다")


def _next_page(page: Page[Row], number: int, total: int, before: int) -> None:
    _right_page(page, number)
    if page.total != total:
        raise Incomplete(f"전체 건수가 받는 동안 {total}건에서 {page.total}건으로 바뀌었습니다")
    if not page.rows:
        raise Incomplete(f"{total}건이라 하고 {before}건에서 끝났습니다")
