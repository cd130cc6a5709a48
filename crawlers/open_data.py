"""The envelope of 열린국회정보 and 서울 열린데이터광장: a code inside HTTP 200, a total, rows.

{SERVICE: [{head: [{list_total_count}, {RESULT: {CODE, MESSAGE}}]}, {row: […]}]}   (assembly)
{SERVICE: {list_total_count, RESULT: {CODE, MESSAGE}, row: […]}}                    (Seoul)
{RESULT: {CODE, MESSAGE}}                                                  (nothing, errors)
"""

from collections.abc import Iterable, Mapping
from typing import Any

from crawlers.contract import Answer
from crawlers.lists import Page
from crawlers.markup import parse, text_of
from crawlers.rows import Fields, as_list, load
from records.errors import EmptyAnswer, Refused, SourceFault, Unreachable, WrongForm

OK, NOTHING = "INFO-000", "INFO-200"
_REFUSED = frozenset({"INFO-100", "INFO-300", "ERROR-290", "ERROR-337"})
_BUSY = frozenset({"ERROR-500", "ERROR-600", "ERROR-601"})


def read_rows(answer: Answer, service: str, drop: Iterable[str] = ()) -> Page[Fields]:
    """One page of ``service``; no rows at all is a page of total 0. Raises the leaf that a code
    stands for; ``drop`` names fields that are not even read."""
    body = _body(answer)
    if service not in body:
        code, message = _result(body)
        if code == NOTHING:
            return Page(0, None, ())
        raise fault_of(code, message)
    head, rows = _parts(body[service])
    code, message = _result(head)
    if code != OK:
        raise fault_of(code, message)
    total = head.get("list_total_count")
    if not isinstance(total, int):
        raise WrongForm("목록에 전체 건수(list_total_count)가 없습니다")
    return Page(total, None, tuple(Fields.of(row, drop) for row in rows))


def fault_of(code: str, message: str) -> SourceFault:
    """
    >>> fault_of("ERROR-290", "인증키가 유효하지 않습니다.").code
    'refused'
    """
    words = f"출처의 답 {code or '(코드 없음)'}: {message}"
    if code in _REFUSED:
        return Refused(words)
    if code in _BUSY:
        return Unreachable(words)
    return EmptyAnswer(words) if code == NOTHING else WrongForm(words)


def _body(answer: Answer) -> Mapping[str, Any]:
    """The JSON, or the error that comes as XML even when JSON was asked for."""
    if answer.body.lstrip().startswith(b"<"):
        root = parse(answer.body)
        found = root if root.tag == "RESULT" else root.find(".//RESULT")
        if found is None:
            raise WrongForm(f"JSON 대신 <{root.tag}>가 왔습니다")
        return {"RESULT": {name: text_of(found, name) for name in ("CODE", "MESSAGE")}}
    body = load(answer)
    if not isinstance(body, dict):
        raise WrongForm("JSON이 객체가 아닙니다")
    return body


def _parts(service: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    if isinstance(service, dict):
        return service, as_list(service.get("row"))
    head: dict[str, Any] = {}
    rows: list[dict[str, Any]] = []
    for part in as_list(service):
        for one in as_list(part.get("head")):
            head |= one
        rows += as_list(part.get("row"))
    return head, rows


def _result(body: Mapping[str, Any]) -> tuple[str, str]:
    result = body.get("RESULT")
    if not isinstance(result, dict):
        return "", ""
    return str(result.get("CODE", "")), str(result.get("MESSAGE", ""))
