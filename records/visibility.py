"""Who may read a document: reader tokens, which meet a viewer's tokens or do not.

Every viewer but the operator holds ``public``, so the one token opens a public paper to all.

>>> from records.model import Document, Kind, Visibility
>>> readers_of(Document("a:1", Kind.BILL, "조례안", visibility=Visibility.PUBLIC))
('operator', 'public')
>>> readers_of(Document("a:2", Kind.REQUEST, "요구", visibility=Visibility.NAMED,
...                     readers=("member:m012",)))
('member:m012', 'operator', 'staff')
"""

from typing import Final

from records.model import Document, Privacy, Visibility
from records.viewer import Viewer

_TOKENS: Final[dict[Visibility, frozenset[str]]] = {
    Visibility.PUBLIC: frozenset({"public"}),
    Visibility.COUNCIL: frozenset({"council"}),
    Visibility.STAFF: frozenset({"staff"}),
    Visibility.NAMED: frozenset({"staff"}),
}


def readers_of(document: Document) -> tuple[str, ...]:
    """The reader tokens of ``document``, sorted; none at all while it is held."""
    if document.privacy is Privacy.HELD:
        return ()
    return tuple(sorted({"operator", *_TOKENS[document.visibility], *document.readers}))


def may_read(viewer: Viewer, document: Document) -> bool:
    """Whether ``viewer`` may read ``document``."""
    return not viewer.tokens.isdisjoint(readers_of(document))
