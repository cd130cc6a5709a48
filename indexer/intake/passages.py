"""Text to passages: a line each, in order, with the page, cell or speaker the source names."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from indexer.intake.fields import clean
from records.errors import Broken
from records.model import Passage

_PLACES = ("page", "article", "cell", "speaker", "heading")


def passages_of(line: Mapping[str, Any]) -> tuple[Passage, ...]:
    """Passages from ``passages``, else ``pages``, else ``text``; `Broken` for other shapes."""
    if line.get("passages"):
        parts = _given(line["passages"])
    elif line.get("pages"):
        pages = enumerate(_texts("pages", line["pages"]), 1)
        parts = (({"page": number}, text) for number, text in pages)
    else:
        parts = (({}, text) for text in _texts("text", [line.get("text") or ""]))
    return number_lines(parts)


def number_lines(parts: Iterable[tuple[Mapping[str, Any], str]]) -> tuple[Passage, ...]:
    """A passage a non-empty line, numbered through."""
    lines = ((place, line.rstrip()) for place, text in parts for line in clean(text).split("\n"))
    kept = ((place, line) for place, line in lines if line.strip())
    return tuple(Passage(order, line, **place) for order, (place, line) in enumerate(kept))


def _given(values: Any) -> Iterator[tuple[Mapping[str, Any], str]]:
    if not isinstance(values, list):
        raise Broken("passages 값이 목록이 아님")
    for value in values:
        one = {"text": value} if isinstance(value, str) else value
        if not isinstance(one, dict) or not isinstance(one.get("text"), str):
            raise Broken("passages의 한 항목에 text가 없음")
        yield _place(one), one["text"]


def _place(one: Mapping[str, Any]) -> dict[str, Any]:
    place = {key: one[key] for key in _PLACES if one.get(key) is not None}
    shapes = {"page": int, "heading": bool}
    for key, value in place.items():
        if type(value) is not shapes.get(key, str):
            raise Broken(f"passages의 {key} 값이 맞지 않음: {value!r:.80}")
    return place


def _texts(name: str, values: Any) -> list[str]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise Broken(f"{name} 값이 글자가 아님")
    return values
