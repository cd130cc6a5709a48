"""The streams that need no dictionary: bigrams, pairs, and letters for exact phrases.

In the letters stream a phrase is exact to the letter: every two neighbouring letters are a
token, a run of white space counting as the letter ``␣``. ``행정사무감사를`` holds the tokens of
``"행정사무감사"`` side by side, and ``정보공개`` does not hold those of ``"정보 공개"``. A single
letter has no neighbour: the distinct letters of a text follow its bigrams behind a border
(`letters_stream`), so that a phrase of one letter is one exact term too.
"""

import re
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import islice, pairwise
from operator import add
from typing import Final

from indexer.engines.seam import EMPTY, GAP, LONGEST_TOKEN
from indexer.korean.model import Token
from indexer.korean.normalise import SPACE, normalise

_APART: Final = re.compile(r"[^\w\s]+|_+")


def short(token: str) -> str:
    """Return ``token``, or its hash if it is longer than a stream may hold."""
    if len(token) <= LONGEST_TOKEN:
        return token
    return "#" + blake2b(token.encode(), digest_size=16).hexdigest()


def bigrams(text: str) -> tuple[str, ...]:
    """Every two neighbouring syllables or digits, across spaces but not across punctuation.

    >>> bigrams("정보 공개, 청구")
    ('정보', '보공', '공개', '청구')
    """
    joined = "".join(_APART.sub(GAP, normalise(text)).split())
    runs = map(add, joined, islice(joined, 1, None))
    return tuple(two for two in runs if GAP not in two)


def letters(text: str) -> tuple[str, ...]:
    """Every two neighbouring letters, a run of white space as ``␣``.

    >>> letters("정보 공개")
    ('정보', '보␣', '␣공', '공개')
    """
    joined = SPACE.join(normalise(text).split())
    return tuple(map(add, joined, islice(joined, 1, None)))


def phrase_tokens(phrase: str) -> tuple[str, ...]:
    """The tokens that stand side by side in the letters stream where ``phrase`` stands.

    One token (a phrase of one or two letters) is a `Term`, several are a `Phrase`, none means
    that the phrase is blank.

    >>> phrase_tokens("감사"), phrase_tokens("갑"), phrase_tokens(" ")
    (('감사',), ('갑',), ())
    """
    return letters(phrase) or tuple(normalise(phrase).split())


def single_letters(texts: Iterable[str]) -> tuple[str, ...]:
    """The distinct letters of ``texts``, sorted, without white space."""
    found = set().union(*map(normalise, texts))
    return tuple(sorted(found - {" "}))


def letters_stream(texts: Sequence[str], streams: Iterable[Sequence[str]]) -> str:
    """One letters stream of ``texts`` and their `letters`: borders between, singles last."""
    singles = single_letters(texts)
    return join_streams((*streams, singles)) if singles else EMPTY


def pairs(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Neighbouring morphemes joined by ``_``."""
    joined = map("_".join, pairwise(token.form for token in tokens))
    return tuple(map(short, joined))


def join_streams(streams: Iterable[Sequence[str]]) -> str:
    """Streams as one text field: a border between those that hold something.

    >>> join_streams([("지방", "의회"), (), ("조례",)]), join_streams([])
    ('지방 의회 ⏎ 조례', '∅')
    """
    return f" {GAP} ".join(" ".join(stream) for stream in streams if stream) or EMPTY
