"""Sittings and their minutes: a committee's on each bill, the plenary's on all of a session."""

from collections.abc import Iterable, Sequence

from records.model import Meeting, Session
from ucouncil.demo.affairs import Affair
from ucouncil.demo.paper import Heading, Paper, Text
from ucouncil.demo.people import COUNCIL, label
from ucouncil.demo.phrases import day, remarks, summary


def make_committee_minutes(affair: Affair) -> Paper:
    """회의록 of the committee's sitting on the affair's bill, speech by speech."""
    session, remark = affair.session, remarks(affair, "minutes", 5)
    chair, proposer, asker = affair.chair.name, affair.proposer.name, affair.requester.name
    speeches = (
        (f"위원장 {chair}", f"성원이 되었으므로 제{session.number}회 {session.kind} {affair.committee} 제1차 회의를 개의하겠습니다. 의사일정 제1항 {affair.bill}(의안번호 제{affair.number}호)을 상정합니다. 발의하신 의원께서는 제안설명하여 주시기 바랍니다."),
        (f"{proposer} 의원", f"{affair.proposer.district} 출신 {proposer} 의원입니다. {affair.problem}. 그래서 제6조의2를 신설하여 2년마다 실태조사를 하도록 하였습니다."),
        ("수석전문위원 백두솔", f"검토보고드립니다. {affair.statute}의 위임 범위 안에 있으며 비용은 {affair.cost:,}백만원입니다. {remark[0]}"),
        (f"{asker} 위원", f"{affair.requester.district} 출신 {asker} 위원입니다. 요구자료를 보면 {affair.series[0].name}이 {affair.series[0].last}인데 동별 차이가 너무 큽니다. 대책이 있습니까?"),
        (f"{affair.bureau.removesuffix('국')}국장 나도담" if affair.bureau.endswith("국") else "실장 나도담", f"답변드리겠습니다. {summary(affair)} {remark[1]} {remark[2]}"),
        (f"{asker} 위원", f"{remark[3]} 자료를 다음 회의 전까지 내 주시기 바랍니다."),
        (f"위원장 {chair}", f"더 질의하실 위원이 안 계시므로 질의를 마치겠습니다. {remark[4]} 의사일정 제1항은 원안대로 가결되었음을 선포합니다. 산회를 선포합니다."),
    )  # fmt: skip
    title = f"제{session.number}회 {COUNCIL} {affair.committee} 제1차 회의록"
    fields = {
        "date": affair.reviewed.isoformat(),
        "session": session.number,
        "committee": affair.committee,
        "agency": COUNCIL,
        "members": sorted({label(one) for one in (affair.chair, affair.proposer, affair.requester)}),
        "disclosure": "공개",
    }  # fmt: skip
    return Paper(
        affair.id("minutes"),
        "minutes",
        title,
        "html",
        fields,
        _blocks(
            f"일시: {day(affair.reviewed)} 10시, 장소: {affair.committee} 회의실",
            [affair],
            speeches,
        ),
    )


def make_plenary_minutes(session: Session, affairs: tuple[Affair, ...]) -> Paper:
    """회의록 of the session's last plenary, where every bill is decided."""
    speeches = [("의장 문빛나", f"제{session.number}회 {session.kind} 제2차 본회의를 개의하겠습니다. 상정된 안건은 모두 {len(affairs)}건입니다.")]  # fmt: skip
    for number, affair in enumerate(affairs, 1):
        speeches += [
            (f"{affair.chair.name} 의원", f"{affair.committee} 위원장 {affair.chair.name} 의원입니다. 의사일정 제{number}항 {affair.bill}(의안번호 제{affair.number}호)은 {day(affair.reviewed)} 우리 위원회에서 원안대로 가결하였습니다. {remarks(affair, 'plenary', 1)[0]}"),
            ("의장 문빛나", f"의사일정 제{number}항 {affair.bill}에 이의가 없으므로 가결되었음을 선포합니다."),
        ]  # fmt: skip
    fields = {
        "date": session.last.isoformat(),
        "session": session.number,
        "agency": COUNCIL,
        "members": sorted({label(affair.chair) for affair in affairs}),
        "disclosure": "공개",
    }
    title = f"제{session.number}회 {COUNCIL} 본회의 제2차 회의록"
    place = f"일시: {day(session.last)} 14시, 장소: 본회의장"
    return Paper(
        plenary_id(session), "minutes", title, "html", fields, _blocks(place, affairs, speeches)
    )


def make_meetings(session: Session, affairs: tuple[Affair, ...]) -> tuple[Meeting, ...]:
    """The session's sittings; an agenda names the bill, its review and the minutes."""
    committees = (
        Meeting(
            f"demo:meeting-{affair.number}",
            session.number,
            affair.committee,
            affair.reviewed,
            (affair.id("bill"), affair.id("review"), affair.id("minutes")),
        )
        for affair in affairs
    )
    agenda = (*(affair.id("bill") for affair in affairs), plenary_id(session))
    plenary = Meeting(
        f"demo:plenary-{session.number}", session.number, "본회의", session.last, agenda
    )
    return (*committees, plenary)


def plenary_id(session: Session) -> str:
    return f"demo:minutes-plenary-{session.number}"


def _blocks(
    place: str, affairs: Sequence[Affair], speeches: Iterable[tuple[str, str]]
) -> tuple[Heading | Text, ...]:
    agenda = [Text(f"{n}. {a.bill}({a.proposer.name} 의원 발의)") for n, a in enumerate(affairs, 1)]
    said = [Text(f"○{who}  {what}", speaker=True) for who, what in speeches]
    return (Text(place), Heading("의사일정"), *agenda, Heading("회의내용"), *said)
