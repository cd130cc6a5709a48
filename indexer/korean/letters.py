"""The streams that need no dictionary: bigrams, pairs, and letters for exact phrases.

In the letters stream a phrase is exact to the letter: every two neighbouring letters are a
token, a run of white space counting as the letter ``␣``. ``행정사무감사를`` holds the tokens of
``"행정사무감사"`` side by side, and ``정보공개`` does not hold those of ``"정보 공개"``. A single
letter has no neighbour: the distinct letters of a text follow its bigrams behind a border
(`letters_stream`), so that a phrase of one letter is one exact term too.
"""

import re
from array import array
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import pairwise
from typing import Final

from indexer.engines.seam import EMPTY, GAP, LONGEST_TOKEN
from indexer.korean.model import Token
from indexer.korean.normalise import SPACE, normalise

_APART: Final = re.compile(r"[\W_]+")
_SPACES: Final = b" \0\0\0"


def short(token: str) -> str:
    """Return ``token``, or its hash if it is longer than a stream may hold."""
    if len(token) <= LONGEST_TOKEN:
        return token
    return "#" + blake2b(token.encode(), digest_size=16).hexdigest()


def solid(text: str) -> str:
    """``text`` without spaces, a border for each stretch of punctuation.

    >>> solid("정보 공개, 청구")
    '정보공개⏎청구'
    """
    return solid_of(normalise(text))


def solid_of(plain: str) -> str:
    """The same of text that is normalised already."""
    return _APART.sub(GAP, "".join(plain.split()))


def bigrams(text: str) -> tuple[str, ...]:
    """Every two neighbouring syllables or digits, across spaces but not across punctuation.

    >>> bigrams("정보 공개, 청구")
    ('정보', '보공', '공개', '청구')
    """
    return tuple(bigram_stream(solid(text)).split())


def bigram_stream(solid: str) -> str:
    """`bigrams` of solid text, joined by a space."""
    runs = _twos(solid.strip(GAP)).split(GAP)  # '정보 보⏎ ⏎공 공개' → '정보 보', ' ', '공 공개'
    if len(runs) == 1:
        return runs[0]
    inner = [run[2:-2] for run in runs[2:-2:2]]
    return " ".join(filter(None, (runs[0][:-2], *inner, runs[-1][2:])))


def letters(text: str) -> tuple[str, ...]:
    """Every two neighbouring letters, a run of white space as ``␣``.

    >>> letters("정보 공개")
    ('정보', '보␣', '␣공', '공개')
    """
    return tuple(letter_stream(normalise(text)).split())


def letter_stream(plain: str) -> str:
    """`letters` of normalised text, joined by a space."""
    return _twos(SPACE.join(plain.split()))


def _twos(run: str) -> str:
    """Every two neighbours of ``run``, joined by a space: laid out as an array of code points,
    since a bigram at a time costs ten times as much.

    >>> _twos("정보공개")
    '정보 보공 공개'
    """
    size = len(run) - 1
    if size < 1:
        return ""
    points = array("I", run.encode("utf-32-le"))
    laid = array("I", _SPACES * (3 * size))
    laid[0::3], laid[1::3] = points[:-1], points[1:]
    return laid[:-1].tobytes().decode("utf-32-le")


def phrase_tokens(phrase: str) -> tuple[str, ...]:
    """The tokens that stand side by side in the letters stream where ``phrase`` stands.

    One token (a phrase of one or two letters) is a `Term`, several are a `Phrase`, none means
    that the phrase is blank.

    >>> phrase_tokens("감사"), phrase_tokens("갑"), phrase_tokens(" ")
    (('감사',), ('갑',), ())
    """
    return letters(phrase) or tuple(normalise(phrase).split())


def letters_stream(plains: Sequence[str]) -> str:
    """One letters stream of normalised texts: borders between, their distinct letters last."""
    singles = set().union(*plains) - {" "}
    return join_streams((*map(letter_stream, plains), " ".join(sorted(singles))))


def pairs(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Neighbouring morphemes joined by ``_``."""
    return tuple(pairs_of([token.form for token in tokens]))


def pairs_of(forms: Sequence[str]) -> list[str]:
    """The same of the morphemes' forms."""
    joined = list(map("_".join, pairwise(forms)))
    return list(map(short, joined)) if max(map(len, joined), default=0) > LONGEST_TOKEN else joined


def join_streams(streams: Iterable[str]) -> str:
    """Streams as one text field: a border between those that hold something.

    >>> join_streams(["지방 의회", "", "조례"]), join_streams([])
    ('지방 의회 ⏎ 조례', '∅')
    """
    return f" {GAP} ".join(filter(None, streams)) or EMPTY
