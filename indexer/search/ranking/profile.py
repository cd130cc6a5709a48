"""The profile of the second step, read from ``[second]`` of `mappings/ranking.toml`."""

import tomllib
from dataclasses import dataclass, fields
from importlib.resources.abc import Traversable

from records.errors import BadSetting


@dataclass(frozen=True, slots=True)
class Profile:
    """What the parts of the second score are worth.

    ``engine`` weighs the engine's own score; ``tokens``, ``bigrams``, ``pairs`` (neighbouring
    morphemes), ``close`` (both within a window), ``title``, ``phrase`` (the question as it
    stands), ``meant`` (the kind of paper that was named), ``front`` (words of
    the first ``front_tokens``) weigh ours. ``k1`` grows from ``k1_short`` to ``k1_long`` between
    ``short`` and ``long`` distinct morphemes asked, since a long question is better answered by
    what says its words often. Near papers stand among the others only within the first ``amid``
    places, a full match in every ``each`` of these. A paper that is hardly more than its title, as
    a deleted article is, is worth ``bare`` of its score.
    """

    engine: float
    tokens: float
    bigrams: float
    pairs: float
    close: float
    title: float
    phrase: float
    meant: float
    front: float
    front_tokens: int
    k1_short: float
    k1_long: float
    short: int
    long: int
    b: float
    amid: int
    each: int
    bare: float

    def k1(self, asked: int) -> float:
        """The saturation for a question of ``asked`` distinct morphemes."""
        part = (asked - self.short) / max(self.long - self.short, 1)
        return self.k1_short + (self.k1_long - self.k1_short) * min(max(part, 0.0), 1.0)


def read_profile(where: Traversable) -> Profile:
    """Read the profile; raise `BadSetting` for a missing, unknown or negative value."""
    source = where / "ranking.toml"
    try:
        values = tomllib.loads(source.read_text("utf-8"))["second"]
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise BadSetting(f"순위 설정을 읽지 못했습니다: {source}: {error}") from error
    known = {one.name: one.type for one in fields(Profile)}
    if set(values) != set(known):
        raise BadSetting(f"순위 설정의 항목이 다릅니다: {sorted(set(values) ^ set(known))}")
    for name, value in values.items():
        if not isinstance(value, int | float) or value < 0:
            raise BadSetting(f"순위 가중치는 0 이상의 수여야 합니다: {name} = {value!r}")
    if values["each"] < 2:
        raise BadSetting(f"each는 2 이상이어야 합니다: {values['each']}")
    return Profile(**values)
