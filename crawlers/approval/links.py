"""How a paper hangs together with others: who asked for it, what it answers, which bill it names.

A paper that is named before it has come is kept as named, ``number:의사담당관-1234@2026-03-02``,
and linked when it comes.
"""

from dataclasses import replace

from crawlers.approval.heads import Cited
from crawlers.approval.paper import Paper
from records.model import DataRequest, Document, Kind, Relation, RelationKind, RequestStatus
from records.store import Records

_ASKED = frozenset({Kind.REQUEST, Kind.AUDIT, Kind.QUESTION})


class Links:
    """Finds and stores the relations of papers."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def inherited(self, paper: Paper) -> Paper:
        """An answer that names no member belongs to the member who asked."""
        asked = self._asked(paper)
        if asked is None or paper.member:
            return paper
        demand = self._records.documents([asked.document_id])[asked.document_id]
        document = replace(paper.document, members=demand.members)
        if document.kind is Kind.REQUEST and document.disclosure != "공개":
            document = replace(document, visibility=demand.visibility, readers=demand.readers)
        return replace(paper, document=document, member=asked.member)

    def put(self, paper: Paper) -> None:
        """Store what is known; the same again changes nothing."""
        document = paper.document
        self._records.put_relations([*self._of(paper), *self._waiting(document)])
        if document.kind in _ASKED and not paper.answers:
            self._put_demand(paper)
        elif (asked := self._asked(paper)) is not None and document.date:
            self._answer(asked, document)

    def _of(self, paper: Paper) -> list[Relation]:
        own, kind = paper.document.id, _kind(paper)
        found = [Relation(own, kind, self._target(cited)) for cited in paper.cited]
        if paper.member and paper.document.kind is Kind.BILL:
            found.append(Relation(f"member:{paper.member}", RelationKind.PROPOSES, own))
        bills = self._bills(paper.bill, own) if paper.bill else []
        return found + [Relation(own, RelationKind.MENTIONS, bill) for bill in bills]

    def _target(self, cited: Cited) -> str:
        found = self._cited(cited)
        return found.id if found else f"number:{cited.number}@{cited.day}"

    def _cited(self, cited: Cited) -> Document | None:
        """The one paper of that number and day."""
        found = [one for one in self._records.numbered(cited.number) if one.date == cited.day]
        return found[0] if len(found) == 1 else None

    def _bills(self, number: str, own: str) -> list[str]:
        found = [
            one.id
            for one in self._records.numbered(number)
            if one.kind is Kind.BILL and one.id != own
        ]
        return found if len(found) == 1 else []

    def _waiting(self, document: Document) -> list[Relation]:
        """What named this paper before it came."""
        if not (document.number and document.date):
            return []
        named = f"number:{document.number}@{document.date}"
        return [replace(one, target=document.id) for one in self._records.relations(target=named)]

    def _put_demand(self, paper: Paper) -> None:
        document = paper.document
        known = {one.document_id for one in self._records.requests()}
        if not (paper.member and document.date and paper.due) or document.id in known:
            return
        answered = self._answers_to(document)
        self._records.put_requests(
            [
                DataRequest(
                    document.id,
                    paper.member,
                    document.agency or "",
                    document.date,
                    paper.due,
                    answered.date if answered else None,
                    RequestStatus.ANSWERED if answered else RequestStatus.ASKED,
                )
            ]
        )

    def _answers_to(self, document: Document) -> Document | None:
        """The answer that came before its demand."""
        sources = [
            one.source
            for one in self._records.relations(target=document.id)
            if one.kind is RelationKind.ANSWERS
        ]
        return next(iter(self._records.documents(sources).values()), None)

    def _asked(self, paper: Paper) -> DataRequest | None:
        """The one demand that this paper answers."""
        if not paper.answers:
            return None
        cited = {found.id for one in paper.cited if (found := self._cited(one))}
        asked = [one for one in self._records.requests() if one.document_id in cited]
        return asked[0] if len(asked) == 1 else None

    def _answer(self, asked: DataRequest, document: Document) -> None:
        if asked.status is RequestStatus.ASKED:
            now = replace(asked, status=RequestStatus.ANSWERED, answered=document.date)
            self._records.put_requests([now])


def _kind(paper: Paper) -> RelationKind:
    answers = paper.answers and paper.document.kind in _ASKED
    return RelationKind.ANSWERS if answers else RelationKind.MENTIONS
