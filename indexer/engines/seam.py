"""The seam: what goes into an engine, what comes out, and what every engine promises.

The token contract (held by `check_stream`): a stream is tokens joined by single spaces; no
token holds white space or a control character or is longer than 64 letters; every text field
of the schema is present in every unit (`EMPTY` stands for no text), one value a field; page and
cell borders are a run of `GAP` tokens, so that no phrase crosses them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol
from unicodedata import category

from indexer.engines.plan import Plan, Term

EMPTY: Final = "∅"
"""Sentinel of an empty text field: engines take N and average length over fields present."""
GAP: Final = "⏎"
"""Border token between passages inside one stream."""
LONGEST_TOKEN: Final = 64
NOT_PLAIN: Final = frozenset({"Cc", "Cs", "Zs", "Zl", "Zp"})
"""Unicode categories of control characters, lone surrogates and white space."""

DOCUMENT_TEXTS: Final = ("title", "text", "text_bigrams", "text_pairs", "letters")
"""Text fields of the documents index. ``text`` holds title, gap, body as morphemes;
``text_bigrams`` bigrams of syllables across spaces; ``text_pairs`` pairs of neighbouring
morphemes; ``letters`` bigrams with ``␣`` for a space, positions kept, for exact phrases."""
PASSAGE_TEXTS: Final = ("text", "letters")
KEYWORDS: Final = (
    "document", "group", "kind", "year", "committee", "agency", "member", "session", "source",
    "readers", "cites", "number", "span",
)  # fmt: skip
"""Keyword fields, each with zero or more values. ``span`` is for articles, no paper has any:
``point`` is one text with its interval in force, ``gathered`` all texts of an article over time,
and ``apart`` a point beside such a one. ``readers`` are the tokens of records.viewer."""
DAYS: Final = ("date", "effective_from", "effective_to")
"""Integer day fields; ``effective_to`` is the last day included. 0 means no date."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One entry of an index. ``payload`` comes back with a hit, untouched (JSON text), and
    ``forward``, what a second look at the hit needs, where the plan asks for it."""

    id: str
    document: str
    revision: int
    texts: Mapping[str, str]
    keywords: Mapping[str, tuple[str, ...]]
    days: Mapping[str, int] = field(default_factory=dict)
    payload: str = ""
    forward: bytes = b""


@dataclass(frozen=True, slots=True)
class DocumentUnits:
    """All units of one document at one revision; none means the document is withdrawn."""

    document: str
    revision: int
    units: tuple[Unit, ...] = ()
    passages: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class Applied:
    """How far an index is, kept inside it: the highest revision applied, and the versions of
    schema and analyser it was built with."""

    revision: int
    versions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Hit:
    """One unit found. ``document`` and ``revision`` say of which state of the record."""

    id: str
    document: str
    revision: int
    score: float
    payload: str
    forward: bytes = b""


@dataclass(frozen=True, slots=True)
class Frequencies:
    """In how many units of the documents index each term stands, and how many there are. What
    was replaced may count until the engine merges it away."""

    units: int
    counts: Mapping[Term, int]


@dataclass(frozen=True, slots=True)
class Found:
    """The page of hits, the exact total, and facets as (value, count) by falling count then
    value."""

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[str, tuple[tuple[str, int], ...]]


class Engine(Protocol):
    """What both engines do alike; `tests/indexer/engines/` holds the one contract suite.

    Every method may raise `records.errors.EngineFault`, and nothing else on purpose.
    """

    def apply(self, batch: Sequence[DocumentUnits], upto: int) -> None:
        """Make ``batch`` searchable and record ``upto`` as applied, in one commit.

        Each document's older units are replaced; an older revision never overwrites a newer.
        Repeating a batch changes nothing.
        """

    def applied(self) -> Applied:
        """Revision 0 and this build's versions for a fresh index."""

    def search(self, plan: Plan) -> Found:
        """Run one plan against its index."""

    def frequencies(self, terms: Sequence[Term]) -> Frequencies:
        """How rare ``terms`` are, each a token of a text field of the documents index."""

    def revisions(self) -> Iterator[tuple[str, int, int, int]]:
        """Every document as (id, revision, units, passages), sorted by id, for `verify`."""

    def rebuild(self) -> "Rebuild":
        """Start a fresh index beside the serving one; search goes on with the old."""

    def size_bytes(self) -> int:
        """Bytes of the serving indexes on disk."""

    def close(self) -> None:
        """Let go of files and connections; idempotent."""


class Rebuild(Protocol):
    """A new index under construction. `publish` makes it the serving one at once (alias or
    pointer switch); leaving without publishing discards it."""

    def apply(self, batch: Sequence[DocumentUnits], upto: int) -> None: ...

    def publish(self) -> None: ...

    def discard(self) -> None: ...


def check_stream(stream: str) -> str:
    """Return ``stream`` if it keeps the token contract; raise ValueError if not.

    >>> check_stream("지방 의회 조례")
    '지방 의회 조례'
    """
    if not stream or stream[0] == " " or stream[-1] == " " or "  " in stream:
        raise _broken(stream)
    if not _is_short(stream) or not _is_plain(stream):
        raise _broken(stream)
    return stream


def _is_short(stream: str) -> bool:
    """No token is too long. Goes in leaps, as a stream has millions of tokens: there must be a
    space in every stretch of `LONGEST_TOKEN` letters and one."""
    at, last = -1, len(stream) - LONGEST_TOKEN - 1
    while at < last:
        space = stream.rfind(" ", at + 1, at + LONGEST_TOKEN + 2)
        if space < 0:
            return False
        at = space
    return True


def _is_plain(text: str) -> bool:
    """No white space but the space, and no control character. What `str.isprintable` accepts is
    plain; of the rest, private use (frequent in HWP) and format characters are plain too."""
    if text.isprintable():
        return True
    return not any(category(char) in NOT_PLAIN for char in text if not char.isprintable())


def _broken(stream: str) -> ValueError:
    first = next(
        token for token in stream.split(" ")
        if not token or len(token) > LONGEST_TOKEN or not _is_plain(token)
    )  # fmt: skip
    return ValueError(f"token contract broken: {first[:80]!r}")
