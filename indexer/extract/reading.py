"""One file's bytes to its text: the type by content, then the reader of that type.

Runs in a worker; whoever calls it elsewhere trusts the file.
"""

from dataclasses import replace
from pathlib import PurePath

from indexer.extract import media
from indexer.extract.model import Container, Extracted, Limits
from indexer.extract.readers import hwp, mail, office, pdf, plain, xlsx, zipped
from indexer.extract.sniff import media_type
from indexer.extract.tika import Tika
from records.errors import TooLarge


def read(name: str, content: bytes, limits: Limits, tika: Tika) -> Extracted | Container:
    """Read ``content``; ``name`` serves only to note that it claims something else.

    Raises leaves of `Unreadable`.
    """
    if len(content) > limits.input_bytes:
        raise TooLarge(f"파일이 한도 {limits.input_bytes:,}바이트보다 큼")
    kind = media_type(content)
    result = _read_as(kind, content, limits, tika)
    return _with_name_note(result, name, kind)


def _read_as(kind: str, content: bytes, limits: Limits, tika: Tika) -> Extracted | Container:
    match kind:
        case media.HWP:
            return hwp.read_hwp(content, limits, tika)
        case media.HWPX:
            return hwp.read_hwpx(content, limits)
        case media.HWP3:
            return hwp.read_hwp3(content, limits)
        case media.PDF:
            return pdf.read_pdf(content, limits)
        case media.XLSX:
            return xlsx.read_xlsx(content, limits)
        case media.HTML:
            return plain.read_html(content, limits)
        case media.XML:
            return plain.read_xml(content, limits)
        case media.TEXT:
            return plain.read_text(content, limits)
        case media.EML:
            return mail.read_mail(content, limits)
        case media.ZIP:
            return zipped.read_zip(content, limits)
        case _:
            return office.read_office(content, kind, limits, tika)


def _with_name_note(result: Extracted | Container, name: str, kind: str) -> Extracted | Container:
    suffix = PurePath(name).suffix.lower()
    claimed = media.SUFFIXES.get(suffix)
    if claimed in (None, kind) or isinstance(result, Container):
        return result
    shown = media.SHORT.get(kind, kind)
    note = f"이름은 {suffix}이지만 내용은 {shown}임"
    return replace(result, notes=(*result.notes, note))
