"""Where a source is asked: its own address or another's, and the whole of a question."""

from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit


def address(home: str, base_url: str | None) -> str:
    """Where to ask: ``base_url`` gets the path of ``home`` unless it has one of its own.

    >>> address("https://www.law.go.kr/DRF", "http://127.0.0.1:8000/")
    'http://127.0.0.1:8000/DRF'
    """
    if base_url is None:
        return home
    own = urlsplit(base_url).path.strip("/")
    return base_url.rstrip("/") + ("" if own else urlsplit(home).path)


def whole_address(base_url: str, path: str, params: Mapping[str, str]) -> str:
    """
    >>> whole_address("https://a.kr/x", "list.do", {"page": "1"})
    'https://a.kr/x/list.do?page=1'
    """
    whole = path if "://" in path else f"{base_url}/{path}"
    return f"{whole}{'&' if '?' in whole else '?'}{urlencode(params)}" if params else whole
