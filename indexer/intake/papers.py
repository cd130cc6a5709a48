"""Any file that people work with: through the extractor to a document, or to many.

A ZIP or a mail gives a document for each member (``/a/묶음.zip!/안/1.hwp``) and, where it has
words of its own, one for itself.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from indexer.extract import media
from indexer.extract.model import Container, Extracted
from indexer.extract.service import Extractor
from indexer.intake.fields import clean
from indexer.intake.heads import read_head
from indexer.intake.model import Fault, Item, Paper, Same, Source, advice_of
from indexer.intake.speeches import as_speeches
from records.errors import Broken, Empty, TooLarge, Unreadable
from records.model import Attachment, Document, Kind, Passage
from records.store import Records

_CONTAINERS = (media.EML, media.MSG, media.ZIP)
MAX_DEPTH = 3
"""A container in a container in a container is as deep as people pack."""
_NO_TITLE = re.compile(
    r"^(제목\s*없음|untitled|\(?anonymous\)?|Microsoft Word\s*-.*|\W*"
    r"|.*\.[a-z]{2,4}x?)$",
    re.IGNORECASE,
)


def file_id(place: str) -> str:
    """The id of the document in the file at ``place`` (resolved absolute path, or a member's).

    >>> file_id("/자료/요구.hwp")
    'file:c4f9a0bd0d3fd2e2'
    """
    return f"file:{hashlib.sha256(place.encode('utf-8', 'surrogateescape')).hexdigest()[:16]}"


class PaperReader:
    """Reads sources into papers; safe to call from several threads."""

    def __init__(
        self,
        records: Records,
        extractor: Extractor,
        kind: Kind,
        fields_of: Callable[[Source], Mapping[str, Any]],
        read_member: Callable[[Source], Iterator[Item]],
        *,
        again: bool = False,
    ) -> None:
        self._records, self._extractor, self._kind = records, extractor, kind
        self._fields_of, self._read_member = fields_of, read_member
        self._again = again

    def read(self, source: Source) -> Iterator[Item]:
        """The items of ``source``; what is there already is told before extraction."""
        try:
            yield from self._read(source)
        except OSError as fault:
            yield Fault.of(source.place, Broken(f"파일을 열 수 없음: {fault.strerror}"))
        except Unreadable as error:
            yield Fault.of(source.place, error)

    def _read(self, source: Source) -> Iterator[Item]:
        fields = {"kind": self._kind, **self._fields_of(source)}
        document_id = fields.pop("id", None) or _own_id(source)
        sha256 = _sha256(source)
        if not self._again and self._is_there(document_id, sha256, fields):
            yield Same(source.place)
            return
        result = self._extract(source)
        own = result.own if isinstance(result, Container) else result
        if own is not None:
            yield Paper(source.place, self._document(source, own, document_id, fields))
        if isinstance(result, Container):
            yield from self._members(source, result)
            if own is None and not result.members and not result.failures:
                yield Fault.of(source.place, Empty("안에 파일이 없는 묶음"))

    def _is_there(self, document_id: str, sha256: str, fields: Mapping[str, Any]) -> bool:
        """Whether this very content with these very fields is stored. Never said of a mail,
        whose members may be missing yet."""
        there = self._records.documents([document_id]).get(document_id)
        if there is None or [one.sha256 for one in there.attachments] != [sha256]:
            return False
        notes = fields.get("notes", ())
        same_notes = there.notes[: len(notes)] == notes
        same_fields = replace(there, **{**fields, "notes": there.notes}) == there
        return same_notes and same_fields and there.attachments[0].media_type not in _CONTAINERS

    def _extract(self, source: Source) -> Extracted | Container:
        if source.path is not None:
            return self._extractor.extract(source.path)
        return self._extractor.extract_bytes(source.name, source.content)

    def _document(
        self, source: Source, extracted: Extracted, document_id: str, fields: Mapping[str, Any]
    ) -> Document:
        passages = _passages(extracted, fields["kind"])
        head = read_head(passage.text for passage in passages)
        found = {
            "title": head.title or _title(source, extracted),
            "date": head.date,
            "number": head.number,
        }
        document = Document(
            document_id,
            **{**found, **fields},
            attachments=(self._keep(source, extracted.media_type),),
            passages=passages,
        )
        return replace(document, notes=(*document.notes, *extracted.notes))

    def _keep(self, source: Source, media_type: str) -> Attachment:
        content = source.read()
        sha256 = self._records.originals.put(content)
        return Attachment(clean(source.name), sha256, media_type, len(content))

    def _members(self, source: Source, container: Container) -> Iterator[Item]:
        for path, code, reason in container.failures:
            yield Fault(f"{source.place}!/{path}", code, reason, advice_of(code))
        for member in container.members:
            inner = Source(
                place=f"{source.place}!/{member.path}",
                relative=f"{source.relative}!/{member.path}",
                content=member.content,
                depth=source.depth + 1,
            )
            if inner.depth > MAX_DEPTH:
                yield Fault.of(inner.place, TooLarge(f"묶음 안의 묶음이 {MAX_DEPTH}겹보다 깊음"))
            else:
                yield from self._read_member(inner)


def _own_id(source: Source) -> str:
    place = source.place if source.path is None else str(source.path.resolve())
    return file_id(place)


def _sha256(source: Source) -> str:
    digest = hashlib.sha256()
    with source.open() as stream:
        while part := stream.read(1_000_000):
            digest.update(part)
    return digest.hexdigest()


def _passages(extracted: Extracted, kind: Kind) -> tuple[Passage, ...]:
    passages = tuple(
        Passage(order, block.text, page=block.page, cell=block.cell, heading=block.heading)
        for order, block in enumerate(extracted.blocks)
    )
    return as_speeches(passages) if kind is Kind.MINUTES else passages


def _title(source: Source, extracted: Extracted) -> str:
    """The title the file carries, else its first heading, else its name without the ending."""
    headings = (block.text for block in extracted.blocks if block.heading)
    for title in (extracted.metadata.get("title", ""), *headings):
        line = " ".join(clean(title).split())
        if line and not _NO_TITLE.match(line):
            return line[:200]
    return clean(PurePosixPath(source.name).stem)
