"""Names of laws: the longest known one at a place of a text, and a title's official spelling."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from records.names import fold

LAWS: Final = Path(__file__).resolve().parents[3] / "mappings" / "laws.tsv"

_SKIPPED: Final = frozenset(" \n\u00a0\u2024？?ㆍ·・‧⋅∙•᛫｡･")
_LONGEST: Final = 160
"""Letters of the longest stretch that a name may take up in a text."""
_DECREE: Final = re.compile(r"\s?(시행\s?령|시행\s?규칙)")
_TITLE: Final = ""
"""The key under which a node of the tree keeps the title that ends there."""


class Names:
    """A dictionary of titles and short names. Spaces and interpuncts do not matter.

    >>> names = Names(["도로법", "도로법 시행령"], {"국계법": "국토의 계획 및 이용에 관한 법률"})
    >>> names.at("도로법시행령 제3조", 0)
    (6, '도로법 시행령')
    >>> names.at("국계법", 0), names.at("도로", 0)
    ((3, '국토의 계획 및 이용에 관한 법률'), None)
    """

    def __init__(self, titles: Iterable[str] = (), short: Mapping[str, str] | None = None) -> None:
        self._root: dict[str, Any] = {}
        for name, title in (short or {}).items():
            self.add(name, title)
        for title in titles:
            self.add(title, title)

    def add(self, name: str, title: str) -> None:
        """``name`` stands for ``title`` from now on."""
        node = self._root
        for letter in fold(name):
            node = node.setdefault(letter, {})
        node[_TITLE] = title

    def at(self, text: str, start: int) -> tuple[int, str] | None:
        """The end and the title of the longest name that begins at ``start``."""
        node, found = self._root, None
        for place in range(start, min(len(text), start + _LONGEST)):
            letter = text[place]
            if letter in _SKIPPED and place > start:
                continue
            following = node.get(letter.casefold())
            if following is None:
                break
            node = following
            if _TITLE in node:
                found = (place + 1, node[_TITLE])
        return found

    def title(self, written: str) -> str:
        """The official spelling of ``written``; what is unknown keeps its own, spaces tidied.

        >>> Names(["상속세 및 증여세법"]).title("상속세및증여세법 시행령")
        '상속세 및 증여세법 시행령'
        """
        found = self.at(written, 0)
        plain = re.sub("[·・‧⋅•･\u2024？]", "ㆍ", " ".join(written.split()))
        if found is None:
            return plain
        end, title = found
        rest = written[end:].strip()
        decree = _DECREE.fullmatch(rest)
        if not rest or decree:
            return f"{title} {''.join(decree[1].split())}" if decree else title
        return plain


def known_names(titles: Iterable[str] = (), path: Path = LAWS) -> Names:
    """The names in ``mappings/laws.tsv`` and ``titles``."""
    names = Names()
    for line in path.read_text(encoding="utf-8").splitlines():
        title, _, short = line.partition("\t")
        for name in (title, *short.split(",")):
            if name.strip() and not line.startswith("#"):
                names.add(name.strip(), title)
    for title in titles:
        names.add(title, title)
    return names


def base(title: str) -> str:
    """The Act of a decree or rule by its title.

    >>> base("도로법 시행규칙"), base("도로법")
    ('도로법', '도로법')
    """
    return re.sub(r"\s*시행(?:령|규칙)$", "", title)
