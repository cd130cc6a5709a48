"""A statute's Markdown to a `Version`, and a `Version` to plain text.

The Markdown has a head (`frontmatter`), ``#`` headings for 편·장·절·관, a bold line for 속,
``##### 제5조의2 (제목)`` for articles, ``**①**`` for paragraphs and ``  1\\.`` for items. A
``제1조`` inside 부칙 is no article of the law: addenda are kept whole.
"""

import re
from dataclasses import dataclass, field

from indexer.statutes.annexes import list_annexes
from indexer.statutes.frontmatter import day, needed, needed_day, split_head, word
from indexer.statutes.outline import Path
from records.model import Article, Version

_HEADING = re.compile(r"(?:#{1,4} +|\*\*)(제\d+[편장절관속](?:의\d+)*(?:[\s(].*?)?)(?:\*\*)?")
_ARTICLE = re.compile(r"#{5,6} +(제\d+조(?:의\d+)*) *(?:\((.*)\))? *(.*)")
_SECTION = re.compile(r"^#{1,3} +((?:부 *칙|별 *표|별지|서식).*)$", re.MULTILINE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_BOLD = re.compile(r"^\*\*([^*]+)\*\*")
_PARAGRAPH_SIGNS = tuple("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚")


def read_markdown(text: str) -> Version:
    """Read one version of a statute or an ordinance; raise `Broken` without id, MST or 시행일자.

    >>> read_markdown("---\\n법령ID: '1'\\n법령MST: 2\\n제목: 가법\\n시행일자: 2009-02-24\\n---\\n"
    ...               "##### 제1조 (목적)\\n\\n이 법은 …").articles[0].text
    '제1조(목적) 이 법은 …'
    """
    head, body = split_head(text)
    main, addenda, annexes = _sections(body)
    preamble, outline, articles = _main(main)
    return Version(
        law_id=needed(head, "법령ID", "자치법규ID"),
        mst=needed(head, "법령MST", "자치법규MST", "자치법규일련번호"),
        effective=needed_day(head, "시행일자"),
        name=needed(head, "제목", "법령명", "자치법규명"),
        kind=word(head, "법령구분", "자치법규종류") or "",
        promulgated=day(word(head, "공포일자")),
        number=word(head, "공포번호"),
        ministry=word(head, "소관부처", "지자체기관명"),
        abbreviation=word(head, "약칭", "법령명약칭"),
        revision_kind=word(head, "제개정구분"),
        status=word(head, "상태"),
        reason=word(head, "제개정이유"),
        source_url=word(head, "출처"),
        articles=articles,
        addenda=addenda,
        annexes="\n\n".join(filter(None, (annexes, list_annexes(head.get("첨부파일"))))),
        preamble=preamble,
        outline=outline,
    )


def write_text(version: Version) -> str:
    """The whole version as plain text, in its own order, nothing left out."""
    parts = [version.name, version.preamble]
    headings = list(version.outline)
    for index, article in enumerate(version.articles):
        while headings and headings[0][0] <= index:
            parts.append(headings.pop(0)[1])
        parts.append(article.text)
    parts += [text for _, text in headings]
    return "\n\n".join(part for part in (*parts, version.addenda, version.annexes) if part)


def plain(markdown: str) -> str:
    """Lines without escapes, bold marks, indentation and runs of empty lines."""
    lines = (_BOLD.sub(r"\1", line.strip()) for line in markdown.split("\n"))
    text = "\n".join(_ESCAPE.sub(r"\1", line) for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _sections(body: str) -> tuple[str, str, str]:
    """Main part, addenda, annexes, each as the source has it."""
    marks = list(_SECTION.finditer(body))
    ends = [mark.start() for mark in marks[1:]] + [len(body)]
    parts = {"부": "", "별": ""}
    for mark, end in zip(marks, ends, strict=False):
        kind = "부" if mark[1].startswith("부") else "별"
        parts[kind] += _section_text(mark[1], body[mark.end() : end])
    main = body[: marks[0].start()] if marks else body
    return main, plain(parts["부"]), plain(parts["별"])


def _section_text(title: str, text: str) -> str:
    """A bare ``## 부칙`` only repeats the line below it; any other title is text of its own."""
    bare = re.sub(r"\s", "", title) == "부칙" and text.lstrip().startswith("부칙")
    return text + "\n\n" if bare else f"{title}\n{text}\n\n"


@dataclass(slots=True)
class _Part:
    """An article being read, or the preamble before the first one (``key`` is empty)."""

    key: str = ""
    title: str | None = None
    heading: str = ""
    lines: list[str] = field(default_factory=list)

    def article(self) -> Article:
        first = f"{self.key}({self.title})" if self.title is not None else self.key
        body = re.sub(r"\n+", "\n", plain("\n".join(self.lines)))
        gap = "\n" if body.startswith(_PARAGRAPH_SIGNS) else " "
        return Article(self.key, self.title, (first + gap + body).strip(), self.heading)


def _main(main: str) -> tuple[str, tuple[tuple[int, str], ...], tuple[Article, ...]]:
    """Preamble, outline and articles of the main part."""
    parts, outline, path = [_Part()], [], Path()
    for line in main.split("\n"):
        if found := _ARTICLE.fullmatch(line.rstrip()):
            parts.append(_Part(found[1], found[2], path.text, [found[3]]))
        elif found := _HEADING.fullmatch(line.rstrip()):
            path = path.enter(found[1])
            outline.append((len(parts) - 1, found[1]))
        elif not line.startswith("# "):  # the law's name, which the head has as well
            parts[-1].lines.append(line)
    preamble = plain("\n".join(parts[0].lines))
    return preamble, tuple(outline), tuple(part.article() for part in parts[1:])
