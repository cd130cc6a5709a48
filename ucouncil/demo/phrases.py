"""Sentences and tables that several papers share."""

import random
from datetime import date

from ucouncil.demo.affairs import SEED, YEARS, Affair
from ucouncil.demo.paper import Table
from ucouncil.demo.people import DISTRICTS

_REMARKS = (
    "{dong}은 {name} 관련 수치가 시 평균보다 낮아 우선 보완이 필요합니다.",
    "{dong} 주민간담회에서는 사업의 순서를 미리 알려 달라는 의견이 많았습니다.",
    "현장 확인 결과 {dong}의 {thing} 관리 대장이 실제와 맞지 않는 사례가 있었습니다.",
    "{department}은 {dong}부터 시범으로 시행한 뒤 결과를 평가하여 넓히기로 하였습니다.",
    "{thing}의 유지보수 계약이 해마다 따로 맺어져 비용 비교가 어렵다는 지적이 있었습니다.",
    "{statute}에서 정한 책무를 다하려면 전담 인력의 보강이 먼저라는 의견이 나왔습니다.",
    "이웃한 도시의 사례를 살펴본 결과, {thing} 자료를 분기마다 공개하는 것이 효과가 컸습니다.",
    "{dong}과 이웃 동의 경계 구간은 관리 주체가 나뉘어 {name} 업무가 늦어졌습니다.",
    "예산 {cost}백만원 가운데 {dong} 몫은 현장 여건에 따라 다시 나누기로 하였습니다.",
    "시민 제안 가운데 {thing} 위치를 지도에서 보게 해 달라는 요구를 받아들이기로 하였습니다.",
)


def day(value: date) -> str:
    """``2026. 2. 3.``, as papers write it."""
    return f"{value.year}. {value.month}. {value.day}."


def remarks(affair: Affair, salt: str, count: int) -> list[str]:
    """``count`` sentences on the affair, others for another ``salt``, always the same."""
    rng = random.Random(f"{SEED}/{affair.index}/{salt}")  # noqa: S311
    return [
        template.format(
            dong=rng.choice(DISTRICTS),
            thing=rng.choice(affair.series).name,
            name=affair.name,
            department=affair.department,
            statute=affair.statute,
            cost=f"{affair.cost:,}",
        )
        for template in rng.sample(_REMARKS, count)
    ]


def years_table(affair: Affair) -> Table:
    """The affair's figures by year."""
    head = ("구분", "단위", *(f"{year}년" for year in YEARS))
    rows = ((s.name, s.unit, *(f"{value:,}" for value in s.values)) for s in affair.series)
    return Table((head, *rows))


def districts_table(affair: Affair) -> Table:
    """The last year's figures by district, with their sum."""
    head = ("동", *(f"{s.name}({s.unit})" for s in affair.series))
    rows = [
        (name, *(f"{s.districts[index]:,}" for s in affair.series))
        for index, name in enumerate(DISTRICTS)
    ]
    return Table((head, *rows, ("합계", *(f"{sum(s.districts):,}" for s in affair.series))))


def summary(affair: Affair) -> str:
    """The figures in a sentence."""
    facts = (f"{s.name} {s.last}({YEARS[0]}년보다 {s.change})" for s in affair.series)
    return f"{YEARS[-1]}년 말 현황은 {', '.join(facts)}입니다."
