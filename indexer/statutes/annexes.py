"""The list of annexes (별표, 서식) that a statute's head names, as text with their addresses."""

from collections.abc import Mapping
from typing import Any


def list_annexes(items: Any) -> str:
    """A stretch of text an annex: ``[별표 1의2] 제목`` and its addresses, a line each.

    >>> list_annexes([{"별표번호": "0001", "별표가지번호": "02", "별표구분": "별표",
    ...                "제목": "부과기준", "파일링크": "https://x"}])
    '[별표 1의2] 부과기준\\nhttps://x'
    """
    if not isinstance(items, list):
        return ""
    return "\n\n".join(_annex(item) for item in items if isinstance(item, Mapping))


def _annex(item: Mapping[str, Any]) -> str:
    number = _number(str(item.get("별표번호") or ""), str(item.get("별표가지번호") or ""))
    name = f"{item.get('별표구분') or '별표'} {number}".strip()
    links = (item.get(key) for key in ("파일링크", "PDF링크"))
    lines = [f"[{name}] {item.get('제목') or ''}".strip(), *map(str, filter(None, links))]
    return "\n".join(lines)


def _number(main: str, branch: str) -> str:
    """``0001`` and ``02`` are 1의2; ``0000`` is an annex without a number."""
    main, branch = main.lstrip("0"), branch.lstrip("0")
    return f"{main}의{branch}" if main and branch else main
