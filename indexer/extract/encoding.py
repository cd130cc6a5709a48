"""Bytes to text: UTF-8, UTF-16 and the Korean Windows encodings, never by guess alone.

>>> decode("의안번호".encode("cp949")).encoding
'cp949'
"""

import codecs
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ALLOWED_CONTROLS = frozenset("\t\n\r\f\v\x1a\x1b\x85")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was in, and whether its last character was cut off."""

    text: str
    encoding: str
    cut: bool = False


def decode(content: bytes) -> Decoded:
    """Decode a text file. Raises `UnicodeError` when it is no text in a known encoding."""
    for encoding in _candidates(content):
        decoded = _try(content, encoding)
        if decoded is not None:
            return decoded
    raise UnicodeError("no text")


def _candidates(content: bytes) -> tuple[str, ...]:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return (encoding,)
    head = content[:1000]
    if b"\0" in head:
        # Digits, spaces and line ends have their zero byte first (big endian) or second.
        big = head[::2].count(0) > head[1::2].count(0)
        return ("utf-16-be",) if big else ("utf-16-le",)
    return ("utf-8", "cp949")


def _try(content: bytes, encoding: str) -> Decoded | None:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        text = decoder.decode(content)
        cut = bool(decoder.getstate()[0])
    except UnicodeError:
        return None
    text = text.removeprefix("\ufeff")
    return Decoded(text, encoding, cut) if text and _is_text(text) else None


def _is_text(text: str) -> bool:
    sample = text[:100_000]
    strange = sum(1 for c in sample if _is_strange(c))
    return strange <= len(sample) // 200


def _is_strange(char: str) -> bool:
    if char in _ALLOWED_CONTROLS:
        return False
    return char < " " or "\x7f" <= char <= "\x9f" or char in "\ufffe\uffff"
