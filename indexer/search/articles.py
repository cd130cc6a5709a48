"""From an article as people name it to the index's key: 지방자치법제41조 → 001719:제41조."""

import json
import re
from typing import Final

from indexer.engines.plan import AllOf, AnyOf, Filter, Node, Phrase, Plan, Term
from indexer.engines.seam import Engine
from indexer.korean.letters import bigrams
from indexer.korean.normalise import normalise
from indexer.search.direct import LAWS
from indexer.search.planner import visible
from indexer.search.senses import Senses
from records.viewer import Viewer

_REFERENCE: Final = re.compile(
    r"(?P<law>.+?)\s*(?P<unit>제\s*\d+\s*조(?:\s*의\s*\d+)?"
    r"|(?:별표|별지)(?:\s*제?\s*\d+(?:\s*호)?(?:\s*의\s*\d+)?)?|부칙)"
)
_ANY: Final = "제1조"
"""The article by which the law of an annex is looked up: every law has it."""
_LOOKED_AT: Final = 50


class Articles:
    """Looks articles up by the names and abbreviations of their laws."""

    def __init__(self, engine: Engine, senses: Senses) -> None:
        self._engine = engine
        self._senses = senses

    def keys(self, typed: str, viewer: Viewer) -> tuple[str, ...]:
        """``<법령ID>:제41조`` (``…:별표1``) for ``typed``: of the law that is called so, or of the
        only one with the name in its title. Nothing when none or several are: it is not guessed.
        """
        found = _REFERENCE.match(typed)
        if not found:
            return ()
        unit = _key("".join(found["unit"].split()))
        article = unit if unit.startswith("제") else _ANY
        name = _plain(found["law"])
        spelled = AllOf(tuple(Term("text_bigrams", two) for two in bigrams(name)))
        laws = self._laws(spelled, article, viewer)
        meant = {law for law, known in laws.items() if _plain(known) == name}
        if not meant:
            titled = Phrase("title", self._senses.tokens(found["law"]))
            laws = self._laws(titled, article, viewer)
            meant = set(laws) if len(laws) == 1 else set()
        return tuple(f"{law}:{unit}" for law in sorted(meant))

    def _laws(self, named: Node, article: str, viewer: Viewer) -> dict[str, str]:
        """Ids and names of laws that have ``article`` and match ``named`` there."""
        kinds = Filter(AnyOf(tuple(Term("kind", kind) for kind in LAWS)))
        query = AllOf((named, Term("title", article), kinds))
        filters = {"readers": visible(viewer), "span": Term("span", "point")}
        hits = self._engine.search(Plan(query, filters, limit=_LOOKED_AT)).hits
        return {
            hit.document.partition(":")[2]: json.loads(hit.payload)["details"]["law"]
            for hit in hits
        }


def _key(unit: str) -> str:
    """``별표제1호의2`` as citations are kept: ``별표1의2``."""
    return unit if unit.startswith("제") else unit.replace("제", "").replace("호", "")


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, normalise(text)))
