"""회의 꾸러미: a meeting in one ZIP that is read offline, by a double click on its first page.

It holds the agenda, the papers as they came and as pages of text, the articles they cite as in
force on that day, and the list of what it lacks and why. Only what the viewer may read.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import Any, BinaryIO, Final, cast
from xml.etree.ElementTree import Element

from records.errors import OriginalMissing, UnknownDocument
from records.model import Document
from search_ui.blocks import blocks
from search_ui.cards import kind_name
from search_ui.desk import Desk
from search_ui.exports.bundle import file_name
from search_ui.meeting.agenda import Item, Sitting
from search_ui.meeting.cited import CitedLaw, Missing, cited
from search_ui.meeting.days import spoken
from search_ui.meeting.html import Part, link, listed, page, tag
from search_ui.meeting.shown import said_of

LARGEST: Final = 300 * 2**20
"""Bytes of originals in one bundle; those beyond are named as missing."""
_STILL: Final = (
    ".pdf", ".hwp", ".hwpx", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods",
    ".txt", ".csv", ".md", ".jsonl", ".json", ".rtf", ".png", ".jpg", ".jpeg", ".tif", ".tiff",
    ".eml", ".zip",
)  # fmt: skip
"""Ends of names that no browser takes for a page with scripts in it."""
FIRST: Final = "index.html"
LAWS: Final = "조문.html"


@dataclass(frozen=True, slots=True)
class Taken:
    """A paper in the bundle: its page and its originals, each with its path."""

    document: Document
    path: str
    originals: tuple[str, ...]


def to_zip(desk: Desk, sitting: Sitting) -> BinaryIO:
    """The file, a temporary one that is gone once it is closed: only one original at a time
    stands in memory."""
    made = cast(BinaryIO, TemporaryFile())  # noqa: SIM115, closed by who sends it
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as bundle:
        taken, missing = _take(desk, sitting, bundle)
        papers = [one.document for one in taken.values()]
        laws, unlawful = cited(desk, papers, sitting.meeting.date)
        bundle.writestr(FIRST, _first(sitting, taken, laws, (*missing, *unlawful)))
        if laws:
            bundle.writestr(LAWS, _laws(sitting, laws))
        for one in taken.values():
            bundle.writestr(one.path, _paper(one))
    return made


def bundle_name(sitting: Sitting) -> str:
    """The name of its file."""
    return file_name(f"회의 꾸러미 {sitting.meeting.date} {sitting.name}") + ".zip"


def _take(
    desk: Desk, sitting: Sitting, bundle: zipfile.ZipFile
) -> tuple[dict[str, Taken], list[Missing]]:
    """Every paper of the agenda with its text, by id; its originals go into ``bundle``."""
    taken: dict[str, Taken] = {}
    missing: list[Missing] = []
    room = LARGEST
    for n, item in enumerate(sitting.items, 1):
        if item.document is None:
            missing.append(Missing(f"의사일정 제{n}항", "기록에 없거나 볼 수 없는 자료입니다"))
        for head in _papers(item):
            if head.id in taken:
                continue
            try:
                document = desk.records.read(head.id, desk.viewer)
            except UnknownDocument:
                continue  # taken away since the agenda was read
            number = f"{len(taken) + 1:03}"
            originals, lost, room = _originals(desk, document, number, room, bundle)
            missing += [*lost, *(Missing(document.title, note) for note in document.notes)]
            path = f"자료/{number} {file_name(_short(document.title))}.html"
            taken[document.id] = Taken(document, path, tuple(originals))
    return taken, missing


def _papers(item: Item) -> Iterator[Document]:
    if item.document:
        yield item.document
    yield from item.papers


def _originals(
    desk: Desk, document: Document, number: str, room: int, bundle: zipfile.ZipFile
) -> tuple[list[str], list[Missing], int]:
    """Their paths in ``bundle``, what is missing, and the bytes of ``room`` that are left."""
    found: list[str] = []
    missing: list[Missing] = []
    for at, one in enumerate(document.attachments, 1):
        again = f"-{at}" if len(document.attachments) > 1 else ""
        name = one.name.replace("\\", "/").rpartition("/")[2]
        if one.size > room:
            limit = LARGEST // 2**20
            missing.append(Missing(name, f"원본이 모두 {limit}MB를 넘어 싣지 않았습니다"))
            continue
        try:
            content = desk.records.originals.get(one.sha256)
        except OriginalMissing as error:
            missing.append(Missing(f"{document.title} 원본 {name}", f"{error} {error.advice}"))
            continue
        room -= len(content)
        found.append(f"원본/{number}{again} {still_name(name)}")
        bundle.writestr(found[-1], content)
    if not document.attachments:
        missing.append(Missing(f"{document.title} 원본", "원본 파일이 없이 글만 있는 자료입니다"))
    return found, missing, room


def still_name(name: str) -> str:
    """A file name under which a browser opens the file and runs nothing that is in it.

    >>> still_name("보고.pdf"), still_name("<b>회의록.HTML")
    ('보고.pdf', 'b 회의록.HTML.txt')
    """
    safe = file_name(name)
    return safe if safe.lower().endswith(_STILL) else f"{safe}.txt"


def _first(
    sitting: Sitting,
    taken: dict[str, Taken],
    laws: tuple[CitedLaw, ...],
    missing: tuple[Missing, ...],
) -> bytes:
    day = sitting.meeting.date
    said = f"{spoken(day)} · 자료 {len(taken)}건 · 인용 법령 {len(laws)}건"
    parts = [tag("p", said, class_="soft"), tag("h2", "의사일정")]
    parts += [tag("ol", *(_agenda_line(item, taken) for item in sitting.items))]
    if laws:
        parts += [tag("h2", "인용한 조문 (회의일에 시행 중인 글)"), listed(map(_law_line, laws))]
    parts.append(tag("h2", "없는 것과 까닭"))
    lines: list[list[Part]] = [
        [tag("strong", one.what), f": {one.why}"] for one in dict.fromkeys(missing)
    ]
    lost = listed(lines) if lines else tag("p", "빠진 것이 없습니다.")
    parts.append(tag("div", lost, class_="lost"))
    parts.append(
        tag(
            "p",
            "이 꾸러미는 통신 없이 열리며, 만든 사람이 볼 수 있는 자료만 담았습니다.",
            class_="soft",
        )
    )
    return page(f"{sitting.name} 회의 꾸러미", parts)


def _agenda_line(item: Item, taken: dict[str, Taken]) -> Element:
    head = taken.get(item.document.id) if item.document else None
    if head is None:
        return tag("li", "기록에 없거나 볼 수 없는 자료입니다")
    about = " · ".join(said_of(head.document))
    papers = [taken[one.id] for one in item.papers if one.id in taken]
    own = [tag("strong", link(head.path, head.document.title)), tag("br"), about, *_files(head)]
    rows = [
        [f"{kind_name(one.document.kind.value)} ", link(one.path, one.document.title), *_files(one)]
        for one in papers
    ]
    return tag("li", *own, *([listed(rows)] if rows else []))


def _files(one: Taken) -> Iterator[Element | str]:
    for path in one.originals:
        yield " · "
        yield link(path, f"원본 {path.removesuffix('.txt').rpartition('.')[2].upper()}")


def _law_line(law: CitedLaw) -> list[Element | str]:
    keys = ", ".join(one.key for one in law.articles)
    return [tag("a", law.name, href=f"{LAWS}#{_anchor(law)}"), f" {keys} (시행 {law.days})"]


def _anchor(law: CitedLaw) -> str:
    return law.id.replace(":", "-")


def _laws(sitting: Sitting, laws: tuple[CitedLaw, ...]) -> bytes:
    parts: list[Element] = []
    for law in laws:
        parts.append(tag("h2", law.name, id=_anchor(law)))
        parts.append(tag("p", f"시행 {law.days}", class_="soft"))
        parts += [tag("article", tag("p", one.text, class_="text")) for one in law.articles]
    return page(f"{spoken(sitting.meeting.date)}에 시행 중인 조문", parts, back=FIRST)


def _paper(one: Taken) -> bytes:
    document = one.document
    about = [kind_name(document.kind.value), *said_of(document)]
    about += [document.date.isoformat()] if document.date else []
    parts = [tag("p", " · ".join(about), class_="soft")]
    rows = [[link(f"../{path}", path.rpartition("/")[2])] for path in one.originals]
    parts += [tag("h2", "원본"), listed(rows)] if rows else []
    parts.append(tag("h2", "본문"))
    made = blocks(enumerate(document.passages), {}, {})
    parts += [_block(block) for block in made] or [tag("p", "글자가 없는 자료입니다.")]
    return page(document.title, parts, back=f"../{FIRST}")


def _block(block: dict[str, Any]) -> Element:
    if "table" in block:
        return tag("div", tag("table", *map(_row, block["table"])), class_="wide")
    if block["heading"]:
        return tag("h3", block["text"])
    speaker = [tag("strong", f"{block['speaker']} ")] if block["speaker"] else []
    return tag("p", *speaker, block["text"], class_="text")


def _row(cells: list[dict[str, Any] | None]) -> Element:
    return tag("tr", *(tag("td", *_cell(cell)) for cell in cells))


def _cell(cell: dict[str, Any] | None) -> list[Element]:
    return [tag("div", part["text"]) for part in cell["parts"]] if cell else []


def _short(title: str) -> str:
    return title[:60]
