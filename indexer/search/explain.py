"""Why a hit stands where it does, from the parts of our own score: no engine is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from indexer.search.near import PageHit
from indexer.search.question import Question
from indexer.search.ranking.pool import POOL, Parts

KOREAN: Final = {
    "engine": "엔진 점수", "tokens": "낱말", "bigrams": "이어진 글자", "pairs": "이웃한 낱말",
    "close": "가까이 선 낱말", "title": "제목", "front": "앞머리", "phrase": "물은 그대로",
    "meant": "자료의 종류",
}  # fmt: skip
"""What the parts of the second score are called."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Of one hit: Korean sentences, the deciding one first, and its score in parts that add up
    (none for the public, who see no score, and beyond the hits that are looked at twice)."""

    id: str
    reasons: tuple[str, ...]
    parts: Mapping[str, float]


def explain(
    question: Question, hits: Sequence[PageHit], parts: Mapping[str, Parts], scored: bool
) -> tuple[Explanation, ...]:
    """Each of ``hits`` explained; ``parts`` are the scores of those looked at twice."""
    return tuple(
        Explanation(
            hit.unit.id,
            tuple(_reasons(question, hit, parts.get(hit.unit.id))),
            parts.get(hit.unit.id, Parts()).scores if scored else {},
        )
        for hit in hits
    )


def _reasons(question: Question, hit: PageHit, parts: Parts | None) -> list[str]:
    if not question.ranked:
        return ["날짜순입니다" if question.sort.field == "date" else "엔진의 순서입니다"]
    said = ["번호·이름·조문을 바로 물은 자료입니다"] if parts and parts.named else []
    said.append(f"없는 말: {', '.join(hit.missing)}" if hit.missing else "모든 말이 있습니다")
    if question.otherwise:
        said.append("같은 말이나 항목으로도 찾으므로 말이 모자란 자료는 뒤에 둡니다")
    if parts is None:
        return [*said, f"첫 {POOL}건 뒤라 엔진의 순서입니다"]
    best = sorted(parts.scores.items(), key=lambda part: -part[1])
    helped = [KOREAN.get(name, name) for name, score in best if score > 0]
    return [*said, f"많이 보탠 것부터: {', '.join(helped)}"] if helped else said
