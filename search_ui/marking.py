"""From what search found to marks in a document's own passages.

Search joins short passages and cuts long ones; here each mark goes back to the passage whose
letters it covers, so that the reader shows the paper as it is.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from indexer.search.results import PassageHit
from records.model import Passage

Span = tuple[int, int]


def marks_by_passage(
    passages: Sequence[Passage], hits: Iterable[PassageHit]
) -> dict[int, tuple[Span, ...]]:
    """Marks, [start, end) in code points, by the index of their passage in ``passages``.

    >>> passages = [Passage(0, "가나"), Passage(1, "다라")]
    >>> marks_by_passage(passages, [PassageHit("가나\\n다라", ((0, 1), (4, 5)), order=0)])
    {0: ((0, 1),), 1: ((1, 2),)}
    """
    found: dict[int, set[Span]] = defaultdict(set)
    seen: dict[int, int] = {}
    for hit in hits:
        for first in _candidates(passages, hit):
            at = _find(passages, first, hit, seen.get(first, 0))
            if at >= 0:
                seen[first] = at + 1
                _place(passages, first, at, hit, found)
                break
    return {index: tuple(sorted(spans)) for index, spans in sorted(found.items())}


def _candidates(passages: Sequence[Passage], hit: PassageHit) -> list[int]:
    """Where ``hit`` may begin: the passage of its order, or any of its article."""
    same = [i for i, passage in enumerate(passages) if passage.article == hit.article]
    return [i for i in same if passages[i].order == hit.order] + (same if hit.article else [])


def _find(passages: Sequence[Passage], first: int, hit: PassageHit, since: int) -> int:
    """Where in passage ``first`` the text of ``hit`` begins; -1 when it is not there."""
    size = len(passages[first].text)
    texts = []
    for index, begin in _run(passages, first):
        if begin > size + len(hit.text):
            break
        texts.append(passages[index].text)
    joined = (" | " if hit.cell else "\n").join(texts)
    return joined.find(hit.text, since, size + len(hit.text))


def _run(passages: Sequence[Passage], first: int) -> Iterable[tuple[int, int]]:
    """Passages from ``first`` on that hold text, with where each begins when joined."""
    gap = 3 if passages[first].cell else 1
    begin = 0
    for index in range(first, len(passages)):
        if passages[index].text.strip():
            yield index, begin
            begin += len(passages[index].text) + gap


def _place(
    passages: Sequence[Passage],
    first: int,
    at: int,
    hit: PassageHit,
    found: dict[int, set[Span]],
) -> None:
    """Give each mark to the passages it touches."""
    last = at + len(hit.text)
    for index, begin in _run(passages, first):
        if begin >= last:
            break
        size = len(passages[index].text)
        for start, end in hit.marks:
            low, high = max(0, at + start - begin), min(size, at + end - begin)
            if low < high:
                found[index].add((low, high))
