"""No count, facet, completion, near miss or mark tells of a paper that is not for the viewer."""

from collections.abc import Iterator
from datetime import date

import pytest
from search_examples import fill, paper

from indexer.engines.embedded import EmbeddedEngine
from indexer.engines.seam import DocumentUnits
from indexer.korean.analyser import Analyser
from indexer.search.options import Options
from indexer.search.searcher import Searcher
from records.model import Kind, Privacy, Visibility
from records.viewer import Viewer

SECRET = paper(
    "secret",
    "은하수동굴 자료를 김비밀 의원에게 낸다.",
    title="은하수동굴 비밀 요구",
    kind=Kind.REQUEST,
    date=date(2009, 5, 5),
    committee="비밀위원회",
    agency="비밀본부",
    members=("김비밀",),
    number="777",
    visibility=Visibility.NAMED,
    readers=("member:m1", "committee:비밀위원회"),
)
HELD = paper("held", "은하수동굴 주민 자료", title="은하수동굴 보류", privacy=Privacy.HELD)
PUBLIC = paper("public", "동굴 자료를 공개한다.", title="동굴 보도", kind=Kind.PRESS)
INNER = paper("inner", "은하수동굴 내부 보고", title="은하수 내부", visibility=Visibility.COUNCIL)

READ = {
    "public": set(),
    "researcher": set(),
    "member:m2": {"t:inner"},
    "member:m1": {"t:inner", "t:secret"},
    "committee:비밀위원회": {"t:inner", "t:secret"},
    "committee:교통위원회": {"t:inner"},
    "staff": {"t:inner", "t:secret"},
    "operator": {"t:inner", "t:secret"},
}


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


@pytest.fixture
def engine(
    tmp_path_factory: pytest.TempPathFactory, analyser: Analyser
) -> Iterator[EmbeddedEngine]:
    made = EmbeddedEngine(tmp_path_factory.mktemp("index") / "i", {"analyser": analyser.version})
    fill(made, analyser, [SECRET, HELD, PUBLIC, INNER])
    yield made
    made.close()


@pytest.fixture
def searcher(engine: EmbeddedEngine, analyser: Analyser) -> Searcher:
    return Searcher(engine, analyser)


@pytest.mark.parametrize(("role", "ids"), READ.items(), ids=list(READ))
def test_hits_and_counts(searcher: Searcher, role: str, ids: set[str]) -> None:
    results = searcher.search("은하수동굴", Viewer.parse(role))
    assert {hit.document for hit in results.hits if not hit.missing} == ids
    assert results.total == len(ids)


QUERIES = [
    "은하수동굴", '"은하수동굴"', "777", "번호:777", "김비밀", "의원:김비밀", "위원회:비밀",
    "기관:비밀", "은하수동굴 OR 동굴", "-동굴", "", "종류:요구자료", "동굴 은하수동굴 자료",
    "연도:2009", "연혁포함 자료", "시점:2009-05-05 자료", "자료 없는낱말", "readers:operator",
    "span:point", "위원회:", '위원회:"비밀위원회" OR 종류:보도자료',
]  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("role", ["public", "member:m2", "committee:교통위원회"])
def test_nothing_tells_of_the_secret(searcher: Searcher, query: str, role: str) -> None:
    viewer = Viewer.parse(role)
    results = searcher.search(query, viewer, Options(size=50))
    assert {hit.document for hit in results.hits} <= {"t:public", "t:inner"}
    assert results.total <= 2
    assert all(count.count <= 2 for counts in results.facets.values() for count in counts)
    shown = {count.value for counts in results.facets.values() for count in counts}
    assert not shown & {"김비밀", "비밀위원회", "비밀본부", "request", "2009"}
    told = " ".join(results.interpreted).replace(query, "")
    assert "비밀위원회" not in told or "비밀위원회" in query
    assert "비밀본부" not in told


def test_committees_are_completed_only_for_those_who_may_know(searcher: Searcher) -> None:
    said = searcher.search("위원회:비밀", Viewer.parse("public")).interpreted
    assert said == ("위원회: 비밀", "색인에 없는 위원회: ‘비밀’")
    assert searcher.search("위원회:비밀", Viewer.parse("staff")).interpreted == (
        "위원회: 비밀위원회",
    )


@pytest.mark.parametrize(
    "prefix", ["은", "은하", "ㅇㅎㅅ", "ㅂ", "비", "김", "김비", "ㄱㅂㅁ", "보류"]
)
@pytest.mark.parametrize("role", ["public", "member:m2"])
def test_suggestions_tell_nothing(searcher: Searcher, prefix: str, role: str) -> None:
    texts = {one.text for one in searcher.suggest(prefix, Viewer.parse(role))}
    assert texts <= {"동굴 보도", "은하수 내부"}
    assert role != "public" or "은하수 내부" not in texts


def test_suggestions_made_beforehand_tell_nothing_either(searcher: Searcher) -> None:
    public = Viewer.parse("public")
    asked = searcher.suggest("동굴", public)
    searcher.warm().join()
    assert searcher.suggest("동굴", public) == asked


def test_suggestions_forget_at_once_what_was_closed(
    searcher: Searcher, engine: EmbeddedEngine
) -> None:
    public = Viewer.parse("public")
    assert [one.text for one in searcher.suggest("동굴", public)] == ["동굴 보도"]
    revision = engine.applied().revision + 1
    engine.apply([DocumentUnits("t:public", revision)], revision)
    assert searcher.suggest("동굴", public) == ()


def test_locate_is_closed_by_default(searcher: Searcher) -> None:
    for role in ("public", "researcher", "member:m2"):
        assert searcher.locate("은하수동굴", "t:secret", Viewer.parse(role)) == ()
    assert searcher.locate("은하수동굴", "t:secret", Viewer.parse("member:m1"))
    assert searcher.locate("은하수동굴", "t:held", Viewer.parse("operator")) == ()


def test_the_public_sees_no_score(searcher: Searcher) -> None:
    assert searcher.search("동굴", Viewer.parse("public")).hits[0].score == 0.0
    assert searcher.search("동굴", Viewer.parse("operator")).hits[0].score > 0.0
