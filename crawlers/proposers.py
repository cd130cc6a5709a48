"""Who proposed a bill: the names that are listed, against the number that is announced.

>>> reconcile("이자스민의원 등 3인", ["이자스민"], ["배진교", "양경규"])
Proposers(names=('이자스민', '배진교', '양경규'), note=None)
>>> reconcile("이자스민의원 등 10인", ["이자스민"], ["배진교"]).note
'제안자가 10인이라 하나 이름은 2명입니다.'
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_ANNOUNCED = re.compile(r"(등|외)\s*(\d+)\s*(?:인|명)")
_NAME = re.compile(r"([가-힣]{2,5}?|[A-Za-z][A-Za-z .]+?)\s*(?:의원)?(?:\([^()]*\))?")


@dataclass(frozen=True, slots=True)
class Proposers:
    """Names in order, the first proposers first; a note for the reader when they do not add up."""

    names: tuple[str, ...]
    note: str | None = None


def reconcile(announced: str, first: Iterable[str], others: Iterable[str]) -> Proposers:
    """Join the lists and hold them against ``announced`` (``○○○의원 등 N인``, ``외 N인``).

    ``등 N인`` counts all proposers, ``외 N인`` those beside the one that is named.
    """
    names = tuple(dict.fromkeys(filter(None, map(str.strip, (*first, *others)))))
    found = _ANNOUNCED.search(announced)
    if found is None:
        return Proposers(names)
    total = int(found[2]) + (1 if found[1] == "외" else 0)
    if total == len(names):
        return Proposers(names)
    return Proposers(names, f"제안자가 {total}인이라 하나 이름은 {len(names)}명입니다.")


def names_in(text: str) -> tuple[str, ...]:
    """The persons of a list of proposers; offices and committees are none.

    >>> names_in("김가상 의원, 이시연 의원 외 3명"), names_in("서울특별시장")
    (('김가상', '이시연'), ())
    """
    listed = re.split(r"[,ㆍ·、]|\s등\s|의원\s+(?=[가-힣]{2,4}\s*의원)", _ANNOUNCED.sub("", text))
    if "의원" not in text:
        return ()
    found = (_NAME.fullmatch(part.strip()) for part in listed)
    return tuple(match[1] for match in found if match)
