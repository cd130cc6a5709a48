"""What is wrong with a request's values, said in Korean."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Flaw:
    """One value to correct: ``where`` it stands (``query.size``), and what it should be."""

    where: str
    reason: str


_SAID: Final[Mapping[str, str]] = {
    "missing": "꼭 있어야 합니다",
    "extra_forbidden": "없는 항목입니다",
    "greater_than_equal": "{ge} 이상이어야 합니다",
    "less_than_equal": "{le} 이하여야 합니다",
    "int_parsing": "정수여야 합니다",
    "int_parsing_size": "너무 큰 수입니다",
    "string_too_short": "{min_length}자 이상이어야 합니다",
    "string_too_long": "{max_length}자 이하여야 합니다",
    "string_pattern_mismatch": "쓸 수 없는 모양입니다",
    "string_type": "글이어야 합니다",
    "string_unicode": "유니코드 글이 아닙니다",
    "too_long": "{max_length}개 이하여야 합니다",
    "enum": "쓸 수 있는 값: {expected}",
    "literal_error": "쓸 수 있는 값: {expected}",
    "json_invalid": "JSON이 아닙니다",
    "model_attributes_type": "JSON 객체여야 합니다",
    "value_error": "{error}",
}
"""Kinds of flaws by pydantic's name for them; the braces take the flaw's own context."""


def flaws(errors: Iterable[Mapping[str, Any]]) -> tuple[Flaw, ...]:
    """Pydantic's errors as flaws; the values themselves are not repeated.

    >>> flaws([{"loc": ("query", "size"), "type": "less_than_equal", "ctx": {"le": 100}}])
    (Flaw(where='query.size', reason='100 이하여야 합니다'),)
    """
    return tuple(Flaw(".".join(map(str, error["loc"])), _said(error)) for error in errors)


def _said(error: Mapping[str, Any]) -> str:
    pattern = _SAID.get(error["type"], "알맞지 않은 값입니다")
    return pattern.format(**error.get("ctx", {}))
