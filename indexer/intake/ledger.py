"""Items into records, in batches, each in one transaction, and the count of what became of them.

What is committed is counted, what is counted is committed: after ``kill -9`` a new run finds
everything that was reported, and does the rest.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from indexer.intake.model import Fault, Item, Law, LoadReport, Paper
from indexer.privacy.detect import gate
from records.errors import Broken, Misuse
from records.store import Records

BATCH_ITEMS = 200
BATCH_CHARACTERS = 2_000_000


class Ledger:
    """Takes items one by one; `flush` commits what waits."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._papers: list[Paper] = []
        self._laws: list[Law] = []
        self._characters = 0
        self._claims: dict[str, str] = {}
        self._counts: Counter[str] = Counter()
        self._faults: list[Fault] = []
        self._open_failures = {failure.path for failure in records.failures()}
        self._settled: set[str] = set()

    def add(self, item: Item) -> None:
        """Take one item; commits when enough wait."""
        if isinstance(item, Paper):
            self._add_paper(item)
        elif isinstance(item, Law):
            self._laws.append(item)
            self._characters += sum(len(one.text) for one in item.version.articles)
        elif isinstance(item, Fault):
            self._fail(item)
        else:
            self._counts["unchanged"] += 1
        waiting = len(self._papers) + len(self._laws)
        if waiting >= BATCH_ITEMS or self._characters >= BATCH_CHARACTERS:
            self.flush()

    def settle(self, place: str) -> None:
        """The file at ``place`` is read to its end: its old failures that did not come again
        are over (with the next flush)."""
        if self._open_failures:
            parts = (f"{place}:", f"{place}!/")
            over = {p for p in self._open_failures if p == place or p.startswith(parts)}
            self._settled |= over
            self._open_failures -= over

    def flush(self) -> None:
        """Commit what waits."""
        papers, laws = self._papers, self._laws
        self._papers, self._laws, self._characters = [], [], 0
        self._put_papers(papers)
        for ordinance in (False, True):
            self._put_laws([law for law in laws if law.ordinance is ordinance])
        for path in self._settled - {fault.path for fault in self._faults}:
            self._records.resolve_failure(path)
        self._settled = set()

    def report(self) -> LoadReport:
        """What became of everything so far committed."""
        counts = self._counts
        faults = tuple(self._faults)
        return LoadReport(counts["loaded"], counts["unchanged"], counts["held"], faults)

    def _add_paper(self, paper: Paper) -> None:
        """One place an id: a second one would replace the first unseen."""
        document = paper.document
        first = self._claims.setdefault(document.id, paper.place)
        if first != paper.place:
            reason = f"같은 id가 두 번 있음: {document.id} (먼저 {first})"
            self._fail(Fault.of(paper.place, Broken(reason)))
            return
        self._papers.append(replace(paper, document=replace(document, privacy=gate(document))))
        self._characters += sum(len(passage.text) for passage in document.passages)

    def _fail(self, fault: Fault) -> None:
        self._records.fail(fault.path, fault.code, fault.reason, fault.advice)
        self._faults.append(fault)

    def _put_papers(self, papers: Sequence[Paper]) -> None:
        try:
            outcomes = self._records.put([paper.document for paper in papers])
            self._counts.update(outcome.status for outcome in outcomes)
        except Misuse as error:  # one of them; find out which, so that the others go on
            if len(papers) == 1:
                self._fail(Fault.of(papers[0].place, error))
                return
            for paper in papers:
                self._put_papers([paper])

    def _put_laws(self, laws: Sequence[Law]) -> None:
        if laws:
            versions = [law.version for law in laws]
            outcomes = self._records.put_versions(versions, ordinance=laws[0].ordinance)
            self._counts.update(outcome.status for outcome in outcomes)
