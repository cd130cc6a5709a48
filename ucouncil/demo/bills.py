"""The way of a bill: the bill, its review, the press release, the rule that carries it out."""

from ucouncil.demo.affairs import Affair
from ucouncil.demo.paper import Block, Heading, PageBreak, Paper, Table, Text
from ucouncil.demo.people import CITY, COUNCIL, label
from ucouncil.demo.phrases import day, districts_table, remarks, summary, years_table
from ucouncil.demo.statutes import PAPERS

NEW_ARTICLE = (
    "제6조의2(실태조사) ① 시장은 {name} 시책의 추진을 위하여 2년마다 실태조사를 하여야 한다.\n"
    "② 제1항에 따른 조사의 결과는 {city} 누리집에 공개하고 시의회 소관 상임위원회에 보고하여야 한다."
)


def make_bill(affair: Affair) -> Paper:
    """의안: an amendment of the affair's ordinance, by a member."""
    blocks: tuple[Block, ...] = (
        Text(f"의안번호: 제{affair.number}호"),
        Text(f"발의연월일: {day(affair.proposed)}"),
        Text(f"발의자: {affair.proposer.name} 의원({affair.proposer.district}) 외 9인"),
        Heading("1. 제안이유"),
        Text(f"{affair.problem}. 이에 {affair.statute}의 취지에 따라 실태조사와 지원의 근거를 분명히 하려는 것임."),
        Text(summary(affair)),
        Text(f"현행 「{affair.ordinance}」 제5조는 지원사업을 재량으로 두어 해마다 예산이 달라지고, 「{PAPERS}」 제4조제1항의 기한 안에 자료가 제출되지 아니하는 일도 있었음."),
        Heading("2. 주요내용"),
        Text(f"가. {affair.name} 지원 사업의 범위를 넓힘(안 제5조)."),
        Text("나. 2년마다 실태조사를 하고 그 결과를 공개하도록 함(안 제6조의2 신설)."),
        Text("다. 운영 실적이 없는 자문단 규정을 삭제함(안 제9조)."),
        Heading("3. 참고사항"),
        Text(f"가. 관계 법령: {affair.statute}, 「지방자치법」 제28조"),
        Text(f"나. 예산 조치: 연 {affair.cost:,}백만원(비용추계서 참조)"),
        PageBreak(),
        Heading(affair.bill),
        Text(f"{affair.ordinance} 일부를 다음과 같이 개정한다."),
        *(Text(line) for line in NEW_ARTICLE.format(name=affair.name, city=CITY).split("\n")),
        Text("제9조를 삭제한다."),
        Text("부칙 이 조례는 공포한 날부터 시행한다."),
        Heading("신구조문대비표"),
        Table((("현행", "개정안"), ("제6조의2 (신설)", "제6조의2(실태조사)"), ("제9조(자문단)", "제9조 삭제"))),
    )  # fmt: skip
    fields = {
        **_shared(affair),
        "date": affair.proposed.isoformat(),
        "members": [label(affair.proposer)],
    }
    return Paper(affair.id("bill"), "bill", affair.bill, "hwpx", fields, blocks)


def make_review(affair: Affair) -> Paper:
    """검토보고: the expert's opinion on the bill, with the figures."""
    blocks: tuple[Block, ...] = (
        Text(f"의안번호: 제{affair.number}호"),
        Text(f"{affair.committee} 수석전문위원이 {day(affair.reviewed)} 보고한 검토의견입니다."),
        Heading("1. 개정안의 개요"),
        Text(f"이 개정안은 {affair.proposer.name} 의원({affair.proposer.district})이 발의하여 {day(affair.proposed)} 제출되었습니다."),
        Text(f"{affair.problem}."),
        Heading("2. 현황"),
        Text(summary(affair)),
        years_table(affair),
        PageBreak(),
        Heading("3. 검토의견"),
        *(Text(text) for text in remarks(affair, "review", 4)),
        Text(f"상위 법령인 {affair.statute}와 「지방자치법」 제28조의 범위를 벗어나지 아니하며, 비용 {affair.cost:,}백만원은 기정예산의 조정으로 감당할 수 있는 것으로 보입니다."),
        districts_table(affair),
    )  # fmt: skip
    fields = {
        **_shared(affair),
        "date": affair.reviewed.isoformat(),
        "unit": f"{affair.committee} 전문위원실",
    }
    return Paper(affair.id("review"), "review", f"{affair.bill} 검토보고서", "docx", fields, blocks)


def make_press(affair: Affair) -> Paper:
    """보도자료 on the bill's passage."""
    title = f"{COUNCIL}, 「{affair.ordinance}」 개정… {affair.name} 근거 강화"
    blocks: tuple[Block, ...] = (
        Text(f"배포일자: {day(affair.decided)}"),
        Text(f"{COUNCIL}는 제{affair.session.number}회 {affair.session.kind} 본회의에서 {affair.proposer.name} 의원({affair.proposer.district})이 대표발의한 「{affair.bill}」(의안번호 제{affair.number}호)을 의결했다고 밝혔다."),
        Text(f"{affair.proposer.name} 의원은 “{affair.problem}. 현장의 목소리를 조례에 담았다”고 말했다."),
        Text(summary(affair)),
        *(Text(text) for text in remarks(affair, "press", 3)),
        Text(f"개정된 조례는 {day(affair.in_force)}부터 시행된다. 문의: {COUNCIL} 공보담당관"),
    )  # fmt: skip
    fields = {**_shared(affair), "date": affair.decided.isoformat(), "unit": "공보담당관"}
    form = "html" if affair.index % 2 else "docx"
    return Paper(affair.id("press"), "press", title, form, fields, blocks)


def make_rule(affair: Affair) -> Paper:
    """행정규칙: how the department works under the ordinance."""
    title = f"{CITY} {affair.name} 업무 처리 지침"
    blocks: tuple[Block, ...] = (
        Text(f"시행일자: {day(affair.in_force)}"),
        Text(f"제1조(목적) 이 지침은 「{affair.ordinance}」 제6조의2에 따른 실태조사와 지원 업무의 처리 기준을 정함을 목적으로 한다."),
        Text(f"제2조(담당) {affair.bureau} {affair.department}장이 이 지침의 운영을 맡는다."),
        Text(f"제3조(자료 관리) {', '.join(s.name for s in affair.series)} 자료는 분기마다 동별로 모은다."),
        Text("제4조(보고) 조사 결과는 조사를 마친 날부터 30일 이내에 시장에게 보고한다."),
        Text(f"별표 연간 사업비 배분 기준(총 {affair.cost:,}백만원)"),
        districts_table(affair),
    )  # fmt: skip
    fields = {
        "date": affair.in_force.isoformat(),
        "agency": CITY,
        "unit": affair.department,
        "disclosure": "공개",
    }
    return Paper(
        affair.id("rule"), "rule", title, "html" if affair.index % 3 else "pdf", fields, blocks
    )


def _shared(affair: Affair) -> dict[str, object]:
    return {
        "number": affair.number,
        "session": affair.session.number,
        "committee": affair.committee,
        "agency": COUNCIL,
        "disclosure": "공개",
    }
