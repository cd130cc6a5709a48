"""A search that failed, told by one click: kept as a candidate for the judged queries."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from records.errors import Misuse
from search_ui.desk import Desk

LONGEST: Final = 200
_KEPT: Final = "고맙습니다. 검색을 고칠 때 이 말을 살펴보겠습니다"
_PRIVATE: Final = "개인정보로 보이는 것이 있어 남기지 않았습니다"


def missed(desk: Desk, order: Mapping[str, Any]) -> dict[str, Any]:
    """Keep the query ``q`` that found ``found`` papers; says whether it was kept."""
    query, found = order.get("q"), order.get("found")
    if not isinstance(query, str) or not query.strip() or len(query) > LONGEST:
        raise Misuse(f"한 글자부터 {LONGEST}글자까지의 검색어만 남길 수 있습니다")
    if desk.missed is None:
        raise Misuse("여기에서는 검색어를 남기지 않습니다")
    number = found if isinstance(found, int) and found >= 0 else 0
    return {"said": _KEPT if desk.missed(" ".join(query.split()), number) else _PRIVATE}


ACTS: Final[Mapping[str, Callable[[Desk, Mapping[str, Any]], dict[str, Any]]]] = {"missed": missed}
