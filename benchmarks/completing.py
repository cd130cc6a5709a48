"""How soon completions answer, stroke by stroke."""

import time
from collections.abc import Iterator, Sequence

from indexer.search.jamo import initials
from indexer.search.searcher import Searcher
from records.viewer import Viewer

LETTERS = 12
"""Of a question; after that people read what is offered, or go on to search."""
QUESTIONS = 200


def states(text: str) -> Iterator[str]:
    """What stands in the box after each stroke while ``text`` is typed.

    >>> list(states("조례 2"))
    ['ㅈ', '조', '조ㄹ', '조례', '조례 ', '조례 2']
    """
    for at, letter in enumerate(text):
        for step in dict.fromkeys((initials(letter), _opened(letter), letter)):
            yield text[:at] + step


def _opened(letter: str) -> str:
    """``letter`` without its last consonant."""
    at = ord(letter) - ord("가")
    return chr(ord("가") + at // 28 * 28) if 0 <= at < 11172 else letter


def completing(
    searcher: Searcher, questions: Sequence[str], readers: Sequence[Viewer]
) -> list[float]:
    """Seconds of each answer while questions are typed in full and by first consonants, by the
    readers in turn. What is made once, before anyone asks, is waited for."""
    searcher.warm().join()
    took = []
    for number, question in enumerate(questions[:QUESTIONS]):
        reader = readers[number % len(readers)]
        for typed in (*states(question[:LETTERS]), *states(initials(question[:LETTERS]))):
            start = time.perf_counter()
            searcher.suggest(typed, reader)
            took.append(time.perf_counter() - start)
    return took
