"""Every source at once: golden records, faults on the way, keys and contacts nowhere."""

import json
import os
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from replay.canaries import EMAIL, KEY, TELEPHONE, WRITER
from replay.law_server import MAINTENANCE, Params, Reply
from replay.site import Town
from replay.town import options, town

from crawlers.contract import LOOPBACK
from crawlers.reparse import reparse
from crawlers.run import RunReport, crawl
from crawlers.sources import SOURCES
from records.codec import to_plain
from records.model import Document, Privacy
from records.store import Records

GOLDEN = Path(__file__).parent / "golden"
RATE, SEED = 0.10, int(os.environ.get("UCOUNCIL_SEED", "20261122"))


@pytest.fixture
def served() -> Iterator[Town]:
    with town() as running:
        yield running


def clear(_: Document) -> Privacy:
    return Privacy.CLEAR


def run(source: str, records: Records, served: Town, **more: Any) -> RunReport:
    known, chosen = SOURCES[source], options(served.url).get(source, {})
    key = KEY if known.key else None
    return crawl(source, records, served.url, key=key, options=chosen, gate=clear, **more)


def kept(records: Records) -> dict[str, Any]:
    """Everything that the records hold, without revisions."""
    ids = [one for one, _, _ in records.revisions()]
    papers = records.documents(ids).values()
    return {
        "documents": [to_plain(replace(one, revision=0)) for one in papers],
        "members": to_plain(tuple(records.members())),
        "meetings": to_plain(tuple(records.meetings())),
        "relations": to_plain(tuple(records.relations())),
        "versions": {
            one: to_plain(records.statute(one).versions)
            for one in ids
            if one.startswith(("law:", "ordin:"))
        },
    }


@pytest.mark.parametrize("source", SOURCES)
def test_golden_records_of_each_source(source: str, records: Records, served: Town) -> None:
    report = run(source, records, served)
    assert (report.fault, report.announced) == (None, report.received), report.reason
    found = kept(records)
    written = json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True).replace(
        served.url, "http://replay"
    )
    golden = GOLDEN / f"source-{source}.json"
    if os.environ.get("UCOUNCIL_WRITE_GOLDEN"):
        golden.write_text(written + "\n", encoding="utf-8")
    assert written + "\n" == golden.read_text(encoding="utf-8")
    again = run(source, records, served)
    assert (again.loaded, again.fault) == (0, None)
    assert kept(records) == found


@pytest.mark.parametrize("source", ["assembly", "clik-bill", "opengov", "admrul", "smc-minutes"])
def test_the_archive_is_read_again_to_the_same_records(
    source: str, records: Records, served: Town
) -> None:
    run(source, records, served)
    before = kept(records)
    report = reparse(
        source,
        records,
        options=options(served.url).get(source, {"pages": "20"}) | {"pages": "20"},
        gate=clear,
    )
    assert (report.fault, report.loaded) == (None, 0), report.reason
    assert kept(records) == before


class Trouble:
    """Breaks a share of the answers, each in one of the ways that pass."""

    def __init__(self, served: Town, rate: float, seed: int) -> None:
        self._right, self._rate, self._chance = served._right, rate, random.Random(seed)
        self.given = 0

    def __call__(self, path: str, params: Params) -> Reply:
        right = self._right(path, params)
        if self._chance.random() >= self._rate:
            return right
        self.given += 1
        return self._chance.choice(
            (
                Reply(b"", 500),
                Reply(b"", 503),
                Reply(b"", 429, headers={"Retry-After": "0"}),
                Reply(b""),
                Reply(b"", 404),
                replace(right, cut=True) if len(right.body) > 1 else Reply(b"", 500),
                Reply(b"", 502) if path.startswith("/sanction") else Reply(MAINTENANCE.encode()),
            )
        )


def test_a_crawl_through_faults_ends_with_the_records_of_a_crawl_without(
    records: Records, tmp_path: Path
) -> None:
    with town() as quiet:
        assert [r for r in (run(name, records, quiet) for name in SOURCES) if r.fault] == []
        clean = json.dumps(kept(records)).replace(quiet.url, "")
    other = tmp_path / "other"
    with (
        Records.create(f"sqlite:///{tmp_path}/other.db", f"{other}") as second,
        town() as noisy,
    ):
        trouble = Trouble(noisy, RATE, SEED)
        noisy._right = trouble  # type: ignore[method-assign]
        reports = [
            run(n, second, noisy, pace=replace(LOOPBACK, backoff=0.005, tries=8)) for n in SOURCES
        ]
        print(f"seed {SEED}: {trouble.given} faults in {len(noisy.requests)} requests")
        assert [(r.source, r.reason) for r in reports if r.fault] == []
        assert trouble.given > 0
        assert json.dumps(kept(second)).replace(noisy.url, "") == clean


def test_no_key_and_no_contact_is_left_anywhere(
    records: Records, served: Town, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    reports = [run(name, records, served) for name in SOURCES]
    reports += [
        crawl(
            n, records, served.url, key="wrong-canary-000", options=options(served.url).get(n, {})
        )
        for n in SOURCES
    ]
    records.close()
    said = repr(reports) + "".join(capfd.readouterr())
    held = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()) + said.encode()
    assert "주차장 현황 보고 103".encode() in held
    for canary in (KEY, TELEPHONE, EMAIL, WRITER, "wrong-canary-000"):
        assert canary.encode() not in held, canary
        assert json.dumps(canary)[1:-1].encode() not in held, canary
