"""An invented Act that was amended, a decree and ordinances that were not brought up to date, and
a bill that is pending: so the radar has something true to show.

The Act of 2024 moved two articles, deleted one and changed one; one more change is to come.
"""

from collections.abc import Callable, Iterator
from datetime import date

from ucouncil.demo.paper import Heading, Paper, Text
from ucouncil.demo.people import CITY, COUNCIL

ACT = "한빛특별시 생활안전 지원에 관한 법률(시연용)"
DECREE = "한빛특별시 생활안전 지원에 관한 법률(시연용) 시행령"
SAFETY = "한빛시 생활안전 증진 조례"
BELLS = "한빛시 안심벨 설치 및 운영 조례"
_ENACTED, _CARRIED_OUT = date(2012, 1, 1), date(2013, 3, 4)
AMENDED, COMING = date(2024, 7, 1), date(2028, 1, 1)
_PROPOSED = date(2026, 11, 9)

Articles = list[tuple[str, str, str]]
Head = dict[str, str]


def parent_laws() -> Iterator[tuple[Head, date, Articles]]:
    """Each version of each law: its head, the day it takes effect, its articles."""
    act = {"제목": ACT, "법령구분": "법률", "소관부처": "시연부", "법령ID": "'990802'"}
    decree = act | {"제목": DECREE, "법령구분": "대통령령", "법령ID": "'990803'"}
    safety = {"제목": SAFETY, "법령구분": "조례", "지자체기관명": CITY, "자치법규ID": "'910001'"}
    bells = safety | {"제목": BELLS, "자치법규ID": "'910002'"}
    yield from _versions(act, (_ENACTED, AMENDED, COMING), _act)
    yield from _versions(decree, (_CARRIED_OUT,), _decree)
    yield from _versions(safety, (_CARRIED_OUT,), _safety)
    yield from _versions(bells, (_CARRIED_OUT,), _bells)


def _versions(
    head: Head, days: tuple[date, ...], articles: Callable[[int], Articles]
) -> Iterator[tuple[Head, date, Articles]]:
    number = (head.get("법령ID") or head["자치법규ID"]).strip("'")
    for stage, day in enumerate(days):
        own = {
            **head,
            "법령MST": f"8{stage}{number}",
            "공포번호": f"'{7000 + 10 * stage + int(number[-1])}'",
            "제개정구분": "일부개정" if stage else "제정",
        }
        yield own, day, articles(stage)


def _act(stage: int) -> Articles:
    years = "두 해" if stage == 0 else "해"
    duty = "지원하여야 한다" if stage == 2 else "지원할 수 있다"
    support = f"특별시장은 주민의 생활안전을 위하여 필요한 경우 조례로 정하는 바에 따라 안전시설의 설치비를 예산의 범위에서 {duty}."
    bells = "안심벨과 비상조명의 설치 대상, 설치 간격과 점검의 주기는 대통령령으로 정하는 기준에 따라 특별시의 조례로 정한다."
    board = "특별시에 두는 생활안전자문단은 위원장 한 명을 포함하여 아홉 명 이내로 구성하며 그 운영은 조례로 정한다."
    plan = "① 특별시장은 다섯 해마다 생활안전 기본계획을 세워 의회에 보고하여야 한다.\n② 기본계획에는 재원 조달 방안이 들어가야 한다."
    first = [
        (
            "제1조",
            "목적",
            "이 법은 한빛특별시 주민의 생활안전에 필요한 사항을 정함을 목적으로 한다.",
        ),
        (
            "제2조",
            "실태조사",
            f"특별시장은 {years}마다 생활안전 실태를 조사하고 그 결과를 공개하여야 한다.",
        ),
    ]
    if stage == 0:
        return [
            *first,
            ("제3조", "설치비의 지원", support),
            ("제4조", "안심벨", bells),
            ("제5조", "자문단", board),
        ]
    return [
        *first, ("제3조", "기본계획", plan), ("제4조", "설치비의 지원", support),
        ("제5조", "", "삭제 <2024. 7. 1.>"), ("제6조", "안심벨", bells),
    ]  # fmt: skip


def _decree(_: int) -> Articles:
    return [
        ("제1조", "목적", f"이 영은 「{ACT}」에서 위임된 사항을 정함을 목적으로 한다."),
        ("제2조", "안심벨의 기준", "법 제4조에 따른 안심벨의 설치 간격은 50미터 이내로 한다."),
    ]


def _safety(_: int) -> Articles:
    return [
        ("제1조", "목적", f"이 조례는 「{ACT}」 제3조에 따라 {CITY}의 안전시설 설치비 지원에 필요한 사항을 규정함을 목적으로 한다."),
        ("제2조", "실태조사", f"시장은 「{ACT}」 제2조에 따른 실태조사를 할 때 주민의 의견을 들어야 한다."),
        ("제3조", "자문단", f"「{ACT}」 제5조에 따른 자문단은 분기마다 회의를 연다."),
    ]  # fmt: skip


def _bells(_: int) -> Articles:
    return [
        ("제1조", "목적", f"이 조례는 「{ACT}」 제4조에 따라 안심벨의 설치와 운영에 필요한 사항을 규정함을 목적으로 한다."),
        ("제2조", "설치 간격", f"안심벨은 「{DECREE}」 제2조의 간격으로 설치한다."),
    ]  # fmt: skip


def make_pending_bill() -> Paper:
    """의안 that no sitting has decided: it rests on an article that will change."""
    title = f"{SAFETY} 일부개정조례안"
    blocks = (
        Text("의안번호: 제2026-901호"),
        Text(f"발의연월일: {_PROPOSED.isoformat()}"),
        Heading("1. 제안이유"),
        Text(f"「{ACT}」 제4조에 따른 설치비 지원의 대상을 넓히려는 것임."),
        Heading("2. 주요내용"),
        Text("가. 골목길 비상조명을 지원 대상에 더함(안 제1조)."),
        Heading(title),
        Text(f"{SAFETY} 일부를 다음과 같이 개정한다."),
        Text("제1조 중 “설치비 지원”을 “설치비와 운영비 지원”으로 한다."),
        Text("부칙 이 조례는 공포한 날부터 시행한다."),
    )
    fields = {
        "date": _PROPOSED.isoformat(),
        "number": "2026-901",
        "agency": COUNCIL,
        "disclosure": "공개",
    }
    return Paper("demo:bill-2026-901", "bill", title, "docx", fields, blocks)
