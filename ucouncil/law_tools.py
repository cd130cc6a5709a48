"""The wiring of laws: comparison for the desk."""

from indexer.statutes.changes import Comparison
from indexer.statutes.compare import compare
from indexer.statutes.draft import read_draft
from records.model import Version
from search_ui.law_tools import ArticleChange, Changes, PartChange


class Comparer:
    """The `Compare` of the search UI."""

    def versions(self, before: Version, after: Version, /) -> Changes:
        return _changes(compare(before, after))

    def texts(self, before: str, after: str, /) -> Changes:
        return self.versions(read_draft(before), read_draft(after))


def _changes(found: Comparison) -> Changes:
    parts = (PartChange(one.part, one.before, one.after) for one in found.parts)
    return Changes(
        tuple(ArticleChange(**change.as_json()) for change in found.changes), tuple(parts)
    )
