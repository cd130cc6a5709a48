"""Synthetic papers for engines: few words, so that many plans match, and many texts twice."""

import random
from itertools import pairwise

from engine_examples import document

from indexer.engines.seam import EMPTY, DocumentUnits, Unit

WORDS = (
    "의회", "조례", "예산", "감사", "교통", "환경", "복지", "도로",
    "하천", "공원", "주택", "청년", "노인", "안전", "문화", "체육",
)  # fmt: skip
KINDS = ("bill", "audit", "press", "minutes")
SIZE = 400


def papers() -> list[DocumentUnits]:
    """The papers, the same each time; texts that stand twice make ties."""
    chance = random.Random(7)
    made = []
    for n in range(SIZE):
        words = chance.choices(WORDS, weights=range(1, len(WORDS) + 1), k=chance.randint(1, 60))
        pairs = [f"{one}_{other}" for one, other in pairwise(words)]
        texts = {
            "title": " ".join(words[:3]),
            "text_pairs": " ".join(pairs) or EMPTY,
            "text_bigrams": " ".join(words),
        }
        made.append(
            document(
                f"d{chance.randrange(10**6):06d}-{n}", n + 1, " ".join(words), passages=n % 3,
                texts=texts, kind=(KINDS[n % 4],), committee=(f"c{n % 5}", f"c{n % 7}"),
                days={"date": chance.randrange(30)},
            )
        )  # fmt: skip
    copies = [
        DocumentUnits(f"copy{n}", SIZE + n + 1, tuple(_as(unit, f"copy{n}") for unit in one.units))
        for n, one in enumerate(made[:60])
    ]
    return made + copies


def _as(unit: Unit, name: str) -> Unit:
    return Unit(name, name, unit.revision, unit.texts, unit.keywords, unit.days, "{}")
