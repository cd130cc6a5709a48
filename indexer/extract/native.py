"""The parsers of strangers' files, loaded late and only in a worker."""

import ctypes
import ctypes.util
import importlib
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

from records.errors import Broken, Locked

Result = TypeVar("Result")
pdfium: Any = importlib.import_module("pypdfium2")
importlib.import_module("pypdfium2.raw")


@cache
def _rhwp() -> Any:
    # rhwp's extension needs FT_Palette_Data_Get but does not name the library that has it.
    ctypes.CDLL(_freetype(), mode=ctypes.RTLD_GLOBAL)
    import rhwp

    return rhwp


def _freetype() -> str:
    import freetype

    bundled = sorted(Path(freetype.__file__).parent.glob("libfreetype*"))
    found = str(bundled[0]) if bundled else ctypes.util.find_library("freetype")
    if found is None:
        raise OSError("libfreetype not found")
    return found


def parse_hwp(content: bytes) -> Any:
    """rhwp's document. Raises `Locked` or `Broken`."""
    return calmly(partial(_rhwp().Document.from_bytes, content))


def calmly(work: Callable[[], Result]) -> Result:
    """``work()``, its errors and Rust's panics turned into `Locked` or `Broken`."""
    try:
        return work()
    except BaseException as error:
        # A panic is a BaseException of a class that no module offers for import.
        if not isinstance(error, ValueError) and type(error).__name__ != "PanicException":
            raise
        if "암호" in str(error):
            raise Locked("비밀번호가 걸린 한글 문서") from error
        raise Broken(f"한글 문서로 읽을 수 없음: {str(error)[:200]}") from error
