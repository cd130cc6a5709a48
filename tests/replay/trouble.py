"""Breaks a share of all answers, whatever the source: the ways that services are known for."""

import random
import re
from collections import Counter
from dataclasses import replace

from replay.law_server import MAINTENANCE, Params, Reply
from replay.site import Town

SLOW = 3.5
"""Seconds of an answer that is slow: longer than a crawler under `Trouble` should wait."""
FAULTS = ("slow", "500", "503", "429", "404", "empty", "HTML", "cut", "wrong total")
_TOTAL = re.compile(rb'(<totalCnt>|"list_total_count": |"TOTAL_COUNT": )(\d+)')


class Trouble:
    """Takes the place of a town's right answers: ``town._right = Trouble(town, 0.1, seed)``.

    Of the faults that an answer can have it takes one of the rarest so far, so that all come.
    ``given`` counts the faults by name. All pass when asked again, but for a wrong total, which
    fails the run: the next run must bring what that one did not.
    """

    def __init__(self, town: Town, rate: float, seed: int) -> None:
        self._right, self._rate, self._chance = town._right, rate, random.Random(seed)
        self.given = Counter[str](dict.fromkeys(FAULTS, 0))

    def __call__(self, path: str, params: Params) -> Reply:
        right = self._right(path, params)
        if self._chance.random() >= self._rate:
            return right
        possible = _broken(right)
        rarest = min(self.given[name] for name in possible)
        name = self._chance.choice([one for one in possible if self.given[one] == rarest])
        self.given[name] += 1
        return possible[name]


def _broken(right: Reply) -> dict[str, Reply]:
    """The faults that this answer can have."""
    faults = {
        "slow": replace(right, delay=SLOW),
        "500": Reply(b"", 500),
        "503": Reply(b"", 503),
        "429": Reply(b"", 429, headers={"Retry-After": "0"}),
        "404": Reply(b"", 404),
        "empty": Reply(b""),
    }
    page = right.body.lstrip()[:1] == b"<" and not right.body.lstrip().startswith(b"<?xml")
    if not page:  # a page of maintenance in place of a page says what it is by its form only
        faults["HTML"] = Reply(MAINTENANCE.encode())
    if len(right.body) > 1:
        faults["cut"] = replace(right, cut=True)
    if _TOTAL.search(right.body):
        more = _TOTAL.sub(lambda m: m[1] + str(int(m[2]) + 1).encode(), right.body)
        faults["wrong total"] = replace(right, body=more)
    return faults
