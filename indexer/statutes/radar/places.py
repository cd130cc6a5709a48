"""From relations to the places of citing texts: laws in force (or to come), pending bills."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, lru_cache
from typing import Final

from indexer.statutes.appendices import texts_over_time
from indexer.statutes.radar.model import Place, Role
from records.model import ArticleInForce, Document, Kind, Relation, RelationKind
from records.statute_view import ADDENDA
from records.store import Records
from records.timeline import in_force, nearest, today

_LAWS: Final = ("law:", "ordin:")
_FOLLOWING: Final = 40
"""Letters after a citation that are looked at for what it means."""
_DECIDED: Final = re.compile(
    r"^(?:본회의\s?)?처리결과\s*:\s*\S|^본회의 심의정보:[^\n]*(?:의결일|회의결과) \S", re.MULTILINE
)
"""A line that says how a bill ended, as the sources write it."""


class Places:
    """Finds the places of relations; laws looked at are kept as long as this is."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._texts = lru_cache(maxsize=None)(self._texts_of)
        self._promulgated = lru_cache(maxsize=None)(self._promulgated_of)

    def of(self, found: Iterable[Relation]) -> Iterator[tuple[Relation, Place]]:
        """The relations whose source is a text in force or a pending bill, with its place.
        Addenda are left out: they speak of the day they were made."""
        relations = [one for one in found if _may_speak(one.source)]
        heads = self._records.heads({_document(one.source) for one in relations})
        bills = {one for one, head in heads.items() if head.kind is Kind.BILL}
        pending = self._records.documents(sorted(bills - self._on_agendas))
        for one in relations:
            document = _document(one.source)
            if document in pending:
                place = _in_bill(pending[document], one)
            elif document in heads and document.startswith(_LAWS):
                place = self._in_law(heads[document], one)
            else:
                continue
            if place:
                yield one, place

    @cached_property
    def _on_agendas(self) -> frozenset[str]:
        """What a plenary sitting has had on its agenda: it is pending no longer."""
        sittings = self._records.meetings()
        held = [one for one in sittings if "본회의" in one.body and one.date <= today()]
        return frozenset(document for one in held for document in one.agenda)

    def _in_law(self, head: Document, relation: Relation) -> Place | None:
        key = relation.source.partition("#")[2]
        texts = self._texts(head.id)
        text = texts.get(key)
        if text is not None:
            return _placed(head, text, self._promulgated(head.id).get(text.mst), relation)
        if key or not texts:
            return None
        since = max(one.effective_from for one in texts.values())
        return Place(head.id, head.title, head.kind, None, since, _role(relation))

    def _promulgated_of(self, document_id: str) -> Mapping[str, date | None]:
        """The promulgation of each version by its MST."""
        versions = self._records.statute(document_id, texts=False).versions
        return {one.mst: one.promulgated for one in versions}

    def _texts_of(self, document_id: str) -> Mapping[str, ArticleInForce]:
        """The texts of the law by key, as in force today or first to come; none of a law that
        is no more."""
        statute = self._records.statute(document_id)
        shown = nearest(statute.versions, today())
        ended = shown is None or (
            shown.effective <= today() and not in_force(statute.versions, today())
        )
        if shown is None or ended:
            return {}
        return {
            one.article.key: one
            for one in texts_over_time(statute)
            if one.effective_from <= shown.effective < one.effective_to
        }


def _document(source: str) -> str:
    return source.partition("#")[0]


def _may_speak(source: str) -> bool:
    """Not an addendum, and not a text that is past or to come (``…@20090101``)."""
    key = source.partition("#")[2]
    return "@" not in key and not key.startswith(ADDENDA)


def _placed(
    head: Document, text: ArticleInForce, promulgated: date | None, relation: Relation
) -> Place:
    key = text.article.key
    start, end = relation.start, relation.end
    written = "" if end is None else text.article.text[start:end]
    following = "" if end is None else text.article.text[end : end + _FOLLOWING]
    return Place(
        head.id,
        head.title,
        head.kind,
        key,
        text.effective_from,
        _role(relation),
        written,
        start,
        end,
        promulgated,
        following,
    )


def _in_bill(bill: Document, relation: Relation) -> Place | None:
    """None when the bill has no day, or says how it ended."""
    text, start, end = bill.text, relation.start, relation.end
    if bill.date is None or _DECIDED.search(text):
        return None
    written = "" if end is None else text[start:end]
    role = _role(relation)
    following = "" if end is None else text[end : end + _FOLLOWING]
    place = (bill.id, bill.title, bill.kind, None, bill.date, role, written, start, end)
    return Place(*place, bill.date, following)


def _role(relation: Relation) -> Role:
    if relation.kind is RelationKind.AMENDS:
        return Role.AMENDS
    return Role.DELEGATED if relation.kind is RelationKind.DELEGATES else Role.CITES
