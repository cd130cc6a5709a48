"""What rests on what: ids of targets, the law a bill amends, the articles a decree carries out."""

import re
from collections.abc import Iterable
from typing import Final

from indexer.statutes.cite.model import Citation, CitationKind, Within
from records.model import Document, Relation, RelationKind
from records.names import fold

_AMENDED: Final = (
    re.compile(r"「([^「」]{2,80}?)\s*(?:일부|전부)개정(?:법률|조례|규칙)?안」"),
    re.compile(r"^(?:\[[^\]]*\]\s*)?([^「」()]{2,80}?)\s*(?:일부|전부)개정(?:법률|조례|규칙)?안"),
    re.compile(r"「([^「」]{2,80})」\s*(?:의\s)?일부를\s*(?:다음과 같이\s*)?개정"),
)
_PURPOSE: Final = "#제1조"
NAMED: Final = "name:"
"""Before the name of a law that is not held."""
MISSING: Final = "missing:"
"""Before the id of an article that a text names and the law did not have on the text's day."""
_CITING: Final = (RelationKind.CITES, RelationKind.CITED, RelationKind.AMENDS)


def target_id(citation: Citation) -> str | None:
    """The id of what a resolved citation cites: ``law:001656#제41조``, ``law:001656#별표1``."""
    law = citation.document
    if law is None or not citation.resolved:
        return None
    if citation.kind is CitationKind.ANNEX:
        return f"{law}#별표{citation.number or ''}"
    if citation.kind is CitationKind.FORM:
        return f"{law}#별지{citation.number or ''}"
    if citation.kind is CitationKind.ADDENDA:
        return f"{law}#부칙"
    return f"{law}#{citation.units.article}" if citation.units.article else law


def name_id(title: str) -> str:
    """The target of a mention of a law that is not held."""
    return f"{NAMED}{fold(title)}"


def missing_id(law: str, article: str | None) -> str:
    """The target of a mention of an article that is not there: ``missing:law:001656#제99조``."""
    return f"{MISSING}{law}#{article}" if article else f"{MISSING}{law}"


def number_of(article: str) -> tuple[int, ...]:
    """The numbers of an article, which sort as articles do.

    >>> sorted(["제10조", "제4조의2", "제4조"], key=number_of)
    ['제4조', '제4조의2', '제10조']
    """
    return tuple(map(int, re.findall(r"\d+", article)))


def between(first: str, last: str, known: Iterable[str]) -> list[str]:
    """The ``known`` articles of a range, its ends included, in order.

    >>> between("제4조", "제6조", ["제7조", "제6조", "제4조의2", "제4조"])
    ['제4조', '제4조의2', '제6조']
    """
    low, high = number_of(first), number_of(last)
    return sorted((key for key in known if low <= number_of(key) <= high), key=number_of)


def amended_law(bill: Document) -> str | None:
    """The title of the one law that a bill says it amends; None when it names none or several."""
    for text, pattern in zip((bill.title, bill.title, bill.text), _AMENDED, strict=True):
        names = {"".join(found[1].split()): found[1] for found in pattern.finditer(text)}
        if len(names) == 1:
            return next(iter(names.values())).strip()
    return None


def carries_out(source: str, citation: Citation, within: Within) -> bool:
    """Whether the article ``source`` carries out what it cites: a decree or rule its own Act's
    (or decree's) article, an ordinance the one that its 제1조 names."""
    if citation.kind is not CitationKind.LAW or citation.law == within.title:
        return False
    if citation.law in (within.act, within.decree):
        return True
    return source.startswith("ordin:") and source.endswith(_PURPOSE)


def cited_articles(relations: list[Relation]) -> dict[str, tuple[str, ...]]:
    """Source → the articles it cites or amends, in the form the index keeps: ``001656:제41조``.

    The source of a text that is not in force has its first day: ``law:001656#제5조@20090101``.
    """
    found: dict[str, dict[str, None]] = {}
    for one in relations:
        law, _, article = one.target.partition("#")
        if article and one.kind in _CITING:
            key = f"{law.partition(':')[2]}:{article}"
            found.setdefault(one.source, {})[key] = None
    return {source: tuple(keys) for source, keys in found.items()}
