"""From records to units of an index: a paper, and (in `units_statute`) the articles of a law."""

from indexer.engines.seam import DocumentUnits, Unit
from indexer.korean.analyser import Analyser
from indexer.korean.forward import encode
from indexer.units_fields import (
    details,
    document_days,
    document_keywords,
    passage_unit,
    unit_payload,
)
from indexer.units_statute import statute_units
from indexer.units_text import analysed, document_texts, slices, stretches
from records.model import Document

__all__ = ["document_units", "statute_units"]


def document_units(
    document: Document,
    readers: tuple[str, ...],
    analyser: Analyser,
    cites: tuple[str, ...] = (),
) -> DocumentUnits:
    """One unit for a paper and one for each passage of about 600 letters.

    ``readers`` are its reader tokens; without any (a held paper) it has no units. ``cites`` are
    the articles it cites as ``<법령ID>:제41조``.
    """
    if not readers:
        return DocumentUnits(document.id, document.revision)
    runs = [(stretch, analysed(stretch, analyser)) for stretch in stretches(document.passages)]
    titles = [(document.title, analyser.read(document.title))]
    body = [part for _, parts in runs for part in parts]
    unit = Unit(
        id=document.id,
        document=document.id,
        revision=document.revision,
        texts=document_texts(titles, body),
        keywords=document_keywords(document, readers, cites),
        days=document_days(document),
        forward=encode(titles, body),
        payload=unit_payload(
            document.id, document.title, document.kind.value, document.date, details(document)
        ),
    )
    pieces = [piece for stretch, parts in runs for piece in slices(stretch, parts)]
    passages = [passage_unit(unit, n, piece, document.title) for n, piece in enumerate(pieces)]
    return DocumentUnits(document.id, document.revision, (unit,), tuple(passages))
