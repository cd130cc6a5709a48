"""법제처 delHst: the official list of what it has deleted, as tombstones in the records.

The description says 일련번호, 구분명 and 삭제일자 of an item and no more, and no recording was at
hand. What it leaves undecided is read carefully:

- 일련번호 is taken to be the number of one version (법령·행정규칙·자치법규일련번호). One of which
  the version here was promulgated after 삭제일자 shows that it is not: `WrongForm`, and nothing
  is taken out.
- That data was deleted does not say that a law was repealed: one version goes, the others stand,
  and only what has no version left becomes a tombstone.
- What was fetched on a later day than it was deleted is there again, and stays.
- The root may be called anything that ends with ``Search``; a result code may be missing. Kind
  and days are always sent, so that 0 items mean that nothing was deleted; an item of another kind
  or day shows that the question was ignored.
"""

import re
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from xml.etree.ElementTree import Element

from crawlers.contract import Answer, Deleted, Fetch, Harvest, Job, Outcome, guarded
from crawlers.law_json import element_of, is_json
from crawlers.lists import Page, every_page, open_root
from crawlers.markup import day, parse, text_of
from records.errors import WrongForm

FIRST = date(2000, 1, 1)
"""From when on a first run asks, and one after a run that failed."""
_SPAN = re.compile(r"\d{8}~\d{8}")


@dataclass(frozen=True, slots=True)
class DeletedKind:
    """A kind of thing: the number to ask for it, the word in its items, the ids it has here."""

    number: str
    word: str
    prefix: str


KINDS = (
    DeletedKind("1", "법령", "law:"),
    DeletedKind("2", "행정규칙", "admrul:"),
    DeletedKind("3", "자치법규", "ordin:"),
)


@dataclass(frozen=True, slots=True)
class DeletedRow:
    """One item; ``number`` is its place in the result, as one serial may be deleted twice."""

    number: str
    serial: str
    kind: str
    day: date


@dataclass(frozen=True, slots=True)
class Deletions:
    """``days`` among the options is how far a run looks back that follows one that ended well."""

    name: str = "deletions"
    home: str = "https://www.law.go.kr/DRF"
    parameter: str | None = "OC"
    expects: str = "xml"

    async def crawl(self, fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
        """A harvest a kind: all that was deleted since."""
        asked_once = [name for name in job.names if _SPAN.fullmatch(name)]
        for span in asked_once or [_span(job)]:
            for kind in KINDS:
                yield await guarded(kind.word, self._deleted(fetch, kind, span))

    def names_in(self, asked: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
        """The days that were asked about, as ``20260101~20260401``."""
        spans = (f"{p['frmDt']}~{p['toDt']}" for p in asked if {"frmDt", "toDt"} <= p.keys())
        return tuple(dict.fromkeys(spans))

    async def _deleted(self, fetch: Fetch, kind: DeletedKind, span: str) -> Harvest:
        first, last = span.split("~")
        fixed = {"target": "delHst", "type": "XML", "display": "100", "knd": kind.number}
        fixed |= {"frmDt": first, "toDt": last}

        async def turn(number: int) -> Page[DeletedRow]:
            return read_deletions(await fetch("lawSearch.do", fixed | {"page": str(number)}))

        rows = await every_page(turn)
        for row in rows:
            if row.kind != kind.word or not first <= f"{row.day:%Y%m%d}" <= last:
                raise WrongForm(
                    f"묻지 않은 「{row.kind} {row.day}」이 왔습니다: 질의가 무시되었습니다"
                )
        days: dict[str, date] = {}
        for row in rows:
            days[row.serial] = max(row.day, days.get(row.serial, row.day))
        gone = Deleted(kind.prefix, days)
        return Harvest(kind.word, len(rows), len(rows), deleted=gone, held=len(rows))


def _span(job: Job) -> str:
    """From the day from which to ask on, to today."""
    back = job.today - timedelta(days=int(job.option("days")))
    first = job.since or (FIRST if job.unfinished else back)
    return f"{first:%Y%m%d}~{job.today:%Y%m%d}"


def read_deletions(answer: Answer) -> Page[DeletedRow]:
    """One page of the list."""
    root = element_of(answer.body) if is_json(answer.body) else parse(answer.body)
    open_root(answer, root.tag if root.tag.endswith("Search") else "LawSearch")
    total, number = text_of(root, "totalCnt"), text_of(root, "page")
    code, target = text_of(root, "resultCode"), text_of(root, "target")
    if not total.isdecimal() or not (number or "0").isdecimal():
        raise WrongForm("삭제 목록에 전체 건수(totalCnt)나 쪽 번호가 없습니다")
    if code not in ("", "00") or target not in ("", "delHst"):
        raise WrongForm(f"삭제 목록이 아닌 답이 왔습니다: {target} {code}")
    rows = tuple(_row(item) for item in root.iterfind("law"))
    return Page(int(total), int(number) if number else None, rows)


def _row(item: Element) -> DeletedRow:
    serial, kind = text_of(item, "일련번호"), text_of(item, "구분명")
    if not (serial.isdecimal() and kind):
        raise WrongForm("삭제 목록의 항목에 일련번호나 구분명이 없습니다")
    digits = "".join(letter for letter in text_of(item, "삭제일자") if letter.isdecimal())
    return DeletedRow(item.get("id", ""), serial, kind, day(digits, "삭제일자"))


DELETIONS = Deletions()
