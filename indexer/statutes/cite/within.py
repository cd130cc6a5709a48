"""What the reader of a statute's text knows of it: the law above it, its own short names."""

import re
from dataclasses import replace
from typing import Final

from indexer.statutes.cite.grammar import DECLARED, LAW_LIKE
from indexer.statutes.cite.model import Within
from indexer.statutes.cite.names import base
from records.model import Version

_DECLARATION: Final = re.compile(
    r"(?:[「｢]([^「」｢｣\n]{1,100})[」｣]|((?<![가-힣])[가-힣ㆍ]{2,30}법))(?:\s?(?:및|과|와)\s같은\s법)?\s?(시행령|시행규칙)?"
    r"(?:\s제\d[^「」()]{0,30})?\s?\(([^()「」]{0,200})\)"
)


def within_of(version: Version, article: str | None = None) -> Within:
    """``version`` as the text around a citation, which begins in ``article``.

    The Act and the decree above it follow from the title (``도로법 시행규칙``); other decrees
    declare them: ``「도로법」(이하 "법"이라 한다)``.
    """
    text = "\n".join(one.text for one in version.articles)
    return replace(within_title(version.name, declared_in(text)), article=article)


def within_title(title: str, declared: dict[str, str] | None = None) -> Within:
    """A statute of which only the ``title`` (and short names it declares) are known."""
    own = base(re.sub(r"^.{1,60}\s소관\s", "", title))
    act = own if base(title) != title else None
    decree = f"{own} 시행령" if title.endswith("시행규칙") else None
    return Within(title, act, decree, declared or {})


def declared_in(text: str) -> dict[str, str]:
    """Short names that ``text`` declares for laws named in it.

    >>> declared_in('「도로법」(이하 "법"이라 한다) 및 같은 법 시행령')
    {'법': '도로법'}
    """
    found: dict[str, str] = {}
    for one in _DECLARATION.finditer(text):
        title = (one[1] or one[2]).strip()
        title = f"{base(title)} {one[3]}" if one[3] else title
        for declared in DECLARED.finditer(one[4]):
            name = declared["name"].strip()
            if LAW_LIKE.search(name) and not declared["here"]:
                found.setdefault(name, title)
    return found
