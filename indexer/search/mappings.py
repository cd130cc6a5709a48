"""Data that tunes search, read from `mappings/` and linted when read."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from records.errors import BadSetting


@dataclass(frozen=True, slots=True)
class Ranking:
    """Weights of what adds to a hit's score, relative to its morphemes in the whole text.

    ``title``, ``bigrams`` and ``pairs`` weigh those fields; ``direct`` is what a number, a
    member's name or an article asked for by name adds; ``letters`` weighs a word found by
    its letters alone; ``synonym`` a word found by another name.
    """

    title: float
    bigrams: float
    pairs: float
    letters: float
    synonym: float
    direct: float


def folder(given: Path | None) -> Traversable:
    """The folder of mappings: ``given``, or the one that comes with the product."""
    return given if given is not None else files("mappings")


def read_ranking(where: Traversable) -> Ranking:
    """Read ``ranking.toml``; raise `BadSetting` for a missing, unknown or negative weight."""
    source = where / "ranking.toml"
    try:
        weights = tomllib.loads(source.read_text("utf-8"))["weights"]
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise BadSetting(f"순위 설정을 읽지 못했습니다: {source}: {error}") from error
    known = {one.name for one in fields(Ranking)}
    if set(weights) != known:
        raise BadSetting(f"순위 설정의 항목이 다릅니다: {sorted(set(weights) ^ known)}")
    for name, weight in weights.items():
        if not isinstance(weight, int | float) or weight < 0:
            raise BadSetting(f"순위 가중치는 0 이상의 수여야 합니다: {name} = {weight!r}")
    return Ranking(**{name: float(weight) for name, weight in weights.items()})


def read_synonyms(where: Traversable) -> tuple[tuple[str, ...], ...]:
    """Read ``synonyms.txt``: one group a line, words joined by ``=``; ``#`` starts a remark.

    Raises `BadSetting` with the line's number for a group of one, an empty word, or a word
    that stands in two groups (which of them would be meant?).
    """
    return parse_synonyms(read_lines(where / "synonyms.txt"))


def read_lines(source: Traversable) -> list[str]:
    """The lines of ``source``; raise `BadSetting` when it is not there or no UTF-8."""
    try:
        return source.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadSetting(f"낱말 자료를 읽지 못했습니다: {source}: {error}") from error


def parse_synonyms(lines: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The groups in ``lines``.

    >>> parse_synonyms(["# 위원회", "예결위 = 예산결산특별위원회"])
    (('예결위', '예산결산특별위원회'),)
    """
    groups: list[tuple[str, ...]] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        text = line.partition("#")[0].strip()
        if not text:
            continue
        group = tuple(word.strip() for word in text.split("="))
        if len(group) < 2 or not all(group):
            raise BadSetting(f"synonyms.txt {number}행: 낱말이 둘 이상이어야 합니다: {line!r}")
        for word in group:
            if word in seen:
                raise BadSetting(f"synonyms.txt {number}행: {seen[word]}행에 이미 있습니다: {word}")
            seen[word] = number
        groups.append(group)
    return tuple(groups)
