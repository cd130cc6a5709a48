"""A line of JSONL that is a document: ``id,title,date,text,…`` and any field of `Document`.

``id`` stays as it is. ``pages`` (a list of texts) or ``passages`` (texts, or objects with text,
page, article, cell, speaker, heading) may stand for ``text``. Keys that no field takes are not
loaded; a note on the document names them.
"""

from collections.abc import Mapping
from typing import Any

from indexer.intake.fields import read_fields, unknown_keys
from indexer.intake.passages import passages_of
from records.errors import Broken, Empty
from records.model import Document, Kind

_TEXTS = frozenset({"text", "pages", "passages"})


def is_document(line: Mapping[str, Any]) -> bool:
    """Whether ``line`` has an id and something to find."""
    return "id" in line and any(line.get(key) for key in (*_TEXTS, "title"))


def read_document(line: Mapping[str, Any], kind: Kind) -> Document:
    """The document of ``line``; ``kind`` where it names none. `Broken` for a wrong value."""
    fields = read_fields(line)
    if "id" not in fields:
        raise Broken("id 값이 비어 있음")
    passages = passages_of(line)
    if not passages and "title" not in fields:
        raise Empty("제목도 본문도 없는 줄")
    defaults: dict[str, Any] = {
        "kind": kind,
        "title": passages[0].text.strip()[:100] if passages else "",
        "source": fields["id"].partition(":")[0] if ":" in fields["id"] else "file",
    }
    notes = (*fields.pop("notes", ()), *_note(line))
    return Document(**{**defaults, **fields}, notes=notes, passages=passages)


def _note(line: Mapping[str, Any]) -> tuple[str, ...]:
    unknown = unknown_keys(line, _TEXTS)
    return (f"들이지 않은 항목: {', '.join(unknown)}",) if unknown else ()
