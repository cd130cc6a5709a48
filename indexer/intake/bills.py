"""A line of JSONL that is a National Assembly bill, as the bill information system shows it.

There is no title in it. The title is made of what is certain: the law that the text says it
amends (「…」 in the first sentence with 현행 or 일부를 개정, or 공포법률), else the first
sentence; then the proposer and the number. Proceedings become passages, a meeting each.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from indexer.intake.fields import clean
from indexer.intake.passages import number_lines
from indexer.statutes.frontmatter import day
from records.errors import Broken
from records.model import Document, Kind, Visibility

_RECEIVED = "의안접수정보"
_TEXT = "제안이유 및 주요내용"
_HEADING = re.compile(r"^\W*(?:대안의\s*)?제안\s*이유(?:\s*및\s*주[요유]\s*내용)?(?=\s)\W*")
_SENTENCE_END = re.compile(r"(?<=[음함임됨다]\.)\s|\n\s*\n")
_LAW = re.compile(r"현행\s*「([^」]{2,60})」|「([^」]{2,60})」\s*일부를")
_PROPOSER = re.compile(r"^([가-힣]{2,4})의원(?:등|외|\s|$)")
_SESSION = re.compile(r"제(\d+)회")


def is_bill(line: Mapping[str, Any]) -> bool:
    """Whether ``line`` is one."""
    received = line.get(_RECEIVED)
    return isinstance(received, dict) and "의안번호" in received


def read_bill(line: Mapping[str, Any]) -> Document:
    """The bill as a public document ``assembly:<의안번호>``; `Broken` without a number."""
    line = {key.strip(): value for key, value in line.items()}
    received = line[_RECEIVED]
    number = _first(received, "의안번호")
    if not number:
        raise Broken("의안번호가 비어 있음")
    proposer, text = _first(received, "제안자"), _main_text(received)
    proposed, session = _first(received, "제안일자"), _SESSION.search(_first(received, "제안회기"))
    lead = _PROPOSER.match(proposer)
    return Document(
        id=f"assembly:{number}",
        kind=Kind.BILL,
        title=f"{_subject(line, text)} ({proposer or '제안자 미상'}, 의안번호 {number})",
        date=day(proposed or None),
        number=number,
        session=int(session[1]) if session else None,
        committee=_first(line.get("소관위 심사정보"), "소관위원회") or None,
        members=(lead[1],) if lead else (),
        agency="국회",
        visibility=Visibility.PUBLIC,
        source="assembly",
        notes=("제목은 본문에서 만든 것입니다.",),
        passages=number_lines([({}, text), *(({}, row) for row in _proceedings(line))]),
    )


def _main_text(received: Mapping[str, Any]) -> str:
    text = received.get(_TEXT) or ""
    return clean("\n".join(text) if isinstance(text, list) else str(text)).strip()


def _subject(line: Mapping[str, Any], text: str) -> str:
    body = _HEADING.sub("", text + "\n").strip()
    promulgated = _first(line.get("법사위 체계자구심사정보"), "공포법률")
    law = _LAW.search(body[:200])
    if law or promulgated:
        return f"「{law[1] or law[2] if law else promulgated}」 관련 법률안"
    sentence = _SENTENCE_END.split(body, maxsplit=1)[0]
    sentence = " ".join(sentence.split())
    return sentence if len(sentence) <= 60 else f"{sentence[:59]}…"


def _proceedings(line: Mapping[str, Any]) -> Iterator[str]:
    """Every other fact of the line, a row of its table each: ``소관위 심사정보: 회부일 …``."""
    for part, table in line.items():
        if isinstance(table, dict):
            columns = {k: v for k, v in table.items() if k != _TEXT and isinstance(v, list)}
            for row in range(max(map(len, columns.values()), default=0)):
                facts = [
                    f"{name} {clean(str(values[row])).strip()}"
                    for name, values in columns.items()
                    if row < len(values) and str(values[row]).strip()
                ]
                if facts:
                    yield f"{part}: {', '.join(facts)}".replace("\n", " ")


def _first(table: Any, key: str) -> str:
    values = table.get(key) if isinstance(table, dict) else None
    value = values[0] if isinstance(values, list) and values else values
    return clean(str(value)).strip() if value and not isinstance(value, (list, dict)) else ""
