"""The values that keyword fields hold in what one viewer may see, remembered per revision."""

from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock
from typing import Final

from indexer.engines.plan import AllOf, FacetRequest, Plan
from indexer.engines.seam import Engine
from indexer.search.planner import visible
from indexer.search.tree import FieldName
from records.viewer import Viewer

FIELDS: Final[tuple[FieldName, ...]] = ("committee", "agency", "member")
_SIZE: Final = 5_000
_KEPT: Final = 64

Values = Mapping[str, tuple[str, ...]]
Names = Mapping[str, tuple[FieldName, str]]


class Vocabulary:
    """Values by field, most frequent first, for each set of reader tokens apart, so that a
    name that stands only in papers closed to a viewer is never known to them."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._kept: OrderedDict[frozenset[str], tuple[int, Values, Names]] = OrderedDict()
        self._lock = Lock()

    def of(self, viewer: Viewer) -> Values:
        """The values ``viewer`` may know."""
        return self._known(viewer)[1]

    def names(self, viewer: Viewer) -> Names:
        """The same by what people write, without spaces: 교통위 is 교통위원회 too."""
        return self._known(viewer)[2]

    def _known(self, viewer: Viewer) -> tuple[int, Values, Names]:
        revision = self._engine.applied().revision
        with self._lock:
            known = self._kept.get(viewer.tokens)
            if known is not None and known[0] == revision:
                return known
        values = self._read(viewer)
        known = revision, values, _written(values)
        with self._lock:
            self._kept[viewer.tokens] = known
            self._kept.move_to_end(viewer.tokens)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return known

    def _read(self, viewer: Viewer) -> Values:
        facets = tuple(FacetRequest(field, _SIZE) for field in FIELDS)
        found = self._engine.search(
            Plan(AllOf(()), {"readers": visible(viewer)}, facets=facets, limit=0)
        )
        return {
            field: tuple(value for value, _ in values) for field, values in found.facets.items()
        }


def _written(values: Values) -> Names:
    found: dict[str, tuple[FieldName, str]] = {}
    for field in reversed(FIELDS):
        for value in values.get(field, ()):
            plain = "".join(value.split()).lower()
            if field == "member":
                found[f"{plain}의원"] = (field, value)
            if plain.endswith("위원회"):
                found[plain.removesuffix("원회")] = (field, value)
            found[plain] = (field, value)
    return found
