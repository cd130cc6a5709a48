"""A comparison as rows: what people read on the left and on the right, with the official fillers.

What did not change inside a changed article is ``(생  략)`` on the left and ``(현행과 같음)`` on
the right; what is new stands against ``<신  설>``, what is gone against ``<삭  제>``.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from indexer.statutes.alignment import align
from indexer.statutes.changes import Change, ChangeKind, Comparison
from indexer.statutes.likeness import body
from indexer.statutes.lines import UNSIGNED, Line, lines
from indexer.statutes.words import Span, changed_words

OMITTED: Final = "(생  략)"
SAME: Final = "(현행과 같음)"
NEW: Final = "<신  설>"
GONE: Final = "<삭  제>"
_DELETED: Final = re.compile(r"\S{1,5}\s*삭\s*제\s*(?:<[^<>]*>|\[[^\[\]]*\]|\s)*")


@dataclass(frozen=True, slots=True)
class Cell:
    """A text and the spans of it that are marked."""

    text: str
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    old: Cell
    new: Cell


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of the table: its name, what happened to it, its rows."""

    name: str
    note: str
    rows: tuple[Row, ...] = field(repr=False)


def entries(found: Comparison) -> tuple[Entry, ...]:
    """The table: the articles in order, then what lies outside them."""
    articles = (Entry(c.article, c.kind.korean, tuple(_rows(c))) for c in found.changes)
    parts = (Entry(p.part, "개정", tuple(_outside(p.before, p.after))) for p in found.parts)
    return (*articles, *parts)


def _outside(before: str, after: str) -> Iterator[Row]:
    """Outside the articles only what changed is shown."""
    return (row for row in _changed(before, after) if row.old.marks or row.new.marks)


def _rows(change: Change) -> Iterator[Row]:
    if change.kind is ChangeKind.DELETED:
        yield Row(_whole(change.before), Cell(GONE))
    elif change.kind is ChangeKind.ADDED:
        yield Row(Cell(change.before or NEW), _whole(change.after))
    elif change.old and change.new and body(change.old) == body(change.new):
        yield _elsewhere(change)
    else:
        yield from _changed(change.before, change.after)


def _whole(text: str) -> Cell:
    return Cell(text, ((0, len(text)),) if text else ())


def _elsewhere(change: Change) -> Row:
    """An article that only stands elsewhere, or under another number."""
    old, new = lines(change.before)[0].sign, lines(change.after)[0].sign
    if change.old and change.kind is ChangeKind.RENUMBERED:
        key = len(change.article)
        return Row(
            Cell(f"{old} {OMITTED}", ((0, len(change.old.key)),)),
            Cell(f"{new} (현행 {change.old.key}와 같음)", ((0, key),)),
        )
    where = [a.heading.rpartition(" > ")[2] for a in (change.old, change.new) if a]
    return Row(
        Cell(f"{where[0]} {old} {OMITTED}".strip()), Cell(f"{where[1]} {new} {SAME}".strip())
    )


def _changed(before: str, after: str) -> Iterator[Row]:
    old, new = lines(before), lines(after)
    i = j = 0
    same: list[Line] = []
    for a, b in (*_pairs(old, new), (len(old), len(new))):
        if same and (i < a or j < b):
            yield from _same(same, old[i] if i < a else new[j])
            same = []
        yield from (Row(_whole(line.text), Cell(GONE)) for line in old[i:a])
        yield from (Row(Cell(NEW), _whole(line.text)) for line in new[j:b])
        if a < len(old) and old[a].text == new[b].text:
            same.append(old[a])
        else:
            yield from _same(same, new[b] if b < len(new) else None)
            same = []
            if a < len(old):
                yield _marked(old[a].text, new[b].text)
        i, j = a + 1, b + 1


def _marked(before: str, after: str) -> Row:
    """One line against the other; ``⑤ 삭제 <2024.5.21>`` is a deletion."""
    if _DELETED.fullmatch(after):
        return Row(_whole(before), Cell(GONE))
    old, new = changed_words(before, after)
    return Row(Cell(before, old), Cell(after, new))


def _pairs(old: Sequence[Line], new: Sequence[Line]) -> list[tuple[int, int]]:
    """The lines that belong together: those that are equal, then between them those of the
    same words under another sign, then those of the same sign."""
    keys: tuple[Callable[[Line], object], ...] = (
        lambda line: (line.path, line.text),
        lambda line: (line.level, line.body or line.text),
        lambda line: line.path,
    )
    pairs: list[tuple[int, int]] = []
    for key in keys:
        pairs = sorted(pairs + list(_more(pairs, old, new, key)))
    return pairs


def _more(
    pairs: Sequence[tuple[int, int]],
    old: Sequence[Line],
    new: Sequence[Line],
    key: Callable[[Line], object],
) -> Iterator[tuple[int, int]]:
    i = j = 0
    for a, b in (*pairs, (len(old), len(new))):
        left, right = [key(line) for line in old[i:a]], [key(line) for line in new[j:b]]
        yield from ((i + p, j + q) for p, q in align(left, right))
        i, j = a + 1, b + 1


def _same(same: Sequence[Line], following: Line | None) -> Iterator[Row]:
    """Rows for lines that did not change: ``① ∼ ③ (생  략)``. Those under which the
    ``following`` changed line stands are shown in full, so that it is read in its place."""
    left_out: list[Line] = []
    for line in same:
        if _above(line, following) or (line.level == 0 and not line.body):
            yield from _fillers(left_out)
            left_out = []
            yield Row(Cell(line.text), Cell(line.text))
        else:
            left_out.append(line)
    yield from _fillers(left_out)


def _above(line: Line, following: Line | None) -> bool:
    """Whether ``following`` is a part of ``line``: its 항, 호 or 목."""
    if following is None or line.level == UNSIGNED or line.level >= following.level:
        return False
    return following.path[: len(line.path)] == line.path


def _fillers(left_out: Sequence[Line]) -> Iterator[Row]:
    heads: list[Line] = []
    for line in left_out:
        if not heads or line.level <= heads[-1].level:
            heads.append(line)
    for level, group in groupby(heads, key=lambda line: line.level):
        name = _range([line.sign for line in group]) if level < UNSIGNED else ""
        yield Row(Cell(f"{name} {OMITTED}".strip()), Cell(f"{name} {SAME}".strip()))


def _range(signs: Sequence[str]) -> str:
    """``①``, ``①ㆍ②`` or ``① ∼ ④``.

    >>> _range(["①", "②", "③"])
    '① ∼ ③'
    """
    return "ㆍ".join(signs) if len(signs) < 3 else f"{signs[0]} ∼ {signs[-1]}"
