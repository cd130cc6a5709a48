"""``조문:`` from records to hits, on both engines: all that rests on an article, however written."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from engine_examples import Engines

from indexer.korean.analyser import Analyser
from indexer.search.options import Options
from indexer.search.searcher import Searcher
from indexer.statutes.graph import Graph
from indexer.worker import Worker
from records.model import Article, Document, Kind, Passage, Version, Visibility
from records.store import Records
from records.viewer import Viewer

PUBLIC = Viewer("public")
OLD, NEW = date(2005, 1, 1), date(2015, 1, 1)
FORMS = {
    "quoted": "「지방자치법」 제41조제1항제3호 단서에 따라",
    "bare": "지방자치법 제 41 조의 감사",
    "same": "「지방자치법」 제40조를 보고 같은 법 제41조를 본다",
    "declared": "「지방자치법」(이하 “법”이라 한다)을 따른다. 법 제41조에 따라",
    "list": "지방자치법 제39조ㆍ제41조 및 제42조",
    "range": "「지방자치법」 제40조부터 제42조까지의 규정",
    "short": "「지자법」 제41조",
    "bill": "지방자치법 일부를 다음과 같이 개정한다.\n제41조 중 “매년”을 “해마다”로 한다.",
}
OTHERS = {
    "next": "「지방자치법」 제41조의2에 따라",
    "decree": "「지방자치법 시행령」 제41조",
    "other": "「지방재정법」 제41조에 따라 요구한다",
    "draft": "감사를 넓힘(안 제41조)",
    "outside": "「지방자치법」 제42조부터 제43조까지",
    "annex": "「지방자치법」 별표 1의2 제3호에 따른 수수료",
    "form": "「지방자치법」 별지 제3호서식",
}


def _law(law_id: str, name: str, day: date, *articles: tuple[str, str], **more: str) -> Version:
    made = tuple(Article(key, None, f"{key} {text}") for key, text in articles)
    return Version(law_id, f"{law_id}{day:%y}", day, name, "법률", articles=made, **more)  # type: ignore[arg-type]


def _keys(*keys: str) -> tuple[tuple[str, str], ...]:
    return tuple((key, f"{key}의 글을 정한다") for key in keys)


def _fill(records: Records) -> None:
    own = _keys("제1조", "제39조", "제40조", "제41조", "제41조의2", "제42조", "제43조")
    records.put_versions(
        [
            _law("000001", "지방자치법", OLD, *own, abbreviation="지자법"),
            _law("000002", "지방자치법 시행령", OLD, *_keys("제1조", "제41조")),
            _law("000003", "지방재정법", OLD, *_keys("제1조", "제41조")),
        ]
    )
    carried = ("제2조", "「지방자치법」 제41조에 따른 감사를 한다")
    now = ("제2조", "감사를 한다")
    appendix = {
        "annexes": "[별표 1] 수수료\n「지방자치법」 제41조에 따른 수수료",
        "addenda": "부칙 <제3호,2015.1.1>\n「지방자치법」 제41조에 따라 시행한다.",
    }
    first = _law("000007", "한빛시 조례", OLD, carried)
    records.put_versions([first, _law("000007", "한빛시 조례", NEW, now, **appendix)], ordinance=True)  # fmt: skip
    for name, text in (FORMS | OTHERS).items():
        kind = Kind.BILL if name in ("bill", "draft") else Kind.REPORT
        paper = Document(f"t:{name}", kind, name, date(2016, 1, 1), visibility=Visibility.PUBLIC, passages=(Passage(0, text),))  # fmt: skip
        records.put([paper])


@pytest.fixture(scope="module", params=["embedded", "elastic"])
def searcher(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Searcher]:
    url = request.getfixturevalue("elasticsearch_url") if request.param == "elastic" else None
    folder: Path = tmp_path_factory.mktemp("rests")
    engines = Engines(request.param, folder / "index", url)
    with Records.create(f"sqlite:///{folder}/r.db", str(folder / "originals")) as records:
        _fill(records)
        Graph(records).update()
        engine = engines.open()
        Worker(records, engine, partial(Analyser), processes=1).run()
        yield Searcher(engine, Analyser())
        engines.close()


def found(searcher: Searcher, query: str, options: Options | None = None) -> set[str]:
    results = searcher.search(query, PUBLIC, options or Options(size=50))
    return {hit.id.removeprefix("t:") for hit in results.hits}


@pytest.mark.parametrize("query", ["조문:지방자치법제41조", '조문:"지방자치법 제41조"', "조문:지자법제41조"])  # fmt: skip
def test_all_that_rests_on_an_article_is_found(searcher: Searcher, query: str) -> None:
    own = {"law:000001#제41조"}
    assert found(searcher, query) - own == {*FORMS, "ordin:000007#별표", "ordin:000007#부칙제3호"}


def test_a_text_of_the_past_is_found_as_of_its_day(searcher: Searcher) -> None:
    then = found(
        searcher, "조문:지방자치법제41조 종류:자치법규", Options(size=50, as_of=date(2009, 2, 24))
    )
    assert then == {"ordin:000007#제2조"}
    ever = found(searcher, "조문:지방자치법제41조 종류:자치법규", Options(size=50, history=True))
    assert ever == {"ordin:000007#제2조", "ordin:000007#별표", "ordin:000007#부칙제3호"}


def test_a_range_and_a_branch_are_their_own(searcher: Searcher) -> None:
    own = {"law:000001#제41조의2", "law:000001#제42조"}
    assert found(searcher, "조문:지방자치법제41조의2") - own == {"next", "range"}
    assert found(searcher, "조문:지방자치법제42조") - own == {"range", "list", "outside"}


@pytest.mark.parametrize(
    ("query", "paper"),
    [('조문:"지방자치법 별표 1의2"', "annex"), ("조문:지방자치법별지제3호", "form")],
)
def test_annexes_and_forms_are_asked_for_by_their_number(
    searcher: Searcher, query: str, paper: str
) -> None:
    assert found(searcher, query) == {paper}
