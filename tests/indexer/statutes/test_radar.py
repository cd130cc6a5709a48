"""The radar on records: what changed after it was cited, what to repair, and what is left out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.statutes.changes import ChangeKind
from indexer.statutes.graph import Graph
from indexer.statutes.markdown import read_markdown
from indexer.statutes.radar.fate import History
from indexer.statutes.radar.model import Problem, Role
from indexer.statutes.radar.watch import Radar
from records.model import (
    Article,
    Document,
    Kind,
    Meeting,
    Passage,
    Relation,
    RelationKind,
    Statute,
    Version,
)
from records.store import Records

FIRST, SECOND, THIRD, COMING = (
    date(2009, 1, 1),
    date(2015, 1, 1),
    date(2022, 1, 13),
    date(2999, 1, 1),
)
PURPOSE = "이 법은 의회의 조직과 운영을 정한다"
AUDIT = "의회는 매년 한 차례 소관 사무를 감사하고 그 결과를 본회의에서 의결하여 시장에게 보낸다"
FEES = "수수료는 백원으로 하고 증지로 받으며 남은 돈은 돌려주지 아니한다"
SEATS = "정수는 열다섯으로 하되 인구의 변동에 따라 조례로 늘리거나 줄일 수 있다"


def law(
    law_id: str, name: str, day: date, *articles: tuple[str, str], kind: str = "법률", **fields: str
) -> Version:
    made = tuple(Article(key, None, f"{key} {text}") for key, text in articles)
    return Version(law_id, f"{law_id}{day:%y}", day, name, kind, articles=made, **fields)  # type: ignore[arg-type]


OLD = law("000001", "의회법", FIRST, ("제1조", PURPOSE), ("제2조", AUDIT), ("제3조", FEES), ("제4조", SEATS))  # fmt: skip
NEW = law("000001", "의회법", THIRD, ("제1조", PURPOSE), ("제2조", SEATS + " 또한"), ("제3조", FEES.replace("백", "천")), ("제9조", AUDIT))  # fmt: skip
NEXT = law("000001", "의회법", COMING, ("제1조", PURPOSE + "."), ("제2조", SEATS + " 또한"), ("제3조", FEES.replace("백", "천")), ("제9조", AUDIT))  # fmt: skip
ORDINANCE = law(
    "000007",
    "한빛시 의회 조례",
    SECOND,
    ("제1조", "이 조례는 「의회법」 제2조에 따른 감사를 정한다"),
    ("제2조", "「의회법」 제3조의 수수료와 같은 법 제4조의 정수"),
    kind="조례",
)
UPDATED = law("000008", "한빛시 수수료 조례", THIRD, ("제1조", "「의회법」 제3조"), kind="조례")


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    with Records.create(f"sqlite:///{tmp_path}/r.db", str(tmp_path / "originals")) as opened:
        opened.put_versions([OLD, NEW, NEXT])
        opened.put_versions([ORDINANCE, UPDATED], ordinance=True)
        yield opened


def bill(name: str, text: str, day: date = SECOND) -> Document:
    return Document(f"seoul:{name}", Kind.BILL, name, date=day, passages=(Passage(0, text),))


def radar(records: Records) -> Radar:
    Graph(records).update()
    return Radar(records)


def test_what_changed_after_it_was_cited_is_told(records: Records) -> None:
    found = [
        (one.article, one.now, one.kind, one.since, one.place.document, one.place.article, one.place.role)
        for one in radar(records).alerts("law:000001")
    ]  # fmt: skip
    assert found == [
        ("제2조", "제9조", ChangeKind.RENUMBERED, THIRD, "ordin:000007", "제1조", Role.DELEGATED),
        ("제3조", "제3조", ChangeKind.CHANGED, THIRD, "ordin:000007", "제2조", Role.CITES),
        ("제4조", "제2조", ChangeKind.RENUMBERED, THIRD, "ordin:000007", "제2조", Role.CITES),
    ]


def test_the_texts_before_and_after_and_the_words_that_cite_are_given(records: Records) -> None:
    fees = radar(records).alerts()[1]
    assert (fees.before, fees.after) == (f"제3조 {FEES}", f"제3조 {FEES.replace('백', '천')}")
    place = fees.place
    text = ORDINANCE.articles[1].text
    assert text[place.start : place.end] == place.text == "「의회법」 제3조"
    assert (place.since, place.title) == (SECOND, "한빛시 의회 조례")


def test_only_changes_since_a_day_are_told(records: Records) -> None:
    found = radar(records)
    assert found.alerts(since=date(2022, 1, 14)) == []
    assert len(found.alerts(since=THIRD)) == 3


def test_a_change_to_come_is_told_beforehand(records: Records) -> None:
    text = ("제1조", "「의회법」 제1조에 따른다")
    records.put_versions([law("000009", "한빛시 조례", THIRD, text, kind="조례")], ordinance=True)
    (one,) = radar(records).alerts(since=date(2900, 1, 1))
    assert (one.article, one.since, one.kind) == ("제1조", COMING, ChangeKind.CHANGED)
    assert not [r for r in Radar(records).repairs() if r.place.document == "ordin:000009"]


def test_repairs_say_the_new_number_and_by_what(records: Records) -> None:
    found = {one.article: one for one in radar(records).repairs()}
    assert set(found) == {"제2조", "제4조"}
    audit = found["제2조"]
    assert (audit.problem, audit.proposed, audit.since) == (Problem.RENUMBERED, "제9조", THIRD)
    assert audit.evidence == "2022-01-13 시행판에서 제2조 → 제9조"
    assert audit.before == f"제2조 {AUDIT}"


def test_an_article_that_was_deleted_or_never_was(records: Records) -> None:
    stub = law("000002", "기금법", FIRST, ("제1조", PURPOSE), ("제5조", "삭제 <2008. 3. 1.>"))
    moved = law("000003", "공원법", FIRST, ("제7조", f"{FEES} [제6조에서 이동 <2011. 5. 2.>]"))
    text = "「기금법」 제5조와 「기금법」 제77조 및 「공원법」 제6조에 따른다"
    records.put_versions([stub, moved])
    records.put_versions([law("000009", "한빛시 조례", SECOND, ("제1조", text))], ordinance=True)
    found = [
        (one.name, one.article, one.problem, one.proposed, one.since)
        for one in radar(records).repairs()
        if one.place.document == "ordin:000009"
    ]
    assert found == [
        ("공원법", "제6조", Problem.RENUMBERED, "제7조", date(2011, 5, 2)),
        ("기금법", "제5조", Problem.DELETED, None, date(2008, 3, 1)),
        ("기금법", "제77조", Problem.ABSENT, None, None),
    ]


def test_a_repealed_law_is_to_be_replaced(records: Records) -> None:
    first = law("000002", "옛법", FIRST, ("제5조", AUDIT))
    ended = law("000002", "옛법", SECOND, ("제5조", AUDIT), revision_kind="폐지")
    text = ("제1조", "「옛법」 제5조에 따른다")
    records.put_versions([first, ended])
    citing = law("000009", "한빛시 조례", date(2010, 1, 1), text, kind="조례")
    records.put_versions([citing], ordinance=True)
    found = [one for one in radar(records).repairs() if one.name == "옛법"]
    assert [(one.article, one.problem, one.since) for one in found] == [
        ("제5조", Problem.REPEALED, SECOND)
    ]


def test_pending_bills_are_watched_and_decided_ones_are_not(records: Records) -> None:
    text = "「의회법」 제2조에 따라"
    records.put(
        [
            bill("계류", text),
            bill("끝남", f"{text}\n처리결과: 원안가결"),
            bill("의결", text),
            bill("뒤에", "「의회법」 제9조", date(2023, 1, 1)),
            replace(bill("보고", text), kind=Kind.REPORT),
        ]
    )
    records.put_meetings([Meeting("m1", 1, "본회의", date(2016, 1, 1), ("seoul:의결",))])
    found = [one.place for one in radar(records).alerts() if one.place.kind is Kind.BILL]
    assert [(one.document, one.text) for one in found] == [("seoul:계류", "「의회법」 제2조")]


def test_a_delegation_that_only_the_source_tells_of_is_watched(records: Records) -> None:
    records.put_relations([Relation("law:000001#제3조", RelationKind.DELEGATES, "ordin:000007")])
    found = [one.place for one in radar(records).alerts() if one.place.article is None]
    assert [(one.document, one.role, one.text) for one in found] == [
        ("ordin:000007", Role.DELEGATED, "")
    ]


def test_the_local_autonomy_act_of_2022_moved_its_articles(samples: Path) -> None:
    folder = samples / "law-history" / "지방자치법" / "법률"
    versions = [read_markdown(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.md"))]
    own = [one for one in versions if one.law_id == versions[-1].law_id]
    history = History(Statute(own[0].law_id, "지방자치법", "법률", tuple(own)))
    day = date(2009, 2, 24)
    moves = {key: history.steps(key, day)[-1].now for key in ("제22조", "제41조", "제9조")}
    assert moves == {"제22조": "제28조", "제41조": "제49조", "제9조": "제13조"}
    (step, *_) = [one for one in history.steps("제41조", day) if one.now != one.article]
    assert (step.day, step.kind) == (date(2022, 1, 13), ChangeKind.RENUMBERED)


KEYS = st.sampled_from([f"제{number}조" for number in range(1, 6)])
TEXTS = st.sampled_from([PURPOSE, AUDIT, FEES, SEATS, "삭제"])
VERSIONS = st.lists(st.dictionaries(KEYS, TEXTS, min_size=1), min_size=1, max_size=5)


@given(VERSIONS, KEYS)
def test_steps_lead_from_the_first_text_to_what_is_there(
    made: list[dict[str, str]], key: str
) -> None:
    versions = tuple(
        law("000001", "의회법", date(2000 + at, 1, 1), *sorted(texts.items()))
        for at, texts in enumerate(made)
    )
    history = History(Statute("000001", "의회법", "법률", versions))
    steps = history.steps(key, date(2000, 1, 1))
    if not history.alive(key, date(2000, 1, 1)):
        assert steps == ()
        return
    numbers = [key, *(one.now for one in steps)]
    assert [one.article for one in steps] == numbers[:-1]
    assert [one.day for one in steps] == sorted({one.day for one in steps})
    last = numbers[-1]
    assert None not in numbers[:-1]
    if last is not None:
        expected = steps[-1].after if steps else f"{key} {made[0][key]}"
        assert versions[-1].articles[sorted(made[-1]).index(last)].text == expected


def test_what_was_written_for_the_law_to_come_is_not_mistaken(
    samples: Path, tmp_path: Path
) -> None:
    """지방재정법 was brought up to date in December 2021, before the 지방자치법 of 2022 was in force:
    its 제169조 is that of the new law (행정협의회), not the old one, which is 제188조 now."""
    folders = [samples / "law-history" / name / "법률" for name in ("지방자치법", "지방재정법")]
    recent = [path for folder in folders for path in folder.glob("*.md") if path.name >= "20160101"]
    versions = [read_markdown(path.read_text(encoding="utf-8")) for path in recent]
    with Records.create(f"sqlite:///{tmp_path}/r.db", str(tmp_path / "originals")) as opened:
        opened.put_versions(versions)
        Graph(opened).update()
        watch = Radar(opened)
        wrong = [one for one in watch.repairs() if one.problem is Problem.RENUMBERED]
        told = watch.alerts("law:001656")
    assert wrong == []
    assert told
    assert not [one for one in told if one.kind is ChangeKind.RENUMBERED and not one.foreseen]


@pytest.mark.parametrize(
    ("following", "proposed"),
    [
        ("에 따른 감사의 결과를 낸다", "제9조"),  # the Act as it was when this was written
        ("에 따른 정수의 증감은 따로 정한다", None),  # the Act as it was going to be
        ("를 준용한다", None),  # not certain
    ],
)
def test_words_tell_which_text_a_citation_of_the_time_between_means(
    records: Records, following: str, proposed: str | None
) -> None:
    known = date(2021, 1, 12)
    records.put_versions([replace(NEW, promulgated=known)])
    text = ("제1조", f"「의회법」 제2조{following}")
    between = law("000009", "한빛시 조례", date(2021, 12, 21), text, kind="조례")
    records.put_versions([replace(between, promulgated=date(2021, 12, 21))], ordinance=True)
    watch = radar(records)
    own = [one for one in watch.repairs() if one.place.document == "ordin:000009"]
    assert [one.proposed for one in own] == ([proposed] if proposed else [])
    told = [one.foreseen for one in watch.alerts() if one.place.document == "ordin:000009"]
    assert told == {"에": [False], "를": [True]}[following[0]] if proposed or "준용" in following else told == []  # fmt: skip


def test_a_number_alone_proves_nothing(records: Records) -> None:
    """``제77조`` after another law may be that one's."""
    text = "「형법」 제5조의 죄, 제77조의 죄와 같은 조의 미수범"
    records.put_versions([law("000009", "처벌법", SECOND, ("제1조", PURPOSE), ("제2조", text))])
    assert not [one for one in radar(records).repairs() if one.place.document == "law:000009"]
