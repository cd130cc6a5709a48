"""What is sent back for a pack: the same envelope, ``receive`` when the paper is in the records,
``fail`` with the reason when it cannot be. In EUC-KR, as the pack was.

The type ``receive`` follows the names that relays use (arrive, receive, accept, fail,
req-resend); no public specification of the acknowledgement was found.
"""

import base64
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from crawlers.approval.pack import Pack

Kind = Literal["receive", "fail", "none"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a pack. ``none`` goes to what is no paper, as to an acknowledgement:
    answering those would never end. ``body`` is the envelope to send back."""

    kind: Kind
    document_id: str | None = None
    status: str | None = None
    reason: str | None = None
    body: bytes = field(default=b"", repr=False)


def envelope(kind: Kind, pack: Pack, own_code: str, when: datetime, reason: str = "") -> bytes:
    """The acknowledgement of ``pack``."""
    contents = f"<contents>{_fail(reason)}</contents>" if kind == "fail" else "<contents/>"
    receiver = pack.receivers[0] if pack.receivers else ""
    text = (
        '<?xml version="1.0" encoding="euc-kr"?>\n<!DOCTYPE pack SYSTEM "pack.dtd">\n'
        f"<pack filename={quoteattr(f'{kind}_{pack.doc_id}.xml')}>\n<header>"
        f"<send-orgcode>{escape(own_code)}</send-orgcode><send-id>{escape(receiver)}</send-id>"
        f"<send-name></send-name><receive-id>{escape(pack.sender_id)}</receive-id>"
        f"<date>{when:%Y-%m-%d %H:%M:%S}</date><title>{_base64(pack.title)}</title>"
        f"<doc-id>{escape(pack.doc_id)}</doc-id>"
        f'<doc-type type="{kind}" dept={quoteattr(own_code)} name=""/>'
        f"<send-gw>{_base64('u-council')}</send-gw><dtd-version>2.0</dtd-version><xsl-version>2.0</xsl-version></header>\n"
        f"{contents}\n</pack>\n"
    )
    return text.encode("euc-kr", "xmlcharrefreplace")


def _fail(reason: str) -> str:
    return (
        '<content content-role="fail" filename="fail.txt" content-type="text/plain" '
        f'content-transfer-encoding="base64" charset="euc-kr">{_base64(reason)}</content>'
    )


def _base64(text: str) -> str:
    return base64.b64encode(text.encode("euc-kr", "replace")).decode("ascii")
