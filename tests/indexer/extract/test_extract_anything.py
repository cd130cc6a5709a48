"""Whatever the bytes: a result or a named reason, never another error."""

from contextlib import suppress
from functools import cache

import pytest
from hostile import mail, pdf, sheet, word, zipped
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import SAMPLES

from indexer.extract.model import Container, Extracted
from indexer.extract.service import Extractor
from records.errors import Unreadable

CALM = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
MAGICS = [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf1 "]
MORE = [b"<?xml version='1.0'?><a>", b"<html>", b"From: a\r\nTo: b\r\n", b"HWP Document File V3"]


def attempt(extractor: Extractor, content: bytes) -> None:
    with suppress(Unreadable):
        assert isinstance(extractor.extract_bytes("anything", content), Extracted | Container)


@CALM
@given(st.sampled_from(MAGICS + MORE), st.binary(max_size=2_000))
def test_random_bytes(extractor: Extractor, magic: bytes, content: bytes) -> None:
    attempt(extractor, magic + content)


@cache
def real_files() -> list[bytes]:
    found = [pdf(), word("가"), sheet(), mail(), zipped({"a.txt": b"a"})]
    if SAMPLES.is_dir():
        names = ("*c234ac*", "*393096*", "*ca7c19*", "*36dfda*")
        found += [next((SAMPLES / "docs").glob(name)).read_bytes() for name in names]
    return found


@pytest.mark.parametrize("which", range(9))
@settings(CALM, max_examples=12)
@given(data=st.data())
def test_mutated_real_files(extractor: Extractor, which: int, data: st.DataObject) -> None:
    files = real_files()
    content = bytearray(files[which % len(files)])
    places = st.tuples(st.integers(0, len(content) - 1), st.integers(0, 255))
    for at, value in data.draw(st.lists(places, min_size=1, max_size=40)):
        content[at] = value
    attempt(extractor, bytes(content))
