"""Papers in the proportions of the plan that asks for this product, as many as wanted.

Every passage is a whole real one of the samples beside the project (articles of statutes, bills,
tax replies), with its numbers and names replaced; papers are put together anew from them, so
that a million have the words, the lengths and the growth of vocabulary of real ones. The same
number gives the same paper, so that a run can be resumed. Without samples, papers are generated.
"""

import json
import random
import re
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Final

from indexer.statutes.markdown import read_markdown
from records.errors import Broken
from records.model import Document, Kind, Passage, Visibility

SAMPLES: Final = Path(__file__).resolve().parents[2] / "shared/samples"
PROPORTIONS: Final = ((Kind.BILL, 2_000), (Kind.REQUEST, 3_800), (Kind.AUDIT, 15_000))
_VISIBLE: Final = (
    *(Visibility.PUBLIC,) * 7,
    Visibility.COUNCIL,
    Visibility.STAFF,
    Visibility.NAMED,
)
_PARTS: Final = {Kind.BILL: (1, 2), Kind.REQUEST: (1, 2), Kind.AUDIT: (1, 3)}
"""Fewest and most passages of a paper."""
_MOST_ARTICLES: Final = 60_000
_NUMBER: Final = re.compile(r"\d+")
_FAMILY: Final = "김이박최정강조윤장임한오서신권황안송류홍"
_GIVEN: Final = "가나다라마바사아자차하민서준지현영수경은호진우성재"
_PERSON: Final = re.compile(rf"[{_FAMILY}][가-힣]{{2}}(?=\s?(?:의원|위원|장관|처장|청장))")
_TOWN: Final = re.compile(
    r"(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|제주|전북|전남|경북|경남)"
)
_TOWNS: Final = "서울 부산 대구 인천 광주 대전 울산 세종 경기 강원 제주 전북 전남 경북 경남".split()  # noqa: SIM905
_COMMITTEES: Final = "운영 행정자치 재정경제 환경수자원 문화체육 보건복지 건설 교통 교육".split()  # noqa: SIM905
_AGENCIES: Final = "교통국 도시계획국 환경국 복지국 문화국 재무국 소방재난본부 상수도본부".split()  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Source:
    """One real paper: what it is called, and its text."""

    title: str
    text: str


class Corpus:
    """Papers by number, made of ``bills``, ``replies`` and ``articles``."""

    def __init__(self, bills: Sequence[Source], replies: Sequence[Source],
                 articles: Sequence[Source]) -> None:  # fmt: skip
        self._of = {Kind.BILL: bills, Kind.REQUEST: replies, Kind.AUDIT: articles}
        self._articles = articles

    @cached_property
    def real(self) -> list[Source]:
        """The real papers behind it, in an order that mixes them."""
        every = [source for sources in self._of.values() for source in sources]
        random.Random(7).shuffle(every)
        return every

    def paper(self, number: int) -> Document:
        """Paper ``number``; the same each time."""
        chance = random.Random(number * 2_654_435_761)
        kinds, weights = [kind for kind, _ in PROPORTIONS], [weight for _, weight in PROPORTIONS]
        kind = chance.choices(kinds, weights)[0]
        first = chance.choice(self._of[kind])
        more = chance.randint(*_PARTS[kind]) - 1
        sources = [first, *(chance.choice(self._articles) for _ in range(more))]
        texts = [replaced(source.text, chance) for source in sources]
        person, committee = chance.choice(_MEMBERS), f"{chance.choice(_COMMITTEES)}위원회"
        return Document(
            id=f"bench:{number:08d}",
            kind=kind,
            title=replaced(first.title, chance),
            date=date(1991, 7, 1) + timedelta(days=chance.randrange(12_700)),
            number=str(1_000 + number),
            session=chance.randint(1, 330),
            committee=committee,
            members=(person,),
            agency=chance.choice(_AGENCIES),
            visibility=chance.choice(_VISIBLE),
            readers=(f"committee:{committee}",),
            passages=tuple(Passage(n, text, page=n + 1) for n, text in enumerate(texts)),
            revision=number + 1,
        )

    def papers(self, count: int, start: int = 0) -> Iterator[Document]:
        """Papers ``start`` to ``count``."""
        return map(self.paper, range(start, count))

    def questions(self, count: int) -> list[str]:
        """One to four neighbouring words out of titles of real papers, as people type them."""
        chance = random.Random(41)
        asked: list[str] = []
        while len(asked) < count:
            words = chance.choice(self.real).title.split()
            start, size = chance.randrange(len(words)), chance.choice((1, 2, 2, 3, 3, 4))
            asked.append(" ".join(words[start : start + size]))
        return asked


def replaced(text: str, chance: random.Random) -> str:
    """``text`` with other numbers of as many digits, other persons and other towns."""
    text = _NUMBER.sub(lambda found: _digits(found[0], chance), text)
    text = _PERSON.sub(lambda _: _person(chance), text)
    return _TOWN.sub(lambda _: chance.choice(_TOWNS), text)


def _digits(number: str, chance: random.Random) -> str:
    low = 10 ** (len(number) - 1)
    return str(chance.randrange(low, 10 * low)) if len(number) < 12 else number


def _person(chance: random.Random) -> str:
    return chance.choice(_FAMILY) + chance.choice(_GIVEN) + chance.choice(_GIVEN)


_MEMBERS: Final = [_person(random.Random(n)) for n in range(106)]
"""As many as the council has."""


def corpus() -> Corpus | None:
    """The corpus of the samples; None where they are not."""
    if not (SAMPLES / "statutes.tar.xz").exists():
        return None
    return Corpus(list(_bills()), list(_replies()), list(_articles()))


def _bills() -> Iterator[Source]:
    for line in (SAMPLES / "bills.jsonl").read_text("utf-8").splitlines():
        bill = json.loads(line)["의안접수정보"]
        text = bill.get("제안이유 및 주요내용")
        if text:
            yield Source(text.strip("■ \n").partition("\n")[2].strip()[:40], text)


def _replies() -> Iterator[Source]:
    for line in (SAMPLES / "nts.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row.get("title") and row.get("reply"):
            yield Source(row["title"], f"{row.get('gist') or ''}\n{row['reply']}")


def _articles() -> Iterator[Source]:
    found = 0
    with tarfile.open(SAMPLES / "statutes.tar.xz") as archive:
        for member in archive:
            file = archive.extractfile(member) if member.name.endswith(".md") else None
            if file is None:
                continue
            try:
                law = read_markdown(file.read().decode())
            except Broken:
                continue
            for article in law.articles:
                found += 1
                yield Source(f"{law.name} {article.title or article.key}", article.text)
            if found > _MOST_ARTICLES:
                return
