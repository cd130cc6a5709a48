"""What both engines keep beside a unit's own fields, and the checks before anything is written."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from indexer.engines.seam import (
    DOCUMENT_TEXTS,
    PASSAGE_TEXTS,
    DocumentUnits,
    Unit,
    check_stream,
)

SCHEMA_VERSION: Final = "4"
"""Raised whenever a field is added or changes its meaning: an older index is then outdated."""

IndexName = Literal["documents", "passages"]
INDEXES: Final[tuple[IndexName, ...]] = ("passages", "documents")
"""In the order they are written: the documents index also says how far both are."""
TEXTS: Final[Mapping[IndexName, tuple[str, ...]]] = {
    "documents": DOCUMENT_TEXTS,
    "passages": PASSAGE_TEXTS,
}
POSITIONS: Final = ("title", "text", "letters")
"""Text fields that keep positions, so that a phrase can be asked of them."""


def with_schema(versions: Mapping[str, str]) -> dict[str, str]:
    """The versions an index is built with: the analyser's and this schema's."""
    return {**versions, "schema": SCHEMA_VERSION}


def check_batch(batch: Sequence[DocumentUnits]) -> list[DocumentUnits]:
    """Hold every unit to the token contract; of a document given twice keep the newest.

    Raises ValueError before anything is written.
    """
    newest: dict[str, DocumentUnits] = {}
    for item in batch:
        for unit in item.units:
            _check_texts(unit, DOCUMENT_TEXTS)
        for unit in item.passages:
            _check_texts(unit, PASSAGE_TEXTS)
        known = newest.get(item.document)
        if known is None or known.revision <= item.revision:
            newest[item.document] = item
    return list(newest.values())


def _check_texts(unit: Unit, fields: Sequence[str]) -> None:
    if set(unit.texts) != set(fields):
        raise ValueError(f"{unit.id}: text fields {sorted(unit.texts)}, not {sorted(fields)}")
    for stream in unit.texts.values():
        check_stream(stream)
