"""The first look at an answer: HTTP 200 does not mean success, so the body is sniffed first.

>>> form_of(b"  <!DOCTYPE html><html>")
'html'
>>> judge(200, b"", "xml").fault.code
'empty_answer'
>>> judge(200, b"<LawSearch/>", "xml") is None
True
"""

import json
import re
from dataclasses import dataclass
from typing import Literal

from crawlers.contract import FILE
from crawlers.markup import parse
from records.errors import (
    EmptyAnswer,
    NotFound,
    Refused,
    SourceFault,
    Unreachable,
    Unsupported,
    WrongForm,
)

Form = Literal["empty", "html", "script", "xml", "json", "other"]

_HTML = re.compile(rb"<(!doctype\s+html|html|head|body|script)\b", re.IGNORECASE)
_JUMP = re.compile(rb"location\s*\.\s*(assign|replace|href)|document\.cookie", re.IGNORECASE)
_NOT_APPLIED = "미신청".encode()
_PAGE = 4096
"""Bytes from which HTML with a script that jumps is taken for a page rather than a barrier."""
_FILES = (
    *(b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"HWP Document File"),
    *(b"{\\rtf", b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*"),
)
"""How files begin that are taken: PDF, HWPX and office, HWP and old office, RTF, pictures."""
_ENDS = ((b"%PDF-", b"%%EOF"), (b"PK\x03\x04", b"PK\x05\x06"))
_TAIL = 66_000
"""Bytes at the end among which a ZIP has its directory's last record."""
_BUSY = frozenset({429, 500, 502, 503, 504})
_BUSY_CODE = re.compile(rb"\bERROR-(?:500|600|601)\b|\bERROR11\b")
"""Codes inside HTTP 200 for trouble on the source's side, which may pass."""
_NAMES = {"html": "HTML 화면", "script": "스크립트", "xml": "XML", "json": "JSON", "other": "글"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with an answer, and whether it may pass if asked again."""

    fault: SourceFault | Unsupported
    passing: bool


def form_of(body: bytes) -> Form:
    """Sniff what ``body`` is, whatever its headers say."""
    head = body[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head:
        return "empty"
    if _HTML.match(head):
        return "script" if b"<script" in head.lower() and _JUMP.search(body) else "html"
    if head.startswith(b"<"):
        return "xml"
    return "json" if head[:1] in b"{[" else "other"


def judge(status: int, body: bytes, expects: str) -> Verdict | None:
    """None when ``body`` is a whole answer of the form ``expects``, or else the verdict."""
    if bad := _by_status(status):
        return bad
    return judge_file(body) if expects == FILE else _by_form(form_of(body), body, expects)


def judge_file(body: bytes) -> Verdict | None:
    """None when ``body`` is a whole file of a kind that people attach.

    >>> judge_file(b"error").fault.code, judge_file(b"MZ").fault.code
    ('not_found', 'unsupported')
    >>> judge_file(b"%PDF-1.7 ...").fault.code, judge_file(b"%PDF-1.7 ... %%EOF")
    ('wrong_form', None)
    """
    form = form_of(body)
    if form == "empty":
        return Verdict(EmptyAnswer("파일 대신 0바이트가 왔습니다"), passing=True)
    if form in ("html", "script"):
        return Verdict(WrongForm("파일 대신 HTML 화면이 왔습니다"), passing=True)
    if body.strip() == b"error":
        return Verdict(NotFound("출처에 파일이 없습니다 (답: error)"), passing=False)
    if not body.startswith(_FILES) and b"%PDF-" not in body[:1024]:
        return Verdict(Unsupported("첨부로 받지 않는 형식입니다"), passing=False)
    end = next((end for start, end in _ENDS if body.startswith(start)), b"")
    if end not in body[-_TAIL:]:
        return Verdict(WrongForm("파일이 끝까지 오지 않았습니다"), passing=True)
    return None


def _by_status(status: int) -> Verdict | None:
    if status == 200:
        return None
    if status in (401, 403):
        return Verdict(Refused(f"출처가 접근을 거절했습니다 (HTTP {status})"), passing=False)
    if status == 404:
        return Verdict(NotFound("출처에 없는 주소입니다 (HTTP 404)"), passing=True)
    if status in _BUSY:
        return Verdict(Unreachable(f"출처가 답하지 못했습니다 (HTTP {status})"), passing=True)
    return Verdict(WrongForm(f"예상하지 않은 응답입니다 (HTTP {status})"), passing=False)


def _by_form(form: Form, body: bytes, expects: str) -> Verdict | None:
    if len(body) < _PAGE and (busy := _BUSY_CODE.search(body)):
        return Verdict(Unreachable(f"출처의 답 {busy[0].decode()}: 서버 오류"), passing=True)
    if expects == "json" and form == "xml" and b"<RESULT" in body:
        return None  # an error comes as XML, whatever was asked for; its reader knows the codes
    if form == "empty":
        return Verdict(EmptyAnswer("출처가 0바이트로 답했습니다"), passing=True)
    if form == "script" and (expects != "html" or len(body) < _PAGE):
        return Verdict(Refused("출처가 자동 수집을 막는 화면을 보냈습니다"), passing=False)
    if form == "html" and _NOT_APPLIED in body:
        return Verdict(Refused("이 목록·본문은 사용 신청이 되어 있지 않습니다"), passing=False)
    if form == expects or (expects == "html" and _is_markup(form, body)):
        return _unfinished(body, expects)
    fault = WrongForm(f"{_NAMES[expects]} 대신 {_NAMES[form]}이 왔습니다")
    return Verdict(fault, passing=form == "html")


def _is_markup(form: Form, body: bytes) -> bool:
    """Pages need not begin as HTML should, and have scripts of their own."""
    return form == "script" or (form == "xml" and not body.lstrip().startswith(b"<?xml"))


def _unfinished(body: bytes, expects: str) -> Verdict | None:
    """A connection cut without notice leaves a body that does not parse, or a page without its
    last tag (its reader would find fewer lines and no fault): it may pass."""
    if expects == "html" and b"</html>" not in body.lower():
        return Verdict(WrongForm("화면이 끝까지 오지 않았습니다 (</html>이 없음)"), passing=True)
    try:
        if expects == "xml":
            parse(body)
        elif expects == "json":
            json.loads(body)
    except WrongForm as fault:
        return Verdict(fault, passing=True)
    except ValueError as error:
        return Verdict(WrongForm(f"JSON을 읽을 수 없습니다: {error}"), passing=True)
    return None
