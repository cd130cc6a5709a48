"""What a plan's score depends on."""

from indexer.engines.plan import (
    AllOf,
    Boost,
    Filter,
    Node,
    Not,
    Phrase,
    Prefer,
    Range,
    Term,
    Worth,
)
from indexer.engines.seam import KEYWORDS


def is_constant(node: Node) -> bool:
    """Do all matches of ``node`` score the same, so that the id alone decides the order?

    >>> is_constant(Term("kind", "bill")), is_constant(Term("text", "조례"))
    (True, False)
    """
    match node:
        case Range() | Filter() | Not() | Worth():
            return True
        case Term(field=field):
            return field in KEYWORDS
        case Phrase():
            return False
        case Boost(part=part):
            return is_constant(part)
        case AllOf(parts=parts):
            return all(is_constant(part) for part in parts)
        case Prefer(required=required, wished=wished):
            return is_constant(required) and not wished
        case _:
            return False
