"""Why a hit stands where it does, and what else may be asked, on both engines."""

from pathlib import Path
from shutil import copytree

import pytest
from engine_examples import Engines
from search_examples import fill, paper

import mappings
from indexer.korean.analyser import Analyser
from indexer.search.options import Options
from indexer.search.searcher import Searcher
from records.errors import BadSetting
from records.model import Visibility
from records.viewer import Viewer

OPERATOR, PUBLIC = Viewer.parse("operator"), Viewer.parse("public")
PAPERS = (
    *(paper(f"snow{n}", "제설 대책으로 염화칼슘 살포를 늘린다.", title=f"제설 {n}") for n in range(6)),
    *(
        paper(f"closed{n}", "제설 대책에 비밀차량을 쓴다.", title="제설 비밀", visibility=Visibility.STAFF)
        for n in range(6)
    ),
    *(paper(f"other{n}", "예산을 심사하고 대책을 세운다.", title=f"심사 {n}") for n in range(20)),
    paper("number", "행정사무감사를 한다.", title="감사", number="77"),
)  # fmt: skip


def test_related_words_come_from_what_the_viewer_may_see(searcher: Searcher) -> None:
    public, staff = searcher.related("제설", PUBLIC), searcher.related("제설", OPERATOR)
    assert "염화칼슘" in public
    assert "비밀차량" not in public
    assert {"염화칼슘", "비밀차량"} <= set(staff)
    assert "대책" not in public
    assert searcher.related("없는낱말뿐", PUBLIC) == ()


def test_related_words_are_never_searched_unasked(searcher: Searcher) -> None:
    results = searcher.search("제설", PUBLIC)
    assert results.total == 6
    assert not any("염화칼슘" in said for said in results.interpreted)


def test_the_parts_of_a_score_add_up_and_are_named(searcher: Searcher) -> None:
    options = Options(size=30)
    results = searcher.search("제설 대책", OPERATOR, options)
    why = searcher.explain("제설 대책", OPERATOR, options)
    assert len(why) == len(results.hits)
    for hit, explanation in zip(results.hits, why, strict=True):
        assert sum(explanation.parts.values()) == pytest.approx(hit.score, abs=0.01)
        lacks = f"없는 말: {', '.join(hit.missing)}" if hit.missing else "모든 말이 있습니다"
        assert lacks in explanation.reasons


def test_what_is_asked_by_its_name_says_so(searcher: Searcher) -> None:
    assert "바로 물은" in searcher.explain("77", OPERATOR)[0].reasons[0]
    assert searcher.explain("종류:의안", OPERATOR)[0].reasons == ("날짜순입니다",)


def test_the_public_sees_reasons_but_no_score(searcher: Searcher) -> None:
    why = searcher.explain("제설", PUBLIC)
    assert all(one.reasons and not one.parts for one in why)


def test_synonyms_act_as_soon_as_their_file_is_written(tmp_path: Path) -> None:
    own = tmp_path / "mappings"
    copytree(Path(mappings.__file__).parent, own)
    engines = Engines("embedded", tmp_path / "index", None)
    engine, analyser = engines.open(), Analyser()
    fill(engine, analyser, PAPERS)
    searcher = Searcher(engine, analyser, own)
    assert searcher.search("눈치우기", OPERATOR).total == 0
    words = own / "synonyms.txt"
    words.write_text(words.read_text("utf-8") + "\n눈치우기 = 제설\n", "utf-8")
    assert searcher.search("눈치우기", OPERATOR).total == 12
    words.write_text(words.read_text("utf-8") + "\n외톨이\n", "utf-8")
    assert searcher.search("눈치우기", OPERATOR).total == 12
    with pytest.raises(BadSetting, match=r"synonyms\.txt \d+행"):
        Searcher(engine, analyser, own)
    engines.close()
