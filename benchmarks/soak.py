"""``make soak``: `kill -9` of load, index and rebuild at moments spread over the measured run,
and as many kills of crawls and of e-approval intake (`benchmarks.kills`).

Each round starts from a known home, is killed, and is run again to its end. Then nothing may be
lost or doubled: the documents, their texts and the index must equal those of a run without a
kill, and no process may be left behind. The seed is printed; the same seed gives the same
moments as parts of the measured run.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.kills import Kill, wait_for_orphans
from benchmarks.kills_crawl import crawl_kills
from benchmarks.kills_intake import folder_kills, receiver_kills

PAPERS = 120
SOONER = 0.7


@dataclass(frozen=True, slots=True)
class Phase:
    """One kind of run: its command, and the home it starts from."""

    name: str
    command: tuple[str, ...]
    start: Path


@dataclass(frozen=True, slots=True)
class Round:
    """What one kill did: when (part of the measured run), and what was wrong afterwards."""

    phase: str
    moment: float
    wrong: str | None


def ucouncil(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; its output and status are the caller's to judge."""
    command = [sys.executable, "-m", "ucouncil", *words, "--home", str(home)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def must(home: Path, *words: str) -> str:
    done = ucouncil(home, *words)
    if done.returncode != 0:
        raise SystemExit(f"ucouncil {' '.join(words)}: {done.stderr or done.stdout}")
    return done.stdout


def write_corpus(folder: Path, papers: int = PAPERS) -> Path:
    """Papers of three forms, each with a word of its own, so that a loss can be named."""
    folder.mkdir(parents=True)
    lines = []
    for number in range(papers):
        text = f"제{number}차 업무보고 고유번호{number:05d} " + "교통 복지 예산 조례 개정 " * 40
        if number % 3 == 0:
            lines.append({"id": f"soak:{number}", "title": f"보고 {number}", "text": text})
        elif number % 3 == 1:
            (folder / f"보고{number}.txt").write_text(text, encoding="utf-8")
        else:
            page = f"<html><title>보고 {number}</title><body><p>{text}</p></body></html>"
            (folder / f"보고{number}.html").write_text(page, encoding="utf-8")
    body = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    (folder / "papers.jsonl").write_text(body + "\n", encoding="utf-8")
    return folder


def snapshot(home: Path) -> dict[str, object]:
    """Everything that must be the same after a kill: documents, texts, index, totals."""
    from indexer.verify import verify
    from ucouncil.council import Council
    from ucouncil.settings import read_settings

    with Council(read_settings(home)) as council:
        records = council.records
        texts = {id: records.document(id).text for id, _, servable in records.revisions()}
        report = verify(records, council.engine)
        rows = [(id, units, parts) for id, _, units, parts in council.engine.revisions()]
        return {"texts": texts, "sound": report.sound, "index": rows, "said": report.sentence}


def run_killed(phase: Phase, home: Path, after: float) -> bool:
    """Start the phase's command, kill it ``after`` seconds; True when it had already ended."""
    command = [sys.executable, "-m", "ucouncil", *phase.command, "--home", str(home)]
    child = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        child.wait(timeout=after)
        finished = True
    except subprocess.TimeoutExpired:
        finished = False
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
    wait_for_orphans(child.pid)
    return finished


def measure(phase: Phase, work: Path) -> float:
    """Seconds of the phase without a kill."""
    home = work / f"measure-{phase.name}"
    shutil.copytree(phase.start, home)
    began = time.monotonic()
    must(home, *phase.command)
    return time.monotonic() - began


def kill_once(phase: Phase, work: Path, seconds: float, moment: float, expected: object) -> Round:
    """One round: kill, run again, compare. A run that ended before its kill is run anew and
    killed sooner, so that every round is a kill."""
    home = work / "round"
    finished = True
    while finished:
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(phase.start, home)
        finished = run_killed(phase, home, seconds * moment)
        moment *= SOONER if finished else 1
    must(home, *phase.command)
    must(home, "index")
    after = snapshot(home)
    return Round(phase.name, moment, None if after == expected else _difference(after, expected))


def _difference(after: dict[str, object], expected: object) -> str:
    assert isinstance(expected, dict)
    keys = [key for key in expected if after.get(key) != expected[key]]
    return f"differs in {', '.join(keys)}: {after['said']}"


def prepare(work: Path) -> tuple[list[Phase], dict[str, object]]:
    """The homes the phases start from, and the state every round must end in."""
    corpus = write_corpus(work / "corpus")
    load = ("load", str(corpus), "--kind", "report")
    empty, loaded, indexed = work / "empty", work / "loaded", work / "indexed"
    must(empty, "init")
    shutil.copytree(empty, loaded)
    must(loaded, *load)
    shutil.copytree(loaded, indexed)
    must(indexed, "index")
    phases = [
        Phase("load", load, empty),
        Phase("index", ("index",), loaded),
        Phase("rebuild", ("index", "--rebuild"), indexed),
    ]
    return phases, snapshot(indexed)


def soak(moments: int, seed: int, tell: Callable[[str], None] = print) -> list[Round]:
    """``moments`` kills, shared among the phases, at places spread evenly with jitter."""
    chance = random.Random(seed)
    rounds: list[Round] = []
    with tempfile.TemporaryDirectory() as folder:
        phases, expected = prepare(Path(folder))
        for number, phase in enumerate(phases):
            share = moments // len(phases) + (number < moments % len(phases))
            seconds = measure(phase, Path(folder))
            tell(f"{phase.name}: {seconds:.1f} s without a kill, {share} moments")
            for step in range(share):
                moment = (step + chance.random()) / share
                rounds.append(kill_once(phase, Path(folder), seconds, moment, expected))
                tell(f"  {phase.name} at {rounds[-1].moment:.2f}: {rounds[-1].wrong or 'whole'}")
    return rounds


def gathering(moments: int, seed: int, tell: Callable[[str], None] = print) -> list[Kill]:
    """``moments`` kills of crawls and of e-approval intake: half of them of crawls, a quarter
    each of the folder and of the receiver."""
    chance, quarter = random.Random(seed), moments // 4
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        return [
            *crawl_kills(moments - 2 * quarter, chance, work, tell),
            *folder_kills(quarter, chance, work, tell),
            *receiver_kills(quarter, chance, work, tell),
        ]


PARTS: dict[str, Callable[[int, int, Callable[[str], None]], Sequence[Round | Kill]]]
PARTS = {"indexing": soak, "gathering": gathering}


def main() -> None:
    """Run, print, and end with 1 when anything was lost or doubled."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, default=50, help="of each part")
    parser.add_argument("--part", choices=sorted(PARTS), action="append", help="not all parts")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--report", type=Path, help="also write what is printed to this file")
    chosen = parser.parse_args()
    told: list[str] = []

    def tell(line: str) -> None:
        told.append(line)
        print(line, flush=True)

    tell(f"{date.today()}, seed {chosen.seed}, {chosen.moments} moments, {os.cpu_count()} cores")
    parts = [PARTS[name] for name in chosen.part or PARTS]
    wrong = [one.wrong for part in parts for one in part(chosen.moments, chosen.seed, tell)]
    bad = [one for one in wrong if one]
    tell(f"{len(parts) * chosen.moments} kills, {len(bad)} wrong")
    if chosen.report:
        chosen.report.write_text("# make soak\n\n" + "".join(f"    {x}\n" for x in told))
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
