"""법제처 lsDelegated: which articles of a law delegate to which decree, rule or ordinance.

    법령 ─ 위임조문정보* ─ 조정보 {조문번호, 조문가지번호?}
                       └ 위임정보* ─ 위임구분, 위임법령… | 위임행정규칙… | 위임자치법규…

Any leaf may be one value, or a list beside other lists of the same length. The source names the
targets and does not identify them, so they stay as named: ``「…」 제M조``.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from crawlers.contract import Answer
from crawlers.law_articles import article_key
from crawlers.rows import as_list, load
from records.errors import NotFound, WrongForm
from records.model import Relation, RelationKind

_TARGETS = ("위임법령", "위임행정규칙", "위임자치법규")


def read_delegations(answer: Answer, law_id: str) -> Iterator[Relation]:
    """The relations of one answer; `NotFound` for the source's "no such law"."""
    body = load(answer)
    if not isinstance(body, dict) or not body or "Law" in body:
        raise NotFound(f"출처에 법령ID {law_id}의 위임 정보가 없습니다")
    law = _inside(body)
    said = str(law.get("법령정보", {}).get("법령ID", law_id)).zfill(6)
    if said != law_id:
        raise WrongForm(f"법령ID {law_id}를 청했으나 {said}가 왔습니다")
    for part in as_list(law.get("위임조문정보")):
        yield from _of_article(part, law_id)


def _inside(body: Mapping[str, Any]) -> Mapping[str, Any]:
    inner: Any = body
    while isinstance(inner, dict) and "위임조문정보" not in inner and len(inner) == 1:
        inner = next(iter(inner.values()))
    if not isinstance(inner, dict) or "위임조문정보" not in inner:
        raise WrongForm("위임 정보의 형식이 바뀌었습니다")
    return inner


def _of_article(part: Mapping[str, Any], law_id: str) -> Iterator[Relation]:
    for head in as_list(part.get("조정보")):
        key = article_key(str(head.get("조문번호", "")), str(head.get("조문가지번호") or ""))
        for given in as_list(part.get("위임정보")):
            for target in dict.fromkeys(_targets(given)):
                yield Relation(f"law:{law_id}#{key}", RelationKind.DELEGATES, target)


def _targets(given: Mapping[str, Any]) -> Iterator[str]:
    for kind in _TARGETS:
        title = given.get(f"{kind}제목")
        for one in as_list(given.get(f"{kind}조문정보")):
            yield from _named(one, kind, title)
        if title and f"{kind}조문정보" not in given:
            yield from (f"「{name}」" for name in as_list(title))


def _named(one: Mapping[str, Any], kind: str, title: Any) -> Iterator[str]:
    """``「title」 제N조``, of single values or of lists side by side."""
    names = as_list(one.get(f"{kind}제목")) or as_list(title)
    numbers = as_list(one.get(f"{kind}조문번호"))
    branches = as_list(one.get(f"{kind}조문가지번호"))
    for index in range(max(len(names) if not numbers else 0, len(numbers))):
        name = str(names[min(index, len(names) - 1)]) if names else ""
        if not numbers:
            yield f"「{name}」"
            continue
        branch = str(branches[index]) if len(branches) == len(numbers) else ""
        yield f"「{name}」 {article_key(str(numbers[index]), branch)}"
