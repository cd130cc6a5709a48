"""EML: the mail's own text, and its attachments as members."""

from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser

from indexer.extract import media
from indexer.extract.encoding import decode
from indexer.extract.model import Block, Container, Extracted, Limits, Member
from indexer.extract.result import finish
from indexer.extract.xhtml import xhtml_blocks
from records.errors import Broken, Empty, TooLarge

_HEADERS = (("subject", "제목"), ("from", "보낸 사람"), ("to", "받는 사람"), ("cc", "참조"))


def read_mail(content: bytes, limits: Limits) -> Container:
    """A mail opened. Raises `Broken` or `TooLarge`; a mail without any text has ``own`` None."""
    try:
        message = BytesParser(EmailMessage, policy=policy.default).parsebytes(content)
        attachments = [_member(part, number) for number, part in enumerate(_attached(message), 1)]
        own = _own(message, limits)
    except (MessageError, LookupError, ValueError, AttributeError, TypeError) as error:
        raise Broken(f"메일로 읽을 수 없음: {error}") from error
    if len(attachments) > limits.members:
        raise TooLarge(f"첨부가 {len(attachments)}개로 한도 {limits.members}개를 넘음")
    return Container(media.EML, own, tuple(attachments))


def _own(message: EmailMessage, limits: Limits) -> Extracted | None:
    blocks = [_header(message, name, shown) for name, shown in _HEADERS]
    found = {
        "title": str(message.get("subject", "")),
        "author": str(message.get("from", "")),
        "created": str(message.get("date", "")),
    }
    blocks.extend(_body(message))
    try:
        return finish(media.EML, blocks, limits, metadata=found)
    except Empty:
        return None


def _header(message: EmailMessage, name: str, shown: str) -> Block:
    value = str(message.get(name, ""))
    return Block(f"{shown}: {value}" if value else "", heading=name == "subject")


def _body(message: EmailMessage) -> list[Block]:
    body = message.get_body(("plain", "html"))
    if not isinstance(body, EmailMessage):
        return []
    text = _text(body)
    if body.get_content_subtype() == "html":
        return list(xhtml_blocks(text)) if text.strip() else []
    return [Block(line) for line in text.splitlines()]


def _text(part: EmailMessage) -> str:
    """The part's text, in what its bytes are where its charset is missing or wrong."""
    raw = part.get_payload(decode=True)
    content = raw if isinstance(raw, bytes) else b""
    try:
        return content.decode(part.get_content_charset("utf-8"))
    except (UnicodeDecodeError, LookupError):
        pass
    try:
        return decode(content).text
    except UnicodeError:
        return content.decode("utf-8", "replace")


def _attached(message: EmailMessage) -> list[EmailMessage]:
    if not message.is_multipart():
        return []
    return [part for part in message.iter_attachments() if isinstance(part, EmailMessage)]


def _member(part: EmailMessage, number: int) -> Member:
    name = part.get_filename() or f"첨부{number}{_suffix(part)}"
    if part.get_content_type() == media.EML:
        inner = part.get_payload(0)
        return Member(name, inner.as_bytes() if isinstance(inner, EmailMessage) else b"")
    raw = part.get_payload(decode=True)
    return Member(name, raw if isinstance(raw, bytes) else part.as_bytes())


def _suffix(part: EmailMessage) -> str:
    kind = part.get_content_type()
    return next((end for end, known in media.SUFFIXES.items() if known == kind), "")
