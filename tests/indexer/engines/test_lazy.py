"""Phrases are looked at last, where only what matches counts; the matches stay the same."""

from collections.abc import Callable

from indexer.engines.plan import AllOf, AnyOf, Boost, Filter, Node, Not, Phrase, Prefer, Term
from indexer.engines.tantivy_lazy import MANY, lazily, lazy

DECREE = Phrase("letters", ("시행", "행령"))
TOKENS = (Term("letters", "시행"), Term("letters", "행령"))
MORPHEMES = AllOf((Term("text", "시행"), Term("text", "령")))
TAX = Term("text", "과세")


def often(_: Term) -> int:
    return MANY


def seldom(rare: str) -> Callable[[Term], int]:
    """All tokens are frequent but ``rare``."""
    return lambda term: MANY - 1 if term.value == rare else 10 * MANY


def test_a_phrase_is_looked_for_where_no_other_alternative_is() -> None:
    late = AllOf((AllOf((*TOKENS, Not(MORPHEMES))), DECREE))
    assert lazily(AnyOf((DECREE, MORPHEMES)), often) == AnyOf((MORPHEMES, late))


def test_what_must_stand_beside_a_phrase_is_looked_for_first() -> None:
    late = AllOf((AllOf((TAX, *TOKENS, Not(MORPHEMES))), DECREE))
    assert lazily(AnyOf((MORPHEMES, AllOf((TAX, DECREE)))), often) == AnyOf((MORPHEMES, late))


def test_a_phrase_with_a_rare_token_is_quick_as_it_stands() -> None:
    union = AnyOf((MORPHEMES, DECREE))
    assert lazily(union, seldom("행령")) == union
    assert lazily(union, seldom("과세")) != union


def test_phrases_without_another_alternative_stay() -> None:
    other = Phrase("letters", ("과세", "세표"))
    for node in (DECREE, AnyOf((DECREE, other)), AllOf((DECREE, Not(MORPHEMES)))):
        assert lazily(node, often) == node


def test_one_token_is_no_phrase() -> None:
    union = AnyOf((TAX, Phrase("letters", ("시행",))))
    assert lazily(union, often) == union


def test_what_scores_stays_as_it_is() -> None:
    union = AnyOf((MORPHEMES, DECREE))
    scored: tuple[Node, ...] = (
        union,
        Boost(union, 0.5),
        AllOf((union, TAX)),
        Prefer(TAX, (union,)),
    )
    for node in scored:
        assert lazy(node, often) == node
    quiet = lazily(union, often)
    assert lazy(Prefer(Filter(union), (union,)), often) == Prefer(Filter(quiet), (union,))
    assert lazy(AllOf((TAX, Not(union))), often) == AllOf((TAX, Not(quiet)))
