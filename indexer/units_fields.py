"""Keyword values, days and payloads of units, in the one form that search asks for."""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from indexer.engines.seam import KEYWORDS, Unit
from indexer.korean.normalise import normalise
from indexer.units_text import Slice, passage_texts
from records.model import Document

ALWAYS: Final = {"effective_from": 0, "effective_to": date.max.toordinal()}
"""Papers are, whatever the day asked about."""
_NOTHING: Final[Mapping[str, tuple[str, ...]]] = dict.fromkeys(KEYWORDS, ())
_OF_PASSAGES: Final = ("document", "readers", "span")
"""What passages are asked by; all else is asked of their documents."""
_COMPACT: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_LONGEST_VALUE: Final = 200
_WRAPPED: Final = re.compile(r"제?(.*?)호?")


def keywords(**values: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """All keyword fields: those given, without blanks and repetitions, and empty ones."""
    return {name: _clean(values.get(name, ())) for name in KEYWORDS}


def _clean(values: tuple[str, ...]) -> tuple[str, ...]:
    stripped = (value.strip()[:_LONGEST_VALUE] for value in values)
    return tuple(dict.fromkeys(value for value in stripped if value))


def numbers(number: str | None) -> tuple[str, ...]:
    """A document or bill number in the forms people type it.

    >>> numbers("제 1234 호"), numbers(None)
    (('제 1234 호', '제1234호', '1234'), ())
    """
    if not number:
        return ()
    joined = "".join(normalise(number).split())
    bare = _WRAPPED.fullmatch(joined)
    return _clean((number, joined, bare[1] if bare else ""))


def document_keywords(
    document: Document, readers: tuple[str, ...], cites: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    """The keyword values of a paper, the same for its unit and its passages."""
    return keywords(
        document=(document.id,),
        group=(document.id,),
        kind=(document.kind.value,),
        year=(f"{document.date.year:04}",) if document.date else (),
        committee=(document.committee or "",),
        agency=(document.agency or "",),
        member=document.members,
        session=(str(document.session),) if document.session is not None else (),
        source=(document.source,),
        readers=readers,
        cites=cites,
        number=numbers(document.number),
    )


def document_days(document: Document) -> dict[str, int]:
    """The day of a paper, 0 when unknown; it is always in force."""
    return {"date": document.date.toordinal() if document.date else 0, **ALWAYS}


def details(document: Document) -> dict[str, str]:
    """What a card shows of a paper."""
    session = f"제{document.session}회" if document.session is not None else None
    shown = {
        "number": document.number,
        "committee": document.committee,
        "agency": document.agency,
        "unit": document.unit,
        "member": ", ".join(document.members),
        "session": session,
        "disclosure": document.disclosure,
        "source_url": document.source_url,
        "synthetic": "시연용" if document.synthetic else None,
    }
    return {name: value for name, value in shown.items() if value}


def unit_payload(
    hit_id: str, title: str, kind: str, day: date | None, shown: Mapping[str, str]
) -> str:
    """The JSON that comes back with a hit: ``id, title, kind, date, details``."""
    iso = day.isoformat() if day else None
    return _json({"id": hit_id, "title": title, "kind": kind, "date": iso, "details": dict(shown)})


def passage_payload(piece: Slice, title: str) -> str:
    """The JSON that comes back with a passage; what is not there is left out.

    ``shape`` says of each letter of ``text`` whether a morpheme begins there or goes on;
    ``stems`` are, in order and joined by a space, the morphemes that are not spelled as in the
    text, see `indexer.korean.morphemes.Entry`; ``cells`` the cells of a row as [start, address].
    """
    stretch = piece.stretch
    starts = [start for start, _ in stretch.starts]
    optional = {
        "page": stretch.page,
        "article": stretch.article,
        "cell": stretch.cells[0] if stretch.cells else None,
        "cells": list(zip(starts, stretch.cells, strict=False)),
        "speaker": stretch.speaker,
        "stems": piece.stems,
    }
    always = {"text": piece.text, "title": title, "order": piece.order, "at": piece.at}
    kept = {name: value for name, value in optional.items() if value}
    return _json({**always, **kept, "shape": piece.shape})


def passage_unit(unit: Unit, number: int, piece: Slice, title: str) -> Unit:
    """The passage ``number`` of ``unit``: same document, readers and days. Its ``group`` is
    the id of the unit it belongs to."""
    return Unit(
        id=f"{unit.id}/{number}",
        document=unit.document,
        revision=unit.revision,
        texts=passage_texts(piece),
        keywords={
            **_NOTHING,
            **{name: unit.keywords[name] for name in _OF_PASSAGES},
            "group": (unit.id,),
        },
        days=unit.days,
        payload=passage_payload(piece, title),
    )


def _json(value: Mapping[str, Any]) -> str:
    return _COMPACT.encode(value)
