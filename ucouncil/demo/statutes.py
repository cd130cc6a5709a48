"""The invented statutes: a special Act, and an Act on papers for councils with decree and rule.

The articles of the decree and the rule say which article they carry out, as real ones do, so that
the three columns and what rests on an article have something to show. The Act of papers was
rewritten in August 2026: its 제4조 is 제5조 today.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ucouncil.demo.people import CITY, COUNCIL

Articles = list[tuple[str, str, str]]
"""Number, title, text with one line a paragraph."""
PAPERS = "시연용 의정자료법"
"""The Act that papers of the demonstration cite."""


@dataclass(frozen=True, slots=True)
class Statute:
    """A statute in as many versions as there are ``days``; ``articles`` are those of a stage."""

    id: str
    name: str
    kind: str
    days: tuple[date, ...]
    articles: Callable[[int], Articles]


def _special(stage: int) -> Articles:
    seats = (20, 22, 24)[stage]
    return [
        ("제1조", "목적", f"이 법은 {CITY}의 설치와 사무의 특례를 정함을 목적으로 한다."),
        ("제2조", "관할구역", f"{CITY}의 관할구역은 대통령령으로 정한다."),
        ("제3조", "의회", f"① {COUNCIL}의 의원 정수는 {seats}명으로 한다.\n② 상임위원회는 조례로 정한다."),
        *([("제3조의2", "의정자료", f"{CITY}장은 의원이 요구한 자료를 10일 이내에 제출하여야 한다.")] if stage else []),
        ("제4조", "재정 특례", f"국가는 {CITY}에 {(3, 3, 5)[stage]}년간 재정을 지원할 수 있다."),
    ]  # fmt: skip


def _papers(stage: int) -> Articles:
    days, late = (("15일", "20일"), ("10일", "20일"), ("7일", "14일"))[stage]
    added = [
        ("제3조", "기본원칙", "지방자치단체의 장은 의회가 요구한 자료를 성실하게 제출하여야 한다.")
    ]
    first, last = (3, 6) if stage < 2 else (4, 7)
    return [
        ("제1조", "목적", "이 법은 지방의회가 요구하는 자료의 제출과 보존에 필요한 사항을 규정함을 목적으로 한다."),
        ("제2조", "정의", "이 법에서 \"의정자료\"란 지방의회의 요구에 따라 집행기관이 작성하거나 제출하는 문서를 말한다."),
        *(added if stage == 2 else []),
        (f"제{first}조", "자료의 요구", "① 의원은 의장을 거쳐 집행기관의 장에게 의정자료의 제출을 요구할 수 있다.\n② 요구의 방법과 서식은 대통령령으로 정한다."),
        (f"제{first + 1}조", "제출의 기한", f"① 집행기관의 장은 요구를 받은 날부터 {days} 이내에 의정자료를 제출하여야 한다.\n② 부득이한 사유가 있으면 그 사유를 알리고 {late} 이내에 제출할 수 있다.\n③ 기한의 계산에 필요한 사항은 대통령령으로 정한다."),
        (f"제{first + 2}조", "공개", "의정자료는 공개함을 원칙으로 한다. 다만, 다른 법률에 따라 비공개로 정한 것은 그러하지 아니하다." if stage else "의정자료는 의장이 정하는 바에 따라 공개할 수 있다."),
        (f"제{last}조", "보존", f"의정자료의 보존기간은 {(3, 5, 10)[stage]}년 이상으로 하며, 보존의 방법은 시연부령으로 정한다."),
    ]  # fmt: skip


def _decree(stage: int) -> Articles:
    at = 3 if stage == 0 else 4
    return [
        ("제1조", "목적", f"이 영은 「{PAPERS}」에서 위임된 사항과 그 시행에 필요한 사항을 규정함을 목적으로 한다."),
        ("제2조", "요구의 방법", f"① 법 제{at}조제2항에 따른 요구는 문서(전자문서를 포함한다)로 한다.\n② 요구서의 서식은 시연부령으로 정한다."),
        ("제3조", "기한의 계산", f"법 제{at + 1}조제3항에 따라 기한을 계산할 때에는 공휴일{'과 토요일' if stage else ''}을 산입하지 아니한다."),
    ]  # fmt: skip


def _rule(stage: int) -> Articles:
    act = 6 if stage == 0 else 7
    return [
        ("제1조", "목적", f"이 규칙은 「{PAPERS}」 및 같은 법 시행령에서 위임된 사항을 규정함을 목적으로 한다."),
        ("제2조", "요구서", "영 제2조제2항에 따른 요구서에는 요구하는 자료의 이름과 기간, 쓰려는 곳을 적는다."),
        ("제3조", "보존의 방법", f"법 제{act}조에 따라 의정자료는 {'전자문서와 종이로 함께' if stage == 0 else '전자문서로'} 보존한다."),
    ]  # fmt: skip


_OFTEN = (date(2010, 1, 1), date(2018, 7, 1), date(2024, 1, 1))
STATUTES = (
    Statute("990001", "한빛특별시 설치에 관한 특별법(시연용)", "법률", _OFTEN, _special),
    Statute(
        "990012", PAPERS, "법률", (date(2010, 1, 1), date(2018, 7, 1), date(2026, 8, 1)), _papers
    ),
    Statute(
        "990013", f"{PAPERS} 시행령", "대통령령", (date(2010, 1, 1), date(2026, 8, 1)), _decree
    ),
    Statute("990014", f"{PAPERS} 시행규칙", "부령", (date(2010, 1, 1), date(2026, 8, 1)), _rule),
)
