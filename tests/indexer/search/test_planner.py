"""Plans are values: what a query asks of an engine can be read without one."""

from datetime import date

import pytest

from indexer.engines.plan import AllOf, AnyOf, Node, Not, Phrase, Prefer, Range, Sort, Term
from indexer.korean.analyser import Analyser
from indexer.search.mappings import folder, read_ranking, read_synonyms
from indexer.search.options import DEFAULT, Options
from indexer.search.parser import parse
from indexer.search.planner import Planner
from indexer.search.plans import search_plan
from indexer.search.question import Question
from indexer.search.senses import Senses
from records.viewer import Viewer

TODAY = date(2009, 2, 24)


@pytest.fixture(scope="module")
def planner() -> Planner:
    where = folder(None)
    ranking = read_ranking(where)
    senses = Senses(Analyser(), read_synonyms(where), ranking.synonym, ranking.letters)
    return Planner(senses, ranking)


def ask(planner: Planner, query: str, role: str = "public", options: Options = DEFAULT) -> Question:
    return planner.question(parse(query), Viewer.parse(role), options, TODAY)


def terms(node: Node, field: str) -> list[str]:
    """All values asked of one field, in the plan's order."""
    found: list[str] = []

    def visit(part: object) -> None:
        match part:
            case Term(name, value) if name == field:
                found.append(value)
            case Prefer(required, wished):
                visit(required)
                [visit(one) for one in wished]
            case AllOf(parts) | AnyOf(parts):
                [visit(one) for one in parts]
            case _:
                visit(getattr(part, "part", None)) if part is not None else None

    visit(node)
    return found


def test_every_plan_says_who_asks_and_which_day(planner: Planner) -> None:
    filters = search_plan(ask(planner, ""), DEFAULT).filters
    day = TODAY.toordinal()
    assert filters == {
        "readers": AnyOf((Term("readers", "public"),)),
        "in_force": AllOf(
            (
                Not(Term("span", "gathered")),
                Not(AllOf((Term("span", "point"), Range("effective_from", day + 1, None)))),
                Not(AllOf((Term("span", "point"), Range("effective_to", None, day - 1)))),
            )
        ),
    }


def test_a_named_reader_holds_several_tokens(planner: Planner) -> None:
    readers = ask(planner, "", "member:m1").filters["readers"]
    assert terms(readers, "readers") == ["council", "member:m1", "public"]


def test_particles_are_set_aside(planner: Planner) -> None:
    (sense,) = ask(planner, "조례를").senses
    assert sense.runs == (("조례",),)
    assert terms(sense.node, "text") == ["조례"]


def test_a_prefix_of_one_syllable_must_stand_beside_its_word(planner: Planner) -> None:
    (sense,) = ask(planner, "비공개").senses
    assert terms(sense.node, "text_pairs") == ["비_공개"]


def test_quotes_become_a_phrase_of_letters(planner: Planner) -> None:
    (sense,) = ask(planner, '"의정 활동"').senses
    assert sense.node == Phrase("letters", ("의정", "정␣", "␣활", "활동"))


def test_exclusion_holds_for_near_papers_too(planner: Planner) -> None:
    question = ask(planner, '예산 결산 -"추경"')
    (excluded,) = question.others
    assert excluded == Not(Phrase("letters", ("추경",)))
    assert excluded in question.near.required.parts  # type: ignore[union-attr]


def test_fields_become_filters_that_facets_can_leave_out(planner: Planner) -> None:
    question = ask(planner, "종류:의안 종류:회의록 회기:213 의원:가 의원:나")
    assert question.filters["kind"] == AnyOf((Term("kind", "bill"), Term("kind", "minutes")))
    assert question.filters["session"] == AnyOf((Term("session", "213"),))
    assert question.filters["member"] == AllOf((Term("member", "가"), Term("member", "나")))
    facets = {facet.field: facet.leave_out for facet in search_plan(question, DEFAULT).facets[:5]}
    own = {name: (name,) for name in ("kind", "committee", "agency", "member")}
    assert facets == own | {"year": ("year", "chosen_date")}


def test_only_filters_means_newest_first(planner: Planner) -> None:
    assert ask(planner, "종류:의안").sort == Sort("date")
    assert ask(planner, "조례").sort == Sort()
    oldest = Options(sort="oldest")
    assert ask(planner, "조례", options=oldest).sort == Sort("date", descending=False)


def test_history_and_day_from_query_win(planner: Planner) -> None:
    assert ask(planner, "조례 연혁").filters["in_force"] == AllOf((Not(Term("span", "apart")),))
    then = ask(planner, "조례 시점:2005-01-01", options=Options(as_of=date(2001, 1, 1)))
    later = then.filters["in_force"].parts[1].part.parts[1]  # type: ignore[union-attr]
    assert later == Range("effective_from", date(2005, 1, 2).toordinal())


def test_undated_papers_are_in_no_period(planner: Planner) -> None:
    until = ask(planner, "기간:..2008").filters["date"]
    assert until == AllOf((Range("date", 1, date(2008, 12, 31).toordinal()),))


def test_synonyms_are_asked_as_whole_names(planner: Planner) -> None:
    (sense,) = ask(planner, "행감").senses
    assert sense.others == ("행정사무감사",)
    assert sense.runs[-1] == ("행정", "사무", "감사")
