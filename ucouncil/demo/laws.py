"""The invented ordinances and statutes, as Markdown with front matter, in three versions each.

An ordinance's last version is what the affair's bill made of it. The statutes are those of
`statutes`: an Act with its decree and its rule, and one that stands alone.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ucouncil.demo.affairs import Affair
from ucouncil.demo.bills import NEW_ARTICLE
from ucouncil.demo.paper import MARK
from ucouncil.demo.parents import parent_laws
from ucouncil.demo.people import CITY
from ucouncil.demo.statutes import STATUTES, Articles

_ENACTED, _AMENDED = date(2015, 3, 2), date(2021, 7, 1)


def write_laws(affairs: tuple[Affair, ...], folder: Path) -> None:
    """Write every version of every law below ``folder``, a file each."""
    folder.mkdir(parents=True, exist_ok=True)
    files = (*_statute_files(), *_parent_files())
    for name, text in (*files, *(one for a in affairs for one in _ordinance_files(a))):
        (folder / name).write_text(text, encoding="utf-8")


def _ordinance_files(affair: Affair) -> Iterator[tuple[str, str]]:
    head = {"제목": affair.ordinance, "법령구분": "조례", "지자체기관명": CITY}
    days = (_ENACTED, _AMENDED, affair.in_force)
    for stage, day in enumerate(days):
        own = {
            **head,
            "자치법규ID": f"'{affair.ordinance_id}'",
            "법령MST": f"9{stage}{affair.index:04d}",
            "공포번호": f"'{1000 * (stage + 1) + affair.index}'",
            "제개정구분": "일부개정" if stage else "제정",
        }
        text = _markdown(own, day, _ordinance(affair, stage), _addenda(days[: stage + 1]))
        yield f"{affair.ordinance_id}-{stage}.md", text


def _ordinance(affair: Affair, stage: int) -> Articles:
    things = [series.name for series in affair.series]
    support = ["시설의 설치와 보수", "자료의 수집과 공개", *(["현장 점검과 교육"] if stage else [])]
    support += ["실태조사와 그 결과의 공개"] if stage == 2 else []
    means = (
        "예산의 범위에서 다음 각 호의 사업을 할 수 있다"
        if stage < 2
        else "다음 각 호의 사업을 하여야 하며, 드는 비용을 예산에 반영하여야 한다"
    )
    items = "\n".join(f"  {number}\\. {item}" for number, item in enumerate(support, 1))
    survey = NEW_ARTICLE.format(name=affair.name, city=CITY).partition("(실태조사) ")[2]
    members = 15 if stage else 11
    return [
        ("제1조", "목적", f"이 조례는 {affair.statute}에 따라 {CITY}의 {affair.name}에 필요한 사항을 규정함을 목적으로 한다."),
        ("제2조", "정의", f"이 조례에서 사용하는 용어의 뜻은 다음과 같다.\n  1\\. \"{things[0]}\"이란 {CITY}가 설치하거나 관리하는 것을 말한다.\n  2\\. \"소관부서\"란 {affair.department}를 말한다."),
        ("제3조", "시장의 책무", f"{CITY}장은 {affair.name}을 위한 시책을 세우고 필요한 재원을 마련하도록 노력하여야 한다."),
        ("제4조", "시행계획", "① 시장은 해마다 시행계획을 세워야 한다.\n② 시행계획에는 재원 조달 방안이 들어가야 한다."),
        ("제5조", "지원사업", f"시장은 {means}.\n{items}"),
        ("제6조", "위원회", f"위원회는 위원장 1명을 포함하여 {members}명 이내의 위원으로 구성한다."),
        *([("제6조의2", "실태조사", survey)] if stage == 2 else []),
        ("제7조", "위탁", "시장은 제5조의 사업을 비영리법인에 위탁할 수 있다."),
        ("제8조", "포상", "시장은 공로가 큰 시민에게 「한빛시 포상 조례」에 따라 포상할 수 있다."),
        ("제9조", "" if stage == 2 else "자문단", "삭제 <2026>" if stage == 2 else "시장은 자문단을 둘 수 있다."),
        ("제10조", "시행규칙", "이 조례의 시행에 필요한 사항은 규칙으로 정한다."),
    ]  # fmt: skip


def _statute_files() -> Iterator[tuple[str, str]]:
    for statute in STATUTES:
        for stage, day in enumerate(statute.days):
            head = {
                "제목": statute.name,
                "법령구분": statute.kind,
                "소관부처": "시연부",
                "법령ID": f"'{statute.id}'",
                "법령MST": f"99{stage}{statute.id[-3:]}",
                "공포번호": f"'{9000 + int(statute.id[-1]) * 10 + stage}'",
            }
            addenda = _addenda(statute.days[: stage + 1])
            text = _markdown(head, day, statute.articles(stage), addenda)
            yield f"{statute.id}-{stage}.md", text


def _parent_files() -> Iterator[tuple[str, str]]:
    for head, day, articles in parent_laws():
        text = _markdown(head, day, articles, _addenda((day,)))
        yield f"parent-{head['법령MST']}.md", text


def _addenda(days: tuple[date, ...]) -> str:
    return "\n\n".join(f"부칙 <{day.isoformat()}>\n\n공포한 날부터 시행한다." for day in days)


def _markdown(head: dict[str, str], day: date, articles: Articles, addenda: str) -> str:
    dates = {"공포일자": day.isoformat(), "시행일자": day.isoformat()}
    lines = "\n".join(f"{key}: {value}" for key, value in {**head, **dates}.items())
    body = "\n\n".join(_article(*article) for article in articles)
    return f"---\n{lines}\n---\n\n# {head['제목']}\n\n{MARK}\n\n{body}\n\n## 부칙\n\n{addenda}\n"


def _article(number: str, title: str, text: str) -> str:
    first = f"##### {number} ({title})" if title else f"##### {number}"
    paragraphs = (
        f"**{line[0]}**{line[1:]}" if line[0] in "①②" else line for line in text.split("\n")
    )
    return f"{first}\n\n" + "\n".join(paragraphs)
