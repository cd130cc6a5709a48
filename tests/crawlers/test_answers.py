"""The first look at an answer, mending of XML, and keys that must not stand anywhere."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st
from replay.law_server import ANTI_BOT, MAINTENANCE, NOT_APPLIED

from crawlers.contract import Pace
from crawlers.forms import form_of, judge
from crawlers.markup import parse, text_of
from crawlers.middlewares import LONGEST, wait
from crawlers.orders import address
from crawlers.secrets import Scrubber, ScrubbingFormatter
from crawlers.sources import SOURCES
from records.errors import WrongForm


@pytest.mark.parametrize(
    ("body", "form"),
    [
        (b"", "empty"),
        (b" \r\n\xef\xbb\xbf", "empty"),
        (b'\n<?xml version="1.0"?><Law/>', "xml"),
        (b"<Law/>", "xml"),
        (MAINTENANCE.encode(), "html"),
        (ANTI_BOT.encode(), "script"),
        (b'{"Law":"x"}', "json"),
        (b"error", "other"),
    ],
)
def test_forms(body: bytes, form: str) -> None:
    assert form_of(body) == form


@pytest.mark.parametrize(
    ("status", "body", "code", "passing"),
    [
        (200, "", "empty_answer", True),
        (200, MAINTENANCE, "wrong_form", True),
        (200, NOT_APPLIED, "refused", False),
        (200, ANTI_BOT, "refused", False),
        (200, "<Law>", "wrong_form", True),
        (200, "{}", "wrong_form", False),
        (302, "", "wrong_form", False),
        (401, "", "refused", False),
        (404, "", "not_found", True),
        (429, "", "unreachable", True),
        (503, "", "unreachable", True),
    ],
)
def test_verdicts(status: int, body: str, code: str, passing: bool) -> None:
    verdict = judge(status, body.encode(), "xml")
    assert verdict
    assert (verdict.fault.code, verdict.passing) == (code, passing)


def test_an_html_entity_outside_cdata_is_mended_and_inside_left_alone() -> None:
    root = parse("<a><b>시&middot;도 &amp; &lt;</b><c><![CDATA[&middot;]]></c></a>".encode())
    assert text_of(root, "b") == "시·도 & <"
    assert text_of(root, "c") == "&middot;"


def test_control_characters_are_mended() -> None:
    assert text_of(parse("<a><b>가\x0b나</b></a>".encode()), "b") == "가나"


@pytest.mark.parametrize(
    "bomb",
    [
        '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    ],
)
def test_declarations_are_refused(bomb: str) -> None:
    with pytest.raises(WrongForm):
        parse(bomb.encode())


@given(st.binary(max_size=200))
def test_whatever_comes_is_judged_and_never_raises(body: bytes) -> None:
    for expects in ("xml", "json"):
        verdict = judge(200, body, expects)
        assert verdict is None or verdict.fault.code


KEYS = st.text("abcdefghijklmnopqrstuvwxyz0123456789_@.%-", min_size=1, max_size=40)


@given(KEYS)
def test_the_key_goes_from_links_and_nothing_else(key: str) -> None:
    scrubber = Scrubber("OC", key)
    body = f"<링크>/DRF/lawService.do?OC={key}&amp;target=law</링크>"
    assert scrubber.body(body.encode()).decode() == body.replace(f"OC={key}", "OC=***")


@given(st.binary(max_size=100))
def test_other_bytes_stay_as_they_are(body: bytes) -> None:
    assert Scrubber("OC", None).body(b"<a>" + body.replace(b"=", b"")) == b"<a>" + body.replace(
        b"=", b""
    )


def test_a_traceback_in_the_log_is_without_the_key() -> None:
    formatter = ScrubbingFormatter(Scrubber("OC", "hong1234"))
    try:
        raise ValueError("http://127.0.0.1/?OC=hong1234 hong1234")
    except ValueError as error:
        record = logging.LogRecord(
            "x", logging.ERROR, "", 0, "OC=hong1234", None, (type(error), error, None)
        )
    assert "hong1234" not in formatter.format(record)


@given(st.integers(1, 12))
def test_waits_grow_and_end(tried: int) -> None:
    seconds = wait(Pace(backoff=3), tried)
    assert min(3 * 2**tried / 2, LONGEST) <= seconds <= min(3 * 2**tried, LONGEST)


def test_base_urls() -> None:
    home = "https://www.law.go.kr/DRF"
    assert address(home, None) == home
    assert address(home, "http://127.0.0.1:1") == "http://127.0.0.1:1/DRF"
    assert address(home, "http://127.0.0.1:1/other/") == "http://127.0.0.1:1/other"


def test_every_source_says_what_it_is() -> None:
    for name, known in SOURCES.items():
        assert known.name == known.source.name == name
        assert known.title
        assert known.hours > 0
