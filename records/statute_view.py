"""A statute as people read it: one version as a document."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from records.model import Document, Kind, Passage, Version, Visibility
from records.timeline import in_order, intervals, nearest, repeals, today

ADDENDA = "부칙"
ANNEXES = "별표"


def statute_document(
    document_id: str, versions: list[Version], *, ordinance: bool, public: bool
) -> Document:
    """The document of a law: its name today, and the promulgation of its newest version."""
    newest = in_order(versions)[-1]
    current = nearest(versions, today()) or newest
    return Document(
        id=document_id,
        kind=Kind.ORDINANCE if ordinance else Kind.STATUTE,
        title=current.name,
        date=newest.promulgated,
        number=newest.number,
        agency=current.ministry,
        visibility=Visibility.PUBLIC if public else Visibility.STAFF,
        source="ordin" if ordinance else "law",
        source_url=current.source_url,
    )


def as_document(document: Document, version: Version, note: str | None = None) -> Document:
    """``document`` with the text of ``version``: preamble, articles under their headings,
    addenda, annexes; ``note`` says when that is not the law today."""
    return replace(
        document,
        title=version.name,
        date=version.promulgated,
        number=version.number,
        agency=version.ministry,
        source_url=version.source_url,
        notes=(note,) if note else (),
        passages=tuple(replace(p, order=order) for order, p in enumerate(_passages(version))),
    )


def note_on(versions: list[Version], shown: Version, day: date) -> str | None:
    """What a reader on ``day`` must be told of the version ``shown``; None if it is in force."""
    if shown.effective > day:
        return f"아직 시행되지 않았습니다 (시행예정 {shown.effective})"
    ends = [span.to for span in intervals(versions) if span.version == shown]
    if repeals(shown) or (ends and ends[0] <= day):
        return f"폐지된 법입니다 ({shown.effective if repeals(shown) else ends[0]} 폐지)"
    return None


def _passages(version: Version) -> Iterator[Passage]:
    if version.preamble:
        yield Passage(0, version.preamble)
    headings = _headings(version)
    for index, article in enumerate(version.articles):
        yield from (Passage(0, text, heading=True) for text in headings.get(index, ()))
        yield Passage(0, article.text, article=article.key)
    last = headings.get(len(version.articles), ())
    yield from (Passage(0, text, heading=True) for text in last)
    if version.addenda:
        yield Passage(0, version.addenda, article=ADDENDA)
    if version.annexes:
        yield Passage(0, version.annexes, article=ANNEXES)


def _headings(version: Version) -> dict[int, list[str]]:
    """The 편·장·절·관 headings by the number of articles before them."""
    found: dict[int, list[str]] = {}
    if version.outline:
        for index, text in version.outline:
            found.setdefault(index, []).append(text)
        return found
    above: list[str] = []
    for index, article in enumerate(version.articles):
        path = article.heading.split(" > ") if article.heading else []
        new = next((d for d, name in enumerate(path) if above[d : d + 1] != [name]), len(path))
        found[index] = path[new:]
        above = path
    return found
