"""부칙 and 별표 of real statutes: each is there once, and nothing of them is lost."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from indexer.statutes.appendices import addenda, annexes, appendices, day_of
from indexer.statutes.markdown import read_markdown
from records.model import Version

_HEAD = re.compile(r"^\W*부\s*칙\s*[<(\[]", re.MULTILINE)


def plain(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("folder", ["laws", "law-history"])
def test_every_addendum_and_annex_is_there_once(samples: Path, folder: str) -> None:
    counted = 0
    for path in sorted((samples / folder).rglob("*.md")):
        source = path.read_text(encoding="utf-8")
        version = read_markdown(source)
        _, head, body = source.split("---\n", 2)
        after = body.partition("\n## 부칙")[2]
        parts = addenda(version)
        assert plain("".join(part.text for part in parts)) == plain(version.addenda), path
        assert len(parts) >= len(_HEAD.findall(after)) > 0 or not after, path
        named = yaml.load(head, yaml.BaseLoader).get("첨부파일") or ()
        (whole,) = annexes(version) if version.annexes else ("",)
        text = whole.text if whole else ""
        assert sum(line.startswith("[") for line in text.splitlines()) >= len(named), path
        counted += len(parts)
    assert counted > 500


def test_addenda_are_named_by_the_law_that_brought_them() -> None:
    text = "부칙 <제7846호,2006.1.11>\n제1조(시행일)\n\n부칙 <제8852호, 2008. 2. 29.>\n이 법은\n\n부칙 <없음>"
    version = Version("1", "1", date(2009, 1, 1), "법", "법률", addenda=text, annexes="[별표 1] 표")
    found = appendices(version).articles
    assert [one.key for one in found] == ["부칙제7846호", "부칙제8852호", "부칙", "별표"]
    days = [day_of(one) for one in found]
    assert days == [date(2006, 1, 11), date(2008, 2, 29), None, None]
