"""Another reading of a query that finds nothing as it was typed.

Only words that no paper has are read anew, so that nothing found literally is ever moved; what
was read instead is said. Every candidate is looked up with the viewer's own eyes: a word that
stands only in papers closed to them is not named.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from indexer.engines.plan import AnyOf, Filter, Node, Phrase, Plan, Term
from indexer.engines.seam import Engine
from indexer.korean.hanja import has_hanja, in_hangul
from indexer.korean.letters import phrase_tokens
from indexer.korean.normalise import normalise
from indexer.search.completions import Completions, Suggestion
from indexer.search.question import Question
from indexer.search.senses import Senses
from indexer.search.suggest import Suggester
from indexer.search.tree import Query
from indexer.search.typed.half import is_half, stretches
from indexer.search.typed.keyboard import hangul, latin
from indexer.search.typed.slips import one_jamo_away
from indexer.search.typed.spacing import apart, stretches_of
from records.viewer import Viewer

_MOST_WORDS: Final = 8
_SUGGESTED: Final = 20
_SEEN: Final = 40
"""Papers and passages that are read for a word one jamo away."""

Way = Callable[[str, "Unanswered"], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that found nothing, and who asked it."""

    query: str
    question: Question
    viewer: Viewer

    @property
    def filters(self) -> dict[str, Node]:
        """Who may see what, and the day: what holds for every look-up."""
        return {name: self.question.filters[name] for name in ("readers", "in_force")}


@dataclass(frozen=True, slots=True)
class Reading:
    """``query`` is what is searched instead, ``notes`` say what was read how, ``others`` are
    queries that could be meant as well."""

    query: str
    notes: tuple[str, ...]
    others: tuple[str, ...] = ()


class Readings:
    """Reads queries anew with one engine, its completions, and the words of the field."""

    def __init__(
        self, engine: Engine, senses: Senses, suggester: Suggester, words: Iterable[str]
    ) -> None:
        self._engine = engine
        self._senses = senses
        self._suggester = suggester
        self._words = Completions(Suggestion(word, "title") for word in words)
        self._ways: tuple[tuple[str, Way], ...] = (
            ("한/영 전환", _other_keyboard),
            ("초성·쓰다 만 글자", self._completed),
            ("띄어쓰기", self._spaced),
            ("오타", self._corrected),
        )

    def instead(
        self, query: str, understood: Query, question: Question, viewer: Viewer
    ) -> Reading | None:
        """Another reading of ``query``, or None when each word is known as it is."""
        asked = Unanswered(query, question, viewer)
        unknown = [
            word
            for word, sense in zip(understood.words[:_MOST_WORDS], question.senses, strict=False)
            if not self._count(sense.node, asked)
        ]
        if not unknown:
            return None
        read = {word: self._read(word, asked) for word in unknown}
        return _reading(query, read)

    def _read(self, word: str, asked: Unanswered) -> tuple[str, Sequence[str]] | None:
        """How ``word`` is read, with its replacements, most frequent first."""
        for name, way in self._ways:
            counts = {one: self._count(self._node(one), asked) for one in way(word, asked)}
            known = [one for one, count in counts.items() if count]
            if known:
                return name, sorted(known, key=lambda one: -counts[one])
        return None

    def _node(self, text: str) -> Node:
        """Papers that have ``text``, or one of its words: what was taken apart may be near."""
        senses = self._senses.words(text.split())[0]
        return AnyOf(tuple(sense.node for sense in senses)) if senses[1:] else senses[0].node

    def _count(self, node: Node, asked: Unanswered) -> int:
        return self._engine.search(Plan(Filter(node), asked.filters, limit=0)).total

    def _completed(self, word: str, asked: Unanswered) -> tuple[str, ...]:
        if not is_half(word):
            return ()
        typed = [asked.query] if asked.query.split()[-1:] == [word] else []
        texts = [
            found.text
            for prefix in (*typed, word)
            for found in self._suggester.suggest(prefix, asked.viewer, _SUGGESTED)
        ]
        texts += [found.text for found in self._words.of(word, _SUGGESTED)]
        return stretches(word, texts)

    def _spaced(self, word: str, asked: Unanswered) -> tuple[str, ...]:
        """``word`` taken apart by the words that papers have."""
        tokens = {one: self._senses.tokens(one) for one in stretches_of(word)}
        terms = {token: Term("text", token) for run in tokens.values() for token in run}
        if not terms:
            return ()
        counts = self._engine.frequencies(tuple(terms.values())).counts
        papers = {one: min(counts[terms[t]] for t in run) for one, run in tokens.items() if run}
        found = apart(word, papers)
        return (found,) if found else ()

    def _corrected(self, word: str, asked: Unanswered) -> tuple[str, ...]:
        near = one_jamo_away(word)
        if not near:
            return ()
        node = AnyOf(tuple(Filter(Phrase("letters", phrase_tokens(one))) for one in near))
        titles = self._engine.search(Plan(node, asked.filters, limit=_SEEN)).hits
        places = (
            self._engine.search(Plan(node, asked.filters, limit=_SEEN, index="passages")).hits
            if titles
            else ()
        )
        seen = " ".join(
            [json.loads(hit.payload).get("title", "") for hit in titles]
            + [json.loads(hit.payload)["text"] for hit in places]
        )
        return _most_frequent(near, normalise(seen))


def _most_frequent(words: Iterable[str], text: str) -> tuple[str, ...]:
    counts = {word: text.count(word) for word in words}
    found = [word for word, count in counts.items() if count]
    return tuple(sorted(found, key=lambda word: (-counts[word], word))[:3])


def other_spellings(word: str) -> tuple[str, ...]:
    """``word`` as meant on the other keyboard, and its Hanja in Hangul.

    >>> other_spellings("dmldks"), other_spellings("市議會")
    (('의안',), ('시의회',))
    """
    read = in_hangul(word) if has_hanja(word) else None
    return tuple(filter(None, (hangul(word), latin(word), read)))


def _other_keyboard(word: str, _: Unanswered) -> tuple[str, ...]:
    return other_spellings(word)


def _reading(query: str, read: dict[str, tuple[str, Sequence[str]] | None]) -> Reading | None:
    """``query`` with every word replaced that could be read; a half syllable at its end that
    could not is left out."""
    notes, kept, others = [], [], []
    pieces = query.split()
    for at, piece in enumerate(pieces):
        if piece not in read:
            kept.append(piece)
        elif found := read[piece]:
            name, words = found
            notes.append(f"{name}: ‘{piece}’ → ‘{words[0]}’")
            kept.append(words[0])
            others += [" ".join((*pieces[:at], one, *pieces[at + 1 :])) for one in words[1:]]
        elif at and at == len(pieces) - 1 and len(piece) == 1 and is_half(piece):
            notes.append(f"쓰다 만 글자를 빼고 찾음: ‘{piece}’")
        else:
            return None
    return Reading(" ".join(kept), tuple(notes), tuple(others)) if notes else None
