"""Citations against the records: the law of that name on the paper's day, renamed ones included."""

from datetime import date

from indexer.statutes.cite.model import Unresolved
from indexer.statutes.cite.names import Names, known_names
from indexer.statutes.cite.resolve import Target, target_of
from records.model import Statute, Version
from records.names import fold
from records.store import Records
from records.timeline import in_force, today


class RecordsLaws:
    """Looks laws up in the records; what was looked up is kept as long as this is."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._statutes: dict[str, list[Statute]] = {}
        self._found: dict[tuple[str, date], Target | Unresolved] = {}
        self._targets: dict[tuple[str, str, date], Target] = {}

    def find(self, title: str, day: date | None) -> Target | Unresolved:
        """The law that bore ``title`` on ``day`` (today when there is none), or that bore it
        once and was in force then under another name."""
        key = (fold(title), day or today())
        if key not in self._found:
            self._found[key] = self._look_up(*key)
        return self._found[key]

    def _look_up(self, folded: str, day: date) -> Target | Unresolved:
        if folded not in self._statutes:
            self._statutes[folded] = self._records.find_statutes(folded)
        statutes = self._statutes[folded]
        if not statutes:
            return Unresolved.NOT_HELD
        found = [(one, v) for one in statutes if (v := in_force(one.versions, day))]
        if not found:
            return Unresolved.NOT_IN_FORCE
        named = [one for one in found if folded in map(fold, _names(one[1]))]
        newest = _newest(named or found)
        return self._target(*newest, day) if newest else Unresolved.AMBIGUOUS

    def _target(self, statute: Statute, version: Version, day: date) -> Target:
        key = (statute.document_id, version.mst, version.effective)
        if key not in self._targets:
            whole = self._records.version(statute.document_id, day) or version
            self._targets[key] = target_of(statute.id, whole, statute.document_id)
        return self._targets[key]


def names_in(records: Records) -> Names:
    """The dictionary of names: those of the records, and ``mappings/laws.tsv``."""
    names = known_names()
    for name, title in records.law_names().items():
        names.add(name, title)
    return names


def _names(version: Version) -> list[str]:
    return [version.name, version.abbreviation or version.name]


def _newest(found: list[tuple[Statute, Version]]) -> tuple[Statute, Version] | None:
    """The one in force last: a title is given anew only when its bearer is gone."""
    ordered = sorted(found, key=lambda one: one[1].effective)
    if len(ordered) > 1 and ordered[-2][1].effective == ordered[-1][1].effective:
        return None
    return ordered[-1]
