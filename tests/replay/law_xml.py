"""Statutes rendered as 법제처 sends them: the lists and bodies of ``/DRF``.

The order, names and quirks are those of the recorded answers: CDATA, 목 beside 호 under 항, every
내용 repeating its number, 조문참고자료 after the text, the key echoed in links.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from records.model import Article, Version

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_PARAGRAPH = re.compile(r"([①-⑳])")
_ITEM = re.compile(r"(\d+(?:의\d+)?\.)\s")
_SUBITEM = re.compile(r"([가-힣]\.)\s")
_NOTE = re.compile(r"\[[^\[\]]*(?:개정|신설|이동|종전)[^\[\]]*\]$")


def cdata(text: str) -> str:
    return f"<![CDATA[{text}]]>"


def listing(
    target: str, query: str, versions: list[Version], page: int, display: int, key: str
) -> str:
    """One page of a ``law`` or ``eflaw`` list."""
    start = (page - 1) * display
    rows = versions[start : start + display]
    items = "".join(_item(target, n, v, key) for n, v in enumerate(rows, start + 1))
    return (
        f"{HEAD}<LawSearch><target>{target}</target><키워드>{query}</키워드>"
        f"<section>lawNm</section><totalCnt>{len(versions)}</totalCnt><page>{page}</page>"
        f"<numOfRows>{len(rows)}</numOfRows><resultCode>00</resultCode>"
        f"<resultMsg>success</resultMsg>{items}</LawSearch>"
    )


def _item(target: str, number: int, version: Version, key: str) -> str:
    effective = f"{version.effective:%Y%m%d}"
    link = urlencode({"OC": key, "target": target, "MST": version.mst, "type": "HTML"})
    return (
        f'<law id="{number}"><법령일련번호>{version.mst}</법령일련번호>'
        f"<현행연혁코드>{version.status}</현행연혁코드>"
        f"<법령명한글>{cdata(version.name)}</법령명한글>"
        f"<법령약칭명>{cdata(version.abbreviation or '')}</법령약칭명>"
        f"<법령ID>{version.law_id}</법령ID>"
        f"<공포일자>{_promulgated(version)}</공포일자>"
        f"<공포번호>{(version.number or '').zfill(5)}</공포번호>"
        f"<제개정구분명>{version.revision_kind or ''}</제개정구분명>"
        f"<소관부처코드>1741000</소관부처코드><소관부처명>{version.ministry or ''}</소관부처명>"
        f"<법령구분명>{version.kind}</법령구분명><공동부령정보></공동부령정보>"
        f"<시행일자>{effective}</시행일자><자법타법여부></자법타법여부>"
        f"<법령상세링크>/DRF/lawService.do?{link.replace('&', '&amp;')}&amp;mobileYn="
        f"&amp;efYd={effective}</법령상세링크></law>"
    )


def _promulgated(version: Version) -> str:
    return f"{version.promulgated:%Y%m%d}" if version.promulgated else ""


def body(version: Version) -> str:
    """The body of one version."""
    return (
        f'{HEAD}\n<법령 법령키="{version.law_id}{_promulgated(version)}">\n{_basics(version)}'
        f"<조문>\n{''.join(_units(version))}</조문>\n{_addenda(version)}{_annexes(version)}"
        f"<개정문>\n<개정문내용>\n{cdata('다음과 같이 개정한다.')}\n</개정문내용>\n</개정문>\n"
        f"<제개정이유>\n<제개정이유내용>\n{_chunks(version.reason or '')}"
        f"</제개정이유내용>\n</제개정이유>\n</법령>"
    )


def _basics(version: Version) -> str:
    return (
        f"<기본정보>\n<법령ID>{version.law_id}</법령ID>\n"
        f"<공포일자>{_promulgated(version)}</공포일자>\n<공포번호>{version.number}</공포번호>\n"
        f'<언어>한글</언어>\n<법종구분 법종구분코드="A0002">{version.kind}</법종구분>\n'
        f"<법령명_한글>{cdata(version.name)}</법령명_한글>\n"
        f"<법령명약칭>{cdata(version.abbreviation or '')}</법령명약칭>\n"
        f'<소관부처 소관부처코드="1741000">{version.ministry or ""}</소관부처>\n'
        f"<시행일자>{version.effective:%Y%m%d}</시행일자>\n"
        f"<제개정구분>{version.revision_kind or ''}</제개정구분>\n</기본정보>\n"
    )


def _units(version: Version) -> Iterator[str]:
    """조문단위 of each heading of the outline, and of each article."""
    headings = list(version.outline)
    for index, article in enumerate(version.articles):
        while headings and headings[0][0] <= index:
            yield _heading(headings.pop(0)[1])
        yield _article(article)
    yield from (_heading(text) for _, text in headings)


def _heading(text: str) -> str:
    return _unit("0001000", "1", "", "전문", "", f"<조문내용>{cdata(text)}</조문내용>\n")


def _article(article: Article) -> str:
    number, _, branch = article.key.removeprefix("제").partition("조")
    branch = branch.removeprefix("의")
    key = f"{int(number):04d}{int(branch or 0):02d}1"
    return _unit(key, number, branch, "조문", article.title or "", _content(article.text))


def _unit(key: str, number: str, branch: str, kind: str, title: str, content: str) -> str:
    return (
        f'<조문단위 조문키="{key}">\n<조문번호>{number}</조문번호>\n'
        + (f"<조문가지번호>{branch}</조문가지번호>\n" if branch else "")
        + f"<조문여부>{kind}</조문여부>\n"
        + (f"<조문제목>{cdata(title)}</조문제목>\n" if title else "")
        + f"<조문이동이전>000000</조문이동이전>\n{content}</조문단위>\n"
    )


def _content(text: str) -> str:
    """조문내용, 항 with their 호 and 목 as siblings, 조문참고자료."""
    head, *lines = text.split("\n")
    notes = [line for line in lines if _NOTE.fullmatch(line)]
    paragraphs = "".join(_paragraphs([line for line in lines if line not in notes]))
    notes_xml = "".join(f"<조문참고자료>{cdata(note)}</조문참고자료>\n" for note in notes)
    return f"<조문내용>{cdata(head)}</조문내용>\n{paragraphs}{notes_xml}"


def _paragraphs(lines: list[str]) -> Iterator[str]:
    inside = False
    for line in lines:
        if _PARAGRAPH.match(line) or not inside:
            yield "</항>\n<항>\n" if inside else "<항>\n"
            inside = True
        yield _line(line)
    if inside:
        yield "</항>\n"


def _line(line: str) -> str:
    for name, pattern in (("항", _PARAGRAPH), ("호", _ITEM), ("목", _SUBITEM)):
        if number := pattern.match(line):
            return _numbered(name, number[1], line)
    return f"<항내용>{cdata(line)}</항내용>\n"


def _numbered(name: str, number: str, line: str) -> str:
    texts = f"<{name}번호>{cdata(number)}</{name}번호>\n<{name}내용>{cdata(line)}</{name}내용>\n"
    return texts if name == "항" else f"<{name}>\n{texts}</{name}>\n"


def _addenda(version: Version) -> str:
    units = "".join(
        f'<부칙단위 부칙키="{n}">\n<부칙내용>{_chunks(text)}</부칙내용>\n</부칙단위>\n'
        for n, text in enumerate(filter(None, version.addenda.split("\n\n")), 1)
    )
    return f"<부칙>\n{units}</부칙>\n"


def _annexes(version: Version) -> str:
    units = "".join(
        f'<별표단위 별표키="{n:04d}00E">\n<별표번호>{n:04d}</별표번호>\n'
        f"<별표가지번호>00</별표가지번호>\n<별표구분>별표</별표구분>\n"
        f"<별표제목>{cdata(title)}</별표제목>\n<별표내용>{cdata(text)}</별표내용>\n</별표단위>\n"
        for n, (title, _, text) in enumerate(_annex_parts(version.annexes), 1)
    )
    return f"<별표>\n{units}</별표>\n" if units else ""


def _annex_parts(annexes: str) -> Iterable[tuple[str, str, str]]:
    return (part.partition("\n") for part in filter(None, annexes.split("\n\n")))


def _chunks(text: str) -> str:
    """A CDATA a line with a CDATA of the line break between, as 개정문 and 제개정이유 come."""
    return "".join(f"{cdata(line)}\n{cdata(chr(10))}\n" for line in text.split("\n") if line)
