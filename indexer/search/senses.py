"""From words to what must match: each word or phrase of a query as one `Sense`."""

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from indexer.engines.plan import AllOf, AnyOf, Boost, Filter, Node, Phrase, Term
from indexer.korean.hanja import has_hanja, in_hangul
from indexer.korean.letters import phrase_tokens
from indexer.korean.model import Streams, Token
from indexer.search.synonyms import Run, Synonyms, name_node

_DIGIT: Final = re.compile(r"\d")
_SAFE: Final = 3
"""Letters from which a word may be found by its spelling too, however a paper's text was taken
apart (주차장 in 공영주차장); shorter ones stand in others by chance (요금 in 필요금액)."""


_MOST_TOGETHER: Final = 12
"""Words of a query that are read together as names."""


class Analysis(Protocol):
    """What search needs of `indexer.korean.analyser.Analyser`."""

    def streams(self, text: str) -> Streams: ...

    def query_tokens(self, text: str) -> tuple[Token, ...]: ...


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing a paper must have. ``text`` is how it was typed; ``node`` what matches.

    For marks: ``runs`` are the token runs that may stand in a text (the word's own morphemes,
    then those of its synonyms); ``exact`` are stretches that match letter by letter, and
    ``spelled`` spellings that match beside the runs. ``others`` are the synonyms taken along and
    ``names`` their nodes, of ``also`` where they name several words of the query together;
    ``meant`` says that fields may meet it too (`indexer.search.intents`).
    """

    text: str
    node: Node
    runs: tuple[tuple[str, ...], ...] = ()
    exact: tuple[str, ...] = ()
    spelled: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    names: tuple[Node, ...] = ()
    also: str = ""
    meant: bool = False

    @property
    def parts(self) -> tuple[Node, ...]:
        """What a paper near to it may have: the word, or a part of a compound. The rest of a
        word without its syllables (공개 of 비공개) says another thing, and is none."""
        tokens = dict.fromkeys(token for run in self.runs for token in run if len(token) > 1)
        return (self.node, *(Term("text", token) for token in tokens if len(tokens) > 1))

    @property
    def beside(self) -> tuple[Node, ...]:
        """What scores beside the word's own morphemes: its synonyms, or its letters."""
        if not self.runs:
            return (self.node,)
        return self.names


