"""Personal data: what is found, what only looks like it, and which papers are held."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.privacy.detect import find, gate
from indexer.privacy.rules import read_rules
from records.errors import BadSetting
from records.model import Document, Kind, Passage, Privacy


def resident_number(front: str, century: str, constant: int = 11) -> str:
    """A made-up number with a right checksum."""
    digits = f"{front}{century}23456"
    weights = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
    total = sum(int(d) * w for d, w in zip(digits, weights, strict=True))
    return f"{front}-{century}23456{(constant - total % 11) % 10}"


OLD = resident_number("800101", "1")
FOREIGN = resident_number("800101", "5", 13)


def kinds(text: str) -> list[str]:
    return [finding.kind for finding in find(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"성명 홍길동({OLD})", "주민등록번호"),
        (f"주민등록번호: {OLD.replace('-', '')}", "주민등록번호"),
        (f"자료 {OLD.replace('-', '')} 끝", "주민등록번호"),
        (f"주민번호 {OLD.replace('-', ' ')}", "주민등록번호"),
        (OLD.replace("-", " - "), "주민등록번호"),
        (OLD.translate({ord(str(n)): 0xFF10 + n for n in range(10)}), "주민등록번호"),
        (OLD.replace("-", "–"), "주민등록번호"),
        ("210305-3000000 (2020년 10월부터는 검증값이 없다)", "주민등록번호"),
        ("주민등록번호 | 800101-1234567", "주민등록번호"),
        (FOREIGN, "외국인등록번호"),
        (f"외국인등록번호 {FOREIGN.replace('-', '')}", "외국인등록번호"),
        ("여권번호 M12345678", "여권번호"),
        ("여권 번호: m123A4567", "여권번호"),
        ("운전면허 서울 08-123456-12", "운전면허번호"),
        ("11-08-123456-12", "운전면허번호"),
        ("4111-1111-1111-1111", "카드번호"),
        ("카드 4111111111111111", "카드번호"),
        ("국민은행 123456-78-901234 예금주 홍길동", "계좌번호"),
        ("계좌번호 12345678901234", "계좌번호"),
        ("담당 010-1234-5678", "휴대전화번호"),
        ("+82-10-1234-5678", "휴대전화번호"),
        ("전화 02-3702-1234", "전화번호"),
        ("(031) 123-4567", "전화번호"),
        ("hong.gd@seoul.go.kr로", "전자우편"),
        ("차량 12가 3456", "차량번호"),
        ("서울 34나1234 승용차", "차량번호"),
        ("종로구 세종대로 110, 101동 1203호", "주소"),
    ],
)
def test_personal_data_is_found(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "의안번호 제2000039호, 법률 제7846호",
        "800101-1234567",
        "801301-1234567",
        "210305-5",
        "800101-1******",
        "법인등록번호 110111-1234567",
        f"법인등록번호 {OLD}",
        "사업자등록번호 123-45-67890 하나은행",
        "문서번호 법인46012-1195 (1995. 5. 2.)",
        "2009-02-24 ~ 2009-03-10",
        "예산 1,234,567,890원, 결산 9876543210123원",
        "인구 120512 1034567 998877",
        "flSeq=162750261",
        "여권법 제12조 12345678",
        "4111-1111-1111-1112",
        "1111-1111-1111-1111",
        "ISBN 978-89-12-34567-8",
        "은행 2009-02-24 개점",
        "제47조제1항 3가 12 34",
        "10가 지 방법",
        "홍길동@서울",
        "종로구 세종로",
    ],
)
def test_what_only_looks_like_it_is_not(text: str) -> None:
    assert kinds(text) == []


def test_findings_know_their_place() -> None:
    text = f"가나 {OLD}, 010-1234-5678"
    first, second = find(text)
    assert text[first.start : first.end] == first.text == OLD
    assert (first.high, second.high) == (True, False)
    assert OLD not in repr(first)


def paper(*texts: str) -> Document:
    passages = tuple(Passage(n, text) for n, text in enumerate(texts))
    return Document("test:1", Kind.REQUEST, "답변", passages=passages)


def test_the_gate_holds_papers_with_high_risk_data_only() -> None:
    assert gate(paper("전화 02-3702-1234", "hong@seoul.go.kr")) is Privacy.CLEAR
    held = paper("신청인", OLD)
    assert gate(held) is Privacy.HELD
    assert gate(replace(held, privacy=Privacy.RELEASED)) is Privacy.RELEASED
    assert gate(replace(paper(), title=f"민원 {OLD}")) is Privacy.HELD


def test_a_rule_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "privacy.toml"
    path.write_text("[[rule]]\nkind = 'x'\nlevel = 'high'\npattern = '('\n", "utf-8")
    with pytest.raises(BadSetting, match="1번"):
        read_rules(path)


@pytest.mark.parametrize("name", ["bills.jsonl", "nts.jsonl"])
def test_official_papers_pass_the_gate(samples: Path, name: str) -> None:
    lines = (samples / name).read_text("utf-8").splitlines()
    texts = [json.dumps(json.loads(line), ensure_ascii=False) for line in lines]
    assert [f for text in texts for f in find(text) if f.high] == []


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet="0123456789-~ .,카드계좌은행@a제호가\n０１２－", max_size=300))
def test_findings_are_apart_and_inside_any_text(text: str) -> None:
    end = 0
    for finding in find(text):
        assert end <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.text
        end = finding.end
