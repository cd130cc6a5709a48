"""Model values to canonical JSON text and back, driven by the dataclasses themselves.

A field that has its default is left out, so a field added to the model later changes neither
what is stored nor its fingerprint.

>>> from records.model import Passage
>>> pack(Passage(0, "제1조(목적)", page=1))
'{"order":0,"page":1,"text":"제1조(목적)"}'
>>> unpack(Passage, '{"order":0,"page":1,"text":"제1조(목적)"}').page
1
"""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")
_SURROGATE = re.compile("[\ud800-\udfff]")


def pack(value: object) -> str:
    """Canonical JSON of a dataclass, a tuple of them, or a plain value; always valid UTF-8."""
    plain = to_plain(value)
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    if _SURROGATE.search(text):  # an undecodable file name, say; no database takes it as it is
        return json.dumps(plain, sort_keys=True, separators=(",", ":"))
    return text


def unpack(shape: type[T], text: str) -> T:
    """The dataclass ``shape`` that `pack` wrote."""
    value: T = _decode(shape)(json.loads(text))
    return value


def unpack_many(shape: type[T], text: str) -> tuple[T, ...]:
    """The tuple of ``shape`` that `pack` wrote."""
    return tuple(map(_decode(shape), json.loads(text)))


def sha256(text: str) -> str:
    """Hex SHA-256 of the text's UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def to_plain(value: Any) -> Any:
    """Dataclasses as dicts without defaults, dates as ISO text, tuples as lists."""
    if isinstance(value, StrEnum):
        return value.value
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    pairs = ((name, default, getattr(value, name)) for name, default in _defaults(value.__class__))
    return {name: to_plain(item) for name, default, item in pairs if item != default}


@cache
def _defaults(shape: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((f.name, _default(f)) for f in fields(shape))


def _default(field: Field[Any]) -> Any:
    return field.default if field.default is not MISSING else MISSING


def _decode(shape: Any) -> Callable[[Any], Any]:
    return _decoder(shape)


@cache
def _decoder(hint: Any) -> Callable[[Any], Any]:
    inner = [arg for arg in get_args(hint) if arg not in (NoneType, Ellipsis)]
    if get_origin(hint) is tuple and Ellipsis in get_args(hint):
        item = _decoder(inner[0])
        return lambda plain: tuple(map(item, plain))
    if get_origin(hint) is tuple:
        items = [_decoder(part) for part in inner]
        return lambda plain: tuple(one(part) for one, part in zip(items, plain, strict=True))
    if inner:  # X | None
        present = _decoder(inner[0])
        return lambda plain: None if plain is None else present(plain)
    if is_dataclass(hint):
        return _dataclass_decoder(hint)
    if hint is date:
        return date.fromisoformat
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    return lambda plain: plain


def _dataclass_decoder(shape: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(shape)
    decoders = {f.name: _decoder(hints[f.name]) for f in fields(shape)}

    def decode(plain: dict[str, Any]) -> Any:
        return shape(**{name: decoders[name](item) for name, item in plain.items()})

    return decode
