"""The body of a law as 법제처 sends it, read into a `Version` in reading order.

법령 ─ 기본정보
     ├ 조문 ─ 조문단위 (`crawlers.law_articles`)
     ├ 부칙 ─ 부칙단위 ─ 부칙내용        ├ 별표 ─ 별표단위 ─ 별표제목, 별표내용
     └ 제개정이유 ─ 제개정이유내용
"""

import re
from xml.etree.ElementTree import Element

from crawlers.contract import Answer
from crawlers.law_articles import read_articles
from crawlers.law_rows import Row
from crawlers.lists import open_root
from crawlers.markup import day, text_of, whole_text
from records.errors import Incomplete, WrongForm
from records.model import Version

_CHUNK_BREAKS = re.compile(r"\n{2,}")


def read_body(answer: Answer, row: Row) -> Version:
    """Read ``answer``, which must be the body that ``row`` of the list asked for."""
    root = open_root(answer, "법령")
    _check_asked(root, row)
    main = read_articles(root)
    revision = text_of(root, "기본정보/제개정구분")
    if not main.articles and "폐지" not in revision:  # a repeal may have no text of its own
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
        revision_kind=revision or None,
        status=row.status or None,
        reason=_joined(root, "제개정이유/제개정이유내용") or None,
        source_url=_page_of(row),
        articles=main.articles,
        addenda=_joined(root, "부칙/부칙단위/부칙내용"),
        annexes="\n\n".join(_annex(unit) for unit in root.iterfind("별표/별표단위")),
        preamble=main.preamble,
        outline=main.outline,
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
