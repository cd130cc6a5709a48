"""DOCX, PPTX, ODF, RTF and the old binary office formats through Tika."""

from collections.abc import Mapping

from indexer.extract import media, ole
from indexer.extract.archive import Archive
from indexer.extract.model import Extracted, Limits
from indexer.extract.result import finish
from indexer.extract.sniff import OLE_MAGIC
from indexer.extract.tika import Tika
from indexer.extract.xhtml import xhtml_blocks
from indexer.extract.xml import parse_xml
from records.errors import Truncated

_XML = (".xml", ".rels", ".rdf")
_KEYS = {"dc:title": "title", "dc:creator": "author", "dcterms:created": "created"}


def read_office(content: bytes, kind: str, limits: Limits, tika: Tika) -> Extracted:
    """Any office file that Tika knows; ``kind`` is its media type."""
    if content.startswith(b"PK"):
        check_parts(content, limits)
    elif content.startswith(OLE_MAGIC) and ole.is_cut(content):
        raise Truncated("오피스 문서가 중간에 끊김")
    elif kind == media.RTF and not content.rstrip(b"\0 \r\n").endswith(b"}"):
        raise Truncated("RTF의 끝이 없음: 중간에 끊긴 파일")
    answer = tika.xhtml(content)
    blocks = xhtml_blocks(answer.text)
    return finish(kind, blocks, limits, metadata=metadata(answer.metadata))


def check_parts(content: bytes, limits: Limits) -> None:
    """Unpack every part once: bombs, entities and endless nesting are refused here, before a
    parser that minds them less sees the file."""
    archive = Archive(content, limits)
    for info in archive:
        part = archive.read(info)
        if info.filename.lower().endswith(_XML):
            parse_xml(part, info.filename)


def metadata(found: Mapping[str, str]) -> dict[str, str]:
    """Tika's names of title, author and day of creation as ours."""
    return {ours: found[theirs] for theirs, ours in _KEYS.items() if theirs in found}
