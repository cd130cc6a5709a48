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

from crawlers.markup import parse
from records.errors import EmptyAnswer, NotFound, Refused, SourceFault, Unreachable, WrongForm

Form = Literal["empty", "html", "script", "xml", "json", "file", "other"]

_HTML = re.compile(rb"<(!doctype\s+html|html|head|body|script)\b", re.IGNORECASE)
_JUMP = re.compile(rb"location\s*\.\s*(assign|replace|href)|document\.cookie", re.IGNORECASE)
_NOT_APPLIED = "미신청".encode()
_PAGE = 4096
"""Bytes from which HTML with a script that jumps is taken for a page rather than a barrier."""
_BUSY = frozenset({429, 500, 502, 503, 504})
_BUSY_CODE = re.compile(rb"\bERROR-(?:500|600|601)\b|\bERROR11\b")
"""Codes inside HTTP 200 for trouble on the source's side, which may pass."""
_NAMES = {"html": "HTML 화면", "script": "스크립트", "xml": "XML", "json": "JSON", "other": "글"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with an answer, and whether it may pass if asked again."""

    fault: SourceFault
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
    return _by_status(status) or _by_form(form_of(body), body, expects)


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
    """A connection cut without notice leaves a body that does not parse: it may pass."""
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
