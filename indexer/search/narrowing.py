"""What narrows a search beside its words: the options chosen on the screen, and periods."""

from indexer.engines.plan import AllOf, AnyOf, Node, Range, Term
from indexer.search.options import Options
from indexer.search.tree import FieldName, Narrow, Period, Query


def chosen(options: Options) -> list[Narrow]:
    """What the options narrow by a keyword."""
    given: list[tuple[FieldName, str | int | None]] = [
        ("member", options.member),
        ("committee", options.committee),
        ("agency", options.agency),
        ("year", options.year),
        ("session", options.session),
    ]
    chosen = [Narrow(field, (str(value),)) for field, value in given if value not in (None, "")]
    return [*chosen, Narrow("kind", tuple(options.kinds))] if options.kinds else chosen


def among(options: Options) -> dict[str, Node]:
    """One filter for the papers that are asked about, if only some are."""
    wanted = tuple(Term("document", one) for one in options.documents)
    return {"document": AnyOf(wanted)} if wanted else {}


def dated(query: Query, options: Options) -> dict[str, Node]:
    """One filter for all periods of the query, and ``chosen_date`` for that of the options, which
    the counts by year leave out."""
    periods = [clause for clause in query.clauses if isinstance(clause, Period)]
    filters: dict[str, Node] = {"date": AllOf(tuple(map(between, periods)))} if periods else {}
    if options.date_from or options.date_to:
        filters["chosen_date"] = between(Period(options.date_from, options.date_to))
    return filters


def between(period: Period) -> Range:
    """Undated papers (day 0) are in no period."""
    low = period.low.toordinal() if period.low else 1
    return Range("date", low, period.high.toordinal() if period.high else None)
