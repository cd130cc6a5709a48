"""What was understood is said once, each part with its way back."""

from indexer.search.results import Recognised, Results
from search_ui.address import View
from search_ui.understood import literal, understood


def results(*interpreted: str, **more: object) -> Results:
    return Results("", interpreted, total=1, took_ms=0.0, hits=(), facets={}, **more)  # type: ignore[arg-type]


def test_that_a_word_is_looked_for_needs_no_saying() -> None:
    assert understood(View(q="도서관"), results("모두: 도서관"))["parts"] == []
    said = ("모두: 도서관", "기간: 2009-01-01 ~")
    assert understood(View(q="도서관 기간:2009.."), results(*said))["parts"] == list(said)


def test_an_intent_is_shown_once_and_taken_back_in_place() -> None:
    found = Recognised("session", "제213회", "제213회", '"제213회" 회의록')
    view = View(q="제213회 회의록", kinds=("minutes",), page=3)
    told = understood(
        view, results("모두: 제213회 · 회의록", "회기로도 봄: 제213회", intents=(found,))
    )
    assert told["parts"] == ["모두: 제213회 · 회의록"]
    assert [(one["what"], one["label"]) for one in told["intents"]] == [("회기", "제213회")]
    assert told["intents"][0]["href"] == view.link(q='"제213회" 회의록')


def test_other_words_than_those_typed_are_said_with_the_way_back() -> None:
    notes = ("친 그대로는 찾은 것이 없습니다", "한/영 전환: ‘dmldks’ → ‘의안’", "모두: 의안")
    told = understood(View(q="dmldks"), results(*notes, instead="의안", others=("의원",)))
    assert told["instead"] == {
        "typed": "dmldks",
        "searched": "의안",
        "notes": ["한/영 전환: ‘dmldks’ → ‘의안’"],
        "href": View(q='"dmldks"').link(),
    }
    assert told["parts"] == []
    assert told["others"] == [{"text": "의원", "href": View(q="의원").link()}]


def test_only_what_was_read_anew_is_quoted() -> None:
    assert (
        literal("종류:의안 의원요구자료", "종류:의안 의원 요구 자료") == '종류:의안 "의원요구자료"'
    )
