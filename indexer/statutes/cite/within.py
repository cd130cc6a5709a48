"""What the reader of a statute's text knows of it: the law above it, its own short names."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from indexer.statutes.cite.grammar import DECLARED, LAW_LIKE
from indexer.statutes.cite.model import Within
from indexer.statutes.cite.names import base
from records.model import Version

_UNITS: Final = (
    r"(?P<units>\s?제\s?\d[\d조항호목의제ㆍ, ]{0,60}(?:(?:및|또는)\s제[\d조항호목의 ]{1,20})?"
    r"(?:에\s?(?:따른|따라|의한|의하여))?)?"
)
_NAMED: Final = re.compile(
    r"(?:[「｢](?P<quoted>[^「」｢｣\n]{1,100})[」｣]|(?<![가-힣])(?P<same>같은|동)\s?법|"
    r"(?<![가-힣])(?P<short>법)(?=\s제\d)|"
    r"(?<![가-힣])(?P<plain>[가-힣ㆍ]{2,60}법률?)(?=\s?시행|\s?제\s?\d|\s?\())"
    rf"\s?(?P<decree>시행령|시행규칙)?{_UNITS}(?:\s?\((?P<bracket>[^()「」]{{0,200}})\))?"
)
_QUOTED: Final = re.compile(r"[「｢]([^「」｢｣\n]{1,100})[」｣]")
_ACT: Final = re.compile(r"법(?:률)?(?:\([^()]{1,20}\))?$")
"""The end of an Act's title, an addition in brackets included."""
_AMENDING: Final = re.compile(r"(?:개정|폐지)법률?$")
_OF_LAW: Final = re.compile(r"(?:법|법률|령|영|규칙)$")


def within_of(version: Version, article: str | None = None) -> Within:
    """``version`` as the text around a citation, which begins in ``article``.

    The Act and the decree above it follow from the title (``도로법 시행규칙``); other decrees
    declare them: ``「도로법」(이하 "법"이라 한다)``.
    """
    text = "\n".join(one.text for one in version.articles)
    within = within_title(version.name, declared_in(text))
    return replace(within, article=article, implied=_implied(within, version))


def within_title(title: str, declared: dict[str, str] | None = None) -> Within:
    """A statute of which only the ``title`` (and short names it declares) are known: the Act and
    the decree in it are certain, and need no declaration.

    >>> within_title("도로법 시행규칙").decree, within_title("공무원 여비 규정 시행규칙").decree
    ('도로법 시행령', '공무원 여비 규정')
    """
    own, names = base(re.sub(r"^.{1,60}\s소관\s", "", title)), dict(declared or {})
    if base(title) == title:
        return Within(title, declared=names)
    act = own if _ACT.search(own) else None
    decree = (f"{own} 시행령" if act else own) if title.endswith("시행규칙") else None
    certain = {"법": act, "영": decree, "시행령": decree}
    names = {name: law for name, law in names.items() if certain.get(name) in (None, law)}
    return Within(title, act, decree, names)


def declared_in(text: str) -> dict[str, str]:
    """Short names that ``text`` declares for laws named in it.

    >>> declared_in('「도로법」(이하 "법"이라 한다) 및 같은 법 시행령')
    {'법': '도로법'}
    """
    found: dict[str, str] = {}
    last: str | None = None
    for one in _NAMED.finditer(text):
        title = found.get("법") if one["short"] else _title(one, last)
        if title is None:
            continue
        last = title
        for name, here in short_names(one["bracket"] or ""):
            if not here and (_OF_LAW.search(name) or not one["units"]):
                found.setdefault(name, title)
    return found


def short_names(bracket: str) -> Iterator[tuple[str, bool]]:
    """The short names for laws that a bracket declares, and whether for this article alone."""
    for declared in DECLARED.finditer(bracket):
        name = (declared["name"] or declared["bare"]).strip()
        name = name.replace("法", "법").replace("令", "영")
        if LAW_LIKE.search(name):
            yield name, bool(declared["here"])


def _title(one: re.Match[str], last: str | None) -> str | None:
    """The law that is named, ``같은 법`` being the one named ``last``."""
    title = base(last) if one["same"] and last else one["quoted"] or one["plain"]
    if title is None or _AMENDING.search(title) or not LAW_LIKE.search(title.strip()):
        return None
    return f"{base(title.strip())} {one['decree']}" if one["decree"] else str(title.strip())


def _implied(within: Within, version: Version) -> dict[str, str]:
    """The Act or the decree that a decree or a rule leaves to be understood beside the other that
    it declares; with neither, ``법`` is the one Act that its first article names."""
    declared = within.declared
    law, decree = declared.get("법"), declared.get("영") or declared.get("시행령")
    if within.act or within.title.endswith(("법", "법률")):
        return {"영": within.title} if within.title.endswith("시행령") else {}
    if law or decree:
        act = base(decree or law or "")
        return (
            {"법": act, "영": f"{act} 시행령", "시행령": f"{act} 시행령"}
            if _ACT.search(act)
            else {}
        )
    first = version.articles[0].text if version.articles else ""
    named = {base(one.strip()) for one in _QUOTED.findall(first) if LAW_LIKE.search(one.strip())}
    only = named.pop() if len(named) == 1 else ""
    return {"법": only} if _ACT.search(only) else {}
