"""Words found in one document letter by letter, whatever the search was. Pure."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate

from records.model import Passage
from search_ui.marking import Span


def find(passages: Sequence[Passage], words: str) -> dict[int, tuple[Span, ...]]:
    """Spans, [start, end) in code points, by the index of their passage.

    A space stands for any space, a line's end among them; what runs on into the next passage is
    a span in each.

    >>> find([Passage(0, "조례 개정"), Passage(1, "조례")], "조례")
    {0: ((0, 2),), 1: ((0, 2),)}
    """
    if not words.split():
        return {}
    pattern = r"\s+".join(map(re.escape, words.split()))
    starts = [0, *accumulate(len(passage.text) + 1 for passage in passages)]
    joined = "\n".join(passage.text for passage in passages)
    found: dict[int, list[Span]] = defaultdict(list)
    for hit in re.finditer(pattern, joined, re.IGNORECASE):
        index = bisect_right(starts, hit.start()) - 1
        while index < len(passages) and starts[index] < hit.end():
            low, high = hit.start() - starts[index], hit.end() - starts[index]
            span = max(0, low), min(len(passages[index].text), high)
            if span[0] < span[1]:
                found[index].append(span)
            index += 1
    return {index: tuple(spans) for index, spans in found.items()}
