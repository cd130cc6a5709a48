"""What is asked for by its own name: a number, a member, an article. It comes first."""

import re
from collections.abc import Sequence
from itertools import product
from typing import Final

from indexer.engines.plan import AllOf, AnyOf, Filter, Node, Phrase, Term
from indexer.korean.normalise import normalise
from indexer.search.senses import Sense

LAWS: Final = ("statute", "ordinance")
_NUMBER = re.compile(r"(?:의안\s*번호|문서\s*번호|의안|번호)?\s*제?\s*([^\s]*\d)\s*호?")
_ARTICLE = re.compile(r"제\d+조(?:의\d+)?")
_MOST_NAMES = 8


def direct(senses: Sequence[Sense]) -> Node:
    """Papers whose number or member is exactly what was typed, and the article it names.

    >>> direct((Sense("제1234호", Term("text", "1234")),))
    AnyOf(parts=(Term(field='number', value='제1234호'), Term(field='number', value='1234'), \
Term(field='member', value='제1234호')))
    """
    typed = " ".join(sense.text for sense in senses)
    number = _NUMBER.fullmatch(typed)
    forms = (typed, "".join(normalise(typed).split()), number[1] if number else typed)
    found: list[Node] = [Term("number", form) for form in dict.fromkeys(forms)]
    found.append(Term("member", typed))
    article = _article(senses)
    return AnyOf((*found, article) if article is not None else tuple(found))


def _article(senses: Sequence[Sense]) -> Node | None:
    """The article of a law, when the words are its name (or a synonym) and ``제…조``."""
    if not all(sense.runs for sense in senses):
        return None
    names = [
        tuple(token for run in runs for token in run)
        for runs in product(*(sense.runs for sense in senses))
    ]
    named = [name for name in names if len(name) > 1 and _ARTICLE.fullmatch(name[-1])]
    if not named:
        return None
    laws = AnyOf(tuple(Term("kind", kind) for kind in LAWS))
    titles = tuple(Phrase("title", name) for name in named[:_MOST_NAMES])
    return AllOf((AnyOf(titles), Filter(laws)))
