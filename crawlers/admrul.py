"""법제처 행정규칙 (target ``admrul``): orders, directives and notices as documents.

The id of a body is its 행정규칙일련번호; what stays the same from one issue to the next is the
행정규칙ID, and so that is the document's.
"""

from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element

from crawlers.contract import Answer, Everything, Fetch, Harvest, Job, Outcome, guarded
from crawlers.files import Files, Link
from crawlers.lists import Page, every_page, open_root, read_page
from crawlers.markup import day, text_of, whole_text
from records.errors import BadSetting, NotFound, WrongForm
from records.model import Document, Kind, Passage, Visibility
from records.names import fold

_BASICS = "행정규칙기본정보"


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One line of the list."""

    serial: str
    rule_id: str
    name: str
    issued: date


@dataclass(frozen=True, slots=True)
class RuleSource:
    """Rules by name (``--law``), or those whose name has one of the words the council sets."""

    name: str = "admrul"
    home: str = "https://www.law.go.kr/DRF"
    parameter: str | None = "OC"
    expects: str = "xml"

    async def crawl(self, fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
        """A harvest a query; then those of the words that are no longer in force are gone."""
        words = job.names or tuple(job.options.get("words", "").split())
        if not words:
            raise BadSetting("출처 admrul에 words 설정이 없습니다 (찾을 낱말을 띄어 적음)")
        files = Files(fetch, job)
        ids: set[str] = set()
        for word in words:
            outcome = await guarded(word, self._rules(fetch, job, word, files))
            if isinstance(outcome, Harvest):
                ids.update(one.id for one in outcome.documents)
            yield outcome
        if not job.since:
            yield Everything("admrul:", frozenset(ids), words)

    def names_in(self, asked: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
        """Every word that was asked for."""
        return tuple(dict.fromkeys(params["query"] for params in asked if "query" in params))

    async def _rules(self, fetch: Fetch, job: Job, word: str, files: Files) -> Harvest:
        fixed = {"target": "admrul", "type": "XML", "display": "100", "nw": "1", "query": word}

        async def turn(number: int) -> Page[RuleRow]:
            answer = await fetch("lawSearch.do", fixed | {"page": str(number)})
            return read_page(answer, "AdmRulSearch", "admrul", read_row)

        rows = await every_page(turn)
        strange = next((row for row in rows if fold(word) not in fold(row.name)), None)
        if strange:
            raise WrongForm(f"묻지 않은 「{strange.name}」이 왔습니다: 질의가 무시되었습니다")
        if not rows:
            raise NotFound(f"출처에 「{word}」이라는 행정규칙이 없습니다")
        young = [row for row in rows if not (job.since and row.issued < job.since)]
        answers = [(row, await self._body(fetch, row)) for row in young]
        papers = tuple(read_rule(answer, row) for row, answer in answers)
        links = [read_links(answer) for _, answer in answers]
        came = [await files.of(paper.id, of) for paper, of in zip(papers, links, strict=True)]
        filed = tuple(one for some in came for one in some)
        return Harvest(word, len(young), len(papers), documents=papers, files=filed)

    async def _body(self, fetch: Fetch, row: RuleRow) -> Answer:
        params = {"target": "admrul", "type": "XML", "ID": row.serial}
        return await fetch("lawService.do", params)


def read_row(item: Element) -> RuleRow:
    """Read ``<admrul>`` of a list."""
    row = RuleRow(
        text_of(item, "행정규칙일련번호"),
        text_of(item, "행정규칙ID"),
        text_of(item, "행정규칙명"),
        day(text_of(item, "발령일자"), "발령일자"),
    )
    if not (row.serial and row.rule_id and row.name):
        raise WrongForm("목록의 항목에 행정규칙 일련번호, ID 또는 이름이 없습니다")
    return row


def read_rule(answer: Answer, row: RuleRow) -> Document:
    """One rule; some have no text but what is attached, and a note says so."""
    root = open_root(answer, "AdmRulService")
    said = text_of(root, f"{_BASICS}/행정규칙일련번호")
    if said != row.serial:
        raise WrongForm(f"행정규칙 {row.serial}를 청했으나 {said}가 왔습니다")
    texts = [whole_text(one) for one in (*root.iter("조문내용"), *root.iter("부칙내용"))]
    attached = [f"붙임: {whole_text(one)}" for one in root.iter("첨부파일명")]
    lines = [line for text in (*texts, *attached) for line in text.splitlines() if line.strip()]
    return Document(
        id=f"admrul:{row.rule_id}",
        kind=Kind.RULE,
        title=row.name,
        date=row.issued,
        number=text_of(root, f"{_BASICS}/발령번호") or None,
        agency=text_of(root, f"{_BASICS}/소관부처명") or None,
        visibility=Visibility.PUBLIC,
        source="admrul",
        source_url=f"https://www.law.go.kr/LSW/admRulInfoP.do?admRulSeq={row.serial}",
        notes=() if any(texts) else ("본문이 첨부파일에만 있는 행정규칙입니다.",),
        passages=tuple(
            Passage(n, line, heading=n == 0) for n, line in enumerate((row.name, *lines))
        ),
    )


def read_links(answer: Answer) -> list[Link]:
    """What is attached: names and links stand in the same order."""
    root = open_root(answer, "AdmRulService")
    names, links = ([whole_text(one) for one in root.iter(f"첨부파일{p}")] for p in ("명", "링크"))
    if links and len(names) != len(links):
        raise WrongForm(f"첨부파일명 {len(names)}개에 첨부파일링크가 {len(links)}개입니다")
    return [Link(name, link) for name, link in zip(names, links, strict=False) if link]


ADMRUL = RuleSource()
