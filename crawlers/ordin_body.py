"""The body of an ordinance: 조내용 is plain text with its 항·호·목, headings are 조문여부 N."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from crawlers.contract import Answer
from crawlers.law_articles import Assembly, article_key
from crawlers.law_rows import Row
from crawlers.lists import open_root
from crawlers.markup import day, text_of, whole_text
from records.errors import Incomplete, WrongForm
from records.model import Version

_BASICS = "자치법규기본정보"
_KINDS = {"C0001": "조례", "C0002": "규칙"}
_FIRST_PARAGRAPH = re.compile(r"^(제\d+조(?:의\d+)*\s*\([^()]*(?:\([^()]*\)[^()]*)*\)) *(①)")


def read_ordinance(answer: Answer, row: Row) -> Version:
    """Read ``answer``, which must be the body that ``row`` of the list asked for."""
    root = open_root(answer, "LawService")
    _check_asked(root, row)
    assembly = Assembly()
    for unit in root.iterfind("조문/조"):
        _read_unit(unit, assembly)
    main = assembly.done()
    revision = text_of(root, f"{_BASICS}/제개정정보")
    if not main.articles and "폐지" not in revision:  # a repeal may have no text of its own
        raise Incomplete(f"「{row.name}」 본문에 조문이 없습니다 (일련번호 {row.mst})")
    kind = text_of(root, f"{_BASICS}/자치법규종류")
    return Version(
        law_id=row.law_id,
        mst=row.mst,
        effective=row.effective,
        name=text_of(root, f"{_BASICS}/자치법규명") or row.name,
        kind=_KINDS.get(kind, kind),
        promulgated=day(row.promulgated, "공포일자") if row.promulgated else None,
        number=row.number.lstrip("0") or None,
        ministry=text_of(root, f"{_BASICS}/지자체기관명") or row.ministry or None,
        revision_kind=revision or None,
        status=row.status,
        reason=text_of(root, "제개정이유/제개정이유내용") or None,
        source_url=f"https://www.law.go.kr/LSW/ordinInfoP.do?ordinSeq={row.mst}",
        articles=main.articles,
        addenda="\n\n".join(_addenda(root)),
        annexes="\n\n".join(_annexes(root)),
        preamble=main.preamble,
        outline=main.outline,
    )


def _check_asked(root: Element, row: Row) -> None:
    said = {
        "자치법규ID": (text_of(root, f"{_BASICS}/자치법규ID"), row.law_id),
        "자치법규일련번호": (text_of(root, f"{_BASICS}/자치법규일련번호"), row.mst),
        "시행일자": (text_of(root, f"{_BASICS}/시행일자"), f"{row.effective:%Y%m%d}"),
    }
    for what, (got, asked) in said.items():
        if got != asked:
            raise WrongForm(f"{what} {asked}의 본문을 청했으나 {got}이 왔습니다")


def _read_unit(unit: Element, assembly: Assembly) -> None:
    text = "\n".join(line.strip() for line in text_of(unit, "조내용").splitlines() if line.strip())
    if text_of(unit, "조문여부") != "Y":
        assembly.headings(text)
        return
    number = text_of(unit, "조문번호")
    key = article_key(number[:4], number[4:])
    assembly.article(key, text_of(unit, "조제목"), _FIRST_PARAGRAPH.sub(r"\1\n\2", text))


def _addenda(root: Element) -> Iterator[str]:
    """부칙 come as parallel lists of day, number and text in one element."""
    days, numbers, texts = (
        [whole_text(e) for e in root.iterfind(f"부칙/부칙{part}")]
        for part in ("공포일자", "공포번호", "내용")
    )
    for index, text in enumerate(texts):
        if text.startswith("부칙") or not len(days) == len(numbers) == len(texts):
            yield text
        else:
            when = day(days[index], "부칙공포일자")
            yield f"부칙 <제{numbers[index]}호,{when.year}.{when.month}.{when.day}>\n{text}"


def _annexes(root: Element) -> Iterator[str]:
    for unit in root.iterfind("별표/별표단위"):
        title, kind = text_of(unit, "별표제목"), text_of(unit, "별표구분")
        yield title if title.startswith("[") else f"[{kind}] {title}"
