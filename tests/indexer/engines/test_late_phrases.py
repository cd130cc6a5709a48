"""Phrases are looked at last, where only what matches counts. That the matches stay the same is
held against Elasticsearch in `test_engines_agree`."""

from collections.abc import Callable

from indexer.engines.plan import AllOf, AnyOf, Boost, Filter, Not, Phrase, Term
from indexer.engines.tantivy_phrases import MANY, late

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
    where = AllOf((AllOf((*TOKENS, Not(MORPHEMES))), DECREE))
    assert late(AnyOf((DECREE, MORPHEMES)), often) == AnyOf((MORPHEMES, where))


def test_what_must_stand_beside_a_phrase_is_looked_for_first() -> None:
    where = AllOf((AllOf((TAX, *TOKENS, Not(MORPHEMES))), DECREE))
    assert late(AnyOf((MORPHEMES, AllOf((TAX, DECREE)))), often) == AnyOf((MORPHEMES, where))


def test_weights_and_silence_do_not_hide_a_phrase() -> None:
    where = AllOf((AllOf((*TOKENS, Not(MORPHEMES))), DECREE))
    found = late(AnyOf((Boost(MORPHEMES, 0.5), Filter(DECREE))), often)
    assert found == AnyOf((MORPHEMES, where))
    assert late(AllOf((TAX, Not(AnyOf((MORPHEMES, DECREE))))), often) == AllOf((TAX, Not(found)))


def test_a_phrase_with_a_rare_token_is_quick_as_it_stands() -> None:
    union = AnyOf((MORPHEMES, DECREE))
    assert late(union, seldom("행령")) == union
    assert late(union, seldom("과세")) != union


def test_phrases_without_another_alternative_stay() -> None:
    other = Phrase("letters", ("과세", "세표"))
    for node in (DECREE, AnyOf((DECREE, other)), AllOf((DECREE, Not(MORPHEMES)))):
        assert late(node, often) == node


def test_one_token_is_no_phrase() -> None:
    union = AnyOf((TAX, Phrase("letters", ("시행",))))
    assert late(union, often) == union
