"""Kills of a crawl: its records must be those of a crawl without a kill."""

import json
import random
import time
from pathlib import Path
from typing import Any

from replay.canaries import KEY
from replay.every import kept, run_direct
from replay.site import Town
from replay.town import options, town

from benchmarks.kill_child import opened
from benchmarks.kills import AFTER, Kill, Tell, child, lines_of, new_home
from crawlers.sources import SOURCES

CRAWLED = ("eflaw", "assembly", "clik-minutes", "opengov", "smc-bill")
"""Sources of every shape: versions, pages of a list, papers one by one, papers with files."""


def _order(source: str, home: Path, served: Town) -> tuple[str, ...]:
    key = KEY if SOURCES[source].key else ""
    chosen = options(served.url).get(source, {})
    return ("crawl", source, str(home), served.url, key, json.dumps(chosen))


def crawl_kills(moments: int, chance: random.Random, work: Path, tell: Tell) -> list[Kill]:
    """``moments`` kills of crawls, shared among the sources; each from empty records."""
    rounds: list[Kill] = []
    with town() as served:
        for number, source in enumerate(CRAWLED):
            share = moments // len(CRAWLED) + (number < moments % len(CRAWLED))
            if share:
                rounds += _crawl_kills(source, share, chance, work, served, tell)
    return rounds


def _crawl_kills(
    source: str, share: int, chance: random.Random, work: Path, served: Town, tell: Tell
) -> list[Kill]:
    home = new_home(work, "measured")
    with child(*_order(source, home, served)) as running:
        steps = lines_of(running)
    expected = _held(home)
    tell(f"crawl {source}: {steps} steps without a kill, {share} moments")
    rounds = []
    for step in range(share):
        at = 1 + int((step + chance.random()) / share * (steps - 1))
        home = new_home(work, "round")
        with child(*_order(source, home, served)) as running:
            lines_of(running, at)
            time.sleep(chance.uniform(0, AFTER))
        wrong = None if _ended(source, home, served) == expected else "the records differ"
        rounds.append(Kill(f"crawl {source}", f"{at}/{steps}", wrong))
        tell(f"  {source} after step {at}: {wrong or 'whole'}")
    return rounds


def _ended(source: str, home: Path, served: Town) -> dict[str, Any]:
    """What the records hold when the run has been made again to its end."""
    with opened(str(home)) as records:
        report = run_direct(source, records, served)
        found: dict[str, Any] = kept(records)
        return found | ({"fault": report.reason} if report.fault else {})


def _held(home: Path) -> dict[str, Any]:
    with opened(str(home)) as records:
        found: dict[str, Any] = kept(records)
    return found
