"""What the council asks of the city: data requests, audits, questions; and what the city says."""

from datetime import date, timedelta
from typing import Any

from records.model import DataRequest, RequestStatus
from ucouncil.demo.affairs import Affair
from ucouncil.demo.paper import Block, Heading, PageBreak, Paper, Text
from ucouncil.demo.people import CITY, COUNCIL, label
from ucouncil.demo.phrases import day, districts_table, remarks, summary, years_table
from ucouncil.demo.statutes import PAPERS

_AUDIT_DAY = date(2026, 11, 10)
_STATUSES = (RequestStatus.RELEASED, RequestStatus.ANSWERED, RequestStatus.ASKED)


def make_data_request(affair: Affair) -> DataRequest:
    """Who asks whom for what, and where it stands."""
    asked = affair.proposed - timedelta(days=20)
    status = _STATUSES[affair.index % len(_STATUSES)]
    answered = None if status is RequestStatus.ASKED else asked + timedelta(days=8)
    due = asked + timedelta(days=10)
    return DataRequest(
        affair.id("request"), affair.requester.id, affair.department, asked, due, answered, status
    )


def make_request(affair: Affair) -> Paper:
    """의원요구자료: the demand and, once answered, the answer with its tables."""
    request = make_data_request(affair)
    title = f"{affair.name} 추진현황 요구자료"
    answer: tuple[Block, ...] = (
        Heading("제출 내용"),
        Text(summary(affair)),
        years_table(affair),
        PageBreak(),
        Heading("동별 세부현황"),
        districts_table(affair),
        *(Text(text) for text in remarks(affair, "request", 3)),
    )
    blocks: tuple[Block, ...] = (
        Text(f"요구의원: {affair.requester.name} 의원({affair.requester.district})"),
        Text(f"요구일: {day(request.asked)}, 제출기한: {day(request.due)}"),
        Text(f"소관부서: {affair.bureau} {affair.department}"),
        Text(f"요구내용: 최근 3년간 {', '.join(s.name for s in affair.series)} 현황과 동별 내역"),
        Text(f"근거: 「지방자치법」 제48조, 「{PAPERS}」 제3조제1항"),
        *(answer if request.answered else (Text("답변 준비 중입니다."),)),
    )
    fields: dict[str, Any] = {
        "date": request.asked.isoformat(),
        "members": [label(affair.requester)],
        "committee": affair.committee,
        "agency": affair.department,
        "visibility": "public" if request.status is RequestStatus.RELEASED else "named",
        "readers": [f"member:{affair.requester.id}"],
    }
    form = ("hwpx", "xlsx", "docx")[affair.index % 3]
    return Paper(affair.id("request"), "request", title, form, fields, blocks)


def make_audit(affair: Affair) -> Paper:
    """행정사무감사자료: the department's report and the points raised."""
    title = f"2026년도 행정사무감사자료 - {affair.name}"
    blocks: tuple[Block, ...] = (
        Text(f"감사일: {day(_AUDIT_DAY)}, 감사위원회: {affair.committee}, 수감부서: {affair.department}"),
        Text("근거: 「지방자치법」 제49조, 같은 법 시행령 제41조"),
        Heading("1. 주요업무 추진실적"),
        Text(summary(affair)),
        years_table(affair),
        PageBreak(),
        Heading("2. 지적사항과 처리계획"),
        Text(f"{affair.proposer.name} 위원({affair.proposer.district}): 의안번호 제{affair.number}호로 개정된 「{affair.ordinance}」 제6조의2의 실태조사가 언제 시작되는지 물음."),
        Text(f"답변: {day(affair.in_force)} 시행에 맞추어 용역을 시작하며, 사업비는 {affair.cost:,}백만원임."),
        *(Text(text) for text in remarks(affair, "audit", 5)),
        PageBreak(),
        Heading("3. 동별 현황"),
        districts_table(affair),
    )  # fmt: skip
    fields = {
        "date": _AUDIT_DAY.isoformat(),
        "session": 305,
        "committee": affair.committee,
        "agency": affair.department,
        "members": [label(affair.proposer)],
        "visibility": "council",
    }
    return Paper(affair.id("audit"), "audit", title, "pdf", fields, blocks)


def make_question(affair: Affair) -> Paper:
    """시정질문·답변, after the bill was passed."""
    asked = affair.decided + timedelta(days=1)
    title = f"{affair.name}에 관한 시정질문과 답변"
    blocks: tuple[Block, ...] = (
        Text(f"질문의원: {affair.requester.name} 의원({affair.requester.district})"),
        Heading("질문"),
        Text(f"{affair.problem}. 「{affair.bill}」(의안번호 제{affair.number}호)이 의결되었는데 후속 조치는 무엇입니까?"),
        Text(f"{affair.series[0].name} {affair.series[0].last}의 동별 편차를 줄일 대책은 무엇입니까?"),
        Heading("답변"),
        Text(f"{CITY}장이 답변드립니다. {summary(affair)}"),
        *(Text(text) for text in remarks(affair, "question", 4)),
        years_table(affair),
    )  # fmt: skip
    fields = {
        "date": asked.isoformat(),
        "session": affair.session.number,
        "members": [label(affair.requester)],
        "agency": COUNCIL,
        "disclosure": "공개",
    }
    form = "docx" if affair.index % 2 else "hwpx"
    return Paper(affair.id("question"), "question", title, form, fields, blocks)


def make_other(affair: Affair) -> Paper:
    """기타: the letter that sends the decided bill to the mayor."""
    blocks: tuple[Block, ...] = (
        Text(f"수신: {CITY}장"),
        Text(f"제목: 「{affair.bill}」 이송"),
        Text(f"1. 제{affair.session.number}회 {affair.session.kind}에서 의결된 의안(의안번호 제{affair.number}호)을 「지방자치법」 제32조제1항에 따라 이송합니다."),
        Text(f"2. 공포한 뒤 그 결과를 {affair.committee}에 알려 주시기 바랍니다. 시행 예정일은 {day(affair.in_force)}입니다."),
    )  # fmt: skip
    fields = {"date": affair.decided.isoformat(), "agency": COUNCIL, "unit": "의사과"}
    title = f"「{affair.bill}」 이송 공문"
    return Paper(affair.id("other"), "other", title, "html", fields, blocks)
