"""The rules of mappings/privacy.toml, read and compiled."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from indexer.privacy.checks import CHECKS
from records.errors import BadSetting

RULES: Final = Path(__file__).parents[2] / "mappings" / "privacy.toml"
_REACH: Final = 30


@dataclass(frozen=True, slots=True)
class Rule:
    """One way a kind of personal data is written; without ``near`` it needs no word
    beside it, without ``unless`` none forbids it."""

    kind: str
    high: bool
    pattern: re.Pattern[str]
    check: Callable[[str], bool]
    near: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    reach: int


@cache
def read_rules(path: Path = RULES) -> tuple[Rule, ...]:
    """The rules of ``path`` in order; raise `BadSetting` naming the rule that cannot be read."""
    table = tomllib.loads(path.read_text("utf-8"))
    return tuple(_rule(entry, number) for number, entry in enumerate(table["rule"], 1))


def _rule(entry: dict[str, Any], number: int) -> Rule:
    try:
        return Rule(
            kind=entry["kind"],
            high={"high": True, "low": False}[entry["level"]],
            pattern=re.compile(entry["pattern"], re.VERBOSE),
            check=CHECKS[entry["check"]] if "check" in entry else _anything,
            near=_words(entry.get("near")),
            unless=_words(entry.get("unless")),
            reach=entry.get("reach", _REACH),
        )
    except (KeyError, re.error) as error:
        raise BadSetting(f"개인정보 규칙 {number}번을 읽을 수 없습니다: {error}") from error


def _words(words: list[str] | None) -> re.Pattern[str] | None:
    return re.compile("|".join(map(re.escape, words))) if words else None


def _anything(_: str) -> bool:
    return True
