"""The body of a law as 법제처 sends it, read into a `Version` in reading order.

    법령 ─ 기본정보
         ├ 조문 ─ 조문단위 (조문여부 전문: a 편·장·절·관 heading, or a preamble)
         │               (조문여부 조문: 조문내용, 항 {항내용, 호 …, 목 …}, 조문참고자료)
         ├ 부칙 ─ 부칙단위 ─ 부칙내용        ├ 별표 ─ 별표단위 ─ 별표제목, 별표내용
         └ 제개정이유 ─ 제개정이유내용

목 stand beside 호 under 항, or inside 호: in both the order of the document is the reading order,
so each 목 follows the 호 it belongs to. Every 내용 repeats its own number.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from crawlers.contract import Answer
from crawlers.law_rows import Row
from crawlers.lists import open_root
from crawlers.markup import day, text_of, whole_text
from records.errors import Incomplete, WrongForm
from records.model import Article, Version

_LEVELS = "편장절관속"
_HEADING = re.compile(rf"제\s*\d+\s*([{_LEVELS}])")
_NOTE = re.compile(r"\s*(<[^<>]*>|\[[^\[\]]*\])\s*$")
_CHUNK_BREAKS = re.compile(r"\n{2,}")
_TEXTS = frozenset({"항내용", "호내용", "목내용"})


def read_body(answer: Answer, row: Row) -> Version:
    """Read ``answer``, which must be the body that ``row`` of the list asked for."""
    root = open_root(answer, "법령")
    _check_asked(root, row)
    articles, preamble = read_articles(root)
    if not articles:
        raise Incomplete(f"「{row.name}」 본문에 조문이 없습니다 (MST {row.mst})")
    return Version(
        law_id=row.law_id,
        mst=row.mst,
        effective=row.effective,
        name=text_of(root, "기본정보/법령명_한글") or row.name,
        kind=text_of(root, "기본정보/법종구분"),
        promulgated=day(row.promulgated, "공포일자") if row.promulgated else None,
        number=row.number.lstrip("0") or None,
        ministry=text_of(root, "기본정보/소관부처") or row.ministry or None,
        abbreviation=text_of(root, "기본정보/법령명약칭") or row.abbreviation or None,
        revision_kind=text_of(root, "기본정보/제개정구분") or None,
        status=row.status or None,
        reason=_joined(root, "제개정이유/제개정이유내용") or None,
        source_url=_page_of(row),
        articles=articles,
        addenda=_joined(root, "부칙/부칙단위/부칙내용"),
        annexes="\n\n".join(_annex(unit) for unit in root.iterfind("별표/별표단위")),
        preamble=preamble,
    )


def _check_asked(root: Element, row: Row) -> None:
    """The body carries no MST; id, effective and promulgation date and number stand for it."""
    said = {
        "법령ID": (text_of(root, "기본정보/법령ID"), row.law_id),
        "시행일자": (text_of(root, "기본정보/시행일자"), f"{row.effective:%Y%m%d}"),
        "공포일자": (text_of(root, "기본정보/공포일자"), row.promulgated),
        "공포번호": (text_of(root, "기본정보/공포번호").lstrip("0"), row.number.lstrip("0")),
    }
    for what, (got, asked) in said.items():
        if got != asked:
            raise WrongForm(f"{what} {asked}의 본문을 청했으나 {got}이 왔습니다 (MST {row.mst})")


def read_articles(root: Element) -> tuple[tuple[Article, ...], str]:
    """Return all 조 in order with their heading path, and the preamble (전문) if there is one."""
    articles: dict[str, Article] = {}
    path: dict[str, str] = {}
    preamble: list[str] = []
    for unit in root.iterfind("조문/조문단위"):
        if text_of(unit, "조문여부") == "전문":
            preamble.extend(_enter(path, text_of(unit, "조문내용")))
        else:
            article = _article(unit, " > ".join(path.values()))
            articles[article.key] = _merged(articles.get(article.key), article)
    return tuple(articles.values()), "\n".join(preamble)


def _enter(path: dict[str, str], text: str) -> Iterator[str]:
    """Put each heading line of ``text`` in ``path``, closing what is below; yield other lines."""
    for line in text.splitlines():
        heading = _HEADING.match(line.strip())
        if not heading:
            yield line.strip()
            continue
        for lower in _LEVELS[_LEVELS.index(heading[1]) :]:
            path.pop(lower, None)
        path[heading[1]] = _NOTE.sub("", line.strip())


def _article(unit: Element, heading: str) -> Article:
    number, branch = text_of(unit, "조문번호"), text_of(unit, "조문가지번호")
    if not number.isdecimal():
        raise WrongForm(f"조문번호가 수가 아닙니다: {number!r}")
    key = f"제{int(number)}조" + (f"의{int(branch)}" if branch.strip("0") else "")
    return Article(key, text_of(unit, "조문제목") or None, "\n".join(_lines(unit)), heading)


def _lines(unit: Element) -> Iterator[str]:
    """The article's texts in reading order: its own, each 항·호·목, the notes below."""
    yield from _own(unit, "조문내용")
    for paragraph in unit.iterfind("항"):
        for element in paragraph.iter():
            if element.tag in _TEXTS and (text := whole_text(element)):
                yield text
    yield from _own(unit, "조문참고자료")


def _own(unit: Element, name: str) -> Iterator[str]:
    for element in unit.iterfind(name):
        if text := whole_text(element):
            yield text


def _merged(first: Article | None, article: Article) -> Article:
    """An article that a body gives twice (before and after a later effective date) keeps both."""
    return replace(first, text=f"{first.text}\n{article.text}") if first else article


def _joined(root: Element, path: str) -> str:
    """Texts that come in chunks, one line a chunk: the line breaks between are the wire's."""
    texts = (whole_text(element) for element in root.iterfind(path))
    return "\n\n".join(_CHUNK_BREAKS.sub("\n", text) for text in texts if text)


def _annex(unit: Element) -> str:
    """``[별표 1의2] title`` and the text; the title may carry its number already."""
    title, kind = text_of(unit, "별표제목"), text_of(unit, "별표구분") or "별표"
    number, branch = (
        text_of(unit, "별표번호").lstrip("0"),
        text_of(unit, "별표가지번호").lstrip("0"),
    )
    label = f"[{kind} {number}{f'의{branch}' if branch else ''}]" if number else f"[{kind}]"
    head = title if title.startswith("[") else f"{label} {title}".rstrip()
    return "\n".join(filter(None, (head, text_of(unit, "별표내용"))))


def _page_of(row: Row) -> str:
    """The public page of this version; the link in the list carries the key and is not kept."""
    return f"https://www.law.go.kr/LSW/lsInfoP.do?lsiSeq={row.mst}&efYd={row.effective:%Y%m%d}"
