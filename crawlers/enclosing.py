"""Files that came with a crawled paper, made part of it: kept, read, and accounted for."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from crawlers.contract import Filed
from crawlers.enclosed import Enclosed, Read, Reading, with_texts
from records.errors import UCouncilError, Unreadable
from records.model import Attachment, Document
from records.store import Records


@dataclass(frozen=True, slots=True)
class Whole:
    """A paper with its files, and what is to be noted of each file by its place: None for one
    that came and could be read."""

    document: Document
    faults: tuple[tuple[str, UCouncilError | None], ...]


def with_files(document: Document, files: Iterable[Filed], records: Records, read: Read) -> Whole:
    """``document`` with its files. One that did not come this time stays as it was kept before;
    one that cannot be read is kept all the same."""
    files = tuple(files)
    if not files:
        return Whole(document, ())
    before = _kept_before(document.id, records) if any(not one.sha256 for one in files) else {}
    kept = [(one, one.sha256 or before.get(one.name)) for one in files]
    enclosed = [_enclose(one, sha256, records, read) for one, sha256 in kept if sha256]
    enclosed.sort(key=lambda one: not any(p.page for p in one.reading.passages))
    missing = [one for one, sha256 in kept if not sha256]
    notes = [
        *(f"붙임을 받지 못했습니다: {one.name} ({one.fault})" for one in missing),
        *(f"붙임을 읽지 못했습니다: {e.attachment.name} ({e.fault})" for e in enclosed if e.fault),
        *(note for one in enclosed for note in one.reading.notes),
    ]
    whole = replace(
        document,
        attachments=tuple(one.attachment for one in enclosed),
        notes=(*document.notes, *notes),
        passages=with_texts(document.passages, enclosed),
    )
    unread = {one.attachment.name: one.fault for one in enclosed}
    return Whole(whole, tuple((one.place, one.fault or unread.get(one.name)) for one in files))


def note_failures(whole: Whole, records: Records) -> None:
    """Note each file that did not come or cannot be read."""
    for place, fault in whole.faults:
        if fault:
            records.fail(place, fault.code, str(fault), fault.advice)


def forget_failures(whole: Whole, records: Records) -> None:
    """The files that came have no failure any more."""
    for place, fault in whole.faults:
        if fault is None:
            records.resolve_failure(place)


def _kept_before(document_id: str, records: Records) -> dict[str, str]:
    there = records.documents([document_id]).get(document_id)
    return {one.name: one.sha256 for one in there.attachments} if there else {}


def _enclose(one: Filed, sha256: str, records: Records, read: Read) -> Enclosed:
    content, fault = records.originals.get(sha256), None
    try:
        reading = read(one.name, content)
    except Unreadable as error:
        reading, fault = Reading("application/octet-stream"), error
    attachment = Attachment(one.name, sha256, reading.media_type, len(content))
    return Enclosed(attachment, reading, fault)
