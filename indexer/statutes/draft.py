"""A draft of an ordinance, or any text in articles, as a version that can be compared.

A statute's Markdown is read as such. Otherwise the first line is the name, ``제3조(제목)`` at the
start of a line begins an article, ``제1장 총칙`` is a heading, ``부칙`` begins the addenda and
``[별표 1]`` the annexes. Nothing is dropped.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from indexer.statutes.frontmatter import is_statute
from indexer.statutes.markdown import plain, read_markdown
from indexer.statutes.outline import heading_paths
from records.errors import Broken
from records.model import Article, Version
from records.timeline import today

_ARTICLE: Final = re.compile(
    r"(제\s?\d+조(?:의\s?\d+)*)\s*(?:\(((?:[^()]|\([^()]*\))*)\)|(?=삭\s*제(?:\s|<|$))|$)\s*(.*)"
)
_HEADING: Final = re.compile(r"제\d+[편장절관](?:의\d+)?(?:\s.*)?")
_ADDENDA: Final = re.compile(r"부\s*칙(?:\s*[<(\[].*)?")
_ANNEX: Final = re.compile(r"[\[<(【]?\s*(?:별표|별지)\s*(?:제?\d.*|[\])>】].*)?")


def read_draft(text: str, name: str = "") -> Version:
    """The version that ``text`` is; raise `Broken` when it has no article at all.

    >>> read_draft("시연 조례\\n제1조(목적) 이 조례는 …").articles[0].title
    '목적'
    """
    if is_statute(text):
        return read_markdown(text)
    reading = _Reading()
    for line in plain(re.sub(r"^#+ +", "", text, flags=re.MULTILINE)).split("\n"):
        reading.take(line.strip())
    if not reading.articles:
        raise Broken("조문(제1조…)을 찾을 수 없는 글")
    return reading.version(name)


@dataclass(slots=True)
class _Reading:
    """A text while it is read, line by line."""

    preamble: list[str] = field(default_factory=list)
    articles: list[tuple[str, str | None, list[str]]] = field(default_factory=list)
    outline: list[tuple[int, str]] = field(default_factory=list)
    addenda: list[str] = field(default_factory=list)
    annexes: list[str] = field(default_factory=list)
    _into: list[str] | None = None

    def take(self, line: str) -> None:
        if _ADDENDA.fullmatch(line) and not self.annexes:
            self._into = self.addenda
        elif self.articles and _ANNEX.fullmatch(line):
            self._into = self.annexes
        elif not self.addenda and not self.annexes and self._structure(line):
            return
        (self.preamble if self._into is None else self._into).append(line)

    def _structure(self, line: str) -> bool:
        """Whether ``line`` began an article or is a heading."""
        if _HEADING.fullmatch(line):
            self.outline.append((len(self.articles), line))
            return True
        found = _ARTICLE.fullmatch(line)
        if found is None:
            return False
        key = "".join(found[1].split())
        first = f"{key}({found[2]})" if found[2] is not None else key
        gap = "\n" if found[3][:1] in tuple("①②③④⑤⑥⑦⑧⑨") else " "
        self._into = [f"{first}{gap}{found[3]}".strip()]
        self.articles.append((key, found[2], self._into))
        return True

    def version(self, name: str) -> Version:
        head = [line for line in self.preamble if line]
        title = head[0] if head and len(head[0]) <= 100 else name
        rest = "\n".join(head[1:] if head and title == head[0] else head)
        paths = heading_paths(self.outline, len(self.articles))
        return Version(
            law_id="",
            mst="",
            effective=today(),
            name=title or name or "제정안",
            kind="",
            articles=tuple(
                Article(key, title, "\n".join(filter(None, body)), path)
                for (key, title, body), path in zip(self.articles, paths, strict=True)
            ),
            preamble=rest,
            outline=tuple(self.outline),
            addenda="\n".join(filter(None, self.addenda)),
            annexes="\n".join(filter(None, self.annexes)),
        )
