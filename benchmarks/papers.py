"""Papers to measure with: generated ones, or a JSONL with ``id``, ``title``, ``text``, ``date``."""

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from records.model import Document, Kind, Passage, Visibility

KINDS = (Kind.BILL, Kind.REQUEST, Kind.AUDIT, Kind.AUDIT, Kind.AUDIT, Kind.MINUTES, Kind.PRESS)
PLACES = """
강북 강서 강남 강동 노원 도봉 마포 서대문 종로 중랑 성북 동대문 성동 광진 송파 서초 관악 동작 구로
금천 양천 영등포 용산 은평 한강 청계천 중랑천 안양천 탄천 남산 북한산 여의도 상암 마곡 잠실
""".split()  # noqa: SIM905
THINGS = """
도로 하천 공원 주택 교량 터널 지하철 버스 택시 자전거 보도 가로수 상수도 하수도 정수장 쓰레기 소각장
어린이집 유치원 학교 도서관 박물관 미술관 체육관 경로당 보건소 병원 시장 상점가 주차장 청사 복지관
임대아파트 재개발 재건축 문화재 광장 놀이터 소방서 재난 지진 홍수 미세먼지 소음 온실가스 태양광
예산 결산 기금 지방세 세외수입 보조금 위탁 용역 계약 입찰 출연금 채무 재산 물품 인사 정원 조직 감사
조례 규칙 의안 청원 진정 회의록 의사일정 위원회 의장단 의원 회기 본회의 공청회 토론회 간담회
청년 노인 장애인 여성 아동 다문화가족 저소득층 한부모가정 소상공인 전통시장 사회적기업 자원봉사자
""".split()  # noqa: SIM905
ACTS = """
관리 운영 지원 설치 정비 개선 확충 조사 점검 평가 감독 위탁 매각 취득 임대 보수 철거 신설 폐지 통합
이전 홍보 교육 육성 보호 보전 활성화 효율화 민영화 투명성 안전성 형평성 실효성 타당성 적정성
""".split()  # noqa: SIM905
PAPERS = "현황 계획 보고 실적 결과 내역 대책 방안 기준 명세 추진상황 조치결과 개정안 제정안".split()  # noqa: SIM905
SENTENCES = (
    "{place} {thing} {act}에 관하여 {thing2}의 {act2} 현황을 다음과 같이 보고합니다.",
    "{thing} {act} 사업은 {year}년부터 {place} 일대에서 추진되었으며 {number}억원이 집행되었다.",
    "위원들은 {thing2} {act2}의 {act}을 지적하고 시정을 요구하였다.",
    "제{article}조제{item}항에 따라 {thing}의 {act} 기준을 {thing2}까지 확대하여야 한다.",
    "{place}의 {thing} {number}개소 중 {item}개소는 {act2} 대상에서 제외되었습니다.",
    "의원께서 질의하신 {thing} {act} 건은 {year}년 {item}월에 조치를 마쳤음을 답변드립니다.",
    "{act2} 실적이 저조한 {place} {thing2}에 대하여는 {act} 대책을 마련하겠습니다.",
)


def generated(count: int) -> Iterator[Document]:
    """``count`` papers of a synthetic council; the same ones each time.

    Words are drawn by a power law, as in real text. A paper has 2 to 60 sentences.
    """
    chance = random.Random(2009)
    for number in range(count):
        first = _words(chance)
        title = f"{first['place']} {first['thing']} {first['act']} {chance.choice(PAPERS)}"
        length = min(int(chance.paretovariate(0.9)) + 1, 60)
        lines = [chance.choice(SENTENCES).format(**_words(chance)) for _ in range(length)]
        day = date(2005, 1, 1) + timedelta(days=chance.randrange(2000))
        yield _paper(f"bench:{number:07d}", title, "\n".join(lines), day, chance.choice(KINDS))


def from_file(path: Path, count: int | None) -> Iterator[Document]:
    """The first ``count`` papers of a JSONL."""
    with path.open(encoding="utf-8") as lines:
        for line in islice(lines, count):
            row = json.loads(line)
            day = date.fromisoformat(row["date"]) if row.get("date") else None
            kind = Kind(row.get("kind", "other"))
            yield _paper(str(row["id"]), row["title"], row["text"], day, kind)


def questions(papers: list[Document], count: int) -> list[str]:
    """One to three neighbouring words out of titles, as people would type them."""
    chance = random.Random(41)
    made = []
    for _ in range(count):
        words = chance.choice(papers).title.split()
        start, size = chance.randrange(len(words)), chance.randint(1, 3)
        made.append(" ".join(words[start : start + size]))
    return made


def _words(chance: random.Random) -> dict[str, object]:
    return {
        "place": _common(chance, PLACES),
        "thing": _common(chance, THINGS),
        "thing2": _common(chance, THINGS),
        "act": _common(chance, ACTS),
        "act2": _common(chance, ACTS),
        "year": chance.randint(2003, 2009),
        "number": chance.randint(2, 9000),
        "article": chance.randint(1, 120),
        "item": chance.randint(1, 9),
    }


def _common(chance: random.Random, words: list[str]) -> str:
    """One of the words; those at the front far more often."""
    return words[min(int(chance.paretovariate(0.5)) - 1, len(words) - 1) % len(words)]


def _paper(name: str, title: str, text: str, day: date | None, kind: Kind) -> Document:
    return Document(
        id=name, kind=kind, title=title, date=day, visibility=Visibility.PUBLIC,
        passages=(Passage(0, text),), revision=1,
    )  # fmt: skip
