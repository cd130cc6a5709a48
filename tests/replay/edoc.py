"""Packs as the exchange of official documents sends them (synthetic: no real one is public)."""

import base64
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

TELEPHONE, EMAIL = "02-7777-1234", "canary.person@example.invalid"


@dataclass(frozen=True)
class Letter:
    """One paper to send. ``body`` is the content of ``<content>``."""

    title: str = "의원 요구자료 제출 요청"
    body: str = "<p>제출기한: 2026. 3. 20.까지</p>"
    number: str = "의사담당관-1234"
    doc_id: str = "6110000001234"
    day: str = "2026-03-02"
    organ: str = "서울특별시의회"
    publication: str = "3NNNNYNNN"
    attached: tuple[tuple[str, bytes], ...] = ()
    kind: str = "send"

    def but(self, **changes: object) -> "Letter":
        return replace(self, **changes)  # type: ignore[arg-type]


def pubdoc(letter: Letter) -> str:
    titles = "".join(f"<title>{escape(name)} 1부</title>" for name, _ in letter.attached)
    return (
        '<?xml version="1.0" encoding="euc-kr"?>\n'
        '<?xml-stylesheet type="text/xsl" href="siheng.xsl"?>\n<!DOCTYPE pubdoc SYSTEM "pubdoc.dtd">\n'
        f"<pubdoc><head><organ>{letter.organ}</organ><receiptinfo><recipient refer='false'>"
        "<rec>서울특별시장(기획담당관)</rec></recipient><via></via></receiptinfo></head>"
        f"<body separate='false'><title>{escape(letter.title)}</title>"
        f"<content>{letter.body}</content></body><foot><sendername>의장</sendername>"
        f"<processinfo><regnumber regnumbercode='{letter.doc_id}'>{letter.number}</regnumber>"
        f"<enforcedate>{letter.day}</enforcedate><receipt><number/><date/></receipt></processinfo>"
        f"<sendinfo><telephone>{TELEPHONE}</telephone><fax/><email>{EMAIL}</email>"
        f"<publication code='{letter.publication}'></publication></sendinfo></foot>"
        f"<attach>{titles}</attach></pubdoc>"
    )


def pack(letter: Letter) -> bytes:
    """``pack.xml`` with all its contents inside."""
    contents = [("pubdoc", "pubdoc.xml", pubdoc(letter).encode("cp949"))]
    contents += [("attach", name, content) for name, content in letter.attached]
    return envelope(letter, "".join(_content(*one) for one in contents))


def hollow(letter: Letter) -> dict[str, bytes]:
    """``pack.xml`` with empty contents, and the files that came beside it."""
    names = [("pubdoc", "pubdoc.xml"), *(("attach", name) for name, _ in letter.attached)]
    contents = "".join(f"<content content-role='{r}' filename='{n}'/>" for r, n in names)
    return {
        "pack.xml": envelope(letter, contents),
        "pubdoc.xml": pubdoc(letter).encode("cp949"),
        **dict(letter.attached),
    }


def envelope(letter: Letter, contents: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="euc-kr"?>\n<!DOCTYPE pack SYSTEM "pack.dtd">\n'
        f"<pack filename='{letter.doc_id}.xml'><header><send-orgcode>6110000</send-orgcode>"
        f"<send-id>SENDER</send-id><send-name>{_base64(letter.organ)}</send-name>"
        f"<receive-id>COUNCIL;OTHER</receive-id><date>{letter.day} 10:30:00</date>"
        f"<title>{_base64(letter.title)}</title><doc-id>{letter.doc_id}</doc-id>"
        f"<doc-type type='{letter.kind}' dept='6110000' name='{letter.organ}'/>"
        "<send-gw>U1lOLUdX</send-gw><dtd-version>2.0</dtd-version><xsl-version>2.0</xsl-version>"
        f"</header><contents>{contents}</contents></pack>"
    ).encode("cp949")


def _content(role: str, name: str, body: bytes) -> str:
    return (
        f"<content content-role='{role}' filename='{escape(name)}' content-type='text/xml' "
        f"content-transfer-encoding='base64' charset='euc-kr'>{base64.b64encode(body).decode()}"
        "</content>"
    )


def _base64(text: str) -> str:
    return base64.b64encode(text.encode("cp949")).decode()
