"""The second score of the engine's first hits, part by part, so that it can be explained."""

from collections.abc import Mapping, Sequence

import numpy as np

from indexer.engines.plan import Term
from indexer.engines.seam import Frequencies
from indexer.korean.letters import short
from indexer.search.fronts import Candidates
from indexer.search.intents import Intent
from indexer.search.ranking.counts import Asked, Counts, Matrix, Vector, count
from indexer.search.ranking.meant import meant_kind
from indexer.search.ranking.profile import Profile


def wanted_frequencies(asked: Asked) -> tuple[Term, ...]:
    """The terms whose rarity the second score needs."""
    return (
        *(Term("text", token) for token in asked.tokens),
        *(Term("text_bigrams", bigram) for bigram in asked.bigrams),
        *(Term("text_pairs", _joined(pair)) for pair in asked.pairs),
    )


def second_scores(
    profile: Profile,
    asked: Asked,
    those: Candidates,
    known: Frequencies,
    intents: Sequence[Intent],
    having: Vector,
) -> Mapping[str, Vector]:
    """The weighted parts of each candidate's second score, by name; they add up to the score.

    ``having`` is 1 for those that have every word, however their text was taken apart.
    """
    counts = count(asked, those.papers, profile.front_tokens)
    tokens = asked.times * _rarity(known, [Term("text", token) for token in asked.tokens])
    bigrams = asked.bigram_times * _rarity(
        known, [Term("text_bigrams", bigram) for bigram in asked.bigrams]
    )
    pairs = _rarity(known, [Term("text_pairs", _joined(pair)) for pair in asked.pairs])
    k1 = profile.k1(len(asked.tokens))
    long, many = _pivot(profile, k1, counts.length), _pivot(profile, k1, counts.letters)
    whole = tokens.sum() or 1.0
    named = any(one.what == "article" for one in intents)
    worth = 1 - (0 if named else 1 - profile.bare) * counts.bare
    parts = {
        "engine": profile.engine * np.array([hit.score for hit in those.hits]),
        "tokens": profile.tokens
        * _saturated(np.maximum(counts.tokens, having[:, None]), tokens, k1, long),
        "bigrams": profile.bigrams * _saturated(counts.bigrams, bigrams, k1, many),
        "pairs": profile.pairs * _saturated(counts.pairs, pairs, k1, long),
        "close": profile.close * _saturated(counts.close, pairs, k1, long),
        "title": profile.title * (counts.title @ tokens),
        "front": profile.front * (counts.front @ tokens),
        "phrase": profile.phrase * whole * _phrase(counts),
        "meant": profile.meant * whole * meant_kind(intents, those.hits),
    }
    return {name: worth * part for name, part in parts.items()}


def _joined(pair: tuple[str, str]) -> str:
    return short("_".join(pair))


def _rarity(known: Frequencies, terms: Sequence[Term]) -> Vector:
    """BM25's weight of rare terms."""
    held = np.array([known.counts[term] for term in terms], float)
    rarity: Vector = np.log(1 + (known.units - held + 0.5).clip(0) / (held + 0.5))
    return rarity


def _pivot(profile: Profile, k1: float, lengths: Vector) -> Vector:
    """BM25's allowance for long papers, relative to the hits' own average."""
    pivot: Vector = k1 * (1 - profile.b + profile.b * lengths / max(float(lengths.mean()), 1.0))
    return pivot


def _saturated(times: Matrix, weights: Vector, k1: float, pivot: Vector) -> Vector:
    scores: Vector = (times * (k1 + 1) / (times + pivot[:, None])) @ weights
    return scores


def _phrase(counts: Counts) -> Vector:
    """1 for papers that hold every bigram of the question, as one that quotes it does."""
    if not counts.bigrams.shape[1]:
        return np.zeros(len(counts.length))
    return (counts.bigrams > 0).all(axis=1).astype(float)
