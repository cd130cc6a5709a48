"""Small synthetic statutes for the replay server: they state no law of any country."""

from datetime import date

from records.model import Article, Version

PARKING = "가상 주차장 운영에 관한 법률"

_FIRST = (
    Article("제1조", "목적", "제1조(목적) 이 법은 가상의 주차장 운영을 정한다.", "제1장 총칙"),
    Article(
        "제2조",
        "정의",
        "제2조(정의) 이 법에서 사용하는 용어의 뜻은 다음과 같다.\n"
        "1. “주차장”이란 다음 각 목의 것을 말한다.\n"
        "가. 길 위에 둔 것\n"
        "나. 건물 안에 둔 것\n"
        "2. “운영자”란 시장이 정한 사람을 말한다.\n"
        "[전문개정 2020.1.7]",
        "제1장 총칙",
    ),
    Article(
        "제3조",
        "요금",
        "제3조(요금)\n① 요금은 조례로 정한다.\n② 시장은 다음 각 호의 사람의 요금을 줄일 수 있다.\n"
        "1. 아이와 함께 온 사람\n2. 전기차를 탄 사람\n③ 삭제 <2021.3.2>",
        "제2장 운영 > 제1절 요금",
    ),
    Article(
        "제5조의2",
        "과태료",
        "제5조의2(과태료) 과태료는 10만원으로 한다.",
        "제2장 운영 > 제2절 벌칙",
    ),
)


def _later(text: str) -> tuple[Article, ...]:
    return (*_FIRST[:3], Article("제5조의2", "과태료", text, "제2장 운영 > 제2절 벌칙"))


def version(
    mst: str,
    effective: date,
    status: str,
    articles: tuple[Article, ...] = _FIRST,
    **changes: object,
) -> Version:
    """One version of the parking law, or with ``changes`` of another one."""
    values: dict[str, object] = {
        "law_id": "900001",
        "mst": mst,
        "effective": effective,
        "name": PARKING,
        "kind": "법률",
        "promulgated": date(2020, 1, 7),
        "number": "16900",
        "ministry": "국토교통부",
        "abbreviation": "가상주차장법",
        "revision_kind": "일부개정",
        "status": status,
        "reason": "◇ 개정이유\n  가상의 주차장을 더 낫게 하려는 것임.",
        "articles": articles,
        "addenda": "부칙 <제16900호,2020.1.7>\n이 법은 공포한 날부터 시행한다.",
        "outline": ((0, "제1장 총칙"), (2, "제2장 운영"), (2, "제1절 요금"), (3, "제2절 벌칙")),
        "annexes": "[별표 1] 요금표\n낮 1,000원\n밤 500원",
    }
    values["source_url"] = (
        f"https://www.law.go.kr/LSW/lsInfoP.do?lsiSeq={mst}&efYd={effective:%Y%m%d}"
    )
    return Version(**(values | changes))  # type: ignore[arg-type]


STAGED = (
    version("100001", date(2020, 1, 7), "연혁", revision_kind="제정"),
    version(
        "100002",
        date(2024, 3, 26),
        "연혁",
        _later("제5조의2(과태료) 과태료는 20만원으로 한다."),
        promulgated=date(2024, 3, 26),
        number="20400",
    ),
    version(
        "100002",
        date(2024, 6, 27),
        "연혁",
        _later("제5조의2(과태료) 과태료는 25만원으로 한다."),
        promulgated=date(2024, 3, 26),
        number="20400",
    ),
    version(
        "100002",
        date(2024, 7, 19),
        "현행",
        _later("제5조의2(과태료) 과태료는 30만원으로 한다."),
        promulgated=date(2024, 3, 26),
        number="20400",
    ),
)
"""One law: enacted in 2020, amended once in 2024 with three effective dates."""

DECREE = (
    version(
        "100010",
        date(2021, 5, 1),
        "현행",
        law_id="900002",
        name=f"{PARKING} 시행령",
        abbreviation="가상주차장법 시행령",
        kind="대통령령",
        promulgated=date(2021, 4, 20),
        number="31600",
    ),
)
"""Its decree, whose name contains the law's."""
