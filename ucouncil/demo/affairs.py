"""An affair: one matter from the data request to the press release, with its facts fixed.

All papers on it draw on the same facts, so that they agree with one another.
"""

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from records.model import Member, Session
from ucouncil.demo.people import DISTRICTS, SESSIONS

SEED = 20090224
YEARS = (2023, 2024, 2025)


@dataclass(frozen=True, slots=True)
class Series:
    """One figure over `YEARS`, and its last year by district."""

    name: str
    unit: str
    values: tuple[int, ...]
    districts: tuple[int, ...]

    @property
    def last(self) -> str:
        return f"{self.values[-1]:,}{self.unit}"

    @property
    def change(self) -> str:
        first, last = self.values[0], self.values[-1]
        return f"{abs(last - first) * 100 / first:.1f}% {'증가' if last >= first else '감소'}"


@dataclass(frozen=True, slots=True)
class Affair:
    """The facts. ``number`` is the bill's 의안번호, ``cost`` in millions of won."""

    index: int
    topic: dict[str, Any]
    session: Session
    chair: Member
    proposer: Member
    requester: Member
    series: tuple[Series, ...]
    cost: int

    @property
    def name(self) -> str:
        return str(self.topic["name"])

    @property
    def committee(self) -> str:
        return str(self.topic["committee"])

    @property
    def bureau(self) -> str:
        return str(self.topic["bureau"])

    @property
    def department(self) -> str:
        return str(self.topic["department"])

    @property
    def ordinance(self) -> str:
        return str(self.topic["ordinance"])

    @property
    def statute(self) -> str:
        return str(self.topic["statute"])

    @property
    def problem(self) -> str:
        return str(self.topic["problem"])

    @property
    def ordinance_id(self) -> str:
        """The synthetic 자치법규ID."""
        return f"90{self.index:04d}"

    @property
    def number(self) -> str:
        return f"2026-{self.index:03d}"

    @property
    def bill(self) -> str:
        return f"{self.ordinance} 일부개정조례안"

    @property
    def proposed(self) -> date:
        return self.session.first - timedelta(days=14)

    @property
    def reviewed(self) -> date:
        """The committee's sitting."""
        return self.session.first + timedelta(days=2 + self.index % 3)

    @property
    def decided(self) -> date:
        """The plenary's last day of the session."""
        return self.session.last

    @property
    def in_force(self) -> date:
        return self.session.last + timedelta(days=30)

    def id(self, kind: str) -> str:
        return f"demo:{kind}-{self.number}"


def make_affairs(members: tuple[Member, ...]) -> tuple[Affair, ...]:
    """Every affair of ``affairs.toml``, always the same."""
    text = (Path(__file__).parent / "affairs.toml").read_text(encoding="utf-8")
    rng = random.Random(SEED)  # noqa: S311
    return tuple(
        _affair(index, topic, members, rng)
        for index, topic in enumerate(tomllib.loads(text)["affair"], 1)
    )


def _affair(
    index: int, topic: dict[str, Any], members: tuple[Member, ...], rng: random.Random
) -> Affair:
    chair, *others = [one for one in members if topic["committee"] in one.committees]
    return Affair(
        index=index,
        topic=topic,
        session=SESSIONS[(index - 1) % 4],
        chair=chair,
        proposer=others[index % len(others)],
        requester=others[(index + 1) % len(others)],
        series=tuple(_series(name, unit, rng) for name, unit in topic["indicators"]),
        cost=rng.randrange(120, 4800, 10),
    )


def _series(name: str, unit: str, rng: random.Random) -> Series:
    shares = [rng.randint(4, 60) for _ in DISTRICTS]
    last = sum(shares)
    values = [round(last * rng.uniform(0.6, 1.2)) for _ in YEARS[:-1]]
    return Series(name, unit, (*values, last), tuple(shares))


def by_session(affairs: tuple[Affair, ...]) -> Iterator[tuple[Session, tuple[Affair, ...]]]:
    """The affairs that each session decides; sessions without any are left out."""
    for session in SESSIONS:
        own = tuple(affair for affair in affairs if affair.session == session)
        if own:
            yield session, own
