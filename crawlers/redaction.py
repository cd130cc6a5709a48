"""Personal contact fields, taken out of answers before they are archived or read.

>>> json_fields("TEL_NO")(b'{"TEL_NO": "02-1", "HG_NM": "x"}')
b'{"TEL_NO": "", "HG_NM": "x"}'
"""

import re
from collections.abc import Callable, Iterable

Redact = Callable[[bytes], bytes]


def untouched(body: bytes) -> bytes:
    """An answer without personal contact fields stays as it is."""
    return body


def json_fields(*names: str) -> Redact:
    """Empties the values of these fields of JSON."""
    text = rb'("(?:' + _either(names) + rb')"\s*:\s*)"(?:[^"\\]|\\.)*"'
    pattern = re.compile(text)
    return lambda body: pattern.sub(rb'\1""', body)


def json_columns(words: str) -> Redact:
    """Empties the values of JSON fields whose names have one of these words (``TEL|MAIL``).

    >>> json_columns("TEL")(b'{"MNG_TEL": "02-1"}')
    b'{"MNG_TEL": ""}'
    """
    name = rb'("[^"]*(?:' + words.encode() + rb')[^"]*"\s*:\s*)'
    pattern = re.compile(name + rb'"(?:[^"\\]|\\.)*"', re.IGNORECASE)
    return lambda body: pattern.sub(rb'\1""', body)


def table_cells(*labels: str) -> Redact:
    """Empties the cell of HTML that follows a heading cell with one of these labels."""
    text = rb"(<th[^>]*>\s*(?:" + _either(labels) + rb")\s*</th>\s*<td[^>]*>).*?(</td>)"
    pattern = re.compile(text, re.DOTALL)
    return lambda body: pattern.sub(rb"\1\2", body)


_CONTACT = re.compile(
    rb"(?<![\w.])(?:0\d{1,2}[-.) ]{1,2}\d{3,4}[-. ]\d{4})(?!\d)|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)


def contacts(body: bytes) -> bytes:
    """Takes telephone numbers and addresses of mail out of a page, wherever they stand.

    >>> contacts(b"<li>T. 02-2180-7001</li><a href='mailto:a@b.kr'>a@b.kr</a>")
    b"<li>T. </li><a href='mailto:'></a>"
    """
    return _CONTACT.sub(b"", body)


def _either(names: Iterable[str]) -> bytes:
    return b"|".join(re.escape(name.encode()) for name in names)
