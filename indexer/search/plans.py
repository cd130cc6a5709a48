"""The plans that one question makes: its page, its laws counted, and what is near to it."""

from typing import Final

from indexer.engines.plan import AnyOf, FacetRequest, Plan, Term
from indexer.search.direct import LAWS
from indexer.search.options import Options
from indexer.search.question import Question

FACETS: Final = ("kind", "year", "committee", "agency", "member")
_YEARS: Final = FacetRequest("year", 200, leave_out=("year", "chosen_date"))
"""Every year, also beside the days chosen: a histogram to choose them from."""
_FACETS: Final = tuple(
    _YEARS if field == "year" else FacetRequest(field, leave_out=(field,)) for field in FACETS
)
MOST_LAWS: Final = 20_000
"""Laws counted exactly in a group count; there are some 6,000 statutes in the country."""


def search_plan(question: Question, options: Options) -> Plan:
    """The page of full matches, with facets that each leave out their own filter."""
    return Plan(
        question.full, question.filters, _FACETS, question.sort, options.offset, options.size
    )


def counts_plan(question: Question) -> Plan:
    """How many full matches there are, with the same facets."""
    return Plan(question.counted, question.filters, _FACETS, limit=0)


def groups_plan(question: Question) -> Plan:
    """The articles among the full matches, counted by law."""
    laws = AnyOf(tuple(Term("kind", kind) for kind in LAWS))
    facet = FacetRequest("group", MOST_LAWS)
    return Plan(question.counted, {**question.filters, "laws": laws}, (facet,), limit=0)


def near_plan(question: Question, offset: int, limit: int) -> Plan:
    """Papers that lack a word, best first."""
    return Plan(question.near, question.filters, offset=offset, limit=limit, count=False)
