"""Drafts: a text in articles, as people write and extract it, becomes a version."""

import pytest

from indexer.statutes.draft import read_draft
from indexer.statutes.markdown import write_text
from records.errors import Broken

DRAFT = """한빛시 시연 조례안

제1장 총칙
제1조(목적) 이 조례는 「지방자치법」
제41조에 따라 필요한 사항을 정한다.
제2조(정의(용어)) ① 뜻은 다음과 같다.
  1. "가"란 나를 말한다.
제3조 삭제 <2009.2.24>
제2장 보칙
제3조의2(위임) 규칙으로 정한다.
부칙
제1조(시행일) 이 조례는 공포한 날부터 시행한다.
[별표 1] 요금표
제1조(별표 안의 글)
"""


def test_a_draft_is_read_in_articles() -> None:
    draft = read_draft(DRAFT)
    assert draft.name == "한빛시 시연 조례안"
    assert [(a.key, a.title) for a in draft.articles] == [
        ("제1조", "목적"),
        ("제2조", "정의(용어)"),
        ("제3조", None),
        ("제3조의2", "위임"),
    ]
    assert draft.articles[0].text.endswith("「지방자치법」\n제41조에 따라 필요한 사항을 정한다.")
    assert draft.articles[1].text.split("\n")[1] == "① 뜻은 다음과 같다."
    assert draft.articles[3].heading == "제2장 보칙"
    assert draft.addenda.startswith("부칙\n제1조(시행일)")
    assert draft.annexes == "[별표 1] 요금표\n제1조(별표 안의 글)"


def test_nothing_of_a_draft_is_lost() -> None:
    squeezed = "".join(write_text(read_draft(DRAFT)).split())
    assert squeezed == "".join(DRAFT.split())


def test_markdown_signs_are_no_part_of_the_text() -> None:
    draft = read_draft("# 조례\n\n##### 제1조 (목적)\n\n**①** 가\n")
    assert draft.articles[0].text == "제1조(목적)\n① 가"


def test_a_text_without_articles_is_refused() -> None:
    with pytest.raises(Broken, match="조문"):
        read_draft("보도자료\n제1조를 설명한다.")
