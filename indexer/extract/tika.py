"""Apache Tika, compiled in (iscc-tika) or as a server by URL: bytes to XHTML and metadata."""

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from records.errors import Broken, Locked, TooLarge, Unreadable, Unsupported

CHARACTERS = 20_000_000


@dataclass(frozen=True, slots=True)
class TikaAnswer:
    """XHTML with one ``div class=page`` a page where the format has pages, and metadata."""

    text: str = field(repr=False)
    metadata: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tika:
    """One way to reach Tika. Raises leaves of `Unreadable`."""

    xhtml: Callable[[bytes], TikaAnswer]


def embedded() -> Tika:
    """Tika in this process. It can neither be timed nor interrupted: only in a worker."""
    return Tika(_embedded_xhtml)


def fault(message: str) -> Unreadable:
    """The leaf that Tika's exception stands for."""
    if "EncryptedDocument" in message or "encrypted" in message.lower():
        return Locked("암호가 걸린 문서")
    if "OutOfMemory" in message or "WriteLimit" in message or "Zip bomb" in message:
        return TooLarge(f"한도를 넘는 문서: {message[:200]}")
    if "UnsupportedFormat" in message:
        return Unsupported(f"지원하지 않는 형식: {message[:200]}")
    return Broken(f"문서를 해석할 수 없음: {message[:200]}")


@cache
def _extractor() -> Any:
    iscc_tika: Any = importlib.import_module("iscc_tika")

    pdf = iscc_tika.PdfParserConfig().set_ocr_strategy(iscc_tika.PdfOcrStrategy.NO_OCR)
    extractor = iscc_tika.Extractor().set_xml_output(True).set_pdf_config(pdf)
    return extractor.set_extract_string_max_length(CHARACTERS)


def _embedded_xhtml(content: bytes) -> TikaAnswer:
    try:
        text, metadata = _extractor().extract_bytes_to_string(bytearray(content))
    except (TypeError, ValueError, OSError, RuntimeError) as error:
        raise fault(str(error)) from error
    flat = {key: "; ".join(values) for key, values in metadata.items()}
    warning = flat.get("X-TIKA:warning", "")
    if "EncryptedDocument" in warning or (flat.get("pdf:encrypted") == "true" and not text):
        raise fault("EncryptedDocumentException")
    if len(text) >= CHARACTERS:
        raise TooLarge(f"글자 수가 한도 {CHARACTERS:,}자를 넘음")
    return TikaAnswer(text, flat)
