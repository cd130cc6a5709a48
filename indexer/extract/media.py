"""The media types that extraction tells apart."""

HWP = "application/x-hwp"
HWP3 = "application/x-hwp-v3"
HWPX = "application/hwp+zip"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODF = "application/vnd.oasis.opendocument"
DOC = "application/msword"
XLS = "application/vnd.ms-excel"
PPT = "application/vnd.ms-powerpoint"
MSG = "application/vnd.ms-outlook"
RTF = "application/rtf"
HTML = "text/html"
XML = "application/xml"
TEXT = "text/plain"
EML = "message/rfc822"
ZIP = "application/zip"

SUFFIXES = {
    ".hwp": HWP,
    ".hwpx": HWPX,
    ".pdf": PDF,
    ".docx": DOCX,
    ".xlsx": XLSX,
    ".pptx": PPTX,
    ".doc": DOC,
    ".xls": XLS,
    ".ppt": PPT,
    ".rtf": RTF,
    ".html": HTML,
    ".htm": HTML,
    ".txt": TEXT,
    ".eml": EML,
    ".zip": ZIP,
}
"""What a name claims; the content decides, and a difference is noted."""

SHORT = {
    HWP: "HWP",
    HWP3: "HWP 3",
    HWPX: "HWPX",
    PDF: "PDF",
    DOCX: "DOCX",
    XLSX: "XLSX",
    PPTX: "PPTX",
    DOC: "DOC",
    XLS: "XLS",
    PPT: "PPT",
    MSG: "MSG",
    RTF: "RTF",
    HTML: "HTML",
    XML: "XML",
    TEXT: "TXT",
    EML: "EML",
    ZIP: "ZIP",
}
"""The names people know."""
