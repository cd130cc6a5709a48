"""Money and study: budget tables, research papers, work reports."""

from datetime import date, timedelta

from ucouncil.demo.affairs import YEARS, Affair
from ucouncil.demo.paper import Block, Heading, PageBreak, Paper, Table, Text
from ucouncil.demo.people import CITY, DISTRICTS
from ucouncil.demo.phrases import day, districts_table, remarks, summary, years_table


def make_budget(affair: Affair) -> Paper:
    """예산·결산: what the affair costs, by item and by district."""
    parts = (("시설비", 55), ("운영비", 30), ("조사연구비", 15))
    items = [(name, f"{affair.cost * share // 100:,}") for name, share in parts]
    each = affair.cost // len(DISTRICTS)
    blocks: tuple[Block, ...] = (
        Text(f"단위: 백만원, 소관: {affair.bureau} {affair.department}"),
        Table((("과목", "2026년 예산액"), *items, ("합계", f"{affair.cost:,}"))),
        Text(f"근거: 「{affair.ordinance}」 제5조, 「지방재정법」 제36조"),
        PageBreak(),
        Table((("동", "배정액"), *((name, f"{each:,}") for name in DISTRICTS))),
        years_table(affair),
    )
    fields = {
        "date": "2026-01-02",
        "agency": affair.department,
        "committee": affair.committee,
        "visibility": "council",
    }
    title = f"2026년도 {affair.name} 사업 예산서"
    return Paper(affair.id("budget"), "budget", title, "xlsx", fields, blocks)


def make_research(affair: Affair) -> Paper:
    """용역·정책연구: several pages with figures."""
    blocks: tuple[Block, ...] = (
        Heading("제1장 연구의 배경"),
        Text(f"{affair.problem}. 이 연구는 {affair.statute}에 따른 시의 책무를 살피고 대안을 찾고자 하였다."),
        Heading("제2장 현황 분석"),
        Text(summary(affair)),
        years_table(affair),
        PageBreak(),
        Heading("제3장 동별 비교"),
        districts_table(affair),
        *(Text(text) for text in remarks(affair, "research", 6)),
        PageBreak(),
        Heading("제4장 정책 제언"),
        Text(f"첫째, 「{affair.ordinance}」에 실태조사의 근거를 둘 필요가 있다. 둘째, {affair.series[0].name} 자료를 공개하여야 한다."),
        *(Text(text) for text in remarks(affair, "proposal", 3)),
    )  # fmt: skip
    published = affair.proposed - timedelta(days=60)
    fields = {"date": published.isoformat(), "unit": f"{CITY}정책연구원", "visibility": "public"}
    title = f"{CITY} {affair.name} 실태와 개선방안 연구"
    return Paper(affair.id("research"), "research", title, "pdf", fields, blocks)


def make_report(affair: Affair) -> Paper:
    """보고서: the department's half-year report to the committee."""
    written = date(2026, 7, 15)
    blocks: tuple[Block, ...] = (
        Text(f"작성일자: {day(written)}"),
        Heading("추진 개요"),
        Text(f"사업명: {affair.name}, 사업비: {affair.cost:,}백만원, 담당: {affair.department}"),
        Heading("추진 실적"),
        Text(summary(affair)),
        years_table(affair),
        Heading("문제점과 하반기 계획"),
        *(Text(text) for text in remarks(affair, "report", 5)),
        Text(f"{YEARS[-1] + 1}년 하반기에는 {affair.series[-1].name} 지표를 중심으로 점검합니다."),
    )
    fields = {"date": written.isoformat(), "agency": affair.department, "visibility": "staff"}
    title = f"{affair.name} 상반기 업무보고"
    form = "hwpx" if affair.index % 2 else "html"
    return Paper(affair.id("report"), "report", title, form, fields, blocks)
