"""One pack into the records: read, typed, stored, linked; only then is there an answer.

Every step may be done again with the same effect, so a kill at any moment loses nothing: what
was not acknowledged is sent or found again, and becomes the same document.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from crawlers.approval.answers import Answer, envelope
from crawlers.approval.links import Links
from crawlers.approval.pack import Content, Pack, open_xml, read_header, read_pack
from crawlers.approval.paper import House, attachments_of, make_paper
from crawlers.approval.pubdoc import Pubdoc, read_pubdoc, without_contacts
from crawlers.enclosed import Enclosed, Read, Reading
from records.errors import UCouncilError, Unreadable
from records.model import Attachment, Document, Privacy
from records.store import Records

Gate = Callable[[Document], Privacy]
UNKNOWN = Pack("", "", "", (), None, "", "", "")


class Intake:
    """Takes packs. ``read`` gives the text of attachments, ``gate`` says which papers are held;
    ``own_code`` is this council's organisation code, ``committees`` its committees."""

    def __init__(
        self,
        records: Records,
        read: Read,
        gate: Gate,
        *,
        own_code: str = "",
        committees: Iterable[str] = (),
    ) -> None:
        self._records, self._read, self._gate = records, read, gate
        self._own_code, self._committees = own_code, tuple(committees)
        self._links = Links(records)

    def take(self, place: str, body: bytes, beside: Mapping[str, bytes]) -> Answer:
        """Store the pack ``body`` with the files that came ``beside`` it, and answer.

        A broken pack is answered with `fail` and noted as a failure of ``place``. Raises
        `StoreFault` leaves when the records fail: then nothing may be answered.
        """
        try:
            pack = read_pack(body, beside)
            if not pack.brings:
                return Answer("none")
            answer = self._store(pack, read_pubdoc(pack.pubdoc))
        except Unreadable as fault:
            return self._refuse(place, body, fault)
        self._records.resolve_failure(place)
        return answer

    def _store(self, pack: Pack, pubdoc: Pubdoc) -> Answer:
        now = datetime.now(UTC)
        main = self._records.originals.put(without_contacts(pack.pubdoc))
        self._records.archive("edoc", f"pack/{pack.sender}/{pack.doc_id}/pubdoc.xml", main, now)
        enclosed = [self._enclose(one) for one in attachments_of(pack)]
        paper = self._links.inherited(make_paper(pack, pubdoc, enclosed, self._house()))
        document = replace(paper.document, privacy=self._gate(paper.document))
        (outcome,) = self._records.put([document])
        self._links.put(replace(paper, document=document))
        for one in enclosed:
            self._account(f"{document.id}!/{one.attachment.name}", one.fault)
        return Answer(
            "receive",
            document.id,
            outcome.status,
            body=envelope("receive", pack, self._own_code, now),
        )

    def _enclose(self, content: Content) -> Enclosed:
        """Keep an attachment; one that cannot be read is kept all the same."""
        sha256 = self._records.originals.put(content.body)
        fault = None
        try:
            reading = self._read(content.name, content.body)
        except Unreadable as error:
            reading, fault = Reading("application/octet-stream"), error
        attachment = Attachment(content.name, sha256, reading.media_type, len(content.body))
        return Enclosed(attachment, reading, fault)

    def _account(self, place: str, fault: UCouncilError | None) -> None:
        if fault:
            self._records.fail(place, fault.code, str(fault), fault.advice)
        else:
            self._records.resolve_failure(place)

    def _refuse(self, place: str, body: bytes, fault: Unreadable) -> Answer:
        self._account(place, fault)
        reason = str(fault)
        answer = envelope("fail", _header(body), self._own_code, datetime.now(UTC), reason)
        return Answer("fail", reason=reason, body=answer)

    def _house(self) -> House:
        members = tuple(self._records.members())
        named = {name for member in members for name in member.committees}
        return House(members, tuple(sorted(named | set(self._committees))))


def _header(body: bytes) -> Pack:
    """Whom to tell that it failed, as far as that can be read."""
    try:
        return read_header(open_xml(body, "pack"))
    except Unreadable:
        return UNKNOWN
