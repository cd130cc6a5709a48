"""법제처's hierarchy (lsStmd), three-way table (thdCmp) and old-and-new (oldAndNew) as relations.

``law:<법령ID>`` is a law, ``law:<법령ID>#제N조`` its article, ``law:<법령ID>@<MST>`` a version.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from crawlers.contract import Answer
from crawlers.law_articles import article_key
from crawlers.lists import open_root
from crawlers.markup import text_of
from crawlers.rows import as_list, load
from records.errors import NotFound, WrongForm
from records.model import Relation, RelationKind

_BELOW = (("법령ID", "law"), ("행정규칙ID", "admrul"), ("자치법규ID", "ordin"))


def read_hierarchy(answer: Answer, law_id: str) -> Iterator[Relation]:
    """What stands below a law: its decrees, rules, 행정규칙 and ordinances, by their ids."""
    root = open_root(answer, "법령체계도")
    _same(text_of(root, "기본정보/법령ID"), law_id)
    for basics in root.iterfind("상하위법//기본정보"):
        target = _identified(basics)
        if target and target != f"law:{law_id}":
            yield Relation(f"law:{law_id}", RelationKind.DELEGATES, target)


def _identified(basics: Element) -> str | None:
    for tag, source in _BELOW:
        if found := text_of(basics, tag):
            return f"{source}:{found}"
    return None


def read_three_way(answer: Answer, law_id: str) -> Iterator[Relation]:
    """Which article of a law the articles of its decree and rule carry out."""
    body = load(answer)
    inner = body.get("LspttnThdCmpLawXService") if isinstance(body, dict) else None
    if not isinstance(inner, dict):
        raise NotFound(f"출처에 법령ID {law_id}의 3단 비교가 없습니다")
    basics = inner.get("기본정보") or {}
    _same(str(basics.get("법령ID", "")), law_id)
    ids = {basics.get(f"{kind}명"): basics.get(f"{kind}ID") for kind in ("시행령", "시행규칙")}
    table = inner.get("위임조문삼단비교") or {}
    for article in as_list(table.get("법률조문")):
        source = f"law:{law_id}#{_key(article)}"
        for below in ("시행령조문", "시행규칙조문"):
            for one in as_list(article.get(below)):
                yield Relation(source, RelationKind.DELEGATES, _article(one, ids))


def _article(one: Mapping[str, Any], ids: Mapping[Any, Any]) -> str:
    """By id where the law's name is that of its own decree or rule, by name otherwise."""
    name = one.get("법령명")
    return f"law:{ids[name]}#{_key(one)}" if ids.get(name) else f"「{name}」 {_key(one)}"


def _key(one: Mapping[str, Any]) -> str:
    return article_key(str(one.get("조번호", "")), str(one.get("조가지번호") or ""))


def read_amendment(answer: Answer, law_id: str) -> Iterator[Relation]:
    """Which version the newest amendment changed. A newly enacted law changed none."""
    root = open_root(answer, "OldAndNewService")
    _same(text_of(root, "신조문_기본정보/법령ID"), law_id)
    new = text_of(root, "신조문_기본정보/법령일련번호")
    old = text_of(root, "구조문_기본정보/법령일련번호")
    pairs = [len(root.findall(f"{side}조문목록/조문")) for side in ("구", "신")]
    if pairs[0] != pairs[1]:
        raise WrongForm(f"신구 조문의 수가 다릅니다: {pairs[0]}과 {pairs[1]}")
    if old.isdecimal() and int(old):  # a law newly enacted has "0" or "null" here
        yield Relation(f"law:{law_id}@{new}", RelationKind.AMENDS, f"law:{law_id}@{old}")


def _same(said: str, law_id: str) -> None:
    if said != law_id:
        raise WrongForm(f"법령ID {law_id}를 청했으나 {said or '다른 답'}이 왔습니다")
