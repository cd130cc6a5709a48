"""``status`` and ``inspect``: how the home is, and whether it is ready for a session."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import click

from indexer.verify import verify
from records.errors import UCouncilError
from records.model import Kind
from records.store import Records
from ucouncil.commands.options import Settings, home_option, json_option
from ucouncil.council import Council
from ucouncil.output import emit, say

_BATCH = 500


@click.command
@json_option
@home_option
def status(settings: Settings, as_json: bool) -> None:
    """자료 수, 색인이 따라온 정도, 실패와 보류를 보입니다."""
    with Council(settings) as council:
        records, applied = council.records, council.engine.applied()
        facts = {
            "home": settings.home,
            "engine": "elasticsearch" if settings.elasticsearch_url else "embedded",
            "documents": records.counts(),
            "revision": records.last_revision(),
            "applied": applied.revision,
            "index_bytes": council.engine.size_bytes(),
            "held": len(records.held()),
            "failures": len(records.failures()),
        }
    emit(facts) if as_json else _tell(facts)


def _tell(facts: Mapping[str, object]) -> None:
    counts = facts["documents"]
    assert isinstance(counts, dict)
    for kind, count in counts.items():
        say(f"{Kind(kind).korean:<12} {count:,}")
    say(f"기록 {facts['revision']}판, 색인 {facts['applied']}판 ({facts['engine']})")
    say(f"보류 {facts['held']} · 실패 {facts['failures']}")
    if facts["revision"] != facts["applied"]:
        say("→ 색인이 뒤처졌습니다. `ucouncil index`를 실행하세요.")


@dataclass(frozen=True, slots=True)
class Finding:
    """One point of an inspection: what was looked at, whether it is well, what to do."""

    name: str
    well: bool
    said: str


@click.command
@json_option
@home_option
def inspect(settings: Settings, as_json: bool) -> None:
    """회기 앞 점검: 기록, 원본, 색인, 실패를 모두 보고 할 일을 말합니다."""
    with Council(settings) as council:
        findings = [_look(name, look, council) for name, look in _LOOKS.items()]
    if as_json:
        emit(findings)
    else:
        for finding in findings:
            say(f"{'정상' if finding.well else '주의'}  {finding.name}: {finding.said}")
    sys.exit(0 if all(f.well for f in findings) else 1)


def _look(name: str, look: object, council: Council) -> Finding:
    assert callable(look)
    try:
        well, said = look(council)
    except UCouncilError as error:
        return Finding(name, False, f"{error} → {error.advice}")
    return Finding(name, well, said)


def _index(council: Council) -> tuple[bool, str]:
    report = verify(council.records, council.engine)
    return report.sound, report.sentence


def _originals(council: Council) -> tuple[bool, str]:
    records = council.records
    missing = [sha for sha in set(_hashes(records)) if not records.originals.exists(sha)]
    return not missing, f"없는 원본 {len(missing)}건" if missing else "원본이 모두 있음"


def _hashes(records: Records) -> Iterator[str]:
    """SHA-256 of every original that a record refers to."""
    ids = [document_id for document_id, _, _ in records.revisions()]
    for start in range(0, len(ids), _BATCH):
        for document in records.documents(ids[start : start + _BATCH]).values():
            yield from (attachment.sha256 for attachment in document.attachments)


def _failures(council: Council) -> tuple[bool, str]:
    count = len(council.records.failures())
    return count == 0, f"들이지 못한 파일 {count}건 (`ucouncil failures`)"


_LOOKS = {"색인": _index, "원본": _originals, "들이기": _failures}
