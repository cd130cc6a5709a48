"""JSONL: every line an item of its own, wrong ones by their number (``files.jsonl:12``)."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from indexer.intake.bills import is_bill, read_bill
from indexer.intake.documents import is_document, read_document
from indexer.intake.model import Fault, Item, Paper, Source
from records.errors import Broken, Empty, TooLarge, UCouncilError
from records.model import Document, Kind

LINE_BYTES = 64_000_000
Line = tuple[str, bytes | UCouncilError]
"""Where it is, and its bytes or what is wrong with them."""


def is_jsonl(head: bytes, name: str) -> bool:
    """Whether the first line of ``head`` is a JSON object, or the name says that lines are."""
    if name.lower().endswith((".jsonl", ".ndjson")):
        return True
    first, end, _ = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    return first.startswith(b"{") and (not end or isinstance(_parsed(first), dict))


def read_jsonl(source: Source, kind: Kind) -> Iterator[Item]:
    """The documents and faults of ``source``, line by line; an empty file is one fault."""
    empty = True
    with source.open() as stream:
        for place, line in lines(stream, source.place):
            empty = False
            try:
                yield Paper(place, _read_line(line, kind))
            except UCouncilError as error:
                yield Fault.of(place, error)
    if empty:
        yield Fault.of(source.place, Empty("빈 JSONL 파일"))


def lines(stream: BinaryIO, name: str) -> Iterator[Line]:
    """Every line that is not blank, with its place ``name:number``."""
    number = 0
    while line := stream.readline(LINE_BYTES):
        number += 1
        place = f"{name}:{number}"
        if len(line) == LINE_BYTES and not line.endswith(b"\n"):
            _skip_rest(stream)
            yield place, TooLarge(f"한 줄이 {LINE_BYTES:,}바이트보다 김")
            continue
        line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if line.strip():
            yield place, line


def parse_object(line: bytes | UCouncilError) -> dict[str, Any]:
    """The JSON object of a line. Raises `Broken`, or the error that stands in its place."""
    if isinstance(line, UCouncilError):
        raise line
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as fault:
        raise Broken("UTF-8이 아닌 줄") from fault
    except (ValueError, RecursionError) as fault:
        raise Broken(f"JSON이 아닌 줄: {str(fault)[:200]}") from fault
    if not isinstance(value, dict):
        raise Broken("JSON 객체({…})가 아닌 줄")
    return value


def _read_line(line: bytes | UCouncilError, kind: Kind) -> Document:
    value = parse_object(line)
    if is_bill(value):
        return read_bill(value)
    if is_document(value):
        return read_document(value, kind)
    raise Broken("id와 제목 또는 본문이 있는 문서도, 국회 의안도 아닌 줄")


def _skip_rest(stream: BinaryIO) -> None:
    while (rest := stream.readline(LINE_BYTES)) and not rest.endswith(b"\n"):
        pass


def _parsed(line: bytes) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None