class Senses:
    """Makes senses with one analyser, one set of synonyms, and the weights for both."""

    def __init__(
        self, analysis: Analysis, groups: Sequence[tuple[str, ...]], synonym: float, letters: float
    ) -> None:
        self._analysis = analysis
        self._synonym = synonym
        self._letters = letters
        self._synonyms = Synonyms(analysis, groups)

    def renew(self, groups: Sequence[tuple[str, ...]]) -> None:
        """From now on with these synonyms."""
        self._synonyms = Synonyms(self._analysis, groups)

    def words(self, words: Sequence[str]) -> tuple[tuple[Sense, ...], Streams]:
        """Senses of ``words``, with the streams of the whole.

        A morpheme depends on its neighbours, in a query as in a paper: a word is read among
        the others and by itself, and either reading may stand in a paper.
        """
        text = " ".join(words)
        tokens = self._analysis.query_tokens(text)
        stems = _stems(words, tokens)
        senses, start = [], 0
        for at, word in enumerate(words):
            end = start + len(word)
            among = [token for token in tokens if start <= token.start < end]
            alone = self._analysis.query_tokens(word) if len(words) > 1 else ()
            readings = dict.fromkeys(filter(None, map(_forms, (among, alone))))
            spelled = _spellings(words, stems, at)
            senses.append(self._word(word, stems[at], tuple(readings), spelled))
            start = end + 1
        self._together(words, tokens, senses)
        return tuple(senses), self._analysis.streams(text)

    def word(self, word: str) -> Sense:
        """The sense of one word by itself."""
        return self.words((word,))[0][0]

    def tokens(self, text: str) -> tuple[str, ...]:
        """The morphemes to ask for."""
        return _forms(self._analysis.query_tokens(text))

    def analysed(self, text: str) -> tuple[Token, ...]:
        """The morphemes of a stretch of text, with their places."""
        return self._analysis.query_tokens(text)

    def exact(self, text: str) -> Sense:
        """A phrase that must stand in the text letter by letter."""
        return Sense(f"“{text}”", _letters(text), exact=(text,))

    def _word(
        self, word: str, stem: str, readings: tuple[Run, ...], spelled: tuple[str, ...]
    ) -> Sense:
        if not readings:
            return Sense(word, Boost(_letters(word), self._letters), exact=(word,))
        nodes: list[Node] = [_reading(reading) for reading in readings]
        nodes += [Filter(_letters(text)) for text in _shortest(spelled)]
        sense = Sense(word, AnyOf(tuple(nodes)), readings, spelled=spelled)
        return self._named(sense, self._names(word, stem, readings))

    def _names(self, word: str, stem: str, readings: Sequence[Run]) -> Mapping[str, Run]:
        """Other names for ``word`` with their morphemes; of Hanja, how they are read."""
        names = {
            name: run
            for reading in readings
            for spelling in dict.fromkeys((stem, word))
            for name, run in self._synonyms.of(reading, spelling).items()
        }
        if has_hanja(word) and (read := in_hangul(word)) != word:
            run = self.tokens(read)
            names |= {read: run} | self._synonyms.of(run, read)
        return {name: run for name, run in names.items() if run not in readings and name != word}

    def _together(self, words: Sequence[str], tokens: Sequence[Token], senses: list[Sense]) -> None:
        """Add what several neighbouring words are a name for: 예산결산 특별위원회 = 예결위."""
        ends = list(itertools.accumulate(len(word) + 1 for word in words))
        for first, last in itertools.combinations(range(min(len(words), _MOST_TOGETHER)), 2):
            low, high = ends[first] - len(words[first]) - 1, ends[last]
            run = _forms(token for token in tokens if low <= token.start < high)
            name = " ".join(words[first : last + 1])
            if names := self._synonyms.of(run, name):
                for at in range(first, last + 1):
                    senses[at] = replace(self._named(senses[at], names), also=name)

    def _named(self, sense: Sense, names: Mapping[str, Run]) -> Sense:
        """``sense``, met by ``names`` too."""
        if not names:
            return sense
        nodes = tuple(name_node(name, run) for name, run in names.items())
        return replace(
            sense,
            node=AnyOf((sense.node, *(Boost(node, self._synonym) for node in nodes))),
            runs=(*sense.runs, *filter(None, names.values())),
            spelled=(*sense.spelled, *(name for name, run in names.items() if not run)),
            others=(*sense.others, *names),
            names=(*sense.names, *nodes),
        )


def _stems(words: Sequence[str], tokens: Sequence[Token]) -> list[str]:
    """Each word without the particles at its end."""
    stems, start = [], 0
    for word in words:
        ends = [t.end - start for t in tokens if start <= t.start < start + len(word)]
        stems.append(word[: max(ends, default=len(word))])
        start += len(word) + 1
    return stems


def _spellings(words: Sequence[str], stems: Sequence[str], at: int) -> tuple[str, ...]:
    """How word ``at`` may stand in a text: by itself, or written together with a neighbour."""
    found = [stems[at]]
    if at and stems[at - 1] == words[at - 1]:
        found.append(stems[at - 1] + stems[at])
    if at + 1 < len(words) and stems[at] == words[at]:
        found.append(stems[at] + stems[at + 1])
    return tuple(spelling for spelling in found if len(spelling) >= _SAFE)


def _shortest(spellings: Sequence[str]) -> tuple[str, ...]:
    """Those that hold no other: where a longer one stands, the shorter stands too."""
    return tuple(
        one for one in spellings if not any(other in one for other in spellings if other != one)
    )


def _forms(tokens: Iterable[Token]) -> tuple[str, ...]:
    return tuple(token.form for token in tokens)


def _reading(tokens: tuple[str, ...]) -> Node:
    """All morphemes of one reading of a word."""
    return AllOf((*(Term("text", token) for token in dict.fromkeys(tokens)), *_close(tokens)))


def _letters(text: str) -> Node:
    """``text`` letter by letter."""
    return Phrase("letters", phrase_tokens(text))


def _close(tokens: tuple[str, ...]) -> tuple[Node, ...]:
    """A syllable means little by itself (비공개, 조례안, 서울시): it must stand beside its
    neighbour in the word. Numbers and articles stand for themselves."""
    pairs = [
        f"{one}_{after}"
        for one, after in itertools.pairwise(tokens)
        if min(len(one), len(after)) == 1 and not _DIGIT.search(one + after)
    ]
    return tuple(Term("text_pairs", pair) for pair in dict.fromkeys(pairs))
