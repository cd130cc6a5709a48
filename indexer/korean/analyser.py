"""Korean text to token streams, through KoNLPy's Mecab; the same at index and at query.

>>> [token.form for token in Analyser().tokens("하반기 의장단이 제47조제1항에 따라")]
['하', '반기', '의장', '단', '제47조', '제47조제1항', '따르']
"""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Final

from konlpy.tag import Mecab  # type: ignore[attr-defined]  # exported without saying so

from indexer.korean import letters as streams
from indexer.korean.dictionary import SYSTEM, compiled, read_words
from indexer.korean.model import Streams, Token
from indexer.korean.morphemes import FORMAT, Entry, Lines, entry
from indexer.korean.normalise import normalise
from indexer.korean.reading import Reading
from indexer.korean.references import Reference, cover, deepest, find_references, weave

OWN_WORDS: Final = Path(__file__).parents[2] / "mappings" / "dictionary.tsv"
_LONGEST_RUN: Final = 2000
"""Letters the tagger gets at once: bounds its time and memory on any input."""
_RULES: Final = 3
"""Counts changes of our own rules, which the versions of the libraries do not show."""


class Analyser:
    """One tagger with the project's words and those of ``user_dictionary``.

    It may be shared by threads. Opening takes some 50 ms, the first time a second more.
    """

    def __init__(self, user_dictionary: Path | None = None) -> None:
        paths = [OWN_WORDS, user_dictionary] if user_dictionary else [OWN_WORDS]
        dictionary = compiled(read_words(paths))
        self.version = _version(dictionary.stem)
        options = f'"{SYSTEM}" -r /dev/null -u "{dictionary}" -M {_LONGEST_RUN} -F "{FORMAT}"'
        self._mecab = Mecab(options)  # type: ignore[no-untyped-call]
        self._lines = Lines()

    def streams(self, text: str) -> Streams:
        """``text`` analysed: four streams, each keeping the token contract."""
        morphemes = self.tokens(text)
        return Streams(
            morphemes, streams.bigrams(text), streams.pairs(morphemes), streams.letters(text)
        )

    def tokens(self, text: str) -> tuple[Token, ...]:
        """The morphemes of ``text`` in order, with their places in it."""
        return self.read(text).morphemes

    def query_tokens(self, text: str) -> tuple[Token, ...]:
        """The morphemes to ask for: as `tokens`, but of a reference only its deepest form."""
        plain = normalise(text)
        return self._read(text, plain, deepest(find_references(plain))).morphemes

    def read(self, text: str) -> Reading:
        """``text`` read once for an index."""
        plain = normalise(text)
        return self._read(text, plain, find_references(plain))

    def _read(self, text: str, plain: str, references: list[Reference]) -> Reading:
        if not references:
            return Reading(text, plain, self._entries(plain))
        entries = self._entries(cover(plain, references))
        return Reading(text, plain, weave(plain, entries, references))

    def _entries(self, plain: str) -> list[Entry]:
        """The surfaces of ``plain``, which spell it; the tagger leaves out spaces at an end."""
        found: list[Entry] = []
        for low, high in _runs(plain):
            run = plain[low:high]
            found += self._tagged(run)
            if run.endswith(" "):
                found.append(entry(" " * (len(run) - len(run.rstrip(" "))), ()))
        return found

    def _tagged(self, run: str) -> list[Entry]:
        lines = self._mecab.tagger.parse(run).split("\n")[:-2]
        entries = list(map(self._lines.__getitem__, lines))
        loose = self._lines.loose
        if not loose.isdisjoint(lines):
            for at in reversed([at for at, line in enumerate(lines) if line in loose]):
                self._mend(lines, entries, at)
        return entries

    def _mend(self, lines: Sequence[str], entries: list[Entry], at: int) -> None:
        """Read the word that begins at ``at``, with a particle, by itself.

        A particle never follows a space; MeCab without the Korean patch does not know, and reads
        ``서울시 도봉구`` as 도/JX 봉구, ``제213회 의안`` as 의/JKG 안.
        """
        end = at + 1
        while end < len(lines) and lines[end][0] != " ":
            end += 1
        if end - at > 1:
            word = "".join(line.partition("\t")[0] for line in lines[at:end])
            again = self._mecab.tagger.parse(word).split("\n")[:-2]
            entries[at:end] = map(self._lines.__getitem__, again)


def _runs(plain: str) -> Iterator[tuple[int, int]]:
    """Borders of runs that are short enough, at a space where there is one."""
    low, size = 0, len(plain)
    while size - low > _LONGEST_RUN:
        space = plain.rfind(" ", low + 1, low + _LONGEST_RUN)
        high = space if space > 0 else low + _LONGEST_RUN
        yield low, high
        low = high
    yield low, size


def _version(words: str) -> str:
    names = ("konlpy", "mecab-python3", "python-mecab-ko-dic")
    rules = blake2b(words.encode(), digest_size=4).hexdigest()
    return " ".join([*(f"{name} {version(name)}" for name in names), f"rules {_RULES}.{rules}"])
