"""Fields of a document as JSON has them: names in English, values checked, nothing guessed.

Used for the lines of JSONL and of ``--metadata``. ``privacy`` and ``revision`` cannot be given:
the first is the privacy gate's to say, the second the store's.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from indexer.statutes.frontmatter import day
from records.errors import Broken
from records.model import Kind, Visibility

_CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_KINDS = {kind.value: kind for kind in Kind} | {kind.korean: kind for kind in Kind}


def clean(text: str) -> str:
    """Text without control characters and lone surrogates, Hangul composed (NFC)."""
    text = _CONTROLS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return unicodedata.normalize("NFC", text)


def read_fields(line: Mapping[str, Any]) -> dict[str, Any]:
    """The document fields among the keys of ``line``, empty ones left out, ready for `Document`.

    Raises `Broken` for a value of the wrong shape.

    >>> read_fields({"date": "2009-02-24", "kind": "의안", "members": "m1", "엉뚱한": 1})
    {'date': datetime.date(2009, 2, 24), 'kind': <Kind.BILL: 'bill'>, 'members': ('m1',)}
    """
    found = {}
    for name, value in line.items():
        if name in _READERS and value not in (None, "", [], ()):
            found[name] = _READERS[name](name, value)
    if found.get("disclosure") == "공개" and "visibility" not in found:
        found["visibility"] = Visibility.PUBLIC
    return found


def unknown_keys(line: Mapping[str, Any], known: frozenset[str]) -> tuple[str, ...]:
    """Keys of ``line`` that are neither document fields nor ``known``."""
    return tuple(key for key in line if key not in _READERS and key not in known)


def _text(name: str, value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise Broken(f"{name} 값이 글자가 아님: {value!r:.80}")
    return clean(str(value)).strip()


def _id(name: str, value: Any) -> str:
    """As it is: an id is the source's own."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise Broken(f"{name} 값이 글자가 아님: {value!r:.80}")
    text = str(value)
    if text != text.strip() or _CONTROLS.search(text):
        raise Broken(f"{name} 값의 앞뒤에 빈칸이 있거나 제어 문자가 있음: {text!r:.80}")
    return text


def _day(name: str, value: Any) -> Any:
    return day(_text(name, value))


def _number(name: str, value: Any) -> int:
    try:
        return int(_text(name, value))
    except ValueError as fault:
        raise Broken(f"{name} 값이 수가 아님: {value!r:.80}") from fault


def _flag(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise Broken(f"{name} 값이 true나 false가 아님: {value!r:.80}")
    return value


def _texts(name: str, value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(_text(name, one) for one in values)


def _kind(name: str, value: Any) -> Kind:
    if not isinstance(value, str) or value not in _KINDS:
        raise Broken(f"모르는 종류: {value!r:.80}. 쓸 수 있는 종류: {', '.join(Kind)}")
    return _KINDS[value]


def _visibility(name: str, value: Any) -> Visibility:
    if value not in list(Visibility):
        raise Broken(f"모르는 공개 범위: {value!r:.80}. 쓸 수 있는 값: {', '.join(Visibility)}")
    return Visibility(value)


_READERS: dict[str, Callable[[str, Any], Any]] = {
    "id": _id,
    "kind": _kind,
    "date": _day,
    "session": _number,
    "members": _texts,
    "readers": _texts,
    "notes": _texts,
    "visibility": _visibility,
    "synthetic": _flag,
    **dict.fromkeys(
        ("title", "number", "unit", "committee", "agency", "disclosure", "disclosure_ground"),
        _text,
    ),
    **dict.fromkeys(("retention", "source", "source_url"), _text),
}
