"""편·장·절·관·속: the headings of a law, and the path of them above each article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from records.model import Version

_RANKS = "편장절관속"


@dataclass(frozen=True, slots=True)
class Path:
    """The headings open above a line, widest first."""

    open: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return " > ".join(self.open)

    def enter(self, heading: str) -> "Path":
        rank = _rank(heading)
        return Path((*(one for one in self.open if _rank(one) < rank), heading))


def heading_paths(outline: Sequence[tuple[int, str]], articles: int) -> list[str]:
    """The path above each of ``articles`` articles.

    >>> heading_paths(((0, "제1장 총칙"), (1, "제1절 권한")), 2)
    ['제1장 총칙', '제1장 총칙 > 제1절 권한']
    """
    path, at, paths = Path(), 0, []
    for place in range(articles):
        while at < len(outline) and outline[at][0] <= place:
            path, at = path.enter(outline[at][1]), at + 1
        paths.append(path.text)
    return paths


def outline_text(version: Version) -> str:
    """The headings, a line each, with the article that follows."""
    keys = [article.key for article in version.articles]
    lines = (
        f"{heading} ({keys[place]}부터)" if place < len(keys) else heading
        for place, heading in version.outline
    )
    return "\n".join(lines)


def _rank(heading: str) -> int:
    found = re.match(r"제\d+(?:의\d+)?([편장절관속])", heading)
    return _RANKS.index(found[1]) if found else len(_RANKS)
