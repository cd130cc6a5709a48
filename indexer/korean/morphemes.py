"""What one line of MeCab's answer means: which parts of a word are worth a token.

A line is ``surface TAB tag,meaning,final,reading,type,first,last,parts``. Words of content are
kept, particles, endings, punctuation and auxiliaries are not. A compound gives its parts at
their own places and not itself; an inflected form gives the stem (``따른`` → ``따르``).
"""

from collections.abc import Iterator
from typing import Final

from indexer.korean.letters import short

Part = tuple[str, int, int]
"""A token's form with its place inside the surface."""
Entry = tuple[str, tuple[Part, ...]]
"""A surface and the parts that become tokens."""

_EMPTY_WORDS: Final = frozenset(
    ("SF", "SP", "SS", "SSO", "SSC", "SE", "SO", "SW", "SY", "SC", "IC", "VCP", "VCN", "VX")
)
_MOST_LINES: Final = 300_000


def is_content(tag: str) -> bool:
    """True for tags that carry meaning; XPN (비-, 미-, 무-, 불-) is one: it turns it round."""
    return tag not in _EMPTY_WORDS and not tag.startswith(("J", "E", "XS"))


class Lines(dict[str, Entry]):
    """Lines read, kept: a language repeats itself. Forgets all when it holds too many."""

    def __missing__(self, line: str) -> Entry:
        if len(self) >= _MOST_LINES:
            self.clear()
        entry = self[line] = _read(line)
        return entry


def _read(line: str) -> Entry:
    surface, _, feature = line.partition("\t")
    fields = feature.split(",")
    if len(fields) < 8 or fields[7] == "*":
        kept = is_content(fields[0].partition("+")[0])
        return surface, ((short(surface), 0, len(surface)),) if kept else ()
    return surface, tuple(_parts(surface, fields[7]))


def _parts(surface: str, expression: str) -> Iterator[Part]:
    """Parts of ``하/NNG/*+반기/NNG/*``; where they do not spell the surface, all of it."""
    parts = [part.split("/") for part in expression.split("+")]
    spelled = "".join(part[0] for part in parts) == surface
    at = 0
    for form, tag, *_ in parts:
        end = at + len(form)
        if is_content(tag):
            yield (short(form), at, end) if spelled else (short(form), 0, len(surface))
        at = end
