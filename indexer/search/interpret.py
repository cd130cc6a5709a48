"""The query as understood, in Korean sentences a person can check at a glance."""

from collections.abc import Sequence

from indexer.search.fields import KOREAN
from indexer.search.intents import KOREAN as KOREAN_INTENTS
from indexer.search.intents import Intent
from indexer.search.senses import Sense
from indexer.search.tree import Either, Exact, Exclude, Leaf, Narrow, Period, Query, Word
from records.model import Kind

_KINDS = {kind.value: kind.korean for kind in Kind}


def interpret(
    query: Query, senses: Sequence[Sense], intents: Sequence[Intent] = ()
) -> tuple[str, ...]:
    """``query`` part by part; ``senses`` say which synonyms were taken along, ``intents`` what
    was recognised besides.

    >>> interpret(Query((Word("예산"), Exclude(Exact("추경")))), ())
    ('모두: 예산', '제외: “추경”')
    """
    words = [clause.text for clause in query.clauses if isinstance(clause, Word)]
    said = [f"모두: {' · '.join(words)}"] if words else []
    said += dict.fromkeys(
        f"같은 말: {s.also or s.text} = {' = '.join(s.others)}" for s in senses if s.others
    )
    said += [f"{KOREAN_INTENTS[one.what]}로도 봄: {one.label}" for one in intents]
    for clause in query.clauses:
        if isinstance(clause, Exclude):
            said.append(f"제외: {_plain(clause.part)}")
        elif isinstance(clause, Either):
            said.append(f"하나 이상: {' · '.join(map(_part, clause.parts))}")
        elif isinstance(clause, Exact):
            said.append(f"그대로: “{clause.text}”")
        elif not isinstance(clause, Word):
            said.append(_plain(clause))
    if query.as_of is not None:
        said.append(f"시점: {query.as_of.isoformat()}")
    if query.history:
        said.append("연혁 포함")
    return (*said, *query.notes)


def _part(part: Leaf | Exclude) -> str:
    return f"{_plain(part.part)} 제외" if isinstance(part, Exclude) else _plain(part)


def _plain(leaf: Leaf) -> str:
    match leaf:
        case Word(text):
            return text
        case Exact(text):
            return f"“{text}”"
        case Narrow(field, values):
            return f"{KOREAN[field]}: {', '.join(label(field, value) for value in values)}"
        case Period(low, high):
            return f"기간: {low or ''} ~ {high or ''}".replace("  ", " ")


def label(field: str, value: str) -> str:
    """A keyword's value as people read it.

    >>> label("kind", "bill"), label("year", "2009"), label("session", "213")
    ('의안', '2009년', '제213회')
    """
    if field == "kind":
        return _KINDS.get(value, value)
    if field == "year":
        return f"{value}년"
    return f"제{value}회" if field == "session" else value
