"""What a file is, by its content: the name is only a claim.

>>> media_type(b"%PDF-1.7 ...")
'application/pdf'
"""

import io
import re
import zipfile
import zlib

import puremagic

from indexer.extract import media, ole
from indexer.extract.encoding import decode
from records.errors import Broken, Empty, Locked, Truncated, Unsupported

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HWP_SIGNATURE = b"HWP Document File"
_OLE_STREAMS = (
    ("WordDocument", media.DOC),
    ("Workbook", media.XLS),
    ("Book", media.XLS),
    ("PowerPoint Document", media.PPT),
    ("__properties_version1.0", media.MSG),
)
_OOXML_FOLDERS = (("word/", media.DOCX), ("xl/", media.XLSX), ("ppt/", media.PPTX))
_HTML = re.compile(r"\s*(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.I | re.S)
_MAIL_HEADERS = re.compile(
    rb"^(from|to|subject|date|message-id|mime-version|received|return-path|delivered-to"
    rb"|content-type)[ \t]*:",
    re.I | re.M,
)
_HEADER_LINE = re.compile(rb"[!-9;-~]+[ \t]*:")


def media_type(content: bytes) -> str:
    """The media type of ``content``. Raises `Empty`, `Truncated`, `Locked` or `Unsupported`."""
    if not content.strip(b"\0 \t\r\n\f"):
        raise Empty("0바이트이거나 빈칸뿐인 파일")
    if content.startswith(OLE_MAGIC):
        return _ole_type(content)
    if content.startswith(b"PK\x03\x04"):
        return _zip_type(content)
    if content.startswith(b"PK\x05\x06"):
        raise Empty("구성 파일이 하나도 없는 ZIP")
    if content.startswith(HWP_SIGNATURE):
        return media.HWP3
    if b"%PDF-" in content[:1024]:
        return media.PDF
    if content.startswith(b"{\\rtf"):
        return media.RTF
    return _text_type(content)


def _ole_type(content: bytes) -> str:
    if HWP_SIGNATURE in content:
        return media.HWP
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Locked("암호가 걸린 오피스 문서")
    for stream, kind in _OLE_STREAMS:
        if (stream + "\0").encode("utf-16-le") in content:
            return kind
    if ole.is_cut(content):
        raise Truncated("OLE 복합 문서(HWP·오피스)가 중간에 끊김")
    raise Unsupported("알 수 없는 OLE 복합 문서")


def _zip_type(content: bytes) -> str:
    if b"PK\x05\x06" not in content[-66_000:]:
        raise Truncated("ZIP 구조의 끝(목차)이 없음: 중간에 끊긴 파일")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _archive_type(archive)
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError) as error:
        raise Broken(f"ZIP 구조를 읽을 수 없음: {error}") from error


def _archive_type(archive: zipfile.ZipFile) -> str:
    names = archive.namelist()
    if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
        declared = archive.read("mimetype").decode("ascii", "replace").strip()
        if declared == media.HWPX or declared.startswith(media.ODF):
            return declared
    if "Contents/content.hpf" in names or "Contents/section0.xml" in names:
        return media.HWPX
    if "[Content_Types].xml" in names:
        for folder, kind in _OOXML_FOLDERS:
            if any(name.startswith(folder) for name in names):
                return kind
    return media.ZIP


def _text_type(content: bytes) -> str:
    if _is_mail(content):
        return media.EML
    try:
        text = decode(content).text
    except UnicodeError:
        raise Unsupported(f"읽을 수 있는 형식이 아님{_guess(content)}") from None
    if text.lstrip("\ufeff \t\r\n").startswith("<?xml"):
        return media.HTML if "<html" in text[:2000] else media.XML
    return media.HTML if _HTML.match(text[:4000]) else media.TEXT


def _is_mail(content: bytes) -> bool:
    head = re.split(rb"\r?\n\r?\n", content[:64_000].lstrip(), maxsplit=1)[0]
    if not _HEADER_LINE.match(head):
        return False
    found = {match.group(1).lower() for match in _MAIL_HEADERS.finditer(head)}
    return len(found) >= 3 or (b"from" in found and len(found) >= 2)


def _guess(content: bytes) -> str:
    try:
        kind: str = puremagic.from_string(content, mime=True)
    except (puremagic.PureError, ValueError):
        return ""
    return f"({kind})" if kind else ""
