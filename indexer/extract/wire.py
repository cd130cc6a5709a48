"""`Extracted` and `Container` as a JSON head and blobs, and back."""

from collections.abc import Mapping, Sequence
from typing import Any

from indexer.extract.model import Block, Container, Extracted, Member

Message = tuple[dict[str, Any], list[bytes]]


def pack(result: Extracted | Container) -> Message:
    """The message that `unpack` turns into an equal value."""
    if isinstance(result, Extracted):
        return {"extracted": _pack_extracted(result)}, []
    own = None if result.own is None else _pack_extracted(result.own)
    head = {
        "media_type": result.media_type,
        "own": own,
        "paths": [member.path for member in result.members],
        "failures": result.failures,
    }
    return {"container": head}, [member.content for member in result.members]


def unpack(head: Mapping[str, Any], blobs: Sequence[bytes]) -> Extracted | Container:
    """The value that `pack` was given."""
    if "extracted" in head:
        return _unpack_extracted(head["extracted"])
    box = head["container"]
    own = None if box["own"] is None else _unpack_extracted(box["own"])
    members = tuple(Member(*pair) for pair in zip(box["paths"], blobs, strict=True))
    failures = tuple((path, code, reason) for path, code, reason in box["failures"])
    return Container(box["media_type"], own, members, failures)


def _pack_extracted(result: Extracted) -> dict[str, Any]:
    return {
        "media_type": result.media_type,
        "blocks": [(b.text, b.page, b.cell, b.heading, b.sheet) for b in result.blocks],
        "metadata": dict(result.metadata),
        "pages": result.pages,
        "pages_are": result.pages_are,
        "notes": result.notes,
    }


def _unpack_extracted(head: Mapping[str, Any]) -> Extracted:
    return Extracted(
        media_type=head["media_type"],
        blocks=tuple(Block(*fields) for fields in head["blocks"]),
        metadata=head["metadata"],
        pages=head["pages"],
        pages_are=head["pages_are"],
        notes=tuple(head["notes"]),
    )
